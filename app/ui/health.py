"""``window --check``: whether a window could be shown, without showing one; for ``doctor`` and IT."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QImageReader


def check_window() -> int:
    """Say what was found in one line; exit code 1 where people would see boxes for letters or no icons."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui.application import make_application
    from app.ui.icons import app_icon

    application = make_application(["clearpost"])
    families = len(QFontDatabase.families())
    if not families:
        print("no fonts are installed (Debian: fonts-dejavu-core)", file=sys.stderr)
        return 1
    if app_icon().pixmap(32, 32).isNull() or b"jpeg" not in {
        bytes(f.data()) for f in QImageReader.supportedImageFormats()
    }:
        print("the window's pictures cannot be drawn", file=sys.stderr)
        return 1
    print(f"Qt {qVersion()} draws; {families} families of fonts")
    application.quit()
    return 0
