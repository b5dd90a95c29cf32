"""The photos of `./run bench analysis`: 12 megapixels, 30 people, a crest on some shirts; what is where is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

from app.analysis.marks.emblems import emblem
from app.domain.geometry import Box
from tests.bench.portraits import class_faces, class_photo
from tests.bench.truth import MATCH_IOU, match

ROWS, COLUMNS = 5, 6
CREST_PX = 110
CRESTS_ON = (0, 7, 14, 21, 28)
CREST_SEED = 100


@dataclass(frozen=True)
class KnownPhoto:
    """A file and where its faces are."""

    path: Path
    faces: tuple[Box, ...]


@dataclass(frozen=True)
class Found:
    """Of so many faces, how many were found, and how many boxes are no face."""

    faces: int
    found: int
    false: int


def crest_picture() -> Image.Image:
    """The crest on white paper."""
    mark = emblem(np.random.default_rng(CREST_SEED))
    share = np.pad(mark.cover, 20)[..., None]
    return Image.fromarray(
        (np.pad(mark.pixels, ((20, 20), (20, 20), (0, 0))) * share + 255 * (1 - share)).astype(np.uint8)
    )


def make_known_photos(folder: Path) -> list[KnownPhoto]:
    """Four photos of 4000 × 3000 pixels: as it is, mirrored, in poor light, in cold light."""
    folder.mkdir(parents=True)
    faces = class_faces(rows=ROWS, columns=COLUMNS)
    plain = _with_crests(class_photo(rows=ROWS, columns=COLUMNS), faces)
    mirrored = tuple(Box(plain.width - f.right, f.top, plain.width - f.left, f.bottom) for f in faces)
    pictures = [
        (plain, faces),
        (ImageOps.mirror(plain), mirrored),
        (ImageEnhance.Brightness(plain).enhance(0.5), faces),
        (ImageEnhance.Color(plain).enhance(0.6), faces),
    ]
    photos = []
    for number, (picture, boxes) in enumerate(pictures, start=1):
        path = folder / f"group-{number}.jpg"
        picture.save(path, quality=92)
        photos.append(KnownPhoto(path, boxes))
    return photos


def counted(boxes: Sequence[Box], truth: Sequence[Box]) -> Found:
    """How many faces have a box of their own that overlaps them by `MATCH_IOU`, and what is left over."""
    pairs = match(boxes, truth, MATCH_IOU)
    return Found(len(truth), len(pairs), len(boxes) - len(pairs))


def _with_crests(picture: Image.Image, faces: Sequence[Box]) -> Image.Image:
    """A crest on the chest of some; the mirrored photo shows it mirrored, as no real one would."""
    mark = emblem(np.random.default_rng(CREST_SEED))
    pixels, cover = Image.fromarray(mark.pixels), Image.fromarray((mark.cover * 255).astype(np.uint8))
    size = (CREST_PX, round(CREST_PX * pixels.height / pixels.width))
    for number in CRESTS_ON:
        face = faces[number]
        place = (face.left - face.width // 2, face.bottom + face.height // 2)
        picture.paste(pixels.resize(size), place, cover.resize(size))
    return picture
