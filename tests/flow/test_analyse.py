"""Photos are looked at one by one; a failure costs one, and looking again leaves alone what people said."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from app.analysis.worker import EngineLimits, EngineProcess
from app.devices.folder_device import FolderDevice
from app.domain.detection import Findings, TextFinding, TextKind, Verdict
from app.domain.errors import EngineUnavailableError, NotAllowedError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId, PhotoState, RgbImage
from app.domain.post import PostState
from app.domain.treatment import Outcome, Reason, Treatment
from app.imaging.encoding import encode_jpeg
from app.workflow import review
from app.workflow.analyse_photos import analyse_photos
from app.workflow.decide import decide_photo
from app.workflow.import_photos import import_photos
from app.workflow.workspace import EVERYTHING, STOPPED, Tools, Workspace
from consent_db import audit, photos, regions
from consent_db import posts as post_rows
from consent_db.schema_photos import evidence
from consent_db.schema_photos import photo as photo_table
from tests.bench.portraits import class_photo
from tests.flow.importing import PlainDecoder
from tests.flow.posting import FACES, PlannedEngines, tell, with_engines
from tests.schools import WEBSITE, School
from tests.unit.analysis.engine_tasks import CRASH, HANG, obey_first_pixel


def line(words: str, top: int) -> TextFinding:
    return TextFinding(((10, top), (200, top), (200, top + 20), (10, top + 20)), words, 0.9)


def imported(workspace: Workspace, school: School, folder: Path, shades: list[int]) -> list[PhotoId]:
    folder.mkdir()
    for number, shade in enumerate(shades):
        pixels = np.full((300, 600, 3), shade, np.uint8)
        (folder / f"{number}.jpg").write_bytes(encode_jpeg(pixels, max_bytes=2_000_000))
    outcomes = import_photos(
        workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(folder), event="Sports day",
        device_kind=DeviceKind.SCHOOL, remove_originals=False,
    )  # fmt: skip
    return [PhotoId(str(outcome.photo_id)) for outcome in outcomes]


class FailsOnDark(PlannedEngines):
    def analyse(self, image: RgbImage, *, only: frozenset[str] = EVERYTHING) -> Findings:
        if image.mean() < 20:
            raise EngineUnavailableError("The face finder failed on a photo.")
        return super().analyse(image, only=only)


def test_a_photo_the_engines_fail_on_is_withheld_and_the_next_goes_on(school: School, tmp_path: Path) -> None:
    workspace = with_engines(school.workspace, FailsOnDark())
    office = school.actor(Role.CONTRIBUTOR)
    ids = imported(workspace, school, tmp_path / "phone", [200, 3, 150])
    first, failed, third = analyse_photos(workspace, office, ids)
    assert (first.faces, first.problem, third.problem) == (len(FACES), None, None)
    assert failed.problem is not None
    assert failed.problem.words == "The face finder failed on a photo."
    decision = decide_photo(workspace, ids[1], WEBSITE)
    assert decision.outcome is Outcome.WITHHELD
    assert Reason.NOT_ANALYSED in decision.withheld_because


def test_a_crash_of_the_real_process_costs_one_photo(school: School, tmp_path: Path) -> None:
    engines = EngineProcess(EngineLimits(timeout_s=20), task=obey_first_pixel)
    workspace = replace(school.workspace, tools=Tools(decoder=PlainDecoder(), engines=engines))
    ids = imported(workspace, school, tmp_path / "phone", [100, CRASH, 120])
    with engines:
        outcomes = list(analyse_photos(workspace, school.actor(Role.CONTRIBUTOR), ids))
    assert [o.problem is None for o in outcomes] == [True, False, True]


def test_a_killed_process_costs_one_photo_and_the_others_are_analysed(school: School, tmp_path: Path) -> None:
    engines = EngineProcess(EngineLimits(timeout_s=60), task=obey_first_pixel)
    workspace = replace(school.workspace, tools=Tools(decoder=PlainDecoder(), engines=engines))
    ids = imported(workspace, school, tmp_path / "phone", [100, HANG, 120])
    before = set(multiprocessing.active_children())
    with engines:
        outcomes = analyse_photos(workspace, school.actor(Role.CONTRIBUTOR), ids)
        first = next(outcomes)
        [worker] = set(multiprocessing.active_children()) - before
        killer = threading.Thread(target=kill_when_busy, args=(engines, worker.pid))
        killer.start()
        second, third = outcomes
        killer.join()
    assert first.problem is None
    assert second.problem is not None
    assert second.problem.code == "crashed"
    assert third.problem is None
    assert decide_photo(workspace, ids[1], WEBSITE).outcome is Outcome.WITHHELD


def kill_when_busy(engines: EngineProcess, pid: int | None) -> None:
    """As the system does when memory runs out."""
    assert pid is not None
    while not engines.is_busy:
        threading.Event().wait(0.01)
    os.kill(pid, signal.SIGKILL)


def test_cancelling_ends_the_photo_under_way_and_the_process_and_keeps_what_was_done(
    school: School, tmp_path: Path
) -> None:
    engines = EngineProcess(EngineLimits(timeout_s=60), task=obey_first_pixel)
    workspace = replace(school.workspace, tools=Tools(decoder=PlainDecoder(), engines=engines))
    ids = imported(workspace, school, tmp_path / "phone", [100, HANG, 120])
    before = set(multiprocessing.active_children())
    with engines:
        outcomes = analyse_photos(workspace, school.actor(Role.CONTRIBUTOR), ids)
        first = next(outcomes)
        [worker] = set(multiprocessing.active_children()) - before
        canceller = threading.Thread(target=cancel_when_busy, args=(engines,))
        canceller.start()
        rest = list(outcomes)
        canceller.join()
        assert not worker.is_alive()
    assert (first.problem, rest) == (None, [])
    analysed = [review.photo_view(workspace, school.actor(Role.HEAD), i).facts.is_analysed for i in ids]
    assert analysed == [True, False, False]


def cancel_when_busy(engines: EngineProcess) -> None:
    while not engines.is_busy:
        threading.Event().wait(0.01)
    engines.cancel()


def test_a_real_look_at_twelve_megapixels_can_be_cancelled() -> None:
    before = set(multiprocessing.active_children())
    with EngineProcess() as engines:
        engines.analyse(np.zeros((64, 64, 3), np.uint8), only=frozenset({"faces"}))  # so that the networks are loaded
        [worker] = set(multiprocessing.active_children()) - before
        canceller = threading.Thread(target=cancel_when_busy, args=(engines,))
        canceller.start()
        with pytest.raises(EngineUnavailableError) as stopped:
            engines.analyse(np.asarray(class_photo()))
        canceller.join()
        assert stopped.value.code == STOPPED
        assert not worker.is_alive()
        assert engines.analyse(np.zeros((64, 64, 3), np.uint8), only=frozenset({"faces"})).faces == ()


def test_names_and_certificates_become_regions_with_the_people_they_could_mean(school: School, tmp_path: Path) -> None:
    lines = (line("Star of the Week", 10), line("Amara 0kafor", 40), line("Exit", 280))
    story = tell(school, tmp_path / "camera", engines=PlannedEngines(lines=lines))
    texts = {r.text: r for r in story.regions() if r.text}
    assert set(texts) == {"Star of the Week", "Amara 0kafor"}
    assert texts["Amara 0kafor"].text_kind is TextKind.NAME
    assert texts["Amara 0kafor"].roster == (school.pupils["Amara"].id,)


def test_looking_again_changes_nothing_that_people_said(school: School, tmp_path: Path) -> None:
    story = tell(school, tmp_path / "camera")
    before = story.regions()
    [outcome] = analyse_photos(story.workspace, story.office, [story.photo_id])
    assert (outcome.new_regions, outcome.problem) == (0, None)
    assert story.regions() == before
    assert any(r.verdict is Verdict.NAMED for r in before)


def test_a_face_found_later_takes_an_approved_post_back_to_draft(school: School, tmp_path: Path) -> None:
    story = tell(school, tmp_path / "camera", engines=PlannedEngines(planned=FACES[:2]))
    post = story.approved()
    story.engines.planned = FACES
    [outcome] = analyse_photos(story.workspace, story.office, [story.photo_id])
    assert outcome.new_regions == 1
    with story.workspace.database.read() as connection:
        assert post_rows.get(connection, post.id).state is PostState.DRAFT
        assert post_rows.standing_approval(connection, post.id) is None
        assert len(regions.of_photo(connection, story.photo_id)) == 3


def test_records_name_each_engine_with_its_version_and_the_digest_of_its_model() -> None:
    with EngineProcess() as engines:
        found = engines.analyse(np.full((64, 64, 3), 128, np.uint8))
        assert found.engines == (engines.faces.engine, engines.texts.engine)
    for name in found.engines:
        assert re.fullmatch(r"\S+ \S+-[0-9.]+ [0-9a-f]{8}(-[0-9a-f]{8})*", name)


def test_a_new_engine_keeps_what_people_said_and_what_it_finds_more_is_covered(school: School, tmp_path: Path) -> None:
    known = (*FACES[:2], Box(380, 200, 420, 250), Box(160, 200, 210, 260))
    story = tell(school, tmp_path / "camera", engines=PlannedEngines(planned=known))
    amara, ben, always, mistake = story.regions()
    review.set_always_cover(story.workspace, story.office, always.id, True)
    review.set_verdict(story.workspace, story.office, mistake.id, Verdict.NOT_A_FACE)
    post = story.approved()
    before = story.regions()
    story.engines.planned = (*(box.moved(4, -3) for box in known), Box(480, 180, 520, 240))
    story.engines.engine = "planned 2 feedbeef"
    [outcome] = analyse_photos(story.workspace, story.office, [story.photo_id])
    assert (outcome.faces, outcome.new_regions) == (5, 1)
    *after, found = story.regions()
    assert after == list(before)
    assert [r.verdict for r in after] == [Verdict.NAMED, Verdict.NAMED, Verdict.NAMED, Verdict.NOT_A_FACE]
    assert [r.always_cover for r in after] == [False, False, True, False]
    treatments = {r.region_id: r.treatment for r in decide_photo(story.workspace, story.photo_id, WEBSITE).regions}
    assert treatments[amara.id] is treatments[ben.id] is Treatment.KEEP
    assert treatments[always.id] is treatments[found.id] is Treatment.COVER
    with story.workspace.database.read() as connection:
        assert post_rows.get(connection, post.id).state is PostState.DRAFT
        assert photos.get(connection, story.photo_id).state is PhotoState.ANALYSED
        told = connection.execute(select(evidence.c.engine).where(evidence.c.region_id == amara.id)).scalars().all()
    assert sorted(told) == ["planned 1", "planned 2 feedbeef"]


def test_looking_for_faces_only_does_not_make_a_photo_analysed(school: School, tmp_path: Path) -> None:
    workspace = with_engines(school.workspace, PlannedEngines())
    office = school.actor(Role.CONTRIBUTOR)
    [photo_id] = imported(workspace, school, tmp_path / "phone", [99])
    list(analyse_photos(workspace, office, [photo_id], only=frozenset({"faces"})))
    assert decide_photo(workspace, photo_id, WEBSITE).outcome is Outcome.WITHHELD
    list(analyse_photos(workspace, office, [photo_id]))
    assert review.photo_view(workspace, office, photo_id).facts.is_analysed


def test_a_photo_kept_apart_is_not_looked_at(school: School, tmp_path: Path) -> None:
    workspace = with_engines(school.workspace, PlannedEngines())
    [photo_id] = imported(workspace, school, tmp_path / "phone", [99])
    with workspace.database.transaction() as connection:
        photos.set_state(connection, photo_id, PhotoState.QUARANTINED)
    [outcome] = analyse_photos(workspace, school.actor(Role.CONTRIBUTOR), [photo_id])
    assert outcome.problem is not None
    assert outcome.problem.code == "quarantined"
    with workspace.database.read() as connection:
        assert photos.get(connection, photo_id).state is PhotoState.QUARANTINED


def test_closing_the_iterator_keeps_what_was_done(school: School, tmp_path: Path) -> None:
    workspace = with_engines(school.workspace, PlannedEngines())
    office = school.actor(Role.CONTRIBUTOR)
    ids = imported(workspace, school, tmp_path / "phone", [90, 91, 92])
    outcomes = analyse_photos(workspace, office, ids)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    analysed = [review.photo_view(workspace, office, i).facts.is_analysed for i in ids]
    assert analysed == [True, False, False]


def test_the_records_say_what_was_found_without_a_name(school: School, tmp_path: Path) -> None:
    story = tell(school, tmp_path / "camera", engines=PlannedEngines(lines=(line("Amara Okafor", 40),)))
    with story.workspace.database.read() as connection:
        events = [e for e in audit.latest(connection) if e.action == "photo-analysed"]
        assert audit.verify(connection).ok
    assert len(events) == 1
    assert "Amara" not in events[0].body


def test_somebody_who_may_neither_import_nor_review_is_refused(school: School) -> None:
    with pytest.raises(NotAllowedError):
        analyse_photos(school.workspace, school.actor(Role.GOVERNOR), [])


class NamesItself(PlannedEngines):
    """Finds nothing, and names itself by what it was asked to look for."""

    def analyse(self, image: RgbImage, *, only: frozenset[str] = EVERYTHING) -> Findings:
        height, width = image.shape[:2]
        names = {"faces": "centerface 2 aa", "texts": "rapidocr 3 bb", "marks": f"marks 1 {self.engine}"}
        return Findings(width, height, engines=tuple(names[kind] for kind in sorted(only)))


def test_a_look_for_marks_alone_keeps_the_names_of_the_engines_that_found_faces(school: School, tmp_path: Path) -> None:
    engines, office = NamesItself(), school.actor(Role.CONTRIBUTOR)
    workspace = with_engines(school.workspace, engines)
    [photo_id] = imported(workspace, school, tmp_path / "camera", [90])
    list(analyse_photos(workspace, office, [photo_id]))
    engines.engine = "anew"
    list(analyse_photos(workspace, office, [photo_id], only=frozenset({"marks"})))
    with workspace.database.read() as connection:
        kept = connection.execute(select(photo_table.c.engines).where(photo_table.c.id == photo_id)).scalar_one()
    assert kept.splitlines() == ["centerface 2 aa", "marks 1 anew", "rapidocr 3 bb"]
