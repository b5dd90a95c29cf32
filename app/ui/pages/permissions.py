"""Permissions: what was permitted in writing for logos, adults, posting and devices, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit

from app.domain.consent import PlatformId
from app.domain.people import Action, Person, Role
from app.domain.permissions import OF_PARENT, OF_THEMSELVES, Permission, PermissionId, PermissionKind
from app.ui import reads
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import Told, phrase, tr
from app.ui.long_lists import PermissionList, permissions_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.pages.person_seek import PersonSeek
from app.ui.pages.sift import TitleSift
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, StateChip, clear, field, line_up, scrolled
from app.ui.words import day, sentence
from app.workflow import permissions

SOON = timedelta(days=30)
_KINDS = Told(
    {
        PermissionKind.MARK: (
            phrase("Logos and brands"),
            phrase("Name on the logo"),
            phrase("A logo that is not the school’s own stays covered until it is permitted here."),
        ),
        PermissionKind.ADULT: (
            phrase("Adults in pictures"),
            phrase("Adult"),
            phrase("Adults say for themselves where they may be shown."),
        ),
        PermissionKind.POSTING: (
            phrase("Posting"),
            phrase("Member of staff"),
            phrase("Who may post for the school, as the school settled it."),
        ),
        PermissionKind.DEVICE: (
            phrase("Devices"),
            phrase("Device"),
            phrase("Personal phones that photos may be taken with."),
        ),
        PermissionKind.WORK: (
            phrase("Work of pupils"),
            phrase("Pupil"),
            phrase("A pupil’s own work is theirs: they or a parent say where it may be shown."),
        ),
        PermissionKind.LICENCE: (
            phrase("Licences"),
            phrase("Whose pictures, and which"),
            phrase("Pictures of a hired photographer, a parent, the press or a library need theirs in writing."),
        ),
    }
)
_DETAILS = (
    Ask("grantor", phrase("Given by"), needed=phrase("Say who gave it.")),
    Ask("grantor_role", phrase("Office"), "choice"),
    Ask("valid_from", phrase("First day"), "day", needed=phrase("Say from which day it holds.")),
    Ask("valid_until", phrase("Last day"), "day", hint=phrase("Empty: until somebody ends it")),
    Ask("scope", phrase("What it is for")),
    Ask("evidence", phrase("Where the writing is kept"), needed=phrase("A permission has to be in writing.")),
)
_OFFICES = Told(
    {
        PermissionKind.MARK: (
            (Role.HEAD.value, phrase("Headteacher")),
            ("CEO", phrase("Chief Executive")),
            ("MANAGER", phrase("Manager")),
        ),
        PermissionKind.ADULT: ((OF_THEMSELVES, phrase("Themselves")),),
        PermissionKind.POSTING: ((Role.HEAD.value, phrase("Headteacher")), ("MANAGER", phrase("Manager"))),
        PermissionKind.DEVICE: ((Role.HEAD.value, phrase("Headteacher")),),
        PermissionKind.WORK: ((OF_PARENT, phrase("A parent")), (OF_THEMSELVES, phrase("The pupil"))),
        PermissionKind.LICENCE: (("MAKER", phrase("Whoever made them")), ("OWNER", phrase("Whoever owns them"))),
    }
)
Listed = tuple[Permission, str]


class PermissionsPage(Page):
    """One kind at a time: a list at the left, the permission or a form for a new one at the right."""

    key = "permissions"
    title = phrase("Permissions")
    icon_name = "approve"
    actions = frozenset({Action.GRANT_PERMISSION})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kind = PermissionKind.MARK
        self.chosen: Listed | None = None
        self._is_new = self._is_sought = False
        self._build()

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self.kind_buttons: dict[PermissionKind, Button] = {}
        for kind, (words, _subject, _hint) in _KINDS.items():
            tab = Button(words, lambda k=kind: self.show_kind(k), kind="tab", name=tr("Show: {words}", words=words))
            tab.setChecked(kind is self.kind)
            self._group.addButton(tab)
            self.kind_buttons[kind] = tab
        self.body.addLayout(line_up(*self.kind_buttons.values(), 1))
        self.list = SlicedView(tr("Permissions"), self._row, self.desk, self.notice.show_problem, is_flat=True)
        self.list.turned.connect(self._choose)
        self.list.filled.connect(self._listed)
        self.sift = TitleSift(self.desk, "permissions", {}, hint=tr("What it is about, or who gave it"))
        self.sift.changed.connect(self._show_list)
        self.new = Button(tr("Record a permission"), self.begin, icon_name="add")
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.sift)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.new)
        self.empty = EmptyState("approve", "", "")
        self.sheet = self._build_sheet()
        self.form = self._build_form()
        columns = Columns()
        columns.add_side(left, 320)
        for widget in (self.empty, self.sheet, self.form):
            columns.addWidget(widget, 1)
        self.body.addLayout(columns, 1)

    def _build_sheet(self) -> Panel:
        sheet = Panel(gap=8)
        self.name = Label(role="title", wraps=True)
        self.state = StateChip("shown", "")
        self.facts = Label(wraps=True)
        self.end_button = Button(tr("End it now"), self._ask_end, kind="danger")
        for widget in (self.name, self.state, self.facts):
            sheet.box.addWidget(widget)
        sheet.box.addLayout(line_up(self.end_button, 1))
        sheet.box.addStretch(1)
        return sheet

    def _build_form(self) -> Any:
        panel = Panel()
        self.form_hint = Label(role="quiet", wraps=True)
        self.subject_line = Fields(
            [Ask("mark", tr("Name on the logo"), is_wide=True, needed=tr("Say which logo it is."))]
        )
        whose = tr("Whose pictures, and which")
        needed = tr("Say whose pictures they are, and which.")
        self.licence_line = Fields([Ask("licence", whose, is_wide=True, needed=needed)])
        self.subject_choice = Fields([Ask("subject", tr("Whom or what it is about"), "choice", is_wide=True)])
        self.seek = PersonSeek(self)
        self.seek.found.connect(self._offer_found)
        self.seek_line = QLineEdit()
        self.seek_line.textEdited.connect(self.seek.seek)
        self.seek_field = Plain(gap=0)
        hint = tr("Three letters at least; then choose below.")
        self.seek_field.box.addLayout(field(tr("Type a name"), self.seek_line, hint=hint))
        self.seek_field.hide()
        self.details = Fields(_DETAILS)
        self.places = Plain(gap=0)
        self.boxes: dict[PlatformId, QCheckBox] = {}
        self.places_words = Label(tr("Where it holds"), role="quiet")
        self.go = Button(tr("Record it"), self.grant, kind="primary")
        panel.box.addWidget(Label(tr("Record a permission given in writing"), role="heading"))
        lines = (self.subject_line, self.licence_line, self.seek_field, self.subject_choice)
        for widget in (self.form_hint, *lines, self.details, self.places_words, self.places):
            panel.box.addWidget(widget)
        panel.box.addLayout(line_up(1, Button(tr("Leave it"), self._leave), self.go))
        panel.box.addStretch(1)
        area = scrolled(panel, tr("Record a permission"))
        panel.setProperty("role", "panel")
        return area

    # reading

    def context(self) -> str:
        return _KINDS[self.kind][0]

    def show_kind(self, kind: PermissionKind) -> None:
        """Another kind of permission."""
        self.kind, self.chosen, self._is_new = kind, None, False
        self.kind_buttons[kind].setChecked(True)
        self.refresh()
        self._show()
        self.context_changed.emit()

    def refresh(self) -> None:
        if self._is_new and not self._is_sought:  # whoever is being looked for stays as typed
            self._offer_subjects()
        self._show_list()

    def _show_list(self) -> None:
        few = self.attempt_quietly(lambda: permissions_are_few(self.workspace, FEW))
        wanted = PermissionList(self.workspace, self.actor, self.kind, self.sift.words)
        self.list.show_source(wanted, at_once=bool(few))

    def _listed(self) -> None:
        """The list is there: the permission in front stays, as it is now."""
        self.chosen = self._read(self.chosen[0].id) if self.chosen is not None else None
        self.list.choose_key(None if self.chosen is None else self.chosen[0].id)
        number = self.list.rows.rowCount()
        self.sift.say(number)
        self.sift.setVisible(number > 0 or self.sift.is_on)
        self._show()

    def _read(self, permission_id: PermissionId) -> Listed | None:
        found = self.attempt_quietly(lambda: permissions.by_ids(self.workspace, self.actor, [permission_id])) or {}
        return found.get(permission_id)

    def _choose(self, permission_id: PermissionId) -> None:
        if (chosen := self._read(permission_id)) is not None:
            self.chosen, self._is_new = chosen, False
            self._show()

    def begin(self) -> None:
        """An empty form."""
        self._is_new = True
        self._offer_subjects()
        self.details.fill({"valid_from": self.workspace.clock.today(), "valid_until": None})
        self._show()

    def _leave(self) -> None:
        self._is_new = False
        self._show()

    def _show(self) -> None:
        words, _subject, hint = _KINDS[self.kind]
        self.form.setVisible(self._is_new)
        self.sheet.setVisible(self.chosen is not None and not self._is_new)
        self.empty.setVisible(self.chosen is None and not self._is_new)
        self.empty.words.setText(
            tr("{words}: choose one, or record a new one", words=words)
            if self.list.rows.rowCount()
            else tr("{words}: none yet", words=words)
        )
        self.empty.more.setText(hint)
        self.empty.more.show()
        self.form_hint.setText(hint)
        self.subject_line.setVisible(self.kind is PermissionKind.MARK)
        self.licence_line.setVisible(self.kind is PermissionKind.LICENCE)
        self.subject_choice.setVisible(not self.kind.is_in_words)
        self.seek_field.setVisible(self.kind.is_about_person and self._is_sought)
        for widget in (self.places, self.places_words):
            widget.setVisible(self.kind.is_for_platforms)
        if self.chosen is not None:
            self._show_chosen(*self.chosen)

    def _show_chosen(self, permission: Permission, subject: str) -> None:
        self.name.setText(sentence(subject))
        self.state.show_state(*permission_state(permission, self.workspace.clock.today()))
        names = {p.id: p.name for p in reads.all_platforms(self.workspace)}
        said = [
            tr("Given by {grantor} ({office}).", grantor=permission.grantor, office=_office(permission.grantor_role))
        ]
        said.append(
            tr("From {day}", day=day(permission.valid_from))
            + (
                tr(" until {day}.", day=day(permission.valid_until))
                if permission.valid_until
                else tr(", until somebody ends it.")
            )
        )
        if permission.platforms:
            said.append(tr("On {platforms}.", platforms=", ".join(names.get(key, key) for key in permission.platforms)))
        said += [tr("For {scope}.", scope=permission.scope)] if permission.scope else []
        said += [tr("Kept at: {evidence}.", evidence=permission.evidence)] if permission.evidence else []
        self.facts.setText("\n".join(said))
        self.end_button.setVisible(permission.ended_at is None)

    def _offer_subjects(self) -> None:
        kind, found = self.kind, list[tuple[str, str]]()
        self._is_sought = kind.is_about_person and self.seek.is_needed
        if self._is_sought:
            self.seek_line.clear()
        elif kind.is_about_person:
            wanted = kind is PermissionKind.WORK
            found = [(p.id, p.name) for p in reads.all_people(self.workspace) if p.kind.is_child == wanted]
        elif kind is PermissionKind.POSTING:
            found = list(reads.posters(self.workspace).items())
        elif kind is PermissionKind.DEVICE:
            found = [(d.id, d.label) for d in reads.all_devices(self.workspace)]
        self.subject_choice.offer("subject", [(None, tr("Please choose")), *found])
        self.details.offer("grantor_role", _OFFICES[kind])
        places = reads.all_platforms(self.workspace)
        if list(self.boxes) != [p.id for p in places]:
            clear(self.places.box)
            self.boxes = {p.id: QCheckBox(p.name) for p in places}
            for box in self.boxes.values():
                box.setAccessibleName(tr("Holds on {box}", box=box.text()))
                self.places.box.addWidget(box)

    def _offer_found(self, found: tuple[Person, ...]) -> None:
        """Whom the letters that were typed could mean, of those who can give this kind of permission."""
        wanted = self.kind is PermissionKind.WORK
        fitting = [(p.id, f"{p.name} {p.registration_group}".strip()) for p in found if p.kind.is_child == wanted]
        self.subject_choice.offer("subject", [(None, tr("Please choose")), *fitting])

    # doing

    def grant(self) -> None:
        """Record what somebody gave in writing."""
        lines = {
            PermissionKind.MARK: ("mark", self.subject_line),
            PermissionKind.LICENCE: ("licence", self.licence_line),
        }
        key, subjects = lines.get(self.kind, ("subject", self.subject_choice))
        wrong = [form for form in (subjects, self.details) if not form.check()]
        if wrong:
            return
        subject = subjects.values()[key]
        if subject is None:
            self.subject_choice.say("subject", tr("Choose one first."))
            return
        where = [key for key, box in self.boxes.items() if box.isChecked()]
        if self.kind.is_for_platforms and not where:
            self.notice.tell(tr("Say where it holds: tick at least one platform."), state="needs")
            return
        made = self.attempt(
            lambda: permissions.grant(
                self.workspace, self.actor, self.kind, subject, platform_ids=where, **self.details.values()
            )
        )
        if made is None:
            return
        self._is_new = False
        self.subject_line.fill({"mark": ""})
        self.licence_line.fill({"licence": ""})
        self.details.fill({"grantor": "", "scope": "", "evidence": "", "valid_until": None})
        self.written()
        self.list.choose_key(made.id)
        self._choose(made.id)
        self.notice.tell(tr("The permission is recorded."))

    def _ask_end(self) -> None:
        if self.chosen is None:
            return
        permission, subject = self.chosen
        self.notice.ask(
            tr(
                "The permission for {subject} ends now. Posts that rest on it go back to their authors.",
                subject=subject,
            ),
            {tr("End it"): lambda: self._end(permission, subject)},
        )

    def _end(self, permission: Permission, subject: str) -> None:
        fallen = self.attempt(
            lambda: permissions.end(self.workspace, self.actor, permission.id, version=permission.version)
        )
        if fallen is None:
            return
        self.written()
        more = tr(" {fallen} prepared or published posts are affected.", fallen=fallen) if fallen else ""
        self.notice.tell(tr("The permission for {subject} has ended.{more}", subject=subject, more=more))

    def _row(self, pair: Listed) -> Row:
        permission, subject = pair
        state, words = permission_state(permission, self.workspace.clock.today())
        subject = sentence(subject)  # a logo is known by its letters, whatever their case
        return Row(subject, tr("{words} · given by {grantor}", words=words, grantor=permission.grantor), state=state)


def permission_state(permission: Permission, today: date) -> tuple[str, str]:
    """The state of a permission on a day, and its word."""
    if permission.ended_at is not None:
        return "covered", tr("ended {day}", day=day(permission.ended_at.date()))
    if permission.valid_from > today:
        return "needs", tr("from {day}", day=day(permission.valid_from))
    if permission.valid_until is None:
        return "shown", tr("in force")
    if permission.valid_until < today:
        return "withheld", tr("ran out {day}", day=day(permission.valid_until))
    soon = permission.valid_until <= today + SOON
    return (
        ("needs", tr("runs out {day}", day=day(permission.valid_until)))
        if soon
        else ("shown", tr("until {day}", day=day(permission.valid_until)))
    )


def _office(role: str) -> str:
    offices = {value: words for group in _OFFICES.values() for value, words in group}
    return offices.get(role, role)
