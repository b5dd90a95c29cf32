"""What enrolment starts from: the faces named as one child, brought together inside the gates alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.analysis.embedding_worker import EmbeddingProcess
from app.analysis.quality import FaceQuality
from app.domain.detection import Region, RegionId, RegionKind, RegionOrigin
from app.domain.errors import NotAllowedError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import PhotoId
from app.workflow import biometrics, review
from app.workflow.enrolment import PhotoProblem
from app.workflow.enrolment_photos import FaceWord, delete_kept_faces, kept_faces, named_faces, word_for
from app.workflow.workspace import Workspace
from tests.schools import School
from tests.unit.workflow.comparing import FACE, Watched, enrolled, let_compare, prepared, take


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddingProcess]:
    with EmbeddingProcess(cache_folder=tmp_path_factory.mktemp("networks")) as started:
        yield started


@pytest.fixture
def photographed(school: School, process: EmbeddingProcess, tmp_path: Path) -> tuple[Workspace, Watched]:
    """Amara and Ben in one photo, both named, and a tiny box that is named as Amara too."""
    workspace, watched = prepared(school, process)
    photo_id, faces = take(school, workspace, tmp_path / "camera", [("Amara", 0), ("Ben", 0)])
    office = school.actor(Role.CONTRIBUTOR)
    tiny = review.add_region(workspace, office, photo_id, RegionKind.FACE, Box(5, 5, 30, 35))
    for region, forename in ((faces[0], "Amara"), (faces[1], "Ben"), (tiny, "Amara")):
        review.name_region(workspace, office, region.id, school.pupils[forename].id)
    return workspace, watched


def test_the_faces_named_as_a_child_are_shown_with_a_word_and_why_one_is_refused(
    school: School, photographed: tuple[Workspace, Watched]
) -> None:
    workspace, watched = photographed
    let_compare(school, "Amara")
    good, tiny = named_faces(workspace, school.actor(Role.CONSENT_ADMIN), school.pupils["Amara"].id)
    assert (good.word, good.problem) == (FaceWord.GOOD, None)
    assert tiny.problem is PhotoProblem.TOO_SMALL
    assert good.crop.shape[1] > FACE.width
    assert watched.boxes == []


def test_no_faces_are_brought_together_outside_the_gates(
    school: School, photographed: tuple[Workspace, Watched]
) -> None:
    workspace, _watched = photographed
    amara, keeper = school.pupils["Amara"].id, school.actor(Role.CONSENT_ADMIN)
    with pytest.raises(NotAllowedError) as off:
        named_faces(workspace, keeper, amara)
    assert off.value.code == "matching-off"
    let_compare(school, "Amara")
    with pytest.raises(NotAllowedError, match="may not be compared"):
        named_faces(workspace, keeper, school.pupils["Ben"].id)
    for role in (Role.CONTRIBUTOR, Role.HEAD, Role.IT):
        with pytest.raises(NotAllowedError):
            named_faces(workspace, school.actor(role), amara)
    assert len(list(named_faces(workspace, keeper, amara))) == 2
    biometrics.record_child_refusal(workspace, school.actor(Role.GOVERNOR), amara)
    with pytest.raises(NotAllowedError, match="may not be compared"):
        named_faces(workspace, keeper, amara)


def test_what_is_kept_can_be_seen_and_deleted_by_those_who_keep_it(
    school: School, photographed: tuple[Workspace, Watched]
) -> None:
    workspace, _watched = photographed
    let_compare(school, "Amara")
    enrolled(school, workspace, "Amara")
    amara = school.pupils["Amara"].id
    assert len(kept_faces(workspace, school.actor(Role.HEAD), amara)) == 3
    for role in (Role.CONTRIBUTOR, Role.HEAD, Role.IT):
        with pytest.raises(NotAllowedError):
            delete_kept_faces(workspace, school.actor(role), amara)
    assert delete_kept_faces(workspace, school.actor(Role.DSL), amara) == 3
    assert kept_faces(workspace, school.actor(Role.DSL), amara) == ()


@pytest.mark.parametrize(
    ("size", "sharpness", "share_left_by_the_pose", "word"),
    [
        (1.0, 1.0, 1.0, FaceWord.GOOD),
        (1.0, 1.0, None, FaceWord.GOOD),
        (0.7, 1.0, 1.0, FaceWord.SMALL),
        (1.0, 0.1, 1.0, FaceWord.UNSHARP),
        (1.0, 1.0, 0.6, FaceWord.TURNED),
        (0.7, 0.1, 0.6, FaceWord.UNSHARP),
    ],
)
def test_one_word_says_how_usable_a_face_is(
    size: float, sharpness: float, share_left_by_the_pose: float | None, word: FaceWord
) -> None:
    quality = FaceQuality(size, sharpness)
    found = None if share_left_by_the_pose is None else quality.value * share_left_by_the_pose
    region = Region(RegionId("r"), PhotoId("p"), RegionKind.FACE, FACE, RegionOrigin.ENGINE, quality=found)
    assert word_for(region, quality) is word
