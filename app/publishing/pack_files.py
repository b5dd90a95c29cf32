"""Write an export pack: a folder that appears whole or not at all, every byte of it read back.

A pack is first staged in a hidden folder beside its final place; `publish_staged` is the one rename that makes it
visible. The caller commits the release between the two, so that a pack is only ever seen once it is recorded.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import StorageError, VerificationError
from app.domain.faults import Fault, KillPoint, no_fault
from app.domain.photo import Digest, digest_of
from app.storage.writing import read_from_disk, storage_error, sync_folder, write_whole

_STAGED = ".clearpost-"
_PART = ".part"

DestinationCheck = Callable[[Path], None]
"""Refuses places a pack may not go, by raising `NotAllowedError`."""


@dataclass(frozen=True, slots=True)
class PackPicture:
    """One picture: approved bytes, their digest, and what stands beside it."""

    data: bytes
    sha256: Digest
    width: int
    height: int
    alt_text: str
    rights: str
    attribution: str


@dataclass(frozen=True, slots=True)
class PackWords:
    """What a pack says besides its pictures; `details` are ids and digests for the manifest."""

    caption: str
    checklist: Callable[[Sequence[str]], str]
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StagedPack:
    """A complete pack in a hidden folder, and where it will stand."""

    staged: Path
    final: Path
    files: tuple[str, ...]


def new_file_name() -> str:
    """A random name: it says nothing about the picture, and the records refer to it."""
    return f"{uuid.uuid4().hex}.jpg"


def stage_pack(
    folder: Path,
    name: str,
    *,
    pictures: Sequence[PackPicture],
    words: PackWords,
    refuse: DestinationCheck | None = None,
    fault: Fault = no_fault,
) -> StagedPack:
    """Write everything of a pack into a hidden folder, make it durable, and compare each byte that was written.

    Args:
        folder: where the pack is to stand; made when it is not there but its parent is.
        name: of the pack's own folder.
        pictures: in the post's order.
        words: caption, checklist and details.
        refuse: asked first whether a pack may go to this folder at all.
        fault: kill points, in tests.

    Raises:
        StorageError: no such folder, no room, no right to write, or the pack is there already; nothing is left behind.
        VerificationError: what was written is not what was approved; nothing is left behind.
    """
    if refuse is not None:
        refuse(folder)
    staged, final = folder / f"{_STAGED}{name}{_PART}", folder / name
    try:
        folder.mkdir(exist_ok=True)
        if final.exists() or staged.exists():
            raise StorageError(f"There is a folder called {name} already.", remedy="Choose another folder.")
        staged.mkdir()
    except OSError as error:
        raise storage_error(error) from error
    try:
        files = _fill(staged, pictures, words, fault)
    except OSError as error:
        shutil.rmtree(staged, ignore_errors=True)
        raise storage_error(error) from error
    except (StorageError, VerificationError):
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return StagedPack(staged, final, files)


def publish_staged(pack: StagedPack) -> Path:
    """Make a staged pack visible under its final name; durable when this returns.

    Raises:
        StorageError: the folder is gone, or something stands in its place.
    """
    try:
        if pack.final.exists():
            if not pack.staged.exists():
                return pack.final  # another start of the program finished it first
            raise StorageError(f"There is a folder called {pack.final.name} already.")
        pack.staged.rename(pack.final)
        sync_folder(pack.final.parent)
    except OSError as error:
        raise storage_error(error) from error
    return pack.final


def staged_at(final: Path) -> StagedPack | None:
    """The hidden pack that was to become `final`, when a stopped program left one complete; otherwise None."""
    staged = final.parent / f"{_STAGED}{final.name}{_PART}"
    try:
        listed = json.loads((staged / "manifest.json").read_text(encoding="utf-8"))["files"]
        whole = all(digest_of((staged / name).read_bytes()) == sha256 for name, sha256 in listed.items())
    except (OSError, ValueError, KeyError):
        return None  # gone or damaged: what is not whole is never made visible
    return StagedPack(staged, final, tuple(listed)) if whole else None


def discard_staged(pack: StagedPack) -> None:
    """Take back a staged pack that will not be published."""
    shutil.rmtree(pack.staged, ignore_errors=True)


def remove_unrecorded(folder: Path, recorded: Collection[str], mark: str = "") -> int:
    """Delete half-made hidden packs that no release stands for; returns how many there were.

    Only while no other program writes a pack of this workspace: the caller holds its export lock.

    Args:
        folder: where packs are written.
        recorded: names of packs with a release; their hidden folders stay for `staged_at`.
        mark: what the names of this workspace's packs hold; those of another are left alone.
    """
    if not folder.is_dir():
        return 0
    found = [
        path
        for path in folder.glob(f"{_STAGED}*{_PART}")
        if path.is_dir() and mark in path.name and path.name[len(_STAGED) : -len(_PART)] not in recorded
    ]
    for path in found:
        shutil.rmtree(path, ignore_errors=True)
    return len(found)


def erase_pack(final: Path) -> bool:
    """Delete a pack that is not needed any more; whether nothing of it is left.

    Only a folder with a pack's manifest in it is touched, so that a mistaken path deletes nothing else.
    """
    if (final / "manifest.json").is_file():
        shutil.rmtree(final, ignore_errors=True)
    return not final.exists()


def pictures_of(folder: Path) -> tuple[tuple[Path, Digest], ...]:
    """The pictures of a pack in the post's order, each with the digest of what the file holds now."""
    try:
        rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["pictures"]
        names = [Path(str(row["file"])).name for row in rows]
        return tuple((folder / name, digest_of((folder / name).read_bytes())) for name in names)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _fill(staged: Path, pictures: Sequence[PackPicture], words: PackWords, fault: Fault) -> tuple[str, ...]:
    names, rows, written = [], [], {}
    for picture in pictures:
        name = new_file_name()
        written[name] = _put(staged / name, picture.data, expected=picture.sha256)
        names.append(name)
        rows.append(_row(name, picture))
    fault(KillPoint.MID_PACK)
    alt_text = "\n\n".join(f"{n}. {p.alt_text}" for n, p in enumerate(pictures, start=1))
    for name, text in (
        ("caption.txt", words.caption),
        ("alt-text.txt", alt_text),
        ("checklist.txt", words.checklist(names)),
    ):
        written[name] = _put(staged / name, text.encode())
    manifest = {**words.details, "pictures": rows, "files": written}
    _put(staged / "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2).encode())
    sync_folder(staged)
    return (*written, "manifest.json")


def _row(name: str, picture: PackPicture) -> dict[str, Any]:
    return {
        "file": name,
        "sha256": picture.sha256,
        "bytes": len(picture.data),
        "width": picture.width,
        "height": picture.height,
        "alt_text": picture.alt_text,
        "rights": picture.rights,
        "attribution": picture.attribution,
    }


def _put(path: Path, data: bytes, *, expected: Digest | None = None) -> Digest:
    """Write a file whole and compare what the disk gives back."""
    wanted = expected or digest_of(data)
    if digest_of(data) != wanted:
        raise VerificationError("A picture is not the one that was approved.", remedy="Prepare the post again.")
    write_whole(path, data)
    if digest_of(read_from_disk(path)) != wanted:
        raise VerificationError(
            f"The folder did not keep what was written to it ({path.name}).",
            remedy="Choose another folder or disk.",
            code="read-back",
        )
    return wanted
