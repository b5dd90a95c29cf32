"""The middle column of Review: the photo with the way to the next one above it and what would go out below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QMenu, QSizePolicy, QStackedWidget

from app.domain.consent import Platform
from app.ui.canvas.compare import ComparePane
from app.ui.canvas.photo_canvas import PhotoCanvas
from app.ui.language import tr
from app.ui.theme import theme
from app.ui.widgets import (
    Button,
    ElidedLabel,
    Flowing,
    Label,
    Panel,
    StateChip,
    clear,
    flowing,
    is_large,
    line_up,
    show_if,
)
from app.ui.words import count

_MANY = 3
"""With more platforms their tabs need the room of the words beside them."""
_LARGEST = 1.6
"""Up to this one the step back has a button; above it the menu and its key."""
_ROOMY = 1.3
"""Up to this text size the toolbar has room for everything; above it zooming is in the menu and on the keys."""


class Numbers(Flowing):
    """How many are named, still to name and covered: each with its state where there is room, else as one line."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        self._line = ElidedLabel(role="quiet")
        self._line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chips = {state: StateChip(state, "") for state in ("shown", "needs", "covered")}
        self._twice = StateChip("needs", "")
        self._words: tuple[str, ...] = ()
        is_roomy = theme().scale <= _ROOMY
        for chip in (*self._chips.values(), self._twice):
            self.box.addWidget(chip)
            show_if(chip, is_roomy)
        self.box.addWidget(self._line)
        show_if(self._line, not is_roomy)
        if is_roomy:
            self.box.add_spring()

    def show_numbers(self, *, named: int, unnamed: int, maybe: int, covered: int, twice: int) -> None:
        """Fill in the numbers; `twice` is how many names are on more than one face."""
        more = tr(" · {maybe} maybe a person", maybe=maybe) if maybe else ""
        self._words = (
            tr("{named} named", named=named),
            tr("{unnamed} to name{more}", unnamed=unnamed, more=more),
            tr("{covered} covered", covered=covered),
        )
        for (state, chip), words in zip(self._chips.items(), self._words, strict=True):
            done = state == "needs" and not unnamed and not maybe
            chip.show_state("shown" if done else state, words)
        self._twice.show_state("needs", tr("{names} twice", names=count(twice, "name")) if twice else "")
        self._twice.setVisible(bool(twice) and theme().scale <= _ROOMY)
        self._line.setText(self.text())

    def text(self) -> str:
        """All of it as one line."""
        return " · ".join((*self._words, *([self._twice.words()] if self._twice.words() else [])))


class PicturePanel(Panel):
    """Signals:
    stepped(int): to the photo before (-1) or after (1). event_chosen(str): the photos of another event.
    platform_chosen(object): see what this platform would show. compared(bool): the very picture that would go out is
    wanted, or the photo with its boxes.
    """

    stepped = Signal(int)
    event_chosen = Signal(str)
    platform_chosen = Signal(object)
    compared = Signal(bool)

    def __init__(self, *, undo: Callable[[], object], redo: Callable[[], object], draw: Callable[[], object]) -> None:
        super().__init__(margin=8, gap=8)
        self.canvas = PhotoCanvas(tr("Photo with faces"))
        self.outcome = StateChip("needs", "")
        self.numbers = Numbers()
        self.because = Label(role="quiet", wraps=True)
        self.tabs = Flowing()
        self._tab_group = QButtonGroup(self)
        self._build_bar(undo, redo, draw)
        self.compare = ComparePane()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self.compare)
        self.box.addWidget(self.stack, 1)
        kind = "" if theme().scale <= _ROOMY else "icon"
        tip = tr("Before and after: the very picture that would go out (V, Alt+V)")
        self.compare_button = Button(tr("Before and after"), icon_name="compare", kind=kind, tip=tip)
        self.compare_button.setCheckable(True)
        self.compare_button.toggled.connect(self._compare)
        self.platform_list = QComboBox()
        self.platform_list.setAccessibleName(tr("Platform"))
        self.platform_list.hide()
        self.platform_list.activated.connect(lambda at: self.platform_chosen.emit(self._platforms[at]))
        self._platforms: tuple[Platform, ...] = ()
        foot = line_up(self.platform_list)
        foot.addWidget(self.tabs, 1)
        foot.addStretch(0)
        foot.addWidget(self.compare_button)
        self.box.addLayout(foot)
        words = line_up(self.outcome, gap=12)
        words.addWidget(self.numbers, 1)
        self.box.addLayout(words)
        self.box.addWidget(self.because)

    def _compare(self, wanted: bool) -> None:
        self.stack.setCurrentWidget(self.compare if wanted else self.canvas)
        self.compared.emit(wanted)

    @property
    def is_comparing(self) -> bool:
        return self.compare_button.isChecked()

    def _build_bar(self, undo: Callable[[], object], redo: Callable[[], object], draw: Callable[[], object]) -> None:
        self.events = QComboBox()
        self.events.setAccessibleName(tr("Event"))
        self.events.setMinimumWidth(theme().px(110))
        self.events.setMaximumWidth(theme().px(220))
        if is_large():
            self.events.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.events.setMinimumContentsLength(8)
        self.events.currentIndexChanged.connect(lambda _index: self.event_chosen.emit(self.events.currentText()))
        self.back = Button(
            tr("Previous photo"), lambda: self.stepped.emit(-1), icon_name="previous", kind="icon", tip=tr("Page Up")
        )
        self.forward = Button(
            tr("Next photo"), lambda: self.stepped.emit(1), icon_name="next", kind="icon", tip=tr("Page Down")
        )
        self.where = Label()
        zoom_in, zoom_out = (lambda: self.canvas.zoom_by(1.25)), (lambda: self.canvas.zoom_by(0.8))
        zoom = [
            Button(tr("Zoom in"), zoom_in, icon_name="zoom-in", kind="icon", tip=tr("Zoom in (+)")),
            Button(tr("Zoom out"), zoom_out, icon_name="zoom-out", kind="icon", tip=tr("Zoom out (-)")),
            Button(tr("Whole photo"), self.canvas.fit, icon_name="fit", kind="icon", tip=tr("Whole photo (0)")),
        ]
        self._everyday = {
            tr("Draw a box\tB"): draw,
            tr("Take the last step back\tCtrl+Z"): undo,
            tr("Do it again\tCtrl+Y"): redo,
            tr("Zoom in\t+"): zoom_in,
            tr("Zoom out\t-"): zoom_out,
            tr("Whole photo\t0"): self.canvas.fit,
        }
        self.undo_button = Button(
            tr("Undo"), undo, icon_name="undo", kind="icon", tip=tr("Take the last step back (Ctrl+Z)")
        )
        self.redo_button = Button(tr("Redo"), redo, icon_name="redo", kind="icon", tip=tr("Do it again (Ctrl+Y)"))
        self.box_button = Button(
            tr("Draw a box"),
            draw,
            icon_name="box",
            kind="icon",
            tip=tr("Draw a box: B, then drag on the photo, or Enter and move it with Ctrl and Alt and the arrows"),
        )
        for button in (*zoom, self.box_button, self.redo_button):
            show_if(button, theme().scale <= _ROOMY)
        show_if(self.undo_button, theme().scale <= _LARGEST)
        self.under = Button(tr("Look underneath"), icon_name="eye", kind="icon", tip=tr("Look underneath: hold Space"))
        self.under.pressed.connect(lambda: self.canvas.look_underneath(True))
        self.under.released.connect(lambda: self.canvas.look_underneath(False))
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.more = Button(tr("More"), self._open_menu, icon_name="more", kind="icon", tip=tr("More"))
        self.offer({}, "")
        shown = (*zoom, self.undo_button, self.redo_button, self.box_button, self.under, self.more)
        all_in_line = flowing if is_large() else line_up
        bar = all_in_line(self.events, self.back, self.where, self.forward, 1, *shown, gap=4)
        self.box.addLayout(bar)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # what it shows

    def offer(self, acts: Mapping[str, Callable[[], object]], instead: str) -> None:
        """Fill the menu: the everyday acts, then these, or in their place a quiet sentence."""
        self.menu.clear()
        for words, act in (*self._everyday.items(), (None, None), *acts.items()):
            if words is None:
                self.menu.addSeparator()
            else:
                self.menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
        if instead and not acts:
            self.menu.addAction(instead).setEnabled(False)

    def show_events(self, names: Sequence[str], chosen: str) -> None:
        """Offer the events; nothing is emitted."""
        self.events.blockSignals(True)
        self.events.clear()
        self.events.addItems(names)
        self.events.setCurrentText(chosen)
        self.events.blockSignals(False)

    def show_place(self, at: int, among: int) -> None:
        """Which of the event's photos this is, counted from 0."""
        self.where.setText(tr("{at} of {among}", at=at + 1, among=among))
        self.back.setEnabled(at > 0)
        self.forward.setEnabled(at + 1 < among)

    def show_platforms(self, platforms: Sequence[Platform], chosen: str) -> None:
        """One tab for each platform; a list where there is no room for so many tabs."""
        self._platforms = tuple(platforms)
        is_list = len(platforms) > _MANY and theme().scale > _ROOMY
        if [self.platform_list.itemText(n) for n in range(self.platform_list.count())] != [p.name for p in platforms]:
            self.platform_list.clear()
            self.platform_list.addItems([p.name for p in platforms])
        self.platform_list.setCurrentIndex(next((n for n, p in enumerate(platforms) if p.id == chosen), 0))
        self.platform_list.setVisible(is_list)
        self.tabs.setVisible(not is_list)
        if [b.text() for b in self._tab_group.buttons()] != [p.name for p in platforms]:
            for button in self._tab_group.buttons():
                self._tab_group.removeButton(button)
            clear(self.tabs.box)
            for platform in platforms:
                tab = Button(platform.name, lambda p=platform: self.platform_chosen.emit(p), kind="tab")
                self._tab_group.addButton(tab)
                self.tabs.box.addWidget(tab)
            self.tabs.box.add_spring()
        is_narrow = len(platforms) > _MANY or theme().scale > _ROOMY
        self.compare_button.setText("" if is_narrow else tr(" Before and after"))
        for button, platform in zip(self._tab_group.buttons(), platforms, strict=True):
            button.setChecked(platform.id == chosen)
