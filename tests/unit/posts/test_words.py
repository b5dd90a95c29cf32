"""Names and personal details in captions and descriptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.consent import ConsentKind
from app.domain.post import Post, PostId, PostPicture, PostPlatform, PostState
from app.posts.names import NameHit, names_in
from app.posts.patterns import personal_details
from app.posts.words import word_findings
from tests.unit.decision.facts import (
    AMARA,
    AS_OF,
    BEN,
    CAITLIN,
    EVERYBODY,
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

DETAILS = [
    ("Ring 01942 000 111 for tickets", "contact-in-words"),
    ("Ring (01942) 000111", "contact-in-words"),
    ("Text +44 7700 900123", "contact-in-words"),
    ("Write to amara@example.org", "contact-in-words"),
    ("She lives near WN2 3AB", "contact-in-words"),
    ("Meet at 12 Mill Lane", "contact-in-words"),
    ("He was born 04/05/2015", "birth-date-in-words"),
    ("14.3.2017 is her day", "birth-date-in-words"),
    ("H801200001001 won", "pupil-number-in-words"),
    ("Well done @amara_okafor", "handle-in-words"),
]
HARMLESS = ["We raised £1,200 on 21/06/2026.", "120 children ran 5 km at 10:30.", "Year 4 won 3-2!", "B&Q gave us wood"]


@pytest.mark.policy("004-21")
@pytest.mark.policy("001-04")
@pytest.mark.parametrize(("words", "code"), DETAILS)
def test_personal_details_are_found(words, code):
    found = personal_details(words, birth_dates=frozenset({date(2017, 3, 14)}))
    assert code in [detail.code for detail in found]


@pytest.mark.parametrize("words", HARMLESS)
def test_numbers_dates_and_money_are_left_alone(words):
    assert personal_details(words, birth_dates=frozenset({date(2017, 3, 14)})) == ()


NAMES = [
    ("Well done Amara Okafor!", NameHit.FULL),
    ("Well done amara okafor", NameHit.FULL),
    ("OKAFOR, Amara", NameHit.FULL),
    ("A. Okafor came first", NameHit.FULL),
    ("Amara came first", NameHit.FIRST),
    ("Amara's picture", NameHit.FIRST),
    ("Ámara won", NameHit.FIRST),
    ("well done benjamin", NameHit.FIRST),
    ("Ben won", NameHit.FIRST),
    ("The Okafor family", NameHit.SURNAME),
]


@pytest.mark.parametrize(("words", "hit"), NAMES)
def test_names_are_found_in_any_case_order_and_accent(words, hit):
    assert [named.hit for named in names_in(words, EVERYBODY)] == [hit]


def test_ordinary_words_are_no_names_and_doubtful_ones_are_asked_about():
    people = {p.id: p for p in (person("Will", "Moss"), person("Joy", "Price"))}
    assert names_in("we will see moss and joy at any price", people) == ()
    assert [n.doubtful for n in names_in("Joy all around", people)] == [True]
    assert [(n.hit, n.doubtful) for n in names_in("Joy Price won", people)] == [(NameHit.FULL, False)]


def checked(caption, *events, alt="", photo=None, **more):
    post = Post(
        PostId("post"), "t", PostState.DRAFT, "author", "Author", (PostPicture(PHOTO, alt),),  # type: ignore[arg-type]
        (PostPlatform(FACEBOOK.id, caption),), AS_OF,
    )  # fmt: skip
    photos = {PHOTO: photo or facts(face(0, AMARA))}
    found = word_findings(
        post, facts=photos, platforms={FACEBOOK.id: FACEBOOK}, snapshot=register(*events, **more),
        pack=replace(PACK, first_name_with_consent=True),
        today=TODAY,
    )  # fmt: skip
    return [(f.code, f.blocks) for f in found]


NAME = ConsentKind.NAME


@pytest.mark.policy("002-22")
@pytest.mark.policy("001-09")
def test_a_first_name_needs_a_consent_for_the_name_on_this_platform():
    assert checked("Well done Amara!", event(AMARA)) == [("name-in-words", True)]
    assert checked("Well done Amara!", event(AMARA, kind=NAME)) == []
    assert checked("Well done Amara!", event(AMARA, kind=NAME), holds=(AMARA,)) == [("name-in-words", True)]
    assert checked("Well done Amara!", event(AMARA, kind=NAME), as_of=None) == [("name-in-words", True)]
    assert checked("Our friend Dev", event(LEAVER, kind=NAME)) == [("name-in-words", True)]


@pytest.mark.policy("002-22")
def test_a_full_name_of_a_child_never_stands_in_the_words():
    assert checked("Well done Amara Okafor!", event(AMARA, kind=NAME)) == [("full-name-in-words", True)]
    assert checked("", event(AMARA, kind=NAME), alt="Amara Okafor with a medal") == [("full-name-in-words", True)]


@pytest.mark.policy("000-35")
def test_an_adult_is_named_with_permission_and_never_in_full_beside_their_face():
    assert checked("Thanks to Ruth Ashworth", event(TEACHER, kind=NAME)) == []
    assert checked("Thanks to Ruth Ashworth") == [("full-name-in-words", True)]
    beside = facts(face(0, TEACHER))
    assert checked("Ruth Ashworth", event(TEACHER, kind=NAME), photo=beside) == [("full-name-in-words", True)]


def test_a_name_means_the_child_in_the_pictures_before_another_of_that_name():
    other = person("Amara", "Bello")
    register_people = {**EVERYBODY, other.id: other}
    assert len(names_in("Amara won", register_people)[0].people) >= 1
    assert checked("Well done Caitlin", event(CAITLIN, kind=NAME), photo=facts(face(0, CAITLIN))) == []
    assert checked("Well done Ben", event(CAITLIN, kind=NAME), photo=facts(face(0, BEN))) == [("name-in-words", True)]


def test_words_that_are_too_long_are_refused():
    assert checked("x" * 2201) == [("caption-too-long", True)]
    assert checked("", alt="x" * 1001) == [("alt-text-too-long", True)]
