"""A back-up brings back what was erased since; the list kept beside it says what has to go again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.bootstrap import open_workspace
from app.domain.errors import NotAllowedError, RegisterError, StorageError
from app.domain.people import Role
from app.workflow import erased_again, retention
from app.workflow.restore import restore
from tests.flow.erasing import everything_in, rows_in
from tests.flow.posting import Story, tell
from tests.flow.test_workspace_backup import BACKUP_PASSPHRASE, backed_up
from tests.schools import School


@pytest.fixture
def story(school: School, tmp_path: Path) -> Story:
    return tell(school, tmp_path / "camera")


def erase_amara(story: Story) -> None:
    dpo = story.school.actor(Role.DPO)
    shown = retention.preview_person(story.workspace, dpo, story.school.pupils["Amara"].id, with_photos=True)
    outcomes = retention.erase(story.workspace, dpo, shown, typed=len(shown.items), because="asked for in writing")
    assert [outcome.problem for outcome in outcomes] == [None, None]


def test_what_a_restore_brings_back_is_erased_again_by_the_list(story: Story, tmp_path: Path) -> None:
    dpo = story.school.actor(Role.DPO)
    made = backed_up(story.school, tmp_path / "b")
    erase_amara(story)
    assert erased_again.save_list(story.workspace, dpo, tmp_path / "erased.json") == 2
    assert "Amara" not in (tmp_path / "erased.json").read_text()
    with pytest.raises(RegisterError, match="Nothing of this list is here"):
        erased_again.preview_again(story.workspace, dpo, tmp_path / "erased.json")
    list(restore(made.file, tmp_path / "new", passphrase=BACKUP_PASSPHRASE))
    restored = open_workspace(tmp_path / "new", passphrase=BACKUP_PASSPHRASE)
    try:
        assert "Okafor" in everything_in(restored)
        shown = erased_again.preview_again(restored, dpo, tmp_path / "erased.json")
        assert sorted(item.subject.value for item in shown.items) == ["person", "photo"]
        outcomes = retention.erase(restored, dpo, shown, typed=2, because="erased before the restore")
        assert [outcome.problem for outcome in outcomes] == [None, None]
        assert "Okafor" not in everything_in(restored)
        assert rows_in(restored, "photo") == 0
    finally:
        restored.close()


def test_only_who_erases_reads_a_list_and_only_a_list_is_read(story: Story, tmp_path: Path) -> None:
    dpo, path = story.school.actor(Role.DPO), tmp_path / "erased.json"
    for wrong in ("[]", "{}", '{"erased": [{"subject": 1}]}', "erased"):
        path.write_text(wrong)
        with pytest.raises(RegisterError, match="no list of what was erased"):
            erased_again.preview_again(story.workspace, dpo, path)
    path.write_text(json.dumps({"erased": [{"subject": story.photo_id, "kind": "photo"}]}))
    with pytest.raises(NotAllowedError):
        erased_again.preview_again(story.workspace, story.head, path)
    assert len(erased_again.preview_again(story.workspace, dpo, path).items) == 1
    with pytest.raises(StorageError):
        erased_again.preview_again(story.workspace, dpo, tmp_path / "missing.json")
    with pytest.raises(StorageError, match="Choose another name"):
        erased_again.save_list(story.workspace, dpo, path)
    with pytest.raises(NotAllowedError):
        erased_again.save_list(story.workspace, story.office, tmp_path / "other.json")
