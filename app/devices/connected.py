"""What is plugged in now, by the adapters this system has: drives everywhere, cameras and phones by libgphoto2 or WPD.

Chosen once by platform; the libraries are loaded when somebody first asks.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.devices.finding import find_sources
from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError
from app.domain.ports import SourceDevice

log = logging.getLogger(__name__)

CAMERA = "camera:"
"""Begins the place of a device that shows up as no drive."""


@dataclass(frozen=True, slots=True)
class Connected:
    """A source that is there now. `place` is a folder, or names a camera or phone for `open_source`."""

    place: str
    label: str
    is_camera: bool


def connected() -> tuple[Connected, ...]:
    """Every card, stick, camera and phone that is plugged in, those that hold photos for sure first.

    A camera that shows up as a drive too may be listed twice; either way is fine. Where cameras on a cable cannot be
    asked for, cards and sticks are there all the same.
    """
    drives = [Connected(str(found.folder), found.label, found.has_camera_folder) for found in find_sources()]
    on_cables: list[Connected] = []
    try:
        on_cables = [Connected(CAMERA + place, label, True) for place, label in cameras()]
    except DeviceError as problem:
        log.info("cameras and phones on a cable cannot be listed", exc_info=problem)
    return tuple(sorted((*on_cables, *drives), key=lambda one: not one.is_camera))


@contextmanager
def open_source(place: str) -> Iterator[SourceDevice]:
    """The device at a place, given back when the caller is done.

    Raises:
        DeviceError: it is not there (any more).
    """
    with ExitStack() as closing:
        if not place.startswith(CAMERA):
            yield FolderDevice(Path(place))
            return
        device = open_camera(place)
        closing.callback(device.close)
        yield device


@contextmanager
def plugged_in(key: str) -> Iterator[SourceDevice | None]:
    """The device that says this of itself, if it is plugged in now; None when it is not. Others are given back at once.

    Raises:
        DeviceError: it is not among those that answered, and one does not answer or is locked: it may be that one.
    """
    silent: DeviceError | None = None
    with ExitStack() as closing:
        for found in connected():
            with ExitStack() as looking:
                try:
                    source = looking.enter_context(open_source(found.place))
                    is_meant = source.identity.key == key
                except DeviceError as problem:
                    silent = problem
                    continue
                if is_meant:
                    closing.enter_context(looking.pop_all())
                    yield source
                    return
        if silent is not None:
            raise silent
        yield None


def open_camera(place: str) -> CameraDevice:
    """A camera or phone that shows up as no drive.

    Raises:
        DeviceError: it is gone, locked, or does not answer.
    """
    address = place.removeprefix(CAMERA)
    if sys.platform == "win32":
        from app.devices.wpd_device import WpdDevice, windows_manager

        return WpdDevice(windows_manager(), address)
    from app.devices.gphoto_device import GphotoDevice

    return GphotoDevice(address)


class CameraDevice(SourceDevice, Protocol):
    """A device that has to be given back."""

    def close(self) -> None: ...


def get_ready() -> None:
    """Load what looking for cameras needs, so that the first look keeps nobody waiting."""
    if sys.platform != "win32":
        from app.devices import gphoto_device

        gphoto_device.get_ready()


def cameras() -> tuple[tuple[str, str], ...]:
    """Address and label of each camera and phone that shows up as no drive.

    Raises:
        DeviceError: this system cannot ask for them.
    """
    if sys.platform == "win32":
        from app.devices.wpd_device import find_phones, windows_manager

        return find_phones(windows_manager())
    from app.devices.gphoto_device import find_cameras

    return find_cameras()
