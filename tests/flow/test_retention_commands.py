"""`clearpost retention` and `clearpost audit export`: preview, confirm by number, the log, and evidence."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from consent_db import photos
from tests.conftest import ROOT
from tests.flow.erasing import rows_in
from tests.flow.posting import tell
from tests.schools import PASSPHRASE, PASSWORD


@pytest.fixture
def run(school, tmp_path):
    tell(school, tmp_path / "camera")
    folder = school.workspace.folder

    def run(*words: str, user: str = "dpo") -> subprocess.CompletedProcess[str]:
        signing_in = ["--workspace", str(folder), "--user", user, "--passphrase-stdin", "--password-stdin"]
        return subprocess.run(
            [sys.executable, "-m", "app", *words, *signing_in],
            cwd=ROOT, input=f"{PASSPHRASE}\n{PASSWORD}\n", capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    return run


def test_a_preview_looks_ahead_and_erases_nothing(run, school) -> None:
    now = run("retention", "preview")
    assert now.returncode == 0, now.stderr
    assert "0 to erase" in now.stdout
    ahead = run("retention", "preview", "--on", "2030-01-01", "--json")
    assert json.loads(ahead.stdout)["counts"] == {"UNUSED_PHOTO": 1}
    assert rows_in(school.workspace, "photo") == 1


def test_a_photo_is_erased_only_with_its_number_typed_and_a_reason(run, school) -> None:
    for words in (["--number", "2", "--because", "asked for"], ["--number", "1"]):
        refused = run("retention", "erase", "--photo", "1", *words)
        assert refused.returncode == 1
        assert "Traceback" not in refused.stderr
        assert rows_in(school.workspace, "photo") == 1
    done = run("retention", "erase", "--photo", "1", "--number", "1", "--because", "asked for in writing")
    assert done.returncode == 0, done.stderr
    assert "1 of 1 items are erased for good." in done.stdout
    assert rows_in(school.workspace, "photo") == 0
    assert "asked for in writing" in run("retention", "log").stdout


def test_what_a_saved_list_names_is_erased_again(run, school, tmp_path) -> None:
    with school.workspace.database.read() as connection:
        [photo] = photos.latest(connection)
    listed = tmp_path / "erased.json"
    listed.write_text(json.dumps({"erased": [{"subject": photo.id, "kind": "photo"}]}))
    done = run("retention", "erase", "--again", str(listed), "--number", "1", "--because", "erased before the restore")
    assert done.returncode == 0, done.stderr
    assert rows_in(school.workspace, "photo") == 0


def test_the_headteacher_may_look_and_not_erase(run, school) -> None:
    assert run("retention", "preview", user="head").returncode == 0
    refused = run("retention", "erase", "--photo", "1", "--number", "1", "--because", "x", user="head")
    assert refused.returncode == 1
    assert "Ask the data protection officer" in refused.stderr


def test_a_part_of_the_records_comes_out_as_a_file_with_its_head(run, tmp_path) -> None:
    out = tmp_path / "records.csv"
    done = run("audit", "export", "--out", str(out), "--who", "contributor", "--from", "2020-01-01", "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["records"] == len(out.read_text(encoding="utf-8-sig").splitlines()) - 1 > 3
    against = run("audit", "verify", "--against", said["head"])
    assert against.returncode == 0, against.stdout
