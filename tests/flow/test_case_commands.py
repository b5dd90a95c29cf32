"""Complaints, requests, takedowns and the report, from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.people import Role
from tests.flow.test_rule_commands import Terminal
from tests.schools import School


@pytest.fixture
def terminal(school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(school, monkeypatch, capsys)


def test_a_request_goes_from_its_letter_to_its_pack(terminal: Terminal, tmp_path: Path) -> None:
    dpo = Role.DPO
    terminal.says(dpo, "cases", "add", "nonsense", "words", code=2)
    terminal.says(dpo, "cases", "add", "access", "Everything", "--about", "Amara", code=1)
    made = terminal.says(
        dpo, "cases", "add", "access", "Everything", "--about", "Amara Okafor", "--asked-by", "Mrs Okafor",
        "--standing", "mother", "--received", terminal.day(-3),
    )  # fmt: skip
    assert (made["number"], made["kind"], made["open"]) == (1, "ACCESS", True)
    number = ("--number", "1")
    terminal.says(dpo, "cases", "pack", "--out", str(tmp_path), *number, code=1)
    assert "Nobody checked who asks" in terminal.errors
    terminal.says(dpo, "cases", "step", "identity", "passport seen", *number)
    terminal.says(dpo, "cases", "step", "dsl_cleared", *number, code=1)
    terminal.says(Role.DSL, "cases", "step", "dsl_cleared", *number)
    held = terminal.says(dpo, "cases", "photos", *number)
    assert (held["named"], held["to_look_through"]) == ([], [])
    terminal.says(dpo, "cases", "extend", "600 photos", *number)
    terminal.says(dpo, "cases", "pause", "waits for a date of birth", *number)
    terminal.says(dpo, "cases", "resume", *number)
    pack = terminal.says(dpo, "cases", "pack", "--out", str(tmp_path), *number)
    assert (Path(pack["folder"]) / "report.pdf").read_bytes().startswith(b"%PDF-")
    terminal.says(dpo, "cases", "close", "sent by registered post", *number)
    shown = terminal.says(dpo, "cases", "show", *number)
    assert [s["step"] for s in shown["steps"]] == [
        "IDENTITY", "DSL_CLEARED", "EXTENDED", "PAUSED", "RESUMED", "PACK_MADE", "CLOSED",
    ]  # fmt: skip
    assert terminal.says(dpo, "cases", "list")["cases"] == []
    assert len(terminal.says(dpo, "cases", "list", "--all")["cases"]) == 1


def test_an_incident_says_what_to_do_and_whom_to_tell(terminal: Terminal, tmp_path: Path) -> None:
    picture = tmp_path / "seen.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n a screenshot")
    terminal.says(Role.CONTRIBUTOR, "cases", "add", "blackmail", "A message with pictures", "--picture", str(picture))
    assert "Internet Watch Foundation" in terminal.errors
    assert "Tell the Headteacher, the safeguarding lead, the CEO." in terminal.errors
    terminal.says(Role.CONTRIBUTOR, "cases", "list", code=1)


def test_nothing_is_due_nothing_is_out_and_the_report_is_written(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.says(Role.DSL, "takedowns", "due") == {"takedowns": []}
    assert terminal.says(Role.HEAD, "takedowns", "published") == {"published": []}
    terminal.says(Role.DSL, "takedowns", "order", "none", "--reason", "a", "--asked-by", "b", "--minutes", "5", code=1)
    target = tmp_path / "report.pdf"
    terminal.says(Role.GOVERNOR, "report", str(target), "--from", terminal.day(-30))
    assert target.read_bytes().startswith(b"%PDF-")
