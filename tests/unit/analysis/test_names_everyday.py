"""A slip of the reader hides no name, and everyday English names nobody, with a large roll of invented pupils."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.analysis.names import judge_texts
from app.analysis.roll import Roll
from app.domain.detection import TextFinding, TextKind
from app.domain.people import Person, PersonId, PersonKind
from tests.unit.analysis.everyday_text import LINES

FORENAMES = (
    "Oliver", "Amelia", "Noah", "Isla", "Leo", "Muhammad", "Freya", "Oscar", "Grace", "Willow", "Poppy", "Ella",
    "Thomas", "Rose", "Reuben", "Ruby", "Holly", "Mason", "Daisy", "Aisha", "Jade", "Robin", "Mark", "Skye", "Penny",
    "Joy", "Faith", "Hope", "Summer", "Will", "May", "Siân", "Łucja", "José", "Anne-Marie", "Jo", "Oluwaseun", "Priya",
    "Amara", "Gethin",
)  # fmt: skip
SURNAMES = (
    "Taylor", "Brown", "White", "Walker", "Hall", "Green", "Wood", "Hill", "King", "Ward", "Cook", "Fox", "Stone",
    "Field", "Reed", "Wells", "Page", "Sharp", "Potter", "O'Neill", "Campbell-Reid", "Kaur", "Day", "Young", "Okafor",
    "Müller", "Ng", "de Souza", "Featherstonehaugh", "Price",
)  # fmt: skip
PUPILS = tuple(
    Person(PersonId(f"p{number:03}"), PersonKind.PUPIL, forename, SURNAMES[(7 * number + turn) % len(SURNAMES)])
    for number, (turn, forename) in enumerate(itertools.product(range(4), FORENAMES))
)
ROLL = Roll(PUPILS)
LONG = tuple(name for name in (*FORENAMES, "Okafor", "Taylor", "O'Neill", "Müller", "Potter") if len(name) >= 5)


def line(text: str, top: int = 0) -> TextFinding:
    right = 12 * max(1, len(text))
    return TextFinding(((0, top), (right, top), (right, top + 24), (0, top + 24)), text, 0.9)


@pytest.mark.parametrize("text", LINES)
def test_an_everyday_sentence_names_nobody(text: str) -> None:
    alone = [judge_texts([line(written)], PUPILS)[0].finding.kind for written in (text, text.upper())]
    assert alone == [TextKind.OTHER, TextKind.OTHER]


@example(["Christmas concert tickets", "Harvest festival", "Easter bonnet parade", "Sack race", "Half price"])
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12, unique=True))
def test_a_wall_of_everyday_sentences_names_nobody(lines: list[str]) -> None:
    judged = judge_texts([line(text, top=40 * place) for place, text in enumerate(lines)], PUPILS)
    assert [j.finding.text for j in judged if j.is_flagged] == []


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, str]:
    """A name of five letters and more, and the same with one letter wrong, missing or too many."""
    name = draw(st.sampled_from(LONG))
    place = draw(st.integers(1, len(name) - 1))
    letter = draw(st.sampled_from("aeilnorstu01"))
    kind = draw(st.sampled_from(("wrong", "missing", "added")))
    end = name[place:] if kind == "added" else name[place + 1 :]
    return name, name[:place] + ("" if kind == "missing" else letter) + end


@given(slipped(), st.booleans())
def test_one_slip_in_a_name_of_five_letters_hides_it_neither_on_a_peg_nor_on_a_certificate(
    names: tuple[str, str], capitals: bool
) -> None:
    name, read = names
    wanted = {person.id for person in PUPILS if name in (person.legal_forename, person.legal_surname)}
    written = read.upper() if capitals else read
    peg = judge_texts([line(written)], PUPILS)[0]
    sheet = judge_texts([line("Star of the Week"), line(f"{written} for kind words", top=40)], PUPILS)[1]
    assert wanted <= set(sheet.roster)
    assert wanted <= set(peg.roster)


@given(st.sampled_from(PUPILS), st.data())
def test_one_slip_in_either_part_of_a_full_name_hides_it_nowhere(pupil: Person, data: st.DataObject) -> None:
    name = f"{pupil.legal_forename} {pupil.legal_surname}"
    place = data.draw(st.integers(0, len(name) - 1).filter(lambda n: name[n].isalpha()))
    read = name[:place] + data.draw(st.sampled_from("aeiorstn")) + name[place + 1 :]
    wanted = pupil.id in ROLL.named_in(read)
    assert wanted or len(name) < 8


@given(st.sampled_from(PUPILS), st.sampled_from(("{i}. {s}", "{i} {s}", "{s} {i}", "{s}, {i}.", "{i}.{s}")))
def test_an_initial_and_a_surname_name_the_pupil(pupil: Person, pattern: str) -> None:
    text = pattern.format(i=pupil.legal_forename[0], s=pupil.legal_surname)
    assert pupil.id in judge_texts([line(text)], PUPILS)[0].roster


@given(st.sampled_from([*FORENAMES]), st.sampled_from(("Star of the Week", "Certificate of Merit", "presented to")))
def test_a_first_name_alone_counts_on_a_certificate_whatever_the_name(forename: str, title: str) -> None:
    judged = judge_texts([line(title), line(f"Well done {forename} for trying", top=40)], PUPILS)
    wanted = {person.id for person in PUPILS if person.legal_forename == forename}
    assert wanted <= set(judged[1].roster)


@pytest.mark.policy("002-21")
@pytest.mark.parametrize(
    "text", ["Anne-Marie", "ANNE MARIE", "Campbell-Reid", "Campbell Reid", "de Souza", "O'NEILL", "O Neill"]
)
def test_a_double_name_alone_on_a_label_is_a_name(text: str) -> None:
    assert judge_texts([line(text)], PUPILS)[0].finding.kind is TextKind.NAME
