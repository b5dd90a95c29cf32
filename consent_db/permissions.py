"""Written permissions: who may show a mark, use a device, post, or be shown as an adult."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.consent import PlatformId
from app.domain.errors import RegisterError
from app.domain.people import PersonId, Role, UserId
from app.domain.permissions import Permission, PermissionId, PermissionKind, Permits, may_post
from app.domain.photo import DeviceId
from app.domain.school_rules import MARK_GRANTOR
from consent_db import settings
from consent_db.rows import new_id, now, one
from consent_db.schema_consent import permission as table
from consent_db.schema_photos import device as devices

_FIELDS = (
    "subject", "grantor", "grantor_role", "scope", "evidence", "evidence_file", "valid_from", "valid_until",
)  # fmt: skip


def fresh_id() -> PermissionId:
    """An id for a new permission."""
    return PermissionId(new_id())


def add(connection: Connection, permission: Permission, *, by: str) -> None:
    """Store a permission that was given."""
    values = {name: getattr(permission, name) for name in _FIELDS}
    connection.execute(
        insert(table).values(
            id=permission.id, kind=permission.kind.value, platforms=list(permission.platforms),
            recorded_at=now(), recorded_by=by, **values,
        )
    )  # fmt: skip


def get(connection: Connection, permission_id: PermissionId) -> Permission:
    """One permission.

    Raises:
        RegisterError: there is none with this id.
    """
    return _permission(one(connection, select(table).where(table.c.id == permission_id), "This permission"))


def everything(connection: Connection, kind: PermissionKind | None = None) -> tuple[Permission, ...]:
    """All permissions ever given, or those of one kind; what ended is among them. Ordered by subject and first day."""
    query = select(table).order_by(table.c.kind, table.c.subject, table.c.valid_from, table.c.id)
    if kind is not None:
        query = query.where(table.c.kind == kind.value)
    return tuple(_permission(row) for row in connection.execute(query).mappings())


def number(connection: Connection) -> int:
    """How many were ever given, of all kinds."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def of_subject(connection: Connection, kind: PermissionKind, subject: str) -> tuple[Permission, ...]:
    """All permissions for one mark, device, user or person, oldest first."""
    query = select(table).where(table.c.kind == kind.value, table.c.subject == subject).order_by(table.c.valid_from)
    return tuple(_permission(row) for row in connection.execute(query).mappings())


def end(connection: Connection, permission_id: PermissionId, *, version: int, by: str) -> None:
    """End a permission now; `version` is the one that was read.

    Raises:
        RegisterError: somebody changed it meanwhile; nothing is written.
    """
    _change(connection, permission_id, version, ended_at=now(), ended_by=by)


def shorten(connection: Connection, permission_id: PermissionId, *, version: int, last_day: date) -> None:
    """Let a permission end on another day.

    Raises:
        RegisterError: somebody changed it meanwhile; nothing is written.
    """
    _change(connection, permission_id, version, valid_until=last_day)


def permits(connection: Connection) -> Permits:
    """All that a picture may rest on, as it stands; what ended is left out."""
    kinds = [PermissionKind.MARK.value, PermissionKind.ADULT.value]
    query = select(table).where(table.c.kind.in_(kinds), table.c.ended_at.is_(None)).order_by(table.c.id)
    standing = tuple(_permission(row) for row in connection.execute(query).mappings())
    return Permits(standing, str(settings.get(connection, MARK_GRANTOR, Role.HEAD.value)))


def by_ids(connection: Connection, permission_ids: Collection[PermissionId]) -> Mapping[PermissionId, Permission]:
    """These permissions by id; those that were taken out since are left out."""
    query = select(table).where(table.c.id.in_(list(permission_ids)))
    return {found.id: found for found in map(_permission, connection.execute(query).mappings())}


def works_of(connection: Connection, person_ids: Collection[PersonId]) -> frozenset[PermissionId]:
    """The permissions for the work of these pupils, in force or not."""
    wanted = table.c.kind == PermissionKind.WORK.value, table.c.subject.in_(list(person_ids))
    return frozenset(PermissionId(i) for i in connection.execute(select(table.c.id).where(*wanted)).scalars())


def posting_permission(
    connection: Connection, user_id: UserId, platform_id: PlatformId, day: date
) -> Permission | None:
    """The written permission by which this user posts on a platform on a day."""
    return may_post(of_subject(connection, PermissionKind.POSTING, user_id), user_id, platform_id, day)


def device_labels(connection: Connection) -> dict[str, str]:
    """What people call each device, by id."""
    return {row.id: row.label for row in connection.execute(select(devices.c.id, devices.c.label))}


def device_label(connection: Connection, device_id: DeviceId) -> str:
    """What people call a device.

    Raises:
        RegisterError: there is none with this id.
    """
    return str(one(connection, select(devices.c.label).where(devices.c.id == device_id), "This device")["label"])


def device_permission(connection: Connection, device_id: DeviceId, day: date) -> Permission | None:
    """The Headteacher's written permission to take photos with a device, in force on a day: the one begun first."""
    found: Sequence[Permission] = of_subject(connection, PermissionKind.DEVICE, device_id)
    return next((p for p in found if p.holds(day)), None)


def device_permissions(
    connection: Connection, device_ids: Collection[DeviceId], day: date
) -> dict[DeviceId, Permission]:
    """The same for several devices; those without one are left out."""
    of_them = table.c.kind == PermissionKind.DEVICE.value, table.c.subject.in_(list(device_ids))
    found: dict[DeviceId, Permission] = {}
    for row in connection.execute(select(table).where(*of_them).order_by(table.c.valid_from)).mappings():
        permission = _permission(row)
        if permission.holds(day):
            found.setdefault(DeviceId(permission.subject), permission)
    return found


def _change(connection: Connection, permission_id: PermissionId, version: int, **values: object) -> None:
    query = update(table).where(table.c.id == permission_id, table.c.version == version, table.c.ended_at.is_(None))
    if connection.execute(query.values(version=version + 1, **values)).rowcount != 1:
        raise RegisterError(
            "This permission was changed meanwhile.", remedy="Look at it anew, then change it.", code="conflict"
        )


def _permission(row: RowMapping) -> Permission:
    fields = {name: row[name] for name in _FIELDS}
    return Permission(
        id=PermissionId(row["id"]),
        kind=PermissionKind(row["kind"]),
        platforms=tuple(PlatformId(place) for place in row["platforms"]),
        recorded_at=row["recorded_at"],
        recorded_by=row["recorded_by"],
        ended_at=row["ended_at"],
        ended_by=row["ended_by"],
        version=row["version"],
        **fields,
    )
