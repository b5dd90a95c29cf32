from __future__ import annotations

import pickle

import pytest

from app.domain.errors import KnownError, NotAllowedError, PhotoUnreadableError
from app.domain.people import PERMITTED, Action, Actor, Role, UserId


def actor(*roles: Role) -> Actor:
    return Actor(UserId("u"), "Sam Hill", frozenset(roles))


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_record_that_somebody_says_no(role: Role) -> None:
    assert actor(role).may(Action.TAKE_CONSENT_AWAY)


@pytest.mark.policy("002-26")
def test_only_the_deputy_publishes() -> None:
    assert [role for role in Role if Action.PUBLISH in PERMITTED[role]] == [Role.DEPUTY]


def test_only_the_head_approves_and_the_head_does_not_publish() -> None:
    assert [role for role in Role if Action.APPROVE in PERMITTED[role]] == [Role.HEAD]


def test_only_the_safeguarding_lead_places_holds() -> None:
    assert [role for role in Role if Action.PLACE_HOLD in PERMITTED[role]] == [Role.DSL]


def test_a_refusal_names_the_act_and_whom_to_ask() -> None:
    with pytest.raises(NotAllowedError, match=r"Sam Hill may not approve a post.*Ask the Headteacher"):
        actor(Role.CONTRIBUTOR).require(Action.APPROVE)


def test_nobody_without_a_role_may_do_anything() -> None:
    assert not any(actor().may(action) for action in Action)


def test_a_known_error_travels_home_from_a_worker_process() -> None:
    error = PhotoUnreadableError("The file ends too early.", remedy="Copy it again.", code="truncated")
    home = pickle.loads(pickle.dumps(error))
    assert isinstance(home, PhotoUnreadableError)
    assert (home.words, home.remedy, home.code) == (error.words, error.remedy, error.code)
    assert str(KnownError("A.", remedy="B.")) == "A. B."
