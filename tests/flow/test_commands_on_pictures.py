"""``detect``, ``cover`` and ``check`` from a real terminal, with the JSON that scripts rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.imaging.metadata import unexpected_blocks
from tests.bench.portraits import class_photo
from tests.conftest import ROOT
from tests.schools import FACEBOOK, PASSPHRASE, PASSWORD, School


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("group") / "group.jpg"
    class_photo(1600, 1200).save(path, quality=90)
    return path


def clearpost(*words: object, text: str = "") -> tuple[int, dict[str, Any], str]:
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, words)],
        cwd=ROOT, input=text, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout), done.stderr


def test_detect_gives_faces_with_their_heads_and_keeps_going_after_a_bad_file(group: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(group.read_bytes()[:20_000])
    code, document, messages = clearpost(
        "detect", "--json", "--only", "faces", "--files-from", "-", text=f"{broken}\n{group}\n"
    )
    bad, good = document["photos"]
    assert code == 1
    assert bad["problem"]["code"] == "truncated"
    assert bad["faces"] == []
    assert str(broken) in messages
    assert (good["width"], good["height"]) == (1600, 1200)
    assert len(good["faces"]) == 6
    assert good["texts"] == []
    for face in good["faces"]:
        left, top, right, bottom = face["box"]
        assert face["head"][0] <= left < right <= face["head"][2]
        assert face["head"][1] <= top < bottom <= face["head"][3]
        assert 0 < face["score"] <= 1


def test_cover_writes_a_clean_copy_beside_others_of_the_same_name(group: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "group.jpg").write_bytes(b"somebody else's")
    code, document, _ = clearpost("cover", "--json", "--out", out, group)
    [photo] = document["photos"]
    assert code == 0
    assert Path(photo["output"]) == out / "group-2.jpg"
    _, seen, _ = clearpost("detect", "--json", "--only", "faces", group)
    [found] = seen["photos"]
    assert len(found["faces"]) == 6
    assert [face["head"] for face in found["faces"]] == photo["covered"][:6]
    assert len(photo["covered"]) == 6 + len(found["hints"])
    assert (out / "group.jpg").read_bytes() == b"somebody else's"
    assert unexpected_blocks((out / "group-2.jpg").read_bytes()) == ()
    code, document, _ = clearpost("detect", "--json", "--only", "faces", out / "group-2.jpg")
    assert document["photos"][0]["faces"] == []


@pytest.mark.policy("002-18")
def test_check_covers_every_face_nobody_named_and_says_why(group: Path, school: School) -> None:
    folder = school.workspace.folder
    words = ["check", "--json", "--platform", FACEBOOK, "--workspace", folder, "--user", "contributor"]
    code, document, _ = clearpost(
        *words, "--passphrase-stdin", "--password-stdin", group, text=f"{PASSPHRASE}\n{PASSWORD}\n"
    )
    [photo] = document["photos"]
    faces = [region for region in photo["regions"] if region["reason"] == "unnamed"]
    assert photo["platform"] == "facebook"
    assert photo["outcome"] in {"covered", "withheld"}
    assert len(faces) == 6
    assert {face["treatment"] for face in faces} <= {"cover", "withhold"}
    assert all(face["clause"] for face in faces)
    assert code == (0 if photo["outcome"] == "covered" else 1)
