"""What a new workspace begins with: all of it, or no workspace at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Administrator, create_workspace, open_workspace
from app.domain.consent import PlatformId
from app.domain.errors import KnownError, NotAllowedError
from app.domain.people import Role
from app.workflow import platforms, set_up, users
from app.workflow.first_post import Step, still_to_do
from app.workflow.set_up import Colleague, Plan
from app.workflow.workspace import Workspace
from consent_db import people
from tests.schools import PASSPHRASE, PASSWORD

HEAD = Colleague("Ruth Ashworth", Role.HEAD)
PEOPLE = (HEAD, Colleague("Martin Lyle", Role.DEPUTY), Colleague("Ruth Ashworth", Role.CONTRIBUTOR))
LIST = "UPN,Legal Forename,Legal Surname,Date of Birth,Reg Group\nH801200001001,Amara,Okafor,14/03/2017,Oak\n"


def make(folder: Path, plan: Plan) -> tuple[Workspace, set_up.Begun]:
    begun: list[set_up.Begun] = []
    workspace = create_workspace(
        folder, school="Elmwood", passphrase=PASSPHRASE, administrator=Administrator("it", "Sam", PASSWORD),
        fill=lambda made: begun.append(set_up.begin(made, plan)),
    )  # fmt: skip
    return workspace, begun[0]


def test_a_school_begins_with_its_people_platforms_pupils_and_a_back_up(tmp_path: Path) -> None:
    pupils = tmp_path / "pupils.csv"
    pupils.write_text(LIST, encoding="utf-8")
    safe = tmp_path / "safe"
    safe.mkdir()
    plan = Plan(PEOPLE, (PlatformId("facebook"), PlatformId("website")), pupils, safe, "another four words")
    workspace, begun = make(tmp_path / "new", plan)
    assert [(a.name, a.username) for a in begun.admitted] == [
        ("Ruth Ashworth", "ruth.ashworth"), ("Martin Lyle", "martin.lyle"), ("Ruth Ashworth", "ruth.ashworth2"),
    ]  # fmt: skip
    assert begun.pupils == 1
    assert set_up.first_back_up(workspace, plan).parent == safe
    assert {place.name for place in platforms.open_platforms(workspace)} == set(begun.platforms)
    with workspace.database.read() as connection:
        assert [person.name for person in people.everybody(connection)] == ["Amara Okafor"]
    first = begun.admitted[0]
    with pytest.raises(KnownError, match="own"):  # a password for one sign-in
        users.sign_in(workspace, first.username, first.password)
    head = users.choose_password(workspace, first.username, old=first.password, new=PASSWORD)
    done = {step.step for step in still_to_do(workspace, head) if step.is_done}
    assert {Step.PLATFORMS, Step.PUPILS} <= done
    workspace.close()


def test_once_somebody_signed_in_the_set_up_may_do_nothing_more(tmp_path: Path) -> None:
    workspace, _begun = make(tmp_path / "new", Plan((HEAD,)))
    users.sign_in(workspace, "it", PASSWORD)
    with pytest.raises(NotAllowedError):
        set_up.begin(workspace, Plan((Colleague("Mallory", Role.HEAD),)))
    workspace.close()


@pytest.mark.parametrize("wrong", ["nobody agreed", "not a list", "no back-up place"])
def test_what_cannot_be_leaves_no_workspace_behind(tmp_path: Path, wrong: str) -> None:
    not_a_list = tmp_path / "notes.csv"
    not_a_list.write_text("buy milk\n", encoding="utf-8")
    plan = {
        "nobody agreed": Plan(platforms=(PlatformId("facebook"),)),
        "not a list": Plan(PEOPLE, pupils=not_a_list),
        "no back-up place": Plan(PEOPLE, back_up_to=tmp_path / "missing" / "place", back_up_passphrase="short"),
    }[wrong]
    folder = tmp_path / "new"
    with pytest.raises(KnownError):
        make(folder, plan)
    with pytest.raises(KnownError):
        open_workspace(folder, passphrase=PASSPHRASE)
    workspace, _begun = make(folder, Plan((HEAD,)))  # and it can be tried again at once
    assert len(users.list_users(workspace, users.sign_in(workspace, "it", PASSWORD))) == 2
    workspace.close()
