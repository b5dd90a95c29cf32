"""Who is shown, covered or held back, case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.decision.decide import cover_box, decide
from app.decision.reverse_check import children_to_ask
from app.domain.consent import Answer, ConsentKind
from app.domain.detection import Presence, PresenceAnswer, RegionKind, TextKind, Verdict
from app.domain.errors import BugError
from app.domain.geometry import Box
from app.domain.treatment import Outcome, Reason, Treatment
from tests.unit.decision.facts import (
    AMARA,
    AS_OF,
    BEN,
    CAITLIN,
    FACEBOOK,
    LEAVER,
    PACK,
    PHOTO,
    TEACHER,
    TODAY,
    WEBSITE,
    event,
    face,
    facts,
    other,
    person,
    register,
    text,
)


def decided(photo, snapshot, platform=FACEBOOK, pack=PACK, today=TODAY):
    return decide(photo, snapshot=snapshot, pack=pack, platform=platform, today=today)


def only(photo, snapshot, **more):
    [region] = decided(photo, snapshot, **more).regions
    return region.treatment, region.reason


KEEP, COVER, WITHHOLD = Treatment.KEEP, Treatment.COVER, Treatment.WITHHOLD

FACES = [
    ("a yes on this platform", [event(AMARA)], face(0, AMARA), (KEEP, Reason.CONSENT_YES)),
    ("no record", [], face(0, AMARA), (COVER, Reason.CONSENT_NOT_ASKED)),
    ("a yes elsewhere", [event(AMARA, platform=WEBSITE)], face(0, AMARA), (COVER, Reason.CONSENT_NOT_ASKED)),
    ("a yes to the name only", [event(AMARA, kind=ConsentKind.NAME)], face(0, AMARA),
     (COVER, Reason.CONSENT_NOT_ASKED)),
    ("a no", [event(AMARA, Answer.NO)], face(0, AMARA), (COVER, Reason.CONSENT_NO)),
    ("withdrawn", [event(AMARA), event(AMARA, Answer.WITHDRAWN, sequence=2)], face(0, AMARA),
     (COVER, Reason.CONSENT_WITHDRAWN)),
    ("one parent says no", [event(AMARA), event(AMARA, Answer.NO, sequence=2, giver="father")], face(0, AMARA),
     (COVER, Reason.CONSENT_NO)),
    ("ran out yesterday", [event(AMARA, valid_until=date(2026, 6, 20))], face(0, AMARA),
     (COVER, Reason.CONSENT_EXPIRED)),
    ("its last day", [event(AMARA, valid_until=TODAY)], face(0, AMARA), (KEEP, Reason.CONSENT_YES)),
    ("to be confirmed", [event(AMARA, to_confirm=True)], face(0, AMARA), (COVER, Reason.CONSENT_TO_CONFIRM)),
    ("a leaver with a yes", [event(LEAVER)], face(0, LEAVER), (COVER, Reason.LEFT_SCHOOL)),
    ("not named", [event(AMARA)], face(0), (COVER, Reason.UNNAMED)),
    ("a stranger", [event(AMARA)], face(0, verdict=Verdict.STRANGER), (COVER, Reason.STRANGER)),
    ("nobody the register knows", [], face(0, person("Ghost")), (COVER, Reason.UNKNOWN_PERSON)),
    ("no face at all", [], face(0, verdict=Verdict.NOT_A_FACE), (KEEP, Reason.NOT_A_FACE)),
    ("covered by hand", [event(AMARA)], face(0, AMARA, always_cover=True), (COVER, Reason.COVERED_BY_HAND)),
    ("an adult with permission", [event(TEACHER)], face(0, TEACHER), (KEEP, Reason.ADULT_PERMISSION)),
    ("an adult without", [], face(0, TEACHER), (COVER, Reason.ADULT_NO_PERMISSION)),
]  # fmt: skip


@pytest.mark.policy("002-18")
@pytest.mark.parametrize(("events", "region", "expected"), [c[1:] for c in FACES], ids=[c[0] for c in FACES])
def test_a_face_is_shown_only_by_a_yes_in_force_on_this_platform(events, region, expected):
    assert only(facts(region), register(*events)) == expected


TEXTS = [
    ("a name without consent", [], text("Amara", TextKind.NAME, AMARA), (COVER, Reason.NAME_WITHOUT_CONSENT)),
    ("a name with image consent only", [event(AMARA)], text("Amara", TextKind.NAME, AMARA),
     (COVER, Reason.NAME_WITHOUT_CONSENT)),
    ("a first name with consent", [event(AMARA, kind=ConsentKind.NAME)], text("Amara", TextKind.NAME, AMARA),
     (KEEP, Reason.NAME_CONSENT)),
    ("a full name with consent", [event(AMARA, kind=ConsentKind.NAME)], text("Amara Okafor", TextKind.NAME, AMARA),
     (COVER, Reason.FULL_NAME)),
    ("a misread surname", [event(AMARA, kind=ConsentKind.NAME)], text("Amara 0kafar", TextKind.NAME, AMARA),
     (COVER, Reason.FULL_NAME)),
    ("one of two possible children agreed", [event(AMARA, kind=ConsentKind.NAME)],
     text("Amara", TextKind.NAME, AMARA, CAITLIN), (COVER, Reason.NAME_WITHOUT_CONSENT)),
    ("a name of nobody we know", [], text("Zebedee"), (COVER, Reason.NAME_WITHOUT_CONSENT)),
    ("a leaver's name", [event(LEAVER, kind=ConsentKind.NAME)], text("Dev", TextKind.NAME, LEAVER),
     (COVER, Reason.LEFT_SCHOOL)),
    ("plain words that resemble a pupil", [], text("Okafor", TextKind.OTHER, AMARA),
     (COVER, Reason.NAME_WITHOUT_CONSENT)),
    ("plain words", [], text("Sports Day 2026", TextKind.OTHER), (KEEP, Reason.HARMLESS_TEXT)),
    ("a certificate", [], text("Star of the Week", TextKind.CERTIFICATE), (COVER, Reason.CERTIFICATE)),
    ("a telephone number", [], text("01632 960123", TextKind.CONTACT), (COVER, Reason.PERSONAL_DETAILS)),
    ("a date of birth", [], text("14/03/2017", TextKind.DATE_OF_BIRTH), (COVER, Reason.PERSONAL_DETAILS)),
    ("a pupil number", [], text("H801200001001", TextKind.UPN), (COVER, Reason.PERSONAL_DETAILS)),
    ("drawn round by a person", [], text("", None), (COVER, Reason.NAME_WITHOUT_CONSENT)),
    ("read by a person", [], text("Price list", TextKind.NAME, CAITLIN, verdict=Verdict.NOT_A_NAME),
     (KEEP, Reason.HARMLESS_TEXT)),
    ("no crest, says a person", [], replace(other(RegionKind.MARK), verdict=Verdict.NOT_A_FACE),
     (KEEP, Reason.NOT_A_MARK)),
    ("a crest", [], other(RegionKind.MARK), (COVER, Reason.MARK_WITHOUT_PERMISSION)),
    ("maybe a person", [], other(RegionKind.HINT), (COVER, Reason.MAYBE_A_PERSON)),
    ("maybe a person, but nobody is there", [], replace(other(RegionKind.HINT), verdict=Verdict.NOT_A_FACE),
     (KEEP, Reason.NOT_A_FACE)),
    ("a place a person drew", [], other(RegionKind.OTHER), (COVER, Reason.COVERED_BY_HAND)),
]  # fmt: skip


@pytest.mark.policy("002-21")
@pytest.mark.policy("002-20")
@pytest.mark.parametrize(("events", "region", "expected"), [c[1:] for c in TEXTS], ids=[c[0] for c in TEXTS])
def test_words_and_marks_stay_only_when_they_say_nothing_of_anybody_who_did_not_agree(events, region, expected):
    assert only(facts(region), register(*events)) == expected


@pytest.mark.policy("002-19")
def test_a_yes_for_facebook_clears_nothing_on_the_website():
    photo, snapshot = facts(face(0, AMARA)), register(event(AMARA))
    assert decided(photo, snapshot, FACEBOOK).outcome is Outcome.CLEAR
    assert decided(photo, snapshot, WEBSITE).outcome is Outcome.COVERED


@pytest.mark.policy("001-03")
def test_a_hold_on_a_named_child_or_adult_holds_the_photo_back():
    for who in (AMARA, TEACHER):
        decision = decided(facts(face(0, who), face(1, BEN)), register(event(who), event(BEN), holds=(who,)))
        assert decision.outcome is Outcome.WITHHELD
        assert decision.regions[0].reason is Reason.HELD


def test_a_hold_in_the_class_holds_back_pictures_with_unnamed_people_until_the_dsl_looked():
    snapshot = register(event(AMARA), holds=(CAITLIN,))
    photo = facts(face(0, AMARA), face(1), roster=(AMARA.id, CAITLIN.id))
    assert decided(photo, snapshot).withheld_because == (Reason.HELD,)
    assert decided(replace(photo, cleared_by_dsl=frozenset({CAITLIN.id})), snapshot).outcome is Outcome.COVERED
    all_named = facts(face(0, AMARA), roster=(AMARA.id, CAITLIN.id))
    assert decided(all_named, snapshot).outcome is Outcome.CLEAR
    pointed = replace(photo, roster=(), presence=(PresenceAnswer(PHOTO, CAITLIN.id, Presence.IN_PICTURE, "u", AS_OF),))
    assert decided(pointed, snapshot).outcome is Outcome.WITHHELD


def test_a_child_who_asked_not_to_appear_holds_the_photo_back_even_when_not_named():
    photo = facts(face(0, AMARA), refused_here=frozenset({BEN.id}))
    assert decided(photo, register(event(AMARA))).withheld_because == (Reason.ASKED_NOT_TO_APPEAR,)


def test_a_person_named_on_two_faces_is_covered_on_both():
    decision = decided(facts(face(0, AMARA), face(1, AMARA), face(2, BEN)), register(event(AMARA), event(BEN)))
    assert [r.reason for r in decision.regions] == [Reason.NAMED_TWICE, Reason.NAMED_TWICE, Reason.CONSENT_YES]


def test_a_photo_that_was_not_looked_at_completely_is_held_back():
    decision = decided(facts(face(0, AMARA), is_analysed=False), register(event(AMARA)))
    assert decision.withheld_because == (Reason.NOT_ANALYSED,)


@pytest.mark.parametrize(
    ("as_of", "reason"),
    [
        (None, Reason.REGISTER_TOO_OLD),
        (AS_OF - timedelta(days=31), Reason.REGISTER_TOO_OLD),
        (AS_OF - timedelta(days=30), Reason.CONSENT_YES),
        (datetime(2026, 6, 21, 22, 59, tzinfo=UTC), Reason.CONSENT_YES),
        (datetime(2026, 6, 21, 23, 1, tzinfo=UTC), Reason.REGISTER_TOO_OLD),
    ],
)
def test_consents_that_are_too_old_or_from_the_future_clear_nobody(as_of, reason):
    assert only(facts(face(0, AMARA)), register(event(AMARA), as_of=as_of))[1] is reason


def test_the_profile_that_obscures_every_pupil_overrides_every_yes_but_leaves_adults():
    pack = replace(PACK, obscure_every_pupil=True)
    decision = decided(facts(face(0, AMARA), face(1, TEACHER)), register(event(AMARA), event(TEACHER)), pack=pack)
    assert [r.reason for r in decision.regions] == [Reason.EVERY_PUPIL_COVERED, Reason.ADULT_PERMISSION]


def test_a_pack_may_cover_every_adult_whatever_they_agreed_to():
    pack = replace(PACK, obscure_every_adult=True)
    decision = decided(facts(face(0, AMARA), face(1, TEACHER)), register(event(AMARA), event(TEACHER)), pack=pack)
    assert [r.reason for r in decision.regions] == [Reason.CONSENT_YES, Reason.ADULT_NO_PERMISSION]


def test_a_school_may_let_every_yes_end_after_a_year():
    pack = replace(PACK, consent_max_age_days=200)
    assert only(facts(face(0, AMARA)), register(event(AMARA)), pack=pack) == (COVER, Reason.CONSENT_EXPIRED)


def test_a_region_taken_away_decides_nothing():
    assert decided(facts(replace(face(0), removed=True)), register()).regions == ()


def test_the_record_and_the_clause_stand_beside_every_reason():
    yes = event(AMARA)
    [shown, covered] = decided(facts(face(0, AMARA), face(1)), register(yes)).regions
    assert (shown.record, shown.clause) == (yes.id, "002-19")
    assert (covered.record, covered.clause) == (None, "004-32")


def test_a_cover_reaches_the_whole_head_inside_the_picture():
    region = replace(face(0), box=Box(0, 0, 40, 50))
    assert cover_box(region, width=1000, height=500) == Box(0, 0, 52, 63)
    middle = cover_box(face(1), width=1000, height=500)
    assert middle.left <= face(1).box.left - 10
    assert middle.top <= face(1).box.top - 25


def test_a_cover_of_words_reaches_past_their_box():
    region = text("Amara")
    grown = cover_box(region, width=1000, height=500)
    assert grown.contains(region.box)
    assert grown.left == region.box.left - 8


def test_a_shown_face_beside_a_covered_head_loses_what_the_cover_needs():
    near = replace(face(1), box=Box(85, 60, 125, 110))
    decision = decided(facts(face(0, AMARA), near), register(event(AMARA)))
    assert decision.regions[0].treatment is KEEP
    assert decision.covers[0].intersection(decision.regions[0].box) is not None


def test_a_region_outside_its_picture_is_our_mistake():
    with pytest.raises(BugError, match="outside"):
        decided(facts(replace(face(0), box=Box(5000, 10, 5010, 20))), register())


def test_leaving_a_held_child_off_the_list_does_not_clear_the_class():
    in_oak = {p.id: replace(p, registration_group="Oak") for p in (AMARA, CAITLIN)}
    snapshot = replace(register(event(AMARA), holds=(CAITLIN,)), people=in_oak)
    shorter = facts(face(0, AMARA), face(1), roster=(AMARA.id,))
    assert decided(shorter, snapshot).outcome is Outcome.WITHHELD
    assert [p.id for p in children_to_ask(
        shorter, snapshot=snapshot, pack=PACK, platform=FACEBOOK, today=TODAY
    )] == [CAITLIN.id]  # fmt: skip


def test_without_a_list_any_child_on_hold_holds_back_pictures_with_unnamed_people():
    assert decided(facts(face(0)), register(holds=(CAITLIN,))).outcome is Outcome.WITHHELD
    assert decided(facts(face(0)), register(holds=(TEACHER,))).outcome is Outcome.COVERED


def test_calling_a_clear_face_no_face_does_not_end_the_look_for_a_held_child():
    snapshot = register(event(AMARA), holds=(CAITLIN,))
    for score, expected in ((0.9, Outcome.WITHHELD), (0.3, Outcome.CLEAR)):
        denied = replace(face(1), verdict=Verdict.NOT_A_FACE, score=score)
        photo = facts(face(0, AMARA), denied, roster=(AMARA.id, CAITLIN.id))
        assert decided(photo, snapshot).outcome is expected
