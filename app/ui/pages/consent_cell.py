"""One cell of the consent table: what is in force, everything ever answered, and a form for a new answer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from app.domain.consent import (
    Answer,
    ConsentEvent,
    ConsentKind,
    ConsentStanding,
    ConsentStatus,
    Platform,
    RegisterSnapshot,
)
from app.domain.people import Action, Person, PersonId
from app.policy.standing import standing_of
from app.ui import reads
from app.ui.forms import Ask, Fields
from app.ui.language import Told, phrase, tr
from app.ui.pages.answer_form import AnswerForm
from app.ui.pages.page import Page
from app.ui.widgets import Button, ElidedLabel, Label, Panel, Plain, StateChip, clear, line_up, rule, scrolled, show_if
from app.ui.words import CONSENT_KIND, STATUS, day, moment, sentence
from app.workflow import consents
from app.workflow.consents import SignedForm

_ANSWERS = Told(
    {
        Answer.YES: ("shown", phrase("yes")),
        Answer.NO: ("withheld", phrase("no")),
        Answer.WITHDRAWN: ("withheld", phrase("yes taken back")),
    }
)
WHY = Told(
    {
        ConsentStatus.YES: "",
        ConsentStatus.NO: phrase("One no is enough, whoever said it."),
        ConsentStatus.WITHDRAWN: phrase("The yes was taken back."),
        ConsentStatus.NOT_ASKED: phrase("Nobody has answered, so this is covered."),
        ConsentStatus.EXPIRED: phrase("There was a yes, and it has run out. Ask again."),
        ConsentStatus.TO_CONFIRM: phrase(
            "A yes came back when something was undone. It counts once somebody confirms it."
        ),
        ConsentStatus.ASK_PUPIL: phrase("The parents said yes. The pupil is old enough now and has to be asked."),
    }
)


class ConsentCell(Panel):
    """Signals:
    closed: back to what was shown before.
    """

    closed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(margin=16, gap=8)
        self._page = page
        self._person: Person | None = None
        self._kind = ConsentKind.IMAGE
        self._platform: Platform | None = None
        self.name = ElidedLabel(role="heading")
        self.target = Label(role="quiet", wraps=True)
        self.state = StateChip("covered", "")
        self.why = Label(role="quiet", wraps=True)
        self.history = Plain(gap=8)
        self.mistake = Fields([Ask("evidence", tr("How the mistake is known"), needed=tr("Say how it is known."))])
        self.mistake_go = Button(tr("Note the mistake"), self._correct, kind="danger")
        self.correcting = Plain(gap=8)
        self.correcting.box.addWidget(self.mistake)
        leave = Button(tr("Leave it"), self.correcting.hide)
        self.correcting.box.addLayout(line_up(1, leave, self.mistake_go))
        self.correcting.hide()
        self._wrong: ConsentEvent | None = None
        self.form = AnswerForm()
        self.form.wanted.connect(self._record)
        show_if(self.form, page.actor.may(Action.EDIT_REGISTER))
        inside = Plain(gap=12)
        for widget in (self.state, self.why, Label(tr("Everything ever answered"), role="heading"), self.history):
            inside.box.addWidget(widget)
        inside.box.addWidget(self.correcting)
        inside.box.addWidget(self.form)
        inside.box.addStretch(1)
        heading = line_up()
        heading.addWidget(self.name, 1)
        heading.addWidget(Button(tr("Close this answer"), self.closed.emit, icon_name="close", kind="icon"))
        self.box.addLayout(heading)
        self.box.addWidget(self.target)
        self.box.addWidget(scrolled(inside, tr("Answers")), 1)

    def show_cell(self, person: Person, kind: ConsentKind, platform: Platform, known: RegisterSnapshot) -> None:
        """Say what is in force for this cell, and because of which answers."""
        if (person.id, kind, platform.id) != self._target:
            self.correcting.hide()
        self._person, self._kind, self._platform = person, kind, platform
        page = self._page
        standing = page_standing(page, known, person.id, kind, platform)
        self.name.setText(person.name)
        self.target.setText(tr("{consent_kind} on {name}", consent_kind=CONSENT_KIND[kind], name=platform.name))
        state, words = STATUS[standing.status]
        self.state.show_state(state, sentence(words))
        self.why.setText(WHY[standing.status])
        self.why.setVisible(bool(WHY[standing.status]))
        clear(self.history.box)
        events = known.events.get((person.id, kind, platform.id), ())
        names = reads.user_names(page.workspace) if events else {}
        for event in sorted(events, key=lambda e: e.sequence, reverse=True):
            self.history.box.addWidget(rule())
            self.history.box.addWidget(self._event(event, names))
        if not events:
            self.history.box.addWidget(Label(tr("Nothing yet."), role="quiet"))
        contacts = [c for c in known.contacts.values() if c.person_id == person.id]
        self.form.giver.offer(person, contacts)

    @property
    def _target(self) -> tuple[str, ConsentKind, str]:
        return (
            self._person.id if self._person else "",
            self._kind,
            self._platform.id if self._platform else "",
        )

    def _begin_correction(self, event: ConsentEvent) -> None:
        self._wrong = event
        self.mistake.fill({"evidence": ""})
        self.correcting.show()
        self.mistake.widgets["evidence"].setFocus()

    def _correct(self) -> None:
        """What was recorded stays; one more line says that it was a mistake."""
        page, wrong = self._page, self._wrong
        if wrong is None or not self.mistake.check():
            return
        said = self.mistake.values()["evidence"]
        if (
            page.attempt(lambda: consents.correct_mistake(page.workspace, page.actor, wrong.id, evidence=said))
            is not None
        ):
            self.correcting.hide()
            page.written()
            is_yes = wrong.answer is Answer.YES
            then = (
                tr("The yes is taken back.") if is_yes else tr("The answer has to be confirmed before anything shows.")
            )
            page.notice.tell(tr("Noted as a mistake. {then}", then=then))

    def _event(self, event: ConsentEvent, names: dict[str, str]) -> Plain:
        block = Plain(gap=2)
        state, words = _ANSWERS[event.answer]
        words = tr("yes, to be confirmed") if event.to_confirm and event.answer is Answer.YES else words
        relationship = f" ({event.relationship})" if event.relationship else ""
        chip = StateChip(state, sentence(words))
        block.box.addWidget(chip)
        block.box.addWidget(Label(f"{sentence(event.giver)}{relationship}", wraps=True))
        said = [tr("from {day}", day=day(event.valid_from))]
        said += [tr("until {day}", day=day(event.valid_until))] if event.valid_until else []
        said += [part for part in (event.form_version, event.evidence) if part]
        said += [tr("the form is kept")] if event.evidence_file else []
        block.box.addWidget(Label(" · ".join(said), role="caption", wraps=True))
        who = names.get(event.recorded_by, "a list" if event.source else "set-up")
        when = moment(event.recorded_at, self._page.workspace.clock.today())
        block.box.addWidget(Label(tr("Recorded by {who}, {when}", who=who, when=when), role="caption", wraps=True))
        if self._page.actor.may(Action.EDIT_REGISTER) and not event.is_anonymous and not event.to_confirm:
            name = tr("Entered by mistake: {words} of {giver}", words=words, giver=event.giver)
            wrong = Button(tr("Entered by mistake"), lambda: self._begin_correction(event), kind="flat", name=name)
            block.box.addLayout(line_up(wrong, 1))
        return block

    def _record(self, said: dict[str, Any]) -> None:
        person, platform, page = self._person, self._platform, self._page
        if person is None or platform is None:
            return
        form = SignedForm(person.id, {(self._kind, platform.id): said.pop("answer")}, **said)
        if page.attempt(lambda: consents.record_form(page.workspace, page.actor, form)) is not None:
            self.form.giver.forget_proof()
            page.written()
            page.notice.tell(
                tr(
                    "Recorded for {name}: {consent_kind} on {platform_name}.",
                    name=person.name,
                    consent_kind=CONSENT_KIND[self._kind].lower(),
                    platform_name=platform.name,
                )
            )


def page_standing(
    page: Page, known: RegisterSnapshot, person_id: PersonId, kind: ConsentKind, platform: Platform
) -> ConsentStanding:
    """What is in force today by the answers and by the rules the school works with."""
    today = page.workspace.clock.today()
    return standing_of(person_id, kind=kind, snapshot=known, pack=page.workspace.pack, platform=platform, today=today)
