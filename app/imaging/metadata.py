"""What else is in a JPEG besides the picture: a strict reading of its segments, by ourselves.

Independent of the encoder on purpose: it is the second pair of eyes on every rendition. It knows what may be there and
lists all that is not on that list, so that a block nobody thought of is unexpected by itself. Segments: ITU-T T.81,
Annex B; the JFIF header: ITU-T T.871.
"""

from __future__ import annotations

from collections.abc import Iterator

_SOI, _EOI, _SOS, _DRI, _DQT, _DHT, _APP0, _COM = 0xD8, 0xD9, 0xDA, 0xDD, 0xDB, 0xC4, 0xE0, 0xFE
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive Huffman frames: all our encoder ever writes."""
_RESTARTS = range(0xD0, 0xD8)
_STRUCTURE = _FRAMES | {_DQT, _DHT, _DRI}
_JFIF_BYTES = 14
_NAMES = {
    b"Exif\0\0": "Exif",
    b"http://ns.adobe.com/xap/1.0/\0": "XMP", b"http://ns.adobe.com/xmp/extension/\0": "XMP extension",
    b"ICC_PROFILE\0": "colour profile", b"MPF\0": "further pictures (MPF)", b"Photoshop 3.0\0": "Photoshop and IPTC",
    b"JFIF\0": "JFIF", b"JFXX\0": "JFIF extension", b"Adobe\0": "Adobe",
}  # fmt: skip


def unexpected_blocks(data: bytes, *, comment: bytes | None = None) -> tuple[str, ...]:
    """Everything in a JPEG that is neither the picture nor what it takes to decode it; empty means clean.

    Args:
        data: the bytes of the file.
        comment: the one comment that was written on purpose; any other is listed.

    Returns:
        One plain name for each find, such as ``Exif (APP1, 1204 bytes)``, in the order of the file. A file that does
        not follow the format to its end is itself a find: nothing is known about the rest of it.
    """
    return tuple(_finds(data, comment))


def _finds(data: bytes, comment: bytes | None) -> Iterator[str]:
    if data[:2] != b"\xff\xd8":
        yield "not a JPEG"
        return
    at, is_first, comments, frames = 2, True, 0, 0
    while True:
        marker_at = at
        if data[at : at + 1] != b"\xff" or at + 2 > len(data):
            yield f"broken structure at byte {marker_at}"
            return
        marker = data[at + 1]
        at += 2
        if marker == _EOI:
            break
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data):
            yield f"broken structure at byte {marker_at}"
            return
        payload = data[at + 2 : at + length]
        at += length
        frames += marker in _FRAMES
        if marker == _SOS:
            at = _end_of_scan(data, at)
        elif marker == _COM and comment is not None and payload == comment and comments == 0:
            comments += 1
        elif not _is_expected(marker, payload, is_first=is_first):
            yield _described(marker, payload)
        is_first = False
    if frames != 1:
        yield f"{frames} pictures in one"
    if at != len(data):
        yield f"{len(data) - at} bytes after the end of the picture"


def _is_expected(marker: int, payload: bytes, *, is_first: bool) -> bool:
    if marker == _APP0:
        # JFIF once, at the start, without the thumbnail it may carry: 0 by 0 pixels, and not a byte more
        has_thumbnail = len(payload) != _JFIF_BYTES or payload[12:14] != b"\0\0"
        return is_first and payload.startswith(b"JFIF\0") and not has_thumbnail
    return marker in _STRUCTURE


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the entropy-coded data ends: the next 0xFF that is neither stuffing, a restart nor filling."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        following = data[at + 1]
        if following == 0 or following in _RESTARTS:
            at += 2
        elif following == 0xFF:
            return at  # filling bytes are legal, our encoder writes none, and they could carry a message
        else:
            return at


def _described(marker: int, payload: bytes) -> str:
    if marker == _COM:
        return f"comment ({len(payload)} bytes)"
    where = f"APP{marker - _APP0}" if 0xE0 <= marker <= 0xEF else f"marker {marker:02X}"
    name = next((name for start, name in _NAMES.items() if payload.startswith(start)), "unknown block")
    if name == "JFIF" and (len(payload) != _JFIF_BYTES or payload[12:14] != b"\0\0"):
        name = "JFIF with a thumbnail"
    return f"{name} ({where}, {len(payload)} bytes)"
