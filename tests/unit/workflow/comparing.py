"""A school that compares faces: two invented pupils played by two public-domain portraits, and scenes with both."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

from app.analysis.embedding_worker import EmbeddingProcess
from app.devices.folder_device import FolderDevice
from app.domain.detection import Region
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId, RgbImage
from app.workflow import review
from app.workflow.analyse_photos import analyse_photos
from app.workflow.enrolment import Enrolment, enrol
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from tests.bench.portraits import portraits
from tests.flow.posting import PlannedEngines, with_engines
from tests.schools import School
from tests.unit.workflow.test_biometrics import family_of, switch_on

FACE = Box(90, 90, 190, 220)
"""Where the face is in every picture of one person."""
EVENT = "Sports day"
_PLACES = {"Amara": (0, Box(107, 54, 201, 179)), "Ben": (1, Box(117, 104, 297, 309))}
_SIZE = (280, 320)


def _portrait(who: str, variant: int = 0) -> Image.Image:
    """One of several photos of a person: as taken, turned, darker, out of focus, harder light."""
    number, face = _PLACES[who]
    factor = FACE.width / face.width
    whole = portraits()[number]
    sized = whole.resize((round(whole.width * factor), round(whole.height * factor)), Image.Resampling.LANCZOS)
    picture = Image.new("RGB", _SIZE, (150, 150, 145))
    picture.paste(sized, (round(FACE.left - face.left * factor), round(FACE.top - face.top * factor)))
    changed = (
        picture,
        picture.rotate(9, resample=Image.Resampling.BICUBIC, center=FACE.centre),
        ImageEnhance.Brightness(picture).enhance(0.6),
        picture.filter(ImageFilter.GaussianBlur(1.2)),
        ImageEnhance.Contrast(picture).enhance(1.6),
    )
    return changed[variant]


def picture_of(who: str, variant: int = 0) -> bytes:
    """A PNG with one face at `FACE`."""
    return _png(_portrait(who, variant))


def blurred(who: str) -> bytes:
    return _png(_portrait(who).filter(ImageFilter.GaussianBlur(9)))


def scene(people: Sequence[tuple[str, int]]) -> tuple[bytes, tuple[Box, ...]]:
    """Several people beside each other, and where their faces are."""
    picture = Image.new("RGB", (_SIZE[0] * len(people), _SIZE[1]))
    for place, (who, variant) in enumerate(people):
        picture.paste(_portrait(who, variant), (place * _SIZE[0], 0))
    return _png(picture), tuple(FACE.moved(place * _SIZE[0], 0) for place in range(len(people)))


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


class Watched:
    """The real comparing process, which also tells a test which faces reached it and what came back."""

    def __init__(self, process: EmbeddingProcess) -> None:
        self._process = process
        self.boxes: list[Box] = []
        self.answers: list[np.ndarray] = []

    def facts(self):
        return self._process.facts()

    def vectors(self, image: RgbImage, faces: Sequence[Box]) -> np.ndarray:
        self.boxes += faces
        found = self._process.vectors(image, faces)
        self.answers.append(found)
        return found

    def close(self) -> None:
        """It goes on for the next test."""


def prepared(school: School, process: EmbeddingProcess) -> tuple[Workspace, Watched]:
    """The school's workspace with planned faces and a watched comparing process; nothing is switched on."""
    workspace = with_engines(school.workspace, PlannedEngines(planned=(FACE,)))
    watched = Watched(process)
    workspace.__dict__["comparer"] = watched  # where the property keeps the real one
    return workspace, watched


def let_compare(school: School, *forenames: str) -> None:
    """Switch comparing on, with everything that comes before it, and record the families' consents."""
    switch_on(school)
    for forename in forenames:
        family = family_of(school, forename, school.workspace.clock.today() - timedelta(8 * 366))
        family.tell(family.mother, family.father)
        family.agree(family.mother)


def enrolled(school: School, workspace: Workspace, forename: str, variants: Sequence[int] = (0, 2, 3)) -> Enrolment:
    sources = [picture_of(forename, variant) for variant in variants]
    return enrol(workspace, school.actor(Role.CONSENT_ADMIN), school.pupils[forename].id, sources)


def take(
    school: School, workspace: Workspace, folder: Path, people: Sequence[tuple[str, int]]
) -> tuple[PhotoId, tuple[Region, ...]]:
    """Import and look through a photo of these people; its faces from left to right."""
    data, boxes = scene(people)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "IMG_1.PNG").write_bytes(data)
    planned = replace(workspace, tools=replace(workspace.tools, engines=PlannedEngines(planned=boxes)))
    office = school.actor(Role.CONTRIBUTOR)
    [outcome] = import_photos(
        planned, office, FolderDevice(folder), event=EVENT, device_kind=DeviceKind.SCHOOL, remove_originals=False
    )
    assert outcome.photo_id is not None
    assert [o.problem for o in analyse_photos(planned, office, [outcome.photo_id])] == [None]
    faces = review.photo_view(workspace, office, outcome.photo_id).facts.regions
    return outcome.photo_id, tuple(sorted(faces, key=lambda face: face.box.left))
