"""`./run bench accuracy`: how many faces are found and how many boxes are no face, on every set of photos with truth.

Beside ClearPost, on the same photos: `deface` as shipped (threshold 0.2, full size) and `face_recognition` (its HOG).
Intervals are 95 %: Wilson's for one set, drawing photos anew for all together. Faces under 12 px do not count.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.analysis.engines.centerface import CenterFaceDetector
from app.analysis.sightings import Thresholds
from app.domain.geometry import Box
from tests.bench.faces_score import Interval, by_width, drawn_false, drawn_recall, score, wilson
from tests.bench.peer import DEFACE_THRESHOLD
from tests.bench.truth import SMALLEST_PX, Tally, TruePhoto, load_lfw, load_portraits, load_set, tally

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT.parent / "shared" / "data"
LFW_EVERY = 10
PEERS = ("deface", "face_recognition")
CURVE = (0.12, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.455, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2)
_PEER_PHOTOS_AT_ONCE = 40

Seen = list[tuple[Box, float]]
"""What one program saw on one photo: places and how sure it was of each."""


@dataclass(frozen=True)
class Run:
    """One program over one set: its photos, what it saw on each, and from when on it calls that a face."""

    photos: Sequence[TruePhoto]
    seen: Sequence[Seen]
    threshold: float

    def tallies(self, threshold: float | None = None) -> list[Tally]:
        lowest = self.threshold if threshold is None else threshold
        return [tally(p, [b for b, sure in s if sure >= lowest]) for p, s in zip(self.photos, self.seen, strict=True)]


def sets_with_truth(folders: Sequence[Path]) -> dict[str, Sequence[TruePhoto]]:
    """The folders named, or every set of the shared data whose faces are known."""
    if folders:
        return {folder.name: load_set(folder) for folder in folders}
    sets: dict[str, Sequence[TruePhoto]] = {
        name: load_set(DATA / name) for name in ("faces_groups", "faces_masks") if (DATA / name).is_dir()
    }
    if (DATA / "identify_wild").is_dir():
        sets["portraits"] = load_portraits(DATA / "identify_wild")
    if (DATA / "identify_lfw").is_dir():
        sets["lfw"] = load_lfw(DATA / "identify_lfw", LFW_EVERY)
    return sets


def run_own(detector: CenterFaceDetector, photos: Sequence[TruePhoto]) -> Run:
    """ClearPost's finder; places under a hint's evidence are seen when the detector was built to keep them."""
    seen = [[(box, place.evidence) for box, place in detector.places(photo.pixels())] for photo in photos]
    return Run(photos, seen, Thresholds().face)


def run_peer(peer: str, photos: Sequence[TruePhoto]) -> Run | None:
    """A peer in processes of its own; None where it cannot run here."""
    seen: list[Seen] = []
    for start in range(0, len(photos), _PEER_PHOTOS_AT_ONCE):
        paths = [str(photo.path) for photo in photos[start : start + _PEER_PHOTOS_AT_ONCE]]
        command = [sys.executable, "-W", "ignore", "-m", "tests.bench.peer", "--boxes", peer, *paths]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            return None
        found = json.loads(done.stdout.splitlines()[-1])
        seen += [[(_box(edges), sure) for edges, sure in found[path]] for path in paths]
    return Run(photos, seen, DEFACE_THRESHOLD if peer == "deface" else 1.0)


def _box(edges: Sequence[float]) -> Box:
    left, top, right, bottom = edges
    return Box.from_xywh(left, top, max(1.0, right - left), max(1.0, bottom - top))


def spread(photos: Sequence[TruePhoto], count: int) -> Sequence[TruePhoto]:
    """So many of the photos, evenly over the set."""
    if count >= len(photos):
        return photos
    return [photos[number * len(photos) // count] for number in range(count)]


def table(runs: dict[str, Run]) -> str:
    """One line for each set, and one for all together when there are several."""
    lines = [
        f"{'set':<20}{'photos':>7}{'faces':>7}  {'recall at IoU .4':<23}{'at IoU .5':<23}"
        f"{'centre':>7}  false boxes a photo"
    ]
    tallies = {name: run.tallies() for name, run in runs.items()}
    for name, one in tallies.items():
        s = score(one)
        lines.append(_line(name, one, (wilson(s.found, s.faces), wilson(s.found_at_half, s.faces))))
    if len(tallies) > 1:
        pooled = [t for one in tallies.values() for t in one]
        lines.append(_line("all together", pooled, (drawn_recall(pooled), drawn_recall(pooled, at_half=True))))
    return "\n".join(lines)


def _line(name: str, tallies: Sequence[Tally], recalls: tuple[Interval, Interval]) -> str:
    s = score(tallies)
    false = f"{s.false_per_photo:5.2f} {_words(drawn_false(tallies), 2)}" if s.judged else "  not known"
    return (
        f"{name:<20}{s.photos:>7}{s.faces:>7}  {s.recall:.3f} {_words(recalls[0]):<17}"
        f"{s.recall_at_half:.3f} {_words(recalls[1]):<17}{s.centre_inside / max(1, s.faces):>7.3f} {false}"
    )


def _words(interval: Interval, digits: int = 3) -> str:
    return f"({interval[0]:.{digits}f}-{interval[1]:.{digits}f})"


def width_table(runs: dict[str, dict[str, Run]]) -> str:
    """Recall at an overlap of .4 by face width, a column for each program; all sets together."""
    rows = {who: by_width([t for run in sets.values() for t in run.tallies()]) for who, sets in runs.items()}
    lines = [f"{'face width px':<16}" + "".join(f"{who:<34}" for who in rows)]
    for number, (words, *_) in enumerate(next(iter(rows.values()))):
        cells = []
        for who in rows:
            _, faces, found, _ = rows[who][number]
            cells.append(f"{found:>5} of {faces:<5}{found / max(1, faces):>6.3f} {_words(wilson(found, faces)):<15}")
        lines.append(f"{words:<16}" + "".join(f"{cell:<34}" for cell in cells))
    return "\n".join(lines)


def hint_table(runs: dict[str, Run], hint: float) -> str:
    """How many hints there are a photo, and how many of the missed faces have one over their centre."""
    lines = [f"{'hints':<20}{'a photo':>8}{'missed faces':>14}{'with a hint':>13}"]
    total = [0, 0, 0, 0]
    for name, run in runs.items():
        counts = [len(run.photos), 0, 0, 0]
        for photo, seen, judged in zip(run.photos, run.seen, run.tallies(), strict=True):
            hints = [box for box, sure in seen if hint <= sure < run.threshold]
            counted = [face for face in photo.faces if face.width >= SMALLEST_PX]
            missed = [face for face, found in zip(counted, judged.found, strict=True) if not found]
            counts[1] += len(hints)
            counts[2] += len(missed)
            counts[3] += sum(any(h.contains_point(*face.centre) for h in hints) for face in missed)
        lines.append(f"{name:<20}{counts[1] / max(1, counts[0]):>8.2f}{counts[2]:>14}{counts[3]:>13}")
        total = [a + b for a, b in zip(total, counts, strict=True)]
    lines.append(f"{'all together':<20}{total[1] / max(1, total[0]):>8.2f}{total[2]:>14}{total[3]:>13}")
    return "\n".join(lines)


def curve(who: str, runs: dict[str, Run], thresholds: Sequence[float]) -> str:
    """Recall against false boxes a photo over the threshold; the sets whose faces are all known, together."""
    known = [run for run in runs.values() if all(photo.counts_false for photo in run.photos)]
    lines = [f"{who}: threshold   recall IoU .4   IoU .5   false boxes a photo   ({', '.join(_names(runs, known))})"]
    for threshold in thresholds:
        s = score([t for run in known for t in run.tallies(threshold)])
        lines.append(f"{threshold:>18.3f}{s.recall:>16.3f}{s.recall_at_half:>9.3f}{s.false_per_photo:>22.2f}")
    return "\n".join(lines)


def _names(runs: dict[str, Run], known: Sequence[Run]) -> list[str]:
    return [name for name, run in runs.items() if run in known]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when there is no set to measure on."""
    parser = argparse.ArgumentParser(prog="./run bench accuracy", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="with images, faces.json and ignore.json")
    parser.add_argument("--peer-photos", type=int, default=1000, help="of each set, for each peer; 0 leaves them out")
    parser.add_argument("--curve", action="store_true", help="recall and false boxes over the threshold too")
    parser.add_argument("--who", action="append", choices=("ClearPost", *PEERS), help="once for each; all without it")
    chosen = parser.parse_args(argv)
    who = chosen.who or ("ClearPost", *PEERS)
    sets = sets_with_truth(chosen.folders)
    if not sets:
        print(f"There are no photos with truth in {DATA}; name a folder.")
        return 1
    runs: dict[str, dict[str, Run]] = {}
    defaults = Thresholds()
    if "ClearPost" in who:
        detector = CenterFaceDetector(thresholds=Thresholds(hint=min(CURVE) if chosen.curve else defaults.hint))
        print(detector.engine)
        runs["ClearPost"] = _report("ClearPost", sets, lambda photos: run_own(detector, photos))
        print("\n" + hint_table(runs["ClearPost"], defaults.hint), flush=True)
    for peer in [name for name in PEERS if name in who and chosen.peer_photos]:
        sample = {name: spread(photos, chosen.peer_photos) for name, photos in sets.items()}
        if found := _report(peer, sample, lambda photos, peer=peer: run_peer(peer, photos)):  # type: ignore[misc]
            runs[peer] = found
    print("\n" + width_table(runs), flush=True)
    if chosen.curve:
        for one in [name for name in ("ClearPost", "deface") if name in runs]:
            print("\n" + curve(one, runs[one], CURVE), flush=True)
    return 0


def _report(
    who: str, sets: dict[str, Sequence[TruePhoto]], run: Callable[[Sequence[TruePhoto]], Run | None]
) -> dict[str, Run]:
    """Run one program over all sets and print its table; nothing when it cannot run here."""
    runs: dict[str, Run] = {}
    for name, photos in sets.items():
        one = run(photos)
        if one is None:
            print(f"{who} does not run here", file=sys.stderr)
            return {}
        runs[name] = one
    print(f"\n{who}\n{table(runs)}", flush=True)
    return runs


if __name__ == "__main__":
    raise SystemExit(main())
