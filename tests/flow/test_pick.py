"""Choosing among the photos of an event: kept ones are looked through, what is left out can be taken back."""

from __future__ import annotations

import io
from datetime import timedelta

import numpy as np
import pytest
from PIL import Image

from app.devices.folder_device import FolderDevice
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoState
from app.domain.retention import RecordClass
from app.workflow import devices, pick, posts, retention
from app.workflow.analyse_photos import analyse_photos
from app.workflow.import_photos import import_photos
from app.workflow.pick_looks import look_over
from consent_db import audit, photos, sources
from tests.bench.portraits import class_photo
from tests.clocks import later
from tests.schools import School

EVENT = "Sports day"


def jpeg(picture: Image.Image, taken: str) -> bytes:
    """As a camera writes it, with the time of its clock."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = taken
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=90, exif=exif)
    return stream.getvalue()


def bring(school: School, folder, files: dict[str, bytes], *, kind=DeviceKind.SCHOOL, event=EVENT):
    """Import files of a folder that plays a device, and return the photos' ids in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    office = school.actor(Role.CONTRIBUTOR)
    found = list(
        import_photos(
            school.workspace, office, FolderDevice(folder), event=event, device_kind=kind, remove_originals=False
        )
    )
    return [outcome.photo_id for outcome in sorted(found, key=lambda outcome: outcome.name)]


def state(school: School, photo_id) -> PhotoState:
    with school.workspace.database.read() as connection:
        return photos.get(connection, photo_id).state


def plain(number: int) -> bytes:
    """A small picture like no other of its kind."""
    pixels = np.random.default_rng(number).integers(0, 255, (30, 40, 3), np.uint8)
    return jpeg(Image.fromarray(pixels).resize((400, 300)), f"2026:06:21 10:{number:02}:00")


@pytest.fixture
def three(either_school, tmp_path):
    return bring(either_school, tmp_path / "camera", {f"IMG_{n}.JPG": plain(n) for n in range(3)})


def test_photos_that_came_in_wait_to_be_chosen_and_only_kept_ones_are_looked_through(either_school, three):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    assert pick.waiting(school.workspace, office) == (pick.Waiting(EVENT, 3, 0, 0, 0),)
    pick.keep(school.workspace, office, three[:1])
    pick.leave_out(school.workspace, office, three[1:])
    assert pick.waiting(school.workspace, office) == (pick.Waiting(EVENT, 0, 1, 2, 0),)
    wanted = pick.to_look_through(school.workspace, office, EVENT)
    assert wanted == tuple(three[:1])
    assert [o.problem for o in analyse_photos(school.workspace, office, wanted)] == [None]
    assert pick.waiting(school.workspace, office) == (pick.Waiting(EVENT, 0, 0, 2, 1),)
    (refused,) = analyse_photos(school.workspace, office, three[1:2])
    assert refused.problem.code == "skipped"
    with school.workspace.database.read() as connection:
        assert audit.verify(connection).ok


def test_each_act_can_be_taken_back(either_school, three):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    pick.keep(school.workspace, office, three[:1])
    before = pick.leave_out(school.workspace, office, three)
    assert before == {three[0]: PhotoState.PICKED, three[1]: PhotoState.IMPORTED, three[2]: PhotoState.IMPORTED}
    assert pick.put_back(school.workspace, office, before) == 3
    assert [state(school, photo_id) for photo_id in three] == [before[photo_id] for photo_id in three]
    assert pick.keep(school.workspace, office, three[:1]) == {}
    pick.open_again(school.workspace, office, three[:1])
    assert state(school, three[0]) is PhotoState.IMPORTED


def test_what_was_looked_through_since_stays_when_an_act_is_taken_back(either_school, three):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    before = pick.keep(school.workspace, office, three[:2])
    list(analyse_photos(school.workspace, office, three[:1]))
    assert pick.put_back(school.workspace, office, before) == 1
    assert state(school, three[0]) in (PhotoState.ANALYSED, PhotoState.IDENTIFIED)
    with pytest.raises(RegisterError, match="looked through already"):
        pick.leave_out(school.workspace, office, three)
    assert state(school, three[1]) is PhotoState.IMPORTED


def test_a_photo_of_a_post_is_not_left_out(either_school, three):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    posts.create_post(school.workspace, office, title="News", photo_ids=(three[1],))
    with pytest.raises(RegisterError, match="Photo 2 is in a post"):
        pick.leave_out(school.workspace, office, three)
    assert {state(school, photo_id) for photo_id in three} == {PhotoState.IMPORTED}


def test_photos_that_are_set_aside_are_nobody_elses_to_choose(either_school, tmp_path):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    (aside,) = bring(school, tmp_path / "phone", {"IMG_1.JPG": plain(1)}, kind=DeviceKind.UNKNOWN)
    assert pick.waiting(school.workspace, office) == ()
    assert pick.board(school.workspace, office, EVENT).shots == {}
    for act in (pick.keep, pick.leave_out, pick.open_again):
        with pytest.raises(NotAllowedError, match="set aside"):
            act(school.workspace, office, [aside])


@pytest.mark.parametrize("role", [Role.GOVERNOR, Role.EXTERNAL, Role.IT])
def test_only_those_who_review_photos_choose_them(school, role):
    actor = school.actor(role)
    for refused in (
        lambda: pick.waiting(school.workspace, actor),
        lambda: pick.board(school.workspace, actor, EVENT),
        lambda: pick.keep(school.workspace, actor, []),
        lambda: pick.to_look_through(school.workspace, actor, EVENT),
        lambda: look_over(school.workspace, actor, EVENT),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_shots_of_one_moment_stand_together_by_the_clocks_put_right(either_school, tmp_path):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    group = class_photo(1024, 768, rows=2, columns=3)
    aside = class_photo(1024, 768, rows=2, columns=3).crop((60, 30, 1024, 768))
    first = bring(school, tmp_path / "camera", {"A.JPG": jpeg(group, "2026:06:21 10:00:00"), "B.JPG": plain(5)})
    # the other clock is an hour slow
    second = bring(school, tmp_path / "other", {"C.JPG": jpeg(aside, "2026:06:21 09:00:20")})
    list(look_over(school.workspace, office, EVENT))

    apart = pick.board(school.workspace, office, EVENT)
    assert [moment.keys for moment in apart.moments] == [(second[0],), (first[0],), (first[1],)]
    with school.workspace.database.read() as connection:
        other = next(d for d in sources.all_devices(connection) if d.label == "other")
    devices.set_clock(school.workspace, school.actor(Role.IT), other, shift=timedelta(hours=1))
    together = pick.board(school.workspace, office, EVENT)
    assert [moment.keys for moment in together.moments] == [(first[0], second[0]), (first[1],)]
    assert together.shots[first[0]].faces == 6
    assert together.shots[first[1]].faces == 0


def test_photos_are_looked_over_once_and_those_left_out_not_at_all(either_school, three):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    pick.leave_out(school.workspace, office, three[2:])
    found = list(look_over(school.workspace, office, EVENT))
    assert {photo_id for known in found for photo_id in known.measures} == set(three[:2])
    assert (found[-1].done, found[-1].total) == (4, 4)
    assert list(look_over(school.workspace, office, EVENT)) == []
    assert pick.board(school.workspace, office, EVENT).shots[three[2]].likeness is None


@pytest.mark.policy("000-18")
def test_what_is_left_out_goes_when_photos_in_no_post_go(either_school, three):
    school, office = either_school, either_school.actor(Role.CONTRIBUTOR)
    pick.leave_out(school.workspace, office, three)
    days = pick.board(school.workspace, office, EVENT).left_out_days
    dpo = school.actor(Role.DPO)
    assert retention.preview(later(school.workspace, days), dpo).items == ()
    shown = retention.preview(later(school.workspace, days + 1), dpo)
    assert [item.record_class for item in shown.items] == [RecordClass.UNUSED_PHOTO] * 3
    list(retention.erase(later(school.workspace, days + 1), dpo, shown, typed=3))
    with pytest.raises(RegisterError, match="not there any more"):
        pick.keep(school.workspace, office, three)
