"""What no program can reach after originals left a device: questions for its owner, by the kind of device."""

from __future__ import annotations

from app.domain.photo import DeviceFamily

_SHARED = "No copy was sent to anybody or kept in a chat, a mail or another app."
_CHECKS: dict[DeviceFamily, tuple[str, ...]] = {
    DeviceFamily.IPHONE: (
        "In Photos, “Recently Deleted” is empty; it keeps what was deleted for about 30 days.",
        "iCloud Photos is off, or the photos are gone from icloud.com and from “Recently Deleted” there.",
        "No other cloud app on the phone (Google Photos, OneDrive, Dropbox) has uploaded them.",
    ),
    DeviceFamily.ANDROID: (
        "The bin of the gallery app is empty.",
        "Google Photos holds no copy, and its bin is empty; it keeps what was deleted for about 60 days.",
        "No other cloud app on the phone (OneDrive, Dropbox, Samsung Cloud) has uploaded them.",
    ),
    DeviceFamily.CAMERA: (
        "The camera has no second card and no memory of its own with copies.",
        "The camera has not sent the photos to a phone or a cloud by itself.",
    ),
    DeviceFamily.CARD: (
        "The camera or phone the card belongs to has no copies in its own memory.",
        "No copy of the card was made on a computer.",
    ),
    DeviceFamily.FOLDER: (
        "The phone or camera the files came from holds no copies, in “Recently Deleted” neither.",
        "No cloud or other computer holds a copy of the folder.",
    ),
}


def checks_for(family: DeviceFamily) -> tuple[str, ...]:
    """The statements the owner attests, each a sentence."""
    return (*_CHECKS[family], _SHARED)
