"""Pick: choose among the photos of an event before anybody is named. Kept ones are looked through, the rest wait.

A photo that came in waits (IMPORTED) until somebody keeps it (PICKED) or leaves it out (SKIPPED); both can be taken
back until it was looked through. Asking for a photo to be looked through by itself (a command, the demo) keeps it too.
What is left out stays in the vault like every photo that is in no post, and is erased when that time is over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.moments import Moment, Seen, moments_of
from app.domain.people import Action, Actor
from app.domain.photo import PhotoId, PhotoState
from app.domain.retention import RecordClass
from app.workflow.retention_plan import schedule_of
from app.workflow.workspace import Workspace
from consent_db import audit, picking, users
from consent_db.picking import Shot

__all__ = ["Shot"]

_LOOKED_THROUGH = (PhotoState.ANALYSED, PhotoState.IDENTIFIED)
_UNDECIDED, _KEPT, _LEFT_OUT = PhotoState.IMPORTED, PhotoState.PICKED, PhotoState.SKIPPED


@dataclass(frozen=True, slots=True)
class Waiting:
    """How far the photos of one event are.

    Attributes:
        to_choose: nobody decided about them yet.
        kept: chosen, and not looked through for faces yet.
        left_out: not wanted; they can be taken back.
        looked_through: chosen, and looked through.
    """

    event: str
    to_choose: int
    kept: int
    left_out: int
    looked_through: int

    @property
    def total(self) -> int:
        return self.to_choose + self.kept + self.left_out + self.looked_through


@dataclass(frozen=True, slots=True)
class Board:
    """The photos of one event in moments, as they are chosen among."""

    event: str
    shots: Mapping[PhotoId, Shot]
    moments: tuple[Moment[PhotoId], ...]
    left_out_days: int
    """How many days after they came in photos are erased that are in no post."""
    seen: tuple[Seen[PhotoId], ...] = ()
    """What the moments were made from."""


def waiting(workspace: Workspace, actor: Actor) -> tuple[Waiting, ...]:
    """How far each event is, the newest first.

    Raises:
        NotAllowedError: this person may not review photos.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        return tuple(
            Waiting(
                event,
                to_choose=states.get(_UNDECIDED, 0),
                kept=states.get(_KEPT, 0),
                left_out=states.get(_LEFT_OUT, 0),
                looked_through=sum(states.get(state, 0) for state in _LOOKED_THROUGH),
            )
            for event, states in picking.by_event(connection).items()
        )


def board(workspace: Workspace, actor: Actor, event: str, before: Board | None = None) -> Board:
    """The photos of an event, grouped into moments by corrected time and likeness, unsharp ones last in each.

    With the board that was shown `before`, nothing is grouped again while nothing was measured anew.

    Raises:
        NotAllowedError: this person may not review photos.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        shots = picking.shots(connection, event)
        days = schedule_of(connection).days[RecordClass.UNUSED_PHOTO]
    seen = tuple(Seen(s.photo_id, s.at, s.device, s.number, s.sharpness, s.likeness) for s in shots)
    moments = before.moments if before is not None and before.seen == seen else moments_of(seen)
    return Board(event, {shot.photo_id: shot for shot in shots}, moments, days, seen)


def keep(workspace: Workspace, actor: Actor, photo_ids: Collection[PhotoId]) -> dict[PhotoId, PhotoState]:
    """Keep photos: they are looked through and named. Returns the state each changed photo had before.

    Raises:
        NotAllowedError: this person may not review photos, or one of them is set aside for the Headteacher.
        RegisterError: one of them is gone.
    """
    return _decide(workspace, actor, photo_ids, _keeping, "photos-kept")


def leave_out(workspace: Workspace, actor: Actor, photo_ids: Collection[PhotoId]) -> dict[PhotoId, PhotoState]:
    """Leave photos out: nobody looks through them. Returns the state each changed photo had before.

    Raises:
        NotAllowedError: this person may not review photos, or one of them is set aside for the Headteacher.
        RegisterError: one of them is gone, was looked through already, or is in a post.
    """
    return _decide(workspace, actor, photo_ids, _leaving_out, "photos-left-out")


def open_again(workspace: Workspace, actor: Actor, photo_ids: Collection[PhotoId]) -> dict[PhotoId, PhotoState]:
    """Say that nothing is decided about photos yet. Returns the state each changed photo had before.

    Raises:
        NotAllowedError, RegisterError: as `leave_out`.
    """
    return _decide(workspace, actor, photo_ids, _opening, "photos-undecided")


def put_back(workspace: Workspace, actor: Actor, before: Mapping[PhotoId, PhotoState]) -> int:
    """Take an act back: each photo is what it was before, unless it was looked through since. How many that were.

    Raises:
        NotAllowedError: this person may not review photos.
        RegisterError: a photo that was left out before is in a post by now.
    """
    open_states = (_UNDECIDED, _KEPT, _LEFT_OUT)
    wanted = {photo_id: state for photo_id, state in before.items() if state in open_states}

    def back(photo_id: PhotoId, state: PhotoState, _number: int) -> PhotoState:
        return wanted[photo_id] if state in open_states else state

    return len(_decide(workspace, actor, tuple(wanted), back, "picking-undone", is_strict=False))


def to_look_through(workspace: Workspace, actor: Actor, event: str) -> tuple[PhotoId, ...]:
    """The kept photos of an event that were not looked through yet, oldest first; `analyse_photos` takes them.

    Raises:
        NotAllowedError: this person may not review photos.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        return tuple(shot.photo_id for shot in picking.shots(connection, event) if shot.state is _KEPT)


_Rule = Callable[[PhotoId, PhotoState, int], PhotoState]


def _keeping(_photo_id: PhotoId, state: PhotoState, number: int) -> PhotoState:
    _require_not_aside(state, number)
    return state if state in _LOOKED_THROUGH else _KEPT


def _leaving_out(_photo_id: PhotoId, state: PhotoState, number: int) -> PhotoState:
    _require_open(state, number)
    return _LEFT_OUT


def _opening(_photo_id: PhotoId, state: PhotoState, number: int) -> PhotoState:
    _require_open(state, number)
    return _UNDECIDED


def _decide(
    workspace: Workspace,
    actor: Actor,
    photo_ids: Collection[PhotoId],
    rule: _Rule,
    action: str,
    *,
    is_strict: bool = True,
) -> dict[PhotoId, PhotoState]:
    """Move each photo to the state the rule gives; all of them or none, with one record."""
    actor.require(Action.REVIEW)
    today: date = workspace.clock.today()
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        found = picking.states(connection, photo_ids)
        if is_strict and (gone := len(set(photo_ids)) - len(found)):
            raise RegisterError(
                f"{gone} of these photos {'is' if gone == 1 else 'are'} not there any more.",
                remedy="Open the page again.",
                code="missing",
            )
        after = {photo_id: rule(photo_id, state, number) for photo_id, (state, number) in found.items()}
        changed = {photo_id: state for photo_id, state in after.items() if state is not found[photo_id][0]}
        _require_in_no_post(connection, [p for p, state in changed.items() if state is _LEFT_OUT], found)
        if changed:
            picking.set_states(connection, changed)
            details = {"photos": len(changed)}
            audit.append(connection, actor.user_id, action, subjects=sorted(changed), details=details)
    return {photo_id: found[photo_id][0] for photo_id in changed}


def _require_not_aside(state: PhotoState, number: int) -> None:
    if state is PhotoState.QUARANTINED:
        raise NotAllowedError(
            f"Photo {number} is set aside until the Headteacher decides about it.",
            remedy="Ask the Headteacher to look at it on the Devices page.",
            code="quarantined",
        )


def _require_open(state: PhotoState, number: int) -> None:
    _require_not_aside(state, number)
    if state in _LOOKED_THROUGH:
        raise RegisterError(
            f"Photo {number} was looked through already.",
            remedy="It may stay: only photos that you put into a post go out.",
            code="looked-through",
        )


def _require_in_no_post(
    connection: Connection, photo_ids: Collection[PhotoId], found: Mapping[PhotoId, tuple[PhotoState, int]]
) -> None:
    used = picking.in_posts(connection, photo_ids)
    if used:
        number = min(found[photo_id][1] for photo_id in used)
        raise RegisterError(f"Photo {number} is in a post.", remedy="Take it out of the post first.", code="in-post")
