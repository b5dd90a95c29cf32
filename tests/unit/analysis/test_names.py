"""Whose name is it: lines judged against an invented roll."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.details import detail_in
from app.analysis.names import judge_texts
from app.analysis.roll import Roll
from app.domain.detection import TextFinding, TextKind
from app.domain.people import Person, PersonId, PersonKind


def person(key: str, forename: str, surname: str, **more: object) -> Person:
    return Person(PersonId(key), PersonKind.PUPIL, forename, surname, **more)  # type: ignore[arg-type]


PEOPLE = (
    person("amara", "Amara", "Okafor", date_of_birth=date(2016, 3, 9), upn="H801200001001"),
    person("ben", "Benjamin", "Tailor", preferred_forename="Ben"),
    person("caitlin", "Caitlin", "Price"),
    person("dev", "Dev", "Anand"),
    person("ella", "Ella", "Moss"),
    person("jose", "José", "Miller-Łukasz"),
    person("sean", "Seán", "O'Neil", preferred_surname="Neil"),
)
ROLL = Roll(PEOPLE)


def line(text: str, top: int = 0, left: int = 0) -> TextFinding:
    right = left + 12 * max(1, len(text))
    return TextFinding(((left, top), (right, top), (right, top + 24), (left, top + 24)), text, 0.9)


def judged(*texts: str) -> list[tuple[TextKind, set[str]]]:
    lines = [line(text, top=index * 30) for index, text in enumerate(texts)]
    return [(j.finding.kind, {str(p) for p in j.roster}) for j in judge_texts(lines, PEOPLE)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Amara Okafor", "amara"),
        ("OKAFOR, Amara", "amara"),
        ("AmaraOkafor", "amara"),
        ("Amara 0kafor", "amara"),
        ("Amara Okator", "amara"),
        ("A. Okafor", "amara"),
        ("Okafor A", "amara"),
        ("Amara O.", "amara"),
        ("Amara", "amara"),
        ("OKAFOR", "amara"),
        ("This is by Amara Okafor in class 3B", "amara"),
        ("Ben Tailor", "ben"),
        ("Benjamin Tailor", "ben"),
        ("Jose Miller", "jose"),
        ("Jasé Miller-tukasz", "jose"),
        ("José Łukasz", "jose"),
        ("Sean ONeil", "sean"),
        ("Séan O'Neil", "sean"),
        ("Sean Neil", "sean"),
        ("Mrs Price", "caitlin"),
    ],
)
def test_a_name_is_recognised_however_it_is_written(text: str, who: str) -> None:
    kind, roster = judged(text)[0]
    assert kind is TextKind.NAME
    assert who in roster


@pytest.mark.parametrize(
    "text", ["Nutrition Facts", "Total Fat 13g", "Palais du LOUVRE", "The price of milk", "Sports day"]
)
def test_everyday_words_name_nobody(text: str) -> None:
    assert judged(text) == [(TextKind.OTHER, set())]


def test_a_first_name_in_a_sentence_counts_on_a_certificate_only() -> None:
    assert judged("Thank you Caitlin for helping")[0][0] is TextKind.OTHER
    kind, roster = judged("Star of the Week", "Thank you Caitlin for helping")[1]
    assert (kind, roster) == (TextKind.NAME, {"caitlin"})


@pytest.mark.policy("002-20")
def test_a_certificate_for_somebody_unknown_has_its_name_line_flagged() -> None:
    found = judged("Certificate of Achievement", "presented to", "Zofia Kwiatek", "for excellent effort in maths")
    assert [kind for kind, _ in found] == [TextKind.CERTIFICATE, TextKind.CERTIFICATE, TextKind.NAME, TextKind.OTHER]


def test_the_same_line_far_from_any_certificate_is_left_alone() -> None:
    far = [line("Certificate"), line("Zofia Kwiatek", top=3000)]
    assert judge_texts(far, PEOPLE)[1].finding.kind is TextKind.OTHER


def test_a_misread_certificate_word_still_gives_the_sheet_away() -> None:
    assert judged("Certifcate of Merit", "Zofia Kwiatek")[1][0] is TextKind.NAME


def test_a_name_over_two_lines_is_flagged_in_both() -> None:
    found = judged("by Dev, aged", "and also Anand in 4C")
    assert found == [(TextKind.NAME, {"dev"}), (TextKind.NAME, {"dev"})]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("office@example.sch.uk", TextKind.CONTACT),
        ("Tel. 01632 960 123", TextKind.CONTACT),
        ("+44 7700 900123", TextKind.CONTACT),
        ("12 Mill Lane, AB1 2CD", TextKind.CONTACT),
        ("UPN H801200001001", TextKind.UPN),
        ("A123456789012", TextKind.UPN),
        ("D.O.B. 09/03/2016", TextKind.DATE_OF_BIRTH),
        ("Date of birth", TextKind.DATE_OF_BIRTH),
        ("9/3/16", TextKind.DATE_OF_BIRTH),
        ("9th March 2016", TextKind.DATE_OF_BIRTH),
    ],
)
def test_personal_details_are_flagged(text: str, kind: TextKind) -> None:
    assert judged(text)[0][0] is kind


@pytest.mark.parametrize("text", ["12/06/2026", "1998-2024", "Year 6 2026", "31/02/2016", "Room 101", "30 000 000"])
def test_plain_numbers_and_dates_are_no_personal_detail(text: str) -> None:
    assert detail_in(text, PEOPLE) is None


def test_a_detail_beside_a_name_is_the_graver_kind() -> None:
    kind, roster = judged("Amara Okafor 07700 900123")[0]
    assert (kind, roster) == (TextKind.CONTACT, {"amara"})


def test_without_people_nothing_breaks() -> None:
    assert judge_texts([line("Amara Okafor")], ()) == judge_texts([line("Amara Okafor")], [])
    assert judge_texts((), PEOPLE) == ()


@given(st.text(max_size=60))
def test_any_text_at_all_is_judged(text: str) -> None:
    found = judge_texts([line(text)], PEOPLE)
    assert found[0].finding.text == text
    assert all(j.finding.kind is TextKind.CERTIFICATE for j in found[1:])


_NAME_LETTERS = st.text("abcdefghijklmnopqrstuvwxyzéłøñü", min_size=2, max_size=10)


@given(_NAME_LETTERS, _NAME_LETTERS, st.sampled_from(["{f} {s}", "{s} {f}", "{s}, {f}", "by {f} {s} aged 7", "{f}{s}"]))
def test_a_whole_name_is_found_whatever_the_name(forename: str, surname: str, pattern: str) -> None:
    roll = Roll([person("x", forename.title(), surname.upper()), *PEOPLE])
    assert "x" in roll.named_in(pattern.format(f=forename.capitalize(), s=surname))


@given(st.sampled_from(PEOPLE), st.data())
def test_one_wrong_letter_hides_no_longer_name(who: Person, data: st.DataObject) -> None:
    name = f"{who.forename} {who.surname}"
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("aeiorstn"))
    assert who.id in ROLL.named_in(name[:place] + letter + name[place + 1 :])


@pytest.mark.policy("002-21")
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ben's drawing", "ben"),
        ("Amara’s tree", "amara"),
        ("by Caitlin", "caitlin"),
        ("My name is Dev", "dev"),
        ("Happy Birthday Ella", "ella"),
        ("Ella aged 6", "ella"),
        ("Ella 4C", "ella"),
        ("Amara Jane Okafor", "amara"),
        ("Amara J. Okafor", "amara"),
        ("José Miller Łukasz", "jose"),
        ("SEAN O NEIL", "sean"),
        ("Sean O’Neil", "sean"),
        ("AMARA OKAFOR", "amara"),
        ("D Anand", "dev"),
    ],
)
def test_names_on_work_and_labels_are_recognised(text: str, who: str) -> None:
    kind, roster = judged(text)[0]
    assert kind is TextKind.NAME
    assert who in roster


EVERYDAY = (
    person("grace", "Grace", "Young"),
    person("may", "May", "Day"),
    person("will", "Will", "Hope"),
    person("jo", "Jo", "Day"),
)


def kinds(*texts: str) -> list[TextKind]:
    lines = [line(text, top=index * 30) for index, text in enumerate(texts)]
    return [j.finding.kind for j in judge_texts(lines, EVERYDAY)][: len(texts)]


@pytest.mark.parametrize(
    "text",
    ["We will all hope for the best", "Open until May", "May 2026", "by May", "a young team", "today", "To Day 3"],
)
def test_everyday_words_that_are_names_too_name_nobody_by_themselves(text: str) -> None:
    assert kinds(text, "Opening hours 9 to 5") == [TextKind.OTHER, TextKind.OTHER]


def test_an_everyday_word_is_a_name_with_its_surname_on_a_certificate_and_on_a_label() -> None:
    assert kinds("Grace Young") == [TextKind.NAME]
    assert kinds("Star of the Week", "Grace", "for kind words")[1] is TextKind.NAME
    assert kinds("Will") == [TextKind.NAME]
    assert kinds("Grace", "May", "Will") == [TextKind.NAME] * 3
    assert kinds("May", "2026") == [TextKind.OTHER, TextKind.OTHER]
    assert kinds("Miss Day", "Opening hours")[0] is TextKind.NAME


@pytest.mark.parametrize("text", ["@amara.okafor", "Follow @ella_moss10", "+33 6 12 34 56 78", "00353 86 123 4567"])
def test_handles_and_numbers_from_abroad_are_contact_details(text: str) -> None:
    assert judged(text)[0][0] is TextKind.CONTACT


_FORENAMES = st.sampled_from(["Amara", "Ben", "May", "Will", "Siân", "Anne-Marie", "Jo", "Łucja", "Oluwaseun", "X"])
_SURNAMES = st.sampled_from(["Day", "O'Neill", "Miller-Łukasz", "de Souza", "Ng", "Price", "Mac Donald", "Young"])
_PUPILS = st.builds(lambda f, s: (f, s), _FORENAMES, _SURNAMES)
_WORDS = st.sampled_from(
    ["Certificate", "presented to", "Amara", "by May", "Will Young", "Jo Day", "May", "Sports day", "2026", "Ben's",
     "J. Price", "Siân Ng", "well done", "", "for effort", "O Neill"]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=5), st.lists(_PUPILS, max_size=4), _PUPILS)
def test_one_more_pupil_never_clears_a_line(
    lines: list[str], roll: list[tuple[str, str]], more: tuple[str, str]
) -> None:
    texts = [line(text, top=index * 60) for index, text in enumerate(lines)]
    people = [person(f"p{number}", *names) for number, names in enumerate([*roll, more])]
    before, after = judge_texts(texts, people[:-1]), judge_texts(texts, people)
    covered = [j.finding.box for j in after if j.is_flagged]
    for one, other in zip(before[: len(texts)], after, strict=False):
        assert set(one.roster) <= set(other.roster)
        assert not one.is_flagged or other.is_flagged
    assert covered or not any(j.is_flagged for j in before)


@given(_PUPILS, st.lists(_PUPILS, max_size=4), st.sampled_from(["{f} {s}", "{s}, {f}", "{f} {s} 4B", "By {f} {s}!"]))
def test_a_full_name_of_the_roll_is_always_flagged(
    pupil: tuple[str, str], others: list[tuple[str, str]], pattern: str
) -> None:
    people = [person("x", *pupil), *(person(f"p{number}", *names) for number, names in enumerate(others))]
    text = pattern.format(f=pupil[0], s=pupil[1])
    for written in (text, text.upper(), text.lower()):
        found = judge_texts([line(written), line("Opening hours 9 to 5", top=40)], people)[0]
        assert found.is_flagged
        assert "x" in found.roster
