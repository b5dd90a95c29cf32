"""Whom a reviewer has to look for in a photo."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.decision.reverse_check import children_to_ask
from app.domain.consent import Answer
from app.domain.detection import Presence, PresenceAnswer
from app.domain.errors import BugError
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
    event,
    face,
    facts,
    person,
    register,
)  # fmt: skip

CLASS = tuple(p.id for p in (AMARA, BEN, CAITLIN, LEAVER, TEACHER))


def asked(photo, snapshot):
    found = children_to_ask(photo, snapshot=snapshot, pack=PACK, platform=FACEBOOK, today=TODAY)
    return [p.name for p in found]


def answer(who, presence, minutes=0):
    return PresenceAnswer(PHOTO, who.id, presence, "user", AS_OF + timedelta(minutes=minutes))


def test_children_without_a_yes_who_were_not_named_are_asked_for_and_adults_are_not():
    photo = facts(face(0, BEN), roster=CLASS)
    assert asked(photo, register(event(AMARA))) == ["Caitlin Price", "Dev Anand"]


def test_a_hold_asks_even_with_a_yes():
    photo = facts(roster=(AMARA.id,))
    assert asked(photo, register(event(AMARA), holds=(AMARA,))) == ["Amara Okafor"]
    assert asked(photo, register(event(AMARA))) == []
    assert asked(photo, register(event(AMARA), event(AMARA, Answer.NO, sequence=2))) == ["Amara Okafor"]


def test_only_the_answer_that_a_child_is_not_in_the_picture_ends_the_asking():
    photo = facts(roster=(BEN.id,), presence=(answer(BEN, Presence.NOT_IN_PICTURE),))
    assert asked(photo, register()) == []
    pointed = facts(roster=(BEN.id,), presence=(answer(BEN, Presence.IN_PICTURE),))
    assert asked(pointed, register()) == ["Ben Tailor"]
    changed = (answer(BEN, Presence.IN_PICTURE, 5), answer(BEN, Presence.NOT_IN_PICTURE))
    assert asked(facts(roster=(BEN.id,), presence=changed), register()) == ["Ben Tailor"]


def test_somebody_the_register_does_not_know_is_our_mistake():
    with pytest.raises(BugError):
        asked(facts(roster=(person("Ghost").id,)), register())
