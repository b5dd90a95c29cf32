"""Registered uniforms, and who in a photo may be of another school."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.analysis.worker import EngineProcess
from app.devices.folder_device import FolderDevice
from app.domain.clothing import Uniform, difference, lab_of
from app.domain.detection import Verdict
from app.domain.errors import NotAllowedError, PhotoUnreadableError, RegisterError
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId, RgbImage
from app.domain.treatment import Treatment
from app.imaging.encoding import encode_jpeg
from app.workflow import review
from app.workflow.analyse_photos import analyse_photos
from app.workflow.decide import decide_photo
from app.workflow.import_photos import import_photos
from app.workflow.uniforms import known_uniforms, main_colours, settle_uniforms, uniform_warnings
from app.workflow.workspace import Tools
from tests.bench.portraits import class_faces, class_photo
from tests.bench.uniforms import COLOURS, paint
from tests.flow.importing import PlainDecoder
from tests.schools import FACEBOOK, School

OURS = Uniform("Our uniform", True, (COLOURS["bottle green"],))
THEIRS = Uniform("Brook Academy", False, (COLOURS["burgundy"],))


def imported(school: School, folder: Path, picture: RgbImage) -> PhotoId:
    folder.mkdir()
    (folder / "class.jpg").write_bytes(encode_jpeg(picture, max_bytes=3_000_000))
    workspace = replace(school.workspace, tools=Tools(PlainDecoder(), school.workspace.engines))
    office = school.actor(Role.CONTRIBUTOR)
    [outcome] = import_photos(
        workspace, office, FolderDevice(folder), event="Visit", device_kind=DeviceKind.SCHOOL, remove_originals=False
    )
    assert outcome.photo_id is not None
    return outcome.photo_id


def settle(school: School, *uniforms: Uniform, role: Role = Role.HEAD) -> None:
    settle_uniforms(school.workspace, school.actor(role), uniforms)


def test_uniforms_are_kept_the_schools_own_first(either_school: School) -> None:
    assert known_uniforms(either_school.workspace) == ()
    settle(either_school, THEIRS, OURS)
    assert known_uniforms(either_school.workspace) == (OURS, THEIRS)
    settle(either_school)
    assert known_uniforms(either_school.workspace) == ()


@pytest.mark.parametrize(
    ("uniforms", "code"),
    [
        ([OURS, replace(OURS, is_own=False)], "name"),
        ([replace(OURS, name=" ")], "name"),
        ([replace(OURS, colours=())], "colours"),
        ([replace(OURS, colours=("green",))], "colours"),
        ([replace(OURS, colours=tuple(list(COLOURS.values())[:5]))], "colours"),
        ([replace(OURS, name=f"School {n}") for n in range(9)], "uniforms"),
    ],
)
def test_what_is_no_uniform_is_refused_and_nothing_changes(school: School, uniforms, code: str) -> None:
    settle(school, OURS)
    with pytest.raises(RegisterError) as refused:
        settle(school, *uniforms)
    assert refused.value.code == code
    assert known_uniforms(school.workspace) == (OURS,)


def test_only_who_settles_the_schools_rules_registers_uniforms(school: School) -> None:
    with pytest.raises(NotAllowedError):
        settle(school, OURS, role=Role.CONTRIBUTOR)


def test_a_visitors_uniform_in_a_real_photo_is_warned_of_and_shows_nobody(school: School, tmp_path: Path) -> None:
    size = (1600, 1200)
    faces, picture = class_faces(*size), np.asarray(class_photo(*size)).copy()
    for face, colour in zip(faces, ["bottle green"] * 4 + ["burgundy"], strict=False):
        paint(picture, face, COLOURS[colour], [other for other in faces if other != face])
    photo_id = imported(school, tmp_path / "camera", picture)
    office = school.actor(Role.CONTRIBUTOR)
    with EngineProcess() as engines:
        workspace = replace(school.workspace, tools=Tools(PlainDecoder(), engines))
        [outcome] = analyse_photos(workspace, office, [photo_id], only=frozenset({"faces"}))
    assert (outcome.problem, outcome.faces) == (None, 6)

    def warned():
        facts = review.photo_view(school.workspace, office, photo_id).facts
        boxes = {region.id: region.box for region in facts.regions}
        return [(w.words, boxes[w.region_id], w.region_id) for w in uniform_warnings(school.workspace, facts)]

    assert warned() == []  # nobody said what our uniform is
    settle(school, OURS, THEIRS)
    [(words, box, region_id)] = warned()
    assert "Brook Academy" in words
    assert box.iou(faces[4]) > 0.4
    decision = decide_photo(school.workspace, photo_id, FACEBOOK)
    assert all(r.treatment is Treatment.COVER for r in decision.regions)
    review.set_verdict(school.workspace, office, region_id, Verdict.STRANGER)
    assert warned() == []  # somebody looked


def test_a_uniforms_colours_can_be_taken_from_a_picture(school: School) -> None:
    cloth = np.full((200, 200, 3), (15, 77, 46), np.uint8)
    workspace = replace(school.workspace, tools=Tools(PlainDecoder(), school.workspace.engines))
    [colour] = main_colours(workspace, encode_jpeg(cloth, max_bytes=100_000))
    assert difference(lab_of(colour), lab_of("#0f4d2e")) < 2
    with pytest.raises(PhotoUnreadableError):
        main_colours(workspace, b"no picture")
