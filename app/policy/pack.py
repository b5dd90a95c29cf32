"""Read a policy pack: one TOML file that says who approves, who posts, what is covered and which clause says so.

Rules that every school shares are code in `app.decision` and `app.posts`; a pack only settles what schools' policies
settle differently (`app.policy.settled`). It can make the rules stricter, never looser than the code allows.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import rfc8785

from app.domain import school_rules as rules
from app.domain.errors import KnownError
from app.domain.people import Role
from app.domain.photo import Digest
from app.domain.treatment import Reason, Treatment
from app.policy.settled import PERSONAL_WITH_APPROVAL, SETTINGS, Setting

POLICIES = Path(__file__).resolve().parents[2] / "resources" / "policies"
"""Where the packs lie that come with the program."""

STRICT = "strict"
"""The pack used until a school chooses; the others take the clauses they do not name from it."""


class PolicyError(KnownError):
    """A policy pack that cannot be used; the sentence names the file, the line and the reason."""

    default_code = "policy"


@dataclass(frozen=True, slots=True)
class PolicyPack:
    """What one school settled; what each entry means is said in `app.policy.settled`.

    Attributes:
        digest: SHA-256 over the pack's values (RFC 8785 JSON), so that line ends and comments do not matter.
        text: the file as it was read, so that it can be kept in the register.
        consent_max_age_days: a YES given longer ago counts as expired; None leaves it to its own dates.
        own_consent_age: from which age pupils answer for themselves; None for never.
        retention: days by record class, where they are not the program's own.
        clauses: policy row ids by reason and check code.
    """

    name: str
    title: str
    version: str
    digest: Digest
    approver_role: Role
    publisher_role: Role
    text: str = field(default="", repr=False, compare=False)
    owner: str = "Headteacher"
    governors_first: bool = False
    review_months: int = 12
    escalation: tuple[str, ...] = ("HEAD",)
    approval_days: int = 14
    author_may_publish: bool = False
    urgent_words_alone: bool = False
    named_posters_only: bool = False
    posting_permission_required: bool = False
    mark_grantor: str = Role.HEAD.value
    personal_devices: str = PERSONAL_WITH_APPROVAL
    obscure_every_pupil: bool = False
    obscure_every_adult: bool = False
    mark_treatment: Treatment = Treatment.COVER
    register_max_age_days: int = 31
    consent_max_age_days: int | None = None
    own_consent_age: int | None = None
    first_name_with_consent: bool = True
    takedown_hours: int = 4
    retention: Mapping[str, int] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)

    def clause(self, code: str) -> str:
        """The policy row that a reason or a check answers; empty when the pack names none."""
        return self.clauses.get(code, "")

    @property
    def school_rules(self) -> Mapping[str, Any]:
        """What it says about rules that a school may settle for itself, by their keys."""
        return {
            rules.OWN_CONSENT_AGE: self.own_consent_age,
            rules.MARK_GRANTOR: self.mark_grantor,
            rules.NAMED_POSTERS_ONLY: self.named_posters_only,
            rules.POSTING_PERMISSION_REQUIRED: self.posting_permission_required,
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry two packs settle differently, in words; `is_stricter` is None where neither is."""

    title: str
    before: str
    after: str
    is_stricter: bool | None


def differences(before: PolicyPack, after: PolicyPack) -> tuple[Difference, ...]:
    """What would change, in the order of the settings."""
    found = []
    for setting in SETTINGS:
        was, will = getattr(before, setting.field), getattr(after, setting.field)
        if was != will:
            stricter = None if setting.as_strict is None else setting.as_strict(will, was)
            found.append(Difference(setting.title, setting.say(was), setting.say(will), stricter))
    return tuple(found)


def shipped_packs() -> tuple[str, ...]:
    """The names of the packs that come with the program, the strict one first."""
    return tuple(sorted((path.stem for path in POLICIES.glob("*.toml")), key=lambda name: (name != STRICT, name)))


def load_pack(name_or_path: str | Path = STRICT) -> PolicyPack:
    """Read a pack that comes with the program by its name, or any pack by its path.

    Raises:
        PolicyError: the file is missing, is not TOML, or says something a pack cannot say; with the line.
    """
    path = Path(name_or_path)
    if path.suffix != ".toml":
        path = POLICIES / f"{name_or_path}.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PolicyError(f"There is no policy called {path.stem}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"The policy file {path.name} cannot be read: {error}.") from error
    return read_pack(text, file=path.name)


@lru_cache(maxsize=32)
def read_pack(text: str, *, file: str) -> PolicyPack:
    """The pack a file's text describes; `file` is what refusals call it.

    Raises:
        PolicyError: it is not TOML, or says something a pack cannot say; with the line.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"The policy file {file} is not well formed: {error}.") from error
    return _Reader(file, text).pack(values)


class _Reader:
    """Turns parsed values into a pack; every refusal says where."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._text = file, text

    def pack(self, values: dict[str, Any]) -> PolicyPack:
        tables = {setting.table for setting in SETTINGS if setting.table}
        self._only_known(values, {"name", "title", "version", "clauses", "retention"} | tables)
        for table in sorted(tables):
            self._only_known(self._table(values, table), {s.key for s in SETTINGS if s.table == table})
        name = self._words(values, "name")
        return PolicyPack(
            name=name,
            title=self._words(values, "title"),
            version=self._words(values, "version"),
            digest=Digest(hashlib.sha256(rfc8785.dumps(values)).hexdigest()),
            text=self._text,
            clauses=self._clauses(self._table(values, "clauses"), whole=name == STRICT),
            **{setting.field: self._read(setting, values) for setting in SETTINGS},
        )

    def _read(self, setting: Setting, values: Mapping[str, Any]) -> Any:
        said = self._table(values, setting.table) if setting.table else values
        if setting.optional and setting.key not in said:
            return None
        value = self._value(said, setting.key)
        try:
            return setting.read(value)
        except ValueError as problem:
            raise self._refuse(setting.key, str(problem)) from problem

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

    def _clauses(self, values: Mapping[str, Any], *, whole: bool) -> Mapping[str, str]:
        if whole:
            for reason in Reason:
                self._words(values, reason.value)
        own = {key: self._words(values, key) for key in values}
        return MappingProxyType(own if whole else {**load_pack().clauses, **own})
