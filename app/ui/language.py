"""Every text of the window, in the language of whoever sits there. English stands in the code and is the source.

``tr("Shown on {platform}", platform=name)`` says a text, ``trn("{n} photo", "{n} photos", number)`` one that counts.
A table that is made before anybody chose a language names its texts with `phrase` and is read through `Told`, or its
reader calls `tr`. Sentences of the parts below the window, which know no Qt, are said by `below`.
`./run languages` collects all of them into ``resources/languages`` and compiles what was translated.

Qt knows one Welsh form for two to five, but Welsh needs two and three apart (2 lun, 3 llun; 2 gi, 3 chi). So the
forms of CLDR are texts of their own, told apart by Qt's disambiguation.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, ValuesView
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTranslator

CONTEXT, BELOW = "ClearPost", "Below the window"
"""The context of the window's own texts, and of the sentences that come from further down."""
LANGUAGES = {"en": "English", "cy": "Cymraeg"}
"""Each language by what it calls itself."""
FORMS = ("one", "two", "few", "many", "zero", "other")
"""The forms a language may need for a number, by the names of CLDR; Welsh has all of them."""
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "languages"
_WELSH_FORMS = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}
_AC = frozenset("aeiouwyâêîôûŵŷáéíóú18")
"""What “and” is ``ac`` before: vowels, and numbers that begin with one (un, wyth)."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LOCALES = {"en": "en_GB", "cy": "cy_GB"}

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_in_use = "en"
_translator: QTranslator | None = None


def use_language(code: str) -> None:
    """Say everything from now on in this language, and write dates and numbers its way.

    Windows that are open keep what they say until they are built anew.
    """
    global _in_use, _translator
    if _translator is not None:
        QCoreApplication.removeTranslator(_translator)
        _translator = None
    _in_use = "en"
    file = FOLDER / f"clearpost_{code}.qm"
    if code != "en" and file.is_file():
        translator = QTranslator()
        if translator.load(str(file)) and QCoreApplication.installTranslator(translator):
            _in_use, _translator = code, translator
    QLocale.setDefault(QLocale(_LOCALES[_in_use]))


def language_in_use() -> str:
    """The code of the language, a key of `LANGUAGES`."""
    return _in_use


class Phrase(str):
    """A text that waits to be said; equal to its English words."""

    __slots__ = ()


def phrase(text: str) -> str:
    """Name a text where it cannot be translated yet: in tables and attributes that are made at import."""
    return Phrase(text)


def phrases(one: str, many: str) -> tuple[str, str]:
    """Name both forms of a text that counts; ``trn(*..., number)`` says it."""
    return one, many


def tr(text: str, /, **values: object) -> str:
    """The text in the language in use, with its ``{places}`` filled."""
    said = QCoreApplication.translate(CONTEXT, text) if _translator is not None else str(text)
    return said.format(**values) if values else said


def trn(one: str, many: str, number: int, /, **values: object) -> str:
    """A text with ``{n}`` in the form that goes with the number; both English forms stand in the code."""
    said = one if number == 1 else many
    if _translator is not None:
        form = _WELSH_FORMS.get(number, "other")
        found = (QCoreApplication.translate(CONTEXT, many, one) for one in (form, "other"))
        said = next((words for words in found if words != many), said)
    return said.format(n=number, **values)


def joined(parts: Iterable[str]) -> str:
    """``Ben and Dilys``, in Welsh ``Ben a Dilys`` and ``Ben ac Elin``."""
    said = ""
    for part in parts:
        joint = " and " if _in_use == "en" else " ac " if part[:1].casefold() in _AC else " a "
        said = f"{said}{joint}{part}" if said else part
    return said


def told(value: Any) -> Any:
    """What `phrase` named, translated, alone or within tuples; everything else as it is."""
    if isinstance(value, Phrase):
        return tr(value)
    if type(value) is tuple:
        return tuple(told(one) for one in value)
    return value


class Told(dict[_Key, _Value]):
    """A table of words by key: what is read from it is translated at that moment."""

    def __getitem__(self, key: _Key) -> _Value:
        found: _Value = told(super().__getitem__(key))
        return found

    def get(self, key: _Key, default: Any = None) -> Any:  # type: ignore[override]
        return told(super().get(key, default))

    def values(self) -> ValuesView[_Value]:
        return {key: told(value) for key, value in super().items()}.values()

    def items(self) -> ItemsView[_Key, _Value]:
        return {key: told(value) for key, value in super().items()}.items()


def month_day(when: date) -> str:
    """``4 Sep``, in Welsh ``4 Medi``."""
    return _written(when, "d MMM")


def day_words(when: date) -> str:
    """``4 Sep 2026``, in Welsh ``4 Medi 2026``."""
    return _written(when, "d MMM yyyy")


def month_in(english: str) -> str:
    """``Sep`` in the language in use: ``Medi``."""
    number = _MONTHS.index(english) + 1
    return english if _in_use == "en" else QLocale(_LOCALES[_in_use]).toString(QDate(2026, number, 1), "MMM")


def _written(when: date, pattern: str) -> str:
    if _in_use == "en":
        return f"{when.day} {when:%b %Y}" if "yyyy" in pattern else f"{when.day} {when:%b}"
    return QLocale(_LOCALES[_in_use]).toString(QDate(when.year, when.month, when.day), pattern)
