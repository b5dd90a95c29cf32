"""Compose the demonstration's "phone": a class photo of public-domain portraits, a certificate, and traps in the files.

The portraits come inside installed packages: the astronaut of scikit-image (NASA) and Grace Hopper of matplotlib
(US Navy), both public domain. The names are invented.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path

import matplotlib
import numpy as np
import skimage
from PIL import Image, ImageDraw, ImageEnhance, ImageFont, ImageOps

from app.domain.geometry import Box

CERTIFICATE_NAME = "Amara Okafor"
_ASTRONAUTS_FACE, _HOPPERS_FACE = Box(107, 56, 202, 180), Box(116, 104, 298, 308)
"""Drawn by eye, from the brow's hair to the chin, in pixels of the portraits."""

_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def portraits() -> list[Image.Image]:
    """Six head-and-shoulder pictures of two people: plain, mirrored, and in other light."""
    astronaut = Image.open(Path(skimage.__file__).parent / "data" / "astronaut.png").convert("RGB")
    hopper = Image.open(Path(matplotlib.get_data_path()) / "sample_data" / "grace_hopper.jpg").convert("RGB")
    astronaut = astronaut.crop((70, 0, 390, 400))
    hopper = hopper.crop((60, 20, 460, 520))
    return [
        astronaut,
        hopper,
        ImageOps.mirror(astronaut),
        ImageEnhance.Brightness(ImageOps.mirror(hopper)).enhance(1.15),
        ImageEnhance.Color(astronaut).enhance(0.35),
        ImageOps.grayscale(hopper).convert("RGB"),
    ]


def class_photo(width: int = 4000, height: int = 3000, rows: int = 2, columns: int = 3) -> Image.Image:
    """People in rows before a plain wall; a 12-megapixel picture by default. More places than six repeat the people."""
    wall = _wall(width, height)
    people = portraits()
    for number, (left, top, scale) in enumerate(_places(width, height, rows, columns)):
        person = people[number % len(people)]
        sized = person.resize((int(person.width * scale), int(person.height * scale)), Image.Resampling.LANCZOS)
        wall.paste(sized, (left, top), _soft_edge(sized.size))
    return wall


def class_faces(width: int = 4000, height: int = 3000, rows: int = 2, columns: int = 3) -> tuple[Box, ...]:
    """Where the faces are in `class_photo` of the same size."""
    plain = [_ASTRONAUTS_FACE, _HOPPERS_FACE]
    sizes = [person.size for person in portraits()]
    mirrored = [Box(sizes[n][0] - b.right, b.top, sizes[n][0] - b.left, b.bottom) for n, b in enumerate(plain)]
    faces = [*plain, *mirrored, *plain]
    return tuple(
        faces[number % len(faces)].scaled(scale, scale).moved(left, top)
        for number, (left, top, scale) in enumerate(_places(width, height, rows, columns))
    )


def _places(width: int, height: int, rows: int, columns: int) -> list[tuple[int, int, float]]:
    """Left, top and scale of each person of a class photo."""
    people = portraits()
    cell_w, cell_h = width // columns, height // rows
    places = []
    for number in range(rows * columns):
        person = people[number % len(people)]
        scale = 0.82 * min(cell_w / person.width, cell_h / person.height)
        left = (number % columns) * cell_w + (cell_w - int(person.width * scale)) // 2
        top = (number // columns) * cell_h + (cell_h - int(person.height * scale)) // 2
        places.append((left, top, scale))
    return places


def certificate_photo(width: int = 2400, height: int = 1800) -> Image.Image:
    """One person beside a certificate that names a pupil."""
    picture = _wall(width, height)
    person = portraits()[2].resize((1000, 1250), Image.Resampling.LANCZOS)
    picture.paste(person, (120, 380), _soft_edge(person.size))
    sheet = Image.new("RGB", (1040, 760), (252, 249, 240))
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((16, 16, 1023, 743), outline=(160, 130, 60), width=6)
    for top, words, size, face in (
        (90, "Certificate", 110, "DejaVuSerif-Bold.ttf"),
        (270, "Star of the Week", 64, "DejaVuSerif.ttf"),
        (380, "presented to", 44, "DejaVuSerif-Italic.ttf"),
        (470, CERTIFICATE_NAME, 86, "DejaVuSerif-Bold.ttf"),
        (630, "for kindness in the playground", 40, "DejaVuSerif.ttf"),
    ):
        draw.text((520, top), words, font=ImageFont.truetype(str(_FONTS / face), size), fill=(40, 44, 60), anchor="mt")
    picture.paste(sheet, (1220, 520))
    return picture


def write_phone(folder: Path) -> list[Path]:
    """Fill `folder` like a phone's camera roll and return the files.

    Among them: a position and a small copy of the uncovered picture hidden inside the file, a picture stored sideways,
    the same picture twice under two names, a file that ends too early, and one that is no photo.
    """
    roll = folder / "DCIM" / "100PHONE"
    roll.mkdir(parents=True)
    group = class_photo()
    certificate = certificate_photo()
    sideways = certificate.transpose(Image.Transpose.ROTATE_90)
    files = {
        "IMG_0001.JPG": _jpeg(group, _exif(group, orientation=1)),
        "IMG_0002.JPG": _jpeg(sideways, _exif(certificate, orientation=6)),
        "IMG_0003.JPG": b"",
        "IMG_0004.JPG": b"",
        "NOTES.TXT": b"Sports day: ask Mr Hill for the results.\n",
    }
    files["IMG_0003.JPG"] = files["IMG_0001.JPG"]
    files["IMG_0004.JPG"] = files["IMG_0002.JPG"][: len(files["IMG_0002.JPG"]) // 2]
    for name, data in files.items():
        (roll / name).write_bytes(data)
    return [roll / name for name in files]


def _jpeg(picture: Image.Image, exif: bytes) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90, exif=exif)
    return out.getvalue()


def _wall(width: int, height: int) -> Image.Image:
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    colour = np.array([206, 213, 214], np.float32) * (1 - rows) + np.array([150, 160, 166], np.float32) * rows
    grain = np.random.default_rng(7).normal(0, 2.5, (height, width, 1)).astype(np.float32)
    return Image.fromarray(np.clip(colour + grain, 0, 255).astype(np.uint8))


def _soft_edge(size: tuple[int, int]) -> Image.Image:
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius=min(size) // 12, fill=255)
    return mask


def _exif(picture: Image.Image, *, orientation: int) -> bytes:
    """An EXIF block with an orientation, a position (Greenwich) and a thumbnail of the uncovered picture."""
    small = picture.copy()
    small.thumbnail((160, 160))
    hidden = io.BytesIO()
    small.save(hidden, "JPEG", quality=80)
    thumbnail = hidden.getvalue()
    gps_at, thumbnail_ifd_at = 8 + 2 + 2 * 12 + 4, 0
    position = struct.pack("<6I", 51, 1, 28, 1, 40, 1)
    gps = struct.pack("<H", 2) + _entry(1, 2, 2, b"N\0\0\0") + _entry(2, 5, 3, struct.pack("<I", gps_at + 2 + 24 + 4))
    gps += struct.pack("<I", 0) + position
    thumbnail_ifd_at = gps_at + len(gps)
    first = struct.pack("<H", 2) + _entry(0x0112, 3, 1, struct.pack("<HH", orientation, 0))
    first += _entry(0x8825, 4, 1, struct.pack("<I", gps_at)) + struct.pack("<I", thumbnail_ifd_at)
    data_at = thumbnail_ifd_at + 2 + 3 * 12 + 4
    second = struct.pack("<H", 3) + _entry(0x0103, 3, 1, struct.pack("<HH", 6, 0))
    second += _entry(0x0201, 4, 1, struct.pack("<I", data_at)) + _entry(0x0202, 4, 1, struct.pack("<I", len(thumbnail)))
    second += struct.pack("<I", 0)
    return b"Exif\0\0II*\0" + struct.pack("<I", 8) + first + gps + second + thumbnail


def _entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
    return struct.pack("<HHI", tag, kind, count) + value
