"""After IT's sweep the server's table files hold no byte of an erased person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from app.domain.errors import StorageError
from app.domain.people import Role
from app.workflow import retention
from consent_db import server_upkeep
from consent_db.server_sweep import sweep
from tests.conftest import SCHOOL_ID
from tests.postgres import PC_PASSWORD, Server
from tests.schools import copy_school


def files_with(server: Server, word: str, database: str) -> list[str]:
    """Which files of one database hold the word; everything the server remembers is written to them first."""
    with psycopg.connect(autocommit=True, **replace(server.owner, database=database).parameters()) as connection:
        connection.execute("CHECKPOINT")
        [oid] = connection.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchone()
    folder = Path(server.owner.host) / "data" / "base" / str(oid)
    return [file.name for file in folder.iterdir() if word.encode() in file.read_bytes()]


def test_nothing_of_an_erased_person_stays_in_the_servers_files_after_a_sweep(
    postgres, server_school_template, tmp_path
) -> None:
    template, name = server_school_template
    own = postgres.new_database(template=name)
    school = copy_school(template, tmp_path / "workspace", database=own.database)
    dpo, dev = school.actor(Role.DPO), school.pupils["Dev"].id
    assert files_with(postgres, "Anand", own.database)
    shown = retention.preview_person(school.workspace, dpo, dev)
    [outcome] = retention.erase(school.workspace, dpo, shown, typed=1, because="asked for")
    assert outcome.problem is None
    sweep(own)
    assert files_with(postgres, "Anand", own.database) == []
    assert files_with(postgres, "Okafor", own.database), "everybody else is still there"
    school.workspace.close()
    postgres.drop(own)


def test_a_pcs_own_login_cannot_sweep(postgres, empty_register) -> None:
    own = postgres.new_database(template=empty_register.database)
    server_upkeep.add_school(own, school_id=SCHOOL_ID, name="Hollybank Primary School")
    server_upkeep.let_in(own, school_id=SCHOOL_ID, pc="office", login="pc_sweeper", password=PC_PASSWORD, by="it")
    with pytest.raises(StorageError, match="owner of the database"):
        sweep(replace(own, user="pc_sweeper", password=PC_PASSWORD))
    postgres.drop(own)
