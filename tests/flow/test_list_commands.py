"""Reading lists from the terminal: look, take over, take back, keep, and read what was left."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from tests.schools import PASSPHRASE, PASSWORD, School

TEXT = "Forename,Surname,Facebook,Website\nAmara,Okafor,Yes,no web please\nBen,Tailor,No,\n"


class Terminal:
    """Types a command as the data manager would and keeps what was printed."""

    def __init__(self, school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = school.workspace.folder
        school.workspace.close()
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self.errors = ""

    def says(self, *words: str, code: int = 0) -> Any:
        secrets = [
            "--workspace",
            str(self._folder),
            "--user",
            "consent_admin",
            "--passphrase-stdin",
            "--password-stdin",
        ]
        self._monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n"))
        assert main(["register", *words, "--json", *secrets]) == code, self._capsys.readouterr().err
        captured = self._capsys.readouterr()
        self.errors = captured.err
        return json.loads(captured.out) if captured.out else None


@pytest.fixture
def terminal(school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(school, monkeypatch, capsys)


def test_a_list_is_looked_at_taken_over_and_taken_back(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(TEXT, encoding="utf-8")
    seen = terminal.says("import", "consents", str(file))
    assert (seen["applied"], seen["counts"]) == (False, {"new": 2, "needs a person": 1})
    assert terminal.says("undo") == {"readings": []}
    terminal.says("import", "consents", str(file), "--apply")
    (question,) = terminal.says("questions")["questions"]
    assert question["said"] == "no web please"
    assert terminal.says("questions", "--settle", question["id"], "--outcome", "rang her")["questions"] == []
    (reading,) = terminal.says("undo")["readings"]
    assert terminal.says("undo", reading["id"][:8])["readings"][0]["undone"] is True
    assert "to be confirmed" in terminal.errors
    terminal.says("undo", reading["id"], code=1)


def test_a_list_is_kept_with_its_columns_and_its_folder_is_looked_into(terminal: Terminal, tmp_path: Path) -> None:
    folder, mapping = tmp_path / "export", tmp_path / "mapping.json"
    folder.mkdir()
    (folder / "photo.csv").write_text("Forename,Surname,Photo\nAmara,Okafor,Yes\n", encoding="utf-8")
    mapping.write_text(
        json.dumps(
            {
                "format": 1, "name": "", "sheet": "", "heading_line": None, "dates": "uk", "types": [],
                "fields": [
                    {"column": "Forename", "field": "legal_forename"},
                    {"column": "Surname", "field": "legal_surname"},
                ],
                "consents": [{"column": "Photo", "for": [{"kind": "IMAGE", "platform": "website"}]}],
            }
        ),
        encoding="utf-8",
    )  # fmt: skip
    kept = terminal.says("sources", "--keep", "Photos", "--mapping", str(mapping), "--folder", str(folder), "--check")
    assert [source["name"] for source in kept["sources"]] == ["Photos"]
    assert "new file, photo.csv" in kept["news"][0]
    seen = terminal.says("import", "consents", str(folder / "photo.csv"), "--list", "Photos", "--apply")
    assert seen["counts"] == {"new": 1}
    assert terminal.says("sources", "--check")["news"] == []
    terminal.says("import", "pupils", str(folder / "photo.csv"), "--list", "Photos", code=1)
    assert terminal.says("sources", "--stop", "Photos")["sources"][0]["active"] is False


def test_missing_pupils_are_listed_and_settled(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "pupils.csv"
    file.write_text("Forename,Surname\nAmara,Okafor\nBen,Tailor\nCaitlin,Price\n", encoding="utf-8")
    terminal.says("import", "pupils", str(file), "--apply")
    missing = terminal.says("leavers")["missing"]
    assert {person["name"] for person in missing} == {"Dev Anand", "Ella Moss"}
    terminal.says("leavers", "--left", missing[0]["id"], code=1)
    terminal.says("leavers", "--left", missing[0]["id"], "--last-day", "2025-07-18")
    assert terminal.says("leavers", "--stayed", missing[1]["id"]) == {"missing": []}
