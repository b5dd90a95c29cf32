"""Where the window stands and how large it is: the same after signing in again, and when it is laid out anew."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

FIRST_PX = (1366, 768)
"""A small laptop; whatever is smaller gets a window that fills the screen."""


def place_of(window: QWidget) -> str:
    """Place, size and whether it fills the screen, as Qt writes it."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def put_back(window: QWidget, place: str) -> None:
    """Back to where it was; somewhere in sight when that screen is gone, and of the first size when nobody moved it."""
    window.resize(*FIRST_PX)
    if place:
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))


def place_like(window: QWidget, other: QWidget) -> None:
    """In the place of another that it takes over from, filling the screen if that one did."""
    window.restoreGeometry(other.saveGeometry())
