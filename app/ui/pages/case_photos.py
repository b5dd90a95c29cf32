"""What is held about the person of a request, and the photos somebody has to look through for it, as pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.cases import Case, CaseId
from app.domain.people import Action
from app.domain.photo import RgbImage
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.forms import Ask, Fields
from app.ui.language import Told, phrase, tr
from app.ui.models.rows import Row
from app.ui.pages.case_gallery import EDGE_PX, Gallery
from app.ui.pages.page import Page
from app.ui.pages.picture_label import PictureLabel
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, line_up
from app.ui.words import count, day
from app.workflow import subject_access
from app.workflow.subject_access import SubjectIndex, ToLookThrough

_LARGE_PX = 1200
_EVERY = "*"
_FILTERS = (
    Ask("event", phrase("Event"), "choice"),
    Ask("group", phrase("Class"), "choice"),
    Ask("since", phrase("From"), "day"),
    Ask("until", phrase("To"), "day"),
    Ask("is_open", phrase("Only those nobody looked at yet"), "check", is_wide=True),
)
_ANSWERS = Told(
    {None: ("needs", phrase("Look")), True: ("covered", phrase("In it")), False: ("shown", phrase("Not in it"))}
)


class CasePhotos(Panel):
    """The counts, the photos by event, class and day, and the two answers for those that are chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._case_id: CaseId | None = None
        self._is_looking = False
        self._entries: tuple[ToLookThrough, ...] = ()
        self._found: SubjectIndex | None = None
        self.counts = Label(wraps=True)
        self.filters = Fields(_FILTERS, columns=4 if theme().scale < 1.25 else 2)
        self.filters.changed.connect(self._fill)
        self.list = Gallery(tr("Photos to look through"), self._row, self._ask_small)
        self.list.answered.connect(lambda is_in: self.answer(is_in=is_in))
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._look_closer())
        self.large = PictureLabel(tr("The chosen photo"))
        self.large.setMinimumWidth(theme().px(160))
        self.about = Label(role="quiet", wraps=True)
        self.in_button = Button(tr("They are in it"), lambda: self.answer(is_in=True), tip="Y")
        self.not_in_button = Button(tr("They are not in it"), lambda: self.answer(is_in=False), tip="N")
        self.look_button = Button(tr("Name the face in Review"), self._look, icon_name="review")
        self.box.addWidget(Label(tr("What is held"), role="heading"))
        self.box.addWidget(self.counts)
        self.looking = Plain(gap=8)
        told = tr("Look at each photo: Y when they are in it, N when they are not. Several can be chosen at once.")
        self.looking.box.addWidget(Label(told, role="quiet", wraps=True))
        self.looking.box.addWidget(self.filters)
        beside = Plain(gap=8)
        for widget in (self.large, self.about, self.in_button, self.not_in_button, self.look_button):
            beside.box.addWidget(widget)
        beside.box.setStretch(0, 1)
        rows = line_up(gap=12)
        rows.addWidget(self.list, 3)
        rows.addWidget(beside, 2)
        self.looking.box.addLayout(rows)
        self.box.addWidget(self.looking)
        self.looking.hide()

    def show_case(self, case: Case) -> None:
        """Count what is held and list what is to be looked through; with many photos it takes a while."""
        if case.id != self._case_id:
            self._case_id, self._entries, self._found = case.id, (), None
            self.counts.setText(tr("Looking for everything that is held …"))
            self.list.ask_again()
            self._fill()
        if self._is_looking:
            return
        self._is_looking = True
        page, case_id = self._page, case.id
        page.desk.look(
            lambda: (case_id, subject_access.index(page.workspace, page.actor, case_id)), self._have, self._failed
        )

    def answer(self, *, is_in: bool) -> None:
        """Keep the answer for the chosen photos, and go on to the next that is open."""
        chosen, page, case_id = self.list.chosen(), self._page, self._case_id
        if not chosen or case_id is None:
            page.notice.tell(tr("Choose a photo of the list first."))
            return
        ids = [entry.photo.id for entry in chosen]

        def keep() -> bool:
            subject_access.answer(page.workspace, page.actor, case_id, *ids, is_in=is_in)
            return True

        if page.attempt(keep):
            self._entries = tuple(replace(e, is_in=is_in) if e.photo.id in ids else e for e in self._entries)
            after = [e.photo.id for e in self._shown()]
            self._fill()
            self._go_on(after[after.index(ids[-1]) + 1 :] if ids[-1] in after else after)
            self._count()

    def _go_on(self, following: list[object]) -> None:
        is_open = {e.photo.id for e in self._entries if e.is_in is None}
        wanted = next((i for i in (*following, *self._ids()) if i in is_open), None)
        if wanted is not None:
            self.list.choose(lambda entry: entry.photo.id == wanted)

    def _ids(self) -> list[object]:
        return [entry.photo.id for entry in self.list.rows.items]

    def _have(self, found: tuple[CaseId, SubjectIndex]) -> None:
        self._is_looking = False
        case_id, index = found
        if case_id != self._case_id:
            return
        self._found, self._entries = index, index.to_look_through
        events = sorted({entry.event for entry in self._entries})
        groups = sorted({group for entry in self._entries for group in entry.classes})
        self.filters.offer("event", [(_EVERY, tr("Every event")), *((e, e or tr("Without an event")) for e in events)])
        self.filters.offer("group", [(_EVERY, tr("Every class")), *((g, g) for g in groups)])
        self._count()
        self._fill()

    def _failed(self, problem: BaseException) -> None:
        self._is_looking = False
        self._page.notice.show_problem(problem)

    def _count(self) -> None:
        found = self._found
        if found is None:
            return
        still = sum(entry.is_in is None for entry in self._entries)
        said = (
            count(len(found.named), "photo names them", "photos name them"), count(len(found.posts), "post"),
            count(len(found.consents), "answer"), count(len(found.records), "record"),
            tr("{photos} to look through", photos=count(still, 'photo')),
            *([tr("{films} to watch", films=count(len(found.films), 'film'))] if found.films else []),
        )  # fmt: skip
        self.counts.setText(" · ".join(said))

    def _fill(self) -> None:
        """Show what fits the filters; what was chosen stays chosen while it is there."""
        before = {entry.photo.id for entry in self.list.chosen()}
        self.list.rows.show_items(self._shown())
        self.looking.setVisible(bool(self._entries))
        if before:
            self.list.choose(lambda entry: entry.photo.id in before)
        self._enable()

    def _enable(self) -> None:
        has_choice = self.list.currentIndex().isValid()
        for button in (self.in_button, self.not_in_button):
            button.setEnabled(has_choice)
        self.look_button.setEnabled(has_choice and self._page.actor.may(Action.REVIEW))

    def _shown(self) -> tuple[ToLookThrough, ...]:
        said = self.filters.values()
        return tuple(
            entry
            for entry in self._entries
            if said["event"] in (None, _EVERY, entry.event)
            and (said["group"] in (None, _EVERY) or said["group"] in entry.classes)
            and (said["since"] is None or entry.day >= said["since"])
            and (said["until"] is None or entry.day <= said["until"])
            and not (said["is_open"] and entry.is_in is not None)
        )

    def _ask_small(self, entry: ToLookThrough) -> None:
        self._ask(entry, EDGE_PX, lambda pixels: self.list.have(entry.photo.id, pixmap_of(pixels)))

    def _look_closer(self) -> None:
        entry = self.list.rows.item(self.list.currentIndex())
        self._enable()
        if entry is None:
            return
        unnamed = count(entry.unnamed, "person", "people")
        self.about.setText(
            tr(
                "Photo {number} · {event} · {day} · {unnamed} nobody named",
                number=entry.photo.number,
                event=entry.event,
                day=day(entry.day),
                unnamed=unnamed,
            )
        )

        def show(pixels: RgbImage) -> None:
            if self.list.rows.item(self.list.currentIndex()) == entry:
                self.large.show_picture(pixmap_of(pixels))

        self._ask(entry, _LARGE_PX, show)

    def _ask(self, entry: ToLookThrough, edge_px: int, show: Callable[[RgbImage], object]) -> None:
        page, case_id = self._page, self._case_id
        if case_id is None:
            return
        page.desk.look(
            lambda: subject_access.picture(page.workspace, page.actor, case_id, entry.photo.id, max_edge_px=edge_px),
            show,
            page.notice.show_problem,
        )

    def _look(self) -> None:
        chosen = self.list.chosen()
        if chosen:
            self._page.desk.go_to.emit("review", chosen[0].photo.id)

    @staticmethod
    def _row(entry: ToLookThrough) -> Row:
        state, words = _ANSWERS[entry.is_in]
        return Row(
            tr("Photo {number}", number=entry.photo.number),
            f"{entry.event} · {day(entry.day)}",
            state=state,
            words=words,
        )
