"""A crest to teach, a scene that shows it, and how much effort tests make to learn it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from app.analysis.marks.emblems import emblem
from app.analysis.marks.rendering import Scene, render
from app.analysis.marks.textures import background
from app.analysis.marks.training import Effort
from app.devices.folder_device import FolderDevice
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId, RgbImage
from app.imaging.encoding import encode_jpeg
from app.workflow.import_photos import import_photos
from tests.schools import School

LITTLE = Effort(views=100, looks=1, backgrounds=4, misses=30, rounds=1, measured=4, filters=2, judges=1)
ENOUGH = Effort(views=300, looks=1, backgrounds=14, misses=90, rounds=1, measured=6, filters=3, judges=1)
"""So much that the mark is found in the scene; `./run bench marks` measures what a school gets."""
NAME = "Hollybank crest"


def crest_picture(*, ink: int = 255, seed: int = 100) -> bytes:
    """A drawing of a crest on an even background, as a PNG."""
    mark = emblem(np.random.default_rng(seed))
    share = np.pad(mark.cover, 20)[..., None]
    laid = np.pad(mark.pixels, ((20, 20), (20, 20), (0, 0))) * share + ink * (1 - share)
    done, data = cv2.imencode(".png", laid.astype(np.uint8)[..., ::-1])
    assert done
    return data.tobytes()


def scene() -> Scene:
    """A drawn picture with that crest on cloth."""
    rng = np.random.default_rng(5)
    return render(rng, emblem(np.random.default_rng(100)), background(rng, 400, 320), size_px=110)


def imported(school: School, folder: Path, pixels: RgbImage) -> PhotoId:
    """The id of a picture brought into the school from a folder."""
    folder.mkdir()
    (folder / "a.jpg").write_bytes(encode_jpeg(pixels, max_bytes=2_000_000))
    [outcome] = import_photos(
        school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(folder), event="Sports day",
        device_kind=DeviceKind.SCHOOL, remove_originals=False,
    )  # fmt: skip
    return PhotoId(str(outcome.photo_id))
