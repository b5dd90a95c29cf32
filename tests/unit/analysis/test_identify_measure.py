"""`./run measure identify`: everybody ranked for every face, in the agreed shape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench.identify import main
from tests.bench.portraits import portraits


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    astronaut, hopper = portraits()[:2]
    for name, portrait in (("Eileen", astronaut), ("Grace", hopper)):
        (folder / name).mkdir()
        portrait.save(folder / name / "1.jpg", quality=92)
    (folder / "Nobody").mkdir()
    return folder


def test_each_face_ranks_everybody_with_the_right_one_first(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    portraits()[3].save(tmp_path / "probe.jpg", quality=90)  # Grace Hopper, mirrored and brighter
    assert main(["--gallery", str(gallery), str(tmp_path)]) == 0
    [photo] = json.loads(capsys.readouterr().out)["photos"]
    [face] = photo["faces"]
    assert set(photo) == {"path", "width", "height", "faces", "hints"}
    assert set(face) == {"box", "head", "score", "quality", "candidates"}
    assert [c["person"] for c in face["candidates"]] == ["Grace", "Eileen"]
    assert [c["passes"] for c in face["candidates"]] == [True, False]
    assert face["candidates"][0]["score"] > face["candidates"][1]["score"]


def test_a_file_that_is_no_photo_is_reported_and_the_rest_goes_on(
    gallery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jpg").write_bytes(b"nothing")
    portraits()[0].save(tmp_path / "b.jpg")
    assert main(["--gallery", str(gallery), str(tmp_path), str(tmp_path / "missing.jpg")]) == 1
    bad, good, missing = json.loads(capsys.readouterr().out)["photos"]
    assert bad["faces"] == missing["faces"] == []
    assert bad["problem"]["text"]
    assert missing["problem"]["code"] == "missing"
    assert len(good["faces"]) == 1


def test_words_it_does_not_know_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--gallery", str(tmp_path / "none"), "x.jpg"])
    assert ended.value.code == 2
