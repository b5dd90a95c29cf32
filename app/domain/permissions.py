"""Written permissions other than consent: for a mark, a device, posting, or an adult in a picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from app.domain.consent import PlatformId
from app.domain.people import PersonId, Role, UserId

PermissionId = NewType("PermissionId", str)

OF_THEMSELVES = "SELF"
"""The grantor of a picture of an adult: the adult; of a pupil's work, the pupil."""
OF_PARENT = "PARENT"
"""The grantor of a pupil's work who speaks for them."""


class PermissionKind(StrEnum):
    MARK = "MARK"
    """A logo, brand or crest; the subject is the mark's name."""
    DEVICE = "DEVICE"
    """A device that photos may be taken with; the subject is the device's id."""
    POSTING = "POSTING"
    """A person who may publish; the subject is the user's id."""
    ADULT = "ADULT"
    """An adult who may be shown; the subject is the person's id."""
    WORK = "WORK"
    """A pupil's own work, which is theirs; the subject is the pupil's id."""
    LICENCE = "LICENCE"
    """Pictures somebody else made, such as a hired photographer; the subject says whose and which, in words."""

    @property
    def is_for_platforms(self) -> bool:
        return self is not PermissionKind.DEVICE

    @property
    def is_in_words(self) -> bool:
        """Whether its subject is what somebody typed; otherwise it is an id."""
        return self in (PermissionKind.MARK, PermissionKind.LICENCE)

    @property
    def is_about_person(self) -> bool:
        return self in (PermissionKind.ADULT, PermissionKind.WORK)


@dataclass(frozen=True, slots=True)
class Permission:
    """One written permission, from its first day to its last or until somebody ended it.

    Attributes:
        subject: a mark's name in lower case, or the id of a device, a user or a person.
        grantor_role: the office of who gave it: a role's word, a title such as ``CEO``, or `OF_THEMSELVES`.
        platforms: every platform it is for, by name; one added later is never among them.
        scope: what it is for, in words.
        evidence, evidence_file: where the writing is; one of them at least.
        valid_until: the last day, inclusive; None until somebody ends it.
    """

    id: PermissionId
    kind: PermissionKind
    subject: str
    grantor: str
    grantor_role: str
    platforms: tuple[PlatformId, ...]
    valid_from: date
    valid_until: date | None = None
    scope: str = ""
    evidence: str = ""
    evidence_file: str | None = None
    recorded_at: datetime | None = None
    recorded_by: str = ""
    ended_at: datetime | None = None
    ended_by: str | None = None
    version: int = 1

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day."""
        begun = self.ended_at is None and self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    def allows(self, platform_id: PlatformId, day: date) -> bool:
        """Whether it is in force on a platform on a day."""
        return self.holds(day) and platform_id in self.platforms


@dataclass(frozen=True, slots=True)
class Permits:
    """The permissions a picture may rest on, as they stood at one moment; the default allows nothing.

    Attributes:
        mark_grantor: who alone may permit a mark in this school.
    """

    permissions: tuple[Permission, ...] = ()
    mark_grantor: str = Role.HEAD.value

    def for_mark(self, mark: str, platform_id: PlatformId, day: date) -> Permission | None:
        """What lets this mark be shown there: given in writing by whoever may give it. An unnamed mark has none."""
        name = mark_name(mark)
        given = (p for p in self._of(PermissionKind.MARK, name) if same_office(p.grantor_role, self.mark_grantor))
        return next((p for p in given if p.allows(platform_id, day)), None) if name else None

    def for_adult(self, person_id: PersonId, platform_id: PlatformId, day: date) -> Permission | None:
        """What lets this adult be shown there: given in writing by themselves."""
        given = (p for p in self._of(PermissionKind.ADULT, person_id) if same_office(p.grantor_role, OF_THEMSELVES))
        return next((p for p in given if p.allows(platform_id, day)), None)

    def _of(self, kind: PermissionKind, subject: str) -> Iterable[Permission]:
        return (p for p in self.permissions if p.kind is kind and p.subject == subject)


NOTHING_PERMITTED = Permits()

MAY_GRANT_POSTING = (Role.HEAD.value, "MANAGER")
"""Whose written permission lets somebody post: the Headteacher, or their manager."""


def may_post(
    permissions: Iterable[Permission], user_id: UserId, platform_id: PlatformId, day: date
) -> Permission | None:
    """The written permission of the Headteacher or a manager by which this user posts there; None without one."""
    given = (p for p in permissions if p.kind is PermissionKind.POSTING and p.subject == user_id)
    by_office = (p for p in given if any(same_office(p.grantor_role, office) for office in MAY_GRANT_POSTING))
    return next((p for p in by_office if p.allows(platform_id, day)), None)


def mark_name(mark: str) -> str:
    """A mark's name as it is compared."""
    return " ".join(mark.split()).casefold()


def same_office(one: str, other: str) -> bool:
    """Whether two words name the same office."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()
