"""What an approver may change with the yes: words put right, a picture dropped. Never a picture added or swapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from app.domain.consent import PlatformId
from app.domain.errors import NotAllowedError
from app.domain.people import Actor
from app.domain.photo import PhotoId
from app.domain.post import Post
from consent_db import audit, posts


@dataclass(frozen=True, slots=True)
class Correction:
    """The words as they should be, and the pictures that should not go out.

    Attributes:
        captions: new words by platform; others stay.
        alt_texts: new descriptions by photo; others stay.
        dropped: photos that are left out.
    """

    captions: Mapping[PlatformId, str] = field(default_factory=dict)
    alt_texts: Mapping[PhotoId, str] = field(default_factory=dict)
    dropped: frozenset[PhotoId] = frozenset()


def correct(connection: Connection, actor: Actor, post: Post, correction: Correction) -> Post:
    """Store the corrected post, inside the transaction whose yes it belongs to; the pictures made for it stay.

    Raises:
        NotAllowedError: the correction is about a platform or photo that the post does not have.
    """
    places, photo_ids = {p.platform_id for p in post.platforms}, {p.photo_id for p in post.pictures}
    unknown = (
        not set(correction.captions) <= places or not (set(correction.alt_texts) | correction.dropped) <= photo_ids
    )
    if unknown:
        raise NotAllowedError("The correction is about something this post does not have.", code="correction")
    platforms = tuple(
        replace(p, caption=_composed(correction.captions.get(p.platform_id, p.caption))) for p in post.platforms
    )
    pictures = tuple(
        replace(p, alt_text=_composed(correction.alt_texts.get(p.photo_id, p.alt_text)))
        for p in post.pictures
        if p.photo_id not in correction.dropped
    )
    words = sum(a.caption != b.caption for a, b in zip(post.platforms, platforms, strict=True))
    words += len([p for p in pictures if p not in post.pictures])
    if not words and not correction.dropped:
        return post
    for photo_id in sorted(correction.dropped):
        posts.drop_renditions(connection, post.id, photo_id)
    changed = posts.change(connection, post, title=post.title, pictures=pictures, platforms=platforms)
    details = {"words": words, "pictures": len(correction.dropped)}
    audit.append(
        connection, actor.user_id, "post-corrected", subjects=[post.id, *sorted(correction.dropped)], details=details
    )
    return changed


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n")).strip()
