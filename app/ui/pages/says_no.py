"""The one button everybody has: a parent, or the child, says no. Two presses, and it says what followed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.domain.people import Person
from app.domain.post import PostState
from app.ui import reads
from app.ui.language import phrase, tr, trn
from app.ui.pages.page import Page
from app.ui.widgets import Button
from app.workflow import refusals

WORDS = phrase("A parent, or the child, says no")
_PREPARED = (PostState.SUBMITTED, PostState.ON_HOLD, PostState.APPROVED)


def says_no_button(page: Page, who: Callable[[], Person | None], *, words: str = "") -> Button:
    """The button for whoever the page shows at the moment."""

    def ask() -> None:
        person = who()
        if person is None:
            page.notice.tell(tr("Choose somebody first."), state="needs")
            return
        ask_who(page, person)

    name = tr(WORDS)
    return Button(
        words or name,
        ask,
        icon_name="stop",
        kind="danger",
        name=f"{words}: {name}" if words else name,
        tip=name if words else "",
    )


def ask_who(page: Page, person: Person) -> None:
    """Say what will happen, and ask who says it; one press more and it holds."""
    page.notice.ask(
        tr(
            "{name} will be covered on every platform from now on. Posts that are not out yet go "
            "back; for pictures that are online a take-down is raised. Who says no?",
            name=person.name,
        ),
        {words: partial(_take_away, page, person, by_child=by_child) for words, by_child in _who(person)},
    )


def _who(person: Person) -> tuple[tuple[str, bool], ...]:
    """Who may be saying it; adults speak for themselves."""
    return (
        ((tr("A parent"), False), (tr("The child"), True))
        if person.kind.is_child
        else ((tr("They themselves"), False),)
    )


def _take_away(page: Page, person: Person, *, by_child: bool) -> None:
    prepared = reads.post_ids_in(page.workspace, _PREPARED)
    downs = page.attempt(lambda: refusals.take_consent_away(page.workspace, page.actor, person.id, by_child=by_child))
    if downs is None:
        return
    page.written()
    stopped = len(prepared & reads.post_ids_in(page.workspace, [PostState.DRAFT]))
    page.notice.tell(outcome_words(person.name, stopped, downs))


def outcome_words(name: str, stopped: int, downs: int) -> str:
    """What followed, in three sentences at most."""
    said = [tr("Recorded: {name} is not shown any more.", name=name)]
    if stopped:
        said.append(
            trn(
                "{n} prepared post goes back to its author.",
                "{n} prepared posts go back to their authors.",
                stopped,
            )
        )
    if downs:
        said.append(
            trn(
                "{n} post has to be taken down; the Deputy Head is told.",
                "{n} posts have to be taken down; the Deputy Head is told.",
                downs,
            )
        )
    said.append(tr("The data manager is asked to confirm it."))
    return " ".join(said)
