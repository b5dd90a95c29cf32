"""How boxes, chips and covers look on a picture. Colours of lines are data, the same in both themes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.domain.geometry import Box
from app.redaction.covering import FLAT_TONE
from app.redaction.shapes import reach_px
from app.ui.canvas.view import View
from app.ui.icons import STATE_ICONS, pixmap
from app.ui.theme import theme

DARK_LINE = QColor("#10131A")
LIGHT_LINE = QColor("#FFFFFF")
ACCENT_LINE = QColor("#7EA6FF")
COVER = QColor(*FLAT_TONE)
ROUNDNESS = 0.25
"""Close to the corner a cover gets; the exact shape is on Approve, where the picture itself is shown."""
_CHIP_COLOURS = {"shown": "#5FD39A", "covered": "#C6CDD8", "needs": "#F2B45C", "withheld": "#FF8A80"}


@dataclass(frozen=True, slots=True)
class CanvasBox:
    """A box on the picture.

    Attributes:
        cover: what a cover reaches, None when it stays visible.
        icon: of the label, in place of the state's own.
        is_dashed: what is there is not certain.
    """

    key: str
    box: Box
    label: str
    state: str
    cover: Box | None = None
    icon: str = ""
    is_dashed: bool = False


def paint_cover(painter: QPainter, view: View, box: CanvasBox) -> None:
    """A flat fill over all that a cover must reach: what you see is what would go out."""
    if box.cover is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(COVER)
    margin = reach_px(box.cover) * view.scale
    place = view.to_screen(box.cover).adjusted(-margin, -margin, margin, margin)
    corner = ROUNDNESS * min(place.width(), place.height())
    painter.drawRoundedRect(place, corner, corner)


def paint_box(painter: QPainter, view: View, box: CanvasBox, *, is_chosen: bool, is_lit: bool) -> None:
    """Two light pixels on four dark ones, so that it shows on snow and on night; the accent when chosen or lit."""
    place = view.to_screen(box.box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(DARK_LINE, 6 if is_chosen else 4)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(place)
    pen = QPen(ACCENT_LINE if is_chosen or is_lit else LIGHT_LINE, 3 if is_chosen else 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if box.is_dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawRect(place)


def paint_handles(painter: QPainter, view: View, box: CanvasBox) -> None:
    """Small squares at the corners of the chosen box, to take hold of."""
    painter.setPen(QPen(DARK_LINE, 1))
    painter.setBrush(LIGHT_LINE)
    place = view.to_screen(box.box)
    side = min(8.0, max(4.0, min(place.width(), place.height()) / 4))  # a small face stays in sight between them
    for corner in corners(place).values():
        painter.drawRect(QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side))


def paint_focus(painter: QPainter, place: QRect) -> None:
    """A ring in the accent with a line of the ground inside it, so that it shows on every picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, width, token in ((1.0, 2, "accent"), (2.5, 1, "panel")):
        painter.setPen(QPen(theme().colour(token), width))
        painter.drawRect(QRectF(place).adjusted(inset, inset, -inset, -inset))


def corners(place: QRectF) -> dict[str, QPointF]:
    """The four corners of a box on the screen by name."""
    return {
        "top-left": place.topLeft(),
        "top-right": place.topRight(),
        "bottom-left": place.bottomLeft(),
        "bottom-right": place.bottomRight(),
    }


def paint_chips(painter: QPainter, view: View, boxes: Sequence[CanvasBox], font: QFont, front: Collection[str]) -> None:
    """The labels above the boxes, never over the face; below one when there is no room above.

    In a crowd a label gives up its words and keeps the state's icon, unless its box is one of `front`, which come last.
    """
    metrics = QFontMetricsF(font)
    taken = {box.key: _chip_place(metrics, view, box, "") for box in boxes}
    for box in sorted(boxes, key=lambda b: (b.key in front, b.state == "needs")):
        words = _chip_words(metrics, view, box)
        chip = _chip_place(metrics, view, box, words)
        if words and box.key not in front and any(chip.intersects(o) for key, o in taken.items() if key != box.key):
            words, chip = "", taken[box.key]
        taken[box.key] = chip
        _paint_chip(painter, chip, box, font, words)


def _chip_words(metrics: QFontMetricsF, view: View, box: CanvasBox) -> str:
    widest = max(view.to_screen(box.box).width() * 2.2, theme().px(84))
    return metrics.elidedText(box.label, Qt.TextElideMode.ElideRight, widest)


def _chip_place(metrics: QFontMetricsF, view: View, box: CanvasBox, words: str) -> QRectF:
    place, side = view.to_screen(box.box), metrics.height()
    width = side + theme().px(8) + (metrics.horizontalAdvance(words) + theme().px(5) if words else 0)
    height = side + theme().px(4)
    chip = QRectF(place.center().x() - width / 2, place.top() - height - 5, width, height)
    if chip.top() < 2:
        chip.moveTop(place.bottom() + 5)
    chip.moveLeft(min(max(chip.left(), 2.0), max(2.0, view.widget.width() - width - 2)))
    return chip


def _paint_chip(painter: QPainter, chip: QRectF, box: CanvasBox, font: QFont, words: str) -> None:
    side = QFontMetricsF(font).height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 19, 26, 225))
    painter.drawRoundedRect(chip, 4, 4)
    colour = _CHIP_COLOURS[box.state]
    drawn = pixmap(box.icon or STATE_ICONS[box.state], round(side), colour, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(chip.left() + theme().px(4), chip.center().y() - side / 2), drawn)
    if words:
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(font)
        text = chip.adjusted(side + theme().px(7), 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
