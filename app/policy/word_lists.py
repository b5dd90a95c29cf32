"""The lists words of a post are compared with: files in `resources/words`, and what a school adds of its own.

One entry a line, ``#`` begins a note. Matching is in `app.posts.terms`; here is only what the lists say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from app.policy.pack import PolicyError

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"
"""Where the lists lie that come with the program."""


class WordList(StrEnum):
    """Which list; the value is the name of its file."""

    NEVER = "never"
    CAREFUL = "careful"
    SENSITIVE = "sensitive"
    CONFIDENTIAL = "confidential"
    OPINIONS = "opinions"
    REFERENCES = "references"
    DISPARAGING = "disparaging"
    SOMEBODY = "somebody"
    LINKS = "links"
    SHORTENERS = "shorteners"


@dataclass(frozen=True, slots=True)
class WordLists:
    """Every list as it counts today.

    Attributes:
        entries: the entries of each list.
        contacts: published telephone numbers, mail addresses and postcodes of the school itself.
        handles: account names a post may mention, without the @.
    """

    entries: Mapping[WordList, tuple[str, ...]] = field(default_factory=dict)
    contacts: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()

    def of(self, which: WordList) -> tuple[str, ...]:
        """The entries of one list."""
        return self.entries.get(which, ())

    def with_own(
        self,
        *,
        never: Sequence[str] = (),
        careful: Sequence[str] = (),
        links: Sequence[str] = (),
        contacts: Sequence[str] = (),
        handles: Sequence[str] = (),
    ) -> WordLists:
        """These lists and what the school added."""
        own = {WordList.NEVER: never, WordList.CAREFUL: careful, WordList.LINKS: links}
        entries = {which: (*self.of(which), *own.get(which, ())) for which in WordList}
        plain = tuple(handle.strip().lstrip("@").casefold() for handle in handles)
        return replace(self, entries=entries, contacts=(*self.contacts, *contacts), handles=(*self.handles, *plain))


@lru_cache(maxsize=8)
def load_word_lists(folder: Path = WORDS) -> WordLists:
    """Read every list of a folder.

    Raises:
        PolicyError: a list is missing, empty or cannot be read; names the file, and the line where there is one.
    """
    return WordLists({which: _entries(folder / f"{which.value}.txt") for which in WordList})


def _entries(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"The list of words {path.name} cannot be read: {error}.") from error
    found = []
    for number, line in enumerate(lines, start=1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        if not any(letter.isalnum() for letter in entry) or "*" in entry[:-1]:
            raise PolicyError(
                f"Line {number} of the list of words {path.name} cannot be used: {entry}. "
                "An entry has letters, and a star only at its end."
            )
        found.append(entry)
    if not found:
        raise PolicyError(f"The list of words {path.name} is empty.")
    return tuple(dict.fromkeys(found))
