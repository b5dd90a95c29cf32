"""What still stops a new school's first post, in the order in which it is best done. Over once something went out.

It looks at the same tables as the gates (`app.workflow.gates`), and ahead of them: who will need what. They decide;
this only tells, so nothing here lets anything through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection

from app.domain.consent import Platform
from app.domain.people import PERMITTED, ROLE_WORDS, Action, Actor, PersonKind, Role
from app.domain.policies import missing_training, topics_needed
from app.domain.post import ReleaseState
from app.domain.school_rules import POSTING_PERMISSION_REQUIRED
from app.policy.pack import PolicyPack
from app.workflow import school_settings, teach_mark
from app.workflow.permissions import may_publish
from app.workflow.workspace import Workspace
from consent_db import consent, counts, packs, people, platforms, policies, settings, training, users, work_counts
from consent_db.users import User

_HAVE_A_PART = (Action.WRITE_POST, Action.EDIT_REGISTER, Action.KEEP_POLICIES, Action.MANAGE_USERS)
_ONE_OF_MANY = {Role.HEAD: "Headteacher", Role.DEPUTY: "Deputy Head"}


class Step(StrEnum):
    STAFF = "staff"
    RULES = "rules"
    PLATFORMS = "platforms"
    PUPILS = "pupils"
    ANSWERS = "answers"
    READING = "reading"
    TRAINING = "training"
    NAMED = "named"
    PERMISSION = "permission"
    MARKS = "marks"
    PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing on the way to the first post.

    Attributes:
        words: what is done, or what is missing.
        is_done: nothing has to be done here any more.
        may_wait: posts go out without it too.
        action: who may do it; None for whoever it is about.
    """

    step: Step
    words: str
    is_done: bool
    action: Action | None = None
    may_wait: bool = False

    @property
    def who(self) -> str:
        """``the Headteacher or IT``; empty where everybody does it for themselves."""
        if self.action is None:
            return ""
        return " or ".join(ROLE_WORDS[role] for role in Role if self.action in PERMITTED[role])


@dataclass(frozen=True, slots=True)
class _School:
    """What is looked at, read once."""

    connection: Connection
    pack: PolicyPack
    today: date
    staff: tuple[User, ...]
    places: tuple[Platform, ...]

    def who_may(self, action: Action) -> list[User]:
        return [user for user in self.staff if user.actor.may(action)]


def still_to_do(workspace: Workspace, actor: Actor) -> tuple[ToDo, ...]:
    """Every step with whether it is done; nothing once a post went out, or for who has no part in it."""
    if not any(actor.may(action) for action in _HAVE_A_PART):
        return ()
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        if any(work_counts.releases(connection, state) for state in ReleaseState):
            return ()
        pack = workspace.look_up_pack(connection)
        staff = tuple(user for user in users.everybody(connection, today) if user.may_sign_in(today))
        places = tuple(place for place in platforms.everything(connection) if place.is_open)
        school = _School(connection, pack, today, staff, places)
        return tuple(_steps(school, actor))


def _steps(school: _School, actor: Actor) -> Iterator[ToDo]:
    yield _staff(school)
    yield _rules(school)
    names = ", ".join(place.name for place in school.places)
    words = f"Posts can go to {names}." if names else "Nobody has said yet where posts go: Facebook, the website …"
    yield ToDo(Step.PLATFORMS, words, bool(names), Action.KEEP_PLATFORMS)
    yield from _register(school)
    yield from _reading(school, actor)
    yield from _training(school, actor)
    yield from _publishers(school)
    has_marks = teach_mark.has_some(school.connection)
    words = "The school’s crest is looked for." if has_marks else "The school’s crest is not taught yet."
    yield ToDo(Step.MARKS, words, has_marks, Action.REVIEW, may_wait=True)
    photos = counts.photos(school.connection)
    words = "The first photos are here." if photos else "No photos yet."
    yield ToDo(Step.PHOTOS, words, bool(photos), Action.IMPORT)


def _staff(school: _School) -> ToDo:
    """Three different people: one who writes, one who approves, one who publishes."""
    missing = []
    for role, name in _ONE_OF_MANY.items():
        here = [user for user in school.staff if role in user.roles]
        if not here:
            missing.append(f"The {name} has no account yet.")
        elif all(user.signed_in_at is None for user in here):
            missing.append(f"The {name} has not signed in yet.")
    special = {user.id for user in school.staff if user.roles & set(_ONE_OF_MANY)}
    if not any(user.id not in special or len(special) > 2 for user in school.who_may(Action.WRITE_POST)):
        missing.append("Nobody in the office can write posts yet.")
    words = " ".join(missing) or "Somebody writes, the Headteacher approves, the Deputy Head publishes."
    return ToDo(Step.STAFF, words, not missing, Action.MANAGE_USERS)


def _rules(school: _School) -> ToDo:
    if packs.chosen_on(school.connection, school.today) is not None:
        return ToDo(Step.RULES, f"Your rules: “{school.pack.title}”.", True, Action.KEEP_POLICIES)
    words = f"Until you choose rules of your own, these count: “{school.pack.title}”."
    must = school_settings.governors_approve_rules(school.connection)
    return ToDo(Step.RULES, words, False, Action.KEEP_POLICIES, may_wait=not must)


def _register(school: _School) -> Iterator[ToDo]:
    pupils = people.number(school.connection, PersonKind.PUPIL)
    words = f"{pupils} pupils are on the register." if pupils else "The class lists have not been read yet."
    yield ToDo(Step.PUPILS, words, pupils > 0, Action.EDIT_REGISTER)
    answered = consent.as_of(school.connection) is not None
    words = "Answers of parents are recorded." if answered else "No parent’s answer is recorded: everybody is covered."
    yield ToDo(Step.ANSWERS, words, answered, Action.EDIT_REGISTER)


def _reading(school: _School, actor: Actor) -> Iterator[ToDo]:
    if not policies.in_force_on(school.connection, school.today):
        return
    mine = policies.unread(school.connection, actor.user_id, school.today)
    words = f"You still have to read {mine[0].title}." if mine else "You have read the policies."
    yield ToDo(Step.READING, words, not mine)


def _training(school: _School, actor: Actor) -> Iterator[ToDo]:
    """Colleagues are named to those alone who keep the training register."""
    required = school_settings.training_required(school.connection)
    if not required:
        return
    late = []
    for user in school.staff:
        needed = topics_needed(user.roles, required)
        done = training.of(school.connection, user.id)
        if needed and missing_training(needed, done, school.today):
            late.append(user.name)
    who = _and(late) if actor.may(Action.KEEP_POLICIES) else f"{len(late)} of the staff"
    words = f"Training is not recorded for {who}." if late else "Training is recorded."
    yield ToDo(Step.TRAINING, words, not late, Action.KEEP_POLICIES)


def _publishers(school: _School) -> Iterator[ToDo]:
    """Whoever publishes is named for the platform, and permitted in writing, where the rules ask for it."""
    publishers = school.who_may(Action.PUBLISH)
    if not publishers or not school.places:
        return
    if school_settings.named_posters_only(school.connection):
        without = _places(school, lambda place: any(_is_named(school, user, place) for user in publishers))
        words = f"Nobody is named to publish on {_and(without)}." if without else "Who publishes where is settled."
        yield ToDo(Step.NAMED, words, not without, Action.KEEP_PLATFORMS)
    without = _places(
        school,
        lambda place: any(may_publish(school.connection, user.id, place.id, school.today) for user in publishers),
    )
    words = (
        f"Nobody has the Headteacher’s written permission to post on {_and(without)}."
        if without
        else "Permission to post is recorded."
    )
    if settings.get(school.connection, POSTING_PERMISSION_REQUIRED, False):
        yield ToDo(Step.PERMISSION, words, not without, Action.GRANT_PERMISSION)


def _places(school: _School, has: Callable[[Platform], bool]) -> list[str]:
    return [place.name for place in school.places if not has(place)]


def _is_named(school: _School, user: User, place: Platform) -> bool:
    named = platforms.users_of(school.connection, place.id)
    return any(note.user_id == user.id and note.holds_on(school.today) for note in named)


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""
