"""`./run bench startup`: seconds from the start of the process to the first window, painted."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.processes import run_and_watch

ROOT = Path(__file__).resolve().parent.parent.parent
# The real entry point; only what happens after the first window is shown is replaced by the end of the program.
PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from app.__main__ import main
from app.ui.application import Front
show = Front.start
def start(front):
    show(front)
    front.sign_in.repaint()
    print("visible" if front.sign_in.isVisible() else "hidden", flush=True)
    import os
    os._exit(0)
Front.start = start
sys.exit(main([]))
"""


def measure_start() -> float:
    """Seconds of one start, with the settings of somebody who starts it for the first time."""
    with tempfile.TemporaryDirectory(prefix="clearpost-bench-") as home:
        settings = {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        took = run_and_watch([sys.executable, "-c", PROGRAM], cwd=ROOT, settings=settings)
    if took.output.strip() != "visible":
        raise RuntimeError(f"no window: {took.output.strip()} (exit code {took.code})")
    return took.seconds


def main(argv: Sequence[str] | None = None) -> int:
    """Print the middle and the slowest of several starts."""
    parser = argparse.ArgumentParser(prog="./run bench startup", description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    seconds = sorted(measure_start() for _ in range(parser.parse_args(argv).times))
    print(f"{'start to visible window':<34}{'starts':>7}{'middle s':>10}{'slowest s':>11}")
    print(f"{'ClearPost, offscreen':<34}{len(seconds):>7}{statistics.median(seconds):>10.2f}{seconds[-1]:>11.2f}")
    return 0
