"""The tour's stops on the way in: what is plugged in, copying, its end, and choosing among the photos."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from app.devices.connected import Connected
from app.devices.folder_device import FolderDevice
from app.domain.photo import DeviceKind
from app.ui.main_window import MainWindow
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from tests.bench.portraits import class_photo
from tests.gui import school

LONG_NAME = "Mrs Oluwaseun-Alexandra Featherstonehaugh-Brightwater’s phone"
_STEP_MS = 20


def settle(wait_ms: int) -> None:
    """Let the window and its threads work; `QTest.qWait` would keep Python from the other threads."""
    loop = QEventLoop()
    QTimer.singleShot(wait_ms, loop.quit)
    loop.exec()


def until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not is_so():
        settle(_STEP_MS)


def make_devices(folder: Path) -> tuple[Path, Path]:
    """A phone and a camera that were at the same event; some shots are of one moment, some are unsharp."""
    phone, camera = folder / LONG_NAME, folder / "School camera"
    for device in (phone, camera):
        device.mkdir(parents=True)
    for at, (rows, columns) in enumerate([(2, 3), (1, 2), (1, 3), (2, 2), (1, 4), (1, 1)]):
        picture = class_photo(1200, 900, rows=rows, columns=columns)
        moment = timedelta(hours=10, minutes=7 * at)
        _save(picture, phone / f"IMG_{at:04}.JPG", moment)
        if at % 2 == 0:
            _save(picture.crop((60, 0, 1200, 850)), camera / f"DSC_{at:04}.JPG", moment + timedelta(seconds=8))
        if at % 3 == 0:
            soft = Image.fromarray(cv2.GaussianBlur(np.asarray(picture), (0, 0), 3))
            _save(soft, phone / f"IMG_{at:04}_2.JPG", moment + timedelta(seconds=1))
    return phone, camera


def bring_in(workspace: Workspace, folders: tuple[Path, ...]) -> None:
    """Import every photo; nobody has chosen yet."""
    office = school.actor(workspace, "office")
    for folder in folders:
        for outcome in import_photos(
            workspace, office, FolderDevice(folder), event=school.EVENT, device_kind=DeviceKind.SCHOOL,
            remove_originals=False,
        ):  # fmt: skip
            if outcome.problem is not None:
                raise outcome.problem


def plug_in(window: MainWindow, phone: Path) -> None:
    """Something is plugged in while another page is in front."""
    window.desk.plugged.find = lambda: (Connected(str(phone), LONG_NAME, True),)
    window.desk.plugged.look_now()
    until(lambda: bool(window.desk.plugged.sources))


def look_at_phone(window: MainWindow, phone: Path) -> None:
    """The questions, with a day chosen."""
    plug_in(window, phone)
    page = window.pages["import"]
    page.open(phone)
    until(lambda: page.device is not None)
    page.days.setCurrentIndex(1)
    page.event.setText(school.EVENT)


def copy_from_phone(window: MainWindow, phone: Path) -> None:
    """Half-way through copying."""
    look_at_phone(window, phone)
    page = window.pages["import"]
    page.kind_buttons[DeviceKind.SCHOOL].click()
    page.go.click()
    until(lambda: page.progress.arrivals.rowCount() >= 4 or page.task is None)


def end_of_import(window: MainWindow, phone: Path) -> None:
    """What became of each file."""
    copy_from_phone(window, phone)
    page = window.pages["import"]
    until(lambda: page.task is None)


def choose(window: MainWindow) -> None:
    """One kept, one left out, everything looked over."""
    page = window.pages["pick"]
    until(lambda: page.grid.shots.rowCount() > 0 and page._looking is None)
    page.grid.go_to_row(0)
    for key in (Qt.Key.Key_K, Qt.Key.Key_X):
        QTest.keyClick(page.grid, key)
    until(lambda: not page._saving and not page._reading and not page._again.isActive())


def side_by_side(window: MainWindow) -> None:
    """The shots of one moment large."""
    choose(window)
    page = window.pages["pick"]
    page.grid.go_to_row(0)
    page.toggle_beside()
    until(lambda: all(cell.has_picture for cell in page.beside.cells if cell.isVisible()))


def _save(picture: Image.Image, path: Path, moment: timedelta) -> None:
    """As a camera writes it, with the time of its clock on the day of the event."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = f"{datetime(2026, 6, 21) + moment:%Y:%m:%d %H:%M:%S}"
    picture.save(path, quality=88, exif=exif)
    taken = (datetime(2026, 6, 21) + moment).timestamp()
    os.utime(path, (taken, taken))
