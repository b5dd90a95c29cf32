"""Who is it? Ranked candidates for every face, to measure how far matching could be trusted; the product never does it.

`python -m tests.bench.identify --gallery DIR PATH...`: DIR has a folder of photos per person. Prints one JSON document.
A score is the cosine of two embeddings, each averaged with that of the mirrored face; 1 is the same vector. A candidate
`passes` from the score that at most 1 in 100 strangers reaches for anybody in a gallery of this size.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.analysis.embedding import FaceNetworkPort, cuttings_of, vectors_of
from app.analysis.engines.centerface import CenterFaceDetector
from app.analysis.engines.dlib_embedder import DlibEmbedder
from app.analysis.engines.dlib_weights import NETWORK
from app.analysis.matching.gallery import Gallery, make_gallery
from app.analysis.matching.thresholds import read_measurement
from app.domain.detection import FaceDetection
from app.domain.errors import KnownError
from app.domain.people import PersonId
from app.domain.photo import RgbImage
from app.domain.ports import FaceDetector
from app.imaging.decoding import DecodeLimits, decode_photo

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff", ".avif", ".bmp"})


def candidates(gallery: Gallery, vector: NDArray[np.float32], threshold: float) -> list[dict[str, Any]]:
    """Everybody, the most alike first."""
    if not len(gallery):
        return []
    scores = gallery.scores(vector[None])[0]
    order = np.argsort(-scores, kind="stable")
    return [
        {"person": gallery.people[i], "score": round(float(scores[i]), 4), "passes": bool(scores[i] >= threshold)}
        for i in order
    ]


def threshold_for(gallery: Gallery) -> float:
    """From which score somebody is possible in a gallery of this size; nobody passes when it was never measured."""
    measured = read_measurement(NETWORK.sha256)
    return math.inf if measured is None else measured.levels(len(gallery), max(gallery.photos, default=0)).possible


class Matcher:
    """The detector and the embedder, loaded once."""

    def __init__(self, detector: FaceDetector | None = None, embedder: FaceNetworkPort | None = None) -> None:
        self.detector = detector or CenterFaceDetector()
        self.embedder = embedder or DlibEmbedder()

    def vectors(self, image: RgbImage, faces: Sequence[FaceDetection]) -> NDArray[np.float32]:
        """One vector of length 1 per face."""
        return vectors_of(self.embedder, cuttings_of(image, [face.box for face in faces]))

    def enrol(self, folder: Path) -> Gallery:
        """Templates of everybody with a folder; of each photo the largest face counts."""
        people: dict[PersonId, NDArray[np.float32]] = {}
        for person in sorted(p for p in folder.iterdir() if p.is_dir()):
            vectors = [v for v in map(self._largest_face, photo_paths([person])) if v is not None]
            if not vectors:
                print(f"No face was found for {person.name}; left out.", file=sys.stderr)
                continue
            people[PersonId(person.name)] = np.stack(vectors)
        return make_gallery(people)

    def look(self, path: Path, gallery: Gallery) -> dict[str, Any]:
        """One photo as JSON, faces with their candidates."""
        image = decode_photo(path.read_bytes(), limits=DecodeLimits()).pixels
        faces, hints = self.detector.detect(image)
        vectors, threshold = self.vectors(image, faces), threshold_for(gallery)
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
                    "candidates": candidates(gallery, vector, threshold),
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
