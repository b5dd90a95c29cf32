"""`./run bench detect`: faces in 12 MP photos of 30 people; photos per minute and peak memory, beside two peers."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.portraits import class_photo
from tests.bench.processes import run_and_watch

ROOT = Path(__file__).resolve().parent.parent.parent
ROWS, COLUMNS = 5, 6


@dataclass(frozen=True)
class Speed:
    """`per_minute` counts from the start of the process, loading of the models included."""

    who: str
    photos: int
    faces_per_photo: float
    per_minute: float
    peak_mb: float


def make_photos(folder: Path, count: int) -> list[Path]:
    """Photos of 4000 × 3000 pixels with 30 people; one file under many names."""
    folder.mkdir(parents=True)
    first = folder / "group-001.jpg"
    class_photo(rows=ROWS, columns=COLUMNS).save(first, quality=92)
    others = [folder / f"group-{number:03}.jpg" for number in range(2, count + 1)]
    for other in others:
        os.link(first, other)
    return [first, *others]


def measure_own(photos: Sequence[Path]) -> Speed:
    """`clearpost detect --only faces --json` as a user would run it."""
    command = [sys.executable, "-m", "app", "detect", "--only", "faces", "--json", str(photos[0].parent)]
    took = run_and_watch(command, cwd=ROOT)
    if took.code:
        raise RuntimeError(f"detect ended with {took.code}")
    found = json.loads(took.output)["photos"]
    faces = sum(len(photo["faces"]) for photo in found) / len(found)
    return Speed("ClearPost", len(found), faces, len(found) / took.seconds * 60, took.peak_mb)


def measure_peer(peer: str, photos: Sequence[Path]) -> Speed | None:
    """The peer on the same files in a process of its own; None where it cannot run here."""
    took = run_and_watch([sys.executable, "-W", "ignore", "-m", "tests.bench.peer", peer, *map(str, photos)], cwd=ROOT)
    if took.code:
        return None
    faces = json.loads(took.output)["faces"] / len(photos)
    return Speed(peer, len(photos), faces, len(photos) / took.seconds * 60, took.peak_mb)


def print_speeds(speeds: Sequence[Speed]) -> None:
    print(f"{'faces in 12 MP, 30 people':<34}{'photos':>7}{'faces':>7}{'photos/min':>12}{'peak MB':>9}")
    for s in speeds:
        print(f"{s.who:<34}{s.photos:>7}{s.faces_per_photo:>7.1f}{s.per_minute:>12.1f}{s.peak_mb:>9.0f}", flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Print a line for ClearPost and one for each peer that runs here."""
    parser = argparse.ArgumentParser(prog="./run bench detect", description=__doc__)
    parser.add_argument("--photos", type=int, default=200, help="for ClearPost (the aim for memory is over 200)")
    parser.add_argument("--peer-photos", type=int, default=5, help="for each peer; 0 leaves them out")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="clearpost-bench-") as made:
        photos = make_photos(Path(made) / "photos", chosen.photos)
        speeds: list[Speed] = [measure_own(photos)]
        for peer in ("deface", "face_recognition") if chosen.peer_photos else ():
            speed = measure_peer(peer, photos[: chosen.peer_photos])
            if speed is None:
                print(f"{peer} does not run here", file=sys.stderr)
            else:
                speeds.append(speed)
    print_speeds(speeds)
    return 0
