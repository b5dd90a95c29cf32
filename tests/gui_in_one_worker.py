"""Keeps all window tests in one worker: two processes with windows would fight for focus, clipboard and memory."""

from __future__ import annotations

from pathlib import Path

import pytest

GUI = Path(__file__).resolve().parent / "gui"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(GUI):
            item.add_marker(pytest.mark.xdist_group("gui"))
