"""The two side columns of Review: the class list with the reverse check, and the faces with their why-line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.detection import PhotoFacts, Presence, Region, RegionKind, Verdict, is_open_hint
from app.domain.people import Person, PersonId
from app.domain.treatment import Decision, RegionDecision
from app.ui.models.rows import Index, Row, RowsView
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, grid
from app.ui.words import place_words, reason_words, recognisable_words, state_of

EVERYBODY = "Everybody"
MAYBE = "maybe"
"""The icon of what may be a person."""
_DENIALS = {
    RegionKind.FACE: "Not a face",
    RegionKind.HINT: "Nobody",
    RegionKind.TEXT: "Harmless words",
    RegionKind.MARK: "Take away",
    RegionKind.OTHER: "Take away",
}


@dataclass(frozen=True, slots=True)
class FaceActs:
    """What the buttons below the list of faces do."""

    accept: Callable[[], object]
    stranger: Callable[[], object]
    not_a_face: Callable[[], object]
    cover: Callable[[], object]
    nobody_anywhere: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Face:
    """One place in the picture with what was decided for it; `number` counts from 1 in reading order."""

    number: int
    region: Region
    decision: RegionDecision | None
    name: str

    @property
    def needs_a_name(self) -> bool:
        return state_of(self.decision, self.region)[0] == "needs"

    @property
    def is_maybe(self) -> bool:
        """Whether somebody has to say that this is a person, or that nobody is there."""
        return is_open_hint(self.region)


def faces_of(facts: PhotoFacts, decision: Decision, people: Mapping[PersonId, Person]) -> tuple[Face, ...]:
    """Every place that still counts, faces first, left to right within rows; without those where nobody was found."""
    decided = {d.region_id: d for d in decision.regions}
    regions = [r for r in facts.regions if not (r.removed or r.verdict is Verdict.NOT_A_NAME or _is_nobody(r))]
    regions.sort(key=lambda r: (r.kind.value, r.box.top // max(1, facts.height // 6), r.box.left))
    names = {r.id: people[r.person_id].name for r in regions if r.person_id is not None and r.person_id in people}
    return tuple(Face(n, r, decided.get(r.id), names.get(r.id, "")) for n, r in enumerate(regions, start=1))


def _is_nobody(region: Region) -> bool:
    return region.kind is RegionKind.HINT and region.verdict is Verdict.NOT_A_FACE and not region.always_cover


class ClassPanel(Panel):
    """Search, class list, and below them the few who may not be shown.

    Signals:
        named(object): this person is on the chosen face.
        answered(object, object): a person and a `Presence` for the reverse check.
        class_changed(str): another class was chosen; empty for everybody.
    """

    named = Signal(object)
    answered = Signal(object, object)
    class_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__(margin=12, gap=8)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Type a name")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Search names")
        self.groups = QComboBox()
        self.groups.setAccessibleName("Class")
        self.people = RowsView("Class list", self._person_row, is_flat=True)
        self.missing = RowsView("May not be shown: in the picture?", self._missing_row, is_flat=True)
        self.missing_words = Label(role="heading", wraps=True)
        self._inside: frozenset[PersonId] = frozenset()
        self._answers: dict[PersonId, Presence] = {}
        self.not_here = Button(
            "Not here",
            lambda: self._answer(Presence.NOT_IN_PICTURE),
            name="Not in the picture",
            tip="Not in the picture (Enter in this list)",
        )
        self.here = Button(
            "Here",
            lambda: self._answer(Presence.IN_PICTURE),
            name="In the picture",
            tip="In the picture: then point to the face and name it",
        )
        self.box.addWidget(self.search)
        self.box.addWidget(self.groups)
        self.box.addWidget(self.people, 3)
        self.reverse = Plain(gap=8)
        self.reverse.box.addWidget(self.missing_words)
        self.reverse.box.addWidget(self.missing, 1)
        answers = grid(8)
        answers.addWidget(self.not_here, 0, 0)
        answers.addWidget(self.here, 0, 1)
        self.reverse.box.addLayout(answers)
        self.box.addWidget(self.reverse, 2)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.name_first)
        self.people.activated.connect(lambda index: self._name(self.people.rows.item(index)))
        self.people.clicked.connect(lambda index: self._name(self.people.rows.item(index)))
        self.missing.activated.connect(lambda _index: self._answer(Presence.NOT_IN_PICTURE))
        self.groups.currentIndexChanged.connect(lambda _i: self.class_changed.emit(self.group))
        self._all: tuple[Person, ...] = ()

    @property
    def group(self) -> str:
        return "" if self.groups.currentText() == EVERYBODY else self.groups.currentText()

    def show_groups(self, groups: Sequence[str], chosen: str) -> None:
        """Offer the classes; nothing is emitted."""
        wanted = [EVERYBODY, *groups]
        self.groups.blockSignals(True)
        if [self.groups.itemText(i) for i in range(self.groups.count())] != wanted:
            self.groups.clear()
            self.groups.addItems(wanted)
        self.groups.setCurrentText(chosen or EVERYBODY)
        self.groups.blockSignals(False)

    def show_people(self, people: Sequence[Person], inside: frozenset[PersonId]) -> None:
        """The class list; those already named in the picture carry a tick."""
        self._all, self._inside = tuple(people), inside
        self._filter()

    def show_missing(self, people: Sequence[Person], answers: Mapping[PersonId, Presence], platform: str) -> None:
        """Those who may not be shown and are not named in the picture."""
        self._answers = dict(answers)
        unanswered = sum(1 for person in people if person.id not in answers)
        self.missing_words.setText(
            f"Not for {platform}: in the picture? {unanswered} to answer"
            if unanswered
            else f"Not for {platform}: all answered"
        )
        chosen = self.missing.chosen()
        self.missing.rows.show_items(sorted(people, key=lambda p: (p.id in answers, p.name)))
        if not (chosen and self.missing.choose(lambda p: p.id == chosen.id and p.id not in answers)):
            self.missing.choose(lambda p: p.id not in answers)
        self.reverse.setVisible(bool(people))

    def name_first(self) -> None:
        """Enter in the search: the chosen person, else the first that fits."""
        chosen = self.people.chosen() or next(iter(self.people.rows.items), None)
        if chosen is not None and self.search.text().strip():
            self._name(chosen)

    def _name(self, person: Person | None) -> None:
        if person is not None:
            self.search.clear()
            self.named.emit(person)

    def _answer(self, presence: Presence) -> None:
        """Answer for the chosen child; the same answer again takes it back."""
        if (person := self.missing.chosen()) is not None:
            again = self._answers.get(person.id) is presence
            self.answered.emit(person, None if again else presence)

    def _filter(self) -> None:
        wanted = self.search.text().strip().casefold()
        fits = [p for p in self._all if all(any(w.startswith(t) for w in _parts(p)) for t in wanted.split())]
        was = self.people.chosen()
        self.people.rows.show_items(fits)
        stays = was is not None and self.people.choose(lambda p: p.id == was.id)
        if wanted and fits and not stays:
            self.people.setCurrentIndex(self.people.rows.index(0))

    def _person_row(self, person: Person) -> Row:
        if person.id in self._inside:
            return Row(person.name, words="named", state="shown")
        return Row(person.name, icon="person")

    def _missing_row(self, person: Person) -> Row:
        answer = self._answers.get(person.id)
        if answer is Presence.NOT_IN_PICTURE:
            return Row(person.name, "not in the picture", state="shown")
        if answer is Presence.IN_PICTURE:
            return Row(person.name, "in the picture: name the face", state="needs")
        return Row(person.name, "in the picture?", state="needs")


class FacesPanel(Panel):
    """Every place in the picture as a row, why it is as it is, and what can be done with it.

    Signals:
        chosen(str): a row was chosen. hovered(str): the row under the mouse changed.
    """

    chosen = Signal(str)
    hovered = Signal(str)

    def __init__(self, acts: FaceActs) -> None:
        super().__init__(margin=12, gap=8)
        self._platform = ""
        self.heading = Label("In the picture", role="heading")
        self.list = RowsView("Faces and words in the picture", self._row, is_flat=True)
        self.why = Label(role="quiet", wraps=True)
        self.why.setMinimumHeight(theme().px(52))
        self.box.addWidget(self.heading)
        self.box.addWidget(self.list, 1)
        self._build_acts(acts)
        self.list.entered.connect(self._hover)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def _build_acts(self, acts: FaceActs) -> None:
        self.nobody_button = Button("", acts.nobody_anywhere, icon_name="tick")
        self.nobody_button.hide()
        self.person_button = Button("A person", acts.accept, tip="A person: to be named like a face (P)")
        self.name_button = Button("Stranger", acts.stranger, tip="A visitor or passer-by: stays covered")
        self.not_face = Button("Not a face", acts.not_a_face, tip="Delete")
        self.cover_button = Button("Cover", acts.cover, icon_name="shield", tip="Cover whatever the register says (C)")
        self.box.addWidget(self.nobody_button)
        self.box.addWidget(self.why)
        who = Plain(gap=0)
        for button in (self.person_button, self.name_button):
            who.box.addWidget(button)
        self.acts = grid(8)
        self.acts.addWidget(who, 0, 0)
        self.acts.addWidget(self.not_face, 0, 1)
        self.acts.addWidget(self.cover_button, 1, 0, 1, 2)
        self.box.addLayout(self.acts)

    def show_faces(self, faces: Sequence[Face], platform: str, chosen: str) -> None:
        """Fill the list and keep the choice; nothing is emitted."""
        self._platform = platform
        self.list.selectionModel().blockSignals(True)
        self.list.rows.show_items(_under_headings(faces))
        self.list.choose(lambda face: face.region.id == chosen)
        self.list.selectionModel().blockSignals(False)
        maybe = sum(1 for face in faces if face.is_maybe)
        self.nobody_button.setVisible(maybe > 1)
        self.nobody_button.setText(f" Nobody at these {maybe} places")
        self.nobody_button.setAccessibleName(self.nobody_button.text().strip())
        self._explain()

    def choose(self, region_id: str) -> None:
        self.list.choose(lambda face: face.region.id == region_id)
        self.list.scrollTo(self.list.currentIndex())
        self._explain()

    def _hover(self, index: Index) -> None:
        face = self.list.rows.item(index)
        self.hovered.emit(face.region.id if face is not None else "")

    def _tell(self) -> None:
        self._explain()
        if (face := self.list.chosen()) is not None:
            self.chosen.emit(face.region.id)

    def _explain(self) -> None:
        face = self.list.chosen()
        self.why.setText(why_words(face, self._platform) if face else "Choose a face to see why.")
        kind = face.region.kind if face else RegionKind.FACE
        self.person_button.setVisible(kind is RegionKind.HINT)
        self.name_button.setVisible(kind is not RegionKind.HINT)
        self.name_button.setEnabled(kind is RegionKind.FACE)
        self.not_face.setText(_DENIALS[kind])
        self.not_face.setAccessibleName(_DENIALS[kind])

    def _row(self, face: Face) -> Row:
        state, words = state_of(face.decision, face.region)
        title = f"{face.number}  {place_words(face.region, face.name)}"
        if face.is_maybe:
            words = "covered until somebody looks"
        elif not face.name and (doubt := recognisable_words(face.region)):
            words = f"{words} · {doubt}"
        return Row(title, words, state=state, icon=MAYBE if face.is_maybe else "")


def _under_headings(faces: Sequence[Face]) -> Iterator[Face | Row]:
    """Faces first, without a heading of their own; then what may be people, and last what is no person."""
    said = ""
    maybe = sum(1 for face in faces if face.is_maybe)
    headings = {RegionKind.FACE: "", RegionKind.HINT: f"Maybe a person · {maybe}"}
    for face in faces:
        heading = headings.get(face.region.kind, "Words and other things")
        if heading != said:
            said = heading
            yield Row(heading, is_heading=True)
        yield face


def why_words(face: Face, platform: str) -> str:
    """The why-line: who or what, what happens, and because of what."""
    if face.is_maybe:
        return "Perhaps somebody seen from behind or from the side. Covered until you say. P: a person. Delete: nobody."
    _state, words = state_of(face.decision, face.region)
    because = reason_words(face.decision.reason, platform) if face.decision else "nothing was decided yet"
    words = "covered until named" if words == "to name" else words
    doubt = recognisable_words(face.region) if not face.name else ""
    return f"{place_words(face.region, face.name)}: {words}, {because}{f'; {doubt}' if doubt else ''}."


def _parts(person: Person) -> tuple[str, ...]:
    words = f"{person.name} {person.legal_forename} {person.legal_surname}".casefold()
    return tuple(words.replace("-", " ").split()) + tuple(words.split())
