"""``clearpost marks``: what was taught is listed, learned anew, and removed by who settles rules."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.main import DONE, REFUSED, USAGE, run
from app.domain.people import Role
from app.workflow.teach_mark import MarkKind, known_marks, teach_mark
from tests.schools import PASSPHRASE, PASSWORD, School
from tests.taught import LITTLE, NAME, crest_picture

Clearpost = Callable[..., int]


@pytest.fixture
def clearpost(school: School, monkeypatch: pytest.MonkeyPatch) -> Clearpost:
    """Run ``marks`` as somebody."""

    def call(*words: str, user: str = "head") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n"))
        where = ["--workspace", str(school.workspace.folder), "--user", user]
        return run(["marks", *words, *where, "--passphrase-stdin", "--password-stdin"])

    return call


def test_a_mark_is_listed_and_removed(clearpost: Clearpost, school: School, capsys: pytest.CaptureFixture[str]) -> None:
    office = school.actor(Role.CONTRIBUTOR)
    list(teach_mark(school.workspace, office, name=NAME, kind=MarkKind.OWN, pictures=[crest_picture()], effort=LITTLE))
    assert clearpost("list", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert [(mark["name"], mark["kind"], set(mark["recall"])) for mark in told["marks"]] == [
        (NAME, "own", {"32", "48", "96"})
    ]
    assert told["not_looked_at"] == 0
    assert clearpost("remove", NAME, user="contributor") == REFUSED
    assert clearpost("remove", NAME) == DONE
    assert known_marks(school.workspace) == ()
    capsys.readouterr()
    assert clearpost("list") == DONE
    assert "No mark is taught yet" in capsys.readouterr().out


def test_what_cannot_be_taught_is_refused_in_a_sentence(
    clearpost: Clearpost, school: School, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "words.txt").write_text("no picture")
    assert clearpost("teach", NAME, str(tmp_path / "words.txt")) == REFUSED
    assert clearpost("teach", NAME) == REFUSED
    assert "No mark is called" in capsys.readouterr().err
    assert clearpost("teach", NAME, "--kind", "nobody's") == USAGE
    assert known_marks(school.workspace) == ()
