"""Lists as school systems export them, with invented pupils, and the smallest XLSX that holds a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

Cell = str | int | float | bool | date | None
_KIND = "http://schemas.openxmlformats.org"
_OFFICE = f"{_KIND}/officeDocument/2006/relationships"
_STYLES = (
    f'<styleSheet xmlns="{_KIND}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)

PUPILS = (
    "Pupils on roll,,,,,\r\n,,,,,\r\n"
    "Adno,UPN,Name,Reg,Year,DOB\r\n"
    '001234,H801200001001,"O\'Neill, Zoë",7A,Year 7,14/03/2014\r\n'
    '001235,B820200023001,"Okafor, Amara",7A,Year 7,01/12/2013\r\n'
    ',,"Tailor, Ben",7B,Year 7,\r\n'
    "Total: 3,,,,,\r\n"
)
CONSENTS = (
    "Forename,Surname,Date,Given by,Facebook,Facebook name,Website\r\n"
    "Amara,Okafor,01/09/2025,Mrs Okafor,Yes,No,✓\r\n"
    "Ben,Tailor,02/09/2025,,N,,no FB please\r\n"
    "Caitlin,Price,,,Declined,,Consented\r\n"
    "Dev,Anand,45901,Mr Anand,1,0,TRUE\r\n"
    "Ella,Moss,2025-09-01,child,Withdrawn,pending,-\r\n"
)
LONG = (
    "Student name;Consent type;Platform;Status;Date\r\n"
    "Okafor, Amara;Photo;Facebook;Confirmed;01/09/2025\r\n"
    "Tailor, Ben;Name;Website;Declined;02/09/2025\r\n"
    "Price, Caitlin;Video;Website;Pending;\r\n"
)
PASTED = "Forename\tSurname\tFacebook\tWebsite\nAmara\tOkafor\tYes\tNo\nBen\tTailor\tTRUE\t\n"


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Cell]]], *, extra: Mapping[str, str | bytes] | None = None
) -> bytes:
    """An XLSX of these sheets; `extra` adds or replaces parts of the package."""
    numbered = list(enumerate(sheets.items(), start=1))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_KIND}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": _relationships({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{_KIND}/spreadsheetml/2006/main" xmlns:r="{_OFFICE}"><sheets>'
        + "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, (name, _) in numbered)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relationships(
            {f"r{n}": ("worksheet", f"worksheets/s{n}.xml") for n, _ in numbered} | {"rs": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": _STYLES,
    }
    parts |= {f"xl/worksheets/s{n}.xml": sheet_xml(rows) for n, (_, rows) in numbered}
    return package(parts | dict(extra or {}))


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package, to change one of them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_xml(rows: Sequence[Sequence[Cell]]) -> str:
    """One sheet; dates are kept as Excel keeps them, numbers with a date style."""
    body = "".join(
        f'<row r="{n}">' + "".join(_cell(f"{_letters(c)}{n}", value) for c, value in enumerate(row)) + "</row>"
        for n, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{_KIND}/spreadsheetml/2006/main"><sheetData>{body}</sheetData></worksheet>'


def table(text: str, delimiter: str = ",") -> list[list[str]]:
    """A delimited sample as rows."""
    import csv

    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _cell(place: str, value: Cell) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    escaped = value.replace("&", "&amp;").replace("<", "&lt;")
    return f'<c r="{place}" t="inlineStr"><is><t>{escaped}</t></is></c>'


def _letters(column: int) -> str:
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_KIND}/package/2006/relationships">{inside}</Relationships>'
