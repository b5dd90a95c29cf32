"""Loads what the frame and its pages stand on, and keeps it out of Python's way when that looks for rubbish.

Python looks through everything there is for objects that only hold each other, and whatever runs waits: 100 ms once the
libraries are there. What was loaded stays for as long as the program runs, so looking at it finds nothing; without it
a look takes a fifth of that.
"""

from __future__ import annotations

import gc
import importlib
import sys
from contextlib import suppress

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
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
