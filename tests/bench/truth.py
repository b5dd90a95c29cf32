"""Photos with known faces, and how detections are compared with them.

A detection finds a face when their boxes overlap by at least `MATCH_IOU`, each paired once, best overlap first. The
usual 0.5 is printed beside it; 0.4 is what counts, since two of our sets draw faces square and detectors draw them
upright. A detection whose centre lies in an ignored box counts neither way, and so do faces narrower than 12 pixels.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from app.domain.geometry import Box
from app.domain.photo import RgbImage

MATCH_IOU = 0.4
SMALLEST_PX = 12
PORTRAIT_TRUTH = Path(__file__).with_name("portrait_truth.json")
_LFW_FACE = Box(68, 68, 182, 182)
"""Labeled Faces in the Wild cut its 250 px pictures 2.2 times as large as the face that a Viola-Jones finder saw."""
Detect = Callable[[RgbImage], Sequence[Box]]


@dataclass(frozen=True)
class TruePhoto:
    """A photo and what is on it.

    Attributes:
        path: of the file, upright after its orientation tag.
        faces: all that are to be found; those narrower than `SMALLEST_PX` count neither as missed nor as false.
        ignored: detections centred in these count neither way.
        counts_false: whether everything else that is found is false; no where other people may stand behind.
    """

    path: Path
    faces: tuple[Box, ...]
    ignored: tuple[Box, ...]
    counts_false: bool = True

    def pixels(self) -> RgbImage:
        with Image.open(self.path) as image:
            return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))


@dataclass(frozen=True)
class Tally:
    """Of one photo.

    Attributes:
        widths: of the faces that count, in pixels.
        found, found_at_half, centre_inside: for each of those faces, by overlap and by its centre.
        false: boxes that are no face; None where that is not known.
    """

    widths: tuple[int, ...]
    found: tuple[bool, ...]
    found_at_half: tuple[bool, ...]
    centre_inside: tuple[bool, ...]
    false: int | None


def load_set(folder: Path) -> tuple[TruePhoto, ...]:
    """The photos of one folder with `faces.json` and `ignore.json` beside `images`."""
    faces = json.loads((folder / "faces.json").read_text())
    ignored = json.loads((folder / "ignore.json").read_text())
    return tuple(
        TruePhoto(
            folder / "images" / name,
            tuple(Box.from_xywh(*box) for box in boxes),
            tuple(Box.from_xywh(*box) for box in ignored.get(name, [])),
        )
        for name, boxes in faces.items()
    )


def load_portraits(folder: Path) -> tuple[TruePhoto, ...]:
    """Press portraits with one or two large faces; boxes drafted with the face finder and each checked by eye."""
    truth = json.loads(PORTRAIT_TRUTH.read_text())
    return tuple(
        TruePhoto(
            folder / "images" / name,
            tuple(Box.from_xywh(*box) for box in known["faces"]),
            tuple(Box.from_xywh(*box) for box in known["ignored"]),
        )
        for name, known in truth.items()
    )


def load_lfw(folder: Path, every: int = 1) -> tuple[TruePhoto, ...]:
    """Pictures of 250 px with one face in the middle, as the set was made; people behind are not labelled."""
    paths = sorted((folder / "images").iterdir())[::every]
    return tuple(TruePhoto(path, (_LFW_FACE,), (), counts_false=False) for path in paths)


def tally(photo: TruePhoto, boxes: Sequence[Box]) -> Tally:
    """Compare what was found on one photo with what is there."""
    at = {iou: {face: box for box, face in match(boxes, photo.faces, iou)} for iou in (MATCH_IOU, 0.5)}
    matched = set(at[MATCH_IOU].values())
    rest = [box for index, box in enumerate(boxes) if index not in matched]
    too_small = tuple(face for face in photo.faces if face.width < SMALLEST_PX)
    ignored = (*photo.ignored, *too_small)
    false = sum(not any(i.contains_point(*box.centre) for i in ignored) for box in rest)
    counted = [index for index, face in enumerate(photo.faces) if face.width >= SMALLEST_PX]
    return Tally(
        widths=tuple(photo.faces[i].width for i in counted),
        found=tuple(i in at[MATCH_IOU] for i in counted),
        found_at_half=tuple(i in at[0.5] for i in counted),
        centre_inside=tuple(any(b.contains_point(*photo.faces[i].centre) for b in boxes) for i in counted),
        false=false if photo.counts_false else None,
    )


def match(boxes: Sequence[Box], faces: Sequence[Box], iou: float) -> list[tuple[int, int]]:
    """Pairs of box and face, best overlap first, each used once."""
    candidates = [(box.iou(face), i, j) for i, box in enumerate(boxes) for j, face in enumerate(faces)]
    pairs: list[tuple[int, int]] = []
    for overlap, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if overlap >= iou and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs
