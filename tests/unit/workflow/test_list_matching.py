"""Whose line it is: by number, else by name and date of birth, and asked wherever it could be somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import RegisterError
from app.domain.people import Person, PersonId, PersonKind
from app.workflow.list_matching import KnownPeople
from consent_db.lists.school_file import FileRow

BORN = date(2014, 3, 14)
AMARA = Person(
    PersonId("amara"), PersonKind.PUPIL, "Amarachi", "Okafor", preferred_forename="Amara", upn="B820200023001",
    admission_number="001234", date_of_birth=BORN,
)  # fmt: skip
CHIDI = replace(AMARA, id=PersonId("chidi"), legal_forename="Chidi", preferred_forename="", upn="H801200001001",
                admission_number="001235")  # fmt: skip
BEN = Person(PersonId("ben"), PersonKind.PUPIL, "Ben", "Tailor-Smith")
TELLER = Person(PersonId("teller"), PersonKind.PUPIL, "Teller", "")


def find(*people: Person, aliases: dict[str, PersonId] | None = None, **values: str) -> Person | None:
    return KnownPeople(people, aliases).find(FileRow(2, values))


def line(forename: str, surname: str, **more: str) -> dict[str, str]:
    return {"legal_forename": forename, "legal_surname": surname, **more}


def test_a_upn_finds_the_child_under_either_name_and_in_any_case() -> None:
    assert find(AMARA, CHIDI, **line("Amara", "OKAFOR", upn="b820200023001 ")) is AMARA
    assert find(AMARA, CHIDI, upn="B820200023001") is AMARA


def test_a_former_upn_finds_the_child_too() -> None:
    assert find(AMARA, **line("Amara", "Okafor", upn="V888412319001", former_upn="B820200023001")) is AMARA
    assert find(AMARA, aliases={"P35944002201A": AMARA.id}, **line("Amara", "Okafor", upn="P35944002201A")) is AMARA


def test_an_admission_number_finds_the_child_whatever_a_spreadsheet_did_to_it() -> None:
    for number in ("1234", "001234", "1234.0"):
        assert find(AMARA, CHIDI, **line("Amara", "Okafor", admission_number=number)) is AMARA


def test_a_siblings_number_is_not_taken_because_the_surname_fits() -> None:
    with pytest.raises(RegisterError, match="belongs to Chidi Okafor"):
        find(AMARA, CHIDI, **line("Amara", "Okafor", admission_number="1235"))


def test_the_same_admission_number_with_another_upn_is_another_child() -> None:
    assert find(AMARA, **line("Esi", "Mensah", upn="V888412319001", admission_number="1234")) is None


def test_a_name_fits_without_accents_case_apostrophes_or_hyphens() -> None:
    assert find(BEN, **line("BEN", "tailor smith")) is BEN
    assert find(TELLER, **line("Teller", "")) is TELLER


def test_a_whole_name_split_at_another_place_still_fits() -> None:
    person = replace(BEN, legal_forename="Mary Ann", legal_surname="Price")
    assert find(person, **line("Mary", "Ann Price")) is person


def test_the_date_of_birth_tells_two_children_of_one_name_apart() -> None:
    other = replace(AMARA, id=PersonId("other"), upn="", admission_number="", date_of_birth=date(2015, 1, 1))
    assert find(AMARA, other, **line("Amara", "Okafor", date_of_birth="01/01/2015")) is other
    assert find(AMARA, other, **line("Amara", "Okafor", date_of_birth="02/01/2015")) is None
    with pytest.raises(RegisterError, match="2 people fit"):
        find(AMARA, other, **line("Amara", "Okafor"))


def test_a_date_of_birth_that_cannot_be_compared_is_asked_about() -> None:
    with pytest.raises(RegisterError, match="no date of birth to tell"):
        find(BEN, **line("Ben", "Tailor-Smith", date_of_birth="01/01/2015"))


def test_a_second_forename_with_the_same_day_of_birth_is_asked_about_rather_than_a_new_child() -> None:
    with pytest.raises(RegisterError, match="born on the same day"):
        find(AMARA, **line("Amara Grace", "Okafor", date_of_birth="14/03/2014"))


def test_a_person_is_found_under_the_new_name_and_no_longer_under_the_old_one() -> None:
    known = KnownPeople([BEN])
    known.add(replace(BEN, legal_surname="Moss"))
    assert known.find(FileRow(2, line("Ben", "Moss"))) is not None
    assert known.find(FileRow(3, line("Ben", "Tailor Smith"))) is None
