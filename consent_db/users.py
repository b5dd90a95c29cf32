"""Who can sign in: names, roles, argon2id hashes, and the growing wait after wrong passwords."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from sqlalchemy import Connection, delete, func, insert, select, update

from app.domain.people import Actor, Role, UserId
from consent_db.rows import new_id, now, one
from consent_db.schema import app_user as table
from consent_db.schema import user_role

_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
_FREE_TRIES = 5
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who can sign in."""

    id: UserId
    username: str
    name: str
    roles: frozenset[Role]
    is_active: bool = True

    @property
    def actor(self) -> Actor:
        return Actor(self.id, self.name, self.roles)


@dataclass(frozen=True, slots=True)
class SignIn:
    """How a try went: `user` only when name and password were right, `wait_until` when it is too early to try."""

    user: User | None
    wait_until: datetime | None = None
    known_user_id: UserId | None = None


def add(connection: Connection, *, username: str, name: str, password: str, roles: Collection[Role]) -> UserId:
    """Store somebody new; the password is kept as an argon2id hash only."""
    user_id = UserId(new_id())
    connection.execute(
        insert(table).values(
            id=user_id,
            username=username.strip().casefold(),
            name=name,
            password_hash=_HASHER.hash(password),
            failures=0,
            created_at=now(),
        )
    )
    set_roles(connection, user_id, roles)
    return user_id


def set_roles(connection: Connection, user_id: UserId, roles: Collection[Role]) -> None:
    """Give exactly these roles."""
    connection.execute(delete(user_role).where(user_role.c.user_id == user_id))
    for role in sorted(set(roles)):
        connection.execute(insert(user_role).values(user_id=user_id, role=role.value))


def set_password(connection: Connection, user_id: UserId, password: str) -> None:
    """Replace the password."""
    connection.execute(
        update(table)
        .where(table.c.id == user_id)
        .values(password_hash=_HASHER.hash(password), failures=0, locked_until=None)
    )


def set_active(connection: Connection, user_id: UserId, *, is_active: bool) -> None:
    """Let somebody sign in, or no more."""
    connection.execute(update(table).where(table.c.id == user_id).values(is_active=is_active))


def everybody(connection: Connection) -> tuple[User, ...]:
    """All users, by name."""
    ids = connection.execute(select(table.c.id).order_by(table.c.name, table.c.username)).scalars()
    return tuple(get(connection, UserId(i)) for i in ids)


def count(connection: Connection) -> int:
    """How many there are."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def exists(connection: Connection, username: str) -> bool:
    """Whether this sign-in name is taken."""
    query = select(table.c.id).where(table.c.username == username.strip().casefold())
    return connection.execute(query).first() is not None


def get(connection: Connection, user_id: UserId) -> User:
    """One user.

    Raises:
        RegisterError: there is none with this id.
    """
    row = one(connection, select(table).where(table.c.id == user_id), "This user")
    roles = connection.execute(select(user_role.c.role).where(user_role.c.user_id == user_id)).scalars()
    return User(user_id, row["username"], row["name"], frozenset(Role(r) for r in roles), row["is_active"])


def try_sign_in(connection: Connection, username: str, password: str) -> SignIn:
    """Check a name and password, count failures, and make the wait after the fifth grow (30 s doubling to an hour)."""
    row = connection.execute(select(table).where(table.c.username == username.strip().casefold())).mappings().first()
    if row is None:
        _matches(_nobody(), password)
        return SignIn(None)
    user_id = UserId(row["id"])
    if row["locked_until"] is not None and now() < row["locked_until"]:
        return SignIn(None, row["locked_until"], user_id)
    if _matches(row["password_hash"], password) and row["is_active"]:
        connection.execute(update(table).where(table.c.id == user_id).values(failures=0, locked_until=None))
        return SignIn(get(connection, user_id), None, user_id)
    failures = row["failures"] + 1
    wait = _wait_after(failures)
    until = None if wait is None else now() + wait
    connection.execute(update(table).where(table.c.id == user_id).values(failures=failures, locked_until=until))
    return SignIn(None, until, user_id)


@cache
def _nobody() -> str:
    """A hash to check when the name is unknown, so that a wrong name takes as long as a wrong password."""
    return _HASHER.hash("nobody has this password")


def _wait_after(failures: int) -> timedelta | None:
    if failures < _FREE_TRIES:
        return None
    doublings: int = min(failures - _FREE_TRIES, 10)
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)


def _matches(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except (VerifyMismatchError, VerificationError, InvalidHashError):
        return False
