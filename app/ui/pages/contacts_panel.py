"""Who may speak for a child: parents and carers, with or without parental responsibility."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.contacts import Contact
from app.domain.people import Action, Person
from app.ui.days import parse_day
from app.ui.language import tr
from app.ui.pages.page import Page
from app.ui.widgets import Button, ElidedLabel, Label, Panel, Plain, StateChip, clear, field, grid, line_up, show_if
from app.ui.words import day
from app.workflow import contacts
from consent_db import contacts as contact_rows


class ContactsPanel(Panel):
    """A row per contact, and a small form for one of them."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._person: Person | None = None
        self._was: Contact | None = None
        self._shown: tuple[Contact, ...] | None = None
        self.may_edit = page.actor.may(Action.EDIT_REGISTER)
        self.add = Button(tr("Add a contact"), self._begin, icon_name="add")
        show_if(self.add, self.may_edit)
        self.box.addLayout(line_up(Label(tr("Who may speak for them"), role="heading"), 1, self.add))
        self.rows = Plain(gap=4)
        self.box.addWidget(self.rows)
        self._build_form()

    def _build_form(self) -> None:
        self.form = Plain(gap=8)
        self.name, self.relationship, self.until = QLineEdit(), QLineEdit(), QLineEdit()
        self.until.setPlaceholderText(tr("4 Sep 2026, or empty"))
        self.responsible = QCheckBox(tr("Has parental responsibility: may say yes"))
        fields = grid(12)
        fields.addLayout(field(tr("Contact’s name"), self.name), 0, 0)
        fields.addLayout(field(tr("To the child"), self.relationship), 0, 1)
        fields.addLayout(field(tr("Last day, if it ended"), self.until), 1, 0)
        fields.addWidget(self.responsible, 1, 1)
        self.form.box.addLayout(fields)
        save = Button(tr("Save the contact"), self._save, kind="primary")
        self.form.box.addLayout(line_up(1, Button(tr("Leave it"), self.close_form), save))
        self.form.hide()
        self.box.addWidget(self.form)

    def show_contacts(self, person: Person, found: Sequence[Contact]) -> None:
        """The contacts of this person; an open form stays."""
        self._person = person
        self.setVisible(person.kind.is_child and self._page.actor.may(Action.SEE_REGISTER))
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        clear(self.rows.box)
        for contact in found:
            self.rows.box.addWidget(self._row(contact))
        if not found:
            words = tr("Nobody yet. A yes needs the name of who gave it; add the parents here.")
            self.rows.box.addWidget(Label(words, role="quiet", wraps=True))

    def close_form(self) -> None:
        """Leave the form; nothing is stored."""
        self._was = None
        self.form.hide()

    def _row(self, contact: Contact) -> Plain:
        today = self._page.workspace.clock.today()
        row = Plain(row=True, gap=8)
        words = f"{contact.name}, {contact.relationship}" if contact.relationship else contact.name
        words += tr(" (until {day})", day=day(contact.until)) if contact.until else ""
        row.box.addWidget(ElidedLabel(words), 1)
        may = contact.may_say_yes(today)
        row.box.addWidget(StateChip("shown" if may else "covered", tr("may say yes") if may else tr("may only say no")))
        if self.may_edit:
            change = Button(
                tr("Change {name}", name=contact.name), lambda: self._open(contact), icon_name="edit", kind="icon"
            )
            row.box.addWidget(change)
        return row

    def _begin(self) -> None:
        if self._person is not None:
            self._open(contact_rows.new(self._person.id, "", ""))

    def _open(self, contact: Contact) -> None:
        self._was = contact
        self.name.setText(contact.name)
        self.relationship.setText(contact.relationship)
        self.until.setText(day(contact.until) if contact.until else "")
        self.responsible.setChecked(contact.parental_responsibility)
        self.form.show()
        self.name.setFocus()

    def _save(self) -> None:
        page, was = self._page, self._was
        if was is None:
            return
        ends = self.until.text().strip()
        if ends and parse_day(ends) is None:
            page.notice.tell(tr("Write the last day like 4 Sep 2026, or leave it empty."), state="needs")
            self.until.setFocus()
            return
        wanted = replace(
            was,
            name=self.name.text().strip(),
            relationship=self.relationship.text().strip(),
            until=parse_day(ends),
            parental_responsibility=self.responsible.isChecked(),
        )
        act = contacts.change_contact if any(c.id == was.id for c in self._shown or ()) else contacts.add_contact
        ways = {tr("Look at theirs"): lambda: (self.close_form(), page.notice.dismiss(), page.written())}
        made = page.attempt(lambda: act(page.workspace, page.actor, wanted) or True, ways=ways)
        if made is not None:
            self.close_form()
            page.written()
            page.notice.tell(tr("{name} is stored.", name=wanted.name))
