"""The comparing process: nothing but the faces asked for gets there, and a crash costs one answer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.analysis.embedding import cuttings_of, vectors_of
from app.analysis.embedding_worker import EmbeddingProcess
from app.analysis.engines.dlib_embedder import DlibEmbedder
from app.analysis.engines.dlib_weights import engine_name
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.geometry import Box
from tests.bench.portraits import portraits
from tests.unit.analysis.comparing_tasks import die, tell_sizes
from tests.unit.analysis.onnx_by_hand import write_pack

FACE = Box(107, 54, 201, 179)


def portrait() -> np.ndarray:
    return np.asarray(portraits()[0].convert("RGB"))


def test_the_process_gives_the_vectors_of_the_network_and_keeps_only_the_network(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with EmbeddingProcess(cache_folder=cache) as process:
        assert process.facts().name == engine_name()
        assert process.facts().measurement is not None
        assert not process.is_running
        assert process.vectors(portrait(), []).shape == (0, 0)
        assert not process.is_running
        found = process.vectors(portrait(), [FACE])
    np.testing.assert_allclose(found, vectors_of(DlibEmbedder(), cuttings_of(portrait(), [FACE])), atol=1e-6)
    assert {path.suffix for path in cache.iterdir()} == {".xml", ".bin", ".sha256"}


def test_a_pack_is_run_and_named(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    with EmbeddingProcess(pack) as process:
        assert process.vectors(portrait(), [FACE]).shape == (1, 12)
        assert process.facts().name.startswith("Quarters ")
        assert process.facts().measurement is None


def test_only_the_surroundings_of_a_face_cross_over() -> None:
    image = np.zeros((400, 600, 3), np.uint8)
    image[:, 300:] = 255  # whoever stands on the right
    with EmbeddingProcess(task=tell_sizes) as process:
        [told] = process.vectors(image, [Box(40, 100, 100, 160)])
    left, top, right, bottom, height, width, brightness = told
    assert (right - left, bottom - top) == (60, 60)
    assert (width, height) == (40 + 60 + 54, 60 + 2 * 54)
    assert brightness == 0


def test_a_crash_is_a_refusal_and_the_next_face_starts_a_new_process() -> None:
    with EmbeddingProcess(task=die) as process:
        for _ in range(2):
            with pytest.raises(EngineUnavailableError) as refused:
                process.vectors(portrait(), [FACE])
            assert refused.value.code == "crashed"


def test_a_pack_that_is_not_whole_is_refused_from_the_process_too(tmp_path: Path) -> None:
    with EmbeddingProcess(tmp_path) as process:
        with pytest.raises(EngineUnavailableError, match=r"pack\.toml"):
            process.facts()
        with pytest.raises(EngineUnavailableError, match=r"pack\.toml"):
            process.vectors(portrait(), [FACE])


def test_a_closed_one_starts_nothing() -> None:
    process = EmbeddingProcess()
    process.close()
    process.close()
    with pytest.raises(BugError):
        process.vectors(portrait(), [FACE])


def test_a_face_outside_the_picture_is_our_fault() -> None:
    with pytest.raises(BugError):
        cuttings_of(portrait(), [Box(5000, 5000, 5010, 5010)])
    with pytest.raises(BugError):
        cuttings_of(np.zeros((20, 20), np.uint8), [FACE])
