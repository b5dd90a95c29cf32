"""The right column of Review: every place in the picture as a row, why it is as it is, and what can be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from app.domain.detection import PhotoFacts, Region, RegionId, RegionKind, Verdict, is_open_hint
from app.domain.people import Person, PersonId
from app.domain.treatment import Decision, RegionDecision, Treatment
from app.ui.language import Told, joined, phrase, tr
from app.ui.models.rows import Index, Row, RowsView
from app.ui.pages.review_suggestions import Suggested, SuggestionList
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, grid, line_up
from app.ui.words import place_words, reason_words, recognisable_words, state_of

ASK_TIP = phrase("Compare the chosen faces with the children whose consent to it is there (? or Ctrl+M)")
_CARD = 76
ROOMY = 1.3
"""Up to this text size there is room for the longer words."""
MAYBE = "maybe"
"""The icon of what may be a person."""
_DENIALS = Told(
    {
        RegionKind.FACE: phrase("Not a face"),
        RegionKind.HINT: phrase("Nobody"),
        RegionKind.TEXT: phrase("Harmless words"),
        RegionKind.MARK: phrase("Not a logo"),
        RegionKind.OTHER: phrase("Take away"),
    }
)


@dataclass(frozen=True, slots=True)
class FaceActs:
    """What the buttons below the list of faces do."""

    accept: Callable[[], object]
    stranger: Callable[[], object]
    not_a_face: Callable[[], object]
    cover: Callable[[], object]
    body: Callable[[], object]
    names: Callable[[], object]
    nobody_anywhere: Callable[[], object]
    ask: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Face:
    """One place in the picture with what was decided for it; `number` counts from 1 in reading order.

    `twice` holds the numbers of other faces that bear the same name.
    """

    number: int
    region: Region
    decision: RegionDecision | None
    name: str
    twice: tuple[int, ...] = ()

    @property
    def id(self) -> RegionId:
        return self.region.id

    @property
    def is_of_somebody(self) -> bool:
        return self.region.kind in (RegionKind.FACE, RegionKind.HINT)

    @property
    def is_hidden(self) -> bool:
        """Whether it is covered for good: somebody said who or what it is."""
        kept = self.decision is not None and self.decision.treatment is Treatment.KEEP
        return not kept and not self.needs_a_name and not self.is_maybe

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
    bearers: dict[PersonId, list[int]] = defaultdict(list)
    for number, region in enumerate(regions, start=1):
        if region.kind is RegionKind.FACE and region.person_id is not None:
            bearers[region.person_id].append(number)

    def twice(number: int, region: Region) -> tuple[int, ...]:
        same = bearers.get(region.person_id, []) if region.person_id and region.kind is RegionKind.FACE else []
        return tuple(other for other in same if other != number)

    return tuple(
        Face(n, r, decided.get(r.id), names.get(r.id, ""), twice(n, r)) for n, r in enumerate(regions, start=1)
    )


def _is_nobody(region: Region) -> bool:
    return region.kind is RegionKind.HINT and region.verdict is Verdict.NOT_A_FACE and not region.always_cover


class FacesPanel(Panel):
    """Every place in the picture as a row, why it is as it is, and what can be done with it.

    Signals:
        chosen(str): a row was chosen. hovered(str): the row under the mouse changed.
        ticks_changed: other rows are chosen together. reordered: the list is wanted in another order.
        explained(str): what a screen reader says of the chosen place, when it is another or something else.
    """

    chosen = Signal(str)
    hovered = Signal(str)
    ticks_changed = Signal()
    reordered = Signal()
    explained = Signal(str)

    def __init__(self, acts: FaceActs) -> None:
        super().__init__(margin=12, gap=8)
        self._platform = ""
        self._compares = False
        self._said = ""
        self._everyone: tuple[RegionId, ...] = ()
        self._likely: Mapping[RegionId, str] = {}
        self._warned: Mapping[RegionId, str] = {}
        self._records: Mapping[RegionId, str] = {}
        self._stamp_of: Callable[[Face], QPixmap | None] = lambda _face: None
        self.heading = Label(tr("In the picture"), role="heading")
        self.list = RowsView(tr("Faces and words in the picture"), self._row, is_flat=True)
        self.list.setSelectionMode(RowsView.SelectionMode.ExtendedSelection)
        self.why = Label(role="quiet", wraps=True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.card = QLabel()
        self.card.setFixedSize(theme().px(_CARD), theme().px(_CARD))
        self.order = Button(tr("By place"), self._turn_order, kind="flat", tip=tr("List those who look alike together"))
        self.order.hide()
        top = line_up(self.heading, 1, self.order)
        self.box.addLayout(top)
        self.box.addWidget(self.list, 1)
        self._build_acts(acts)
        self.list.entered.connect(self._hover)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._name_ask())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self.ticks_changed.emit())

    def _build_acts(self, acts: FaceActs) -> None:
        self.nobody_button = Button("", acts.nobody_anywhere, icon_name="tick")
        self.nobody_button.hide()
        self.person_button = Button(tr("A person"), acts.accept, tip=tr("A person: to be named like a face (P)"))
        self.name_button = Button(
            tr("Stranger"), acts.stranger, tip=tr("A visitor or passer-by: stays covered (S, Alt+S)")
        )
        self.not_face = Button(tr("Not a face"), acts.not_a_face, tip=tr("Delete"))
        self.cover_button = Button(
            tr("Cover"), acts.cover, icon_name="shield", tip=tr("Cover whatever the register says (C, Alt+C)")
        )
        body = tr("Whole body") if theme().scale <= ROOMY else tr("Body")
        tip = tr("Cover somebody from head to foot (W, Alt+W)")
        self.body_button = Button(body, acts.body, tip=tip, name=tr("Whole body"))
        self.names_button = Button("", acts.names, icon_name="swap", tip=tr("X, Alt+X"))
        self.names_button.hide()
        self.ask_button = Button("", acts.ask, icon_name="search", tip=tr(ASK_TIP))
        self.ask_button.hide()
        self.suggestions = SuggestionList()
        self.box.addWidget(self.nobody_button)
        self.chosen_card = Plain(row=True, gap=8)
        self.chosen_card.box.addWidget(self.card, alignment=Qt.AlignmentFlag.AlignTop)
        self.chosen_card.box.addWidget(self.why, 1)
        self.box.addWidget(self.chosen_card)
        self.box.addWidget(self.suggestions)
        who = Plain(gap=0)
        for button in (self.person_button, self.name_button):
            who.box.addWidget(button)
        self.acts = grid(8)
        self.acts.addWidget(who, 0, 0)
        self.acts.addWidget(self.not_face, 0, 1)
        self.acts.addWidget(self.cover_button, 1, 0)
        self.acts.addWidget(self.body_button, 1, 1)
        self.acts.addWidget(self.names_button, 2, 0, 1, 2)
        self.acts.addWidget(self.ask_button, 3, 0, 1, 2)
        self.box.addLayout(self.acts)

    def offer_comparing(self, is_on: bool) -> None:
        """Let the chosen faces be asked about, where the school compares faces."""
        self._compares = is_on
        self.ask_button.setVisible(is_on)
        self._name_ask()

    def ticked(self, *, any_kind: bool = False) -> list[Face]:
        """The faces that are chosen together, with Shift or Ctrl, from top to bottom; other places when asked for."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        places = [self.list.rows.item(index) for index in rows] or [self.list.chosen()]
        return [p for p in places if p is not None and (any_kind or p.region.kind is RegionKind.FACE)]

    def tick_unnamed(self) -> None:
        """Choose every face that nobody has named yet, the present one staying in front."""
        self._tick(lambda face: face.region.kind is RegionKind.FACE and face.needs_a_name)
        self._everyone = tuple(face.id for face in self.ticked())

    @property
    def has_ticked_everyone(self) -> bool:
        """Whether the faces were chosen all at once, with one key, rather than each by itself."""
        return len(self._everyone) > 1 and self._everyone == tuple(face.id for face in self.ticked())

    def tick_also(self, region_id: str) -> None:
        """Choose one more beside those that are chosen, or let it go."""
        index = self.list.rows.find(lambda face: face.region.id == region_id)
        self.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)

    def tick_next(self, *, back: bool) -> None:
        """Choose the next place beside those that are chosen, as Shift and an arrow do in the list."""
        rows = {index.row() for index in self.list.selectionModel().selectedIndexes()} or {0}
        step = min(rows) - 1 if back else max(rows) + 1
        index = self.list.rows.index(step) if 0 <= step < self.list.rows.rowCount() else None
        if index is not None and self.list.rows.item(index) is not None:
            self.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
            self.list.scrollTo(index)

    def _tick(self, wanted: Callable[[Face], bool]) -> None:
        model = self.list.selectionModel()
        for face in self.list.rows.items:
            index = self.list.rows.find(lambda other, face=face: other is face)
            flag = QItemSelectionModel.SelectionFlag
            model.select(index, flag.Select if wanted(face) else flag.Deselect)

    def in_order(self) -> list[Face]:
        """The places as they are listed."""
        return list(self.list.rows.items)

    def _turn_order(self) -> None:
        self.order.setText(tr("By place") if self.is_by_likeness else tr("By likeness"))
        self.order.setAccessibleName(self.order.text())
        self.reordered.emit()

    @property
    def is_by_likeness(self) -> bool:
        """Whether those with the same suggestion stand together; never where nobody compared faces."""
        return self.order.text() == tr("By likeness") and bool(self._likely)

    def _name_ask(self) -> None:
        number = len(self.ticked())
        words = tr("Who could these {number} be?", number=number) if number > 1 else tr("Who could this be?")
        self.ask_button.setText(f" {words}")
        self.ask_button.setAccessibleName(words)
        self._name_names(number)

    def _name_names(self, number: int) -> None:
        """Names can be put right where two faces are chosen, or one whose name is on another, too."""
        face = self.list.chosen()
        bearers = [other for other in self.ticked() if other.name]
        words = tr("Exchange their names") if number == 2 and bearers else ""
        if number == 1 and face is not None and face.twice:
            words = tr("The name is right here, not on {listed}", listed=_listed(face))
        self.names_button.setVisible(bool(words))
        self.names_button.setText(
            f" {words}" if number == 2 else tr(" Only here, not on {listed}", listed=_listed(face)) if words else ""
        )
        self.names_button.setAccessibleName(words)

    def show_suggestions(self, suggested: Sequence[Suggested] | None, *, busy: int) -> None:
        """The candidates of the chosen face; what is done less often gives them its room."""
        if busy:
            self.suggestions.show_busy(busy)
        else:
            self.suggestions.show_suggested(suggested)
        rests = suggested is None and not busy
        for part in (self.cover_button, self.body_button):
            part.setVisible(rests)
        self.ask_button.setVisible(rests and self._compares)
        self.list.scrollTo(self.list.currentIndex())

    def show_faces(
        self,
        faces: Sequence[Face],
        platform: str,
        chosen: str,
        *,
        likely: Mapping[RegionId, str] | None = None,
        warned: Mapping[RegionId, str] | None = None,
        records: Mapping[RegionId, str] | None = None,
        stamp_of: Callable[[Face], QPixmap | None] | None = None,
    ) -> None:
        """Fill the list and keep the choice; nothing is emitted.

        Args:
            faces: every place, in order.
            platform: whose decision is shown.
            chosen: the region to choose.
            likely: names suggested for faces.
            warned: what speaks against somebody being of this school, a sentence for each face.
            records: what each decision rests on.
            stamp_of: the small picture of a face.
        """
        self._platform, self._likely, self._warned = platform, likely or {}, warned or {}
        self._records, self._stamp_of = records or {}, stamp_of or self._stamp_of
        self.order.setVisible(bool(self._likely))
        self.list.selectionModel().blockSignals(True)
        self.list.rows.show_items(_under_headings(self._sorted(faces)))
        current = self.list.chosen()
        if current is None or current.region.id != chosen:
            self.list.choose(lambda face: face.region.id == chosen)
        self.list.selectionModel().blockSignals(False)
        maybe = sum(1 for face in faces if face.is_maybe)
        self.nobody_button.setVisible(maybe > 1)
        self.nobody_button.setText(tr(" All {maybe} are nobody", maybe=maybe))
        self.nobody_button.setAccessibleName(self.nobody_button.text().strip())
        self._explain()

    def _sorted(self, faces: Sequence[Face]) -> Sequence[Face]:
        if not self.is_by_likeness:
            return faces
        people = [face for face in faces if face.region.kind is RegionKind.FACE]
        people.sort(key=lambda face: (face.id not in self._likely, self._likely.get(face.id, ""), face.number))
        return [*people, *(face for face in faces if face.region.kind is not RegionKind.FACE)]

    def show_stamps(self) -> None:
        """The small pictures are others now."""
        self.list.rows.show_items(list(self.list.rows.everything))
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
        said = why_words(face, self._platform) if face else tr("Choose a face to see why.")
        doubt = self._warned.get(face.region.id, "") if face else ""
        record = self._records.get(face.region.id, "") if face else ""
        self.why.setText(" ".join(part for part in (said, record, doubt) if part))
        self._say(face)
        stamp = self._stamp_of(face) if face else None
        self.card.setVisible(stamp is not None)
        if stamp is not None:
            sized = stamp.scaled(self.card.size(), mode=Qt.TransformationMode.SmoothTransformation)
            self.card.setPixmap(sized)
            self.card.setAccessibleName(tr("Face {number}", number=face.number))
        kind = face.region.kind if face else RegionKind.FACE
        self.person_button.setVisible(kind is RegionKind.HINT)
        self.name_button.setVisible(kind is not RegionKind.HINT)
        self.name_button.setEnabled(kind is RegionKind.FACE)
        self.body_button.setEnabled(kind in (RegionKind.FACE, RegionKind.HINT))
        self.not_face.setText(_DENIALS[kind])
        self.not_face.setAccessibleName(_DENIALS[kind])

    def _say(self, face: Face | None) -> None:
        said = self.why.text()
        if face is not None:
            number = len(self.list.rows.items)
            said = tr("Face {at} of {number}. {why}", at=face.number, number=number, why=said)
        if said != self._said:
            self._said = said
            self.explained.emit(said)

    def _row(self, face: Face) -> Row:
        """The face, its name, and what becomes of it; in place of that what there is to think about."""
        state, words = state_of(face.decision, face.region)
        title = f"{face.number}  {place_words(face.region, face.name)}"
        stamp = self._stamp_of(face)
        if face.is_maybe:
            return Row(title, recognisable_words(face.region), state=state, icon=MAYBE, stamp=stamp, said=words)
        note = "" if face.name else recognisable_words(face.region)
        if face.region.id in self._warned:
            note = tr("another uniform?")
        if face.region.id in self._likely:
            note = tr("likely {likely}?", likely=self._likely[face.region.id])
        if face.twice:
            return Row(title, tr("also on {listed}", listed=_listed(face)), state="needs", icon="warning", stamp=stamp)
        shown, said = ("", words) if face.needs_a_name else (words, "")
        return Row(title, note, state=state, words=shown, stamp=stamp, said=said)


def _listed(face: Face) -> str:
    return joined(map(str, face.twice))


def _under_headings(faces: Sequence[Face]) -> Iterator[Face | Row]:
    """Faces first, without a heading of their own; then what may be people, and last what is no person."""
    said = ""
    maybe = sum(1 for face in faces if face.is_maybe)
    headings = {RegionKind.FACE: "", RegionKind.HINT: tr("Maybe a person · {maybe}", maybe=maybe)}
    for face in faces:
        heading = headings.get(face.region.kind, tr("Words and other things"))
        if heading != said:
            said = heading
            yield Row(heading, is_heading=True)
        yield face


def why_words(face: Face, platform: str) -> str:
    """The why-line: who or what, what happens, and because of what."""
    if face.is_maybe:
        return tr(
            "Perhaps somebody seen from behind or from the side. Covered until you say. P: a person. Delete: nobody."
        )
    _state, words = state_of(face.decision, face.region)
    because = reason_words(face.decision.reason, platform) if face.decision else tr("nothing was decided yet")
    words = tr("covered until named") if words == tr("to name") else words
    doubt = recognisable_words(face.region) if not face.name else ""
    return f"{place_words(face.region, face.name)}: {words}, {because}{f'; {doubt}' if doubt else ''}."
