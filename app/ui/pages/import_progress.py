"""While photos come in: how many, how fast, what is left; each is to be seen as soon as its copy is safe."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QProgressBar, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.people import Action
from app.ui.desk import Desk
from app.ui.icons import STATE_ICONS, pixmap
from app.ui.language import tr
from app.ui.theme import theme
from app.ui.thumbnails import Thumbnails, thumbnails
from app.ui.widgets import Label, Plain
from app.ui.words import SOURCE_STATE
from app.workflow.import_photos import ImportOutcome

Index = QModelIndex | QPersistentModelIndex
_OUTCOME = Qt.ItemDataRole.UserRole + 1
_TILE = QSize(136, 132)
_PICTURE = QSize(124, 93)
_IN_SIGHT = 200
"""So many of those that came last are shown."""


def state_of(outcome: ImportOutcome) -> tuple[str, str]:
    """State and words of one file, for lists and tiles."""
    if outcome.problem is not None and outcome.photo_id is None:
        return "withheld", tr("not taken")
    if outcome.is_set_aside and outcome.problem is None:
        return "needs", tr("waits for the Headteacher")
    return SOURCE_STATE[outcome.state] if outcome.state is not None else ("shown", tr("in the vault"))


class ArrivalsModel(QAbstractListModel):
    """The files that came last, the newest first; of all of them the end has the list."""

    def __init__(self) -> None:
        super().__init__()
        self._outcomes: list[ImportOutcome] = []

    def clear(self) -> None:
        self.beginResetModel()
        self._outcomes.clear()
        self.endResetModel()

    def add(self, outcome: ImportOutcome) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._outcomes.append(outcome)
        self.endInsertRows()
        if (size := len(self._outcomes)) > _IN_SIGHT:  # with thousands, laying out all of them anew takes too long
            self.beginRemoveRows(QModelIndex(), size - 1, size - 1)
            self._outcomes.pop(0)
            self.endRemoveRows()

    def picture_came(self, photo_id: str) -> None:
        """Paint again what shows this photo; only the newest can be in sight."""
        for row in range(len(self._outcomes)):
            if self._outcomes[-1 - row].photo_id == photo_id:
                self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._outcomes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._outcomes):
            return None
        outcome = self._outcomes[-1 - index.row()]
        if role == _OUTCOME:
            return outcome
        if role == Qt.ItemDataRole.DisplayRole:
            return outcome.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{outcome.name}, {state_of(outcome)[1]}"
        return None


class _ArrivalDelegate(QStyledItemDelegate):
    """Picture, state and name. What is set aside for the Headteacher is not shown, nor what is no picture."""

    def __init__(self, store: Thumbnails | None, view: QListView) -> None:
        super().__init__(view)
        self._store = store

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(_TILE.width()), theme().px(_TILE.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        outcome: ImportOutcome = index.data(_OUTCOME)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRect(QPoint(0, 0), _PICTURE * theme().scale)
        place.moveCenter(option.rect.center())
        place.moveTop(option.rect.top() + theme().px(6))
        may_show = outcome.photo_id is not None and outcome.kind.is_picture and not outcome.is_set_aside
        picture = self._store.picture(outcome.photo_id) if self._store and may_show and outcome.photo_id else None
        if picture is None:
            painter.fillRect(place, theme().colour("hover"))
            side = theme().px(22)
            sign = pixmap("lock" if outcome.is_set_aside else "picture", side, theme().tokens.quiet)
            painter.drawPixmap(place.center() - QPoint(side // 2, side // 2), sign)
        else:
            fitted = QRect(QPoint(0, 0), picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio))
            fitted.moveCenter(place.center())
            painter.drawPixmap(fitted, picture)
        state, _words = state_of(outcome)
        side = theme().px(14)
        line = QRect(place.left(), place.bottom() + theme().px(4), place.width(), theme().px(20))
        sign = pixmap(STATE_ICONS[state], side, getattr(theme().tokens, state))
        painter.drawPixmap(line.left(), line.center().y() - side // 2, sign)
        font = option.font
        font.setPixelSize(theme().px(12))
        painter.setFont(font)
        painter.setPen(theme().colour("quiet"))
        line.setLeft(line.left() + side + theme().px(4))
        words = QFontMetrics(font).elidedText(outcome.name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class CopyProgress(Plain):
    """Progress in words and as a bar, and the photos that came."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8)
        self.heading = Label(role="heading", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How many files have come"))
        self.words = Label(role="quiet", wraps=True)
        self.arrivals = ArrivalsModel()
        self.grid = QListView()
        self.grid.setModel(self.arrivals)
        store = thumbnails(desk) if desk.may(Action.REVIEW) else None
        if store is not None:
            store.arrived.connect(self.arrivals.picture_came)
        self.grid.setItemDelegate(_ArrivalDelegate(store, self.grid))
        self.grid.setViewMode(QListView.ViewMode.IconMode)
        self.grid.setMovement(QListView.Movement.Static)
        self.grid.setResizeMode(QListView.ResizeMode.Adjust)
        self.grid.setUniformItemSizes(True)
        self.grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.setAccessibleName(tr("Photos that have come in"))
        for part in (self.heading, self.bar, self.words):
            self.box.addWidget(part)
        self.box.addWidget(self.grid, 1)
        self._sizes: dict[str, int] = {}
        self._files = self._done_files = self._done_bytes = self._left_bytes = 0
        self._began_at = 0.0

    def begin(self, heading: str, sizes: dict[str, int]) -> None:
        """Nothing has come yet; `sizes` is the size of each wanted file in bytes, by what its device calls it."""
        self._sizes, self._files = dict(sizes), len(sizes)
        self._done_files = self._done_bytes = 0
        self._left_bytes = sum(sizes.values())
        self._began_at = time.monotonic()
        self.heading.setText(heading)
        self.arrivals.clear()
        self._show()

    def add(self, outcome: ImportOutcome) -> None:
        """One more file has come, or was refused."""
        self.arrivals.add(outcome)
        self._done_files += 1
        size = self._sizes.pop(outcome.object_id, 0)
        self._done_bytes, self._left_bytes = self._done_bytes + size, self._left_bytes - size
        self._show()

    def _show(self) -> None:
        self.bar.setRange(0, self._files)
        self.bar.setValue(min(self._done_files, self._files))
        elapsed_s = time.monotonic() - self._began_at
        self.words.setText(progress_words(self._done_files, self._files, self._done_bytes, self._left_bytes, elapsed_s))


def progress_words(done: int, files: int, done_bytes: int, left_bytes: int, elapsed_s: float) -> str:
    """``212 of 400 files · 38 MB a second · 1.2 GB to go · about 2 min left``; no guess before there is a ground."""
    if not files:
        return tr("{done} done", done=done)
    words = tr("{done} of {files} files", done=min(done, files), files=files)
    if done < 3 or elapsed_s <= 0 or not done_bytes or not left_bytes:
        return words
    speed = done_bytes / elapsed_s
    left_s = left_bytes / speed
    wait = tr("less than a minute") if left_s < 60 else tr("about {left_s} min", left_s=round(left_s / 60))
    return tr(
        "{words} · {size_words} a second · {size_words2} to go · {wait} left",
        words=words,
        size_words=size_words(speed),
        size_words2=size_words(left_bytes),
        wait=wait,
    )


def size_words(size: float) -> str:
    """``38 MB``, ``1.2 GB``."""
    return (
        tr("{size} GB", size=f"{size / 1e9:.1f}")
        if size >= 999_500_000
        else tr("{max} MB", max=max(1, round(size / 1_000_000)))
    )
