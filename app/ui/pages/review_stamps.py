"""Small pictures of the faces in a photo, to tell who it is: cut from the picture that is shown, kept while it is.

Somebody who is named and covered is covered here, too: a stamp never shows what the photo does not. Faces nobody has
named yet are shown, since that is the only way to name them.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from app.domain.geometry import Box, head_around
from app.ui.canvas.painting import COVER
from app.ui.canvas.tiles import Pyramid
from app.ui.icons import pixmap
from app.ui.pages.review_faces import Face

SIDE_PX = 176
"""Sharp on the card of the chosen face at a text size of 200 %."""
_ROUND = 0.12


class Stamps:
    """The stamps of one photo."""

    def __init__(self) -> None:
        self._picture: Pyramid | None = None
        """Holds the pixels of the image."""
        self._image = QImage()
        self._scale = 1.0
        self._made: dict[Box, QPixmap] = {}
        self._covered: QPixmap | None = None
        self.looks_underneath = False

    def show_picture(self, picture: Pyramid | None, *, width: int) -> None:
        """Cut from this picture (possibly shrunk) of a photo that is `width` pixels wide; None forgets it."""
        self._picture = picture
        self._image = picture.levels[0] if picture is not None else QImage()
        self._scale = self._image.width() / width if width else 1.0
        self._made.clear()

    def of(self, face: Face) -> QPixmap | None:
        """The stamp of a place; None for words and marks, and while there is no picture."""
        if self._image.isNull() or not face.is_of_somebody:
            return None
        if face.is_hidden and not self.looks_underneath:
            return self._cover()
        box = face.region.box
        if box not in self._made:
            self._made[box] = _rounded(self._cut(box))
        return self._made[box]

    def _cut(self, box: Box) -> QImage:
        """A square around the head."""
        head = head_around(box)
        side = max(head.width, head.height) * self._scale
        x, y = (head.left + head.width / 2) * self._scale, (head.top + head.height / 2) * self._scale
        place = QRectF(x - side / 2, y - side / 2, side, side).toAlignedRect()
        place = place.intersected(QRect(0, 0, self._image.width(), self._image.height()))
        return self._image.copy(place)

    def _cover(self) -> QPixmap:
        if self._covered is None:
            tile = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB32)
            tile.fill(COVER)
            painter = QPainter(tile)
            side = SIDE_PX // 2
            painter.drawPixmap(SIDE_PX // 4, SIDE_PX // 4, pixmap("shield", side, "#FFFFFF"))
            painter.end()
            self._covered = _rounded(tile)
        return self._covered


def _rounded(image: QImage) -> QPixmap:
    """The picture on a square with round corners."""
    stamp = QPixmap(SIDE_PX, SIDE_PX)
    stamp.fill(Qt.GlobalColor.transparent)
    if image.isNull():
        return stamp
    sized = image.scaled(
        SIDE_PX,
        SIDE_PX,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(0, 0, SIDE_PX, SIDE_PX, SIDE_PX * _ROUND, SIDE_PX * _ROUND)
    painter.setClipPath(outline)
    painter.drawImage((SIDE_PX - sized.width()) // 2, (SIDE_PX - sized.height()) // 2, sized)
    painter.end()
    return stamp
