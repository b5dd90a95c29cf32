"""What IT settles for a PC: read from one file, never laxer than the program, never in the way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import platformdirs
import pytest
from platformdirs import windows

from app.bootstrap import Administrator, can_remember, create_workspace, is_remembered_here, open_workspace
from app.domain.errors import StorageError
from app.machine import MachinePolicy, policy_file, read_policy
from app.settings import Settings, default_file, load_settings, save_settings
from tests.unit.policy_files import settle

WHOLE = """
[window]
theme = "dark"
text_size = 125
language = "cy"
workspace = "D:/ClearPost"
[safety]
lock_after_minutes = 5
remember_key = false
[updates]
place = "//server/software"
key = "abc"
"""


def test_each_system_has_its_place_that_people_cannot_write() -> None:
    assert policy_file("win32", {"PROGRAMDATA": "C:/ProgramData"}) == Path("C:/ProgramData/ClearPost/policy.toml")
    assert policy_file("linux", {}) == Path("/etc/clearpost/policy.toml")
    assert policy_file("darwin", {}) == Path("/Library/Application Support/ClearPost/policy.toml")


def test_a_pc_without_the_file_is_as_the_program_is(tmp_path: Path) -> None:
    assert read_policy(tmp_path / "none.toml") == MachinePolicy()


def test_a_whole_file_is_read_whole(tmp_path: Path) -> None:
    policy = read_policy(settle(tmp_path, WHOLE))
    assert policy == MachinePolicy("dark", 125, "cy", "D:/ClearPost", 5, False, "//server/software", "abc")


def test_new_people_begin_with_it_and_may_change_it(tmp_path: Path) -> None:
    policy = read_policy(settle(tmp_path, WHOLE))
    begun = load_settings(tmp_path / "window.json", policy)
    assert (begun.theme, begun.text_size, begun.language, begun.workspace) == ("dark", 125, "cy", "D:/ClearPost")
    save_settings(tmp_path / "window.json", Settings(theme="light"))
    assert load_settings(tmp_path / "window.json", policy).theme == "light"


def test_a_look_that_does_not_exist_is_not_taken_over(tmp_path: Path) -> None:
    policy = read_policy(settle(tmp_path, '[window]\ntheme = "pink"\ntext_size = 33\n'))
    assert load_settings(tmp_path / "window.json", policy) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[window", "passed over"),
        ("theme = 'dark'", "outside of a section"),
        ("[window]\ncolour = 'red'", "no setting “window.colour”"),
        ("[safety]\nremember_key = 'no'", "“safety.remember_key” is of the wrong kind"),
        ("[safety]\nlock_after_minutes = true", "wrong kind"),
    ],
)
def test_what_is_wrong_is_named_and_the_rest_counts(tmp_path: Path, text: str, said: str) -> None:
    policy = read_policy(settle(tmp_path, text))
    assert said in policy.problems[0]
    assert policy.remember_key


def test_a_file_that_others_may_write_is_passed_over(tmp_path: Path) -> None:
    file = settle(tmp_path, WHOLE)
    file.chmod(0o666)
    assert read_policy(file).theme == ""
    assert "others than its owner" in read_policy(file).problems[0]


def test_locking_can_come_sooner_and_never_later() -> None:
    usual = timedelta(minutes=10)
    assert MachinePolicy(lock_after_minutes=5).lock_after(usual) == timedelta(minutes=5)
    for minutes in (0, -1, 30, 10_000):
        assert MachinePolicy(lock_after_minutes=minutes).lock_after(usual) == usual


def test_where_it_says_so_no_keyring_opens_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    administrator = Administrator("office", "Office", "three plain words")
    folder = tmp_path / "workspace"
    create_workspace(folder, school="Hollybank", passphrase="a long passphrase", administrator=administrator).close()
    monkeypatch.setenv("CLEARPOST_POLICY", str(settle(tmp_path, WHOLE)))
    assert not can_remember()
    assert not is_remembered_here(folder)
    for words in ({"passphrase": ""}, {"passphrase": "a long passphrase", "remembered": True}):
        with pytest.raises(StorageError) as refused:
            open_workspace(folder, **words)  # type: ignore[arg-type]
        assert refused.value.code == "no-remembering"
    open_workspace(folder, passphrase="a long passphrase").close()


def test_the_settings_of_a_person_roam_and_stay_where_they_were_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLEARPOST_SETTINGS", raising=False)
    monkeypatch.setattr(platformdirs, "PlatformDirs", windows.Windows)
    monkeypatch.setattr(windows, "_RESOLVE_WIN_FOLDER", windows.get_win_folder_from_env_vars)
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert default_file() == tmp_path / "Roaming" / "ClearPost" / "window.json"
    assert platformdirs.user_cache_path("ClearPost").is_relative_to(tmp_path / "Local")
    assert platformdirs.user_data_path("ClearPost").is_relative_to(tmp_path / "Local")
    before = platformdirs.user_config_path("ClearPost") / "window.json"
    save_settings(before, Settings(theme="dark"))
    assert default_file() == before
