"""What an approver may change with the yes: words put right, a picture dropped. Never a picture added or swapped.

What stood there before is kept beside the post. Whoever writes most of the words is their author, and somebody else
approves those: a rewriting is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from sqlalchemy import Connection

from app.domain.consent import PlatformId
from app.domain.errors import NotAllowedError
from app.domain.people import Actor
from app.domain.photo import PhotoId
from app.domain.post import MessageKind, Post
from consent_db import audit, photos, platforms, posts

_FEW = 8
"""So many words may be put in anywhere."""


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
        NotAllowedError: the correction is about a platform or photo that the post does not have, or it is no
            correction but a text of one's own.
    """
    places, photo_ids = {p.platform_id for p in post.platforms}, {p.photo_id for p in post.pictures}
    unknown = (
        not set(correction.captions) <= places or not (set(correction.alt_texts) | correction.dropped) <= photo_ids
    )
    if unknown:
        raise NotAllowedError("The correction is about something this post does not have.", code="correction")
    wanted = tuple(
        replace(p, caption=_composed(correction.captions.get(p.platform_id, p.caption))) for p in post.platforms
    )
    pictures = tuple(
        replace(p, alt_text=_composed(correction.alt_texts.get(p.photo_id, p.alt_text)))
        for p in post.pictures
        if p.photo_id not in correction.dropped
    )
    told = _told(connection, post, replace(post, pictures=pictures, platforms=wanted))
    if not told:
        return post
    if actor.user_id != post.author:
        for before, after, _about in told:
            _require_few_own_words(before, after, post.author_name)
    for photo_id in sorted(correction.dropped):
        posts.drop_renditions(connection, post.id, photo_id)
    changed = posts.change(connection, post, title=post.title, pictures=pictures, platforms=wanted)
    for before, after, about in told:
        said = f"{about}: “{before}” became “{after}”" if before or after else f"{about} was left out"
        posts.add_message(connection, post.id, MessageKind.CORRECTION, said, by=actor.user_id)
    details = {"words": sum(bool(b or a) for b, a, _about in told), "pictures": len(correction.dropped)}
    audit.append(
        connection, actor.user_id, "post-corrected", subjects=[post.id, *sorted(correction.dropped)], details=details
    )
    return changed


def _told(connection: Connection, post: Post, changed: Post) -> list[tuple[str, str, str]]:
    """What is otherwise: before, after and what it is; a picture left out has no words."""
    told = [
        (was.caption, now.caption, f"The words for {platforms.get(connection, was.platform_id).name}")
        for was, now in zip(post.platforms, changed.platforms, strict=True)
        if was.caption != now.caption
    ]
    kept = {picture.photo_id: picture for picture in changed.pictures}
    for picture in post.pictures:
        called = f"hoto {photos.get(connection, picture.photo_id).number}"
        now = kept.get(picture.photo_id)
        if now is None:
            told.append(("", "", f"P{called}"))
        elif now.alt_text != picture.alt_text:
            told.append((picture.alt_text, now.alt_text, f"The description of p{called}"))
    return told


def _require_few_own_words(before: str, after: str, author: str) -> None:
    old, new = before.split(), after.split()
    kept = sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
    added = len(new) - kept
    if added > _FEW and added > kept:
        raise NotAllowedError(
            "Most of these words would be your own, and nobody else would approve them.",
            remedy=f"Return the post to {author} with what it should say.",
            code="rewritten",
        )


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n")).strip()
