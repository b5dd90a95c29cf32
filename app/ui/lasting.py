"""What belongs to no other widget stays whole until Qt itself takes it away.

Python owns a widget without a parent, and collects it wherever it happens to tidy up: also in the middle of a call from
Qt into a part of that very widget, such as the size of a row, which then goes on in memory that is gone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

_lasting: dict[int, QObject] = {}


def until_gone(thing: QObject) -> None:
    """Hold on to it until Qt destroys it, with `deleteLater` or with the program; nobody else need do so."""
    key = id(thing)
    _lasting[key] = thing

    def let_go() -> None:
        _lasting.pop(key, None)

    thing.destroyed.connect(let_go)


def is_heard(slot: Callable[..., object]) -> bool:
    """Whether whoever would be told by this call is still there; what Qt took away meanwhile must not be called."""
    hears = getattr(slot, "__self__", None)
    return not isinstance(hears, QObject) or isValid(hears)
