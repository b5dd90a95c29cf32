"""Versions of the school's policies, and who acknowledged which."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Actor, UserId
from app.domain.policies import Acknowledgement, PolicyVersion, PolicyVersionId, in_force, to_read
from app.domain.school_rules import GOVERNORS_APPROVE_POLICIES, SCHOOL_RULES
from consent_db import settings
from consent_db.rows import new_id, now, one
from consent_db.schema_consent import acknowledgement
from consent_db.schema_consent import policy_version as table

_OWN = ("id", "version", "related", "recorded_at")
_FIELDS = tuple(field.name for field in fields(PolicyVersion) if field.name not in _OWN)


def add(connection: Connection, version: PolicyVersion, *, by: str) -> None:
    """Store a new version."""
    values = {"id": version.id, "version": version.version, "recorded_at": now(), "recorded_by": by}
    connection.execute(insert(table).values(**values, **_values(version)))


def change(connection: Connection, version: PolicyVersion) -> PolicyVersion:
    """Store corrections; `version.version` is the one that was read.

    Raises:
        RegisterError: somebody else changed it meanwhile; nothing is written.
    """
    changed = connection.execute(
        update(table)
        .where(table.c.id == version.id, table.c.version == version.version)
        .values(version=version.version + 1, **_values(version))
    )
    if changed.rowcount != 1:
        raise RegisterError(
            f"{version.title} was changed meanwhile.", remedy="Look at the new entry, then change it.", code="conflict"
        )
    return replace(version, version=version.version + 1)


def get(connection: Connection, version_id: PolicyVersionId) -> PolicyVersion:
    """One version.

    Raises:
        RegisterError: there is none with this id.
    """
    return _version(one(connection, select(table).where(table.c.id == version_id), "This policy"))


def everything(connection: Connection) -> tuple[PolicyVersion, ...]:
    """All versions of all policies, by name, the newest first."""
    rows = connection.execute(select(table).order_by(table.c.name, table.c.effective_on.desc())).mappings()
    return tuple(_version(row) for row in rows)


def acknowledge(connection: Connection, version_id: PolicyVersionId, user_id: UserId) -> bool:
    """Note that the user has read it; returns whether that is new."""
    if version_id in acknowledged_by(connection, user_id):
        return False
    values = {"id": new_id(), "user_id": user_id, "policy_version_id": version_id, "at": now()}
    connection.execute(insert(acknowledgement).values(**values))
    return True


def acknowledged_by(connection: Connection, user_id: UserId) -> frozenset[PolicyVersionId]:
    """The versions this user acknowledged."""
    query = select(acknowledgement.c.policy_version_id).where(acknowledgement.c.user_id == user_id)
    return frozenset(PolicyVersionId(i) for i in connection.execute(query).scalars())


def in_force_on(connection: Connection, day: date) -> tuple[PolicyVersion, ...]:
    """The versions that bind on a day, as the school settled who approves first."""
    rule = SCHOOL_RULES[GOVERNORS_APPROVE_POLICIES]
    first = bool(settings.get(connection, GOVERNORS_APPROVE_POLICIES, rule.default))
    return in_force(everything(connection), day, governors_first=first)


def unread(connection: Connection, user_id: UserId, day: date) -> tuple[PolicyVersion, ...]:
    """The versions in force on a day that this user has not acknowledged."""
    return to_read(in_force_on(connection, day), acknowledged_by(connection, user_id))


def require_read(connection: Connection, actor: Actor, day: date) -> None:
    """Do nothing when the actor has acknowledged every policy in force; without policies there is nothing to do.

    Raises:
        NotAllowedError: naming the first policy to read.
    """
    waiting = unread(connection, actor.user_id, day)
    if waiting:
        more = f" and {len(waiting) - 1} more" if len(waiting) > 1 else ""
        raise NotAllowedError(
            f"{actor.name} has not acknowledged {waiting[0].title}{more} yet.",
            remedy="Read it under Policies and say that you did; then go on.",
            code="not-acknowledged",
        )


def acknowledgements(connection: Connection) -> tuple[Acknowledgement, ...]:
    """Who acknowledged what, the oldest first."""
    rows = connection.execute(select(acknowledgement).order_by(acknowledgement.c.at)).mappings()
    return tuple(
        Acknowledgement(UserId(row["user_id"]), PolicyVersionId(row["policy_version_id"]), row["at"]) for row in rows
    )


def _values(version: PolicyVersion) -> dict[str, object]:
    return {name: getattr(version, name) for name in _FIELDS} | {"related": list(version.related)}


def _version(row: RowMapping) -> PolicyVersion:
    values = {name: row[name] for name in _FIELDS}
    return PolicyVersion(
        id=PolicyVersionId(row["id"]), version=row["version"], related=tuple(row["related"]),
        recorded_at=row["recorded_at"], **values,
    )  # fmt: skip
