"""The sample school: invented, labelled, in its own folder, and removed whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Administrator, create_workspace, open_workspace
from app.domain.errors import StorageError
from app.domain.people import Role
from app.imaging.drawn_pictures import class_picture
from app.imaging.worker import DecoderProcess
from app.workflow import sample_school, users
from app.workflow.first_post import Step, still_to_do


def test_it_is_made_opened_again_and_removed_whole(tmp_path: Path) -> None:
    folder = tmp_path / "sample school"
    sample_school.make(folder, create_workspace, Administrator).close()
    assert sample_school.is_there(folder)
    assert "invented" in (folder / "SAMPLE.txt").read_text(encoding="utf-8")
    workspace = open_workspace(folder / "workspace", passphrase=sample_school.PASSWORD)
    assert "Sample" in workspace.school
    roles = {name: users.sign_in(workspace, name, sample_school.PASSWORD).roles for name in ("head", "deputy")}
    assert roles == {"head": {Role.HEAD}, "deputy": {Role.DEPUTY}}
    office = users.sign_in(workspace, "office", sample_school.PASSWORD)
    done = {step.step for step in still_to_do(workspace, office) if step.is_done}
    assert {Step.PLATFORMS, Step.PUPILS, Step.ANSWERS} <= done
    workspace.close()
    assert sample_school.remove(folder)
    assert list(tmp_path.iterdir()) == []
    assert not sample_school.remove(folder)


def test_a_folder_that_is_something_else_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(StorageError, match="not a sample school"):
        sample_school.remove(tmp_path)
    with pytest.raises(StorageError, match="not a sample school"):
        sample_school.make(tmp_path, create_workspace, Administrator)
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_the_pictures_are_drawn_the_same_each_time_and_can_be_read() -> None:
    first = class_picture((1, 2), width=400, height=300)
    assert first == class_picture((1, 2), width=400, height=300)
    assert first != class_picture((2, 1), width=400, height=300)
    decoder = DecoderProcess()
    try:
        assert decoder.decode(first, max_edge_px=400).pixels.shape == (300, 400, 3)
    finally:
        decoder.close()
