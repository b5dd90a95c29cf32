"""Long data in encrypted pieces: what comes out is what went in, or nothing is accepted."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import StorageError
from app.storage import sealed_stream
from app.storage.sealed_stream import SealedWriter, lines_of, opened_pieces

KEY = bytes(range(32))


def sealed(parts: list[bytes], label: str = "register") -> bytes:
    out = io.BytesIO()
    writer = SealedWriter(out, KEY, label)
    for part in parts:
        writer.write(part)
    writer.close()
    return out.getvalue()


def opened(data: bytes, key: bytes = KEY, label: str = "register") -> bytes:
    return b"".join(opened_pieces(io.BytesIO(data), key, label))


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr(sealed_stream, "PIECE_BYTES", 64)


EXAMPLES = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@EXAMPLES
@given(st.lists(st.binary(max_size=200), max_size=6))
def test_what_was_written_comes_back(parts):
    assert opened(sealed(parts)) == b"".join(parts)


@EXAMPLES
@given(st.binary(max_size=300), st.data())
def test_every_changed_byte_and_every_cut_shows(data, draw):
    whole = sealed([data])
    at = draw.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[at] ^= draw.draw(st.integers(1, 255))
    for doctored in (bytes(changed), whole[:at], whole + b"x"):
        with pytest.raises(StorageError) as refusal:
            opened(doctored)
        assert refusal.value.code == "damaged"


def frames(whole: bytes) -> tuple[bytes, list[bytes]]:
    head, rest, found = whole[:20], whole[20:], []
    while rest:
        size = 5 + int.from_bytes(rest[:4], "big")
        found.append(rest[:size])
        rest = rest[size:]
    return head, found


def test_pieces_swapped_left_out_twice_or_taken_from_another_stream_show():
    head, parts = frames(sealed([bytes(200)]))
    _other, others = frames(sealed([bytes(200)]))
    assert len(parts) == 4
    ended = parts[1][:4] + b"\1" + parts[1][5:]
    for doctored in (
        [parts[1], parts[0], *parts[2:]],
        [*parts[:2], parts[3]],
        [parts[0], parts[0], *parts[1:]],
        [others[0], *parts[1:]],
        [*parts[:3]],
        [parts[0], ended],
    ):
        with pytest.raises(StorageError):
            opened(head + b"".join(doctored))


def test_another_key_or_label_opens_nothing_and_no_piece_tells_what_is_in_it():
    whole = sealed([b"Amara Okafor " * 20])
    assert b"Amara" not in whole
    for key, label in ((bytes(32), "register"), (KEY, "contents")):
        with pytest.raises(StorageError):
            opened(whole, key, label)
    assert sealed([b"same"]) != sealed([b"same"])


def test_lines_come_back_across_pieces_and_one_without_an_end_is_refused():
    lines = [b"a" * 100, b"", b"b" * 70]
    assert list(lines_of(iter([b"\n".join(lines) + b"\n"]))) == lines
    assert list(lines_of(opened_pieces(io.BytesIO(sealed([b"\n".join(lines) + b"\n"])), KEY, "register"))) == lines
    with pytest.raises(StorageError):
        list(lines_of(iter([b"no end"])))
    with pytest.raises(StorageError):
        list(lines_of(iter([b"x" * 50]), longest=40))
