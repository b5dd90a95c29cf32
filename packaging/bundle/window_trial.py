"""The built program's window on an X server of its own, used with keys as a person would; a picture of it is kept."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE_S = 90.0
_LONGEST_START_S = 3.0
_CURSOR_BYTES = 1000
_LOOK_EVERY_S, _RESTING = 0.5, 10
"""A screen that looked the same this many times in a row rests; a busy PC needs some seconds to open a workspace."""


class WindowError(OSError):
    """The window did not do what it should."""


@contextmanager
def x_server() -> Iterator[str]:
    """Start a server on a free number; gives its name, such as ``:99``."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-listen", "unix", "-noreset", "-ac"]
    server = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise WindowError("the X server did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _is_alike(seen: bytes, before: bytes) -> bool:
    """Whether two pictures of the screen are the same but for a cursor that blinks."""
    if len(seen) != len(before):
        return False
    import numpy as np

    return int(np.count_nonzero(np.frombuffer(seen, np.uint8) != np.frombuffer(before, np.uint8))) < _CURSOR_BYTES


class WindowTrial:
    """One start of the window inside a system.

    Args:
        display: the X server; it is reached through its nameless socket, which no folder hides.
        root: the system the program is installed in.
        user: the number of the person.
        picture: where the picture of the screen goes.
    """

    def __init__(self, display: str, root: Path, user: str, picture: Path) -> None:
        self._display, self._root, self._user, self._picture = display, root, user, picture

    def sign_in(self, workspace: Path, secrets: tuple[str, str, str], school: str) -> str:
        """Open the window with the workspace, type passphrase, name and password, and see the school's frame.

        Raises:
            WindowError: it ended, or a window did not come in time.
        """
        inside = "/" + str(workspace.relative_to(self._root))
        command = ["chroot", f"--userspec={self._user}:{self._user}", str(self._root), "/usr/bin/env", "-i"]
        command += ["PATH=/usr/bin:/bin", f"HOME={Path(inside).parent}", "LANG=C.UTF-8", f"DISPLAY={self._display}"]
        began = time.monotonic()
        program = subprocess.Popen(
            [*command, "clearpost", "window", inside], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            self._wait_for("ClearPost", program)
            started = time.monotonic() - began
            passphrase, user, password = secrets
            self._settle()
            self._type(passphrase, "Return")
            self._wait_until_ready(program)
            if user:  # a name that is remembered stands there already, and the cursor is in the password
                self._do("key", "ctrl+a")
                self._type(user, "Tab")
            self._type(password, "Return")
            self._wait_for(school, program)
            self._settle()
            self._grab()
        finally:
            program.terminate()
            program.wait(timeout=30)
        slow = "" if started < _LONGEST_START_S else ", which is longer than 3 s"
        return f"a window after {started:.1f} s{slow}; signed in, {self._picture.name} taken"

    def _type(self, words: str, key: str) -> None:
        self._do("type", "--delay", "20", words)
        self._do("key", key)

    def _wait_until_ready(self, program: subprocess.Popen[str]) -> None:
        """The passphrase is worked through slowly on purpose; the next field has the focus once the screen rests."""
        self._settle()
        if program.poll() is not None:
            raise WindowError(f"the program ended with {program.returncode}")

    def _settle(self) -> None:
        """Wait until the screen shows the same for some seconds."""
        last, same, until = b"", 0, time.monotonic() + _PATIENCE_S
        while same < _RESTING and time.monotonic() < until:
            time.sleep(_LOOK_EVERY_S)
            seen = self._screen()
            same = same + 1 if _is_alike(seen, last) else 0
            last = seen

    def _wait_for(self, title: str, program: subprocess.Popen[str]) -> None:
        until = time.monotonic() + _PATIENCE_S
        while True:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title],
                env=self._here(),
                capture_output=True,
                check=False,
            )
            if found.stdout.strip():
                self._do("windowfocus", found.stdout.split()[-1].decode())
                return
            if program.poll() is not None:
                said = program.stdout.read() if program.stdout else ""
                raise WindowError(f"the program ended with {program.returncode}: {said[-300:]}")
            if time.monotonic() > until:
                self._grab()
                raise WindowError(f"no window “{title}” within {_PATIENCE_S:.0f} s; see {self._picture}")
            time.sleep(0.05)

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._here(), check=True, capture_output=True, timeout=60)

    def _screen(self) -> bytes:
        from PIL import ImageGrab

        return bytes(ImageGrab.grab(xdisplay=self._display).tobytes())

    def _grab(self) -> None:
        from PIL import ImageGrab

        ImageGrab.grab(xdisplay=self._display).convert("RGB").save(self._picture)

    def _here(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self._display}
