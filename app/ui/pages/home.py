"""Home: what waits for this person, the most urgent first, each with a number, a sentence and one button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame

from app.domain.people import Action
from app.ui.counts import Waiting, waiting_for
from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, IconLabel, Label, Plain, clear, lay, line_up, scrolled
from app.ui.words import count
from app.workflow import alerts
from app.workflow.alerts import Alert, AlertKind

_PARTS = {
    AlertKind.PRIVACY_CHECK: "platforms",
    AlertKind.LIMITS_CHECK: "platforms",
    AlertKind.TWO_STEPS: "platforms",
    AlertKind.TRAINING_MISSING: "training",
    AlertKind.TRAINING_ENDS: "training",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that waits: where its button leads and who may press it."""

    number: int
    words: str
    icon: str
    state: str
    button: str
    page: str
    actions: frozenset[Action]
    what: object = None
    """What the page should open."""


def cards_for(waiting: Waiting) -> tuple[Card, ...]:
    """Cards in the order of urgency; those with nothing in them are left out."""
    every = (
        Card(
            waiting.takedowns,
            f"{count(waiting.takedowns, 'picture has', 'pictures have')} to be taken down",
            "stop",
            "withheld",
            "Take down",
            "publish",
            frozenset({Action.PUBLISH}),
        ),
        Card(
            waiting.devices_with_originals,
            f"{count(waiting.devices_with_originals, 'phone or card still holds', 'phones or cards still hold')} "
            f"{count(waiting.originals, 'photo')} that should be gone",
            "phone",
            "needs",
            "Remove originals",
            "import",
            frozenset({Action.IMPORT}),
        ),
        Card(
            waiting.to_approve,
            f"{count(waiting.to_approve, 'post waits', 'posts wait')} for your approval",
            "approve",
            "needs",
            "Look at it",
            "approve",
            frozenset({Action.APPROVE}),
        ),
        Card(
            waiting.to_publish,
            f"{count(waiting.to_publish, 'approved post', 'approved posts')} ready to go out",
            "publish",
            "shown",
            "Publish",
            "publish",
            frozenset({Action.PUBLISH}),
        ),
        Card(
            waiting.returned,
            f"{count(waiting.returned, 'post came', 'posts came')} back with a note",
            "return",
            "needs",
            "Read the note",
            "posts",
            frozenset({Action.WRITE_POST}),
        ),
        Card(
            waiting.to_name,
            f"{count(waiting.to_name, 'photo has', 'photos have')} faces to name",
            "review",
            "needs",
            "Name faces",
            "review",
            frozenset({Action.REVIEW}),
        ),
        Card(
            waiting.to_confirm,
            f"{count(waiting.to_confirm, 'family has', 'families have')} to be asked: somebody said no",
            "stop",
            "needs",
            "Ask and settle",
            "register",
            frozenset({Action.EDIT_REGISTER}),
            waiting.first_to_confirm,
        ),
        Card(
            waiting.to_ask,
            f"{count(waiting.to_ask, 'pupil is', 'pupils are')} old enough now to be asked themselves",
            "person",
            "needs",
            "Show who",
            "register",
            frozenset({Action.EDIT_REGISTER}),
            waiting.first_to_ask,
        ),
        Card(
            waiting.left_by_lists,
            f"{count(waiting.left_by_lists, 'thing', 'things')} in the school’s lists need somebody to look",
            "import",
            "needs",
            "Look at them",
            "register",
            frozenset({Action.EDIT_REGISTER}),
            "lists",
        ),
        Card(
            waiting.runs_out,
            f"{count(waiting.runs_out, 'reminder', 'reminders')}: answers run out within the month",
            "clock",
            "needs",
            "Show who to ask",
            "register",
            frozenset({Action.EDIT_REGISTER}),
            "ask again",
        ),
        Card(
            waiting.drafts,
            f"{count(waiting.drafts, 'post is', 'posts are')} being written",
            "posts",
            "covered",
            "Go on writing",
            "posts",
            frozenset({Action.WRITE_POST}),
        ),
    )
    return tuple(card for card in every if card.number)


class HomePage(Page):
    """Cards, or a quiet picture when nothing waits."""

    key = "home"
    title = "Home"
    icon_name = "home"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cards = Plain(gap=12)
        self._shown: list[Card] | None = None
        start = Button("Import photos", lambda: desk.go_to.emit("import", None), icon_name="import")
        self.empty = EmptyState("home", "Nothing waits for you.", "", start if desk.may(Action.IMPORT) else None)
        self.alerts = Plain(gap=8)
        self._said: tuple[Alert, ...] | None = None
        holder = Plain(gap=12)
        holder.box.addWidget(self.cards)
        holder.box.addWidget(self.alerts)
        holder.box.addWidget(self.empty)
        holder.box.addStretch(1)
        self.body.addWidget(scrolled(holder, "What waits for you"), 1)

    def refresh(self) -> None:
        shown = [card for card in cards_for(waiting_for(self.desk)) if any(map(self.actor.may, card.actions))]
        said = self.attempt_quietly(lambda: alerts.due(self.workspace, self.actor)) or ()
        self.empty.setVisible(not shown and not said)
        self._show_alerts(said)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self.cards.box)
        for card in shown:
            self.cards.box.addWidget(self._card(card))
        self.cards.setVisible(bool(shown))

    def _show_alerts(self, said: tuple[Alert, ...]) -> None:
        if said == self._said:
            return
        self._said = said
        clear(self.alerts.box)
        if said:
            self.alerts.box.addWidget(Label("Due", role="heading"))
        for alert in said:
            self.alerts.box.addWidget(self._alert(alert))

    def _alert(self, alert: Alert) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setMaximumWidth(theme().px(760))
        box = lay(frame, row=True, margin=12, gap=12)
        box.addWidget(IconLabel("clock", tint="needs", size=20))
        box.addWidget(Label(alert.words, wraps=True), 1)
        part = _PARTS.get(alert.kind, "policies")
        look = Button("Look", lambda: self.desk.go_to.emit("school", part), name=f"Look: {alert.words}")
        box.addWidget(look)
        return frame

    def _card(self, card: Card) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setMaximumWidth(theme().px(760))
        box = lay(frame, margin=16)
        number = Label(str(card.number), role="number")
        number.setMinimumWidth(theme().px(44))
        words = Label(card.words, wraps=True)
        go = Button(
            card.button, lambda: self.desk.go_to.emit(card.page, card.what), name=f"{card.button}: {card.words}"
        )
        row = line_up(IconLabel(card.icon, tint=card.state, size=28), number, gap=16)
        row.addWidget(words, 1)
        row.addWidget(go)
        box.addLayout(row)
        return frame
