"""Look at photos one by one: faces and lines of text become regions that wait for a person.

A photo counts as analysed only when every engine ran without a failure. One that failed stays as it was, and a photo
that was never analysed is withheld everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from app.analysis.merging import RegionChanges, merge_regions
from app.analysis.names import JudgedText, judge_texts
from app.domain.detection import Findings
from app.domain.errors import KnownError, NotAllowedError
from app.domain.people import Action, Actor
from app.domain.photo import Photo, PhotoId, PhotoState
from app.domain.ports import DecodedPhoto
from app.workflow.fallout import something_new_found
from app.workflow.teach_mark import marks_to_look_for
from app.workflow.workspace import EVERYTHING, STOPPED, Workspace
from consent_db import audit, people, photos, regions

_NEEDED = frozenset({"faces", "texts"})
"""What must have been looked for before anything is decided, and the marks that were taught."""


@dataclass(frozen=True, slots=True)
class AnalysisOutcome:
    """What became of one photo.

    Attributes:
        faces: how many faces were found.
        texts: how many lines were found that may not simply stay: names, certificates, personal details.
        marks: how many marks were found that the school taught, and lines with its name.
        new_regions: places that were not known before.
        problem: why it could not be looked at; then nothing was changed.
    """

    photo_id: PhotoId
    faces: int = 0
    texts: int = 0
    marks: int = 0
    new_regions: int = 0
    problem: KnownError | None = None


def analyse_photos(
    workspace: Workspace, actor: Actor, photo_ids: Sequence[PhotoId], *, only: frozenset[str] = EVERYTHING
) -> Iterator[AnalysisOutcome]:
    """Analyse photos in the order given; one outcome each. Closing the iterator cancels: what was done stays done.

    `Engines.cancel`, from another thread, ends the photo under way at once, and with it the iterator. Looking at a
    photo again adds what is new and changes nothing a person said. The next photo is decoded while the engines look at
    the current one.

    Raises:
        NotAllowedError: this person may neither import nor review.
    """
    if not actor.may(Action.IMPORT):
        actor.require(Action.REVIEW)
    return _analyse(workspace, actor, photo_ids, only)


def _analyse(
    workspace: Workspace, actor: Actor, photo_ids: Sequence[PhotoId], only: frozenset[str]
) -> Iterator[AnalysisOutcome]:
    try:
        marks = marks_to_look_for(workspace)
    except KnownError as problem:  # without what was taught no photo counts as looked at
        yield from (AnalysisOutcome(photo_id, problem=problem) for photo_id in photo_ids)
        return
    for photo_id, decoded in _decoded(workspace, photo_ids):
        if isinstance(decoded, KnownError):
            yield AnalysisOutcome(photo_id, problem=decoded)
            continue
        try:
            findings = marks.analyse(workspace, decoded.pixels, only=only)
            yield _record(workspace, actor, photo_id, findings, complete=only >= _NEEDED | marks.needed)
        except KnownError as problem:
            if problem.code == STOPPED:  # somebody cancelled: the photo under way stays as it was, like the rest
                return
            yield AnalysisOutcome(photo_id, problem=problem)


def _decoded(workspace: Workspace, photo_ids: Sequence[PhotoId]) -> Iterator[tuple[PhotoId, DecodedPhoto | KnownError]]:
    """Each photo's pixels or its problem, decoded one ahead of the caller; at most two photos are held at a time."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="decode-ahead") as ahead:
        waiting: Future[DecodedPhoto | KnownError] | None = None
        for index, photo_id in enumerate(photo_ids):
            current = waiting or ahead.submit(_decode, workspace, photo_id)
            result = current.result()
            more = index + 1 < len(photo_ids)
            waiting = ahead.submit(_decode, workspace, photo_ids[index + 1]) if more else None
            yield photo_id, result


def _decode(workspace: Workspace, photo_id: PhotoId) -> DecodedPhoto | KnownError:
    try:
        with workspace.database.read() as connection:
            photo = photos.get(connection, photo_id)
            wrapped_key = photos.wrapped_key(connection, photo.vault_name)
        _check_state(photo)
        return workspace.decoder.decode(workspace.vault.read(photo.vault_name, wrapped_key))
    except KnownError as problem:
        return problem


def _check_state(photo: Photo) -> None:
    if not photo.kind.is_picture:
        raise NotAllowedError(
            f"File {photo.number} is no picture, so it cannot be looked through or posted.",
            remedy="Take a still from a film, and use that.",
            code="no-picture",
        )
    if photo.state is PhotoState.QUARANTINED:
        raise NotAllowedError(
            f"Photo {photo.number} is set aside until the Headteacher decides about it.",
            remedy="Ask the Headteacher to look at it on the Devices page.",
            code="quarantined",
        )
    if photo.state is PhotoState.SKIPPED:
        raise NotAllowedError(f"Photo {photo.number} was put aside.", remedy="Pick it again first.", code="skipped")


def _record(
    workspace: Workspace, actor: Actor, photo_id: PhotoId, findings: Findings, *, complete: bool
) -> AnalysisOutcome:
    """Write down what was found, its consequences and the audit event, in one transaction."""
    with workspace.database.transaction() as connection:
        # The roll and the regions are read inside, so that no pupil or box added meanwhile is missed.
        judged = judge_texts(findings.texts, people.everybody(connection))
        known = regions.of_photo(connection, photo_id)
        changes = merge_regions(photo_id, known, findings, judged, fresh_id=regions.fresh_id)
        facts = photos.facts(connection, photo_id)
        before = photos.get(connection, photo_id)
        _check_state(before)
        for region in changes.new:
            regions.add(connection, region)
        for item in changes.evidence:
            regions.add_evidence(connection, item.region_id, engine=item.engine, box=item.box, score=item.score)
        is_complete = facts.is_analysed or complete
        photos.set_analysed(connection, photo_id, findings.engines, complete=is_complete)
        if before.state is PhotoState.IDENTIFIED and not changes.new:
            photos.set_state(connection, photo_id, before.state)
        if changes.reopens_review:
            something_new_found(connection, photo_id)
        outcome = _outcome(photo_id, findings, judged, changes)
        audit.append(
            connection,
            actor.user_id,
            "photo-analysed",
            subjects=[photo_id],
            details={
                "faces": outcome.faces,
                "texts": outcome.texts,
                "marks": outcome.marks,
                "new_regions": outcome.new_regions,
                "complete": is_complete,
                "engines": "; ".join(findings.engines),
            },
        )
    return outcome


def _outcome(
    photo_id: PhotoId, findings: Findings, judged: Sequence[JudgedText], changes: RegionChanges
) -> AnalysisOutcome:
    flagged = sum(line.is_flagged for line in judged)
    return AnalysisOutcome(photo_id, len(findings.faces), flagged, len(findings.marks), len(changes.new))
