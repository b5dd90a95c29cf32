"""A network that a school brings: it runs on upright faces, and a pack that is not whole is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.analysis.embedding import cuttings_of, vectors_of
from app.analysis.engines.model_pack import read_pack
from app.analysis.engines.pack_embedder import EDGE_PX, PackEmbedder, similarity
from app.domain.errors import EngineUnavailableError
from app.domain.geometry import Box
from tests.bench.portraits import portraits
from tests.unit.analysis.onnx_by_hand import quarters_network, write_pack

FACE = Box(107, 54, 201, 179)
"""In the first portrait, forehead to chin."""


def portrait() -> np.ndarray:
    return np.asarray(portraits()[0].convert("RGB"))


def test_colours_go_in_as_the_pack_says(tmp_path: Path) -> None:
    chip = np.zeros((1, EDGE_PX, EDGE_PX, 3), np.uint8)
    chip[..., 0] = 255  # a red face
    chip[:, :56, :, 1] = 255  # its upper half yellow
    rgb = PackEmbedder(read_pack(write_pack(tmp_path / "a"))).run(chip)
    bgr = PackEmbedder(read_pack(write_pack(tmp_path / "b", colours='"bgr"', mean="0", scale="0.5"))).run(chip)
    up, down = (127.5 / 128), (-127.5 / 128)
    np.testing.assert_allclose(rgb, [[up] * 4 + [up, up, down, down] + [down] * 4], atol=1e-3)
    np.testing.assert_allclose(bgr, [[0] * 4 + [127.5, 127.5, 0, 0] + [127.5] * 4], atol=1e-3)


def test_a_turned_face_comes_to_the_network_upright(tmp_path: Path) -> None:
    network = PackEmbedder(read_pack(write_pack(tmp_path / "a")))
    whole = portrait()
    turned = np.asarray(Image.fromarray(whole).rotate(12, center=FACE.centre, resample=Image.Resampling.BICUBIC))
    plain, lying = (network.cut(image, FACE).astype(float)[16:96, 16:96] for image in (whole, turned))
    crooked = turned[FACE.top : FACE.bottom, FACE.left : FACE.right]
    beside = np.asarray(Image.fromarray(crooked).resize((EDGE_PX, EDGE_PX))).astype(float)[16:96, 16:96]
    assert np.abs(plain - lying).mean() < 0.5 * np.abs(plain - beside).mean()


def test_vectors_have_length_one_whatever_the_network(tmp_path: Path) -> None:
    network = PackEmbedder(read_pack(write_pack(tmp_path / "a")))
    vectors = vectors_of(network, cuttings_of(portrait(), [FACE, FACE]))
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1], rtol=1e-5)
    np.testing.assert_array_equal(vectors[0], vectors[1])
    assert vectors.shape == (2, 12)


def test_points_are_brought_to_their_places_without_a_mirror_image() -> None:
    there = np.array([(38.0, 52.0), (74.0, 52.0), (56.0, 79.0)])
    angle = np.radians(30)
    turn = 3 * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    found = similarity(there @ turn.T + [200, -40], there)
    np.testing.assert_allclose((there @ turn.T + [200, -40]) @ found[:, :2].T + found[:, 2], there, atol=1e-9)
    mirrored = similarity(there * [-1, 1], there)
    assert np.linalg.det(mirrored[:, :2]) > 0


def test_a_pack_says_what_it_is_and_that_nobody_measured_it(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path / "a"))
    assert (pack.engine, pack.measurement) == (f"Quarters {pack.sha256[:16]}", None)
    assert pack.licence == "Free to use in tests."


def test_measured_thresholds_of_a_pack_are_its_own(tmp_path: Path) -> None:
    table = "{ scores = [[0.01, 0.21], [0.001, 0.28]], more = [[3, 0.01]] }"
    pack = read_pack(write_pack(tmp_path / "a", thresholds=table))
    assert pack.measurement is not None
    assert pack.measurement.levels(10, 3).possible == pytest.approx(0.29)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": None}, "does not say “name”"),
        ({"name": '"' + "x" * 80 + '"'}, "longer than 60"),
        ({"sha256": '"00"'}, "damaged or was replaced"),
        ({"file": '"missing.onnx"'}, "missing or cannot be read"),
        ({"file": '"../quarters.onnx"'}, "outside its folder"),
        ({"file": "7"}, "does not say “file”"),
        ({"licence": '"none.txt"'}, "licence of the face network “Quarters” is missing"),
        ({"licence": None}, "does not say “licence”"),
        ({"colours": '"grey"'}, "only rgb and bgr"),
        ({"mean": "true"}, "“mean” as a number"),
        ({"scale": "0"}, "not above 0"),
        ({"thresholds": None}, "neither measured pairs"),
        ({"thresholds": '"trust me"'}, "neither measured pairs"),
        ({"thresholds": "{ scores = [[0.01, 0.4], [0.001, 0.3]] }"}, "neither measured pairs"),
        ({"thresholds": "{ scores = 3 }"}, "neither measured pairs"),
        ({"name": "= ="}, "not written as TOML"),
    ],
)
def test_a_pack_that_is_not_whole_is_refused_in_a_sentence(
    tmp_path: Path, changes: dict[str, str | None], words: str
) -> None:
    with pytest.raises(EngineUnavailableError) as refused:
        read_pack(write_pack(tmp_path / "a", **changes))
    assert words in refused.value.words
    assert (refused.value.code, bool(refused.value.remedy)) == ("bad-pack", True)


def test_a_folder_without_a_pack_and_an_empty_licence_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailableError, match=r"no pack\.toml"):
        read_pack(tmp_path)
    pack = write_pack(tmp_path / "a")
    (pack / "LICENCE.txt").write_text(" \n")
    with pytest.raises(EngineUnavailableError, match="empty file"):
        read_pack(pack)


@pytest.mark.parametrize("network", [b"no network", quarters_network(edge=64), quarters_network()[:-40]])
def test_a_file_that_is_no_such_network_is_refused(tmp_path: Path, network: bytes) -> None:
    with pytest.raises(EngineUnavailableError, match="112 by 112"):
        PackEmbedder(read_pack(write_pack(tmp_path / "a", network)))
