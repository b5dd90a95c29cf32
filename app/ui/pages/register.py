"""Register: find somebody, see what may be shown where, record an answer, place a hold, read the school's lists.

Everybody who signs in may record that a parent or the child says no; only some may see and change the rest.
"""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.domain.consent import (
    Answer,
    ConsentKind,
    ConsentStanding,
    ConsentStatus,
    Platform,
    PlatformId,
    RegisterSnapshot,
)
from app.domain.people import Action, Person
from app.ui import reads
from app.ui.desk import Desk
from app.ui.models.rows import Row, RowsView
from app.ui.pages.answer_form import AnswerForm
from app.ui.pages.page import Page
from app.ui.pages.register_import import RegisterImport
from app.ui.theme import theme
from app.ui.widgets import (
    Button,
    ElidedLabel,
    EmptyState,
    Label,
    Panel,
    Plain,
    StateChip,
    clear,
    field,
    grid,
    line_up,
    scrolled,
    show_if,
)
from app.ui.words import STATUS, count, day
from app.workflow import platforms, register
from consent_db.consent import NewConsent

_KINDS = ((ConsentKind.IMAGE, "Picture"), (ConsentKind.NAME, "First name"))
_EVERYBODY = "Everybody"
_LEAST_LETTERS = 3


class RegisterPage(Page):
    """People at the left, one of them at the right; the lists of the school's system behind a button."""

    key = "register"
    title = "Register"
    icon_name = "register"
    actions = frozenset({Action.TAKE_CONSENT_AWAY})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.person: Person | None = None
        self._snapshot = RegisterSnapshot()
        self._platforms: tuple[Platform, ...] = ()
        self._may_see = self.actor.may(Action.SEE_REGISTER)
        self._may_edit = self.actor.may(Action.EDIT_REGISTER)
        self._may_look = self._may_see or self.actor.may(Action.REVIEW)
        self._build()

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Type a name")
        self.search.setAccessibleName("Search names")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _words: self._show_people())
        self.groups = QComboBox()
        self.groups.setAccessibleName("Class")
        show_if(self.groups, self._may_look)
        self.groups.currentIndexChanged.connect(lambda _i: self._show_people())
        self.list = RowsView("People", self._person_row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.number = Label(role="caption")
        self.import_button = Button(
            "Read a list", self._show_import, icon_name="import", tip="Pupils or consents as CSV"
        )
        show_if(self.import_button, self._may_edit)
        left = Panel(margin=12, gap=8)
        left.setFixedWidth(theme().side_px(280))
        for widget in (self.search, self.groups):
            left.box.addWidget(widget)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.number)
        left.box.addWidget(self.import_button)
        words = "Find somebody on the left." if self._may_look else "Type at least three letters of the name."
        nobody = EmptyState("register", "Nobody chosen", words)
        self.empty = Plain(gap=16)
        self.empty.box.addWidget(nobody, 1)
        self.empty.box.addWidget(self._build_platforms())
        self.importer = RegisterImport(self)
        self.importer.hide()
        self.importer.closed.connect(self._close_import)
        self._build_detail()
        columns = line_up(left, gap=16)
        for widget in (self.empty, self.importer, self.detail):
            columns.addWidget(widget, 1)
        self.body.addLayout(columns, 1)

    def _build_detail(self) -> None:
        inside = Plain(gap=16)
        self.name = ElidedLabel(role="title")
        self.facts = Label(role="quiet", wraps=True)
        self.says_no = Button("A parent, or the child, says no", self._take_away, icon_name="stop", kind="danger")
        self.hold = Button("Hold for safeguarding", self._hold, icon_name="hold")
        show_if(self.hold, self.actor.may(Action.PLACE_HOLD))
        top = Panel()
        top.box.addWidget(self.name)
        top.box.addWidget(self.facts)
        top.box.addLayout(line_up(self.says_no, self.hold, 1))
        inside.box.addWidget(top)
        self.standing = Panel()
        self.standing.box.addWidget(Label("What may be shown", role="heading"))
        self.table = grid()
        self.standing.box.addLayout(self.table)
        show_if(self.standing, self._may_see)
        inside.box.addWidget(self.standing)
        self.form = AnswerForm()
        self.form.wanted.connect(self._record)
        show_if(self.form, self._may_edit)
        inside.box.addWidget(self.form)
        inside.box.addStretch(1)
        self.detail = scrolled(inside, "Person")

    def _build_platforms(self) -> Panel:
        """A place to name another platform; it starts with nobody shown."""
        panel = Panel()
        self.platform_name = QLineEdit()
        self.platform_name.setPlaceholderText("For example Facebook")
        self.platform_purpose = QLineEdit()
        self.platform_purpose.setPlaceholderText("For example news for our families")
        self.platform_purpose.returnPressed.connect(self._add_platform)
        self.platform_approver = QComboBox()
        self.platform_ours = QCheckBox("The account belongs to the school")
        add = Button("Add the platform", self._add_platform, icon_name="add")
        panel.box.addLayout(field("Another place where posts go", self.platform_name))
        panel.box.addLayout(field("What it is for", self.platform_purpose))
        panel.box.addLayout(field("Who agreed to it", self.platform_approver))
        panel.box.addWidget(self.platform_ours)
        panel.box.addLayout(line_up(1, add))
        show_if(panel, self._may_edit)
        return panel

    # reading

    def context(self) -> str:
        return self.person.name if self.person else ""

    def start(self) -> QWidget:
        return self.search

    def refresh(self) -> None:
        self._platforms = reads.all_platforms(self.workspace)
        if not self.platform_approver.count():
            for user_id, name in platforms.approvers(self.workspace):
                self.platform_approver.addItem(name, user_id)
        groups = [_EVERYBODY, *reads.classes(self.workspace)]
        if [self.groups.itemText(i) for i in range(self.groups.count())] != groups:
            chosen = self.groups.currentText()
            self.groups.blockSignals(True)
            self.groups.clear()
            self.groups.addItems(groups)
            self.groups.setCurrentText(chosen or _EVERYBODY)
            self.groups.blockSignals(False)
        self._show_people()

    def _found(self) -> tuple[Person, ...]:
        """Whom the list shows; somebody who may not look through the register has to know the name."""
        words, group = self.search.text().strip(), self.groups.currentText()
        if not self._may_look:
            return reads.search_people(self.workspace, words) if len(words) >= _LEAST_LETTERS else ()
        people = reads.search_people(self.workspace, words) if words else reads.all_people(self.workspace)
        return tuple(p for p in people if group in ("", _EVERYBODY, p.registration_group))

    def _show_people(self) -> None:
        people = self._found()
        chosen = self.person.id if self.person else None
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.show_items(people)
        self.person = next((p for p in people if p.id == chosen), self.person)
        self.list.choose(lambda p: p.id == chosen)
        model.blockSignals(False)
        self.number.setText(count(len(people), "person", "people"))
        self._show_person()

    def _chosen(self) -> None:
        if (person := self.list.chosen()) is not None:
            self.person = person
            self._show_person()
            self.context_changed.emit()

    def _show_person(self) -> None:
        importing = not self.importer.isHidden()
        self.detail.setVisible(self.person is not None and not importing)
        self.empty.setVisible(self.person is None and not importing)
        person = self.person
        if person is None:
            return
        self.name.setText(person.name)
        self.facts.setText(_facts_words(person))
        if self._may_see:
            self._snapshot = register.snapshot(self.workspace, self.actor)
            self._fill_table(person)
            held = person.id in self._snapshot.holds
            self.hold.setText("Lift the hold" if held else "Hold for safeguarding")
            self.hold.setAccessibleName(self.hold.text())
        self.form.show_platforms(self._platforms)

    def _fill_table(self, person: Person) -> None:
        clear(self.table)
        for column, (_kind, words) in enumerate(_KINDS, start=1):
            self.table.addWidget(Label(words, role="quiet"), 0, column)
        for line, platform in enumerate(self._platforms, start=1):
            self.table.addWidget(Label(platform.name), line, 0)
            for column, (kind, _words) in enumerate(_KINDS, start=1):
                self.table.addWidget(self._standing_cell(person, kind, platform), line, column)
        self.table.setColumnStretch(0, 2)
        for column in range(1, len(_KINDS) + 1):
            self.table.setColumnStretch(column, 3)

    def _standing_cell(self, person: Person, kind: ConsentKind, platform: Platform) -> Plain:
        standing = self._snapshot.standing(
            person.id, kind=kind, platform_id=platform.id, today=self.workspace.clock.today()
        )
        cell = Plain(gap=0)
        cell.box.addWidget(StateChip(*STATUS[standing.status]))
        if note := _event_words(standing):
            line = ElidedLabel(note, role="caption")
            cell.box.addWidget(line)
        return cell

    # doing

    def _take_away(self) -> None:
        person = self.person
        if person is None:
            return
        self.notice.ask(
            f"{person.name} will be covered on every platform from now on. Posts that are not out yet go back; for "
            "pictures that are online a take-down is raised. Who says no?",
            {
                "A parent": lambda: self._take_away_now(person, by_child=False),
                "The child": lambda: self._take_away_now(person, by_child=True),
            },
        )

    def _take_away_now(self, person: Person, *, by_child: bool) -> None:
        downs = self.attempt(
            lambda: register.take_consent_away(self.workspace, self.actor, person.id, by_child=by_child)
        )
        if downs is None:
            return
        self.written()
        more = f" {count(downs, 'post has', 'posts have')} to be taken down." if downs else ""
        self.notice.tell(f"Recorded: {person.name} is not shown any more.{more}")

    def _hold(self) -> None:
        person = self.person
        if person is None:
            return
        work = register.lift_hold if person.id in self._snapshot.holds else register.place_hold
        if self.attempt(lambda: work(self.workspace, self.actor, person.id) or True):
            self.written()

    def _record(self, answer: dict[str, Any]) -> None:
        person = self.person
        if person is None:
            return
        new = NewConsent(person_id=person.id, **answer)
        if self.attempt(lambda: register.record_consent(self.workspace, self.actor, new)) is not None:
            self.form.clear()
            self.written()
            self.notice.tell(f"Recorded for {person.name}.")

    def _add_platform(self) -> None:
        name = self.platform_name.text().strip()
        key = PlatformId(re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"))
        made = self.attempt(
            lambda: platforms.add_platform(
                self.workspace,
                self.actor,
                platform_id=key,
                name=name,
                purpose=self.platform_purpose.text(),
                approved_by=self.platform_approver.currentData() or "",
                owned_by_school=self.platform_ours.isChecked(),
            )
        )
        if made is not None:
            self.platform_name.clear()
            self.platform_purpose.clear()
            self.platform_ours.setChecked(False)
            self.written()
            self.notice.tell(f"{made.name} is there. Nobody has answered for it, so everybody is covered on it.")

    def _show_import(self) -> None:
        self.importer.show()
        self._show_person()

    def _close_import(self) -> None:
        self.importer.hide()
        self.refresh()

    def _person_row(self, person: Person) -> Row:
        return Row(person.name, person.registration_group or person.kind.value.capitalize(), icon="person")


def _facts_words(person: Person) -> str:
    parts = [person.kind.value.capitalize()]
    if person.registration_group:
        parts.append(f"class {person.registration_group}")
    if person.year_group:
        parts.append(f"year {person.year_group}")
    if person.legal_forename != person.forename or person.legal_surname != person.surname:
        parts.append(f"legal name {person.legal_forename} {person.legal_surname}")
    if person.on_roll_until:
        parts.append(f"on roll until {day(person.on_roll_until)}")
    return " · ".join(parts)


def _event_words(standing: ConsentStanding) -> str:
    event = standing.event
    if event is None or standing.status is ConsentStatus.NOT_ASKED:
        return ""
    until = f", until {day(event.valid_until)}" if event.valid_until and event.answer is Answer.YES else ""
    giver = "the child" if event.giver == "child" else event.giver
    return f"{giver}, {day(event.valid_from)}{until}"
