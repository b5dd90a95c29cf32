"""The grid of photos to choose among: lazily painted, so that ten thousand scroll like ten."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.domain.photo import PhotoId
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.models.shots import TILE, ShotDelegate, ShotsModel
from app.ui.theme import theme
from app.ui.thumbnails import thumbnails


class ShotGrid(QListView):
    """Arrows move, Shift chooses several; letters are for the page, not for a search.

    Signals:
        moved(): another photo is the one the keys act on.
    """

    moved = Signal()

    def __init__(self, desk: Desk, on_key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self.shots = ShotsModel(self)
        store = thumbnails(desk)
        store.arrived.connect(self.shots.picture_came)
        self._on_key = on_key
        self.setModel(self.shots)
        self.setItemDelegate(ShotDelegate(store.picture, self))
        self.setAccessibleName(tr("Photos to choose from"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setProperty("flat", True)
        theme().changed.connect(self._fit)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, _words: str) -> None:
        """Letters keep and leave out; they do not look for a photo."""

    def current_id(self) -> PhotoId | None:
        """The photo the keys act on."""
        tile = self.shots.tile(self.currentIndex())
        return None if tile is None else tile.photo_id

    def chosen_ids(self) -> list[PhotoId]:
        """The photos that are chosen, in their order; without any, the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        ids = [self.shots.tiles[row].photo_id for row in rows]
        current = self.current_id()
        return ids or ([current] if current is not None else [])

    def go_to_row(self, row: int) -> None:
        """Make a photo the current one and the only one chosen, and bring it into sight."""
        index = self.shots.index(max(0, min(row, self.shots.rowCount() - 1)))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)

    def go_to(self, photo_id: PhotoId | None) -> bool:
        """As `go_to_row`, by photo; False when it is not shown."""
        row = self.shots.row_of(photo_id) if photo_id is not None else -1
        if row >= 0:
            self.go_to_row(row)
        return row >= 0

    def index_of(self, photo_id: PhotoId) -> QModelIndex:
        return self.shots.index(self.shots.row_of(photo_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many tiles as fit beside one another, and no empty strip at their right."""
        least, high = theme().px(TILE.width()), theme().px(TILE.height())
        room = self.viewport().width() - 1
        self.setGridSize(QSize(max(least, room // max(1, room // least)), high))
