"""Column kinds that both engines keep alike: instants in UTC, enums with a check, ids as text."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, Dialect, ForeignKey, String, TypeDecorator

from app.domain.errors import BugError


class Instant(TypeDecorator[datetime]):
    """An instant in UTC, kept as ISO 8601 text of fixed width so that text order is time order on both engines."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise BugError("an instant without a time zone cannot be recorded")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def id_column() -> Column[str]:
    """The primary key: a UUID4 as text."""
    return Column("id", String(36), primary_key=True)


def reference(name: str, target: str, *, required: bool = True) -> Column[str]:
    """A foreign key to another table's id."""
    return Column(name, String(64), ForeignKey(target), nullable=not required, index=True)


def enum_column(name: str, kind: type[StrEnum], *, default: StrEnum | None = None) -> Column[str]:
    """A word of an enum; the table's `one_of` check refuses every other word."""
    return Column(name, String(32), nullable=False, default=None if default is None else default.value)


def one_of(name: str, kind: type[StrEnum]) -> CheckConstraint:
    """The check that goes with `enum_column`."""
    words = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{name} IN ({words})", name=f"{name}_is_known")
