"""Signing in, and who can with which roles: on both engines, through the workflows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from app.domain.errors import KnownError, NotAllowedError, RegisterError, SignInError
from app.domain.people import Actor, EmploymentKind, Role, UserId
from app.workflow import policies, records, register, users
from app.workflow.signing_in import session_of
from consent_db import passwords, sign_in_tries
from consent_db import users as user_rows
from consent_db.schema import app_user, sign_in_try
from consent_db.users import Grant, User
from tests.schools import PASSWORD, School

NEW = "violet kettle harbour"
DAY = timedelta(days=1)


@dataclass
class SetClock:
    """A clock a test can turn."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime.now(UTC))


@pytest.fixture
def timed(either_school: School, clock: SetClock) -> School:
    """The school on both engines, by a clock that can be turned."""
    return School(replace(either_school.workspace, clock=clock), either_school.actors, either_school.pupils)


def refusal_of(act: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value


def sign_in(school: School, username: str, password: str = PASSWORD) -> Actor:
    return users.sign_in(school.workspace, username, password)


def user(school: School, role: Role) -> User:
    everybody = users.list_users(school.workspace, school.actor(Role.IT))
    return next(u for u in everybody if u.id == school.actor(role).user_id)


def actions(school: School, limit: int = 1) -> list[str]:
    return [e.action for e in records.audit_events(school.workspace, school.actor(Role.IT), limit=limit)]


def bodies(school: School) -> str:
    return " ".join(e.body for e in records.audit_events(school.workspace, school.actor(Role.IT)))


# signing in


def test_every_kind_of_failure_gets_the_same_words(timed: School) -> None:
    it, workspace = timed.actor(Role.IT), timed.workspace
    users.close_account(workspace, it, timed.actor(Role.DPO).user_id)
    ended = replace(user(timed, Role.GOVERNOR), until=workspace.clock.today() - DAY)
    users.change_user(workspace, it, ended)
    tries = [("nobody-at-all", PASSWORD), ("head", "wrong password"), ("dpo", PASSWORD), ("governor", PASSWORD)]
    refusals = [refusal_of(lambda n=name, p=password: sign_in(timed, n, p)) for name, password in tries]
    assert {type(r) for r in refusals} == {SignInError}
    assert len({str(r) for r in refusals}) == 1
    assert actions(timed, 4) == ["sign-in-failed"] * 4


def test_an_unknown_name_must_wait_exactly_like_a_known_one(timed: School) -> None:
    said: dict[str, list[str]] = {"head": [], "nobody-at-all": []}
    for name, words in said.items():
        words.extend(str(refusal_of(lambda n=name: sign_in(timed, n, "wrong password"))) for _ in range(6))
    assert said["head"] == said["nobody-at-all"]
    assert "Wait 30 seconds" in said["head"][4]


def test_the_wait_doubles_from_half_a_minute_to_an_hour_and_a_success_ends_it(timed: School, clock: SetClock) -> None:
    waits = []
    for failures in range(1, 16):
        refusal_of(lambda: sign_in(timed, "head", "wrong password"))
        if failures >= sign_in_tries.FREE_TRIES:
            until = _locked_until(timed)
            assert until is not None
            waits.append(until - clock.at)
            clock.at = until
    minutes = [wait.total_seconds() / 60 for wait in waits]
    assert minutes == [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert sign_in(timed, "head").user_id == timed.actor(Role.HEAD).user_id
    assert "wrong" in str(refusal_of(lambda: sign_in(timed, "head", "wrong password")))


def test_the_right_password_does_not_help_before_the_wait_is_over(timed: School, clock: SetClock) -> None:
    for _ in range(5):
        refusal_of(lambda: sign_in(timed, "head", "wrong password"))
    assert refusal_of(lambda: sign_in(timed, "head")).code == "locked"
    clock.at += timedelta(seconds=29)
    assert refusal_of(lambda: sign_in(timed, "HEAD ")).code == "locked"
    assert actions(timed) == ["sign-in-refused"]
    clock.at += timedelta(seconds=1)
    assert sign_in(timed, "head").roles == {Role.HEAD}


def test_a_clock_turned_back_does_not_shorten_the_wait(timed: School, clock: SetClock) -> None:
    for _ in range(5):
        refusal_of(lambda: sign_in(timed, "head", "wrong password"))
    for back in (timedelta(minutes=1), timedelta(days=3)):
        clock.at -= back
        assert refusal_of(lambda: sign_in(timed, "head")).code == "locked"


def test_a_name_nobody_tried_for_a_day_is_forgotten(timed: School, clock: SetClock) -> None:
    refusal_of(lambda: sign_in(timed, "my-password-by-mistake", "x"))
    clock.at += DAY + timedelta(seconds=1)
    refusal_of(lambda: sign_in(timed, "head", "wrong password"))
    with timed.workspace.database.read() as connection:
        assert len(connection.execute(select(sign_in_try)).all()) == 1


@pytest.mark.policy("000-16")
@pytest.mark.policy("001-23")
def test_every_try_is_recorded_without_what_was_typed(timed: School) -> None:
    sign_in(timed, "head")
    refusal_of(lambda: sign_in(timed, "Sesame-typed-in-the-wrong-line", "wrong password"))
    assert actions(timed, 2) == ["sign-in-failed", "signed-in"]
    assert "Sesame".casefold() not in bodies(timed).casefold()
    with timed.workspace.database.read() as connection:
        stored = str(connection.execute(select(sign_in_try)).all())
    assert "sesame" not in stored.casefold()


@pytest.mark.usefixtures("product_locks")
def test_a_password_is_kept_as_argon2id_and_an_older_hash_is_made_anew(timed: School) -> None:
    head = timed.actor(Role.HEAD).user_id
    older = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    with timed.workspace.database.transaction() as connection:
        user_rows.set_password(connection, head, older, must_change=False)
    sign_in(timed, "head")
    with timed.workspace.database.read() as connection:
        stored = user_rows.password_hash(connection, head)
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert not passwords.is_outdated(stored)
    assert sign_in(timed, "head").user_id == head


def test_a_wrong_name_costs_the_same_work_as_a_wrong_password() -> None:
    assert not passwords.is_outdated(passwords._nobody())
    assert not passwords.fits(None, "")


# passwords


def test_a_temporary_password_lets_nobody_in_until_they_chose_their_own(timed: School) -> None:
    workspace, it = timed.workspace, timed.actor(Role.IT)
    made = users.admit(workspace, it, username="a.lee", name="Ann Lee", roles={Role.CONTRIBUTOR})
    assert refusal_of(lambda: sign_in(timed, "a.lee", made.password)).code == users.MUST_CHANGE
    actor = users.choose_password(workspace, "a.lee", old=made.password, new=NEW)
    assert actor.user_id == made.user_id
    assert sign_in(timed, "a.lee", NEW) == actor
    assert refusal_of(lambda: sign_in(timed, "a.lee", made.password)).code == SignInError.default_code
    assert made.password not in bodies(timed)


def test_it_resets_a_forgotten_password_and_the_wait_is_over(timed: School) -> None:
    for _ in range(5):
        refusal_of(lambda: sign_in(timed, "deputy", "wrong password"))
    made = users.reset_password(timed.workspace, timed.actor(Role.IT), timed.actor(Role.DEPUTY).user_id)
    assert refusal_of(lambda: sign_in(timed, "deputy")).code == SignInError.default_code
    assert refusal_of(lambda: sign_in(timed, "deputy", made.password)).code == users.MUST_CHANGE
    assert users.choose_password(timed.workspace, "deputy", old=made.password, new=NEW).roles == {Role.DEPUTY}


def test_nobody_resets_their_own_password(timed: School) -> None:
    it = timed.actor(Role.IT)
    assert refusal_of(lambda: users.reset_password(timed.workspace, it, it.user_id)).code == "own-account"


@pytest.mark.parametrize(
    ("new", "words"), [("short", "too short"), ("aaaaaaaaaaaa", "too easy"), ("my-deputy-password", "too easy")]
)
def test_a_weak_password_is_refused_and_the_old_one_stays(timed: School, new: str, words: str) -> None:
    deputy = timed.actor(Role.DEPUTY)
    with pytest.raises(NotAllowedError, match=words):
        users.change_password(timed.workspace, deputy, old=PASSWORD, new=new)
    assert sign_in(timed, "deputy") == deputy


def test_ones_own_password_is_changed_with_the_old_one_only(timed: School) -> None:
    deputy = timed.actor(Role.DEPUTY)
    with pytest.raises(SignInError, match="old password is wrong"):
        users.change_password(timed.workspace, deputy, old="not this one", new=NEW)
    users.change_password(timed.workspace, deputy, old=PASSWORD, new=NEW)
    assert actions(timed) == ["password-changed"]
    assert sign_in(timed, "deputy", NEW) == deputy


# who is in the list


def test_somebody_changed_meanwhile_is_not_overwritten(timed: School) -> None:
    it, read = timed.actor(Role.IT), user(timed, Role.GOVERNOR)
    users.change_user(timed.workspace, it, replace(read, name="Gwen Parry"))
    with pytest.raises(RegisterError, match="changed meanwhile"):
        users.change_user(timed.workspace, it, replace(read, name="Somebody Else"))
    assert user(timed, Role.GOVERNOR).name == "Gwen Parry"


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.IT, Role.HEAD)])
def test_only_those_who_manage_users_do(timed: School, role: Role) -> None:
    actor, other = timed.actor(role), user(timed, Role.CONTRIBUTOR)
    length = len(records.audit_events(timed.workspace, timed.actor(Role.IT)))
    for act in (
        lambda: users.admit(timed.workspace, actor, username="x", name="X", roles={Role.HEAD}),
        lambda: users.change_user(timed.workspace, actor, replace(other, name="X")),
        lambda: users.close_account(timed.workspace, actor, other.id),
        lambda: users.open_account(timed.workspace, actor, other.id),
        lambda: users.reset_password(timed.workspace, actor, other.id),
        lambda: users.list_users(timed.workspace, actor),
    ):
        assert "may not manage users" in str(refusal_of(act))
    assert len(records.audit_events(timed.workspace, timed.actor(Role.IT))) == length


def test_nobody_gives_themselves_a_role_or_more_time(timed: School) -> None:
    it = timed.actor(Role.IT)
    mine = user(timed, Role.IT)
    more = replace(mine, grants=(*mine.grants, Grant(Role.HEAD)))
    assert refusal_of(lambda: users.change_user(timed.workspace, it, more)).code == "own-roles"
    today = timed.workspace.clock.today()
    head = timed.actor(Role.HEAD)
    shorter = users.change_user(timed.workspace, head, replace(mine, until=today + DAY))
    longer = replace(shorter, until=today + 9 * DAY)
    assert refusal_of(lambda: users.change_user(timed.workspace, it, longer)).code == "own-roles"
    assert user(timed, Role.IT).roles == {Role.IT}


def test_a_cover_may_not_be_made_longer_by_who_has_it(timed: School) -> None:
    it, head, today = timed.actor(Role.IT), timed.actor(Role.HEAD), timed.workspace.clock.today()
    covered = replace(user(timed, Role.IT), grants=(Grant(Role.IT), Grant(Role.DEPUTY, today + DAY, today + 3 * DAY)))
    mine = users.change_user(timed.workspace, head, covered)
    for since, until in ((today, today + 3 * DAY), (None, today + 3 * DAY), (today + DAY, None)):
        wanted = replace(mine, grants=(Grant(Role.IT), Grant(Role.DEPUTY, since, until)))
        assert refusal_of(lambda w=wanted: users.change_user(timed.workspace, it, w)).code == "own-roles"
    fewer = users.change_user(timed.workspace, it, replace(mine, grants=(Grant(Role.IT),)))
    assert fewer.grants == (Grant(Role.IT),)


def test_the_last_one_who_manages_users_stays(timed: School) -> None:
    head, workspace = timed.actor(Role.HEAD), timed.workspace
    mine = users.change_user(
        workspace, head, replace(user(timed, Role.IT), grants=(Grant(Role.GOVERNOR), Grant(Role.IT)))
    )
    it = mine.actor
    users.close_account(workspace, it, head.user_id)
    for less in (
        replace(mine, grants=(Grant(Role.GOVERNOR),)),
        replace(mine, until=workspace.clock.today() + 30 * DAY),
        replace(mine, grants=(Grant(Role.IT, until=workspace.clock.today()),)),
    ):
        assert refusal_of(lambda u=less: users.change_user(workspace, it, u)).code == "last-one"
    assert refusal_of(lambda: users.close_account(workspace, it, it.user_id)).code == "own-account"
    assert sign_in(timed, "it") == it


def test_a_closed_account_opens_again_with_its_roles(timed: School) -> None:
    it, governor = timed.actor(Role.IT), timed.actor(Role.GOVERNOR)
    users.close_account(timed.workspace, it, governor.user_id)
    refusal_of(lambda: sign_in(timed, "governor"))
    users.open_account(timed.workspace, it, governor.user_id)
    assert sign_in(timed, "governor") == governor


@pytest.mark.parametrize("kind", sorted(users.NEED_A_LAST_DAY))
def test_somebody_from_outside_needs_a_last_day_and_cannot_sign_in_after_it(
    timed: School, clock: SetClock, kind: EmploymentKind
) -> None:
    words = {"username": "photo", "name": "Pat Shutter", "password": NEW, "roles": {Role.EXTERNAL}}
    it = timed.actor(Role.IT)
    with pytest.raises(RegisterError, match="needs a last day"):
        users.add_user(timed.workspace, it, employment=kind, **words)
    users.add_user(timed.workspace, it, employment=kind, until=clock.today(), **words)
    photographer = sign_in(timed, "photo", NEW)
    clock.at += DAY
    assert refusal_of(lambda: sign_in(timed, "photo", NEW)).code == SignInError.default_code
    with pytest.raises(NotAllowedError, match="is closed"):
        users.refreshed(timed.workspace, photographer)


def test_a_name_that_is_taken_is_refused_whatever_its_capitals(timed: School) -> None:
    with pytest.raises(RegisterError, match="already"):
        users.admit(timed.workspace, timed.actor(Role.IT), username=" HEAD", name="X", roles={Role.HEAD})


# cover, and roles of this morning


@pytest.mark.policy("002-26")
def test_a_named_cover_counts_from_its_first_to_its_last_day(timed: School, clock: SetClock) -> None:
    it, today = timed.actor(Role.IT), clock.today()
    office = user(timed, Role.CONTRIBUTOR)
    cover = Grant(Role.DEPUTY, today + DAY, today + 3 * DAY)
    users.change_user(timed.workspace, it, replace(office, grants=(*office.grants, cover)))
    roles = []
    for _ in range(5):
        roles.append(Role.DEPUTY in sign_in(timed, "contributor").roles)
        clock.at += DAY
    assert roles == [False, True, True, True, False]


def test_an_account_closed_meanwhile_acts_no_more(timed: School) -> None:
    it, pupil = timed.actor(Role.IT), timed.pupils["Amara"].id
    dsl = timed.actor(Role.DSL)
    users.close_account(timed.workspace, it, dsl.user_id)
    with pytest.raises(NotAllowedError, match="is closed"):
        register.place_hold(timed.workspace, dsl, pupil)
    users.open_account(timed.workspace, it, dsl.user_id)
    other = users.change_user(timed.workspace, it, replace(user(timed, Role.DSL), grants=(Grant(Role.GOVERNOR),)))
    with pytest.raises(NotAllowedError, match="roles of Dsl changed"):
        register.place_hold(timed.workspace, dsl, pupil)
    with pytest.raises(NotAllowedError, match="roles of Dsl changed"):
        users.refreshed(timed.workspace, dsl)
    assert other.roles == {Role.GOVERNOR}


def test_an_actor_nobody_signed_in_as_may_do_nothing_that_counts(timed: School) -> None:
    forged = Actor(UserId("somebody"), "Somebody", frozenset({Role.DSL}))
    with pytest.raises(NotAllowedError, match="is closed"):
        register.place_hold(timed.workspace, forged, timed.pupils["Amara"].id)
    more = replace(timed.actor(Role.GOVERNOR), roles=frozenset({Role.DSL}))
    with pytest.raises(NotAllowedError, match="changed since"):
        register.place_hold(timed.workspace, more, timed.pupils["Amara"].id)


# what the Headteacher is told


def test_the_headteacher_sees_who_was_given_a_role_that_decides(timed: School) -> None:
    it, head, workspace = timed.actor(Role.IT), timed.actor(Role.HEAD), timed.workspace
    assert users.roles_to_look_at(workspace, it) == ()
    told = {u.username: [g.role for g in grants] for u, grants in users.roles_to_look_at(workspace, head)}
    assert told == {"deputy": [Role.DEPUTY], "dsl": [Role.DSL]}
    for role in (Role.DEPUTY, Role.DSL):
        users.note_roles_seen(workspace, head, timed.actor(role).user_id)
    assert users.roles_to_look_at(workspace, head) == ()
    office = user(timed, Role.CONTRIBUTOR)
    users.change_user(workspace, it, replace(office, grants=(*office.grants, Grant(Role.DEPUTY))))
    ((who, grants),) = users.roles_to_look_at(workspace, head)
    assert (who.id, [g.given_by for g in grants]) == (office.id, [it.user_id])
    governor = user(timed, Role.GOVERNOR)
    users.change_user(workspace, head, replace(governor, grants=(*governor.grants, Grant(Role.DSL))))
    assert [u.id for u, _grants in users.roles_to_look_at(workspace, head)] == [office.id]


def test_nobody_but_the_headteacher_says_they_have_seen_it(timed: School) -> None:
    deputy = timed.actor(Role.DEPUTY).user_id
    for role in (Role.IT, Role.DEPUTY):
        with pytest.raises(NotAllowedError, match="may not confirm"):
            users.note_roles_seen(timed.workspace, timed.actor(role), deputy)
    head = timed.actor(Role.HEAD)
    with pytest.raises(NotAllowedError, match="may not confirm"):
        users.note_roles_seen(timed.workspace, head, head.user_id)


def test_the_records_say_which_roles_were_given_and_no_name(timed: School) -> None:
    it, today = timed.actor(Role.IT), timed.workspace.clock.today()
    cover = Grant(Role.DEPUTY, today, today + DAY)
    made = users.admit(timed.workspace, it, username="c.over", name="Cora Stand-In", roles=[Role.CONTRIBUTOR, cover])
    event = records.audit_events(timed.workspace, it, limit=1)[0]
    assert event.action == "user-added"
    assert made.user_id in event.body
    assert f"DEPUTY {today.isoformat()}/{(today + DAY).isoformat()}" in event.body
    assert '"powerful":true' in event.body
    assert "Cora" not in bodies(timed)
    assert "c.over" not in bodies(timed)


def test_a_password_is_stretched_outside_the_register_s_lock(timed: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else writes while a password is checked: were the lock held, this would wait for itself and fail."""
    fits, wrote = passwords.fits, []

    def write_meanwhile(hashed: str | None, password: str) -> bool:
        with timed.workspace.database.transaction() as connection:
            user_rows.note_sign_in(connection, timed.actor(Role.DPO).user_id, timed.workspace.clock.now())
        wrote.append(True)
        return fits(hashed, password)

    monkeypatch.setattr(passwords, "fits", write_meanwhile)
    assert sign_in(timed, "head") == timed.actor(Role.HEAD)
    assert wrote == [True]


def test_a_password_changed_while_the_old_one_was_checked_lets_nobody_in(
    timed: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    fits, head = passwords.fits, timed.actor(Role.HEAD).user_id
    changed = passwords.hash_password(NEW)

    def change_meanwhile(hashed: str | None, password: str) -> bool:
        with timed.workspace.database.transaction() as connection:
            user_rows.set_password(connection, head, changed, must_change=False)
        return fits(hashed, password)

    monkeypatch.setattr(passwords, "fits", change_meanwhile)
    with pytest.raises(SignInError, match="wrong"):
        sign_in(timed, "head")


def test_many_tries_at_once_get_no_more_than_five(timed: School) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(lambda _n: refusal_of(lambda: sign_in(timed, "head", "wrong password")).code, range(8)))
    assert codes.count(SignInError.default_code) == 4
    with timed.workspace.database.read() as connection:
        assert connection.execute(select(sign_in_try.c.failures)).scalar_one() == 5
        assert len(connection.execute(select(app_user.c.id)).all()) == len(Role)


def _locked_until(school: School) -> datetime | None:
    with school.workspace.database.read() as connection:
        found: datetime | None = connection.execute(select(sign_in_try.c.locked_until)).scalar_one()
    return found


def test_a_policy_nobody_has_read_yet_stops_work_but_neither_signs_out_nor_keeps_an_account_open(
    timed: School, clock: SetClock
) -> None:
    it = timed.actor(Role.IT)
    policies.add_version(
        timed.workspace, timed.actor(Role.BUSINESS_MANAGER), name="Photographs", label="2", owner="Governors",
        effective_on=clock.today(), governors_approved_on=clock.today(),
    )  # fmt: skip
    with pytest.raises(NotAllowedError, match="Photographs"):
        users.change_user(timed.workspace, it, replace(user(timed, Role.GOVERNOR), name="Gwen"))
    assert session_of(timed.workspace, it).actor == it
    users.close_account(timed.workspace, it, timed.actor(Role.GOVERNOR).user_id)
    assert not user(timed, Role.GOVERNOR).is_active
