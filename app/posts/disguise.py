"""Letters that are not what they seem: signs nobody sees, borrowed and drawn letters, words pulled apart.

Either lets words read otherwise than they are: to whoever approves them, or to the lists and names they are checked by.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from app.posts.terms import Span

_JOINER, _NON_JOINER = "\u200d", "\u200c"
_MARKS_OF_DIRECTION = "\u200e\u200f\u061c"
_LOOK_EMPTY = "\u115f\u1160\u3164\uffa0\u2800\u00ad\u034f\u17b4\u17b5"
_BLACK_FLAG = "\U0001f3f4"
_TAGS = re.compile(r"[\U000e0020-\U000e007f]")
_LOOK_LATIN = frozenset("аеорсухіјѕһԁԛԝѵАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι")
"""Letters of other alphabets that are drawn like ours."""
_DRAWN = ("CIRCLED LATIN", "NEGATIVE CIRCLED LATIN", "SQUARED LATIN", "NEGATIVE SQUARED LATIN", "PARENTHESIZED LATIN",
          "MATHEMATICAL", "LATIN LETTER SMALL CAPITAL", "MODIFIER LETTER SMALL", "MODIFIER LETTER CAPITAL",
          "FULLWIDTH LATIN")  # fmt: skip
_APART = re.compile(r"(?<!\w)[^\W\d_](?:(?P<gap>[ .*_·-])[^\W\d_])(?:(?P=gap)[^\W\d_])+(?!\w)")
_BORROWED = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "LISU", "COPTIC")


def hidden_signs(words: str) -> tuple[Span, ...]:
    """Where signs stand that nobody sees, or that turn the direction of what is read.

    Those that emoji, flags and other scripts need stay where they belong.
    """
    has_right_to_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words)
    found = [
        at
        for at, letter in enumerate(words)
        if _is_hidden(letter) and not _belongs(words, at, has_right_to_left=has_right_to_left)
    ]
    return tuple(_runs(found))


def borrowed_letters(words: str) -> tuple[Span, ...]:
    """Words that mix our letters with those of another alphabet, or are made only of its look-alikes."""
    spans = []
    for match in re.finditer(r"[^\W\d_]+", words):
        kinds = {_alphabet(letter) for letter in match.group()}
        others = kinds - {"LATIN", ""}
        if others and ("LATIN" in kinds or (len(match.group()) > 1 and _LOOK_LATIN.issuperset(match.group()))):
            spans.append(match.span())
    return tuple(spans)


def drawn_letters(words: str) -> tuple[Span, ...]:
    """Signs drawn like letters, such as ``Ⓐ`` or ``𝐀``: no list finds them, and screens are read aloud without them."""
    return tuple(
        span
        for span in _runs([at for at, letter in enumerate(words) if unicodedata.name(letter, "").startswith(_DRAWN)])
        if span[1] - span[0] > 1
    )


def pulled_apart(words: str) -> tuple[tuple[str, Span], ...]:
    """Words written letter by letter, as in ``B e n`` or ``B.e.n``, each with what it says together."""
    return tuple((re.sub(r"[\W_]", "", m.group()), m.span()) for m in _APART.finditer(words))


def _is_hidden(letter: str) -> bool:
    if letter in "\n\t":
        return False
    return letter in _LOOK_EMPTY or unicodedata.category(letter) in ("Cf", "Cc", "Co", "Cs", "Cn", "Zl", "Zp")


def _belongs(words: str, at: int, *, has_right_to_left: bool) -> bool:
    letter = words[at]
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    if letter in _MARKS_OF_DIRECTION:
        return has_right_to_left
    if letter == _JOINER and _is_drawing(before) and _is_drawing(after):
        return True
    if letter in (_JOINER, _NON_JOINER):
        return _joins(before) and _joins(after)
    if _TAGS.match(letter):
        start = at
        while start and _TAGS.match(words[start - 1]):
            start -= 1
        return words[start - 1 : start] == _BLACK_FLAG
    return False


def _is_drawing(letter: str) -> bool:
    """An emoji, or what chooses its colour or look."""
    return bool(letter) and (unicodedata.category(letter) in ("So", "Sk") or letter == "\ufe0f")


def _joins(letter: str) -> bool:
    """A letter or mark of a script whose letters are joined."""
    return bool(letter) and unicodedata.category(letter)[0] in "LM" and not _alphabet(letter) and ord(letter) > 0x590


def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((kind for kind in ("LATIN", *_BORROWED) if name.startswith(kind)), "")


def _runs(places: list[int]) -> Iterator[Span]:
    start = None
    for at, place in enumerate(places):
        start = place if start is None else start
        if at + 1 == len(places) or places[at + 1] != place + 1:
            yield start, place + 1
            start = None
