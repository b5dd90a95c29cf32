"""Who may post to a platform's account, and from which day to which."""

from __future__ import annotations

from app.domain.consent import Platform
from app.ui import reads
from app.ui.forms import Ask, Fields
from app.ui.language import tr
from app.ui.pages.page import Page
from app.ui.widgets import Button, ElidedLabel, Label, Panel, Plain, StateChip, clear, line_up
from app.ui.words import day
from app.workflow import platforms
from consent_db.platforms import PlatformUser


class PlatformUsers(Panel):
    """A row per person, and a line to name one more."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._platform: Platform | None = None
        self._shown: object = None
        self.rows = Plain(gap=4)
        self.form = Fields(
            (
                Ask("user_id", tr("Name somebody"), "choice"),
                Ask("starts_on", tr("From"), "day"),
                Ask("until", tr("Until"), "day", hint=tr("Empty: until somebody ends it")),
            ),
            columns=3,
        )
        self.go = Button(tr("Let them post there"), self._let)
        self.box.addWidget(Label(tr("Who may post there"), role="heading"))
        self.box.addWidget(self.rows)
        self.box.addWidget(self.form)
        self.box.addLayout(line_up(1, self.go))

    def show_platform(self, platform: Platform) -> None:
        """The people of this platform; what is being entered stays."""
        page, self._platform = self._page, platform
        found = platforms.users_of(page.workspace, platform.id)
        names = reads.posters(page.workspace)
        self.form.offer("user_id", sorted(names.items(), key=lambda pair: pair[1]))
        shown = (platform.id, found, tuple(names.items()))
        if shown == self._shown:
            return
        self._shown = shown
        everybody = reads.user_names(page.workspace)
        clear(self.rows.box)
        for entry in found:
            self.rows.box.addWidget(self._row(entry, everybody.get(entry.user_id, tr("Somebody who is gone"))))
        if not found:
            words = tr(
                "Nobody is named, so everybody who may publish may post there. Name somebody, and only they may."
            )
            self.rows.box.addWidget(Label(words, role="quiet", wraps=True))

    def _row(self, entry: PlatformUser, name: str) -> Plain:
        today = self._page.workspace.clock.today()
        row = Plain(row=True, gap=8)
        days = tr("from {day}", day=day(entry.starts_on)) + (
            tr(" until {day}", day=day(entry.until)) if entry.until else ""
        )
        row.box.addWidget(ElidedLabel(f"{name}, {days}"), 1)
        holds = entry.holds_on(today)
        words = (
            tr("may post") if holds else tr("not any more") if entry.until and entry.until < today else tr("not yet")
        )
        row.box.addWidget(StateChip("shown" if holds else "covered", words))
        if entry.until is None or entry.until >= today:
            row.box.addWidget(
                Button(tr("End today"), lambda: self._end(entry, name), name=tr("End today: {name}", name=name))
            )
        return row

    def _let(self) -> None:
        page, platform, said = self._page, self._platform, self.form.values()
        if platform is None or not self.form.check() or said["user_id"] is None:
            return
        user_id = said.pop("user_id")
        made = page.attempt(
            lambda: platforms.let_user_post(page.workspace, page.actor, platform.id, user_id, **said) or True
        )
        if made is not None:
            self.form.fill({"starts_on": None, "until": None})
            page.written()
            page.notice.tell(tr("Noted. From now on only those named post to {name}.", name=platform.name))

    def _end(self, entry: PlatformUser, name: str) -> None:
        page, today = self._page, self._page.workspace.clock.today()
        act = platforms.end_user_posting
        made = page.attempt(
            lambda: act(page.workspace, page.actor, entry.platform_id, entry.user_id, last_day=today) or True
        )
        if made is not None:
            page.written()
            page.notice.tell(tr("{name} may post there until the end of today.", name=name))
