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
_OTHER_PAGES = {AlertKind.CASE: "cases", AlertKind.TAKEDOWN_LATE: "published"}
"""Alerts that lead to a page of their own, with the id they are about."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that waits: where its button leads and who may press it."""

    number: int
    words: str
    icon: str
    state: str
    button: str
    page: str
    action: Action
    what: object = None
    """What the page should open."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a card says of one field of `Waiting`; `one` and `many` follow its number."""

    field: str
    one: str
    many: str
    icon: str
    state: str
    button: str
    page: str
    action: Action
    what: str = ""
    first: str = ""
    """The field with whom to begin, in place of `what`."""

    def card(self, waiting: Waiting) -> Card:
        number: int = getattr(waiting, self.field)
        words = count(number, self.one, self.many).format(originals=count(waiting.originals, "photo"))
        what = getattr(waiting, self.first) if self.first else self.what or None
        return Card(number, words, self.icon, self.state, self.button, self.page, self.action, what)


_KINDS = (
    _Kind(
        "takedowns", "picture has to be taken down", "pictures have to be taken down",
        "stop", "withheld", "Take down", "publish", Action.PUBLISH,
    ),
    _Kind(
        "devices_with_originals", "phone or card still holds {originals} that should be gone",
        "phones or cards still hold {originals} that should be gone",
        "phone", "needs", "Remove originals", "devices", Action.IMPORT,
    ),
    _Kind(
        "stops", "import was stopped because of what somebody saw", "imports were stopped because of what somebody saw",
        "stop", "withheld", "Look at it", "devices", Action.PLACE_HOLD, "stops",
    ),
    _Kind(
        "set_aside", "photo is set aside until you decide", "photos are set aside until you decide",
        "phone", "needs", "Decide", "devices", Action.GRANT_PERMISSION, "aside",
    ),
    _Kind(
        "to_approve", "post waits for your approval", "posts wait for your approval",
        "approve", "needs", "Look at it", "approve", Action.APPROVE,
    ),
    _Kind(
        "to_publish", "approved post ready to go out", "approved posts ready to go out",
        "publish", "shown", "Publish", "publish", Action.PUBLISH,
    ),
    _Kind(
        "returned", "post came back with a note", "posts came back with a note",
        "return", "needs", "Read the note", "posts", Action.WRITE_POST,
    ),
    _Kind(
        "to_name", "photo has faces to name", "photos have faces to name",
        "review", "needs", "Name faces", "review", Action.REVIEW,
    ),
    _Kind(
        "to_confirm", "family has to be asked: somebody said no", "families have to be asked: somebody said no",
        "stop", "needs", "Ask and settle", "register", Action.EDIT_REGISTER, first="first_to_confirm",
    ),
    _Kind(
        "to_ask", "pupil is old enough now to be asked themselves", "pupils are old enough now to be asked themselves",
        "person", "needs", "Show who", "register", Action.EDIT_REGISTER, first="first_to_ask",
    ),
    _Kind(
        "left_by_lists", "thing in the school’s lists needs somebody to look",
        "things in the school’s lists need somebody to look",
        "import", "needs", "Look at them", "register", Action.EDIT_REGISTER, "lists",
    ),
    _Kind(
        "runs_out", "reminder: answers run out within the month", "reminders: answers run out within the month",
        "clock", "needs", "Show who to ask", "register", Action.EDIT_REGISTER, "ask again",
    ),
    _Kind(
        "drafts", "post is being written", "posts are being written",
        "posts", "covered", "Go on writing", "posts", Action.WRITE_POST,
    ),
)  # fmt: skip
"""In the order of urgency."""


def cards_for(waiting: Waiting) -> tuple[Card, ...]:
    """Cards in the order of urgency; those with nothing in them are left out."""
    return tuple(card for card in (kind.card(waiting) for kind in _KINDS) if card.number)


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
        shown = [card for card in cards_for(waiting_for(self.desk)) if self.actor.may(card.action)]
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
        page, what = _OTHER_PAGES.get(alert.kind, "school"), _PARTS.get(alert.kind, "policies")
        what = alert.subject if page != "school" else what
        look = Button("Look", lambda: self.desk.go_to.emit(page, what), name=f"Look: {alert.words}")
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
