"""Permissions and consents to comparing faces from the terminal: recorded, listed, ended, refused."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.__main__ import main
from app.domain.people import PersonKind, Role
from app.workflow import permissions, register
from consent_db import people
from tests.schools import PASSPHRASE, PASSWORD, School

Says = Callable[..., Any]


@pytest.fixture
def says(school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Says:
    """Types a command as somebody would, the Headteacher unless told, and gives back what was printed."""

    def type_in(*words: str, user: str = "head", code: int = 0) -> Any:
        secrets = ["--workspace", str(school.workspace.folder), "--user", user, "--passphrase-stdin"]
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n"))
        capsys.readouterr()
        found = main([*words, *secrets, "--password-stdin"])
        printed = capsys.readouterr()
        assert found == code, printed.err
        return json.loads(printed.out) if printed.out.startswith("{") else printed.out + printed.err

    return type_in


GIVEN = ("--by", "Ms Lane", "--office", "HEAD", "--evidence", "letter 4")


def test_a_permission_is_granted_listed_and_ended(school: School, says: Says) -> None:
    until = (school.workspace.clock.today() + timedelta(30)).isoformat()
    where = ("--platform", "facebook", "--until", until)
    given = says("permissions", "grant", "mark", "Own-Crest", *GIVEN, *where, "--json")
    assert (given["platforms"], given["until"], given["in_force"]) == (["facebook"], until, True)
    [row] = says("permissions", "list", "--json")["permissions"]
    assert row == given | {"about": "own-crest"}
    assert says("permissions", "list", "--kind", "device", "--json") == {"permissions": []}
    assert says("permissions", "end", given["id"][:8], "--json") == {"id": given["id"], "fallen": 0}
    [row] = says("permissions", "list", "--json")["permissions"]
    assert (row["ended"], row["in_force"]) == (True, False)
    assert "not in force" in says("permissions", "list")


def test_users_adults_and_devices_are_meant_by_the_words_people_use(school: School, says: Says) -> None:
    adult = people.new(PersonKind.STAFF, "Ruth", "Ashworth")
    register.add_person(school.workspace, school.actor(Role.CONSENT_ADMIN), adult)
    permissions.register_device(school.workspace, school.actor(Role.IT), key="usb-4711", label="Mrs Hill’s phone")
    says("permissions", "grant", "posting", "deputy", *GIVEN)
    says("permissions", "grant", "device", "usb-4711", *GIVEN)
    own = ("--by", "Ruth Ashworth", "--office", "SELF", "--evidence", "form 9")
    says("permissions", "grant", "adult", "Ashworth", *own)
    about = {row["kind"]: row["about"] for row in says("permissions", "list", "--json")["permissions"]}
    assert about == {"adult": "Ruth Ashworth", "posting": "Deputy", "device": "Mrs Hill’s phone"}


@pytest.mark.parametrize(
    ("words", "user", "said"),
    [
        (("permissions", "grant", "posting", "nobody", *GIVEN), "head", "fits nobody"),
        (("permissions", "grant", "adult", "Okafor", *GIVEN), "head", "fits nobody"),
        (("permissions", "grant", "mark", "crest", *GIVEN), "deputy", "may not record a written permission"),
        (("permissions", "end", "0000"), "head", "0 permissions begin with"),
        (("biometrics", "status"), "contributor", "may not see the register"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(says: Says, words: tuple[str, ...], user: str, said: str) -> None:
    assert said in says(*words, user=user, code=1)


def test_the_status_says_that_no_faces_are_compared_and_what_is_missing_for_each_pupil(
    school: School, says: Says
) -> None:
    person = school.pupils["Amara"]
    register.change_person(
        school.workspace, school.actor(Role.CONSENT_ADMIN), replace(person, date_of_birth=date(2018, 4, 5))
    )
    found = says("biometrics", "status", "Amara", "--json", user="dsl")
    assert found["matching"]["on"] is False
    assert found["matching"]["agreed"] == 0
    assert len(found["matching"]["missing"]) == 6
    assert found["jurisdiction"] == "ENGLAND_AND_WALES"
    [pupil] = found["pupils"]
    assert pupil["name"] == "Amara Okafor"
    assert pupil["missing"] == ["Nobody with parental responsibility for them is in the register."]
    assert "Faces are not compared" in says("biometrics", "status", user="dsl")
