"""Home: where this person stopped, what still stops a new school's first post, and what waits for them.

What waits comes in the order of urgency, each with a number, a sentence and one button.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from app.domain.people import Action, Actor
from app.ui import reads
from app.ui.below import below
from app.ui.counts import Waiting, waiting_for
from app.ui.desk import Desk
from app.ui.language import phrase, phrases, tr, trn
from app.ui.long_task import LongTask
from app.ui.pages.home_charts import GlancePart
from app.ui.pages.home_first import FirstPostPanel
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, IconLabel, Label, Plain, clear, lay, line_up, scrolled
from app.ui.words import count
from app.workflow import alerts, first_post, left_off
from app.workflow.alerts import Alert, AlertKind
from app.workflow.first_post import ToDo
from app.workflow.left_off import Place
from app.workflow.refresh import running_out
from app.workflow.workspace import Workspace

_Found = tuple[Place | None, tuple[ToDo, ...], tuple[Alert, ...], Waiting]
_PARTS = {
    AlertKind.PRIVACY_CHECK: "platforms",
    AlertKind.LIMITS_CHECK: "platforms",
    AlertKind.TWO_STEPS: "platforms",
    AlertKind.TRAINING_MISSING: "training",
    AlertKind.TRAINING_ENDS: "training",
}
_OTHER_PAGES = {AlertKind.CASE: "cases", AlertKind.TAKEDOWN_LATE: "published"}
"""Alerts that lead to a page of their own, with the id they are about."""
_KEEPS_S = 60
"""Where there is much to read it is read anew after so long though nothing was written: days and hours go by."""
_ALERTS = 8
"""So many of what is due are listed at a time."""
_ROOMY_PX = 1050
"""From this width on, at text size 100 %, the charts have a column."""


def read_home(
    workspace: Workspace, actor: Actor, attempt: Callable[[Callable[[], Any]], Any] = lambda work: work()
) -> _Found:
    """All that Home says; where there is much to count, not on the window's own thread.

    Args:
        workspace: the school.
        actor: whose Home it is.
        attempt: calls each part; None stands for a part that could not be read.
    """
    return (
        attempt(lambda: left_off.carry_on(workspace, actor)),
        attempt(lambda: first_post.still_to_do(workspace, actor)) or (),
        attempt(lambda: alerts.due(workspace, actor)) or (),
        waiting_for(workspace, actor),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that waits: where its button leads and who may press it."""

    number: int
    words: str
    icon: str
    state: str
    button: str
    page: str
    action: Action | None
    """None for everybody it waits for."""
    what: object = None
    """What the page should open."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a card says of one field of `Waiting`; `one` and `many` follow its number."""

    field: str
    words: tuple[str, str]
    icon: str
    state: str
    button: str
    page: str
    action: Action | None
    what: str = ""
    first: str = ""
    """The field with whom to begin, in place of `what`."""

    def card(self, waiting: Waiting) -> Card:
        number: int = getattr(waiting, self.field)
        facts = {"originals": count(waiting.originals, "photo"), "by": waiting.take_down_by}
        words = trn(*self.words, number, **facts)
        what = getattr(waiting, self.first) if self.first else self.what or None
        return Card(number, words, self.icon, self.state, tr(self.button), self.page, self.action, what)


_KINDS = (
    _Kind(
        "takedowns",
        phrases(
            "{n} picture has to be taken down{by}",
            "{n} pictures have to be taken down{by}",
        ),
        "stop", "withheld", phrase("Take down"), "publish", Action.PUBLISH,
    ),
    _Kind(
        "devices_with_originals",
        phrases(
            "{n} phone or card still holds {originals} that should be gone",
            "{n} phones or cards still hold {originals} that should be gone",
        ),
        "phone", "needs", phrase("Remove originals"), "devices", Action.IMPORT,
    ),
    _Kind(
        "stops",
        phrases(
            "{n} import was stopped because of what somebody saw",
            "{n} imports were stopped because of what somebody saw",
        ),
        "stop", "withheld", phrase("Look at it"), "devices", Action.PLACE_HOLD, "stops",
    ),
    _Kind(
        "set_aside",
        phrases(
            "{n} photo is set aside until you decide",
            "{n} photos are set aside until you decide",
        ),
        "phone", "needs", phrase("Decide"), "devices", Action.GRANT_PERMISSION, "aside",
    ),
    _Kind(
        "to_approve",
        phrases(
            "{n} post waits for your approval",
            "{n} posts wait for your approval",
        ),
        "approve", "needs", phrase("Look at it"), "approve", Action.APPROVE,
    ),
    *(
        _Kind(
            field,
            phrases(
                "{n} question about a post waits for your answer",
                "{n} questions about posts wait for your answer",
            ),
            "question", "needs", phrase("Answer it"), page, None, first="first_to_answer",
        )
        for field, page in (("to_answer", "questions"), ("to_answer_in_posts", "posts"))
    ),
    _Kind(
        "later_reviews",
        phrases(
            "{n} urgent notice went out that nobody else has looked at",
            "{n} urgent notices went out that nobody else has looked at",
        ),
        "eye", "needs", phrase("Look at it"), "published", Action.APPROVE,
    ),
    _Kind(
        "to_look_again",
        phrases(
            "{n} post online should be looked at again",
            "{n} posts online should be looked at again",
        ),
        "eye", "needs", phrase("Look at it"), "published", Action.PUBLISH,
    ),
    _Kind(
        "to_publish",
        phrases(
            "{n} approved post ready to go out",
            "{n} approved posts ready to go out",
        ),
        "publish", "shown", phrase("Publish"), "publish", Action.PUBLISH,
    ),
    _Kind(
        "returned",
        phrases(
            "{n} post came back with a note",
            "{n} posts came back with a note",
        ),
        "return", "needs", phrase("Read the note"), "posts", Action.WRITE_POST,
    ),
    _Kind(
        "to_name",
        phrases(
            "{n} photo has faces to name",
            "{n} photos have faces to name",
        ),
        "review", "needs", phrase("Name faces"), "review", Action.REVIEW,
    ),
    _Kind(
        "to_confirm",
        phrases(
            "{n} family has to be asked: somebody said no",
            "{n} families have to be asked: somebody said no",
        ),
        "stop", "needs", phrase("Ask and settle"), "register", Action.EDIT_REGISTER, first="first_to_confirm",
    ),
    _Kind(
        "to_ask",
        phrases(
            "{n} pupil is old enough now to be asked themselves",
            "{n} pupils are old enough now to be asked themselves",
        ),
        "person", "needs", phrase("Show who"), "register", Action.EDIT_REGISTER, first="first_to_ask",
    ),
    _Kind(
        "left_by_lists",
        phrases(
            "{n} thing in the school’s lists needs somebody to look",
            "{n} things in the school’s lists need somebody to look",
        ),
        "import", "needs", phrase("Look at them"), "register", Action.EDIT_REGISTER, "lists",
    ),
    _Kind(
        "runs_out",
        phrases(
            "{n} pupil has an answer that runs out within the month",
            "{n} pupils have answers that run out within the month",
        ),
        "clock", "needs", phrase("Show who to ask"), "register", Action.EDIT_REGISTER, "ask again",
    ),
    _Kind(
        "drafts",
        phrases(
            "{n} post is being written",
            "{n} posts are being written",
        ),
        "posts", "covered", phrase("Go on writing"), "posts", Action.WRITE_POST,
    ),
)  # fmt: skip
"""In the order of urgency."""


def cards_for(waiting: Waiting) -> tuple[Card, ...]:
    """Cards in the order of urgency; those with nothing in them are left out."""
    return tuple(card for card in (kind.card(waiting) for kind in _KINDS) if card.number)


class HomePage(Page):
    """Where one stopped, the way to the first post, cards, what is due; or a quiet picture when nothing waits."""

    key = "home"
    title = phrase("Home")
    icon_name = "home"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.carry_on = Plain()
        self.first_post = FirstPostPanel(desk)
        self.first_post.wanted.connect(desk.go_to)
        self.cards = Plain(gap=12)
        self._shown: list[Card] | None = None
        self._place: Place | None = None
        self._run_out = 0
        self._counting: LongTask | None = None
        self._edition = -1
        self._waiting = Waiting()
        self._is_reading = False
        self._read_as_of, self._read_at = -1, 0.0
        self._before: _Found | None = None
        start = Button(tr("Import photos"), lambda: desk.go_to.emit("import", None), icon_name="import")
        self.empty = EmptyState("home", tr("Nothing waits for you."), "", start if desk.may(Action.IMPORT) else None)
        self.empty.hide()
        self.alerts = Plain(gap=8)
        self._said: tuple[Alert, ...] | None = None
        self._listed = _ALERTS
        self.looks: list[Button] = []
        holder = Plain(row=True, gap=16)
        self._columns = holder.box
        waiting = Plain(gap=12)
        for part in (self.carry_on, self.first_post, self.cards, self.alerts, self.empty):
            waiting.box.addWidget(part)
        waiting.box.addStretch(1)
        self.glance = GlancePart(desk)
        self._columns.addWidget(waiting, 3)
        self._columns.addWidget(self.glance, 2)
        self.carry_on.hide()
        self.body.addWidget(scrolled(holder, tr("What waits for you")), 1)

    def start(self) -> QWidget | None:
        """The button to carry on, when there is one."""
        return self.carry_on.findChild(Button) if self._place is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The charts stand beside what waits where there is room, and below it where there is not."""
        super().resizeEvent(event)
        roomy = self.width() >= theme().px(_ROOMY_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if roomy else down)
        self.glance.fit(roomy)

    def refresh(self) -> None:
        self.glance.refresh()
        before, self._before = self._before, None
        if before is not None:
            self._have(before)
        elif not reads.is_long_used(self.workspace):
            self._have(read_home(self.workspace, self.actor, self.attempt_quietly))
        elif not self._is_reading and not self._is_new():
            self._is_reading, edition = True, self.desk.edition
            task = self.desk.read(lambda: read_home(self.workspace, self.actor), self._have, self.notice.show_problem)
            task.finished.connect(lambda completed: self._was_read(edition if completed else -1))

    def _is_new(self) -> bool:
        """Whether nothing was written since all of it was read, a moment ago."""
        return self._read_as_of == self.desk.edition and time.monotonic() - self._read_at < _KEEPS_S

    def read_before(self, read: object) -> None:
        self._before = cast("_Found | None", read)

    def _was_read(self, edition: int) -> None:
        self._is_reading = False
        self._read_as_of, self._read_at = edition, time.monotonic()
        if 0 <= edition < self.desk.edition and self.isVisible():
            self.refresh()  # something was written while it was read

    def _have(self, found: _Found) -> None:
        place, steps, said, self._waiting = found
        self.first_post.show_steps(steps)
        self._show_place(place)
        self._count_answers()
        self._show_alerts(said)
        self._show_cards()
        some = place is not None or bool(self._shown or said) or self.first_post.has_some
        self.empty.setVisible(not some)

    def _show_cards(self) -> None:
        waiting = replace(self._waiting, runs_out=self._run_out)
        shown = [card for card in cards_for(waiting) if card.action is None or self.actor.may(card.action)]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self.cards.box)
        for card in shown:
            self.cards.box.addWidget(self._card(card))
        self.cards.setVisible(bool(shown))
        self.empty.setVisible(self.empty.isVisible() and not shown)

    def _count_answers(self) -> None:
        """How many have an answer that runs out: thousands of people are looked at aside."""
        if self._edition == self.desk.edition or not self.actor.may(Action.EDIT_REGISTER):
            return
        self._edition = self.desk.edition

        def show(number: int | None) -> None:
            if number is not None:
                self._run_out = number
                self._show_cards()

        if self._counting is not None:
            self._counting.cancel()  # what it counts is old by now
        self._counting = self.desk.idle(
            lambda: running_out(self.workspace, self.actor), show, self.notice.show_problem, gently=True
        )

    def _show_place(self, place: Place | None) -> None:
        if place == self._place:
            return
        self._place = place
        clear(self.carry_on.box)
        self.carry_on.setVisible(place is not None)
        if place is not None:
            frame = _frame()
            words = Label(tr("Carry on: {words}", words=below(place.words)), role="heading", wraps=True)
            go = Button(
                tr("Carry on"), lambda: self.desk.go_to.emit(place.page, place.subject), kind="primary",
                name=tr("Carry on: {words}", words=below(place.words)),
            )  # fmt: skip
            row = line_up(IconLabel(place.page, tint="accent", size=28), gap=16)
            row.addWidget(words, 1)
            row.addWidget(go)
            lay(frame, margin=16).addLayout(row)
            self.carry_on.box.addWidget(frame)

    def _show_alerts(self, said: tuple[Alert, ...]) -> None:
        if said == self._said:
            return
        self._said = said
        self._list_alerts()

    def _list_alerts(self) -> None:
        """The most urgent ones, and a way to so many more."""
        said, number = self._said or (), self._listed
        clear(self.alerts.box)
        self.looks = []
        if said:
            self.alerts.box.addWidget(Label(tr("Due"), role="heading"))
        for alert in said[:number]:
            self.alerts.box.addWidget(self._alert(alert))
        if len(said) > number:
            more = Button(tr("and {found} more", found=len(said) - number), self._list_more, kind="flat")
            self.alerts.box.addLayout(line_up(more, 1))

    def _list_more(self) -> None:
        first, self._listed = self._listed, self._listed + _ALERTS
        self._list_alerts()
        self.looks[first].setFocus(Qt.FocusReason.OtherFocusReason)  # where reading goes on

    def _alert(self, alert: Alert) -> QFrame:
        frame = _frame()
        box = lay(frame, row=True, margin=12, gap=12)
        box.addWidget(IconLabel("clock", tint="needs", size=20))
        box.addWidget(Label(below(alert.words), wraps=True), 1)
        page, what = _OTHER_PAGES.get(alert.kind, "school"), _PARTS.get(alert.kind, "policies")
        what = alert.subject if page != "school" else what
        look = Button(
            tr("Look"), lambda: self.desk.go_to.emit(page, what), name=tr("Look: {words}", words=below(alert.words))
        )
        box.addWidget(look)
        self.looks.append(look)
        return frame

    def _card(self, card: Card) -> QFrame:
        frame = _frame()
        number = Label(str(card.number), role="number")
        number.setMinimumWidth(theme().px(44))
        words = Label(card.words.partition(" ")[2], wraps=True)
        words.setAccessibleName(card.words)
        go = Button(
            card.button, lambda: self.desk.go_to.emit(card.page, card.what), name=f"{card.button}: {card.words}"
        )
        row = line_up(IconLabel(card.icon, tint=card.state, size=28), number, gap=16)
        row.addWidget(words, 1)
        row.addWidget(go)
        lay(frame, margin=16).addLayout(row)
        return frame


def _frame() -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    frame.setMaximumWidth(theme().px(760))
    return frame
