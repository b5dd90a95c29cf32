"""Who can sign in: names, what they are to the school, and their roles from one day to another.

Passwords come and go as hashes (`consent_db.passwords`); failed tries are in `consent_db.sign_in_tries`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, true, update
from sqlalchemy.engine.row import RowMapping

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import SET_UP, Actor, EmploymentKind, Role, UserId
from consent_db import policies
from consent_db.rows import new_id, now, one
from consent_db.schema import app_user as table
from consent_db.schema import user_role


@dataclass(frozen=True, slots=True)
class Grant:
    """A role somebody was given, perhaps as cover from one day to another, both inclusive."""

    role: Role
    since: date | None = None
    until: date | None = None
    given_by: str = field(default="", compare=False)
    given_at: datetime | None = field(default=None, compare=False)
    seen_by: str | None = field(default=None, compare=False)

    def counts_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who can sign in. `roles` are those that count on the day the user was read for; `grants` are all."""

    id: UserId
    username: str
    name: str
    roles: frozenset[Role]
    is_active: bool = True
    employment: EmploymentKind = EmploymentKind.STAFF
    until: date | None = None
    grants: tuple[Grant, ...] = ()
    must_change_password: bool = False
    signed_in_at: datetime | None = None
    version: int = 1

    @property
    def actor(self) -> Actor:
        return Actor(self.id, self.name, self.roles)

    def may_sign_in(self, day: date) -> bool:
        """Whether the account counts on this day and still has a role."""
        return self.is_active and (self.until is None or day <= self.until) and bool(self.roles)


def add(
    connection: Connection,
    *,
    username: str,
    name: str,
    password_hash: str,
    grants: Collection[Grant],
    by: str,
    employment: EmploymentKind = EmploymentKind.STAFF,
    until: date | None = None,
    must_change_password: bool = False,
) -> UserId:
    """Store somebody new."""
    user_id = UserId(new_id())
    connection.execute(
        insert(table).values(
            id=user_id,
            username=in_one_form(username),
            name=name,
            employment=employment.value,
            password_hash=password_hash,
            must_change_password=must_change_password,
            until=until,
            created_at=now(),
        )
    )
    _give(connection, user_id, grants, by)
    return user_id


def change(connection: Connection, user: User) -> None:
    """Store name, kind, last day and whether the account is in use.

    Raises:
        RegisterError: it was changed since `user` was read.
    """
    changed = connection.execute(
        update(table)
        .where(table.c.id == user.id, table.c.version == user.version)
        .values(
            name=user.name,
            employment=user.employment.value,
            until=user.until,
            is_active=user.is_active,
            version=user.version + 1,
        )
    )
    if changed.rowcount != 1:
        raise RegisterError(
            f"{user.name} was changed meanwhile by somebody else.",
            remedy="Look again, then change it.",
            code="conflict",
        )


def set_grants(connection: Connection, user_id: UserId, wanted: Collection[Grant], *, by: str) -> tuple[Grant, ...]:
    """Leave exactly these roles; one that stays as it was keeps who gave it. Returns those that are new or other."""
    before = {grant.role: grant for grant in _grants(connection, user_id)}
    other = tuple(grant for grant in wanted if before.get(grant.role) != grant)
    kept = {grant.role for grant in wanted} - {grant.role for grant in other}
    for role in before.keys() - kept:
        connection.execute(delete(user_role).where(user_role.c.user_id == user_id, user_role.c.role == role.value))
    _give(connection, user_id, other, by)
    return other


def set_password(connection: Connection, user_id: UserId, password_hash: str, *, must_change: bool) -> None:
    """Replace the password."""
    connection.execute(
        update(table)
        .where(table.c.id == user_id)
        .values(password_hash=password_hash, must_change_password=must_change, version=table.c.version + 1)
    )


def replace_hash(connection: Connection, user_id: UserId, *, old: str, new: str) -> None:
    """Keep the same password in a newer hash, unless it was changed meanwhile."""
    connection.execute(
        update(table).where(table.c.id == user_id, table.c.password_hash == old).values(password_hash=new)
    )


def note_sign_in(connection: Connection, user_id: UserId, at: datetime) -> None:
    """Remember when somebody was here last."""
    connection.execute(update(table).where(table.c.id == user_id).values(signed_in_at=at))


def note_grants_seen(connection: Connection, user_id: UserId, roles: Collection[Role], *, by: str) -> None:
    """The Headteacher looked at these roles of somebody."""
    connection.execute(
        update(user_role)
        .where(user_role.c.user_id == user_id, user_role.c.role.in_([role.value for role in roles]))
        .values(seen_by=by)
    )


def everybody(connection: Connection, on_day: date | None = None) -> tuple[User, ...]:
    """All users, by name, with the roles that count on a day (today when it is left out)."""
    return _found(connection, true(), true(), on_day)


def by_ids(connection: Connection, user_ids: Collection[UserId], on_day: date | None = None) -> tuple[User, ...]:
    """These users, by name, with the roles that count on a day; a few hundred at a time."""
    ids = list(user_ids)
    return _found(connection, table.c.id.in_(ids), user_role.c.user_id.in_(ids), on_day)


def with_roles(connection: Connection, roles: Collection[Role], on_day: date | None = None) -> tuple[User, ...]:
    """Whoever was given one of these roles, on whatever day it counts; by name."""
    given = select(user_role.c.user_id).where(user_role.c.role.in_(sorted(role.value for role in roles)))
    return _found(connection, table.c.id.in_(given), user_role.c.user_id.in_(given), on_day)


def with_unseen_roles(connection: Connection, roles: Collection[Role], on_day: date | None = None) -> tuple[User, ...]:
    """Whoever has one of these roles that no Headteacher has looked at; by name."""
    unseen = select(user_role.c.user_id).where(
        user_role.c.role.in_(sorted(role.value for role in roles)), user_role.c.seen_by.is_(None)
    )
    return _found(connection, table.c.id.in_(unseen), user_role.c.user_id.in_(unseen), on_day)


def names(connection: Connection) -> dict[str, str]:
    """The name of everybody who can or could sign in, by id."""
    return {row.id: row.name for row in connection.execute(select(table.c.id, table.c.name))}


def count(connection: Connection) -> int:
    """How many there are."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def exists(connection: Connection, username: str) -> bool:
    """Whether this sign-in name is taken."""
    return find(connection, username) is not None


def get(connection: Connection, user_id: UserId, on_day: date | None = None) -> User:
    """One user, with the roles that count on a day (today when it is left out).

    Raises:
        RegisterError: there is none with this id.
    """
    row = one(connection, select(table).where(table.c.id == user_id), "This user")
    return _user(row, _grants(connection, user_id), on_day)


def find(connection: Connection, username: str) -> UserId | None:
    """Who signs in with this name."""
    found = connection.execute(select(table.c.id).where(table.c.username == in_one_form(username))).scalar()
    return None if found is None else UserId(found)


def password_hash(connection: Connection, user_id: UserId) -> str:
    """The stored hash."""
    return str(
        one(connection, select(table.c.password_hash).where(table.c.id == user_id), "This user")["password_hash"]
    )


def require_current(connection: Connection, actor: Actor, on_day: date, *, even_unread: bool = False) -> None:
    """Do nothing while the actor may still sign in, has every role they act with, and has read the policies in force.

    Call it first in the transaction of an act that counts, so that nobody acts with roles of this morning. Acts that
    only take away, or that keep the policies themselves, go on `even_unread`.

    Raises:
        NotAllowedError: the account was closed, has ended, or lost a role since the sign-in, or a policy is not
            acknowledged yet.
    """
    if actor.user_id == SET_UP and _nobody_was_here(connection):
        return
    is_known = connection.execute(select(table.c.id).where(table.c.id == actor.user_id)).first() is not None
    user = get(connection, actor.user_id, on_day) if is_known else None
    if user is None or not user.may_sign_in(on_day):
        raise NotAllowedError(
            f"The account of {actor.name} is closed.", remedy="Ask IT; nothing was done.", code="account-closed"
        )
    if not actor.roles <= user.roles:
        raise NotAllowedError(
            f"The roles of {actor.name} changed since they signed in.",
            remedy="Sign out and in again; nothing was done.",
            code="roles-changed",
        )
    if not even_unread:
        policies.require_read(connection, actor, on_day)


def _nobody_was_here(connection: Connection) -> bool:
    """Whether nobody ever signed in: the workspace is being made, and the set-up may act."""
    return connection.execute(select(table.c.id).where(table.c.signed_in_at.is_not(None)).limit(1)).first() is None


def in_one_form(username: str) -> str:
    """Sign-in names are the same whatever their capitals."""
    return username.strip().casefold()


def _give(connection: Connection, user_id: UserId, grants: Iterable[Grant], by: str) -> None:
    for grant in sorted(grants, key=lambda grant: grant.role):
        connection.execute(
            insert(user_role).values(
                user_id=user_id,
                role=grant.role.value,
                since=grant.since,
                until=grant.until,
                given_by=by,
                given_at=now(),
            )
        )


def _found(
    connection: Connection, which: ColumnElement[bool], whose: ColumnElement[bool], on_day: date | None
) -> tuple[User, ...]:
    """Users that fit, by name, with all that was given to them."""
    given: dict[str, list[Grant]] = {}
    for role in connection.execute(select(user_role).where(whose).order_by(user_role.c.role)).mappings():
        given.setdefault(role["user_id"], []).append(_grant(role))
    rows = connection.execute(select(table).where(which).order_by(table.c.name, table.c.username)).mappings()
    return tuple(_user(row, given.get(row["id"], ()), on_day) for row in rows)


def _grants(connection: Connection, user_id: UserId) -> tuple[Grant, ...]:
    query = select(user_role).where(user_role.c.user_id == user_id).order_by(user_role.c.role)
    return tuple(_grant(row) for row in connection.execute(query).mappings())


def _grant(row: RowMapping) -> Grant:
    return Grant(Role(row["role"]), row["since"], row["until"], row["given_by"], row["given_at"], row["seen_by"])


def _user(row: RowMapping, grants: Iterable[Grant], on_day: date | None) -> User:
    day = on_day or now().date()
    every = tuple(grants)
    return User(
        id=UserId(row["id"]),
        username=row["username"],
        name=row["name"],
        roles=frozenset(grant.role for grant in every if grant.counts_on(day)),
        is_active=row["is_active"],
        employment=EmploymentKind(row["employment"]),
        until=row["until"],
        grants=every,
        must_change_password=row["must_change_password"],
        signed_in_at=row["signed_in_at"],
        version=row["version"],
    )
