"""How tests are shared out among the workers of `./run test`: what is made once for many of them stays in one worker.

All window tests go to one worker, since two processes with windows would fight for focus, clipboard and memory; they
begin first, being the longest stretch. The tests of every other file stay together, so that the engines, stories and
books that a file makes for itself are made once, with the longest files first, so that no worker ends on one of those.
"""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
GUI = TESTS / "gui"
LONG = (
    "unit/analysis/test_faces.py",
    "flow/test_fault_matrix.py",
    "flow/test_kill_points.py",
    "unit/analysis/test_text_reader.py",
    "unit/analysis/test_names_in_pictures.py",
    "flow/test_demo.py",
    "flow/test_post_attacks.py",
)
"""What takes longer than twenty seconds by itself."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    first = {TESTS / name: at for at, name in enumerate(LONG, start=1)}
    for item in items:
        item.add_marker(pytest.mark.xdist_group("gui" if item.path.is_relative_to(GUI) else _name(item.path)))
    items.sort(key=lambda item: 0 if item.path.is_relative_to(GUI) else first.get(item.path, len(LONG) + 1))


def _name(path: Path) -> str:
    return path.relative_to(TESTS).as_posix() if path.is_relative_to(TESTS) else path.name
