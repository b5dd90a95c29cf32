"""The whole story, told once by the real command, and what it leaves on the disk."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.bench.portraits import write_phone
from tests.conftest import ROOT


@dataclass(frozen=True)
class Telling:
    phone: Path
    out: Path
    result: subprocess.CompletedProcess[str]

    @property
    def report(self) -> dict[str, Any]:
        return json.loads((self.out / "demo.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Telling:
    folder = tmp_path_factory.mktemp("demo")
    write_phone(folder / "phone")
    result = subprocess.run(
        [sys.executable, "-m", "app", "demo", "--photos", str(folder / "phone"), "--out", str(folder / "out")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return Telling(folder / "phone", folder / "out", result)


def test_the_story_holds_from_the_phone_to_the_live_address(telling: Telling) -> None:
    assert telling.result.returncode == 0, telling.result.stdout + telling.result.stderr
    names = [step["name"] for step in telling.report["steps"]]
    assert names[:4] == ["school", "register", "import", "removal"]
    assert names[-3:] == ["prove", "live", "records"]
    assert all(step["ok"] for step in telling.report["steps"])


def test_ones_own_photos_are_only_read(telling: Telling) -> None:
    names = {path.name for path in telling.phone.rglob("*") if path.is_file()}
    assert names == {"IMG_0001.JPG", "IMG_0002.JPG", "IMG_0003.JPG", "IMG_0004.JPG", "NOTES.TXT"}


def test_the_same_photo_is_covered_differently_on_the_two_platforms(telling: Telling) -> None:
    by_photo: dict[str, dict[str, Any]] = {}
    for picture in telling.report["photos"]:
        by_photo.setdefault(picture["photo"], {})[picture["platform"]] = picture
    group = max(by_photo.values(), key=lambda pictures: len(pictures["facebook"]["shown"]))
    assert group["facebook"]["covered"] != group["website"]["covered"]
    assert group["facebook"]["shown"] != group["website"]["shown"]
    pixels = [np.asarray(Image.open(telling.out / group[p]["file"])) for p in ("facebook", "website")]
    assert pixels[0].shape == pixels[1].shape
    assert np.abs(pixels[0].astype(int) - pixels[1].astype(int)).max() > 100


def test_a_cover_is_one_colour_from_edge_to_edge(telling: Telling) -> None:
    for picture in telling.report["photos"]:
        pixels = np.asarray(Image.open(telling.out / picture["file"]).convert("RGB")).astype(int)
        assert picture["covered"]
        for left, top, right, bottom in picture["covered"]:
            inside = pixels[top + 8 : bottom - 8, left + 8 : right - 8].reshape(-1, 3)
            assert (inside.max(axis=0) - inside.min(axis=0)).max() <= 16  # what JPEG does to a flat fill


def test_nothing_of_the_phones_metadata_is_in_the_packs(telling: Telling) -> None:
    if shutil.which("exiftool") is None:
        pytest.skip("exiftool is not installed (Debian: libimage-exiftool-perl)")
    command = ["exiftool", "-j", "-G1", "-r", "-ext", "jpg", str(telling.out / "packs")]
    files = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert len(files) == len(telling.report["photos"])
    for tags in files:
        groups = {name.split(":")[0] for name in tags if ":" in name}
        assert groups <= {"ExifTool", "System", "File", "JFIF", "Composite"}


def test_file_names_in_the_packs_say_nothing(telling: Telling) -> None:
    for picture in telling.report["photos"]:
        name = Path(picture["file"]).stem
        assert len(name) == 32
        int(name, 16)
