"""A film's outside tells the same whether it is looked at whole or goes by piece by piece."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import PhotoUnreadableError
from app.domain.photo import PhotoKind
from app.imaging.other_files import Outline, format_of


def box(kind: bytes, content: bytes, *, long: bool = False) -> bytes:
    if long:
        return struct.pack(">I4sQ", 1, kind, 16 + len(content)) + content
    return struct.pack(">I4s", 8 + len(content), kind) + content


MOVIE = box(b"ftyp", b"isom" + bytes(4)) + box(b"free", b"") + box(b"mdat", bytes(500), long=True) + box(b"moov", b"t")
FILMS = {
    "long box": MOVIE,
    "short boxes": MOVIE + box(b"free", b"") * 3 + box(b"free", b"abc"),
    "to the end": box(b"ftyp", b"qt  " + bytes(4)) + box(b"moov", b"t") + struct.pack(">I4s", 0, b"mdat") + bytes(900),
    "avi": b"RIFF" + (300).to_bytes(4, "little") + b"AVI " + bytes(400),
    "matroska": b"\x1aE\xdf\xa3" + bytes(300),
    "cut off": MOVIE[:-1],
    "cut in a header": MOVIE + b"\0\0\0",
    "no table": box(b"ftyp", b"qt  " + bytes(4)) + box(b"mdat", bytes(500)),
    "backwards": box(b"ftyp", b"qt  " + bytes(4)) + struct.pack(">I4s", 3, b"moov") + bytes(90),
    "words": b"Dear parents, " * 30,
}


def said(look) -> str:
    try:
        return look()
    except PhotoUnreadableError as problem:
        return problem.code


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("long box", "MP4"), ("short boxes", "MP4"), ("to the end", "QUICKTIME"), ("avi", "AVI"),
        ("matroska", "MATROSKA"), ("cut off", "truncated"), ("cut in a header", "truncated"),
        ("no table", "truncated"), ("backwards", "truncated"), ("words", "not-a-film"),
    ],
)  # fmt: skip
def test_a_film_is_what_its_boxes_say(name, answer):
    assert said(lambda: format_of(FILMS[name], PhotoKind.FILM)) == answer


@given(st.sampled_from(sorted(FILMS)), st.lists(st.integers(1, 40), min_size=1, max_size=60))
def test_pieces_of_any_size_tell_the_same(name, sizes):
    film, outline, at = FILMS[name], Outline(), 0
    for size in sizes:
        outline.feed(film[at : at + size])
        at += size
    outline.feed(film[at:])
    assert outline.length == len(film)
    assert said(outline.format) == said(lambda: format_of(film, PhotoKind.FILM))
