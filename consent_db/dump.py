"""The whole register of one school as lines of JSON, the same from either engine, and back into an empty register.

First a head (revision, school, the columns and number of rows of every table, the head of the chain), then a line a row
in the order in which references need them, then an end with a digest of all that came before. Moving, backing up and
restoring all use it; who encrypts the lines is not this module's business.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, Date, Integer, LargeBinary, String, Table, func, insert, null, select

from app.domain.errors import StorageError
from consent_db import audit
from consent_db.columns import Instant
from consent_db.schema import school
from consent_db.tables import metadata
from consent_db.upgrade import RELEASED

FORMAT = "clearpost/register/1"
_BATCH = 500
_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_POINTS_AT = {"verdict_event": ("undoes", "part_of", "redoes")}
"""Columns that hold another row's number in the same table."""


@dataclass(frozen=True, slots=True)
class DumpHead:
    """What a dump says of itself: `rows` per table, and the last hash of the records in it."""

    revision: str
    school_id: str
    rows: Mapping[str, int]
    columns: Mapping[str, tuple[str, ...]]
    audit_head: str


def dump_lines(connection: Connection) -> Iterator[bytes]:
    r"""Every row the connection's school has, as lines that end in ``\n``; one consistent picture of the register.

    Args:
        connection: of an opened register, so that it sees one school; stays in one transaction meanwhile.
    """
    digest = hashlib.sha256()
    tables = metadata.sorted_tables
    its_school: str = connection.execute(select(school.c.id)).scalar_one()
    head = {
        "format": FORMAT,
        "revision": RELEASED[-1],
        "school": its_school,
        "tables": [[table.name, [column.name for column in table.c], _count(connection, table)] for table in tables],
        "audit_head": audit.head(connection),
    }
    for line in _lines(connection, head, tables):
        digest.update(line)
        yield line
    yield _line({"end": digest.hexdigest()})


def read_head(line: bytes) -> DumpHead:
    """What the first line of a dump says.

    Raises:
        StorageError: it is none, or of another version of ClearPost.
    """
    try:
        said = json.loads(line)
        if said["format"] != FORMAT:
            raise _other_version()
        head = DumpHead(
            revision=str(said["revision"]),
            school_id=str(said["school"]),
            rows={name: int(count) for name, _columns, count in said["tables"]},
            columns={name: tuple(columns) for name, columns, _count in said["tables"]},
            audit_head=str(said["audit_head"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged() from error
    known = {table.name: tuple(column.name for column in table.c) for table in metadata.sorted_tables}
    if head.revision != RELEASED[-1] or dict(head.columns) != known:
        raise _other_version()
    return head


def restore_lines(connection: Connection, lines: Iterable[bytes]) -> DumpHead:
    """Write a dump into an empty register and look at every row again; the caller's transaction makes it whole.

    Args:
        connection: in a write transaction: of an embedded register, or of a server's owner.
        lines: as `dump_lines` gave them, with or without their ends.

    Raises:
        StorageError: ``damaged``, ``other-version`` or ``not-empty``; the transaction must then be given up.
    """
    checked = _Checked(lines)
    head = read_head(checked.first())
    _require_empty(connection, head.school_id)
    written = dict.fromkeys(head.rows, 0)
    sums = dict.fromkeys(head.rows, 0)
    shifts = _Shifts(connection)
    for name, rows in _batches(checked, head):
        table = metadata.tables[name]
        written[name] += len(rows)
        for row in rows:
            sums[name] = _added(sums[name], row)
        _write(connection, table, [shifts.moved(table, _values(table, row)) for row in rows], head)
    if written != dict(head.rows):
        raise _damaged()
    shifts.finish()
    _require_kept(connection, head, sums, shifts)
    return head


class _Checked:
    """The lines of a dump, up to an end whose digest fits."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._digest = hashlib.sha256()

    def first(self) -> bytes:
        line = next(self._lines, b"").rstrip(b"\n")
        self._digest.update(line + b"\n")
        return line

    def rows(self) -> Iterator[tuple[str, list[Any]]]:
        for raw in self._lines:
            line = raw.rstrip(b"\n")
            try:
                said = json.loads(line)
            except ValueError as error:
                raise _damaged() from error
            if isinstance(said, dict):
                if said != {"end": self._digest.hexdigest()} or next(self._lines, None) is not None:
                    raise _damaged()
                return
            self._digest.update(line + b"\n")
            if not (isinstance(said, list) and len(said) == 2 and isinstance(said[1], list)):
                raise _damaged()
            yield str(said[0]), said[1]
        raise _damaged()  # cut off


class _Shifts:
    """New numbers where another school of the same server has rows already; the order stays."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by: dict[str, int] = {}
        if connection.dialect.name != "postgresql":
            return
        for table in metadata.sorted_tables:
            number = _numbered(table)
            if number is not None:
                # Nobody may draw a number between looking and counting on; other schools' writers wait.
                connection.exec_driver_sql(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE")
                highest = connection.execute(select(func.coalesce(func.max(number), 0))).scalar_one()
                self._by[table.name] = int(highest)

    def moved(self, table: Table, values: dict[str, Any]) -> dict[str, Any]:
        return self._changed(table, values, self._by.get(table.name, 0))

    def as_dumped(self, table: Table, values: dict[str, Any]) -> dict[str, Any]:
        return self._changed(table, values, -self._by.get(table.name, 0))

    def finish(self) -> None:
        """Let the server count on from the highest number."""
        for name in self._by:
            number = _numbered(metadata.tables[name])
            if number is None:
                continue
            serial = func.pg_get_serial_sequence(name, number.name)
            highest = self._connection.execute(select(func.max(number))).scalar()
            if highest is not None:
                self._connection.execute(select(func.setval(serial, highest)))

    def _changed(self, table: Table, values: dict[str, Any], by: int) -> dict[str, Any]:
        number = _numbered(table)
        if by and number is not None:
            for column in (number.name, *_POINTS_AT.get(table.name, ())):
                if values[column] is not None:
                    values[column] += by
        return values


def _lines(connection: Connection, head: dict[str, Any], tables: Iterable[Table]) -> Iterator[bytes]:
    yield _line(head)
    for table in tables:
        for row in _rows(connection, table):
            yield _line([table.name, row])


def _rows(connection: Connection, table: Table, school_id: str | None = None) -> Iterator[list[Any]]:
    """The rows as they stand in a dump; a null in a JSON column is told apart from JSON's own null."""
    may_be_null = [column for column in table.c if isinstance(column.type, JSON) and column.nullable]
    query = select(table, *(column.is_(None).label(f"{column.name} is null") for column in may_be_null))
    if school_id is not None:
        query = query.where(_school_of(table) == school_id)
    if len(table.primary_key.columns):
        query = query.order_by(*table.primary_key.columns)
    width = len(table.columns)
    nullable = {column.name for column in may_be_null}
    places = [at for at, column in enumerate(table.columns) if column.name in nullable]
    kinds = [_OUT.get(type(column.type), _same) for column in table.columns]
    for found in connection.execution_options(yield_per=_BATCH).execute(query):
        row = [out(value) for out, value in zip(kinds, found[:width], strict=True)]
        for place, is_null in zip(places, found[width:], strict=True):
            row[place] = None if is_null else row[place]
        yield row


def _same(value: Any) -> Any:
    return value


_OUT: dict[type, Callable[[Any], Any]] = {
    JSON: lambda value: [value],
    Instant: lambda value: None if value is None else value.isoformat(timespec="microseconds"),
    Date: lambda value: None if value is None else value.isoformat(),
    LargeBinary: lambda value: None if value is None else base64.b64encode(bytes(value)).decode(),
}
"""How a kind of column stands in a line."""


def _values(table: Table, row: list[Any]) -> dict[str, Any]:
    if len(row) != len(table.columns):
        raise _damaged()
    try:
        return {c.name: _from_json(c, value) for c, value in zip(table.columns, row, strict=True)}
    except (TypeError, ValueError, KeyError, IndexError) as error:
        raise _damaged() from error


def _from_json(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if isinstance(kind, JSON):
        return null() if value is None else value[0]
    if value is None:
        return None
    if isinstance(kind, Instant):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    if isinstance(kind, String) and kind.length is not None and len(value) > kind.length:
        raise StorageError(
            f"An entry is longer than a register may keep ({column.table.name}, {kind.length} characters).",
            remedy="Shorten it, then start again.",
            code="too-long",
        )
    return value


def _batches(checked: _Checked, head: DumpHead) -> Iterator[tuple[str, list[list[Any]]]]:
    name, held = "", list[list[Any]]()
    for table, row in checked.rows():
        if table not in head.rows:
            raise _damaged()
        if held and (table != name or len(held) == _BATCH):
            yield name, held
            held = []
        name = table
        held.append(row)
    if held:
        yield name, held


def _write(connection: Connection, table: Table, rows: list[dict[str, Any]], head: DumpHead) -> None:
    if any(row[_school_of(table).name] != head.school_id for row in rows):
        raise _damaged()
    if table is school:  # the register was opened for this school, so its row is there
        (row,) = rows
        changed = connection.execute(school.update().where(school.c.id == head.school_id).values(**row))
        if changed.rowcount != 1:
            raise _not_empty()
        return
    if any(isinstance(column.type, JSON) and column.nullable for column in table.columns):
        for row in rows:  # an SQL null among many rows would be bound as JSON's
            connection.execute(insert(table).values(**row))
        return
    connection.execute(insert(table), rows)


def _require_empty(connection: Connection, school_id: str) -> None:
    for table in metadata.sorted_tables:
        if table is school:
            continue
        if connection.execute(select(table.c.school_id).where(table.c.school_id == school_id).limit(1)).first():
            raise _not_empty()


def _require_kept(connection: Connection, head: DumpHead, sums: Mapping[str, int], shifts: _Shifts) -> None:
    """Read every row again as the engine keeps it, follow the chain and every reference."""
    for table in metadata.sorted_tables:
        found = 0
        for row in _rows(connection, table, head.school_id):
            values = shifts.as_dumped(table, dict(zip((c.name for c in table.columns), row, strict=True)))
            found = _added(found, list(values.values()))
        if found != sums[table.name]:
            raise StorageError(
                f"The register does not keep what it was given ({table.name}); nothing was written.", code="not-kept"
            )
    proof = audit.verify(connection, school_id=head.school_id)
    if not proof.ok or proof.head != head.audit_head:
        raise StorageError(
            "The chain of records in this copy is broken; nothing was written.",
            remedy="Take another copy of it.",
            code="chain-broken",
        )
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise _damaged()


def _added(so_far: int, row: list[Any]) -> int:
    """A sum over rows in any order, since engines sort text differently."""
    return (so_far + int.from_bytes(hashlib.sha256(_line(row)).digest(), "big")) % (1 << 256)


def _numbered(table: Table) -> Column[Any] | None:
    """The column whose numbers the engine gives out, if the table has one."""
    (first, *others) = table.primary_key.columns or [None]
    if first is None or others or not isinstance(first.type, Integer) or first.autoincrement is not True:
        return None
    return first


def _school_of(table: Table) -> Column[Any]:
    return table.c.id if table is school else table.c.school_id


def _count(connection: Connection, table: Table) -> int:
    found: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    return found


def _line(value: Any) -> bytes:
    return _ENCODED(value).encode() + b"\n"


def _damaged() -> StorageError:
    return StorageError(
        "This copy of the register is damaged or was cut off; nothing was written.",
        remedy="Take another copy of it.",
        code="damaged",
    )


def _other_version() -> StorageError:
    return StorageError(
        "Another version of ClearPost made this copy of the register.",
        remedy="Use that version, or the newest one on both PCs.",
        code="other-version",
    )


def _not_empty() -> StorageError:
    return StorageError(
        "There is a register of this school there already; nothing was written.",
        remedy="Restore or move into an empty one.",
        code="not-empty",
    )
