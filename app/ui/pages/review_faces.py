"""The right column of Review: every place in the picture as a row, why it is as it is, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.domain.detection import PhotoFacts, Region, RegionId, RegionKind, Verdict, is_open_hint
from app.domain.people import Person, PersonId
from app.domain.treatment import Decision, RegionDecision
from app.ui.models.rows import Index, Row, RowsView
from app.ui.pages.review_suggestions import Suggested, SuggestionList
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, grid
from app.ui.words import place_words, reason_words, recognisable_words, state_of

ASK_TIP = "Compare the chosen faces with the children whose consent to it is there (? or Ctrl+M)"
MAYBE = "maybe"
"""The icon of what may be a person."""
_DENIALS = {
    RegionKind.FACE: "Not a face",
    RegionKind.HINT: "Nobody",
    RegionKind.TEXT: "Harmless words",
    RegionKind.MARK: "Not a logo",
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
    ask: Callable[[], object]


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
        self._compares = False
        self._likely: Mapping[RegionId, str] = {}
        self._warned: Mapping[RegionId, str] = {}
        self.heading = Label("In the picture", role="heading")
        self.list = RowsView("Faces and words in the picture", self._row, is_flat=True)
        self.why = Label(role="quiet", wraps=True)
        self.why.setMinimumHeight(theme().px(52))
        self.box.addWidget(self.heading)
        self.box.addWidget(self.list, 1)
        self._build_acts(acts)
        self.list.entered.connect(self._hover)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._name_ask())

    def _build_acts(self, acts: FaceActs) -> None:
        self.nobody_button = Button("", acts.nobody_anywhere, icon_name="tick")
        self.nobody_button.hide()
        self.person_button = Button("A person", acts.accept, tip="A person: to be named like a face (P)")
        self.name_button = Button("Stranger", acts.stranger, tip="A visitor or passer-by: stays covered")
        self.not_face = Button("Not a face", acts.not_a_face, tip="Delete")
        self.cover_button = Button("Cover", acts.cover, icon_name="shield", tip="Cover whatever the register says (C)")
        self.ask_button = Button("", acts.ask, icon_name="search", tip=ASK_TIP)
        self.ask_button.hide()
        self.suggestions = SuggestionList()
        self.box.addWidget(self.nobody_button)
        self.box.addWidget(self.suggestions)
        self.box.addWidget(self.why)
        who = Plain(gap=0)
        for button in (self.person_button, self.name_button):
            who.box.addWidget(button)
        self.acts = grid(8)
        self.acts.addWidget(who, 0, 0)
        self.acts.addWidget(self.not_face, 0, 1)
        self.acts.addWidget(self.cover_button, 1, 0, 1, 2)
        self.acts.addWidget(self.ask_button, 2, 0, 1, 2)
        self.box.addLayout(self.acts)

    def offer_comparing(self, is_on: bool) -> None:
        """Let several faces be ticked and asked about, where the school compares faces."""
        many, single = RowsView.SelectionMode.ExtendedSelection, RowsView.SelectionMode.SingleSelection
        self.list.setSelectionMode(many if is_on else single)
        self._compares = is_on
        self.ask_button.setVisible(is_on)
        self._name_ask()

    def ticked(self) -> list[Face]:
        """The faces that are chosen together, with Shift or Ctrl, from top to bottom."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        faces = [self.list.rows.item(index) for index in rows] or [self.list.chosen()]
        return [face for face in faces if face is not None and face.region.kind is RegionKind.FACE]

    def _name_ask(self) -> None:
        number = len(self.ticked())
        words = f"Who could these {number} be?" if number > 1 else "Who could this be?"
        self.ask_button.setText(f" {words}")
        self.ask_button.setAccessibleName(words)

    def show_suggestions(self, suggested: Sequence[Suggested] | None, *, busy: int) -> None:
        """The candidates of the chosen face; the why-line gives them its room."""
        if busy:
            self.suggestions.show_busy(busy)
        else:
            self.suggestions.show_suggested(suggested)
        rests = suggested is None and not busy
        for part in (self.why, self.cover_button):
            part.setVisible(rests)
        self.ask_button.setVisible(rests and self._compares)

    def show_faces(
        self,
        faces: Sequence[Face],
        platform: str,
        chosen: str,
        *,
        likely: Mapping[RegionId, str] | None = None,
        warned: Mapping[RegionId, str] | None = None,
    ) -> None:
        """Fill the list and keep the choice; nothing is emitted.

        Args:
            faces: every place, in order.
            platform: whose decision is shown.
            chosen: the region to choose.
            likely: names suggested for faces.
            warned: what speaks against somebody being of this school, a sentence for each face.
        """
        self._platform, self._likely, self._warned = platform, likely or {}, warned or {}
        self.list.selectionModel().blockSignals(True)
        self.list.rows.show_items(_under_headings(faces))
        current = self.list.chosen()
        if current is None or current.region.id != chosen:
            self.list.choose(lambda face: face.region.id == chosen)
        self.list.selectionModel().blockSignals(False)
        maybe = sum(1 for face in faces if face.is_maybe)
        self.nobody_button.setVisible(maybe > 1)
        self.nobody_button.setText(f" All {maybe} are nobody")
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
        said = why_words(face, self._platform) if face else "Choose a face to see why."
        doubt = self._warned.get(face.region.id, "") if face else ""
        self.why.setText(f"{said} {doubt}".strip())
        kind = face.region.kind if face else RegionKind.FACE
        self.person_button.setVisible(kind is RegionKind.HINT)
        self.name_button.setVisible(kind is not RegionKind.HINT)
        self.name_button.setEnabled(kind is RegionKind.FACE)
        self.not_face.setText(_DENIALS[kind])
        self.not_face.setAccessibleName(_DENIALS[kind])

    def _row(self, face: Face) -> Row:
        """One line, so that a class fits; a second one where there is something to think about."""
        state, words = state_of(face.decision, face.region)
        title = f"{face.number}  {place_words(face.region, face.name)}"
        if face.is_maybe:
            return Row(title, recognisable_words(face.region), state=state, icon=MAYBE)
        note = "" if face.name else recognisable_words(face.region)
        if face.region.id in self._warned:
            note = "another uniform?"
        if face.region.id in self._likely:
            note = f"likely {self._likely[face.region.id]}?"
        return Row(title, note, state=state, words="" if face.needs_a_name else words)  # "Not named" says it already


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
