"""The very picture that would go out on a platform, for a reviewer to look at before any post is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.decision.words import explain_photo
from app.domain.consent import PlatformId
from app.domain.errors import NotAllowedError
from app.domain.geometry import Box
from app.domain.people import Action, Actor
from app.domain.photo import PhotoId, RgbImage
from app.domain.treatment import Outcome
from app.imaging.encoding import shrink
from app.redaction.cropping import shape_frame
from app.redaction.rendering import render
from app.workflow.post_material import facts_of, judging
from app.workflow.workspace import Workspace
from consent_db import photos, platforms


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture as it would go out, and the same part of the photo before it was covered.

    Attributes:
        before, after: uint8 RGB of one size; `after` is decoded from `data`.
        data: the bytes that would go out.
        covered: how many places are covered in it.
    """

    before: RgbImage
    after: RgbImage
    data: bytes
    covered: int


def preview(workspace: Workspace, actor: Actor, photo_id: PhotoId, platform_id: PlatformId) -> Preview:
    """Make the picture as a post would; nothing is stored.

    Raises:
        NotAllowedError: this person may not review photos, or the photo is held back there.
        RegisterError: no such photo or platform.
        StorageError, PhotoUnreadableError, VerificationError: the picture cannot be made.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        photo, platform = photos.get(connection, photo_id), platforms.get(connection, platform_id)
        facts = facts_of(connection, photo_id)
        decision = judging(workspace, connection, facts).decide(facts, platform)
        key = photos.wrapped_key(connection, photo.vault_name)
    if decision.outcome is Outcome.WITHHELD:
        words = explain_photo(decision, platform=platform)
        raise NotAllowedError(f"Nothing would go out: {words}", code="withheld")
    pixels = workspace.decoder.decode(workspace.vault.read(photo.vault_name, key)).pixels
    frame = shape_frame(
        photo.width,
        photo.height,
        narrowest=platform.narrowest,
        widest=platform.widest,
        keep=[region.box for region in decision.shown],
    )
    made = render(pixels, decision, max_edge_px=platform.max_edge_px, max_bytes=platform.max_bytes, crop=frame)
    part = frame or Box(0, 0, photo.width, photo.height)
    before = shrink(pixels[part.top : part.bottom, part.left : part.right], platform.max_edge_px)
    after = workspace.decoder.decode(made.data).pixels
    return Preview(before, after, made.data, len(made.covered))
