"""Lists of a hundred thousand rows: the order is known as keys, and what the rows say is read in slices, aside.

A short list is read at once and never waits. Of a long one the rows in sight come first; what was scrolled past before
its turn is passed over, and what was seen long ago is let go of again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import BugError, KnownError
from app.ui.desk import Desk
from app.ui.models.rows import Index, Row, RowsModel, RowsView

SLICE = 200
"""So many rows are read at a time."""
FEW = 500
"""Up to so many rows a list is read at once."""
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


class SlicedRows(RowsModel):
    """Signals:
    wanted(int): this slice came into sight and is not there yet.
    """

    wanted = Signal(int)

    def __init__(self, row_of: Callable[[Any], Row], parent: QWidget | None = None) -> None:
        super().__init__(row_of, parent)
        self._keys: Sequence[Key] = ()
        self._places: dict[Key, int] = {}
        self._slices: OrderedDict[int, None] = OrderedDict()
        self._loaded: dict[int, Any] = {}

    @property
    def keys(self) -> Sequence[Key]:
        """What is in the list, in order."""
        return self._keys

    def take(self, keys: Sequence[Key], places: dict[Key, int], found: Mapping[Key, Any]) -> None:
        """Show another order with what is known of it; the same order keeps choice and place."""
        loaded = {places[key]: item for key, item in found.items() if key in places}
        if len(keys) == len(self._keys) and list(keys) == list(self._keys):
            self._loaded, before = loaded, self._rows
            self._note_slices()
            self._rows = {number: self._worded(loaded[number]) for number in before if number in loaded}
            changed = [number for number, row in before.items() if self._rows.get(number) != row]
            if changed:
                self.dataChanged.emit(self.index(min(changed)), self.index(max(changed)))
            return
        self.beginResetModel()
        self._keys, self._places, self._loaded, self._rows = keys, places, loaded, {}
        self._note_slices()
        self.endResetModel()

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
        if first < last:
            self.dataChanged.emit(self.index(first), self.index(last - 1))

    def has(self, number: int) -> bool:
        """Whether a slice is there, or was looked for."""
        return number in self._slices

    def row_of_key(self, key: Key) -> int:
        """-1 when it is not in the list."""
        return self._places.get(key, -1)

    def _note_slices(self) -> None:
        """A slice counts as read when each of its rows is there."""
        rows: dict[int, int] = {}
        for row in self._loaded:
            rows[row // SLICE] = rows.get(row // SLICE, 0) + 1
        size = len(self._keys)
        self._slices = OrderedDict((n, None) for n, had in rows.items() if had >= min(SLICE, size - n * SLICE))

    # as every list of rows

    def row_at(self, number: int) -> Row:
        if number in self._loaded:
            if number not in self._rows:
                self._rows[number] = self._worded(self._loaded[number])
            return self._rows[number]
        if not self.has(number // SLICE):
            self.wanted.emit(number // SLICE)
        return _WAITING

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

    def show_items(self, items: Iterable[Any]) -> None:
        raise BugError("a sliced list is shown by its keys")

    def _item_at(self, number: int) -> Any:
        return self._loaded.get(number)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._keys)


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
        self._asked = self._answered = 0
        self._missing: list[int] = []
        self._fetching = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)
        self.rows.wanted.connect(self._miss)
        self.selectionModel().currentChanged.connect(self._tell)

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
                self._have_order((number, source, *_read(source, sight)))
            except KnownError as problem:
                self._give_up(problem)
            return
        self._desk.look(lambda: (number, source, *_read(source, sight)), self._have_order, self._give_up)

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

    def _have_order(self, found: tuple[int, Source, Sequence[Key], dict[Key, int], Mapping[Key, Any]]) -> None:
        number, source, keys, places, items = found
        if number != self._asked:
            return  # somebody typed on
        self._answered, self._source, self._missing = number, source, []
        current, was_at = self.current_key(), self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self.rows.take(keys, places, items)
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
        self._desk.look(lambda: (number, keys, source.items(keys)), self._have_slice, self._give_up)

    def _have_slice(self, found: tuple[int, Sequence[Key], Mapping[Key, Any]]) -> None:
        number, keys, items = found
        self._fetching = False
        if self.rows.keys[number * SLICE : (number + 1) * SLICE] == keys:
            self.rows.have(number, items)
        self._fetch()

    def _in_sight(self) -> tuple[Key, ...]:
        """The keys of the rows that can be seen, which are read first."""
        top = self.indexAt(self.viewport().rect().topLeft()).row()
        return tuple(self.rows.keys[top : top + 60]) if top >= 0 else ()

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.turned.emit(self.rows.keys[now.row()])


def _read(source: Source, sight: Sequence[Key]) -> tuple[Sequence[Key], dict[Key, int], Mapping[Key, Any]]:
    """The order, where each key stands in it, and the rows that are seen first."""
    keys = source.keys()
    places = {key: row for row, key in enumerate(keys)}
    first = keys[:SLICE] if len(keys) > FEW else keys
    wanted = dict.fromkeys((*first, *(key for key in sight if key in places)))
    return keys, places, source.items(list(wanted)) if wanted else {}
