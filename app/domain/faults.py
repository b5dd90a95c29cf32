"""Kill points: the moments at which tests end the program to prove that nothing is lost or half done.

Work that must survive a power cut calls `fault(point)` at these moments. In the product the call does nothing; only
tests hand in one that ends the process. There is no environment switch for it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

Fault: TypeAlias = Callable[[str], None]
"""Called with a `KillPoint`; returns, or the process is gone."""


def no_fault(point: str) -> None:
    """Do nothing: the product's own hook."""


class KillPoint(StrEnum):
    """In the order in which one photo meets them."""

    AFTER_LISTING = "after-listing"
    MID_COPY = "mid-copy"
    AFTER_COPY = "after-copy"
    BEFORE_FSYNC = "before-fsync"
    AFTER_RENAME = "after-rename"
    BEFORE_COMMIT = "before-commit"
    AFTER_COMMIT = "after-commit"
    BEFORE_READ_BACK = "before-read-back"
    AFTER_READ_BACK = "after-read-back"
    BEFORE_REMOVE = "before-remove"
    AFTER_REMOVE_BEFORE_RECEIPT = "after-remove-before-receipt"
    AFTER_RECEIPT = "after-receipt"

    BEFORE_RENDER = "before-render"
    AFTER_RENDER = "after-render"
    BEFORE_APPROVAL_COMMIT = "before-approval-commit"
    BEFORE_PACK = "before-pack"
    MID_PACK = "mid-pack"
    AFTER_PACK = "after-pack"


IMPORT_POINTS = tuple(KillPoint)[: list(KillPoint).index(KillPoint.BEFORE_RENDER)]
EXPORT_POINTS = tuple(KillPoint)[len(IMPORT_POINTS) :]
