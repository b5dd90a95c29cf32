"""Every key press of Review is kept at once: the program is killed after each, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import open_workspace
from app.domain.detection import Verdict
from app.workflow.review import photo_view
from tests.gui import school, story

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from app.bootstrap import open_workspace
from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.theme import install_theme
from tests.gui import school
app = make_application([])
install_theme(app, choice="light")
workspace = open_workspace(Path(sys.argv[1]), passphrase=school.PASSPHRASE)
window = build_main_window(workspace, school.actor(workspace, "office"), Settings())
window.show()
window.show_page("review")
page = window.pages["review"]
where = {"missing": page.classes.missing, "photo": page.canvas, "search": page.classes.search}[sys.argv[2]]
QTest.keyClicks(where, sys.argv[3])
if sys.argv[4]:
    QTest.keyClick(where, getattr(Qt.Key, "Key_" + sys.argv[4]))
print("pressed", page.photo_id, flush=True)
sys.stdin.readline()
"""


@pytest.mark.parametrize(
    ("where", "letters", "key", "kept"),
    [
        ("search", "ama", "Return", "Amara"),
        ("photo", "s", "", "stranger"),
        ("photo", "c", "", "covered"),
        ("photo", "w", "", "body"),
        ("missing", "", "Return", "answered"),
    ],
)
def test_nothing_is_lost_when_the_program_is_killed_after_a_key(
    school_folder: Path, tmp_path: Path, where: str, letters: str, key: str, kept: str
) -> None:
    folder = tmp_path / "workspace"
    shutil.copytree(school_folder, folder)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, str(folder), where, letters, key]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline().startswith("pressed ")
        program.send_signal(signal.SIGKILL)
        assert program.wait(60) == -signal.SIGKILL
    assert kept in _found(folder)


def _found(folder: Path) -> set[str]:
    """What the register says of the first photo when the workspace is opened again."""
    workspace = open_workspace(folder, passphrase=school.PASSPHRASE)
    try:
        facts = photo_view(workspace, school.actor(workspace, "office"), story.photo_ids(workspace)[0]).facts
        amara = school.person_id(workspace, "Amara")
        found = {"Amara" for r in facts.regions if (r.verdict, r.person_id) == (Verdict.NAMED, amara)}
        found |= {"stranger" for r in facts.regions if r.verdict is Verdict.STRANGER}
        found |= {"covered" for r in facts.regions if r.always_cover}
        found |= {"body" for r in facts.regions if r.kind == "OTHER"}
        return found | {"answered" for _ in facts.presence}
    finally:
        workspace.close()
