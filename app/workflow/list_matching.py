"""Whose line is this? Finds the person of the register that a line of a school's list is about, or refuses to guess."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.errors import RegisterError
from app.domain.people import Person
from consent_db.people import folded
from consent_db.school_files import FileRow, parse_date


class KnownPeople:
    """Finds by UPN, else admission number, else name; anything else the line says must not speak against it."""

    def __init__(self, everybody: Iterable[Person]) -> None:
        self.by_id = {person.id: person for person in everybody}

    def add(self, person: Person) -> None:
        """From now on lines may be about this person too."""
        self.by_id[person.id] = person

    def find(self, row: FileRow, *, same_class: bool = False) -> Person | None:
        """The one person who fits, None for somebody new.

        Args:
            row: a line of a list.
            same_class: a line that has only a name must also name the person's class, if it names one.

        Raises:
            RegisterError: several people fit, or number and name speak of different people.
        """
        fits = self._by_number(row) or [p for p in self.by_id.values() if _name_fits(row, p, same_class)]
        if len(fits) > 1:
            raise RegisterError(f"{len(fits)} people fit “{name_in(row)}”.", remedy="Add the UPN to the file.")
        return fits[0] if fits else None

    def _by_number(self, row: FileRow) -> list[Person]:
        upn, number = upn_in(row), _number(row.get("admission_number"))
        fits = [p for p in self.by_id.values() if upn and p.upn == upn]
        if not fits and number:
            fits = [
                p
                for p in self.by_id.values()
                if _number(p.admission_number) == number and not (upn and p.upn and p.upn != upn)
            ]
        for person in fits:
            # One column sorted apart from the others gives every child another child's number.
            if _has_name(row) and not any(_names_of(row) & _names_of_person(person)):
                raise RegisterError(
                    f"The number of “{name_in(row)}” belongs to {person.name} in the register.",
                    remedy="Check the line in the school's system.",
                )
        return fits


def upn_in(row: FileRow) -> str:
    """The UPN of a line, as the register writes it."""
    return row.get("upn").strip().upper()


def name_in(row: FileRow) -> str:
    """Who a line is about, for a sentence."""
    return f"{row.get('legal_forename')} {row.get('legal_surname')}".strip() or row.get("upn") or "?"


def _name_fits(row: FileRow, person: Person, same_class: bool) -> bool:
    forename, surname = folded(row.get("legal_forename")), folded(row.get("legal_surname"))
    if not (forename or surname):
        return False
    pairs = (
        (upn_in(row), person.upn),
        (_number(row.get("admission_number")), _number(person.admission_number)),
        (parse_date(row.get("date_of_birth")), person.date_of_birth),
        (folded(row.get("registration_group")) if same_class else "", folded(person.registration_group)),
    )
    return (
        forename in (folded(person.legal_forename), folded(person.preferred_forename))
        and surname in (folded(person.legal_surname), folded(person.preferred_surname))
        and not any(said and known and said != known for said, known in pairs)
    )


def _number(text: str) -> str:
    """Spreadsheets drop leading zeros, so they do not count."""
    return text.strip().lstrip("0")


def _has_name(row: FileRow) -> bool:
    return bool(row.get("legal_forename") or row.get("legal_surname"))


def _names_of(row: FileRow) -> set[str]:
    fields = ("legal_forename", "legal_surname", "preferred_forename", "preferred_surname")
    return {folded(row.get(field)) for field in fields}


def _names_of_person(person: Person) -> set[str]:
    names = (person.legal_forename, person.legal_surname, person.preferred_forename, person.preferred_surname)
    return {folded(name) for name in names}
