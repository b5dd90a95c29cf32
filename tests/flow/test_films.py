"""A still out of a film, through the real decoder process; the film itself is never shown."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError, NotAllowedError, PhotoUnreadableError, RegisterError
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoKind, PhotoState
from app.imaging.metadata import unexpected_blocks
from app.workflow import films, quarantine, review
from app.workflow.import_photos import import_photos
from consent_db import photos
from tests.flow.importing import photo_bytes


def record(path: Path) -> None:
    """Two seconds that grow from black to white."""
    film = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"mp4v"), 10, (320, 240))
    for step in range(20):
        film.write(np.full((240, 320, 3), step * 12, np.uint8))
    film.release()


@pytest.fixture
def taken(school, tmp_path):
    """A film from a school camera's card, in the vault."""
    card = tmp_path / "card"
    card.mkdir()
    record(card / "MVI_1.MP4")
    return bring_in(school, FolderDevice(card), DeviceKind.SCHOOL, remove=False)


def bring_in(school, device, kind, *, remove):
    (outcome,) = import_photos(
        school.workspace, school.actor(Role.CONTRIBUTOR), device, event="Sports day", device_kind=kind,
        remove_originals=remove,
    )  # fmt: skip
    assert outcome.kind is PhotoKind.FILM
    return outcome.photo_id


def test_a_still_is_a_photo_of_the_same_event_without_hidden_data(school, taken):
    office = school.actor(Role.CONTRIBUTOR)
    still = films.take_still(school.workspace, office, taken, at_s=1.0)
    assert (still.width, still.height, still.event, still.state) == (320, 240, "Sports day", PhotoState.IMPORTED)
    with school.workspace.database.read() as connection:
        data = school.workspace.vault.read(still.vault_name, photos.wrapped_key(connection, still.vault_name))
        assert [p.id for p in photos.latest(connection)] == [still.id]
    assert unexpected_blocks(data) == ()
    grey = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE).mean()
    assert 90 <= grey <= 150
    assert films.take_still(school.workspace, office, taken, at_s=1.0).id == still.id
    late = films.take_still(school.workspace, office, taken, at_s=999.0)
    assert late.number == still.number + 1


def test_films_are_listed_for_those_who_name_faces(school, taken):
    assert [f.id for f in films.listed(school.workspace, school.actor(Role.DEPUTY))] == [taken]
    with pytest.raises(NotAllowedError):
        films.listed(school.workspace, school.actor(Role.IT))
    with pytest.raises(NotAllowedError):
        films.take_still(school.workspace, school.actor(Role.DSL), taken, at_s=0)


def test_a_film_that_cannot_be_played_is_a_sentence(school, tmp_path):
    def box(kind: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4, "big") + kind + content

    (tmp_path / "card").mkdir()
    (tmp_path / "card" / "a.mp4").write_bytes(box(b"ftyp", b"isom0000") + box(b"mdat", bytes(99)) + box(b"moov", b"no"))
    film = bring_in(school, FolderDevice(tmp_path / "card"), DeviceKind.SCHOOL, remove=False)
    with pytest.raises(PhotoUnreadableError, match="No picture can be taken"):
        films.take_still(school.workspace, school.actor(Role.CONTRIBUTOR), film, at_s=0)


def test_nothing_is_taken_out_of_a_film_that_waits_or_whose_device_is_not_cleared(school, tmp_path):
    class Keeps(FolderDevice):
        def remove(self, object_id: str) -> None:
            raise DeviceError("The film is protected.", code="not-allowed-by-device")

    (tmp_path / "phone").mkdir()
    record(tmp_path / "phone" / "a.mp4")
    office = school.actor(Role.CONTRIBUTOR)
    film = bring_in(school, Keeps(tmp_path / "phone"), DeviceKind.PERSONAL, remove=True)
    with pytest.raises(NotAllowedError, match="set aside"):
        films.take_still(school.workspace, office, film, at_s=0)
    quarantine.release(school.workspace, school.actor(Role.HEAD), [film])
    with pytest.raises(RegisterError, match="still holds originals"):
        films.take_still(school.workspace, office, film, at_s=0)


def test_a_picture_is_no_film(school, tmp_path):
    (tmp_path / "pc").mkdir()
    (tmp_path / "pc" / "a.jpg").write_bytes(photo_bytes(1))
    (outcome,) = import_photos(
        school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(tmp_path / "pc"), event="Trip",
        device_kind=DeviceKind.SCHOOL, remove_originals=False,
    )  # fmt: skip
    with pytest.raises(RegisterError, match="no film"):
        films.take_still(school.workspace, school.actor(Role.CONTRIBUTOR), outcome.photo_id, at_s=0)


def test_who_asked_not_to_appear_in_a_film_does_not_appear_in_a_still_of_it(school, taken):
    office, ella = school.actor(Role.CONTRIBUTOR), school.pupils["Ella"].id
    first = films.take_still(school.workspace, office, taken, at_s=1.0)
    review.refuse_appearance(school.workspace, school.actor(Role.HEAD), taken, ella)
    later = films.take_still(school.workspace, office, taken, at_s=0.0)
    again = films.take_still(school.workspace, office, taken, at_s=1.0)
    assert again.id == first.id
    with school.workspace.database.read() as connection:
        assert [photos.refused(connection, still.id) for still in (later, again)] == [{ella}, {ella}]
