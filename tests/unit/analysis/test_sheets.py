"""Certificates: the sheet is found by its words, and either the line of the name or the whole sheet is covered."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.names import JudgedText, judge_texts
from app.analysis.sheets import is_certificate_line
from app.domain.detection import TextFinding, TextKind
from app.domain.geometry import Box
from app.domain.people import Person, PersonId, PersonKind

PEOPLE = (Person(PersonId("ella"), PersonKind.PUPIL, "Ella", "Thornbury"),)


def line(text: str, *, top: int, middle: int = 800, height: int = 40, width: int | None = None) -> TextFinding:
    half = (width or max(1, len(text)) * height // 2) // 2
    box = ((middle - half, top), (middle + half, top), (middle + half, top + height), (middle - half, top + height))
    return TextFinding(box, text, 0.9 if text else 0.0)


def whole_sheets(judged: tuple[JudgedText, ...], lines: int) -> list[Box]:
    return [j.finding.box for j in judged[lines:] if j.finding.kind is TextKind.CERTIFICATE]


@pytest.mark.parametrize(
    "text",
    ["Certificate of Merit", "CERTIFICATE", "Certifcate", "presented to", "Star of the Week", "Well Done!",
     "Headteacher's Award", "Head’s Award", "100% Attendance", "This is to certify that", "Commendation",
     "is awarded to", "Pen Licence"],
)  # fmt: skip
def test_a_certificate_is_known_by_its_words(text: str) -> None:
    assert is_certificate_line(text)


@pytest.mark.parametrize("text", ["", "Nutrition Facts", "Palais du LOUVRE", "Fire exit", "Sports day", "Forward"])
def test_other_words_give_no_certificate_away(text: str) -> None:
    assert not is_certificate_line(text)


@pytest.mark.policy("002-20")
def test_the_line_under_the_lead_is_covered_even_when_it_could_not_be_read() -> None:
    texts = [
        line("Certificate", top=100, height=80),
        line("presented to", top=300),
        line("", top=450, height=90, width=600),
        line("for excellent effort", top=650),
    ]
    judged = judge_texts(texts, PEOPLE)
    assert judged[2].finding.kind is TextKind.NAME
    assert whole_sheets(judged, 4) == []


@pytest.mark.policy("002-20")
def test_the_whole_sheet_is_covered_when_no_line_holds_the_name() -> None:
    texts = [
        line("Certificate", top=100, height=80),
        line("presented to", top=300),
        line("for excellent effort", top=650),
        line("Mrs J Penhaligon", top=900),
    ]
    (sheet,) = whole_sheets(judge_texts(texts, PEOPLE), 4)
    assert all(sheet.contains(text.box) for text in texts)


def test_half_a_name_under_the_lead_has_the_whole_sheet_covered() -> None:
    texts = [
        line("Certificate", top=100, height=80),
        line("presented to", top=300),
        line("Thorn", top=450, middle=1100, height=90),
        line("for excellent effort", top=650),
    ]
    judged = judge_texts(texts, ())
    assert judged[2].finding.kind is TextKind.NAME
    assert whole_sheets(judged, 4)


def test_a_title_alone_has_what_is_below_it_covered() -> None:
    (sheet,) = whole_sheets(judge_texts([line("Star of the Week", top=100, height=60)], PEOPLE), 1)
    assert sheet.contains(Box(500, 100, 1100, 500))


def test_a_pupil_who_is_read_in_full_needs_no_whole_sheet() -> None:
    texts = [line("Star of the Week", top=100, height=60), line("Ella Thornbury", top=250), line("5 June", top=400)]
    judged = judge_texts(texts, PEOPLE)
    assert (judged[1].finding.kind, judged[1].roster) == (TextKind.NAME, ("ella",))
    assert whole_sheets(judged, 3) == []


def test_a_signature_is_no_name_of_a_pupil() -> None:
    staff = Person(PersonId("head"), PersonKind.STAFF, "Jo", "Penhaligon")
    texts = [line("Star of the Week", top=100, height=60), line("Signed: Jo Penhaligon", top=400)]
    judged = judge_texts(texts, (staff,))
    assert judged[1].finding.kind is TextKind.NAME
    assert whole_sheets(judged, 2)


def test_an_unread_line_as_large_as_the_lead_has_the_whole_sheet_covered() -> None:
    texts = [
        line("Certificate", top=100, height=80),
        line("presented to", top=250),
        line("Ella Thornbury", top=400, height=60),
        line("", top=600, height=90, width=500),
        line("for excellent effort", top=800),
    ]
    assert whole_sheets(judge_texts(texts, PEOPLE), 5)


def test_a_name_behind_the_lead_is_found_in_its_own_line() -> None:
    texts = [line("Certificate", top=100, height=80), line("Awarded to Zofia Kwiatek", top=300)]
    assert judge_texts(texts, PEOPLE)[1].finding.kind is not TextKind.OTHER


@given(st.integers(0, 360))
def test_a_sheet_may_lie_any_way(degrees: int) -> None:
    """The line under the lead is the name however the sheet lies."""
    words = ["Certificate", "presented to", "Zofia Kwiatek", "for excellent effort"]
    upright = [line(text, top=100 + 150 * number, height=50) for number, text in enumerate(words)]
    judged = judge_texts([_turned(text, degrees) for text in upright], ())
    assert judged[2].finding.kind is TextKind.NAME


def _turned(text: TextFinding, degrees: int) -> TextFinding:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    a, b, d, e = (
        (round(2000 + c * (x - 800) - s * (y - 350)), round(2000 + s * (x - 800) + c * (y - 350)))
        for x, y in text.polygon
    )
    return TextFinding((a, b, d, e), text.text, text.score)
