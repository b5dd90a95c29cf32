"""The rules a school settles for itself: who may, which values make sense, what the records keep of it."""

from __future__ import annotations

import json

import pytest

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.school_rules import SCHOOL_RULES
from app.workflow import school_settings
from consent_db import audit
from tests.schools import School


def test_a_school_starts_with_the_defaults(either_school: School) -> None:
    found = school_settings.all_rules(either_school.workspace)
    assert found == {key: rule.default for key, rule in SCHOOL_RULES.items()}
    assert all(rule.fits(rule.default) for rule in SCHOOL_RULES.values())


def test_what_the_headteacher_settles_holds_and_the_records_name_the_key_only(either_school: School) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    school_settings.settle(workspace, head, "role_mailboxes", ["oak@hollybank.sch.uk"])
    school_settings.settle(workspace, head, "own_consent_age", None)
    school_settings.settle(workspace, head, "training_required", {"DEPUTY": ["Safeguarding"], "IT": []})
    with workspace.database.read() as connection:
        assert school_settings.role_mailboxes(connection) == ("oak@hollybank.sch.uk",)
        assert school_settings.own_consent_age(connection) is None
        assert school_settings.training_required(connection) == {Role.DEPUTY: ("Safeguarding",)}
        bodies = [
            json.loads(event.body) for event in reversed(audit.latest(connection)) if event.action == "rule-settled"
        ]
    assert [body["details"] for body in bodies] == [
        {"key": "role_mailboxes"}, {"key": "own_consent_age"}, {"key": "training_required"}
    ]  # fmt: skip


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_nobody_else_changes_a_rule(school: School, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        school_settings.settle(school.workspace, school.actor(role), "lock_after_minutes", 5)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("own_consent_age", 9), ("own_consent_age", True), ("own_consent_age", "16"), ("lock_after_minutes", 0),
        ("lock_after_minutes", None), ("mark_grantor", "  "), ("training_required", {"NOBODY": ["Safeguarding"]}),
        ("training_required", {"HEAD": "Safeguarding"}), ("governors_approve_policies", 1),
        ("role_mailboxes", ["jo@gmail.com"]), ("role_mailboxes", ["hollybank.sch.uk"]), ("favourite_colour", "blue"),
    ],
)  # fmt: skip
def test_a_value_that_makes_no_sense_is_refused_with_what_it_has_to_be(school: School, key: str, value: object) -> None:
    with pytest.raises(RegisterError) as refused:
        school_settings.settle(school.workspace, school.actor(Role.HEAD), key, value)
    assert refused.value.remedy
    assert school_settings.all_rules(school.workspace).get(key) == (
        SCHOOL_RULES[key].default if key in SCHOOL_RULES else None
    )
