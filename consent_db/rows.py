"""Small helpers that every repository of this package uses."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, Select
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import RegisterError


def new_id() -> str:
    """A UUID4 as text: what every entity is known by."""
    return str(uuid.uuid4())


def now() -> datetime:
    """The instant to record."""
    return datetime.now(UTC)


def one(connection: Connection, query: Select[tuple[object, ...]], what: str) -> RowMapping:
    """The only row of a query.

    Raises:
        RegisterError: there is none; `what` names what was looked for.
    """
    found: Row[tuple[object, ...]] | None = connection.execute(query).first()
    if found is None:
        raise RegisterError(f"{what} is not in the register any more.", remedy="Open the page again.", code="missing")
    return found._mapping
