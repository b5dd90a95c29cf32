"""Files beside pictures: films, raw files and the notes of edits. Whether one is whole, as far as its outside tells.

They are kept and removed like photos, and never looked into, shown or published; so their format is checked and their
content is left alone.
"""

from __future__ import annotations

from app.domain.errors import PhotoUnreadableError
from app.domain.photo import PhotoKind

_STAYS = "It stays where it is."
_MOST_NOTES = 4_000_000
_HEAD_BYTES = 4_000_000
_BOX_HEADER = 16
_MOST_BOXES = 100_000
_FIRST_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
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
        return _outlined(data).format()
    return _raw(data) if kind is PhotoKind.RAW else _notes(data)


def _outlined(data: bytes) -> Outline:
    outline = Outline()
    outline.feed(data)
    return outline


class Outline:
    """What a film's outside tells, noted while it goes by piece by piece; what is kept of it stays small.

    Attributes:
        head: its beginning.
        length: how many bytes went by.
    """

    def __init__(self) -> None:
        self.head = b""
        self.length = 0
        self._boxes: list[tuple[int, bytes]] = []
        self._next, self._header = 0, bytearray()

    def feed(self, piece: bytes) -> None:
        """Look at the next bytes."""
        if len(self.head) < _HEAD_BYTES:
            self.head += piece[: _HEAD_BYTES - len(self.head)]
        end = self.length + len(piece)
        while self._next < end and len(self._boxes) < _MOST_BOXES:
            start = self._next + len(self._header) - self.length
            self._header += piece[start : start + _BOX_HEADER - len(self._header)]
            if len(self._header) < _BOX_HEADER:
                break
            self._note(bytes(self._header))
        self.length = end

    def format(self) -> str:
        """The container's name.

        Raises:
            PhotoUnreadableError: as for `format_of`.
        """
        if self.head[4:8] in _FIRST_BOXES:
            return _judged([*self._boxes, *self._last()], self._next or 0, self.length, self.head)
        return _film(self.head, self.length)

    def _note(self, header: bytes) -> None:
        size, kind = _box(header)
        self._boxes.append((size, kind))
        self._header = bytearray(header[size:] if size >= 8 else b"")  # a short box: the next began already
        # A box of no size goes to the end of the file: nothing follows it.
        self._next = self._next + size if size >= 8 else 1 << 63

    def _last(self) -> list[tuple[int, bytes]]:
        """A box at the very end that is shorter than the longest header."""
        if len(self._header) < 8:
            return []
        size, kind = _box(bytes(self._header))
        self._next += size if size >= 8 else 1 << 63
        return [(size, kind)]


def _box(header: bytes) -> tuple[int, bytes]:
    size = int.from_bytes(header[:4], "big")
    return int.from_bytes(header[8:16], "big") if size == 1 else size, header[4:8]


def _judged(boxes: list[tuple[int, bytes]], reached: int, length: int, head: bytes) -> str:
    """An ISO or QuickTime film: its boxes must fill the file to the end, with a table of contents among them."""
    to_the_end = bool(boxes) and boxes[-1][0] == 0
    sizes = boxes[:-1] if to_the_end else boxes
    if any(size < 8 or len(kind) != 4 for size, kind in sizes) or not (to_the_end or reached == length):
        raise _cut_off()
    if all(kind != b"moov" for _size, kind in boxes):
        raise _cut_off()
    return "QUICKTIME" if head[4:8] != b"ftyp" or head[8:12] == b"qt  " else "MP4"


def _film(data: bytes, length: int) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"AVI ":
        if 8 + int.from_bytes(data[4:8], "little") > length:
            raise _cut_off()
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


def _raw(data: bytes) -> str:
    if data[4:12] == b"ftypcrx ":
        _outlined(data).format()
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


def _cut_off() -> PhotoUnreadableError:
    return PhotoUnreadableError(
        "The film ends too early or has no table of contents.",
        remedy="It stays where it is; play it on the phone to see whether it is whole.",
        code="truncated",
    )
