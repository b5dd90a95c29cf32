"""The tour's stops on the way in: what is plugged in, copying, its end, and choosing among the photos."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.devices.connected import Connected
from app.devices.folder_device import FolderDevice
from app.domain.photo import DeviceKind
from app.ui.main_window import MainWindow
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from tests.bench.portraits import class_photo
from tests.gui import school
from tests.gui.tour_scenes import Scene
from tests.gui.tour_school import Stop, make_empty
from tests.gui.waiting import until

LONG_NAME = "Mrs Oluwaseun-Alexandra Featherstonehaugh-Brightwater’s phone"


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


def make_arrivals(folder: Path) -> Stop:
    """A school that a phone and a camera come to."""
    phone, camera = make_devices(folder / "devices")
    stop = make_empty(folder)
    stop.places.update(phone=phone, camera=camera)
    return stop


def scenes() -> Iterator[Scene]:
    """The way in, one after the other."""
    for name, words, page, prepare in (
        ("plugged-in", "Something is plugged in", "home", plug_in),
        ("import", "Import: the questions", "import", look_at_phone),
        ("import-running", "Import: copying", "import", copy_from_phone),
        ("import-end", "Import: what became of each file", "import", end_of_import),
        ("pick", "Pick", "pick", choose),
        ("pick-side-by-side", "Pick: shots of one moment", "pick", side_by_side),
    ):
        yield Scene(name, words, "office", page, prepare, school="arrivals")


def plug_in(window: MainWindow, stop: Stop) -> None:
    """Something is plugged in while another page is in front."""
    phone = stop.places["phone"]
    window.desk.plugged.find = lambda: (Connected(str(phone), LONG_NAME, True),)
    window.desk.plugged.look_now()
    until(lambda: bool(window.desk.plugged.sources))


def look_at_phone(window: MainWindow, stop: Stop) -> None:
    """The questions, with a day chosen."""
    plug_in(window, stop)
    page = window.pages["import"]
    page.open(stop.places["phone"])
    until(lambda: page.device is not None)
    page.days.setCurrentIndex(1)
    page.event.setText(school.EVENT)


def copy_from_phone(window: MainWindow, stop: Stop) -> None:
    """Half-way through copying."""
    look_at_phone(window, stop)
    page = window.pages["import"]
    page.kind_buttons[DeviceKind.SCHOOL].click()
    page.go.click()
    until(lambda: page.progress.arrivals.rowCount() >= 4 or page.task is None)


def end_of_import(window: MainWindow, stop: Stop) -> None:
    """What became of each file."""
    copy_from_phone(window, stop)
    page = window.pages["import"]
    until(lambda: page.task is None)


def choose(window: MainWindow, stop: Stop) -> None:
    """One kept, one left out, everything looked over."""
    if "brought" not in stop.places:
        stop.places["brought"] = True
        bring_in(stop.workspace, (stop.places["phone"], stop.places["camera"]))
        window.refresh()
    page = window.pages["pick"]
    until(lambda: page.grid.shots.rowCount() > 0 and page._looking is None)
    page.grid.go_to_row(0)
    for key in (Qt.Key.Key_K, Qt.Key.Key_X):
        QTest.keyClick(page.grid, key)
    until(lambda: not page._saving and not page._reading and not page._again.isActive())


def side_by_side(window: MainWindow, stop: Stop) -> None:
    """The shots of one moment large."""
    choose(window, stop)
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
