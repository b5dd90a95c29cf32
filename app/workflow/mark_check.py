"""Look at a finished picture for the marks that were taught: one nobody looked at yet reopens the review."""

from __future__ import annotations

from collections.abc import Sequence

from app.analysis.merging import merge_regions
from app.domain.detection import Findings, MarkFinding, Region, RegionKind
from app.domain.geometry import Box
from app.domain.people import Actor
from app.domain.photo import Photo
from app.redaction.rendering import Rendered
from app.workflow.fallout import photo_changed
from app.workflow.teach_mark import marks_to_look_for
from app.workflow.workspace import Workspace
from consent_db import audit, mark_looks, regions

_MARKS = frozenset({"marks"})


def add_marks_still_seen(workspace: Workspace, actor: Actor, photo: Photo, made: Rendered, stored: bytes) -> int:
    """Marks that can be found in the finished picture and that no region of the photo speaks for; how many.

    What lies under a cover and what somebody or something said of a place before does not count again.

    Raises:
        EngineUnavailableError, StorageError, RegisterError, PhotoUnreadableError: it could not be looked at.
    """
    with workspace.database.read() as connection:
        if not mark_looks.digests(connection):
            return 0
    learned = marks_to_look_for(workspace).learned
    pixels = workspace.decoder.decode(stored).pixels
    seen = workspace.engines.analyse(pixels, only=_MARKS, marks=learned)
    across, down = photo.width / made.width, photo.height / made.height
    with workspace.database.transaction() as connection:
        known = regions.of_photo(connection, photo.id)
        covers = [box.scaled(across, down) for box in made.covered]
        found = [MarkFinding(m.box.scaled(across, down), m.mark, m.score) for m in seen.marks]
        new = tuple(mark for mark in found if not _is_spoken_for(mark.box, covers, known))
        changes = merge_regions(
            photo.id,
            known,
            Findings(photo.width, photo.height, marks=new, engines=seen.engines),
            (),
            fresh_id=regions.fresh_id,
        )
        for region in changes.new:
            regions.add(connection, region)
        if changes.new:
            photo_changed(workspace, connection, photo.id)
            details: dict[str, str | int | bool | None] = {"marks": len(changes.new)}
            audit.append(connection, actor.user_id, "self-check-found-marks", subjects=[photo.id], details=details)
    return len(changes.new)


def _is_spoken_for(box: Box, covers: Sequence[Box], known: Sequence[Region]) -> bool:
    marks = [region.box for region in known if region.kind is RegionKind.MARK and not region.removed]
    return any(place.contains_point(*box.centre) for place in (*covers, *marks))
