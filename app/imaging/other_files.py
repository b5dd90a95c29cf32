"""Files beside pictures: films, raw files and the notes of edits. Whether one is whole, as far as its outside tells.

They are kept and removed like photos, and never looked into, shown or published; so their format is checked and their
content is left alone.
"""

from __future__ import annotations

from app.domain.errors import PhotoUnreadableError
from app.domain.photo import PhotoKind

_STAYS = "It stays where it is."
_MOST_NOTES = 4_000_000
_MPEG = (b"\0\0\1\xba", b"\0\0\1\xb3")
_RAW_STARTS = (b"II*\0", b"MM\0*", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"FUJIFILMCCD-RAW", b"II\x1a\0\0\0HEAPCCDR")


def format_of(data: bytes, kind: PhotoKind) -> str:
    """The container's name, when the file is what its group takes it for.

    Raises:
        PhotoUnreadableError: ``empty``, ``truncated``, or ``not-a-film``, ``not-raw``, ``not-notes``.
    """
    if not data:
        raise PhotoUnreadableError("The file is empty.", remedy="Copy it from the phone again.", code="empty")
    if kind in (PhotoKind.FILM, PhotoKind.LIVE):
        return _film(data)
    return _raw(data) if kind is PhotoKind.RAW else _notes(data)


def _film(data: bytes) -> str:
    if data[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"):
        return _boxes(data)
    if data[:4] == b"RIFF" and data[8:12] == b"AVI ":
        _require_length(data, 8 + int.from_bytes(data[4:8], "little"))
        return "AVI"
    if data[:4] == b"\x1aE\xdf\xa3":
        return "MATROSKA"
    if data[:4] in _MPEG:
        return "MPEG"
    if any(data[at : at + 1] == b"G" == data[at + step : at + step + 1] for at, step in ((0, 188), (4, 192))):
        return "MPEG-TS"
    if data[:4] == b"0&\xb2u":
        return "WMV"
    raise PhotoUnreadableError("The file is not a film.", remedy=_STAYS, code="not-a-film")


def _boxes(data: bytes) -> str:
    """An ISO or QuickTime film: its boxes must fill the file to the end, with a table of contents among them."""
    at, kinds = 0, set()
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        elif size == 0:  # to the end of the file
            size = len(data) - at
        if size < 8 or len(kind) != 4:
            raise _cut_off()
        kinds.add(kind)
        at += size
    _require_length(data, at)
    if b"moov" not in kinds:
        raise _cut_off()
    return "QUICKTIME" if data[4:8] != b"ftyp" or data[8:12] == b"qt  " else "MP4"


def _raw(data: bytes) -> str:
    if data[4:12] == b"ftypcrx ":
        _boxes(data)
        return "RAW"
    if not data.startswith(_RAW_STARTS) or len(data) < 4096:
        raise PhotoUnreadableError(
            "The file is not a camera’s raw file, or it is cut off.", remedy=_STAYS, code="not-raw"
        )
    return "RAW"


def _notes(data: bytes) -> str:
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    if len(data) <= _MOST_NOTES and start.startswith((b"<", b"bplist00", b"\xff\xd8\xff")):
        return "NOTES"
    raise PhotoUnreadableError("The file does not hold the notes of an edit.", remedy=_STAYS, code="not-notes")


def _require_length(data: bytes, length: int) -> None:
    if length > len(data):
        raise _cut_off()


def _cut_off() -> PhotoUnreadableError:
    return PhotoUnreadableError(
        "The film ends too early or has no table of contents.",
        remedy="It stays where it is; play it on the phone to see whether it is whole.",
        code="truncated",
    )
