"""What is due, in plain sentences for the first page: each person is told what they can put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from app.domain.cases import KIND_WORDS, CaseKind, school_day
from app.domain.consent import Platform
from app.domain.days import day_in_words
from app.domain.people import Action, Actor, Role
from app.domain.platform_rules import last_time, overdue_checks
from app.domain.policies import (
    PolicyVersion,
    Training,
    missing_training,
    notice_problem,
    running_out,
    to_read,
    topics_needed,
)
from app.domain.post import TaskKind
from app.policy.standing import SCHOOL_ZONE
from app.workflow import school_settings
from app.workflow.workspace import Workspace
from consent_db import cases, platforms, policies, releases, training, users

SOON = timedelta(days=30)
"""How long before its day a review or the end of a training is announced."""


_CASE_SOON = timedelta(days=3)
_HEAR_OF_TAKEDOWNS = frozenset({Role.HEAD, Role.DSL, Role.DEPUTY})


class AlertKind(StrEnum):
    READ_POLICY = "read a policy"
    REVIEW_DUE = "a policy's review"
    NOTICE_LATE = "staff were told late"
    NOTICE_MISSED = "staff were not told in time"
    GOVERNORS_WAITING = "the governors' approval"
    PRIVACY_CHECK = "an account's privacy settings"
    LIMITS_CHECK = "a platform's limits"
    TWO_STEPS = "signing in with two steps"
    TRAINING_MISSING = "training is missing"
    TRAINING_ENDS = "training runs out"
    CASE = "a complaint, request or incident"
    TAKEDOWN_LATE = "a takedown is overdue"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that is due: a finished sentence, the day it concerns if there is one, and the id it is about."""

    kind: AlertKind
    words: str
    day: date | None
    subject: str


def due(workspace: Workspace, actor: Actor) -> tuple[Alert, ...]:
    """What this person should look at today; what has no day first, then by day."""
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        found = [
            *_to_read(connection, actor, today),
            *(_policies(connection, today) if actor.may(Action.KEEP_POLICIES) else ()),
            *(_platforms(platforms.everything(connection), today) if actor.may(Action.KEEP_PLATFORMS) else ()),
            *_training(connection, actor, today),
            *(_cases(connection, actor, workspace.clock.now()) if actor.may(Action.KEEP_CASES) else ()),
            *(_late_takedowns(connection, workspace.clock.now()) if actor.roles & _HEAR_OF_TAKEDOWNS else ()),
        ]
    return tuple(sorted(found, key=lambda alert: (alert.day or date.min, alert.kind, alert.words)))


def _to_read(connection: Connection, actor: Actor, today: date) -> Iterator[Alert]:
    bound = policies.in_force_on(connection, today)
    for version in to_read(bound, policies.acknowledged_by(connection, actor.user_id)):
        words = f"Read {version.title} and acknowledge it; until then you can do little else."
        yield Alert(AlertKind.READ_POLICY, words, version.effective_on, version.id)


def _policies(connection: Connection, today: date) -> Iterator[Alert]:
    everything = policies.everything(connection)
    bound = policies.in_force_on(connection, today)
    for version in bound:
        if version.review_due_on is not None and version.review_due_on <= today + SOON:
            was = "was due" if version.review_due_on < today else "is due"
            words = (
                f"The review of {version.title} {was} on {day_in_words(version.review_due_on)}. Owner: {version.owner}."
            )
            yield Alert(AlertKind.REVIEW_DUE, words, version.review_due_on, version.id)
    coming = _not_yet_bound(everything, bound)
    if school_settings.governors_approve_policies(connection):
        for version in coming:
            if not version.is_approved(today):
                words = f"{version.title} waits for the governors to approve it; until then it is not in force."
                yield Alert(AlertKind.GOVERNORS_WAITING, words, version.effective_on, version.id)
    for version in (*bound, *coming):
        yield from _notice(version, today)


def _notice(version: PolicyVersion, today: date) -> Iterator[Alert]:
    """Told late is said for a month; not told at all is said until it is done."""
    problem = notice_problem(version, today)
    if problem is None or (version.noticed_on is not None and version.noticed_on < today - SOON):
        return
    last = day_in_words(problem.last_day)
    told = "have not been told" if version.noticed_on is None else "were told late"
    if problem.is_breach:
        words = f"Staff {told} of {version.title}; the last day for it was {last}."
        yield Alert(AlertKind.NOTICE_MISSED, words, problem.last_day, version.id)
    else:
        words = f"Staff {told} of {version.title}; they should hear a month before, by {last}."
        yield Alert(AlertKind.NOTICE_LATE, words, problem.last_day, version.id)


def _platforms(known: Iterable[Platform], today: date) -> Iterator[Alert]:
    known = tuple(known)
    for kind, platform, day in overdue_checks(known, today):
        if kind == "privacy":
            words = f"Look at the privacy settings of {platform.name}: {last_time(day)}."
            yield Alert(AlertKind.PRIVACY_CHECK, words, day, platform.id)
        else:
            words = f"Look up what {platform.name} takes, pictures and words: {last_time(day)}."
            yield Alert(AlertKind.LIMITS_CHECK, words, day, platform.id)
    for platform in known:
        if platform.is_open and platform.account and not platform.two_step:
            words = f"Signing in to {platform.name} does not take two steps yet."
            yield Alert(AlertKind.TWO_STEPS, words, platform.credentials_changed_on, platform.id)


def _training(connection: Connection, actor: Actor, today: date) -> Iterator[Alert]:
    required = school_settings.training_required(connection)
    if not required:
        return
    courses: dict[str, list[Training]] = defaultdict(list)
    for course in training.everything(connection):
        courses[course.user_id].append(course)
    sees_all = actor.may(Action.KEEP_POLICIES)
    for user in users.everybody(connection, today):
        if not user.may_sign_in(today) or not (sees_all or user.id == actor.user_id):
            continue
        whose = "Your" if user.id == actor.user_id else f"{user.name}’s"
        done = courses[user.id]
        needed = topics_needed(user.roles, required)
        for missing in missing_training(needed, done, today):
            ended = missing.ran_out_on
            words = f"ran out on {day_in_words(ended)}" if ended else "is not recorded"
            yield Alert(AlertKind.TRAINING_MISSING, f"{whose} training in {missing.topic} {words}.", ended, user.id)
        for ending in running_out(needed, done, today, today + SOON):
            last = ending.ran_out_on
            words = f" on {day_in_words(last)}" if last else " soon"
            yield Alert(AlertKind.TRAINING_ENDS, f"{whose} training in {ending.topic} runs out{words}.", last, user.id)


def _cases(connection: Connection, actor: Actor, now: datetime) -> Iterator[Alert]:
    """What runs out within three days or ran out, and every concern and incident until it is closed."""
    for case in cases.everything(connection, open_only=True):
        if case.is_confined and not actor.roles & {Role.HEAD, Role.DSL}:
            continue
        clock, name = case.next_clock(), f"No. {case.number}, {KIND_WORDS[case.kind].lower()}"
        if clock is not None and clock < now + _CASE_SOON:
            law = " (72 hours for the ICO)" if case.kind.is_breach else ""
            words = "is over since" if clock < now else "runs until"
            yield Alert(AlertKind.CASE, f"{name}: the time {words} {_minute(clock)}{law}.", school_day(clock), case.id)
        elif case.kind.is_incident or case.kind is CaseKind.CONCERN:
            told = f" Tell {case.tell}." if case.tell else ""
            yield Alert(AlertKind.CASE, f"{name}, is open.{told}", None, case.id)


def _late_takedowns(connection: Connection, now: datetime) -> Iterator[Alert]:
    for task in releases.open_tasks(connection, TaskKind.TAKEDOWN):
        if task.due_at is not None and task.due_at < now:
            words = f"Overdue since {_minute(task.due_at)}: {task.words}"
            yield Alert(AlertKind.TAKEDOWN_LATE, words, school_day(task.due_at), task.id)


def _minute(instant: datetime) -> str:
    local = instant.astimezone(SCHOOL_ZONE)
    return f"{day_in_words(local.date())}, {local:%H:%M}"


def _not_yet_bound(everything: Iterable[PolicyVersion], bound: Iterable[PolicyVersion]) -> list[PolicyVersion]:
    """Versions newer than the one in force, or of a policy of which none is."""
    since = {version.name: (version.effective_on, version.label) for version in bound}
    return [v for v in everything if v.name not in since or (v.effective_on, v.label) > since[v.name]]
