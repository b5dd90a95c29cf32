"""Sentences of the parts below the window, which know no Qt: said here in the language of the window.

They arrive in English with names and numbers filled in, so each is looked up as it is, then among the patterns that
`./run languages` found in the code. What nobody translated stays English.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from app.ui.language import BELOW, FOLDER, language_in_use, month_in

_PLACE = re.compile(r"\{(\w+)\}")
_ABOUT = re.compile(r"(.+?): (.+?)(\.?)", re.DOTALL)
_DAY = re.compile(r"\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
_DEEPEST = 3


def below(words: str) -> str:
    """A sentence, or several one after the other, in the language in use."""
    if language_in_use() == "en" or not words:
        return words
    return _looked_up(words, language_in_use())


@lru_cache(maxsize=4000)
def _looked_up(words: str, _language: str) -> str:
    return _said(words, 0) or _sentence_by_sentence(words) or _after_a_name(words) or words


def _said(words: str, depth: int) -> str:
    said = QCoreApplication.translate(BELOW, words)
    if said != words:
        return said
    for source, parts in _templates():
        if not (words.startswith(parts[0]) and words.endswith(parts[-1]) and all(part in words for part in parts)):
            continue
        if match := _pattern(source).fullmatch(words):
            said = QCoreApplication.translate(BELOW, source)
            if said != source:
                return said.format(**{name: _value(value, depth) for name, value in match.groupdict().items()})
    return ""


def _value(words: str, depth: int) -> str:
    if depth < _DEEPEST and words.strip():
        words = _said(words, depth + 1) or words
    return _DAY.sub(lambda day: f"{day[1]} {month_in(day[2])}", words)


def _sentence_by_sentence(words: str) -> str:
    parts = re.split(r"(?<=[.?!]) (?=[A-Z“])", words)
    if len(parts) == 1:
        return ""
    said = [_said(part, 0) for part in parts]
    return " ".join(found or part for found, part in zip(said, parts, strict=True)) if any(said) else ""


def _after_a_name(words: str) -> str:
    """``Ben Tailor: no answer for Facebook.``"""
    parts = _ABOUT.fullmatch(words)
    said = _said(parts[2], 0) if parts else ""
    return f"{parts[1]}: {said}{parts[3]}" if parts and said else ""


@cache
def _templates() -> tuple[tuple[str, list[str]], ...]:
    """The sentences with places in them and what stands around the places, those with most words of their own first."""
    found = json.loads((FOLDER / "sentences.json").read_text(encoding="utf-8"))
    found.sort(key=lambda source: -len(_PLACE.sub("", source)))
    return tuple((source, _PLACE.split(source)[::2]) for source in found)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    parts = _PLACE.split(source)
    return re.compile(
        "".join(f"(?P<{part}>.*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)), re.DOTALL
    )
