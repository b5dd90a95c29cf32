"""How a post comes off each kind of place, step by step, and what software cannot reach."""

from __future__ import annotations

from collections.abc import Mapping

_EVERYWHERE = (
    "Open the address again, signed out: it must be gone.",
    "Take a picture of what you see then, with the time; that is the proof.",
)
_STEPS: Mapping[str, tuple[str, ...]] = {
    "facebook": (
        "Open the address, choose the three dots on the post, then Move to bin.",
        "Open Activity log, Bin, and delete it there too; otherwise it stays for 30 days.",
        "Look in the page’s albums and stories for the same picture.",
    ),
    "instagram": (
        "Open the post, choose the three dots, then Delete.",
        "Open Your activity, Recently deleted, and delete it there too.",
        "Look in stories and highlights for the same picture.",
    ),
    "x": ("Open the post, choose the three dots, then Delete.", "Ask accounts that quoted it to delete theirs."),
    "linkedin": ("Open the post, choose the three dots, then Delete post.",),
    "tiktok": ("Open the post, choose Share, then Delete.",),
    "youtube": ("Open YouTube Studio, Content, choose the video, More, then Delete for ever.",),
    "whatsapp": (
        "Press the message long, Delete, Delete for everyone; that works for about two days.",
        "After that ask the members to delete it; pictures saved on phones stay there.",
    ),
    "newsletter": (
        "Take the issue off the website and out of the archive.",
        "Write to those who got it and ask them to delete it; what was printed or sent cannot be called back.",
    ),
    "website": (
        "Take the picture off the page and out of the media library.",
        "Ask search engines to forget the old address (their removal tools), and clear the site’s cache.",
    ),
}
_ANYWHERE = ("Open the address and delete the post with the account’s own means.",)


def takedown_steps(platform_id: str, name: str = "") -> tuple[str, ...]:
    """What to do on this platform, the check at the end included; by its key or by its name."""
    words = f"{platform_id} {name}".casefold()
    own = next(
        (steps for key, steps in _STEPS.items() if key in words.split() or (len(key) > 1 and key in words)), None
    )
    return (*(own or _ANYWHERE), *_EVERYWHERE)
