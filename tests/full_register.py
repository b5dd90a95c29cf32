"""A register with rows in every table, of every kind of value, made from the tables themselves."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Date, Float, Integer, LargeBinary, Table, insert, null, select

from consent_db import audit
from consent_db.columns import Instant
from consent_db.tables import metadata

WORDS = "Zoë O’Brien \U0001f393 “quoted” \\ tab\t"
_GIVEN = ("school", "audit_event")


def fill(connection: Connection, rows: int = 3) -> None:
    """Some rows in every table but those the register makes itself, and then some records."""
    # On a server a PC writes no workstation; the one it was let in as is there.
    left_out = (*_GIVEN, "workstation") if connection.dialect.name == "postgresql" else _GIVEN
    for table in metadata.sorted_tables:
        if table.name not in left_out:
            for number in range(rows):
                connection.execute(insert(table).values(**_row(table, number)))
    for number in range(rows):
        audit.append(connection, "u", "filled", subjects=[f"s{number}"], details={"n": number})


def everything(connection: Connection, school_id: str | None = None) -> dict[str, list[Any]]:
    """Every row of every table, as Python sees it."""
    found = {}
    for table in metadata.sorted_tables:
        query = select(table)
        if school_id is not None:
            query = query.where((table.c.id if table.name == "school" else table.c.school_id) == school_id)
        found[table.name] = sorted((tuple(row) for row in connection.execute(query)), key=_order)
    return found


def _order(row: tuple[Any, ...]) -> tuple[int, str]:
    return (row[0] if isinstance(row[0], int) else 0, repr(row))


def nulls(connection: Connection) -> list[bool]:
    """Where a JSON column is null for the database and not for JSON alone."""
    change = metadata.tables["import_change"]
    return list(connection.execute(select(change.c.before.is_(None)).order_by(change.c.id)).scalars())


def _row(table: Table, number: int) -> dict[str, Any]:
    values = {}
    for column in table.columns:
        if column.name == "school_id" or column.autoincrement is True:
            continue
        values[column.name] = _value(table, column, number)
    return values


def _value(table: Table, column: Column[Any], number: int) -> Any:
    for key in column.foreign_keys:
        if key.column.name != "school_id":
            return _id(key.column.table, number)
    if column.primary_key and not isinstance(column.type, Integer):
        return _id(table, number)
    known = _known_words(table, column)
    if known:
        return known[number % len(known)]
    if column.nullable and number == 1:
        return null()
    return _plain(table, column, number)


def _plain(table: Table, column: Column[Any], number: int) -> Any:
    kind = column.type
    if isinstance(kind, JSON):
        return [{"β": [1, 2.5, None, True, WORDS]}, None, []][number % 3]
    if isinstance(kind, Instant):
        return datetime(2026, 3, 29, 0, 59, 59, 123456, tzinfo=UTC) + timedelta(days=number)
    if isinstance(kind, Date):
        return date(2024, 2, 29) + timedelta(days=number)
    if isinstance(kind, LargeBinary):
        return bytes(range(256)) + bytes([number])
    if isinstance(kind, Boolean):
        return number % 2 == 0
    if isinstance(kind, Float):
        return 0.1 + number
    if isinstance(kind, Integer):
        return number + 1
    text = f"{table.name} {column.name} {number} {WORDS}"
    return text[: getattr(kind, "length", None) or len(text)] if column.name != "hash" else str(number)


def _id(table: Table, number: int) -> str:
    return f"{table.name[:24]}-{number}"


def _known_words(table: Table, column: Column[Any]) -> list[str]:
    for constraint in table.constraints:
        words = str(getattr(constraint, "sqltext", ""))
        if re.match(rf"{column.name} IN \(", words):
            return re.findall(r"'([^']*)'", words)
    return []
