"""Photos to choose among as an item model, and how one of them is painted in a grid of thousands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.photo import PhotoId, PhotoState
from app.ui.icons import pixmap
from app.ui.language import Told, phrase, tr
from app.ui.theme import theme
from app.ui.words import count
from app.workflow.pick import Board, Shot

Index = QModelIndex | QPersistentModelIndex
TILE = QSize(204, 204)
"""One place of the grid, at text size 100 %."""
_PICTURE = QSize(188, 141)
_SCHOOL_ZONE = ZoneInfo("Europe/London")

CHOICES = Told(
    {
        PhotoState.IMPORTED: ("needs", "question", phrase("to choose")),
        PhotoState.PICKED: ("shown", "tick", phrase("kept")),
        PhotoState.SKIPPED: ("covered", "close", phrase("left out")),
        PhotoState.ANALYSED: ("shown", "tick", phrase("looked through")),
        PhotoState.IDENTIFIED: ("shown", "tick", phrase("faces named")),
    }
)
"""Colour, icon and word of what was chosen."""
OPEN = frozenset({PhotoState.IMPORTED, PhotoState.PICKED, PhotoState.SKIPPED})


class Role(IntEnum):
    TILE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Tile:
    """One photo with its place among the shown ones of its moment; `at` counts from 1."""

    shot: Shot
    at: int
    of: int
    is_unsharp: bool

    @property
    def photo_id(self) -> PhotoId:
        return self.shot.photo_id

    @property
    def when(self) -> str:
        """``10:42``; empty when nobody knows."""
        return self.shot.at.astimezone(_SCHOOL_ZONE).strftime("%H:%M") if self.shot.at else ""

    @property
    def note(self) -> str:
        """``12 faces · unsharp``."""
        known = "" if self.shot.faces is None else count(self.shot.faces, "face") if self.shot.faces else tr("no faces")
        return " · ".join(part for part in (known, tr("unsharp") if self.is_unsharp else "") if part)

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        place = tr("{at} of {of} of one moment", at=self.at, of=self.of) if self.of > 1 else ""
        parts = (
            tr("Photo {number}", number=self.shot.number),
            CHOICES[self.shot.state][2],
            self.note,
            self.when,
            self.shot.device,
            place,
        )
        return ", ".join(part for part in parts if part)


class ShotsModel(QAbstractListModel):
    """The photos of an event in the order of their moments; what a key press says shows at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._rows: dict[PhotoId, int] = {}

    @property
    def tiles(self) -> Sequence[Tile]:
        return self._tiles

    def show_board(self, board: Board, wanted: Collection[PhotoState]) -> None:
        """Show the photos in one of these states; where the same ones stand in the same order, nothing jumps."""
        tiles: list[Tile] = []
        for moment in board.moments:
            keys = [key for key in moment.keys if board.shots[key].state in wanted]
            for at, key in enumerate(keys, start=1):
                tiles.append(Tile(board.shots[key], at, len(keys), key in moment.unsharp))
        if [t.photo_id for t in tiles] == [t.photo_id for t in self._tiles]:
            changed = [row for row, tile in enumerate(tiles) if tile != self._tiles[row]]
            self._tiles = tiles
            self._tell(changed)
            return
        self.beginResetModel()
        self._tiles = tiles
        self._rows = {tile.photo_id: row for row, tile in enumerate(tiles)}
        self.endResetModel()

    def set_states(self, states: Mapping[PhotoId, PhotoState]) -> None:
        """Show what was just chosen, before it is stored."""
        rows = [self._rows[photo_id] for photo_id in states if photo_id in self._rows]
        for row in rows:
            tile = self._tiles[row]
            self._tiles[row] = replace(tile, shot=replace(tile.shot, state=states[tile.photo_id]))
        self._tell(rows)

    def tile(self, index: Index) -> Tile | None:
        return self._tiles[index.row()] if index.isValid() and index.row() < len(self._tiles) else None

    def row_of(self, photo_id: PhotoId) -> int:
        """-1 when it is not among those shown."""
        return self._rows.get(photo_id, -1)

    def moment_at(self, row: int) -> tuple[int, int]:
        """The first row of the moment a row belongs to, and the one after its last that is shown."""
        first = row - self._tiles[row].at + 1
        return first, first + self._tiles[row].of

    def picture_came(self, photo_id: str) -> None:
        """Paint a photo again; its picture is there now."""
        row = self._rows.get(PhotoId(photo_id), -1)
        if row >= 0:
            self._tell([row], Qt.ItemDataRole.DecorationRole)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self.tile(index)
        if tile is None:
            return None
        if role == Role.TILE:
            return tile
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("Photo {number}", number=tile.shot.number)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tile.spoken
        return None

    def _tell(self, rows: Sequence[int], role: int | None = None) -> None:
        roles = [] if role is None else [role]
        if len(rows) > 200:  # one signal for all of them is cheaper than hundreds
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)), roles)
            return
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row), roles)


class ShotDelegate(QStyledItemDelegate):
    """Paints a `Tile`: the picture, what was chosen, how many faces; shots of one moment lie on one band.

    Args:
        picture_of: the small picture of a photo, or None while it is being fetched.
        view: the grid.
    """

    def __init__(self, picture_of: Callable[[PhotoId], QPixmap | None], view: QListView) -> None:
        super().__init__(view)
        self._picture_of = picture_of
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """A whole place of the grid, so that bands of a moment meet."""
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile: Tile = index.data(Role.TILE)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_band(painter, option.rect, tile)
        self._paint_choice(painter, option)
        place = QRect(QPoint(0, 0), _PICTURE * theme().scale)
        place.moveCenter(option.rect.center())
        place.moveTop(option.rect.top() + theme().px(10))
        self._paint_picture(painter, place, tile)
        below = QRect(place.left(), place.bottom() + theme().px(3), place.width(), theme().px(44))
        self._paint_words(painter, option.font, below, tile)
        painter.restore()

    def _paint_band(self, painter: QPainter, space: QRect, tile: Tile) -> None:
        """One band under the shots of a moment: it runs on where the next one is of the same moment."""
        if tile.of == 1:
            return
        edge, round_by = theme().px(3), theme().px(8)
        begins, ends = tile.at == 1, tile.at == tile.of
        band = space.adjusted(edge if begins else -round_by, edge, -edge if ends else round_by, -edge)
        painter.setClipRect(space)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("selection"))
        painter.drawRoundedRect(band, round_by, round_by)
        painter.setClipping(False)

    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Chosen tiles are framed; the one the keys act on has the thicker frame."""
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not (is_chosen or has_focus or option.state & QStyle.StateFlag.State_MouseOver):
            return
        inset = theme().px(4)
        colour = theme().colour("accent" if is_chosen or has_focus else "line")
        painter.setPen(QPen(colour, theme().px(3 if has_focus else 2 if is_chosen else 1)))
        painter.setBrush(theme().colour("panel") if is_chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(option.rect.adjusted(inset, inset, -inset, -inset), inset, inset)

    def _paint_picture(self, painter: QPainter, place: QRect, tile: Tile) -> None:
        picture = self._picture_of(tile.photo_id)
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(place, theme().px(4), theme().px(4))
            side = theme().px(24)
            sign = pixmap("picture", side, theme().tokens.quiet)
            painter.drawPixmap(place.center() - QPoint(side // 2, side // 2), sign)
        else:
            size = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            fitted = QRect(QPoint(0, 0), size)
            fitted.moveCenter(place.center())
            painter.setOpacity(0.35 if tile.shot.state is PhotoState.SKIPPED else 1.0)
            painter.drawPixmap(fitted, picture)
            painter.setOpacity(1.0)

    def _paint_words(self, painter: QPainter, given: QFont, below: QRect, tile: Tile) -> None:
        state, sign, words = CHOICES[tile.shot.state]
        font = QFont(given)
        font.setPixelSize(theme().px(12))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        line = QRect(below.left(), below.top(), below.width(), below.height() // 2)
        left = self._line_of(painter, metrics, line, f"{tile.shot.number}  {tile.when}".strip(), "text")
        if tile.shot.state is not PhotoState.IMPORTED:
            side = theme().px(14)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, left.width() - side - theme().px(8))
            width = metrics.horizontalAdvance(shown)
            start = left.right() - width
            painter.setPen(theme().colour(state))
            painter.drawText(QRect(start, line.top(), width + 2, line.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            at = QPoint(start - side - theme().px(3), line.center().y() - side // 2)
            painter.drawPixmap(at, pixmap(sign, side, getattr(theme().tokens, state)))
        line.moveTop(line.bottom() + 1)
        left = self._line_of(painter, metrics, line, tile.note, "needs" if tile.is_unsharp else "quiet")
        device = metrics.elidedText(tile.shot.device, Qt.TextElideMode.ElideRight, left.width())
        painter.setPen(theme().colour("quiet"))
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, device)

    def _line_of(self, painter: QPainter, metrics: QFontMetrics, line: QRect, words: str, colour: str) -> QRect:
        """Words at the left of a line; returns what is left of it."""
        painter.setPen(theme().colour(colour))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        used = metrics.horizontalAdvance(words)
        return line.adjusted(used + theme().px(8) if words else 0, 0, 0, 0)
