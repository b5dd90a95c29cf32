"""Fold words so that readings and registers can be compared: accents, capitals, and the slips of text readers."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

SLIPS_PER_LETTER = 0.2
"""Tilted script on a certificate came with 1 to 3 wrong letters in some 15."""

_SHORTEST_FOR_SLIPS = 5
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


def is_nearly(word: str, name: str) -> bool:
    """Whether a word as read can be the name: equal, or nearly so when it is long enough to tell."""
    allowed = slips_allowed(name)
    return bool(Levenshtein.distance(word, name, score_cutoff=allowed) <= allowed)


def slips_allowed(name: str) -> int:
    """Wrong, missing or added letters forgiven in a name of that length."""
    return 0 if len(name) < _SHORTEST_FOR_SLIPS else max(1, int(len(name) * SLIPS_PER_LETTER))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a line; apostrophes join (``O'Neil`` is ``oneil``), hyphens part.

    Digits inside a word that also has letters are taken for the letters they look like: ``0kaf0r`` is ``okafor``.
    """
    plain = re.sub(r"[’'`´]", "", folded(text))
    return tuple(_letters(word) for word in _WORD.findall(plain))


_OWNED = re.compile(r"([^\W\d_]+)\s?[’'`´]\s?s\b")


def owners_in(text: str) -> frozenset[str]:
    """The folded words that own something in the line: ``Ben's drawing`` has ``ben``."""
    return frozenset(_OWNED.findall(folded(text)))


def _letters(word: str) -> str:
    return word.translate(_DIGITS_READ_AS_LETTERS) if re.search(r"[^\W\d_]", word) else word
