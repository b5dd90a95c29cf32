"""What enrolment starts from and what it left: the faces named as one child, how usable each is, and what is kept.

Nothing here computes a vector or opens one. The faces of a child are shown only inside the gates of comparing, since
they are brought together for no other purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import numpy as np

from app.analysis.quality import FaceQuality, face_quality
from app.domain.detection import Region, RegionId, RegionKind, Verdict
from app.domain.errors import PhotoUnreadableError, StorageError
from app.domain.geometry import Box
from app.domain.people import Action, Actor, PersonId
from app.domain.photo import Photo, RgbImage
from app.workflow.biometrics import delete_templates, require_comparable
from app.workflow.enrolment import PhotoProblem, unusable
from app.workflow.workspace import Workspace
from consent_db import appearances, audit, biometrics, people, photos, regions, users

MOST_FACES = 24
"""The newest faces of a child are offered; older ones look less like them."""
SET_ASIDE = "somebody wants them made anew"
_UNSHARP = 0.3
_TURNED = 0.85
"""A face whose pose takes more than this share of its quality away is turned to the side."""
_ROOM = 0.35
"""How much of a face's width is shown round it."""


class FaceWord(StrEnum):
    """How usable a face is, in one word."""

    GOOD = "good"
    SMALL = "small"
    UNSHARP = "unsharp"
    TURNED = "turned"


@dataclass(frozen=True, slots=True, eq=False)
class NamedFace:
    """A face that somebody named as this child.

    Attributes:
        problem: why it would be refused; None when it can be enrolled.
        crop: the face with a little room round it.
    """

    region_id: RegionId
    photo_number: int
    event: str
    word: FaceWord
    problem: PhotoProblem | None
    crop: RgbImage

    @property
    def id(self) -> RegionId:
        return self.region_id


@dataclass(frozen=True, slots=True)
class KeptFace:
    """Features of one face that are kept; the features themselves stay sealed."""

    made_at: datetime
    until: date | None
    quality: float


def kept_faces(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[KeptFace, ...]:
    """What is kept of this person, oldest first."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        found = biometrics.templates_of(connection, person_id)
    return tuple(KeptFace(t.made_at, t.until, t.quality) for t in found)


def delete_kept_faces(workspace: Workspace, actor: Actor, person_id: PersonId) -> int:
    """Delete every feature kept of this person, with a receipt, so that it can be made anew; how many there were."""
    actor.require(Action.KEEP_BIOMETRICS)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        number = delete_templates(workspace, connection, person_id, SET_ASIDE, by=actor.user_id)
        audit.append(
            connection, actor.user_id, "templates-set-aside", subjects=[person_id], details={"templates": number}
        )
    return number


def named_faces(workspace: Workspace, actor: Actor, person_id: PersonId) -> Iterator[NamedFace]:
    """The newest faces named as this child, one after the other; a photo that cannot be read is left out.

    Raises:
        NotAllowedError: the school compares no faces, or this one may not be compared.
    """
    actor.require(Action.KEEP_BIOMETRICS)
    with workspace.database.read() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        require_comparable(workspace, connection, person_id)
        entries = people.entries_of(connection, [person_id])
        among = [photos.get(connection, photo_id) for photo_id in appearances.photos_with(connection, entries)]
        found = [
            (photo, region, photos.wrapped_key(connection, photo.vault_name))
            for photo in sorted(among, key=lambda photo: photo.number, reverse=True)
            for region in regions.of_photo(connection, photo.id)
            if region.kind is RegionKind.FACE and region.verdict is Verdict.NAMED and region.person_id in entries
        ]
    return _look(workspace, found[:MOST_FACES])


def _look(workspace: Workspace, found: Sequence[tuple[Photo, Region, bytes]]) -> Iterator[NamedFace]:
    for photo, region, key in found:
        try:
            image = workspace.decoder.decode(workspace.vault.read(photo.vault_name, key)).pixels
        except (PhotoUnreadableError, StorageError):
            continue
        quality = face_quality(image, region.box)
        yield NamedFace(
            region.id,
            photo.number,
            photo.event,
            word_for(region, quality),
            unusable((region.box,), quality.value),
            _crop(image, region.box),
        )


def word_for(region: Region, quality: FaceQuality) -> FaceWord:
    """The word for a face as it lies in its photo; whether it is turned is told by what was found with it."""
    if quality.sharpness < _UNSHARP:
        return FaceWord.UNSHARP
    if region.quality is not None and quality.value and region.quality < _TURNED * quality.value:
        return FaceWord.TURNED
    return FaceWord.SMALL if quality.size < 1 else FaceWord.GOOD


def _crop(image: RgbImage, face: Box) -> RgbImage:
    room = round(_ROOM * face.width)
    wanted = Box(face.left - room, face.top - room, face.right + room, face.bottom + room)
    inside = wanted.clipped(image.shape[1], image.shape[0]) or face
    return np.ascontiguousarray(image[inside.top : inside.bottom, inside.left : inside.right])
