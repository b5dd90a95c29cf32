"""When a picture was taken, as the camera's clock says: read from the bytes by ourselves, without decoding anything.

Exif (JEITA CP-3451) keeps it as text without a time zone, so it is a day and an hour at the place, and it proves
nothing. Every number read from the file is checked against its length; what does not fit is no answer.
"""

from __future__ import annotations

import struct
from datetime import datetime

_EXIF_IFD, _ORIGINAL, _DIGITISED, _CHANGED = 0x8769, 0x9003, 0x9004, 0x0132
_ASCII = 2
_MOST_ENTRIES = 512
_SEARCHED_BYTES = 4_000_000
"""Exif stands near the beginning of a photo; HEIC may keep it behind its tables."""


def taken_at(data: bytes) -> datetime | None:
    """What the camera's clock said, without a time zone; None when the file does not say."""
    head = data[:_SEARCHED_BYTES]
    for start in _tiff_starts(head):
        if (found := _from_tiff(head[start:])) is not None:
            return found
    return None


def _tiff_starts(data: bytes) -> list[int]:
    if data[:4] in (b"II*\0", b"MM\0*"):
        return [0]
    starts: list[int] = []
    for mark in (b"Exif\0\0", b"eXIf", b"EXIF"):  # JPEG and HEIC, PNG, WebP
        at = data.find(mark)
        while at >= 0 and len(starts) < 8:
            for gap in (0, 4):  # a length stands between in WebP
                start = at + len(mark) + gap
                if data[start : start + 4] in (b"II*\0", b"MM\0*"):
                    starts.append(start)
            at = data.find(mark, at + 1)
    return starts


def _from_tiff(data: bytes) -> datetime | None:
    order = "<" if data[:2] == b"II" else ">"
    first = _number(data, 4, order + "I")
    if first is None:
        return None
    changed, exif_at = _entries(data, first, order)
    inside = {} if exif_at is None else _entries(data, exif_at, order)[0]
    texts = (inside.get(_ORIGINAL), inside.get(_DIGITISED), changed.get(_CHANGED))
    return next((time for text in texts if text and (time := _time(text)) is not None), None)


def _entries(data: bytes, at: int, order: str) -> tuple[dict[int, bytes], int | None]:
    """The texts of a directory by tag, and where the Exif directory is."""
    texts: dict[int, bytes] = {}
    exif_at = None
    number = _number(data, at, order + "H") or 0
    for entry in range(min(number, _MOST_ENTRIES)):
        place = at + 2 + 12 * entry
        tag, kind = _number(data, place, order + "H"), _number(data, place + 2, order + "H")
        count, value = _number(data, place + 4, order + "I"), _number(data, place + 8, order + "I")
        if tag is None or kind is None or count is None or value is None:
            break
        if tag == _EXIF_IFD:
            exif_at = value
        elif kind == _ASCII and count >= 19:
            texts[tag] = data[value : value + 19]
    return texts, exif_at


def _number(data: bytes, at: int, form: str) -> int | None:
    if at < 0 or at + struct.calcsize(form) > len(data):
        return None
    (number,) = struct.unpack_from(form, data, at)
    return int(number)


def _time(text: bytes) -> datetime | None:
    try:
        return datetime.strptime(text.decode("ascii"), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
