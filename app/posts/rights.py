"""Whether the written permission of whoever made a picture is there, in force, and for this platform."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.domain.consent import PlatformId
from app.domain.permissions import Permission
from app.domain.post import PostPicture

CODES = frozenset({"licence-missing", "licence-over", "licence-elsewhere", "work-refused"})


def wrong_in_all(picture: PostPicture, permission: Permission | None, today: date) -> tuple[str, str] | None:
    """What is wrong with a picture's permission wherever it goes: a check's code and the end of a sentence."""
    wanted = picture.rights.rests_on if picture.rights is not None else None
    if wanted is None:
        return None
    if permission is None or permission.kind is not wanted:
        return "licence-missing", "needs the written permission of whoever made it: choose the one it rests on"
    if permission.ended_at is not None:
        return "licence-over", "rests on a permission that has ended"
    if permission.valid_from > today:
        return "licence-over", "rests on a permission that has not begun"
    if not permission.holds(today):
        return "licence-over", "rests on a permission that ran out"
    return None


def wrong_here(
    picture: PostPicture,
    permission: Permission | None,
    platform_id: PlatformId,
    refused: Collection[tuple[str, PlatformId]],
) -> tuple[str, str] | None:
    """The same for one platform; `refused` holds the pupils whose work may not be shown, and where."""
    if picture.rights is None or picture.rights.rests_on is None or permission is None:
        return None
    if platform_id not in permission.platforms:
        return "licence-elsewhere", "rests on a permission that is not for"
    if (permission.subject, platform_id) in refused:
        return "work-refused", "is the work of somebody whose work may not be shown on"
    return None
