"""What a school settled is kept as it was put, on both engines."""

from __future__ import annotations

import pytest

from consent_db import settings
from consent_db.database import Database


@pytest.mark.parametrize("value", [None, 0, 16, "head", True, [1, 2], {"audit": 12, "posts": None}])
def test_a_setting_comes_back_as_it_was_put(database: Database, value: object) -> None:
    with database.transaction() as connection:
        settings.put(connection, "own_consent_age", value, by="head")
    with database.read() as connection:
        assert settings.get(connection, "own_consent_age", "not settled") == value
        assert settings.everything(connection) == {"own_consent_age": value}


def test_what_was_never_settled_is_the_default_and_a_second_put_replaces_the_first(database: Database) -> None:
    with database.transaction() as connection:
        assert settings.get(connection, "lock_after_minutes", 10) == 10
        settings.put(connection, "lock_after_minutes", 5, by="head")
        settings.put(connection, "lock_after_minutes", 15, by="it")
    with database.read() as connection:
        assert settings.get(connection, "lock_after_minutes", 10) == 15
        assert settings.get(connection, "own_consent_age", 16) == 16
