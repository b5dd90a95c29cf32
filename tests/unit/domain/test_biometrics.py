"""Whether a child's face may be compared: the rule by itself, case by case and for every history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.biometrics import BiometricEvent, BiometricFact, Lack, is_grown_up, standing
from app.domain.matching import MatchingRecord
from app.domain.people import Person, PersonId, PersonKind

TODAY = date(2026, 6, 21)
EARLIER = date(2026, 3, 2)
AMARA = Person(
    PersonId("amara"),
    PersonKind.PUPIL,
    "Amara",
    "Okafor",
    date_of_birth=date(2017, 4, 5),
    on_roll_from=date(2021, 9, 1),
)
NOTICE, YES, OBJECTION = BiometricFact.NOTICE, BiometricFact.YES, BiometricFact.OBJECTION
REFUSES, AGREES, EXCUSED = BiometricFact.CHILD_REFUSES, BiometricFact.CHILD_AGREES_AGAIN, BiometricFact.EXCUSED


@dataclass(frozen=True)
class Contact:
    id: str
    name: str
    parental_responsibility: bool = True
    until: date | None = None


MOTHER, FATHER = Contact("mother", "Mrs Okafor"), Contact("father", "Mr Okafor")
AUNT = Contact("aunt", "Ms Eze", parental_responsibility=False)


def said(fact: BiometricFact, who: Contact | None = None, *, on: date = EARLIER, **more) -> BiometricEvent:
    values = {
        "in_writing": True, "evidence": "form 3", "evidence_file": None,
        "reason": "not to be found" if fact is EXCUSED else "", "giver": "the Head" if fact is EXCUSED else "",
    }  # fmt: skip
    return BiometricEvent(
        id="event", sequence=0, person_id=AMARA.id, fact=fact, contact_id=who.id if who else None, on_day=on,
        recorded_at=datetime(2026, 3, 2, tzinfo=UTC), recorded_by="data", **(values | more),
    )  # fmt: skip


def judge(*events: BiometricEvent, contacts=(MOTHER, FATHER), person=AMARA, today=TODAY, on_hold=False):
    """The standing after these events, recorded in this order."""
    numbered = [replace(event, sequence=number) for number, event in enumerate(events, start=1)]
    return standing(numbered, contacts, person, today, on_hold=on_hold)


def lacks(*events: BiometricEvent, **more) -> list[Lack]:
    return [missing.lack for missing in judge(*events, **more).missing]


TOLD = (said(NOTICE, MOTHER), said(NOTICE, FATHER))
AGREED = (*TOLD, said(YES, MOTHER))

CASES = [
    ("both told and one agreed in writing", AGREED, {}, []),
    ("nothing recorded", (), {}, [Lack.NOT_TOLD, Lack.NOT_TOLD, Lack.NO_YES]),
    ("told, nobody agreed", TOLD, {}, [Lack.NO_YES]),
    ("one parent never told", (said(NOTICE, MOTHER), said(YES, MOTHER)), {}, [Lack.NOT_TOLD]),
    ("told by word of mouth", (said(NOTICE, MOTHER), said(NOTICE, FATHER, in_writing=False), said(YES, MOTHER)), {},
     [Lack.NOT_TOLD]),
    ("one parent excused", (said(NOTICE, MOTHER), said(EXCUSED, FATHER), said(YES, MOTHER)), {}, []),
    ("excused without a reason", (said(NOTICE, MOTHER), said(EXCUSED, FATHER, reason=" "), said(YES, MOTHER)), {},
     [Lack.NOT_TOLD]),
    ("excused by nobody", (said(NOTICE, MOTHER), said(EXCUSED, FATHER, giver=""), said(YES, MOTHER)), {},
     [Lack.NOT_TOLD]),
    ("everybody excused, nobody agreed", (said(EXCUSED, MOTHER), said(EXCUSED, FATHER)), {}, [Lack.NO_YES]),
    ("a spoken yes", (*TOLD, said(YES, MOTHER, in_writing=False)), {}, [Lack.NO_YES]),
    ("a yes nobody can see", (*TOLD, said(YES, MOTHER, evidence=" ")), {}, [Lack.NO_YES]),
    ("a yes in a file", (*TOLD, said(YES, MOTHER, evidence="", evidence_file="ab12")), {}, []),
    ("a yes dated tomorrow", (*TOLD, said(YES, MOTHER, on=TODAY + timedelta(1))), {}, [Lack.NO_YES]),
    ("a yes of somebody without parental responsibility", (*TOLD, said(YES, AUNT)),
     {"contacts": (MOTHER, FATHER, AUNT)}, [Lack.NO_YES]),
    ("a yes of the child", (*TOLD, said(YES)), {}, [Lack.NO_YES]),
    ("no parent in the register", AGREED, {"contacts": (AUNT,)}, [Lack.NO_PARENT]),
    ("a parent whose time is over need not be told", (said(NOTICE, MOTHER), said(YES, MOTHER)),
     {"contacts": (MOTHER, replace(FATHER, until=date(2026, 6, 20)))}, []),
    ("a yes of a parent whose time is over", AGREED,
     {"contacts": (replace(MOTHER, until=date(2026, 6, 20)), FATHER)}, [Lack.NO_YES]),
    ("the other parent objects", (*AGREED, said(OBJECTION, FATHER)), {}, [Lack.OBJECTED]),
    ("the other parent objected before", (*TOLD, said(OBJECTION, FATHER), said(YES, MOTHER)), {}, [Lack.OBJECTED]),
    ("a spoken objection", (*AGREED, said(OBJECTION, FATHER, in_writing=False, evidence="")), {}, [Lack.OBJECTED]),
    ("who agreed takes it back", (*AGREED, said(OBJECTION, MOTHER)), {}, [Lack.OBJECTED]),
    ("and agrees anew in writing", (*AGREED, said(OBJECTION, MOTHER), said(YES, MOTHER)), {}, []),
    ("and agrees anew by word of mouth", (*AGREED, said(OBJECTION, MOTHER), said(YES, MOTHER, in_writing=False)), {},
     [Lack.OBJECTED]),
    ("an older yes found after the objection",
     (*AGREED, said(OBJECTION, MOTHER), said(YES, MOTHER, on=date(2026, 1, 5))), {}, [Lack.OBJECTED]),
    ("the other parent's yes lifts nothing", (*AGREED, said(OBJECTION, FATHER), said(YES, MOTHER)), {},
     [Lack.OBJECTED]),
    ("somebody without parental responsibility objects", (*AGREED, said(OBJECTION, AUNT)),
     {"contacts": (MOTHER, FATHER, AUNT)}, [Lack.OBJECTED]),
    ("a parent objects, nobody knows which", (*AGREED, said(OBJECTION)), {}, [Lack.OBJECTED]),
    ("then one agrees anew", (*AGREED, said(OBJECTION), said(YES, MOTHER)), {}, [Lack.OBJECTED]),
    ("then both agree anew", (*AGREED, said(OBJECTION), said(YES, MOTHER), said(YES, FATHER)), {}, []),
    ("the child says no", (*AGREED, said(REFUSES, in_writing=False, evidence="")), {}, [Lack.CHILD_REFUSED]),
    ("both parents' yes after the child's no", (*AGREED, said(REFUSES), said(YES, MOTHER), said(YES, FATHER)), {},
     [Lack.CHILD_REFUSED]),
    ("the child agrees again", (*AGREED, said(REFUSES), said(AGREES)), {}, []),
    ("the child had agreed before it said no", (*AGREED, said(AGREES), said(REFUSES)), {}, [Lack.CHILD_REFUSED]),
    ("an agreement dated before the refusal", (*AGREED, said(REFUSES), said(AGREES, on=date(2026, 1, 5))), {},
     [Lack.CHILD_REFUSED]),
    ("the child's agreement is no consent", (*TOLD, said(AGREES)), {}, [Lack.NO_YES]),
    ("on hold", AGREED, {"on_hold": True}, [Lack.HELD]),
    ("a leaver", AGREED, {"person": replace(AMARA, kind=PersonKind.LEAVER)}, [Lack.NOT_ON_ROLL]),
    ("the day after the last on roll", AGREED, {"person": replace(AMARA, on_roll_until=date(2026, 6, 20))},
     [Lack.NOT_ON_ROLL]),
    ("the last day on roll", AGREED, {"person": replace(AMARA, on_roll_until=TODAY)}, []),
    ("not on roll yet", AGREED, {"person": replace(AMARA, on_roll_from=date(2026, 9, 1))}, [Lack.NOT_ON_ROLL]),
    ("nobody knows how old", AGREED, {"person": replace(AMARA, date_of_birth=None)}, [Lack.BIRTH_UNKNOWN]),
    ("a sixth-former answers alone", (said(YES, on=TODAY),),
     {"person": replace(AMARA, date_of_birth=date(2008, 6, 22))}, [Lack.NOT_TOLD, Lack.NOT_TOLD, Lack.NO_YES]),
]  # fmt: skip


@pytest.mark.parametrize(("events", "more", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_face_is_compared_only_when_every_parent_was_told_one_agreed_and_nobody_said_no(events, more, expected):
    found = judge(*events, **more)
    assert [missing.lack for missing in found.missing] == expected
    assert found.allows is (not expected)


GROWN = replace(AMARA, date_of_birth=date(2008, 6, 21))

GROWN_CASES = [
    ("parents' consent ends on the birthday", AGREED, [Lack.NO_OWN_YES]),
    ("their own written yes", (said(YES, on=TODAY),), []),
    ("their own yes from before", (said(YES, on=date(2026, 6, 20)),), [Lack.NO_OWN_YES]),
    ("a spoken yes", (said(YES, on=TODAY, in_writing=False),), [Lack.NO_OWN_YES]),
    ("a parent's no binds no adult", (said(OBJECTION, FATHER), said(YES, on=TODAY)), []),
    ("their own no", (said(YES, on=TODAY), said(REFUSES, on=TODAY)), [Lack.CHILD_REFUSED]),
    ("a no said as a child stays theirs", (said(YES, on=TODAY), said(REFUSES)), [Lack.CHILD_REFUSED]),
    ("an objection of nobody knows whom", (said(YES, on=TODAY), said(OBJECTION, on=TODAY)), [Lack.CHILD_REFUSED]),
    ("a yes after their no", (said(REFUSES), said(YES, on=TODAY)), []),
]  # fmt: skip


@pytest.mark.parametrize(("events", "expected"), [c[1:] for c in GROWN_CASES], ids=[c[0] for c in GROWN_CASES])
def test_from_eighteen_only_the_persons_own_written_yes_counts(events, expected):
    assert lacks(*events, person=GROWN) == expected


def test_the_eighteenth_birthday_is_the_first_day_of_being_grown_up():
    born_on_leap_day = replace(AMARA, date_of_birth=date(2008, 2, 29))
    assert [is_grown_up(GROWN, TODAY - timedelta(1)), is_grown_up(GROWN, TODAY)] == [False, True]
    assert [is_grown_up(born_on_leap_day, date(2026, 2, 28)), is_grown_up(born_on_leap_day, date(2026, 3, 1))] == [
        False,
        True,
    ]
    assert is_grown_up(replace(AMARA, date_of_birth=date(2030, 1, 1)), TODAY) is None


def test_every_thing_in_the_way_is_one_plain_sentence_and_a_hold_reads_as_a_no():
    found = judge(said(NOTICE, MOTHER), said(OBJECTION, FATHER), said(REFUSES))
    assert found.words == (
        "They said no themselves on 2 Mar 2026, which comes before every yes.",
        "Mr Okafor said no on 2 Mar 2026, which comes before every yes.",
        "Mr Okafor was not told in writing, and is not excused.",
        "No parent has agreed in writing.",
    )
    assert judge(*AGREED, on_hold=True).words == judge(*AGREED, said(OBJECTION)).words


DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 6, 30))
EVENTS = st.builds(
    said,
    st.sampled_from(BiometricFact),
    st.sampled_from([None, MOTHER, FATHER, AUNT]),
    on=DAYS,
    in_writing=st.booleans(),
    evidence=st.sampled_from(["", "form 3"]),
)
HISTORIES = st.lists(EVENTS, max_size=12)
PEOPLE = st.sampled_from([AMARA, GROWN])
NOES = st.builds(
    said,
    st.just(OBJECTION),
    st.sampled_from([None, MOTHER, FATHER, AUNT]),
    on=DAYS,
    in_writing=st.booleans(),
) | st.builds(said, st.just(REFUSES), on=DAYS)


@given(history=HISTORIES, no=NOES, at=st.integers(0, 12), person=PEOPLE)
def test_a_no_recorded_at_any_time_never_allows_what_was_not_allowed(history, no, at, person):
    with_no = [*history[:at], no, *history[at:]]
    if judge(*with_no, person=person).allows:
        assert judge(*history, person=person).allows


@given(history=HISTORIES, person=PEOPLE, day=DAYS)
def test_a_no_of_the_child_recorded_last_always_stands(history, person, day):
    assert Lack.CHILD_REFUSED in lacks(*history, said(REFUSES, on=day), person=person)


@given(history=HISTORIES, who=st.sampled_from([None, MOTHER, FATHER, AUNT]), day=DAYS)
def test_an_objection_recorded_last_always_stands(history, who, day):
    assert Lack.OBJECTED in lacks(*history, said(OBJECTION, who, on=day), contacts=(MOTHER, FATHER, AUNT))


@given(data=st.data())
def test_no_order_of_recording_lets_a_child_be_compared_who_refused_and_never_agreed_again(data):
    history = data.draw(st.lists(EVENTS.filter(lambda e: e.fact is not AGREES), max_size=10))
    order = data.draw(st.permutations([*AGREED, *history, said(REFUSES)]))
    assert Lack.CHILD_REFUSED in lacks(*order)


@given(data=st.data())
def test_no_order_of_recording_lifts_an_objection_without_a_yes_of_the_same_parent_dated_after_it(data):
    history = data.draw(st.lists(EVENTS.filter(lambda e: (e.fact, e.contact_id) != (YES, "father")), max_size=10))
    early = said(YES, FATHER, on=date(2026, 3, 1))
    order = data.draw(st.permutations([*AGREED, *history, early, said(OBJECTION, FATHER)]))
    assert Lack.OBJECTED in lacks(*order)


@given(history=HISTORIES, person=PEOPLE)
def test_whoever_may_be_compared_agreed_in_writing(history, person):
    found = judge(*history, person=person, contacts=(MOTHER, FATHER, AUNT))
    if found.allows:
        assert any(e.fact is YES and e.in_writing and e.evidence for e in history)


COMPLETE = MatchingRecord(
    dpia_reference="DPIA 12", dpia_date=EARLIER, dpo_name="Kim Reed", review_date=date(2027, 3, 1),
    notices="Letters of March 2026, school website", alternative="Names are typed from the class list", is_on=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("gap", "named"),
    [
        ({"dpia_reference": " "}, "the reference of the impact assessment"),
        ({"dpia_date": None}, "the day the impact assessment was signed"),
        ({"dpia_date": date(2026, 6, 22)}, "the day the impact assessment was signed"),
        ({"dpo_name": ""}, "the name of the data protection officer"),
        ({"review_date": None}, "a review date that is still to come"),
        ({"review_date": TODAY}, "a review date that is still to come"),
        ({"notices": ""}, "where the notices to parents and pupils are"),
        ({"alternative": ""}, "what is done for those who are not compared"),
    ],
)
def test_a_school_compares_no_face_while_anything_is_not_written_down(gap, named):
    assert COMPLETE.compares(TODAY)
    assert replace(COMPLETE, **gap).missing(TODAY) == (named,)
    assert not replace(COMPLETE, **gap).compares(TODAY)


def test_a_complete_record_switches_nothing_on_by_itself():
    assert not replace(COMPLETE, is_on=False).compares(TODAY)
    assert len(MatchingRecord().missing(TODAY)) == 6
