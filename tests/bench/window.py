"""`./run bench window`: how soon the window is there, pages change, lists scroll, and what keeps it from answering."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.loading import load_the_rest
from app.ui.main_window import MainWindow
from app.ui.models.rows import Row
from app.ui.models.sliced import SlicedView
from app.ui.pages.home import read_home
from app.ui.theme import install_theme
from app.ui.thumbnails import TILE_PX, thumbnails
from app.ui.turns import style
from app.ui.watchdog import LIMIT_MS, Watchdog
from app.workflow.workspace import Workspace
from tests.bench.processes import memory_mb
from tests.bench.startup import measure_start
from tests.bench.window_acts import tell
from tests.bench.window_data import Sizes, fill
from tests.bench.window_pages import headings, measure
from tests.gui import school
from tests.gui.waiting import settle, until

SETTLED_MS = 300
_SPUN_S = 0.02
_LINE = "{:<44}{:>12}{:>12}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 0 when everything could be measured."""
    parser = argparse.ArgumentParser(prog="./run bench window", description=__doc__)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--pictures", type=int, default=10_000)
    parser.add_argument("--with-photos", action="store_true", help="look two photos through first: half a minute more")
    parser.add_argument("--acts", action="store_true", help="and the acts of two posts, with photos: two minutes more")
    parser.add_argument("--filled", type=int, default=100, help="per cent of a full workspace; 0 leaves it out")
    chosen = parser.parse_args(argv)
    print(_LINE.format("window, offscreen", "middle", "slowest"))
    starts = sorted(measure_start() for _ in range(chosen.starts))
    print(
        _LINE.format(
            "start to visible window, s (promised: 2)", f"{statistics.median(starts):.2f}", f"{starts[-1]:.2f}"
        )
    )
    load_the_rest()
    app = make_application(["clearpost"])
    install_theme(app, choice="light")
    with tempfile.TemporaryDirectory(prefix="clearpost-bench-") as folder:
        with_photos = chosen.with_photos or chosen.acts
        workspace = school.make_school(Path(folder) / "workspace", with_photos=with_photos)
        _walk(app, workspace, is_ahead=True)
        window = _walk(app, workspace, is_ahead=False)
        _machine()
        _scroll(app, window, chosen.rows)
        _memory(window, chosen.pictures)
        window.close()
        if chosen.acts:
            tell(workspace, Path(folder), LIMIT_MS)
        workspace.close()
        if chosen.filled:
            _full(app, Path(folder) / "full", chosen.filled)
    return 0


def _full(app: QApplication, folder: Path, per_cent: int) -> None:
    """A school after many years: every page, with what is promised above each column."""
    sizes = Sizes(**{name: max(1, number * per_cent // 100) for name, number in asdict(Sizes()).items()})
    print("\na full workspace: " + ", ".join(f"{number:,} {name}" for name, number in asdict(sizes).items()))
    workspace = school.make_school(folder, with_photos=False)
    fill(workspace, sizes)
    print(headings())
    for figures in measure(app, workspace):
        print(figures.to_row(), flush=True)
    print(_LINE.format("memory after all pages, MB", f"{memory_mb(os.getpid()):.0f}", ""))
    workspace.close()


def _walk(app: QApplication, workspace: Workspace, *, is_ahead: bool) -> MainWindow:
    """Signed in, and through all pages twice, with what kept the window from answering meanwhile.

    Args:
        is_ahead: whether this person gives the window the seconds in which it builds its pages ahead.
    """
    dog = Watchdog()
    actor = school.actor(workspace, "head")
    read = read_home(workspace, actor)  # as signing in does, aside
    dog.begin()
    settle(SETTLED_MS)
    window = build_main_window(workspace, actor, Settings(), is_at_once=False)
    window.resize(1366, 768)
    settle(0)
    style(window)
    settle(0)
    window.show()
    settle(0)
    window.begin(read)
    if is_ahead:
        while not all(window.pages.is_built(key) for key in window.pages):
            settle(SETTLED_MS)
    else:
        window._ahead.stop()
    settle(SETTLED_MS)
    _pages(app, window, "built ahead" if is_ahead else "first time")
    stalls = dog.end()
    words = f"    times over {LIMIT_MS} ms on its thread (0)"
    print(_LINE.format(words, len(stalls), f"{stalls[0].ms} ms" if stalls else "-"))
    for stall in stalls[:8]:
        print(f"    {stall.ms:>5} ms ({stall.own_ms} computing, our other threads {stall.others_ms})  {stall.where}")
    if is_ahead:
        window.close()
        window.deleteLater()
        settle(SETTLED_MS)
    return window


def _machine() -> None:
    """What this machine makes of the same 20 ms of computing, again and again: what is over that is not ours."""
    rounds = 20_000
    while (took := min(_spin(rounds) for _ in range(5))) < _SPUN_S:
        rounds = round(rounds * min(4, 1.02 * _SPUN_S / took))
    times = []
    for _ in range(60):
        times.append(_spin(rounds) * 1000)
        settle(SETTLED_MS // 3)
    words = f"the machine: {_SPUN_S * 1000:.0f} ms of computing, ms"
    print(_LINE.format(words, f"{statistics.median(times):.0f}", f"{max(times):.0f}"))


def _spin(rounds: int) -> float:
    began, total = time.perf_counter(), 0
    for number in range(rounds):
        total += number
    return time.perf_counter() - began


def _pages(app: QApplication, window: MainWindow, first: str) -> None:
    """Every page, shown for the first time and again; painted, as a person sees it."""
    for words in (first, "again"):
        times = {}
        for key in window.pages:
            times[key] = _timed(app, lambda key=key: _go(window, key))
            window.repaint()
            settle(SETTLED_MS)
        slowest = max(times, key=lambda key: times[key])
        middle = f"{statistics.median(times.values()) * 1000:.0f}"
        print(_LINE.format(f"page change, {words}, ms (100)", middle, f"{times[slowest] * 1000:.0f}") + f"  {slowest}")


def _go(window: MainWindow, key: str) -> None:
    window.go(key)
    until(lambda: window.current.key == key and window.current.isVisible(), step_ms=1)


def _timed(app: QApplication, act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    app.processEvents()
    return time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class _Pupils:
    """A list of so many pupils, as a page reads it."""

    number: int

    def keys(self) -> range:
        return range(self.number)

    def items(self, keys: Sequence[int]) -> dict[int, str]:
        return {key: f"Pupil {key}" for key in keys}


def _scroll(app: QApplication, window: MainWindow, rows: int) -> None:
    """A list of many rows, from the top to the foot in four hundred steps; each painted."""
    view = SlicedView(
        "Rows", lambda name: Row(name, "Oak", state="shown", words="may be shown"), window.desk, lambda _problem: None
    )
    view.resize(500, 700)
    view.show()
    filled = _timed(app, lambda: view.show_source(_Pupils(rows), at_once=False))
    until(lambda: not view.is_reading)
    bar = view.verticalScrollBar()
    gaps = []
    for step in range(400):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * step // 399)
        view.viewport().repaint()
        app.processEvents()
        gaps.append(time.perf_counter() - began)
    middle, slowest = statistics.median(gaps) * 1000, max(gaps) * 1000
    print(_LINE.format(f"list of {rows:,} rows, fill, ms (50)", f"{filled * 1000:.0f}", ""))
    print(_LINE.format("    scroll, ms between two frames (33)", f"{middle:.1f}", f"{slowest:.1f}"))
    view.close()


def _memory(window: MainWindow, pictures: int) -> None:
    """What the program takes once so many small pictures came by; the store keeps a bounded part of them."""
    store = thumbnails(window.desk)
    pixels = np.random.default_rng(1).integers(0, 255, (TILE_PX * 3 // 4, TILE_PX, 3), dtype=np.uint8)
    for number in range(pictures):
        store._have(((f"photo-{number}", TILE_PX), pixels))  # as its worker hands them in
    words = f"memory after {pictures:,} thumbnails, MB (600)"
    print(_LINE.format(words, f"{memory_mb(os.getpid()):.0f}", "") + f"  {store.kept_bytes / 1e6:.0f} MB kept")


if __name__ == "__main__":
    sys.exit(main())
