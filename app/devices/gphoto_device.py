"""Cameras and phones on the bus (PTP, MTP) through libgphoto2, which its wheel brings along: Linux and macOS.

The only place that imports gphoto2. Files are called by their path on the camera. libgphoto2 remembers listings, so
after a removal the session is begun anew before the camera is asked whether a file is still there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import Any

from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.photo import MAX_IN_MEMORY_BYTES, DeviceFamily, DeviceKind
from app.domain.ports import SourceIdentity, SourceObject

_GONE = frozenset({-7, -10, -31, -34, -35, -52, -60, -105, -114})
"""Input and output, time-outs, the bus, and cameras that are not found: the cable, not one file."""
_BUSY = frozenset({-53, -110})
_MISSING = frozenset({-107, -108})
_UNSUPPORTED = -6
_NO_PORT = "usb:"
"""The bus itself, which libgphoto2 lists beside what is on it."""
_PIECE_BYTES = 1 << 20
_MAKERS_OF_PHONES = ("samsung", "google", "xiaomi", "huawei", "oneplus", "motorola", "oppo", "nokia", "honor", "lg ")


def find_cameras() -> tuple[tuple[str, str], ...]:
    """Port and model of every camera and phone on the bus; empty when there is none."""
    gp = _library()
    try:
        ports = gp.PortInfoList()
        ports.load()
        found = _known_models().detect(ports)
        every = ((found.get_value(at), found.get_name(at)) for at in range(found.count()))
        return tuple((port, model) for port, model in every if port != _NO_PORT)
    except gp.GPhoto2Error as error:
        raise _problem(error, "The cameras") from error


def get_ready() -> None:
    """Load what the first look for cameras needs, while nobody waits; without the library there is nothing to load."""
    with suppress(DeviceError):
        _known_models()


class GphotoDevice:
    """A `SourceDevice` over one camera; `close` it when done, so that others can use it.

    Args:
        port: as `find_cameras` gives it, for example ``usb:001,004``.
        asks_anew: begin the session anew before saying that a removed file is gone. Only the virtual camera of
            libgphoto2, which forgets removals between sessions, does without.

    Raises:
        DeviceError: it is gone, locked or used by another program.
    """

    def __init__(self, port: str, *, asks_anew: bool = True) -> None:
        self._gp = _library()
        self._port = port
        self._asks_anew = asks_anew
        self._removed_since = False
        self._camera: Any = None
        self._open()

    @cached_property
    def identity(self) -> SourceIdentity:
        model = self._said("cameramodel") or self._model
        maker, serial = self._said("manufacturer"), self._said("serialnumber")
        family = _family(maker, model)
        key = hashlib.sha256(f"{maker}\0{model}\0{serial or self._storage_name()}".encode()).hexdigest()[:32]
        label = model if maker.lower() in model.lower() else f"{maker} {model}"
        return SourceIdentity(
            key=f"camera-{key}",
            label=label.strip() or self._model,
            suggested_kind=DeviceKind.UNKNOWN,
            removable=True,
            family=family,
            may_convert=family is DeviceFamily.IPHONE,
            is_certain=bool(serial),
        )

    def list_objects(self, *, everything: bool = False) -> Iterator[SourceObject]:
        """Every file on it by path; those whose names begin with a dot only with `everything`.

        Raises:
            DeviceError: it is gone, or locked so that it shows no storage.
        """
        stores = self._folders("/")
        if not stores:
            raise _locked(self._model)
        for found in self._listed("/"):
            if everything or not found.name.startswith("."):
                yield found

    def read(self, object_id: str) -> bytes:
        """The bytes the camera hands over.

        Raises:
            PhotoUnreadableError: ``too-many-bytes``.
            DeviceError: the file or the camera is gone.
        """
        folder, name = _parts(object_id)
        try:
            info = self._camera.file_get_info(folder, name)
            if info.file.fields & self._gp.GP_FILE_INFO_SIZE and info.file.size > MAX_IN_MEMORY_BYTES:
                raise PhotoUnreadableError(
                    f"{name} is too large to be taken (over {MAX_IN_MEMORY_BYTES // 1_000_000} MB).",
                    remedy="It stays where it is.",
                    code="too-many-bytes",
                )
            file = self._camera.file_get(folder, name, self._gp.GP_FILE_TYPE_NORMAL)
            return bytes(file.get_data_and_size())
        except self._gp.GPhoto2Error as error:
            raise _problem(error, name) from error

    def pieces(self, object_id: str) -> Iterator[bytes]:
        """The bytes of a file of any length, as the camera hands them over part by part.

        Raises:
            DeviceError: the file or the camera is gone, or the camera hands over files whole only.
        """
        folder, name = _parts(object_id)
        room, at = bytearray(_PIECE_BYTES), 0
        try:
            info = self._camera.file_get_info(folder, name).file
            while at < info.size:
                number = self._camera.file_read(folder, name, self._gp.GP_FILE_TYPE_NORMAL, at, room)
                if not number:
                    raise _stopped_short(name)
                at += number
                yield bytes(room[:number])
        except self._gp.GPhoto2Error as error:
            if at or int(error.code) != _UNSUPPORTED:
                raise _problem(error, name) from error
            if info.size > MAX_IN_MEMORY_BYTES:
                raise _whole_only(name) from error
            yield self.read(object_id)

    def remove(self, object_id: str) -> None:
        """Delete one file.

        Raises:
            DeviceError: the camera or its storage does not allow that, the file is protected, or all of it is gone.
        """
        folder, name = _parts(object_id)
        try:
            if not self._camera.get_abilities().file_operations & self._gp.GP_FILE_OPERATION_DELETE:
                raise _no_deletion(name)
            info = self._camera.file_get_info(folder, name)
            is_said = info.file.fields & self._gp.GP_FILE_INFO_PERMISSIONS
            if is_said and not info.file.permissions & self._gp.GP_FILE_PERM_DELETE:
                raise _no_deletion(name)
            self._camera.file_delete(folder, name)
        except self._gp.GPhoto2Error as error:
            raise _problem(error, name) from error
        self._removed_since = True

    def exists(self, object_id: str) -> bool:
        """Whether the camera lists the file now.

        Raises:
            DeviceError: the camera is gone, so nothing can be said.
        """
        if self._removed_since and self._asks_anew:
            self.close()
            self._open()
            self._removed_since = False
        folder, name = _parts(object_id)
        try:
            return name in self._names(self._camera.folder_list_files(folder))
        except self._gp.GPhoto2Error as error:
            if error.code in _MISSING:
                return False
            raise _problem(error, name) from error

    def close(self) -> None:
        """Give the camera back; safe to call twice."""
        camera, self._camera = self._camera, None
        if camera is not None:
            try:
                camera.exit()
            except self._gp.GPhoto2Error:
                return  # it is gone: there is nothing to give back

    def _open(self) -> None:
        gp = self._gp
        try:
            found = gp.Camera.autodetect()
            at = next((i for i in range(found.count()) if found.get_value(i) == self._port), None)
            if at is None:
                raise _gone("The camera")
            self._model = found.get_name(at)
            ports, abilities = gp.PortInfoList(), gp.CameraAbilitiesList()
            ports.load()
            abilities.load()
            camera = gp.Camera()
            camera.set_port_info(ports[ports.lookup_path(self._port)])
            camera.set_abilities(abilities[abilities.lookup_model(self._model)])
            camera.init()
        except gp.GPhoto2Error as error:
            raise _problem(error, "The camera") from error
        self._camera = camera

    def _listed(self, folder: str) -> Iterator[SourceObject]:
        try:
            for name in self._names(self._camera.folder_list_files(folder)):
                yield self._object(folder, name)
        except self._gp.GPhoto2Error as error:
            raise _problem(error, folder) from error
        for name in self._folders(folder):
            yield from self._listed(f"{folder.rstrip('/')}/{name}")

    def _object(self, folder: str, name: str) -> SourceObject:
        info = self._camera.file_get_info(folder, name).file
        has_time = info.fields & self._gp.GP_FILE_INFO_MTIME and info.mtime > 0
        return SourceObject(
            object_id=f"{folder.rstrip('/')}/{name}",
            name=name,
            bytes=int(info.size) if info.fields & self._gp.GP_FILE_INFO_SIZE else 1,
            modified=datetime.fromtimestamp(info.mtime, UTC) if has_time else None,
            folder=folder,
        )

    def _folders(self, folder: str) -> list[str]:
        try:
            return self._names(self._camera.folder_list_folders(folder))
        except self._gp.GPhoto2Error as error:
            raise _problem(error, folder) from error

    def _names(self, found: Any) -> list[str]:
        return sorted(found.get_name(at) for at in range(found.count()))

    def _said(self, name: str) -> str:
        """A setting of the camera in words; empty when it does not say."""
        try:
            return str(self._camera.get_single_config(name).get_value() or "").strip()
        except self._gp.GPhoto2Error:
            return ""

    def _storage_name(self) -> str:
        """For cameras without a serial number: what their storage calls itself."""
        try:
            return " ".join(f"{store.basedir} {store.label}" for store in self._camera.get_storageinfo())
        except self._gp.GPhoto2Error:
            return ""


def _library() -> Any:
    try:
        import gphoto2
    except ImportError as error:
        raise DeviceError(
            "Cameras and phones on a cable cannot be read on this PC.",
            remedy="Put the card into a reader, or choose a folder.",
            code="no-adapter",
        ) from error
    return gphoto2


@cache
def _known_models() -> Any:
    """What libgphoto2 knows of cameras, read once.

    Its own search reads it anew each time and lets no other thread run meanwhile: 26 ms in which the window stands
    still, at every look for something that was plugged in.
    """
    gp = _library()
    try:
        models = gp.CameraAbilitiesList()
        models.load()
    except gp.GPhoto2Error as error:
        raise _problem(error, "The cameras") from error
    return models


def _family(maker: str, model: str) -> DeviceFamily:
    words = f"{maker} {model}".lower()
    if "apple" in words or "iphone" in words or "ipad" in words:
        return DeviceFamily.IPHONE
    if any(name in words for name in (*_MAKERS_OF_PHONES, "android", "mtp", "pixel", "galaxy")):
        return DeviceFamily.ANDROID
    return DeviceFamily.CAMERA


def _parts(object_id: str) -> tuple[str, str]:
    folder, _, name = object_id.rpartition("/")
    return folder or "/", name


def _problem(error: Any, what: str) -> DeviceError:
    """libgphoto2's code in our words."""
    code = int(error.code)
    if code in _GONE:
        return _gone(what)
    if code in _MISSING:
        return DeviceError(f"{what} is not on the device any more.", code="file-gone")
    if code in _BUSY:
        return DeviceError(
            f"{what} is used by another program.",
            remedy="Close the program that opened when it was plugged in (or eject it there), then try again.",
            code="busy",
        )
    if code == _UNSUPPORTED:
        return _no_deletion(what)
    return DeviceError(
        f"The device answers with an error for {what} ({error.string}).",
        remedy="Unlock it, take the cable out, put it in again and repeat the import.",
        code="device-error",
    )


def _gone(what: str) -> DeviceError:
    return DeviceError(
        f"{what} does not answer any more.",
        remedy="Plug the device in again, switch it on and unlock it; then repeat the import.",
        code="gone",
    )


def _stopped_short(name: str) -> DeviceError:
    return DeviceError(
        f"The camera stopped in the middle of {name}.",
        remedy="Take the cable out, put it in again and repeat the import.",
        code="short-read",
    )


def _whole_only(name: str) -> DeviceError:
    return DeviceError(
        f"{name} is a long film, and this camera hands films over only whole.",
        remedy="Put the card into a card reader and import the film from there.",
        code="whole-only",
    )


def _locked(model: str) -> DeviceError:
    return DeviceError(
        f"{model} shows no photos.",
        remedy="Unlock it and allow this computer (“Trust”, or “File transfer”); then try again.",
        code="locked",
    )


def _no_deletion(name: str) -> DeviceError:
    return DeviceError(
        f"The device does not let a computer delete {name}.",
        remedy="Delete the photo on the device itself, then press “List again”.",
        code="not-allowed-by-device",
    )
