"""Platforms posts can go to. A new one has no consent events, so everybody starts covered there."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select
from sqlalchemy.engine.row import RowMapping

from app.domain.consent import Platform, PlatformId
from consent_db.rows import one
from consent_db.schema_consent import platform as table

_FIELDS = ("name", "account", "max_edge_px", "max_bytes", "caption_limit", "alt_text_limit", "limits_version")


def add(connection: Connection, platform: Platform) -> None:
    """Store a new platform."""
    values = {name: getattr(platform, name) for name in _FIELDS}
    connection.execute(insert(table).values(id=platform.id, **values))


def get(connection: Connection, platform_id: PlatformId) -> Platform:
    """One platform.

    Raises:
        RegisterError: there is none with this id.
    """
    return _platform(one(connection, select(table).where(table.c.id == platform_id), "This platform"))


def everything(connection: Connection) -> tuple[Platform, ...]:
    """All platforms, by name."""
    rows = connection.execute(select(table).order_by(table.c.name)).mappings()
    return tuple(_platform(row) for row in rows)


def _platform(row: RowMapping) -> Platform:
    return Platform(id=PlatformId(row["id"]), **{name: row[name] for name in _FIELDS})
