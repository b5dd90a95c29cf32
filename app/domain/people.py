"""People: those in the pictures, and those who sign in, with the one table of who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from app.domain.errors import NotAllowedError

PersonId = NewType("PersonId", str)
UserId = NewType("UserId", str)
SET_UP = UserId("set-up")
"""Who the records name while a workspace is being made and nobody can have signed in yet."""


class PersonKind(StrEnum):
    PUPIL = "PUPIL"
    STAFF = "STAFF"
    PARENT = "PARENT"
    GOVERNOR = "GOVERNOR"
    VISITOR = "VISITOR"
    LEAVER = "LEAVER"
    """A former pupil; stays a child for every rule."""

    @property
    def is_child(self) -> bool:
        return self in (PersonKind.PUPIL, PersonKind.LEAVER)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the register knows. Preferred names are the ones shown; both are looked for in words and pictures."""

    id: PersonId
    kind: PersonKind
    legal_forename: str
    legal_surname: str
    preferred_forename: str = ""
    preferred_surname: str = ""
    upn: str = ""
    admission_number: str = ""
    date_of_birth: date | None = None
    registration_group: str = ""
    year_group: str = ""
    on_roll_from: date | None = None
    on_roll_until: date | None = None
    """The last day on roll, inclusive; consent lapses the day after."""
    version: int = 1

    @property
    def forename(self) -> str:
        return self.preferred_forename or self.legal_forename

    @property
    def surname(self) -> str:
        return self.preferred_surname or self.legal_surname

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}".strip()

    def has_left(self, today: date) -> bool:
        return self.kind is PersonKind.LEAVER or (self.on_roll_until is not None and today > self.on_roll_until)


class Role(StrEnum):
    CONTRIBUTOR = "CONTRIBUTOR"
    CONSENT_ADMIN = "CONSENT_ADMIN"
    DSL = "DSL"
    HEAD = "HEAD"
    DEPUTY = "DEPUTY"
    DPO = "DPO"
    IT = "IT"
    BUSINESS_MANAGER = "BUSINESS_MANAGER"
    GOVERNOR = "GOVERNOR"
    EXTERNAL = "EXTERNAL"


class EmploymentKind(StrEnum):
    """What a user is to the school; the rules are the same for all of them."""

    STAFF = "STAFF"
    GOVERNOR = "GOVERNOR"
    TRUSTEE = "TRUSTEE"
    AGENCY = "AGENCY"
    CONTRACTOR = "CONTRACTOR"
    TRAINEE = "TRAINEE"
    VOLUNTEER = "VOLUNTEER"
    EXTERNAL = "EXTERNAL"


class Action(StrEnum):
    """Things a signed-in person asks for. The window's buttons and the workflows ask the same table."""

    IMPORT = "import photos"
    REVIEW = "name faces and cover"
    WRITE_POST = "write a post"
    APPROVE = "approve a post"
    PUBLISH = "publish a post"
    SEE_REGISTER = "see the register"
    EDIT_REGISTER = "change the register"
    TAKE_CONSENT_AWAY = "record that somebody says no"
    PLACE_HOLD = "place or lift a safeguarding hold"
    MANAGE_DEVICES = "manage devices"
    KEEP_BIOMETRICS = "record biometric consents"
    OBJECT_TO_BIOMETRICS = "record that a face may not be compared"
    GRANT_PERMISSION = "record a written permission"
    KEEP_PLATFORMS = "add or change a platform"
    KEEP_POLICIES = "keep policies and training"
    SETTLE_RULES = "change the school's rules"
    ERASE = "erase what is past its time"
    KEEP_WORKSPACE = "look after the workspace"
    MANAGE_USERS = "manage users"
    SEE_AUDIT = "see the records"
    REPORT = "report a concern or an incident"
    KEEP_CASES = "keep complaints, requests and incidents"


_CONTRIBUTE = frozenset({Action.IMPORT, Action.REVIEW, Action.WRITE_POST})
_EVERYBODY = frozenset({Action.TAKE_CONSENT_AWAY, Action.OBJECT_TO_BIOMETRICS, Action.REPORT})

PERMITTED: dict[Role, frozenset[Action]] = {
    Role.CONTRIBUTOR: _CONTRIBUTE | _EVERYBODY,
    Role.CONSENT_ADMIN: frozenset(
        {Action.SEE_REGISTER, Action.EDIT_REGISTER, Action.KEEP_BIOMETRICS, Action.KEEP_PLATFORMS}
    )
    | _EVERYBODY,
    Role.DSL: frozenset(
        {Action.SEE_REGISTER, Action.PLACE_HOLD, Action.REVIEW, Action.KEEP_BIOMETRICS, Action.KEEP_CASES}
    )
    | _EVERYBODY,
    Role.HEAD: _CONTRIBUTE
    | _EVERYBODY
    | {Action.APPROVE, Action.SEE_REGISTER, Action.MANAGE_DEVICES, Action.MANAGE_USERS, Action.SEE_AUDIT}
    | {Action.GRANT_PERMISSION, Action.KEEP_PLATFORMS, Action.KEEP_POLICIES, Action.SETTLE_RULES, Action.KEEP_CASES},
    Role.DEPUTY: _CONTRIBUTE | _EVERYBODY | {Action.PUBLISH, Action.SEE_REGISTER},
    Role.DPO: frozenset({Action.SEE_AUDIT, Action.SEE_REGISTER, Action.ERASE, Action.KEEP_CASES}) | _EVERYBODY,
    Role.IT: frozenset({Action.MANAGE_DEVICES, Action.MANAGE_USERS, Action.SEE_AUDIT, Action.KEEP_WORKSPACE})
    | _EVERYBODY,
    Role.BUSINESS_MANAGER: frozenset({Action.KEEP_POLICIES}) | _EVERYBODY,
    Role.GOVERNOR: _EVERYBODY,
    Role.EXTERNAL: frozenset({Action.IMPORT}) | _EVERYBODY,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is doing this: a signed-in user, on one workstation."""

    user_id: UserId
    name: str
    roles: frozenset[Role]

    def may(self, action: Action) -> bool:
        return any(action in PERMITTED[role] for role in self.roles)

    def require(self, action: Action) -> None:
        """Do nothing when the action is allowed.

        Raises:
            NotAllowedError: with a sentence that names the action and who may do it.
        """
        if not self.may(action):
            who = " or ".join(ROLE_WORDS[role] for role in Role if action in PERMITTED[role])
            raise NotAllowedError(f"{self.name} may not {action.value}.", remedy=f"Ask {who}.")


ROLE_WORDS: dict[Role, str] = {
    Role.CONTRIBUTOR: "office staff",
    Role.CONSENT_ADMIN: "the data manager",
    Role.DSL: "the safeguarding lead",
    Role.HEAD: "the Headteacher",
    Role.DEPUTY: "the Deputy Head",
    Role.DPO: "the data protection officer",
    Role.IT: "IT",
    Role.BUSINESS_MANAGER: "the Business Manager",
    Role.GOVERNOR: "a governor",
    Role.EXTERNAL: "an outside photographer",
}
