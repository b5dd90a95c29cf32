"""Only the school's registered PCs hand posts out, and only they hold the key."""

from __future__ import annotations

from dataclasses import replace

import keyring
import pytest

from app.bootstrap import can_remember, is_remembered_here, open_for_window, open_workspace
from app.domain.errors import NotAllowedError, StorageError
from app.domain.people import Role
from app.storage import card as cards
from app.storage import this_pc
from app.storage.joining import new_request
from app.storage.this_pc import PcKey
from app.workflow import pcs, publish, upkeep
from app.workflow.joining import ask_to_join, finish_joining
from consent_db import audit
from tests.flow.posting import tell, with_engines
from tests.schools import FACEBOOK, PASSPHRASE, School, reopen
from tests.unit.storage.test_os_keyring import LockedKeyring, MemoryKeyring, PlaintextKeyring

THIS_PC = "Ask IT to register it"


@pytest.fixture
def use_keyring():
    before = keyring.get_keyring()
    yield lambda backend: keyring.set_keyring(backend) or backend
    keyring.set_keyring(before)


@pytest.fixture
def elsewhere(monkeypatch):
    """From now on this is another computer."""
    return lambda: monkeypatch.setattr(this_pc.socket, "gethostname", lambda: "a-laptop-at-home")


@pytest.mark.policy("004-10")
def test_a_profile_copied_to_another_computer_is_refused_the_export(either_school, tmp_path, elsewhere):
    story = tell(either_school, tmp_path / "camera")
    post = story.approved()
    elsewhere()
    copied = with_engines(reopen(either_school.workspace.folder), story.engines)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(NotAllowedError, match=THIS_PC) as refusal:
        publish.export_release(copied, story.deputy, post.id, FACEBOOK, out)
    assert refusal.value.code == "pc-not-registered"
    assert list(out.iterdir()) == []
    copied.close()
    assert publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).folder.is_dir()


@pytest.mark.policy("004-10")
def test_an_administrator_registers_the_new_pc_and_shuts_it_out_again(school, tmp_path, elsewhere):
    story = tell(school, tmp_path / "camera")
    post = story.approved()
    elsewhere()
    it = school.actor(Role.IT)
    copied = reopen(school.workspace.folder)
    with pytest.raises(NotAllowedError):
        pcs.adopt_this_pc(copied, school.actor(Role.HEAD))
    adopted = pcs.adopt_this_pc(copied, it)
    assert pcs.is_registered_pc(adopted)
    assert [pc.name for pc in pcs.list_pcs(adopted, it)][1:] == ["a-laptop-at-home"]
    adopted.close()

    again = with_engines(reopen(school.workspace.folder), story.engines)
    (tmp_path / "out").mkdir()
    assert publish.export_release(again, story.deputy, post.id, FACEBOOK, tmp_path / "out").folder.is_dir()
    with pytest.raises(NotAllowedError):
        pcs.remove_pc(again, school.actor(Role.HEAD), "a-laptop-at-home")
    pcs.remove_pc(again, it, "a-laptop-at-home")
    with pytest.raises(NotAllowedError):
        pcs.require_registered_pc(again)
    with pytest.raises(StorageError) as refusal:
        pcs.remove_pc(again, it, "a-laptop-at-home")
    assert refusal.value.code == "which-pc"
    with again.database.read() as connection:
        actions = [event.action for event in audit.latest(connection, limit=50)]
    assert actions.count("pc-registered") == 2
    assert actions.count("pc-removed") == 1
    again.close()


def test_on_a_pc_with_a_keyring_the_window_opens_without_the_passphrase_and_on_another_it_does_not(school, use_keyring):
    folder = school.workspace.folder
    school.workspace.close()
    use_keyring(MemoryKeyring())
    assert can_remember()
    assert not is_remembered_here(folder)
    open_workspace(folder, passphrase=PASSPHRASE, remembered=True).close()
    assert is_remembered_here(folder)
    workspace = open_for_window(folder, passphrase="")
    assert workspace.school == "Hollybank Primary School"
    workspace.close()
    use_keyring(MemoryKeyring())  # as it is for anybody else
    with pytest.raises(StorageError) as refusal:
        open_workspace(folder, passphrase="")
    assert refusal.value.code == "no-key-here"
    open_workspace(folder, passphrase=PASSPHRASE).close()


@pytest.mark.parametrize("backend", [PlaintextKeyring, LockedKeyring])
def test_a_keyring_that_keeps_secrets_in_clear_or_is_locked_remembers_nothing(school, use_keyring, backend):
    used = use_keyring(backend())
    school.workspace.close()
    before = cards.read_card(school.workspace.folder)
    with pytest.raises(StorageError) as refusal:
        open_workspace(school.workspace.folder, passphrase=PASSPHRASE, remembered=True)
    assert refusal.value.code == "no-keyring"
    assert cards.read_card(school.workspace.folder) == before
    assert used.kept == {}


def test_two_people_with_keyrings_of_their_own_on_one_pc_are_registered_apart(school, use_keyring, monkeypatch):
    folder, it = school.workspace.folder, school.actor(Role.IT)
    cards.write_card(folder, {k: v for k, v in cards.read_card(folder).items() if k != "pcs"})
    keyrings = {name: MemoryKeyring() for name in ("head", "deputy")}

    def sit_down(name: str) -> bool:
        use_keyring(keyrings[name])
        monkeypatch.setenv("LOGNAME", name)
        workspace = reopen(folder)
        registered = pcs.is_registered_pc(workspace)
        if not registered:
            pcs.adopt_this_pc(workspace, it)
        workspace.close()
        return registered

    assert [sit_down(name) for name in ("head", "deputy", "head", "deputy")] == [False, False, True, True]


def test_nothing_opens_without_a_passphrase_where_no_keyring_remembers(school):
    with pytest.raises(StorageError) as refusal:
        open_workspace(school.workspace.folder, passphrase="")
    assert refusal.value.code == "wrong-passphrase"


def test_only_an_administrator_changes_passphrases_and_a_short_one_is_refused(school):
    workspace, head, it = school.workspace, school.actor(Role.HEAD), school.actor(Role.IT)
    for act in (
        lambda: upkeep.change_passphrase(workspace, head, "five other words of secret"),
        lambda: upkeep.print_new_recovery(workspace, head),
        lambda: upkeep.standing_of(workspace, head),
        lambda: upkeep.remember_here(workspace, head),
    ):
        with pytest.raises(NotAllowedError):
            act()
    with pytest.raises(StorageError, match="too short"):
        upkeep.change_passphrase(workspace, it, "short")
    reopen(workspace.folder).close()


def test_the_card_of_a_newer_version_is_refused_with_a_sentence(school):
    card = (school.workspace.folder / "workspace.json").read_text()
    (school.workspace.folder / "workspace.json").write_text(card.replace('"format": 2', '"format": 3'))
    with pytest.raises(StorageError, match="newer ClearPost"):
        reopen(school.workspace.folder)


@pytest.fixture
def served(request, postgres, server_school_template, tmp_path):
    """The school on a server with its photos on a share, and the owner of the database."""
    from tests.schools import copy_school

    template, database = server_school_template
    own = postgres.new_database(template=database)
    folder = tmp_path / "served"
    copied = copy_school(template, folder, database=own.database)
    (tmp_path / "share").mkdir()
    copied.workspace.close()
    cards.write_card(folder, cards.read_card(folder) | {"vault": str(tmp_path / "share")})
    opened = School(reopen(folder), copied.actors, copied.pupils)
    yield opened, own
    opened.workspace.close()
    postgres.drop(own)


@pytest.mark.parametrize("by_keyring", [True, False])
def test_a_new_pc_asks_is_approved_and_opens_and_nobody_else_can(served, tmp_path, use_keyring, elsewhere, by_keyring):
    school, owner = served
    waiting = tmp_path / "waiting"
    theirs = use_keyring(MemoryKeyring()) if by_keyring else None
    passphrase = None if by_keyring else "the deputy has four words"
    request = ask_to_join("deputy", tmp_path / "req", passphrase=passphrase, waiting=waiting)
    pcs.approve_pc(school.workspace, school.actor(Role.IT), request, owner, out=tmp_path / "grant")
    grant = (tmp_path / "grant").read_bytes()
    elsewhere()
    with pytest.raises(StorageError) as refusal:
        finish_joining(grant, tmp_path / "spy", passphrase="", waiting=tmp_path / "nothing")
    assert refusal.value.code == "another-pc"
    assert finish_joining(grant, tmp_path / "new", passphrase=passphrase or "", waiting=waiting)
    workspace = open_workspace(tmp_path / "new", passphrase=passphrase or "")
    assert pcs.is_registered_pc(workspace)
    workspace.close()
    assert list(waiting.iterdir()) == []
    if theirs is not None:
        assert not any("join/" in who for _service, who in theirs.kept)


def test_a_register_in_a_file_and_photos_on_one_pc_cannot_be_joined(school, served, tmp_path):
    request = new_request("deputy", PcKey.new())
    on_server, owner = served
    with pytest.raises(NotAllowedError) as refusal:
        pcs.approve_pc(school.workspace, school.actor(Role.IT), request, owner, out=tmp_path / "grant")
    assert refusal.value.code == "not-on-server"
    folder = on_server.workspace.folder
    cards.write_card(folder, {k: v for k, v in cards.read_card(folder).items() if k != "vault"})
    with pytest.raises(NotAllowedError) as refusal:
        pcs.approve_pc(on_server.workspace, on_server.actor(Role.IT), request, owner, out=tmp_path / "grant")
    assert refusal.value.code == "vault-not-shared"
    with pytest.raises(NotAllowedError):
        pcs.approve_pc(on_server.workspace, on_server.actor(Role.HEAD), request, owner, out=tmp_path / "grant")
    assert not (tmp_path / "grant").exists()


def test_a_share_that_is_not_connected_stops_the_joining_before_anything_is_written(served, tmp_path):
    school, owner = served
    request = ask_to_join(
        "deputy", tmp_path / "req", passphrase="the deputy has four words", waiting=tmp_path / "waiting"
    )
    pcs.approve_pc(school.workspace, school.actor(Role.IT), request, owner, out=tmp_path / "grant")
    (tmp_path / "share").rename(tmp_path / "unplugged")
    grant = (tmp_path / "grant").read_bytes()
    words = {"passphrase": "the deputy has four words", "waiting": tmp_path / "waiting"}
    with pytest.raises(StorageError) as refusal:
        finish_joining(grant, tmp_path / "new", **words)
    assert refusal.value.code == "vault-not-here"
    assert not (tmp_path / "new").exists()
    (tmp_path / "unplugged").rename(tmp_path / "share")
    assert finish_joining(grant, tmp_path / "new", **words) == "Hollybank Primary School"


def test_a_workspace_of_before_pcs_were_registered_prepares_but_hands_nothing_out(school):
    folder = school.workspace.folder
    card = cards.read_card(folder)
    card.pop("pcs")
    cards.write_card(folder, card)
    workspace = reopen(folder)
    with pytest.raises(NotAllowedError, match=THIS_PC):
        pcs.require_registered_pc(workspace)
    workspace.close()
    assert not pcs.is_registered_pc(replace(school.workspace, pc=PcKey.new()))
