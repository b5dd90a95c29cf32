"""Why a file is not taken as a photo: one stable code, one plain sentence and one remedy for each reason."""

from __future__ import annotations

from enum import StrEnum

from app.domain.errors import PhotoUnreadableError

COPY_AGAIN = "Copy it from the phone or card again."
SAVE_AS_JPEG = "Open it in a photo program and save it as a JPEG, then try again."


class Refusal(StrEnum):
    """The codes scripts and tests rely on."""

    EMPTY = "empty"
    NOT_A_PHOTO = "not-a-photo"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    ANIMATED = "animated"
    TOO_LARGE = "too-large"
    TOO_MANY_BYTES = "too-many-bytes"
    TOO_SLOW = "too-slow"
    CRASHED = "crashed"
    STOPPED = "stopped"


_WORDS: dict[Refusal, tuple[str, str]] = {
    Refusal.EMPTY: ("The file is empty.", COPY_AGAIN),
    Refusal.NOT_A_PHOTO: (
        "This is not a photo file we can take.",
        "JPEG, PNG, HEIC, WebP and TIFF photos are taken; leave this file where it is.",
    ),
    Refusal.TRUNCATED: ("The file ends too early, part of the picture is missing.", COPY_AGAIN),
    Refusal.DAMAGED: ("The file is damaged and cannot be read whole.", COPY_AGAIN),
    Refusal.ANIMATED: ("This is a moving picture, and only its first image could be checked.", SAVE_AS_JPEG),
    Refusal.TOO_LARGE: (
        "The picture has more pixels than can be handled safely.",
        "Make a smaller copy in a photo program, then try again.",
    ),
    Refusal.TOO_MANY_BYTES: (
        "The file is larger than can be handled safely.",
        "Make a smaller copy in a photo program, then try again.",
    ),
    Refusal.TOO_SLOW: ("Reading this file took too long and was stopped.", SAVE_AS_JPEG),
    Refusal.CRASHED: ("Reading this file failed badly and was stopped; nothing else was touched.", SAVE_AS_JPEG),
    Refusal.STOPPED: ("Reading this file was stopped before it was done.", "Try again."),
}


def refuse(refusal: Refusal) -> PhotoUnreadableError:
    """The error to raise for this reason; whoever knows the file's name adds it."""
    words, remedy = _WORDS[refusal]
    return PhotoUnreadableError(words, remedy=remedy, code=refusal.value)
