"""Removing one original: the same bytes, and absence asked anew."""

from __future__ import annotations

from app.devices.folder_device import FolderDevice
from app.devices.removal import remove_original
from app.domain.photo import digest_of


def test_a_file_that_still_holds_the_copied_bytes_is_removed(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"photo")
    assert remove_original(FolderDevice(tmp_path), "a.jpg", sha256=digest_of(b"photo")).is_removed
    assert not (tmp_path / "a.jpg").exists()


def test_a_file_that_changed_since_it_was_copied_stays(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"another photo")
    removal = remove_original(FolderDevice(tmp_path), "a.jpg", sha256=digest_of(b"photo"))
    assert not removal.is_removed
    assert removal.problem is not None
    assert removal.problem.code == "changed"
    assert (tmp_path / "a.jpg").read_bytes() == b"another photo"


class LyingPhone(FolderDevice):
    """Like phones that answer "done" and keep the file."""

    def remove(self, object_id: str) -> None:
        pass


def test_a_device_that_claims_a_removal_it_did_not_make_is_not_believed(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"photo")
    removal = remove_original(LyingPhone(tmp_path), "a.jpg", sha256=digest_of(b"photo"))
    assert not removal.is_removed
    assert removal.problem is not None
    assert removal.problem.code == "still-listed"


def test_a_file_that_is_gone_already_is_no_removal_of_ours(tmp_path):
    removal = remove_original(FolderDevice(tmp_path), "a.jpg", sha256=digest_of(b"photo"))
    assert not removal.is_removed
    assert removal.problem is not None
    assert removal.problem.code == "file-gone"
