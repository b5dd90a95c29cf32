"""Policies: which version binds, who has read it; new versions for those who keep the policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.people import Action
from app.domain.policies import PolicyVersion
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr, trn
from app.ui.long_lists import staff_are_few
from app.ui.models.rows import Row, RowsView
from app.ui.models.sliced import FEW
from app.ui.pages.page import Page
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, StateChip, clear, line_up, scrolled, show_if
from app.ui.words import day, moment
from app.workflow import policies
from app.workflow.policies import Reader

_ASKS = (
    Ask("name", phrase("Policy"), needed=phrase("A policy needs a name.")),
    Ask("label", phrase("Version"), hint=phrase("For example: 2026 or 1.2"), needed=phrase("A version needs a label.")),
    Ask("owner", phrase("Owner"), needed=phrase("Say who looks after it.")),
    Ask("link", phrase("Where it can be read"), hint=phrase("A web address, or a folder")),
    Ask("effective_on", phrase("First day"), "day", needed=phrase("Say from which day it holds.")),
    Ask("noticed_on", phrase("Staff were told on"), "day"),
    Ask("governors_approved_on", phrase("Governors approved it on"), "day"),
    Ask("review_due_on", phrase("Next review"), "day"),
    Ask("consulted", phrase("Who was consulted")),
    Ask("related", phrase("Read together with"), hint=phrase("Names of other policies, with commas between")),
)
_FIXED = ("name", "label")

_MOST_NAMED = 40
"""So many of those who have still to read a policy are named."""


class PoliciesPage(Page):
    """Left the versions, right one of them with who has read it, and the form."""

    key = "policies"
    title = phrase("Policies")
    icon_name = "records"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.version: PolicyVersion | None = None
        self._is_new = False
        self._filled: PolicyVersion | None = None
        self._bound: frozenset[str] = frozenset()
        self.may_keep = self.actor.may(Action.KEEP_POLICIES)
        self._build()

    def _build(self) -> None:
        self.list = RowsView(tr("Policies"), self._row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.new = Button(tr("Add a version"), self.begin, icon_name="add")
        show_if(self.new, self.may_keep)
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.new)
        more = (
            tr("Add the policies that staff have to read.")
            if self.may_keep
            else tr("They appear here once they are added.")
        )
        self.empty = EmptyState("records", tr("No policy yet"), more)
        self.heading = Label(role="title", wraps=True)
        self.state = StateChip("shown", "")
        self.facts = Label(role="quiet", wraps=True)
        top = Panel(gap=8)
        for widget in (self.heading, self.state, self.facts):
            top.box.addWidget(widget)
        self.top = top
        self.form = Fields(_ASKS)
        self.save_button = Button(tr("Save"), self.save, kind="primary")
        self.form_panel = Panel()
        self.form_panel.box.addWidget(self.form)
        self.form_panel.box.addLayout(line_up(1, self.save_button))
        show_if(self.form_panel, self.may_keep)
        self.readers_panel = Panel(gap=8)
        self.readers_words = Label(role="heading", wraps=True)
        self.readers = Plain(gap=4)
        self.readers_panel.box.addWidget(self.readers_words)
        self.readers_panel.box.addWidget(self.readers)
        inside = Plain(gap=16)
        for panel in (top, self.readers_panel, self.form_panel):
            inside.box.addWidget(panel)
        inside.box.addStretch(1)
        self.sheet = scrolled(inside, tr("Policy"))
        columns = Columns()
        columns.add_side(left, 300)
        columns.addWidget(self.empty, 1)
        columns.addWidget(self.sheet, 1)
        self.body.addLayout(columns, 1)

    def refresh(self) -> None:
        every = policies.library(self.workspace)
        self._bound = frozenset(version.id for version in policies.binding(self.workspace))
        if self.version is None and not self._is_new and every:
            self.version = every[0]
        self.version = next((v for v in every if self.version and v.id == self.version.id), None)
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.show_items(every)
        self.list.choose(lambda v: self.version is not None and v.id == self.version.id)
        model.blockSignals(False)
        self._show()

    def begin(self) -> None:
        """An empty form; the name and owner of the version on the screen are a good start."""
        was = self.version
        self._is_new, self.version, self._filled = True, None, None
        empty = {ask.key: None if ask.kind == "day" else "" for ask in _ASKS}
        self.form.fill(empty | ({"name": was.name, "owner": was.owner} if was else {}))
        self.list.clearSelection()
        self._show()
        self.form.widgets["label" if was else "name"].setFocus()

    def _chosen(self) -> None:
        if (version := self.list.chosen()) is not None:
            self.version, self._is_new, self._filled = version, False, None
            self._show()

    def _show(self) -> None:
        version = self.version
        self.empty.setVisible(version is None and not self._is_new)
        self.sheet.setVisible(version is not None or self._is_new)
        self.top.setVisible(version is not None)
        self.readers_panel.setVisible(version is not None)
        self.save_button.setText(tr("Save") if version else tr("Add the version"))
        self.save_button.setAccessibleName(self.save_button.text())
        for key in _FIXED:
            self.form.widgets[key].setEnabled(version is None)
        if version is None:
            return
        self.heading.setText(version.title)
        self.state.show_state(*self._state(version))
        said = [tr("Owner: {owner}", owner=version.owner), tr("from {day}", day=day(version.effective_on))]
        said += [tr("review due {day}", day=day(version.review_due_on))] if version.review_due_on else []
        said += [version.link] if version.link else []
        self.facts.setText(" · ".join(said))
        if self._filled is None or (self._filled != version and not self._is_typed()):
            self._filled = version
            self.form.fill(_values(version))
        self._show_readers(version)

    def _is_typed(self) -> bool:
        return self._filled is not None and self.form.values() != _values(self._filled)

    def _show_readers(self, version: PolicyVersion) -> None:
        clear(self.readers.box)
        said = [a for a in policies.acknowledgements(self.workspace, self.actor) if a.policy_version_id == version.id]
        if not self.may_keep:
            today = self.workspace.clock.today()
            words = (
                tr("You acknowledged it {moment}.", moment=moment(said[0].at, today))
                if said
                else tr("You have not acknowledged it.")
            )
            self.readers_words.setText(words)
            return
        if version.id not in self._bound:
            self.readers_words.setText(
                trn("{n} person has acknowledged it.", "{n} people have acknowledged it.", len(said))
            )
            return
        if self.attempt_quietly(lambda: staff_are_few(self.workspace, FEW)):
            found = self.attempt_quietly(lambda: policies.readers(self.workspace, self.actor)) or ()
            self._have_readers(version, found)
            return
        self.readers_words.setText(tr("Looking who has read it …"))
        self.desk.read(
            lambda: policies.readers(self.workspace, self.actor),
            lambda found: self._have_readers(version, found),
            self.notice.show_problem,
        )

    def _have_readers(self, version: PolicyVersion, found: Sequence[Reader]) -> None:
        """Who has still to read it: the first of them by name."""
        if version != self.version:
            return  # another one is in front by now
        clear(self.readers.box)
        late = [reader.name for reader in found if any(v.id == version.id for v in reader.unread)]
        self.readers_words.setText(
            trn("{n} person has still to read it", "{n} people have still to read it", len(late))
            if late
            else tr("Everybody has read it")
        )
        for name in late[:_MOST_NAMED]:
            self.readers.box.addWidget(StateChip("needs", name))
        if len(late) > _MOST_NAMED:
            more = tr("and {found} more", found=len(late) - _MOST_NAMED)
            self.readers.box.addWidget(Label(more, role="caption"))

    def save(self) -> None:
        """Add the version, or correct the one on the screen."""
        if not self.form.check():
            return
        said = self.form.values()
        said["related"] = [name.strip() for name in said["related"].split(",") if name.strip()]
        if self._is_new:
            made = self.attempt(lambda: policies.add_version(self.workspace, self.actor, **said))
        else:
            made = self._change(said)
        if made is None:
            return
        self.version, self._is_new, self._filled = made, False, None
        self.written()
        self.notice.tell(tr("{title} is stored.", title=made.title))

    def _change(self, said: dict[str, object]) -> PolicyVersion | None:
        if self._filled is None:
            return None
        wanted = replace(self._filled, **{**said, "related": tuple(said["related"])})
        return self.attempt(
            lambda: policies.change_version(self.workspace, self.actor, wanted),
            ways={tr("Look at theirs"): self._look_at_theirs},
        )

    def _look_at_theirs(self) -> None:
        self._filled = None
        self.notice.dismiss()
        self.refresh()

    def _state(self, version: PolicyVersion) -> tuple[str, str]:
        if version.id in self._bound:
            return "shown", tr("in force")
        if version.effective_on > self.workspace.clock.today():
            return "needs", tr("from {day}", day=day(version.effective_on))
        waits = version.governors_approved_on is None and not _is_replaced(version, self.list.rows.items, self._bound)
        return ("needs", tr("waits for the governors")) if waits else ("covered", tr("an older version"))

    def _row(self, version: PolicyVersion) -> Row:
        state, words = self._state_of_row(version)
        return Row(version.title, words, state=state)

    def _state_of_row(self, version: PolicyVersion) -> tuple[str, str]:
        if version.id in self._bound:
            return "shown", tr("in force")
        return "covered", tr("first day {day}", day=day(version.effective_on))


def _is_replaced(version: PolicyVersion, every: Sequence[PolicyVersion], bound: frozenset[str]) -> bool:
    return any(v.name == version.name and v.id in bound and v.effective_on >= version.effective_on for v in every)


def _values(version: PolicyVersion) -> dict[str, object]:
    values = {ask.key: getattr(version, ask.key) for ask in _ASKS}
    return values | {"related": ", ".join(version.related)}
