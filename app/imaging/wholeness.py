"""Whether a file reaches its own end, asked of the container itself.

Decoders are lenient here: libheif draws a HEIC that lost its second half with the missing tiles left blank (measured
with libheif inside pi-heif 1.4.0), and PNG readers stop at the last row. JPEG and TIFF need no help: Pillow refuses
them.
"""

from __future__ import annotations

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def ends_too_early(data: bytes, container: str) -> bool:
    """Whether the container (Pillow's name for the format) announces more bytes than there are."""
    match container:
        case "HEIF":
            return not _has_whole_boxes(data)
        case "PNG":
            return not _has_whole_chunks(data)
        case "WEBP":
            return len(data) < 8 or len(data) < 8 + int.from_bytes(data[4:8], "little")
        case _:
            return False


def _has_whole_boxes(data: bytes) -> bool:
    """Walk the top-level boxes of an ISO base media file (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 0:  # the last box, up to the end of the file
            return True
        if size == 1:
            if at + 16 > len(data):
                return False
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:
            return not any(data[at:])  # zero padding after the last box does no harm, anything else does
        at += size
    return at <= len(data)


def _has_whole_chunks(data: bytes) -> bool:
    """Walk the chunks of a PNG up to IEND (W3C PNG, 5.3)."""
    at = len(_PNG_SIGNATURE)
    while at + 12 <= len(data):
        is_last = data[at + 4 : at + 8] == b"IEND"
        at += 12 + int.from_bytes(data[at : at + 4], "big")
        if is_last:
            return at <= len(data)
    return False
