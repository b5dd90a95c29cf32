"""Find the entries of a word list in words, whatever the case, the accents, the doubled or replaced letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]
"""From the first letter to the one behind the last."""

_STAND_INS = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "|": "i"}
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Words in small plain letters, and for each of them where it came from."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where something found in `text` stands in the words."""
        return self.places[start], self.places[end - 1] + 1


def fold(words: str) -> Folded:
    """Small letters without accents, with straight apostrophes; the words are NFC already."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(words):
        whole = unicodedata.normalize("NFKD", letter.replace("’", "'")).casefold()
        for plain in unicodedata.normalize("NFKD", whole):
            if not unicodedata.combining(plain):
                letters.append(plain)
                places.append(place)
    return Folded("".join(letters), tuple(places))


def find_terms(words: str, terms: Sequence[str], *, sees_through: bool = False) -> tuple[Span, ...]:
    """Where entries of a list stand in the words, from left to right.

    Args:
        words: as NFC.
        terms: as `app.policy.word_lists` has them; a star at the end stands for any ending.
        sees_through: take digits and signs for the letters they stand in for (``5h1t``), and a star for any letter.
    """
    folded = fold(words)
    if not terms:
        return ()
    # "!" after a word is a mark before it is a letter, so words are read both ways.
    texts = (folded.text, _unmasked(folded.text)) if sees_through else (folded.text,)
    pattern = _pattern(tuple(terms), sees_through)
    found = {match.span() for text in texts for match in pattern.finditer(text) if match.group()}
    whole = [span for span in found if not any(other != span and _holds(other, span) for other in found)]
    return tuple(folded.span(*span) for span in sorted(whole))


def _holds(one: Span, other: Span) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def sentence_around(words: str, at: int) -> Span:
    """The sentence, or the line, that a place is in."""
    start, end = 0, len(words)
    for match in _SENTENCE_END.finditer(words):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.end()
            break
    return start, end


def capitalised(words: str, span: Span) -> Iterator[Span]:
    """Words with a capital inside a sentence, but for its first word and ``I``."""
    start, end = span
    found = list(re.finditer(r"[^\W\d_][\w'’-]*", words[start:end]))
    for match in found[1:]:
        if match.group()[0].isupper() and match.group() not in ("I", "I’m", "I'm", "I’ve", "I've"):
            yield start + match.start(), start + match.end()


def _unmasked(text: str) -> str:
    """Digits and signs beside a letter as the letters they stand in for."""
    letters = list(text)
    for place, letter in enumerate(text):
        beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        if letter in _STAND_INS and any(c.isalpha() or c == "*" for c in beside):
            letters[place] = _STAND_INS[letter]
    return "".join(letters)


@lru_cache(maxsize=64)
def _pattern(terms: tuple[str, ...], sees_through: bool) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile("|".join(_one(term, sees_through) for term in longest_first) or r"(?!)")


def _one(term: str, sees_through: bool) -> str:
    ending = r"\w*" if term.endswith("*") else r"(?!\w)"
    parts = fold(unicodedata.normalize("NFC", term.rstrip("*"))).text.replace("-", " ").split()
    written = r"[\s\W]+".join(_letters(part, sees_through) for part in parts)
    return rf"(?<!\w){written}{ending}"


def _letters(part: str, sees_through: bool) -> str:
    """A word letter by letter, however long one is drawn; where it sees through, a star may be any but the first.

    One doubled letter more makes another word (shiitake); three and more do not.
    """
    written = []
    for run in re.finditer(r"(.)\1*", part):
        letter = re.escape(run.group(1))
        drawn = f"{letter}{{2,}}" if len(run.group()) > 1 else f"{letter}(?:{letter}{{2,}})?"
        drawn = drawn if run.group(1).isalpha() else re.escape(run.group())
        written.append(rf"(?:{drawn}|\*+)" if sees_through and run.start() else drawn)
    return "".join(written)
