"""What a listing alone tells about a file, and which sources may be cleared, and which photos wait."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.photo import DeviceKind, PhotoState, QuarantineReason
from app.domain.ports import SourceIdentity, SourceObject
from app.intake.checks import check_listing, with_name
from app.intake.groups import kind_of
from app.intake.policy import ApprovedDays, check_removal, first_state, why_set_aside


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("IMG_0001.MOV", 64_000_000_001, "too-many-bytes"),
        ("IMG_0001.CR3", 200_000_001, "too-many-bytes"),
        ("a.jpg", 0, "empty"),
        ("a.jpg", 200_000_001, "too-many-bytes"),
    ],
)
def test_a_file_that_is_empty_or_too_large_is_refused_before_it_is_read(name, size, code):
    with pytest.raises(PhotoUnreadableError, match=name) as refused:
        check_listing(SourceObject(name, name, size), kind_of(name))
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
def test_originals_leave_only_what_is_not_the_schools_and_can_be_cleared(kind, removable):
    identity = SourceIdentity("key", "Sam's phone", DeviceKind.UNKNOWN, removable)
    if kind in (DeviceKind.PERSONAL, DeviceKind.UNKNOWN) and removable:
        assert check_removal(identity, kind) is None
        return
    with pytest.raises(DeviceError, match="Sam's phone") as refused:
        check_removal(identity, kind)
    assert "without removing" in refused.value.remedy


TODAY = date(2026, 9, 14)
TERM = ApprovedDays(date(2026, 9, 1), date(2026, 9, 30))
ASIDE = {
    "the school's own, confirmed": (DeviceKind.SCHOOL, True, [], None, None),
    "said to be the school's": (DeviceKind.SCHOOL, False, [], TODAY, QuarantineReason.UNKNOWN_DEVICE),
    "nobody's": (DeviceKind.UNKNOWN, False, [TERM], TODAY, QuarantineReason.UNKNOWN_DEVICE),
    "own, never approved": (DeviceKind.PERSONAL, False, [], TODAY, QuarantineReason.NOT_APPROVED),
    "own, approved": (DeviceKind.PERSONAL, False, [TERM], date(2026, 9, 1), None),
    "the day before": (DeviceKind.PERSONAL, False, [TERM], date(2026, 8, 31), QuarantineReason.OUTSIDE_APPROVAL),
    "between two": (
        DeviceKind.PERSONAL,
        False,
        [ApprovedDays(date(2026, 1, 1), date(2026, 2, 1)), TERM],
        date(2026, 5, 1),
        QuarantineReason.OUTSIDE_APPROVAL,
    ),
    "years before": (DeviceKind.PERSONAL, False, [TERM], date(2015, 1, 1), QuarantineReason.CLOCK),
    "in the future": (DeviceKind.PERSONAL, False, [TERM], date(2026, 9, 29), QuarantineReason.CLOCK),
    "without a day": (DeviceKind.PERSONAL, False, [TERM], None, QuarantineReason.CLOCK),
}


@pytest.mark.policy("002-16")
@pytest.mark.parametrize("case", ASIDE)
def test_a_photo_waits_for_the_headteacher_unless_its_device_was_approved_on_its_day(case):
    kind, is_confirmed, approved, taken_on, expected = ASIDE[case]
    reason = why_set_aside(kind, is_confirmed=is_confirmed, approved=approved, taken_on=taken_on, today=TODAY)
    assert reason is expected
    assert first_state(reason) is (PhotoState.IMPORTED if expected is None else PhotoState.QUARANTINED)
