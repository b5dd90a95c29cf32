"""Column kinds that both engines keep alike: instants in UTC, enums with a check, ids as text, each row's school.

Every table carries the school a row belongs to. The value comes from the opened database and never from a query, so no
query can forget it; on PostgreSQL row-level security compares it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, Dialect, ForeignKeyConstraint, Index, String, TypeDecorator

from app.domain.errors import BugError

SCHOOL_OPTION = "clearpost_school"
"""The execution option of an opened database's engine that says which school its rows belong to."""


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


def school_column(*, primary_key: bool = False) -> Column[str]:
    """The school a row belongs to, filled in by the connection that writes it."""
    return Column("school_id", String(36), primary_key=primary_key, nullable=False, default=_school_of)


def _school_of(context: Any) -> str:
    school: str = context.execution_options[SCHOOL_OPTION]
    return school


def identity(length: int = 36, name: str = "id") -> tuple[Column[str], Column[str]]:
    """The primary key of an entity: a UUID4 as text (or a short word), and its school."""
    return Column(name, String(length), primary_key=True), school_column(primary_key=True)


def reference(
    name: str, target: str, *, required: bool = True, length: int = 64
) -> tuple[Column[str], ForeignKeyConstraint, Index]:
    """A foreign key to another table's id within the same school.

    Its index holds both columns: with one alone SQLite looks for what refers to a row by the school, that is by reading
    all of the school's rows.
    """
    table, _, key = target.partition(".")
    column: Column[str] = Column(name, String(length), nullable=not required)
    refers = ForeignKeyConstraint([name, "school_id"], [f"{table}.{key}", f"{table}.school_id"])
    return column, refers, Index(None, name, "school_id")


def enum_column(name: str, kind: type[StrEnum], *, default: StrEnum | None = None) -> Column[str]:
    """A word of an enum; the table's `one_of` check refuses every other word."""
    return Column(name, String(32), nullable=False, default=None if default is None else default.value)


def one_of(name: str, kind: Iterable[StrEnum]) -> CheckConstraint:
    """The check that goes with `enum_column`."""
    words = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{name} IN ({words})", name=f"{name}_is_known")
