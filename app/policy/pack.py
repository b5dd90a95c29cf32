"""Read a policy pack: one TOML file that says who approves, who posts, what is covered and which clause says so.

Rules that every school shares are code in `app.decision` and `app.posts`; a pack only settles what schools' policies
settle differently. It can make the rules stricter, never looser than the code allows.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import rfc8785

from app.domain.errors import KnownError
from app.domain.people import PERMITTED, Action, Role
from app.domain.photo import Digest
from app.domain.treatment import Reason, Treatment

POLICIES = Path(__file__).resolve().parents[2] / "resources" / "policies"
"""Where the packs lie that come with the program."""


class PolicyError(KnownError):
    """A policy pack that cannot be used; the sentence names the file, the line and the reason."""

    default_code = "policy"


@dataclass(frozen=True, slots=True)
class PolicyPack:
    """What one school settled.

    Attributes:
        digest: SHA-256 over the pack's values (RFC 8785 JSON), so that line ends and comments do not matter.
        approval_days: an approval not used within so many days falls.
        author_may_publish: whether the author of a post may also be the one who posts it.
        urgent_words_alone: whether the approver's own urgent notice, words only, may go out on their word alone, with
            a look by somebody else afterwards.
        obscure_every_pupil: cover every pupil whatever the register says.
        register_max_age_days: consents older than this clear nobody.
        consent_max_age_days: a YES given longer ago counts as expired; None leaves it to its own dates.
        first_name_with_consent: a first name may stand in words and pictures where NAME consent is in force.
        mark_treatment: what happens to a crest or brand without permission.
        clauses: policy row ids by reason and check code.
    """

    name: str
    title: str
    version: str
    digest: Digest
    approver_role: Role
    publisher_role: Role
    approval_days: int = 14
    author_may_publish: bool = False
    urgent_words_alone: bool = False
    obscure_every_pupil: bool = False
    register_max_age_days: int = 31
    consent_max_age_days: int | None = None
    first_name_with_consent: bool = True
    mark_treatment: Treatment = Treatment.COVER
    clauses: Mapping[str, str] = field(default_factory=dict)

    def clause(self, code: str) -> str:
        """The policy row that a reason or a check answers; empty when the pack names none."""
        return self.clauses.get(code, "")


def load_pack(name_or_path: str | Path = "strict") -> PolicyPack:
    """Read a pack that comes with the program by its name, or any pack by its path.

    Raises:
        PolicyError: the file is missing, is not TOML, or says something a pack cannot say; with the line.
    """
    path = Path(name_or_path)
    if path.suffix != ".toml":
        path = POLICIES / f"{name_or_path}.toml"
    try:
        text = path.read_text(encoding="utf-8")
        values = tomllib.loads(text)
    except FileNotFoundError as error:
        raise PolicyError(f"There is no policy called {path.stem}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"The policy file {path.name} cannot be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"The policy file {path.name} is not well formed: {error}.") from error
    return _Reader(path.name, text).pack(values)


class _Reader:
    """Turns parsed values into a pack; every refusal says where."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._text = file, text

    def pack(self, values: dict[str, Any]) -> PolicyPack:
        self._only_known(values, {"name", "title", "version", "people", "pictures", "register", "clauses"})
        people, pictures = self._table(values, "people"), self._table(values, "pictures")
        register, clauses = self._table(values, "register"), self._table(values, "clauses")
        self._only_known(people, {"approver", "publisher", "approval_days", "author_may_publish", "urgent_words_alone"})
        self._only_known(pictures, {"obscure_every_pupil", "marks"})
        self._only_known(register, {"max_age_days", "consent_max_age_days", "first_name_with_consent"})
        return PolicyPack(
            name=self._words(values, "name"),
            title=self._words(values, "title"),
            version=self._words(values, "version"),
            digest=Digest(hashlib.sha256(rfc8785.dumps(values)).hexdigest()),
            approver_role=self._role(people, "approver", Action.APPROVE),
            publisher_role=self._role(people, "publisher", Action.PUBLISH),
            approval_days=self._days(people, "approval_days"),
            author_may_publish=self._yes_no(people, "author_may_publish"),
            urgent_words_alone="urgent_words_alone" in people and self._yes_no(people, "urgent_words_alone"),
            obscure_every_pupil=self._yes_no(pictures, "obscure_every_pupil"),
            register_max_age_days=self._days(register, "max_age_days"),
            consent_max_age_days=self._days(register, "consent_max_age_days")
            if "consent_max_age_days" in register
            else None,
            first_name_with_consent=self._yes_no(register, "first_name_with_consent"),
            mark_treatment=self._marks(pictures),
            clauses=self._clauses(clauses),
        )

    def _refuse(self, key: str, reason: str) -> PolicyError:
        found = re.search(rf'^\s*\[?"?{re.escape(key)}\b', self._text, re.MULTILINE)
        line = self._text.count("\n", 0, found.end()) + 1 if found else self._text.count("\n") + 1
        return PolicyError(f"The policy file {self._file} cannot be used: line {line}, {key}: {reason}.")

    def _only_known(self, values: Mapping[str, Any], known: set[str]) -> None:
        for key in values:
            if key not in known:
                raise self._refuse(key, f"a policy has no such entry; it may say {', '.join(sorted(known))}")

    def _value(self, values: Mapping[str, Any], key: str) -> Any:
        if key not in values:
            raise self._refuse(key, "this entry is missing")
        return values[key]

    def _table(self, values: Mapping[str, Any], key: str) -> dict[str, Any]:
        table = self._value(values, key)
        if not isinstance(table, dict):
            raise self._refuse(key, "a table is wanted here")
        return table

    def _words(self, values: Mapping[str, Any], key: str) -> str:
        words = self._value(values, key)
        if not isinstance(words, str) or not words.strip():
            raise self._refuse(key, "words in quotation marks are wanted here")
        return words

    def _days(self, values: Mapping[str, Any], key: str) -> int:
        days = self._value(values, key)
        if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= 3660:
            raise self._refuse(key, "a number of days from 1 to 3660 is wanted here")
        return days

    def _yes_no(self, values: Mapping[str, Any], key: str) -> bool:
        answer = self._value(values, key)
        if not isinstance(answer, bool):
            raise self._refuse(key, "true or false is wanted here")
        return answer

    def _role(self, values: Mapping[str, Any], key: str, action: Action) -> Role:
        able = [role.value for role in Role if action in PERMITTED[role]]
        word = self._words(values, key)
        if word not in able:
            raise self._refuse(key, f"{word} cannot {action.value}; possible is {' or '.join(able)}")
        return Role(word)

    def _marks(self, values: Mapping[str, Any]) -> Treatment:
        word = self._words(values, "marks")
        if word not in (Treatment.COVER, Treatment.WITHHOLD):
            raise self._refuse("marks", "cover or withhold is wanted here")
        return Treatment(word)

    def _clauses(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        for reason in Reason:
            self._words(values, reason.value)
        return MappingProxyType({key: self._words(values, key) for key in values})
