"""Devices as a register: who answers for them, what is still on them, what was set aside, and what was stopped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import RegisterError
from app.domain.photo import DeviceId, Photo, PhotoId, PhotoState, QuarantineReason
from consent_db import photos, sources
from consent_db.releases import Receipt
from consent_db.rows import new_id, now, one
from consent_db.schema_devices import import_stop as stops
from consent_db.schema_devices import quarantine
from consent_db.schema_photos import device as devices
from consent_db.schema_photos import photo as photo_table
from consent_db.schema_photos import receipt as receipts
from consent_db.schema_photos import source_file as files
from consent_db.sources import Device


@dataclass(frozen=True, slots=True)
class SetAside:
    """A photo that waits for the Headteacher, with the device it came from and what its clock said."""

    photo: Photo
    reason: QuarantineReason
    since: datetime
    device: Device
    taken_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stop:
    """An import that somebody stopped because of what they saw."""

    id: str
    device_label: str
    stopped_at: datetime
    stopped_by: str
    note: str
    answered_at: datetime | None
    answered_by: str
    answer: str


def get(connection: Connection, device_id: DeviceId) -> Device:
    """One device.

    Raises:
        RegisterError: there is none with this id.
    """
    key = one(connection, select(devices.c.key).where(devices.c.id == device_id), "This device")["key"]
    found = sources.device_by_key(connection, key)
    if found is None:
        raise RegisterError("This device is not in the register any more.", code="missing")
    return found


def change(connection: Connection, device: Device, **values: object) -> Device:
    """Change what is known of a device; `device` is what was read.

    Raises:
        RegisterError: somebody changed it meanwhile; nothing is written.
    """
    query = update(devices).where(devices.c.id == device.id, devices.c.version == device.version)
    if connection.execute(query.values(version=device.version + 1, **values)).rowcount != 1:
        raise RegisterError("This device was changed meanwhile.", remedy="Look at it anew.", code="conflict")
    return get(connection, device.id)


def holding_up(connection: Connection, photo_ids: Collection[PhotoId], today: date) -> dict[PhotoId, tuple[str, int]]:
    """Photos that wait because a device they came from still holds originals: what it is called, and how many.

    A device the Headteacher lifted this for until a day holds nothing up until then.
    """
    of_these = select(files.c.photo_id, files.c.device_id).where(files.c.photo_id.in_(list(photo_ids))).distinct()
    left = (
        select(files.c.device_id, func.count().label("number"))
        .join(devices, devices.c.id == files.c.device_id)
        .where(sources.should_be_gone())
        .group_by(files.c.device_id)
        .subquery()
    )
    theirs = of_these.subquery()
    query = (
        select(theirs.c.photo_id, devices.c.label, left.c.number)
        .join(left, left.c.device_id == theirs.c.device_id)
        .join(devices, devices.c.id == theirs.c.device_id)
        .where(or_(devices.c.lifted_until.is_(None), devices.c.lifted_until < today))
    )
    return {PhotoId(row.photo_id): (row.label, row.number) for row in connection.execute(query)}


def set_aside(connection: Connection, photo_id: PhotoId, reason: QuarantineReason) -> None:
    """Note why a photo waits."""
    row = {"id": new_id(), "photo_id": photo_id, "reason": reason.value, "since": now()}
    connection.execute(insert(quarantine).values(**row))


def release(connection: Connection, photo_ids: Collection[PhotoId], *, by: str) -> int:
    """Let photos that were set aside be used; returns how many were."""
    ids = list(photo_ids)
    open_rows = quarantine.c.photo_id.in_(ids) & quarantine.c.released_at.is_(None)
    connection.execute(update(quarantine).where(open_rows).values(released_at=now(), released_by=by))
    waiting = (photo_table.c.state == PhotoState.QUARANTINED.value) & photo_table.c.id.in_(ids)
    return connection.execute(update(photo_table).where(waiting).values(state=PhotoState.IMPORTED.value)).rowcount


def number_aside(connection: Connection) -> int:
    """How many photos `waiting_ids` lists."""
    query = select(func.count(func.distinct(quarantine.c.photo_id))).select_from(quarantine)
    query = query.join(photo_table, photo_table.c.id == quarantine.c.photo_id)
    query = query.join(files, files.c.photo_id == quarantine.c.photo_id).where(*_is_waiting(None))
    return int(connection.execute(query).scalar_one())


def waiting_ids(connection: Connection, device_id: DeviceId | None = None) -> tuple[PhotoId, ...]:
    """Which photos are set aside now, oldest first; of one device when given."""
    query = select(quarantine.c.photo_id).join(photo_table, photo_table.c.id == quarantine.c.photo_id)
    query = query.join(files, files.c.photo_id == quarantine.c.photo_id).where(*_is_waiting(device_id))
    found = connection.execute(query.order_by(photo_table.c.number)).scalars()
    return tuple(dict.fromkeys(PhotoId(photo_id) for photo_id in found))


def waiting(
    connection: Connection, device_id: DeviceId | None = None, *, photo_ids: Collection[PhotoId] | None = None
) -> tuple[SetAside, ...]:
    """Photos that are set aside now, oldest first; of one device, or of these few, when given."""
    query = (
        select(quarantine, files.c.device_id, files.c.taken_at, photo_table.c.number)
        .join(photo_table, photo_table.c.id == quarantine.c.photo_id)
        .join(files, files.c.photo_id == quarantine.c.photo_id)
        .where(*_is_waiting(device_id))
        .order_by(photo_table.c.number, files.c.object_id)
    )
    if photo_ids is not None:
        query = query.where(quarantine.c.photo_id.in_(list(photo_ids)))
    rows = connection.execute(query).mappings().all()
    aside = photos.in_state(connection, PhotoState.QUARANTINED, only=photo_ids) if rows else {}
    known = {key: get(connection, DeviceId(key)) for key in {row["device_id"] for row in rows}}
    found: dict[str, SetAside] = {}
    for row in rows:
        if row["photo_id"] not in found:
            photo, reason = aside[PhotoId(row["photo_id"])], QuarantineReason(row["reason"])
            found[photo.id] = SetAside(photo, reason, row["since"], known[row["device_id"]], row["taken_at"])
    return tuple(found.values())


def _is_waiting(device_id: DeviceId | None) -> Iterator[ColumnElement[bool]]:
    yield quarantine.c.released_at.is_(None)
    yield photo_table.c.state == PhotoState.QUARANTINED.value
    if device_id is not None:
        yield files.c.device_id == device_id


def numbers_waiting(connection: Connection, device_ids: Collection[DeviceId]) -> dict[DeviceId, int]:
    """How many photos of each of these devices are set aside; those without any are left out."""
    query = (
        select(files.c.device_id, func.count(func.distinct(quarantine.c.photo_id)))
        .join(photo_table, photo_table.c.id == quarantine.c.photo_id)
        .join(files, files.c.photo_id == quarantine.c.photo_id)
        .where(
            quarantine.c.released_at.is_(None),
            photo_table.c.state == PhotoState.QUARANTINED.value,
            files.c.device_id.in_(list(device_ids)),
        )
        .group_by(files.c.device_id)
    )
    return {DeviceId(key): number for key, number in connection.execute(query)}


def number_waiting(connection: Connection) -> int:
    """How many photos are set aside."""
    query = select(func.count()).select_from(photo_table).where(photo_table.c.state == PhotoState.QUARANTINED.value)
    return connection.execute(query).scalar_one()


def receipts_about(connection: Connection, device_id: DeviceId) -> tuple[Receipt, ...]:
    """Every receipt about this device and the files that came from it, the newest first."""
    theirs = select(files.c.id).where(files.c.device_id == device_id)
    about = or_(receipts.c.subject == device_id, receipts.c.subject.in_(theirs))
    query = select(receipts).where(about).order_by(receipts.c.at.desc())
    return tuple(
        Receipt(r["kind"], r["subject"], r["words"], r["at"], r["actor"], r["audit_head"])
        for r in connection.execute(query).mappings()
    )


def add_stop(connection: Connection, *, device_label: str, device_key: str, note: str, by: str) -> str:
    """Note that an import was stopped; returns its id. The key is empty when the device is not known."""
    stop_id = new_id()
    said = {"device_label": device_label[:200], "device_key": device_key[:200], "note": note}
    connection.execute(insert(stops).values(id=stop_id, **said, stopped_at=now(), stopped_by=by))
    return stop_id


def is_stopped(connection: Connection, device_key: str) -> bool:
    """Whether somebody stopped an import from this device and nobody has answered that yet."""
    query = select(stops.c.id).where(stops.c.device_key == device_key, stops.c.answered_at.is_(None)).limit(1)
    return device_key != "" and connection.execute(query).first() is not None


def photos_of_stopped(connection: Connection) -> frozenset[PhotoId]:
    """Photos of devices whose import somebody stopped: evidence, until that is answered."""
    query = (
        select(files.c.photo_id)
        .join(devices, devices.c.id == files.c.device_id)
        .join(stops, stops.c.device_key == devices.c.key)
        .where(stops.c.device_key != "", stops.c.answered_at.is_(None))
        .distinct()
    )
    return frozenset(PhotoId(photo_id) for photo_id in connection.execute(query).scalars())


def answer_stop(connection: Connection, stop_id: str, *, answer: str, by: str) -> None:
    """Note what was done about it.

    Raises:
        RegisterError: it was answered already.
    """
    query = update(stops).where(stops.c.id == stop_id, stops.c.answered_at.is_(None))
    if connection.execute(query.values(answered_at=now(), answered_by=by, answer=answer)).rowcount != 1:
        raise RegisterError("This was answered already.", remedy="Look at it anew.", code="conflict")


def all_stops(connection: Connection, *, only_open: bool = False) -> tuple[Stop, ...]:
    """Imports that were stopped, the latest first."""
    query = select(stops).order_by(stops.c.stopped_at.desc())
    if only_open:
        query = query.where(stops.c.answered_at.is_(None))
    return tuple(_stop(row) for row in connection.execute(query).mappings())


def _stop(row: RowMapping) -> Stop:
    return Stop(
        row["id"], row["device_label"], row["stopped_at"], row["stopped_by"], row["note"], row["answered_at"],
        row["answered_by"], row["answer"],
    )  # fmt: skip
