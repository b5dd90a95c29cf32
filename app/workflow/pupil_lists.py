"""The rows of a pupil list against the register: who is new, who changed, and which lines cannot be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import RegisterError
from app.domain.people import Person, PersonId, PersonKind
from app.workflow.consent_lists import Change, PreviewRow
from app.workflow.list_matching import KnownPeople, name_in, upn_in
from consent_db import people
from consent_db.lists.cells import admission_key, checked_number, checked_text, parse_date, upn_is_valid
from consent_db.lists.school_file import FileRow
from consent_db.people import folded


class PupilReading:
    """Takes the rows of one list; what it would change is in `new`, `changed` and `rows`.

    Args:
        children: the pupils of the register, leavers included.
        aliases: former UPNs and whose they were.
        today: in the school's zone.
    """

    def __init__(self, children: Sequence[Person], aliases: Mapping[str, PersonId], today: date) -> None:
        self._children, self._today = children, today
        self._known = KnownPeople(children, aliases)
        self._met: dict[PersonId, int] = {}
        self.rows: list[PreviewRow] = []
        self.new: list[Person] = []
        self.changed: list[Person] = []

    def read(self, row: FileRow) -> None:
        """Judge one row; a line that cannot be used becomes a row with its problem."""
        try:
            person = self._only_once(row, _person_of(row, self._known, self._today))
        except (RegisterError, ValueError) as problem:
            self.rows.append(PreviewRow(row.line, name_in(row), Change.PROBLEM, str(problem)))
            return
        self._met[person.id] = row.line
        before = self._known.by_id.get(person.id)
        if before is None:
            change, words = Change.NEW, f"{person.name} is new."
            self.new.append(person)
        elif before != person:
            change, words = Change.CHANGED, f"{person.name} has new details."
            self.changed.append(person)
        else:
            change, words = Change.SAME, f"{person.name} stays as is."
        if change is not Change.SAME:
            self._known.add(person)
        self.rows.append(PreviewRow(row.line, person.name, change, words, person_id=person.id))

    def missing(self, classes: Set[str]) -> tuple[Person, ...]:
        """Pupils on roll whom the list does not name; of a list of a few classes only those of these classes count."""
        on_roll = [p for p in self._children if not p.has_left(self._today)]
        away = [p for p in on_roll if p.id not in self._met]
        if classes - {""} and 2 * len(away) > len(on_roll):
            away = [p for p in away if folded(p.registration_group) in classes - {""}]
        return tuple(away)

    def _only_once(self, row: FileRow, person: Person) -> Person:
        if person.id in self._met:
            raise RegisterError(
                f"“{name_in(row)}” could be the person of line {self._met[person.id]}.",
                remedy="Add the UPN or the date of birth to the file.",
            )
        return person


_LENGTHS = {
    "legal_forename": 200, "legal_surname": 200, "preferred_forename": 200, "preferred_surname": 200,
    "registration_group": 40, "year_group": 40,
}  # fmt: skip


def _person_of(row: FileRow, known: KnownPeople, today: date) -> Person:
    upn = upn_in(row)
    if row.is_shifted:
        raise RegisterError(f"The line of “{name_in(row)}” has more cells than there are headings.")
    if upn and not upn_is_valid(upn):
        raise RegisterError(f"The UPN {upn[:20]} of “{name_in(row)}” cannot be right: its check letter does not fit.")
    if not (row.get("legal_forename") or row.get("legal_surname")):
        raise RegisterError("This line has no name.")
    born = parse_date(row.get("date_of_birth"))
    if born is not None and born > today:
        raise RegisterError(f"“{name_in(row)}” would be born on a day to come, {born:%d %b %Y}.")
    texts: dict[str, Any] = {name: checked_text(row.get(name), most=most) for name, most in _LENGTHS.items()}
    texts["admission_number"] = checked_number(row.get("admission_number"))
    before = known.find(row) or people.new(PersonKind.PUPIL, row.get("legal_forename"), row.get("legal_surname"))
    if before.has_left(today):
        raise RegisterError(
            f"{before.name} has left, says the register.", remedy="If the child is back, put that into the register."
        )
    if admission_key(texts["admission_number"]) == admission_key(before.admission_number):
        texts["admission_number"] = max(texts["admission_number"], before.admission_number, key=len)
    return replace(
        before,
        **{name: text or getattr(before, name) for name, text in texts.items()},
        upn=upn or before.upn,
        date_of_birth=born or before.date_of_birth,
        on_roll_from=parse_date(row.get("on_roll_from")) or before.on_roll_from,
        on_roll_until=parse_date(row.get("on_roll_until")) or before.on_roll_until,
    )
