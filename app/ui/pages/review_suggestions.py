"""Who a face could be, inside the school's gates: asked for by a person, shown in words, taken by a person.

Suggestions live in memory alone. Those of a photo go when the reviewer leaves it, and what somebody objected to since
is not shown. Nothing is ever named by the program.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.detection import RegionId
from app.domain.matching import Candidate, Likeness, PhotoSuggestions, may_be_compared
from app.domain.people import Person, PersonId
from app.domain.photo import PhotoId
from app.ui import reads
from app.ui.language import Told, joined, phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, line_up
from app.ui.words import count
from app.workflow import identify

if TYPE_CHECKING:
    from app.ui.pages.review import ReviewPage

OFF = phrase("Comparing faces is off")
_ROOMY = 1.3
"""Up to this text size three suggestions are seen at least, above it two; with a tall window five."""
MOST_SHOWN = 9
"""One for each key from 1 to 9."""
_WORDS = Told(
    {
        Likeness.LIKELY: (phrase("likely"), 3),
        Likeness.POSSIBLE: (phrase("possible"), 2),
        Likeness.UNLIKELY: (phrase("unlikely"), 1),
    }
)
"""The plain word, and how much of the small bar is full."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """One candidate as it is shown; `number` is the key that takes it."""

    number: int
    person: Person
    candidate: Candidate
    look_alikes: tuple[Person, ...]

    @property
    def id(self) -> PersonId:
        return self.person.id

    @property
    def is_likely(self) -> bool:
        return self.candidate.likeness is Likeness.LIKELY


class SuggestionList(Plain):
    """The candidates of the chosen face; hidden while there are none.

    Signals:
        taken(int): the n-th was chosen. refused: none of these.
    """

    taken = Signal(int)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.heading = Label(tr("Who could this be?"), role="heading", wraps=True)
        self.words = Label("", role="quiet", wraps=True)
        self.list = RowsView(tr("Who could this be?"), _row, is_flat=True)
        self.list.setToolTip(tr("A number key takes one, Enter the first when it is likely, Esc none of them."))
        self.list.clicked.connect(lambda index: self._take(self.list.rows.item(index)))
        self.list.activated.connect(lambda index: self._take(self.list.rows.item(index)))
        self.none = Button(
            tr("None of these"), self.refused.emit, icon_name="close", kind="icon", tip=tr("None of these (Esc)")
        )
        top = line_up()
        top.addWidget(self.heading, 1)
        top.addWidget(self.none)
        self.box.addLayout(top)
        self.box.addWidget(self.words)
        self.box.addWidget(self.list, 1)
        self.hide()

    def _take(self, suggested: Suggested | None) -> None:
        if suggested is not None:
            self.taken.emit(suggested.number)

    def show_busy(self, number: int) -> None:
        """Somebody asked and the answer is on its way."""
        self.heading.setText(tr("Comparing {faces} …", faces=count(number, "face")))
        self.words.hide()
        self.list.hide()
        self.none.hide()
        self.show()

    def show_suggested(self, suggested: Sequence[Suggested] | None) -> None:
        """The candidates of a face, or that nobody looks like it; None when nobody asked."""
        self.setVisible(suggested is not None)
        if suggested is None:
            return
        self.heading.setText(tr("Who could this be?"))
        self.list.rows.show_items(suggested)
        seen_at_once = 3 if theme().scale <= _ROOMY else 2
        self.list.setMinimumHeight(theme().px(52 * min(seen_at_once, len(suggested)) + 4))
        self.list.setMaximumHeight(theme().px(52 * min(5, len(suggested)) + 4))
        self.list.setVisible(bool(suggested))
        self.words.setText(_warning(suggested))
        self.words.setVisible(bool(self.words.text()))
        self.none.show()


class Suggestions(QObject):
    """Asks for suggestions, holds them while their photo is looked at, and lets a person take one.

    Signals:
        changed: others are held now.
    """

    changed = Signal()

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._held: dict[PhotoId, dict[RegionId, tuple[Candidate, ...]]] = {}
        self._asked: dict[PhotoId, int] = {}
        self._doubted: tuple[RegionId, PersonId] | None = None
        self._asked_about: list[RegionId] = []
        """All faces of a photo, chosen with one key, that somebody was asked about before they are compared."""
        self.is_on = False

    # holding

    def look_at_gate(self) -> None:
        """See whether the school compares faces; when it does not, nothing is held."""
        page = self._page
        self.is_on = bool(page.attempt_quietly(lambda: identify.compares(page.workspace, page.actor)))
        if not self.is_on:
            self._held.clear()
            self._asked.clear()

    def leave(self, photo_id: PhotoId) -> None:
        """Forget what was suggested for a photo."""
        self._held.pop(photo_id, None)
        self._asked.pop(photo_id, None)

    def keep_only(self, photo_ids: Collection[PhotoId]) -> None:
        """Forget what belongs to another event."""
        self._held = {photo_id: held for photo_id, held in self._held.items() if photo_id in photo_ids}

    def busy_with(self, photo_id: PhotoId) -> int:
        """How many faces of the photo are being compared."""
        return self._asked.get(photo_id, 0)

    def for_photo(self, photo_id: PhotoId, inside: Collection[PersonId]) -> dict[RegionId, tuple[Suggested, ...]]:
        """What is held for a photo, without people who are named in it, and those who may not be suggested by now."""
        held = self._held.get(photo_id, {})
        if not held:
            return {}
        page = self._page
        allowed = page.attempt_quietly(lambda: identify.may_still_be_suggested(page.workspace, page.actor)) or ()
        spoken_of = {i for found in held.values() for c in found for i in (c.person_id, *c.look_alikes)}
        people = page.attempt_quietly(lambda: reads.people_with_ids(page.workspace, spoken_of)) or {}
        wanted = {i for i in allowed if i in people and i not in inside}
        return {
            region_id: tuple(
                Suggested(number, people[c.person_id], c, tuple(people[i] for i in c.look_alikes if i in people))
                for number, c in enumerate([c for c in candidates if c.person_id in wanted][:MOST_SHOWN], start=1)
            )
            for region_id, candidates in held.items()
        }

    # asking

    def ask(self) -> None:
        """Compare the ticked faces, and no other."""
        page, photo_id = self._page, self._page.photo_id
        if not self.is_on or self.busy_with(photo_id):
            return
        ticked = [face.region.id for face in page.faces_panel.ticked() if may_be_compared(face.region)]
        if not ticked:
            page.notice.tell(tr("Choose faces that nobody has named yet."), state="needs")
            return
        if page.faces_panel.has_ticked_everyone and self._asked_about != ticked:
            self._asked_about = ticked
            only = tr("Only when each of these children may be compared. Press ? again if so.")
            page.notice.offer(
                tr("Compare all {ticked} faces? {only}", ticked=len(ticked), only=only),
                {tr("Each of them may be"): self.ask},
            )
            return
        if self._asked_about:
            self._asked_about = []
            page.notice.dismiss()
        self._asked[photo_id] = len(ticked)
        if page.sides.is_folded:  # who it could be is said beside the faces
            page.keys.go(page.faces_panel.list)
        self.changed.emit()

        def fail(problem: BaseException) -> None:
            self._asked.pop(photo_id, None)
            page.notice.show_problem(problem)
            self.changed.emit()

        page.desk.look(
            lambda: identify.suggest_for_ticked(page.workspace, page.actor, photo_id, ticked), self._answer, fail
        )

    def ask_for_event(self) -> None:
        """Ask whether nobody else is in shot, and then compare every unnamed face of the event's photos."""
        page, photo = self._page, self._page.photo
        if not self.is_on or photo is None:
            return
        page.notice.ask(
            tr(
                "Compare the unnamed faces of {photos} of {event} with those on its list? Only when "
                "nobody else is in shot: no visitor, no child of another class.",
                photos=count(len(page.photos), "photo"),
                event=photo.event,
            ),
            {tr("Nobody else is in shot"): lambda: self._begin(photo.event, len(page.photos))},
        )

    def _begin(self, event: str, number: int) -> None:
        page = self._page
        suggested = {"photos": 0, "problems": 0}

        def compare() -> Iterator[PhotoSuggestions]:
            yield from identify.suggest_for_event(page.workspace, page.actor, event, nobody_else_in_shot=True)

        def note(told: PhotoSuggestions) -> None:
            suggested["problems" if told.problem else "photos"] += 1
            self._hold(told)
            self.changed.emit()

        def tell(completed: bool) -> None:
            if suggested["photos"] or completed:
                page.notice.tell(_summary(suggested["photos"], suggested["problems"], completed=completed))

        page.desk.begin(
            tr("Comparing the faces of {event}", event=event),
            compare,
            total=number,
            on_outcome=note,
            on_problem=page.notice.show_problem,
            on_end=tell,
        )

    def _answer(self, told: PhotoSuggestions) -> None:
        """Show what was asked for, unless the reviewer has left the photo meanwhile."""
        if self._asked.pop(told.photo_id, None):
            self._hold(told)
            self.changed.emit()

    def _hold(self, told: PhotoSuggestions) -> None:
        if self.is_on and told.photo_id in {photo.id for photo in self._page.photos}:
            self._held.setdefault(told.photo_id, {}).update({face.region_id: face.candidates for face in told.faces})

    # taking

    def take(self, region_id: RegionId, suggested: Suggested, name: Callable[[Person], object]) -> None:
        """Name the face; somebody who is taken for another has to be chosen twice."""
        doubt = (region_id, suggested.id)
        if suggested.look_alikes and self._doubted != doubt:
            self._doubted = doubt
            who, others = suggested.person.name, joined(other.name for other in suggested.look_alikes)
            self._page.notice.tell(
                tr(
                    "{who} and {others} look alike. Look twice; choose {who} again if it is {who}.",
                    who=who,
                    others=others,
                ),
                state="needs",
            )
            return
        self._doubted = None
        name(suggested.person)

    def refuse(self, photo_id: PhotoId, region_id: RegionId) -> None:
        """None of these: forget them."""
        self._held.get(photo_id, {}).pop(region_id, None)
        self.changed.emit()


def _row(suggested: Suggested) -> Row:
    words, full = _WORDS[suggested.candidate.likeness]
    note, sign = (tr("{words} · look twice", words=words), "warning") if suggested.look_alikes else (words, "")
    return Row(f"{suggested.number}  {suggested.person.name}", note, icon=sign, bar=full)


def _warning(suggested: Sequence[Suggested]) -> str:
    """What has to be known before one is taken."""
    if not suggested:
        return tr("Nobody who may be compared looks like this. The face stays covered until named.")
    alike = next((s for s in suggested if s.look_alikes), None)
    return (
        tr("{names} look alike.", names=joined(p.forename for p in (alike.person, *alike.look_alikes))) if alike else ""
    )


def _summary(photos: int, problems: int, *, completed: bool) -> str:
    words = tr("Names suggested for {photos}; nobody is named yet.", photos=count(photos, "photo"))
    if problems:
        words += tr(" {photos} could not be compared.", photos=count(problems, "photo"))
    return words if completed else tr("Stopped. {words}", words=words)
