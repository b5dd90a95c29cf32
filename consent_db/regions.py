"""Regions of photos, the engines' evidence for them, and what people said: insert-only, so that all can be undone.

A region's row holds what was first found or drawn; the latest verdict event on top of it is how it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.clothing import Cloth
from app.domain.detection import (
    Region,
    RegionId,
    RegionKind,
    RegionOrigin,
    TextKind,
    Verdict,
    without_answered_hints,
)
from app.domain.geometry import Box
from app.domain.people import PersonId
from app.domain.photo import PhotoId
from consent_db.rows import new_id, now, one
from consent_db.schema_photos import evidence as evidence_table
from consent_db.schema_photos import region as table
from consent_db.schema_photos import verdict_event


def fresh_id() -> RegionId:
    """An id for a new region."""
    return RegionId(new_id())


def add(connection: Connection, region: Region) -> None:
    """Store a new region as found or drawn."""
    number = connection.execute(
        select(func.coalesce(func.max(table.c.sequence), 0)).where(table.c.photo_id == region.photo_id)
    ).scalar_one()
    connection.execute(
        insert(table).values(
            id=region.id,
            sequence=number + 1,
            photo_id=region.photo_id,
            kind=region.kind.value,
            box=region.box.to_list(),
            origin=region.origin.value,
            score=region.score,
            text=region.text,
            text_kind=None if region.text_kind is None else region.text_kind.value,
            roster=list(region.roster),
            touched=region.origin is RegionOrigin.PERSON,
            made_at=now(),
            quality=region.quality,
            clothes=[[*cloth.colour, cloth.share] for cloth in region.clothes],
        )
    )


def add_evidence(connection: Connection, region_id: RegionId, *, engine: str, box: Box, score: float) -> None:
    """Attach what an engine found to a region; the region itself stays as it is, but for a higher score."""
    connection.execute(
        insert(evidence_table).values(
            id=new_id(), region_id=region_id, engine=engine, box=box.to_list(), score=score, found_at=now()
        )
    )
    connection.execute(
        update(table)
        .where(table.c.id == region_id, (table.c.score.is_(None)) | (table.c.score < score))
        .values(score=score)
    )


def of_photo(connection: Connection, photo_id: PhotoId, *, with_removed: bool = False) -> tuple[Region, ...]:
    """The regions of a photo as they stand, in the order they were found; without hints that a face speaks for."""
    said: dict[str, RowMapping] = {}
    events = connection.execute(
        select(verdict_event).where(verdict_event.c.photo_id == photo_id).order_by(verdict_event.c.sequence)
    ).mappings()
    for event in events:
        said[event["region_id"]] = event
    rows = connection.execute(select(table).where(table.c.photo_id == photo_id).order_by(table.c.sequence)).mappings()
    regions = (_standing(_region(row), said.get(row["id"])) for row in rows)
    if with_removed:
        return tuple(regions)
    return without_answered_hints([region for region in regions if not region.removed])


def get(connection: Connection, region_id: RegionId) -> Region:
    """One region as it stands.

    Raises:
        RegisterError: there is none with this id.
    """
    row = one(connection, select(table).where(table.c.id == region_id), "This box")
    of_it = (verdict_event.c.photo_id == row["photo_id"]) & (verdict_event.c.region_id == region_id)
    said = select(verdict_event).where(of_it)
    last = connection.execute(said.order_by(verdict_event.c.sequence.desc()).limit(1)).mappings().one_or_none()
    return _standing(_region(row), last)


def found_at(connection: Connection, region_id: RegionId) -> Box:
    """Where the region was first found or drawn, wherever people moved it since.

    Raises:
        RegisterError: there is none with this id.
    """
    return _region(one(connection, select(table).where(table.c.id == region_id), "This box")).box


def touched(connection: Connection, photo_id: PhotoId) -> frozenset[RegionId]:
    """Regions a person drew or spoke about; no engine changes them."""
    ids = connection.execute(select(table.c.id).where(table.c.photo_id == photo_id, table.c.touched)).scalars()
    return frozenset(RegionId(i) for i in ids)


def say(
    connection: Connection,
    region: Region,
    *,
    by: str,
    undoes: int | None = None,
    part_of: int | None = None,
    redoes: int | None = None,
) -> int:
    """Record how a region stands from now on; returns the event's sequence number.

    `undoes` is the event that is taken back with it, `redoes` one that was taken back and stands again; `part_of` is
    the first event of an act about several regions, which is taken back as a whole.
    """
    result = connection.execute(
        insert(verdict_event).values(
            photo_id=region.photo_id,
            region_id=region.id,
            verdict=region.verdict.value,
            kind=region.kind.value,
            person_id=region.person_id,
            always_cover=region.always_cover,
            removed=region.removed,
            box=region.box.to_list(),
            undoes=undoes,
            part_of=part_of,
            redoes=redoes,
            recorded_at=now(),
            recorded_by=by,
        )
    )
    connection.execute(update(table).where(table.c.id == region.id).values(touched=True))
    return int(result.inserted_primary_key[0])  # type: ignore[index]


def last_said(connection: Connection, photo_id: PhotoId) -> dict[RegionId, tuple[str, datetime]]:
    """Who said the last word about each region of a photo, and when; those nobody spoke about are left out."""
    columns = (verdict_event.c.region_id, verdict_event.c.recorded_by, verdict_event.c.recorded_at)
    query = select(*columns).where(verdict_event.c.photo_id == photo_id).order_by(verdict_event.c.sequence)
    return {RegionId(region_id): (by, at) for region_id, by, at in connection.execute(query)}


def undo_last(connection: Connection, photo_id: PhotoId, *, by: str) -> tuple[Region, ...]:
    """Put back how things stood before the last act about regions of this photo that is not undone yet.

    Returns:
        The regions of that act as they stand now; none when there is nothing left to undo.
    """
    events = connection.execute(
        select(verdict_event).where(verdict_event.c.photo_id == photo_id).order_by(verdict_event.c.sequence)
    ).mappings()
    history: Sequence[RowMapping] = list(events)
    undone = {event["undoes"] for event in history if event["undoes"] is not None}
    open_events = [e for e in history if e["undoes"] is None and e["sequence"] not in undone]
    if not open_events:
        return ()
    act = open_events[-1]["part_of"] or open_events[-1]["sequence"]
    last_act = [e for e in open_events if act in (e["sequence"], e["part_of"])]
    return tuple(_put_back(connection, event, open_events, by=by) for event in reversed(last_act))


def redo_last(connection: Connection, photo_id: PhotoId, *, by: str) -> tuple[Region, ...]:
    """Do again what was taken back last, as long as nothing else was said of this photo since.

    Returns:
        The regions of that act as they stand now; none when nothing was taken back.
    """
    history: Sequence[RowMapping] = list(
        connection.execute(
            select(verdict_event).where(verdict_event.c.photo_id == photo_id).order_by(verdict_event.c.sequence)
        ).mappings()
    )
    wanted = _taken_back(history)
    first: int | None = None
    again: list[Region] = []
    for event in (e for e in history if wanted and wanted in (e["sequence"], e["part_of"])):
        row = one(connection, select(table).where(table.c.id == event["region_id"]), "This box")
        region = _standing(_region(row), event)
        sequence = say(connection, region, by=by, redoes=event["sequence"], part_of=first)
        first = first or sequence
        again.append(region)
    return tuple(again)


def _taken_back(history: Sequence[RowMapping]) -> int | None:
    """The act that was taken back last and may be done again; an act of another kind leaves none."""
    act_of = {event["sequence"]: event["part_of"] or event["sequence"] for event in history}
    taken_back: list[int] = []
    for event in history:
        if event["undoes"] is not None:
            act = act_of.get(event["undoes"])
            if act is not None and act not in taken_back:
                taken_back.append(act)
        elif event["redoes"] is not None:
            taken_back = [act for act in taken_back if act != act_of.get(event["redoes"])]
        else:
            taken_back.clear()
    return taken_back[-1] if taken_back else None


def _put_back(connection: Connection, event: RowMapping, open_events: Sequence[RowMapping], *, by: str) -> Region:
    """The region as it stood before an event; a box that a person drew goes with the event that drew it."""
    before = [e for e in open_events if e["region_id"] == event["region_id"] and e["sequence"] < event["sequence"]]
    first = _region(one(connection, select(table).where(table.c.id == event["region_id"]), "This box"))
    drawn = first.origin is RegionOrigin.PERSON and not before
    region = replace(first, removed=True) if drawn else _standing(first, before[-1] if before else None)
    say(connection, region, by=by, undoes=event["sequence"])
    return region


def _standing(region: Region, event: RowMapping | None) -> Region:
    if event is None:
        return region
    return replace(
        region,
        box=Box.from_list(event["box"]),
        verdict=Verdict(event["verdict"]),
        person_id=None if event["person_id"] is None else PersonId(event["person_id"]),
        always_cover=event["always_cover"],
        removed=event["removed"],
        kind=region.kind if event["kind"] is None else RegionKind(event["kind"]),
    )


def _region(row: RowMapping) -> Region:
    return Region(
        id=RegionId(row["id"]),
        photo_id=PhotoId(row["photo_id"]),
        kind=RegionKind(row["kind"]),
        box=Box.from_list(row["box"]),
        origin=RegionOrigin(row["origin"]),
        score=row["score"],
        text=row["text"],
        text_kind=None if row["text_kind"] is None else TextKind(row["text_kind"]),
        roster=tuple(PersonId(p) for p in row["roster"]),
        quality=row["quality"],
        clothes=tuple(Cloth((lightness, a, b), share) for lightness, a, b, share in row["clothes"] or ()),
    )
