"""A folder, card or stick as a source of photos."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError, PhotoUnreadableError
from app.domain.ports import SourceDevice


@pytest.fixture
def card(tmp_path) -> Path:
    card = tmp_path / "card"
    (card / "DCIM" / "100CANON").mkdir(parents=True)
    (card / "DCIM" / "101CANON").mkdir()
    (card / "DCIM" / "100CANON" / "IMG_0001.JPG").write_bytes(b"one")
    (card / "DCIM" / "101CANON" / "IMG_0001.JPG").write_bytes(b"another")
    (card / "readme.txt").write_bytes(b"words")
    return card


def ids(device: SourceDevice) -> list[str]:
    return [found.object_id for found in device.list_objects()]


def test_every_file_is_listed_by_its_path_and_clashing_names_stay_apart(card):
    device = FolderDevice(card)
    assert ids(device) == ["DCIM/100CANON/IMG_0001.JPG", "DCIM/101CANON/IMG_0001.JPG", "readme.txt"]
    assert [device.read(i) for i in ids(device)] == [b"one", b"another", b"words"]
    assert next(device.list_objects()).bytes == 3


@pytest.mark.parametrize(
    "name", [".hidden.jpg", "Thumbs.db", ".Trash-1000/a.jpg", "$RECYCLE.BIN/a.jpg", "System Volume Information/x"]
)
def test_hidden_and_system_files_are_left_out(card, name):
    path = card / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    assert len(ids(FolderDevice(card))) == 3


def test_links_are_never_followed_out_of_the_folder(card, tmp_path):
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "secret.jpg").write_bytes(b"secret")
    (card / "link.jpg").symlink_to(tmp_path / "private" / "secret.jpg")
    (card / "folder").symlink_to(tmp_path / "private")
    device = FolderDevice(card)
    assert len(ids(device)) == 3
    for object_id in ("link.jpg", "folder/secret.jpg", "../private/secret.jpg", "/etc/passwd", "", "DCIM/../../x"):
        with pytest.raises(DeviceError):
            device.read(object_id)
    for object_id in ("folder/secret.jpg", "../private/secret.jpg", str(tmp_path / "private" / "secret.jpg")):
        with pytest.raises(DeviceError):
            device.remove(object_id)
    assert (tmp_path / "private" / "secret.jpg").exists()


def test_a_pipe_is_not_listed_and_cannot_block_the_import(card):
    os.mkfifo(card / "pipe.jpg")
    device = FolderDevice(card)
    assert len(ids(device)) == 3
    with pytest.raises(DeviceError):
        device.read("pipe.jpg")


def test_a_file_over_the_limit_is_refused_with_its_name(card):
    with pytest.raises(PhotoUnreadableError, match=r"readme\.txt") as refused:
        FolderDevice(card, max_bytes=4).read("readme.txt")
    assert refused.value.code == "too-many-bytes"


def test_a_removed_file_is_gone_from_the_listing_and_the_others_stay(card):
    device = FolderDevice(card)
    device.remove("DCIM/100CANON/IMG_0001.JPG")
    assert not device.exists("DCIM/100CANON/IMG_0001.JPG")
    assert device.exists("DCIM/101CANON/IMG_0001.JPG")
    assert ids(device) == ["DCIM/101CANON/IMG_0001.JPG", "readme.txt"]


def test_a_missing_folder_is_a_sentence(tmp_path):
    with pytest.raises(DeviceError, match="is not there") as missing:
        FolderDevice(tmp_path / "nowhere")
    assert missing.value.code == "gone"


def test_a_device_that_was_pulled_out_is_an_error_and_never_an_empty_list_or_a_removed_file(card):
    device = FolderDevice(card)
    shutil.rmtree(card)
    for ask in (lambda: ids(device), lambda: device.read("readme.txt"), lambda: device.exists("readme.txt")):
        with pytest.raises(DeviceError) as gone:
            ask()
        assert gone.value.code == "gone"


def test_another_folder_under_the_same_name_is_not_the_same_device(card):
    """An unmounted card leaves its empty mount point behind."""
    device = FolderDevice(card)
    card.rename(card.with_name("elsewhere"))
    card.mkdir()
    with pytest.raises(DeviceError) as gone:
        device.exists("readme.txt")
    assert gone.value.code == "gone"


def test_a_file_that_vanished_is_told_from_a_device_that_is_gone(card):
    device = FolderDevice(card)
    (card / "readme.txt").unlink()
    assert not device.exists("readme.txt")
    shutil.rmtree(card / "DCIM")
    assert not device.exists("DCIM/100CANON/IMG_0001.JPG")
    with pytest.raises(DeviceError) as gone:
        device.read("readme.txt")
    assert gone.value.code == "file-gone"


def test_names_that_are_not_text_can_be_read_and_removed_all_the_same(card):
    path = os.fsencode(card) + b"/caf\xe9.jpg"
    try:
        with open(path, "wb") as file:
            file.write(b"coffee")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    device = FolderDevice(card)
    (found,) = [o for o in device.list_objects() if "caf" in o.name]
    found.object_id.encode()
    assert device.read(found.object_id) == b"coffee"
    device.remove(found.object_id)
    assert not device.exists(found.object_id)


def test_the_key_stays_the_same_when_a_device_comes_back_and_differs_between_folders(card, tmp_path):
    (tmp_path / "other").mkdir()
    first, again, other = FolderDevice(card), FolderDevice(card / "." / "DCIM" / ".."), FolderDevice(tmp_path / "other")
    assert first.identity == again.identity
    assert first.identity.key != other.identity.key


@pytest.fixture
def locked_card(card):
    if subprocess.run(["mount", "--bind", card, card], capture_output=True).returncode:
        pytest.skip("only root may mount the read-only card of this test")
    subprocess.run(["mount", "-o", "remount,ro,bind", card], check=True)
    yield card
    subprocess.run(["umount", card], check=True)


def test_a_write_protected_card_is_read_but_nothing_is_removed_and_the_lock_is_named(locked_card):
    device = FolderDevice(locked_card)
    assert device.read("readme.txt") == b"words"
    with pytest.raises(DeviceError, match="write-protected") as refused:
        device.remove("readme.txt")
    assert refused.value.code == "read-only"
    assert "lock of the card" in refused.value.remedy
    assert device.exists("readme.txt")


def test_nothing_is_removed_from_a_protected_place(card):
    (card / "workspace.json").write_text("{}")
    device = FolderDevice(card)
    assert not device.identity.removable
    with pytest.raises(DeviceError) as refused:
        device.remove("readme.txt")
    assert refused.value.code == "never-removed"
    assert device.exists("readme.txt")


def test_a_workspace_below_the_folder_is_neither_listed_nor_touched(card):
    (card / "School" / "vault").mkdir(parents=True)
    (card / "School" / "workspace.json").write_text("{}")
    (card / "School" / "vault" / "object").write_bytes(b"sealed")
    device = FolderDevice(card)
    assert not [i for i in ids(device) if i.startswith("School")]
    with pytest.raises(DeviceError):
        device.remove("School/vault/object")
    assert (card / "School" / "vault" / "object").exists()
