"""Every kind of photo file decodes upright, whole and in sRGB, or is refused with a plain reason."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageFile

from app.domain.errors import BugError, PhotoUnreadableError
from app.domain.ports import DecodedPhoto
from app.imaging.decoding import DecodeLimits, decode_photo
from app.imaging.refusals import Refusal

REFUSED = {
    "bad_rle.bmp": "not-a-photo",
    "bomb.ico": "not-a-photo",
    "bomb_extents.gif": "not-a-photo",
    "short_file.bmp": "not-a-photo",
    "crash_4.sgi": "not-a-photo",
    "not_an_image.jpg": "not-a-photo",
    "broken_stream.png": "truncated",
    "crash_3.tif": "damaged",
    "empty.heic": "empty",
}
TURNED_BY_TAG = {5, 6, 7, 8}


def decode(data: bytes, **options: int) -> DecodedPhoto:
    return decode_photo(data, limits=DecodeLimits(), max_edge_px=options.get("max_edge_px"))


def refusal_of(data: bytes, limits: DecodeLimits | None = None) -> str:
    with pytest.raises(PhotoUnreadableError) as refusal:
        decode_photo(data, limits=limits or DecodeLimits())
    assert refusal.value.words.endswith(".")
    assert refusal.value.remedy
    return refusal.value.code


def saved(image: Image.Image, container: str, **options: object) -> bytes:
    sheet = io.BytesIO()
    image.save(sheet, container, **options)
    return sheet.getvalue()


def test_every_file_of_the_collection_decodes_upright_or_is_refused(shared_data: Path) -> None:
    expected = json.loads((shared_data / "formats" / "expected.json").read_text())
    wrong = []
    for path in sorted((shared_data / "formats" / "files").iterdir()):
        data, said = path.read_bytes(), expected[path.name]
        if path.name in REFUSED:
            if refusal_of(data) != REFUSED[path.name]:
                wrong.append(path.name)
            continue
        photo = decode(data)
        size = (said["width"], said["height"])
        if said["format"] in ("JPEG", "MPO", "PNG", "WEBP") and said.get("orientation") in TURNED_BY_TAG:
            size = size[::-1]
        fits = (photo.width, photo.height) == size and photo.pixels.shape == (size[1], size[0], 3)
        if not fits or photo.pixels.dtype != np.uint8 or photo.format != said["format"]:
            wrong.append(path.name)
    assert wrong == []
    assert REFUSED.keys() < expected.keys()


def test_the_eight_orientations_of_one_photo_give_one_upright_picture(shared_data: Path) -> None:
    files = shared_data / "formats" / "files"
    upright = decode((files / "orient_portrait_1.jpg").read_bytes()).pixels.astype(int)
    for number in (0, 2, 3, 4, 5, 6, 7, 8):
        turned = decode((files / f"orient_portrait_{number}.jpg").read_bytes()).pixels.astype(int)
        assert turned.shape == upright.shape
        assert np.abs(turned - upright).mean() < 8, number  # each file was compressed by itself; a wrong turn gives 40


@pytest.mark.parametrize("container", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_tag_is_applied_once_in_every_container(container: str, orientation: int) -> None:
    upright = np.zeros((16, 32, 3), np.uint8)
    upright[:8, :16] = (250, 20, 20)
    upright[8:, 16:] = (20, 20, 250)
    stored = upright
    if orientation in TURNED_BY_TAG:
        stored = stored.transpose(1, 0, 2)
    if orientation in (2, 3, 7, 8):
        stored = stored[:, ::-1]
    if orientation in (3, 4, 6, 7):
        stored = stored[::-1]
    if orientation in (6, 8):  # a turn is a transposition and one mirror, seen from the stored side
        stored = np.rot90(upright, 1 if orientation == 6 else -1)
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if container == "WEBP" else {"quality": 95, "subsampling": 0}
    data = saved(Image.fromarray(np.ascontiguousarray(stored)), container, exif=exif, **options)
    photo = decode(data)
    assert (photo.width, photo.height) == (32, 16)
    assert np.abs(photo.pixels.astype(int) - upright).max() < 30


def test_a_heic_is_turned_by_its_decoder_and_not_again(shared_data: Path) -> None:
    photo = decode((shared_data / "formats" / "files" / "arrow.heic").read_bytes())
    assert photo.pixels.shape == (4032, 3024, 3)
    assert photo.format == "HEIF"


@pytest.mark.parametrize(
    "name",
    [
        "portrait_large.jpg",
        "hdr_canon.jpg",
        "arrow.heic",
        "xiaomi.heic",
        "xmp_orientation.png",
        "xmp.webp",
        "gray16.tif",
    ],
)
@pytest.mark.parametrize("part", [0.3, 0.5, 0.9, 0.99])
def test_a_photo_that_lost_its_end_is_refused(shared_data: Path, name: str, part: float) -> None:
    data = (shared_data / "formats" / "files" / name).read_bytes()
    assert refusal_of(data[: int(len(data) * part)]) == "truncated"


def test_half_a_jpeg_is_refused_at_preview_size_too(shared_data: Path) -> None:
    data = (shared_data / "formats" / "files" / "portrait_large.jpg").read_bytes()
    with pytest.raises(PhotoUnreadableError) as refusal:
        decode(data[: len(data) // 2], max_edge_px=200)
    assert refusal.value.code == "truncated"


def test_a_preview_has_the_size_asked_for_and_reports_that_of_the_photo(shared_data: Path) -> None:
    data = (shared_data / "formats" / "files" / "hdr_canon.jpg").read_bytes()
    photo = decode(data, max_edge_px=400)
    assert photo.pixels.shape == (400, 300, 3)
    assert (photo.width, photo.height) == (1536, 2048)
    whole = Image.fromarray(decode(data).pixels).resize((300, 400), Image.Resampling.LANCZOS)
    assert np.abs(np.asarray(whole).astype(int) - photo.pixels).mean() < 3


def test_sixteen_bits_are_scaled_and_not_clipped() -> None:
    ramp = np.linspace(0, 65535, 256 * 4).reshape(4, 256).astype(np.uint16)
    for container in ("PNG", "TIFF"):
        pixels = decode(saved(Image.fromarray(ramp), container)).pixels
        assert np.abs(pixels[..., 0].astype(int) - ramp // 256).max() <= 1


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (4, 4), (200, 0, 0, 0))
    half = Image.new("LA", (4, 4), (0, 128))
    palette = Image.new("P", (4, 4), 1)
    palette.putpalette([9, 9, 9, 200, 100, 50])
    assert (decode(saved(clear, "PNG")).pixels == 255).all()
    assert np.abs(decode(saved(half, "PNG")).pixels.astype(int) - 127).max() <= 1
    assert (decode(saved(palette, "PNG", transparency=1)).pixels == 255).all()
    assert (decode(saved(palette, "PNG")).pixels == (200, 100, 50)).all()


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr", "RGB"])
def test_every_way_of_storing_white_comes_out_white(mode: str) -> None:
    image = Image.new("RGB", (16, 16), (255, 255, 255)).convert(mode)
    container = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "TIFF")
    assert decode(saved(image, container)).pixels.min() >= 253


def test_colours_are_converted_to_srgb_by_the_profile() -> None:
    grey = Image.new("L", (8, 8), 128)
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    for unfitting in (linear, lab):
        assert (decode(saved(grey, "JPEG", icc_profile=unfitting.tobytes())).pixels == 128).all()


def test_a_wide_gamut_photo_changes_its_numbers_and_keeps_its_look(shared_data: Path) -> None:
    data = (shared_data / "formats" / "files" / "arrow.heic").read_bytes()
    image = Image.open(io.BytesIO(data))  # the plugin was registered by our decoder
    profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
    assert "P3" in (profile.profile.profile_description or "")
    plain = np.asarray(image.convert("RGB")).astype(int)
    converted = decode(data).pixels.astype(int)
    assert 0.2 < np.abs(plain - converted).mean() < 12


@pytest.mark.parametrize("profile", [b"rubbish", b"\0" * 400, b"x" * 200_000])
def test_a_damaged_colour_profile_is_taken_as_srgb(profile: bytes) -> None:
    image = Image.new("RGB", (8, 8), (10, 200, 90))
    assert (decode(saved(image, "PNG", icc_profile=profile)).pixels == (10, 200, 90)).all()


def test_limits_refuse_before_any_pixel_is_decoded() -> None:
    data = saved(Image.new("RGB", (400, 300)), "PNG")
    assert refusal_of(data, DecodeLimits(max_pixels=119_999)) == "too-large"
    assert refusal_of(data, DecodeLimits(max_edge_px=399)) == "too-large"
    assert refusal_of(data, DecodeLimits(max_bytes=len(data) - 1)) == "too-many-bytes"
    assert decode_photo(data, limits=DecodeLimits(max_pixels=120_000, max_edge_px=400, max_bytes=len(data)))


def test_a_small_file_that_unpacks_to_a_huge_picture_is_refused() -> None:
    header = saved(Image.new("L", (1, 1)), "PNG")
    bomb = header[:16] + (30_000).to_bytes(4, "big") * 2 + header[24:]  # Pillow judges the size before the checksum
    assert refusal_of(bomb) in ("too-large", "damaged")
    assert refusal_of(saved(Image.new("1", (20_000, 20_000)), "PNG")) == "too-large"


def test_moving_pictures_are_refused() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    for container in ("WEBP", "PNG"):
        assert refusal_of(saved(frames[0], container, save_all=True, append_images=frames[1:])) == "animated"


def test_other_pictures_and_other_files_are_not_photos() -> None:
    for container in ("BMP", "GIF", "ICO", "PPM", "TGA", "AVIF", "JPEG2000"):
        assert refusal_of(saved(Image.new("RGB", (16, 16)), container)) == "not-a-photo", container
    for data in (
        b"%PDF-1.7",
        b"PK\x03\x04 a document",
        b"\0" * 5000,
        b"MZ",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ):
        assert refusal_of(data) == "not-a-photo"
    assert refusal_of(b"") == "empty"


def test_half_photos_never_pass_because_of_a_switch_set_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(BugError):
        decode(saved(Image.new("RGB", (8, 8)), "JPEG"))


def test_every_refusal_has_words_and_a_remedy() -> None:
    from app.imaging.refusals import refuse

    for refusal in Refusal:
        error = refuse(refusal)
        assert error.code == refusal.value
        assert error.words.endswith(".")
        assert error.remedy.endswith(".")
