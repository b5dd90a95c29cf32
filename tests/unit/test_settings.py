"""The window's own settings: kept, read again, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings, load_settings, save_settings


def test_settings_are_the_same_after_a_restart(tmp_path: Path) -> None:
    wanted = Settings(theme="dark", text_size=150, workspace="/schools/hollybank", user="office")
    save_settings(tmp_path / "new folder" / "window.json", wanted)
    assert load_settings(tmp_path / "new folder" / "window.json") == wanted


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("stored", ["", "{", "[]", '"dark"', '{"theme": 3}', '{"theme": "pink"}', '{"text_size": 7}'])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, stored: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(stored, encoding="utf-8")
    assert load_settings(file) == Settings()


def test_a_setting_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    file.write_text('{"theme": "dark", "sound": true}', encoding="utf-8")
    assert load_settings(file) == Settings(theme="dark")


def test_a_folder_that_cannot_be_written_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    save_settings(tmp_path / "file" / "window.json", Settings(theme="dark"))
    assert load_settings(tmp_path / "file" / "window.json") == Settings()
