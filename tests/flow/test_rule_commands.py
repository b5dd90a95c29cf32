"""Platforms, policies, training, rules and what is due, from the terminal."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.domain.people import Role
from app.policy.pack import load_pack
from tests.schools import PASSPHRASE, PASSWORD, School


class Terminal:
    """Types a command as somebody would and keeps what was printed."""

    def __init__(self, school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.today = school.workspace.clock.today()
        self._folder = school.workspace.folder
        school.workspace.close()
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self.errors = ""

    def says(self, who: Role, *words: str, code: int = 0) -> Any:
        sign_in = ["--workspace", str(self._folder), "--user", who.value.lower(), "--passphrase-stdin"]
        self._monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n"))
        found = main([*words, "--json", *sign_in, "--password-stdin"])
        captured = self._capsys.readouterr()
        assert found == code, captured.err
        self.errors = captured.err
        return json.loads(captured.out) if captured.out else None

    def day(self, days: int = 0) -> str:
        return (self.today + timedelta(days)).isoformat()


@pytest.fixture
def terminal(either_school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(either_school, monkeypatch, capsys)


def test_a_platform_is_added_from_the_list_checked_named_for_and_closed(terminal: Terminal) -> None:
    data, add = Role.CONSENT_ADMIN, ("platforms", "add", "--from-list", "instagram")
    terminal.says(data, *add, "--school-owns-it", "--approved-by", "Head", code=1)
    assert "Say what Instagram is for." in terminal.errors
    terminal.says(data, *add, "--purpose", "news", "--school-owns-it", code=1)
    assert "Only the Headteacher can agree" in terminal.errors
    terminal.says(data, *add, "--purpose", "news", "--approved-by", "Head", code=1)
    assert "not the school's own account" in terminal.errors
    terminal.says(data, *add, "--purpose", "news", "--approved-by", "Head", "--school-owns-it")
    terminal.says(data, "platforms", "add", "instagram", code=2)

    terminal.says(data, "platforms", "checked", "instagram")
    terminal.says(data, "platforms", "checked", "instagram", "--new-password", "--two-step", "--on", terminal.day(-3))
    terminal.says(data, "platforms", "name", "instagram", "deputy", "--until", terminal.day(9))
    terminal.says(data, "platforms", "name", "instagram", "nobody", code=1)
    terminal.says(data, "platforms", "name", "instagram", "deputy", "--end")
    terminal.says(data, "platforms", "close", "instagram")
    [made] = [p for p in terminal.says(data, "platforms", "list")["platforms"] if p["key"] == "instagram"]
    assert made == {
        "key": "instagram", "name": "Instagram", "account": "", "purpose": "news", "owner": "", "mailbox": "",
        "audience": "", "open": False, "two_step": True, "privacy_checked_on": terminal.day(),
        "credentials_changed_on": terminal.day(-3), "limits_checked_on": "2026-01-01",
    }  # fmt: skip
    terminal.says(data, "platforms", "open", "instagram")


def test_the_list_of_platforms_can_be_read_without_a_workspace(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["platforms", "known", "--json"]) == 0
    assert {"facebook", "instagram"} <= {line["key"] for line in json.loads(capsys.readouterr().out)["known"]}


def test_a_policy_is_recorded_approved_and_acknowledged(terminal: Terminal) -> None:
    keeper, name = Role.BUSINESS_MANAGER, "Social media policy"
    made = ("policies", "add", name, "2026", "--effective", terminal.day(), "--related", "Data protection policy")
    terminal.says(keeper, *made, code=1)
    assert "who owns" in terminal.errors
    terminal.says(keeper, *made, "--owner", "The Board", "--noticed", terminal.day(-40))
    assert "binds nobody yet" in terminal.errors
    assert {a["kind"] for a in terminal.says(keeper, "due", code=1)["due"]} == {"GOVERNORS_WAITING"}
    terminal.says(keeper, "policies", "note", name, "2026", "--governors", terminal.day())
    [listed] = terminal.says(Role.CONTRIBUTOR, "policies", "list")["policies"]
    assert (listed["in_force"], listed["unread"], listed["owner"]) == (True, True, "The Board")
    assert listed["related"] == ["Data protection policy"]
    terminal.says(Role.CONTRIBUTOR, "policies", "acknowledge", name.upper(), "2026")
    assert terminal.says(Role.CONTRIBUTOR, "policies", "list")["policies"][0]["unread"] is False
    assert terminal.says(Role.CONTRIBUTOR, "due") == {"due": []}
    terminal.says(Role.CONTRIBUTOR, "policies", "acknowledge", name, "2027", code=1)


def test_rules_are_settled_and_training_recorded(terminal: Terminal) -> None:
    head = Role.HEAD
    terminal.says(head, "rules", "set", "training_required", '{"DEPUTY": ["Safeguarding"]}')
    terminal.says(head, "rules", "set", "own_consent_age", "sixteen", code=2)
    terminal.says(head, "rules", "set", "own_consent_age", "9", code=1)
    terminal.says(Role.DEPUTY, "rules", "set", "own_consent_age", "13", code=1)
    assert terminal.says(Role.DEPUTY, "rules", "list")["rules"]["training_required"] == {"DEPUTY": ["Safeguarding"]}
    assert terminal.says(Role.DEPUTY, "training", "list")["training"][0]["missing"] == ["Safeguarding"]
    terminal.says(
        head, "training", "add", "deputy", "Safeguarding", "--done", terminal.day(), "--until", terminal.day(365)
    )
    [of_deputy] = terminal.says(head, "training", "list", "--role", "deputy")["training"]
    assert of_deputy == {
        "name": "Deputy", "missing": [],
        "done": [{"topic": "Safeguarding", "on": terminal.day(), "until": terminal.day(365)}],
    }  # fmt: skip
    terminal.says(head, "training", "list", "--role", "cook", code=2)


@pytest.mark.policy("002-38")
def test_a_pack_is_compared_chosen_and_approved_by_the_governors(terminal: Terminal, tmp_path: Path) -> None:
    manager = Role.BUSINESS_MANAGER
    found = terminal.says(manager, "policies", "packs")
    assert found["in_force"] == "hollybank"
    assert {pack["name"] for pack in found["packs"]} == {
        "strict", "att", "bay", "cansfield", "invictus", "societas",
    }  # fmt: skip
    change = terminal.says(manager, "policies", "compare", "cansfield")
    assert change["needs_governors"] is True
    assert {"title": "Who looks after the policy", "before": "Headteacher", "after": "Business Manager",
            "stricter": None} in change["differences"]  # fmt: skip
    terminal.says(Role.DEPUTY, "policies", "choose", "cansfield", code=1)
    terminal.says(manager, "policies", "choose", "cansfield")
    assert terminal.says(manager, "policies", "packs")["choices"][0]["state"] == "WAITING"
    terminal.says(manager, "policies", "approve", "--minute", "minutes of 4 Sep, item 7")
    after = terminal.says(manager, "policies", "packs")
    assert (after["in_force"], after["choices"][0]["state"]) == ("cansfield", "IN_FORCE")
    bad = tmp_path / "own.toml"
    bad.write_text('name = "own"\n', encoding="utf-8")
    terminal.says(manager, "policies", "compare", str(bad), code=1)
    assert "own.toml cannot be used: line" in terminal.errors


def test_a_pack_is_copied_into_a_file_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "our-trust.toml"
    assert main(["policies", "copy", "att", str(target)]) == 0
    assert load_pack(target).name == "our-trust"
    assert main(["policies", "copy", "att", str(target)]) == 1
    assert "cannot be written" in capsys.readouterr().err
