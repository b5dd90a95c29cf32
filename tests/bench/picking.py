"""`./run bench picking`: Pick with many photos: frames while scrolling, pauses at a key press, and memory."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np

from app.domain.photo import PhotoState

_EDGE_PX = 288
_FRAMES = 300


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; returns the exit code."""
    parser = argparse.ArgumentParser(prog="./run bench picking", description=__doc__)
    parser.add_argument("--photos", type=int, default=10_000)
    wanted = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="clearpost-picking-") as scratch:
        for what, figure in measure(Path(scratch), wanted.photos):
            print(f"{what:<46}{figure}")
    return 0


def measure(folder: Path, photos: int) -> list[tuple[str, str]]:
    """Fill the real page of a real window with that many photos and use it."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest

    from app.settings import Settings
    from app.ui import thumbnails
    from app.ui.application import build_main_window, make_application
    from app.workflow import pick
    from tests.gui import school

    app = make_application(["clearpost"])
    workspace = school.make_school(folder / "school", with_photos=False)
    office = school.actor(workspace, "office")
    fill(workspace, photos)
    began = time.perf_counter()
    board = pick.board(workspace, office, "Sports day")
    read_s = time.perf_counter() - began
    noise = np.random.default_rng(7).integers(0, 255, (216, _EDGE_PX, 3), np.uint8)
    thumbnails.load_picture = lambda *_args, **_how: noise.copy()
    window = build_main_window(workspace, office, Settings())
    window.resize(1366, 768)
    window.show()
    began = time.perf_counter()
    window.show_page("pick")
    page = window.pages["pick"]
    switch_ms = 1000 * (time.perf_counter() - began)
    while page.grid.shots.rowCount() < photos:
        _live(QEventLoop, QTimer, 20)
    shown_ms = 1000 * (time.perf_counter() - began)
    gaps = _scrolled(app, page.grid)
    presses: list[float] = []
    page.grid.go_to_row(0)
    for _ in range(30):
        began = time.perf_counter()
        QTest.keyClick(page.grid, Qt.Key.Key_K)
        presses.append(1000 * (time.perf_counter() - began))
        _live(QEventLoop, QTimer, 5)
    pause = _longest_pause(QEventLoop, QTimer)
    kept_mb = thumbnails.thumbnails(window.desk).kept_bytes / 1e6
    window.close()
    workspace.close()
    return [
        ("photos, moments", f"{photos}, {len(board.moments)}"),
        ("read and group, off the GUI thread", f"{read_s:.2f} s"),
        ("page switch, until photos stand there", f"{switch_ms:.0f} ms, {shown_ms:.0f} ms"),
        ("frame while scrolling: median, longest", f"{np.median(gaps):.1f} ms, {max(gaps):.1f} ms"),
        ("key press: median, longest", f"{np.median(presses):.1f} ms, {max(presses):.1f} ms"),
        ("longest pause while the page reads again", f"{pause:.0f} ms"),
        ("kept small pictures", f"{kept_mb:.0f} MB"),
        ("memory of the window's process", f"{_memory_mb()} MB"),
    ]


def fill(workspace: Any, photos: int) -> None:
    """Photos as an import leaves them and a look notes them, without their pictures."""
    from sqlalchemy import insert

    from consent_db.schema_photos import device, photo, source_file, vault_object

    rng = np.random.default_rng(3)
    start = datetime(2026, 6, 21, 9, tzinfo=UTC)
    pictures, files, objects = [], [], []
    for number in range(photos):
        name, key = f"{number:064x}", f"{number:036d}"
        at = start + timedelta(seconds=int(number * 4))
        objects.append({"name": name, "wrapped_key": b"x", "sha256": name, "bytes": 1, "stored_at": at})
        pictures.append(
            {"id": key, "number": number + 1, "sha256": name, "vault_name": name, "state": PhotoState.IMPORTED.value,
             "width": 4000, "height": 3000, "format": "JPEG", "bytes": 1, "imported_at": at, "event": "Sports day",
             "kind": "PICTURE", "sharpness": 9.0, "likeness": rng.integers(0, 255, 304, np.uint8).tobytes(),
             "faces_counted": number % 20}
        )  # fmt: skip
        files.append(
            {"id": key, "photo_id": key, "device_id": f"d{number % 3}", "object_id": key, "name": f"IMG_{number}.JPG",
             "bytes": 1, "state": "VERIFIED", "removal_wanted": False, "updated_at": at, "taken_at": at}
        )  # fmt: skip
    devices = [
        {"id": f"d{n}", "key": f"k{n}", "label": f"Camera {n}", "kind": "SCHOOL", "first_seen_at": start}
        for n in range(3)
    ]
    with workspace.database.transaction() as connection:
        for table, rows in ((device, devices), (vault_object, objects), (photo, pictures), (source_file, files)):
            connection.execute(insert(table), rows)


def _scrolled(app: Any, grid: Any) -> list[float]:
    """Milliseconds of each frame from the first photo to the last."""
    from PySide6.QtCore import QEventLoop, QTimer

    gaps: list[float] = []
    bar = grid.verticalScrollBar()
    for frame in range(_FRAMES):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * frame // _FRAMES)
        grid.viewport().repaint()
        app.processEvents()
        gaps.append(1000 * (time.perf_counter() - began))
        _live(QEventLoop, QTimer, 1)
    return gaps


def _live(loop_kind: Any, timer: Any, wait_ms: int) -> None:
    """Let the event loop and other threads go on."""
    loop = loop_kind()
    timer.singleShot(wait_ms, loop.quit)
    loop.exec()


def _longest_pause(loop_kind: Any, timer: Any) -> float:
    """The longest gap between two ticks of a 5 ms timer in three seconds, in milliseconds."""
    ticks = [time.perf_counter()]
    ticker = timer()
    ticker.setInterval(5)
    ticker.timeout.connect(lambda: ticks.append(time.perf_counter()))
    ticker.start()
    _live(loop_kind, timer, 3000)
    ticker.stop()
    return 1000 * float(np.max(np.diff(ticks)))


def _memory_mb() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
