"""Policy packs: which rules count, what another pack would change in plain words, and letting it count from a day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.domain.people import Action
from app.policy.pack import Difference, PolicyPack
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, Plain, StateChip, clear, line_up, scrolled, show_if
from app.ui.words import day
from app.workflow import policy_packs as packs
from app.workflow.policy_packs import Choice, PackState

_ASKS = (
    Ask("effective_on", phrase("First day"), "day", needed=phrase("Say from which day it counts.")),
    Ask("noticed_on", phrase("Staff were told on"), "day"),
    Ask("governors_approved_on", phrase("Governors approved it on"), "day"),
    Ask("minute", phrase("Governors’ minute"), hint=phrase("For example: minutes of 4 Sep, item 7")),
)


class PacksPage(Page):
    """Left the packs, right what choosing one would change, who has to agree, and the choices made so far."""

    key = "packs"
    title = phrase("Policy packs")
    icon_name = "records"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pack: PolicyPack | None = None
        self.may_keep = self.actor.may(Action.KEEP_POLICIES)
        self.list = RowsView(tr("Policy packs"), self._row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.read_button = Button(tr("Read a pack of your own"), self._ask_file, icon_name="import")
        show_if(self.read_button, self.may_keep)
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.read_button)
        self.heading = Label(role="title", wraps=True)
        self.state = StateChip("shown", "")
        self.facts = Label(role="quiet", wraps=True)
        top = Panel(gap=8)
        for widget in (self.heading, self.state, self.facts):
            top.box.addWidget(widget)
        self.changes_words = Label(role="heading", wraps=True)
        self.changes = Plain(gap=8)
        self.changes_panel = changes = Panel(gap=8)
        changes.box.addWidget(self.changes_words)
        changes.box.addWidget(self.changes)
        self.form = Fields(_ASKS)
        self.choose_button = Button(tr("Let it count from this day"), self.choose, kind="primary")
        self.form_panel = Panel()
        self.form_panel.box.addWidget(self.form)
        self.form_panel.box.addLayout(line_up(1, self.choose_button))
        self.made_panel = Panel(gap=8)
        self.made_panel.box.addWidget(Label(tr("What was chosen"), role="heading"))
        self.made = Plain(gap=8)
        self.made_panel.box.addWidget(self.made)
        inside = Plain(gap=16)
        for panel in (top, self.made_panel, changes, self.form_panel):
            inside.box.addWidget(panel)
        inside.box.addStretch(1)
        columns = Columns()
        columns.add_side(left, 320)
        columns.addWidget(scrolled(inside, tr("Policy pack")), 1)
        self.body.addLayout(columns, 1)
        self._own: tuple[PolicyPack, ...] = ()
        self._now = ""
        self._made: tuple[Choice, ...] | None = None

    def refresh(self) -> None:
        self._now = self.workspace.pack.digest
        known = {pack.digest: pack for pack in (*packs.shipped(self.workspace), *self._own)}
        known.setdefault(self._now, self.workspace.pack)
        found = tuple(known.values())
        wanted = self.pack.digest if self.pack else self._now
        self.pack = known.get(wanted, found[0])
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.show_items(found)
        self.list.choose(lambda pack: self.pack is not None and pack.digest == self.pack.digest)
        model.blockSignals(False)
        self._show()

    def read(self, path: Path) -> None:
        """Put a pack of the school's own on the list, or say in which line it is wrong."""
        pack = self.attempt(lambda: packs.read_file(path))
        if pack is not None:
            self._own = (*self._own, pack)
            self.pack = pack
            self.refresh()

    def choose(self) -> None:
        """Let the pack on the screen count from the day in the form."""
        pack = self.pack
        if pack is None or not self.form.check():
            return
        said = self.form.values()
        version = self.attempt(lambda: packs.choose(self.workspace, self.actor, pack, **said))
        if version is not None:
            self.written()
            self.refresh()
            self.notice.tell(tr("{label} was chosen from {day}.", label=version.label, day=day(version.effective_on)))

    def approve(self, choice: Choice) -> None:
        """Record that the governors approved a choice that waits, with the day and minute in the form."""
        said = self.form.values()
        on = said["governors_approved_on"] or self.workspace.clock.today()
        version_id = choice.chosen.version.id
        done = self.attempt(lambda: packs.approve(self.workspace, self.actor, version_id, on=on, minute=said["minute"]))
        if done is not None:
            self.written()
            self.refresh()

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, tr("Read a policy pack"), "", tr("Policy pack (*.toml)"))
        if name:
            self.read(Path(name))

    def _chosen(self) -> None:
        pack = self.list.chosen()
        if pack is not None:
            self.pack = pack
            self._show()

    def _show(self) -> None:
        pack = self.pack
        if pack is None:
            return
        counts = pack.digest == self._now
        change = packs.preview(self.workspace, pack)
        self.heading.setText(f"{pack.title} {pack.version}")
        self.state.show_state("shown" if counts else "covered", tr("Counts now") if counts else tr("Not in use"))
        governors = (
            tr("Governors approve it first") if change.needs_governors else tr("No approval by the governors needed")
        )
        self.facts.setText(
            tr(
                "Owner: {owner} · review every {review_months} months · {governors}",
                owner=pack.owner,
                review_months=pack.review_months,
                governors=governors,
            )
        )
        clear(self.changes.box)
        self.changes_panel.setVisible(not counts or bool(change.differences or change.kept))
        self.changes_words.setText(
            tr("These rules count now")
            if counts
            else tr("What would change: {differences}", differences=len(change.differences) or tr("nothing"))
        )
        for difference in change.differences:
            self.changes.box.addWidget(_difference(difference))
        for title in change.kept:
            self.changes.box.addWidget(
                Label(tr("The school settled this itself, and it stays: {title}", title=title), wraps=True)
            )
        self.form_panel.setVisible(self.may_keep and not counts)
        if self.form.values()["effective_on"] is None:
            self.form.fill({"effective_on": self.workspace.clock.today()})
        self._show_made()

    def _show_made(self) -> None:
        made = packs.choices(self.workspace)
        if made == self._made:
            return
        self._made = made
        clear(self.made.box)
        self.made_panel.setVisible(bool(made))
        for choice in made:
            words = tr(
                "{label}, from {day}: {state}",
                label=choice.chosen.version.label,
                day=day(choice.chosen.version.effective_on),
                state=choice.state,
            )
            minute = f" ({choice.chosen.minute})" if choice.chosen.minute else ""
            row = Plain(row=True, gap=8)
            row.box.addWidget(Label(words + minute, wraps=True), 1)
            if choice.state is PackState.WAITING and self.may_keep:
                row.box.addWidget(Button(tr("The governors approved it"), lambda c=choice: self.approve(c)))
            self.made.box.addWidget(row)

    def _row(self, pack: PolicyPack) -> Row:
        counts = pack.digest == self._now
        return Row(
            pack.title,
            tr("version {version}", version=pack.version) + (tr(" · counts now") if counts else ""),
            icon="records",
        )


def _difference(difference: Difference) -> Plain:
    way = {True: ("shown", tr("Stricter")), False: ("needs", tr("Looser")), None: ("covered", tr("Different"))}
    block = Plain(gap=2)
    top = line_up(gap=8)
    top.addWidget(Label(difference.title, wraps=True), 1)
    top.addWidget(StateChip(*way[difference.is_stricter]))
    block.box.addLayout(top)
    block.box.addWidget(
        Label(
            tr("Now: {before}. Then: {after}.", before=difference.before, after=difference.after),
            role="quiet",
            wraps=True,
        )
    )
    return block
