"""After somebody said no: ask the family, then write down whose no it was, or that it was a misunderstanding."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.contacts import Contact
from app.domain.people import Action, Person
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, StateChip, line_up
from app.ui.words import count
from app.workflow import refusals

_ASKS = (
    Ask("contact", phrase("Who was asked"), "choice", needed=phrase("Say who was asked.")),
    Ask(
        "evidence",
        phrase("How the family was asked"),
        hint=phrase("For example: telephone call of 4 May, 10:15"),
        needed=phrase("Say how."),
    ),
)


class SettlePanel(Panel):
    """Shown while a no stands that nobody known stands behind."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._person: Person | None = None
        self.state = StateChip("needs", "")
        self.words = Label(role="quiet", wraps=True)
        self.form = Fields(_ASKS)
        self.theirs = Button(tr("The no is theirs"), lambda: self._settle(misunderstood=False), kind="primary")
        self.mistake = Button(tr("It was a misunderstanding"), lambda: self._settle(misunderstood=True))
        for widget in (self.state, self.words, self.form):
            self.box.addWidget(widget)
        self.box.addLayout(line_up(1, self.mistake, self.theirs))
        self.hide()

    def show_person(self, person: Person, contacts: Sequence[Contact]) -> None:
        """Ask about this person's open refusals, if there are any."""
        page, self._person = self._page, person
        if not page.actor.may(Action.EDIT_REGISTER):
            return
        found = page.attempt_quietly(lambda: refusals.open_refusals(page.workspace, page.actor, person.id)) or ()
        self.setVisible(bool(found))
        self.state.show_state("needs", tr("Somebody said no: {answers} to settle", answers=count(len(found), "answer")))
        can = bool(contacts)
        self.words.setText(
            tr("Ask the family whose no this is. Until then everything it covers stays covered.")
            if can
            else tr("Add the family’s contacts first, then write down whose no this is. Until then it stands.")
        )
        self.form.setVisible(can)
        for button in (self.theirs, self.mistake):
            button.setVisible(can)
        self.form.offer("contact", [(None, tr("Please choose")), *((contact.id, contact.name) for contact in contacts)])

    def _settle(self, *, misunderstood: bool) -> None:
        page, person = self._page, self._person
        if person is None or not self.form.check():
            return
        said = self.form.values()
        act = refusals.was_misunderstanding if misunderstood else refusals.that_was
        made = page.attempt(
            lambda: act(page.workspace, page.actor, person.id, said["contact"], evidence=said["evidence"])
        )
        if made is not None:
            self.form.fill({"evidence": ""})
            page.written()
            then = (
                tr("What was answered before counts again.")
                if misunderstood
                else tr("From now on it is theirs to change.")
            )
            page.notice.tell(tr("{answers} settled. {then}", answers=count(made, "answer"), then=then))
