"""Platforms: where posts may go, who looks after each account, what it takes, and who may post there."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from app.domain.consent import Platform, PlatformId
from app.domain.people import Action
from app.domain.platform_rules import CHECK_AGAIN_AFTER, PlatformLimits
from app.policy.platform_list import listed_platforms
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.pages.platform_users import PlatformUsers
from app.ui.widgets import Button, ElidedLabel, EmptyState, Label, Panel, Plain, StateChip, line_up, scrolled
from app.ui.words import day
from app.workflow import platforms

_ACCOUNT = (
    Ask("name", phrase("Name"), needed=phrase("A platform needs a name.")),
    Ask(
        "purpose",
        phrase("What it is for"),
        hint=phrase("For example: news for our families"),
        needed=phrase("A place to post needs a purpose."),
    ),
    Ask("account", phrase("Account")),
    Ask("audience", phrase("Who can see it"), hint=phrase("For example: everybody, or parents only")),
    Ask("owner", phrase("Who looks after it")),
    Ask("mailbox", phrase("Role mailbox"), hint=phrase("An office’s address, not a person’s")),
    Ask("approved_by", phrase("Who agreed to it"), "choice"),
    Ask("ours", phrase("The account belongs to the school"), "check"),
)
_LIMITS = (
    Ask("max_edge_px", phrase("Longest edge, pixels"), "number"),
    Ask("max_bytes", phrase("Largest file, bytes"), "number"),
    Ask("max_pictures", phrase("Pictures in one post"), "number"),
    Ask("caption_limit", phrase("Letters of text"), "number"),
    Ask("alt_text_limit", phrase("Letters of description"), "number"),
    Ask("narrowest", phrase("Narrowest, width for 100 of height"), "number"),
    Ask("widest", phrase("Widest, width for 100 of height"), "number"),
    Ask("checked_on", phrase("Looked up on"), "day", needed=phrase("Say on which day the limits were looked up.")),
)
_ANOTHER = ""


class PlatformsPage(Page):
    """Left the platforms, right the one that is chosen."""

    key = "platforms"
    title = phrase("Platforms")
    icon_name = "publish"
    actions = frozenset({Action.KEEP_PLATFORMS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.platform: Platform | None = None
        self._is_new = False
        self._filled: Platform | None = None
        self._build()

    def _build(self) -> None:
        self.list = RowsView(tr("Platforms"), self._row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.new = Button(tr("Add a platform"), self.begin, icon_name="add")
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.new)
        self.empty = EmptyState("publish", tr("No platform yet"), tr("Add the places where the school posts."), None)
        inside = Plain(gap=16)
        for panel in (self._build_account(), self._build_limits(), self._build_care()):
            inside.box.addWidget(panel)
        self.users = PlatformUsers(self)
        inside.box.addWidget(self.users)
        inside.box.addStretch(1)
        self.sheet = scrolled(inside, tr("Platform"))
        columns = Columns()
        columns.add_side(left, 260)
        columns.addWidget(self.empty, 1)
        columns.addWidget(self.sheet, 1)
        self.body.addLayout(columns, 1)

    def _build_account(self) -> Panel:
        panel = Panel()
        self.name = ElidedLabel(role="title")
        self.state = StateChip("shown", "")
        self.pick = Fields([Ask("listed", tr("Which platform"), "choice", is_wide=True)])
        self.pick.changed.connect(self._picked)
        self.form = Fields(_ACCOUNT)
        self.save_button = Button(tr("Save"), self.save, kind="primary")
        self.close_button = Button(tr("Close it"), self._close)
        heading = line_up()
        heading.addWidget(self.name, 1)
        heading.addWidget(self.state)
        panel.box.addLayout(heading)
        panel.box.addWidget(self.pick)
        panel.box.addWidget(self.form)
        panel.box.addLayout(line_up(self.close_button, 1, self.save_button))
        return panel

    def _build_limits(self) -> Panel:
        self.limits_panel = Panel()
        self.limits = Fields(_LIMITS, columns=3)
        self.limits_words = Label(role="quiet", wraps=True)
        go = Button(tr("Record the limits"), self.save_limits)
        self.limits_panel.box.addWidget(Label(tr("What it takes"), role="heading"))
        self.limits_panel.box.addWidget(self.limits_words)
        self.limits_panel.box.addWidget(self.limits)
        self.limits_panel.box.addLayout(line_up(1, go))
        return self.limits_panel

    def _build_care(self) -> Panel:
        self.care_panel = Panel(gap=8)
        self.privacy_words, self.password_words = Label(wraps=True), Label(wraps=True)
        self.two_step = Fields([Ask("two_step", tr("Signing in takes two steps"), "check")])
        looked = Button(tr("I looked at the privacy settings today"), self._looked)
        changed = Button(tr("The password was changed today"), self._changed)
        self.care_panel.box.addWidget(Label(tr("Kept safe"), role="heading"))
        for part in (self.privacy_words, line_up(looked, 1), self.password_words, self.two_step, line_up(changed, 1)):
            if isinstance(part, Label | Fields):
                self.care_panel.box.addWidget(part)
            else:
                self.care_panel.box.addLayout(part)
        return self.care_panel

    # reading

    def context(self) -> str:
        return self.platform.name if self.platform else ""

    def open(self, what: object) -> None:
        """Show one platform by its id."""
        self.refresh()
        self.list.choose(lambda platform: platform.id == what)

    def refresh(self) -> None:
        every = platforms.all_platforms(self.workspace)
        listed = [(line.id, line.name) for line in listed_platforms() if line.id not in {p.id for p in every}]
        self.pick.offer("listed", [*listed, (_ANOTHER, tr("Another one"))])
        self.form.offer("approved_by", platforms.approvers(self.workspace))
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.show_items(every)
        if self.platform is None and not self._is_new and every:
            self.platform = every[0]
        self.platform = next((p for p in every if self.platform and p.id == self.platform.id), None)
        self.list.choose(lambda p: self.platform is not None and p.id == self.platform.id)
        model.blockSignals(False)
        self._show()

    def begin(self) -> None:
        """An empty form for another place to post."""
        self._is_new, self.platform, self._filled = True, None, None
        self.form.fill({ask.key: "" for ask in _ACCOUNT if ask.kind == "line"} | {"ours": False})
        self.list.clearSelection()
        self._show()
        self._picked()
        self.pick.widgets["listed"].setFocus()

    def _chosen(self) -> None:
        if (platform := self.list.chosen()) is not None:
            self.platform, self._is_new, self._filled = platform, False, None
            self._show()
            self.context_changed.emit()

    def _show(self) -> None:
        platform = self.platform
        self.empty.setVisible(platform is None and not self._is_new)
        self.sheet.setVisible(platform is not None or self._is_new)
        self.pick.setVisible(self._is_new)
        for part in (self.limits_panel, self.care_panel, self.users, self.close_button, self.state):
            part.setVisible(platform is not None)
        self.name.setText(platform.name if platform else tr("Another place to post"))
        self.save_button.setText(tr("Save") if platform else tr("Add the platform"))
        self.save_button.setAccessibleName(self.save_button.text())
        if platform is not None:
            self.form.widgets["name"].setEnabled(True)
        if platform is None:
            return
        self.state.show_state(
            "shown" if platform.is_open else "covered", tr("open") if platform.is_open else tr("closed")
        )
        self.close_button.setText(tr("Close it") if platform.is_open else tr("Open it again"))
        checked = (
            tr("Looked up on {day}.", day=day(platform.limits_checked_on))
            if platform.limits_checked_on
            else tr("Not looked up yet.")
        )
        self.limits_words.setText(tr("{checked} Platforms change this; look it up once a year.", checked=checked))
        self.privacy_words.setText(_since(tr("Privacy settings looked at"), platform.privacy_checked_on))
        self.password_words.setText(_since(tr("Password changed"), platform.credentials_changed_on))
        self.users.show_platform(platform)
        if self._filled != platform and not self._is_typed():
            self._fill(platform)

    def _fill(self, platform: Platform) -> None:
        self._filled = platform
        self.form.fill(_account_values(platform) | {"ours": True})
        self.limits.fill(_limit_values(platform))
        self.two_step.fill({"two_step": platform.two_step})

    def _is_typed(self) -> bool:
        """Whether something was entered that is not stored; others may write meanwhile."""
        was = self._filled
        if was is None or self.platform is None or was.id != self.platform.id:
            return False
        mine = self.form.values()
        return {k: mine[k] for k in _account_values(was)} != _account_values(was) or (
            self.limits.values() != _limit_values(was)
        )

    # doing

    def save(self) -> None:
        """Store the account, or add it."""
        if not self.form.check():
            return
        said = self.form.values()
        ours = said.pop("ours")
        if self._is_new:
            self._add(said, ours)
            return
        if self._filled is None:
            return
        wanted = replace(self._filled, **said)
        made = self.attempt(
            lambda: platforms.change_platform(self.workspace, self.actor, wanted, owned_by_school=ours),
            ways={tr("Look at theirs"): self._look_at_theirs},
        )
        self._stored(made, tr("{name} is stored.", name=wanted.name))

    def _add(self, said: dict[str, Any], ours: bool) -> None:
        key = self.pick.values()["listed"]
        name = said.pop("name")
        if key != _ANOTHER:
            said = {"name": key, **said}
            work = lambda: platforms.add_from_list(self.workspace, self.actor, **said, owned_by_school=ours)  # noqa: E731
        else:
            said |= {"name": name, "platform_id": PlatformId(re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"))}
            work = lambda: platforms.add_platform(self.workspace, self.actor, **said, owned_by_school=ours)  # noqa: E731
        made = self.attempt(work)
        if made is not None:
            self._is_new = False
            self._stored(
                made, tr("{name} is there. Nobody has answered for it, so everybody is covered on it.", name=made.name)
            )

    def save_limits(self) -> None:
        """Note what the platform takes, and the day it was looked up."""
        platform = self.platform
        if platform is None or not self.limits.check():
            return
        limits = PlatformLimits(**self.limits.values())
        made = self.attempt(lambda: platforms.record_limits(self.workspace, self.actor, platform.id, limits))
        self._stored(
            made, tr("The limits of {name} are noted. Pictures made from now on keep to them.", name=platform.name)
        )

    def _close(self) -> None:
        platform = self.platform
        if platform is None:
            return
        act = platforms.close_platform if platform.is_open else platforms.open_platform_again
        made = self.attempt(lambda: act(self.workspace, self.actor, platform.id))
        words = tr("No new posts go there") if platform.is_open else tr("Posts may go there again")
        self._stored(made, f"{platform.name}: {words}.")

    def _looked(self) -> None:
        if (platform := self.platform) is not None:
            made = self.attempt(lambda: platforms.record_privacy_check(self.workspace, self.actor, platform.id))
            self._stored(made, tr("Noted. It is asked again in a year."))

    def _changed(self) -> None:
        platform, two_step = self.platform, self.two_step.values()["two_step"]
        if platform is None:
            return
        made = self.attempt(
            lambda: platforms.record_credential_change(self.workspace, self.actor, platform.id, two_step=two_step)
        )
        self._stored(made, tr("Noted. ClearPost never keeps the password itself."))

    def _stored(self, made: Platform | None, words: str) -> None:
        if made is None:
            return
        self.platform, self._filled = made, None
        self.written()
        self.notice.tell(words)

    def _look_at_theirs(self) -> None:
        self._filled = None
        self.notice.dismiss()
        self.refresh()

    def _picked(self) -> None:
        """What comes with the list fills the name; its limits are used when it is added."""
        key = self.pick.values()["listed"]
        line = next((entry for entry in listed_platforms() if entry.id == key), None)
        self.form.fill({"name": line.name if line else ""})
        self.form.widgets["name"].setEnabled(line is None)

    def _row(self, platform: Platform) -> Row:
        today = self.workspace.clock.today()
        if not platform.is_open:
            return Row(platform.name, tr("closed"), state="covered")
        old = platform.limits_checked_on is None or today - platform.limits_checked_on > CHECK_AGAIN_AFTER
        if old:
            return Row(platform.name, tr("look up its limits"), state="needs")
        return Row(platform.name, platform.account or platform.purpose or tr("open"), state="shown")


def _account_values(platform: Platform) -> dict[str, Any]:
    return {ask.key: getattr(platform, ask.key) for ask in _ACCOUNT if ask.key != "ours"}


def _limit_values(platform: Platform) -> dict[str, Any]:
    names = [f.name for f in fields(PlatformLimits) if f.name != "checked_on"]
    return {name: getattr(platform, name) for name in names} | {"checked_on": platform.limits_checked_on}


def _since(words: str, when: Any) -> str:
    return tr("{words} on {day}.", words=words, day=day(when)) if when else tr("{words}: not noted yet.", words=words)
