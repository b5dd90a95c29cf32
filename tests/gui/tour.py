"""A tour of every page and its main states, light and dark, at several text sizes, as pictures (``--out DIR``).

From a real workspace with real photos where they are, and with a page to leaf through them (``index.html``).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.main_window import MainWindow
from app.ui.theme import install_theme
from tests.gui import tour_bringing_in as coming_in
from tests.gui import tour_comparing as comparing
from tests.gui import tour_starting as starting
from tests.gui.tour_index import Shot, write_index
from tests.gui.tour_scenes import MUCH, Scene, scenes
from tests.gui.tour_school import Stop, let_much_happen, make_empty, make_stop
from tests.gui.waiting import come_to_rest, settle

SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080)}
TEXTS = (100, 150, 200)
THEMES = ("light", "dark")
SETTLED_MS, REPAINTED_MS = 400, 60
"""Until pictures and lists have come; until another theme is drawn."""


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tour", description="Pictures of every page.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--size", choices=[*SIZES, "all"], default="1366x768")
    parser.add_argument("--text", type=int, choices=TEXTS, nargs="+", default=[100, 150], help="text sizes, per cent")
    parser.add_argument("--theme", choices=THEMES, nargs="+", default=list(THEMES))
    parser.add_argument("--only", nargs="+", default=[], help="pictures whose name begins so")
    wanted = parser.parse_args(argv)
    wanted.out.mkdir(parents=True, exist_ok=True)
    app = make_application(["clearpost"])
    with tempfile.TemporaryDirectory(prefix="clearpost-tour-") as scratch, ExitStack() as ends:
        tour = Tour(app, Path(scratch), wanted.out, ends)
        tour.sizes = list(SIZES) if wanted.size == "all" else [wanted.size]
        tour.texts, tour.themes, tour.only = wanted.text, wanted.theme, tuple(wanted.only)
        tour.run()
    write_index(wanted.out, tour.shots)
    print(f"{len(tour.shots)} pictures in {wanted.out}; open {wanted.out / 'index.html'} to leaf through them")
    return 0


class Tour:
    """Makes the schools it needs when the first of their pictures is wanted, and stops at every page."""

    def __init__(self, app: QApplication, scratch: Path, out: Path, ends: ExitStack) -> None:
        self._app, self._scratch, self._out, self._ends = app, scratch, out, ends
        self.sizes: list[str] = ["1366x768"]
        self.texts: Sequence[int] = (100,)
        self.themes: Sequence[str] = THEMES
        self.only: tuple[str, ...] = ()
        self.shots: list[Shot] = []
        self._stops: dict[str, Stop] = {}

    def run(self) -> None:
        """Everything, in the order of the day."""
        self._windows(lambda: starting.doors(self._scratch / "sample"), starting.DOORS)
        for scene in (*scenes(), *coming_in.scenes(), *comparing.scenes()):
            if self._is_wanted(scene.name):
                self._scene(scene)
        self._windows(lambda: starting.covers(self._stop("nothing").workspace), starting.COVERS)

    def _is_wanted(self, name: str) -> bool:
        return not self.only or name.startswith(self.only)

    def _stop(self, kind: str) -> Stop:
        """The school of this kind; `much` begins as `photos`, so its pictures come after theirs."""
        makers: dict[str, Callable[[Path], Stop]] = {
            "nothing": make_empty,
            "photos": make_stop,
            "arrivals": coming_in.make_arrivals,
            "comparing": lambda folder: comparing.make_comparing(folder, self._ends),
        }
        if kind == MUCH and MUCH not in self._stops:
            self._stops[MUCH] = let_much_happen(self._stop("photos"), self._scratch / "much")
        elif kind not in self._stops:
            self._stops[kind] = makers[kind](self._scratch / kind)
            self._ends.callback(self._stops[kind].workspace.close)
        return self._stops[kind]

    def _scene(self, scene: Scene) -> None:
        stop = self._stop(scene.school)
        for size in self.sizes:
            for text in self.texts:
                install_theme(self._app, choice=self.themes[0], scale=text / 100)
                window = open_scene(scene, stop, Settings(theme=self.themes[0], text_size=text), SIZES[size])
                if not window.desk.running:  # copying is one of the pictures
                    come_to_rest(window)
                settle(SETTLED_MS)
                self._both_themes(window, scene.name, scene.words, size, text)
                window.close()
                window.deleteLater()

    def _windows(self, opened: Callable[[], Iterator[starting.Shown]], names: tuple[str, ...]) -> None:
        """Windows of their own, such as the sign-in page; they are one after the other's steps."""
        if self.only and not any(name.startswith(names) for name in self.only):
            return
        for text in self.texts:
            install_theme(self._app, choice=self.themes[0], scale=text / 100)
            for name, words, widget in opened():
                if self._is_wanted(name):
                    widget.show()
                    settle(SETTLED_MS)
                    self._both_themes(widget, name, words, "", text)

    def _both_themes(self, widget: QWidget, name: str, words: str, size: str, text: int) -> None:
        for theme in self.themes:
            install_theme(self._app, choice=theme, scale=text / 100)
            settle(REPAINTED_MS)
            shot = Shot(name, words, size, theme, text)
            widget.grab().save(str(self._out / shot.file))
            self.shots.append(shot)
        install_theme(self._app, choice=self.themes[0], scale=text / 100)


def open_scene(scene: Scene, stop: Stop, settings: Settings, size: tuple[int, int]) -> MainWindow:
    """The window of the scene's person, at its page, with what is pressed first already pressed."""
    window = build_main_window(stop.workspace, stop.actor(scene.user), settings)
    window.resize(*size)
    window.show()
    go_to(window, scene, stop)
    return window


def go_to(window: MainWindow, scene: Scene, stop: Stop) -> None:
    """Bring the scene in front in a window that is open."""
    what = scene.what
    window.show_page(scene.page, stop.places.get(what, what) if isinstance(what, str) else what)
    if scene.prepare is not None:
        scene.prepare(window, stop)


if __name__ == "__main__":
    sys.exit(main())
