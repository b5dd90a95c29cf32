"""Whose line is this? Finds the person of the register that a line of a school's list is about, or refuses to guess."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.errors import RegisterError
from app.domain.people import Person, PersonId
from consent_db.lists.cells import admission_key, parse_date, upn_of
from consent_db.lists.school_file import FileRow
from consent_db.people import folded


class KnownPeople:
    """Finds by UPN, else admission number, else name and date of birth; nothing else may speak against it.

    Args:
        everybody: the register.
        aliases: former UPNs and whose they are.
    """

    def __init__(self, everybody: Iterable[Person], aliases: Mapping[str, PersonId] | None = None) -> None:
        self.by_id: dict[PersonId, Person] = {}
        self._found: defaultdict[tuple[str, str], set[PersonId]] = defaultdict(set)
        for upn, person_id in (aliases or {}).items():
            self._found["upn", upn].add(person_id)
        for person in everybody:
            self.add(person)

    def add(self, person: Person) -> None:
        """From now on lines may be about this person too, under these names and numbers."""
        if (before := self.by_id.get(person.id)) is not None:
            for key in _keys(before):
                self._found[key].discard(person.id)
        self.by_id[person.id] = person
        for key in _keys(person):
            self._found[key].add(person.id)

    def find(self, row: FileRow, *, same_class: bool = False) -> Person | None:
        """The one person who fits, None for somebody new.

        Args:
            row: a line of a list.
            same_class: a line that has only a name must also name the person's class, if it names one.

        Raises:
            RegisterError: several people fit, number and name speak of different people, or a date of birth cannot
                be compared.
            ValueError: the date of birth of the line is no date.
        """
        return self._by_number(row) or self._by_name(row, same_class=same_class)

    def _people(self, kind: str, key: str) -> list[Person]:
        ids = self._found.get((kind, key), ()) if key else ()
        return [self.by_id[i] for i in sorted(ids) if i in self.by_id]

    def _by_number(self, row: FileRow) -> Person | None:
        upn, number = upn_in(row), admission_key(row.get("admission_number"))
        fits = self._people("upn", upn) or self._people("upn", upn_of(row.get("former_upn")))
        if not fits:
            same = self._people("number", number)
            fits = [p for p in same if not (upn and p.upn and p.upn != upn)]
        if len(fits) > 1:
            raise _several(row, fits)
        # One column sorted apart from the others gives every child another child's number.
        if fits and not _fits_by_name(row, fits[0]):
            raise RegisterError(
                f"The number of “{name_in(row)}” belongs to {fits[0].name} in the register.",
                remedy="Check the line in the school's system; if the child has a new name, put it into the register.",
            )
        return fits[0] if fits else None

    def _by_name(self, row: FileRow, *, same_class: bool) -> Person | None:
        born = parse_date(row.get("date_of_birth"))
        fits = [
            person
            for person in self._people("name", _words(f"{row.get('legal_forename')} {row.get('legal_surname')}"))
            if not _speaks_against(row, person, same_class=same_class)
        ]
        if born and len(same_day := [p for p in fits if p.date_of_birth == born]) == 1:
            return same_day[0]
        if len(fits) > 1:
            raise _several(row, fits)
        if fits and born and fits[0].date_of_birth is None:
            raise RegisterError(
                f"“{name_in(row)}” may be {fits[0].name}: the register has no date of birth to tell.",
                remedy="Put the date of birth, the UPN or the admission number into the register.",
                code="no-birth-date",
            )
        if not fits and born:
            self._refuse_near(row)
        return fits[0] if fits else None

    def _refuse_near(self, row: FileRow) -> None:
        born = parse_date(row.get("date_of_birth"))
        for person in self._people("short", _short_name(row.get("legal_forename"), row.get("legal_surname"))):
            if person.date_of_birth == born and not _speaks_against(row, person, same_class=False):
                raise RegisterError(
                    f"“{name_in(row)}” may be {person.name}, who was born on the same day.",
                    remedy="Write the name as in the register, or add the UPN to the file.",
                )


def upn_in(row: FileRow) -> str:
    """The UPN of a line, as the register writes it."""
    return upn_of(row.get("upn"))


def name_in(row: FileRow) -> str:
    """Who a line is about, for a sentence."""
    return f"{row.get('legal_forename')} {row.get('legal_surname')}".strip()[:100] or row.get("upn")[:20] or "?"


def _keys(person: Person) -> Iterable[tuple[str, str]]:
    if person.upn:
        yield "upn", person.upn
    if number := admission_key(person.admission_number):
        yield "number", number
    for forename in {person.legal_forename, person.preferred_forename or person.legal_forename}:
        for surname in {person.legal_surname, person.preferred_surname or person.legal_surname}:
            yield "name", _words(f"{forename} {surname}")
            yield "short", _short_name(forename, surname)


def _speaks_against(row: FileRow, person: Person, *, same_class: bool) -> bool:
    pairs = (
        (upn_in(row), person.upn),
        (admission_key(row.get("admission_number")), admission_key(person.admission_number)),
        (parse_date(row.get("date_of_birth")), person.date_of_birth),
        (folded(row.get("registration_group")) if same_class else "", folded(person.registration_group)),
    )
    return any(said and known and said != known for said, known in pairs)


def _fits_by_name(row: FileRow, person: Person) -> bool:
    """Whether the line has no name, or one by which the person goes; a shared surname would fit every sibling."""
    forenames = _words(f"{person.legal_forename} {person.preferred_forename}").split()
    surnames = _words(f"{person.legal_surname} {person.preferred_surname}").split()
    if said := _words(f"{row.get('legal_forename')} {row.get('preferred_forename')}").split():
        # Who has one name only may have it in either column.
        return not set(said).isdisjoint(forenames if forenames and surnames else forenames + surnames)
    said = _words(f"{row.get('legal_surname')} {row.get('preferred_surname')}").split()
    return not said or not set(said).isdisjoint(forenames + surnames)


def _several(row: FileRow, fits: list[Person]) -> RegisterError:
    return RegisterError(
        f"{len(fits)} people fit “{name_in(row)}”.", remedy="Add the UPN to the file.", code="several-fit"
    )


def _words(text: str) -> str:
    """A name as it is compared: words without case, accents, apostrophes and hyphens."""
    return " ".join(re.split(r"[^\w]+", folded(text))).strip()


def _short_name(forename: str, surname: str) -> str:
    first = _words(forename).split()[:1]
    return " ".join([*first, "/", _words(surname)]) if first and surname else ""
