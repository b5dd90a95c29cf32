"""Lists of a hundred thousand rows: the order is known as keys, and what the rows say is read in slices, aside.

A short list is read at once and never waits. Of a long one the rows in sight come first; what was scrolled past before
its turn is passed over, and what was seen long ago is let go of again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import KnownError
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.models.rows import Index, Role, Row, RowsView, blank_picture, said
from app.ui.theme import theme

SLICE = 100
"""So many rows are read at a time."""
FIRST = 60
"""So many rows of a long list are read before it is shown; a screen shows fewer."""
FEW = 500
"""Up to so many rows a list is read at once."""
_PAUSE_MS = 150
"""All that a search finds is read once nobody typed for so long; the next letter's first rows never wait for it."""
_KEPT = 50
"""So many slices are kept."""
_WAITING = Row("…")

Key = Any


class Source(Protocol):
    """Where a long list comes from. Both are called off the window's thread when the list is long."""

    def keys(self) -> Sequence[Key]:
        """What is in the list, in order."""
        ...

    def items(self, keys: Sequence[Key]) -> Mapping[Key, Any]:
        """What these keys stand for; what is gone meanwhile is left out."""
        ...

    # A source whose whole order takes a while also has ``first(limit)``: the first keys, shown until all are there.


_Order = tuple[int, Source, bool, Sequence[Key], Mapping[int, Any]]
"""Which question it answers, where it comes from, whether it is all, the keys, the items of the rows seen first."""


_Sight = tuple[int, tuple[Key, ...]]
"""The first row that can be seen, and the keys from there on."""


class SlicedRows(QStringListModel):
    """The keys in order, and the items of the slices that were read; speaks as `RowsModel` does.

    Qt asks a list for its size and its indexes once for each row when it lays them out: the strings of the model under
    this one are empty, and answer that without a word of Python.

    Signals:
        wanted(int): this slice came into sight and is not there yet.
        came: a slice is there; heights are all the same, so that painting again is enough.
    """

    wanted = Signal(int)
    came = Signal()

    def __init__(self, row_of: Callable[[Any], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self._rows: dict[int, Row] = {}
        self._waiting = _WAITING
        self._keys: Sequence[Key] = ()
        self._slices: OrderedDict[int, None] = OrderedDict()
        self._loaded: dict[int, Any] = {}

    @property
    def keys(self) -> Sequence[Key]:
        """What is in the list, in order."""
        return self._keys

    def take(self, keys: Sequence[Key], found: Mapping[int, Any]) -> None:
        """Show another order with the items of some rows; the same order keeps choice and place."""
        loaded = dict(found)
        if len(keys) == len(self._keys) and list(keys) == list(self._keys):
            self._loaded, before = loaded, self._rows
            self._note_slices()
            self._rows = {number: self._row_of(loaded[number]) for number in before if number in loaded}
            if self._rows != before:
                self.came.emit()
            return
        self._keys, self._loaded, self._rows = keys, loaded, {}
        self._note_slices()
        if loaded:
            self._waiting = _as_high_as(self._row_of(next(iter(loaded.values()))))
        self.setStringList([""] * len(keys))

    def have(self, number: int, found: Mapping[Key, Any]) -> None:
        """A slice came; the one that was seen longest ago may go for it."""
        first, last = number * SLICE, min((number + 1) * SLICE, len(self._keys))
        for row in range(first, last):
            if self._keys[row] in found:
                self._loaded[row] = found[self._keys[row]]
        self._slices[number] = None
        while len(self._slices) > _KEPT:
            old, _none = self._slices.popitem(last=False)
            for row in range(old * SLICE, (old + 1) * SLICE):
                self._loaded.pop(row, None)
                self._rows.pop(row, None)
        self.came.emit()

    def has(self, number: int) -> bool:
        """Whether a slice is there, or was looked for."""
        return number in self._slices

    def row_of_key(self, key: Key) -> int:
        """-1 when it is not in the list."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def _note_slices(self) -> None:
        """A slice counts as read when each of its rows is there."""
        rows: dict[int, int] = {}
        for row in self._loaded:
            rows[row // SLICE] = rows.get(row // SLICE, 0) + 1
        size = len(self._keys)
        self._slices = OrderedDict((n, None) for n, had in rows.items() if had >= min(SLICE, size - n * SLICE))

    def reword(self) -> None:
        """What rows say is another thing now, though they stand for the same."""
        self._rows = {}
        self.came.emit()

    # as every list of rows

    def row_at(self, number: int) -> Row:
        if number in self._loaded:
            row = self._rows.get(number) or self._row_of(self._loaded[number])
            if not row.is_waiting:
                self._rows[number] = row
            return row
        if not self.has(number // SLICE):
            self.wanted.emit(number // SLICE)
        return self._waiting

    def find(self, is_it: Callable[[Any], bool]) -> QModelIndex:
        """The first that fits among what is there already; `row_of_key` knows all."""
        for number in sorted(self._loaded):
            if is_it(self._loaded[number]):
                return self.index(number)
        return QModelIndex()

    @property
    def everything(self) -> list[Any]:
        return self.items

    @property
    def items(self) -> list[Any]:
        """What is there already, in order."""
        return [self._loaded[number] for number in sorted(self._loaded)]

    def item(self, index: Index) -> Any:
        """What a row stands for; None while it is on its way."""
        return self._loaded.get(index.row()) if index.isValid() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        return self.item(index) if role == Role.ITEM else said(self.row_at(index.row()), role)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class SlicedView(RowsView):
    """A list of rows over a `Source`.

    Signals:
        filled: another order is there, for example after a search.
        turned(object): the key of the row that somebody made current; its item may still be on its way.
    """

    filled = Signal()
    turned = Signal(object)

    def __init__(
        self,
        name: str,
        row_of: Callable[[Any], Row],
        desk: Desk,
        on_problem: Callable[[BaseException], object],
        *,
        is_flat: bool = False,
    ) -> None:
        self.rows: SlicedRows
        super().__init__(name, row_of, is_flat=is_flat, rows=SlicedRows)
        self.setUniformItemSizes(True)  # a hundred thousand rows are laid out without asking each for its height
        self._desk, self._on_problem = desk, on_problem
        self._source: Source | None = None
        self._asked = self._answered = self._shown = 0
        self._missing: list[int] = []
        self._fetching = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)
        self._rest: Callable[[], object] = lambda: None
        """Asks for all of what the first rows were asked for."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        self.rows.wanted.connect(self._miss)
        self.rows.came.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def shows_newest(self) -> bool:
        """Whether the first rows of what was asked for last are there."""
        return self._shown == self._asked

    @property
    def is_reading(self) -> bool:
        """Whether another order is on its way."""
        return self._answered < self._asked

    def show_source(self, source: Source, *, at_once: bool) -> None:
        """Read a list and show it; what was current stays so while it is in the list."""
        self._asked += 1
        number, sight = self._asked, self._in_sight()
        if at_once:
            try:
                self._have_order((number, source, True, *_read(source, sight)))
            except KnownError as problem:
                self._give_up(problem)
            return
        if (first := getattr(source, "first", None)) is not None:
            self._ask(number, lambda: (number, source, False, *_ordered(source, first(SLICE), (0, ()))))
        self._rest = lambda: self._ask(number, lambda: (number, source, True, *_read(source, sight)))
        if first is not None and self.rows.rowCount():
            self._pause.start()
        else:
            self._pause.stop()
            self._rest()

    def _go_on(self) -> None:
        if self.window().isVisible():  # not while it is being put away
            self._rest()

    def _ask(self, number: int, work: Callable[[], _Order]) -> None:
        """Read aside, unless somebody typed on before its turn came."""
        self._desk.read(lambda: work() if number == self._asked else None, self._have_order, self._give_up)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Until the first rows of a long list are there, it says that it is being read."""
        super().paintEvent(event)
        if self.is_reading and not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(theme().colour("quiet"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("Reading …"))

    def current_key(self) -> Any:
        """The key of the current row, or None."""
        row = self.currentIndex().row()
        return self.rows.keys[row] if 0 <= row < len(self.rows.keys) else None

    def choose_key(self, key: Key) -> bool:
        """Make the row of a key current and the only one chosen, in silence; False when it is not in the list."""
        row = self.rows.row_of_key(key)
        with QSignalBlocker(self.selectionModel()):
            index = self.rows.index(row) if row >= 0 else QModelIndex()
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if row >= 0:
            self.scrollTo(self.rows.index(row))
        self.viewport().update()
        return row >= 0

    # reading

    def _have_order(self, found: _Order | None) -> None:
        if found is None or found[0] != self._asked:
            return  # somebody typed on
        number, source, is_all, keys, items = found
        self._answered = number if is_all else self._answered
        self._shown, self._source, self._missing = number, source, []
        current, was_at = self.current_key(), self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self.rows.take(keys, items)
            row = self.rows.row_of_key(current) if current is not None else -1
            if row >= 0 and row != self.currentIndex().row():
                self.selectionModel().setCurrentIndex(
                    self.rows.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.verticalScrollBar().setValue(was_at)
        self.viewport().update()
        self.filled.emit()

    def _give_up(self, problem: BaseException) -> None:
        self._answered, self._fetching = self._asked, False
        self._on_problem(problem)

    def _miss(self, number: int) -> None:
        if number in self._missing:
            self._missing.remove(number)
        self._missing.append(number)
        self._soon.start()

    def _fetch(self) -> None:
        """The slice that came into sight last; older wishes were scrolled past."""
        source = self._source
        if self._fetching or not self._missing or source is None:
            return
        number = self._missing.pop()
        del self._missing[:-1]
        keys = self.rows.keys[number * SLICE : (number + 1) * SLICE]
        self._fetching = True
        self._desk.read(lambda: (number, keys, source.items(keys)), self._have_slice, self._give_up)

    def _have_slice(self, found: tuple[int, Sequence[Key], Mapping[Key, Any]]) -> None:
        number, keys, items = found
        self._fetching = False
        if self.rows.keys[number * SLICE : (number + 1) * SLICE] == keys:
            self.rows.have(number, items)
        self._fetch()

    def _in_sight(self) -> _Sight:
        """The rows that can be seen, which are read first."""
        top = max(0, self.indexAt(self.viewport().rect().topLeft()).row())
        return top, tuple(self.rows.keys[top : top + FIRST])

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.turned.emit(self.rows.keys[now.row()])


def _read(source: Source, sight: _Sight) -> tuple[Sequence[Key], Mapping[int, Any]]:
    """The order, and the rows that are seen first."""
    return _ordered(source, source.keys(), sight)


def _ordered(source: Source, keys: Sequence[Key], sight: _Sight) -> tuple[Sequence[Key], Mapping[int, Any]]:
    rows = dict(enumerate(keys[:FIRST] if len(keys) > FEW else keys)) | _seen_again(keys, *sight)
    items = source.items(list(rows.values())) if rows else {}
    return keys, {row: items[key] for row, key in rows.items() if key in items}


def _seen_again(keys: Sequence[Key], top: int, seen: tuple[Key, ...]) -> dict[int, Key]:
    """Where the rows that could be seen stand now; mostly where they stood."""
    if tuple(keys[top : top + len(seen)]) == seen:
        return dict(enumerate(seen, start=top))
    wanted = frozenset(seen)
    return {row: key for row, key in enumerate(keys) if key in wanted}


def _as_high_as(row: Row) -> Row:
    """A row on its way, as high as those that are there: Qt takes the height of all from the last one."""
    blank = None if row.picture is None else blank_picture()
    return replace(_WAITING, note=" " if row.note else "", picture=blank, stamp=row.stamp and blank_picture())
