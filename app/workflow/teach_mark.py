"""Teaching the program a crest or another mark, and looking for what was taught in every analysis.

What was learned is an encrypted object of the vault; the setting ``marks`` says which marks there are and how well each
was found on renderings nothing was learned from. The pictures it was learned from are kept beside it, so that it can be
learned anew. A mark is known by its name, which is also what a written permission for it is given under.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from app.analysis.marks.model import digest, read_mark
from app.analysis.marks.school_name import OWN_NAME, own_names_in
from app.analysis.marks.training import Effort
from app.analysis.marks.worker import Lesson, learn_in_process
from app.domain.detection import Findings
from app.domain.errors import BugError, RegisterError, StorageError
from app.domain.people import Action, Actor
from app.domain.permissions import mark_name
from app.domain.photo import RgbImage, VaultName, digest_of
from app.imaging.encoding import encode_jpeg
from app.storage.vault import StoredObject
from app.workflow.workspace import EVERYTHING, Workspace
from consent_db import audit, erasing, mark_looks, settings, sources, users

log = logging.getLogger(__name__)

MOST_PICTURES = 5
MOST_MARKS = 8
MOST_WORDS = 12
_MARKS, _WORDS = mark_looks.KEY, "school_words"
_PICTURE_EDGE_PX = 1024
_PHOTO_EDGE_PX = 1600
_PICTURE_BYTES, _PICTURE_QUALITY = 4_000_000, 92


class MarkKind(StrEnum):
    OWN = "OWN"
    OTHER_SCHOOL = "OTHER_SCHOOL"
    SPONSOR = "SPONSOR"


@dataclass(frozen=True, slots=True)
class KnownMark:
    """A mark that was taught.

    Attributes:
        version: 1, and one more each time it is taught again.
        digest: first letters of the SHA-256 of what was learned, as in the records of each photo.
        recall: share found on renderings that were not learned from, by size in pixels.
        measured: how many renderings of each size that was.
        false_share: false boxes per drawn scene without the mark.
        pictures: how many it was learned from.
        taught_by: the name of who taught it.
    """

    name: str
    kind: MarkKind
    version: int
    digest: str
    recall: Mapping[int, float]
    measured: int
    false_share: float
    pictures: int
    taught_at: datetime
    taught_by: str


@dataclass(frozen=True, slots=True)
class Teaching:
    """How far teaching is, 0 to 1; the last one carries the mark as it is now looked for."""

    share: float
    mark: KnownMark | None = None


def teach_mark(
    workspace: Workspace,
    actor: Actor,
    *,
    name: str,
    kind: MarkKind,
    pictures: Sequence[bytes],
    without: Sequence[bytes] = (),
    effort: Effort | None = None,
) -> Iterator[Teaching]:
    """Learn a mark from one to five pictures of it; a name that is known already is learned anew.

    Closing the iterator gives up; nothing is kept then. From the end on every analysis looks for the mark. Photos that
    were analysed before are not looked at again by themselves.

    Args:
        workspace: where it is kept.
        actor: who reviews photos; only who settles the school's rules may have a known mark learned anew.
        name: as people call it, ``Hollybank crest``.
        kind: whose it is.
        pictures: image files that the mark nearly fills.
        without: photos known not to show it, if there are any: the finder becomes stricter on scenes like theirs.
        effort: how much to render; tests take less.

    Raises:
        NotAllowedError: this person may not.
        RegisterError: no name, too many pictures or marks.
        PhotoUnreadableError: a picture cannot be read, or shows no mark.
        EngineUnavailableError: learning failed or took too long.
        StorageError, VerificationError: the vault did not take it.
    """
    known = " ".join(name.split())
    with workspace.database.read() as connection:
        entries = _entries(connection)
    _require(actor, known, len(pictures), entries)
    lesson = Lesson(
        tuple(_pixels(workspace, data, _PICTURE_EDGE_PX) for data in pictures),
        tuple(_pixels(workspace, data, _PHOTO_EDGE_PX) for data in without),
        effort or Effort(),
    )
    return _teach(workspace, actor, known, kind, lesson)


def teach_again(workspace: Workspace, actor: Actor, name: str, *, effort: Effort | None = None) -> Iterator[Teaching]:
    """Learn a mark anew from the pictures that are kept of it, as it is after an update of the program.

    Raises:
        NotAllowedError: this person may not change the school's rules.
        RegisterError: no mark is called that, or its pictures were not kept.
        PhotoUnreadableError, EngineUnavailableError, StorageError, VerificationError: as for `teach_mark`.
    """
    actor.require(Action.SETTLE_RULES)
    mark = _named(known_marks(workspace), name)
    pictures = mark_pictures(workspace, actor, name)
    if not pictures:
        raise RegisterError(
            f"The pictures “{mark.name}” was taught from were not kept.",
            remedy="Add them, and teach it under the same name.",
            code="mark-pictures",
        )
    return _teach(workspace, actor, mark.name, mark.kind, Lesson(pictures, (), effort or Effort()))


def mark_pictures(workspace: Workspace, actor: Actor, name: str) -> tuple[RgbImage, ...]:
    """The pictures a mark was taught from, as they were given; none for one taught before they were kept.

    Raises:
        NotAllowedError: this person does not review photos.
        RegisterError: no mark is called that.
        StorageError, VerificationError, PhotoUnreadableError: the vault lost one.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        entry = next((e for e in _entries(connection) if mark_name(e["name"]) == mark_name(name)), None)
        if entry is None:
            raise _no_mark(name)
        kept = [_object(connection, entry, file) for file in entry.get("views", [])]
    return tuple(_pixels(workspace, workspace.vault.read(file, key), _PICTURE_EDGE_PX) for file, key in kept)


def known_marks(workspace: Workspace) -> tuple[KnownMark, ...]:
    """The marks that are looked for, by name."""
    with workspace.database.read() as connection:
        return tuple(_known(connection, entry) for entry in _entries(connection))


def has_some(connection: Connection) -> bool:
    """Whether any mark was taught."""
    return bool(_entries(connection))


def remove_mark(workspace: Workspace, actor: Actor, name: str) -> None:
    """Look for the mark no more; what it covered in photos stays covered until a person says otherwise.

    Raises:
        NotAllowedError: this person may not change the school's rules.
        RegisterError: no mark is called that.
    """
    actor.require(Action.SETTLE_RULES)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        entries = _entries(connection)
        gone = [entry for entry in entries if mark_name(entry["name"]) == mark_name(name)]
        if not gone:
            raise _no_mark(name)
        left = [entry for entry in entries if entry not in gone]
        settings.put(connection, _MARKS, left, by=actor.user_id)
        lost = erasing.drop_unneeded(connection, _files(gone) - _files(left))
        audit.append(connection, actor.user_id, "mark-removed", details={"digest": gone[0]["digest"]})
    _erase_files(workspace, lost)


def settle_school_words(workspace: Workspace, actor: Actor, words: Sequence[str]) -> None:
    """Say what else the school is known by in writing: initials, a web address, a trust.

    Raises:
        NotAllowedError: this person may not change the school's rules.
        RegisterError: too many, or one is too short to be told from other words.
    """
    actor.require(Action.SETTLE_RULES)
    settled = list(dict.fromkeys(" ".join(word.split()) for word in words))
    if len(settled) > MOST_WORDS or any(not 3 <= len(word) <= 60 for word in settled):
        raise RegisterError(
            f"Give up to {MOST_WORDS} words of 3 to 60 letters.", remedy="Leave shorter ones out.", code="school-words"
        )
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        settings.put(connection, _WORDS, settled, by=actor.user_id)
        audit.append(connection, actor.user_id, "rule-settled", details={"key": _WORDS})


def school_words(workspace: Workspace) -> tuple[str, ...]:
    """What else the school is known by in writing."""
    with workspace.database.read() as connection:
        return tuple(settings.get(connection, _WORDS, []))


@dataclass(frozen=True, slots=True)
class MarksToLookFor:
    """All that looking for the school's marks needs, read once for a whole batch."""

    learned: tuple[tuple[str, bytes], ...]
    school: str
    words: tuple[str, ...]

    def analyse(self, workspace: Workspace, image: RgbImage, *, only: frozenset[str] = EVERYTHING) -> Findings:
        """Everything the engines find in a picture, taught marks and the school's name included.

        Raises:
            EngineUnavailableError: an engine could not run; nothing was judged.
        """
        if self.learned and "marks" in only:
            findings = workspace.engines.analyse(image, only=only, marks=self.learned)
        else:
            findings = workspace.engines.analyse(image, only=only)
        if "marks" not in only:
            return findings
        named = own_names_in(findings.texts, self.school, self.words)
        return replace(findings, marks=findings.marks + named)

    @property
    def needed(self) -> frozenset[str]:
        """What must have been looked for besides faces and texts before a photo counts as analysed."""
        return frozenset({"marks"}) if self.learned else frozenset()


def marks_to_look_for(workspace: Workspace) -> MarksToLookFor:
    """What was taught, out of the vault.

    Raises:
        StorageError, RegisterError: something taught is gone or damaged; then no photo may count as looked at.
    """
    with workspace.database.read() as connection:
        entries = _entries(connection)
        words = tuple(settings.get(connection, _WORDS, []))
        kept = [(entry["name"], _object(connection, entry, entry["file"])) for entry in entries]
    learned = tuple((name, workspace.vault.read(file, key)) for name, (file, key) in kept)
    return MarksToLookFor(learned, workspace.school, words)


def _require(actor: Actor, name: str, pictures: int, entries: Sequence[Mapping[str, Any]]) -> None:
    actor.require(Action.REVIEW)
    if not 2 <= len(name) <= 80 or mark_name(name) == OWN_NAME:
        raise RegisterError(
            "A mark needs a name of its own.",
            remedy="Call it as people do, for example “Hollybank crest”.",
            code="mark",
        )
    if not 1 <= pictures <= MOST_PICTURES:
        raise RegisterError(f"Give one to {MOST_PICTURES} pictures of the mark.", code="mark-pictures")
    if any(mark_name(entry["name"]) == mark_name(name) for entry in entries):
        actor.require(Action.SETTLE_RULES)
    elif len(entries) >= MOST_MARKS:
        raise RegisterError(
            f"There are {MOST_MARKS} marks already.", remedy="Remove one that is not needed.", code="too-many-marks"
        )


def _pixels(workspace: Workspace, data: bytes, edge: int) -> RgbImage:
    return workspace.decoder.decode(data, max_edge_px=edge).pixels


def _teach(workspace: Workspace, actor: Actor, name: str, kind: MarkKind, lesson: Lesson) -> Iterator[Teaching]:
    learned: bytes | None = None
    progress = learn_in_process(lesson)
    try:
        for step in progress:
            learned = step.learned
            if learned is None:
                yield Teaching(step.share)
    finally:
        progress.close()  # type: ignore[attr-defined]
    if learned is None:
        raise BugError("learning ended without a mark")
    yield Teaching(1.0, _keep(workspace, actor, name, kind, learned, lesson.pictures))


def _keep(
    workspace: Workspace, actor: Actor, name: str, kind: MarkKind, learned: bytes, pictures: Sequence[RgbImage]
) -> KnownMark:
    """Into the vault, read back, then recorded; what it replaces goes with the same transaction."""
    mark = read_mark(learned)
    shown = [encode_jpeg(picture, max_bytes=_PICTURE_BYTES, quality=_PICTURE_QUALITY) for picture in pictures]
    stored = [_stored(workspace, data) for data in (learned, *shown)]
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        entries = _entries(connection)
        _require(actor, name, len(pictures), entries)
        old = [entry for entry in entries if mark_name(entry["name"]) == mark_name(name)]
        file, version = workspace.vault.name_for(digest_of(learned)), 1 + max((e["version"] for e in old), default=0)
        entry = {
            "name": name,
            "kind": kind.value,
            "file": file,
            "views": [workspace.vault.name_for(digest_of(data)) for data in shown],
            "version": version,
            "digest": digest(learned),
            "recall": {str(size): round(share, 4) for size, share in mark.recall.items()},
            "measured": mark.measured,
            "false_share": round(mark.false_share, 4),
            "pictures": len(pictures),
            "taught_at": workspace.clock.now().isoformat(timespec="seconds"),
            "taught_by": actor.user_id,
        }
        for item in {item.name: item for item in stored if item is not None}.values():
            if sources.vault_object(connection, item.name) is None:
                sources.add_vault_object(
                    connection, name=item.name, wrapped_key=item.wrapped_key, sha256=item.sha256, size=item.bytes
                )
        kept = sorted([*(e for e in entries if e not in old), entry], key=lambda e: mark_name(e["name"]))
        settings.put(connection, _MARKS, kept, by=actor.user_id)
        lost = erasing.drop_unneeded(connection, _files(old) - _files(kept))
        details: dict[str, str | int | bool | None] = {
            "digest": digest(learned),
            "version": version,
            "pictures": len(pictures),
        }
        audit.append(connection, actor.user_id, "mark-taught", details=details)
        known = _known(connection, entry)
    _erase_files(workspace, lost)
    return known


def _stored(workspace: Workspace, data: bytes) -> StoredObject | None:
    """In the vault and proven to be there; None when these very bytes are kept already."""
    with workspace.database.read() as connection:
        if sources.vault_object(connection, workspace.vault.name_for(digest_of(data))) is not None:
            return None
    stored = workspace.vault.put(data)
    workspace.vault.read_back(stored.name, stored.wrapped_key, stored.sha256)
    return stored


def _erase_files(workspace: Workspace, lost: Sequence[erasing.LostObject]) -> None:
    for item in lost:
        try:
            workspace.vault.erase(item.name, item.wrapped_key)
        except StorageError as problem:  # its key is gone, so nobody can open it
            log.warning("the file of a mark stays for now", exc_info=problem)


def _files(entries: Iterable[Mapping[str, Any]]) -> set[str]:
    """The vault's objects these marks need."""
    return {file for entry in entries for file in (entry["file"], *entry.get("views", []))}


def _object(connection: Connection, entry: Mapping[str, Any], file: str) -> tuple[VaultName, bytes]:
    name = VaultName(file)
    kept = sources.vault_object(connection, name)
    if kept is None:
        raise RegisterError(
            f"What was learned of the mark “{entry['name']}” is gone.",
            remedy="Teach it again, or remove it.",
            code="no-mark",
        )
    return name, kept[0]


def _named(marks: Iterable[KnownMark], name: str) -> KnownMark:
    for mark in marks:
        if mark_name(mark.name) == mark_name(name):
            return mark
    raise _no_mark(name)


def _no_mark(name: str) -> RegisterError:
    return RegisterError(f"No mark is called “{name}”.", remedy="Look at the list of marks.", code="no-mark")


def _entries(connection: Connection) -> list[dict[str, Any]]:
    return list(settings.get(connection, _MARKS, []))


def _known(connection: Connection, entry: Mapping[str, Any]) -> KnownMark:
    return KnownMark(
        name=entry["name"],
        kind=MarkKind(entry["kind"]),
        version=entry["version"],
        digest=entry["digest"],
        recall={int(size): share for size, share in entry["recall"].items()},
        measured=entry["measured"],
        false_share=entry["false_share"],
        pictures=entry["pictures"],
        taught_at=datetime.fromisoformat(entry["taught_at"]),
        taught_by=users.get(connection, entry["taught_by"]).name,
    )
