"""``clearpost users``: from the words to the register and back, with the real commands."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from app.cli.main import DONE, REFUSED, USAGE, run
from app.domain.errors import SignInError
from app.domain.people import Role
from app.workflow import users
from tests.schools import PASSPHRASE, PASSWORD, School

NEW = "violet kettle harbour"
Clearpost = Callable[..., int]


@pytest.fixture
def clearpost(school: School, monkeypatch: pytest.MonkeyPatch) -> Clearpost:
    """Run ``users`` as somebody, with further secrets after their password on standard input."""

    def call(*words: str, user: str = "it", password: str = PASSWORD, more: tuple[str, ...] = ()) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([PASSPHRASE, password, *more]) + "\n"))
        where = ["--workspace", str(school.workspace.folder), "--user", user]
        return run(["users", *words, *where, "--passphrase-stdin", "--password-stdin"])

    return call


def listed(clearpost: Clearpost, capsys: pytest.CaptureFixture[str], username: str) -> dict[str, Any]:
    capsys.readouterr()
    assert clearpost("list", "--json") == DONE
    everybody = json.loads(capsys.readouterr().out)["users"]
    return next(user for user in everybody if user["username"] == username)


def test_somebody_is_added_with_a_cover_and_a_last_day(
    clearpost: Clearpost, school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    last = (date.today() + timedelta(days=30)).isoformat()
    words = ["add", "a.lee", "--name", "Ann Lee", "--role", "contributor", "--role", "DEPUTY:2026-09-01..2026-09-12"]
    assert clearpost(*words, "--kind", "agency", "--until", last, more=(NEW,)) == DONE
    told = listed(clearpost, capsys, "a.lee")
    assert told["grants"] == ["CONTRIBUTOR", "DEPUTY:2026-09-01..2026-09-12"]
    assert (told["kind"], told["until"], told["active"]) == ("AGENCY", last, True)
    assert users.sign_in(school.workspace, "a.lee", NEW).name == "Ann Lee"


def test_a_password_for_one_sign_in_is_printed_once_and_replaced_by_ones_own(
    clearpost: Clearpost, school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clearpost("add", "a.lee", "--name", "Ann Lee", "--role", "governor", "--temporary") == DONE
    one_time = capsys.readouterr().out.strip()
    assert clearpost("list", user="a.lee", password=one_time) == REFUSED
    assert "Choose a password of your own" in capsys.readouterr().err
    assert clearpost("password", user="a.lee", password=one_time, more=(NEW,)) == DONE
    assert users.sign_in(school.workspace, "a.lee", NEW).roles == {Role.GOVERNOR}


def test_a_reset_prints_a_password_as_json_too(
    clearpost: Clearpost, school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clearpost("reset", "deputy", "--json") == DONE
    one_time = json.loads(capsys.readouterr().out)["password_for_one_sign_in"]
    with pytest.raises(SignInError):
        users.sign_in(school.workspace, "deputy", PASSWORD)
    assert users.choose_password(school.workspace, "deputy", old=one_time, new=NEW).roles == {Role.DEPUTY}


def test_what_is_not_named_stays_when_somebody_is_changed(
    clearpost: Clearpost, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clearpost("change", "governor", "--name", "Gwen Parry", "--until", "2030-07-31") == DONE
    assert clearpost("change", "governor", "--role", "business_manager") == DONE
    told = listed(clearpost, capsys, "governor")
    assert (told["name"], told["until"], told["roles"]) == ("Gwen Parry", "2030-07-31", ["BUSINESS_MANAGER"])
    assert clearpost("change", "governor", "--until", "none") == DONE
    assert listed(clearpost, capsys, "governor")["until"] is None


def test_a_closed_account_is_listed_as_closed_and_opens_again(
    clearpost: Clearpost, school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clearpost("deactivate", "governor") == DONE
    assert clearpost("list") == DONE
    assert "governor: Governor (GOVERNOR; staff) [closed]" in capsys.readouterr().out
    with pytest.raises(SignInError):
        users.sign_in(school.workspace, "governor", PASSWORD)
    assert clearpost("reactivate", "governor") == DONE
    assert users.sign_in(school.workspace, "governor", PASSWORD).roles == {Role.GOVERNOR}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["add", "x", "--name", "X", "--role", "emperor"], USAGE),
        (["add", "x", "--name", "X", "--role", "DEPUTY:tomorrow"], USAGE),
        (["add", "x", "--name", "X", "--role", "dsl", "--until", "soon"], USAGE),
        (["add", "x", "--name", "X", "--role", "external", "--kind", "external", "--temporary"], REFUSED),
        (["add", "HEAD", "--name", "X", "--role", "head", "--temporary"], REFUSED),
        (["change", "nobody", "--name", "X"], REFUSED),
        (["change", "it", "--role", "it", "--role", "head"], REFUSED),
        (["deactivate", "it"], REFUSED),
        (["reset", "it"], REFUSED),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nobody_is_added(
    clearpost: Clearpost, school: School, words: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    before = users.list_users(school.workspace, school.actor(Role.IT))
    assert clearpost(*words) == code
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err
    after = users.list_users(school.workspace, school.actor(Role.IT))
    assert [(u.id, u.grants, u.version) for u in after] == [(u.id, u.grants, u.version) for u in before]


def test_only_those_who_manage_users_do(clearpost: Clearpost, capsys: pytest.CaptureFixture[str]) -> None:
    assert clearpost("list", user="deputy") == REFUSED
    assert "may not manage users" in capsys.readouterr().err
