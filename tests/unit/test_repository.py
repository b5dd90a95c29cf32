"""Rules of the repository that no linter holds."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 500
LONGEST_FUNCTION = 60
BELOW_THE_WINDOW = [
    *(path for path in (ROOT / "app").iterdir() if path.is_dir() and path.name not in {"ui", "__pycache__"}),
    ROOT / "consent_db",
]


def sources(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from folder.rglob("*.py")


def imported(path: Path) -> set[str]:
    """The top-level names a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_no_file_is_longer_than_five_hundred_lines() -> None:
    folders = [ROOT / name for name in ("app", "consent_db", "tests", "packaging")]
    too_long = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in sources(*folders)}
    assert {name: lines for name, lines in too_long.items() if lines > LONGEST} == {}


def test_every_function_fits_on_a_screen() -> None:
    folders = [ROOT / name for name in ("app", "consent_db", "tests", "packaging")]
    lines = {
        f"{path.relative_to(ROOT)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in sources(*folders)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: number for name, number in lines.items() if number > LONGEST_FUNCTION} == {}


def test_nothing_below_the_window_imports_qt() -> None:
    assert [path for path in sources(*BELOW_THE_WINDOW) if imported(path) & {"PySide6", "shiboken6"}] == []


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["import", "--help"], ["audit", "verify", "--help"]])
def test_commands_that_look_at_no_picture_load_neither_vision_nor_qt(words: list[str]) -> None:
    heavy = {"PySide6", "cv2", "openvino", "rapidocr", "dlib", "PIL"}
    program = (
        "import sys\n"
        "from app.__main__ import main\n"
        "try:\n"
        f"    main({words!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        f"print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"
