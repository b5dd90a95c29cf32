"""Whom the approver may ask about a post, what waits for whose answer, and the answer itself."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import ROLE_WORDS, Action, Actor, Role, UserId
from app.domain.post import Message, MessageKind, Post, PostId, PostState
from app.workflow import gates
from app.workflow.workspace import Workspace
from consent_db import audit, posts, question_lists, users
from consent_db.question_lists import QuestionLine


@dataclass(frozen=True, slots=True)
class Askable:
    """Somebody who can be asked, with what they are to the school: ``the safeguarding lead``."""

    user_id: UserId
    name: str
    known_as: str


@dataclass(frozen=True, slots=True)
class Question:
    """A post that waits for somebody's answer."""

    post: Post
    asked: Message


def people_to_ask(workspace: Workspace, actor: Actor, post_id: PostId) -> tuple[Askable, ...]:
    """Who may be asked about a post today, its author first, then those who look after pupils and answers.

    Raises:
        NotAllowedError: this person approves nothing.
        RegisterError: no such post.
    """
    actor.require(Action.APPROVE)
    with workspace.database.read() as connection:
        post = posts.get(connection, post_id)
        found = list(users.everybody(connection, workspace.clock.today()))
    able = [user for user in found if user.id != actor.user_id and _may_be_asked(user, workspace)]
    able.sort(key=lambda user: (user.id != post.author, _rank(user.roles), user.name))
    return tuple(
        Askable(user.id, user.name, "the author" if user.id == post.author else _known_as(user.roles)) for user in able
    )


def require_askable(workspace: Workspace, connection: Connection, actor: Actor, asked: UserId) -> None:
    """Do nothing when this person can be asked.

    Raises:
        NotAllowedError: the approver themselves, somebody who cannot sign in today, or somebody from outside.
        RegisterError: nobody.
    """
    user = users.get(connection, asked, workspace.clock.today())
    if user.id == actor.user_id or not _may_be_asked(user, workspace):
        raise NotAllowedError(
            f"{user.name} cannot be asked.", remedy="Ask somebody else who works here today.", code="not-askable"
        )


def question_about(workspace: Workspace, actor: Actor, post_id: PostId) -> Question | None:
    """One post with what is asked about it; None when it does not wait for this person's answer."""
    with workspace.database.read() as connection, suppress(RegisterError):
        post = posts.get(connection, post_id)
        asked = open_question(connection, post)
        return Question(post, asked) if asked is not None and _is_asked(actor, post, asked) else None
    return None


def waiting_for(workspace: Workspace, actor: Actor) -> tuple[PostId, ...]:
    """Which posts wait for this person's answer, the oldest question first; `lines_of` says what they are."""
    with workspace.database.read() as connection:
        return question_lists.waiting_for(connection, actor.user_id)


def lines_of(workspace: Workspace, actor: Actor, post_ids: Collection[PostId]) -> dict[PostId, QuestionLine]:
    """A line for each of these posts as far as they wait for this person's answer."""
    with workspace.database.read() as connection:
        mine = set(question_lists.waiting_for(connection, actor.user_id))
        return question_lists.lines(connection, [i for i in post_ids if i in mine])


def open_question(connection: Connection, post: Post) -> Message | None:
    """What was asked about a post on hold and not answered yet."""
    said = posts.messages(connection, post.id)
    is_open = post.state is PostState.ON_HOLD and bool(said) and said[-1].kind is MessageKind.QUESTION
    return said[-1] if is_open else None


def require_may_look(connection: Connection, actor: Actor, post_id: PostId) -> None:
    """Do nothing for those who write, approve or publish posts, and for whoever is asked about this one.

    Raises:
        NotAllowedError: nobody of these.
        RegisterError: no such post.
    """
    if actor.may(Action.APPROVE) or actor.may(Action.PUBLISH) or actor.may(Action.WRITE_POST):
        return
    post = posts.get(connection, post_id)
    asked = open_question(connection, post)
    if asked is None or not _is_asked(actor, post, asked):
        actor.require(Action.WRITE_POST)


def answer_question(workspace: Workspace, actor: Actor, post_id: PostId, words: str) -> tuple[Message, ...]:
    """Answer what was asked about a post that is on hold; it waits for the approver again, with the answer beside it.

    Raises:
        NotAllowedError: nothing was asked, somebody else was, or the answer is empty.
    """
    if not words.strip():
        raise NotAllowedError("An answer is missing.", remedy="Write it first.", code="note")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        gates.require_acknowledged(workspace, connection, actor)
        post = posts.get(connection, post_id)
        asked = open_question(connection, post)
        if asked is None:
            raise NotAllowedError("Nobody asked about this post.", code="no-question")
        if not _is_asked(actor, post, asked):
            who = users.get(connection, asked.asked).name if asked.asked else post.author_name
            raise NotAllowedError("Somebody else was asked.", remedy=f"{who} can answer.", code="not-asked")
        posts.add_message(connection, post_id, MessageKind.ANSWER, words.strip(), by=actor.user_id)
        audit.append(connection, actor.user_id, "question-answered", subjects=[post_id])
        return posts.messages(connection, post_id)


def _is_asked(actor: Actor, post: Post, asked: Message) -> bool:
    return actor.user_id == (asked.asked or post.author)


def _may_be_asked(user: users.User, workspace: Workspace) -> bool:
    return user.may_sign_in(workspace.clock.today()) and bool(user.roles - {Role.EXTERNAL})


_FIRST = (Role.DSL, Role.CONSENT_ADMIN, Role.DEPUTY, Role.DPO)


def _rank(roles: frozenset[Role]) -> int:
    return next((at for at, role in enumerate(_FIRST) if role in roles), len(_FIRST))


def _known_as(roles: frozenset[Role]) -> str:
    role = next((role for role in (*_FIRST, *Role) if role in roles), Role.CONTRIBUTOR)
    return ROLE_WORDS[role]
