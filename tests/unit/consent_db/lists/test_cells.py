"""What single cells say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent_db.lists.cells import (
    admission_key,
    checked_number,
    checked_text,
    is_month_first,
    parse_answer,
    parse_date,
    split_name,
    upn_is_valid,
)

MARCH = date(2017, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "14/03/2017", "14.03.2017", "14-3-2017", "2017-03-14", "2017/3/14", "42808", "42808.0", "42808.5625",
        "14 March 2017", "14-Mar-2017", "14/03/2017 00:00", "2017-03-14T09:30:00", "14/03/2017 13:05:59",
        " 14/03/2017 ",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_way_schools_write_it(text: str) -> None:
    assert parse_date(text) == MARCH


@pytest.mark.parametrize(
    "text",
    [
        "03/14/2017", "14/03/17", "14-03-17", "14/03-2017", "March 2017", "Mar 14 2017", "140317", "20170314", "5",
        "99999", "00000", "31/02/2017", "14/03/1717", "14/03/9999", "03/04/2017 12:00:00 AM", "2017-06-13T23:00:00Z",
        "14 Smarch 2017", "today", "14/03/2017 and later", "=TODAY()",
    ],
)  # fmt: skip
def test_what_could_be_another_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        parse_date(text)


@pytest.mark.parametrize("text", ["12/31/2016", "1.31.2016", "06-13-2016", "06/13/2016 12:00:00 AM"])
def test_a_date_that_can_only_be_month_first_is_known(text: str) -> None:
    assert is_month_first(text)


@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)))
def test_every_day_survives_each_way_of_writing_it(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for text in (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", day.isoformat(), str(serial), f"{day.day} {day:%B %Y}"):
        assert parse_date(text) == day


@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)))
def test_a_month_first_date_is_never_taken_for_another_day_when_it_shows(day: date) -> None:
    text = f"{day:%m/%d/%Y}"
    if is_month_first(text):
        with pytest.raises(ValueError, match="calendar"):
            parse_date(text)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Yes", "YES"), (" y ", "YES"), ("1", "YES"), ("1.0", "YES"), ("TRUE", "YES"), ("✓", "YES"), ("✔️", "YES"),
        ("Consented", "YES"), ("Confirmed", "YES"), ("No", "NO"), ("N", "NO"), ("0", "NO"), ("False", "NO"),
        ("Declined", "NO"), ("Opted out", "NO"), ("✗", "NO"), ("Withdrawn", "WITHDRAWN"), ("Revoked", "WITHDRAWN"),
        ("", None), ("-", None), ("N/A", None), ("Pending", None), ("Not asked", None), ("☐", None),
    ],
)  # fmt: skip
def test_answers_are_read_in_every_way_schools_give_them(said: str, answer: str | None) -> None:
    assert parse_answer(said) == answer


@pytest.mark.parametrize(
    "text",
    [
        "no FB please",
        "yes but not the website",
        "x",
        "X",
        "ask mum",
        "none",
        "not given",
        "yes/no",
        "Y N",
        "2",
        "☒",
        "ye",
    ],
)
def test_anything_else_is_for_a_person(text: str) -> None:
    with pytest.raises(ValueError, match="neither yes nor no"):
        parse_answer(text)


@given(st.text(max_size=30))
def test_words_added_to_a_yes_make_it_free_text_or_leave_it_a_blank_or_an_answer_never_a_wider_yes(tail: str) -> None:
    text = f"yes {tail}"
    try:
        answer = parse_answer(text)
    except ValueError:
        return
    assert answer == "YES"
    assert not any(c.isalnum() for c in tail)


@pytest.mark.parametrize("upn", ["H801200001001", "B820200023001", "V888412319001", "P35944002201A"])
def test_right_upns_are_taken_the_temporary_one_too(upn: str) -> None:
    assert upn_is_valid(upn)


@pytest.mark.parametrize(
    "upn", ["A801200001001", "H80120000100", "H8012000010011", "I801200001001", "h801200001001", ""]
)
def test_a_upn_that_cannot_be_right_is_known(upn: str) -> None:
    assert not upn_is_valid(upn)


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Okafor, Amara", ("Amara", "Okafor", "")),
        ("Okafor, Amara (Mara)", ("Amara", "Okafor", "Mara")),
        ("O'Neill, Zoë", ("Zoë", "O'Neill", "")),
        ("Amara Okafor", ("Amara", "Okafor", "")),
        ("Mary Ann van der Berg", ("Mary Ann", "van der Berg", "")),
        ("Teller", ("Teller", "", "")),
        ("Teller,", ("Teller", "", "")),
        ("Smith-Jones, Anne-Marie", ("Anne-Marie", "Smith-Jones", "")),
    ],
)
def test_a_whole_name_is_split(whole: str, parts: tuple[str, str, str]) -> None:
    assert split_name(whole) == parts


@pytest.mark.parametrize(("one", "other"), [("001234", "1234"), ("1234.0", "1234"), ("A01", "a01"), ("0", "")])
def test_admission_numbers_are_compared_without_what_a_spreadsheet_changes(one: str, other: str) -> None:
    assert admission_key(one) == admission_key(other)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd", "#REF!", "ZoÃ«", "Zo\ufffd", "A" * 300])
def test_a_name_that_cannot_be_right_is_not_kept(text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        checked_text(text, most=200)


def test_a_number_the_spreadsheet_rounded_is_not_kept() -> None:
    with pytest.raises(ValueError, match="rounded"):
        checked_number("1.2E+05")
    assert checked_number("1234.0") == "1234"
    assert checked_number("7E2") == "7E2"
