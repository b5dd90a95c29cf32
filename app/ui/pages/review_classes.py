"""The left column of Review: the class list, and below it the few who may not be shown."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QSizePolicy

from app.domain.detection import Presence
from app.domain.people import Person, PersonId
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, grid

EVERYBODY = phrase("Everybody")


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
        self.search.setPlaceholderText(tr("Type a name"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search names"))
        self.groups = QComboBox()
        self.groups.setAccessibleName(tr("Class"))
        self.people = RowsView(tr("Class list"), self._person_row, is_flat=True)
        self.missing = RowsView(tr("May not be shown: in the picture?"), self._missing_row, is_flat=True)
        self.missing_words = Label(role="heading", wraps=True)
        self.missing_words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inside: frozenset[PersonId] = frozenset()
        self._listed: frozenset[PersonId] = frozenset()
        self._namesakes: frozenset[PersonId] = frozenset()
        """Whoever has the name of somebody else in the list: only the class tells them apart."""
        self._answers: dict[PersonId, Presence] = {}
        self.not_here = Button(
            tr("Not here"),
            lambda: self._answer(Presence.NOT_IN_PICTURE),
            name=tr("Not here: not in the picture"),
            tip=tr("Not in the picture (Enter in this list)"),
        )
        self.here = Button(
            tr("Here"),
            lambda: self._answer(Presence.IN_PICTURE),
            name=tr("Here: in the picture"),
            tip=tr("In the picture: then point to the face and name it"),
        )
        self.box.addWidget(self.search)
        self.box.addWidget(self.groups)
        self.box.addWidget(self.people, 3)
        self.reverse = Plain(gap=8)
        self.reverse.box.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        self.reverse.box.addWidget(self.missing_words)
        self.reverse.box.addWidget(self.missing, 1)
        answers = grid(8)
        answers.addWidget(self.not_here, 0, 0)
        answers.addWidget(self.here, 0, 1)
        self.reverse.box.addLayout(answers)
        self.box.addWidget(self.reverse, 2)
        self.search.textChanged.connect(lambda _text: self._typed())
        self.search.returnPressed.connect(self.name_first)
        self.people.activated.connect(lambda index: self._name(self.people.rows.item(index)))
        self.people.clicked.connect(lambda index: self._name(self.people.rows.item(index)))
        self.missing.activated.connect(lambda _index: self._answer(Presence.NOT_IN_PICTURE))
        self.groups.currentIndexChanged.connect(lambda _i: self.class_changed.emit(self.group))
        self._all: tuple[Person, ...] = ()
        self._hint = ""
        self._is_seeking = self._enter_waits = self._with_class = False

    @property
    def group(self) -> str:
        return "" if self.groups.currentIndex() <= 0 else self.groups.currentText()

    def show_groups(self, groups: Sequence[str], chosen: str) -> None:
        """Offer the classes; nothing is emitted."""
        wanted = [tr(EVERYBODY), *groups]
        self.groups.blockSignals(True)
        if [self.groups.itemText(i) for i in range(self.groups.count())] != wanted:
            self.groups.clear()
            self.groups.addItems(wanted)
        self.groups.setCurrentText(chosen or tr(EVERYBODY))
        self.groups.blockSignals(False)

    def show_people(
        self,
        people: Sequence[Person],
        inside: frozenset[PersonId],
        listed: Collection[PersonId] = frozenset(),
        *,
        hint: str = "",
        is_seeking: bool = False,
        is_found: bool = False,
        with_class: bool = False,
    ) -> None:
        """The class list: who is on the event's list first, and those already named in the picture last.

        Args:
            people: whoever can be named.
            inside: who is named in the picture.
            listed: who is on the event's list.
            hint: how others are found; empty when nobody is left out.
            is_seeking: others are still looked for by what is typed.
            is_found: they were found now, so the best of all is chosen anew.
            with_class: several may bear one name, so whoever is not on the event's list is shown with their class.
        """
        self._all, self._inside, self._listed = tuple(people), inside, frozenset(listed)
        self._hint, self._is_seeking, self._with_class = hint, is_seeking, with_class
        names = Counter(person.name for person in people)
        self._namesakes = frozenset(person.id for person in people if names[person.name] > 1)
        self._filter(is_typed=is_found)
        if self._enter_waits and not is_seeking:
            self.name_first()

    def show_missing(self, people: Sequence[Person], answers: Mapping[PersonId, Presence], platform: str) -> None:
        """Those who may not be shown and are not named in the picture."""
        self._answers = dict(answers)
        unanswered = sum(1 for person in people if person.id not in answers)
        self.missing_words.setText(
            tr("Not for {platform} · {unanswered} to answer", platform=platform, unanswered=unanswered)
            if unanswered
            else tr("Not for {platform} · all answered", platform=platform)
        )
        chosen = self.missing.chosen()
        self.missing.rows.show_items(sorted(people, key=lambda p: (p.id in answers, p.name)))
        if not (chosen and self.missing.choose(lambda p: p.id == chosen.id and p.id not in answers)):
            self.missing.choose(lambda p: p.id not in answers)
        self.reverse.setVisible(bool(people))
        self.missing.setMaximumHeight(theme().px(max(72, 52 * len(people) + 4)))

    @property
    def to_answer(self) -> int:
        """Of how many of the few who may not be shown nobody has said yet whether they are in the photo."""
        return sum(1 for person in self.missing.rows.items if person.id not in self._answers)

    def name_first(self) -> None:
        """Enter in the search: the chosen person, else the first that fits; once all who may be meant are there."""
        chosen = self.people.chosen() or next(iter(self.people.rows.items), None)
        self._enter_waits = self._is_seeking and (chosen is None or chosen.id not in self._listed)
        if chosen is not None and self.search.text().strip() and not self._enter_waits:
            self._name(chosen)

    def _typed(self) -> None:
        self._enter_waits = False
        self._filter(is_typed=True)

    def _name(self, person: Person | None) -> None:
        if person is not None:
            self.search.clear()
            self.named.emit(person)

    def _answer(self, presence: Presence) -> None:
        """Answer for the chosen child; the same answer again takes it back."""
        if (person := self.missing.chosen()) is not None:
            again = self._answers.get(person.id) is presence
            self.answered.emit(person, None if again else presence)

    def _filter(self, *, is_typed: bool = False) -> None:
        """Who fits; another letter chooses the best of them anew, a list read again leaves the choice."""
        wanted = folded(self.search.text())
        ranks = {p.id: fit for p in self._all if (fit := _fit(p, wanted)) is not None}
        fits = [p for p in self._all if p.id in ranks]
        fits.sort(key=lambda p: (p.id not in self._listed, ranks[p.id]))
        was = self.people.chosen()
        free = [p for p in fits if p.id not in self._inside]
        named = [p for p in fits if p.id in self._inside]
        here = [p for p in free if p.id in self._listed]
        others = [p for p in free if p.id not in self._listed]
        parts: list[Person | Row] = [*here]
        if here and others:
            parts.append(Row(tr("Everybody else"), is_heading=True))
        parts += others
        if self._hint:
            parts.append(Row(self._hint, is_heading=True))
        if named:
            parts.append(Row(tr("Named in this photo"), is_heading=True))
        self.people.rows.show_items([*parts, *named])
        keeps = was is not None and was.id not in self._inside and not (is_typed and wanted)
        stays = keeps and self.people.choose(lambda p: p.id == was.id)
        if wanted and fits and not stays:
            self.people.choose(lambda _person: True)
        elif not stays:
            self.people.setCurrentIndex(QModelIndex())
            self.people.scrollToTop()

    def _person_row(self, person: Person) -> Row:
        is_unclear = person.id in self._namesakes or (self._with_class and person.id not in self._listed)
        group = person.registration_group if is_unclear else ""
        if person.id in self._inside:
            return Row(person.name, group, state="shown", said=tr("named"))
        return Row(person.name, group, icon="person")

    def _missing_row(self, person: Person) -> Row:
        answer = self._answers.get(person.id)
        if answer is Presence.NOT_IN_PICTURE:
            return Row(person.name, tr("not in the picture"), state="shown")
        if answer is Presence.IN_PICTURE:
            return Row(person.name, tr("in the picture: name the face"), state="needs")
        return Row(person.name, tr("in the picture?"), state="needs")


def _fit(person: Person, wanted: str) -> int | None:
    """How well what is typed means this person, 0 best; None when it does not.

    The beginning of a first name comes before both initials ("ao" is Amara Okafor), and those before any other name.
    """
    typed = wanted.split()
    if not typed:
        return 0
    first = folded(person.forename).replace("-", " ").split()
    words = _parts(person)
    if not all(any(word.startswith(part) for word in words) for part in typed):
        initials = "".join(name[:1] for name in (folded(person.forename), folded(person.surname)))
        return 1 if len(typed) == 1 and typed[0] == initials else None
    return 0 if any(word.startswith(typed[0]) for word in first[:1]) else 2


def _parts(person: Person) -> tuple[str, ...]:
    return _parts_of(f"{person.name} {person.legal_forename} {person.legal_surname}")


@lru_cache(maxsize=8192)
def _parts_of(names: str) -> tuple[str, ...]:
    """The words of somebody's names; each letter that is typed asks for those of the whole list."""
    words = folded(names)
    return tuple(words.replace("-", " ").split()) + tuple(words.split())


def folded(text: str) -> str:
    """Lower case without accents or apostrophes: nobody should have to find "ë" on the keyboard."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.casefold().replace("'", "").replace("’", "").strip()
