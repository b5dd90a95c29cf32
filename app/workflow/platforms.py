"""Where posts can go: the school's own accounts, who agreed to them, who may post there, and when they were checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from sqlalchemy import Connection

from app.domain.consent import Answer, ConsentEvent, ConsentKind, Platform, PlatformId, counting
from app.domain.errors import RegisterError
from app.domain.people import PERMITTED, ROLE_WORDS, Action, Actor, Role, UserId
from app.domain.platform_rules import PlatformLimits, is_same_place, require_sensible, require_sensible_limits
from app.policy.platform_list import listed
from app.workflow import school_settings
from app.workflow.workspace import Workspace
from consent_db import audit, consent, platforms, users
from consent_db.consent import NewConsent
from consent_db.platforms import PlatformUser

_WHAT_CHANGES = ("name", "account", "purpose", "owner", "mailbox", "audience", "approved_by")


def add_platform(
    workspace: Workspace,
    actor: Actor,
    *,
    platform_id: PlatformId,
    name: str,
    purpose: str,
    approved_by: UserId,
    owned_by_school: bool,
    account: str = "",
    owner: str = "",
    mailbox: str = "",
    audience: str = "",
    limits: PlatformLimits | None = None,
) -> Platform:
    """Add a platform. Everybody is covered there until asked; a no to every platform so far is a no to it too.

    `approved_by` is the user who agreed to it, one who may approve posts; `owned_by_school` says that the account is
    the school's, and no person's or other group's.

    Raises:
        RegisterError: the purpose, the approver or a role mailbox is missing, or the account is not the school's.
    """
    actor.require(Action.KEEP_PLATFORMS)
    key = PlatformId(platform_id.strip().lower())
    platform = Platform(
        id=key, name=name.strip(), account=account.strip(), purpose=purpose.strip(), owner=owner.strip(),
        mailbox=mailbox.strip(), audience=audience.strip(), approved_by=approved_by,
    )  # fmt: skip
    platform = _with_limits(platform, limits or PlatformLimits())
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        _check(workspace, connection, platform, owned_by_school=owned_by_school)
        before = platforms.everything(connection)
        if any(known.id == key or known.name == platform.name for known in before):
            raise RegisterError(f"{name} is there already.")
        platforms.add(connection, platform)
        for refusal in _refusals_everywhere(connection, before, key, workspace.clock.today()):
            consent.record(connection, refusal, by=actor.user_id)
        audit.append(connection, actor.user_id, "platform-added", subjects=[key, approved_by])
    return platform


def add_from_list(
    workspace: Workspace,
    actor: Actor,
    name: str,
    *,
    purpose: str,
    approved_by: UserId,
    owned_by_school: bool,
    account: str = "",
    owner: str = "",
    mailbox: str = "",
    audience: str = "",
) -> Platform:
    """Add a platform of the list that comes with the program, with its limits; otherwise as `add_platform`.

    Raises:
        RegisterError: it is not on the list, or what `add_platform` refuses.
    """
    line = listed(name)
    return add_platform(
        workspace, actor, platform_id=line.id, name=line.name, purpose=purpose, approved_by=approved_by,
        owned_by_school=owned_by_school, account=account, owner=owner, mailbox=mailbox, audience=audience,
        limits=line.limits,
    )  # fmt: skip


def change_platform(workspace: Workspace, actor: Actor, platform: Platform, *, owned_by_school: bool) -> Platform:
    """Correct the name, account, purpose, owner, mailbox, audience or approver; the rest stays as it is stored.

    Raises:
        RegisterError: it was changed meanwhile, or what `add_platform` refuses.
    """
    actor.require(Action.KEEP_PLATFORMS)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        stored = platforms.get(connection, platform.id)
        wanted = {field: getattr(platform, field).strip() for field in _WHAT_CHANGES}
        changed = replace(stored, version=platform.version, **wanted)
        _check(workspace, connection, changed, owned_by_school=owned_by_school)
        others = (known for known in platforms.everything(connection) if known.id != platform.id)
        if any(known.name == changed.name for known in others):
            raise RegisterError(f"{changed.name} is there already.")
        if consent.is_answered_for(connection, platform.id) and not is_same_place(stored.name, changed.name):
            raise RegisterError(
                f"People were asked about {stored.name}, and nobody about {changed.name}.",
                remedy=f"Add {changed.name} as a new platform; a name may be corrected or made longer.",
                code="other-platform",
            )
        fields = [field for field in _WHAT_CHANGES if getattr(stored, field) != wanted[field]]
        changed = platforms.change(connection, changed)
        _note(connection, actor, "platform-changed", changed, fields=",".join(fields))
    return changed


def close_platform(workspace: Workspace, actor: Actor, platform_id: PlatformId) -> Platform:
    """No new posts go there; what was answered about it, and what is online there, stays as it is."""
    return _update(workspace, actor, platform_id, "platform-closed", lambda p: replace(p, is_open=False))


def open_platform_again(workspace: Workspace, actor: Actor, platform_id: PlatformId) -> Platform:
    """Posts may go there again."""
    return _update(workspace, actor, platform_id, "platform-opened", lambda p: replace(p, is_open=True))


def record_privacy_check(
    workspace: Workspace, actor: Actor, platform_id: PlatformId, *, on: date | None = None
) -> Platform:
    """Note that somebody looked at who can see, tag and write on the account."""
    day = _not_later(on, workspace.clock.today())
    return _update(
        workspace, actor, platform_id, "platform-privacy-checked", lambda p: replace(p, privacy_checked_on=day)
    )


def record_credential_change(
    workspace: Workspace, actor: Actor, platform_id: PlatformId, *, two_step: bool, on: date | None = None
) -> Platform:
    """Note the day the account's password was changed, and whether signing in takes two steps; never the password."""
    day = _not_later(on, workspace.clock.today())
    return _update(
        workspace,
        actor,
        platform_id,
        "platform-credentials-changed",
        lambda p: replace(p, credentials_changed_on=day, two_step=two_step),
    )


def record_limits(workspace: Workspace, actor: Actor, platform_id: PlatformId, limits: PlatformLimits) -> Platform:
    """Note what the platform takes now; pictures made from here on keep to it.

    Raises:
        RegisterError: a limit makes no sense, or the day they were looked up is missing or still to come.
    """
    if limits.checked_on is None:
        raise RegisterError("Say on which day the limits were looked up.", code="limits")
    _not_later(limits.checked_on, workspace.clock.today())
    actor.require(Action.KEEP_PLATFORMS)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        changed = _with_limits(platforms.get(connection, platform_id), limits)
        require_sensible_limits(changed)
        changed = platforms.change(connection, changed)
        _note(connection, actor, "platform-limits-recorded", changed, checked_on=limits.version)
    return changed


def all_platforms(workspace: Workspace) -> tuple[Platform, ...]:
    """Where posts go or once went, by name."""
    with workspace.database.read() as connection:
        return platforms.everything(connection)


def open_platforms(workspace: Workspace) -> tuple[Platform, ...]:
    """Where posts can go now, by name."""
    return tuple(platform for platform in all_platforms(workspace) if platform.is_open)


def approvers(workspace: Workspace) -> tuple[tuple[UserId, str], ...]:
    """Those who can agree to a new platform: id and name."""
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        able = users.with_roles(connection, [role for role in Role if Action.APPROVE in PERMITTED[role]], today)
        return tuple((user.id, user.name) for user in able if _may_agree(user, today))


def let_user_post(
    workspace: Workspace,
    actor: Actor,
    platform_id: PlatformId,
    user_id: UserId,
    *,
    starts_on: date | None = None,
    until: date | None = None,
) -> None:
    """Name a user who may post there, from a day to a day, both inclusive.

    Once anybody is named for a platform, only those named may publish there; once a user is named for some platforms,
    their posts may go to those only.

    Raises:
        RegisterError: it would end before it begins, or there is no such user or platform.
    """
    actor.require(Action.KEEP_PLATFORMS)
    first = starts_on or workspace.clock.today()
    if until is not None and until < first:
        raise RegisterError("This would end before it begins.", remedy="Check the two dates.")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        platform = platforms.get(connection, platform_id)
        users.get(connection, user_id)
        platforms.let_post(connection, platform.id, user_id, starts_on=first, until=until, by=actor.user_id)
        days = {"from": first.isoformat(), "until": until.isoformat() if until else None}
        audit.append(connection, actor.user_id, "platform-user-named", subjects=[platform.id, user_id], details=days)


def end_user_posting(
    workspace: Workspace, actor: Actor, platform_id: PlatformId, user_id: UserId, *, last_day: date
) -> int:
    """From the day after `last_day` this user may not post there; returns how many permissions that ended."""
    actor.require(Action.KEEP_PLATFORMS)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        ended = platforms.end_posting(connection, platform_id, user_id, last_day=last_day)
        details: dict[str, str | int | bool | None] = {"until": last_day.isoformat(), "ended": ended}
        audit.append(connection, actor.user_id, "platform-user-ended", subjects=[platform_id, user_id], details=details)
    return ended


def users_of(workspace: Workspace, platform_id: PlatformId) -> tuple[PlatformUser, ...]:
    """Who may or might once post there, the earliest first."""
    with workspace.database.read() as connection:
        return platforms.users_of(connection, platform_id)


def _update(
    workspace: Workspace, actor: Actor, platform_id: PlatformId, action: str, change: Callable[[Platform], Platform]
) -> Platform:
    actor.require(Action.KEEP_PLATFORMS)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        changed = platforms.change(connection, change(platforms.get(connection, platform_id)))
        _note(connection, actor, action, changed, two_step=changed.two_step, is_open=changed.is_open)
    return changed


def _note(connection: Connection, actor: Actor, action: str, platform: Platform, **details: str | bool) -> None:
    said: dict[str, str | int | bool | None] = {"version": platform.version, **details}
    audit.append(connection, actor.user_id, action, subjects=[platform.id], details=said)


def _check(workspace: Workspace, connection: Connection, platform: Platform, *, owned_by_school: bool) -> None:
    today = workspace.clock.today()
    named = school_settings.role_mailboxes(connection)
    require_sensible(platform, owned_by_school=owned_by_school, role_mailboxes=named)
    who = next(iter(users.by_ids(connection, [UserId(platform.approved_by)], today)), None)
    if who is None or not _may_agree(who, today):
        roles = " or ".join(ROLE_WORDS[role] for role in Role if Action.APPROVE in PERMITTED[role])
        raise RegisterError(f"Only {roles} can agree to {platform.name}.", remedy=f"Ask {roles}.", code="approver")


def _may_agree(user: users.User, today: date) -> bool:
    return user.may_sign_in(today) and user.actor.may(Action.APPROVE)


def _with_limits(platform: Platform, limits: PlatformLimits) -> Platform:
    return replace(
        platform, max_edge_px=limits.max_edge_px, max_bytes=limits.max_bytes, max_pictures=limits.max_pictures,
        caption_limit=limits.caption_limit, alt_text_limit=limits.alt_text_limit, narrowest=limits.narrowest,
        widest=limits.widest, limits_version=limits.version,
        limits_checked_on=limits.checked_on,
    )  # fmt: skip


def _not_later(day: date | None, today: date) -> date:
    if day is not None and day > today:
        raise RegisterError("This day is still to come.", remedy="Check the date.", code="date")
    return day or today


def _refusals_everywhere(
    connection: Connection, before: Collection[Platform], new: PlatformId, today: date
) -> Iterator[NewConsent]:
    """A child or parent who says no on every platform there was says it on a new one too; a school's list does not."""
    known = consent.snapshot(connection)
    for person_id, kind in product(known.people, ConsentKind):
        said = [_refused(known.events.get((person_id, kind, place.id), ())) for place in before]
        everywhere = set(said[0]).intersection(*said[1:]) if said else set()
        for event in (said[0][who] for who in sorted(everywhere)):
            yield NewConsent(
                person_id=person_id, kind=kind, platform_id=new, answer=Answer.NO, giver=event.giver, valid_from=today,
                relationship=event.relationship, evidence="said no to every platform before this one was added",
                contact_id=event.contact_id,
            )  # fmt: skip


def _refused(events: Iterable[ConsentEvent]) -> dict[str, ConsentEvent]:
    """Who of the person, their known contacts and nobody knows which parent says no here, each with their last word."""
    no = (event for event in counting(events) if event.refuses)
    return {e.contact_id or e.giver: e for e in no if e.contact_id or e.is_own or e.is_anonymous}
