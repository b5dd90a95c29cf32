"""Who can sign in, as a long list shows them: keys in order, found by the words of their row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.people import EmploymentKind, Role, UserId
from consent_db.schema import app_user as table
from consent_db.schema import user_role


@dataclass(frozen=True, slots=True)
class UserWord:
    """A word that was typed, and what it can mean besides a name: the window knows how roles and kinds are called.

    Attributes:
        text: is in the name or the sign-in name.
        roles: or one of these was given.
        employments: or this is what they are to the school.
        is_closed: or the account is closed.
    """

    text: str
    roles: frozenset[Role] = frozenset()
    employments: frozenset[EmploymentKind] = frozenset()
    is_closed: bool = False


def keys(connection: Connection, words: Sequence[UserWord] = ()) -> tuple[UserId, ...]:
    """Everybody who fits all the words, whatever the case of their letters, by name."""
    columns = (table.c.id, table.c.name, table.c.username, table.c.employment, table.c.is_active)
    given: dict[str, set[str]] = {}
    if any(word.roles for word in words):
        for user_id, role in connection.execute(select(user_role.c.user_id, user_role.c.role)):
            given.setdefault(user_id, set()).add(role)
    return tuple(
        UserId(user_id)
        for user_id, name, username, kind, is_active in connection.execute(
            select(*columns).order_by(table.c.name, table.c.username)
        )
        if all(
            word.text.casefold() in f"{name} {username}".casefold()
            or not word.roles.isdisjoint(given.get(user_id, ()))
            or kind in word.employments
            or (word.is_closed and not is_active)
            for word in words
        )
    )
