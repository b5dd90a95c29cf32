"""Lists that come again and again: a new file in a folder is seen, shown, and taken over by a person."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.consent import Answer, ConsentKind, ConsentStatus
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.workflow.import_sources import News, all_sources, check_sources, keep_source, look_at, new_source, stop_source
from app.workflow.import_undo import past_imports, undo_import
from app.workflow.register_import import apply_import
from consent_db import consent
from consent_db.import_sources import ImportSource
from consent_db.lists.mapping import ColumnMapping
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.workflow.imports import ADMIN, HEAD, events, status, take

MAPPING = ColumnMapping(
    "Photo consent",
    (("Forename", "legal_forename"), ("Surname", "legal_surname")),
    (("Photo", ((ConsentKind.IMAGE, FACEBOOK), (ConsentKind.IMAGE, WEBSITE))),),
)
FILE = "Forename,Surname,Photo\nAmara,Okafor,Yes\nBen,Tailor,No\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "export"
    made.mkdir()
    return made


def keep(school: School, folder: Path, *, at_once: bool = False, name: str = "SIMS photo consent") -> ImportSource:
    source = replace(
        new_source(name, "consents"),
        mapping=MAPPING,
        folder=str(folder),
        pattern="photo*.csv",
        refusals_at_once=at_once,
    )
    keep_source(school.workspace, school.actor(ADMIN), source)
    return next(s for s in all_sources(school.workspace, school.actor(ADMIN)) if s.name == name)


def put(folder: Path, text: str, *, days_old: int = 0, name: str = "photo.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    at = (datetime.now(UTC) - timedelta(days=days_old)).timestamp()
    os.utime(path, (at, at))
    return path


def check(school: School) -> list[News]:
    return list(check_sources(school.workspace, school.actor(ADMIN)))


def as_of_days(school: School) -> int | None:
    with school.workspace.database.read() as connection:
        as_of = consent.as_of(connection)
    return None if as_of is None else (datetime.now(UTC) - as_of).days


def test_a_new_file_is_read_with_its_saved_mapping_and_only_shown(either_school: School, folder: Path) -> None:
    school = either_school
    keep(school, folder)
    assert check(school) == []
    put(folder, FILE)
    (news,) = check(school)
    assert news.preview is not None
    assert len(news.preview.answers) == 4
    assert "new file" in news.to_words()
    assert events(school) == 0
    apply_import(school.workspace, school.actor(ADMIN), news.preview)
    assert status(school, "Amara", WEBSITE) is ConsentStatus.YES
    assert check(school) == []


def test_a_no_is_taken_at_once_where_the_school_wants_so_and_nothing_else(school: School, folder: Path) -> None:
    keep(school, folder, at_once=True)
    take(school, f"{HEAD}Ben,Tailor,Yes,Yes\n")
    put(folder, FILE)
    (news,) = check(school)
    assert news.refusals == 2
    assert status(school, "Ben") is ConsentStatus.NO
    assert status(school, "Amara") is ConsentStatus.NOT_ASKED
    (again,) = check(school)
    assert again.refusals == 0
    assert past_imports(school.workspace, school.actor(ADMIN))[0].kind == "refusals"


def test_the_newest_fitting_file_counts_and_a_file_that_cannot_be_read_is_said(school: School, folder: Path) -> None:
    keep(school, folder)
    put(folder, FILE, days_old=3)
    put(folder, "Forename,Surname\nAmara,Okafor\n", name="photo2.csv")
    put(folder, FILE, name="other.csv")
    (news,) = check(school)
    assert news.preview is None
    assert "saved mapping needs" in news.to_words()


def test_a_folder_that_is_gone_is_said_and_hides_no_other_list(school: School, folder: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    keep(school, gone, name="A")
    keep(school, folder, name="B")
    gone.rmdir()
    put(folder, FILE)
    first, second = check(school)
    assert "cannot be looked into" in first.to_words()
    assert second.preview is not None


def test_the_consents_are_as_old_as_the_oldest_list_that_brings_them(either_school: School, folder: Path) -> None:
    school = either_school
    take(school, f"{HEAD}Amara,Okafor,Yes,\n")
    assert as_of_days(school) == 0
    source = keep(school, folder)
    assert as_of_days(school) is None, "a list nobody has read yet says nothing about today"
    path = put(folder, FILE, days_old=40)
    apply_import(school.workspace, school.actor(ADMIN), look_at(school.workspace, school.actor(ADMIN), source, path))
    assert as_of_days(school) == 40
    school.say("Dev", FACEBOOK, Answer.YES)
    assert as_of_days(school) == 40
    stop_source(school.workspace, school.actor(ADMIN), all_sources(school.workspace, school.actor(ADMIN))[0])
    assert as_of_days(school) == 0


def test_undoing_makes_the_consents_as_old_as_the_reading_before(school: School, folder: Path) -> None:
    source = keep(school, folder)
    for days, text in ((40, FILE), (2, FILE.replace("Ben,Tailor,No", "Ben,Tailor,Yes"))):
        path = put(folder, text, days_old=days)
        apply_import(
            school.workspace, school.actor(ADMIN), look_at(school.workspace, school.actor(ADMIN), source, path)
        )
    assert as_of_days(school) == 2
    undo_import(school.workspace, school.actor(ADMIN), past_imports(school.workspace, school.actor(ADMIN))[0].id)
    assert as_of_days(school) == 40
    assert len(check(school)) == 1


def test_a_file_from_last_year_does_not_say_the_consents_are_of_today(school: School, folder: Path) -> None:
    from app.workflow.register_import import preview_consents

    path = put(folder, f"{HEAD}Amara,Okafor,Yes,\n", days_old=300)
    apply_import(school.workspace, school.actor(ADMIN), preview_consents(school.workspace, school.actor(ADMIN), path))
    assert as_of_days(school) == 300


def test_a_list_is_kept_only_with_a_name_a_folder_that_is_there_and_by_the_data_manager(
    school: School, folder: Path
) -> None:
    with pytest.raises(RegisterError, match="needs a name"):
        new_source(" ", "consents")
    with pytest.raises(RegisterError, match="no folder"):
        keep(school, folder / "nowhere")
    with pytest.raises(RegisterError, match="which files"):
        keep_source(
            school.workspace, school.actor(ADMIN), replace(new_source("A", "pupils"), folder=str(folder), pattern="")
        )
    with pytest.raises(NotAllowedError):
        keep_source(school.workspace, school.actor(Role.HEAD), new_source("A", "pupils"))
    with pytest.raises(NotAllowedError):
        list(check_sources(school.workspace, school.actor(Role.CONTRIBUTOR)))


def test_two_people_changing_one_list_do_not_overwrite_each_other(school: School, folder: Path) -> None:
    source = keep(school, folder)
    keep_source(school.workspace, school.actor(ADMIN), replace(source, pattern="new*.csv"))
    with pytest.raises(RegisterError, match="changed meanwhile"):
        keep_source(school.workspace, school.actor(ADMIN), replace(source, pattern="old*.csv"))
    with pytest.raises(RegisterError, match="already"):
        keep_source(school.workspace, school.actor(ADMIN), new_source(source.name, "consents"))
