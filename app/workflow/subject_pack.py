"""The pack of a subject access request: a PDF, the pictures with everybody else covered, and a SQLite file.

Staged in a hidden folder, looked at once more against the register, and made visible with one rename in the
transaction that records it, so that it is there whole or not at all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.analysis.names import JudgedText, judge_texts
from app.decision.decide import cover_box
from app.domain.cases import Case, CaseId, Step
from app.domain.consent import PlatformId
from app.domain.days import day_in_words
from app.domain.detection import Region, RegionId, RegionKind, TextKind, Verdict
from app.domain.errors import BugError, RegisterError, StorageError
from app.domain.geometry import Box, head_around
from app.domain.people import Actor, Person
from app.domain.photo import Photo, PhotoId, RgbImage
from app.domain.treatment import Decision, Outcome, Reason, RegionDecision, Treatment
from app.records.pdf import PdfPaper
from app.redaction.rendering import Rendered, render
from app.redaction.selfcheck import check_rendition
from app.workflow.subject_access import SubjectIndex, access_case, index_of, require_ready, theirs
from app.workflow.subject_report import Names, names_of, sheets
from app.workflow.without_others import WithoutOthers, without_others
from app.workflow.workspace import Workspace
from consent_db import audit, cases, people, photos, regions, users

_LONG_EDGE_PX = 2400
_MOST_BYTES = 6_000_000
_ROUNDS = 3
_ALWAYS = frozenset({"entry", "answers", "posts", "records"})
"""Sheets that say "None." where there is nothing."""
_DETAILS = frozenset({TextKind.CONTACT, TextKind.DATE_OF_BIRTH, TextKind.UPN})


@dataclass(frozen=True, slots=True)
class SubjectPack:
    """What was written."""

    folder: Path
    pictures: int
    left_out: tuple[int, ...]
    """Numbers of photos somebody found the person in, without saying which face is theirs, or naming several."""
    head: str


@dataclass(frozen=True, slots=True)
class PackStep:
    """How far it got; the last one carries the result."""

    number: int
    total: int
    done_with: SubjectPack | None = None


@dataclass(frozen=True, slots=True)
class _Material:
    """Everything that was read for a pack, in one reading."""

    case: Case
    found: SubjectIndex
    said: Mapping[PhotoId, frozenset[str]]
    placed: Mapping[PhotoId, tuple[Region, ...]]
    keys: Mapping[PhotoId, bytes]
    others: Sequence[Person]
    names: Names
    without: WithoutOthers
    head: str


def make_pack(workspace: Workspace, actor: Actor, case_id: CaseId, folder: Path) -> SubjectPack:
    """The same as `making_pack`, waiting for the end of it."""
    *_steps, last = making_pack(workspace, actor, case_id, folder)
    if last.done_with is None:
        raise BugError("the pack ended without a result")
    return last.done_with


def making_pack(workspace: Workspace, actor: Actor, case_id: CaseId, folder: Path) -> Iterator[PackStep]:
    """Write everything held about the person of a request into a new folder inside `folder`, photo by photo.

    Closing the iterator cancels it and leaves nothing behind.

    Raises:
        NotAllowedError: nobody checked who asks, or the safeguarding lead has not let it go out.
        RegisterError: photos wait to be looked through, the request is closed, or something changed meanwhile.
        EngineUnavailableError: the finished pictures cannot be checked; nothing is written.
        StorageError: no room, or no right to write; nothing is left behind.
    """
    material = _read(workspace, actor, case_id)
    day = workspace.clock.today()
    target = folder / f"request-{material.case.number}-{day.isoformat()}"
    if target.exists():
        raise StorageError(f"There is a folder {target.name} already.", remedy="Move it away first.", code="exists")
    return _making(workspace, actor, material, target)


def _read(workspace: Workspace, actor: Actor, case_id: CaseId) -> _Material:
    with workspace.database.read() as connection:
        case = access_case(connection, actor, case_id)
        require_ready(connection, case)
        found = index_of(connection, case)
        entries = people.entries_of(connection, [found.person.id])
        material = _Material(
            case=case,
            found=found,
            said={photo.id: theirs(connection, photo.id, entries) for photo in found.named},
            placed={photo.id: regions.of_photo(connection, photo.id) for photo in found.named},
            keys={photo.id: photos.wrapped_key(connection, photo.vault_name) for photo in found.named},
            others=[person for person in people.everybody(connection) if person.id not in entries],
            names=names_of(connection, found),
            without=without_others(connection, entries),
            head=audit.head(connection),
        )
    if not case.is_open:
        raise RegisterError(f"No. {case.number} is closed.", code="closed")
    if found.open_photos:
        raise RegisterError(
            f"{found.open_photos} photos wait to be looked through.", remedy="Say of each whether they are in it."
        )
    return material


def _making(workspace: Workspace, actor: Actor, material: _Material, target: Path) -> Iterator[PackStep]:
    found, total = material.found, len(material.found.named) + 1
    staged = target.with_name(f".{target.name}.part")
    paper = _begun(workspace, material)
    try:
        shutil.rmtree(staged, ignore_errors=True)
        (staged / "pictures").mkdir(parents=True)
        own = {photo.id: _certain(material.placed[photo.id], material.said[photo.id]) for photo in found.named}
        for number, photo in enumerate(found.named, 1):
            made = _alone(workspace, material, photo, own[photo.id])
            name = f"photo-{photo.number:04}.jpg"
            (staged / "pictures" / name).write_bytes(made.data)
            event = material.without.clean(photo.event)
            paper.picture(made.data, made.width, made.height, f"Photo {photo.number}, {event}: pictures/{name}")
            yield PackStep(number, total)
        unclear = {entry.photo.number for entry in found.to_look_through if entry.is_in}
        unclear |= {photo.number for photo in found.pointed_at}
        unclear |= {photo.number for photo in found.named if own[photo.id] != material.said[photo.id]}
        pack = SubjectPack(target, len(found.named), tuple(sorted(unclear)), material.head)
        (staged / "report.pdf").write_bytes(_ended(paper, material, pack))
        _archive(staged / "records.db", material)
        _hand_out(workspace, actor, material, staged, target)
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror}.", remedy="Choose another folder.") from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    yield PackStep(total, total, pack)


def _hand_out(workspace: Workspace, actor: Actor, material: _Material, staged: Path, target: Path) -> None:
    """Make it visible, if it may still go out and still shows what stands in the register."""
    found = material.found
    is_recorded = False
    try:
        with workspace.database.transaction() as connection:
            users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
            case = access_case(connection, actor, material.case.id)
            require_ready(connection, case)
            entries = people.entries_of(connection, [found.person.id])
            now = {photo.id: theirs(connection, photo.id, entries) for photo in index_of(connection, case).named}
            if not case.is_open or now != material.said:
                raise RegisterError(
                    "What is known of this person changed while the pack was made.",
                    remedy="Make it again.",
                    code="conflict",
                )
            cases.add_step(connection, case.id, Step.PACK_MADE, f"{len(found.named)} pictures", by=actor.user_id)
            details: dict[str, str | int | bool | None] = {"pictures": len(found.named), "posts": len(found.posts)}
            audit.append(connection, actor.user_id, "subject-pack-made", subjects=[case.id], details=details)
            os.replace(staged, target)
        is_recorded = True
    finally:
        if not is_recorded:
            shutil.rmtree(target, ignore_errors=True)


def _alone(workspace: Workspace, material: _Material, photo: Photo, own: frozenset[str]) -> Rendered:
    """The picture with everybody but the person covered; faces and names of others still seen are covered too."""
    stored = workspace.vault.read(photo.vault_name, material.keys[photo.id])
    pixels, placed = workspace.decoder.decode(stored).pixels, material.placed[photo.id]
    more: list[Box] = []
    for _round in range(_ROUNDS):
        made = render(pixels, _decision(photo.id, placed, own, more, pixels), max_edge_px=_LONG_EDGE_PX,
                      max_bytes=_MOST_BYTES)  # fmt: skip
        checked = check_rendition(
            made.data, covered=made.covered, shown=made.shown, faces=workspace.engines.faces,
            texts=workspace.engines.texts, decoder=workspace.decoder, forbidden_names=(),
        )  # fmt: skip
        words = [j.finding.box for j in judge_texts(checked.lines, material.others) if _is_about_somebody(j)]
        if not checked.new_faces and not checked.problems and not words:
            return made
        across, down = pixels.shape[1] / made.width, pixels.shape[0] / made.height
        more += [_grown(box, across, down, pixels) for box in checked.new_faces]
        more += [_line(box, across, down, pixels) for box in words]
    raise RegisterError(
        f"Somebody else can still be seen in photo {photo.number}.", remedy="Draw a box round them in Review first."
    )


def _is_about_somebody(judged: JudgedText) -> bool:
    return judged.finding.kind in _DETAILS or (judged.finding.kind is TextKind.NAME and bool(judged.roster))


def _line(box: Box, across: float, down: float, pixels: RgbImage) -> Box:
    """A line of words in pixels of the photo, with room for letters that reach past it."""
    height, width = pixels.shape[:2]
    line, margin = box.scaled(across, down), max(2, round(box.height * down / 4))
    wanted = Box(line.left - margin, line.top - margin, line.right + margin, line.bottom + margin)
    return wanted.clipped(width, height) or Box(0, 0, width, height)


def _grown(box: Box, across: float, down: float, pixels: RgbImage) -> Box:
    height, width = pixels.shape[:2]
    face = Box(int(box.left * across), int(box.top * down), round(box.right * across) + 1, round(box.bottom * down) + 1)
    return head_around(face).clipped(width, height) or Box(0, 0, width, height)


def _decision(
    photo_id: PhotoId, placed: Sequence[Region], own: frozenset[str], more: Sequence[Box], pixels: RgbImage
) -> Decision:
    height, width = pixels.shape[:2]

    def region_of(region: Region) -> RegionDecision:
        kept = (region.id in own or _is_nobody(region)) and not region.always_cover
        return RegionDecision(
            region.id, region.kind, region.box, cover_box(region, width=width, height=height),
            Treatment.KEEP if kept else Treatment.COVER, Reason.COVERED_BY_HAND, "",
        )  # fmt: skip

    found = [region_of(region) for region in placed if not region.removed]
    found += [
        RegionDecision(RegionId(f"more-{at}"), RegionKind.FACE, box, box, Treatment.COVER, Reason.UNNAMED, "")
        for at, box in enumerate(more)
    ]
    return Decision(photo_id, PlatformId("subject-access"), Outcome.COVERED, tuple(found))


def _is_nobody(region: Region) -> bool:
    """Whether a person found nobody and no words about anybody there; marks are nobody's."""
    if region.kind in (RegionKind.FACE, RegionKind.HINT):
        return region.verdict is Verdict.NOT_A_FACE
    return region.kind is RegionKind.MARK or (region.kind is RegionKind.TEXT and region.verdict is Verdict.NOT_A_NAME)


def _certain(placed: Sequence[Region], own: frozenset[str]) -> frozenset[str]:
    """Their places, but for faces where several are named as them: at most one of those is theirs."""
    faces = {region.id for region in placed if region.kind is RegionKind.FACE and region.id in own}
    return own - faces if len(faces) > 1 else own


def _begun(workspace: Workspace, material: _Material) -> PdfPaper:
    """The paper with its sheets; the pictures follow."""
    number, head = material.case.number, material.head
    paper = PdfPaper(
        f"What {workspace.school} holds about {material.found.person.name}",
        f"Request no. {number} · {day_in_words(workspace.clock.today())} · photos, posts, answers and records of "
        "ClearPost",
        foot=f"{workspace.school} · request no. {number} · records up to {head[:16]}",
    )
    for sheet in sheets(material.found, material.names, material.without):
        if sheet.rows or sheet.key in _ALWAYS:
            paper.heading(sheet.title)
            paper.table(tuple(sheet.columns.values()), sheet.on_paper(), shares=sheet.shares)
    paper.heading("Pictures")
    paper.words(
        "Everybody else is covered in these pictures, and left out of the words above, for their own privacy.",
        quiet=True,
    )
    return paper


def _ended(paper: PdfPaper, material: _Material, pack: SubjectPack) -> bytes:
    if pack.left_out:
        numbers = ", ".join(str(number) for number in pack.left_out)
        paper.words(f"They may also be in photos {numbers}; nobody could say which face is theirs.")
    if material.found.films:
        numbers = ", ".join(str(film.number) for film in material.found.films)
        paper.words(f"Films {numbers} are of the same events; they hold other people and are not in this pack.")
    return paper.to_bytes()


def _archive(path: Path, material: _Material) -> None:
    """The same sheets for the data protection officer's own archive."""
    from sqlite_utils import Database

    database = Database(path)
    try:
        for sheet in sheets(material.found, material.names, material.without):
            if sheet.key == "entry":
                entry = {"id": material.found.person.id} | {str(row["key"]): row["recorded"] for row in sheet.rows}
                database.table("person").insert(entry)
            elif sheet.rows:
                database.table(sheet.key).insert_all(dict(row) for row in sheet.rows)
    finally:
        database.close()
