"""The parser of JPEG blocks finds everything that is not picture."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.imaging.encoding import encode_jpeg
from app.imaging.metadata import unexpected_blocks

CLEAN = encode_jpeg(np.random.default_rng(1).integers(0, 256, (40, 60, 3), dtype=np.uint8), max_bytes=100_000)


def block(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def with_block(added: bytes) -> bytes:
    """After SOI and the JFIF header."""
    at = 2 + 2 + int.from_bytes(CLEAN[4:6], "big")
    return CLEAN[:at] + added + CLEAN[at:]


def test_our_own_pictures_are_clean() -> None:
    assert unexpected_blocks(CLEAN) == ()


@pytest.mark.parametrize(
    ("added", "name"),
    [
        (block(0xE1, b"Exif\0\0II*\0"), "Exif"),
        (block(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>"), "XMP"),
        (block(0xE2, b"ICC_PROFILE\0\1\1"), "colour profile"),
        (block(0xE2, b"MPF\0"), "further pictures"),
        (block(0xED, b"Photoshop 3.0\0"), "Photoshop"),
        (block(0xEE, b"Adobe\0d\0"), "Adobe"),
        (block(0xE0, b"JFXX\0\x10"), "JFIF extension"),
        (block(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), "JFIF"),
        (block(0xEB, b"anything"), "unknown block"),
        (block(0xFE, b"Amara Okafor, class 3B"), "comment"),
        (block(0xF0, b""), "unknown block"),
    ],
)
def test_every_block_that_is_not_picture_is_listed(added: bytes, name: str) -> None:
    found = unexpected_blocks(with_block(added))
    assert len(found) == 1
    assert found[0].startswith(name)


def test_a_thumbnail_inside_the_jfif_header_is_listed() -> None:
    header = block(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1" + b"rgb")
    at = 2 + 2 + int.from_bytes(CLEAN[4:6], "big")
    assert unexpected_blocks(CLEAN[:2] + header + CLEAN[at:])[0].startswith("JFIF with a thumbnail")


def test_anything_after_the_end_is_listed() -> None:
    assert unexpected_blocks(CLEAN + b"x") == ("1 bytes after the end of the picture",)
    assert unexpected_blocks(CLEAN + CLEAN) == (f"{len(CLEAN)} bytes after the end of the picture",)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(CLEAN) - 1))
def test_a_cut_picture_is_never_clean_and_never_an_endless_loop(length: int) -> None:
    assert unexpected_blocks(CLEAN[:length])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    assert unexpected_blocks(data)
    assert unexpected_blocks(b"\xff\xd8" + data) is not None


def test_photos_of_cameras_are_full_of_blocks(shared_data: Path) -> None:
    files = shared_data / "formats" / "files"
    for name, word in {
        "gps_dscn0029.jpg": "Exif", "xmp_bluesquare.jpg": "XMP", "multi_frozenpond.mpo": "further pictures",
        "meta_photomechanic.jpg": "after the end", "meta_afcp.jpg": "after the end",
        "photoshop_broken.jpg": "Photoshop",
    }.items():  # fmt: skip
        assert any(word in found for found in unexpected_blocks((files / name).read_bytes())), name


def test_other_files_are_not_jpegs() -> None:
    sheet = io.BytesIO()
    Image.new("RGB", (2, 2)).save(sheet, "PNG")
    assert unexpected_blocks(sheet.getvalue()) == ("not a JPEG",)
    assert unexpected_blocks(b"") == ("not a JPEG",)
