"""What the program knows of itself: built or from source, and what of others is inside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app import program


def bill(folder: Path, *components: object) -> Path:
    (folder / "bill.cdx.json").write_text(json.dumps({"components": components}), "utf-8")
    return folder


def component(name: str, licence: dict[str, object], text: str = "qt.txt") -> dict[str, object]:
    return {
        "name": name,
        "version": "6.11",
        "licenses": [licence],
        "properties": [{"name": "clearpost:text", "value": text}],
    }


def test_from_source_it_says_so_and_names_no_parts() -> None:
    assert not program.is_built()
    assert program.built() is None
    assert program.built_words() == " (from source)"
    assert program.foreign_parts() == ()


def test_the_command_starts_this_very_program() -> None:
    done = subprocess.run([*program.command(), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("ClearPost ")


def test_parts_come_with_licence_and_the_place_of_its_text(tmp_path: Path) -> None:
    folder = bill(
        tmp_path,
        component("Qt", {"license": {"id": "LGPL-3.0-only"}}),
        component("NumPy", {"expression": "BSD-3-Clause AND MIT"}, "../../etc/passwd"),
        component("Runtime", {"license": {"name": "Microsoft-Redistributable"}}),
    )
    parts = program.foreign_parts(folder)
    assert [part.licence for part in parts] == ["LGPL-3.0-only", "BSD-3-Clause AND MIT", "Microsoft-Redistributable"]
    assert {part.text.parent for part in parts} == {folder}


@pytest.mark.parametrize(
    "stored", ["", "{}", "[]", '{"components": [1]}', '{"components": [{"name": "x", "licenses": []}]}']
)
def test_a_damaged_bill_names_no_parts(tmp_path: Path, stored: str) -> None:
    (tmp_path / "bill.cdx.json").write_text(stored, "utf-8")
    assert program.foreign_parts(tmp_path) == ()


def test_a_built_program_names_its_commit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(program, "RESOURCES", tmp_path)
    assert program.built_words() == ""
    (tmp_path / "build.json").write_text('{"commit": "0123456789abcdef", "committed": false, "time": 1}', "utf-8")
    assert program.built_words() == " (built from 0123456789, with changes)"
    assert program.command() == [sys.executable]


def test_the_first_page_is_there_before_the_pages_and_what_they_stand_on_are_loaded() -> None:
    heavy = ["app.ui.main_window", "app.ui.pages.all_pages", "cv2", "PIL", "reportlab", "urllib.request", "openvino"]
    words = f"import sys, app.ui.application; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
