"""Enrolment: several photos of one child become templates, while the consent to it is in force, and only good photos.

Nothing is computed before the gate: the school compares faces, this child's consent is in force, and whoever asks may
keep such records. Photos that are too small, blurred or hold several faces are left out; a photo that does not fit the
others, or fits another child, stops the whole set until somebody has looked at it. What is kept is sealed and lasts a
year; the photos themselves are not kept.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from app.analysis.matching.gallery import make_gallery, unit
from app.analysis.matching.outliers import doubts
from app.analysis.matching.thresholds import ENOUGH_PHOTOS, Measurement
from app.analysis.quality import face_quality
from app.domain.detection import Region, RegionId, RegionKind, Verdict
from app.domain.errors import PhotoUnreadableError, RegisterError, StorageError
from app.domain.geometry import Box
from app.domain.people import Action, Actor, PersonId
from app.domain.photo import Photo, RgbImage
from app.workflow.biometrics import SealedTemplate, require_comparable, store_templates
from app.workflow.face_templates import seal_vector, vectors_by_person
from app.workflow.workspace import Workspace
from consent_db import people, photos, regions, users

Vectors = NDArray[np.float32]
Source = bytes | RegionId
"""A picture file with one face, or a face of the school's photos that somebody named."""

SMALLEST_FACE_PX = 48
LOWEST_QUALITY = 0.45
"""A large face wholly out of focus has 0.4, a small sharp one 0.6."""
_SAME_PHOTO = 0.9999
"""Two photos whose vectors are as near as this are one photo, perhaps saved again."""


class PhotoProblem(StrEnum):
    """Why a photo was left out, or has to be looked at."""

    UNREADABLE = "unreadable"
    NO_FACE = "no-face"
    SEVERAL_FACES = "several-faces"
    TOO_SMALL = "too-small"
    POOR = "poor"
    TWICE = "twice"
    UNLIKE_THE_OTHERS = "unlike-the-others"
    LIKE_ANOTHER = "like-another"


PROBLEM_WORDS: dict[PhotoProblem, str] = {
    PhotoProblem.UNREADABLE: "This file is not a photo that can be read.",
    PhotoProblem.NO_FACE: "No face was found in this photo.",
    PhotoProblem.SEVERAL_FACES: "There is more than one face in this photo; choose one of this child alone.",
    PhotoProblem.TOO_SMALL: f"The face in this photo is smaller than {SMALLEST_FACE_PX} pixels.",
    PhotoProblem.POOR: "The face in this photo is too blurred.",
    PhotoProblem.TWICE: "This photo is there already.",
    PhotoProblem.UNLIKE_THE_OTHERS: "This face does not look like the other photos of this child.",
    PhotoProblem.LIKE_ANOTHER: "This face looks more like another child.",
}
_DOUBTS = frozenset({PhotoProblem.UNLIKE_THE_OTHERS, PhotoProblem.LIKE_ANOTHER})


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """What was found about one photo of the set.

    Attributes:
        number: which of the photos given, from 0.
        fit: how well it fits the others; None when there are none.
        other: the other child it looks like, with LIKE_ANOTHER.
    """

    number: int
    problem: PhotoProblem | None = None
    quality: float | None = None
    fit: float | None = None
    other: PersonId | None = None

    @property
    def words(self) -> str:
        """The problem as a sentence without a name; empty when there is none."""
        return "" if self.problem is None else PROBLEM_WORDS[self.problem]


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What came of a set of photos.

    Attributes:
        checks: one for each photo given.
        stored: how many templates were kept now; 0 while a photo is in doubt.
        kept: how many there are of this child with them.
    """

    checks: tuple[PhotoCheck, ...]
    stored: int
    kept: int

    @property
    def in_doubt(self) -> tuple[int, ...]:
        """The photos somebody has to look at before anything is kept."""
        return tuple(c.number for c in self.checks if c.problem in _DOUBTS) if not self.stored else ()

    @property
    def is_enough(self) -> bool:
        """Whether the child can be suggested as "likely"; with fewer photos at most as "possible"."""
        return self.kept >= ENOUGH_PHOTOS


@dataclass(frozen=True, slots=True, eq=False)
class _Face:
    number: int
    quality: float
    vector: NDArray[np.float32]


def enrol(
    workspace: Workspace,
    actor: Actor,
    person_id: PersonId,
    sources: Sequence[Source],
    *,
    looked_at: Collection[int] = (),
) -> Enrolment:
    """Make templates of the good photos of one child and keep them, unless one is in doubt.

    Args:
        workspace: of the school.
        actor: who may keep biometric records.
        person_id: whose photos they are said to be.
        sources: picture files, or faces that were named.
        looked_at: numbers of photos that a person looked at and knows to be of this child.

    Raises:
        NotAllowedError: the school compares no faces, or this one may not be compared; no face was computed.
        RegisterError: a face is not named as this child.
        EngineUnavailableError: a network could not run; nothing was kept.
    """
    actor.require(Action.KEEP_BIOMETRICS)
    facts, named = None, {}
    with workspace.database.read() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        require_comparable(workspace, connection, person_id)
        facts = workspace.comparer.facts()
        named = {s: _named_face(connection, s, person_id) for s in sources if isinstance(s, str)}
        kept = vectors_by_person(workspace, connection, facts.name)
    found = [_look(workspace, number, source, named) for number, source in enumerate(sources)]
    faces = [face for face in found if isinstance(face, _Face)]
    checks = {check.number: check for check in found if isinstance(check, PhotoCheck)}
    own = kept.pop(person_id, np.empty((0, 0), np.float32))
    faces, twice = _without_copies(faces, own)
    checks |= {face.number: PhotoCheck(face.number, PhotoProblem.TWICE, face.quality) for face in twice}
    checks |= {check.number: check for check in _compared(faces, own, kept, facts.measurement)}
    told = tuple(checks[number] for number in range(len(sources)))
    doubtful = {check.number for check in told if check.problem in _DOUBTS}
    if not faces or doubtful - set(looked_at):
        return Enrolment(told, 0, len(own))
    sealed = [
        SealedTemplate(seal_vector(workspace, person_id, facts.name, face.vector), face.quality) for face in faces
    ]
    store_templates(workspace, actor, person_id, network=facts.name, templates=sealed)
    return Enrolment(told, len(sealed), len(own) + len(sealed))


def _named_face(connection: Connection, region_id: RegionId, person_id: PersonId) -> tuple[Region, Photo, bytes]:
    region = regions.get(connection, region_id)
    entries = people.entries_of(connection, [person_id])
    is_theirs = region.verdict is Verdict.NAMED and region.person_id in entries
    if region.kind is not RegionKind.FACE or region.removed or not is_theirs:
        raise RegisterError(
            "Only a face that somebody named as this child can be enrolled.",
            remedy="Name the face first, or choose a picture file.",
            code="not-named",
        )
    photo = photos.get(connection, region.photo_id)
    return region, photo, photos.wrapped_key(connection, photo.vault_name)


def _look(
    workspace: Workspace, number: int, source: Source, named: dict[RegionId, tuple[Region, Photo, bytes]]
) -> _Face | PhotoCheck:
    """The vector of the one face in a photo, or why there is none; poor faces never reach the network."""
    try:
        if isinstance(source, str):
            region, photo, key = named[source]
            image = workspace.decoder.decode(workspace.vault.read(photo.vault_name, key)).pixels
            boxes: tuple[Box, ...] = (region.box,)
        else:
            image = workspace.decoder.decode(source).pixels
            boxes = tuple(f.box for f in workspace.engines.analyse(image, only=frozenset({"faces"})).faces)
    except (PhotoUnreadableError, StorageError):
        return PhotoCheck(number, PhotoProblem.UNREADABLE)
    quality = face_quality(image, boxes[0]).value if len(boxes) == 1 else None
    problem = unusable(boxes, quality)
    if problem is not None or quality is None:
        return PhotoCheck(number, problem, quality)
    return _Face(number, quality, _vector(workspace, image, boxes[0]))


def unusable(boxes: tuple[Box, ...], quality: float | None) -> PhotoProblem | None:
    """Why these faces of a photo cannot be enrolled; None when there is one good face."""
    if len(boxes) != 1:
        return PhotoProblem.SEVERAL_FACES if boxes else PhotoProblem.NO_FACE
    if min(boxes[0].width, boxes[0].height) < SMALLEST_FACE_PX:
        return PhotoProblem.TOO_SMALL
    return PhotoProblem.POOR if quality is None or quality < LOWEST_QUALITY else None


def _vector(workspace: Workspace, image: RgbImage, face: Box) -> NDArray[np.float32]:
    return np.asarray(workspace.comparer.vectors(image, [face])[0], np.float32)


def _without_copies(faces: Sequence[_Face], own: Vectors) -> tuple[list[_Face], list[_Face]]:
    kept: list[_Face] = []
    twice: list[_Face] = []
    for face in faces:
        there = [*own, *(other.vector for other in kept)]
        is_copy = bool(there) and float((unit(np.stack(there)) @ face.vector).max()) > _SAME_PHOTO
        (twice if is_copy else kept).append(face)
    return kept, twice


def _compared(
    faces: Sequence[_Face], own: Vectors, others: dict[PersonId, Vectors], measured: Measurement | None
) -> list[PhotoCheck]:
    """Each new photo against the rest of the set and against the other children; what is kept already came first."""
    if not faces:
        return []
    together = np.stack([*own, *(face.vector for face in faces)])
    gallery = make_gallery(others)
    if measured is None:
        misfit, passes = -1.0, -1.0 if len(together) > 1 else math.inf
    else:
        misfit = measured.misfit(len(together) - 1)
        passes = measured.levels(len(gallery), max(gallery.photos, default=0)).possible
    found = {doubt.number - len(own): doubt for doubt in doubts(together, gallery, misfit=misfit, passes=passes)}
    checks = []
    for number, face in enumerate(faces):
        doubt = found.get(number)
        if doubt is None:
            checks.append(PhotoCheck(face.number, None, face.quality))
            continue
        problem = PhotoProblem.LIKE_ANOTHER if doubt.other else PhotoProblem.UNLIKE_THE_OTHERS
        checks.append(PhotoCheck(face.number, problem, face.quality, doubt.fit, doubt.other))
    return checks
