"""Making a workspace: whole, or as if nobody had tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Administrator, create_workspace
from app.domain.errors import NotAllowedError, StorageError
from tests.schools import PASSPHRASE, PASSWORD, reopen


def test_a_refused_password_leaves_the_folder_ready_for_another_try(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    with pytest.raises(NotAllowedError, match="password is too short"):
        create_workspace(
            folder, school="Hollybank", passphrase=PASSPHRASE, administrator=Administrator("it", "Sam Hill", "short")
        )
    assert list(folder.iterdir()) == []
    create_workspace(
        folder, school="Hollybank", passphrase=PASSPHRASE, administrator=Administrator("it", "Sam Hill", PASSWORD)
    ).close()
    workspace = reopen(folder)
    assert workspace.school == "Hollybank"
    workspace.close()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(StorageError, match="not empty"):
        create_workspace(
            tmp_path, school="Hollybank", passphrase=PASSPHRASE, administrator=Administrator("it", "Sam", PASSWORD)
        )
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
