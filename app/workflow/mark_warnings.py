"""A warning for approvers: a picture was looked through before a mark was taught. Loads nothing that sees."""

from __future__ import annotations

from sqlalchemy import Connection

from app.domain.post import Finding, Post
from app.policy.pack import PolicyPack
from consent_db import mark_looks

_CODE = "mark-not-looked-for"


def mark_findings(connection: Connection, post: Post, pack: PolicyPack) -> tuple[Finding, ...]:
    """A warning for each picture of the post that was looked through before a mark was taught, or taught again."""
    photo_ids = [picture.photo_id for picture in post.pictures]
    missing = set(mark_looks.of_these_without(connection, photo_ids, mark_looks.digests(connection)))
    words = "A picture was looked through before one of the school’s marks was taught, so the mark may still be in it."
    clause = pack.clause("mark-without-permission")
    return tuple(Finding(_CODE, words, clause, False, photo_id) for photo_id in photo_ids if photo_id in missing)
