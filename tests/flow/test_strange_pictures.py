"""Whatever a file is, ``detect`` gives what is in it or a reason in plain words, and goes on with the next one."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.bench.portraits import portraits
from tests.conftest import ROOT

REFUSED = {
    "bytes-none.jpg": "empty",
    "noise.jpg": "not-a-photo",
    "words.jpg": "not-a-photo",
    "half.jpg": "truncated",
    "half.png": "truncated",
    "half.heic": "truncated",
    "flipped.png": "damaged",
    "huge.png": "too-large",
    "huge.jpg": "too-large",
    "animated.gif": "not-a-photo",
    "animated.webp": "animated",
    "animated.png": "animated",
}


def saved(image: Image.Image, container: str, **options: object) -> bytes:
    sheet = io.BytesIO()
    image.save(sheet, container, **options)
    return sheet.getvalue()


def huge_png(edge: int = 30_000) -> bytes:
    """A valid header that promises a picture of 900 megapixels, and a little of it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", edge, edge, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def huge_jpeg(edge: int = 30_000) -> bytes:
    """A small picture whose frame header says that it is huge."""
    data = bytearray(saved(Image.new("RGB", (16, 16)), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", edge, edge)
    return bytes(data)


def strange_files(heic: bytes) -> dict[str, bytes]:
    person = portraits()[0]
    jpeg, png = saved(person, "JPEG", quality=90), saved(person, "PNG")
    frames = [person, portraits()[2]]
    flipped = bytearray(png)
    flipped[len(png) // 2] ^= 0xFF
    deep = np.asarray(person.convert("L")).astype(np.uint16) * 257
    clear = person.convert("RGBA")
    clear.putalpha(200)
    return {
        "bytes-none.jpg": b"",
        "noise.jpg": np.random.default_rng(3).bytes(5000),
        "words.jpg": b"Dear parents, please find the photos attached.",
        "half.jpg": jpeg[: len(jpeg) // 2],
        "half.png": png[: len(png) // 2],
        "half.heic": heic[: len(heic) // 2],
        "flipped.png": bytes(flipped),
        "huge.png": huge_png(),
        "huge.jpg": huge_jpeg(),
        "animated.gif": saved(frames[0], "GIF", save_all=True, append_images=frames[1:]),
        "animated.webp": saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]),
        "animated.png": saved(frames[0], "PNG", save_all=True, append_images=frames[1:]),
        "cmyk.jpg": saved(person.convert("CMYK"), "JPEG", quality=90),
        "deep.png": saved(Image.fromarray(deep), "PNG"),
        "deep.tif": saved(Image.fromarray(deep), "TIFF"),
        "grey.jpg": saved(person.convert("L"), "JPEG", quality=90),
        "palette.png": saved(person.quantize(200), "PNG", transparency=0),
        "clear.png": saved(clear, "PNG"),
        "clear.webp": saved(clear, "WEBP", quality=90),
        "whole.heic": heic,
        "a-png-called.jpg": png,
        "A-JPEG-CALLED.TIFF": jpeg,
        "one-pixel.png": saved(Image.new("RGB", (1, 1)), "PNG"),
        "a-row.png": saved(Image.new("RGB", (9000, 1), "white"), "PNG"),
        "a-column.jpg": saved(Image.new("RGB", (3, 4000), "grey"), "JPEG"),
        "slim.png": saved(Image.new("RGB", (30_000, 40), "white"), "PNG"),
    }


SHOWS_A_FACE = {
    "cmyk.jpg", "deep.png", "deep.tif", "grey.jpg", "palette.png", "clear.png", "clear.webp", "a-png-called.jpg",
    "A-JPEG-CALLED.TIFF",
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> dict[str, dict[str, Any]]:
    """What ``detect`` says of each file, in one run over all of them."""
    folder = tmp_path_factory.mktemp("strange")
    names = []
    for name, data in strange_files((shared_data / "formats" / "files" / "arrow.heic").read_bytes()).items():
        (folder / name).write_bytes(data)
        names.append(str(folder / name))
    done = subprocess.run(
        [sys.executable, "-m", "app", "detect", "--json", "--files-from", "-"],
        cwd=ROOT, input="\n".join(names), capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    return {Path(photo["path"]).name: photo for photo in json.loads(done.stdout)["photos"]}


def test_every_file_is_answered_for_and_only_bad_ones_are_refused(told: dict[str, dict[str, Any]]) -> None:
    refused = {name: photo["problem"]["code"] for name, photo in told.items() if photo.get("problem")}
    assert refused == REFUSED
    assert set(told) > SHOWS_A_FACE


def test_every_reason_is_in_plain_sentences(told: dict[str, dict[str, Any]]) -> None:
    for name in REFUSED:
        words = told[name]["problem"]["text"]
        assert words[0].isupper(), name
        assert words.endswith("."), name
        assert "Error" not in words, name
        assert told[name]["faces"] == []


@pytest.mark.parametrize("name", sorted(SHOWS_A_FACE))
def test_a_face_is_found_whatever_way_the_picture_is_stored(told: dict[str, dict[str, Any]], name: str) -> None:
    [face] = told[name]["faces"]
    left, top, right, bottom = face["box"]
    assert abs((left + right) / 2 - 154) < 20
    assert abs((top + bottom) / 2 - 117) < 25


def test_pictures_of_a_row_a_column_or_one_pixel_are_looked_at(told: dict[str, dict[str, Any]]) -> None:
    sizes = {name: (told[name]["width"], told[name]["height"]) for name in told if not told[name].get("problem")}
    assert sizes["one-pixel.png"] == (1, 1)
    assert sizes["a-row.png"] == (9000, 1)
    assert sizes["a-column.jpg"] == (3, 4000)
    assert sizes["slim.png"] == (30_000, 40)
    assert all(told[name]["faces"] == [] for name in ("one-pixel.png", "a-row.png", "a-column.jpg", "slim.png"))
