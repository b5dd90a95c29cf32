"""What a listing alone tells about a file, and which sources may be cleared."""

from __future__ import annotations

import pytest

from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.photo import DeviceKind, PhotoState
from app.domain.ports import SourceIdentity, SourceObject
from app.intake.checks import check_listing, with_name
from app.intake.policy import check_removal, first_state


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("IMG_0001.MOV", 3_000_000_000, "film"),
        ("IMG_0001.CR3", 30_000_000, "raw"),
        ("a.jpg", 0, "empty"),
        ("a.jpg", 200_000_001, "too-many-bytes"),
    ],
)
def test_a_file_that_cannot_be_a_photo_is_refused_before_it_is_read(name, size, code):
    with pytest.raises(PhotoUnreadableError, match=name) as refused:
        check_listing(SourceObject(name, name, size))
    assert refused.value.code == code
    assert refused.value.remedy


@pytest.mark.parametrize("name", ["IMG_0001.JPG", "a.heic", "no ending", "notes.txt", "x.jpg.webp"])
def test_names_do_not_decide_whether_a_file_is_a_photo(name):
    check_listing(SourceObject(name, name, 200_000_000))


def test_a_refusal_names_its_file_once():
    problem = PhotoUnreadableError("The file is damaged.", remedy="Copy it again.", code="damaged")
    named = with_name(problem, "a.jpg")
    assert (str(named), named.code) == ("a.jpg: The file is damaged. Copy it again.", "damaged")
    assert with_name(named, "a.jpg") is named


@pytest.mark.parametrize("kind", DeviceKind)
@pytest.mark.parametrize("removable", [True, False])
def test_only_a_removable_personal_source_may_be_cleared(kind, removable):
    identity = SourceIdentity("key", "Sam's phone", DeviceKind.UNKNOWN, removable)
    if kind is DeviceKind.PERSONAL and removable:
        check_removal(identity, kind)
        return
    with pytest.raises(DeviceError, match="Sam's phone") as refused:
        check_removal(identity, kind)
    assert "without removing" in refused.value.remedy


def test_only_a_source_somebody_vouched_for_brings_photos_in():
    assert {kind: first_state(kind) for kind in DeviceKind} == {
        DeviceKind.SCHOOL: PhotoState.IMPORTED,
        DeviceKind.PERSONAL: PhotoState.IMPORTED,
        DeviceKind.UNKNOWN: PhotoState.QUARANTINED,
    }
