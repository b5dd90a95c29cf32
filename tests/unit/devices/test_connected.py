"""What is plugged in: cards without cameras, the one device that is meant, and others that do not answer."""

from __future__ import annotations

import pytest

from app.devices import connected as finding
from app.devices.connected import CAMERA, Connected, connected, plugged_in
from app.devices.finding import FoundSource
from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError
from tests.flow.importing import fill_phone


def unanswered(_place=""):
    raise DeviceError("The phone shows no photos.", remedy="Unlock it.", code="locked")


def test_cards_are_there_where_cameras_on_a_cable_cannot_be_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "find_sources", lambda: (FoundSource(tmp_path, "CARD", True),))
    monkeypatch.setattr(finding, "cameras", unanswered)
    assert connected() == (Connected(str(tmp_path), "CARD", True),)


def test_the_device_that_is_meant_is_found_beside_one_that_is_locked(tmp_path, monkeypatch):
    fill_phone(tmp_path / "phone", 1)
    places = (CAMERA + "usb:1", str(tmp_path), str(tmp_path / "phone"))
    monkeypatch.setattr(finding, "connected", lambda: tuple(Connected(place, place, False) for place in places))
    monkeypatch.setattr(finding, "open_camera", unanswered)
    key = FolderDevice(tmp_path / "phone").identity.key
    with plugged_in(key) as source:
        assert source is not None
        assert source.identity.key == key


def test_while_a_phone_does_not_answer_nobody_says_that_the_one_that_is_meant_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "connected", lambda: (Connected(CAMERA + "usb:1", "Phone", True),))
    monkeypatch.setattr(finding, "open_camera", unanswered)
    with pytest.raises(DeviceError, match="shows no photos"), plugged_in("camera-1"):
        pass
    monkeypatch.setattr(finding, "connected", lambda: (Connected(str(tmp_path), "Stick", False),))
    with plugged_in("camera-1") as source:
        assert source is None
