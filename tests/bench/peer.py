"""One of the programs people use today, on the same photos: `python -m tests.bench.peer NAME PHOTO...`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image


def deface() -> Callable[[Any], int]:
    """Its own detector with its own defaults: one pass at full size, threshold 0.2."""
    from deface.centerface import CenterFace

    network = CenterFace(backend="auto")
    return lambda pixels: len(network(pixels, threshold=0.2)[0])


def face_recognition() -> Callable[[Any], int]:
    """Its `face_locations` with its own defaults."""
    import face_recognition as library

    return lambda pixels: len(library.face_locations(pixels))


def main(words: list[str]) -> int:
    """Count faces in every photo named and print the sum."""
    count = {"deface": deface, "face_recognition": face_recognition}[words[0]]()
    faces = 0
    for path in words[1:]:
        with Image.open(path) as picture:
            faces += count(np.asarray(picture.convert("RGB")))
    print(json.dumps({"faces": faces}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
