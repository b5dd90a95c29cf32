"""A register that moves: every row, digest and record arrives, and whatever happens there is one that works."""

from __future__ import annotations

import json
import os
import signal
import stat
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from app.domain.consent import Answer
from app.domain.errors import NotAllowedError, StorageError
from app.domain.people import Role
from app.storage.card import read_card
from app.workflow import posts, publish, records
from app.workflow.move import MOVE_POINTS, MovePoint, move_to_server, move_to_this_pc, move_vault
from app.workflow.pcs import is_registered_pc
from consent_db import audit
from consent_db.database import EngineKind
from consent_db.server import ServerAddress
from tests.flow.posting import Story, tell, with_engines
from tests.flow.test_workspace_backup import photo_digests, run_killable, with_photos
from tests.full_register import everything
from tests.schools import FACEBOOK, PASSPHRASE, School, reopen


@pytest.fixture
def owner(postgres) -> Iterator[ServerAddress]:
    """A database with nothing in it, as its owner reaches it."""
    address = postgres.new_database()
    yield address
    postgres.drop(address)


def moved(school: School, owner: ServerAddress) -> School:
    move_to_server(school.workspace, school.actor(Role.IT), owner)
    return School(reopen(school.workspace.folder), school.actors, school.pupils)


def rows_of(workspace) -> dict:
    with workspace.database.read() as connection:
        return everything(connection)


def head_of(workspace) -> str:
    with workspace.database.read() as connection:
        return audit.head(connection)


def test_every_row_arrives_on_the_server_and_the_chain_goes_on(school, owner, tmp_path):
    story = tell(with_photos(school, tmp_path / "phone"), tmp_path / "camera")
    story.approved()
    before, head, pictures = rows_of(school.workspace), head_of(school.workspace), photo_digests(school.workspace)
    there = moved(school, owner)
    try:
        assert there.workspace.database.kind is EngineKind.POSTGRESQL
        after = rows_of(there.workspace)
        note, pcs = after["audit_event"].pop(), after["workstation"]
        assert after | {"workstation": before["workstation"]} == before
        assert (note[4], len(after["audit_event"])) == ("workspace-moved", len(before["audit_event"]))
        assert [(pc[0], pc[2]) for pc in pcs] == [(pc[0], pc[2]) for pc in before["workstation"]]
        with there.workspace.database.read() as connection:
            assert audit.verify(connection, against=head).ok
        assert photo_digests(there.workspace) == pictures
        assert is_registered_pc(there.workspace)
    finally:
        there.workspace.close()


def test_after_the_move_the_whole_work_goes_on(school, owner, tmp_path):
    there = moved(school, owner)
    try:
        story = tell(there, tmp_path / "camera")
        post = story.approved()
        out = tmp_path / "out"
        out.mkdir()
        result = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
        assert result.folder.is_dir()
        there.say("Amara", FACEBOOK, Answer.NO)
        assert records.verify_audit(there.workspace, there.actor(Role.HEAD)).ok
    finally:
        there.workspace.close()


def test_a_post_approved_before_the_move_is_handed_out_after_it(school, owner, tmp_path):
    story = tell(school, tmp_path / "camera")
    post = story.approved()
    there = moved(school, owner)
    try:
        later = Story(there, story.engines, with_engines(there.workspace, story.engines), story.photo_id)
        (tmp_path / "out").mkdir()
        result = publish.export_release(later.workspace, later.deputy, post.id, FACEBOOK, tmp_path / "out")
        assert result.folder.is_dir()
        draft = posts.create_post(
            later.workspace,
            later.office,
            title="Again",
            pictures=list(post.pictures),
            platforms=list(post.platforms),
            about=post.about,
        )
        assert draft.id != post.id
    finally:
        there.workspace.close()


def test_the_old_file_is_kept_for_reading_only_and_a_window_still_open_on_it_cannot_write(school, owner):
    still_open = reopen(school.workspace.folder)
    there = moved(school, owner)
    folder = there.workspace.folder
    try:
        with pytest.raises(StorageError) as refusal:
            School(still_open, school.actors, school.pupils).say("Amara", FACEBOOK, Answer.YES)
        assert refusal.value.code == "moved"
        (kept,) = folder.glob("register.moved-*.db")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o400
        assert not (folder / "register.db").exists()
    finally:
        still_open.close()
        there.workspace.close()


def test_back_to_a_file_every_row_comes_along_and_the_server_lets_this_pc_in_no_more(school, owner):
    there = moved(school, owner)
    there.say("Amara", FACEBOOK, Answer.YES)
    before, head = rows_of(there.workspace), head_of(there.workspace)
    old_card = read_card(there.workspace.folder)
    move_to_this_pc(there.workspace, there.actor(Role.IT), owner)
    here = School(reopen(school.workspace.folder), school.actors, school.pupils)
    try:
        assert here.workspace.database.kind is EngineKind.EMBEDDED
        after = rows_of(here.workspace)
        assert after["audit_event"].pop()[4] == "workspace-moved"
        assert after == before
        with here.workspace.database.read() as connection:
            assert audit.verify(connection, against=head).ok
        here.say("Ben", FACEBOOK, Answer.NO)
        assert is_registered_pc(here.workspace)
    finally:
        here.workspace.close()
    (school.workspace.folder / "workspace.json").write_text(json.dumps(old_card))
    with pytest.raises(StorageError) as refusal:
        reopen(school.workspace.folder)
    assert refusal.value.code == "server-refuses"


def test_there_and_back_and_there_again_nothing_is_lost(school, owner):
    there = moved(school, owner)
    move_to_this_pc(there.workspace, there.actor(Role.IT), owner)
    here = School(reopen(school.workspace.folder), school.actors, school.pupils)
    here.say("Ben", FACEBOOK, Answer.NO)
    before = rows_of(here.workspace)
    again = moved(here, owner)
    after = rows_of(again.workspace)
    assert after["audit_event"].pop()[4] == "workspace-moved"
    assert after["consent_event"] == before["consent_event"]
    assert after["audit_event"] == before["audit_event"]
    again.workspace.close()


def test_a_server_with_records_of_its_own_is_never_overwritten(school, owner, tmp_path):
    """Two copies of one school that went different ways: neither may swallow the other."""
    from tests.schools import copy_school

    school.workspace.close()
    twin = copy_school(school, tmp_path / "twin")
    there = moved(School(reopen(school.workspace.folder), school.actors, school.pupils), owner)
    there.say("Amara", FACEBOOK, Answer.YES)
    twin.say("Amara", FACEBOOK, Answer.NO)
    before = rows_of(there.workspace)
    with pytest.raises(StorageError) as refusal:
        move_to_server(twin.workspace, twin.actor(Role.IT), owner)
    assert refusal.value.code == "not-empty"
    assert rows_of(there.workspace) == before
    twin.say("Ben", FACEBOOK, Answer.YES)
    twin.workspace.close()
    there.workspace.close()


def test_only_an_administrator_moves_and_only_from_where_it_is(school, owner):
    with pytest.raises(NotAllowedError):
        move_to_server(school.workspace, school.actor(Role.HEAD), owner)
    with pytest.raises(NotAllowedError) as refusal:
        move_to_this_pc(school.workspace, school.actor(Role.IT), owner)
    assert refusal.value.code == "wrong-engine"


def test_a_server_that_is_not_there_leaves_everything_as_it_was(school, tmp_path):
    nobody = ServerAddress(host=str(tmp_path), database="none", user="nobody")
    before = rows_of(school.workspace)
    with pytest.raises(StorageError) as refusal:
        move_to_server(school.workspace, school.actor(Role.IT), nobody)
    assert "cannot be reached" in str(refusal.value)
    assert rows_of(school.workspace) == before
    school.say("Amara", FACEBOOK, Answer.YES)


def test_the_vault_moves_to_a_share_and_every_photo_opens_there(school, owner, tmp_path):
    with_photos(school, tmp_path / "phone")
    there = moved(school, owner)
    pictures = photo_digests(there.workspace)
    steps = list(move_vault(there.workspace, there.actor(Role.IT), tmp_path / "share"))
    assert steps[-1].number == steps[-1].total == 3
    with pytest.raises(StorageError):  # a window that still has the old vault open
        there.workspace.vault.put(b"made meanwhile")
    there.workspace.close()
    again = reopen(school.workspace.folder)
    assert again.vault.folder == tmp_path / "share"
    assert photo_digests(again) == pictures
    again.close()


def test_a_vault_move_given_up_half_way_changes_nothing_and_can_be_made_again(school, owner, tmp_path):
    with_photos(school, tmp_path / "phone")
    there = moved(school, owner)
    steps = move_vault(there.workspace, there.actor(Role.IT), tmp_path / "share")
    next(steps)
    steps.close()
    assert "vault" not in read_card(there.workspace.folder)
    assert len(photo_digests(there.workspace)) == 3
    list(move_vault(there.workspace, there.actor(Role.IT), tmp_path / "share"))
    there.workspace.close()
    again = reopen(school.workspace.folder)
    assert len(photo_digests(again)) == 3
    again.close()


def test_the_vault_stays_while_another_pc_knows_it_where_it_is(school, owner, tmp_path):
    from consent_db import server_upkeep

    there = moved(school, owner)
    school_id = there.workspace.database.school_id
    server_upkeep.let_in(owner, school_id=school_id, pc="deputy", login="pc_deputy_1", password="x" * 20, by="it")
    for act in (
        lambda: list(move_vault(there.workspace, there.actor(Role.IT), tmp_path / "share")),
        lambda: move_to_this_pc(there.workspace, there.actor(Role.IT), owner),
    ):
        with pytest.raises(NotAllowedError, match="deputy") as refusal:
            act()
        assert refusal.value.code == "other-pcs"
    assert there.workspace.vault.folder.is_dir()
    server_upkeep.shut_out(owner, school_id=school_id, login="pc_deputy_1")
    there.workspace.close()


KILLED = -signal.SIGKILL


@pytest.mark.parametrize("point", MOVE_POINTS)
def test_killed_on_the_way_to_the_server_the_workspace_works_and_the_move_can_be_made_again(school, owner, point):
    before = rows_of(school.workspace)
    school.workspace.close()
    folder = school.workspace.folder
    assert run_killable("move", folder, json.dumps(asdict(owner)), point) == KILLED
    here = School(reopen(folder), school.actors, school.pupils)
    arrived = point in (MovePoint.AFTER_CARD, MovePoint.CLOSED)
    assert (here.workspace.database.kind is EngineKind.POSTGRESQL) is arrived
    after = rows_of(here.workspace)
    assert after["person"] == before["person"]
    assert after["audit_event"][: len(before["audit_event"])] == before["audit_event"]
    here.say("Amara", FACEBOOK, Answer.YES)
    here.workspace.close()
    if not arrived:
        assert run_killable("move", folder, json.dumps(asdict(owner)), "-") == 0
    there = reopen(folder)
    assert there.database.kind is EngineKind.POSTGRESQL
    assert len(rows_of(there)["consent_event"]) == 1
    with there.database.read() as connection:
        assert audit.verify(connection).ok
    there.close()


@pytest.mark.parametrize("point", [p for p in MOVE_POINTS if p not in (MovePoint.LET_IN, MovePoint.CLOSED)])
def test_killed_on_the_way_back_there_is_one_register_that_works(school, owner, point):
    there = moved(school, owner)
    there.say("Amara", FACEBOOK, Answer.YES)
    there.workspace.close()
    folder = school.workspace.folder
    assert run_killable("back", folder, json.dumps(asdict(owner)), point) == KILLED
    here = School(reopen(folder), school.actors, school.pupils)
    arrived = point is MovePoint.AFTER_CARD
    assert (here.workspace.database.kind is EngineKind.EMBEDDED) is arrived
    here.say("Ben", FACEBOOK, Answer.NO)
    here.workspace.close()
    if not arrived:
        assert run_killable("back", folder, json.dumps(asdict(owner)), "-") == 0
    back = reopen(folder)
    assert back.database.kind is EngineKind.EMBEDDED
    assert len(rows_of(back)["consent_event"]) == 2
    back.close()


def test_a_workspace_whose_register_is_gone_is_refused_rather_than_begun_anew(school):
    school.workspace.close()
    folder: Path = school.workspace.folder
    os.rename(folder / "register.db", folder / "elsewhere.db")
    with pytest.raises(StorageError) as refusal:
        reopen(folder)
    assert refusal.value.code == "no-register"
    assert not (folder / "register.db").exists()
    assert PASSPHRASE not in str(refusal.value)


@pytest.fixture
def next_version(monkeypatch, tmp_path):
    """A ClearPost that is one revision further on: its step adds a column."""
    import shutil

    from consent_db import upgrade

    folder = tmp_path / "migrations"
    shutil.copytree(Path(upgrade.__file__).parent / "migrations", folder)
    lines = (
        "from alembic import op",
        'revision = "9999"',
        f'down_revision = "{upgrade.RELEASED[-1]}"',
        "def upgrade():",
        """    op.get_bind().exec_driver_sql("ALTER TABLE person ADD COLUMN nickname text DEFAULT 'Al'")""",
    )
    (folder / "versions" / "v9999_next.py").write_text("\n".join(lines))

    def installed() -> None:
        monkeypatch.setattr(upgrade, "_folder", lambda: folder)
        monkeypatch.setattr(upgrade, "RELEASED", (*upgrade.RELEASED, "9999"))

    return installed


def test_a_register_on_a_server_is_upgraded_by_its_owner_and_kept_as_it_was(school, owner, next_version):
    from sqlalchemy import text

    from consent_db import server_upkeep

    there = moved(school, owner)
    before = rows_of(there.workspace)
    assert server_upkeep.upgrade_register(owner) is None
    there.workspace.close()
    next_version()
    with pytest.raises(StorageError) as refusal:
        reopen(school.workspace.folder)
    assert refusal.value.code == "older-register"
    kept = server_upkeep.upgrade_register(owner)
    again = School(reopen(school.workspace.folder), school.actors, school.pupils)
    assert rows_of(again.workspace) == before
    again.say("Amara", FACEBOOK, Answer.YES)
    with again.workspace.database.read() as connection:
        assert connection.execute(text("SELECT nickname FROM person")).scalars().all() == ["Al"] * len(before["person"])
    with pytest.raises(StorageError), again.workspace.database.read() as connection:
        connection.execute(text(f"SELECT * FROM {kept}.person"))
    again.workspace.close()
    with server_upkeep.owning(owner) as connection:
        found = connection.execute(text(f"SELECT count(*) FROM {kept}.person")).scalar_one()
    assert found == len(before["person"])


def test_a_step_that_fails_leaves_the_register_on_the_server_as_it_was(school, owner, next_version, tmp_path):
    from consent_db import server_upkeep

    there = moved(school, owner)
    step = tmp_path / "migrations" / "versions" / "v9999_next.py"
    step.write_text(step.read_text().replace("ADD COLUMN", "ADD NONSENSE COLUMN"))
    next_version()
    with pytest.raises(StorageError):
        server_upkeep.upgrade_register(owner)
    assert there.workspace.database.kind is EngineKind.POSTGRESQL
    there.say("Amara", FACEBOOK, Answer.YES)
    there.workspace.close()
