"""One person: who they are, who may speak for them, what may be shown where, and the posts they are in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal

from app.domain.consent import Answer, ConsentKind, Platform, PlatformId, RegisterSnapshot
from app.domain.people import Action, Person, PersonId
from app.domain.post import Post
from app.ui import reads
from app.ui.columns import Across
from app.ui.language import tr, trn
from app.ui.models.consent_table import ConsentTableView, Line
from app.ui.pages.answer_form import Target, WholeForm
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.biometric_panel import BiometricPanel
from app.ui.pages.consent_cell import ConsentCell, page_standing
from app.ui.pages.contacts_panel import ContactsPanel
from app.ui.pages.kept_faces_panel import KeptFacesPanel
from app.ui.pages.page import Page
from app.ui.pages.permissions import permission_state
from app.ui.pages.person_form import PersonForm
from app.ui.pages.says_no import WORDS, says_no_button
from app.ui.pages.settle_panel import SettlePanel
from app.ui.widgets import Button, ElidedLabel, Label, Panel, Plain, StateChip, clear, line_up, scrolled, show_if
from app.ui.words import CONSENT_KIND, PERSON_KIND, POST_STATE, count, day
from app.workflow import consents, permissions, register
from app.workflow.consents import SignedForm


class PersonSheet(Across):
    """Signals:
    changed: something about the person was stored.
    """

    changed = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.person: Person | None = None
        self._known = RegisterSnapshot()
        self._platforms: dict[PlatformId, Platform] = {}
        self._open: Target | None = None
        self._shown_posts: tuple[PersonId, tuple[Post, ...]] | None = None
        self.may_see = page.actor.may(Action.SEE_REGISTER)
        self.may_edit = page.actor.may(Action.EDIT_REGISTER)
        self._build()

    def _build(self) -> None:
        inside = Plain(gap=16)
        self.settle = SettlePanel(self._page)
        self._entry = PartAsNeeded(self._build_edit)
        self._form = PartAsNeeded(self._build_form)
        parts = (self._build_top(), self.settle, self._entry, self._build_standing(), self._form)
        for part in parts:
            inside.box.addWidget(part)
        self.contacts = ContactsPanel(self._page)
        self.biometrics = BiometricPanel(self._page)
        self.kept_faces = KeptFacesPanel(self._page)
        for panel in (self.contacts, self.biometrics, self.kept_faces):
            show_if(panel, self.may_see)
            inside.box.addWidget(panel)
        inside.box.addWidget(self._build_permissions())
        inside.box.addWidget(self._build_posts())
        inside.box.addStretch(1)
        self._cell = PartAsNeeded(self._build_cell)
        self.area = scrolled(inside, tr("Person"))
        self.box.addWidget(self.area)
        self.box.add_side(self._cell, 300, place=-1)

    def _build_top(self) -> Panel:
        self.name = ElidedLabel(role="title")
        self.facts = Label(role="quiet", wraps=True)
        self.numbers = Label(role="quiet", wraps=True)
        self.held = StateChip("needs", tr("On hold: no consent clears this person"))
        self.says_no = says_no_button(self._page, lambda: self.person)
        self.hold = Button(tr("Hold for safeguarding"), self._hold, icon_name="hold")
        self.leave = Button(tr("Has left"), self._ask_left)
        self.edit = Button(tr("Change"), self._edit, icon_name="edit")
        show_if(self.hold, self._page.actor.may(Action.PLACE_HOLD))
        for button in (self.edit, self.leave):
            show_if(button, self.may_edit)
        top = Panel(gap=8)
        for widget in (self.name, self.facts, self.numbers, self.held):
            top.box.addWidget(widget)
        both = self.may_edit and self._page.actor.may(Action.PLACE_HOLD)
        top.box.addLayout(line_up(self.says_no, self.edit, self.leave, None if both else self.hold, 1))
        if both:
            top.box.addLayout(line_up(self.hold, 1))
        return top

    @property
    def entry(self) -> PersonForm:
        """Who somebody is, to change or to add."""
        return self._entry.part

    @property
    def form(self) -> WholeForm:
        """A signed form to be recorded."""
        return self._form.part

    @property
    def cell(self) -> ConsentCell:
        """One answer with its history."""
        return self._cell.part

    @property
    def is_entering(self) -> bool:
        """Whether somebody's entry is being written."""
        return self._entry.is_shown

    def _build_edit(self) -> PersonForm:
        entry = PersonForm(self._page)
        entry.saved.connect(self._saved)
        entry.given_up.connect(self._give_up)
        return entry

    def _build_standing(self) -> Panel:
        self.standing = Panel()
        self.table = ConsentTableView(tr("What may be shown"), side_width=170)
        self.table.opened.connect(self.open_cell)
        self.form_button = Button(tr("Record a form"), self._begin_form, icon_name="edit")
        show_if(self.form_button, self.may_edit)
        self.standing.box.addLayout(line_up(Label(tr("What may be shown"), role="heading"), 1, self.form_button))
        self.standing.box.addWidget(self.table)
        self.no_platforms = Label(tr("No platform yet. Add one under Platforms."), role="quiet", wraps=True)
        self.standing.box.addWidget(self.no_platforms)
        show_if(self.standing, self.may_see)
        return self.standing

    def _build_form(self) -> WholeForm:
        form = WholeForm()
        form.wanted.connect(self._record)
        form.given_up.connect(form.hide)
        self._offer_to(form)
        return form

    def _offer_to(self, form: WholeForm) -> None:
        """The platforms, and who may answer for the person in front."""
        if (person := self.person) is not None:
            form.show_platforms(list(self._platforms.values()))
            form.giver.offer(person, [c for c in self._known.contacts.values() if c.person_id == person.id])

    def _build_cell(self) -> ConsentCell:
        cell = ConsentCell(self._page)
        cell.closed.connect(self.close_cell)
        return cell

    def _build_permissions(self) -> Panel:
        self.permissions = Panel(gap=8)
        self.permission_rows = Plain(gap=4)
        self.permissions.box.addWidget(Label(tr("Permissions in their own name"), role="heading"))
        self.permissions.box.addWidget(self.permission_rows)
        self.permissions.hide()
        return self.permissions

    def _fill_permissions(self, person: Person) -> None:
        """An adult says for themselves where they may be shown; children never do it this way."""
        self.permissions.setVisible(not person.kind.is_child)
        if person.kind.is_child:
            return
        page = self._page
        mine = page.attempt_quietly(lambda: permissions.of_adult(page.workspace, page.actor, person.id)) or ()
        clear(self.permission_rows.box)
        for permission in mine:
            names = ", ".join(self._platforms[key].name for key in permission.platforms if key in self._platforms)
            state, words = permission_state(permission, page.workspace.clock.today())
            self.permission_rows.box.addWidget(StateChip(state, f"{names or tr('No open platform')}: {words}"))
        if not mine:
            words = tr("None. The Headteacher records them under School, Permissions.")
            self.permission_rows.box.addWidget(Label(words, role="quiet", wraps=True))

    def _build_posts(self) -> Panel:
        panel = Panel(gap=8)
        panel.box.addWidget(Label(tr("Posts with this person"), role="heading"))
        self.posts = Plain(gap=4)
        panel.box.addWidget(self.posts)
        show_if(panel, self.may_see)
        return panel

    # reading

    def show_person(self, person: Person) -> None:
        """Show somebody; an open form of the same person stays as it is."""
        if self.person is None or self.person.id != person.id:
            self._open = None
            self._entry.hide_part()
            if (form := self._form.built) is not None:
                form.hide()
                form.clear()
            self.contacts.close_form()
        self.person = person
        self.name.setText(person.name)
        self.facts.setText(facts_words(person))
        self.says_no.setText(f" {tr(WORDS)}" if person.kind.is_child else tr(" They say no"))
        if not self.may_see:
            self.numbers.hide()
            self.held.hide()
            return
        self.numbers.setText(_numbers_words(person))
        self.numbers.setVisible(bool(self.numbers.text()))
        page = self._page
        known = page.attempt_quietly(lambda: consents.snapshot(page.workspace, page.actor, [person.id]))
        self._known = known or RegisterSnapshot()
        self._platforms = {p.id: p for p in reads.all_platforms(page.workspace) if p.is_open}
        contacts = [c for c in self._known.contacts.values() if c.person_id == person.id]
        if (form := self._form.built) is not None:
            self._offer_to(form)
        self.contacts.show_contacts(person, contacts)
        self.settle.show_person(person, contacts)
        self.biometrics.show_person(person, contacts)
        self.kept_faces.show_person(person)
        self._fill_permissions(person)
        self.leave.setVisible(
            self.may_edit and person.kind.is_child and not person.has_left(page.workspace.clock.today())
        )
        held = person.id in self._known.holds
        self.held.setVisible(held)
        self.hold.setText(tr(" Lift the hold") if held else tr(" Hold for safeguarding"))
        self.hold.setAccessibleName(self.hold.text().strip())
        self._fill_table(person)
        self._fill_posts(person)
        self._show_cell()

    def _fill_table(self, person: Person) -> None:
        cells = {
            (platform, kind): page_standing(self._page, self._known, person.id, kind, self._platforms[platform]).status
            for platform in self._platforms
            for kind in ConsentKind
        }
        rows = [Line(p.id, p.name) for p in self._platforms.values()]
        self.table.table.show(rows, _columns(), cells)
        self.table.fit_height()
        self.table.setVisible(bool(rows))
        self.no_platforms.setVisible(not rows)

    def _fill_posts(self, person: Person) -> None:
        page = self._page
        page.desk.look(lambda: (person.id, reads.posts_with(page.workspace, person.id)), self._show_posts)

    def _show_posts(self, found_for: tuple[PersonId, tuple[Post, ...]]) -> None:
        person_id, found = found_for
        if self.person is None or self.person.id != person_id or found_for == self._shown_posts:
            return
        self._shown_posts = found_for
        clear(self.posts.box)
        for post in found:
            state, words = POST_STATE[post.state]
            row = line_up()
            row.addWidget(ElidedLabel(post.title or tr("Untitled")), 1)
            row.addWidget(StateChip(state, words))
            self.posts.box.addLayout(row)
        if not found:
            self.posts.box.addWidget(Label(tr("In no post so far."), role="quiet"))

    def open_cell(self, platform_id: PlatformId, kind: ConsentKind) -> None:
        """Show one answer with its history beside the sheet."""
        self._open = (kind, platform_id)
        self.cell.show()
        self._show_cell()

    def close_cell(self) -> None:
        """Give the room back to the sheet."""
        self._open = None
        self._cell.hide_part()
        self.table.setFocus()

    def _show_cell(self) -> None:
        kind, platform_id = self._open or (ConsentKind.IMAGE, PlatformId(""))
        platform = self._platforms.get(platform_id)
        if self.person is None or platform is None:
            self._cell.hide_part()
            return
        self.cell.show_cell(self.person, kind, platform, self._known)

    # doing

    def _hold(self) -> None:
        person, page = self.person, self._page
        if person is None:
            return
        work = register.lift_hold if person.id in self._known.holds else register.place_hold
        if page.attempt(lambda: work(page.workspace, page.actor, person.id) or True):
            page.written()

    def _ask_left(self) -> None:
        person = self.person
        if person is not None:
            self._page.notice.ask(
                tr("{name} is on roll until today. From tomorrow every yes for them has ended.", name=person.name),
                {tr("Has left"): lambda: self._left(person)},
            )

    def _left(self, person: Person) -> None:
        page, today = self._page, self._page.workspace.clock.today()
        downs = page.attempt(lambda: register.mark_as_left(page.workspace, page.actor, person.id, today))
        if downs is not None:
            page.written()
            more = trn(" {n} post has to be looked at.", " {n} posts have to be looked at.", downs) if downs else ""
            page.notice.tell(
                tr(
                    "{name} leaves today.{more} To take it back, change the last day on roll.",
                    name=person.name,
                    more=more,
                )
            )

    def _edit(self) -> None:
        if self.person is not None:
            self.entry.open_for(self.person)

    def begin_new(self) -> None:
        """An empty form for somebody the register does not know."""
        self.entry.open_for(None)

    def _saved(self, person: Person) -> None:
        self._page.written()
        self._page.notice.tell(tr("{name} is stored.", name=person.name))
        self.changed.emit(person)

    def _give_up(self) -> None:
        self._entry.hide_part()
        self._page.written()

    def _begin_form(self) -> None:
        self.form.show()
        if self.form.cells:
            next(iter(self.form.cells.values())).setFocus()
        QTimer.singleShot(0, self.form, lambda: self.area.ensureWidgetVisible(self.form.go))

    def _record(self, answers: dict[Target, Answer], said: dict[str, Any]) -> None:
        person, page = self.person, self._page
        if person is None:
            return
        form = SignedForm(person.id, answers, **said)
        made = page.attempt(lambda: consents.record_form(page.workspace, page.actor, form))
        if made is not None:
            self.form.clear()
            self.form.hide()
            page.written()
            page.notice.tell(
                tr("Recorded for {name}: {answers}.", name=person.name, answers=count(len(made), "answer"))
            )


def facts_words(person: Person) -> str:
    """What somebody is to the school, in one line."""
    parts = [PERSON_KIND[person.kind][0]]
    if person.registration_group:
        parts.append(tr("class {registration_group}", registration_group=person.registration_group))
    if person.year_group:
        parts.append(tr("year {year_group}", year_group=person.year_group))
    if person.legal_forename != person.forename or person.legal_surname != person.surname:
        parts.append(
            tr(
                "legal name {legal_forename} {legal_surname}",
                legal_forename=person.legal_forename,
                legal_surname=person.legal_surname,
            )
        )
    if person.on_roll_from:
        parts.append(tr("on roll from {day}", day=day(person.on_roll_from)))
    if person.on_roll_until:
        parts.append(tr("on roll until {day}", day=day(person.on_roll_until)))
    return " · ".join(parts)


def _numbers_words(person: Person) -> str:
    parts = [tr("born {day}", day=day(person.date_of_birth))] if person.date_of_birth else []
    parts += [tr("UPN {upn}", upn=person.upn)] if person.upn else []
    parts += (
        [tr("admission number {admission_number}", admission_number=person.admission_number)]
        if person.admission_number
        else []
    )
    return " · ".join(parts)


def _columns() -> list[Line]:
    return [Line(kind, tr("Name") if kind is ConsentKind.NAME else words) for kind, words in CONSENT_KIND.items()]
