"""Whole lists as schools have them, and those that must be refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RegisterError
from consent_db.lists.school_file import ListSource, SchoolFile, read_list, read_school_file
from tests.unit.consent_db.lists.samples import CONSENTS, PASTED, PUPILS, package, parts_of, table, workbook


def read(data: bytes | str) -> SchoolFile:
    return read_list(ListSource.from_text(data) if isinstance(data, str) else ListSource("list", data))


def column(file: SchoolFile, name: str) -> list[str]:
    return [row.get(name) for row in file.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_titles_blanks_totals_and_the_encoding_do_not_matter(encoding: str, delimiter: str) -> None:
    import csv
    import io

    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table(PUPILS))
    file = read(text.getvalue().encode(encoding))
    assert column(file, "legal_forename") == ["Zoë", "Amara", "Ben"]
    assert column(file, "legal_surname") == ["O'Neill", "Okafor", "Tailor"]
    assert column(file, "admission_number") == ["001234", "001235", ""]
    assert [row.line for row in file.rows] == [4, 5, 6]
    assert "total" in file.notes[0]


def test_a_spreadsheet_gives_the_same_rows_and_the_sheet_with_headings_is_found() -> None:
    data = workbook({"Notes": [["Printed for the office"]], "Pupils": table(PUPILS)})
    assert column(read(data), "legal_forename") == ["Zoë", "Amara", "Ben"]
    assert [row.line for row in read(data).rows] == [4, 5, 6]


def test_dates_truth_values_and_numbers_of_a_spreadsheet_are_text() -> None:
    data = workbook({"S": [["UPN", "DOB", "Adno", "Facebook"], ["x", date(2017, 3, 14), 1234, True]]})
    row = read(data).rows[0]
    assert (row.get("date_of_birth"), row.get("admission_number"), row.get("Facebook")) == (
        "2017-03-14",
        "1234",
        "True",
    )


def test_a_pasted_table_is_read() -> None:
    assert column(read(PASTED), "legal_surname") == ["Okafor", "Tailor"]


def test_a_pasted_table_may_have_quotation_marks_in_cells() -> None:
    assert column(read('Forename\tSurname\n"Benny" the boy\tTailor\n'), "legal_forename") == ['"Benny" the boy']


def test_excels_line_that_names_the_delimiter_is_no_heading() -> None:
    file = read("sep=;\r\nForename;Surname\r\nAmara;Okafor\r\n")
    assert column(file, "legal_forename") == ["Amara"]
    assert file.rows[0].line == 3


def test_text_that_excel_wrapped_to_keep_its_zeros_is_unwrapped() -> None:
    assert column(read('Adno,Forename,Surname\n="001234",Amara,Okafor\n'), "admission_number") == ["001234"]


def test_a_plain_forename_beside_a_legal_one_is_the_name_the_child_goes_by() -> None:
    file = read("Legal Forename,Legal Surname,Forename,Surname\nAmarachi,Okafor,Amara,Okafor\n")
    assert column(file, "legal_forename") == ["Amarachi"]
    assert column(file, "preferred_forename") == ["Amara"]


def test_letters_that_turn_the_direction_of_writing_are_taken_out_and_said() -> None:
    file = read("Forename,Surname\nAmara\u202e,Oka\u200bfor\n")
    assert (file.rows[0].get("legal_forename"), file.rows[0].get("legal_surname")) == ("Amara", "Okafor")
    assert "Invisible" in file.notes[0]


def test_a_heading_repeated_on_every_page_is_no_child() -> None:
    file = read("Forename,Surname\nAmara,Okafor\nForename,Surname\nBen,Tailor\n")
    assert column(file, "legal_forename") == ["Amara", "Ben"]


def test_a_child_called_total_is_a_child() -> None:
    assert len(read("Forename,Surname,Facebook,Website\nTotal,Recall,Yes,No\n").rows) == 1


def test_a_comma_inside_an_unquoted_name_marks_the_line() -> None:
    file = read('Name,Facebook,Website\nOkafor,Amara,Yes,No\n"Tailor, Ben",Yes,No\n')
    assert [row.is_shifted for row in file.rows] == [True, False]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"just words", "no-headings"),
        (b"Forename,Surname\nAm\0ara,Okafor\n", "register"),
        ("Forename,Surname\nZoë,O".encode()[:-1] + b"\xe9", "letters"),
        ("Forename,Surname\nAmara,Okafor".encode("utf-16")[:-1], "letters"),
        (b'Forename,Surname,Facebook\nAmara,"Okafor,No\nBen,Tailor,No\n', "quotation-marks"),
        (b"Forename,Surname,Forename\nAmara,Okafor,Ben\n", "two-columns"),
        (b"Forename,Surname,DOB\nAmara,Okafor,12/31/2016\n", "us-dates"),
        (b"Forename,Surname\n" + b"," * 2_000 + b"x\n", "too-large"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old-workbook"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (package({"word/document.xml": "<a/>"}), "damaged"),
    ],
)
def test_a_list_that_cannot_be_read_for_certain_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(RegisterError) as refusal:
        read(data)
    assert refusal.value.code == code
    assert refusal.value.words.endswith(".")


def _with_sheet(change: tuple[bytes, bytes]) -> bytes:
    parts = parts_of(workbook({"S": table(CONSENTS)}))
    parts["xl/worksheets/s1.xml"] = parts["xl/worksheets/s1.xml"].replace(*change, 1)
    return package(parts)


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "ZZZ1", "&#88;FD1048576"])
def test_a_small_spreadsheet_with_a_cell_far_away_is_refused_before_room_is_made_for_it(place: str) -> None:
    with pytest.raises(RegisterError) as refusal:
        read(_with_sheet((b'r="A1"', f'r="{place}"'.encode())))
    assert refusal.value.code == "too-large"


def test_a_spreadsheet_that_unpacks_to_far_more_than_it_weighs_is_refused() -> None:
    data = workbook({"S": table(CONSENTS)}, extra={"xl/media/big.bin": bytes(301_000_000)})
    assert len(data) < 1_000_000
    with pytest.raises(RegisterError) as refusal:
        read(data)
    assert refusal.value.code == "too-large"


def test_entities_in_a_spreadsheet_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><worksheet'
    with pytest.raises(RegisterError):
        read(_with_sheet((b"<worksheet", bomb)))


def test_a_sheet_that_calls_itself_a_picture_is_refused() -> None:
    parts = parts_of(workbook({"S": table(CONSENTS)}))
    parts["xl/media/a.png"] = parts.pop("xl/worksheets/s1.xml")
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b"worksheets/s1.xml", b"media/a.png")
    with pytest.raises(RegisterError):
        read(package(parts))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be read"):
        read_school_file(tmp_path / "gone.csv")
    with pytest.raises(RegisterError, match="cannot be read"):
        read_school_file(tmp_path)


@pytest.mark.parametrize(
    ("headings", "system"),
    [
        ("Adno,Legal Forename,Legal Surname,Reg,Year", "SIMS"),
        ("Arbor Student ID,Legal first name,Legal surname,Registration form", "Arbor"),
        ("Admissions number,Legal First Name,Legal Last Name,Tutor Group", "Bromcom"),
        ("Adm No,Pupil name,DOB,NC Year", "ScholarPack"),
        ("Forename,Surname", ""),
    ],
)
def test_the_school_system_is_recognised_by_its_headings(headings: str, system: str) -> None:
    file = read(f"{headings}\n" + ",".join(["1"] * (headings.count(",") + 1)))
    assert file.preset == system
    assert file.fields & {"legal_forename", "full_name"}


_NAME = st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=12)


@given(st.lists(st.tuples(_NAME, _NAME, st.sampled_from(["Yes", "No", ""])), min_size=1, max_size=20))
def test_every_row_that_is_written_is_read_whatever_the_file_is(rows: list[tuple[str, str, str]]) -> None:
    import csv
    import io
    import unicodedata

    text = io.StringIO()
    csv.writer(text).writerows([("Forename", "Surname", "Facebook"), *rows])
    wanted = [tuple(unicodedata.normalize("NFC", cell) for cell in row) for row in rows]
    headed = [("Forename", "Surname", "Facebook"), *rows]
    for data in (text.getvalue().encode(), text.getvalue().encode("utf-16"), workbook({"S": headed})):
        file = read(data)
        assert [(r.get("legal_forename"), r.get("legal_surname"), r.get("Facebook")) for r in file.rows] == wanted
