"""The form for one colleague: who they are, until when, and their roles, each with what it lets them do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QWidget

from app.domain.people import PERMITTED, ROLE_WORDS, Action, EmploymentKind, Role
from app.ui.below import below
from app.ui.language import Told, phrase, tr
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.reading_order import go_on
from app.ui.widgets import Button, Label, Panel, Plain, field, rule
from consent_db.users import Grant, User

EMPLOYMENT = Told(
    {
        EmploymentKind.STAFF: phrase("Member of staff"),
        EmploymentKind.GOVERNOR: phrase("Governor"),
        EmploymentKind.TRUSTEE: phrase("Trustee"),
        EmploymentKind.AGENCY: phrase("Agency staff"),
        EmploymentKind.CONTRACTOR: phrase("Contractor or consultant"),
        EmploymentKind.TRAINEE: phrase("Trainee"),
        EmploymentKind.VOLUNTEER: phrase("Volunteer"),
        EmploymentKind.EXTERNAL: phrase("From outside, such as a photographer"),
    }
)
_EVERYBODY = frozenset.intersection(*PERMITTED.values())
_NO_DAY = QDate(1999, 12, 31)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form says."""

    username: str
    name: str
    employment: EmploymentKind
    until: date | None
    grants: tuple[Grant, ...]

    def put_on(self, user: User) -> User:
        """The user as they would be; the sign-in name stays."""
        return replace(user, name=self.name, employment=self.employment, until=self.until, grants=self.grants)


class DayOrNone(QDateEdit):
    """A day with a calendar; at its lowest it says what no day means. Delete goes back to no day."""

    def __init__(self, name: str, without: str) -> None:
        super().__init__()
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(without)
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        self.setDate(_NO_DAY if day is None else QDate(day.year, day.month, day.day))

    def day(self) -> date | None:
        shown = self.date()
        return None if shown == _NO_DAY else date(shown.year(), shown.month(), shown.day())

    def stepBy(self, steps: int) -> None:
        """From no day the first step is to today."""
        if self.day() is None and steps > 0:
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """No day has no parts for Tab to go through; Qt would look for them and stay for good."""
        return go_on(self.window(), forward) if self.day() is None else super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: object) -> None:
        if event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            self.show_day(None)
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]


class RoleDays(Plain):
    """From when until when somebody has a role."""

    def __init__(self, role: Role) -> None:
        super().__init__(row=True, gap=8)
        self.since = DayOrNone(tr("{role_words} from", role_words=role_words(role)), tr("from now on"))
        self.until = DayOrNone(tr("{role_words} until", role_words=role_words(role)), tr("without end"))
        for widget in (self.since, Label(tr("to"), role="quiet"), self.until):
            self.box.addWidget(widget)
        self.box.addStretch(1)


class RoleLine(Plain):
    """One role to tick, with what it lets somebody do; a ticked one may have a first and a last day."""

    def __init__(self, role: Role) -> None:
        super().__init__(gap=4)
        self.role = role
        self.tick = QCheckBox(role_words(role))
        self.tick.setAccessibleName(tr("Role: {role_words}", role_words=role_words(role)))
        self.tick.setAccessibleDescription(may_words(role))
        self.days = PartAsNeeded(lambda: RoleDays(role))
        self.box.addWidget(self.tick)
        self.box.addWidget(Label(may_words(role), role="caption", wraps=True))
        self.box.addWidget(self.days)
        self.tick.toggled.connect(self._show_days)
        self.show_grant(None)

    @property
    def since(self) -> DayOrNone:
        """The first day of a role that is given."""
        return self.days.part.since

    @property
    def until(self) -> DayOrNone:
        """Its last day."""
        return self.days.part.until

    def _show_days(self, given: bool) -> None:
        if given:
            self.days.part.show()
        else:
            self.days.hide_part()

    def show_grant(self, grant: Grant | None) -> None:
        self.tick.setChecked(grant is not None)
        self._show_days(grant is not None)
        if self.days.built is not None:
            self.since.show_day(grant.since if grant else None)
            self.until.show_day(grant.until if grant else None)

    def grant(self) -> Grant | None:
        return Grant(self.role, self.since.day(), self.until.day()) if self.tick.isChecked() else None


class UserForm(Panel):
    """The lines to fill in; `actions` holds the buttons, for where they stay in sight.

    Signals:
        save_wanted: the details are to be kept.
        close_wanted, open_wanted, reset_wanted: about the account that is shown.
    """

    save_wanted = Signal()
    close_wanted = Signal()
    open_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.user: User | None = None
        self._shown: Wanted | None = None
        self.heading = Label(role="heading", wraps=True)
        self.name, self.username = QLineEdit(), QLineEdit()
        self.employment = QComboBox()
        for kind, words in EMPLOYMENT.items():
            self.employment.addItem(words, kind)
        self.until = DayOrNone(tr("Last day"), tr("no last day"))
        self.roles = {role: RoleLine(role) for role in Role}
        self.go = Button(tr("Save"), self.save_wanted.emit, icon_name="save", kind="primary")
        self.reset = Button(tr("New password"), self.reset_wanted.emit, icon_name="key")
        self.shut = Button(tr("Close the account"), self.close_wanted.emit, kind="danger")
        self.reopen = Button(tr("Open the account again"), self.open_wanted.emit)
        self._build()
        self.show_user(None)

    def _build(self) -> None:
        self.box.addWidget(self.heading)
        self.box.addLayout(field(tr("Name"), self.name))
        self.box.addLayout(field(tr("Sign-in name"), self.username))
        self.box.addLayout(field(tr("Who they are to the school"), self.employment))
        hint = tr("Agency staff, trainees and people from outside need one. They cannot sign in after it.")
        self.box.addLayout(field(tr("Last day"), self.until, hint=hint))
        self.box.addWidget(rule())
        self.box.addWidget(Label(tr("Roles"), role="heading"))
        for line in self.roles.values():
            self.box.addWidget(line)
        self.box.addStretch(1)
        self.actions = Panel(row=True, margin=12, gap=8)
        for button in (self.shut, self.reopen, self.reset):
            self.actions.box.addWidget(button)
        self.actions.box.addStretch(1)
        self.actions.box.addWidget(self.go)
        for line_edit in (self.name, self.username):
            line_edit.returnPressed.connect(self.save_wanted)

    def show_user(self, user: User | None) -> None:
        """Somebody's account, or an empty form for somebody new."""
        self.user = user
        self.heading.setText(user.name if user else tr("Add somebody"))
        self.name.setText(user.name if user else "")
        self.username.setText(user.username if user else "")
        self.username.setReadOnly(user is not None)
        self.username.setEnabled(user is None)
        self.employment.setCurrentIndex(list(EMPLOYMENT).index(user.employment if user else EmploymentKind.STAFF))
        self.until.show_day(user.until if user else None)
        given = {grant.role: grant for grant in user.grants} if user else {}
        for role, line in self.roles.items():
            line.show_grant(given.get(role))
        self.go.setText(tr(" Save") if user else tr(" Add"))
        self.go.setAccessibleName(tr("Save") if user else tr("Add"))
        self.reset.setVisible(user is not None)
        self.shut.setVisible(user is not None and user.is_active)
        self.reopen.setVisible(user is not None and not user.is_active)
        self._shown = self.wanted()

    def wanted(self) -> Wanted:
        """What is in the form now."""
        grants = (line.grant() for line in self.roles.values())
        return Wanted(
            username=self.username.text().strip(),
            name=self.name.text().strip(),
            employment=EmploymentKind(self.employment.currentData()),
            until=self.until.day(),
            grants=tuple(grant for grant in grants if grant is not None),
        )

    @property
    def is_touched(self) -> bool:
        """Whether somebody changed anything since it was shown."""
        return self.wanted() != self._shown

    def first(self) -> QWidget:
        return self.name


def role_words(role: Role) -> str:
    """``Headteacher``, ``Data manager``."""
    words = below(ROLE_WORDS[role])
    for article in ("the ", "an ", "a ", "y ", "yr "):
        words = words.removeprefix(article)
    return words[:1].upper() + words[1:]


def may_words(role: Role) -> str:
    """``May import photos, name faces and cover and write a post.``"""
    may = [below(action.value) for action in Action if action in PERMITTED[role] - _EVERYBODY]
    if not may:
        return tr("May say that somebody does not want to be shown, as everybody may.")
    return (
        tr("May {may} and {may2}.", may=", ".join(may[:-1]), may2=may[-1])
        if len(may) > 1
        else tr("May {may}.", may=may[0])
    )
