"""Every text of the window, in the language of whoever sits there. English stands in the code and is the source.

``tr("Shown on {platform}", platform=name)`` says a text, ``trn("{n} photo", "{n} photos", number)`` one that counts.
A table that is made before anybody chose a language marks its texts with ``phrase`` and is read through `Told`, or its
reader calls `tr`. `./run languages` collects what these calls name into ``resources/languages``.
"""

from __future__ import annotations

from collections.abc import ItemsView, ValuesView
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

CONTEXT = "ClearPost"
"""One context for all texts: the same words are translated once."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Marked(str):
    """A text that waits to be said; equal to its English words."""

    __slots__ = ()


def phrase(text: str) -> str:
    """Name a text where it cannot be translated yet: in tables and attributes that are made at import."""
    return Marked(text)


def tr(text: str, /, **values: object) -> str:
    """The text in the language in use, with its ``{places}`` filled."""
    said = QCoreApplication.translate(CONTEXT, text)
    return said.format(**values) if values else said


def trn(one: str, many: str, number: int, /, **values: object) -> str:
    """A text with ``{n}`` in the form that goes with the number; both English forms stand in the code."""
    said = QCoreApplication.translate(CONTEXT, many, None, number)
    if number == 1 and said == many:
        said = one
    return said.format(n=number, **values)


def phrases(one: str, many: str) -> tuple[str, str]:
    """Name both forms of a text that counts; ``trn(*..., number)`` says it."""
    return one, many


def told(value: Any) -> Any:
    """What was marked, translated, alone or within a tuple; everything else as it is."""
    if isinstance(value, Marked):
        return tr(str(value))
    if type(value) is tuple:
        return tuple(told(one) for one in value)
    return value


class Told(dict[_Key, _Value]):
    """A table of words by key: what is read from it has its marked texts translated at that moment."""

    def __getitem__(self, key: _Key) -> _Value:
        found: _Value = told(super().__getitem__(key))
        return found

    def get(self, key: _Key, default: Any = None) -> Any:  # type: ignore[override]
        return told(super().get(key, default))

    def values(self) -> ValuesView[_Value]:
        return {key: told(value) for key, value in super().items()}.values()

    def items(self) -> ItemsView[_Key, _Value]:
        return {key: told(value) for key, value in super().items()}.items()
