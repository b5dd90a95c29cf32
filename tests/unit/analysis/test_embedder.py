"""The embedder gives the vectors of face_recognition, which is asked in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.analysis.engines.dlib_embedder import DlibEmbedder
from app.analysis.engines.dlib_weights import DIMENSIONS, NETWORK, read_weights
from app.analysis.engines.face_network import FaceNetwork
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box
from tests.bench.portraits import portraits

_REFERENCE = """
import json, sys
import numpy as np
import face_recognition
image = np.load(sys.argv[1])
places = face_recognition.face_locations(image)
vectors = face_recognition.face_encodings(image, known_face_locations=places, model="small")
print(json.dumps({"places": places, "vectors": [v.tolist() for v in vectors]}))
"""


@pytest.fixture(scope="module")
def embedder() -> DlibEmbedder:
    return DlibEmbedder()


def test_vectors_equal_those_of_face_recognition(
    embedder: DlibEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for number, portrait in enumerate(portraits()[:2]):
        image = np.asarray(portrait.convert("RGB"))
        path = tmp_path_factory.mktemp("reference") / f"{number}.npy"
        np.save(path, image)
        command = [sys.executable, "-W", "ignore", "-c", _REFERENCE, str(path)]
        told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        boxes = [Box(left, top, right, bottom) for top, right, bottom, left in told["places"]]
        assert len(boxes) == 1
        np.testing.assert_allclose(embedder.embed(image, boxes), told["vectors"], atol=1e-6)


def test_no_faces_give_no_vectors(embedder: DlibEmbedder) -> None:
    assert embedder.embed(np.zeros((20, 20, 3), np.uint8), []).shape == (0, DIMENSIONS)


def test_a_face_beyond_the_edge_does_no_harm(embedder: DlibEmbedder) -> None:
    image = np.asarray(portraits()[0].resize((60, 75), Image.Resampling.BILINEAR))
    vector = embedder.embed(image, [Box(-30, -30, 40, 40)])
    assert np.isfinite(vector).all()


def test_a_picture_in_the_wrong_shape_is_our_fault(embedder: DlibEmbedder) -> None:
    with pytest.raises(BugError):
        embedder.embed(np.zeros((20, 20), np.uint8), [])


def test_the_finished_network_is_kept_and_a_changed_one_is_built_anew(tmp_path: Path) -> None:
    chips = np.random.default_rng(3).integers(0, 255, (3, 150, 150, 3), dtype=np.uint8)
    first = FaceNetwork(NETWORK.checked(), NETWORK.sha256, cache=tmp_path).run(chips)
    (kept,) = tmp_path.glob("*.bin")
    assert np.array_equal(FaceNetwork(Path("nowhere"), NETWORK.sha256, cache=tmp_path).run(chips), first)
    kept.write_bytes(kept.read_bytes()[:-4] + b"\0\0\0\0")
    assert np.array_equal(FaceNetwork(NETWORK.checked(), NETWORK.sha256, cache=tmp_path).run(chips), first)


def test_a_vector_does_not_depend_on_who_else_is_in_the_batch(embedder: DlibEmbedder) -> None:
    image = np.asarray(portraits()[0].convert("RGB"))
    height, width = image.shape[:2]
    boxes = [Box(width // 4 + n, height // 4, 3 * width // 4 + n, 3 * height // 4) for n in range(40)]
    together = embedder.embed(image, boxes)
    np.testing.assert_allclose(together[7:8], embedder.embed(image, boxes[7:8]), atol=1e-5)


@pytest.mark.parametrize("damage", [b"", b"\x01\x02" * 500])
def test_a_file_of_another_layout_is_refused(damage: bytes) -> None:
    with pytest.raises(EngineUnavailableError, match="another layout"):
        read_weights(damage)


def test_only_the_landmarks_with_free_terms_are_named() -> None:
    from app.analysis.engines import dlib_embedder

    assert "5_face" in dlib_embedder.LANDMARKS.path
    assert "68" not in dlib_embedder.LANDMARKS.path
