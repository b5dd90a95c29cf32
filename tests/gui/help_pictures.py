"""The pictures of the help, made anew from the window itself: ``python -m tests.gui.help_pictures``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.help import FOLDER
from app.ui.theme import install_theme
from app.workflow.workspace import Workspace
from tests.gui import school, story

WIDE_PX = 540
SETTLED_MS = 600


def main() -> int:
    """Write them into `resources/help/pictures`; returns the exit code."""
    app = make_application(["clearpost"])
    install_theme(app, choice="light")
    folder = FOLDER / "pictures"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="clearpost-help-") as scratch:
        full = school.make_school(Path(scratch) / "workspace")
        story.name_faces(full)
        _shoot(full, "office", "review", folder)
        _shoot(full, "data", "register", folder)
        post_id = story.write_post(full)
        _shoot(full, "office", "home", folder)
        _shoot(full, "office", "posts", folder, post_id)
        story.submit(full, post_id)
        _shoot(full, "head", "approve", folder, post_id)
        story.approve(full, post_id)
        _shoot(full, "deputy", "publish", folder, post_id)
        full.close()
    return 0


def _shoot(workspace: Workspace, user: str, page: str, folder: Path, what: object = None) -> None:
    window = build_main_window(workspace, school.actor(workspace, user), Settings(theme="light"))
    window.resize(1180, 700)
    window.show()
    window.show_page(page, what)
    QTest.qWait(SETTLED_MS)
    while window.desk._quiet:  # pictures on their way
        QTest.qWait(SETTLED_MS)
    _small(window).save(str(folder / f"{page}.jpg"), quality=88)
    window.close()
    window.deleteLater()


def _small(widget: QWidget) -> QImage:
    """A picture that fits between the words."""
    return widget.grab().toImage().scaledToWidth(WIDE_PX, Qt.TransformationMode.SmoothTransformation)


if __name__ == "__main__":
    sys.exit(main())
