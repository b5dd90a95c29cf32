"""The school's policies: which version binds, who has read it, and what is still to be read before anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, Actor, UserId
from app.domain.policies import Acknowledgement, PolicyVersion, PolicyVersionId, to_read
from app.workflow.workspace import Workspace
from consent_db import audit, policies, users
from consent_db.rows import new_id


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who can sign in and the versions in force that they have not acknowledged."""

    user_id: UserId
    name: str
    unread: tuple[PolicyVersion, ...]


def add_version(
    workspace: Workspace,
    actor: Actor,
    *,
    name: str,
    label: str,
    owner: str,
    effective_on: date,
    link: str = "",
    related: Sequence[str] = (),
    consulted: str = "",
    noticed_on: date | None = None,
    governors_approved_on: date | None = None,
    review_due_on: date | None = None,
) -> PolicyVersion:
    """Record a new version of a policy. From its first day everybody has to acknowledge it before anything else.

    Where the governors approve first, it binds nobody before their approval is recorded.

    Raises:
        NotAllowedError: this person does not keep the policies.
        RegisterError: name, label or owner are missing, a date makes no sense, or this version is there already.
    """
    actor.require(Action.KEEP_POLICIES)
    version = PolicyVersion(
        id=PolicyVersionId(new_id()), name=name.strip(), label=label.strip(), owner=owner.strip(),
        effective_on=effective_on, link=link.strip(), related=_names(related), consulted=consulted.strip(),
        noticed_on=noticed_on, governors_approved_on=governors_approved_on, review_due_on=review_due_on,
    )  # fmt: skip
    _check(version, workspace.clock.today())
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        if any((v.name, v.label) == (version.name, version.label) for v in policies.everything(connection)):
            raise RegisterError(f"{version.title} is there already.", remedy="A new version needs a new label.")
        policies.add(connection, version, by=actor.user_id)
        audit.append(connection, actor.user_id, "policy-added", subjects=[version.id])
    return version


def change_version(workspace: Workspace, actor: Actor, version: PolicyVersion) -> PolicyVersion:
    """Correct who owns a version, what it is read with, who was consulted, and its dates; name and label stay.

    What staff acknowledged must stay what it was, so once somebody acknowledged it, its link and first day stay too.

    Raises:
        RegisterError: it was changed meanwhile, a date makes no sense, or somebody acknowledged it already.
    """
    actor.require(Action.KEEP_POLICIES)
    _check(version, workspace.clock.today())
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        stored = policies.get(connection, version.id)
        wanted = replace(version, name=stored.name, label=stored.label, related=_names(version.related))
        moved = (stored.link, stored.effective_on) != (wanted.link, wanted.effective_on)
        if moved and any(a.policy_version_id == stored.id for a in policies.acknowledgements(connection)):
            raise RegisterError(
                f"Somebody has acknowledged {stored.title} already.", remedy="Record a new version.", code="read"
            )
        changed = policies.change(connection, wanted)
        approved = changed.governors_approved_on.isoformat() if changed.governors_approved_on else None
        details = {"version": changed.version, "governors": approved}
        audit.append(connection, actor.user_id, "policy-changed", subjects=[version.id], details=details)
    return changed


def library(workspace: Workspace) -> tuple[PolicyVersion, ...]:
    """Every version of every policy, by name, the newest first; open to everybody, before anything else."""
    with workspace.database.read() as connection:
        return policies.everything(connection)


def binding(workspace: Workspace) -> tuple[PolicyVersion, ...]:
    """The versions in force today."""
    with workspace.database.read() as connection:
        return policies.in_force_on(connection, workspace.clock.today())


def unread(workspace: Workspace, actor: Actor) -> tuple[PolicyVersion, ...]:
    """What this person has to read and acknowledge before anything else."""
    with workspace.database.read() as connection:
        return policies.unread(connection, actor.user_id, workspace.clock.today())


def acknowledge(workspace: Workspace, actor: Actor, version_id: PolicyVersionId) -> None:
    """This person says that they have read it and will keep to it, also before its first day; twice changes nothing.

    Raises:
        NotAllowedError: a newer version took its place, or the governors have not approved it yet.
    """
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        version = policies.get(connection, version_id)
        day = max(workspace.clock.today(), version.effective_on)
        if version not in policies.in_force_on(connection, day):
            raise NotAllowedError(f"{version.title} is not in force.", remedy="Read the version that is.", code="stale")
        if policies.acknowledge(connection, version.id, actor.user_id):
            audit.append(connection, actor.user_id, "policy-acknowledged", subjects=[version.id])


def acknowledgements(workspace: Workspace, actor: Actor) -> tuple[Acknowledgement, ...]:
    """Who acknowledged which version, and when; one's own for everybody, all for those who keep the policies."""
    with workspace.database.read() as connection:
        found = policies.acknowledgements(connection)
    everybodys = actor.may(Action.KEEP_POLICIES) or actor.may(Action.SEE_AUDIT)
    return found if everybodys else tuple(a for a in found if a.user_id == actor.user_id)


def readers(workspace: Workspace, actor: Actor) -> tuple[Reader, ...]:
    """Everybody who can sign in, with what they have still to read.

    Raises:
        NotAllowedError: this person does not keep the policies.
    """
    actor.require(Action.KEEP_POLICIES)
    with workspace.database.read() as connection:
        bound = policies.in_force_on(connection, workspace.clock.today())
        read: dict[UserId, set[PolicyVersionId]] = defaultdict(set)
        for said in policies.acknowledgements(connection):
            read[said.user_id].add(said.policy_version_id)
        return tuple(
            Reader(user.id, user.name, to_read(bound, frozenset(read[user.id])))
            for user in users.everybody(connection, workspace.clock.today())
            if user.may_sign_in(workspace.clock.today())
        )


def _names(related: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in related if name.strip()))


def _check(version: PolicyVersion, today: date) -> None:
    if not version.name or not version.label:
        raise RegisterError("A policy needs a name, and each version a label such as 2026 or 1.2.")
    if not version.owner.strip():
        raise RegisterError(f"Say who owns {version.name}.", remedy="Name the person or body that looks after it.")
    for day in (version.noticed_on, version.governors_approved_on):
        if day is not None and day > today:
            raise RegisterError("This day is still to come.", remedy="Record it once it has happened.", code="date")
    if version.review_due_on is not None and version.review_due_on <= version.effective_on:
        raise RegisterError("The review would be due before the policy begins.", remedy="Check the two dates.")
