"""Pictures that come a second time: from a device that is vouched for now, or as a copy of what went out."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoState, SourceFileState
from app.domain.treatment import Outcome
from app.workflow import devices, publish, quarantine
from app.workflow.analyse_photos import analyse_photos
from app.workflow.decide import decide_photo
from app.workflow.import_photos import import_photos
from consent_db import photos
from tests.flow.posting import Story, photo_with_faces, tell
from tests.schools import WEBSITE


@pytest.fixture
def story(school, tmp_path) -> Story:
    return tell(school, tmp_path / "camera")


def taken(story, place, kind):
    device = place if isinstance(place, FolderDevice) else FolderDevice(place)
    [outcome] = import_photos(
        story.workspace, story.office, device, event="Sports day", device_kind=kind, remove_originals=False
    )
    assert outcome.problem is None
    return outcome


def state_of(story, photo_id):
    with story.workspace.database.read() as connection:
        return photos.get(connection, photo_id).state


@pytest.fixture
def kept_apart(story, tmp_path):
    card = tmp_path / "card"
    card.mkdir()
    (card / "IMG_9.JPG").write_bytes(photo_with_faces(seed=9))
    photo_id = taken(story, card, DeviceKind.UNKNOWN).photo_id
    assert state_of(story, photo_id) is PhotoState.QUARANTINED
    [refused] = analyse_photos(story.workspace, story.office, [photo_id])
    assert refused.problem.code == "quarantined"
    assert decide_photo(story.workspace, photo_id, WEBSITE).outcome is Outcome.WITHHELD
    return photo_id


@pytest.mark.policy("002-16")
def test_saying_whose_a_device_is_frees_nothing_until_the_headteacher_decides(story, kept_apart, tmp_path):
    assert taken(story, tmp_path / "card", DeviceKind.PERSONAL).photo_id == kept_apart
    assert state_of(story, kept_apart) is PhotoState.QUARANTINED
    quarantine.release(story.workspace, story.school.actor(Role.HEAD), [kept_apart])
    assert state_of(story, kept_apart) is PhotoState.IMPORTED
    assert [o.problem for o in analyse_photos(story.workspace, story.office, [kept_apart])] == [None]


class Card(FolderDevice):
    """A card or camera as it says itself who it is, not a folder of this PC."""

    @property
    def identity(self):
        return replace(super().identity, key=f"volume-{super().identity.label}", suggested_kind=DeviceKind.UNKNOWN)


def test_a_photo_kept_apart_can_be_used_once_it_comes_from_the_schools_own_camera_too(story, kept_apart, tmp_path):
    shutil.copytree(tmp_path / "card", tmp_path / "school-card")
    camera = Card(tmp_path / "school-card")
    devices.add(
        story.workspace, story.school.actor(Role.IT), key=camera.identity.key, label="Camera 2",
        kind=DeviceKind.SCHOOL, owner="",
    )  # fmt: skip
    assert taken(story, camera, DeviceKind.SCHOOL).photo_id == kept_apart
    assert state_of(story, kept_apart) is PhotoState.IMPORTED


@pytest.mark.policy("002-16")
def test_a_copy_of_it_in_a_folder_of_a_pc_frees_no_photo_that_was_kept_apart(story, kept_apart, tmp_path):
    shutil.copytree(tmp_path / "card", tmp_path / "desktop")
    assert taken(story, tmp_path / "desktop", DeviceKind.SCHOOL).photo_id == kept_apart
    assert state_of(story, kept_apart) is PhotoState.QUARANTINED


def test_vouching_for_one_device_frees_nothing_of_another(story, kept_apart, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "IMG_8.JPG").write_bytes(photo_with_faces(seed=10))
    taken(story, other, DeviceKind.PERSONAL)
    assert state_of(story, kept_apart) is PhotoState.QUARANTINED


def test_a_picture_that_went_out_can_come_back_as_a_photo_of_its_own(story, tmp_path):
    post = story.approved()
    made = publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, tmp_path)
    card = tmp_path / "stick"
    card.mkdir()
    [picture] = made.folder.glob("*.jpg")
    shutil.copy(picture, card / "IMG_1.JPG")
    outcome = taken(story, card, DeviceKind.SCHOOL)
    assert outcome.photo_id not in (None, story.photo_id)
    assert outcome.state is SourceFileState.VERIFIED
    assert decide_photo(story.workspace, outcome.photo_id, WEBSITE).outcome is Outcome.WITHHELD
