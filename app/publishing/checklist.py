"""The sheet in a pack: what to do with it, in words that need no manual."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.domain.consent import Platform
from app.domain.days import day_in_words


def checklist(
    *,
    platform: Platform,
    pictures: Sequence[str],
    approved_by: str,
    approved_at: datetime,
    expires_at: datetime,
    consents_as_of: datetime | None,
    pack_id: str,
    audit_head: str,
) -> str:
    """The sheet's text; `pictures` are file names in order."""
    account = f" ({platform.account})" if platform.account else ""
    files = "\n".join(f"   {number}. {name}" for number, name in enumerate(pictures, start=1)) or "   (words only)"
    as_of = day_in_words(consents_as_of.date()) if consents_as_of else "never"
    return f"""How to publish this post on {platform.name}{account}

1. Sign in to the school's own account, on a school computer.
2. Add the pictures in this order and change nothing about them:
{files}
3. Copy the words from caption.txt. Add no names, no tags and no place.
4. Copy each picture's description from alt-text.txt.
5. Look at it once as everybody will see it, then publish.
6. Copy the address of the published post back into ClearPost (Publish, Note the address).
7. Delete this folder.

Approved by {approved_by} on {day_in_words(approved_at.date())}; publish before {day_in_words(expires_at.date())}.
Consents as of {as_of}. What is published can be copied by others and may be impossible to take back.

Pack {pack_id}
Records up to {audit_head}
"""
