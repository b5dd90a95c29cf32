"""Review of several places of a photo at once: one act, one step back, one entry in the records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from app.domain.detection import Region, RegionId, RegionKind, RegionOrigin, Verdict
from app.domain.errors import BugError, RegisterError
from app.domain.geometry import Box, body_around
from app.domain.people import Actor
from app.domain.photo import PhotoId
from app.workflow.review import as_person, reviewing, settle
from app.workflow.workspace import Workspace
from consent_db import audit, photos, regions

_SAME_BODY_IOU = 0.9


def set_verdicts(workspace: Workspace, actor: Actor, region_ids: Collection[RegionId], verdict: Verdict) -> int:
    """Say the same of several places, or with UNNAMED take their names off; how many changed.

    Raises:
        RegisterError: there is no such place, or they are not of one photo.
        BugError: NAMED needs a person each.
    """
    if verdict is Verdict.NAMED:
        raise BugError("a name needs a person")
    with reviewing(workspace, actor) as connection:
        found = _of_one_photo(connection, region_ids)
        judged = [replace(_meant(region, verdict), verdict=verdict, person_id=None) for region in found]
        changed = [new for old, new in zip(found, judged, strict=True) if old != new]
        return _say_all(workspace, connection, actor, changed, "regions-judged")


def set_always_covers(workspace: Workspace, actor: Actor, region_ids: Collection[RegionId], wanted: bool) -> int:
    """Cover several places whatever the register says, or let the register decide again; how many changed.

    Raises:
        RegisterError: there is no such place, or they are not of one photo.
    """
    with reviewing(workspace, actor) as connection:
        found = _of_one_photo(connection, region_ids)
        changed = [replace(region, always_cover=wanted) for region in found if region.always_cover is not wanted]
        action = "regions-covered-by-hand" if wanted else "regions-released"
        return _say_all(workspace, connection, actor, changed, action)


def cover_bodies(workspace: Workspace, actor: Actor, region_ids: Collection[RegionId]) -> int:
    """Cover the whole people of these faces, or with all of them covered like that already show them as decided again.

    A body is a box like one that is drawn by hand: it can be moved, resized and taken away.

    Returns:
        How many bodies were covered; negative when they were released.

    Raises:
        RegisterError: there is no such place, they are not of one photo, or none of them is a face.
    """
    with reviewing(workspace, actor) as connection:
        faces = [r for r in _of_one_photo(connection, region_ids) if r.kind in (RegionKind.FACE, RegionKind.HINT)]
        if not faces:
            raise RegisterError("That is nobody’s face.", remedy="Choose a face first.", code="no-face")
        photo = photos.get(connection, faces[0].photo_id)
        standing = regions.of_photo(connection, photo.id)
        bodies = {face.id: _body_of(face, standing, photo.width, photo.height) for face in faces}
        if all(bodies.values()):
            gone = [replace(body, removed=True) for body in bodies.values() if body is not None]
            released = [replace(face, always_cover=False) for face in faces if face.always_cover]
            _say_all(workspace, connection, actor, [*gone, *released], "bodies-released")
            return -len(gone)
        made = [_new_body(connection, face, photo.width, photo.height) for face in faces if bodies[face.id] is None]
        covered = [replace(face, always_cover=True) for face in faces if not face.always_cover]
        _say_all(workspace, connection, actor, [*made, *covered], "bodies-covered")
        return len(made)


def swap_names(workspace: Workspace, actor: Actor, first: RegionId, second: RegionId) -> None:
    """Two faces bear each other’s names: exchange them.

    Raises:
        RegisterError: there is no such place, they are not of one photo, or neither bears a name.
    """
    with reviewing(workspace, actor) as connection:
        one, other = _in_order(_of_one_photo(connection, [first, second]), [first, second])
        if one.person_id is None and other.person_id is None:
            raise RegisterError("Neither of these faces is named.", remedy="Name one of them first.", code="no-names")
        swapped = [_as_said(one, other), _as_said(other, one)]
        _say_all(workspace, connection, actor, swapped, "names-swapped")


def keep_name_here(workspace: Workspace, actor: Actor, region_id: RegionId) -> int:
    """The name of this face is right here and nowhere else in the photo; from how many others it was taken.

    Raises:
        RegisterError: there is no such place.
    """
    with reviewing(workspace, actor) as connection:
        here = regions.get(connection, region_id)
        others = [
            replace(r, verdict=Verdict.UNNAMED, person_id=None)
            for r in regions.of_photo(connection, here.photo_id)
            if here.person_id is not None
            and (r.kind, r.person_id) == (RegionKind.FACE, here.person_id)
            and r.id != here.id
        ]
        return _say_all(workspace, connection, actor, others, "name-kept-here")


def note_faces_seen(workspace: Workspace, actor: Actor, photo_id: PhotoId) -> None:
    """Record that somebody was shown the faces of a photo that nobody named yet, to name them.

    Raises:
        NotAllowedError: this person may not review photos.
        RegisterError: no such photo.
    """
    with reviewing(workspace, actor) as connection:
        photos.get(connection, photo_id)
        audit.append(connection, actor.user_id, "faces-seen", subjects=[photo_id])


def _of_one_photo(connection: Connection, region_ids: Collection[RegionId]) -> list[Region]:
    found = [regions.get(connection, region_id) for region_id in dict.fromkeys(region_ids)]
    if len({region.photo_id for region in found}) > 1:
        raise RegisterError("These places are not in one photo.", remedy="Choose places of one photo.", code="photos")
    return found


def _in_order(found: Iterable[Region], wanted: Sequence[RegionId]) -> list[Region]:
    return sorted(found, key=lambda region: wanted.index(region.id))


def _meant(region: Region, verdict: Verdict) -> Region:
    return as_person(region) if verdict is Verdict.STRANGER else region


def _as_said(region: Region, other: Region) -> Region:
    """This place with what was said of the other."""
    return replace(region, verdict=other.verdict, person_id=other.person_id)


def _body_of(face: Region, standing: Sequence[Region], width: int, height: int) -> Region | None:
    """The box that covers the whole of this person; one that was moved far counts as a box of its own."""
    wanted = _body_box(face, width, height)
    bodies = (r for r in standing if r.kind is RegionKind.OTHER and r.origin is RegionOrigin.PERSON)
    return next((r for r in bodies if r.box.iou(wanted) >= _SAME_BODY_IOU), None)


def _body_box(face: Region, width: int, height: int) -> Box:
    return body_around(face.box).clipped(width, height) or face.box


def _new_body(connection: Connection, face: Region, width: int, height: int) -> Region:
    box = _body_box(face, width, height)
    body = Region(regions.fresh_id(), face.photo_id, RegionKind.OTHER, box, RegionOrigin.PERSON)
    regions.add(connection, body)
    return body


def _say_all(workspace: Workspace, connection: Connection, actor: Actor, changed: Sequence[Region], action: str) -> int:
    first: int | None = None
    for region in changed:
        sequence = regions.say(connection, region, by=actor.user_id, part_of=first)
        first = first or sequence
    if changed:
        photo_id: PhotoId = changed[0].photo_id
        settle(workspace, connection, photo_id)
        audit.append(connection, actor.user_id, action, subjects=[photo_id, *(region.id for region in changed)])
    return len(changed)
