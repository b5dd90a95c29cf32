"""Sentences about decisions that hold for every photo and every register."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.decision.decide import decide
from app.decision.fingerprint import fingerprint
from app.domain.consent import Answer, ConsentKind, Platform, PlatformId, RegisterSnapshot
from app.domain.detection import RegionKind, TextKind, Verdict
from app.domain.treatment import Decision, Outcome, Treatment
from tests.unit.decision.facts import (
    EVERYBODY,
    FACEBOOK,
    PACK,
    TODAY,
    WEBSITE,
    event,
    face,
    facts,
    register,
    text,
)

PEOPLE = list(EVERYBODY.values())
PLATFORMS = [FACEBOOK, WEBSITE]

faces = st.lists(
    st.tuples(
        st.sampled_from([None, *PEOPLE]),
        st.sampled_from([None, Verdict.STRANGER, Verdict.NOT_A_FACE, Verdict.UNNAMED]),
        st.booleans(),
    ),
    max_size=5,
).map(lambda drawn: [face(n, who if v is None else None, v, always_cover=c) for n, (who, v, c) in enumerate(drawn)])
texts = st.lists(
    st.builds(
        lambda words, kind, roster: text(words, kind, *roster),
        st.sampled_from(["Amara", "Amara Okafor", "Ben T", "Sports", "Price"]),
        st.sampled_from([None, *TextKind]),
        st.lists(st.sampled_from(PEOPLE), max_size=2),
    ),
    max_size=1,
)
photos = st.builds(
    lambda f, t, roster, analysed: facts(*f, *t, roster=tuple(p.id for p in roster), is_analysed=analysed),
    faces,
    texts,
    st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True),
    st.sampled_from([True, True, True, False]),
)
answers = st.lists(
    st.builds(
        lambda who, answer, kind, platform, giver, confirm: (who, answer, kind, platform, giver, confirm),
        st.sampled_from(PEOPLE),
        st.sampled_from([Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.WITHDRAWN]),
        st.sampled_from([ConsentKind.IMAGE, ConsentKind.NAME]),
        st.sampled_from(PLATFORMS),
        st.sampled_from(["mother", "father", "child"]),
        st.sampled_from([False, False, True]),
    ),
    max_size=25,
).map(
    lambda drawn: [
        event(who, answer, kind=kind, platform=platform, sequence=n, giver=giver, to_confirm=confirm)
        for n, (who, answer, kind, platform, giver, confirm) in enumerate(drawn, start=1)
    ]
)
held = st.lists(st.sampled_from(PEOPLE), max_size=1).map(tuple)


def decided(photo, snapshot: RegisterSnapshot, platform: Platform, pack=PACK) -> Decision:
    return decide(photo, snapshot=snapshot, pack=pack, platform=platform, today=TODAY)


def visible(decision: Decision) -> set[str]:
    """The regions anybody could see if the photo went out."""
    if decision.outcome is Outcome.WITHHELD:
        return set()
    return {r.region_id for r in decision.regions if r.treatment is Treatment.KEEP}


@settings(max_examples=150, deadline=None)
@given(photos, answers, held, st.sampled_from(PEOPLE), st.sampled_from(list(Answer)[1:]), st.data())
def test_saying_no_or_withdrawing_never_uncovers_anything_on_any_platform(photo, events, holds, who, answer, data):
    platform, kind = data.draw(st.sampled_from(PLATFORMS)), data.draw(st.sampled_from(list(ConsentKind)))
    giver = data.draw(st.sampled_from(["mother", "father", "child", "guardian"]))
    added = event(who, answer, kind=kind, platform=platform, sequence=1000, giver=giver)
    before, after = register(*events, holds=holds), register(*events, added, holds=holds)
    for place in PLATFORMS:
        assert visible(decided(photo, after, place)) <= visible(decided(photo, before, place))


@settings(max_examples=150, deadline=None)
@given(photos, answers, held, st.data())
def test_taking_every_yes_of_a_person_away_never_uncovers_anything(photo, events, holds, data):
    who, platform = data.draw(st.sampled_from(PEOPLE)), data.draw(st.sampled_from(PLATFORMS))
    fewer = [e for e in events if (e.person_id, e.platform_id, e.answer) != (who.id, platform.id, Answer.YES)]
    before, after = register(*events, holds=holds), register(*fewer, holds=holds)
    for place in PLATFORMS:
        assert visible(decided(photo, after, place)) <= visible(decided(photo, before, place))


@settings(max_examples=150, deadline=None)
@given(photos, answers, held, st.sampled_from(PEOPLE))
def test_a_new_hold_never_uncovers_anything(photo, events, holds, who):
    before, after = register(*events, holds=holds), register(*events, holds=(*holds, who))
    for place in PLATFORMS:
        assert visible(decided(photo, after, place)) <= visible(decided(photo, before, place))


@settings(max_examples=100, deadline=None)
@given(photos)
def test_without_a_record_every_person_is_covered_on_every_platform(photo):
    for place in PLATFORMS:
        decision = decided(photo, register(), place)
        assert all(r.person_id is None for r in decision.regions if r.treatment is Treatment.KEEP)
        assert all(r.reason == "not-a-face" for r in decision.shown)


@settings(max_examples=100, deadline=None)
@given(photos, answers, held)
def test_a_new_platform_shows_nobody(photo, events, holds):
    new = Platform(PlatformId("next-big-thing"), "Next Big Thing")
    decision = decided(photo, register(*events, holds=holds), new)
    assert all(r.person_id is None for r in decision.regions if r.treatment is Treatment.KEEP)


@settings(max_examples=100, deadline=None)
@given(photos, answers, held, st.randoms())
def test_deciding_twice_or_in_another_order_gives_the_same(photo, events, holds, random):
    shuffled = list(photo.regions)
    random.shuffle(shuffled)
    first = decided(photo, register(*events, holds=holds), FACEBOOK)
    again = decided(replace(photo, regions=tuple(shuffled)), register(*events, holds=holds), FACEBOOK)
    assert first == again
    assert fingerprint(first) == fingerprint(again)


@settings(max_examples=100, deadline=None)
@given(photos, answers, held)
def test_every_region_is_decided_with_a_clause_and_a_cover_that_holds_its_box(photo, events, holds):
    decision = decided(photo, register(*events, holds=holds), FACEBOOK)
    assert {r.region_id for r in decision.regions} == {r.id for r in photo.regions}
    assert all(r.clause and r.cover_box.contains(r.box) for r in decision.regions)


@settings(max_examples=100, deadline=None)
@given(photos, answers, held)
def test_obscuring_every_pupil_shows_no_child(photo, events, holds):
    pack = replace(PACK, obscure_every_pupil=True)
    decision = decided(photo, register(*events, holds=holds), FACEBOOK, pack)
    children = {p.id for p in PEOPLE if p.kind.is_child}
    assert not [r for r in decision.shown if r.kind is RegionKind.FACE and r.person_id in children]
