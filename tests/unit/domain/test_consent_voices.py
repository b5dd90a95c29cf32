"""Who may say yes, from which birthday a pupil is asked, and what settles a no nobody knows the giver of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.consent import (
    A_PARENT,
    CHILD,
    SELF,
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    ConsentStatus,
    PlatformId,
    RegisterSnapshot,
    Voices,
    birthday,
    counting,
    standing_on,
)
from app.domain.people import Person, PersonKind
from tests.unit.domain.consent_events import (
    AMARA,
    BEN,
    CONTACTS,
    FATHER,
    FORMER,
    MOTHER,
    OTHERS,
    TODAY,
    UNCLE,
    VOICES,
    days,
    givers,
    histories,
    said,
    voices,
)

YES, NO, WITHDRAWN = Answer.YES, Answer.NO, Answer.WITHDRAWN
DAY = timedelta(days=1)


def status(*events: ConsentEvent, who: Voices = VOICES, today: date = TODAY) -> ConsentStatus:
    return standing_on(events, today, who).status


def test_a_parent_with_responsibility_says_yes_and_one_without_cannot() -> None:
    assert status(said(1, YES, MOTHER)) is ConsentStatus.YES
    assert status(said(1, YES, UNCLE)) is not ConsentStatus.YES


def test_a_parent_whose_responsibility_has_ended_speaks_no_more_but_their_no_stays() -> None:
    assert status(said(1, YES, FORMER)) is ConsentStatus.EXPIRED
    assert standing_on([said(1, YES, FORMER, valid_from=TODAY - DAY)], TODAY - DAY, VOICES).allows
    assert status(said(1, YES, MOTHER), said(2, NO, FORMER)) is ConsentStatus.NO


def test_anybody_may_say_no_with_or_without_responsibility() -> None:
    assert status(said(1, YES, MOTHER), said(2, NO, UNCLE)) is ConsentStatus.NO


def test_somebody_elses_or_an_unknown_contact_cannot_say_yes() -> None:
    assert status(said(1, YES, OTHERS)) is not ConsentStatus.YES
    assert status(said(1, YES, MOTHER), who=Voices()) is not ConsentStatus.YES


def test_two_parents_who_disagree_mean_no_in_either_order() -> None:
    assert status(said(1, YES, MOTHER), said(2, NO, FATHER)) is ConsentStatus.NO
    assert status(said(1, NO, FATHER), said(2, YES, MOTHER)) is ConsentStatus.NO


def test_a_parents_own_yes_lifts_only_their_own_no() -> None:
    assert status(said(1, NO, MOTHER), said(2, YES, MOTHER)) is ConsentStatus.YES
    assert status(said(1, NO, MOTHER), said(2, NO, FATHER), said(3, YES, MOTHER)) is ConsentStatus.NO


def test_a_no_of_nobody_knows_which_parent_outlasts_every_parents_yes() -> None:
    assert status(said(1, NO, A_PARENT), said(2, YES, MOTHER), said(3, YES, FATHER)) is ConsentStatus.NO
    assert status(said(1, NO, A_PARENT), said(2, YES, A_PARENT)) is ConsentStatus.NO


def test_each_no_at_the_desk_is_settled_by_itself() -> None:
    first, second = said(1, NO, A_PARENT), said(2, NO, A_PARENT)
    that_was_mother = said(3, NO, MOTHER, supersedes=first.id)
    assert status(first, second, that_was_mother, said(4, YES, MOTHER)) is ConsentStatus.NO
    that_was_she_too = said(5, NO, MOTHER, supersedes=second.id)
    assert status(first, second, that_was_mother, that_was_she_too, said(6, YES, MOTHER)) is ConsentStatus.YES


def test_a_no_that_was_a_known_parents_is_hers_alone_to_change() -> None:
    at_the_desk, hers = said(1, NO, A_PARENT), said(2, NO, MOTHER, supersedes=ConsentEventId("event-1"))
    assert status(at_the_desk, hers) is ConsentStatus.NO
    assert status(at_the_desk, hers, said(3, YES, FATHER)) is ConsentStatus.NO
    assert status(at_the_desk, hers, said(3, YES, MOTHER)) is ConsentStatus.YES


def test_a_misunderstanding_brings_back_what_was_before_and_is_no_yes_itself() -> None:
    settled = said(3, YES, A_PARENT, supersedes=ConsentEventId("event-2"), to_confirm=True, contact_id=MOTHER.id)
    at_the_desk = said(2, NO, A_PARENT)
    assert status(said(1, YES, FATHER), at_the_desk, settled) is ConsentStatus.YES
    assert status(at_the_desk, settled) is ConsentStatus.NOT_ASKED


@pytest.mark.parametrize(
    "pointing",
    [
        said(2, NO, MOTHER, supersedes=ConsentEventId("event-9")),
        said(2, NO, MOTHER, supersedes=ConsentEventId("event-1"), platform_id=PlatformId("website")),
        said(2, NO, MOTHER, supersedes=ConsentEventId("event-1"), kind=ConsentKind.NAME),
        said(2, NO, MOTHER, supersedes=ConsentEventId("event-1"), person_id=BEN),
        said(2, NO, MOTHER, supersedes=ConsentEventId("event-1"), source="batch:4"),
        said(2, YES, MOTHER, supersedes=ConsentEventId("event-1")),
        said(2, YES, MOTHER, supersedes=ConsentEventId("event-1"), to_confirm=True),
        said(2, NO, "Mrs Okafor", supersedes=ConsentEventId("event-1")),
        said(0, NO, MOTHER, supersedes=ConsentEventId("event-1")),
    ],
    ids=["unknown", "platform", "kind", "person", "list", "a yes", "to confirm", "no contact", "earlier"],
)
def test_what_points_at_the_wrong_event_or_is_no_settlement_settles_nothing(pointing: ConsentEvent) -> None:
    at_the_desk = said(1, NO, A_PARENT)
    assert at_the_desk in counting([at_the_desk, pointing])
    assert status(at_the_desk, pointing, said(3, YES, MOTHER)) is ConsentStatus.NO


@pytest.mark.parametrize("giver", [CHILD, MOTHER])
def test_what_a_child_or_a_known_parent_said_cannot_be_settled_by_others(giver) -> None:
    theirs = said(1, NO, giver)
    pointing = said(2, NO, FATHER, supersedes=theirs.id)
    assert status(theirs, pointing, said(3, YES, FATHER)) is ConsentStatus.NO


def test_settling_a_no_does_not_bring_that_givers_older_yes_back() -> None:
    older, no = said(1, YES, "Mr O"), said(2, NO, "Mr O")
    hers = said(3, NO, FORMER, supersedes=no.id)
    assert status(older, no, hers, said(4, YES, FORMER)) is not ConsentStatus.YES


@pytest.mark.policy("004-13")
def test_under_sixteen_a_parent_signs_and_the_pupils_own_yes_does_not_count() -> None:
    under = replace(VOICES, asked_from=TODAY + DAY)
    assert status(said(1, YES, MOTHER), who=under) is ConsentStatus.YES
    assert status(said(1, YES, CHILD), who=under) is ConsentStatus.NOT_ASKED
    assert status(said(1, YES, MOTHER), said(2, NO, CHILD), who=under) is ConsentStatus.NO


@pytest.mark.policy("004-13")
def test_from_the_sixteenth_birthday_the_parents_yes_waits_for_the_pupil() -> None:
    over = replace(VOICES, asked_from=TODAY)
    parents = said(1, YES, MOTHER, valid_from=TODAY - 300 * DAY)
    assert standing_on([parents], TODAY - DAY, over).allows
    assert status(parents, who=over) is ConsentStatus.ASK_PUPIL
    assert not standing_on([parents], TODAY, over).allows
    assert status(parents, said(2, YES, CHILD), who=over) is ConsentStatus.YES
    assert status(said(2, YES, CHILD), who=over) is ConsentStatus.YES


@pytest.mark.policy("004-13")
def test_a_yes_the_pupil_gave_while_too_young_does_not_begin_to_count_on_the_birthday() -> None:
    over = replace(VOICES, asked_from=TODAY)
    early = said(2, YES, CHILD, valid_from=TODAY - DAY)
    assert status(said(1, YES, MOTHER), early, who=over) is ConsentStatus.ASK_PUPIL


@pytest.mark.policy("004-13")
def test_a_parents_no_still_binds_when_the_pupil_is_asked() -> None:
    over = replace(VOICES, asked_from=TODAY)
    assert status(said(1, NO, MOTHER), said(2, YES, CHILD), who=over) is ConsentStatus.NO


def test_an_adult_answers_for_themselves_and_no_contact_does() -> None:
    adult = replace(VOICES, is_adult=True)
    assert status(said(1, YES, SELF), who=adult) is ConsentStatus.YES
    assert status(said(1, YES, MOTHER), who=adult) is not ConsentStatus.YES
    assert status(said(1, YES, SELF), said(2, NO, SELF), who=adult) is ConsentStatus.NO


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(2010, 6, 21), 16, date(2026, 6, 21)),
        (date(2012, 2, 29), 16, date(2028, 2, 29)),
        (date(2012, 2, 29), 13, date(2025, 3, 1)),
        (date(2084, 2, 29), 16, date(2100, 3, 1)),
    ],
)
def test_a_birthday_on_29_february_falls_on_1_march_in_a_common_year(born: date, age: int, day: date) -> None:
    assert birthday(born, age) == day


def pupil(**more: object) -> Person:
    return replace(Person(AMARA, PersonKind.PUPIL, "Amara", "Okafor"), **more)  # type: ignore[arg-type]


def register(person: Person, *events: ConsentEvent, age: int | None = 16) -> RegisterSnapshot:
    key = (AMARA, ConsentKind.IMAGE, PlatformId("facebook"))
    return RegisterSnapshot({person.id: person}, {key: events}, contacts=CONTACTS, own_consent_age=age)


def in_register(snapshot: RegisterSnapshot, today: date = TODAY) -> ConsentStatus:
    standing = snapshot.standing(AMARA, kind=ConsentKind.IMAGE, platform_id=PlatformId("facebook"), today=today)
    return standing.status


@pytest.mark.policy("004-13")
@pytest.mark.parametrize(
    ("born", "age", "expected"),
    [
        (date(2010, 6, 21), 16, ConsentStatus.ASK_PUPIL),
        (date(2010, 6, 22), 16, ConsentStatus.YES),
        (date(2010, 6, 21), 18, ConsentStatus.YES),
        (date(2010, 6, 21), None, ConsentStatus.YES),
        (None, 16, ConsentStatus.YES),
    ],
)
def test_the_register_goes_by_the_date_of_birth_and_the_schools_setting(born, age, expected) -> None:
    assert in_register(register(pupil(date_of_birth=born), said(1, YES), age=age)) is expected


@pytest.mark.policy("003-08")
def test_leaving_ends_every_yes_after_the_last_day_and_no_refusal() -> None:
    left = pupil(on_roll_until=TODAY)
    assert in_register(register(left, said(1, YES))) is ConsentStatus.YES
    assert in_register(register(left, said(1, YES)), TODAY + DAY) is ConsentStatus.EXPIRED
    assert in_register(register(left, said(1, NO)), TODAY + DAY) is ConsentStatus.NO
    assert in_register(register(pupil(kind=PersonKind.LEAVER), said(1, YES))) is ConsentStatus.EXPIRED


refusals = st.sampled_from([NO, WITHDRAWN])


@settings(max_examples=600, deadline=None)
@given(histories(), refusals, givers, voices, days, st.none() | st.integers(1, 9), st.booleans())
def test_recording_a_refusal_never_allows_anything_whatever_it_points_at(
    before, answer, giver, who, today, points_at, from_list
) -> None:
    added = said(
        100, answer, giver, source="batch:1" if from_list else "",
        supersedes=None if points_at is None else ConsentEventId(f"event-{points_at}"),
    )  # fmt: skip
    assert not standing_on([*before, added], today, who).allows


@settings(max_examples=600, deadline=None)
@given(histories(), refusals, givers, voices, days, st.integers(0, 8))
def test_a_refusal_said_earlier_never_allows_what_was_not_allowed(before, answer, giver, who, today, place) -> None:
    earlier = [replace(e, sequence=2 * e.sequence) for e in before]
    added = replace(said(1, answer, giver, id=ConsentEventId("added")), sequence=2 * place + 1)
    if not standing_on(earlier, today, who).allows:
        assert not standing_on([*earlier, added], today, who).allows


@settings(max_examples=400, deadline=None)
@given(histories(), voices, days)
def test_only_a_yes_in_force_allows_and_it_names_one(before, who, today) -> None:
    standing = standing_on(before, today, who)
    if standing.allows:
        assert standing.event is not None
        assert standing.event.answer is YES
        assert standing.event.lasts_on(today)
        assert not standing.event.to_confirm
        assert who.may_say_yes(standing.event, today)
        assert standing.event.is_own or not who.are_asked_on(today)


@settings(max_examples=400, deadline=None)
@given(histories(), voices, days, st.randoms())
def test_the_order_in_which_events_are_handed_over_does_not_matter(before, who, today, random) -> None:
    shuffled = list(before)
    random.shuffle(shuffled)
    assert standing_on(shuffled, today, who) == standing_on(before, today, who)


@settings(max_examples=300, deadline=None)
@given(histories(), voices, days)
def test_without_a_single_yes_nothing_is_ever_allowed(before, who, today) -> None:
    assert not standing_on([e for e in before if e.answer is not YES], today, who).allows
