"""Import and the register of devices, by their words in the terminal."""

from __future__ import annotations

import json
import os
import sys
import uuid
from datetime import UTC, datetime

import pytest

from app.cli.main import run as main
from tests.flow.importing import fill_phone
from tests.schools import PASSPHRASE, PASSWORD


@pytest.fixture
def run(school, monkeypatch, capsys):
    """Call a command as somebody; its exit code and what it printed as JSON."""

    def call(user: str, *words: str):
        import io

        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n"))
        signing_in = ["--workspace", str(school.workspace.folder), "--user", user]
        code = main([*words, *signing_in, "--passphrase-stdin", "--password-stdin", "--json"])
        out = capsys.readouterr()
        return code, json.loads(out.out) if out.out else out.err

    return call


def test_a_phone_is_noted_approved_imported_from_checked_and_ended(run, tmp_path):
    phone = tmp_path / "phone"
    fill_phone(phone, 2)
    code, _said = run(
        "it", "devices", "add", str(phone), "--label", "Shah", "--kind", "personal", "--owner", "Mrs Shah"
    )
    assert code == 0
    approve = ("devices", "approve", "Shah", "--owner", "Mrs Shah", "--evidence", "staff file")
    assert run("it", *approve)[0] == 1
    assert run("head", *approve)[0] == 0
    bring = ("import", str(phone), "--event", "Trip", "--personal", "--remove-originals")
    code, said = run("contributor", *bring)
    assert code == 0
    assert [(p["state"], p["set_aside"], p["kind"]) for p in said["photos"]] == [("REMOVED", False, "picture")] * 2
    _code, said = run("it", "devices", "list")
    (device,) = [d for d in said["devices"] if d["label"] == "Shah" or d["owner"] == "Mrs Shah"]
    assert (device["approved_by"], device["imported"], device["left"], device["checked"]) == ("Head", 2, [], False)
    name = device["id"][:12]
    assert len(run("it", "devices", "receipts", name)[1]["receipts"]) == 2
    asked = run("contributor", "devices", "check", name, "--family", "android", "--said-by", "Mrs Shah")[1]["ask"]
    assert "bin of the gallery" in asked[0]
    yes = ("devices", "check", name, "--family", "android", "--said-by", "Mrs Shah", "--yes")
    assert "Mrs Shah says" in run("contributor", *yes)[1]["receipt"]
    assert run("head", "devices", "end", name)[1] == {"ended": 1}


def test_photos_set_aside_are_listed_released_and_destroyed_by_the_headteacher(run, tmp_path, monkeypatch):
    real = uuid.uuid4
    # A number means the photo with that number, though every id begins with the same digit.
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID("1" + real().hex[1:]))
    fill_phone(tmp_path / "card", 2)
    code, said = run("contributor", "import", str(tmp_path / "card"), "--event", "Trip", "--unknown")
    assert (code, [p["set_aside"] for p in said["photos"]]) == (0, [True, True])
    waiting = run("it", "devices", "waiting")[1]["waiting"]
    assert [(w["number"], w["reason"]) for w in waiting] == [(1, "UNKNOWN_DEVICE"), (2, "UNKNOWN_DEVICE")]
    assert run("it", "devices", "release", "1")[0] == 1
    assert run("head", "devices", "release", "1")[1] == {"released": 1}
    assert "was destroyed" in run("head", "devices", "destroy", "2")[1]["receipt"]
    assert run("head", "devices", "waiting")[1]["waiting"] == []


def test_a_photo_taken_by_mistake_goes_back_and_a_stop_is_recorded(run, tmp_path):
    fill_phone(tmp_path / "phone", 2)
    assert run("contributor", "import", str(tmp_path / "phone"), "--event", "Trip", "--personal")[0] == 0
    assert "by mistake" in run("contributor", "devices", "hand-back", "1", str(tmp_path / "phone"))[1]["receipt"]
    finish = ("import", str(tmp_path / "phone"), "--event", "Trip", "--personal", "--remove-originals")
    assert run("contributor", *finish)[0] == 0
    assert run("contributor", "devices", "give-back", "2", "--to", str(tmp_path))[0] == 1
    assert "read back" in run("head", "devices", "give-back", "2", "--to", str(tmp_path))[1]["receipt"]
    assert (tmp_path / "IMG_0001.JPG").exists()
    assert run("contributor", "devices", "films")[1] == {"films": []}
    assert run("contributor", "devices", "stop", "--note", "10:30")[1]["id"]
    assert run("contributor", "devices", "stop", "--source", str(tmp_path / "nowhere"))[0] == 0
    assert run("contributor", "devices", "stop", "--source", str(tmp_path / "phone"))[1]["id"]
    code, said = run("contributor", *finish)
    assert (code, "was stopped" in said) == (1, True)


def test_all_photos_of_the_day_of_the_event_are_taken_and_no_others(run, tmp_path):
    phone = tmp_path / "phone"
    first, second, third = sorted(fill_phone(phone, 3))
    for name, day in ((first, 14), (second, 14), (third, 15)):
        noon = datetime(2026, 9, day, 12, tzinfo=UTC).timestamp()
        os.utime(phone / name, (noon, noon))
    bring = ("import", str(phone), "--event", "Play", "--personal", "--remove-originals", "--day", "2026-09-14")
    code, said = run("contributor", *bring)
    assert (code, [row["name"] for row in said["photos"]]) == (0, [first, second])
    assert [p.name for p in phone.rglob("*.JPG")] == [third.rpartition("/")[2]]


def test_a_device_nobody_knows_is_a_sentence(run):
    code, said = run("it", "devices", "receipts", "nothing")
    assert code == 1
    assert "0 devices fit" in said


def test_sources_says_what_is_plugged_in(capsys):
    assert main(["sources", "--json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out)["sources"], list)
