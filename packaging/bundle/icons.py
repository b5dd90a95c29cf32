"""The program's icon in the shapes that systems want, drawn from the one SVG; the same drawing gives the same bytes."""

from __future__ import annotations

import struct
from pathlib import Path

from bundle.making import ROOT, BuildError

DRAWING = ROOT / "resources" / "icons" / "clearpost.svg"
WINDOWS_SIZES = (16, 24, 32, 48, 64, 256)
# What macOS calls each size.
_MAC_KINDS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def png(size: int, drawing: Path = DRAWING) -> bytes:
    """The drawing as a PNG of this many pixels in each direction.

    Raises:
        BuildError: it cannot be drawn.
    """
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(str(drawing))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not renderer.isValid() or not image.save(buffer, "PNG"):
        raise BuildError(f"{drawing} cannot be drawn")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """All sizes in one file for Windows."""
    pictures = [(size, png(size)) for size in WINDOWS_SIZES]
    at = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at + len(body))
        body += picture
    return head + body


def icns() -> bytes:
    """All sizes in one file for macOS."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(picture)) + picture
        for kind, picture in ((kind, png(size)) for kind, size in _MAC_KINDS.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
