"""`./run bench review`: how long a frame of a 48-megapixel photo takes, and a key press in a class photo of thirty."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.geometry import Box
from app.domain.people import Role
from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.canvas.painting import CanvasBox
from app.ui.canvas.photo_canvas import PhotoCanvas
from app.ui.canvas.tiles import Pyramid
from app.ui.loading import load_the_rest
from app.ui.pages.review import ReviewPage
from app.ui.theme import install_theme
from app.ui.watchdog import LIMIT_MS, Watchdog
from tests import schools
from tests.gui.class_of_30 import ClassOf30, class_of_30
from tests.gui.waiting import settle

WIDTH, HEIGHT = 8000, 6000
PATIENCE_S = 30.0
SETTLED_MS = 150


def main(argv: Sequence[str] | None = None) -> int:
    """Print the middle and the slowest of each, and the middle of what the window's thread worked."""
    parser = argparse.ArgumentParser(prog="./run bench review", description=__doc__)
    parser.parse_args(argv)
    load_the_rest()  # as the program does: otherwise Python looks for rubbish between two presses
    app = make_application([])
    install_theme(app, choice="light")
    print(f"{'':<44}{'times':>7}{'middle ms':>11}{'slowest ms':>12}{'processor ms':>14}")
    _frames()
    with tempfile.TemporaryDirectory(prefix="clearpost-bench-") as folder:
        school = schools.make_school(Path(folder) / "school")
        _presses(class_of_30(school, Path(folder) / "camera"))
        school.workspace.close()
    return 0


def _frames() -> None:
    """Zoom in to single pixels and pan across, at the size the photo has in a window of 1366 by 768."""
    canvas = PhotoCanvas()
    canvas.resize(650, 500)
    canvas.show()
    QTest.qWaitForWindowExposed(canvas)
    pixels = np.random.default_rng(1).integers(0, 255, (HEIGHT // 8, WIDTH // 8, 3), dtype=np.uint8)
    pixels = np.repeat(np.repeat(pixels, 8, axis=0), 8, axis=1)
    started = time.perf_counter()
    picture = Pyramid(pixels)
    made_ms = (time.perf_counter() - started) * 1000
    canvas.show_picture(picture, width=WIDTH, height=HEIGHT)
    canvas.show_boxes([_box(number) for number in range(30)])
    _tell("a frame while zooming, 48 megapixels", [_ms(lambda: _zoom(canvas, 1.1)) for _ in range(28)])
    canvas.grab()
    _tell("a frame while panning, zoomed in", [_ms(lambda: _pan(canvas)) for _ in range(120)])
    _tell("a frame while zooming out", [_ms(lambda: _zoom(canvas, 0.9)) for _ in range(28)])
    print(f"{'its sizes are made, off the window’s thread':<44}{1:>7}{made_ms:>11.0f}")


def _box(number: int) -> CanvasBox:
    left, top = 300 + number % 10 * 760, 900 + number // 10 * 1700
    box = Box(left, top, left + 380, top + 480)
    return CanvasBox(str(number), box, f"{number} Amara Okafor", "covered", box.grown(sides=0.3, top=0.5, bottom=0.25))


def _zoom(canvas: PhotoCanvas, factor: float) -> None:
    canvas.zoom_by(factor)
    canvas.repaint()


def _pan(canvas: PhotoCanvas) -> None:
    canvas._view = canvas._view.panned(QPointF(-22, -9))
    canvas.repaint()


def _presses(made: ClassOf30) -> None:
    """Name all of a class through the window; each press with everything that is read and shown again."""
    window = build_main_window(made.workspace, made.school.actor(Role.CONTRIBUTOR), Settings())
    window.resize(1366, 768)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.show_page("review", made.photo_id)
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    _wait(lambda: page.canvas.has_picture)
    settle(SETTLED_MS)
    dog = Watchdog()
    dog.begin()
    letters: list[tuple[float, float]] = []
    enters: list[tuple[float, float]] = []
    while any(face.needs_a_name for face in page.faces):
        name = made.who[page.chosen.region.id]
        for number, letter in enumerate(name.lower()):
            if number and page.classes.people.chosen().name == name:
                break
            letters.append(_ms(lambda letter=letter: _press(page, letter)))
            settle(SETTLED_MS)
        enters.append(_ms(lambda: _press(page, Qt.Key.Key_Return)))
        settle(SETTLED_MS)  # with the numbers beside the pages, which follow
    stalls = dog.end()
    _tell("a letter that filters the class list", letters)
    _tell("Enter that names one of thirty faces", enters)
    _tell("Tab to the next face", [_ms(lambda: _press(page, Qt.Key.Key_Tab)) for _ in range(30)])
    platforms = page.middle._tab_group.buttons()
    print(f"{f'    times over {LIMIT_MS} ms on its thread (0)':<44}{len(stalls):>7}")
    for stall in stalls[:8]:
        print(f"    {stall.ms:>5} ms ({stall.own_ms} computing, our other threads {stall.others_ms})  {stall.where}")
    _tell(
        "another platform",
        [_ms(lambda n=n: (platforms[n % 2].click(), QApplication.processEvents())) for n in range(10)],
    )
    window.close()


def _press(page: ReviewPage, key: Qt.Key | str) -> None:
    where = page.classes.search
    if isinstance(key, str):
        QTest.keyClicks(where, key)
    else:
        QTest.keyClick(where, key)
    QApplication.processEvents()  # lays out what is another thing now
    while not page.updatesEnabled():
        QApplication.processEvents()
    QApplication.processEvents()  # and paints it


def _ms(act: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of this thread's processor: on a busy PC the second says what the window needs."""
    started, worked = time.perf_counter(), time.thread_time()
    act()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - worked) * 1000


def _wait(until: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not until() and time.monotonic() < give_up:
        QApplication.processEvents()


def _tell(what: str, took: Sequence[tuple[float, float]]) -> None:
    clock, processor = [a for a, _ in took], [b for _, b in took]
    numbers = f"{len(took):>7}{statistics.median(clock):>11.1f}{max(clock):>12.1f}{statistics.median(processor):>14.1f}"
    print(f"{what:<44}{numbers}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
