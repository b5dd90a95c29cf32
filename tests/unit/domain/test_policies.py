"""What of the policies binds on a day, when staff should have been told, and which training counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.people import Role, UserId
from app.domain.policies import (
    PolicyVersion,
    PolicyVersionId,
    Training,
    TrainingId,
    in_force,
    missing_training,
    months_after,
    notice_problem,
    running_out,
    to_read,
    topics_needed,
)

TODAY = date(2026, 9, 4)
near = st.dates(date(2025, 1, 1), date(2028, 12, 31))
maybe = st.none() | near


@st.composite
def policy_versions(draw: st.DrawFn) -> list[PolicyVersion]:
    count = draw(st.integers(0, 6))
    return [
        PolicyVersion(
            PolicyVersionId(str(number)), draw(st.sampled_from(["Media", "Data"])), str(number), "The Board",
            draw(near), governors_approved_on=draw(maybe),
        )
        for number in range(count)
    ]  # fmt: skip


courses = st.lists(
    st.builds(
        Training,
        id=st.just(TrainingId("t")),
        user_id=st.just(UserId("u")),
        topic=st.sampled_from(["Safeguarding", " safeguarding", "Fire"]),
        done_on=near,
        valid_until=maybe,
    ),
    max_size=5,
)


@given(versions=policy_versions(), today=near, governors_first=st.booleans())
def test_one_version_of_each_policy_binds_and_none_before_its_day_or_its_approval(
    versions: list[PolicyVersion], today: date, governors_first: bool
) -> None:
    bound = in_force(versions, today, governors_first=governors_first)
    assert [v.name for v in bound] == sorted({v.name for v in bound})
    assert all(v.effective_on <= today for v in bound)
    assert not governors_first or all(v.is_approved(today) for v in bound)


@given(versions=policy_versions(), today=near)
def test_a_version_of_a_later_day_changes_nothing_today(versions: list[PolicyVersion], today: date) -> None:
    coming = PolicyVersion(PolicyVersionId("new"), "Media", "new", "The Board", today + timedelta(days=1))
    for first in (True, False):
        assert in_force([*versions, coming], today, governors_first=first) == in_force(
            versions, today, governors_first=first
        )


@given(versions=policy_versions(), today=near)
def test_having_read_more_never_leaves_more_to_read(versions: list[PolicyVersion], today: date) -> None:
    bound = in_force(versions, today, governors_first=False)
    left = to_read(bound, {v.id for v in bound[:1]})
    assert set(left) <= set(to_read(bound, frozenset()))
    assert to_read(bound, {v.id for v in versions}) == ()


@given(day=near, months=st.integers(-30, 30))
def test_a_month_on_is_the_same_day_or_the_last_of_a_short_month(day: date, months: int) -> None:
    moved = months_after(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@given(noticed=maybe, today=near)
def test_telling_staff_sooner_is_never_worse(noticed: date | None, today: date) -> None:
    version = PolicyVersion(PolicyVersionId("1"), "Media", "1", "The Board", TODAY, noticed_on=noticed)
    problem = notice_problem(version, today)
    told = noticed or today
    assert (problem is not None) == (told > date(2026, 8, 4))
    assert (problem is not None and problem.is_breach) == (told > date(2026, 10, 4))
    earlier = notice_problem(replace(version, noticed_on=told - timedelta(days=400)), today)
    assert problem is None or not (earlier is not None and earlier.is_breach and not problem.is_breach)


@given(done=courses, more=courses, today=near)
def test_more_training_never_takes_a_topic_away(done: list[Training], more: list[Training], today: date) -> None:
    topics = ("Safeguarding", "Fire", "Monitoring")
    before = {m.topic for m in missing_training(topics, done, today)}
    assert {m.topic for m in missing_training(topics, [*done, *more], today)} <= before
    assert "Monitoring" in before


@given(done=courses, today=near, days=st.integers(0, 400))
def test_what_runs_out_counts_today_and_not_then(done: list[Training], today: date, days: int) -> None:
    topics, by = ("Safeguarding", "Fire"), today + timedelta(days=days)
    ending = {m.topic for m in running_out(topics, done, today, by)}
    assert not ending & {m.topic for m in missing_training(topics, done, today)}
    assert ending <= {m.topic for m in missing_training(topics, done, by)}


def test_somebody_with_two_roles_needs_the_topics_of_both_once() -> None:
    required = {Role.HEAD: ("Safeguarding", "Monitoring"), Role.DEPUTY: ("safeguarding ",), Role.IT: ("Networks",)}
    assert topics_needed({Role.DEPUTY, Role.HEAD}, required) == ("Monitoring", "Safeguarding")
    assert topics_needed({Role.GOVERNOR}, required) == ()
