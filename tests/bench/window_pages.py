"""Each page of a window over a full workspace: how soon it is there, how it scrolls, how soon a search shows rows."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from app.settings import Settings
from app.ui.application import build_main_window
from app.ui.loading import tidy_up
from app.ui.main_window import MainWindow
from app.ui.models.sliced import SlicedView
from app.ui.pages.page import Page
from app.ui.watchdog import Watchdog
from app.workflow.workspace import Workspace
from tests.gui import school
from tests.gui.waiting import settle, until

SWITCH_MS, FRAME_MS, STALL_MS, SEARCH_MS = 100, 33, 50, 100
"""What is promised."""
WHO = ("head", "data", "it", "office")
_ELSEWHERE = frozenset({"review"})
"""`./run bench review` measures it, in a school of the usual size: it looks for every name of the roll in a photo."""
_STEPS, _SETTLE_MS, _PATIENCE_S = 200, 400, 20
_SEARCHED = {"register": "oka", "records": "answer", "users": "ben"}
_TYPED = "week"
_LINE = "{:<12}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}  {}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds, `rows` of the longest list; None where a page has no list or no search."""

    page: str
    first: float
    again: float
    rows: int | None
    gap: float | None
    slowest_gap: float | None
    search: float | None
    stalls: int
    stall: float
    where: str

    def to_row(self) -> str:
        goals = (
            (self.first, SWITCH_MS), (self.again, SWITCH_MS), (self.slowest_gap, FRAME_MS),
            (self.search, SEARCH_MS), (self.stall, STALL_MS),
        )  # fmt: skip
        over = sum(1 for figure, goal in goals if figure is not None and figure > goal)
        shown = (self.first, self.again, self.rows, self.gap, self.slowest_gap, self.search, self.stalls, self.stall)
        words = f"{over} over  {self.where}" if over else ""
        return _LINE.format(self.page, *("-" if figure is None else f"{figure:,.0f}" for figure in shown), words)


def measure(app: QApplication, workspace: Workspace) -> Iterator[Figures]:
    """Every page once, by the first person who may use it."""
    done: set[str] = set()
    for who in WHO:
        window = build_main_window(workspace, school.actor(workspace, who), Settings(), is_at_once=False)
        window.resize(1366, 768)
        window.show()
        window.go(next(iter(window.pages)))
        settle(3 * _SETTLE_MS)
        for key in [key for key in window.pages if key not in done | _ELSEWHERE]:
            yield _page(app, window, key)
            done.add(key)
        window.close()
        window.deleteLater()
        settle(_SETTLE_MS)
        tidy_up()  # as the program does


def headings() -> str:
    """The names of the columns, and what is promised for them."""
    names = ("page, ms", "first", "again", "rows", "frame", "slowest", "search", "stalls", "longest")
    goals = ("promised", SWITCH_MS, SWITCH_MS, "", "", FRAME_MS, SEARCH_MS, 0, STALL_MS)
    return "\n".join((_LINE.format(*names, "the longest stall"), _LINE.format(*goals, "")))


def _page(app: QApplication, window: MainWindow, key: str) -> Figures:
    elsewhere = next(other for other in window.pages if other != key)
    _go(window, elsewhere)
    settle(_SETTLE_MS)
    dog = Watchdog()
    dog.begin()
    first = _go(window, key)
    page = window.pages[key]
    _settle(page)
    _go(window, elsewhere)
    settle(_SETTLE_MS)
    again = _go(window, key)
    _settle(page)
    view = _longest_list(page)
    rows = view.model().rowCount() if view is not None else None
    gaps = _scroll(app, view) if view is not None and rows else []
    search = _search(page)
    stalls = dog.end()
    return Figures(
        key, first, again, rows,
        statistics.median(gaps) if gaps else None, max(gaps) if gaps else None, search,
        len(stalls), stalls[0].ms if stalls else 0,
        f"{stalls[0].own_ms} computing, {stalls[0].where}" if stalls else "",
    )  # fmt: skip


def _go(window: MainWindow, key: str) -> float:
    """From the press of a key to the painted page."""
    began = time.perf_counter()
    window.go(key)
    until(lambda: window.current.key == key and window.current.isVisible(), step_ms=1)
    window.repaint()
    return (time.perf_counter() - began) * 1000


def _settle(page: Page) -> None:
    """Until what is read aside is there."""
    settle(_SETTLE_MS)
    patient_until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < patient_until and (
        any(view.is_reading for view in page.findChildren(SlicedView)) or _waits(page)
    ):
        settle(20)


def _waits(page: Page) -> bool:
    """Whether the register's names are still being read."""
    people = getattr(page, "people", None)
    return people is not None and getattr(people, "is_reading", False)


def _longest_list(page: Page) -> QAbstractItemView | None:
    views = [v for v in page.findChildren(QAbstractItemView) if v.isVisible() and v.model() is not None]
    return max(views, key=lambda view: view.model().rowCount(), default=None)


def _scroll(app: QApplication, view: QAbstractItemView) -> list[float]:
    """From the top to the foot; each step painted, with whatever comes in meanwhile."""
    bar, gaps = view.verticalScrollBar(), []
    for step in range(_STEPS):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * step // (_STEPS - 1))
        view.viewport().repaint()
        app.processEvents()
        gaps.append((time.perf_counter() - began) * 1000)
    return gaps


def _search(page: Page) -> float | None:
    """From the press of a key to the first rows, the slowest of a few letters."""
    field = _search_field(page)
    if field is None:
        return None
    view = _longest_list(page)
    times = []
    for letter in _SEARCHED.get(page.key, _TYPED):
        began = time.perf_counter()
        QTest.keyClick(field, letter, Qt.KeyboardModifier.NoModifier)
        until(lambda: not isinstance(view, SlicedView) or view.shows_newest, step_ms=1)
        if view is not None:
            view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1000)
        settle(50)
    field.clear()
    _settle(page)
    return max(times)


def _search_field(page: Page) -> QLineEdit | None:
    sift = getattr(page, "sift", None) or getattr(getattr(page, "left", None), "sift", None)
    field = getattr(sift, "search", None) or getattr(page, "search", None)
    return field if isinstance(field, QLineEdit) and field.isVisible() else None
