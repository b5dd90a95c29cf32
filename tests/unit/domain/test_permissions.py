"""When a written permission counts: its days, its platforms, who gave it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consent import PlatformId
from app.domain.people import PersonId, UserId
from app.domain.permissions import NOTHING_PERMITTED, Permission, PermissionId, PermissionKind, Permits, may_post

TODAY = date(2026, 6, 21)
FACEBOOK, WEBSITE, THREADS = PlatformId("facebook"), PlatformId("website"), PlatformId("threads")
CREST = Permission(
    PermissionId("p"), PermissionKind.MARK, "own crest", "Ms Lane", "HEAD", (FACEBOOK, WEBSITE),
    valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31), evidence="letter 4",
)  # fmt: skip
TEACHER = PersonId("ruth")
PICTURE = replace(CREST, kind=PermissionKind.ADULT, subject=TEACHER, grantor="Ruth Ashworth", grantor_role="SELF")
POSTING = replace(CREST, kind=PermissionKind.POSTING, subject="deputy")
ENDED = datetime(2026, 6, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "platform", "day", "allowed"),
    [
        ({}, FACEBOOK, TODAY, True),
        ({}, THREADS, TODAY, False),
        ({"platforms": ()}, FACEBOOK, TODAY, False),
        ({}, FACEBOOK, date(2025, 12, 31), False),
        ({}, FACEBOOK, date(2026, 1, 1), True),
        ({}, FACEBOOK, date(2026, 12, 31), True),
        ({}, FACEBOOK, date(2027, 1, 1), False),
        ({"valid_until": None}, FACEBOOK, date(2036, 1, 1), True),
        ({"ended_at": ENDED}, FACEBOOK, TODAY, False),
    ],
)
def test_a_permission_counts_on_its_platforms_between_its_days_until_somebody_ends_it(change, platform, day, allowed):
    assert replace(CREST, **change).allows(platform, day) is allowed


@pytest.mark.parametrize(
    ("said", "rule", "allowed"),
    [("HEAD", "HEAD", True), ("HEAD", "CEO", False), ("ceo ", "CEO", True), ("CEO", "HEAD", False), ("", "", False)],
)
def test_a_mark_is_permitted_only_by_the_office_the_school_named(said, rule, allowed):
    permits = Permits((replace(CREST, grantor_role=said),), mark_grantor=rule)
    assert (permits.for_mark("Own  Crest", FACEBOOK, TODAY) is not None) is allowed


def test_a_mark_without_a_name_is_permitted_by_nothing():
    nameless = Permits((replace(CREST, subject=""), CREST))
    assert nameless.for_mark("", FACEBOOK, TODAY) is None
    assert nameless.for_mark(" ", FACEBOOK, TODAY) is None


def test_an_adult_is_shown_by_their_own_permission_and_by_nobody_elses():
    assert Permits((PICTURE,)).for_adult(TEACHER, FACEBOOK, TODAY) == PICTURE
    assert Permits((replace(PICTURE, grantor_role="HEAD"),)).for_adult(TEACHER, FACEBOOK, TODAY) is None
    assert Permits((PICTURE,)).for_adult(PersonId("sam"), FACEBOOK, TODAY) is None


@pytest.mark.parametrize(("office", "allowed"), [("HEAD", True), ("Manager", True), ("SELF", False), ("IT", False)])
def test_posting_is_permitted_by_the_headteacher_or_a_manager(office, allowed):
    given = [replace(POSTING, grantor_role=office)]
    assert (may_post(given, UserId("deputy"), FACEBOOK, TODAY) is not None) is allowed
    assert may_post(given, UserId("office"), FACEBOOK, TODAY) is None


PERMISSIONS = st.builds(
    Permission,
    st.just(PermissionId("p")),
    st.sampled_from(PermissionKind),
    st.sampled_from(["own crest", "nike", TEACHER, "deputy"]),
    st.just("somebody"),
    st.sampled_from(["HEAD", "CEO", "SELF", "MANAGER"]),
    st.lists(st.sampled_from([FACEBOOK, WEBSITE, THREADS]), unique=True).map(tuple),
    valid_from=st.dates(TODAY - timedelta(3), TODAY + timedelta(3)),
    valid_until=st.none() | st.dates(TODAY - timedelta(3), TODAY + timedelta(3)),
    ended_at=st.none() | st.just(ENDED),
)


@given(
    given_=st.lists(PERMISSIONS, max_size=8),
    platform=st.sampled_from([FACEBOOK, WEBSITE, THREADS]),
    rule=st.sampled_from(["HEAD", "CEO"]),
)
def test_nothing_is_ever_permitted_but_by_a_permission_for_it_that_is_in_force(given_, platform, rule):
    permits = Permits(tuple(given_), rule)
    for found, kind, subject, offices in (
        (permits.for_mark("Nike", platform, TODAY), PermissionKind.MARK, "nike", {rule}),
        (permits.for_adult(TEACHER, platform, TODAY), PermissionKind.ADULT, TEACHER, {"SELF"}),
        (may_post(given_, UserId("deputy"), platform, TODAY), PermissionKind.POSTING, "deputy", {"HEAD", "MANAGER"}),
    ):
        if found is not None:
            assert (found.kind, found.subject) == (kind, subject)
            assert found.grantor_role in offices
            assert platform in found.platforms
            assert found.ended_at is None
            assert found.valid_from <= TODAY <= (found.valid_until or TODAY)


@given(given_=st.lists(PERMISSIONS, max_size=8), at=st.integers(0, 8))
def test_ending_a_permission_permits_nothing_new(given_, at):
    ended = [replace(p, ended_at=ENDED) if n == at else p for n, p in enumerate(given_)]
    for platform in (FACEBOOK, WEBSITE, THREADS):
        if Permits(tuple(ended)).for_mark("nike", platform, TODAY):
            assert Permits(tuple(given_)).for_mark("nike", platform, TODAY)


def test_without_permissions_nothing_is_permitted():
    assert NOTHING_PERMITTED.for_mark("own crest", FACEBOOK, TODAY) is None
    assert NOTHING_PERMITTED.for_adult(TEACHER, FACEBOOK, TODAY) is None
