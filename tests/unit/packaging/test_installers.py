"""The .deb and the Windows installer: what they put where, and that they take away no more than that."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
LINUX = ROOT / "packaging" / "linux"


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The modules that make packages."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from bundle import deb, icons, installer, making, trial

    yield SimpleNamespace(deb=deb, icons=icons, installer=installer, making=making, trial=trial)
    for name in [name for name in sys.modules if name.split(".")[0] in {"bundle", "environment"}]:
        del sys.modules[name]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    for name in ("clearpost.exe", "clearpost-window.exe", "_internal/a b/deep/c.dll"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def test_what_the_installer_writes_it_takes_away_again_and_nothing_else(bundle: Any, built: Path) -> None:
    put, taken = bundle.installer.file_lists(built)
    written = {Path(found).name for found in re.findall(r'^File "(.+)"$', put, re.MULTILINE)}
    removed = {found.rpartition("\\")[2] for found in re.findall(r'^Delete "(.+)"$', taken, re.MULTILINE)}
    assert written == removed == {"clearpost.exe", "clearpost-window.exe", "c.dll"}
    folders = re.findall(r'^RMDir "(.+)"$', taken, re.MULTILINE)
    assert folders == [r"$INSTDIR\_internal\a b\deep", r"$INSTDIR\_internal\a b", r"$INSTDIR\_internal"]
    script = (ROOT / "packaging" / "windows" / "clearpost.nsi").read_text("utf-8")
    assert "RMDir /r" not in script + taken


def test_a_name_that_a_script_would_misread_is_refused(bundle: Any, built: Path) -> None:
    (built / "$INSTDIR.dll").write_bytes(b"x")
    with pytest.raises(bundle.making.BuildError, match="read as something else"):
        bundle.installer.file_lists(built)


def test_a_linux_build_is_no_windows_installer(bundle: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle.installer.shutil, "which", lambda *_a, **_k: "/usr/bin/makensis")
    (tmp_path / "clearpost").write_bytes(b"x")
    with pytest.raises(bundle.making.BuildError, match="built on Windows"):
        bundle.installer.make(tmp_path, tmp_path, tmp_path / "out.exe", "0.1.0")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed (Debian: apt-get install nsis)")
def test_the_script_compiles(bundle: Any, built: Path, tmp_path: Path) -> None:
    made = bundle.installer.make(built, tmp_path, tmp_path / "clearpost-setup.exe", "0.1.0")
    assert made.read_bytes()[:2] == b"MZ"


def test_icons_hold_every_size(bundle: Any) -> None:
    ico = bundle.icons.ico()
    assert struct.unpack("<HHH", ico[:6]) == (0, 1, len(bundle.icons.WINDOWS_SIZES))
    icns = bundle.icons.icns()
    assert (icns[:4], struct.unpack(">I", icns[4:8])[0]) == (b"icns", len(icns))
    assert bundle.icons.png(32) == bundle.icons.png(32)
    assert bundle.icons.png(32)[1:4] == b"PNG"


def test_a_later_commit_makes_a_newer_package(bundle: Any) -> None:
    versions = [bundle.deb.deb_version("0.1.0", revision) for revision in ("9", "10", "512")]
    assert versions[-1] == "0.1.0+r512"
    for older, newer in zip(versions, [*versions[1:], "0.2.0"], strict=True):
        if shutil.which("dpkg"):
            done = subprocess.run(["dpkg", "--compare-versions", older, "lt", newer], check=False)
            assert done.returncode == 0, (older, newer)


def test_the_menu_entry_opens_the_window_and_only_its_own_files() -> None:
    entry = (LINUX / "org.clearpost.ClearPost.desktop").read_text("utf-8")
    assert "Exec=clearpost window %f\n" in entry
    assert "Icon=clearpost\n" in entry
    [kind] = re.findall(r"^MimeType=(.+);$", entry, re.MULTILINE)
    assert f'type="{kind}"' in (LINUX / "clearpost.xml").read_text("utf-8")


def test_the_man_page_names_every_word(bundle: Any, tmp_path: Path) -> None:
    import gzip

    from app.cli.main import build_parser

    bundle.deb._man_page(tmp_path, "0.1.0+r1", 0)
    page = gzip.decompress((tmp_path / "usr/share/man/man1/clearpost.1.gz").read_bytes()).decode()
    actions = [a for a in build_parser()._actions if getattr(a, "choices", None)]
    words = [word for action in actions for word in action.choices or ()]
    assert len(words) > 10
    assert [word for word in words if f".B {word.replace('-', chr(92) + '-')}\n" not in page] == []
    assert "@" not in page


def test_a_failed_step_of_the_trial_is_told_and_the_others_go_on(
    bundle: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = bundle.trial.Steps()

    def fails() -> str:
        raise bundle.trial.TrialError("the workspace changed")

    assert steps.take("one", lambda: "fine")
    assert not steps.take("two", fails)
    assert (steps.done, steps.failed) == (["one", "two"], ["two"])
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("ok   one: fine")
    assert said[1].startswith("FAIL two: the workspace changed")


def test_the_workflow_builds_tries_and_keeps_for_three_systems() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/build.yml").read_text("utf-8"))
    jobs = workflow["jobs"]
    for job, result in (("linux", ".deb"), ("windows", "-setup.exe"), ("macos", ".dmg")):
        said = str(jobs[job]["steps"])
        assert "build --commit HEAD" in said
        assert "doctor" in said
        assert "detect photo.jpg" in said
        assert result in str(jobs[job]["steps"][-1])
        assert jobs[job]["timeout-minutes"] <= 120
    assert jobs["release"]["needs"] == ["linux", "windows", "macos"]
    named = set(re.findall(r"packaging[/\\][\w/\\.]+\w", str(workflow)))
    assert [path for path in named if not (ROOT / path.replace("\\\\", "/").replace("\\", "/")).is_file()] == []


def test_a_blinking_cursor_is_no_change_of_the_screen_and_another_page_is(bundle: Any) -> None:
    from bundle.window_trial import _is_alike

    white, cursor, other = bytes([255]) * 90_000, bytearray([255]) * 90_000, bytes([0]) * 90_000
    cursor[3000:3060] = bytes(60)
    assert _is_alike(white, bytes(cursor))
    assert not _is_alike(white, other)
    assert not _is_alike(white, b"")
