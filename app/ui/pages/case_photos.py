"""What is held about the person of a request, and the photos somebody has to look through for it."""

from __future__ import annotations

from app.domain.cases import Case, CaseId
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, line_up
from app.ui.words import count, day
from app.workflow import subject_access
from app.workflow.subject_access import ToLookThrough


class CasePhotos(Panel):
    """The counts, the list of photos by event and day, and the two answers for the one that is chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._case_id: CaseId | None = None
        self.counts = Label(wraps=True)
        self.list = RowsView("Photos to look through", self._row, is_flat=True)
        self.list.setMinimumHeight(160)
        self.in_button = Button("They are in it", lambda: self.answer(is_in=True))
        self.not_in_button = Button("They are not in it", lambda: self.answer(is_in=False))
        self.look_button = Button("Look at it in Review", self._look, icon_name="review")
        self.box.addWidget(Label("What is held", role="heading"))
        self.box.addWidget(self.counts)
        self.box.addWidget(self.list)
        self.buttons = line_up(self.look_button, 1, self.not_in_button, self.in_button)
        self.box.addLayout(self.buttons)

    def show_case(self, case: Case) -> None:
        """Count what is held and list what is to be looked through."""
        self._case_id = case.id
        page = self._page
        found = page.attempt_quietly(lambda: subject_access.index(page.workspace, page.actor, case.id))
        if found is None:
            return
        said = (
            count(len(found.named), "photo names them", "photos name them"), count(len(found.posts), "post"),
            count(len(found.consents), "answer"), count(len(found.records), "record"),
            f"{count(found.open_photos, 'photo')} to look through",
        )  # fmt: skip
        self.counts.setText(" · ".join(said))
        self.list.rows.show_items(found.to_look_through)
        for widget in (self.list, self.in_button, self.not_in_button, self.look_button):
            widget.setVisible(bool(found.to_look_through))

    def answer(self, *, is_in: bool) -> None:
        """Keep the answer for the chosen photo; the first open one without a choice."""
        entry = self.list.chosen()
        page, case_id = self._page, self._case_id
        if entry is None or case_id is None:
            page.notice.tell("Choose a photo of the list first.")
            return
        photo_id = entry.photo.id

        def keep() -> bool:
            subject_access.answer(page.workspace, page.actor, case_id, photo_id, is_in=is_in)
            return True

        if page.attempt(keep):
            page.written()
            page.refresh()

    def _look(self) -> None:
        entry = self.list.chosen()
        if entry is not None:
            self._page.desk.go_to.emit("review", entry.photo.id)

    @staticmethod
    def _row(entry: ToLookThrough) -> Row:
        state, words = {None: ("needs", "Look"), True: ("covered", "In it"), False: ("shown", "Not in it")}[entry.is_in]
        note = f"{entry.event} · {day(entry.day)} · {count(entry.unnamed, 'person', 'people')} nobody named"
        return Row(f"Photo {entry.photo.number}", note, state=state, words=words)
