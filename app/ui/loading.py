"""Loads what the frame and its pages stand on, and keeps it out of Python's way when that looks for rubbish.

Python looks through everything there is for objects that only hold each other, and whatever runs waits: 100 ms once the
libraries are there. What was loaded stays for as long as the program runs, so looking at it finds nothing; without it
a look takes a third of that. Even so, a list of a hundred thousand people that is read aside would bring one such look
after the other. So what is young is looked at often, since that is quick, and everything once a window is gone.
"""

from __future__ import annotations

import gc
import importlib
import sys
from contextlib import suppress

_OFTEN = (2_000, 10, 500)
"""New objects that bring a look at them, such looks that bring one at somewhat older ones, and those one at all."""
_PARTS = ("app.ui.locking", "app.ui.main_window", "app.ui.pages.all_pages", "app.workflow.refresh")


def load_the_rest() -> None:
    """Load the frame and its pages, off the window's thread; a fault shows where they are used. Once is enough."""
    if all(name in sys.modules for name in _PARTS):
        return
    was_on = gc.isenabled()
    gc.disable()
    try:
        for name in _PARTS:
            with suppress(ImportError):
                importlib.import_module(name)
        from app.devices import connected

        connected.get_ready()
        gc.freeze()
        gc.set_threshold(*_OFTEN)
    finally:
        if was_on:
            gc.enable()


def tidy_up() -> None:
    """Look for rubbish among everything, once a window is gone; where nothing was loaded here Python does so itself."""
    if gc.get_threshold() == _OFTEN:
        gc.collect()
