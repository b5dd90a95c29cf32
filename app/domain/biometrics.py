"""Biometric consent: what is recorded about comparing a child's face, apart from every consent to a photo."""

from __future__ import annotations

from enum import StrEnum


class BiometricFact(StrEnum):
    """One thing that was written down; what follows from all of them is derived, never stored."""

    NOTICE = "NOTICE"
    """A parent was told of the intention and of the right to object."""
    YES = "YES"
    """A parent (or an adult for themselves) agreed in writing."""
    OBJECTION = "OBJECTION"
    """A parent objected or took a yes back."""
    CHILD_REFUSES = "CHILD_REFUSES"
    CHILD_AGREES_AGAIN = "CHILD_AGREES_AGAIN"
    """The child no longer refuses; this lifts the refusal, it is not a consent."""
    EXCUSED = "EXCUSED"
    """A parent need not be told or asked, for a reason that is written down."""
