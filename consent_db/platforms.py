"""Platforms posts can go to, and who may post there. A new one has no consent events: everybody starts covered."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.consent import Platform, PlatformId
from app.domain.errors import RegisterError
from app.domain.people import UserId
from consent_db.rows import new_id, now, one
from consent_db.schema_consent import platform as table
from consent_db.schema_consent import platform_user

_FIELDS = tuple(field.name for field in fields(Platform) if field.name not in ("id", "version"))


@dataclass(frozen=True, slots=True)
class PlatformUser:
    """That a user may post to a platform's account from one day to another, both inclusive."""

    id: str
    platform_id: PlatformId
    user_id: UserId
    starts_on: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.until is None or day <= self.until)


def add(connection: Connection, platform: Platform) -> None:
    """Store a new platform."""
    connection.execute(insert(table).values(id=platform.id, version=platform.version, **_values(platform)))


def change(connection: Connection, platform: Platform) -> Platform:
    """Store corrections; `platform.version` is the version that was read.

    Raises:
        RegisterError: somebody else changed it meanwhile; nothing is written.
    """
    changed = connection.execute(
        update(table)
        .where(table.c.id == platform.id, table.c.version == platform.version)
        .values(version=platform.version + 1, **_values(platform))
    )
    if changed.rowcount != 1:
        raise RegisterError(
            f"{platform.name} was changed meanwhile.", remedy="Look at the new entry, then change it.", code="conflict"
        )
    return replace(platform, version=platform.version + 1)


def get(connection: Connection, platform_id: PlatformId) -> Platform:
    """One platform.

    Raises:
        RegisterError: there is none with this id.
    """
    return _platform(one(connection, select(table).where(table.c.id == platform_id), "This platform"))


def everything(connection: Connection) -> tuple[Platform, ...]:
    """All platforms, closed ones too, by name."""
    rows = connection.execute(select(table).order_by(table.c.name)).mappings()
    return tuple(_platform(row) for row in rows)


def let_post(
    connection: Connection, platform_id: PlatformId, user_id: UserId, *, starts_on: date, until: date | None, by: str
) -> str:
    """Note that a user may post there; returns the note's id."""
    key = new_id()
    values = {"id": key, "platform_id": platform_id, "user_id": user_id, "starts_on": starts_on, "until": until}
    connection.execute(insert(platform_user).values(**values, recorded_at=now(), recorded_by=by))
    return key


def end_posting(connection: Connection, platform_id: PlatformId, user_id: UserId, *, last_day: date) -> int:
    """Nothing that lets this user post there reaches beyond `last_day` any more; returns how many notes ended."""
    mine = (platform_user.c.platform_id == platform_id) & (platform_user.c.user_id == user_id)
    beyond = platform_user.c.until.is_(None) | (platform_user.c.until > last_day)
    ended = connection.execute(update(platform_user).where(mine & beyond).values(until=last_day))
    return int(ended.rowcount)


def users_of(connection: Connection, platform_id: PlatformId) -> tuple[PlatformUser, ...]:
    """Who may or might once post there, the earliest first."""
    return _users(connection, platform_user.c.platform_id == platform_id)


def platforms_of(connection: Connection, user_id: UserId) -> tuple[PlatformUser, ...]:
    """Where this user may or might once post, the earliest first."""
    return _users(connection, platform_user.c.user_id == user_id)


def _users(connection: Connection, which: ColumnElement[bool]) -> tuple[PlatformUser, ...]:
    query = select(platform_user).where(which).order_by(platform_user.c.starts_on, platform_user.c.recorded_at)
    return tuple(
        PlatformUser(row["id"], PlatformId(row["platform_id"]), UserId(row["user_id"]), row["starts_on"], row["until"])
        for row in connection.execute(query).mappings()
    )


def _values(platform: Platform) -> dict[str, object]:
    return {name: getattr(platform, name) for name in _FIELDS}


def _platform(row: RowMapping) -> Platform:
    values = {name: row[name] for name in _FIELDS}
    values |= {name: int(row[name] or 0) for name in ("narrowest", "widest")}
    return Platform(id=PlatformId(row["id"]), version=row["version"], **values)
