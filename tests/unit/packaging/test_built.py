"""The built program, where somebody has run `./run build` here; otherwise these tests are skipped."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from app.program import foreign_parts

ROOT = Path(__file__).resolve().parents[3]
BUILT = ROOT / "dist" / "clearpost"
BILL = BUILT / "_internal" / "resources" / "bill"

pytestmark = pytest.mark.skipif(
    not (BILL / "bill.cdx.json").is_file()
    or not any((BUILT / name).is_file() for name in ("clearpost", "clearpost.exe")),
    reason="dist/clearpost is not there; ./run build makes it",
)


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from bundle import making

    yield making
    for name in [name for name in sys.modules if name.split(".")[0] in {"bundle", "environment"}]:
        del sys.modules[name]


def test_it_is_whole_small_enough_and_free_of_what_must_not_be_in_it(making: ModuleType) -> None:
    assert making.problems_of(BUILT) == []


def test_it_starts_without_this_python_and_tells_its_version(making: ModuleType) -> None:
    program = next(path for path in (BUILT / "clearpost", BUILT / "clearpost.exe") if path.is_file())
    done = subprocess.run([program, "--version"], env={"PATH": "/usr/bin"}, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"ClearPost {making.facts_of(BUILT)['version']}"


def test_its_bill_names_what_lies_in_it_with_a_text_for_each() -> None:
    parts = foreign_parts(BILL)
    assert {"PySide6_Essentials", "numpy", "openvino", "Python"} <= {part.name for part in parts}
    assert [part.name for part in parts if not part.text.is_file()] == []
    assert [part.name for part in parts if not part.licence] == []


def test_every_library_that_lies_inside_a_package_stands_in_the_bill() -> None:
    components = json.loads((BILL / "bill.cdx.json").read_text("utf-8"))["components"]
    named = {p["value"] for c in components for p in c["properties"] if p["name"] == "clearpost:library"}
    inside = BUILT / "_internal"
    lying = {path.name for folder in inside.glob("*.libs") for path in folder.iterdir()}
    assert lying - named == set()
