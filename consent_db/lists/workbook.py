"""Spreadsheets: the sheets of an XLSX file as tables.

The cells are read by calamine. Before that the package is checked, because calamine makes room for every cell up to the
farthest one at once: a file of two kilobytes with a value in the last cell ends the whole program.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime
from xml.parsers import expat

from app.domain.errors import RegisterError
from consent_db.lists.table import MAX_CELLS, MAX_COLUMNS, MAX_LINES, Table, table_of, too_large

MAX_UNPACKED = 300_000_000
_MAX_SHEETS = 60
_CHUNK = 1 << 20
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like a ZIP package."""
    return data[:2] == b"PK"


def is_old_workbook(data: bytes) -> bool:
    """Whether the bytes begin like Excel 97, which is also what a spreadsheet with a password looks like."""
    return data[:8] == bytes.fromhex("d0cf11e0a1b11ae1")


def workbook_tables(data: bytes, name: str) -> tuple[Table, ...]:
    """Every visible sheet with something in it, in order.

    Raises:
        RegisterError: damaged, protected, unpacking to far more than a list, or no XLSX at all.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    _check(data, name)
    tables = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in workbook.sheets_metadata[:_MAX_SHEETS]:
            if sheet.visible is not SheetVisibleEnum.Visible or sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            texts = ((number, [_text(value) for value in row]) for number, row in enumerate(rows, start=1))
            table = table_of(sheet.name, texts)
            if table.lines:
                tables.append(table)
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise _damaged(name) from error
    except BaseException as error:
        # A panic of the Rust library is no Exception; anything else of that height is not ours.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(name) from None
    return tuple(tables)


def _check(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            names = [member.filename.casefold() for member in members]
            if "xl/workbook.xml" not in names or len(set(names)) != len(names):
                raise _damaged(name)
            if sum(member.file_size for member in members) > MAX_UNPACKED:
                raise too_large(name)
            for member in members:
                _check_member(package, member, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _damaged(name) from error
    except (expat.ExpatError, LookupError) as error:
        raise _damaged(name) from error


def _check_member(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    """Unpack one part whole (its size and checksum must be as announced); of XML, look how far its cells reach."""
    extent = None if not member.filename.casefold().endswith((".xml", ".rels")) else _Extent(name)
    with package.open(member) as part:
        for chunk in iter(lambda: part.read(_CHUNK), b""):
            if extent is not None:
                extent.feed(chunk)
    if extent is not None:
        extent.finish()


class _Extent:
    """Reads XML only to see that it is whole, has no entities, and that its cells are where a list has cells."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cell: tuple[int, int] | None = None
        self._row = self._column = self._rows = self._columns = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._element
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def finish(self) -> None:
        self._parser.Parse(b"", True)

    def _refuse(self, *_arguments: object) -> None:
        raise _damaged(self._name)

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "row":
            number = attributes.get("r", "")
            self._row = int(number) if re.fullmatch(r"[0-9]{1,9}", number) else self._row + 1
            self._column = 0
        elif kind == "c":
            self._step(attributes.get("r", ""))
        elif kind in ("v", "is", "f"):
            self._reach()
        elif kind == "Relationship" and _hides_a_sheet(attributes):
            raise _damaged(self._name)

    def _step(self, reference: str) -> None:
        place = _REFERENCE.fullmatch(reference)
        if reference and not place:
            raise _damaged(self._name)
        if place:
            self._row, self._column = int(place[2]), _column_number(place[1])
        else:
            self._column += 1

    def _reach(self) -> None:
        self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
        if self._rows > MAX_LINES or self._columns > MAX_COLUMNS or self._rows * self._columns > MAX_CELLS:
            raise too_large(self._name)


def _hides_a_sheet(attributes: dict[str, str]) -> bool:
    """Whether a sheet lies in a part that is not looked at here because its name says it is a picture."""
    is_sheet = attributes.get("Type", "").endswith("/worksheet")
    return is_sheet and not attributes.get("Target", "").casefold().endswith(".xml")


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _text(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _damaged(name: str) -> RegisterError:
    return RegisterError(
        f"{name} cannot be read as a spreadsheet: it is damaged, or not an XLSX file.",
        remedy="Open it in the spreadsheet program and save it as XLSX or CSV.",
        code="damaged",
    )
