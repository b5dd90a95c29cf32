"""What an account must have, what nobody may give themselves, and how the records put it; pure rules of `users`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import PERMITTED, Action, Actor, EmploymentKind
from consent_db.users import Grant, User

POWERFUL = frozenset(
    role for role, actions in PERMITTED.items() if actions & {Action.APPROVE, Action.PUBLISH, Action.PLACE_HOLD}
)
"""Roles that decide what goes out."""

NEED_A_LAST_DAY = frozenset({EmploymentKind.AGENCY, EmploymentKind.TRAINEE, EmploymentKind.EXTERNAL})


def check_details(name: str, grants: Collection[Grant], employment: EmploymentKind, until: date | None) -> None:
    """Do nothing when an account may look like this.

    Raises:
        RegisterError: no name, no role, a role that ends before it begins, or no last day for somebody from outside.
    """
    if not name.strip():
        raise RegisterError("A user needs a sign-in name and a name to show.")
    if not grants:
        raise RegisterError(f"{name.strip()} needs at least one role.")
    if any(g.since is not None and g.until is not None and g.until < g.since for g in grants):
        raise RegisterError("A role would end before it begins.", remedy="Check the two dates.")
    if employment in NEED_A_LAST_DAY and until is None:
        raise RegisterError(
            f"{name.strip()} needs a last day.", remedy="Agency staff, trainees and people from outside have one."
        )


def refuse_own_gain(actor: Actor, before: User, changed: User) -> None:
    """Do nothing while one's own roles only become fewer and shorter.

    Raises:
        NotAllowedError: something would be added.
    """
    had = {grant.role: grant for grant in before.grants}
    gains = [g for g in changed.grants if g.role not in had or _reaches_further(g, had[g.role])]
    if gains or _later(changed.until, before.until):
        raise NotAllowedError(
            f"{actor.name} may not give themselves a role or more time.",
            remedy="Somebody else who manages users has to do it.",
            code="own-roles",
        )


def _reaches_further(grant: Grant, before: Grant) -> bool:
    begins_sooner = before.since is not None and (grant.since is None or grant.since < before.since)
    return begins_sooner or _later(grant.until, before.until)


def _later(until: date | None, before: date | None) -> bool:
    return before is not None and (until is None or until > before)


def for_the_records(
    grants: Collection[Grant], employment: EmploymentKind, until: date | None, given: Collection[Grant]
) -> dict[str, str | int | bool | None]:
    """Roles, days and kind, and which of the roles are new; no name."""
    return {
        "roles": ",".join(sorted(_dated(grant) for grant in grants)),
        "given": ",".join(sorted(_dated(grant) for grant in given)),
        "powerful": any(grant.role in POWERFUL for grant in given),
        "employment": employment.value,
        "until": None if until is None else until.isoformat(),
    }


def _dated(grant: Grant) -> str:
    """``DEPUTY``, or ``DEPUTY 2026-09-01/2026-09-12`` for a cover."""
    if grant.since is None and grant.until is None:
        return grant.role.value
    since, until = (day.isoformat() if day else ".." for day in (grant.since, grant.until))
    return f"{grant.role.value} {since}/{until}"
