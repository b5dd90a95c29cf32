"""``doctor``: what is broken fails, what is merely absent is a note."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli import doctor as doctors
from app.cli.main import run
from app.domain.errors import EngineUnavailableError, KnownError
from tests.unit.policy_files import settle

ROOT = Path(__file__).resolve().parents[3]


def broken(*_given: object) -> str:
    raise EngineUnavailableError("the model file is damaged", remedy="Install again.")


def absent() -> str:
    raise KnownError("it is not there")


def checks(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return {check["name"]: check for check in json.loads(capsys.readouterr().out)["checks"]}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything answers without starting a process."""
    for name in ("_photos", "_engine", "_comparing", "_server", "_keyring", "_devices", "_pdf_letters", "_window"):
        monkeypatch.setattr(doctors, name, lambda *_given: "fine")


def test_a_whole_pc_passes_for_real(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--json"]) == 0
    found = checks(capsys)
    assert [name for name, check in found.items() if check["needed"] and not check["ok"]] == []
    assert {"Photos", "Faces", "Text", "Register", "Keys", "Cameras and phones", "Window"} <= found.keys()
    assert found["Window"]["ok"], found["Window"]["words"]


@pytest.mark.parametrize("part", ["_engine", "_register", "_comparing", "_photos"])
@pytest.mark.usefixtures("quick")
def test_a_broken_engine_or_register_fails(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctors, part, broken)
    assert run(["doctor"]) == 1


@pytest.mark.parametrize("part", ["_keyring", "_devices", "_window", "_server"])
@pytest.mark.usefixtures("quick")
def test_what_is_merely_absent_is_a_note(
    part: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctors, part, absent)
    assert run(["doctor"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("note")] != []


def test_a_window_that_cannot_start_says_why_in_a_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "window", "--check"],
        cwd=ROOT,
        env={"PATH": "/usr/bin", "QT_QPA_PLATFORM": "nothing-of-that-name"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "nothing-of-that-name" in done.stderr


@pytest.mark.usefixtures("quick")
def test_settings_by_it_that_cannot_be_read_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLEARPOST_POLICY", str(settle(tmp_path, "[safety]\nremember = false\n")))
    assert run(["doctor", "--json"]) == 0
    assert "no setting “safety.remember”" in checks(capsys)["Settings by IT"]["words"]
