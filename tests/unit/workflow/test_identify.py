"""Suggestions come only through the gates, name nobody by themselves, and leave no trace of a face."""

from __future__ import annotations

import base64
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.analysis.embedding_worker import EmbeddingProcess
from app.domain.detection import Region, Verdict
from app.domain.errors import EngineUnavailableError, NotAllowedError
from app.domain.matching import Likeness
from app.domain.people import PersonId, Role
from app.domain.photo import PhotoId
from app.workflow import biometrics, look_alikes, matching, review
from app.workflow.identify import suggest_for_event, suggest_for_ticked
from app.workflow.workspace import Workspace
from consent_db import audit
from tests.clocks import later
from tests.flow.erasing import everything_in
from tests.schools import PASSPHRASE, School
from tests.unit.analysis.comparing_tasks import die
from tests.unit.analysis.onnx_by_hand import write_pack
from tests.unit.workflow.comparing import EVENT, Watched, enrolled, let_compare, prepared, take
from tests.unit.workflow.test_biometrics import complete_record

ROOT = Path(__file__).resolve().parents[3]
COUPLE = [("Ben", 4), ("Amara", 1)]

_OFF = """
import multiprocessing, sys
from pathlib import Path
from app.bootstrap import open_workspace
from app.domain.errors import NotAllowedError
from app.domain.people import Actor, Role, UserId
from app.workflow import enrolment, identify, review
workspace = open_workspace(Path(sys.argv[1]), passphrase=sys.argv[2])
office = Actor(UserId(sys.argv[3]), "Office", frozenset({Role.CONTRIBUTOR}))
keeper = Actor(UserId(sys.argv[4]), "Keeper", frozenset({Role.CONSENT_ADMIN}))
view = review.photo_view(workspace, office, sys.argv[5])
face = view.facts.regions[0]
for act in (
    lambda: identify.suggest_for_ticked(workspace, office, view.photo.id, [face.id]),
    lambda: identify.suggest_for_event(workspace, office, view.photo.event, nobody_else_in_shot=True),
    lambda: enrolment.enrol(workspace, keeper, sys.argv[6], [b"a picture"]),
):
    try:
        act()
    except NotAllowedError as refused:
        print(refused.code)
review.name_region(workspace, office, face.id, sys.argv[6])
loaded = {"app.analysis.embedding_worker", "app.analysis.engines.dlib_embedder", "dlib", "openvino"} & set(sys.modules)
print(sorted(loaded), multiprocessing.active_children())
workspace.close()
"""


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddingProcess]:
    with EmbeddingProcess(cache_folder=tmp_path_factory.mktemp("networks")) as started:
        yield started


@pytest.fixture
def comparing(school: School, process: EmbeddingProcess) -> tuple[Workspace, Watched]:
    """Amara and Ben are enrolled; what enrolment computed is forgotten."""
    workspace, watched = prepared(school, process)
    let_compare(school, "Amara", "Ben")
    for forename in ("Amara", "Ben"):
        enrolled(school, workspace, forename)
    watched.boxes.clear()
    watched.answers.clear()
    return workspace, watched


@pytest.fixture
def couple(school: School, comparing: tuple[Workspace, Watched], tmp_path: Path) -> tuple[PhotoId, tuple[Region, ...]]:
    return take(school, comparing[0], tmp_path / "camera", COUPLE)


def ids(school: School, *forenames: str) -> list[PersonId]:
    return [school.pupils[forename].id for forename in forenames]


def set_roster(school: School, workspace: Workspace, *forenames: str) -> None:
    review.set_roster(workspace, school.actor(Role.CONTRIBUTOR), EVENT, ids(school, *forenames))


def test_while_comparing_is_off_nothing_of_it_is_loaded_or_started(
    school: School, process: EmbeddingProcess, tmp_path: Path
) -> None:
    workspace, watched = prepared(school, process)
    photo_id, _ = take(school, workspace, tmp_path / "camera", COUPLE)
    workspace.close()
    command = [
        sys.executable, "-c", _OFF, str(workspace.folder), PASSPHRASE, school.actor(Role.CONTRIBUTOR).user_id,
        school.actor(Role.CONSENT_ADMIN).user_id, photo_id, school.pupils["Amara"].id,
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.split("\n") == ["matching-off", "matching-off", "matching-off", "[] []", ""], done.stderr
    assert watched.boxes == []


def test_a_ticked_face_gets_ranked_candidates_and_no_other_face_is_touched(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, watched), (photo_id, (left, right)) = comparing, couple
    told = suggest_for_ticked(workspace, school.actor(Role.CONTRIBUTOR), photo_id, [right.id])
    [face] = told.faces
    assert face.region_id == right.id
    assert [c.person_id for c in face.candidates] == ids(school, "Amara", "Ben")
    assert [c.likeness for c in face.candidates] == [Likeness.LIKELY, Likeness.UNLIKELY]
    assert watched.boxes == [right.box]
    assert left.box not in watched.boxes


def test_nothing_is_confirmed_by_the_program(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, _), (photo_id, faces) = comparing, couple
    office = school.actor(Role.CONTRIBUTOR)
    suggest_for_ticked(workspace, office, photo_id, [face.id for face in faces])
    after = review.photo_view(workspace, office, photo_id).facts.regions
    assert {(r.verdict, r.person_id) for r in after} == {(Verdict.UNNAMED, None)}


def test_faces_somebody_spoke_about_or_wants_covered_never_reach_the_network(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, watched), (photo_id, (left, right)) = comparing, couple
    office = school.actor(Role.CONTRIBUTOR)
    review.set_verdict(workspace, office, left.id, Verdict.STRANGER)
    review.set_always_cover(workspace, office, right.id, True)
    for ticked in ([left.id], [right.id], [left.id, right.id], [], ["nothing"]):
        with pytest.raises(NotAllowedError) as refused:
            suggest_for_ticked(workspace, office, photo_id, ticked)
        assert refused.value.code == "not-ticked"
    set_roster(school, workspace, "Amara", "Ben")
    [outcome] = suggest_for_event(workspace, office, EVENT, nobody_else_in_shot=True)
    assert (outcome.faces, outcome.problem, watched.boxes) == ((), None, [])


def test_whoever_is_named_in_the_photo_is_not_suggested_again(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, watched), (photo_id, (left, right)) = comparing, couple
    office = school.actor(Role.CONTRIBUTOR)
    review.name_region(workspace, office, left.id, school.pupils["Ben"].id)
    told = suggest_for_ticked(workspace, office, photo_id, [right.id])
    assert [c.person_id for c in told.faces[0].candidates] == ids(school, "Amara")
    assert watched.boxes == [right.box]


def test_an_events_list_narrows_who_can_be_suggested(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, _), (photo_id, (_, right)) = comparing, couple
    set_roster(school, workspace, "Ben", "Dev")
    told = suggest_for_ticked(workspace, school.actor(Role.CONTRIBUTOR), photo_id, [right.id])
    assert [(c.person_id, c.likeness) for c in told.faces[0].candidates] == [
        (school.pupils["Ben"].id, Likeness.UNLIKELY)
    ]


def test_the_photos_of_an_event_are_compared_only_as_a_closed_set(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, watched), (_, (left, right)) = comparing, couple
    office = school.actor(Role.CONTRIBUTOR)
    for roster, confirmed, words in (
        ((), True, "Nobody said who"),
        (("Amara", "Ben", "Dev"), True, "Of 1 person"),
        (("Amara", "Ben"), False, "nobody else is in shot"),
    ):
        set_roster(school, workspace, *roster)
        with pytest.raises(NotAllowedError, match=words) as refused:
            suggest_for_event(workspace, office, EVENT, nobody_else_in_shot=confirmed)
        assert refused.value.code == "no-closed-set"
    assert watched.boxes == []
    [outcome] = suggest_for_event(workspace, office, EVENT, nobody_else_in_shot=True)
    assert [face.region_id for face in outcome.faces] == [left.id, right.id]
    assert [face.candidates[0].person_id for face in outcome.faces] == ids(school, "Ben", "Amara")
    assert watched.boxes == [left.box, right.box]


def test_an_objection_ends_a_run_that_is_under_way(
    school: School,
    comparing: tuple[Workspace, Watched],
    couple: tuple[PhotoId, tuple[Region, ...]],
    tmp_path: Path,
) -> None:
    workspace, watched = comparing
    take(school, workspace, tmp_path / "second", [("Amara", 4), ("Ben", 1)])
    set_roster(school, workspace, "Amara", "Ben")
    running = suggest_for_event(workspace, school.actor(Role.CONTRIBUTOR), EVENT, nobody_else_in_shot=True)
    next(running)
    so_far = len(watched.boxes)
    biometrics.record_child_refusal(workspace, school.actor(Role.GOVERNOR), school.pupils["Ben"].id)
    with pytest.raises(NotAllowedError):
        next(running)
    assert (so_far, len(watched.boxes)) == (2, 2)
    assert couple


def test_every_condition_counts_on_the_day(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, watched), (photo_id, faces) = comparing, couple
    head, office = school.actor(Role.HEAD), school.actor(Role.CONTRIBUTOR)
    for role in (Role.CONSENT_ADMIN, Role.GOVERNOR, Role.EXTERNAL, Role.IT):
        with pytest.raises(NotAllowedError):
            suggest_for_ticked(workspace, school.actor(role), photo_id, [faces[0].id])
    without = replace(complete_record(workspace.clock.today()), dpia_reference="")
    matching.record_matching(workspace, head, without)
    with pytest.raises(NotAllowedError) as refused:
        suggest_for_ticked(workspace, office, photo_id, [faces[0].id])
    assert refused.value.code == "matching-off"
    assert "by hand" in refused.value.remedy
    assert watched.boxes == []


def test_whoever_took_their_consent_back_is_no_candidate(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, _), (photo_id, (left, right)) = comparing, couple
    biometrics.record_child_refusal(workspace, school.actor(Role.GOVERNOR), school.pupils["Ben"].id)
    told = suggest_for_ticked(workspace, school.actor(Role.CONTRIBUTOR), photo_id, [left.id, right.id])
    assert {c.person_id for face in told.faces for c in face.candidates} == set(ids(school, "Amara"))
    assert [c.likeness for face in told.faces for c in face.candidates] == [Likeness.UNLIKELY, Likeness.LIKELY]


def test_a_suggestion_of_a_twin_says_so(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, _), (photo_id, (_, right)) = comparing, couple
    amara, dev = ids(school, "Amara", "Dev")
    look_alikes.mark(workspace, school.actor(Role.DSL), amara, dev)
    told = suggest_for_ticked(workspace, school.actor(Role.CONTRIBUTOR), photo_id, [right.id])
    assert told.faces[0].candidates[0].look_alikes == (dev,)
    assert told.faces[0].candidates[1].look_alikes == ()


def test_the_records_hold_numbers_alone(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, _), (photo_id, faces) = comparing, couple
    suggest_for_ticked(workspace, school.actor(Role.CONTRIBUTOR), photo_id, [face.id for face in faces])
    with workspace.database.read() as connection:
        [event] = [json.loads(e.body) for e in audit.latest(connection) if e.action == "faces-compared"]
    assert event["details"] == {"gate": "ticked", "faces": 2, "gallery": 2}
    assert event["subjects"] == [photo_id]


def test_a_network_the_school_brings_suggests_at_most_possible(school: School, tmp_path: Path) -> None:
    write_pack(school.workspace.folder / "network")
    with EmbeddingProcess(school.workspace.folder / "network") as own:
        workspace, _ = prepared(school, own)
        let_compare(school, "Amara")
        assert enrolled(school, workspace, "Amara", variants=(0, 2, 4)).is_enough
        photo_id, faces = take(school, workspace, tmp_path / "camera", COUPLE)
        told = suggest_for_ticked(workspace, school.actor(Role.CONTRIBUTOR), photo_id, [f.id for f in faces])
    words = {c.likeness for face in told.faces for c in face.candidates}
    assert words == {Likeness.POSSIBLE, Likeness.UNLIKELY}
    assert replace(school.workspace).comparer.facts().name.startswith("Quarters ")


def test_what_is_computed_from_a_face_leaves_no_trace(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Workspace, register in clear, temporary files, caches and log are searched for the vectors in every writing."""
    for place in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        (tmp_path / place).mkdir()
        monkeypatch.setenv(place, str(tmp_path / place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    caplog.set_level(logging.DEBUG)
    with EmbeddingProcess(cache_folder=tmp_path / "XDG_CACHE_HOME" / "networks") as process:
        workspace, watched = prepared(school, process)
        let_compare(school, "Amara", "Ben")
        for forename in ("Amara", "Ben"):
            enrolled(school, workspace, forename)
        photo_id, faces = take(school, workspace, tmp_path / "camera", COUPLE)
        office, ticked = school.actor(Role.CONTRIBUTOR), [face.id for face in faces]
        suggest_for_ticked(workspace, office, photo_id, ticked)
        probes = np.concatenate(watched.answers)
        crashing, _ = prepared(school, EmbeddingProcess(task=die))
        with pytest.raises(EngineUnavailableError) as crashed:
            suggest_for_ticked(crashing, office, photo_id, ticked)
    crashing.comparer._process.close()
    told = everything_in(workspace)
    assert photo_id in told  # the register was read in clear
    written = [*_files_below(tmp_path), told.encode(), caplog.text.encode(), repr(crashed.value).encode()]
    assert len(probes) == 8
    for leak in (probes.tobytes(), base64.b64encode(probes[0].tobytes()), repr(probes[0].tolist()).encode()):
        assert any(needle in leak for needle in _writings(probes))  # the search would find it
    for needle in _writings(probes):
        assert all(needle not in data for data in written)


def _writings(vectors: np.ndarray) -> Iterator[bytes]:
    """A part of each vector as bytes, in base64 at each offset, in hexadecimal, and its numbers as text."""
    for vector in vectors:
        for kind in ("<f4", "<f8", ">f4", ">f8"):
            raw = vector.astype(kind).tobytes()[:96]
            yield raw[:32]
            yield raw.hex()[:48].encode()
            yield from (base64.b64encode(raw[skip:])[4:44] for skip in range(3))
        for number in vector[:8]:
            yield f"{float(number):.6f}".lstrip("-").lstrip("0").encode()
            yield repr(float(number)).lstrip("-")[:9].encode()


def _files_below(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file() and not os.path.islink(path)]


def test_comparing_stops_on_the_day_its_assessment_is_due_again(
    school: School, comparing: tuple[Workspace, Watched], couple: tuple[PhotoId, tuple[Region, ...]]
) -> None:
    (workspace, watched), (photo_id, faces) = comparing, couple
    office, last, due = school.actor(Role.CONTRIBUTOR), later(workspace, 299), later(workspace, 300)
    for moved in (last, due):
        moved.__dict__["comparer"] = watched
    told = suggest_for_ticked(last, office, photo_id, [faces[1].id])
    assert told.faces[0].candidates[0].likeness is Likeness.LIKELY
    with pytest.raises(NotAllowedError) as refused:
        suggest_for_ticked(due, office, photo_id, [faces[1].id])
    assert refused.value.code == "matching-off"
