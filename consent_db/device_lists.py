"""Devices as a long list shows them: their order, and what is known of some hundred of them in a few questions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, exists, func, select

from app.domain.photo import DeviceId, PhotoState, SourceFile
from consent_db import sources
from consent_db.schema_devices import quarantine
from consent_db.schema_photos import device, photo, receipt, source_file


@dataclass(frozen=True, slots=True)
class Told:
    """A receipt about a device or one of its files, without its words."""

    kind: str
    at: datetime


def number(connection: Connection) -> int:
    """How many devices the school knows."""
    return int(connection.execute(select(func.count()).select_from(device)).scalar_one())


def ids(connection: Connection, words: str = "") -> tuple[DeviceId, ...]:
    """Devices with these words in name or owner.

    Those that still hold what should be gone come first, then those with photos set aside, then all others by name.
    """
    of_it = source_file.c.device_id == device.c.id
    left = exists(select(source_file.c.id).where(of_it, sources.should_be_gone()).correlate(device))
    waits = exists(
        select(source_file.c.id)
        .join(photo, photo.c.id == source_file.c.photo_id)
        .join(quarantine, quarantine.c.photo_id == photo.c.id)
        .where(of_it, photo.c.state == PhotoState.QUARANTINED.value, quarantine.c.released_at.is_(None))
        .correlate(device)
    )
    order = (case((left, 0), else_=1), case((waits, 0), else_=1), func.lower(device.c.label), device.c.id)
    query = select(device.c.id).order_by(*order)
    for word in words.split():
        query = query.where(
            device.c.label.icontains(word, autoescape=True) | device.c.owner.icontains(word, autoescape=True)
        )
    return tuple(DeviceId(i) for i in connection.execute(query).scalars())


def files_left(connection: Connection, device_ids: Collection[DeviceId]) -> dict[DeviceId, list[SourceFile]]:
    """What should be gone from each of these and is not, by path."""
    found: dict[DeviceId, list[SourceFile]] = {}
    for file in sources.files_left_on(connection, device_ids):
        found.setdefault(file.device_id, []).append(file)
    return found


def numbers_of_files(connection: Connection, device_ids: Collection[DeviceId]) -> dict[DeviceId, int]:
    """How many files ever came from each of these; those without any are left out."""
    query = (
        select(source_file.c.device_id, func.count())
        .where(source_file.c.device_id.in_(list(device_ids)))
        .group_by(source_file.c.device_id)
    )
    return {DeviceId(row[0]): int(row[1]) for row in connection.execute(query)}


def told(connection: Connection, device_ids: Collection[DeviceId]) -> dict[DeviceId, list[Told]]:
    """The receipts about each of these and what came from them, the newest first."""
    ids_of = list(device_ids)
    about = select(receipt.c.subject, receipt.c.kind, receipt.c.at).where(receipt.c.subject.in_(ids_of))
    of_files = (
        select(source_file.c.device_id, receipt.c.kind, receipt.c.at)
        .join(receipt, receipt.c.subject == source_file.c.id)
        .where(source_file.c.device_id.in_(ids_of))
    )
    found: dict[DeviceId, list[Told]] = {}
    for query in (about, of_files):
        for row in connection.execute(query):
            found.setdefault(DeviceId(row[0]), []).append(Told(row[1], row[2]))
    for lines in found.values():
        lines.sort(key=lambda line: line.at, reverse=True)
    return found
