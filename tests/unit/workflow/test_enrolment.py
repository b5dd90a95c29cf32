"""Enrolment: what may not be compared is never computed, poor photos are left out, a wrong one is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import update

from app.analysis.embedding_worker import EmbeddingProcess
from app.domain.errors import NotAllowedError, RegisterError, StorageError
from app.domain.geometry import Box
from app.domain.people import Role
from app.workflow import biometrics, look_alikes, records, review
from app.workflow.enrolment import PhotoProblem, enrol
from app.workflow.face_templates import gallery_of
from app.workflow.workspace import Workspace
from consent_db import audit
from consent_db import biometrics as rows
from consent_db.schema_consent import face_template
from tests.clocks import later
from tests.flow.posting import PlannedEngines
from tests.schools import School
from tests.unit.analysis.onnx_by_hand import write_pack
from tests.unit.workflow.comparing import (
    FACE,
    Watched,
    blurred,
    enrolled,
    let_compare,
    picture_of,
    prepared,
    take,
)


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddingProcess]:
    with EmbeddingProcess(cache_folder=tmp_path_factory.mktemp("networks")) as started:
        yield started


@pytest.fixture
def comparing(school: School, process: EmbeddingProcess) -> tuple[Workspace, Watched]:
    made = prepared(school, process)
    let_compare(school, "Amara", "Ben")
    return made


def names_in_gallery(workspace: Workspace) -> list[str]:
    with workspace.database.read() as connection:
        return list(gallery_of(workspace, connection, workspace.comparer.facts().name).people)


def test_three_photos_become_sealed_templates_for_a_year(either_school: School, process: EmbeddingProcess) -> None:
    workspace, watched = prepared(either_school, process)
    let_compare(either_school, "Amara")
    made = enrolled(either_school, workspace, "Amara")
    assert (made.stored, made.kept, made.is_enough, made.in_doubt) == (3, 3, True, ())
    child = either_school.pupils["Amara"].id
    with workspace.database.read() as connection:
        kept = rows.templates_of(connection, child)
    assert {t.until for t in kept} == {workspace.clock.today() + timedelta(365)}
    assert all(0.45 <= t.quality <= 1 for t in kept)
    for template in kept:
        for answer in watched.answers:
            assert answer.tobytes()[:64] not in template.sealed
    assert names_in_gallery(workspace) == [child]
    late = later(workspace, 366)
    late.__dict__["comparer"] = watched
    assert names_in_gallery(late) == []


def test_without_the_switch_or_the_consent_or_the_role_nothing_is_computed(
    school: School, process: EmbeddingProcess
) -> None:
    workspace, watched = prepared(school, process)
    with pytest.raises(NotAllowedError) as off:
        enrolled(school, workspace, "Amara")
    assert off.value.code == "matching-off"
    let_compare(school, "Amara")
    with pytest.raises(NotAllowedError, match="may not be compared"):
        enrolled(school, workspace, "Ben")
    for role in (Role.CONTRIBUTOR, Role.HEAD, Role.IT):
        with pytest.raises(NotAllowedError):
            enrol(workspace, school.actor(role), school.pupils["Amara"].id, [picture_of("Amara")])
    assert watched.boxes == []


@pytest.mark.parametrize(
    ("planned", "data", "problem"),
    [
        ((), picture_of("Amara"), PhotoProblem.NO_FACE),
        ((FACE, FACE.moved(60, 0)), picture_of("Amara"), PhotoProblem.SEVERAL_FACES),
        ((Box(90, 90, 130, 140),), picture_of("Amara"), PhotoProblem.TOO_SMALL),
        ((Box(90, 90, 150, 150),), blurred("Amara"), PhotoProblem.POOR),
        ((FACE,), b"no photo", PhotoProblem.UNREADABLE),
    ],
)
def test_a_photo_that_is_not_good_enough_is_left_out_and_never_computed(
    school: School,
    comparing: tuple[Workspace, Watched],
    planned: tuple[Box, ...],
    data: bytes,
    problem: PhotoProblem,
) -> None:
    workspace, watched = comparing
    looking = replace(workspace, tools=replace(workspace.tools, engines=PlannedEngines(planned=planned)))
    looking.__dict__["comparer"] = watched
    found = enrol(looking, school.actor(Role.DSL), school.pupils["Amara"].id, [data])
    assert [(c.problem, bool(c.words)) for c in found.checks] == [(problem, True)]
    assert (found.stored, watched.boxes) == (0, [])


def test_the_wrong_photo_in_a_set_is_found_and_nothing_is_kept_until_somebody_looked(
    school: School, comparing: tuple[Workspace, Watched]
) -> None:
    workspace, _ = comparing
    actor, child = school.actor(Role.CONSENT_ADMIN), school.pupils["Amara"].id
    mixed = [picture_of("Amara", 0), picture_of("Ben", 0), picture_of("Amara", 2), picture_of("Amara", 3)]
    found = enrol(workspace, actor, child, mixed)
    assert (found.stored, found.in_doubt) == (0, (1,))
    assert found.checks[1].problem is PhotoProblem.UNLIKE_THE_OTHERS
    assert (found.checks[1].fit or 1.0) < 0.92
    assert names_in_gallery(workspace) == []
    vouched = enrol(workspace, actor, child, mixed, looked_at={1})
    assert (vouched.stored, vouched.in_doubt) == (4, ())


def test_a_photo_of_another_enrolled_child_is_named_as_theirs(
    school: School, comparing: tuple[Workspace, Watched]
) -> None:
    workspace, _ = comparing
    enrolled(school, workspace, "Ben")
    found = enrol(workspace, school.actor(Role.DSL), school.pupils["Amara"].id, [picture_of("Ben", 1)])
    [check] = found.checks
    assert (check.problem, check.other, found.stored) == (PhotoProblem.LIKE_ANOTHER, school.pupils["Ben"].id, 0)


def test_a_photo_that_does_not_fit_what_is_kept_is_found_later_too(
    school: School, comparing: tuple[Workspace, Watched]
) -> None:
    workspace, _ = comparing
    enrolled(school, workspace, "Amara")
    found = enrol(workspace, school.actor(Role.DSL), school.pupils["Amara"].id, [picture_of("Ben", 1)])
    assert [check.problem for check in found.checks] == [PhotoProblem.UNLIKE_THE_OTHERS]
    assert (found.stored, found.kept) == (0, 3)


def test_the_same_photo_counts_once(school: School, comparing: tuple[Workspace, Watched]) -> None:
    workspace, _ = comparing
    found = enrolled(school, workspace, "Amara", variants=(0, 0, 4))
    assert [check.problem for check in found.checks] == [None, PhotoProblem.TWICE, None]
    assert (found.stored, found.is_enough) == (2, False)
    again = enrolled(school, workspace, "Amara", variants=(0,))
    assert (again.stored, again.kept) == (0, 2)


def test_a_face_of_the_schools_photos_is_enrolled_only_once_it_is_named_as_the_child(
    school: School, comparing: tuple[Workspace, Watched], tmp_path: Path
) -> None:
    workspace, watched = comparing
    photo_id, (left, right) = take(school, workspace, tmp_path / "camera", [("Amara", 0), ("Ben", 0)])
    actor, child = school.actor(Role.DSL), school.pupils["Amara"].id
    review.name_region(workspace, actor, right.id, school.pupils["Ben"].id)
    for face in (left, right):
        with pytest.raises(RegisterError) as refused:
            enrol(workspace, actor, child, [face.id])
        assert refused.value.code == "not-named"
    assert watched.boxes == []
    review.name_region(workspace, actor, left.id, child)
    assert enrol(workspace, actor, child, [left.id]).stored == 1
    assert watched.boxes == [left.box]
    assert photo_id


def test_templates_go_with_the_consent_they_rest_on(school: School, comparing: tuple[Workspace, Watched]) -> None:
    workspace, _ = comparing
    enrolled(school, workspace, "Amara")
    assert biometrics.record_child_refusal(workspace, school.actor(Role.GOVERNOR), school.pupils["Amara"].id) == 3
    assert names_in_gallery(workspace) == []


def test_enrolling_with_another_network_deletes_what_the_first_one_made_of_this_face(
    school: School, comparing: tuple[Workspace, Watched], tmp_path: Path
) -> None:
    workspace, _ = comparing
    for forename in ("Amara", "Ben"):
        enrolled(school, workspace, forename)
    with EmbeddingProcess(write_pack(tmp_path / "network")) as own:
        other, _ = prepared(school, own)
        enrolled(school, other, "Amara", variants=(0, 2, 4))
        assert names_in_gallery(other) == [school.pupils["Amara"].id]
    assert names_in_gallery(workspace) == [school.pupils["Ben"].id]
    [receipt] = records.receipts(workspace, school.actor(Role.HEAD), kind=biometrics.RECEIPT_KIND)
    assert receipt.words.startswith("3 face templates were deleted")


def test_a_template_opens_for_its_own_child_only(school: School, comparing: tuple[Workspace, Watched]) -> None:
    workspace, _ = comparing
    enrolled(school, workspace, "Amara")
    with workspace.database.transaction() as connection:
        connection.execute(update(face_template).values(person_id=school.pupils["Ben"].id))
    with pytest.raises(StorageError) as refused:
        names_in_gallery(workspace)
    assert refused.value.code == "template-damaged"


def test_the_records_hold_ids_and_days_alone(school: School, comparing: tuple[Workspace, Watched]) -> None:
    workspace, _ = comparing
    enrolled(school, workspace, "Amara")
    with workspace.database.read() as connection:
        told = [json.loads(e.body)["details"] for e in audit.latest(connection) if e.action == "template-stored"]
    assert len(told) == 3
    assert all(set(details) == {"network", "until"} for details in told)


def test_look_alikes_are_known_both_ways_until_they_are_not(
    school: School, comparing: tuple[Workspace, Watched]
) -> None:
    workspace, actor = comparing[0], school.actor(Role.DSL)
    amara, ben = school.pupils["Amara"].id, school.pupils["Ben"].id
    look_alikes.mark(workspace, actor, ben, amara)
    assert look_alikes.look_alikes(workspace, actor, amara) == (ben,)
    assert look_alikes.look_alikes(workspace, actor, ben) == (amara,)
    look_alikes.mark(workspace, actor, amara, ben, alike=False)
    assert look_alikes.look_alikes(workspace, actor, amara) == ()
    with pytest.raises(RegisterError):
        look_alikes.mark(workspace, actor, amara, amara)
    with pytest.raises(NotAllowedError):
        look_alikes.mark(workspace, school.actor(Role.CONTRIBUTOR), amara, ben)


def test_vectors_of_one_child_are_nearer_than_those_of_two(process: EmbeddingProcess) -> None:
    from app.imaging.decoding import DecodeLimits, decode_photo

    def vector(who: str, variant: int) -> np.ndarray:
        image = decode_photo(picture_of(who, variant), limits=DecodeLimits()).pixels
        return process.vectors(image, [FACE])[0]

    own = [vector("Amara", variant) for variant in (0, 2, 4)]
    assert min(float(a @ b) for a in own for b in own) > max(float(a @ vector("Ben", 0)) for a in own)
