"""Staff: who signs in, what they are to the school, until when, and with which roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.people import Action, Role, UserId
from app.ui import reads
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.language import joined, phrase, tr
from app.ui.long_lists import StaffList, staff_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.pages.user_form import EMPLOYMENT, UserForm, role_words
from app.ui.widgets import Button, IconLabel, Label, Panel, Plain, clear, line_up, scrolled
from app.ui.words import count, day, moment
from app.workflow import users
from app.workflow.users import Admission
from consent_db.user_lists import UserWord
from consent_db.users import Grant, User

_TOLD_AT_ONCE = 3


class UsersPage(Page):
    """Left everybody who can sign in, right the one who is chosen or a form for somebody new."""

    key = "users"
    title = phrase("Staff")
    icon_name = "key"
    actions = frozenset({Action.MANAGE_USERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Name, sign-in name, role, agency …"))
        self.search.setAccessibleName(tr("Look for somebody"))
        self.search.setClearButtonEnabled(True)
        self.list = SlicedView(tr("People who can sign in"), self._row, desk, self.notice.show_problem, is_flat=True)
        self.number = Label(role="caption")
        self.new = Button(tr("Add somebody"), self.add_somebody, icon_name="add", tip=tr("Add somebody (Ctrl+N)"))
        self.to_look_at = Panel(margin=12, gap=8)
        self._to_look_at: object = None
        self.password = OneTimePassword()
        self.form = UserForm()
        self._build()
        self.search.textChanged.connect(lambda _words: self._fill())
        self.list.turned.connect(self._show_chosen)
        self.list.filled.connect(self._filled)
        self.form.save_wanted.connect(self.save)
        self.form.reset_wanted.connect(self.ask_reset)
        self.form.close_wanted.connect(self.ask_close)
        self.form.open_wanted.connect(self.open_account)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.add_somebody)

    def _build(self) -> None:
        left = Panel(margin=12, gap=8)
        left.box.addLayout(line_up(Label(tr("Who can sign in"), role="heading"), 1, self.new))
        left.box.addWidget(self.search)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.number)
        right = Plain(gap=12)
        right.box.addWidget(self.password)
        right.box.addWidget(self.form)
        right.box.addStretch(1)
        columns = Columns()
        area = Plain(gap=8)
        area.box.addWidget(scrolled(right, tr("Details")), 1)
        area.box.addWidget(self.form.actions)
        columns.addWidget(left, 2)
        columns.addWidget(area, 3)
        self.body.addWidget(self.to_look_at)
        self.body.addLayout(columns, 1)
        self.to_look_at.hide()

    def start(self) -> QWidget:
        return self.search

    # what is shown

    def refresh(self) -> None:
        self._fill()
        self._fill_to_look_at()

    def _fill(self) -> None:
        """The list again, with the same person chosen; a form somebody is typing into stays as it is."""
        words = tuple(_meant(word) for word in self.search.text().casefold().split())
        few = self.attempt_quietly(lambda: staff_are_few(self.workspace, FEW))
        self.list.show_source(StaffList(self.workspace, self.actor, words), at_once=bool(few))

    def _filled(self) -> None:
        chosen = self.form.user
        self.list.choose_key(None if chosen is None else chosen.id)
        shown, number = self.list.rows.rowCount(), reads.number_of_staff(self.workspace)
        every = count(number, "person", "people")
        self.number.setText(every if shown == number else tr("{shown} of {every}", shown=shown, every=every))
        if chosen is not None and not self.form.is_touched:
            self.form.show_user(self._find(chosen.id))

    def _show_chosen(self, user_id: UserId) -> None:
        if (user := self._find(user_id)) is not None:
            self.password.forget()
            self.form.show_user(user)

    def _row(self, user: User) -> Row:
        today = self.workspace.clock.today()
        roles = ", ".join(_role_line(grant) for grant in user.grants) or tr("no role")
        kind = "" if user.employment.value == "STAFF" else f" · {EMPLOYMENT[user.employment].split(',')[0]}"
        until = tr(" · until {day}", day=day(user.until)) if user.until else ""
        note = f"{user.username} · {roles}{kind}{until}"
        if not user.is_active:
            return Row(user.name, note, state="covered", words=tr("closed"))
        if not user.may_sign_in(today):
            return Row(user.name, note, state="covered", words=tr("ended") if user.until else tr("no role now"))
        if user.must_change_password:
            return Row(user.name, note, state="needs", words=tr("no password yet"))
        seen = moment(user.signed_in_at, today) if user.signed_in_at else tr("never here")
        return Row(user.name, note, icon="person", words=seen)

    # what is done

    def add_somebody(self) -> None:
        """An empty form."""
        self.list.choose_key(None)
        self.password.forget()
        self.form.show_user(None)
        self.form.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Add this person, or keep what was changed about them."""
        wanted, user = self.form.wanted(), self.form.user
        if user is None:
            self._admit()
            return
        changed = self.attempt(
            lambda: users.change_user(self.workspace, self.actor, wanted.put_on(user)),
            ways={tr("Show what they wrote"): self._show_theirs},
        )
        if changed is not None:
            self.form.show_user(changed)
            self.written()
            self.notice.tell(tr("{name} is changed. Roles taken away no longer work from now on.", name=changed.name))

    def _admit(self) -> None:
        wanted = self.form.wanted()
        made = self.attempt(
            lambda: users.admit(
                self.workspace,
                self.actor,
                username=wanted.username,
                name=wanted.name,
                roles=wanted.grants,
                employment=wanted.employment,
                until=wanted.until,
            )
        )
        if made is not None:
            self._show_password(made, tr("{name} can sign in now.", name=wanted.name))

    def _show_theirs(self) -> None:
        """Drop what was typed and show what somebody else kept."""
        self.form.show_user(None if self.form.user is None else self._find(self.form.user.id))
        self.refresh()

    def _find(self, user_id: UserId) -> User | None:
        found = self.attempt_quietly(lambda: users.users_by_ids(self.workspace, self.actor, [user_id])) or {}
        return found.get(user_id)

    def ask_reset(self) -> None:
        if (user := self.form.user) is not None:
            self.notice.ask(
                tr("The password of {name} will no longer work. They get one for a single sign-in.", name=user.name),
                {tr("Give a new password"): lambda: self._reset(user)},
            )

    def _reset(self, user: User) -> None:
        made = self.attempt(lambda: users.reset_password(self.workspace, self.actor, user.id))
        if made is not None:
            self._show_password(made, tr("{name} has a new password for one sign-in.", name=user.name))

    def _show_password(self, made: Admission, words: str) -> None:
        self.form.show_user(self._find(made.user_id))
        self.written()
        self.password.show_once(words, made.password)
        self.notice.tell(words)

    def ask_close(self) -> None:
        if (user := self.form.user) is not None:
            self.notice.ask(
                tr(
                    "{name} can do nothing more here, on any PC, from now on. What they did stays recorded.",
                    name=user.name,
                ),
                {tr("Close the account"): lambda: self._close(user)},
            )

    def _close(self, user: User) -> None:
        self._set(
            lambda: users.close_account(self.workspace, self.actor, user.id),
            tr("{name} cannot sign in now.", name=user.name),
        )

    def open_account(self) -> None:
        if (user := self.form.user) is not None:
            self._set(
                lambda: users.open_account(self.workspace, self.actor, user.id),
                tr("{name} can sign in again.", name=user.name),
            )

    def _set(self, act: Callable[[], object], words: str) -> None:
        if self.attempt(lambda: (act(),)) is not None:
            self.written()
            self.notice.tell(words)

    # for the Headteacher

    def _fill_to_look_at(self) -> None:
        """Who was given a role that decides what goes out, by somebody else than a Headteacher."""
        found = self.attempt_quietly(lambda: users.roles_to_look_at(self.workspace, self.actor)) or ()
        names = reads.user_names(self.workspace) if found else {}
        if (found, names) == self._to_look_at:
            return
        self._to_look_at = found, names
        clear(self.to_look_at.box)
        for user, grants in found[:_TOLD_AT_ONCE]:
            roles = joined(_role_line(grant) for grant in grants)
            given = {names.get(grant.given_by, tr("The set-up")) for grant in grants}
            words = Label(
                tr("{people} made {name} {roles}.", people=joined(sorted(given)), name=user.name, roles=roles),
                wraps=True,
            )
            seen = Button(
                tr("It is right"),
                lambda user=user: self._note_seen(user),
                name=tr("It is right: {name}", name=user.name),
            )
            change = Button(
                tr("Look"), lambda user=user: self.open(user.id), kind="flat", name=tr("Look at {name}", name=user.name)
            )
            row = line_up(IconLabel("warning", tint="needs"))
            row.addWidget(words, 1)
            row.addLayout(line_up(change, seen))
            self.to_look_at.box.addLayout(row)
        if len(found) > _TOLD_AT_ONCE:
            self.to_look_at.box.addWidget(
                Label(tr("and {found} more", found=len(found) - _TOLD_AT_ONCE), role="caption")
            )
        self.to_look_at.setVisible(bool(found))

    def _note_seen(self, user: User) -> None:
        self._set(
            lambda: users.note_roles_seen(self.workspace, self.actor, user.id),
            tr("{name}’s roles are right.", name=user.name),
        )

    def open(self, what: object) -> None:
        """Show the account with this id."""
        self.search.clear()
        self._show_chosen(UserId(str(what)))
        self.list.choose_key(what)


class OneTimePassword(Panel):
    """A password that is shown this once."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label(wraps=True)
        self.shown = QLineEdit()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(tr("Password for one sign-in"))
        copy = Button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.shown.text()), icon_name="copy")
        done = Button(tr("I have passed it on"), self.forget, kind="primary")
        self.box.addWidget(self.words)
        self.box.addWidget(self.shown)
        self.box.addLayout(line_up(copy, 1, done))
        self.hide()

    def show_once(self, words: str, password: str) -> None:
        self.words.setText(
            tr("{words} Tell them this password; it is shown only now, and they choose their own with it.", words=words)
        )
        self.shown.setText(password)
        self.show()
        self.shown.selectAll()
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        self.shown.clear()
        self.hide()


def _role_line(grant: Grant) -> str:
    """``Deputy Head``, ``Deputy Head from 4 Sep 2026 to 8 Sep 2026``."""
    since = tr(" from {day}", day=day(grant.since)) if grant.since else ""
    until = f" {(tr('to') if since else tr('until'))} {day(grant.until)}" if grant.until else ""
    return f"{role_words(grant.role)}{since}{until}"


def _meant(word: str) -> UserWord:
    """A word that was typed, with the roles and kinds of people that are called so."""
    return UserWord(
        word,
        roles=frozenset(role for role in Role if word in role_words(role).casefold()),
        employments=frozenset(kind for kind, words in EMPLOYMENT.items() if word in words.casefold()),
        is_closed=word in tr("closed").casefold(),
    )
