"""The steps of the set-up, each a small form that may be left for later; nothing is written before the last one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPlainTextEdit, QRadioButton

from app.domain.consent import PlatformId
from app.domain.people import ROLE_WORDS, Role
from app.policy.pack import STRICT, load_pack, shipped_packs
from app.policy.platform_list import listed_platforms
from app.ui.below import below
from app.ui.language import tr
from app.ui.sign_in_forms import Form
from app.ui.theme import theme
from app.ui.widgets import Button, IconLabel, Label, Plain, line_up, rule
from app.ui.widgets import field as labelled
from app.ui.words import count, sentence
from app.workflow.set_up import Begun, Colleague, Plan

_ROLES = (Role.HEAD, Role.DEPUTY, Role.CONTRIBUTOR, Role.CONSENT_ADMIN, Role.DSL)
_AT_FIRST = ("facebook", "website", "instagram", "x", "newsletter", "youtube")
_SENTENCES = re.compile(r"(?<=\.)\s+(?=[A-Z])")
_SHORTEST = 12
_WIDE = 400


@dataclass(slots=True)
class Answers:
    """What was answered so far; nothing of it is written before the last step."""

    school: dict[str, str] = field(default_factory=dict)
    pack: str = STRICT
    plan: Plan = field(default_factory=Plan)


class Step(Form):
    """One step.

    Signals:
        back_wanted, later_wanted, next_wanted: the buttons.
    """

    back_wanted = Signal()
    later_wanted = Signal()
    next_wanted = Signal()
    may_wait = True

    def __init__(self, words: str, more: str) -> None:
        super().__init__(words)
        self.at = Label(role="caption")
        self.box.insertWidget(0, self.at)
        self.box.addWidget(Label(more, role="quiet", wraps=True))

    def finish(self, go: str = "") -> None:
        """The line of buttons, last of all."""
        self.problem = Label(wraps=True)
        self.problem.setProperty("state", "withheld")
        self.back = Button(tr("Back"), self.back_wanted.emit, kind="flat")
        self.later = Button(
            tr("Later"), self.later_wanted.emit, kind="flat", tip=tr("Leave it for later: Home brings you back")
        )
        self.go = Button(go or tr("Next"), self.submit, kind="primary")
        self.box.addLayout(line_up(self.back, 1, self.later if self.may_wait else None, self.go))
        self.box.addWidget(self.problem)
        self.problem.hide()

    def submit(self) -> None:
        """Go on, unless something does not fit."""
        wrong = self.wrong()
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))
        if not wrong:
            self.next_wanted.emit()

    def wrong(self) -> str:
        """What does not fit, in a sentence; empty when all of it does."""
        return ""

    def put(self, plan: dict[str, object], answers: Answers) -> None:
        """Add what was answered to the parts of the plan."""

    def begin(self, answers: Answers) -> None:
        """Shown now, with what was answered on the other steps."""


class RulesStep(Step):
    """Which policy pack the school begins with."""

    def __init__(self) -> None:
        super().__init__(
            tr("The rules you work by"),
            tr(
                "A policy pack says who approves, who publishes and what has to be written down. The "
                "strict one is safe for every school; the Headteacher can choose another at any time "
                "under School."
            ),
        )
        self.choices: dict[str, QRadioButton] = {}
        for name in shipped_packs():
            choice = QRadioButton(load_pack(name).title.partition(":")[0])
            choice.setAccessibleName(choice.text())
            self.choices[name] = choice
            self.box.addWidget(choice)
        self.choices[STRICT].setChecked(True)
        self.finish()

    def put(self, plan: dict[str, object], answers: Answers) -> None:
        answers.pack = next(name for name, choice in self.choices.items() if choice.isChecked())


class PeopleStep(Step):
    """Who else signs in, one of each at first."""

    def __init__(self) -> None:
        super().__init__(
            tr("The people"),
            tr(
                "Somebody writes, the Headteacher approves, the Deputy Head publishes: three "
                "different people. Each gets a password for one sign-in, shown at the end. More "
                "people are added under Staff."
            ),
        )
        self.names = {role: self.line(sentence(below(ROLE_WORDS[role]))) for role in _ROLES}
        self.finish()

    def wrong(self) -> str:
        names = [line.text().strip().casefold() for line in self.names.values() if line.text().strip()]
        return tr("Two people have the same name. Write them differently.") if len(names) != len(set(names)) else ""

    def put(self, plan: dict[str, object], answers: Answers) -> None:
        typed = ((role, line.text().strip()) for role, line in self.names.items())
        plan["people"] = tuple(Colleague(name, role) for role, name in typed if name)


class PlatformsStep(Step):
    """Where posts go; needs the Headteacher, who agreed to it."""

    def __init__(self) -> None:
        super().__init__(tr("Where your posts go"), tr("Only accounts of the school itself, never anybody’s own."))
        self.boxes: dict[PlatformId, QCheckBox] = {}
        for line in listed_platforms():
            if line.id in _AT_FIRST:
                box = self.boxes[line.id] = QCheckBox(line.name)
                box.setAccessibleName(line.name)
                self.box.addWidget(box)
        self.agreed = QCheckBox(tr("They are the school’s, and the Headteacher agreed"))
        self.agreed.setAccessibleName(self.agreed.text())
        self.box.addWidget(rule())
        self.box.addWidget(self.agreed)
        self._has_head = False
        self.finish()

    def begin(self, answers: Answers) -> None:
        self._has_head = any(colleague.role is Role.HEAD for colleague in answers.plan.people)

    @property
    def chosen(self) -> tuple[PlatformId, ...]:
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def wrong(self) -> str:
        if self.chosen and not self._has_head:
            return tr("Name the Headteacher on the step before: somebody has to have agreed.")
        return (
            tr("Tick that the Headteacher agreed, or choose Later.")
            if self.chosen and not self.agreed.isChecked()
            else ""
        )

    def put(self, plan: dict[str, object], answers: Answers) -> None:
        plan["platforms"] = self.chosen


class PupilsStep(Step):
    """The class list as the school's system writes it."""

    def __init__(self) -> None:
        super().__init__(
            tr("The class list"),
            tr(
                "A list of pupils from Arbor, Bromcom, SIMS or a spreadsheet, as CSV or XLSX. The "
                "parents’ answers are read afterwards on the Register page, where every line can be "
                "looked at first."
            ),
        )
        self.file = QLineEdit()
        look = Button(tr("Choose"), self._choose, icon_name="folder", name=tr("Choose the class list"))
        self.box.addLayout(labelled(tr("Class list"), self.file, beside=look))
        self.file.returnPressed.connect(self.submit)
        self.finish()

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, tr("Class list"), self.file.text(), tr("Lists (*.csv *.xlsx *.xls *.ods)")
        )
        if name:
            self.file.setText(name)

    def wrong(self) -> str:
        words = self.file.text().strip()
        return tr("There is no such file.") if words and not Path(words).is_file() else ""

    def put(self, plan: dict[str, object], answers: Answers) -> None:
        words = self.file.text().strip()
        plan["pupils"] = Path(words) if words else None


class ExplainStep(Step):
    """Something that comes later on its own page, and why."""

    def __init__(self, words: str, more: str) -> None:
        first, *rest = _SENTENCES.split(more)
        super().__init__(words, first)
        for sentence_ in rest:  # one thought at a time, not a wall of words
            line, sign = line_up(gap=12), IconLabel("info", tint="accent")
            line.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
            said = Label(sentence_, wraps=True)
            said.setProperty("beside_px", sign.sizeHint().width() + theme().px(12))
            line.addWidget(said, 1)
            self.box.addLayout(line)
        self.finish()
        self.later.hide()


class BackUpStep(Step):
    """Where the first back-up goes, and its own passphrase."""

    def __init__(self) -> None:
        super().__init__(
            tr("A back-up"),
            tr(
                "One encrypted file with everything, read back at once. Choose a stick or another "
                "PC’s folder: a back-up on the same disk goes with it."
            ),
        )
        self.folder = self.folder_line(tr("Folder for back-ups"))
        self.passphrase = self.line(tr("Passphrase of the back-up"), is_secret=True, hint=tr("At least 12 characters."))
        self.again = self.line(tr("Passphrase of the back-up again"), is_secret=True)
        self.finish()

    def wrong(self) -> str:
        if not self.folder.text().strip():
            return ""
        if not Path(self.folder.text().strip()).is_dir():
            return tr("There is no such folder.")
        if len(self.passphrase.text()) < _SHORTEST:
            return tr("The passphrase of the back-up needs at least 12 characters.")
        return "" if self.passphrase.text() == self.again.text() else tr("The two passphrases are not the same.")

    def put(self, plan: dict[str, object], answers: Answers) -> None:
        words = self.folder.text().strip()
        plan["back_up_to"], plan["back_up_passphrase"] = (Path(words), self.passphrase.text()) if words else (None, "")


class SummaryStep(Step):
    """All of it once more; nothing was written so far."""

    may_wait = False

    def __init__(self) -> None:
        super().__init__(tr("Ready"), tr("Nothing is written yet. What is left for later waits on Home."))
        self.lines = Label(wraps=True)
        self.box.addWidget(self.lines)
        self.finish(tr("Make the workspace"))

    def begin(self, answers: Answers) -> None:
        plan, later = answers.plan, tr("later")
        people = ", ".join(f"{c.name} ({below(ROLE_WORDS[c.role]).removeprefix('the ')})" for c in plan.people) or later
        names = {line.id: line.name for line in listed_platforms()}
        said = {
            tr("School"): answers.school["school"],
            tr("Folder"): answers.school["folder"],
            tr("Rules"): load_pack(answers.pack).title,
            tr("People"): people,
            tr("Platforms"): ", ".join(names[key] for key in plan.platforms) or later,
            tr("Class list"): plan.pupils.name if plan.pupils else later,
            tr("Comparing faces"): tr("off"),
            tr("Back-up"): str(plan.back_up_to) if plan.back_up_to else later,
        }
        self.lines.setText("\n".join(f"{title}: {words}" for title, words in said.items()))


class DoneStep(Form):
    """What is shown this once: the recovery passphrase and everybody's first password.

    Signals:
        finished: the person kept it.
    """

    finished = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Your workspace is ready"))
        self.box.addWidget(
            Label(tr("Print this page and lock it away: it is shown this once."), role="quiet", wraps=True)
        )
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(tr("Recovery passphrase and first passwords"))
        self.shown.setMinimumHeight(theme().px(220))
        self.box.addWidget(self.shown)
        copy = Button(
            tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.shown.toPlainText()), icon_name="copy"
        )
        self.go = Button(tr("I have kept it: sign in"), self._end, kind="primary")
        self.box.addLayout(line_up(copy, Button(tr("Print"), self._print), 1, self.go))

    def tell(self, recovery: str, begun: Begun, back_up: Path | None) -> None:
        """Everything somebody has to know now."""
        lines = [
            tr("Recovery passphrase: {recovery}", recovery=recovery),
            tr("It opens the workspace when the passphrase is forgotten."),
            "",
        ]
        if begun.admitted:
            lines.append(tr("First passwords, each for one sign-in:"))
            lines += [
                tr(
                    "  {name}: sign-in name {username}, password {password}",
                    name=one.name,
                    username=one.username,
                    password=one.password,
                )
                for one in begun.admitted
            ]
            lines.append("")
        if begun.pupils:
            lines.append(tr("{pupils} read from the class list.", pupils=count(begun.pupils, "pupil")))
        if begun.unread:
            lines.append(
                tr(
                    "{lines} could not be read: look at the list on the Register page.",
                    lines=count(begun.unread, "line"),
                )
            )
        if back_up is not None:
            lines.append(tr("Back-up: {back_up}", back_up=back_up))
        self.shown.setPlainText("\n".join(lines).strip())

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            page = QTextDocument()
            page.setPlainText(self.shown.toPlainText())
            page.print_(printer)

    def _end(self) -> None:
        self.shown.clear()
        self.finished.emit()


def steps() -> tuple[Step, ...]:
    """The steps in their order."""
    return (
        RulesStep(),
        PeopleStep(),
        PlatformsStep(),
        PupilsStep(),
        ExplainStep(
            tr("The school’s crest"),
            tr(
                "ClearPost can look for your crest, another school’s or a sponsor’s mark in every "
                "picture. It learns them from one to five pictures: sign in as the Headteacher and "
                "open School, then Marks. Home reminds you."
            ),
        ),
        ExplainStep(
            tr("Comparing faces is off"),
            tr(
                "People are named from the class list, by hand. Suggesting names from faces is "
                "biometric processing: it needs a data protection impact assessment, a notice to "
                "each parent, a parent’s written yes, and nobody’s no. Until all of that is recorded "
                "under School, Rules, nothing that could compare faces is started."
            ),
        ),
        BackUpStep(),
        SummaryStep(),
    )


class SetUp(Plain):
    """Goes through the steps, back and forward.

    Signals:
        left: back before the first step.
        made(object): the `Answers`, all of them, to be written now.
    """

    left = Signal()
    made = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=0)
        self.answers = Answers()
        self.steps = steps()
        self._skipped: set[int] = set()
        self.at = 0
        for number, step in enumerate(self.steps):
            self.box.addWidget(step)
            step.hide()
            step.at.setText(tr("Step {number} of {steps}", number=number + 2, steps=len(self.steps) + 1))
            step.back_wanted.connect(lambda: self._go(-1))
            step.next_wanted.connect(self._next)
            step.later_wanted.connect(self._later)

    @property
    def step(self) -> Step:
        return self.steps[self.at]

    def begin(self, school: dict[str, str]) -> None:
        """From the first step, for this school; what was answered before stays."""
        self.answers.school = school
        self.at = 0
        self._show()

    def _next(self) -> None:
        self._skipped.discard(self.at)
        self._go(1)

    def _later(self) -> None:
        self._skipped.add(self.at)
        self._go(1)

    def _go(self, by: int) -> None:
        self._gather()
        self.step.hide()
        if self.at + by < 0:
            self.left.emit()
        elif self.at + by == len(self.steps):
            self._show()
            self.made.emit(self.answers)
        else:
            self.at += by
            self._show()

    def _show(self) -> None:
        self.step.begin(self.answers)
        for label in self.step.findChildren(Label):
            if label.wordWrap():  # where the page scrolls, its layout would squeeze them
                wide = theme().px(_WIDE) - int(label.property("beside_px") or 0)
                label.setMinimumHeight(max(0, label.heightForWidth(wide)))
        self.step.show()
        (self.step.findChild(QLineEdit) or self.step.go).setFocus()

    def _gather(self) -> None:
        plan: dict[str, object] = {}
        self.answers.pack = STRICT
        for number, step in enumerate(self.steps):
            if number not in self._skipped:
                step.put(plan, self.answers)
        self.answers.plan = Plan(**plan)  # type: ignore[arg-type]
