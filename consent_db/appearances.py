"""Which photos anybody ever said, or a reader found, that a person may be in; whether they still are is asked then."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, String, cast, or_, select

from app.domain.people import PersonId
from app.domain.photo import PhotoId
from consent_db import regions
from consent_db.schema_photos import presence_answer, region, verdict_event


def photos_with(connection: Connection, person_ids: Collection[PersonId]) -> frozenset[PhotoId]:
    """Photos in which a face was ever named as one of them, a name could be theirs, or somebody answered about them."""
    ids = list(person_ids)
    read = or_(*(cast(region.c.roster, String).contains(person_id) for person_id in ids))
    found = (
        select(verdict_event.c.photo_id).where(verdict_event.c.person_id.in_(ids)),
        select(presence_answer.c.photo_id).where(presence_answer.c.person_id.in_(ids)),
        select(region.c.photo_id).where(read),
    )
    return frozenset(PhotoId(photo_id) for query in found for photo_id in connection.execute(query).scalars())


def photos_naming(connection: Connection, person_id: PersonId) -> frozenset[PhotoId]:
    """Photos in which a face or a name is said to be theirs as things stand."""
    ever = select(verdict_event.c.photo_id).where(verdict_event.c.person_id == person_id).distinct()
    return frozenset(
        PhotoId(photo_id)
        for photo_id in connection.execute(ever).scalars().all()
        if any(place.person_id == person_id for place in regions.of_photo(connection, PhotoId(photo_id)))
    )
