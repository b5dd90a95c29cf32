"""Whether one child's face may be compared: what is in the way, what was said, and what is said now."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.biometrics import BiometricFact
from app.domain.contacts import Contact
from app.domain.people import Action, Person
from app.ui.below import below
from app.ui.forms import Ask, Fields
from app.ui.language import Told, phrase, tr
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, Plain, StateChip, clear, line_up, show_if
from app.ui.words import count, day
from app.workflow import biometrics

_FACTS = Told(
    {
        BiometricFact.NOTICE: ("shown", phrase("told in writing")),
        BiometricFact.YES: ("shown", phrase("agreed in writing")),
        BiometricFact.OBJECTION: ("withheld", phrase("objected")),
        BiometricFact.CHILD_REFUSES: ("withheld", phrase("the child refuses")),
        BiometricFact.CHILD_AGREES_AGAIN: ("covered", phrase("the child refuses no more")),
        BiometricFact.EXCUSED: ("covered", phrase("need not be asked")),
    }
)
_NOTICE, _YES, _AGREES = "notice", "yes", "agrees"
_ASKS = (
    Ask("what", phrase("What was said"), "choice"),
    Ask("contact", phrase("By whom"), "choice"),
    Ask("on_day", phrase("On"), "day", needed=phrase("Say on which day.")),
    Ask("evidence", phrase("How that can be seen"), hint=phrase("For example: letter in folder 3")),
)


class BiometricPanel(Panel):
    """Saying no takes one press and two answers for everybody; a yes takes paper and the data manager."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._person: Person | None = None
        self.state = StateChip("covered", "")
        self.missing, self.history = Plain(gap=2), Plain(gap=2)
        self.object_button = Button(tr("No to comparing this face"), self._ask_no, icon_name="stop", kind="danger")
        self._offered: tuple[tuple[object, str], ...] = ()
        self._entry = PartAsNeeded(self._build_entry)
        self.more = Button(tr("Record what was said"), self._begin, icon_name="edit")
        self.may_keep = page.actor.may(Action.KEEP_BIOMETRICS)
        show_if(self.more, self.may_keep)
        self.box.addLayout(line_up(Label(tr("Comparing the face"), role="heading"), 1, self.state))
        for part in (self.missing, self.history):
            self.box.addWidget(part)
        self.box.addLayout(line_up(self.object_button, self.more, 1))
        self.box.addWidget(self._entry)

    @property
    def entry(self) -> Plain:
        """What was said, to be recorded; built once somebody wants to."""
        return self._entry.part

    @property
    def form(self) -> Fields:
        """Its fields."""
        found = self.entry.findChild(Fields)
        assert found is not None  # noqa: S101 - the entry holds it
        return found

    def _build_entry(self) -> Plain:
        entry, form = Plain(gap=8), Fields(_ASKS)
        form.offer(
            "what",
            [
                (_NOTICE, tr("A parent was told in writing")),
                (_YES, tr("A yes in writing")),
                (_AGREES, tr("The child refuses no more")),
            ],
        )
        form.offer("contact", self._offered)
        form.widgets["what"].currentIndexChanged.connect(lambda _i: self._fit())
        entry.box.addWidget(form)
        self.go = Button(tr("Record it"), self._record)
        entry.box.addLayout(line_up(1, self.go))
        return entry

    def show_person(self, person: Person, contacts: Sequence[Contact]) -> None:
        """What follows for this person from everything recorded; an open form stays."""
        page = self._page
        if self._person is None or self._person.id != person.id:
            self._entry.hide_part()
        self._person = person
        standing = page.attempt_quietly(lambda: biometrics.status(page.workspace, page.actor, person.id))
        events = page.attempt_quietly(lambda: biometrics.history(page.workspace, page.actor, person.id)) or ()
        if standing is None:
            return
        allows = standing.allows
        self.state.show_state(
            "shown" if allows else "covered", tr("may be compared") if allows else tr("may not be compared")
        )
        clear(self.missing.box)
        for words in map(below, standing.words):
            self.missing.box.addWidget(Label(words, role="quiet", wraps=True))
        clear(self.history.box)
        names = {contact.id: contact.name for contact in contacts}
        for event in reversed(events):
            state, words = _FACTS[event.fact]
            who = names.get(event.contact_id or "", event.giver)
            said = f"{who}: {words}" if who else words
            self.history.box.addWidget(StateChip(state, f"{said}, {day(event.on_day)}"))
        own = [(None, tr("Please choose") if person.kind.is_child else tr("Themselves"))]
        self._offered = (*own, *((contact.id, contact.name) for contact in contacts))
        if self._entry.built is not None:
            self.form.offer("contact", self._offered)

    def _begin(self) -> None:
        self.form.fill({"on_day": self._page.workspace.clock.today()})
        self.entry.show()
        self.form.widgets["what"].setFocus()

    def _fit(self) -> None:
        self.form.widgets["contact"].setEnabled(self.form.values()["what"] != _AGREES)

    def _record(self) -> None:
        page, person, said = self._page, self._person, self.form.values()
        if person is None or not self.form.check():
            return
        if person.kind.is_child and said["contact"] is None and said["what"] != _AGREES:
            self.form.say("contact", tr("Say which parent."))
            return
        facts = {"on_day": said["on_day"], "evidence": said["evidence"]}
        workspace, actor = page.workspace, page.actor
        if said["what"] == _NOTICE:
            made = page.attempt(
                lambda: biometrics.record_notice(workspace, actor, person.id, said["contact"] or "", **facts)
            )
        elif said["what"] == _YES:
            made = page.attempt(
                lambda: biometrics.record_yes(workspace, actor, person.id, said["contact"], in_writing=True, **facts)
            )
        else:
            made = page.attempt(lambda: biometrics.record_child_agrees(workspace, actor, person.id, **facts))
        if made is not None:
            self.form.fill({"evidence": ""})
            self.entry.hide()
            page.written()
            page.notice.tell(tr("Recorded for {name}.", name=person.name))

    def _ask_no(self) -> None:
        page, person = self._page, self._person
        if person is None:
            return
        page.notice.ask(
            tr(
                "The face of {name} is not compared from now on, and their features are deleted. Who says no?",
                name=person.name,
            ),
            {
                tr("A parent"): lambda: self._say_no(person, by_child=False),
                tr("The child"): lambda: self._say_no(person, by_child=True),
            },
        )

    def _say_no(self, person: Person, *, by_child: bool) -> None:
        page = self._page
        act = biometrics.record_child_refusal if by_child else biometrics.record_objection
        deleted = page.attempt(lambda: act(page.workspace, page.actor, person.id))
        if deleted is not None:
            page.written()
            gone = (
                tr(" {sets} of features deleted, with a receipt.", sets=count(deleted, "set", "sets"))
                if deleted
                else ""
            )
            page.notice.tell(tr("Recorded: the face of {name} is not compared.{gone}", name=person.name, gone=gone))
