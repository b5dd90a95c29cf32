"""Two builds are compared by names, bytes, links and the right to run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def comparing(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from bundle import comparing

    yield comparing
    for name in [name for name in sys.modules if name.split(".")[0] in {"bundle", "environment"}]:
        del sys.modules[name]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    first = tmp_path / "first"
    (first / "lib").mkdir(parents=True)
    (first / "clearpost").write_bytes(b"program")
    (first / "lib" / "a.so").write_bytes(b"0123456789")
    (first / "lib" / "b.so").symlink_to("a.so")
    return first, Path(shutil.copytree(first, tmp_path / "second", symlinks=True))


def test_equal_builds_do_not_differ(comparing: ModuleType, pair: tuple[Path, Path]) -> None:
    assert comparing.differences(*pair) == ([], 3)


def test_each_difference_is_a_line(comparing: ModuleType, pair: tuple[Path, Path]) -> None:
    _first, second = pair
    (second / "lib" / "a.so").write_bytes(b"01234X6789")
    (second / "lib" / "b.so").unlink()
    (second / "lib" / "b.so").symlink_to("c.so")
    (second / "clearpost").chmod(0o755)
    (second / "new").write_bytes(b"")
    found, files = comparing.differences(*pair)
    assert files == 4
    assert "only in the second: new" in found
    assert "differs: lib/a.so (10 and 10 bytes, first at 5, 1 bytes differ)" in found
    assert "differs: lib/b.so" in found
    assert any(line.startswith("differs: clearpost") for line in found)
