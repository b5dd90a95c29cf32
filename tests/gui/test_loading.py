"""What is loaded while somebody types: all of it, once, and never looked through again for rubbish."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import gc, json, sys
from app.ui.loading import load_the_rest
before = gc.get_freeze_count()
load_the_rest()
kept = gc.get_freeze_count()
load_the_rest()
print(json.dumps({
    "before": before, "kept": kept, "again": gc.get_freeze_count(), "on": gc.isenabled(),
    "loaded": "app.ui.pages.all_pages" in sys.modules,
}))
"""


def test_what_is_loaded_is_kept_out_of_the_search_for_rubbish_once() -> None:
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run([sys.executable, "-c", _PROGRAM], cwd=root, capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout)
    assert told["before"] == 0
    assert told["kept"] > 10_000
    assert told["again"] <= told["kept"]
    assert told["on"]
    assert told["loaded"]
