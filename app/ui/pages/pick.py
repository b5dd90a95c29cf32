"""Pick: four hundred photos become eight, by key, before anybody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QComboBox, QStackedWidget, QWidget

from app.domain.people import Action
from app.domain.photo import PhotoId, PhotoState
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.long_task import LongTask
from app.ui.models.shots import OPEN
from app.ui.pages.page import Page
from app.ui.pages.pick_beside import SideBySide
from app.ui.pages.pick_grid import ShotGrid
from app.ui.widgets import Button, ElidedLabel, EmptyState, Label, Plain, flowing, line_up
from app.ui.words import count
from app.workflow import pick
from app.workflow.analyse_photos import analyse_photos
from app.workflow.pick import Board, Shot, Waiting
from app.workflow.pick_looks import LookedOver, look_over

_ALL = frozenset(PhotoState)
_FILTERS = {
    phrase("All"): _ALL,
    phrase("To choose"): frozenset({PhotoState.IMPORTED}),
    phrase("Kept"): _ALL - {PhotoState.IMPORTED, PhotoState.SKIPPED},
    phrase("Left out"): frozenset({PhotoState.SKIPPED}),
}
_AGAIN_MS = 900
"""Our own key presses are stored one by one; the page is read again once they pause."""
KEYS = phrase(
    "K keep · X leave out · U undecided · Enter side by side · Shift several · A keep all the rest · Ctrl+Z undo"
)


class PickPage(Page):
    """The photos of one event in moments; keep, leave out, and have the kept ones looked through."""

    key = "pick"
    title = phrase("Pick")
    icon_name = "picture"
    actions = frozenset({Action.REVIEW})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.event = ""
        self.board: Board | None = None
        self.undoable: list[dict[PhotoId, PhotoState]] = []
        self._events: tuple[Waiting, ...] = ()
        self._unsaved: dict[PhotoId, PhotoState] = {}
        self._shots: dict[PhotoId, Shot] = {}
        self._in: Counter[PhotoState] = Counter()
        self._saving = self._saves = 0
        self._analysing: LongTask | None = None
        self._looking: LongTask | None = None
        self._looked_over: set[str] = set()
        self._reading = self._read_again = False
        self._wanted: PhotoId | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._build()

    def _build(self) -> None:
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Event"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(22)
        self.choice.activated.connect(lambda at: self._choose_event(self.choice.itemData(at)))
        self.tabs: dict[str, Button] = {}
        group = QButtonGroup(self)
        for name in _FILTERS:
            tab = Button(tr(name), self._show_board, kind="tab")
            group.addButton(tab)
            self.tabs[name] = tab
        self.tabs["All"].setChecked(True)
        self.undo_button = Button(tr("Undo"), self.undo, icon_name="undo", tip=tr("Undo (Ctrl+Z)"))
        self.beside_button = Button(
            tr("Side by side"), self.toggle_beside, icon_name="fit", tip=tr("Side by side (Enter)")
        )
        self.top = Plain()
        self.top.box.addLayout(flowing(self.choice, *self.tabs.values(), 1, self.beside_button, self.undo_button))
        self.grid = ShotGrid(self.desk, self.on_key)
        self.grid.moved.connect(self._show_moment)
        self.grid.doubleClicked.connect(lambda _index: self.toggle_beside())
        self.beside = SideBySide(self.desk, self.on_key)
        self.beside.wanted.connect(lambda photo_id: self.grid.go_to(PhotoId(photo_id)))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.beside)
        self.nothing = EmptyState("picture", tr("No photos here"))
        self.stack.addWidget(self.nothing)
        self.where = Label(role="quiet")
        self.keys = Label(tr(KEYS), role="caption", wraps=True)
        self.keep_button = Button(tr("Keep"), lambda: self.decide(pick.keep), icon_name="tick", tip=tr("Keep (K)"))
        self.leave_button = Button(
            tr("Leave out"), lambda: self.decide(pick.leave_out), icon_name="close", tip=tr("Leave out (X)")
        )
        self.all_button = Button(tr("Keep all the rest"), self.keep_the_rest, tip=tr("Keep all the rest (A)"))
        self.summary = ElidedLabel(role="heading")
        self.go = Button(tr("Look for faces"), self.look_through, icon_name="review", kind="primary")
        self.name_button = Button(tr("Name the faces"), self._review, icon_name="next")
        self.foot = Plain(gap=8)
        self.foot.box.addLayout(flowing(self.where, 1, self.keep_button, self.leave_button, self.all_button))
        self.foot.box.addWidget(self.keys)
        last = line_up(self.summary, self.name_button, self.go)
        last.setStretch(0, 1)
        self.foot.box.addLayout(last)
        self.empty = EmptyState(
            "picture",
            tr("No photos to choose from"),
            tr("Bring photos in first; then keep the few that are worth naming."),
            Button(tr("Import photos"), lambda: self.desk.go_to.emit("import", None), icon_name="import"),
        )
        self.body.addWidget(self.top)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.foot)
        self.body.addWidget(self.empty, 1)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._enable()

    # what is shown

    def context(self) -> str:
        return self.event

    def start(self) -> QWidget:
        return self.beside if self.stack.currentWidget() is self.beside else self.grid

    def open(self, what: object) -> None:
        """Show the photos of an event."""
        self._choose_event(str(what))

    def refresh(self) -> None:
        """Read the events and this one's photos off the GUI thread; one look at a time."""
        if self._reading:
            self._read_again = True
            return
        self._reading, event = True, self.event
        stored = self._saves if self._saving == 0 else -1
        before = self.board
        self.desk.look(lambda: (*self._read(event, before), stored), self._have_read, self._could_not_read)

    def catch_up(self) -> None:
        """Mostly our own key presses, one after the other: read again when they pause."""
        self._again.start()

    def _read(self, event: str, before: Board | None) -> tuple[tuple[Waiting, ...], Board | None, bool]:
        """The events, the photos of this one, and whether they are what is shown already."""
        events = pick.waiting(self.workspace, self.actor)
        names = [one.event for one in events]
        if event not in names:
            event = next((one.event for one in events if one.to_choose), names[0] if names else "")
        board = pick.board(self.workspace, self.actor, event, before) if names else None
        is_shown = board is not None and before is not None and board.event == before.event
        is_shown = is_shown and board.moments is before.moments and board.shots == before.shots
        return events, board, is_shown

    def _have_read(self, found: tuple[tuple[Waiting, ...], Board | None, bool, int]) -> None:
        """Show what was read; choices that were not stored when reading began still stand over it."""
        self._reading = False
        self._events, board, is_shown, stored = found
        if stored == self._saves:
            self._unsaved.clear()
        if is_shown:
            self._show_events()
            self._look_over()
        elif board is None or not self.event or board.event == self.event:
            self.board, self.event = (None, "") if board is None else (self._own(board), board.event)
            self._show_events()
            self._show_board()
            self.context_changed.emit()
            self._look_over()
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _could_not_read(self, problem: BaseException) -> None:
        self._reading = self._read_again = False
        self.notice.show_problem(problem)

    def _show_events(self) -> None:
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for one in self._events:
                waits = tr(" · {to_choose} to choose", to_choose=one.to_choose) if one.to_choose else ""
                self.choice.addItem(f"{one.event}{waits}", one.event)
            self.choice.setCurrentIndex(self.choice.findData(self.event))

    def _choose_event(self, event: str) -> None:
        if event and event != self.event:
            self.event, self.board, self._wanted = event, None, None
            self.undoable.clear()
            if self._looking is not None:
                self._looking.cancel()
            self.refresh()

    def _show_board(self) -> None:
        """The photos of the chosen kind; the current photo stays, or the one that took its place."""
        if self.board is None:
            self._enable()
            return
        at, current = self.grid.currentIndex().row(), self.grid.current_id()
        chosen = self.grid.chosen_ids() if self.grid.selectionModel().hasSelection() else []
        wanted = next(kinds for name, kinds in _FILTERS.items() if self.tabs[name].isChecked())
        self.grid.shots.show_board(self.board, wanted)
        if self.grid.shots.rowCount() and (current is None or self.grid.current_id() != current):
            if not self.grid.go_to(current):
                self.grid.go_to_row(max(0, at))
            self._choose_again(chosen)
        self._show_moment()
        self._enable()

    def _choose_again(self, chosen: Collection[PhotoId]) -> None:
        if len(chosen) > 1:
            select = self.grid.selectionModel().SelectionFlag.Select
            for photo_id in chosen:
                self.grid.selectionModel().select(self.grid.index_of(photo_id), select)

    def _own(self, board: Board) -> Board:
        """The board with what is not stored yet over it, and counted; key presses change this copy alone."""
        shots = dict(board.shots)
        for photo_id, state in self._unsaved.items():
            if photo_id in shots and shots[photo_id].state in OPEN:
                shots[photo_id] = replace(shots[photo_id], state=state)
        self._shots, self._in = shots, Counter(shot.state for shot in shots.values())
        return replace(board, shots=shots)

    def _show_moment(self) -> None:
        row = self.grid.currentIndex().row()
        if row < 0:
            self.where.setText("")
            return
        tile = self.grid.shots.tiles[row]
        first, last = self.grid.shots.moment_at(row)
        place = tr("Photo {row} of {rowCount}", row=row + 1, rowCount=self.grid.shots.rowCount())
        self.where.setText(
            tr("{place} · {at} of {of} of one moment", place=place, at=tile.at, of=tile.of) if tile.of > 1 else place
        )
        if self.stack.currentWidget() is self.beside:
            self.beside.show_moment(self.grid.shots.tiles[first:last], row - first)

    def _enable(self) -> None:
        has_any = bool(self._events) or self.board is not None
        numbers = self._numbers()
        for name, tab in self.tabs.items():
            tab.setText(f"{tr(name)}  {numbers[name]}" if self.board is not None else tr(name))
            tab.setAccessibleName(f"{tr(name)}, {count(numbers[name], 'photo')}")
        rows = self.grid.shots.rowCount()
        if self.board is not None and not rows:
            self.nothing.words.setText(
                tr("No photos here") if self.tabs["All"].isChecked() else tr("None of them, at the moment")
            )
            self.stack.setCurrentWidget(self.nothing)
        elif self.stack.currentWidget() is self.nothing:
            self.stack.setCurrentWidget(self.grid)
        for part in (self.top, self.stack, self.foot):
            part.setVisible(has_any)
        self.empty.setVisible(not has_any)
        for button in (self.keep_button, self.leave_button, self.beside_button):
            button.setEnabled(bool(rows))
        self.all_button.setEnabled(bool(numbers["To choose"]))
        self.undo_button.setEnabled(bool(self.undoable))
        kept = self._in_state(PhotoState.PICKED)
        self.go.setText(
            tr(" Look for faces in {photos}", photos=count(kept, "photo")) if kept else tr(" Look for faces")
        )
        self.go.setAccessibleName(self.go.text().strip())
        self.go.setEnabled(bool(kept) and self._analysing is None)
        looked = numbers["Kept"] - kept
        self.go.setVisible(bool(kept) or not looked)
        self.name_button.setVisible(bool(looked))
        self._point_to(self.go if kept and self._analysing is None else self.name_button)
        self.summary.setText(self._summary(numbers, looked))

    def _point_to(self, next_step: Button) -> None:
        """One of the two is what comes next."""
        for button in (self.go, self.name_button):
            kind = "primary" if button is next_step else ""
            if button.property("kind") != kind:
                button.show_kind(kind)

    def _summary(self, numbers: Mapping[str, int], looked: int) -> str:
        if self.board is None:
            return ""
        parts = [
            tr("{numbers} kept", numbers=numbers["Kept"]),
            tr("{numbers} left out", numbers=numbers["Left out"]),
            tr("{numbers} to choose", numbers=numbers["To choose"]),
        ]
        words = ", ".join(parts) + "."
        if numbers["Left out"] and not numbers["To choose"]:
            words += tr(
                " What is left out is erased {left_out_days} days after it came in.",
                left_out_days=self.board.left_out_days,
            )
        return words

    def _numbers(self) -> dict[str, int]:
        return {name: sum(self._in_state(state) for state in kinds) for name, kinds in _FILTERS.items()}

    def _in_state(self, state: PhotoState) -> int:
        return self._in[state] if self.board is not None else 0

    # what is chosen

    def on_key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False leaves it to the list."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_K: lambda: self.decide(pick.keep),
            Qt.Key.Key_X: lambda: self.decide(pick.leave_out),
            Qt.Key.Key_Delete: lambda: self.decide(pick.leave_out),
            Qt.Key.Key_U: lambda: self.decide(pick.open_again),
            Qt.Key.Key_A: self.keep_the_rest,
            Qt.Key.Key_Return: self.toggle_beside,
            Qt.Key.Key_Enter: self.toggle_beside,
        }
        if self.stack.currentWidget() is self.beside:
            acts[Qt.Key.Key_Escape] = self.toggle_beside
        if not modifiers:
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
            if self.stack.currentWidget() is self.beside:
                steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            acts |= {arrow: lambda by=by: self._step(by) for arrow, by in steps.items()}
        if key not in acts:
            return False
        acts[key]()
        return True

    def decide(self, act: Callable[[Any, Any, Collection[PhotoId]], object]) -> None:
        """Keep, leave out or open again what is chosen; it shows at once, is stored behind, and the next one comes."""
        wanted = {
            pick.keep: PhotoState.PICKED,
            pick.leave_out: PhotoState.SKIPPED,
            pick.open_again: PhotoState.IMPORTED,
        }
        chosen = self.grid.chosen_ids()
        states = {photo_id: self._shots[photo_id].state for photo_id in chosen}
        ids = [photo_id for photo_id in chosen if states[photo_id] in OPEN]
        if chosen and not ids:
            self.notice.tell(tr("That photo was looked through already, so it stays."), state="info")
        last = self.grid.shots.row_of(chosen[-1]) if chosen else -1
        self._store(act, {photo_id: wanted[act] for photo_id in ids if states[photo_id] is not wanted[act]})
        if ids and last + 1 < self.grid.shots.rowCount():
            self.grid.go_to_row(last + 1)

    def keep_the_rest(self) -> None:
        """Keep everything nobody decided about."""
        if self.board is not None:
            rest = [p for p, shot in self.board.shots.items() if shot.state is PhotoState.IMPORTED]
            self._store(pick.keep, dict.fromkeys(rest, PhotoState.PICKED))

    def undo(self) -> None:
        """Take the last choice back."""
        if not self.undoable or self.board is None:
            return
        before = self.undoable.pop()
        self._show_choice(before)
        self._save(lambda: pick.put_back(self.workspace, self.actor, before))
        self.grid.go_to(next(iter(before)))

    def toggle_beside(self) -> None:
        """The shots of this moment large and side by side, or the grid again."""
        if not self.grid.shots.rowCount():
            return
        to = self.grid if self.stack.currentWidget() is self.beside else self.beside
        self.stack.setCurrentWidget(to)
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_moment()

    def _step(self, by: int) -> None:
        row = self.grid.currentIndex().row() + by
        if 0 <= row < self.grid.shots.rowCount():
            self.grid.go_to_row(row)

    def _store(self, act: Callable[[Any, Any, Collection[PhotoId]], object], states: dict[PhotoId, PhotoState]) -> None:
        if not states or self.board is None:
            return
        self.undoable.append({photo_id: self.board.shots[photo_id].state for photo_id in states})
        self._show_choice(states)
        ids = tuple(states)
        self._save(lambda: act(self.workspace, self.actor, ids))

    def _show_choice(self, states: Mapping[PhotoId, PhotoState]) -> None:
        self._unsaved |= states
        for photo_id, state in states.items():
            if photo_id in self._shots:
                self._in[self._shots[photo_id].state] -= 1
                self._in[state] += 1
                self._shots[photo_id] = replace(self._shots[photo_id], state=state)
        self.grid.shots.set_states(states)
        self._show_moment()
        self._enable()

    def _save(self, work: Callable[[], object]) -> None:
        self._saving += 1
        self._saves += 1
        self.notice.dismiss()
        self.desk.save(work, self._saved, self._not_saved)

    def _saved(self, _before: object) -> None:
        self._saving -= 1
        self._again.start()

    def _not_saved(self, problem: BaseException) -> None:
        """Nothing of it holds: show what is stored, and say why."""
        self._saving -= 1
        self._unsaved.clear()
        if self.undoable:
            self.undoable.pop()
        self.notice.show_problem(problem)
        self.refresh()

    # what the program does

    def _look_over(self) -> None:
        """Measure and count behind the page's back, once for each event; what comes shows with the next reading."""
        event = self.event
        if self._looking is not None or event in self._looked_over or not event:
            return
        self._looked_over.add(event)
        self._looking = self.desk.idle(
            lambda: look_over(self.workspace, self.actor, event), self._looked, lambda _problem: None, self._look_ended
        )

    def _looked(self, known: LookedOver) -> None:
        self.keys.setText(
            tr(
                "{keys}\nComparing the photos and counting faces: {done} of {total}",
                keys=tr(KEYS),
                done=known.done,
                total=known.total,
            )
        )

    def _look_ended(self, _completed: bool) -> None:
        self._looking = None
        self.keys.setText(tr(KEYS))
        self._again.start()
        self._look_over()

    def look_through(self) -> None:
        """Have the kept photos looked through for faces and names; choosing goes on meanwhile."""
        event, kept = self.event, self._in_state(PhotoState.PICKED)
        if not kept:
            return
        self.start().setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.save(
            lambda: pick.to_look_through(self.workspace, self.actor, event), self._begin, self.notice.show_problem
        )

    def _begin(self, ids: tuple[PhotoId, ...]) -> None:
        self.undoable.clear()
        self._analysing = self.desk.begin(
            tr("Looking for faces and names"),
            lambda: analyse_photos(self.workspace, self.actor, ids),
            total=len(ids),
            on_outcome=self._analysed,
            on_problem=self.notice.show_problem,
            on_end=self._analysis_ended,
            interrupt=lambda: self.workspace.engines.cancel(),
        )
        self._enable()

    def _analysis_ended(self, _completed: bool) -> None:
        self._analysing = None
        self._enable()

    def _analysed(self, outcome: Any) -> None:
        if outcome.problem is not None:
            self.notice.show_problem(outcome.problem)
        self._again.start()

    def _review(self) -> None:
        looked = (PhotoState.ANALYSED, PhotoState.IDENTIFIED)
        shots = self.board.shots.values() if self.board is not None else ()
        first = min(
            (s for s in shots if s.state in looked), key=lambda s: (s.state is looked[1], s.number), default=None
        )
        if first is not None:
            self.desk.go_to.emit("review", first.photo_id)
