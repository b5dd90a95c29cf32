"""Photos with known faces, and how detections are compared with them.

A detection finds a face when their boxes overlap by at least `MATCH_IOU`, each paired once, best overlap first. The
usual 0.5 is printed beside it; 0.4 is what counts, since two of our sets draw faces square and detectors draw them
upright. A detection whose centre lies in an ignored box counts neither way.
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
Detect = Callable[[RgbImage], Sequence[Box]]


@dataclass(frozen=True)
class TruePhoto:
    path: Path
    faces: tuple[Box, ...]
    ignored: tuple[Box, ...]

    def pixels(self) -> RgbImage:
        with Image.open(self.path) as image:
            return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))


@dataclass(frozen=True)
class Score:
    """Of one set: faces found at two overlaps and by their centre, and boxes that are no face."""

    photos: int
    faces: int
    found: int
    found_at_half: int
    centre_inside: int
    false: int

    @property
    def recall(self) -> float:
        return self.found / max(1, self.faces)

    @property
    def false_per_photo(self) -> float:
        return self.false / max(1, self.photos)


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


def score_set(photos: Sequence[TruePhoto], detect: Detect) -> Score:
    """Run the detector over a set."""
    found = half = centre = false = 0
    for photo in photos:
        boxes = detect(photo.pixels())
        pairs = match(boxes, photo.faces, MATCH_IOU)
        found += len(pairs)
        half += len(match(boxes, photo.faces, 0.5))
        centre += sum(any(b.contains_point(*face.centre) for b in boxes) for face in photo.faces)
        matched = {index for index, _ in pairs}
        rest = [b for index, b in enumerate(boxes) if index not in matched]
        false += sum(not any(i.contains_point(*b.centre) for i in photo.ignored) for b in rest)
    total = sum(len(p.faces) for p in photos)
    return Score(len(photos), total, found, half, centre, false)


def match(boxes: Sequence[Box], faces: Sequence[Box], iou: float) -> list[tuple[int, int]]:
    """Pairs of box and face, best overlap first, each used once."""
    candidates = [(box.iou(face), i, j) for i, box in enumerate(boxes) for j, face in enumerate(faces)]
    pairs: list[tuple[int, int]] = []
    for overlap, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if overlap >= iou and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs
