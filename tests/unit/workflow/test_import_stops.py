"""Suspect material: nothing copied, nothing removed, the safeguarding lead told; and what was taken by mistake."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError, NotAllowedError, RegisterError, StorageError
from app.domain.faults import KillPoint
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.workflow import import_stops, posts, quarantine, retention
from app.workflow.import_photos import finish_removals, import_photos
from app.workflow.records import audit_events, verify_audit
from consent_db import photos
from tests.flow.importing import fill_phone, photo_bytes


def bring_in(school, phone, *, remove=False):
    return [
        o.photo_id
        for o in import_photos(
            school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(phone), event="Trip",
            device_kind=DeviceKind.PERSONAL, remove_originals=remove,
        )
    ]  # fmt: skip


def test_a_stop_copies_and_removes_nothing_and_reaches_the_safeguarding_lead_alone(either_school, tmp_path):
    school = either_school
    files = fill_phone(tmp_path / "phone", 2)
    office, dsl = school.actor(Role.CONTRIBUTOR), school.actor(Role.DSL)
    identity = FolderDevice(tmp_path / "phone").identity
    stop_id = import_stops.stop(school.workspace, office, identity, note="10:30, staff room, with Mr Lyle")
    assert {name: (tmp_path / "phone" / name).read_bytes() for name in files} == files
    with school.workspace.database.read() as connection:
        assert photos.latest(connection) == ()
    (seen,) = import_stops.stops(school.workspace, dsl, only_open=True)
    assert (seen.id, seen.device_label, seen.stopped_by) == (stop_id, "phone", office.user_id)
    for role in (Role.CONTRIBUTOR, Role.IT, Role.DEPUTY, Role.GOVERNOR):
        with pytest.raises(NotAllowedError):
            import_stops.stops(school.workspace, school.actor(role))
    latest = audit_events(school.workspace, school.actor(Role.IT))[0]
    assert latest.action == "import-stopped"
    assert "staff room" not in str(latest)
    import_stops.answer(school.workspace, dsl, stop_id, "Referred at 10:45, device kept in the safe.")
    assert import_stops.stops(school.workspace, dsl, only_open=True) == ()
    with pytest.raises(RegisterError, match="answered already"):
        import_stops.answer(school.workspace, dsl, stop_id, "again")
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok


def test_from_a_stopped_device_nobody_copies_removes_hands_back_or_destroys_until_it_is_answered(
    either_school, tmp_path
):
    school, phone = either_school, tmp_path / "phone"
    files = fill_phone(phone, 2)
    first, second = bring_in(school, phone)
    (phone / "later.jpg").write_bytes(photo_bytes(77))
    office, dsl, head = (school.actor(role) for role in (Role.CONTRIBUTOR, Role.DSL, Role.HEAD))
    stop_id = import_stops.stop(school.workspace, office, FolderDevice(phone).identity)
    for role in (Role.CONTRIBUTOR, Role.HEAD, Role.DEPUTY):
        asked = {"event": "Trip", "device_kind": DeviceKind.PERSONAL, "remove_originals": True}
        with pytest.raises(DeviceError, match="was stopped"):
            list(import_photos(school.workspace, school.actor(role), FolderDevice(phone), **asked))
    with pytest.raises(DeviceError, match="was stopped"):
        list(finish_removals(school.workspace, office, FolderDevice(phone)))
    with pytest.raises(DeviceError, match="was stopped"):
        import_stops.hand_back(school.workspace, office, FolderDevice(phone), first)
    with pytest.raises(RegisterError, match="it is needed"):
        quarantine.destroy(school.workspace, head, second)
    with pytest.raises(RegisterError, match="stopped an import"):
        quarantine.release(school.workspace, head, [first])
    assert {name: (phone / name).read_bytes() for name in files} == files
    with school.workspace.database.read() as connection:
        assert {p.id for p in photos.latest(connection)} == {first, second}
    import_stops.answer(school.workspace, dsl, stop_id, "The police looked; nothing in it.")
    assert len(bring_in(school, phone, remove=True)) == 3
    assert [p for p in phone.rglob("*") if p.is_file()] == []


def test_a_stop_from_another_pc_holds_an_import_that_has_already_begun(either_school, tmp_path):
    school, phone = either_school, tmp_path / "phone"
    fill_phone(phone, 4)
    office, device = school.actor(Role.CONTRIBUTOR), FolderDevice(phone)
    running = import_photos(
        school.workspace, office, device, event="Trip", device_kind=DeviceKind.PERSONAL, remove_originals=True
    )
    assert next(running).receipt
    import_stops.stop(school.workspace, school.actor(Role.DEPUTY), device.identity)
    rest = list(running)
    assert [o.problem.code for o in rest] == ["stopped"] * 3
    assert len(list(phone.rglob("*.JPG"))) == 3
    with school.workspace.database.read() as connection:
        assert len(photos.latest(connection)) == 1


def test_a_stop_between_copy_and_removal_leaves_the_original_where_it_is(school, tmp_path):
    phone = tmp_path / "phone"
    (name,) = fill_phone(phone, 1)
    office, device = school.actor(Role.CONTRIBUTOR), FolderDevice(phone)

    def stop_now(point):
        if point == KillPoint.AFTER_READ_BACK:
            import_stops.stop(school.workspace, school.actor(Role.DSL), device.identity)

    (outcome,) = import_photos(
        replace(school.workspace, fault=stop_now), office, device, event="Trip", device_kind=DeviceKind.PERSONAL,
        remove_originals=True,
    )  # fmt: skip
    assert outcome.problem.code == "stopped"
    assert (phone / name).is_file()


def test_what_to_do_says_neither_to_copy_nor_to_delete():
    first = import_stops.WHAT_TO_DO[0]
    assert "Do not copy" in first
    assert "delete" in first
    assert any("safeguarding lead" in words for words in import_stops.WHAT_TO_DO)


def test_everybody_who_can_sign_in_may_stop(school):
    for role in Role:
        assert import_stops.stop(school.workspace, school.actor(role), None)
    assert len(import_stops.stops(school.workspace, school.actor(Role.HEAD))) == len(Role)


def test_a_photo_taken_by_mistake_goes_back_while_its_original_is_there(either_school, tmp_path):
    school = either_school
    files = fill_phone(tmp_path / "phone", 2)
    first, second = bring_in(school, tmp_path / "phone")
    words = import_stops.hand_back(
        school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(tmp_path / "phone"), first
    )
    assert "by mistake" in words
    with school.workspace.database.read() as connection:
        assert [p.id for p in photos.latest(connection)] == [second]
    vault = school.workspace.vault.folder
    assert len([f for f in vault.rglob("*") if f.is_file()]) == 1
    assert {name: (tmp_path / "phone" / name).read_bytes() for name in files} == files
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok


def test_the_only_copy_is_never_handed_back(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    (photo_id,) = bring_in(school, tmp_path / "phone", remove=True)
    office, device = school.actor(Role.CONTRIBUTOR), FolderDevice(tmp_path / "phone")
    with pytest.raises(RegisterError, match="the only one"):
        import_stops.hand_back(school.workspace, office, device, photo_id)
    with school.workspace.database.read() as connection:
        assert photos.get(connection, photo_id)


def test_a_photo_that_changed_on_the_device_or_is_in_a_post_is_not_handed_back(school, tmp_path):
    (name,) = fill_phone(tmp_path / "phone", 1)
    (photo_id,) = bring_in(school, tmp_path / "phone")
    office, device = school.actor(Role.CONTRIBUTOR), FolderDevice(tmp_path / "phone")
    before = (tmp_path / "phone" / name).read_bytes()
    (tmp_path / "phone" / name).write_bytes(b"another")
    with pytest.raises(RegisterError, match="as it was copied"):
        import_stops.hand_back(school.workspace, office, device, photo_id)
    (tmp_path / "phone" / name).write_bytes(before)
    quarantine.release(school.workspace, school.actor(Role.HEAD), [photo_id])
    posts.create_post(school.workspace, office, title="Post", photo_ids=[photo_id])
    with pytest.raises(RegisterError, match="A post uses"):
        import_stops.hand_back(school.workspace, office, device, photo_id)


def test_a_photo_that_left_its_phone_by_mistake_is_written_back_for_its_owner_and_then_destroyed(
    either_school, tmp_path
):
    school = either_school
    (_name, data), *_ = fill_phone(tmp_path / "phone", 1).items()
    (photo_id,) = bring_in(school, tmp_path / "phone", remove=True)
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "IMG_0000.JPG").write_bytes(b"another")
    with pytest.raises(NotAllowedError, match="Headteacher"):
        import_stops.give_back(school.workspace, school.actor(Role.CONTRIBUTOR), photo_id, stick)
    words = import_stops.give_back(school.workspace, school.actor(Role.HEAD), photo_id, stick)
    assert "read back and compared" in words
    assert (stick / "IMG_0000-2.JPG").read_bytes() == data
    assert (stick / "IMG_0000.JPG").read_bytes() == b"another"
    with school.workspace.database.read() as connection:
        assert photos.latest(connection) == ()
    assert [f for f in school.workspace.vault.folder.rglob("*") if f.is_file()] == []
    assert verify_audit(school.workspace, school.actor(Role.IT)).ok


def test_what_cannot_be_written_back_stays_in_the_vault(school, tmp_path):
    fill_phone(tmp_path / "phone", 2)
    first, _second = bring_in(school, tmp_path / "phone", remove=True)
    head = school.actor(Role.HEAD)
    with pytest.raises(StorageError):
        import_stops.give_back(school.workspace, head, first, tmp_path / "nowhere")
    cloud = tmp_path / "OneDrive"
    cloud.mkdir()
    with pytest.raises(RegisterError, match="cloud"):
        import_stops.give_back(school.workspace, head, first, cloud)
    with school.workspace.database.read() as connection:
        assert len(photos.latest(connection)) == 2


def test_what_is_frozen_is_neither_handed_back_nor_destroyed(school, tmp_path):
    fill_phone(tmp_path / "phone", 1)
    (photo_id,) = bring_in(school, tmp_path / "phone")
    head, dpo = school.actor(Role.HEAD), school.actor(Role.DPO)
    retention.freeze_photo(school.workspace, dpo, photo_id)
    with pytest.raises(RegisterError, match="frozen"):
        import_stops.hand_back(
            school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(tmp_path / "phone"), photo_id
        )
    with pytest.raises(RegisterError, match="frozen"):
        quarantine.destroy(school.workspace, head, photo_id)
    with school.workspace.database.read() as connection:
        assert photos.get(connection, photo_id)


def test_no_import_removes_the_original_while_its_copy_is_handed_back(school, tmp_path):
    class Busy(FolderDevice):
        def remove(self, object_id):
            raise DeviceError("The phone is busy.", code="not-allowed-by-device")

    class Raced(FolderDevice):
        def read(self, object_id):
            data = super().read(object_id)
            with pytest.raises(StorageError):
                list(finish_removals(school.workspace, office, FolderDevice(tmp_path / "phone")))
            return data

    office, (name,) = school.actor(Role.CONTRIBUTOR), fill_phone(tmp_path / "phone", 1)
    (outcome,) = import_photos(
        school.workspace, office, Busy(tmp_path / "phone"), event="Trip", device_kind=DeviceKind.PERSONAL,
        remove_originals=True,
    )  # fmt: skip
    import_stops.hand_back(school.workspace, office, Raced(tmp_path / "phone"), outcome.photo_id)
    assert (tmp_path / "phone" / name).is_file()
