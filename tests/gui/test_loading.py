"""What is loaded while somebody types: all of it, once, and never looked through again for rubbish."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import gc, json, sys, weakref
from app.ui.loading import load_the_rest, tidy_up
before = gc.get_freeze_count()
load_the_rest()
kept = gc.get_freeze_count()
load_the_rest()
class Knot:
    pass
knot = Knot()
knot.itself = knot
gone = weakref.ref(knot)
del knot
gc.collect(1)
old = Knot()
old.itself = old
gc.collect(1)
was_old = weakref.ref(old)
del old
gc.collect(1)
stays = was_old() is not None
tidy_up()
print(json.dumps({
    "young": gone() is None, "stays": stays, "old": was_old() is None,
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
    assert told["young"], "what is young goes by itself"
    assert told["stays"]
    assert told["old"], "the rest goes with a window"
