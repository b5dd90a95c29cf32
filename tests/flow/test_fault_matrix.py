"""Every way an import can be struck, at every kill point: nothing lost, early, half done or left over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the matrix strikes forked programs"),
    pytest.mark.timeout(1600),  # a busy machine takes minutes for what takes one
]


def run_matrix(points: int, *arguments: str) -> str:
    """In a program of its own, so that nothing of the tests is forked."""
    command = [sys.executable, "-m", "tests.bench.faults", "--points", str(points), "--quiet", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=1500
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.policy("002-17")
def test_a_hundred_strikes_lose_no_photo_and_remove_none_early():
    said = run_matrix(100)
    assert "No photo was lost or removed early." in said
    assert "Engines or window loaded: none." in said


@pytest.mark.policy("002-17")
def test_strikes_lose_no_photo_with_the_register_on_a_server_either(postgres):
    assert postgres
    said = run_matrix(24, "--server")
    assert "No photo was lost or removed early." in said


@pytest.mark.long
def test_a_thousand_strikes_lose_no_photo_and_remove_none_early():
    assert "No photo was lost or removed early." in run_matrix(1000)
