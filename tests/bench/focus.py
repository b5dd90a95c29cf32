"""`./run bench focus`: does the large view lose a face by looking only where a smaller view saw a trace?

Group photos are shrunk until their faces are 12 to 20 pixels wide and laid beside each other in pictures of 4000
pixels. Of the faces that only the large view finds, the faintest traces in the smaller view are printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import cv2
import numpy as np
from numpy.typing import NDArray

from app.analysis.engines import centerface
from app.analysis.focus import FAINTEST, FOCUSED_FROM_PX
from app.analysis.views import Tile, tiles_of
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from tests.bench.truth import MATCH_IOU, TruePhoto, load_set, match

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
WIDTH, HEIGHT, FILLED = 4000, 3000, 1500
REACH = 6
"""Cells of the heat map round a face in which its trace is looked for."""


def mosaic(rng: np.random.Generator, photos: Sequence[TruePhoto], face_px: int) -> tuple[RgbImage, tuple[Box, ...]]:
    """The upper half of a picture filled with shrunken photos, and where their faces are."""
    canvas = np.full((HEIGHT, WIDTH, 3), 120, np.uint8)
    faces: list[Box] = []
    top = 0
    while top < FILLED:
        left, row_height = 0, 60
        while left < WIDTH - 100:
            photo = photos[rng.integers(len(photos))]
            shrink = min(1.0, face_px / float(np.median([f.width for f in photo.faces])))
            pixels = photo.pixels()
            size = (max(20, int(pixels.shape[1] * shrink)), max(20, int(pixels.shape[0] * shrink)))
            small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)[: FILLED - top, : WIDTH - left]
            canvas[top : top + small.shape[0], left : left + small.shape[1]] = small
            boxes = [face.scaled(shrink, shrink).moved(left, top) for face in photo.faces]
            faces += [box for box in boxes if box.right < WIDTH and box.bottom < FILLED]
            left, row_height = left + size[0], max(row_height, size[1])
        top += row_height
    return canvas, tuple(faces)


def faintest_traces(face_px: int, seed: int) -> tuple[int, list[float]]:
    """How many faces are found, and the traces of those that only the large view found, faintest first."""
    photos = [photo for photo in load_set(DATA / "faces_groups") if len(photo.faces) >= 3]
    image, faces = mosaic(np.random.default_rng(seed), photos, face_px)
    detector = centerface.CenterFaceDetector()
    seen: list[NDArray[np.float32]] = []

    def whole(width: int, height: int, heat: NDArray[np.float32], *_: object, **_more: object) -> tuple[Tile, ...]:
        if max(width, height) > FOCUSED_FROM_PX:  # the view after the one that is measured
            return ()
        seen.append(heat)
        return tiles_of(width, height)

    def found() -> set[int]:
        return {face for _, face in match([f.box for f in detector.detect(image)[0]], faces, MATCH_IOU)}

    with patch.object(centerface, "tiles_with_traces", whole):
        everything = found()
    with patch.object(centerface, "tiles_with_traces", lambda *_, **_more: ()):
        without = found()
    scale = seen[0].shape[1] / WIDTH
    traces = []
    for index in everything - without:
        x, y = (int(value * scale) for value in faces[index].centre)
        traces.append(float(seen[0][max(0, y - REACH) : y + REACH + 1, max(0, x - REACH) : x + REACH + 1].max()))
    return len(everything), sorted(traces)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="./run bench focus", description=__doc__)
    parser.add_argument("--faces-px", type=int, nargs="*", default=[12, 16, 20])
    total, lost = 0, 0
    for seed, face_px in enumerate(parser.parse_args(argv).faces_px, start=1):
        found, traces = faintest_traces(face_px, seed)
        total, lost = total + len(traces), lost + sum(trace < FAINTEST for trace in traces)
        least = " ".join(f"{trace:.3f}" for trace in traces[:5])
        print(
            f"faces of {face_px} px: {found} found, {len(traces)} by the large view alone, faintest {least}", flush=True
        )
    print(f"{lost} of {total} would be lost, their trace being under {FAINTEST}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
