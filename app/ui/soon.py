"""Do something soon, so that the window first shows what was done before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def in_its_turn(owner: QObject, work: Callable[[], object]) -> None:
    """Do it soon, in a turn of its own, if the owner is still there: what was done before is on the screen by then.

    With no time at all Qt would put it among what it does before it paints.
    """
    QTimer.singleShot(1, owner, work)
