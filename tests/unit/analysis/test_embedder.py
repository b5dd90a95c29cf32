"""The embedder gives the vectors of face_recognition, which is asked in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from app.analysis.engines.dlib_embedder import DIMENSIONS, DlibEmbedder
from app.domain.errors import BugError
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


def test_only_the_landmarks_with_free_terms_are_named() -> None:
    from app.analysis.engines import dlib_embedder

    assert "5_face" in dlib_embedder.LANDMARKS.path
    assert "68" not in dlib_embedder.LANDMARKS.path
