"""Signing in, choosing a password, and whether somebody signed in earlier still may act.

Passwords are stretched outside the register's lock; the transaction that follows looks at everything once more. Names
nobody has are treated like names somebody has: the same work, the same words, the same growing wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.errors import NotAllowedError, SignInError
from app.domain.people import Actor
from app.domain.photo import digest_of
from app.domain.school_rules import LOCK_AFTER_MINUTES, PRIVACY_NOTICE, SIGN_IN_NOTICE
from app.workflow.school_settings import all_rules
from app.workflow.workspace import Workspace
from consent_db import audit, passwords, sign_in_tries, users
from consent_db.users import User

SHORTEST_PASSWORD = 10
MUST_CHANGE = "must-change"
"""The code of the refusal that a temporary password gets: right, but good for choosing a new one only."""
NOTICE = (
    "ClearPost is for school work only. It records who signs in, and what they import, look at, change, approve and "
    "publish."
)
"""What everybody reads before they sign in, where the school has no words of its own."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the sign-in page says: what is recorded, and where the school's privacy notice is (may be empty)."""

    words: str
    privacy_address: str


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody at work: who they are now, and after how much idle time the window locks."""

    actor: Actor
    lock_after: timedelta


def sign_in_notice(workspace: Workspace) -> Notice:
    """That use is recorded, in the school's words or in ours."""
    rules = all_rules(workspace)
    return Notice(str(rules[SIGN_IN_NOTICE]).strip() or NOTICE, str(rules[PRIVACY_NOTICE]))


def sign_in(workspace: Workspace, username: str, password: str) -> Actor:
    """Who this is, if name and password fit; every try is recorded, without the name that was typed.

    Raises:
        SignInError: they do not fit (the words never say which, nor whether there is such a name), it is too early to
            try again, or the password was a temporary one (code ``must-change``, then `choose_password`).
    """
    user = _admit(workspace, username, password, action="signed-in")
    if user.must_change_password:
        raise SignInError(
            "This password was for one sign-in only.", remedy="Choose a password of your own.", code=MUST_CHANGE
        )
    return user.actor


def choose_password(workspace: Workspace, username: str, *, old: str, new: str) -> Actor:
    """Sign in with the old password, which may be a temporary one, and use the new one from now on.

    Raises:
        SignInError: as for `sign_in`.
        NotAllowedError: the new one is too short, too simple or the old one; nothing changes.
    """
    check_password(new, username=username)
    if old == new:
        raise NotAllowedError("The new password is the old one.", remedy="Choose another.", code="same-password")
    new_hash = passwords.hash_password(new)
    return _admit(workspace, username, old, new_hash=new_hash, action="password-changed").actor


def change_password(workspace: Workspace, actor: Actor, *, old: str, new: str) -> None:
    """Replace one's own password.

    Raises:
        SignInError: the old one is wrong, or it is too early to try again.
        NotAllowedError: the new one is too short, too simple or the old one.
    """
    with workspace.database.read() as connection:
        username = users.get(connection, actor.user_id).username
    try:
        choose_password(workspace, username, old=old, new=new)
    except SignInError as refusal:
        if refusal.code == SignInError.default_code:
            raise SignInError("The old password is wrong.", remedy="Type the one you signed in with.") from refusal
        raise


def refreshed(workspace: Workspace, actor: Actor) -> Actor:
    """The same person with the roles they have now.

    Raises:
        NotAllowedError: the account was closed, has ended or lost a role; they have to sign in again.
    """
    with workspace.database.read() as connection:
        today = workspace.clock.today()
        users.require_current(connection, actor, today, even_unread=True)
        return users.get(connection, actor.user_id, today).actor


def session_of(workspace: Workspace, actor: Actor) -> Session:
    """What the window asks while somebody is signed in, and whenever the register changed.

    Raises:
        NotAllowedError: as for `refreshed`.
    """
    minutes = int(all_rules(workspace)[LOCK_AFTER_MINUTES])
    return Session(refreshed(workspace, actor), timedelta(minutes=minutes))


def unlock(workspace: Workspace, actor: Actor, password: str) -> Actor:
    """Sign the same person in again, perhaps with other roles than before.

    Raises:
        SignInError: as for `sign_in`.
    """
    with workspace.database.read() as connection:
        username = users.get(connection, actor.user_id).username
    return sign_in(workspace, username, password)


def name_key(workspace: Workspace, username: str) -> str:
    """What failed tries of a name are counted under; keyed, since people type passwords into the wrong line."""
    return workspace.vault.name_for(digest_of(b"clearpost/sign-in-name/1 " + users.in_one_form(username).encode()))


def check_password(password: str, *, username: str = "") -> None:
    """Do nothing when this may be somebody's password.

    Raises:
        NotAllowedError: it is too short, one letter over and over, or holds the sign-in name.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise NotAllowedError("The password is too short.", remedy=f"Use at least {SHORTEST_PASSWORD} characters.")
    name = users.in_one_form(username)
    if len(set(password)) < 4 or (len(name) > 3 and name in password.casefold()):
        raise NotAllowedError(
            "The password is too easy to guess.", remedy="Use three words that have nothing to do with each other."
        )


def _admit(workspace: Workspace, username: str, password: str, *, action: str, new_hash: str | None = None) -> User:
    """Check name and password, count or forget failures, and record the try; with `new_hash` it is kept from now on."""
    key, today = name_key(workspace, username), workspace.clock.today()
    with workspace.database.read() as connection:
        user_id = users.find(connection, username)
        stored = None if user_id is None else users.password_hash(connection, user_id)
        must_wait = sign_in_tries.waiting_until(connection, key, workspace.clock.now()) is not None
    fits = not must_wait and passwords.fits(stored, password)
    if fits and stored is not None and new_hash is None and passwords.is_outdated(stored):
        newer = passwords.hash_password(password)
    else:
        newer = None
    user = None
    with workspace.database.transaction() as connection:
        at = workspace.clock.now()
        wait_until = sign_in_tries.waiting_until(connection, key, at)
        is_early = wait_until is not None
        if not is_early and fits and user_id is not None and users.password_hash(connection, user_id) == stored:
            found = users.get(connection, user_id, today)
            user = found if found.may_sign_in(today) else None
        if user is not None and stored is not None:
            sign_in_tries.forget(connection, key)
            users.note_sign_in(connection, user.id, at)
            if new_hash is not None:
                users.set_password(connection, user.id, new_hash, must_change=False)
            elif newer is not None:
                users.replace_hash(connection, user.id, old=stored, new=newer)
        elif not is_early:
            wait_until = sign_in_tries.count_failure(connection, key, at)
        done = action if user is not None else "sign-in-refused" if is_early else "sign-in-failed"
        audit.append(connection, user_id or "unknown", done, details={"locked": wait_until is not None})
    if user is None:
        raise _refusal(wait_until, at)
    return user


def _refusal(wait_until: datetime | None, at: datetime) -> SignInError:
    if wait_until is None:
        return SignInError(
            "The name or the password is wrong.", remedy="Check both and try again; if it goes on, ask IT."
        )
    wait_s = max(1, round((wait_until - at).total_seconds()))
    words = f"{wait_s} seconds" if wait_s < 120 else f"{round(wait_s / 60)} minutes"
    return SignInError("There were too many wrong passwords.", remedy=f"Wait {words}, then try again.", code="locked")
