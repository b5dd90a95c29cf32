"""The pack of a subject access request: a PDF, the pictures with everybody else covered, and a SQLite file.

Staged in a hidden folder and made visible with one rename, so that it is there whole or not at all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.analysis.names import JudgedText, judge_texts
from app.decision.decide import cover_box
from app.domain.cases import CaseId, Step
from app.domain.consent import PlatformId
from app.domain.days import day_in_words
from app.domain.detection import Region, RegionId, RegionKind, TextKind, Verdict
from app.domain.errors import RegisterError, StorageError
from app.domain.geometry import Box, head_around
from app.domain.people import Actor, Person
from app.domain.photo import Photo, PhotoId, RgbImage
from app.domain.record_words import words_of
from app.domain.treatment import Decision, Outcome, Reason, RegionDecision, Treatment
from app.records.pdf import PdfPaper
from app.redaction.rendering import Rendered, render
from app.redaction.selfcheck import check_rendition
from app.workflow.subject_access import SubjectIndex, access_case, index_of, require_ready, theirs
from app.workflow.workspace import Workspace
from consent_db import audit, cases, people, photos, platforms, regions, users

_LONG_EDGE_PX = 2400
_MOST_BYTES = 6_000_000
_ROUNDS = 3
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
class _Picture:
    photo: Photo
    made: Rendered


def make_pack(workspace: Workspace, actor: Actor, case_id: CaseId, folder: Path) -> SubjectPack:
    """Write everything held about the person of a request into a new folder inside `folder`.

    Raises:
        NotAllowedError: nobody checked who asks, or the safeguarding lead has not let it go out.
        RegisterError: photos wait to be looked through, or the request is closed.
        EngineUnavailableError: the finished pictures cannot be checked; nothing is written.
        StorageError: no room, or no right to write; nothing is left behind.
    """
    with workspace.database.read() as connection:
        case = access_case(connection, actor, case_id)
        require_ready(connection, case)
        found = index_of(connection, case)
        entries = people.entries_of(connection, [found.person.id])
        said = {photo.id: theirs(connection, photo.id, entries) for photo in found.named}
        placed = {photo.id: regions.of_photo(connection, photo.id) for photo in found.named}
        own = {photo_id: _certain(placed[photo_id], places) for photo_id, places in said.items()}
        keys = {photo.id: photos.wrapped_key(connection, photo.vault_name) for photo in found.named}
        others = [person for person in people.everybody(connection) if person.id not in entries]
        names = {str(user.id): user.name for user in users.everybody(connection)}
        names |= {platform.id: platform.name for platform in platforms.everything(connection)}
        head = audit.head(connection)
    if not case.is_open:
        raise RegisterError(f"No. {case.number} is closed.", code="closed")
    if found.open_photos:
        raise RegisterError(
            f"{found.open_photos} photos wait to be looked through.", remedy="Say of each whether they are in it."
        )
    made = [
        _Picture(photo, _alone(workspace, photo, keys[photo.id], placed[photo.id], own[photo.id], others))
        for photo in found.named
    ]
    unclear = {entry.photo.number for entry in found.to_look_through if entry.is_in}
    left_out = tuple(sorted(unclear | {photo.number for photo in found.named if own[photo.id] != said[photo.id]}))
    day = workspace.clock.today()
    target = folder / f"request-{case.number}-{day.isoformat()}"
    paper = _paper(workspace, case.number, found, made, left_out, names, head)
    _write(target, paper, made, lambda path: _archive(path, found, names))
    with workspace.database.transaction() as connection:
        cases.add_step(connection, case.id, Step.PACK_MADE, f"{len(made)} pictures", by=actor.user_id)
        details: dict[str, str | int | bool | None] = {"pictures": len(made), "posts": len(found.posts)}
        audit.append(connection, actor.user_id, "subject-pack-made", subjects=[case.id], details=details)
    return SubjectPack(target, len(made), left_out, head)


def _alone(
    workspace: Workspace, photo: Photo, key: bytes, placed: Sequence[Region], own: frozenset[str],
    others: Sequence[Person],
) -> Rendered:  # fmt: skip
    """The picture with everybody but the person covered; faces and names of others still seen are covered too."""
    pixels = workspace.decoder.decode(workspace.vault.read(photo.vault_name, key)).pixels
    more: list[Box] = []
    for _round in range(_ROUNDS):
        made = render(pixels, _decision(photo.id, placed, own, more, pixels), max_edge_px=_LONG_EDGE_PX,
                      max_bytes=_MOST_BYTES)  # fmt: skip
        checked = check_rendition(
            made.data, covered=made.covered, shown=made.shown, faces=workspace.engines.faces,
            texts=workspace.engines.texts, decoder=workspace.decoder, forbidden_names=(),
        )  # fmt: skip
        words = [j.finding.box for j in judge_texts(checked.lines, others) if _is_about_somebody(j)]
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


def _paper(
    workspace: Workspace, number: int, found: SubjectIndex, made: Sequence[_Picture], left_out: Sequence[int],
    names: dict[str, str], head: str,
) -> bytes:  # fmt: skip
    person, today = found.person, workspace.clock.today()
    paper = PdfPaper(
        f"What {workspace.school} holds about {person.name}",
        f"Request no. {number} · {day_in_words(today)} · photos, posts, answers and records of ClearPost",
        foot=f"{workspace.school} · request no. {number} · records up to {head[:16]}",
    )
    _say_what_is_recorded(paper, found, names)
    paper.heading("Pictures")
    paper.words("Everybody else in these pictures is covered, so that their own privacy is kept.", quiet=True)
    for picture in made:
        caption = f"Photo {picture.photo.number}, {picture.photo.event}: pictures/{_file_name(picture)}"
        paper.picture(picture.made.data, picture.made.width, picture.made.height, caption)
    if left_out:
        numbers = ", ".join(str(n) for n in left_out)
        paper.words(f"They may also be in photos {numbers}; nobody could say which face is theirs.")
    paper.heading("What the records say")
    paper.table(
        ("When", "Who", "What"),
        [(f"{r.at:%Y-%m-%d %H:%M}", names.get(r.actor, "the program"), words_of(r.action)) for r in found.records],
        shares=(1, 1.2, 3),
    )
    return paper.to_bytes()


def _say_what_is_recorded(paper: PdfPaper, found: SubjectIndex, names: dict[str, str]) -> None:
    """The entry, the answers and the posts, as tables."""
    person = found.person
    paper.heading("In the register")
    paper.table(
        ("What", "As recorded"),
        [
            ("Name", f"{person.legal_forename} {person.legal_surname}"),
            ("Known as", person.name),
            ("Born", day_in_words(person.date_of_birth) if person.date_of_birth else "not recorded"),
            ("Numbers", ", ".join(n for n in (person.upn, person.admission_number) if n) or "not recorded"),
            ("Class", f"{person.registration_group} {person.year_group}".strip() or "not recorded"),
            ("Parents and carers", ", ".join(found.contacts) or "none recorded"),
            ("Stored face features", str(found.templates)),
        ],
        shares=(1, 3),
    )
    paper.heading("Answers about pictures and names")
    paper.table(
        ("Day", "About", "Where", "Answer", "Given by"),
        [
            (day_in_words(e.valid_from), e.kind.value.lower(), names.get(e.platform_id, e.platform_id), e.answer.value,
             e.giver)
            for e in found.consents
        ],
    )  # fmt: skip
    if found.biometrics:
        paper.heading("Answers about comparing faces")
        paper.table(
            ("Day", "What", "Given by"),
            [(day_in_words(e.on_day), e.fact.value.lower().replace("_", " "), e.giver) for e in found.biometrics],
        )
    paper.heading("Posts")
    paper.table(
        ("Post", "Shown or named", "Where and when"),
        [
            (
                post.title,
                "shown" if shown else "named in the words",
                "; ".join(
                    f"{names.get(r.platform_id, r.platform_id)}: {r.state.value.lower().replace('_', ' ')}, "
                    f"{day_in_words(r.exported_at.date())} {r.live_url}".strip()
                    for r in out
                )
                or "never published",
            )
            for post, shown, out in found.posts
        ],
        shares=(2, 1, 3),
    )


def _archive(path: Path, found: SubjectIndex, names: dict[str, str]) -> None:
    """The same for the data protection officer's own archive."""
    from sqlite_utils import Database

    database = Database(path)
    try:
        for table, rows in _tables(found, names):
            if rows:
                database.table(table).insert_all(rows)
    finally:
        database.close()


def _tables(found: SubjectIndex, names: dict[str, str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    person = found.person
    yield "person", [{"id": person.id, "name": person.name, "upn": person.upn, "class": person.registration_group,
                      "born": person.date_of_birth.isoformat() if person.date_of_birth else None}]  # fmt: skip
    yield "answers", [
        {"id": e.id, "day": e.valid_from.isoformat(), "kind": e.kind.value, "platform": e.platform_id,
         "answer": e.answer.value, "giver": e.giver, "evidence": e.evidence}
        for e in found.consents
    ]  # fmt: skip
    yield (
        "photos",
        [
            {"id": p.id, "number": p.number, "event": p.event, "imported": p.imported_at.isoformat()}
            for p in found.named
        ],
    )
    yield (
        "posts",
        [
            {"id": post.id, "title": post.title, "shown": shown, "state": post.state.value}
            for post, shown, _out in found.posts
        ],
    )
    yield "publications", [
        {"id": r.id, "post": post.id, "platform": r.platform_id, "state": r.state.value, "address": r.live_url,
         "at": r.exported_at.isoformat()}
        for post, _shown, out in found.posts for r in out
    ]  # fmt: skip
    yield (
        "records",
        [
            {"number": r.sequence, "at": r.at.isoformat(), "who": names.get(r.actor, ""), "what": words_of(r.action)}
            for r in found.records
        ],
    )


def _file_name(picture: _Picture) -> str:
    return f"photo-{picture.photo.number:04}.jpg"


def _write(target: Path, paper: bytes, made: Sequence[_Picture], archive: Any) -> None:
    staged = target.with_name(f".{target.name}.part")
    if target.exists():
        raise StorageError(f"There is a folder {target.name} already.", remedy="Move it away first.", code="exists")
    try:
        shutil.rmtree(staged, ignore_errors=True)
        (staged / "pictures").mkdir(parents=True)
        (staged / "report.pdf").write_bytes(paper)
        for picture in made:
            (staged / "pictures" / _file_name(picture)).write_bytes(picture.made.data)
        archive(staged / "records.db")
        os.replace(staged, target)
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror}.", remedy="Choose another folder.") from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
