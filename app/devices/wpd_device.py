"""Phones and cameras on Windows through Windows Portable Devices; the COM calls themselves are in `wpd_com`.

Objects are called by their persistent ids, which stay the same when a phone comes back; its session ids do not. A
phone may refuse a removal for one object and report success for the call, so each object's own answer is read, and the
phone is asked again whether it still has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.photo import MAX_IN_MEMORY_BYTES, DeviceFamily, DeviceKind
from app.domain.ports import SourceIdentity, SourceObject

ROOT = "DEVICE"
"""What WPD calls the device itself."""

_NOT_FOUND = frozenset({0x80070002, 0x80070003, 0x80070490})
_GONE = frozenset({0x80070015, 0x8007001F, 0x80070037, 0x80070079, 0x800700AA, 0x8007048F, 0x802A0002, 0x80042009})
_DENIED = frozenset({0x80070005, 0x80070013, 0x80070032, 0x80004001, 0x80042003})


class WpdError(Exception):
    """A COM call failed; `hresult` is its unsigned code."""

    def __init__(self, hresult: int) -> None:
        super().__init__(f"0x{hresult & 0xFFFFFFFF:08X}")
        self.hresult = hresult & 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class WpdValues:
    """What a phone says of one object; `name` is the file's own name where it has one."""

    name: str
    persistent_id: str
    is_folder: bool
    bytes: int = 0
    modified: datetime | None = None
    can_delete: bool = True
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class WpdFacts:
    """What a device says of itself."""

    maker: str
    model: str
    serial: str
    friendly_name: str


class WpdPhone(Protocol):
    """One opened device, as `IPortableDevice` and its parts offer it. Every call raises `WpdError`."""

    def facts(self) -> WpdFacts: ...

    def children(self, object_id: str) -> Sequence[str]: ...

    def values(self, object_id: str) -> WpdValues: ...

    def object_ids(self, persistent_id: str) -> Sequence[str]:
        """`IPortableDeviceContent.GetObjectIDsFromPersistentUniqueIDs`; empty when there is none any more."""

    def chunks(self, object_id: str) -> Iterator[bytes]: ...

    def delete(self, object_id: str) -> int:
        """`IPortableDeviceContent.Delete` without recursion; the object's own code from the results, 0 for done."""

    def close(self) -> None: ...


class WpdManager(Protocol):
    """`IPortableDeviceManager`. Every call raises `WpdError`."""

    def devices(self) -> Sequence[tuple[str, str]]:
        """Plug-and-play id and name of each device that is there now."""

    def open(self, device: str) -> WpdPhone: ...


def windows_manager() -> WpdManager:
    """The real one.

    Raises:
        DeviceError: this Windows has no Portable Devices (its media parts are missing).
    """
    try:
        from app.devices.wpd_com import Manager
    except (ImportError, OSError) as error:
        raise DeviceError(
            "Phones on a cable cannot be read on this PC.",
            remedy="Put the card into a reader, or choose a folder. IT can add Windows’ media features.",
            code="no-adapter",
        ) from error
    manager: WpdManager = Manager()
    return manager


def find_phones(manager: WpdManager) -> tuple[tuple[str, str], ...]:
    """Plug-and-play id and name of every phone and camera that shows up as no drive."""
    try:
        return tuple(manager.devices())
    except WpdError as error:
        raise _problem(error, "The phones") from error


class WpdDevice:
    """A `SourceDevice` over one phone or camera; `close` it when done.

    Raises:
        DeviceError: it is gone, locked or used by another program.
    """

    def __init__(self, manager: WpdManager, device: str) -> None:
        try:
            self._phone = manager.open(device)
            facts = self._phone.facts()
        except WpdError as error:
            raise _problem(error, "The phone") from error
        self._label = facts.friendly_name or f"{facts.maker} {facts.model}".strip() or "Phone"
        family = _family(facts)
        # Without a serial number the plug-and-play id has to do: it says the kind of device and the socket.
        serial = facts.serial or device
        key = hashlib.sha256(f"{facts.maker}\0{facts.model}\0{serial}".encode()).hexdigest()[:32]
        self._identity = SourceIdentity(
            key=f"camera-{key}",
            label=self._label,
            suggested_kind=DeviceKind.UNKNOWN,
            removable=True,
            family=family,
            may_convert=family is DeviceFamily.IPHONE,
            is_certain=bool(facts.serial),
        )

    @property
    def identity(self) -> SourceIdentity:
        return self._identity

    def list_objects(self, *, everything: bool = False) -> Iterator[SourceObject]:
        """Every file on it; hidden ones only with `everything`.

        Raises:
            DeviceError: it is gone, or locked so that it shows no storage.
        """
        try:
            storages = self._phone.children(ROOT)
            if not storages:
                raise _locked(self._label)
            for storage in storages:
                yield from self._listed(storage, "", everything=everything)
        except WpdError as error:
            raise _problem(error, self._label) from error

    def read(self, object_id: str) -> bytes:
        """The bytes the phone hands over.

        Raises:
            PhotoUnreadableError: ``too-many-bytes``.
            DeviceError: the file or the phone is gone, or it hands over fewer bytes than it says.
        """
        data = bytearray()
        for piece in self.pieces(object_id):
            data += piece
            if len(data) > MAX_IN_MEMORY_BYTES:
                raise PhotoUnreadableError(
                    f"The file is too large to be taken (over {MAX_IN_MEMORY_BYTES // 1_000_000} MB).",
                    remedy="It stays where it is.",
                    code="too-many-bytes",
                )
        return bytes(data)

    def pieces(self, object_id: str) -> Iterator[bytes]:
        """The bytes the phone hands over, piece by piece.

        Raises:
            DeviceError: the file or the phone is gone, or it hands over fewer bytes than it says.
        """
        size = 0
        try:
            session_id = self._session_id(object_id)
            if session_id is None:
                raise DeviceError("The file is not on the device any more.", code="file-gone")
            values = self._phone.values(session_id)
            for chunk in self._phone.chunks(session_id):
                size += len(chunk)
                yield chunk
        except WpdError as error:
            raise _problem(error, "The file") from error
        if size < values.bytes and not self.identity.may_convert:
            raise DeviceError(
                f"The phone stopped in the middle of {values.name}.",
                remedy="Unlock it, plug it in again and repeat the import.",
                code="short-read",
            )

    def remove(self, object_id: str) -> None:
        """Delete one file by its object id.

        Raises:
            DeviceError: the phone does not allow it, or is gone.
        """
        try:
            session_id = self._session_id(object_id)
            if session_id is None:
                raise DeviceError("The file is not on the device any more.", code="file-gone")
            values = self._phone.values(session_id)
            if not values.can_delete:
                raise _no_deletion(values.name)
            code = self._phone.delete(session_id)
        except WpdError as error:
            raise _problem(error, "The file") from error
        if code:  # the call went through, and this object was refused all the same
            raise _problem(WpdError(code), values.name)

    def exists(self, object_id: str) -> bool:
        """Whether the phone still has the object, asked by its persistent id and by its folder's listing.

        Raises:
            DeviceError: the phone is gone, so nothing can be said.
        """
        try:
            if self._session_id(object_id) is not None:
                return True
            return any(found.object_id == object_id for found in self.list_objects(everything=True))
        except WpdError as error:
            raise _problem(error, self._label) from error

    def close(self) -> None:
        """Give the phone back; safe to call twice."""
        try:
            self._phone.close()
        except WpdError:
            return  # it is gone: there is nothing to give back

    def _listed(self, object_id: str, folder: str, *, everything: bool) -> Iterator[SourceObject]:
        for child in self._phone.children(object_id):
            try:
                values = self._phone.values(child)
            except WpdError as error:
                if error.hresult in _NOT_FOUND:
                    continue  # it went between the two questions
                raise
            if values.is_hidden and not everything:
                continue
            if values.is_folder:
                yield from self._listed(child, f"{folder}/{values.name}", everything=everything)
            else:
                yield SourceObject(values.persistent_id, values.name, values.bytes, values.modified, folder)

    def _session_id(self, persistent_id: str) -> str | None:
        found = self._phone.object_ids(persistent_id)
        return found[0] if found else None


def _family(facts: WpdFacts) -> DeviceFamily:
    words = f"{facts.maker} {facts.model} {facts.friendly_name}".lower()
    if "apple" in words or "iphone" in words or "ipad" in words:
        return DeviceFamily.IPHONE
    cameras = ("canon", "nikon", "sony", "fuji", "olympus", "panasonic", "pentax", "leica", "gopro")
    return DeviceFamily.CAMERA if any(name in words for name in cameras) else DeviceFamily.ANDROID


def _problem(error: WpdError, what: str) -> DeviceError:
    if error.hresult in _NOT_FOUND:
        return DeviceError(f"{what} is not on the device any more.", code="file-gone")
    if error.hresult in _GONE:
        return DeviceError(
            f"{what} does not answer any more.",
            remedy="Plug the phone in again, unlock it, and repeat the import.",
            code="gone",
        )
    if error.hresult in _DENIED:
        return _no_deletion(what)
    return DeviceError(
        f"The phone answers with an error for {what} ({error}).",
        remedy="Unlock it, take the cable out, put it in again and repeat the import.",
        code="device-error",
    )


def _locked(label: str) -> DeviceError:
    return DeviceError(
        f"{label} shows no photos.",
        remedy="Unlock it and allow this computer (“Trust”, or “File transfer”); then try again.",
        code="locked",
    )


def _no_deletion(name: str) -> DeviceError:
    return DeviceError(
        f"The phone does not allow a computer to read or delete {name}.",
        remedy="Unlock it and try again, or delete the photo on the phone itself and press “List again”.",
        code="not-allowed-by-device",
    )
