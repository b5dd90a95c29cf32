"""People who sign in: who they are and what their roles let them do."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.people import ROLE_WORDS, Action, Role
from app.ui.desk import Desk
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, field, grid, line_up, scrolled
from app.ui.words import count
from app.workflow import users
from consent_db.users import User


class UsersPage(Page):
    """Left everybody who can sign in, right a form for somebody new."""

    key = "users"
    title = "Staff"
    icon_name = "key"
    actions = frozenset({Action.MANAGE_USERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowsView("People who can sign in", _row, is_flat=True)
        self.number = Label(role="caption")
        left = Panel(margin=12, gap=8)
        left.box.addWidget(Label("Who can sign in", role="heading"))
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.number)
        self.name, self.user, self.password = QLineEdit(), QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.roles: dict[Role, QCheckBox] = {}
        form = Panel()
        form.box.addWidget(Label("Add somebody", role="heading"))
        form.box.addLayout(field("Name", self.name))
        form.box.addLayout(field("Sign-in name", self.user))
        hint = f"At least {users.SHORTEST_PASSWORD} characters; they can change it."
        form.box.addLayout(field("First password", self.password, hint=hint))
        form.box.addWidget(Label("Roles", role="quiet"))
        boxes = grid(4)
        for at, role in enumerate(Role):
            box = QCheckBox(role_words(role))
            box.setAccessibleName(f"Role: {role_words(role)}")
            self.roles[role] = box
            boxes.addWidget(box, at // 2, at % 2)
        form.box.addLayout(boxes)
        self.go = Button("Add", self.add, icon_name="add", kind="primary")
        form.box.addLayout(line_up(1, self.go))
        form.box.addStretch(1)
        area = scrolled(form, "Add somebody")
        form.setProperty("role", "panel")
        columns = line_up(gap=16)
        columns.addWidget(left, 2)
        columns.addWidget(area, 3)
        self.body.addLayout(columns, 1)

    def refresh(self) -> None:
        everybody = self.attempt_quietly(lambda: users.list_users(self.workspace, self.actor)) or ()
        self.list.rows.show_items(everybody)
        self.number.setText(count(len(everybody), "person", "people"))

    def add(self) -> None:
        """Let this person sign in from now on."""
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        name = self.name.text().strip()
        made = self.attempt(
            lambda: users.add_user(
                self.workspace,
                self.actor,
                username=self.user.text().strip(),
                name=name,
                password=self.password.text(),
                roles=roles,
            )
        )
        if made is None:
            return
        for line in (self.name, self.user, self.password):
            line.clear()
        for box in self.roles.values():
            box.setChecked(False)
        self.written()
        self.notice.tell(f"{name} can sign in now.")


def role_words(role: Role) -> str:
    """``Headteacher``, ``Data manager``."""
    words = ROLE_WORDS[role].removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return words[:1].upper() + words[1:]


def _row(user: User) -> Row:
    words = ", ".join(role_words(role) for role in Role if role in user.roles)
    return Row(user.name, f"{user.username} · {words}", icon="person", state="" if user.is_active else "covered")
