"""Broken lists by the thousand: good samples, spoilt in the ways files get spoilt, each from its own number."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests.unit.consent_db.lists.samples import CONSENTS, LONG, PASTED, PUPILS, package, parts_of, table, workbook

_NASTY = (
    "", " ", "\0", "\u202eseY", "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "-", "--", '"', '""', "'", ",", ";", "\t",
    "\n", "\r", "\x1a", "\x1b[31m", "\ufeff", "\ufffd", "ZoÃ«",
    "🙂" * 50, "A" * 5_000, "9" * 400, "1e999", "-1", "0x10",
    "NaN", "99999", "00000", "31/02/2020", "12/31/2025", "2025-13-01", "0000-00-00", "01/01/0001", "9999-12-31",
    "March 2017", "no FB please", "yes but no", "YES!!!", "ｙｅｓ", "٣", "½", "x", "X", "None", "null", "#REF!",
    "H801200001001", "A801200001001", "Okafor, Amara", ",", "Total", "UPN", "Facebook", "Name",
    "<script>", "%s%n", "{0}", "../../etc",
    "\ud83d", "a\u0300" * 100, "1.2E+05",
)  # fmt: skip
_REFERENCES = ("XFD1048576", "A1048576", "XFD1", "ZZZ9", "A0", "A", "7", "A99999999999", "a1", "", "&#65;1", "A1:B2")


def mutated(number: int) -> bytes:
    """The broken list of this number: the same bytes every time."""
    dice = random.Random(number)
    kind = dice.random()
    if kind < 0.35:
        return _broken_workbook(dice)
    text = dice.choice([PUPILS, CONSENTS, CONSENTS, LONG, PASTED])
    if dice.random() < 0.7:
        text = _broken_text(text, dice)
    data = text.encode(dice.choice(["utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"]), errors="replace")
    for _ in range(dice.choice([0, 1, 1, 2, 5])):
        data = dice.choice(_BYTES)(data, dice)
    return data


def _broken_text(text: str, dice: random.Random) -> str:
    delimiter = max(",;\t", key=text.count)
    rows = table(text, delimiter)
    for _ in range(dice.randint(1, 6)):
        dice.choice(_ROWS)(rows, dice)
    joiner = dice.choice([delimiter, delimiter, delimiter, ",", ";", "\t", "|", " ", ""])
    quoted = dice.random() < 0.7
    lines = [joiner.join(f'"{cell}"' if quoted and joiner and joiner in cell else cell for cell in row) for row in rows]
    return dice.choice(["\r\n", "\n", "\r", "\n\n"]).join(lines)


def _nasty_cell(rows: list[list[str]], dice: random.Random) -> None:
    row = dice.choice(rows) if rows else []
    if row:
        row[dice.randrange(len(row))] = dice.choice(_NASTY)


def _swap_cells(rows: list[list[str]], dice: random.Random) -> None:
    row = dice.choice(rows) if rows else []
    dice.shuffle(row)


def _drop_row(rows: list[list[str]], dice: random.Random) -> None:
    if rows:
        rows.pop(dice.randrange(len(rows)))


def _repeat_row(rows: list[list[str]], dice: random.Random) -> None:
    if rows:
        rows.insert(dice.randrange(len(rows)), list(dice.choice(rows)))


def _longer_row(rows: list[list[str]], dice: random.Random) -> None:
    if rows:
        dice.choice(rows).extend(dice.choice(_NASTY) for _ in range(dice.choice([1, 2, 40])))


def _shorter_row(rows: list[list[str]], dice: random.Random) -> None:
    row = dice.choice(rows) if rows else []
    del row[dice.randrange(len(row) + 1) :]


def _flip(data: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(dice.choice([1, 1, 4, 30])):
        if spoilt:
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def _truncate(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _insert(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.randbytes(dice.choice([1, 3, 200])) + data[at:]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + data[at:][: dice.randrange(200)] * dice.choice([2, 50]) + data[at:]


def _one_letter(data: bytes, dice: random.Random) -> bytes:
    return data.replace(bytes([dice.choice(b",;\t\"'\r\n aey")]), dice.choice([b"", b"\0", b'"', b"\xff", b"\n", b";"]))


def _broken_workbook(dice: random.Random) -> bytes:
    rows = table(dice.choice([PUPILS, CONSENTS]))
    for _ in range(dice.choice([0, 1, 4])):
        dice.choice(_ROWS)(rows, dice)
    plain = [[cell.translate(_NOT_IN_XML) for cell in row] for row in rows]
    data = workbook({"Sheet": plain, "Other": table(LONG, ";")} if dice.random() < 0.3 else {"Sheet": plain})
    if dice.random() < 0.6:
        data = package(_broken_parts(parts_of(data), dice))
    for _ in range(dice.choice([0, 0, 1, 2])):
        data = dice.choice(_BYTES)(data, dice)
    return data


def _broken_parts(parts: dict[str, bytes], dice: random.Random) -> dict[str, bytes]:
    name = dice.choice(list(parts))
    how = dice.randrange(6)
    if how == 0:
        del parts[name]
    elif how == 1:
        parts[name] = dice.choice(_BYTES)(parts[name], dice)
    elif how == 2:
        sheet = "xl/worksheets/s1.xml"
        parts[sheet] = parts[sheet].replace(b'r="A1"', f'r="{dice.choice(_REFERENCES)}"'.encode(), 1)
    elif how == 3:
        parts[name] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts[name]
    elif how == 4:
        parts[name.upper()] = parts.pop(name)
    else:
        parts = {key: value.replace(b"r1", b"r9").replace(b"inlineStr", dice.choice([b"s", b"e", b"b", b"n", b"d"]))
                 for key, value in parts.items()}  # fmt: skip
    return parts


_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)))
_ROWS: Sequence[Callable[[list[list[str]], random.Random], None]] = (
    _nasty_cell, _nasty_cell, _nasty_cell, _swap_cells, _drop_row, _repeat_row, _longer_row, _shorter_row,
)  # fmt: skip
_BYTES: Sequence[Callable[[bytes, random.Random], bytes]] = (_flip, _truncate, _insert, _repeat, _one_letter)
