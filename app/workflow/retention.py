"""Keeping and erasing: the school's periods, what is past them, and erasing it once a person has confirmed the preview.

The program never erases by itself. A confirmed preview is looked up again first: whoever confirms erases what they saw,
or nothing. Items go one by one, so a long erasure can be watched and cancelled; what is not reached stays whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.domain.errors import KnownError, NotAllowedError, RegisterError
from app.domain.people import Action, Actor, PersonId, UserId
from app.domain.photo import PhotoId
from app.domain.retention import FREEZE_SETTING, SETTING, Item, Kept, Preview, RecordClass, Schedule
from app.workflow.erasure import erase_item
from app.workflow.places import shown_in
from app.workflow.retention_plan import Found, Plan, frozen_of, schedule_of, with_joined
from app.workflow.scrubbing import names_somebody
from app.workflow.workspace import Workspace
from consent_db import audit, people, photos, settings, tombstones, users
from consent_db.tombstones import Tombstone

_LOOKERS = (Action.ERASE, Action.SETTLE_RULES, Action.SEE_AUDIT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the erasure of one item went; with a `problem` it is still there, whole."""

    item: Item
    problem: KnownError | None = None


def preview(workspace: Workspace, actor: Actor, today: date | None = None) -> Preview:
    """What is past its time today (or would be on another day), and what is kept all the same and why.

    Names stand in it only for those who may see the register.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        return _scheduled(workspace, connection, actor, today or workspace.clock.today())


def preview_photos(workspace: Workspace, actor: Actor, photo_ids: Collection[PhotoId]) -> Preview:
    """What erasing these photos would take away, whatever their age."""
    may_look(actor)
    with workspace.database.read() as connection:
        return _requested(workspace, connection, actor, [f"photo {i}" for i in photo_ids])


def preview_person(workspace: Workspace, actor: Actor, person_id: PersonId, *, with_photos: bool = False) -> Preview:
    """What erasing somebody's entry would take away; with the photos they are in, or saying which those are.

    Raises:
        RegisterError: nobody has this id, or they were erased already.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        theirs = sorted(shown_in(connection, person_id))
        asked = [f"photo {i}" for i in theirs] if with_photos else []
        found = _requested(workspace, connection, actor, [*asked, f"person {person_id}"])
        left = () if with_photos else tuple(sorted(photos.get(connection, i).number for i in theirs))
    return Preview(found.day, found.items, found.kept, found.requested, left)


def preview_user(workspace: Workspace, actor: Actor, user_id: UserId) -> Preview:
    """What erasing somebody's sign-in would take away; their id stays in the records."""
    may_look(actor)
    with workspace.database.read() as connection:
        return _requested(workspace, connection, actor, [f"user {user_id}"])


def preview_requested(workspace: Workspace, actor: Actor, asked: Collection[str]) -> Preview:
    """What erasing all of these would take away: ``person <id>``, ``photo <id>``, ``user <id>``."""
    may_look(actor)
    with workspace.database.read() as connection:
        return _requested(workspace, connection, actor, asked)


def erase(workspace: Workspace, actor: Actor, shown: Preview, *, typed: int, because: str = "") -> Iterator[Outcome]:
    """Erase what a preview listed, item by item; closing the iterator cancels and the rest stays.

    Args:
        workspace: of the school.
        actor: who confirmed it.
        shown: the preview as it was read, of today.
        typed: the number of items, typed by hand: erasing cannot be undone.
        because: why, when somebody asked for it; it stays in the tombstones and so may name nobody.

    Raises:
        NotAllowedError: this person may not erase, or the number typed is another.
        RegisterError: nothing to erase, something changed since the preview, or the reason names somebody.
    """
    actor.require(Action.ERASE)
    if not shown.items:
        raise RegisterError("There is nothing to erase.", code="nothing")
    if typed != len(shown.items):
        raise NotAllowedError(
            f"The preview lists {len(shown.items)} items, and {typed} was typed.",
            remedy="Read the list again, then type its number.",
            code="not-confirmed",
        )
    with workspace.database.read() as connection:
        if shown.requested and not because.strip():
            raise RegisterError("Write down why this is erased, without a name.", code="no-reason")
        if names_somebody(because, people.everybody(connection)):
            raise RegisterError(
                "The reason names somebody, and it stays for good.", remedy="Write it without names.", code="named"
            )
        if _anew(workspace, connection, actor, shown).digest != shown.digest:
            raise RegisterError(
                "What may be erased changed since this was looked up; nothing was erased.",
                remedy="Look at the preview again.",
                code="conflict",
            )
    return _erase_all(workspace, actor, shown.items, because.strip())


def schedule(workspace: Workspace, actor: Actor) -> Schedule:
    """The periods of this school."""
    may_look(actor)
    with workspace.database.read() as connection:
        return schedule_of(connection)


def set_period(workspace: Workspace, actor: Actor, record_class: RecordClass, days: int) -> Schedule:
    """Keep a class of records for another number of days from now on.

    Raises:
        NotAllowedError: this person may not change the school's rules.
        RegisterError: shorter than that class may be kept, or absurdly long.
    """
    actor.require(Action.SETTLE_RULES)
    with workspace.database.transaction() as connection:
        changed = schedule_of(connection).changed(record_class, days)
        settings.put(connection, SETTING, changed.to_json(), by=actor.user_id)
        audit.append(
            connection, actor.user_id, "retention-settled", details={"class": record_class.value, "days": days}
        )
    return changed


def freeze_person(workspace: Workspace, actor: Actor, person_id: PersonId) -> None:
    """Erase nothing of this person, nor photos they are in, until it is let go (UK GDPR article 18)."""
    _freeze(workspace, actor, "people", person_id)


def freeze_photo(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> None:
    """Do not erase this photo until it is let go."""
    _freeze(workspace, actor, "photos", photo_id)


def let_go(workspace: Workspace, actor: Actor, identifier: str) -> None:
    """A person or photo that was frozen may be erased again when its time has come."""
    actor.require(Action.ERASE)
    with workspace.database.transaction() as connection:
        frozen, entries = frozen_of(connection), with_joined(connection, [PersonId(identifier)])
        value = {
            "people": {k: v for k, v in frozen.people.items() if k not in entries},
            "photos": {k: v for k, v in frozen.photos.items() if k != identifier},
        }
        settings.put(connection, FREEZE_SETTING, value, by=actor.user_id)
        audit.append(connection, actor.user_id, "unfrozen", subjects=[identifier])


def erasure_log(workspace: Workspace, actor: Actor) -> tuple[Tombstone, ...]:
    """What was erased, when, by whom and why, the latest first; nothing personal is in it."""
    may_look(actor)
    with workspace.database.read() as connection:
        return tombstones.everything(connection)


def _erase_all(workspace: Workspace, actor: Actor, items: Collection[Item], because: str) -> Iterator[Outcome]:
    for item in items:
        try:
            erase_item(workspace, actor, item, because or item.reason)
        except KnownError as problem:
            yield Outcome(item, problem)
        else:
            yield Outcome(item)


def _anew(workspace: Workspace, connection: Connection, actor: Actor, shown: Preview) -> Preview:
    if shown.requested:
        return _requested(workspace, connection, actor, shown.requested)
    return _scheduled(workspace, connection, actor, workspace.clock.today())


def _scheduled(workspace: Workspace, connection: Connection, actor: Actor, day: date) -> Preview:
    plan = _plan(workspace, connection, actor, day)
    items, kept = _sorted_out(plan.due())
    return Preview(day, items, (*kept, *plan.records_kept()))


def _requested(workspace: Workspace, connection: Connection, actor: Actor, asked: Collection[str]) -> Preview:
    plan = _plan(workspace, connection, actor, workspace.clock.today())
    found: list[Found] = list(plan.requested_photos([PhotoId(i) for kind, _, i in _parts(asked) if kind == "photo"]))
    for kind, _, identifier in _parts(asked):
        if kind == "person":
            found.append(plan.requested_person(PersonId(identifier)))
        elif kind == "user":
            found.append(plan.requested_user(UserId(identifier), users.get(connection, UserId(identifier)).name))
    items, kept = _sorted_out(found)
    return Preview(workspace.clock.today(), items, kept, tuple(asked))


def _sorted_out(found: Iterable[Found]) -> tuple[tuple[Item, ...], tuple[Kept, ...]]:
    every = list(found)
    return tuple(f.item for f in every if not f.why), tuple(f.kept for f in every if f.why)


def _freeze(workspace: Workspace, actor: Actor, kind: str, identifier: str) -> None:
    actor.require(Action.ERASE)
    with workspace.database.transaction() as connection:
        if kind == "people":
            people.get(connection, PersonId(identifier))
        else:
            photos.get(connection, PhotoId(identifier))
        frozen = frozen_of(connection)
        value = {"people": frozen.people, "photos": frozen.photos}
        value[kind] = value[kind] | {identifier: workspace.clock.today().isoformat()}
        settings.put(connection, FREEZE_SETTING, value, by=actor.user_id)
        audit.append(connection, actor.user_id, "frozen", subjects=[identifier])


def _plan(workspace: Workspace, connection: Connection, actor: Actor, day: date) -> Plan:
    return Plan(connection, day, now=workspace.clock.now(), names=actor.may(Action.SEE_REGISTER))


def _parts(asked: Collection[str]) -> list[tuple[str, str, str]]:
    return [line.partition(" ") for line in asked]


def may_look(actor: Actor) -> None:
    """Do nothing for those who erase, settle the periods or watch.

    Raises:
        NotAllowedError: anybody else.
    """
    if not any(actor.may(action) for action in _LOOKERS):
        actor.require(Action.ERASE)
