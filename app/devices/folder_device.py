"""A folder, memory card or stick as a source of photos.

Files are called by their path from the root, links are never followed, and every answer is asked of the disk anew: a
card that was pulled out is an error, never an empty list.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import quote_from_bytes, unquote_to_bytes

from app.devices.protected import WORKSPACE_FILE, why_protected
from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.photo import MAX_IN_MEMORY_BYTES, DeviceFamily, DeviceKind
from app.domain.ports import FOLDER_KEY, SourceIdentity, SourceObject
from app.storage.places import is_network_path, is_phone_folder, is_removable_drive, mount_of, volume_id
from app.storage.writing import sync_folder

_SKIPPED = frozenset(
    {"thumbs.db", "desktop.ini", "autorun.inf", "indexervolumeguid", "wpsettings.dat"}
    | {"$recycle.bin", "recycler", "system volume information", "lost+found", "lost.dir", "@eadir", "__macosx"}
)
_NOBODY_CAN_LIST = frozenset({"system volume information", "lost+found"})
_PIECE_BYTES = 1 << 20
_RAW_NAME = "bytes:"
"""Begins the object id of a file whose name is not valid text; the rest are its bytes, percent-encoded."""

# Windows marks files that are only in the cloud; reading one would download it, or fail without a network.
_NOT_DOWNLOADED = 0x1000 | 0x40000 | 0x400000


class FolderDevice:
    """A `SourceDevice` over the files below a folder.

    Args:
        folder: where to look. On a card or stick, files are called by their path from the top of the card, so that the
            same file has the same id whichever folder of the card was chosen.
        max_bytes: larger files are refused when they are read.

    Raises:
        DeviceError: there is no such folder.
    """

    def __init__(self, folder: Path, *, max_bytes: int = MAX_IN_MEMORY_BYTES) -> None:
        self._folder = Path(os.path.realpath(folder))
        self._max_bytes = max_bytes
        self._root = _root_of(self._folder)
        self._stands_on = self._footing()
        self.kept_because = why_protected(self._folder)
        """Why originals may not be removed from here, as the end of "the folder is ..."; empty when they may."""
        self._identity = _identity_of(self._folder, self._root, removable=not self.kept_because)
        self._volume = _volume_of(self._folder, self._root)

    @property
    def identity(self) -> SourceIdentity:
        return self._identity

    def list_objects(self, *, everything: bool = False) -> Iterator[SourceObject]:
        """Every ordinary file below the folder, photos or not, by path; hidden and system files are left out.

        With `everything`, every file of the whole card, hidden ones and those in a recycle bin too: a file that is in
        none of them is gone.

        Raises:
            DeviceError: the folder is gone or cannot be listed.
        """
        self._require_same_card()
        yield from self._listed(self._root if everything else self._folder, everything=everything)

    def read(self, object_id: str) -> bytes:
        """The bytes of one file, unchanged.

        Raises:
            PhotoUnreadableError: ``too-many-bytes``.
            DeviceError: the file or the device is gone, or it cannot be read.
        """
        path = self._path(object_id)
        try:
            with _opened(path) as file:
                data = file.read(self._max_bytes + 1)
        except OSError as error:
            raise self._problem(error, path) from error
        if len(data) > self._max_bytes:
            raise PhotoUnreadableError(
                f"{path.name} is too large to be taken as a photo (over {self._max_bytes // 1_000_000} MB).",
                remedy="It stays where it is. Make a smaller copy of the photo and import that.",
                code="too-many-bytes",
            )
        return data

    def pieces(self, object_id: str) -> Iterator[bytes]:
        """The bytes of one file of any length, unchanged.

        Raises:
            DeviceError: the file or the device is gone, or it cannot be read.
        """
        path = self._path(object_id)
        try:
            with _opened(path) as file:
                yield from iter(partial(file.read, _PIECE_BYTES), b"")
        except OSError as error:
            raise self._problem(error, path) from error

    def remove(self, object_id: str) -> None:
        """Delete one file. That it is gone is for the caller to ask (`exists`).

        Raises:
            DeviceError: originals may not be removed from here, the device is read-only, or the file is protected.
        """
        path = self._path(object_id)
        self._require_same_card()
        if self.kept_because or _is_in_workspace(path, self._folder):
            raise DeviceError(
                f"{path.name} was not removed: the folder is {self.kept_because or 'part of a ClearPost workspace'}.",
                code="never-removed",
            )
        try:
            os.unlink(path)
        except OSError as error:
            raise self._problem(error, path) from error
        with contextlib.suppress(OSError):  # some cards' file systems cannot be told; `exists` is asked anyway
            sync_folder(path.parent)

    def exists(self, object_id: str) -> bool:
        """Whether the file is in its folder's listing now.

        Raises:
            DeviceError: the device is gone, so nothing can be said.
        """
        path = self._path(object_id)
        self._require_same_card()
        try:
            with os.scandir(path.parent) as entries:
                is_listed = any(entry.name == path.name for entry in entries)
            self._require_same_card()  # nor was it changed for another while it was looked at
            return is_listed
        except (FileNotFoundError, NotADirectoryError):
            self._require_there()
            return False
        except OSError as error:
            raise self._problem(error, path) from error

    def _listed(self, folder: Path, *, everything: bool) -> Iterator[SourceObject]:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            raise self._problem(error, folder) from error
        if folder != self._folder and any(entry.name == WORKSPACE_FILE for entry in entries):
            return  # a workspace is not a source of photos, least of all its own
        for entry in entries:
            if entry.is_symlink() or _is_passed_over(entry.name, everything=everything):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._listed(folder / entry.name, everything=everything)
            elif entry.is_file(follow_symlinks=False):
                yield self._object(folder / entry.name)

    def _object(self, path: Path) -> SourceObject:
        try:
            facts = path.lstat()
        except OSError as error:
            raise self._problem(error, path) from error
        return SourceObject(
            object_id=_object_id(path.relative_to(self._root)),
            name=os.fsencode(path.name).decode("utf-8", "replace"),
            bytes=facts.st_size,
            modified=datetime.fromtimestamp(facts.st_mtime, UTC),
            folder=os.fsencode(path.parent.relative_to(self._root)).decode("utf-8", "replace"),
        )

    def _path(self, object_id: str) -> Path:
        """The file an id stands for; never outside the root, never through a link."""
        self._require_there()
        relative = _relative_path(object_id)
        path = self._root.joinpath(*relative.parts)
        outside = relative.is_absolute() or ".." in relative.parts or not relative.parts
        if outside or os.path.normcase(os.path.realpath(path.parent)) != os.path.normcase(path.parent):
            raise DeviceError(f"{relative.name or 'The file'} is not a file of this device.", code="outside")
        return path

    def _footing(self) -> tuple[int, int]:
        try:
            facts = os.stat(self._root)
            if not stat.S_ISDIR(os.stat(self._folder).st_mode):
                raise NotADirectoryError(errno.ENOTDIR, "not a folder")
        except OSError as error:
            raise _gone(self._folder) from error
        return facts.st_dev, facts.st_ino

    def _require_there(self) -> None:
        # An unmounted card leaves an empty folder behind, on another disk: not the same place any more.
        if self._footing() != self._stands_on:
            raise _gone(self._folder)

    def _require_same_card(self) -> None:
        # Two cards in one reader have one name, one place and, on most file systems, one number for their top folder.
        self._require_there()
        try:
            is_same = not self._volume or _volume_of(self._folder, self._root) == self._volume
        except OSError as error:
            raise _gone(self._folder) from error
        if not is_same:
            raise _gone(self._folder)

    def _problem(self, error: OSError, path: Path) -> DeviceError:
        self._require_there()
        name = os.fsencode(path.name).decode("utf-8", "replace")
        if error.errno == errno.ENOENT:
            return DeviceError(f"{name} is not on the device any more.", code="file-gone")
        if error.errno == errno.EROFS:
            return DeviceError(
                f"{name} could not be removed: the device is write-protected.",
                remedy="Slide the lock of the card back, or delete the photo on the device itself.",
                code="read-only",
            )
        if error.errno in (errno.EACCES, errno.EPERM):
            return DeviceError(
                f"The device does not allow reading or removing {name}.",
                remedy="The file may be protected on the camera, or belong to somebody else.",
                code="not-allowed-by-device",
            )
        return DeviceError(
            f"The device answers with an error for {name} ({error.strerror}).",
            remedy="Take the device out, put it in again and repeat the import.",
            code="device-error",
        )


def _opened(path: Path) -> BinaryIO:
    """An ordinary file that is on this PC, never one a link leads to."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    _refuse_not_downloaded(path)
    with contextlib.ExitStack() as closing:
        file = closing.enter_context(os.fdopen(os.open(path, flags), "rb"))
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise _not_a_file(path)
        closing.pop_all()
    return file


def _root_of(folder: Path) -> Path:
    """The top of the card or stick, or the folder itself on a disk of this PC."""
    if not is_removable_drive(folder):
        return folder
    if sys.platform == "win32":
        return Path(folder.anchor)
    mount = mount_of(folder)
    return mount.point if mount else folder


def _identity_of(folder: Path, root: Path, *, removable: bool) -> SourceIdentity:
    is_card = is_removable_drive(folder)
    if key_of_card := _volume_of(folder, root):
        key = key_of_card
    else:
        mount = mount_of(folder)
        where = volume_id(folder) or (f"{mount.file_system}:{mount.source}" if mount else "")
        key = FOLDER_KEY + hashlib.sha256(f"{where}\0{folder}".encode("utf-8", "surrogateescape")).hexdigest()[:32]
    is_somebodys = is_card or is_phone_folder(folder)
    kind = DeviceKind.UNKNOWN if is_somebodys else DeviceKind.SCHOOL
    label = (root if is_card else folder).name or str(root)
    return SourceIdentity(
        key=key,
        label=os.fsencode(label).decode("utf-8", "replace"),
        suggested_kind=kind if is_somebodys or not is_network_path(folder) else DeviceKind.SCHOOL,
        removable=removable,
        family=DeviceFamily.CARD if is_card else DeviceFamily.FOLDER,
        is_certain=bool(key_of_card) or not is_card,
    )


def _volume_of(folder: Path, root: Path) -> str:
    """What tells a card or stick from others in the same reader; empty for other places."""
    if not is_removable_drive(folder):
        return ""
    volume = volume_id(folder)
    # Some cameras format every card with the same number; the size tells most of those apart.
    return f"volume-{volume}-{_capacity(root):x}" if volume else ""


def _is_passed_over(name: str, *, everything: bool) -> bool:
    if everything:
        return name.lower() in _NOBODY_CAN_LIST
    return name.startswith(".") or name.lower() in _SKIPPED


def _capacity(root: Path) -> int:
    import shutil

    return shutil.disk_usage(root).total


def _object_id(relative: Path) -> str:
    text = relative.as_posix()
    try:
        text.encode()
    except UnicodeEncodeError:
        return _RAW_NAME + quote_from_bytes(os.fsencode(text))
    return _RAW_NAME + quote_from_bytes(text.encode()) if text.startswith(_RAW_NAME) else text


def _relative_path(object_id: str) -> PurePosixPath:
    if object_id.startswith(_RAW_NAME):
        return PurePosixPath(os.fsdecode(unquote_to_bytes(object_id.removeprefix(_RAW_NAME))))
    return PurePosixPath(object_id)


def _is_in_workspace(path: Path, folder: Path) -> bool:
    between = [above for above in path.parents if above.is_relative_to(folder)]
    return any((above / WORKSPACE_FILE).exists() for above in between)


def _refuse_not_downloaded(path: Path) -> None:
    attributes = getattr(os.lstat(path), "st_file_attributes", 0)
    if attributes & _NOT_DOWNLOADED:
        raise DeviceError(
            f"{path.name} is only in the cloud and not on this PC.",
            remedy="Choose “Always keep on this device” for it, wait, and import again.",
            code="not-downloaded",
        )


def _not_a_file(path: Path) -> DeviceError:
    return DeviceError(f"{path.name} is not an ordinary file.", code="not-a-file")


def _gone(folder: Path) -> DeviceError:
    return DeviceError(
        f"The folder {folder.name or folder} is not there.",
        remedy="Plug the device in again, or choose another folder.",
        code="gone",
    )
