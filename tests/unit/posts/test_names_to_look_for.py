"""A few names that are looked for find the same people as the whole register does, however the words are written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.people import Person, PersonId, PersonKind
from app.posts.names import names_in, names_to_look_for

_FORENAMES = (
    "Amara",
    "Zoë",
    "Ana-María",
    "Will",
    "Rose",
    "O’Shea",
    "D'Arcy",
    "Sam",
    "Ὀδυσσεύς",
    "ﬁona",
    "-",
    "Al",
    "ŉa",
)
_SURNAMES = ("Okafor", "O'Neill", "Campbell-Reid", "May", "Adams", "Müller", "Kowalska", "Day", "Li", "ᾳlpha", "ẞen")


def _person(number: int, names: tuple[str, str, str, str]) -> Person:
    first, last, called, known = names
    made = Person(PersonId(f"person-{number}"), PersonKind.PUPIL, first, last)
    return replace(made, preferred_forename=called, preferred_surname=known)


def _found_by_few(text: str, everybody: dict[PersonId, Person]) -> dict[PersonId, Person]:
    """Whom the register is asked for, as `consent_db.roll` does."""
    forenames, surnames = names_to_look_for(
        [text],
        forenames={n for p in everybody.values() for n in (p.legal_forename, p.preferred_forename)},
        surnames={n for p in everybody.values() for n in (p.legal_surname, p.preferred_surname)},
    )
    return {
        key: p
        for key, p in everybody.items()
        if {p.legal_forename, p.preferred_forename} & forenames or {p.legal_surname, p.preferred_surname} & surnames
    }


_people = st.lists(
    st.tuples(
        st.sampled_from(_FORENAMES),
        st.sampled_from(_SURNAMES),
        st.sampled_from(("", "", *_FORENAMES)),
        st.sampled_from(("", "", *_SURNAMES)),
    ),
    min_size=1,
    max_size=8,
)
_words = st.sampled_from(
    (
        *_FORENAMES, *_SURNAMES, "Amaras", "amara", "AMARA’S", "#AmaraOkafor", "#teamAmara", "OkaforAmara", "willmay",
        "A", "Z.", "zoe", "Zoe's", "team", "won", "Adam", "samday", "Sam-Day", "Muller", "SENs", "-", "αλφα", "#ZoëLi",
    )
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(people=_people, words=st.lists(_words, max_size=6), between=st.sampled_from((" ", "", ", ", " and ")))
def test_a_few_names_find_whom_the_whole_register_finds(people, words, between):
    everybody = {p.id: p for p in (_person(number, names) for number, names in enumerate(people))}
    text = between.join(words)
    assert names_in(text, _found_by_few(text, everybody)) == names_in(text, everybody)


@pytest.mark.parametrize(
    "text", ["Well done Amara", "#AmaraOkafor", "OkaforAmara", "Amaras race", "A Okafor", "#teamAmara", "Okafor’s goal"]
)
def test_a_name_is_found_however_it_is_written(text):
    everybody = {p.id: p for p in (_person(1, ("Amara", "Okafor", "", "")), _person(2, ("Ben", "Tailor", "", "")))}
    few = _found_by_few(text, everybody)
    assert [p.legal_forename for p in few.values()] == ["Amara"]
    assert names_in(text, few) == names_in(text, everybody) != ()


def test_words_that_name_nobody_ask_for_nobody():
    assert names_to_look_for(["Year 4 won the cup."], forenames={"Amara"}, surnames={"Okafor"}) == (
        frozenset(),
        frozenset(),
    )
