"""How decisions read on screens."""

from __future__ import annotations

import pytest

from app.decision.decide import decide
from app.decision.words import explain_photo, explain_region
from app.domain.consent import Answer
from app.domain.treatment import Reason
from tests.unit.decision.facts import AMARA, BEN, FACEBOOK, PACK, TODAY, event, face, facts, register, text


def said(photo, snapshot, *, sees_register=False):
    decision = decide(photo, snapshot=snapshot, pack=PACK, platform=FACEBOOK, today=TODAY)
    region = decision.regions[0]
    words = explain_region(region, snapshot=snapshot, platform=FACEBOOK, sees_register=sees_register)
    return words, explain_photo(decision, platform=FACEBOOK)


def test_reasons_are_sentences_with_the_childs_name_and_the_platform():
    assert said(facts(face(0, AMARA)), register())[0] == "Amara Okafor: no answer for Facebook."
    assert said(facts(face(0)), register())[0] == "Not named yet, so covered."
    assert said(facts(text("01632 960123", None)), register())[0] == "A name that may not be shown."


@pytest.mark.policy("001-03")
def test_a_hold_reads_like_a_plain_no_to_everybody():
    held = said(facts(face(0, AMARA)), register(event(AMARA), holds=(AMARA,)))
    plain = said(facts(face(0, AMARA)), register(event(AMARA, Answer.NO)))
    assert held[0] == plain[0] == "Amara Okafor: no for Facebook."
    assert held[1] == "Held back from Facebook. Somebody in it may not be shown on Facebook."


def test_who_sees_the_register_reads_the_day_of_a_no():
    words, _photo = said(facts(face(0, AMARA)), register(event(AMARA, Answer.NO)), sees_register=True)
    assert words == "Amara Okafor: no for Facebook (recorded 20 Jun 2026)."


def test_the_photo_as_a_whole_is_one_sentence():
    _words, photo = said(facts(face(0, AMARA), face(1, BEN)), register(event(AMARA)))
    assert photo == "May go out on Facebook; 1 place is covered, 1 face is shown."
    _words, photo = said(facts(face(0, AMARA)), register(event(AMARA)))
    assert photo == "May go out on Facebook as it is."


def test_every_reason_has_words():
    from app.decision.words import _ABOUT_PERSON, _ABOUT_PLACE

    assert set(Reason) == set(_ABOUT_PERSON) | set(_ABOUT_PLACE)
