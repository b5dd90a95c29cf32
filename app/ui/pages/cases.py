"""Requests and incidents: what people ask for and what went wrong, with the clocks of the law; everybody may report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.domain.cases import KIND_WORDS, STEP_WORDS, TO_DO, Case, CaseId, CaseKind, CaseStep, Step
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, PersonId, Role
from app.policy.standing import SCHOOL_ZONE
from app.ui import reads
from app.ui.below import below
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.files import read_file, write_file
from app.ui.forms import Ask, Fields
from app.ui.language import month_day, phrase, tr
from app.ui.long_lists import CaseList, cases_are_few
from app.ui.long_task import LongTask
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.case_photos import CasePhotos
from app.ui.pages.page import Page
from app.ui.pages.sift import TitleSift
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, StateChip, clear, line_up, scrolled, show_if
from app.ui.words import moment
from app.workflow import cases
from app.workflow.subject_pack import PackStep, making_pack
from app.workflow.workspace import Workspace
from consent_db.case_lists import CaseWord

_NEW = (
    Ask("kind", phrase("What it is"), "choice"),
    Ask("about", phrase("Whom it is about"), hint=phrase("A name or UPN of the register")),
    Ask("asked_by", phrase("Who asks"), hint=phrase("For a request or a complaint")),
    Ask(
        "standing", phrase("By what right"), hint=phrase("The pupil themselves, a parent with parental responsibility")
    ),
    Ask("received", phrase("When it came, or when you knew"), "day", hint=phrase("Today when this is left empty")),
    Ask(
        "words",
        phrase("What is asked for, or what happened"),
        "long",
        is_wide=True,
        needed=phrase("Say what happened."),
    ),
    Ask(
        "is_safeguarding",
        phrase("Touches keeping children safe: only the Headteacher and the safeguarding lead open it"),
        "check",
        is_wide=True,
    ),
)
_OPEN, _CLOSED = "open", "closed"
_DONE = (Ask("words", phrase("Who, what, how, or why"), "long", is_wide=True),)
_BLANK = {"is_safeguarding": False, "received": None}
_STEPS = (Step.ACKNOWLEDGED, Step.IDENTITY, Step.ICO_SETTLED, Step.TOLD, Step.NOTED)


class CasesPage(Page):
    """Left what is open, right one of them with its steps, or the form to record a new one."""

    key = "cases"
    title = phrase("Requests")
    icon_name = "question"
    actions = frozenset({Action.REPORT})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.case: Case | None = None
        self.keeps = self.actor.may(Action.KEEP_CASES)
        self.picture: bytes | None = None
        self._shown: tuple[object, ...] = ()
        self.list = SlicedView(tr("Requests and incidents"), self._row, desk, self.notice.show_problem, is_flat=True)
        self.list.turned.connect(self._chosen)
        self.list.filled.connect(lambda: self.attempt_quietly(self._listed))
        hint = tr("A number, a name or a word")
        self.sift = TitleSift(desk, "cases", {_OPEN: tr("Still open"), _CLOSED: tr("Closed")}, hint=hint)
        self.sift.changed.connect(self._show_list)
        self.new_button = Button(tr("Record something"), self.begin, icon_name="add")
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.sift)
        left.box.addWidget(self.list, 1)
        self.empty = EmptyState("tick", tr("Nothing is open"), tr("Complaints, requests and incidents appear here."))
        left.box.addWidget(self.empty, 1)
        left.box.addWidget(self.new_button)
        self._left = left

    def build_pieces(self) -> Iterator[None]:
        inside = Plain(gap=16)
        self.form_panel = self._form()
        yield
        self.detail = self._detail()
        yield
        inside.box.addWidget(self.form_panel)
        inside.box.addWidget(self.detail)
        self._photos = PartAsNeeded(lambda: CasePhotos(self))
        inside.box.addWidget(self._photos)
        inside.box.addStretch(1)
        yield
        columns = Columns()
        columns.add_side(self._left, 340)
        show_if(self._left, self.keeps)
        columns.addWidget(scrolled(inside, tr("Request or incident")), 1)
        self.body.addLayout(columns, 1)
        self._show()

    @property
    def photos(self) -> CasePhotos:
        """What is held about somebody, built once a request asks for it."""
        return self._photos.part

    def _form(self) -> Panel:
        panel = Panel()
        panel.box.addWidget(Label(tr("Record something"), role="heading"))
        if not self.keeps:
            words = tr("Report a worry or something you saw. The Headteacher and the safeguarding lead read it.")
            panel.box.addWidget(Label(words, role="quiet", wraps=True))
        self.form = Fields(_NEW)
        wanted = [k for k in CaseKind if self.keeps or k is CaseKind.CONCERN or k.is_incident]
        self.form.offer("kind", [(kind, KIND_WORDS[kind]) for kind in wanted])
        panel.box.addWidget(self.form)
        self.picture_words = Label(role="quiet")
        attach = Button(tr("Add a screenshot"), lambda: self._ask_picture(self.picture_words), icon_name="import")
        self.save_button = Button(tr("Record it"), self.save, kind="primary")
        panel.box.addLayout(line_up(attach, self.picture_words, 1, self.save_button))
        return panel

    def _detail(self) -> Panel:
        panel = Panel(gap=8)
        self.heading = Label(role="title", wraps=True)
        self.state = StateChip("needs", "")
        self.facts = Label(role="quiet", wraps=True)
        self.words_label = Label(wraps=True)
        self.to_do, self.steps = Plain(gap=4), Plain(gap=4)
        self.done_form = Fields(_DONE)
        self.step_buttons = {
            step: Button(_first_capital(STEP_WORDS[step]), lambda s=step: self.take(s)) for step in _STEPS
        }
        self.longer_button = Button(tr("Take two more months"), self.extend, tip=tr("Say above why it is hard"))
        self.pause_button = Button(tr("Stop the clock"), self.pause, tip=tr("Say above what you asked whoever asks"))
        self.resume_button = Button(tr("Let the clock go on"), self.resume)
        self.proof_words = Label(role="quiet")
        self.attach_button = Button(
            tr("Add a screenshot"), lambda: self._ask_picture(self.proof_words), icon_name="import"
        )
        self.dsl_button = Button(tr("It may go out"), lambda: self.take(Step.DSL_CLEARED))
        self.dsl_no_button = Button(tr("Hold it back"), lambda: self.take(Step.DSL_REFUSED))
        self.pack_button = Button(tr("Make the pack"), self._ask_folder, icon_name="save")
        self.close_button = Button(tr("Close it"), self.close_case, kind="primary")
        for widget in (self.heading, self.state, self.facts, self.words_label, self.to_do, self.steps, self.done_form):
            panel.box.addWidget(widget)
        panel.box.addLayout(line_up(self.attach_button, self.proof_words, 1))
        panel.box.addLayout(line_up(*self.step_buttons.values(), 1))
        panel.box.addLayout(line_up(self.longer_button, self.pause_button, self.resume_button, 1))
        for button in (self.dsl_button, self.dsl_no_button):
            show_if(button, Role.DSL in self.actor.roles)
        if theme().scale < 1.25:
            panel.box.addLayout(line_up(self.dsl_button, self.dsl_no_button, 1, self.pack_button, self.close_button))
        else:
            panel.box.addLayout(line_up(self.dsl_button, self.dsl_no_button, 1))
            panel.box.addLayout(line_up(1, self.pack_button, self.close_button))
        return panel

    def context(self) -> str:
        return tr("Requests and incidents")

    def refresh(self) -> None:
        if self.keeps:
            self._show_list()
        else:
            self._show()

    def _show_list(self) -> None:
        words = tuple(_meant(word) for word in self.sift.words.casefold().split())
        is_open = self.sift.state == _OPEN if self.sift.state else None
        few = self.attempt_quietly(lambda: cases_are_few(self.workspace, FEW))
        self.list.show_source(CaseList(self.workspace, self.actor, words, is_open), at_once=bool(few))

    def _listed(self) -> None:
        """The list is there: the case in front stays, as it is now."""
        self.case = self._read(self.case.id) if self.case is not None else None
        self.list.choose_key(None if self.case is None else self.case.id)
        number = self.list.rows.rowCount()
        self.sift.say(number)
        self.list.setVisible(number > 0)
        self.sift.setVisible(number > 0 or self.sift.is_on)
        self.empty.setVisible(number == 0 and not self.sift.is_on)
        self._show()

    def _read(self, case_id: CaseId) -> Case | None:
        found = self.attempt_quietly(lambda: cases.by_ids(self.workspace, self.actor, [case_id])) or {}
        return found.get(case_id)

    def open(self, what: object) -> None:
        """Show the case with this id."""
        if self.keeps:
            self.sift.clear()
            self.case = self._read(CaseId(str(what))) or self.case
        self.refresh()

    def begin(self) -> None:
        """An empty form."""
        self.case = None
        self._keep_picture(None, "")
        self.list.choose_key(None)
        self._show()

    def save(self) -> None:
        """Record what the form says."""
        if not self.form.check():
            return
        made = self.attempt(self._open_case)
        if made is None:
            return
        told = tr(" Tell {tell}.", tell=made.tell) if made.tell else ""
        self.form.fill(dict.fromkeys(("about", "asked_by", "standing", "words"), "") | _BLANK)
        self._keep_picture(None, "")
        self.case = made if self.keeps else None
        self.written()
        self.refresh()
        self.notice.tell(tr("No. {number} is recorded.{told}", number=made.number, told=told))

    def take(self, step: Step) -> None:
        """Note something done about the case on the screen."""
        case = self.case
        if case is None:
            return
        words, picture = self.done_form.values()["words"], self.picture
        if picture is not None and step is Step.NOTED:
            step = Step.EVIDENCE
        self._did(lambda: cases.take_step(self.workspace, self.actor, case.id, step, words, picture=picture))

    def extend(self) -> None:
        """Take the two more months the law gives for a hard request."""
        self._with_words(cases.extend)

    def pause(self) -> None:
        """Stop the clock while the school waits for whoever asks."""
        self._with_words(cases.pause)

    def resume(self) -> None:
        """Let the clock go on."""
        case = self.case
        if case is not None:
            self._did(lambda: cases.resume(self.workspace, self.actor, case.id))

    def _with_words(self, act: Callable[[Workspace, Actor, CaseId, str], Case]) -> None:
        case, words = self.case, self.done_form.values()["words"]
        if case is not None:
            self._did(lambda: act(self.workspace, self.actor, case.id, words))

    def _did(self, work: Callable[[], Case]) -> None:
        """Do something about the case on the screen, and look at it again."""
        if self.attempt(work) is not None:
            self.done_form.fill({"words": ""})
            self._keep_picture(None, "")
            self.written()
            self.refresh()

    def save_picture(self, step: CaseStep, path: Path) -> None:
        """Write a screenshot that was kept into a file; that it was taken out is recorded."""
        case = self.case
        if case is None:
            return

        def write() -> bool:
            kept = cases.picture_of(self.workspace, self.actor, case.id, step)
            return write_file(path, kept.data)

        if self.attempt(write):
            self.notice.tell(tr("The picture is in {path}.", path=path))

    def close_case(self) -> None:
        """Close the case on the screen with what came of it."""
        case, words = self.case, self.done_form.values()["words"]
        if case is None or not words.strip():
            self._close(case, words)
            return
        self.notice.ask(
            tr("No. {number} is closed for good: nothing can be added afterwards.", number=case.number),
            {tr("Close it for good"): lambda: self._close(case, words)},
            safe=tr("Not yet"),
        )

    def _close(self, case: Case | None, words: str) -> None:
        if case is not None and self.attempt(lambda: cases.close(self.workspace, self.actor, case.id, words)):
            self.done_form.fill({"words": ""})
            self.written()
            self.refresh()

    def make(self, folder: Path) -> None:
        """Write the pack of a request into a folder; the foot of the window shows how far it is, and cancels it."""
        case = self.case
        if case is None:
            return
        self.notice.dismiss()
        self.pack_button.setEnabled(False)
        task = self.desk.begin(
            tr("Making the pack of no. {number}", number=case.number),
            lambda: making_pack(self.workspace, self.actor, case.id, folder),
            on_outcome=lambda step: self._made(task, step),
            on_problem=self.notice.show_problem,
            on_end=self._pack_ended,
        )

    def _made(self, task: LongTask, step: PackStep) -> None:
        task.total = step.total
        made = step.done_with
        if made is not None:
            self.notice.tell(
                tr(
                    "The pack is in {folder}. It holds {pictures} pictures of this person alone.",
                    folder=made.folder,
                    pictures=made.pictures,
                )
            )

    def _pack_ended(self, completed: bool) -> None:
        self.pack_button.setEnabled(True)
        if not completed and not self.notice.isVisibleTo(self):
            self.notice.tell(tr("No pack was made, and nothing of it is left."))
        self.refresh()

    def _open_case(self) -> Case:
        said = self.form.values()
        return cases.open_case(
            self.workspace, self.actor, CaseKind(said["kind"]), said["words"], person_id=self._person(said["about"]),
            asked_by=said["asked_by"], standing=said["standing"], is_safeguarding=said["is_safeguarding"],
            picture=self.picture, received_at=self._received(said["received"]),
        )  # fmt: skip

    def _received(self, day: date | None) -> datetime | None:
        """An earlier day counts from its first minute, so that no time of the law ends late."""
        is_earlier = day is not None and day != self.workspace.clock.today()
        return datetime.combine(day, time(), SCHOOL_ZONE) if day is not None and is_earlier else None

    def _person(self, words: str) -> PersonId | None:
        if not words:
            return None
        found = reads.search_people(self.workspace, words)
        if len(found) != 1:
            raise RegisterError(
                tr("{found} people of the register fit “{words}”.", found=len(found) or tr("No"), words=words),
                remedy=tr("Say the UPN."),
            )
        return found[0].id

    def _show(self) -> None:
        case = self.case
        self.form_panel.setVisible(case is None)
        self.detail.setVisible(case is not None)
        if case is not None and case.kind.is_for_access and case.is_open:
            self.photos.show()
        else:
            self._photos.hide_part()
        seen = None if case is None else self.attempt_quietly(lambda: cases.view(self.workspace, self.actor, case.id))
        if case is None or seen is None:
            return
        today = self.workspace.clock.today()
        self.heading.setText(
            tr("No. {number} · {kind_words}", number=case.number, kind_words=below(KIND_WORDS[case.kind]))
        )
        self.state.show_state(*self._state(case))
        asked = f"{case.asked_by} ({case.standing})" if case.standing else case.asked_by
        told = tr("tell {tell}", tell=case.tell) if case.tell else ""
        self.facts.setText(
            " · ".join(p for p in (tr("received {moment}", moment=moment(case.received_at, today)), asked, told) if p)
        )
        self.words_label.setText(case.words)
        for button in (*self.step_buttons.values(), self.dsl_button, self.dsl_no_button, self.close_button):
            button.setEnabled(case.is_open)
        self.step_buttons[Step.ACKNOWLEDGED].setVisible(case.kind is CaseKind.COMPLAINT)
        self.step_buttons[Step.ICO_SETTLED].setVisible(case.kind.is_breach)
        self.step_buttons[Step.IDENTITY].setVisible(case.kind.is_request)
        for button in (self.dsl_button, self.dsl_no_button):
            button.setVisible(case.kind.is_for_access and Role.DSL in self.actor.roles)
        self.pack_button.setVisible(case.kind.is_for_access and case.is_open)
        can_wait = case.is_open and case.kind.can_wait
        self.longer_button.setVisible(can_wait and not case.is_extended)
        self.pause_button.setVisible(can_wait and case.paused_on is None)
        self.resume_button.setVisible(can_wait and case.paused_on is not None)
        self.attach_button.setEnabled(case.is_open)
        if self._photos.is_shown:
            self.photos.show_case(case)
        if self._shown == (case, seen.steps):
            return
        self._shown = (case, seen.steps)
        clear(self.to_do.box)
        for at, line in enumerate(TO_DO.get(case.kind, ()), start=1):
            self.to_do.box.addWidget(Label(f"{at}. {line}", wraps=True))
        clear(self.steps.box)
        names = reads.user_names(self.workspace)
        for step in seen.steps:
            words = f"{moment(step.at, today)}: {names.get(step.by, '')} {STEP_WORDS[step.step]}. {step.words}"
            said = Label(words.strip(), role="quiet", wraps=True)
            if step.evidence_file is None:
                self.steps.box.addWidget(said)
            else:
                copy = Button(tr("Save a copy"), lambda s=step: self._ask_copy(s), icon_name="save")
                row = line_up(gap=8)
                row.addWidget(said, 1)
                row.addWidget(copy)
                self.steps.box.addLayout(row)

    def _state(self, case: Case) -> tuple[str, str]:
        clock, now = case.next_clock(), self.workspace.clock.now()
        if not case.is_open:
            return "shown", tr("Closed")
        if case.paused_on is not None:
            return "covered", tr("The clock stands still")
        if clock is None:
            return "needs", tr("Open")
        late, when = clock < now, moment(clock, self.workspace.clock.today())
        return (
            ("withheld", tr("Over time since {when}", when=when))
            if late
            else ("needs", tr("Runs until {when}", when=when))
        )

    def _row(self, case: Case) -> Row:
        state, words = self._state(case)
        clock = case.next_clock()
        if clock is not None:
            words = (
                tr("late since {clock}", clock=month_day(clock))
                if state == "withheld"
                else tr("by {clock}", clock=month_day(clock))
            )
        return Row(f"{case.number} · {below(KIND_WORDS[case.kind])}", case.words[:80], state=state, words=words)

    def _chosen(self, case_id: CaseId) -> None:
        if (case := self._read(case_id)) is not None:
            self.case = case
            self._keep_picture(None, "")
            self._show()

    def _ask_copy(self, step: CaseStep) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, tr("Save a copy"), "screenshot", tr("Picture or PDF (*.png *.jpg *.pdf)")
        )
        if name:
            self.save_picture(step, Path(name))

    def _ask_picture(self, words: Label) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, tr("Add a screenshot"), "", tr("Picture or PDF (*.png *.jpg *.pdf)")
        )
        if name:
            data = self.attempt(lambda: read_file(Path(name)))
            self._keep_picture(data, "")
            words.setText(Path(name).name if data else "")

    def _keep_picture(self, data: bytes | None, name: str) -> None:
        self.picture = data
        for words in (self.picture_words, self.proof_words):
            words.setText(name)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Where the pack goes"))
        if name:
            self.make(Path(name))


def _first_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _meant(word: str) -> CaseWord:
    """A word that was typed, with the kinds that are called so."""
    return CaseWord(word, frozenset(kind for kind in CaseKind if word in below(KIND_WORDS[kind]).casefold()))
