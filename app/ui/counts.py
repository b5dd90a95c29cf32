"""What waits for the person at the desk: the numbers beside the pages and on the cards of Home."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.people import Action, Actor
from app.domain.post import PostState, TaskKind
from app.ui import reads
from app.ui.language import tr
from app.ui.words import moment
from app.workflow import pick, questions
from app.workflow.users import roles_to_look_at
from app.workflow.workspace import Workspace
from consent_db.releases import Task


@dataclass(frozen=True, slots=True)
class Waiting:
    """Numbers of things, whoever may do them."""

    takedowns: int = 0
    take_down_by: str = ""
    """Until when the first of them has to be done, with a space before it."""
    to_look_again: int = 0
    later_reviews: int = 0
    devices_with_originals: int = 0
    originals: int = 0
    set_aside: int = 0
    stops: int = 0
    to_approve: int = 0
    to_publish: int = 0
    returned: int = 0
    to_name: int = 0
    to_pick: int = 0
    drafts: int = 0
    to_confirm: int = 0
    to_ask: int = 0
    runs_out: int = 0
    left_by_lists: int = 0
    to_answer: int = 0
    """Questions about posts that wait for an answer on Questions."""
    to_answer_in_posts: int = 0
    """The same of somebody who writes posts, who answers there."""
    first_to_answer: str = ""
    """The post to begin with."""
    first_to_confirm: str = ""
    first_to_ask: str = ""
    """The person to begin with."""


def waiting_for(workspace: Workspace, actor: Actor) -> Waiting:
    """Count what waits; a post somebody wrote themselves does not wait for their own approval."""
    numbers = reads.post_numbers(workspace, actor.user_id)
    mine, others = numbers.posts.mine, numbers.posts.others
    left = reads.originals_left(workspace)
    tasks: dict[TaskKind, list[Task]] = defaultdict(list)
    for task in reads.every_open_task(workspace):
        tasks[task.kind].append(task)
    confirm, ask = tasks[TaskKind.CONFIRM_CONSENT], tasks[TaskKind.ASK_PUPIL]
    since = workspace.clock.now() - timedelta(days=31)
    asked = questions.waiting_for(workspace, actor)
    writes = actor.may(Action.WRITE_POST)
    return Waiting(
        to_answer=0 if writes else len(asked),
        to_answer_in_posts=len(asked) if writes else 0,
        first_to_answer=next(iter(asked), ""),
        to_confirm=len({task.person_id for task in confirm}),
        to_ask=len({task.person_id for task in ask}),
        runs_out=sum(1 for task in tasks[TaskKind.REFRESH_CONSENT] if task.raised_at >= since),
        left_by_lists=len(tasks[TaskKind.POSSIBLE_LEAVER]) + len(tasks[TaskKind.READ_ANSWERS]),
        first_to_confirm=str(confirm[0].person_id or "") if confirm else "",
        first_to_ask=str(ask[0].person_id or "") if ask else "",
        takedowns=len(tasks[TaskKind.TAKEDOWN]),
        take_down_by=_until([task.due_at for task in tasks[TaskKind.TAKEDOWN] if task.due_at], workspace.clock.today()),
        to_look_again=len(tasks[TaskKind.REVIEW]),
        later_reviews=len(tasks[TaskKind.LATER_REVIEW]),
        devices_with_originals=len(left),
        originals=sum(number for _device, number in left),
        set_aside=reads.photos_set_aside(workspace),
        stops=reads.stops_open(workspace),
        to_approve=others.get(PostState.SUBMITTED, 0),
        to_publish=numbers.to_hand_out + numbers.handed_out,
        returned=mine.get(PostState.RETURNED, 0),
        to_name=reads.photos_to_name(workspace),
        to_pick=_to_pick(workspace, actor),
        drafts=mine.get(PostState.DRAFT, 0),
    )


def _to_pick(workspace: Workspace, actor: Actor) -> int:
    """Photos nobody chose among yet, and kept ones that were not looked through."""
    if not actor.may(Action.REVIEW):
        return 0
    return sum(event.to_choose + event.kept for event in pick.waiting(workspace, actor))


def _until(moments: list[datetime], today: date) -> str:
    return tr(" by {moment}", moment=moment(min(moments), today)) if moments else ""


def waiting_counts(workspace: Workspace, actor: Actor) -> dict[str, int]:
    """The number beside each page."""
    waiting = waiting_for(workspace, actor)
    return {
        "devices": waiting.devices_with_originals
        + (waiting.set_aside if actor.may(Action.GRANT_PERMISSION) else 0)
        + (waiting.stops if actor.may(Action.PLACE_HOLD) else 0),
        "pick": waiting.to_pick,
        "review": waiting.to_name,
        "posts": waiting.returned + waiting.drafts,
        "approve": waiting.to_approve,
        "questions": waiting.to_answer,
        "publish": (waiting.to_publish + waiting.takedowns) if actor.may(Action.PUBLISH) else 0,
        "register": (waiting.to_confirm + waiting.to_ask + waiting.left_by_lists)
        if actor.may(Action.EDIT_REGISTER)
        else 0,
        "users": len(roles_to_look_at(workspace, actor)),
    }


def register_age(workspace: Workspace) -> tuple[str, str]:
    """``consents as of today 07:40`` with the state it stands in: too old clears nobody."""
    as_of = reads.register_as_of(workspace)
    if as_of is None:
        return tr("no consents recorded yet"), "needs"
    today = workspace.clock.today()
    days = (workspace.clock.now() - as_of).days
    words = tr("consents as of {moment}", moment=moment(as_of, today))
    if days > workspace.pack.register_max_age_days:
        return tr("{words}: too old, everybody is covered", words=words), "withheld"
    return words, ""
