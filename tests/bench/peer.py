"""One of the programs people use today, on the same photos: `python -m tests.bench.peer [--boxes] NAME PHOTO...`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image, ImageOps

DEFACE_THRESHOLD = 0.2
_FAINT = 0.05

Finder = Callable[[Any, float], list[tuple[list[float], float]]]
"""Pixels and threshold to boxes (left, top, right, bottom) with their scores."""


def deface() -> Finder:
    """Its own detector with its own default: one pass at full size."""
    from deface.centerface import CenterFace

    network = CenterFace(backend="auto")

    def find(pixels: Any, threshold: float) -> list[tuple[list[float], float]]:
        boxes, _ = network(pixels, threshold=threshold)
        return [([float(v) for v in box[:4]], float(box[4])) for box in boxes]

    return find


def face_recognition() -> Finder:
    """Its `face_locations` with its own defaults; it tells no score, so each has 1."""
    import face_recognition as library

    def find(pixels: Any, threshold: float) -> list[tuple[list[float], float]]:
        return [([left, top, right, bottom], 1.0) for top, right, bottom, left in library.face_locations(pixels)]

    return find


def main(words: list[str]) -> int:
    """Count faces in every photo named and print the sum; with `--boxes`, what was found on each, faint ones too."""
    wants_boxes = words[0] == "--boxes"
    name, *paths = words[wants_boxes:]
    find = {"deface": deface, "face_recognition": face_recognition}[name]()
    faces = 0
    found = {}
    for path in paths:
        with Image.open(path) as picture:
            pixels = np.asarray((ImageOps.exif_transpose(picture) if wants_boxes else picture).convert("RGB"))
        if wants_boxes:
            found[path] = find(pixels, _FAINT)
        else:
            faces += len(find(pixels, DEFACE_THRESHOLD))
    print(json.dumps(found if wants_boxes else {"faces": faces}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
