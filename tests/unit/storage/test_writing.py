"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os

import pytest

from app.domain.errors import StorageError
from app.storage.writing import read_from_disk, storage_error, write_whole


def test_what_is_written_is_read_from_the_disk(tmp_path):
    write_whole(tmp_path / "a", b"x" * 3_000_001)
    assert read_from_disk(tmp_path / "a") == b"x" * 3_000_001
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_failed_write_leaves_the_last_good_state(tmp_path, monkeypatch):
    write_whole(tmp_path / "a", b"good")

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StorageError) as broken:
        write_whole(tmp_path / "a", b"new")
    assert broken.value.code == "disk-error"
    assert (tmp_path / "a").read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "not-writable"),
        (errno.EACCES, "not-writable"),
        (errno.ENOENT, "folder-missing"),
        (errno.EIO, "disk-error"),
    ],
)
def test_every_fault_of_the_disk_has_a_sentence_and_a_remedy(number, code):
    problem = storage_error(OSError(number, os.strerror(number)))
    assert problem.code == code
    assert problem.remedy
