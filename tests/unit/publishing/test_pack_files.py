"""Packs appear whole or not at all."""

from __future__ import annotations

import json
import re

import pytest

from app.domain.errors import NotAllowedError, StorageError, VerificationError
from app.domain.photo import Digest, digest_of
from app.publishing import pack_files
from app.publishing.pack_files import (
    PackPicture,
    PackWords,
    discard_staged,
    publish_staged,
    remove_unrecorded,
    stage_pack,
    staged_at,
)  # fmt: skip


def picture(data=b"jpeg bytes", **more):
    values = {"sha256": digest_of(data), "width": 10, "height": 5, "alt_text": "A field.", "rights": "STAFF"}
    return PackPicture(**({"data": data, "attribution": ""} | values | more))


WORDS = PackWords(caption="Hello", checklist=lambda names: "Do: " + ", ".join(names), details={"post": "p"})


def staged(folder, *pictures):
    return stage_pack(folder, "pack", pictures=pictures or (picture(),), words=WORDS)


def test_a_staged_pack_is_hidden_until_it_is_published(tmp_path):
    pack = staged(tmp_path, picture(b"one"), picture(b"two"))
    assert not pack.final.exists()
    assert [p.name[0] for p in tmp_path.iterdir()] == ["."]
    assert publish_staged(pack) == tmp_path / "pack"
    manifest = json.loads((tmp_path / "pack" / "manifest.json").read_text())
    assert [p["sha256"] for p in manifest["pictures"]] == [digest_of(b"one"), digest_of(b"two")]
    assert {p.name for p in pack.final.iterdir()} == set(pack.files)


def test_a_pack_that_another_start_of_the_program_made_visible_is_out(tmp_path):
    pack = staged(tmp_path)
    assert publish_staged(pack) == publish_staged(pack) == pack.final
    again = staged_at(pack.final)
    assert again is None


@pytest.mark.policy("002-20")
def test_file_names_are_random_and_say_nothing(tmp_path):
    pack = staged(tmp_path)
    [name] = [f for f in pack.files if f.endswith(".jpg")]
    assert re.fullmatch(r"[0-9a-f]{32}\.jpg", name)


def test_bytes_that_are_not_the_approved_ones_are_refused_and_leave_nothing(tmp_path):
    with pytest.raises(VerificationError, match="approved"):
        staged(tmp_path, picture(b"one"), picture(b"two", sha256=Digest("0" * 64)))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_keeps_other_bytes_is_refused_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(pack_files, "read_from_disk", lambda path: path.read_bytes()[:-1])
    with pytest.raises(VerificationError, match="did not keep"):
        staged(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_stands_there_is_replaced(tmp_path):
    (tmp_path / "pack").mkdir()
    with pytest.raises(StorageError, match="already"):
        staged(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


def test_a_destination_may_be_refused_before_anything_is_written(tmp_path):
    def refuse(_folder):
        raise NotAllowedError("Not to a memory stick.")

    with pytest.raises(NotAllowedError):
        stage_pack(tmp_path, "pack", pictures=(), words=WORDS, refuse=refuse)
    assert list(tmp_path.iterdir()) == []


def test_only_a_whole_hidden_pack_is_found_again(tmp_path):
    pack = staged(tmp_path)
    assert staged_at(pack.final) is not None
    (pack.staged / "caption.txt").write_text("Hallo")
    assert staged_at(pack.final) is None
    assert staged_at(tmp_path / "other") is None


def test_hidden_packs_without_a_release_are_cleared_away(tmp_path):
    pack = staged(tmp_path)
    assert remove_unrecorded(tmp_path, {"pack"}) == 0
    assert pack.staged.exists()
    assert remove_unrecorded(tmp_path, set()) == 1
    assert list(tmp_path.iterdir()) == []
    assert remove_unrecorded(tmp_path / "gone", set()) == 0


def test_a_discarded_pack_is_gone(tmp_path):
    discard_staged(staged(tmp_path))
    assert list(tmp_path.iterdir()) == []
