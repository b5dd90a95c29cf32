"""Devices photos came from, the files on them, and the vault objects and photos those files became.

Written while importing; what happens to a photo afterwards is in `consent_db.photos`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import BugError, RegisterError
from app.domain.photo import (
    DeviceId,
    DeviceKind,
    Digest,
    Photo,
    PhotoId,
    PhotoKind,
    PhotoState,
    SourceFile,
    SourceFileId,
    SourceFileState,
    VaultName,
)
from app.domain.ports import SourceObject
from consent_db import photos, settings
from consent_db.rows import new_id, now
from consent_db.schema_photos import device as devices
from consent_db.schema_photos import photo as photo_table
from consent_db.schema_photos import receipt as receipts
from consent_db.schema_photos import source_file as files
from consent_db.schema_photos import vault_object as objects

_TO_BE_CLEARED = (DeviceKind.PERSONAL.value, DeviceKind.UNKNOWN.value)
HIGHEST_NUMBER = "highest_photo_number"
"""The setting with the highest number an erased photo had."""


@dataclass(frozen=True, slots=True)
class Device:
    """A source that photos were imported from; `key` is what it says of itself whenever it comes back.

    Attributes:
        owner: whose it is, in words.
        is_confirmed: somebody who manages devices said whose it is, or it is a place on a school PC.
        clock_shift_s: what to add to its clock's times, in seconds.
        lifted_until: until this day its originals that are still on it keep no photo from a post.
    """

    id: DeviceId
    key: str
    label: str
    kind: DeviceKind
    owner: str = ""
    is_confirmed: bool = False
    clock_shift_s: int = 0
    lifted_until: date | None = None
    lifted_by: str = ""
    first_seen_at: datetime | None = None
    version: int = 1


def device_by_key(connection: Connection, key: str) -> Device | None:
    """The device with this key, or None when nothing was ever imported from it."""
    row = connection.execute(select(devices).where(devices.c.key == key)).mappings().first()
    return None if row is None else _device(row)


def all_devices(connection: Connection) -> tuple[Device, ...]:
    """Every device the school knows, by what it is called."""
    query = select(devices).order_by(devices.c.label, devices.c.id)
    return tuple(_device(row) for row in connection.execute(query).mappings())


def devices_by_ids(connection: Connection, device_ids: Collection[DeviceId]) -> tuple[Device, ...]:
    """These devices, in no particular order; unknown ids are left out."""
    query = select(devices).where(devices.c.id.in_(list(device_ids)))
    return tuple(_device(row) for row in connection.execute(query).mappings())


def save_device(
    connection: Connection, *, key: str, label: str, kind: DeviceKind, owner: str = "", is_confirmed: bool = False
) -> Device:
    """Add the device, or say anew whose it is and what it is called."""
    known = device_by_key(connection, key)
    said = {"label": label[:200], "kind": kind.value, "is_confirmed": is_confirmed}
    if known is None:
        values = said | {"id": new_id(), "key": key, "owner": owner[:200], "first_seen_at": now()}
        connection.execute(insert(devices).values(**values))
    else:
        values = said | ({"owner": owner[:200]} if owner else {}) | {"version": known.version + 1}
        connection.execute(update(devices).where(devices.c.id == known.id).values(**values))
    saved = device_by_key(connection, key)
    if saved is None:
        raise BugError("a device that was just saved is not there")
    return saved


def add_vault_object(connection: Connection, *, name: VaultName, wrapped_key: bytes, sha256: Digest, size: int) -> None:
    """Keep the wrapped data key: from here on the object counts. `size` is of the plain bytes."""
    row = {"name": name, "wrapped_key": wrapped_key, "sha256": sha256, "bytes": size, "stored_at": now()}
    connection.execute(insert(objects).values(**row))


def vault_object(connection: Connection, name: VaultName) -> tuple[bytes, Digest] | None:
    """The wrapped key and the digest of one object, or None when none with this name counts."""
    row = connection.execute(select(objects.c.wrapped_key, objects.c.sha256).where(objects.c.name == name)).first()
    return None if row is None else (bytes(row.wrapped_key), Digest(row.sha256))


def vault_objects(connection: Connection) -> tuple[tuple[VaultName, bytes], ...]:
    """Name and wrapped key of every object that counts."""
    rows = connection.execute(select(objects.c.name, objects.c.wrapped_key))
    return tuple((VaultName(row.name), bytes(row.wrapped_key)) for row in rows)


def add_photo(
    connection: Connection,
    *,
    sha256: Digest,
    vault_name: VaultName,
    state: PhotoState,
    width: int,
    height: int,
    format: str,  # noqa: A002  the word the photo itself uses
    size: int,
    event: str,
    kind: PhotoKind = PhotoKind.PICTURE,
    goes_with: PhotoId | None = None,
) -> Photo:
    """Add a photo under the next number; its vault object must be there. `size` is in bytes."""
    highest = connection.execute(select(func.max(photo_table.c.number))).scalar() or 0
    highest = max(highest, settings.get(connection, HIGHEST_NUMBER, 0))  # no two photos are ever called the same
    photo = Photo(
        PhotoId(new_id()), sha256, vault_name, state, width, height, format, size, now(), event[:200], highest + 1,
        kind, goes_with,
    )  # fmt: skip
    connection.execute(
        insert(photo_table).values(
            id=photo.id, number=photo.number, sha256=sha256, vault_name=vault_name, state=state.value, width=width,
            height=height, format=format, bytes=size, imported_at=photo.imported_at, event=photo.event,
            is_analysed=False, engines="", kind=kind.value, goes_with=goes_with,
        )
    )  # fmt: skip
    return photo


def file_of(connection: Connection, *, device_id: DeviceId, object_id: str, photo_id: PhotoId) -> SourceFile | None:
    """What is recorded of this file of the device with this content."""
    query = select(files).where(
        files.c.device_id == device_id, files.c.object_id == object_id, files.c.photo_id == photo_id
    )
    row = connection.execute(query).mappings().first()
    return None if row is None else _file(row)


def has_object(connection: Connection, device_id: DeviceId, object_id: str) -> bool:
    """Whether a file with this name on the device was ever recorded, whatever it held."""
    query = select(files.c.id).where(files.c.device_id == device_id, files.c.object_id == object_id).limit(1)
    return connection.execute(query).first() is not None


def add_file(
    connection: Connection,
    *,
    photo_id: PhotoId,
    device_id: DeviceId,
    found: SourceObject,
    size: int,
    wanted: bool,
    taken_at: datetime | None = None,
) -> SourceFile:
    """Add a file as COPIED; `size` is of what was read, `wanted` says that its original is to be removed."""
    file = SourceFile(
        SourceFileId(new_id()), photo_id, device_id, found.object_id, found.name, size, SourceFileState.COPIED, "",
        wanted, found.bytes, found.modified, taken_at,
    )  # fmt: skip
    connection.execute(
        insert(files).values(
            id=file.id, photo_id=photo_id, device_id=device_id, object_id=file.object_id, name=file.name, bytes=size,
            state=file.state.value, problem="", removal_wanted=wanted, updated_at=now(),
            listed_bytes=file.listed_bytes, modified_at=file.modified_at, taken_at=taken_at,
        )
    )  # fmt: skip
    return file


def change_file(connection: Connection, file: SourceFile) -> None:
    """Store the file's state, problem and whether its removal is wanted.

    Raises:
        RegisterError: its photo was destroyed or erased meanwhile; nothing is written.
    """
    values = {"state": file.state.value, "problem": file.problem, "removal_wanted": file.removal_wanted}
    query = update(files).where(files.c.id == file.id).values(**values, updated_at=now())
    if connection.execute(query).rowcount != 1:
        raise RegisterError(
            f"{file.name} is not in the register any more: its photo was destroyed just now.",
            remedy="Look at the list anew.",
            code="conflict",
        )


def should_be_gone() -> ColumnElement[bool]:
    """Of files joined with their devices: originals that should not be on the device any more and may still be.

    On somebody's own device, or on one that is nobody's yet, none may stay, whether its removal was asked for or not.
    """
    done = [SourceFileState.REMOVED.value, SourceFileState.ATTESTED.value]
    return and_(files.c.state.not_in(done), or_(files.c.removal_wanted, devices.c.kind.in_(_TO_BE_CLEARED)))


def removals_wanted(connection: Connection, device_id: DeviceId) -> tuple[tuple[SourceFile, Photo], ...]:
    """Files of the device whose originals somebody asked to remove and that are not gone yet, with their photos."""
    wanted = [file for file in files_left(connection, device_id) if file.removal_wanted]
    return tuple((file, photos.get(connection, file.photo_id)) for file in wanted)


def originals_left(connection: Connection, device_id: DeviceId) -> tuple[tuple[SourceFile, Photo], ...]:
    """Files of the device whose originals should be gone and are not yet, with their photos, by path."""
    left = files_left(connection, device_id)
    return tuple((file, photos.get(connection, file.photo_id)) for file in left)


def files_left(connection: Connection, device_id: DeviceId) -> tuple[SourceFile, ...]:
    """The same without their photos: a card may hold ten thousand."""
    return files_left_on(connection, [device_id])


def files_left_on(connection: Connection, device_ids: Collection[DeviceId]) -> tuple[SourceFile, ...]:
    """The same for several devices."""
    query = (
        select(files)
        .join(devices, devices.c.id == files.c.device_id)
        .where(files.c.device_id.in_(list(device_ids)), should_be_gone())
        .order_by(files.c.device_id, files.c.object_id)
    )
    return tuple(_file(row) for row in connection.execute(query).mappings())


def files_of(connection: Connection, device_id: DeviceId) -> tuple[SourceFile, ...]:
    """Every file ever imported from the device, by what it calls them."""
    query = select(files).where(files.c.device_id == device_id).order_by(files.c.object_id)
    return tuple(_file(row) for row in connection.execute(query).mappings())


def number_of_files(connection: Connection, device_id: DeviceId) -> int:
    """How many files were ever imported from the device."""
    query = select(func.count()).select_from(files).where(files.c.device_id == device_id)
    return connection.execute(query).scalar_one()


def name_of(connection: Connection, photo_id: PhotoId) -> str:
    """What a device called the photo's file; empty when no file of it is recorded."""
    query = select(files.c.name).where(files.c.photo_id == photo_id).order_by(files.c.updated_at).limit(1)
    return str(connection.execute(query).scalar() or "")


def devices_with_originals(connection: Connection) -> tuple[tuple[Device, int], ...]:
    """Devices that still hold originals which should be gone, each with how many, the fullest first."""
    left = (
        select(files.c.device_id, func.count().label("number"))
        .join(devices, devices.c.id == files.c.device_id)
        .where(should_be_gone())
        .group_by(files.c.device_id)
        .subquery()
    )
    query = select(devices, left.c.number).join(left, left.c.device_id == devices.c.id).order_by(left.c.number.desc())
    return tuple((_device(row), row["number"]) for row in connection.execute(query).mappings())


def add_receipt(connection: Connection, *, kind: str, subject: str, words: str, actor: str, audit_head: str) -> None:
    """Keep the proof that a step was done, with the head of the records at that moment."""
    row = {"id": new_id(), "kind": kind, "subject": subject, "words": words, "actor": actor, "audit_head": audit_head}
    connection.execute(insert(receipts).values(**row, at=now()))


def _device(row: RowMapping) -> Device:
    return Device(
        DeviceId(row["id"]), row["key"], row["label"], DeviceKind(row["kind"]), row["owner"], row["is_confirmed"],
        row["clock_shift_s"], row["lifted_until"], row["lifted_by"], row["first_seen_at"], row["version"],
    )  # fmt: skip


def _file(row: RowMapping) -> SourceFile:
    return SourceFile(
        id=SourceFileId(row["id"]), photo_id=PhotoId(row["photo_id"]), device_id=DeviceId(row["device_id"]),
        object_id=row["object_id"], name=row["name"], bytes=row["bytes"], state=SourceFileState(row["state"]),
        problem=row["problem"], removal_wanted=row["removal_wanted"], listed_bytes=row["listed_bytes"],
        modified_at=row["modified_at"], taken_at=row["taken_at"],
    )  # fmt: skip
