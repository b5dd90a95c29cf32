"""Review: people name the faces, draw boxes, answer the reverse check, and take the last step back.

Each act is one transaction: what was said, what falls because of it, and the audit event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.detection import (
    PhotoFacts,
    Presence,
    Region,
    RegionId,
    RegionKind,
    RegionOrigin,
    Verdict,
    is_open_hint,
)
from app.domain.errors import BugError, RegisterError
from app.domain.geometry import Box
from app.domain.people import Action, Actor, PersonId
from app.domain.photo import Photo, PhotoId, PhotoState, RgbImage
from app.workflow import gates
from app.workflow.consequences import stop_showing_photo
from app.workflow.fallout import photo_changed
from app.workflow.post_material import facts_of
from app.workflow.workspace import Workspace
from consent_db import audit, people, photos, regions


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo with everything found in it and said about it."""

    photo: Photo
    facts: PhotoFacts


def photo_view(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> PhotoView:
    """What the review page shows.

    Raises:
        NotAllowedError: this person may not review photos.
        RegisterError: no such photo.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        return PhotoView(photos.get(connection, photo_id), facts_of(connection, photo_id))


def load_picture(workspace: Workspace, actor: Actor, photo_id: PhotoId, max_edge_px: int | None = None) -> RgbImage:
    """The upright picture out of the vault, shrunk to `max_edge_px` on its long edge when given.

    Raises:
        NotAllowedError: this person may not review photos.
        StorageError, PhotoUnreadableError: the stored picture is damaged.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        photo = photos.get(connection, photo_id)
        key = photos.wrapped_key(connection, photo.vault_name)
    data = workspace.vault.read(photo.vault_name, key)
    return workspace.decoder.decode(data, max_edge_px=max_edge_px).pixels


def note_look_underneath(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> None:
    """Record that somebody looked at what the covers of a photo hide.

    Raises:
        NotAllowedError: this person may not review photos.
        RegisterError: no such photo.
    """
    with reviewing(workspace, actor) as connection:
        photos.get(connection, photo_id)
        audit.append(connection, actor.user_id, "looked-underneath", subjects=[photo_id])


def name_region(workspace: Workspace, actor: Actor, region_id: RegionId, person_id: PersonId) -> Region:
    """Say whose face, or whose name, this is.

    Raises:
        RegisterError: no such region or person.
    """
    with reviewing(workspace, actor) as connection:
        people.get(connection, person_id)
        region = as_person(regions.get(connection, region_id))
        named = replace(region, verdict=Verdict.NAMED, person_id=person_id)
        return _say(workspace, connection, actor, named, "region-named", person_id)


def set_verdict(workspace: Workspace, actor: Actor, region_id: RegionId, verdict: Verdict) -> Region:
    """Say what a region is without naming anybody.

    Raises:
        BugError: NAMED needs a person: use `name_region`.
    """
    if verdict is Verdict.NAMED:
        raise BugError("a name needs a person")
    with reviewing(workspace, actor) as connection:
        region = regions.get(connection, region_id)
        region = as_person(region) if verdict is Verdict.STRANGER else region
        judged = replace(region, verdict=verdict, person_id=None)
        return _say(workspace, connection, actor, judged, "region-judged")


def accept_hint(workspace: Workspace, actor: Actor, region_id: RegionId) -> Region:
    """Say that what may be a person is one: from now on a face that nobody named, so still covered.

    Raises:
        RegisterError: no such region, or it is no hint.
    """
    with reviewing(workspace, actor) as connection:
        region = regions.get(connection, region_id)
        if region.kind is not RegionKind.HINT:
            raise RegisterError("This place is no “maybe a person”.", remedy="Choose one that is.", code="no-hint")
        accepted = replace(as_person(region), verdict=Verdict.UNNAMED)
        return _say(workspace, connection, actor, accepted, "hint-accepted")


def dismiss_hints(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> int:
    """Say that nobody is where a person may be, for all such places nobody spoke about; one undo takes it back.

    Returns:
        How many there were.

    Raises:
        RegisterError: no such photo.
    """
    with reviewing(workspace, actor) as connection:
        photos.get(connection, photo_id)
        hints = [r for r in regions.of_photo(connection, photo_id) if is_open_hint(r)]
        first: int | None = None
        for hint in hints:
            dismissed = replace(hint, verdict=Verdict.NOT_A_FACE)
            sequence = regions.say(connection, dismissed, by=actor.user_id, part_of=first)
            first = first or sequence
        if hints:
            settle(workspace, connection, photo_id)
            subjects = [photo_id, *(hint.id for hint in hints)]
            audit.append(connection, actor.user_id, "hints-dismissed", subjects=subjects)
        return len(hints)


def set_always_cover(workspace: Workspace, actor: Actor, region_id: RegionId, wanted: bool) -> Region:
    """Cover a region whatever the register says, or let the register decide again."""
    with reviewing(workspace, actor) as connection:
        region = replace(regions.get(connection, region_id), always_cover=wanted)
        return _say(workspace, connection, actor, region, "region-covered-by-hand" if wanted else "region-released")


def add_region(workspace: Workspace, actor: Actor, photo_id: PhotoId, kind: RegionKind, box: Box) -> Region:
    """Draw a box round something nobody saw.

    Raises:
        RegisterError: the box lies outside the photo.
    """
    with reviewing(workspace, actor) as connection:
        region = Region(
            id=regions.fresh_id(),
            photo_id=photo_id,
            kind=kind,
            box=_inside(photos.get(connection, photo_id), box),
            origin=RegionOrigin.PERSON,
        )
        regions.add(connection, region)
        return _say(workspace, connection, actor, region, "region-added")


def move_region(workspace: Workspace, actor: Actor, region_id: RegionId, box: Box) -> Region:
    """Put a box where it belongs; from now on no engine touches it.

    Raises:
        RegisterError: the box lies outside the photo, or would leave most of what the program found.
    """
    with reviewing(workspace, actor) as connection:
        region = regions.get(connection, region_id)
        if region.origin is RegionOrigin.ENGINE and not _still_covers(regions.found_at(connection, region_id), box):
            raise RegisterError(
                "This box was found by the program and has to stay on its place.",
                remedy="Draw another box for the other place; if this one is no face, say so.",
                code="carried-off",
            )
        moved = replace(region, box=_inside(photos.get(connection, region.photo_id), box))
        return _say(workspace, connection, actor, moved, "region-moved")


def remove_region(workspace: Workspace, actor: Actor, region_id: RegionId) -> Region:
    """Take away a box that a person drew.

    Raises:
        RegisterError: the box came from the program; say "not a face" instead, which stays on record.
    """
    with reviewing(workspace, actor) as connection:
        region = regions.get(connection, region_id)
        if region.origin is not RegionOrigin.PERSON:
            raise RegisterError(
                "This box was found by the program and cannot be taken away.",
                remedy="Say that it is not a face; that stays on record.",
            )
        return _say(workspace, connection, actor, replace(region, removed=True), "region-removed")


def set_roster(workspace: Workspace, actor: Actor, event: str, person_ids: Collection[PersonId]) -> None:
    """Say who may be in the photos of an event (or of the event of the photo with this id).

    Raises:
        RegisterError: somebody of them is not in the register.
    """
    with reviewing(workspace, actor) as connection:
        name = _event_of(connection, event)
        for person_id in person_ids:
            people.get(connection, person_id)
        photos.set_roster(connection, name, person_ids)
        concerned = photos.of_event(connection, name)
        for photo_id in concerned:
            photo_changed(workspace, connection, photo_id)
        audit.append(
            connection,
            actor.user_id,
            "roster-set",
            subjects=concerned,
            details={"people": len(set(person_ids))},
        )


def answer_presence(
    workspace: Workspace, actor: Actor, photo_id: PhotoId, person_id: PersonId, presence: Presence | None
) -> None:
    """Answer the reverse check for one child; None takes the answer back.

    Raises:
        RegisterError: no such photo or person.
    """
    with reviewing(workspace, actor) as connection:
        photos.get(connection, photo_id)
        people.get(connection, person_id)
        photos.answer_presence(connection, photo_id, person_id, presence, by=actor.user_id)
        photo_changed(workspace, connection, photo_id)
        word = presence.value if presence else "taken-back"
        audit.append(
            connection, actor.user_id, "presence-answered", subjects=[photo_id, person_id], details={"answer": word}
        )


def refuse_appearance(workspace: Workspace, actor: Actor, photo_id: PhotoId, person_id: PersonId) -> None:
    """A child asked not to appear in this photo: it is held back everywhere, from this moment. Open to every role."""
    actor.require(Action.TAKE_CONSENT_AWAY)
    with workspace.database.transaction() as connection:
        people.get(connection, person_id)
        photos.refuse_appearance(connection, photo_id, person_id, by=actor.user_id)
        stop_showing_photo(workspace, connection, photo_id)
        audit.append(connection, actor.user_id, "asked-not-to-appear", subjects=[photo_id, person_id])


def undo_last(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> Region | None:
    """Take back the last thing said about this photo's regions; None when there is nothing left to take back.

    What was said of several places at once is taken back for all of them; the first of them comes back.
    """
    with reviewing(workspace, actor) as connection:
        undone = regions.undo_last(connection, photo_id, by=actor.user_id)
        if not undone:
            return None
        settle(workspace, connection, photo_id)
        subjects = [photo_id, *(region.id for region in undone)]
        audit.append(connection, actor.user_id, "review-undone", subjects=subjects)
        return undone[-1]


def redo_last(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> Region | None:
    """Do again what was taken back last; None when nothing was, or something else was said of the photo since."""
    with reviewing(workspace, actor) as connection:
        again = regions.redo_last(connection, photo_id, by=actor.user_id)
        if not again:
            return None
        settle(workspace, connection, photo_id)
        audit.append(connection, actor.user_id, "review-redone", subjects=[photo_id, *(region.id for region in again)])
        return again[0]


@contextmanager
def reviewing(workspace: Workspace, actor: Actor) -> Iterator[Connection]:
    """One act of somebody who may review and has read what has to be read first."""
    actor.require(Action.REVIEW)
    with workspace.database.transaction() as connection:
        gates.require_acknowledged(workspace, connection, actor)
        yield connection


def _say(
    workspace: Workspace,
    connection: Connection,
    actor: Actor,
    region: Region,
    action: str,
    person_id: PersonId | None = None,
) -> Region:
    regions.say(connection, region, by=actor.user_id)
    settle(workspace, connection, region.photo_id)
    subjects = [region.photo_id, region.id, *([person_id] if person_id else [])]
    audit.append(connection, actor.user_id, action, subjects=subjects, details={"verdict": region.verdict.value})
    return region


def settle(workspace: Workspace, connection: Connection, photo_id: PhotoId) -> None:
    """Let fall what depends on the photo, and note whether every face was spoken about."""
    photo_changed(workspace, connection, photo_id)
    photo = photos.get(connection, photo_id)
    if photo.state not in (PhotoState.ANALYSED, PhotoState.IDENTIFIED):
        return
    faces = [r for r in regions.of_photo(connection, photo_id) if r.kind is RegionKind.FACE]
    done = all(face.verdict is not Verdict.UNNAMED for face in faces)
    state = PhotoState.IDENTIFIED if done else PhotoState.ANALYSED
    if state is not photo.state:
        photos.set_state(connection, photo_id, state)


def as_person(region: Region) -> Region:
    """A hint that somebody speaks of as a person is a face from then on."""
    return replace(region, kind=RegionKind.FACE) if region.kind is RegionKind.HINT else region


def _event_of(connection: Connection, event_or_photo_id: str) -> str:
    try:
        return photos.get(connection, PhotoId(event_or_photo_id)).event
    except RegisterError:
        return event_or_photo_id


def _still_covers(found: Box, box: Box) -> bool:
    """Whether most of what the program found stays inside: a box carried off or made tiny would uncover a face."""
    shared = found.intersection(box)
    return shared is not None and 2 * shared.area > found.area


def _inside(photo: Photo, box: Box) -> Box:
    inside = box.clipped(photo.width, photo.height)
    if inside is None:
        raise RegisterError("That box lies outside the photo.", remedy="Draw it on the photo.", code="outside")
    return inside
