"""Look photos over while somebody chooses among them: how sharp, how alike, and about how many faces.

It helps to choose and decides nothing: unsharp ones come last, and shots of one moment side by side. Only photos of
which nothing is known yet are looked over, those that were left out not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.errors import EngineUnavailableError, KnownError
from app.domain.people import Action, Actor
from app.domain.photo import PhotoId, PhotoState, RgbImage
from app.imaging.likeness import MEASURED_AT_PX, Measures, measure
from app.workflow.workspace import STOPPED, Workspace
from consent_db import audit, photos, picking

_COUNTED_AT_PX = 768
_TOGETHER = 16
"""So many photos are noted in one transaction, so that other people's windows are not told of each."""
_OPEN = (PhotoState.IMPORTED, PhotoState.PICKED)


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What is known now of some photos of an event.

    Attributes:
        measures: how sharp and how alike, by photo.
        faces: about how many faces, by photo.
        done, total: how far looking is, of everything that was unknown when it began.
    """

    measures: dict[PhotoId, Measures]
    faces: dict[PhotoId, int]
    done: int
    total: int


def look_over(workspace: Workspace, actor: Actor, event: str) -> Iterator[LookedOver]:
    """First measure every photo of an event of which nothing is known, then count faces; some photos at a time.

    A photo that cannot be read stays unknown. Closing the iterator ends it; what was noted stays.

    Raises:
        NotAllowedError: this person may not review photos.
    """
    actor.require(Action.REVIEW)
    return _look_over(workspace, actor, event)


def _look_over(workspace: Workspace, actor: Actor, event: str) -> Iterator[LookedOver]:
    with workspace.database.read() as connection:
        shots = [shot for shot in picking.shots(connection, event) if shot.state in _OPEN]
    unmeasured = [shot.photo_id for shot in shots if shot.likeness is None]
    uncounted = [shot.photo_id for shot in shots if shot.faces is None]
    total, done = len(unmeasured) + len(uncounted), 0
    for part in _parts(unmeasured):
        pictures = ((photo_id, _picture(workspace, photo_id, MEASURED_AT_PX)) for photo_id in part)
        measured = {photo_id: measure(pixels) for photo_id, pixels in pictures if pixels is not None}
        done += len(part)
        yield _noted(workspace, actor, LookedOver(measured, {}, done, total))
    for part in _parts(uncounted):
        try:
            counted = _counted(workspace, part)
        except EngineUnavailableError as problem:
            if problem.code != STOPPED:
                raise
            counted = {}  # somebody cancelled the engines' other work; these are counted another time
        done += len(part)
        yield _noted(workspace, actor, LookedOver({}, counted, done, total))


def _counted(workspace: Workspace, photo_ids: list[PhotoId]) -> dict[PhotoId, int]:
    counted = {}
    for photo_id in photo_ids:
        pixels = _picture(workspace, photo_id, _COUNTED_AT_PX)
        if pixels is not None:
            counted[photo_id] = workspace.engines.count_faces(pixels)
    return counted


def _picture(workspace: Workspace, photo_id: PhotoId, edge_px: int) -> RgbImage | None:
    """The photo, small; None when it cannot be read or was decided about meanwhile."""
    try:
        with workspace.database.read() as connection:
            photo = photos.get(connection, photo_id)
            if photo.state not in _OPEN:
                return None
            key = photos.wrapped_key(connection, photo.vault_name)
        data = workspace.vault.read(photo.vault_name, key)
        return workspace.decoder.decode(data, max_edge_px=edge_px).pixels
    except KnownError:
        return None


def _noted(workspace: Workspace, actor: Actor, known: LookedOver) -> LookedOver:
    """Keep it with the photos that are still there."""
    ids = known.measures.keys() | known.faces.keys()
    if not ids:
        return known
    with workspace.database.transaction() as connection:
        there = picking.states(connection, ids)
        for photo_id in there:
            if (found := known.measures.get(photo_id)) is not None:
                picking.note_measures(connection, photo_id, sharpness=found.sharpness, likeness=found.likeness)
            if (number := known.faces.get(photo_id)) is not None:
                picking.note_faces(connection, photo_id, number)
        details = {"photos": len(there), "faces": sum(known.faces.values())}
        audit.append(connection, actor.user_id, "photos-looked-over", subjects=sorted(there), details=details)
    return known


def _parts(photo_ids: list[PhotoId]) -> Iterator[list[PhotoId]]:
    for at in range(0, len(photo_ids), _TOGETHER):
        yield photo_ids[at : at + _TOGETHER]
