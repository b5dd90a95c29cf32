"""What goes out is a picture and nothing else, whatever came in; checked with our parser and with exiftool."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.errors import BugError, PhotoUnreadableError, VerificationError
from app.domain.photo import RgbImage
from app.imaging.decoding import DecodeLimits, decode_photo
from app.imaging.encoding import encode_jpeg, encoder_version, shrink
from app.imaging.metadata import unexpected_blocks

STRUCTURE = {
    "SourceFile", "ExifTool:ExifToolVersion", "JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution",
    "JFIF:YResolution", "Composite:ImageSize", "Composite:Megapixels",
}  # fmt: skip
"""What exiftool says of any JPEG at all; everything in its groups System and File describes the file, not the photo."""


def noise(width: int = 120, height: int = 80) -> RgbImage:
    return np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)


def exiftool() -> str:
    found = shutil.which("exiftool")
    if not found:
        pytest.skip("exiftool is not installed (libimage-exiftool-perl)")
    return found


def test_no_metadata_of_any_photo_reaches_what_goes_out(shared_data: Path, tmp_path: Path) -> None:
    tool = exiftool()
    decoded = 0
    for path in sorted((shared_data / "formats" / "files").iterdir()):
        try:
            photo = decode_photo(path.read_bytes(), limits=DecodeLimits(), max_edge_px=800)
        except PhotoUnreadableError:
            continue
        data = encode_jpeg(shrink(photo.pixels, 640), max_bytes=2_000_000)
        assert unexpected_blocks(data) == ()
        (tmp_path / f"{path.name}.jpg").write_bytes(data)
        decoded += 1
    assert decoded > 45
    said = subprocess.run([tool, "-j", "-G1", "-a", "-u", "-ee", str(tmp_path)], capture_output=True, check=True).stdout
    reports = json.loads(said)
    assert len(reports) == decoded
    for report in reports:
        extra = {tag for tag in report if tag not in STRUCTURE and not tag.startswith(("System:", "File:"))}
        assert extra == set(), report["SourceFile"]
        assert "File:Comment" not in report


def test_position_and_thumbnail_of_the_original_do_not_survive(shared_data: Path) -> None:
    original = (shared_data / "formats" / "files" / "gps_dscn0029.jpg").read_bytes()
    thumbnail = Image.open(io.BytesIO(original)).getexif().get_ifd(0x8825)
    assert thumbnail  # there is a position to lose
    assert original.count(b"\xff\xd8\xff") > 1  # and a thumbnail
    data = encode_jpeg(decode_photo(original, limits=DecodeLimits()).pixels, max_bytes=2_000_000)
    assert data.count(b"\xff\xd8\xff") == 1
    assert not Image.open(io.BytesIO(data)).getexif()


def test_a_copyright_line_is_the_only_thing_that_can_be_added() -> None:
    line = "© Hill View Primary School"
    data = encode_jpeg(noise(), max_bytes=100_000, copyright=line)
    assert Image.open(io.BytesIO(data)).info["comment"].decode() == line
    assert unexpected_blocks(data, comment=line.encode()) == ()
    assert unexpected_blocks(data) == (f"comment ({len(line.encode())} bytes)",)


def test_the_same_pixels_give_the_same_bytes() -> None:
    assert encode_jpeg(noise(), max_bytes=100_000) == encode_jpeg(noise(), max_bytes=100_000)


def test_quality_falls_until_the_file_fits_and_no_further() -> None:
    roomy = encode_jpeg(noise(), max_bytes=100_000)
    tight = encode_jpeg(noise(), max_bytes=len(roomy) * 2 // 3)
    assert len(tight) <= len(roomy) * 2 // 3
    with pytest.raises(VerificationError) as refusal:
        encode_jpeg(noise(), max_bytes=500)
    assert refusal.value.code == "too-many-bytes"


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 4), np.uint8),
        np.zeros((4, 4, 3), np.float32),
        np.zeros((0, 4, 3), np.uint8),
    ],
)
def test_only_rgb_pixels_are_encoded(pixels: RgbImage) -> None:
    with pytest.raises(BugError):
        encode_jpeg(pixels, max_bytes=1000)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 300), st.integers(1, 300), st.integers(1, 300))
def test_shrinking_keeps_the_long_edge_and_never_enlarges(width: int, height: int, edge: int) -> None:
    picture = np.full((height, width, 3), 77, np.uint8)
    small = shrink(picture, edge)
    assert max(small.shape[:2]) == min(edge, max(width, height))
    assert min(small.shape[:2]) >= 1
    assert (small == 77).all()
    assert small is not picture


def test_the_encoder_names_itself_with_its_version() -> None:
    assert any(c.isdigit() for c in encoder_version())
    assert encoder_version().startswith("Pillow ")
