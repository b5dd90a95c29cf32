"""Written permissions other than consent: for a mark, a device, posting, or an adult in a picture."""

from __future__ import annotations

from enum import StrEnum


class PermissionKind(StrEnum):
    MARK = "MARK"
    """A logo, brand or crest; the subject is the mark's name."""
    DEVICE = "DEVICE"
    """A device that photos may be taken with; the subject is the device's id."""
    POSTING = "POSTING"
    """A person who may publish; the subject is the user's id."""
    ADULT = "ADULT"
    """An adult who may be shown; the subject is the person's id."""
