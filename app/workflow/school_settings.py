"""What the school settled for itself, read and changed; only the Headteacher changes it, and the records say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from app.domain import school_rules as rules
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor, Role
from app.domain.school_days import Holiday, parse_holidays
from app.domain.school_rules import SCHOOL_RULES, require_fitting
from app.policy.word_lists import WordLists, load_word_lists
from app.workflow.workspace import Workspace
from consent_db import audit, settings, users


def settle(workspace: Workspace, actor: Actor, key: str, value: Any) -> None:
    """Settle one of `SCHOOL_RULES` anew; it holds from the next act on, on every PC.

    Raises:
        NotAllowedError: this person may not change the school's rules.
        RegisterError: there is no such rule, or the value makes no sense for it.
    """
    actor.require(Action.SETTLE_RULES)
    require_fitting(key, value)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        if value is False and workspace.look_up_pack(connection).school_rules.get(key) is True:
            raise RegisterError(
                f"Your policy “{workspace.pack.title}” asks for this.",
                remedy="Choose another policy pack.",
                code="pack",
            )
        settings.put(connection, key, value, by=actor.user_id)
        audit.append(connection, actor.user_id, "rule-settled", details={"key": key})


def all_rules(workspace: Workspace) -> Mapping[str, Any]:
    """Every rule as it holds now, by key."""
    with workspace.database.read() as connection:
        return {key: _value(connection, key) for key in SCHOOL_RULES}


def own_consent_age(connection: Connection) -> int | None:
    """From which age pupils answer for themselves; None where they never do."""
    age: int | None = _value(connection, rules.OWN_CONSENT_AGE)
    return age


def lock_after_minutes(connection: Connection) -> int:
    """After how many idle minutes the program locks."""
    return int(_value(connection, rules.LOCK_AFTER_MINUTES))


def mark_grantor(connection: Connection) -> str:
    """Who permits logos: a role's word, or a title."""
    return str(_value(connection, rules.MARK_GRANTOR))


def training_required(connection: Connection) -> Mapping[Role, tuple[str, ...]]:
    """The topics each role has to be trained in; roles that need none are left out."""
    said = _value(connection, rules.TRAINING_REQUIRED)
    return {Role(role): tuple(topics) for role, topics in said.items() if topics}


def governors_approve_policies(connection: Connection) -> bool:
    """Whether a version of a policy counts only once the governors have approved it."""
    return bool(_value(connection, rules.GOVERNORS_APPROVE_POLICIES))


def governors_approve_rules(connection: Connection) -> bool:
    """Whether the rules this program works by have to be approved by the governors first."""
    return bool(_value(connection, rules.GOVERNORS_APPROVE_RULES))


def named_posters_only(connection: Connection) -> bool:
    """Whether nobody publishes where nobody was named."""
    return bool(_value(connection, rules.NAMED_POSTERS_ONLY))


def role_mailboxes(connection: Connection) -> tuple[str, ...]:
    """Shared addresses that do not look like it."""
    return tuple(_value(connection, rules.ROLE_MAILBOXES))


def word_lists(connection: Connection) -> WordLists:
    """The lists words of a post are compared with, with what the school added."""
    return load_word_lists().with_own(
        never=_value(connection, rules.WORDS_NEVER),
        careful=_value(connection, rules.WORDS_CAREFUL),
        links=_value(connection, rules.LISTED_LINKS),
        contacts=_value(connection, rules.LISTED_CONTACTS),
        handles=_value(connection, rules.LISTED_HANDLES),
    )


def pack_folders(connection: Connection) -> tuple[str, ...]:
    """The only folders packs may go to; empty for every safe one."""
    return tuple(_value(connection, rules.PACK_FOLDERS))


def school_holidays(connection: Connection) -> tuple[Holiday, ...]:
    """Days without school besides weekends and bank holidays."""
    return parse_holidays(_value(connection, rules.SCHOOL_HOLIDAYS))


def _value(connection: Connection, key: str) -> Any:
    return settings.get(connection, key, SCHOOL_RULES[key].default)
