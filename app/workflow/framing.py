"""Which part of a photo a platform shows: by itself around those who are shown, or as the author moved it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.consent import Platform, PlatformId
from app.domain.errors import NotAllowedError, VerificationError
from app.domain.geometry import Box
from app.domain.people import Action, Actor
from app.domain.photo import Photo, PhotoId
from app.domain.post import PostPicture
from app.domain.treatment import Decision, Outcome
from app.redaction.cropping import has_shape, shape_frame
from app.workflow.post_material import facts_of, judging
from app.workflow.workspace import Workspace
from consent_db import photos, platforms

SMALLEST_PX = 100
"""A part with a shorter side is too coarse to show anything."""


@dataclass(frozen=True, slots=True)
class CropView:
    """What moving a crop needs.

    Attributes:
        by_itself: the part that is shown when nobody moves anything.
        covers: what is covered, in the photo's pixels; nobody needs to see underneath to crop.
    """

    photo: Photo
    platform: Platform
    by_itself: Box
    covers: tuple[Box, ...]


def crop_views(
    workspace: Workspace, actor: Actor, photo_id: PhotoId, platform_ids: Collection[PlatformId]
) -> tuple[CropView, ...]:
    """How a photo would be cropped for these platforms today; those it may not go to are left out.

    Raises:
        NotAllowedError: this person writes no posts, or the photo may go to none of them.
        RegisterError: no such photo or platform.
    """
    actor.require(Action.WRITE_POST)
    with workspace.database.read() as connection:
        photo, facts = photos.get(connection, photo_id), facts_of(connection, photo_id)
        judge = judging(workspace, connection, facts)
        places = [platforms.get(connection, platform_id) for platform_id in platform_ids]
    views = []
    for platform in places:
        decision = judge.decide(facts, platform)
        if decision.outcome is not Outcome.WITHHELD:
            frame = frame_for(photo, platform, decision, None) or Box(0, 0, photo.width, photo.height)
            views.append(CropView(photo, platform, frame, tuple(decision.covers)))
    if not views:
        raise NotAllowedError(
            f"Photo {photo.number} may go to none of these places.", remedy="Leave it out.", code="withheld"
        )
    return tuple(views)


def frame_for(photo: Photo, platform: Platform, decision: Decision, chosen: Box | None) -> Box | None:
    """The part to show: the one chosen by hand, or around those who may be shown; None for the whole photo.

    Raises:
        VerificationError: what was chosen does not fit the photo or the platform's shapes any more.
    """
    if chosen is None:
        keep = [region.box for region in decision.shown]
        return shape_frame(photo.width, photo.height, narrowest=platform.narrowest, widest=platform.widest, keep=keep)
    whole = Box(0, 0, photo.width, photo.height)
    if not whole.contains(chosen) or not _fits(chosen, platform):
        raise VerificationError(
            f"The crop of photo {photo.number} does not have a shape that {platform.name} takes.",
            remedy="Crop it again, or let it be done by itself.",
            code="crop",
        )
    return None if chosen == whole else chosen


def require_crops(connection: Connection, pictures: Sequence[PostPicture]) -> None:
    """Do nothing when every crop lies in its photo, is large enough and has a shape its platform takes.

    Raises:
        NotAllowedError: one does not.
        RegisterError: no such photo or platform.
    """
    for picture in pictures:
        photo = photos.get(connection, picture.photo_id) if picture.crops else None
        for crop in picture.crops:
            platform = platforms.get(connection, crop.platform_id)
            inside = photo is not None and Box(0, 0, photo.width, photo.height).contains(crop.box)
            large = min(crop.box.width, crop.box.height) >= min(SMALLEST_PX, photo.width, photo.height) if photo else 0
            if not inside or not large or not _fits(crop.box, platform):
                raise NotAllowedError(
                    f"That part of the photo cannot go out on {platform.name}.", remedy="Crop it again.", code="crop"
                )


def _fits(box: Box, platform: Platform) -> bool:
    return has_shape(box.width, box.height, narrowest=platform.narrowest, widest=platform.widest)
