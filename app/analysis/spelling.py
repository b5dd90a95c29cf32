"""Fold words so that readings and registers can be compared: accents, capitals, and the slips of text readers."""

from __future__ import annotations

import re
import unicodedata

_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n"}
)
"""Letters that have no accent to take away."""

_DIGITS_READ_AS_LETTERS = str.maketrans("015834|", "olsbeal")
_WORD = re.compile(r"[^\W_|]+(?:[|][^\W_]*)*")


def folded(text: str) -> str:
    """Small letters without accents: ``Łucja Å.`` becomes ``lucja a.``."""
    small = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE_LETTERS))
    return "".join(c for c in small if not unicodedata.combining(c)).translate(_WHOLE_LETTERS)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a line; apostrophes join (``O'Neil`` is ``oneil``), hyphens part.

    Digits inside a word that also has letters are taken for the letters they look like: ``0kaf0r`` is ``okafor``.
    """
    plain = re.sub(r"[’'`´]", "", folded(text))
    return tuple(_letters(word) for word in _WORD.findall(plain))


def _letters(word: str) -> str:
    return word.translate(_DIGITS_READ_AS_LETTERS) if re.search(r"[^\W\d_]", word) else word
