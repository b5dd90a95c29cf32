"""Files that belong together: a live photo's two halves, a raw file beside its picture, the notes of an edit.

Going by names, as cameras and phones do: one folder, one name before the dot. What lies in the files is looked at when
they are read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from app.domain.photo import PhotoKind
from app.domain.ports import SourceObject

FILMS = frozenset({".mov", ".mp4", ".m4v", ".avi", ".mts", ".m2ts", ".3gp", ".mpg", ".mpeg", ".wmv", ".mkv", ".webm"})
RAW = frozenset({".cr2", ".cr3", ".crw", ".nef", ".nrw", ".arw", ".srf", ".raf", ".rw2", ".orf", ".pef", ".dng"})
SIDECARS = frozenset({".aae", ".xmp", ".thm"})
_NOTES_OF_ORIGINAL = re.compile(r"(IMG_)O(\d{4,})", re.IGNORECASE)
"""A phone keeps the notes of an edit as IMG_O0001.AAE beside IMG_0001.HEIC."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file and what it is in its group."""

    found: SourceObject
    kind: PhotoKind


@dataclass(frozen=True, slots=True)
class Group:
    """The file that people know, and those that go wherever it goes, in the order of the listing."""

    main: Member
    companions: tuple[Member, ...] = ()

    @property
    def members(self) -> tuple[Member, ...]:
        return (self.main, *self.companions)

    @property
    def object_ids(self) -> frozenset[str]:
        return frozenset(member.found.object_id for member in self.members)


def grouped(listed: Iterable[SourceObject]) -> tuple[Group, ...]:
    """Every listed file in exactly one group, in the order in which the groups' main files were listed."""
    everything = tuple(listed)
    together: dict[tuple[str, str], list[SourceObject]] = defaultdict(list)
    for found in everything:
        together[(found.folder, _stem(found.name))].append(found)
    at = {found.object_id: number for number, found in enumerate(everything)}
    groups = [group for files in together.values() for group in _groups(files)]
    return tuple(sorted(groups, key=lambda group: at[group.main.found.object_id]))


def kind_of(name: str) -> PhotoKind:
    """What a file is by its name alone; whatever is not known for something else may be a picture."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in FILMS:
        return PhotoKind.FILM
    if ending in RAW:
        return PhotoKind.RAW
    return PhotoKind.SIDECAR if ending in SIDECARS else PhotoKind.PICTURE


def _groups(files: list[SourceObject]) -> list[Group]:
    """The files of one name: each picture of its own, and the rest with the first of them."""
    by_kind: dict[PhotoKind, list[SourceObject]] = defaultdict(list)
    for found in files:
        by_kind[kind_of(found.name)].append(found)
    pictures, films, raws = (by_kind[k] for k in (PhotoKind.PICTURE, PhotoKind.FILM, PhotoKind.RAW))
    if pictures:
        first, *others = pictures
        moving = [Member(found, PhotoKind.LIVE) for found in films]
        raw = [Member(found, PhotoKind.RAW) for found in raws]
        notes = [Member(found, PhotoKind.SIDECAR) for found in by_kind[PhotoKind.SIDECAR]]
        main = Group(Member(first, PhotoKind.PICTURE), (*raw, *moving, *notes))
        return [main, *(Group(Member(found, PhotoKind.PICTURE)) for found in others)]
    mains = [*(Member(f, PhotoKind.RAW) for f in raws), *(Member(f, PhotoKind.FILM) for f in films)]
    notes = [Member(found, PhotoKind.SIDECAR) for found in by_kind[PhotoKind.SIDECAR]]
    if not mains:
        return [Group(note) for note in notes]
    return [Group(mains[0], tuple(notes)), *(Group(main) for main in mains[1:])]


def _stem(name: str) -> str:
    path = PurePosixPath(name)
    stem = path.stem
    if path.suffix.lower() == ".xmp" and PurePosixPath(stem).suffix.lower() in RAW:  # IMG_1.CR2.xmp
        stem = PurePosixPath(stem).stem
    if path.suffix.lower() == ".aae":
        stem = _NOTES_OF_ORIGINAL.sub(r"\1\2", stem)
    return stem.lower()
