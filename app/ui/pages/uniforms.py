"""Uniform: the colours of the school's uniform and of others nearby, so that a visitor in a photo is noticed."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog

from app.domain.clothing import MOST_COLOURS, Uniform, lab_of
from app.domain.people import Action
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, told, tr
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, clear, line_up, scrolled
from app.ui.words import count
from app.workflow.quick_look import read_file
from app.workflow.uniforms import known_uniforms, main_colours, settle_uniforms

_PICTURES = phrase("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)")
_NAMED = {
    phrase("white"): "#ffffff", phrase("light grey"): "#c4c6c9", phrase("grey"): "#7d8186",
    phrase("dark grey"): "#46494d", phrase("black"): "#141415",
    phrase("navy"): "#1a2547", phrase("blue"): "#1f55b5", phrase("light blue"): "#85bde6",
    phrase("turquoise"): "#1fa3a6", phrase("dark green"): "#0f4a2d",
    phrase("green"): "#2c9a4b", phrase("light green"): "#9fd08a", phrase("yellow"): "#f2c92f",
    phrase("gold"): "#c99a1e", phrase("orange"): "#ec7a1c",
    phrase("red"): "#cc2230", phrase("dark red"): "#6e1226", phrase("pink"): "#ee9ab5",
    phrase("purple"): "#5b2d8c", phrase("lilac"): "#b49ad6",
    phrase("brown"): "#6b4628", phrase("beige"): "#dcc9a5",
}  # fmt: skip
_WHOSE = ((True, phrase("Ours")), (False, phrase("Another school’s")))
_ASKS = (
    Ask(
        "name",
        phrase("Name"),
        hint=phrase("For example: Our uniform, Brook Academy"),
        needed=phrase("Give the uniform a name."),
    ),
    Ask("is_own", phrase("Whose it is"), "choice"),
)


class UniformsPage(Page):
    """Left the uniforms, right one of them with its colours."""

    key = "uniforms"
    title = phrase("Uniform")
    icon_name = "person"
    actions = frozenset({Action.SETTLE_RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: tuple[Uniform, ...] = ()
        self._edited: Uniform | None = None
        self.list = RowsView(tr("Uniforms"), _row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.new = Button(tr("Add a uniform"), self.begin, icon_name="add")
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.new)
        self.empty = EmptyState(
            "person",
            tr("No uniform is registered"),
            tr(
                "With the colours of your uniform, the program can point out somebody who seems to "
                "wear another school’s."
            ),
            Button(tr("Add our uniform"), self.begin, kind="primary"),
        )
        self.fields = Fields(_ASKS)
        self.fields.offer("is_own", list(told(_WHOSE)))
        self.colours = Colours(self)
        self.save_button = Button(tr("Save"), self.save, kind="primary")
        self.remove_button = Button(tr("Remove"), self.remove, icon_name="remove")
        self.sheet = Panel()
        self.sheet.box.addWidget(Label(tr("Uniform"), role="heading"))
        self.sheet.box.addWidget(
            Label(
                tr(
                    "It only warns: clothes never show anybody and never cover anybody. Photos looked "
                    "through before are judged by it at once."
                ),
                role="quiet",
                wraps=True,
            )
        )
        self.sheet.box.addWidget(self.fields)
        self.sheet.box.addWidget(self.colours)
        self.sheet.box.addLayout(line_up(self.remove_button, 1, self.save_button))
        inside = Plain(gap=16)
        inside.box.addWidget(self.empty)
        inside.box.addWidget(self.sheet)
        inside.box.addStretch(1)
        columns = Columns()
        columns.add_side(left, 280)
        columns.addWidget(scrolled(inside, tr("Uniform")), 1)
        self.body.addLayout(columns, 1)
        self.sheet.hide()

    def refresh(self) -> None:
        """Read the uniforms again; what somebody is typing stays."""
        known = self.attempt_quietly(lambda: known_uniforms(self.workspace)) or ()
        was, self._known = self.list.chosen(), known
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.show_items(known)
        if was is not None:
            self.list.choose(lambda uniform: uniform.name == was.name)
        model.blockSignals(False)
        if was is None and known and self.sheet.isHidden():
            self.list.choose(lambda uniform: uniform.name == known[0].name)
        self.empty.setVisible(not known and self.sheet.isHidden())

    def begin(self) -> None:
        """An empty form for another uniform."""
        self.list.clearSelection()
        has_own = any(uniform.is_own for uniform in self._known)
        self._show(None, Uniform("" if has_own else tr("Our uniform"), not has_own, ()))
        self.fields.widgets["name"].setFocus()

    def save(self) -> None:
        """Register what the form says."""
        if not self.fields.check():
            return
        if not self.colours.chosen:
            self.notice.tell(tr("Add at least one colour."), state="needs")
            return
        said = self.fields.values()
        wanted = Uniform(said["name"], said["is_own"], tuple(self.colours.chosen))
        others = [uniform for uniform in self._known if uniform != self._edited]
        if self._settle([*others, wanted]):
            self.list.choose(lambda uniform: uniform.name == " ".join(wanted.name.split()))
            self.notice.tell(
                tr("Kept: {name}, {colours}.", name=wanted.name, colours=count(len(wanted.colours), "colour"))
            )

    def remove(self) -> None:
        """Forget the uniform on the screen; one press brings it back."""
        gone = self._edited
        if gone is None or not self._settle([uniform for uniform in self._known if uniform != gone]):
            return
        self.sheet.hide()
        self.refresh()
        self.notice.offer(tr("Removed: {name}.", name=gone.name), {tr("Undo"): lambda: self._bring_back(gone)})

    def _bring_back(self, gone: Uniform) -> None:
        if self._settle([*self._known, gone]):
            self.list.choose(lambda uniform: uniform.name == gone.name)
            self.notice.dismiss()

    def _settle(self, uniforms: list[Uniform]) -> bool:
        done = self.attempt(lambda: settle_uniforms(self.workspace, self.actor, uniforms) or True)
        if done:
            self.written()
            self.refresh()
        return bool(done)

    def _chosen(self) -> None:
        if (uniform := self.list.chosen()) is not None:
            self._show(uniform, uniform)

    def _show(self, edited: Uniform | None, shown: Uniform) -> None:
        self._edited = edited
        self.fields.fill({"name": shown.name, "is_own": shown.is_own})
        self.colours.show_colours(shown.colours)
        self.remove_button.setEnabled(edited is not None)
        self.empty.hide()
        self.sheet.show()


class Colours(Plain):
    """Up to four colours of one uniform: picked, or taken from a picture of a garment."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self.chosen: list[str] = []
        self._row, self._found = Plain(row=True, gap=8), Plain(row=True, gap=8)
        self.pick_button = Button(tr("Pick a colour"), self.pick, icon_name="add")
        self.from_picture = Button(tr("Take from a picture"), self.choose_picture, icon_name="picture")
        self.found_words = Label(tr("In the picture; press those of the uniform:"), role="quiet", wraps=True)
        self.box.addWidget(Label(tr("Colours of jumper, polo shirt and so on")))
        self.box.addWidget(self._row)
        self.box.addLayout(line_up(self.pick_button, self.from_picture, 1))
        self.box.addWidget(self.found_words)
        self.box.addWidget(self._found)
        self.show_colours(())

    def show_colours(self, colours: tuple[str, ...]) -> None:
        """Begin with these."""
        self.chosen = list(colours)
        clear(self._found.box)
        self.found_words.hide()
        self._show()

    def add(self, colour: str) -> None:
        """One more, unless it is there or there are four."""
        if colour not in self.chosen and len(self.chosen) < MOST_COLOURS:
            self.chosen.append(colour)
            self._show()

    def pick(self) -> None:
        """Ask for a colour."""
        colour = QColorDialog.getColor(QColor("#1f2a4d"), self, tr("Colour of the uniform"))
        if colour.isValid():
            self.add(colour.name())

    def choose_picture(self) -> None:
        """Ask for a picture of a garment."""
        name, _kind = QFileDialog.getOpenFileName(self, tr("Picture of the uniform"), "", tr(_PICTURES))
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Offer the colours a picture is made of."""
        page = self._page
        page.desk.look(lambda: main_colours(page.workspace, read_file(path)), self._offer, page.notice.show_problem)

    def _offer(self, colours: tuple[str, ...]) -> None:
        clear(self._found.box)
        for colour in colours:
            self._found.box.addWidget(_swatch(colour, tr("Add"), lambda c=colour: self.add(c)))
        self._found.box.addStretch(1)
        self.found_words.show()

    def _show(self) -> None:
        clear(self._row.box)
        for colour in self.chosen:
            self._row.box.addWidget(_swatch(colour, tr("Remove"), lambda c=colour: self._drop(c)))
        if not self.chosen:
            self._row.box.addWidget(Label(tr("None yet"), role="quiet"))
        self._row.box.addStretch(1)
        self.pick_button.setEnabled(len(self.chosen) < MOST_COLOURS)

    def _drop(self, colour: str) -> None:
        self.chosen.remove(colour)
        self._show()


def _swatch(colour: str, doing: str, on_press: Callable[[], object]) -> Button:
    """A button with the colour and its name, so that it can be told without seeing colours."""
    side = theme().px(24)
    sample = QPixmap(side, side)
    sample.fill(QColor(theme().tokens.quiet))
    painter = QPainter(sample)
    painter.fillRect(1, 1, side - 2, side - 2, QColor(colour))
    painter.end()
    words = colour_words(colour)
    button = Button(f" {words}", on_press, tip=f"{doing} {words} ({colour})", name=f"{doing} {words} {colour}")
    button.setIcon(sample)
    return button


def colour_words(colour: str) -> str:
    """What people call a colour ``#rrggbb``: the nearest of a few names."""
    place = lab_of(colour)
    return tr(min(_NAMED, key=lambda name: math.dist(place, lab_of(_NAMED[name]))))


def _row(uniform: Uniform) -> Row:
    whose = tr("ours") if uniform.is_own else tr("another school’s")
    return Row(uniform.name, f"{whose}, {count(len(uniform.colours), 'colour')}", icon="person")
