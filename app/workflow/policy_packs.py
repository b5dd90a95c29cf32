"""Choosing the rules of the school: what would change, who has to agree first, and from which day.

A pack that is chosen becomes a version of the policy “Rules for photos and posts”. So staff acknowledge it before
anything else, are told in time, and its review is announced; and it counts exactly when that version does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from app.domain.errors import RegisterError
from app.domain.people import Action, Actor
from app.domain.policies import PolicyVersion, PolicyVersionId, months_after
from app.domain.school_rules import SCHOOL_RULES
from app.policy.pack import Difference, PolicyPack, differences, load_pack, shipped_packs
from app.workflow.workspace import Workspace
from consent_db import audit, packs, policies, settings, users
from consent_db.packs import POLICY_NAME, ChosenPack
from consent_db.rows import new_id


class PackState(StrEnum):
    """Where a choice stands today."""

    IN_FORCE = "in force"
    WAITING = "waits for the governors"
    COMING = "comes into force"
    OVER = "was in force before"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice and where it stands."""

    chosen: ChosenPack
    state: PackState


@dataclass(frozen=True, slots=True)
class Change:
    """What choosing a pack would mean.

    Attributes:
        needs_governors: it counts only once their approval is recorded.
        kept: rules the school settled for itself that stay as they are.
    """

    before: PolicyPack
    after: PolicyPack
    differences: tuple[Difference, ...]
    needs_governors: bool
    review_due_on: date
    kept: tuple[str, ...]


def shipped(workspace: Workspace) -> tuple[PolicyPack, ...]:
    """The packs that come with the program, and the school's own that were chosen once."""
    found = {pack.digest: pack for pack in map(load_pack, shipped_packs())}
    with workspace.database.read() as connection:
        found |= {choice.pack.digest: choice.pack for choice in packs.everything(connection)}
    return tuple(found.values())


def read_file(path: Path) -> PolicyPack:
    """A pack of the school's own.

    Raises:
        PolicyError: the file says something a pack cannot say; names the line and the reason.
    """
    return load_pack(path if path.suffix == ".toml" else path.with_suffix(".toml"))


def choices(workspace: Workspace) -> tuple[Choice, ...]:
    """Every choice the school made, the latest first; open to everybody."""
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        now = packs.chosen_on(connection, today)
        return tuple(Choice(c, _state(c, now, today)) for c in packs.everything(connection))


def preview(workspace: Workspace, pack: PolicyPack, *, effective_on: date | None = None) -> Change:
    """What would change against the pack that counts today."""
    with workspace.database.read() as connection:
        before = workspace.look_up_pack(connection)
        return Change(
            before=before,
            after=pack,
            differences=differences(before, pack),
            needs_governors=_needs_governors(before, pack),
            review_due_on=months_after(effective_on or workspace.clock.today(), pack.review_months),
            kept=_settled_otherwise(connection, pack),
        )


def choose(
    workspace: Workspace,
    actor: Actor,
    pack: PolicyPack,
    *,
    effective_on: date,
    noticed_on: date | None = None,
    governors_approved_on: date | None = None,
    minute: str = "",
) -> PolicyVersion:
    """Let a pack count from a day on; where the governors approve first, not before their approval is recorded.

    Args:
        workspace: the school's workspace.
        actor: the Headteacher or the Business Manager.
        pack: as read or shipped.
        effective_on: its first day, today or later.
        noticed_on: the day staff were told.
        governors_approved_on: the day the governors approved it.
        minute: where that is written down; needed with that day.

    Raises:
        NotAllowedError: this person does not keep the policies.
        RegisterError: a day makes no sense, the minute is missing, or this very pack counts already.
    """
    actor.require(Action.KEEP_POLICIES)
    today = workspace.clock.today()
    _check_days(today, effective_on, noticed_on, governors_approved_on, minute)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today, even_unread=True)
        before = workspace.look_up_pack(connection)
        if pack.digest == before.digest and packs.chosen_on(connection, today) is not None:
            raise RegisterError(f"“{pack.title}” counts already.", code="same")
        version = PolicyVersion(
            id=PolicyVersionId(new_id()),
            name=POLICY_NAME,
            label=_label(connection, pack, effective_on),
            owner=pack.owner,
            effective_on=effective_on,
            noticed_on=noticed_on,
            governors_approved_on=governors_approved_on,
            governors_first=_needs_governors(before, pack),
            review_due_on=months_after(effective_on, pack.review_months),
        )
        policies.add(connection, version, by=actor.user_id)
        packs.add(connection, pack, version.id, minute=minute.strip(), by=actor.user_id)
        details = {"digest": pack.digest, "from": effective_on.isoformat()}
        audit.append(connection, actor.user_id, "policy-pack-chosen", subjects=[version.id], details=details)
        workspace.look_up_pack(connection)
    return version


def approve(workspace: Workspace, actor: Actor, version_id: PolicyVersionId, *, on: date, minute: str) -> PolicyVersion:
    """Record that the governors approved a choice that waits for them, with the minute.

    Raises:
        NotAllowedError: this person does not keep the policies.
        RegisterError: the minute is missing, or the day is still to come.
    """
    actor.require(Action.KEEP_POLICIES)
    today = workspace.clock.today()
    _check_days(today, today, None, on, minute)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today, even_unread=True)
        version = policies.change(connection, replace(policies.get(connection, version_id), governors_approved_on=on))
        packs.note_minute(connection, version_id, minute.strip())
        details: dict[str, str | int | bool | None] = {"version": version.version, "governors": on.isoformat()}
        audit.append(connection, actor.user_id, "policy-pack-approved", subjects=[version_id], details=details)
        workspace.look_up_pack(connection)
    return version


def _settled_otherwise(connection: Connection, pack: PolicyPack) -> tuple[str, ...]:
    """Titles of the rules the school settled for itself that go on instead of what the pack says."""
    own = settings.everything(connection)
    return tuple(
        SCHOOL_RULES[key].title
        for key, said in pack.school_rules.items()
        if key in own and own[key] != said and said is not True
    )


def _needs_governors(before: PolicyPack, after: PolicyPack) -> bool:
    """A policy that wants amendments approved first wants it of the one that takes its place too."""
    return before.governors_first or after.governors_first


def _label(connection: Connection, pack: PolicyPack, effective_on: date) -> str:
    taken = {version.label for version in policies.everything(connection) if version.name == POLICY_NAME}
    label = f"{pack.title} {pack.version}"[:48]
    dated = f"{label} ({effective_on:%d.%m.%Y})"
    if label not in taken:
        return label
    if dated in taken:
        raise RegisterError(f"“{label}” was chosen for this day already.", code="same")
    return dated


def _check_days(
    today: date, effective_on: date, noticed_on: date | None, approved_on: date | None, minute: str
) -> None:
    if effective_on < today:
        raise RegisterError("The first day is over already.", remedy="Choose today or a later day.", code="date")
    if any(day is not None and day > today for day in (noticed_on, approved_on)):
        raise RegisterError("This day is still to come.", remedy="Record it once it has happened.", code="date")
    if approved_on is not None and not minute.strip():
        raise RegisterError(
            "Say where the governors’ approval is written down.", remedy="For example: minutes of 4 Sep, item 7."
        )


def _state(choice: ChosenPack, now: ChosenPack | None, today: date) -> PackState:
    if now is not None and choice.id == now.id:
        return PackState.IN_FORCE
    later = now is None or (choice.version.effective_on, choice.chosen_at) > (now.version.effective_on, now.chosen_at)
    if later and choice.version.governors_first and not choice.version.is_approved(today):
        return PackState.WAITING
    return PackState.COMING if later and choice.version.effective_on > today else PackState.OVER
