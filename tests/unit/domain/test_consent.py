from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consent import (
    CHILD,
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    ConsentStatus,
    PlatformId,
    is_own,
    standing_on,
)
from app.domain.people import PersonId

TODAY = date(2026, 6, 21)


def event(
    sequence: int,
    answer: Answer,
    *,
    giver: str = "Mrs Okafor",
    start: date = TODAY,
    end: date | None = None,
    to_confirm: bool = False,
) -> ConsentEvent:
    return ConsentEvent(
        id=ConsentEventId(f"event-{sequence}"),
        sequence=sequence,
        person_id=PersonId("amara"),
        kind=ConsentKind.IMAGE,
        platform_id=PlatformId("facebook"),
        answer=answer,
        giver=giver,
        relationship="parent",
        evidence="paper form",
        valid_from=start,
        valid_until=end,
        recorded_at=datetime(2026, 6, 1, tzinfo=UTC),
        recorded_by="data manager",
        to_confirm=to_confirm,
    )


@pytest.mark.policy("002-18")
def test_nobody_asked_means_not_asked_and_allows_nothing() -> None:
    standing = standing_on([], TODAY)
    assert standing.status is ConsentStatus.NOT_ASKED
    assert not standing.allows


def test_a_yes_in_force_allows_and_names_its_record() -> None:
    standing = standing_on([event(1, Answer.YES)], TODAY)
    assert standing.allows
    assert standing.event is not None
    assert standing.event.id == "event-1"


def test_a_yes_counts_on_its_last_day_and_not_after() -> None:
    until_today = [event(1, Answer.YES, start=TODAY - timedelta(days=9), end=TODAY)]
    assert standing_on(until_today, TODAY).allows
    assert standing_on(until_today, TODAY + timedelta(days=1)).status is ConsentStatus.EXPIRED


def test_a_yes_that_has_not_begun_does_not_allow() -> None:
    assert not standing_on([event(1, Answer.YES, start=TODAY + timedelta(days=1))], TODAY).allows


def test_two_parents_who_disagree_mean_no() -> None:
    both = [event(1, Answer.NO, giver="Mr Okafor"), event(2, Answer.YES, giver="Mrs Okafor")]
    assert standing_on(both, TODAY).status is ConsentStatus.NO


def test_the_child_who_says_no_beats_both_parents() -> None:
    said = [event(1, Answer.NO, giver=CHILD), event(2, Answer.YES), event(3, Answer.YES, giver="Mr Okafor")]
    assert standing_on(said, TODAY).status is ConsentStatus.NO


def test_a_giver_may_change_their_mind_both_ways() -> None:
    assert standing_on([event(1, Answer.NO), event(2, Answer.YES)], TODAY).allows
    assert standing_on([event(1, Answer.YES), event(2, Answer.WITHDRAWN)], TODAY).status is ConsentStatus.WITHDRAWN


def test_a_no_binds_at_once_whatever_its_dates_say() -> None:
    later = event(2, Answer.NO, start=TODAY + timedelta(days=30))
    assert standing_on([event(1, Answer.YES), later], TODAY).status is ConsentStatus.NO


def test_a_yes_that_came_back_by_undo_waits_for_a_person() -> None:
    assert standing_on([event(1, Answer.YES, to_confirm=True)], TODAY).status is ConsentStatus.TO_CONFIRM


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
events = st.lists(
    st.tuples(st.sampled_from(Answer), st.sampled_from([CHILD, "a", "b"]), days, st.none() | days, st.booleans()),
    max_size=6,
).map(lambda rows: [event(n, a, giver=g, start=s, end=e, to_confirm=c) for n, (a, g, s, e, c) in enumerate(rows)])


@given(events, st.sampled_from([Answer.NO, Answer.WITHDRAWN]), st.sampled_from([CHILD, "a", "b", "new"]), days, days)
def test_recording_a_no_never_allows_anything(
    before: list[ConsentEvent], answer: Answer, giver: str, start: date, today: date
) -> None:
    after = standing_on([*before, event(len(before), answer, giver=giver, start=start)], today)
    assert not after.allows


@given(events, days, st.randoms())
def test_the_order_in_which_events_are_handed_over_does_not_matter(
    before: list[ConsentEvent], today: date, random: object
) -> None:
    shuffled = list(before)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert standing_on(shuffled, today) == standing_on(before, today)


@pytest.mark.parametrize("words", ["child", "The pupil", " themselves ", "y plentyn", "Y disgybl", "nhw eu hunain"])
def test_a_childs_own_answer_is_known_by_its_words_in_english_and_welsh(words: str) -> None:
    assert is_own(words)


@pytest.mark.parametrize("words", ["Dilys Plentyn", "a parent", "rhiant", ""])
def test_other_words_for_a_giver_are_somebody_else(words: str) -> None:
    assert not is_own(words)
