"""Subject access: what is found, what a person looks through, who lets it go out, and what is in the pack."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sqlite_utils import Database

from app.devices.folder_device import FolderDevice
from app.domain.cases import CaseKind, Step
from app.domain.detection import TextFinding, Verdict
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.workflow import cases, publish, review, subject_access
from app.workflow.import_photos import import_photos
from app.workflow.subject_pack import make_pack
from tests.flow.posting import FACES, PlannedEngines, Story, tell
from tests.flow.test_films import record
from tests.schools import FACEBOOK, School


def asked(story: Story, forename: str, *, ready: bool = True):
    dpo, dsl = story.school.actor(Role.DPO), story.school.actor(Role.DSL)
    case = cases.open_case(
        story.workspace, dpo, CaseKind.ACCESS, "Everything, please.", person_id=story.school.pupils[forename].id,
        asked_by="Mrs A. Okafor", standing="mother, with parental responsibility",
    )  # fmt: skip
    if ready:
        cases.take_step(story.workspace, dpo, case.id, Step.IDENTITY, "known at the office, passport seen")
        cases.take_step(story.workspace, dsl, case.id, Step.DSL_CLEARED)
    return case


@pytest.fixture
def story_on_either(either_story: Story) -> Story:
    return either_story


@pytest.mark.policy("002-27")
def test_the_index_lists_exactly_the_photos_posts_answers_and_records_of_one_person(
    story_on_either: Story, out: Path
) -> None:
    story = story_on_either
    post = story.approved()
    publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    dpo = story.school.actor(Role.DPO)
    amara = subject_access.index(story.workspace, dpo, asked(story, "Amara").id)
    assert [photo.id for photo in amara.named] == [story.photo_id]
    assert [(found.id, shown, len(releases)) for found, shown, releases in amara.posts] == [(post.id, True, 1)]
    assert {event.person_id for event in amara.consents} == {story.school.pupils["Amara"].id}
    assert len(amara.consents) == 2
    assert all(story.school.pupils["Amara"].id in record.subjects for record in amara.records)
    assert [case.kind for case in amara.cases] == [CaseKind.ACCESS]
    ella = subject_access.index(story.workspace, dpo, asked(story, "Ella").id)
    assert (ella.named, ella.posts, ella.consents) == ((), (), ())


def test_photos_of_the_class_with_unnamed_people_are_listed_to_be_looked_through(
    school: School, tmp_path: Path
) -> None:
    story = tell(school, tmp_path / "camera", engines=PlannedEngines(planned=(*FACES, Box(20, 200, 60, 260))))
    dpo = school.actor(Role.DPO)
    case = asked(story, "Ella")
    [entry] = subject_access.index(story.workspace, dpo, case.id).to_look_through
    assert (entry.photo.id, entry.event, entry.unnamed, entry.is_in) == (story.photo_id, "Sports day", 1, None)
    with pytest.raises(RegisterError, match="1 photos wait"):
        make_pack(story.workspace, dpo, case.id, tmp_path)
    subject_access.answer(story.workspace, dpo, case.id, story.photo_id, is_in=False)
    found = subject_access.index(story.workspace, dpo, case.id)
    assert found.open_photos == 0
    subject_access.answer(story.workspace, dpo, case.id, story.photo_id, is_in=True)
    assert make_pack(story.workspace, dpo, case.id, tmp_path).left_out == (entry.photo.number,)


def test_nothing_goes_out_before_who_asks_is_checked_and_the_safeguarding_lead_agrees(
    story: Story, tmp_path: Path
) -> None:
    dpo, dsl = story.school.actor(Role.DPO), story.school.actor(Role.DSL)
    case = asked(story, "Amara", ready=False)
    for step, who, words in ((None, dpo, ""), (Step.IDENTITY, dpo, "passport"), (Step.DSL_REFUSED, dsl, "")):
        if step is not None:
            cases.take_step(story.workspace, who, case.id, step, words)
        with pytest.raises(NotAllowedError):
            make_pack(story.workspace, dpo, case.id, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(NotAllowedError):
        make_pack(story.workspace, story.office, case.id, tmp_path / "out")


@pytest.mark.policy("002-27")
def test_the_pack_shows_the_child_alone_and_holds_a_pdf_pictures_and_a_sqlite_file(
    story: Story, tmp_path: Path
) -> None:
    dpo = story.school.actor(Role.DPO)
    post = story.approved()
    case = asked(story, "Amara")
    made = make_pack(story.workspace, dpo, case.id, tmp_path / "out")
    assert made.pictures == 1
    [picture] = (made.folder / "pictures").iterdir()
    pixels = np.asarray(Image.open(BytesIO(picture.read_bytes())).convert("RGB")).astype(float)

    def spread(box: Box) -> float:
        return float(pixels[box.top : box.bottom, box.left : box.right].std(axis=(0, 1)).max())

    amara, ben, caitlin = FACES
    assert spread(amara) > 20
    assert spread(ben) < 8
    assert spread(caitlin) < 8
    assert not Image.open(BytesIO(picture.read_bytes())).getexif()
    report = (made.folder / "report.pdf").read_bytes()
    assert report.startswith(b"%PDF-")
    assert report.count(b"/Subtype /Image") == 1
    archive = Database(made.folder / "records.db")
    try:
        assert [row["name"] for row in archive["person"].rows] == ["Amara Okafor"]
        assert [row["id"] for row in archive["posts"].rows] == [post.id]
        assert [row["number"] for row in archive["photos"].rows] == [1]
        assert archive["answers"].count == 2
        assert "Ben" not in str([list(archive[t].rows) for t in archive.table_names()])
    finally:
        archive.close()
    steps = [s.step for s in cases.view(story.workspace, dpo, case.id).steps]
    assert steps[-1] is Step.PACK_MADE
    assert list((tmp_path / "out").iterdir()) == [made.folder]


def test_somebody_the_finder_still_sees_in_the_finished_picture_is_covered_too(school: School, tmp_path: Path) -> None:
    leak = Box(20, 200, 60, 260)
    engines = PlannedEngines()
    story = tell(school, tmp_path / "camera", engines=engines)
    case = asked(story, "Amara")
    engines.leaks.append(leak)
    made = make_pack(story.workspace, school.actor(Role.DPO), case.id, tmp_path / "out")
    [picture] = (made.folder / "pictures").iterdir()
    pixels = np.asarray(Image.open(picture).convert("RGB")).astype(float)
    hidden = pixels[leak.top : leak.bottom, leak.left : leak.right]
    assert float(hidden.std(axis=(0, 1)).max()) < 8


def test_the_name_of_a_child_who_joined_since_is_covered_in_anothers_pictures(story: Story, tmp_path: Path) -> None:
    place = Box(180, 200, 300, 220)
    story.school.add_pupil("Zuleika", "Featherstone")
    corners = (
        (place.left, place.top),
        (place.right, place.top),
        (place.right, place.bottom),
        (place.left, place.bottom),
    )
    story.engines.readable = (TextFinding(corners, "Zuleika Featherstone", 0.95),)
    made = make_pack(story.workspace, story.school.actor(Role.DPO), asked(story, "Amara").id, tmp_path / "out")
    [picture] = (made.folder / "pictures").iterdir()
    pixels = np.asarray(Image.open(picture).convert("RGB")).astype(float)
    assert float(pixels[place.top : place.bottom, place.left : place.right].std(axis=(0, 1)).max()) < 8


def test_a_pack_is_there_whole_or_not_at_all(story: Story, tmp_path: Path) -> None:
    case, dpo = asked(story, "Amara"), story.school.actor(Role.DPO)
    made = make_pack(story.workspace, dpo, case.id, tmp_path / "out")
    from app.domain.errors import StorageError

    with pytest.raises(StorageError, match="already"):
        make_pack(story.workspace, dpo, case.id, tmp_path / "out")
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(StorageError, match="cannot be written"):
        make_pack(story.workspace, dpo, case.id, blocked)
    assert [p.name for p in (tmp_path / "out").iterdir()] == [made.folder.name]


def test_where_two_faces_are_named_as_the_child_neither_is_shown(story: Story, tmp_path: Path) -> None:
    ben = next(region for region in story.regions() if region.box == FACES[1])
    review.name_region(story.workspace, story.office, ben.id, story.school.pupils["Amara"].id)
    made = make_pack(story.workspace, story.school.actor(Role.DPO), asked(story, "Amara").id, tmp_path / "out")
    assert made.left_out == (1,)
    assert max(spread_in(made.folder, box) for box in FACES) < 8


def test_an_answer_that_is_about_words_shows_no_face(story: Story, tmp_path: Path) -> None:
    ben = next(region for region in story.regions() if region.box == FACES[1])
    review.set_verdict(story.workspace, story.office, ben.id, Verdict.NOT_A_NAME)
    made = make_pack(story.workspace, story.school.actor(Role.DPO), asked(story, "Amara").id, tmp_path / "out")
    assert spread_in(made.folder, FACES[0]) > 20
    assert spread_in(made.folder, FACES[1]) < 8


def spread_in(folder: Path, box: Box) -> float:
    [picture] = (folder / "pictures").iterdir()
    pixels = np.asarray(Image.open(picture).convert("RGB")).astype(float)
    return float(pixels[box.top : box.bottom, box.left : box.right].std(axis=(0, 1)).max())


def test_films_of_the_childs_events_are_said_and_those_of_other_classes_are_not(school: School, tmp_path: Path) -> None:
    card = tmp_path / "card"
    card.mkdir()
    record(card / "MVI_1.MP4")
    office, dpo = school.actor(Role.CONTRIBUTOR), school.actor(Role.DPO)
    device = FolderDevice(card)
    [outcome] = import_photos(
        school.workspace, office, device, event="Fair", device_kind=DeviceKind.SCHOOL, remove_originals=False
    )
    story = tell(school, tmp_path / "camera")
    case = asked(story, "Amara")
    [film] = subject_access.index(story.workspace, dpo, case.id).films
    assert film.id == outcome.photo_id
    assert make_pack(story.workspace, dpo, case.id, tmp_path / "out").pictures == 1
    school.add_pupil("Farah", "Khan", "Elm")
    review.set_roster(school.workspace, office, "Fair", [school.pupils["Farah"].id])
    assert subject_access.index(story.workspace, dpo, case.id).films == ()
