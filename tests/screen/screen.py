"""An X server of its own, ClearPost on it, and hands: `xdotool` moves the mouse and presses keys as a person would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageGrab

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_S = 120.0
_SIZE = "1366x768x24"


def missing() -> str:
    """Why there can be no screen here; empty when there can be one."""
    needed = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]
    return f"{' and '.join(needed)} not installed (Debian: apt-get install xvfb xdotool)" if needed else ""


@contextmanager
def x_server() -> Iterator[str]:
    """Start a server on a free number and give its name, such as ":99"."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", _SIZE, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the X server did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Screen:
    """ClearPost running on a display; every act goes through the X server."""

    def __init__(self, display: str, folder: Path, home: Path) -> None:
        self.display = display
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": "1",
            "CLEARPOST_SETTINGS": str(home / "window.json"),
            "PYTHONPATH": str(ROOT),
        }
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.screen.reporting_window", str(folder)],
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def end(self) -> None:
        """Leave the program, which would wait for a person; once more does nothing."""
        program = self._program
        if program.stdin is None or program.stdin.closed:
            return
        program.stdin.close()
        try:
            program.wait(timeout=PATIENCE_S)
        finally:
            program.kill()
            program.wait()
            if program.stdout is not None:
                program.stdout.close()

    def words(self) -> str:
        """Everything the labels on the screen say."""
        return "\n".join(self._ask(ask="words")["words"])

    def titles(self) -> list[str]:
        return list(self._ask(ask="words")["titles"])

    def picture(self) -> Image.Image:
        """The screen as it is, RGB."""
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def box(self, name: str) -> tuple[int, int, int, int]:
        """Where something is on the screen: left, top, right, bottom, pixels."""
        left, top, right, bottom = self._find(name)["box"]
        return left, top, right, bottom

    def click(self, name: str) -> None:
        """Press what has this name with the left button, once it is there and can be pressed."""
        x, y = self._find(name)["at"]
        self.do("mousemove", "--sync", str(x), str(y))
        self.do("click", "1")

    def type_into(self, name: str, words: str) -> None:
        """Click into a line and write in place of what stands there."""
        self.click(name)
        self.until(lambda: any(f["focus"] for f in self._ask(ask="place", name=name)), f"{name} has the focus")
        self.key("ctrl+a")
        self.type(words)

    def tab_to(self, name: str) -> None:
        """Press Tab until this has the focus."""

        def has_focus() -> bool:
            if any(f["focus"] for f in self._ask(ask="place", name=name)):
                return True
            self.key("Tab")
            return False

        self.until(has_focus, f"Tab reaches {name}")

    def choose(self, name: str, words: str) -> None:
        """Open a list of choices and take one by typing its words."""
        self.click(name)
        self.type(words)
        self.key("Return")
        self.until(lambda: self._find(name)["text"] == words, f"{name} says {words}")

    def type(self, words: str) -> None:
        self.do("type", "--delay", "5", words)

    def key(self, *keys: str) -> None:
        self.do("key", "--delay", "20", *keys)

    def until(self, happened: Callable[[], Any], what: str) -> None:
        """Wait until it happened; fails with what the screen says after a long time."""
        last = time.monotonic() + PATIENCE_S
        while not happened():
            assert self._program.poll() is None, f"the program ended with {self._program.returncode}"
            assert time.monotonic() < last, f"waited in vain until {what}; the screen says:\n{self.words()}"
            time.sleep(0.05)

    def until_said(self, words: str) -> None:
        self.until(lambda: words in self.words(), f"it says “{words}”")

    def do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=60)

    def _find(self, name: str) -> dict[str, Any]:
        """The last of that name that can be used, scrolled into sight with the mouse wheel when it is further down."""
        usable: list[dict[str, Any]] = []

        def is_there() -> bool:
            usable[:] = [f for f in self._ask(ask="place", name=name) if f["enabled"]]
            if usable and not any(f["at"] for f in usable):
                self.do("click", "5")
            return any(f["at"] for f in usable)

        self.until(is_there, f"“{name}” can be used")
        return [f for f in usable if f["at"]][-1]

    def _ask(self, **question: str) -> Any:
        program = self._program
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps(question) + "\n")
        program.stdin.flush()
        answer = program.stdout.readline()
        assert answer, "the program ended"
        return json.loads(answer)
