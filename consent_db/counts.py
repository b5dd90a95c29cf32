"""How much there is, and when something last happened: for the words about a workspace, not for its rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, func, select, text

from app.domain.photo import PhotoKind
from consent_db.schema import person
from consent_db.schema_photos import photo
from consent_db.schema_records import audit_event


def people(connection: Connection) -> int:
    """Entries of people."""
    return int(connection.execute(select(func.count()).select_from(person)).scalar_one())


def photos(connection: Connection) -> int:
    """Photos that were imported."""
    return int(connection.execute(select(func.count()).select_from(photo)).scalar_one())


def imported_since(connection: Connection, day: date) -> tuple[datetime, ...]:
    """When each picture came that came on this day or later."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
    query = select(photo.c.imported_at).where(photo.c.kind == PhotoKind.PICTURE.value, photo.c.imported_at >= start)
    return tuple(connection.execute(query).scalars())


def records(connection: Connection) -> int:
    """Events in the chain."""
    return int(connection.execute(select(func.count()).select_from(audit_event)).scalar_one())


def last_time(connection: Connection, action: str) -> datetime | None:
    """When this was last recorded; None if never."""
    query = select(audit_event.c.at).where(audit_event.c.action == action).order_by(audit_event.c.sequence.desc())
    found: datetime | None = connection.execute(query.limit(1)).scalar()
    return found


def revision(connection: Connection) -> str:
    """The revision the register is at."""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
