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


def add_marks_still_seen(
    workspace: Workspace, actor: Actor, photo: Photo, made: Rendered, stored: bytes, *, frame: Box
) -> int:
    """Marks that can be found in the finished picture and that no region of the photo speaks for; how many.

    What lies under a cover and what somebody or something said of a mark at its place before does not count again.

    Args:
        workspace: the school's workspace.
        actor: who prepares the picture.
        photo: that it was made of.
        made: the picture.
        stored: its bytes in the vault.
        frame: the part of the photo that it shows.

    Raises:
        EngineUnavailableError, StorageError, RegisterError, PhotoUnreadableError: it could not be looked at.
    """
    with workspace.database.read() as connection:
        if not mark_looks.digests(connection):
            return 0
    learned = marks_to_look_for(workspace).learned
    pixels = workspace.decoder.decode(stored).pixels
    seen = workspace.engines.analyse(pixels, only=_MARKS, marks=learned)
    across, down = frame.width / made.width, frame.height / made.height
    with workspace.database.transaction() as connection:
        known = regions.of_photo(connection, photo.id)
        bare = [m for m in seen.marks if not any(cover.contains_point(*m.box.centre) for cover in made.covered)]
        found = [MarkFinding(m.box.scaled(across, down).moved(frame.left, frame.top), m.mark, m.score) for m in bare]
        new = tuple(mark for mark in found if not _is_spoken_for(mark, known))
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


def _is_spoken_for(found: MarkFinding, known: Sequence[Region]) -> bool:
    """Whether there is a region of this very mark, or one that a person drew, where it was found."""
    same = [r for r in known if r.kind is RegionKind.MARK and not r.removed and r.speaks_for_mark(found.mark)]
    return any(region.box.contains_point(*found.box.centre) for region in same)
