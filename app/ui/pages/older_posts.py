"""Posts from before ClearPost that have to come down: their addresses, the clock, and the proof."""

from __future__ import annotations

from app.domain.people import Action
from app.ui.below import below
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, line_up, show_if
from app.ui.words import moment
from app.workflow import older_posts
from app.workflow.takedowns import MAY_ORDER
from consent_db.releases import Task

_SEEN = 5
"""So many posts are seen at once; the list is no higher than what is in it."""
_ASKS = (
    Ask("address", phrase("Its address"), hint=phrase("It begins with https://"), is_wide=True),
    Ask("reason", phrase("Why, or the proof that it is gone"), needed=phrase("Say why, or who saw it gone and when.")),
    Ask("asked_by", phrase("Who asks for it"), hint=phrase("Needed for a takedown")),
)


class OlderPosts(Panel):
    """The list of those that are still up, and a form for one more."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self.list = RowsView(tr("Posts from before that have to come down"), self._row, is_flat=True)
        self.form = Fields(_ASKS)
        older = tr("a post from before ClearPost")
        for line in self.form.widgets.values():
            line.setAccessibleName(f"{line.accessibleName()} ({older})")
        self.order_button = Button(tr("Ask for a takedown"), self.order, name=f"{tr('Ask for a takedown')}: {older}")
        self.gone_button = Button(
            tr("It is gone"),
            self.gone,
            tip=tr("For the chosen one; say above who looked, and when"),
            name=f"{tr('It is gone')}: {older}",
        )
        self.box.addWidget(Label(tr("Posts from before ClearPost"), role="heading"))
        self.box.addWidget(self.list)
        self.box.addWidget(self.form)
        self.box.addLayout(line_up(1, self.gone_button, self.order_button))
        show_if(self.order_button, bool(page.actor.roles & MAY_ORDER))
        show_if(self.gone_button, page.actor.may(Action.PUBLISH) or page.actor.may(Action.APPROVE))

    def refresh(self) -> None:
        """Show what is still up."""
        page = self._page
        found = page.attempt_quietly(lambda: older_posts.older_posts(page.workspace, page.actor)) or ()
        self.list.rows.show_items(found)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(theme().px(36 * min(_SEEN, len(found)) + 4))
        self.gone_button.setEnabled(bool(found))

    def order(self) -> None:
        """Have the post at this address taken down."""
        page, said = self._page, self.form.values()
        made = page.attempt(
            lambda: older_posts.order_older_down(
                page.workspace, page.actor, said["address"], reason=said["reason"], asked_by=said["asked_by"]
            )
        )
        if made is not None:
            self._after()

    def gone(self) -> None:
        """Somebody saw the chosen one gone."""
        page, task = self._page, self.list.chosen()
        if task is None:
            page.notice.tell(tr("Choose one of the list first."))
            return

        def note() -> bool:
            older_posts.older_is_gone(page.workspace, page.actor, task.id, self.form.values()["reason"])
            return True

        if page.attempt(note):
            self._after()

    def _after(self) -> None:
        self.form.fill({"address": "", "reason": "", "asked_by": ""})
        self._page.written()
        self._page.refresh()

    def _row(self, task: Task) -> Row:
        clock = self._page.workspace.clock
        late = task.due_at is not None and task.due_at < clock.now()
        when = moment(task.due_at, clock.today()) if task.due_at else ""
        return Row(
            below(task.words),
            state="withheld",
            words=tr("Overdue since {when}", when=when) if late else tr("by {when}", when=when),
        )
