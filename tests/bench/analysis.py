"""`./run bench analysis`: everything found in 12 MP photos of 30 people, beside deface and face_recognition.

ClearPost imports the photos into a workspace and analyses them with everything on: faces, hints, texts and a taught
mark. The peers look for faces and make vectors, one after the other, on the same files. Seconds and seconds of
processor are per photo after the first one; memory is the sum of the shares of all processes.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from app.domain.geometry import Box
from tests.bench.analysis_photos import CRESTS_ON, Found, KnownPhoto, counted, make_known_photos
from tests.bench.processes import Moment, Watched

ROOT = Path(__file__).resolve().parent.parent.parent
MEMORY_AFTER = (20, 50, 100, 150, 200)
LOOK_EVERY_S = 0.25
_PYTHON = [sys.executable, "-W", "ignore", "-m"]


@dataclass(frozen=True)
class Speed:
    """Per photo; `peak_mb` over the whole run."""

    seconds: float
    processor_s: float
    found: Found
    peak_mb: float


def measure_own(photos: Sequence[KnownPhoto], count: int, *, mark: bool) -> Speed:
    """Print as it goes."""
    command = [*_PYTHON, "tests.bench.analysis_own", str(photos[0].path.parent), str(count), *(["--mark"] * mark)]
    watched = Watched(command, cwd=ROOT, pause_s=LOOK_EVERY_S)
    moments: list[Moment] = []
    found = Found(0, 0, 0)
    for line, moment in watched.lines():
        facts = json.loads(line)
        if facts["step"] == "photo":
            moments.append(moment)
            number = len(moments)
            if number in (1, 2, 5, 10) or number in MEMORY_AFTER:
                seen = f"{facts['faces']} faces, {facts['marks']} crests"
                memory = f"{moment.memory_mb:.0f} MB, at most {watched.peak_mb:.0f} MB"
                print(f"  photo {number:>3}: {seen}, {memory}", flush=True)
        elif facts["step"] == "regions":
            found = _regions(facts["boxes"], photos)
        elif facts["step"] == "cancel":
            _tell_cancel(facts)
        else:
            print(f"  {facts['step']} after {moment.at_s:.0f} s", flush=True)
    if watched.code or len(moments) < 2:
        raise SystemExit(f"ClearPost's analysis ended with {watched.code} after {len(moments)} photos")
    first, last = moments[0], moments[-1]
    steps = [later.at_s - earlier.at_s for earlier, later in itertools.pairwise(moments)]
    print(f"  seconds a photo: median {median(steps):.2f}, slowest {max(steps):.2f}", flush=True)
    after = len(moments) - 1
    return Speed(
        (last.at_s - first.at_s) / after, (last.processor_s - first.processor_s) / after, found, watched.peak_mb
    )


def _regions(boxes: dict[str, dict[str, list[list[int]]]], photos: Sequence[KnownPhoto]) -> Found:
    """Faces as the register has them, over all photos."""
    kinds = [boxes[str(number)] for number in range(len(photos))]
    scores = [
        counted([Box.from_list(b) for b in kind["FACE"]], photo.faces)
        for kind, photo in zip(kinds, photos, strict=True)
    ]
    extra = {name: sum(len(kind.get(name, [])) for kind in kinds) for name in ("HINT", "TEXT", "MARK")}
    print(
        f"  in {len(photos)} photos: {extra['HINT']} hints, {extra['TEXT']} lines to cover,"
        f" {extra['MARK']} of {len(CRESTS_ON) * len(photos)} crests",
        flush=True,
    )
    return _sum(scores)


def _tell_cancel(facts: dict[str, Any]) -> None:
    print(
        f"  cancel took {facts['released_s']:.2f} s for whoever waits, {facts['gone_s']:.2f} s until the process was"
        f" gone ({facts['ended']} ended)",
        flush=True,
    )


def measure_peers(photos: Sequence[KnownPhoto], count: int) -> dict[str, Speed]:
    """The peers on as many photos after a first one that does not count."""
    chosen = [photos[number % len(photos)] for number in range(count + 1)]
    watched = Watched(
        [*_PYTHON, "tests.bench.analysis_peers", *(str(p.path) for p in chosen)], cwd=ROOT, pause_s=LOOK_EVERY_S
    )
    told: list[dict[str, Any]] = []
    for line, _ in watched.lines():
        told.append(json.loads(line))
        took = [told[-1][f"{peer}_took"][0] for peer in ("deface", "face_recognition")]
        print(f"  photo {len(told)}: deface {took[0]:.1f} s, face_recognition {took[1]:.1f} s", flush=True)
    if watched.code or not told[1:]:
        return {}
    speeds = {}
    for peer in ("deface", "face_recognition"):
        scores = [
            counted([Box.from_list(b) for b in facts[peer]], photo.faces)
            for facts, photo in zip(told[1:], chosen[1:], strict=False)
        ]
        took = [facts[f"{peer}_took"] for facts in told[1:]]
        seconds, spent = (sum(t[i] for t in took) / len(took) for i in (0, 1))
        speeds[peer] = Speed(seconds, spent, _sum(scores), watched.peak_mb)
    decoding = [facts["decoding"] for facts in told[1:]]
    both = list(speeds.values())
    seconds = sum(s.seconds for s in both) + sum(d[0] for d in decoding) / len(decoding)
    spent = sum(s.processor_s for s in both) + sum(d[1] for d in decoding) / len(decoding)
    better = max(both, key=lambda s: s.found.found).found
    return speeds | {"both, one after the other": Speed(seconds, spent, better, watched.peak_mb)}


def _sum(scores: Sequence[Found]) -> Found:
    return Found(sum(s.faces for s in scores), sum(s.found for s in scores), sum(s.false for s in scores))


def print_speeds(speeds: dict[str, Speed]) -> None:
    print(f"{'12 MP, 30 people':<28}{'s/photo':>9}{'CPU s':>8}{'found':>12}{'false':>7}{'peak MB':>9}")
    for who, s in speeds.items():
        found = f"{s.found.found} of {s.found.faces}"
        print(f"{who:<28}{s.seconds:>9.2f}{s.processor_s:>8.2f}{found:>12}{s.found.false:>7}{s.peak_mb:>9.0f}")


def main(argv: Sequence[str] | None = None) -> int:
    """Print a line for ClearPost, one for each peer, and how many times as fast."""
    parser = argparse.ArgumentParser(prog="./run bench analysis", description=__doc__)
    parser.add_argument("--photos", type=int, default=20, help="for ClearPost (the aim for memory is over 200)")
    parser.add_argument("--peer-photos", type=int, default=2, help="for the peers after a first one; 0 leaves them out")
    parser.add_argument("--no-mark", action="store_true", help="teach no mark")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="clearpost-bench-") as made:
        photos = make_known_photos(Path(made) / "photos")
        print("ClearPost, everything on:", flush=True)
        speeds = {"ClearPost": measure_own(photos, chosen.photos, mark=not chosen.no_mark)}
        if chosen.peer_photos:
            print("deface, then face_recognition:", flush=True)
            speeds |= measure_peers(photos, chosen.peer_photos)
    print_speeds(speeds)
    both = speeds.get("both, one after the other")
    if both is not None:
        own = speeds["ClearPost"]
        print(
            f"ClearPost is {both.seconds / own.seconds:.1f} times as fast as both together"
            f" ({both.processor_s / own.processor_s:.1f} times in seconds of processor)"
        )
    elif chosen.peer_photos:
        print("The peers do not run here.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
