"""What happens to a published post afterwards: takedowns against the clock, posts to look at again, the audit of all.

A withdrawal or a hold raises a takedown (`app.workflow.consequences`); the end of a consent by the calendar only asks
somebody to look. Nobody is ever asked to take a post down because a child left or had a birthday.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, Actor, Role
from app.domain.photo import RgbImage
from app.domain.post import Post, Release, ReleaseId, ReleaseState, TaskId, TaskKind
from app.domain.takedown import takedown_steps
from app.workflow.evidence import Evidence, read_kept
from app.workflow.fallout import take_back
from app.workflow.live_check import went_out
from app.workflow.workspace import Workspace
from consent_db import audit, photos, platforms, post_lists, posts, releases, users
from consent_db.post_lists import PostLine
from consent_db.releases import Task

URGENT_MINUTES = 15
_ORDERED = "A takedown of it was started; it goes out again only once it is looked at and approved anew."
MAY_ORDER = frozenset({Role.DSL, Role.HEAD, Role.DEPUTY})
_MAY_LOOK = (Action.PUBLISH, Action.APPROVE, Action.PLACE_HOLD, Action.KEEP_CASES)


@dataclass(frozen=True, slots=True)
class Due:
    """One published post that somebody has to do something about.

    Attributes:
        url: where it can be seen; empty while it is in its folder.
        steps: how it comes off this platform.
        is_late: its time is over.
    """

    task: Task
    release: Release
    post: Post
    platform: str
    steps: tuple[str, ...]
    is_late: bool

    @property
    def url(self) -> str:
        return self.release.live_url


def takedowns(workspace: Workspace, actor: Actor) -> tuple[Due, ...]:
    """What has to come down, the most urgent first.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe.
    """
    return _due(workspace, actor, TaskKind.TAKEDOWN)


def to_look_at(workspace: Workspace, actor: Actor) -> tuple[Due, ...]:
    """Live posts somebody should look at again: a yes ran out, a child left or turned sixteen. Nothing is demanded."""
    return _due(workspace, actor, TaskKind.REVIEW)


def order_takedown(
    workspace: Workspace, actor: Actor, release_id: ReleaseId, *, reason: str, asked_by: str, minutes: int | None = None
) -> TaskId:
    """Start a takedown, for example because somebody asked for it.

    Args:
        workspace: the school's workspace.
        actor: the safeguarding lead, the Headteacher or the Deputy Head.
        release_id: which published post.
        reason: why, in words that say nothing of a child's circumstances.
        asked_by: who wants it down.
        minutes: how soon; the pack's hours without it. Urgent ones are a matter of minutes.

    Raises:
        NotAllowedError: this person starts no takedown.
        RegisterError: reason or requester is missing, or it was taken down already.
    """
    if not actor.roles & MAY_ORDER:
        raise NotAllowedError(
            f"{actor.name} may not start a takedown.", remedy="Ask the safeguarding lead or the Headteacher."
        )
    if not reason.strip() or not asked_by.strip():
        raise RegisterError("Say why it has to come down and who asks for it.", code="incomplete")
    hours = timedelta(hours=workspace.pack.takedown_hours)
    due = workspace.clock.now() + (hours if minutes is None else timedelta(minutes=max(1, minutes)))
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        task_id = order_takedown_in(connection, release_id, reason=f"{reason.strip()} ({asked_by.strip()})", due_at=due)
        details: dict[str, str | int | bool | None] = {
            "due": due.isoformat(timespec="minutes"),
            "urgent": minutes is not None,
        }
        audit.append(connection, actor.user_id, "takedown-ordered", subjects=[release_id, task_id], details=details)
    return task_id


def order_takedown_in(connection: Connection, release_id: ReleaseId, *, reason: str, due_at: datetime) -> TaskId:
    """The same inside a transaction; an open takedown of the post is made as urgent as this one.

    What has to come down does not go out again, here or elsewhere, before somebody approves it anew.

    Raises:
        RegisterError: it was taken down already.
    """
    release = releases.get(connection, release_id)
    if release.state is ReleaseState.TAKEN_DOWN:
        raise RegisterError("This post was taken down already.", code="down")
    post = posts.get(connection, release.post_id)
    take_back(connection, post, _ORDERED)
    place = release.live_url or "it is in its folder and not live yet; delete the folder"
    words = f"Take down “{post.title}” from {release.platform_id}: {place}. {reason}"
    task_id = releases.raise_task(connection, TaskKind.TAKEDOWN, words, release_id=release_id, due_at=due_at)
    releases.make_due(connection, task_id, due_at)
    return task_id


def stays(workspace: Workspace, actor: Actor, task_id: TaskId, because: str) -> None:
    """Somebody looked at a post that had to be looked at again, and it may stay.

    Raises:
        NotAllowedError: this person decides nothing about published posts.
        RegisterError: the reason is missing, or it is not a post to look at.
    """
    actor.require(Action.APPROVE)
    if not because.strip():
        raise RegisterError("Say why it may stay.", code="incomplete")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        task = next((t for t in releases.open_tasks(connection, TaskKind.REVIEW) if t.id == task_id), None)
        if task is None:
            raise RegisterError("Nobody waits for this any more.", code="missing")
        releases.finish_task(connection, task_id, by=actor.user_id, proof=because.strip())
        if task.release_id is not None:
            releases.note_looked(connection, task.release_id, by=actor.user_id)
        audit.append(connection, actor.user_id, "release-looked-at", subjects=[task.release_id or task_id])


def look(workspace: Workspace, actor: Actor, release_id: ReleaseId) -> Release:
    """Note that this person looked at a publication where it is, and that it is as it should be.

    A takedown or a question that is open about it stays open: those have answers of their own.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe, or it is not online.
        RegisterError: there is none with this id.
    """
    may_look(actor)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        if releases.get(connection, release_id).state is not ReleaseState.LIVE:
            raise NotAllowedError(
                "This post is not online.", remedy="Only what is online is looked at.", code="not-live"
            )
        releases.note_looked(connection, release_id, by=actor.user_id)
        audit.append(connection, actor.user_id, "release-looked-at", subjects=[release_id])
        return releases.get(connection, release_id)


@dataclass(frozen=True, slots=True)
class Published:
    """One published post of the audit list: what is out, where, since when, and what is open about it."""

    release: Release
    post: Post
    platform: str
    pictures: int
    is_late: bool
    is_open: bool


def published(workspace: Workspace, actor: Actor) -> tuple[Published, ...]:
    """The audit list of everything that is or was out, what is still live first, then the newest.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe.
    """
    may_look(actor)
    now = workspace.clock.now()
    with workspace.database.read() as connection:
        names = {platform.id: platform.name for platform in platforms.everything(connection)}
        about = {task.release_id: task for task in releases.open_tasks(connection) if task.release_id}
        found = []
        for state in ReleaseState:
            for release in releases.in_state(connection, state):
                post, task = posts.get(connection, release.post_id), about.get(release.id)
                late = task is not None and task.due_at is not None and task.due_at < now
                name = names.get(release.platform_id, release.platform_id)
                found.append(Published(release, post, name, len(post.pictures), late, task is not None))
    order = (ReleaseState.LIVE, ReleaseState.EXPORTED, ReleaseState.TAKEN_DOWN)
    newest = sorted(found, key=lambda one: one.release.exported_at, reverse=True)
    return tuple(sorted(newest, key=lambda one: order.index(one.release.state)))


@dataclass(frozen=True, slots=True)
class Sought:
    """Which publications are looked for: every part that is given must fit; `words` are of the title."""

    words: str = ""
    state: ReleaseState | None = None
    platform_id: str = ""


@dataclass(frozen=True, slots=True)
class Out:
    """A publication as a row of the list says it."""

    release: Release
    post: PostLine
    platform: str

    @property
    def pictures(self) -> int:
        return self.post.pictures


def ids_out(workspace: Workspace, actor: Actor, sought: Sought) -> tuple[ReleaseId, ...]:
    """Everything that is or was out and fits, what has to come down first; `out_by_ids` says what it is.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        return post_lists.keys_out(connection, words=sought.words, state=sought.state, platform_id=sought.platform_id)


def out_by_ids(workspace: Workspace, actor: Actor, ids: Collection[ReleaseId]) -> dict[ReleaseId, Out]:
    """These publications; a few hundred at a time.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        names = {platform.id: platform.name for platform in platforms.everything(connection)}
        found = releases.by_ids(connection, ids)
        lines = post_lists.lines(connection, {release.post_id for release in found})
    return {r.id: Out(r, lines[r.post_id], names.get(r.platform_id, str(r.platform_id))) for r in found}


def pictures_out(
    workspace: Workspace, actor: Actor, release_id: ReleaseId, *, max_edge_px: int | None = None
) -> tuple[RgbImage, ...]:
    """The very pictures that went out, in order; without those that were erased since.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe.
        StorageError, PhotoUnreadableError: a stored picture is damaged.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        release = releases.get(connection, release_id)
        order = went_out(connection, release, posts.get(connection, release.post_id))
        stored = [(made.vault_name, photos.wrapped_key(connection, made.vault_name)) for made in order]
    data = [workspace.vault.read(name, key) for name, key in stored]
    return tuple(workspace.decoder.decode(one, max_edge_px=max_edge_px).pixels for one in data)


def picture_of_gone(workspace: Workspace, actor: Actor, release_id: ReleaseId) -> Evidence:
    """The picture that shows a publication gone; that it was looked at is recorded.

    Raises:
        NotAllowedError: this person neither publishes, approves, nor keeps children safe.
        RegisterError: none was kept.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        kept = releases.get(connection, release_id).gone_file
    return read_kept(workspace, actor, kept, paper="The proof was noted in words.", subjects=[release_id])


def _due(workspace: Workspace, actor: Actor, kind: TaskKind) -> tuple[Due, ...]:
    may_look(actor)
    now = workspace.clock.now()
    with workspace.database.read() as connection:
        tasks = releases.open_tasks(connection, kind)
        about = releases.by_ids(connection, {task.release_id for task in tasks if task.release_id is not None})
        its_post = posts.by_ids(connection, {release.post_id for release in about})
        names = {platform.id: platform.name for platform in platforms.everything(connection)}
    out = {release.id: release for release in about}
    found = []
    for task in tasks:
        if task.release_id is None:
            continue
        release = out[task.release_id]
        name = names.get(release.platform_id, str(release.platform_id))
        late = task.due_at is not None and task.due_at < now
        steps = takedown_steps(release.platform_id, name) if kind is TaskKind.TAKEDOWN else ()
        found.append(Due(task, release, its_post[release.post_id], name, steps, late))
    return tuple(found)


def may_look(actor: Actor) -> None:
    """Do nothing for those who publish, approve, keep children safe or keep the registers.

    Raises:
        NotAllowedError: anybody else.
    """
    if not any(actor.may(action) for action in _MAY_LOOK):
        actor.require(Action.APPROVE)
