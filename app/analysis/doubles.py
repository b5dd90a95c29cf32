"""Weak places within the head of a face that was found: its own forehead, or hair that looks like a face."""

from __future__ import annotations

from app.analysis.sightings import PART_BELOW
from app.domain.detection import FaceDetection, Hint

_IN_HEAD = 0.95
"""Somebody behind a head shows beyond its hair; what lies so wholly within the head box has no room for another."""

_CLEAR, _SMALL = 0.7, 0.35
"""Of 236 places in three sets that were taken for faces and were none, two lay in the head of a clear face so much
wider; of 764 true ones, none did."""

_ON_FACE = 0.5
_AS_WIDE = 0.5
"""Small far faces beside a near one lie in its head box too, and keep their hint."""


def is_of_the_face(hint: Hint, face: FaceDetection) -> bool:
    """Whether a weak hint is a second, worse box of a clear face.

    It lies in the head, half of it or more on the face, at least half as wide, and neither is a guess: the face is
    clear, and no view saw the hint as clearly as somebody before a larger face is seen.
    """
    if hint.score >= PART_BELOW or face.score < PART_BELOW or hint.box.width < _AS_WIDE * face.box.width:
        return False
    in_head, on_face = hint.box.intersection(face.head), hint.box.intersection(face.box)
    if in_head is None or on_face is None:
        return False
    return in_head.area >= _IN_HEAD * hint.box.area and on_face.area >= _ON_FACE * hint.box.area


def is_maybe_in_a_head(face: FaceDetection, other: FaceDetection) -> bool:
    """Whether a faint small face lies so within a clear large head that a person should be asked: a hint."""
    if face.score >= PART_BELOW or other.score < _CLEAR or face.box.width > _SMALL * other.box.width:
        return False
    in_head = face.box.intersection(other.head)
    return in_head is not None and in_head.area >= _IN_HEAD * face.box.area
