"""Who is it? Ranked candidates for every face, to measure how far matching could be trusted; the product never does it.

`python -m tests.bench.identify --gallery DIR PATH...`: DIR has a folder of photos per person. Prints one JSON document.
A score is the cosine of two embeddings, each averaged with that of the mirrored face; 1 is the same vector.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.analysis.engines.centerface import CenterFaceDetector
from app.analysis.engines.dlib_embedder import DlibEmbedder
from app.domain.detection import FaceDetection
from app.domain.errors import KnownError
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from app.domain.ports import FaceDetector, FaceEmbedder
from app.imaging.decoding import DecodeLimits, decode_photo

THRESHOLD = 0.945
"""Cosine from which a candidate `passes`. Measured on LFW with 35 people of 3 photos each: 1 % of 400 strangers pass
for somebody, 98 % of 175 members are found first and pass (at 0.950: 0.3 % and 98 %). It holds for galleries of that
size only, and children are harder than the adults it was measured on."""

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff", ".avif", ".bmp"})


@dataclass(frozen=True)
class Gallery:
    """One template per person: the mean of the vectors of their photos, of length 1."""

    people: tuple[str, ...]
    templates: NDArray[np.float32]

    def candidates(self, probe: NDArray[np.float32]) -> list[dict[str, Any]]:
        """Everybody, the most alike first."""
        if not self.people:
            return []
        scores = self.templates @ probe
        order = np.argsort(-scores, kind="stable")
        return [
            {"person": self.people[i], "score": round(float(scores[i]), 4), "passes": bool(scores[i] >= THRESHOLD)}
            for i in order
        ]


class Matcher:
    """The detector and the embedder, loaded once."""

    def __init__(self, detector: FaceDetector | None = None, embedder: FaceEmbedder | None = None) -> None:
        self.detector = detector or CenterFaceDetector()
        self.embedder = embedder or DlibEmbedder()

    def vectors(self, image: RgbImage, faces: Sequence[FaceDetection]) -> NDArray[np.float32]:
        """One vector of length 1 per face: the mean of the face and its mirror image."""
        width = image.shape[1]
        boxes = [_square(face.box) for face in faces]
        mirrored = [Box(width - b.right, b.top, width - b.left, b.bottom) for b in boxes]
        flipped = np.ascontiguousarray(image[:, ::-1])
        return _unit(self.embedder.embed(image, boxes) + self.embedder.embed(flipped, mirrored))

    def enrol(self, folder: Path) -> Gallery:
        """Templates of everybody with a folder; of each photo the largest face counts."""
        people, templates = [], []
        for person in sorted(p for p in folder.iterdir() if p.is_dir()):
            vectors = [v for v in map(self._largest_face, photo_paths([person])) if v is not None]
            if not vectors:
                print(f"No face was found for {person.name}; left out.", file=sys.stderr)
                continue
            people.append(person.name)
            templates.append(_unit(np.mean(vectors, axis=0, keepdims=True))[0])
        stacked = np.stack(templates) if templates else np.empty((0, 128), np.float32)
        return Gallery(tuple(people), stacked.astype(np.float32))

    def look(self, path: Path, gallery: Gallery) -> dict[str, Any]:
        """One photo as JSON, faces with their candidates."""
        image = decode_photo(path.read_bytes(), limits=DecodeLimits()).pixels
        faces, hints = self.detector.detect(image)
        vectors = self.vectors(image, faces)
        return {
            "path": str(path),
            "width": image.shape[1],
            "height": image.shape[0],
            "faces": [
                {
                    "box": face.box.to_list(),
                    "head": face.head.to_list(),
                    "score": face.score,
                    "quality": face.quality,
                    "candidates": gallery.candidates(vector),
                }
                for face, vector in zip(faces, vectors, strict=True)
            ],
            "hints": [{"box": hint.box.to_list(), "score": hint.score} for hint in hints],
        }

    def _largest_face(self, path: Path) -> NDArray[np.float32] | None:
        try:
            image = decode_photo(path.read_bytes(), limits=DecodeLimits()).pixels
        except KnownError as problem:
            print(f"{path}: {problem}", file=sys.stderr)
            return None
        faces, _ = self.detector.detect(image)
        if not faces:
            return None
        return self.vectors(image, [max(faces, key=lambda face: face.box.area)])[0]


def photo_paths(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the pictures below the folders named."""
    found: list[Path] = []
    for path in paths:
        below = sorted(p for p in path.rglob("*") if p.suffix.lower() in _PICTURES) if path.is_dir() else [path]
        found += below
    return found


def _square(box: Box) -> Box:
    """dlib's landmarks were trained on its own detector's square boxes from the brows to the chin."""
    half = (box.width + box.height) / 4
    x, y = box.centre
    y += box.height * 0.06
    return Box.from_list([x - half, y - half, x + half, y + half])


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the candidates of every face; 1 when a photo could not be read."""
    parser = argparse.ArgumentParser(prog="measure identify", description=__doc__)
    parser.add_argument("--gallery", required=True, type=Path, metavar="DIR")
    parser.add_argument("--files-from", choices=["-"], help="read more paths from standard input")
    parser.add_argument("paths", nargs="*", type=Path)
    arguments = parser.parse_args(argv)
    if not arguments.gallery.is_dir():
        parser.error(f"there is no folder {arguments.gallery}")
    paths = list(arguments.paths)
    if arguments.files_from:
        paths += [Path(line) for line in sys.stdin.read().splitlines() if line.strip()]
    if not paths:
        parser.error("name at least one photo or folder")
    matcher = Matcher()
    gallery = matcher.enrol(arguments.gallery)
    photos: list[dict[str, Any]] = []
    refused = 0
    for path in photo_paths(paths):
        try:
            photos.append(matcher.look(path, gallery))
        except KnownError as problem:
            refused += 1
            photos.append(_refused(path, problem.code, str(problem)))
        except OSError as error:
            refused += 1
            photos.append(_refused(path, "missing", f"The file cannot be read: {error.strerror}."))
    print(json.dumps({"photos": photos}, ensure_ascii=False))
    return 1 if refused else 0


def _refused(path: Path, code: str, text: str) -> dict[str, Any]:
    return {"path": str(path), "problem": {"code": code, "text": text}, "faces": []}


if __name__ == "__main__":
    raise SystemExit(main())
