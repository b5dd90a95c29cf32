"""The faces of an identification protocol as vectors: ours, and those of face_recognition in a process of its own.

A data folder holds `images` and `protocol.json`: `enrol` and `probe` (person -> files) and `unknown` (files, each of
somebody who is never enrolled).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from app.analysis.embedding import cuttings_of, vectors_of
from app.analysis.engines.centerface import CenterFaceDetector
from app.analysis.engines.dlib_embedder import DlibEmbedder
from app.domain.geometry import Box
from app.imaging.decoding import DecodeLimits, decode_photo

Vectors = NDArray[np.float32]
MOSAIC = (5, 6)
_PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
import numpy as np
import face_recognition as library
from PIL import Image
told = json.load(open(sys.argv[1]))
found = {}
for path in told["paths"]:
    image = np.asarray(Image.open(path).convert("RGB"))
    places = library.face_locations(image)
    if places:
        middle = min(places, key=lambda p: abs(p[0] + p[2] - image.shape[0]) + abs(p[1] + p[3] - image.shape[1]))
        found[path] = library.face_encodings(image, [middle])[0].tolist()
mosaic = np.load(told["mosaic"])
library.face_encodings(mosaic, told["places"][:1], model="small")
took = []
for _ in range(3):
    began = time.perf_counter()
    library.face_encodings(mosaic, [tuple(p) for p in told["places"]], model="small")
    took.append(time.perf_counter() - began)
print(json.dumps({"vectors": found, "seconds": min(took)}))
"""


@dataclass
class Faces:
    """One vector per file and where its face is; files without a face are left out."""

    vectors: dict[str, Vectors] = field(default_factory=dict)
    boxes: dict[str, Box] = field(default_factory=dict)


@dataclass(frozen=True)
class Protocol:
    folder: Path
    enrol: dict[str, list[str]]
    probe: dict[str, list[str]]
    unknown: list[str]

    def files(self) -> list[str]:
        groups = [*self.enrol.values(), *self.probe.values(), self.unknown]
        return list(dict.fromkeys(name for group in groups for name in group))

    def picture(self, name: str) -> NDArray[np.uint8]:
        return decode_photo((self.folder / "images" / name).read_bytes(), limits=DecodeLimits()).pixels


def read_protocol(folder: Path) -> Protocol:
    told = json.loads((folder / "protocol.json").read_text("utf-8"))
    return Protocol(folder, told["enrol"], told["probe"], told["unknown"])


def our_faces(protocol: Protocol, embedder: DlibEmbedder) -> Faces:
    """Of each picture the face nearest to its middle."""
    detector, found = CenterFaceDetector(), Faces()
    for name in protocol.files():
        image = protocol.picture(name)
        faces, _ = detector.detect(image)
        if not faces:
            continue
        middle = np.array([image.shape[1] / 2, image.shape[0] / 2])
        box = min(faces, key=lambda f: float(np.hypot(*(np.array(f.box.centre) - middle)))).box
        found.boxes[name] = box
        found.vectors[name] = vectors_of(embedder, cuttings_of(image, [box]))[0]
    return found


def at_width(protocol: Protocol, embedder: DlibEmbedder, faces: Faces, name: str, width_px: int) -> Vectors:
    """The vector of the same face in a picture shrunk until the face is `width_px` wide."""
    image, box = protocol.picture(name), faces.boxes[name]
    factor = width_px / box.width
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    shrunk = Box.from_list([v * factor for v in box.to_list()])
    return vectors_of(embedder, cuttings_of(np.asarray(small, np.uint8), [shrunk]))[0]


@dataclass(frozen=True)
class Peer:
    """face_recognition: its vectors by file, its seconds for the mosaic and ours, once plainly and once with mirror."""

    vectors: dict[str, Vectors]
    seconds: float
    ours_s: float
    ours_with_mirror_s: float


def peer_faces(protocol: Protocol, embedder: DlibEmbedder, faces: Faces) -> Peer | None:
    """Ask face_recognition about the same pictures; None where it cannot run here."""
    rows, columns = MOSAIC
    names = list(faces.boxes)[: rows * columns]
    edge = max(max(protocol.picture(name).shape[:2]) for name in names)
    mosaic = np.zeros((rows * edge, columns * edge, 3), np.uint8)
    boxes = []
    for number, name in enumerate(names):
        image, box = protocol.picture(name), faces.boxes[name]
        top, left = number // columns * edge, number % columns * edge
        mosaic[top : top + image.shape[0], left : left + image.shape[1]] = image
        boxes.append(Box(box.left + left, box.top + top, box.right + left, box.bottom + top))
    with tempfile.TemporaryDirectory(prefix="clearpost-bench-") as made:
        np.save(Path(made) / "mosaic.npy", mosaic)
        told: dict[str, Any] = {
            "paths": [str(protocol.folder / "images" / name) for name in protocol.files()],
            "mosaic": str(Path(made) / "mosaic.npy"),
            "places": [[b.top, b.right, b.bottom, b.left] for b in boxes],
        }
        (Path(made) / "told.json").write_text(json.dumps(told))
        command = [sys.executable, "-W", "ignore", "-c", _PEER, str(Path(made) / "told.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    answer = json.loads(done.stdout)
    vectors = {Path(path).name: np.array(v, np.float32) for path, v in answer["vectors"].items()}
    plain = _quickest(lambda: embedder.embed(mosaic, boxes))
    return Peer(vectors, answer["seconds"], plain, _quickest(lambda: vectors_of(embedder, cuttings_of(mosaic, boxes))))


def _quickest(work: Callable[[], object]) -> float:
    """Seconds of the best of three, as for the peer: others may be at work on this PC."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took)
