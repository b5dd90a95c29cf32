"""The approval digest: one number for exactly these pictures and words, so that any change voids the yes."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any

import rfc8785

from app.domain.consent import Platform, PlatformId
from app.domain.errors import BugError
from app.domain.photo import Digest, PhotoId
from app.domain.post import Post, PostPicture

PREFIX = b"clearpost/approval/1"


def approved_words(text: str) -> str:
    """Words as they are hashed and as they are exported: NFC, every line end one newline."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def approval_digest(
    post: Post,
    *,
    renditions: Mapping[tuple[PhotoId, PlatformId], Digest],
    platforms: Mapping[PlatformId, Platform],
    pack: Digest,
) -> Digest:
    """SHA-256 over the prefix and RFC 8785 JSON of everything that goes out.

    Pictures keep the post's order. Consents are not in it: they are looked up again at every step.

    Args:
        post: words, pictures with their rights, platforms.
        renditions: SHA-256 of the bytes as read from the vault, for each picture on each platform.
        platforms: for the account each platform stands for.
        pack: the policy pack's digest.

    Raises:
        BugError: a picture of the post has no rendition on one of its platforms.
    """
    body: dict[str, Any] = {
        "post": post.id,
        "pack": pack,
        "pictures": [_picture(picture) for picture in post.pictures],
        "platforms": [
            {
                "platform": wanted.platform_id,
                "account": approved_words(platforms[wanted.platform_id].account),
                "caption": approved_words(wanted.caption),
                "renditions": [_rendition(renditions, p.photo_id, wanted.platform_id) for p in post.pictures],
            }
            for wanted in sorted(post.platforms, key=lambda p: p.platform_id)
        ],
    }
    return Digest(hashlib.sha256(PREFIX + rfc8785.dumps(body)).hexdigest())


def _picture(picture: PostPicture) -> dict[str, Any]:
    body = {
        "photo": picture.photo_id,
        "alt_text": approved_words(picture.alt_text),
        "rights": picture.rights.value if picture.rights else None,
        "attribution": approved_words(picture.attribution),
    }
    return body if picture.licence is None else body | {"licence": picture.licence}


def _rendition(
    renditions: Mapping[tuple[PhotoId, PlatformId], Digest], photo_id: PhotoId, platform_id: PlatformId
) -> Digest:
    found = renditions.get((photo_id, platform_id))
    if found is None:
        raise BugError(f"photo {photo_id} has no rendition for {platform_id} to be approved")
    return found
