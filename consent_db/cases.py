"""Complaints, requests, concerns and incidents, with what was done about each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.cases import Case, CaseId, CaseKind, CaseStep, Step
from app.domain.errors import RegisterError
from app.domain.people import PersonId
from app.domain.photo import PhotoId, VaultName
from app.domain.post import ReleaseId
from consent_db.rows import new_id, now, one
from consent_db.schema_cases import case_photo, case_step
from consent_db.schema_cases import case_record as table

_FIELDS = tuple(field.name for field in fields(Case))
_FIXED = ("id", "number", "kind", "recorded_at", "recorded_by", "version")


def fresh_id() -> CaseId:
    """An id for a new case."""
    return CaseId(new_id())


def next_number(connection: Connection) -> int:
    """What the next case is called by; taken inside the transaction that adds it."""
    return int(connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1


def add(connection: Connection, case: Case) -> None:
    """Keep a new case."""
    values = {name: getattr(case, name) for name in _FIELDS}
    connection.execute(insert(table).values(**values | {"kind": case.kind.value}))


def change(connection: Connection, case: Case) -> Case:
    """Store what changed; `case.version` is the one that was read.

    Raises:
        RegisterError: somebody else changed it meanwhile; nothing is written.
    """
    values = {name: getattr(case, name) for name in _FIELDS if name not in _FIXED}
    changed = connection.execute(
        update(table)
        .where(table.c.id == case.id, table.c.version == case.version)
        .values(version=case.version + 1, **values)
    )
    if changed.rowcount != 1:
        raise RegisterError(
            f"No. {case.number} was changed meanwhile.", remedy="Look at it again, then go on.", code="conflict"
        )
    return replace(case, version=case.version + 1)


def get(connection: Connection, case_id: CaseId) -> Case:
    """One case.

    Raises:
        RegisterError: there is none with this id.
    """
    return _case(one(connection, select(table).where(table.c.id == case_id), "This entry"))


def everything(connection: Connection, *, open_only: bool = False) -> tuple[Case, ...]:
    """All cases, the newest first."""
    query = select(table).order_by(table.c.number.desc())
    if open_only:
        query = query.where(table.c.closed_at.is_(None))
    return tuple(_case(row) for row in connection.execute(query).mappings())


def by_ids(connection: Connection, case_ids: Collection[CaseId]) -> dict[CaseId, Case]:
    """These cases by id; a few hundred at a time."""
    rows = connection.execute(select(table).where(table.c.id.in_(list(case_ids)))).mappings()
    return {case.id: case for case in map(_case, rows)}


def restricted(connection: Connection) -> frozenset[PersonId]:
    """People of whom nothing may be shown or erased while their request is open."""
    query = select(table.c.person_id).where(
        table.c.kind == CaseKind.RESTRICTION.value, table.c.closed_at.is_(None), table.c.person_id.is_not(None)
    )
    return frozenset(PersonId(person_id) for person_id in connection.execute(query).scalars())


def needed_for(connection: Connection) -> tuple[frozenset[PersonId], frozenset[ReleaseId]]:
    """The people and published posts that open requests, complaints and incidents are about.

    What is held about them is needed until those are closed. A request to correct or erase something, and an
    objection, ask for a change and keep nothing.
    """
    rows = connection.execute(
        select(table.c.kind, table.c.person_id, table.c.release_id).where(table.c.closed_at.is_(None))
    )
    needed = [row for row in rows if CaseKind(row.kind).keeps_records]
    return (
        frozenset(PersonId(row.person_id) for row in needed if row.person_id is not None),
        frozenset(ReleaseId(row.release_id) for row in needed if row.release_id is not None),
    )


def found_in(connection: Connection) -> frozenset[PhotoId]:
    """Photos in which somebody found the person of an open request without saying which face is theirs."""
    query = (
        select(case_photo.c.photo_id)
        .join(table, table.c.id == case_photo.c.case_id)
        .where(case_photo.c.is_in, table.c.closed_at.is_(None))
    )
    return frozenset(PhotoId(photo_id) for photo_id in connection.execute(query).scalars())


def add_step(
    connection: Connection, case_id: CaseId, step: Step, words: str, *, by: str, evidence_file: VaultName | None = None
) -> None:
    """Note what was done."""
    values = {"id": new_id(), "case_id": case_id, "step": step.value, "words": words, "at": now(), "by": by}
    connection.execute(insert(case_step).values(evidence_file=evidence_file, **values))


def steps(connection: Connection, case_id: CaseId) -> tuple[CaseStep, ...]:
    """What was done, the earliest first."""
    query = select(case_step).where(case_step.c.case_id == case_id).order_by(case_step.c.at)
    return tuple(
        CaseStep(case_id, Step(row["step"]), row["words"], row["at"], row["by"], row["evidence_file"])
        for row in connection.execute(query).mappings()
    )


def answer_photo(connection: Connection, case_id: CaseId, photo_id: PhotoId, *, is_in: bool, by: str) -> None:
    """Note whether somebody found the person in a photo; the last answer counts."""
    where = (case_photo.c.case_id == case_id, case_photo.c.photo_id == photo_id)
    values = {"is_in": is_in, "at": now(), "by": by}
    if connection.execute(update(case_photo).where(*where).values(**values)).rowcount == 0:
        connection.execute(insert(case_photo).values(id=new_id(), case_id=case_id, photo_id=photo_id, **values))


def photo_answers(connection: Connection, case_id: CaseId) -> dict[PhotoId, bool]:
    """The photos somebody looked through for a request, and whether the person is in them."""
    query = select(case_photo.c.photo_id, case_photo.c.is_in).where(case_photo.c.case_id == case_id)
    return {PhotoId(photo_id): bool(is_in) for photo_id, is_in in connection.execute(query)}


def of_people(connection: Connection, person_ids: Collection[PersonId]) -> tuple[Case, ...]:
    """The cases about these people, the newest first."""
    query = select(table).where(table.c.person_id.in_(list(person_ids))).order_by(table.c.number.desc())
    return tuple(_case(row) for row in connection.execute(query).mappings())


def _case(row: RowMapping) -> Case:
    values = {name: row[name] for name in _FIELDS}
    release = row["release_id"]
    person = row["person_id"]
    return Case(
        **values
        | {
            "id": CaseId(row["id"]),
            "kind": CaseKind(row["kind"]),
            "person_id": None if person is None else PersonId(person),
            "release_id": None if release is None else ReleaseId(release),
        }
    )
