"""The first page: choose or make a workspace, give its passphrase, then say who you are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.errors import KnownError, SignInError
from app.domain.people import Actor
from app.settings import Settings
from app.storage.keys import new_recovery_passphrase
from app.ui.help import HelpWindow
from app.ui.icons import pixmap
from app.ui.language import LANGUAGES, language_in_use, tr
from app.ui.lasting import until_gone
from app.ui.long_task import LongTask
from app.ui.notices import Notice
from app.ui.reading_order import ReadsInOrder
from app.ui.set_up_forms import Answers, DoneStep, SetUp
from app.ui.sign_in_forms import NewForm, NewPasswordForm, OpenForm, UserForm
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, lay, line_up, scrolled
from app.workflow import sample_school, set_up
from app.workflow.set_up import Begun
from app.workflow.signing_in import MUST_CHANGE, choose_password, sign_in, sign_in_notice
from app.workflow.workspace import Workspace


class SignIn(ReadsInOrder, QWidget):
    """Small forms, one at a time. Opening takes a moment (the passphrase is stretched), so it runs as work.

    Signals:
        opened(object): the workspace is open.
        signed_in(object, object): workspace and actor.
        language_wanted(str): this page anew in another language, please.
    """

    opened = Signal(object)
    signed_in = Signal(object, object)
    language_wanted = Signal(str)

    def __init__(
        self,
        settings: Settings,
        *,
        open_workspace: Callable[..., Workspace],
        create_workspace: Callable[..., Workspace],
        administrator: Callable[..., Any],
        run: Callable[..., LongTask],
        sample: Path | None = None,
    ) -> None:
        super().__init__()
        until_gone(self)
        self._open, self._create, self._administrator, self._run = open_workspace, create_workspace, administrator, run
        self._sample = sample or sample_school.folder_for_samples()
        self.workspace: Workspace | None = None
        self.has_running_work: Callable[[], bool] = lambda: False
        """Whether somebody's work still goes on in this workspace; then it stays open."""
        self.setProperty("role", "window")
        self.setWindowTitle(tr("ClearPost · Sign in"))
        self.setMinimumSize(theme().px(420), theme().px(320))
        self.notice = Notice()
        self._forms = Plain(gap=0)
        self.open_form = OpenForm(settings.workspace)
        self.new_form = NewForm()
        self.user_form = UserForm(settings.user)
        self.password_form = NewPasswordForm()
        self._set_up: SetUp | None = None
        self.done = DoneStep()
        self._every_form: list[QWidget] = [
            self.open_form, self.new_form, self.user_form, self.password_form, self.done,
        ]  # fmt: skip
        self._for_one_sign_in = ("", "")
        """Name and temporary password, until the person chose their own."""
        for form in self._every_form:
            self._forms.box.addWidget(form)
            form.setVisible(form is self.open_form)
        self._build()
        self.help: HelpWindow | None = None
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)
        self.open_form.wanted.connect(self._open_folder)
        self.open_form.new_wanted.connect(lambda: self._show(self.new_form))
        self.new_form.wanted.connect(self._make)
        self.open_form.sample_wanted.connect(self._open_sample)
        self.open_form.sample_unwanted.connect(self._remove_sample)
        self.open_form.no_sample.setHidden(not sample_school.is_there(self._sample))
        self.new_form.steps_wanted.connect(self._begin_steps)
        self.done.finished.connect(self._end_set_up)
        self.new_form.back_wanted.connect(lambda: self._show(self.open_form))
        self.user_form.wanted.connect(self._sign_in)
        self.user_form.back_wanted.connect(self.leave_workspace)
        self.password_form.wanted.connect(self._choose_password)
        self.password_form.back_wanted.connect(self._begin_again)
        (self.open_form.passphrase if settings.workspace else self.open_form.folder).setFocus()

    def _build(self) -> None:
        middle = Plain(gap=16)
        column = middle.box
        column.addStretch(1)
        mark = Label()
        mark.setPixmap(pixmap("clearpost", theme().px(48), "#000000", self.devicePixelRatioF()))
        name = Label("ClearPost", role="title")
        other = next(code for code in LANGUAGES if code != language_in_use())
        self.language = Button(LANGUAGES[other], lambda: self._ask_language(other), kind="flat")
        column.addLayout(line_up(1, self.language))
        column.addLayout(line_up(1, mark, name, 1, gap=12))
        column.addWidget(self.notice)
        column.addWidget(self._forms)
        column.addStretch(2)
        middle.setFixedWidth(theme().px(460))
        ground = QWidget()
        lay(ground, row=True, margin=24).addWidget(middle, alignment=Qt.AlignmentFlag.AlignHCenter)
        lay(self).addWidget(scrolled(ground, tr("Sign in")))

    def _ask_language(self, code: str) -> None:
        if self._forms.isEnabled() and not self.language.isHidden():
            self.language_wanted.emit(code)

    def take_over(self, old: SignIn) -> None:
        """Go on where another page of the same kind was: its workspace, folder and name."""
        self.open_form.folder.setText(old.open_form.folder.text())
        self.user_form.user.setText(old.user_form.user.text())
        if old.workspace is not None:
            self.ask_user(old.workspace)
            old.workspace = None

    def show_help(self) -> None:
        """The help for signing in and for making a workspace."""
        if self.help is None:
            self.help = HelpWindow(self)
        self.help.show_page("sign-in")

    def _show(self, wanted: QWidget) -> None:
        self.notice.dismiss()
        self.language.setVisible(wanted in (self.open_form, self.user_form))  # elsewhere something typed would be lost
        for form in self._every_form:
            form.setVisible(form is wanted)

    def ask_user(self, workspace: Workspace) -> None:
        """The workspace is open: who is it?"""
        self.workspace = workspace
        self.user_form.school.setText(workspace.school)
        self.user_form.tell(sign_in_notice(workspace))
        self._show(self.user_form)
        self.user_form.password.clear()
        (self.user_form.password if self.user_form.user.text() else self.user_form.user).setFocus()

    def leave_workspace(self) -> None:
        """Close the workspace and choose another."""
        if self.has_running_work():
            self.notice.tell(tr("Photos are still being worked on. Wait until that is done."), state="needs")
            return
        if self.workspace is not None:
            self.workspace.close()
        self.workspace = None
        self._show(self.open_form)
        self.open_form.no_sample.setHidden(not sample_school.is_there(self._sample))

    def _open_sample(self) -> None:
        """Make the sample school, or open the one that is there."""
        folder = self._sample

        def make() -> Workspace:
            if sample_school.is_there(folder):
                return self._open(folder / sample_school.WORKSPACE, passphrase=sample_school.PASSWORD)
            return sample_school.make(folder, self._create, self._administrator)

        def tell() -> None:
            self.user_form.user.setText("office")
            self.notice.tell(
                tr(
                    "Everybody here is invented. Sign in as office, data, head or deputy; the password "
                    "is “{password}”. Its phone is plugged in, with pictures to import.",
                    password=sample_school.PASSWORD,
                ),
                state="info",
            )

        self._begin(make, tell)

    def _remove_sample(self) -> None:
        def gone(was_there: bool) -> None:
            self.open_form.no_sample.setHidden(not sample_school.is_there(self._sample))
            if was_there:
                self.notice.tell(tr("The sample school is removed, with everything in its folder."))

        self._run(lambda: sample_school.remove(self._sample), gone, self.notice.show_problem, lambda _completed: None)

    def _open_folder(self, folder: str, passphrase: str) -> None:
        more = {"remembered": True} if self.open_form.remember.isChecked() else {}
        self._begin(lambda: self._open(Path(folder), passphrase=passphrase, **more))

    def _make(self, form: dict[str, str]) -> None:
        administrator = self._administrator(username=form["user"], name=form["name"], password=form["password"])
        recovery = new_recovery_passphrase()
        self._begin(
            lambda: self._create(
                Path(form["folder"]),
                school=form["school"],
                passphrase=form["passphrase"],
                administrator=administrator,
                recovery=recovery,
            ),
            then=lambda: self.notice.tell(
                tr(
                    "{recovery} is the recovery passphrase. Print it and lock it away: it is shown this "
                    "once, and it opens the workspace when the passphrase is forgotten.",
                    recovery=recovery,
                ),
                state="needs",
            ),
        )

    @property
    def set_up(self) -> SetUp:
        """The steps, built when somebody makes a workspace, so that the window is there sooner every other day."""
        if self._set_up is None:
            self._set_up = SetUp()
            self._set_up.left.connect(lambda: self._show(self.new_form))
            self._set_up.made.connect(self._make_whole)
            self._forms.box.addWidget(self._set_up)
            self._every_form.append(self._set_up)
        return self._set_up

    def _begin_steps(self, form: dict[str, str]) -> None:
        self._show(self.set_up)
        self.set_up.begin(form)

    def _make_whole(self, answers: Answers) -> None:
        """Make the workspace with everything that was answered: all of it, or none and the reason is said."""
        form, plan = answers.school, answers.plan
        administrator = self._administrator(username=form["user"], name=form["name"], password=form["password"])
        recovery = new_recovery_passphrase()
        begun: list[Begun] = []
        self.notice.dismiss()
        self._forms.setEnabled(False)

        def make() -> tuple[Workspace, Path | None, KnownError | None]:
            workspace = self._create(
                Path(form["folder"]), school=form["school"], passphrase=form["passphrase"], pack=answers.pack,
                administrator=administrator, recovery=recovery,
                fill=lambda made: begun.append(set_up.begin(made, plan)),
            )  # fmt: skip
            try:
                return workspace, set_up.first_back_up(workspace, plan), None
            except KnownError as problem:
                return workspace, None, problem

        def have(made: tuple[Workspace, Path | None, KnownError | None]) -> None:
            self.workspace, back_up, problem = made
            self._show(self.done)
            self.done.tell(recovery, begun[0], back_up)
            if problem is not None:
                self.notice.show_problem(problem, about=tr("The back-up was not made."))

        self._run(make, have, self.notice.show_problem, self._go_on)

    def _end_set_up(self) -> None:
        workspace = self.workspace
        if workspace is not None:
            self.user_form.user.setText(self.set_up.answers.school["user"])
            self._have(workspace)

    def _begin(self, make: Callable[[], Workspace], then: Callable[[], object] = lambda: None) -> None:
        self.notice.dismiss()
        self._forms.setEnabled(False)

        def have(workspace: Workspace) -> None:
            self._have(workspace)
            then()

        self._run(make, have, self.notice.show_problem, self._go_on)

    def _go_on(self, _completed: bool) -> None:
        """The forms answer again, and the cursor is where a person types next: a form that rests gives it away."""
        self._forms.setEnabled(True)
        named = self.user_form.password if self.user_form.user.text() else self.user_form.user
        for form, line in ((self.open_form, self.open_form.passphrase), (self.user_form, named)):
            if not form.isHidden():
                line.setFocus()

    def _have(self, workspace: Workspace) -> None:
        self.open_form.passphrase.clear()
        self.opened.emit(workspace)
        self.ask_user(workspace)

    def _sign_in(self, user: str, password: str) -> None:
        self._let_in(
            lambda workspace: sign_in(workspace, user, password), lambda problem: self._refuse(problem, user, password)
        )

    def _choose_password(self, new: str) -> None:
        user, old = self._for_one_sign_in
        self._let_in(lambda workspace: choose_password(workspace, user, old=old, new=new), self.notice.show_problem)

    def _let_in(self, ask: Callable[[Workspace], Actor], on_problem: Callable[[BaseException], object]) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        self.notice.dismiss()
        self._forms.setEnabled(False)
        self._run(lambda: ask(workspace), self._welcome, on_problem, self._go_on)

    def _refuse(self, problem: BaseException, user: str, password: str) -> None:
        if isinstance(problem, SignInError) and problem.code == MUST_CHANGE:
            self._for_one_sign_in = (user, password)
            self._show(self.password_form)
            self.password_form.begin()
        else:
            self.notice.show_problem(problem)

    def _begin_again(self) -> None:
        self._for_one_sign_in = ("", "")
        self.password_form.begin()
        self.user_form.password.clear()
        self._show(self.user_form)

    def _welcome(self, actor: Actor) -> None:
        self._begin_again()
        self.signed_in.emit(self.workspace, actor)
