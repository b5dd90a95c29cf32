"""`./run bench faults --points N`: strike an import at random moments, start it again, look what became of the photos.

Each point is a real program on a phone of its own: killed at a kill point, killed at a random instant, the phone
pulled out, or the disk full. Exit code 1 when a photo is lost, removed before its copy was verified, or half recorded.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import KnownError
from app.domain.faults import IMPORT_POINTS
from tests.flow import killable_import
from tests.flow.importing import fill_phone, inconsistencies, open_school, originals_missing, rows

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("killed at a step", "killed at an instant", "phone pulled out", "disk full")
_STEPS_PER_PHOTO = 14
"""About how many kill points one photo passes."""


@dataclass(frozen=True)
class Strike:
    """One fault: the program's arguments, and what is done to it from outside."""

    kind: str
    words: str
    what: str = "-"
    which: int = 1
    seconds: float | None = None
    largest_file: int | None = None


@dataclass(frozen=True)
class Result:
    """What was found after the strike, and after starting again."""

    ended: str
    lost: tuple[str, ...]
    half_done: tuple[str, ...]
    remaining: int

    @property
    def is_good(self) -> bool:
        return not self.lost and not self.half_done and self.remaining == 0


def plan(chance: random.Random, photos: int) -> Strike:
    """One strike, drawn by chance."""
    kind = chance.choices(KINDS, weights=(5, 2, 2, 2))[0]
    if kind == "killed at a step":
        if chance.random() < 0.5:
            point = chance.choice(IMPORT_POINTS)
            which = 1 if point is IMPORT_POINTS[0] else chance.randint(1, photos)
            return Strike(kind, f"{point} no. {which}", what=point, which=which)
        which = chance.randint(1, photos * _STEPS_PER_PHOTO)
        return Strike(kind, f"step {which}", what="*", which=which)
    if kind == "killed at an instant":
        seconds = chance.uniform(0.5, 1.5)
        return Strike(kind, f"after {seconds:.2f} s", seconds=seconds)
    if kind == "phone pulled out":
        which = chance.randint(1, photos * _STEPS_PER_PHOTO)
        return Strike(kind, f"step {which}", what="pull", which=which)
    size = chance.choice([2_000, 40_000, 200_000, 300_000, 400_000])
    return Strike(kind, f"files over {size // 1000} kB fail", largest_file=size)


def strike(school: Path, phone: Path, chosen: Strike) -> str:
    """Run the import with the fault in it; how it ended, in words."""
    command = [sys.executable, "-m", "tests.flow.killable_import"]
    command += [str(school), str(phone), chosen.what, str(chosen.which)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    program = subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, preexec_fn=_limited(chosen.largest_file)
    )
    try:
        program.communicate(timeout=chosen.seconds or 120)
    except subprocess.TimeoutExpired:
        program.kill()
        program.communicate()
    if killable_import.pulled(phone).exists():
        killable_import.pulled(phone).rename(phone)
    return {0: "finished", 1: "said why", -9: "killed"}.get(program.returncode, f"exit code {program.returncode}")


def _limited(largest_file: int | None) -> Callable[[], None] | None:
    if largest_file is None:
        return None

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return limit


def look(school: Path, phone: Path, photos: dict[str, bytes]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Photos that are lost or went early, and records that are half done."""
    workspace = open_school(school)
    try:
        return tuple(originals_missing(workspace, phone, photos)), tuple(inconsistencies(workspace))
    except KnownError as problem:
        return (), (str(problem),)
    finally:
        workspace.close()


def one_point(folder: Path, seed: int, photos: int) -> tuple[Strike, Result]:
    """Strike once, look, start again, look again."""
    chance = random.Random(seed)
    school, phone = folder / "school", folder / "phone"
    taken = fill_phone(phone, photos, seed=seed)
    if chance.random() < 0.5:  # half the time the school holds photos already
        fill_phone(folder / "before", 2, seed=seed + 1)
        killable_import.main([str(school), str(folder / "before"), "-", "1"])
    chosen = plan(chance, photos)
    ended = strike(school, phone, chosen)
    lost, half_done = look(school, phone, taken)
    if killable_import.main([str(school), str(phone), "-", "1"]) != 0:
        half_done += ("the import does not start again",)
    lost_after, half_done_after = look(school, phone, taken)
    remaining = sum(1 for path in phone.rglob("*") if path.is_file())
    workspace = open_school(school)
    remaining += sum(row.state != "REMOVED" for row in rows(workspace))
    workspace.close()
    return chosen, Result(ended, lost + lost_after, half_done + half_done_after, remaining)


def main(arguments: Sequence[str] | None = None) -> int:
    """Strike N times and print a table."""
    parser = argparse.ArgumentParser(prog="./run bench faults", description=__doc__)
    parser.add_argument("--points", type=int, default=40, help="how many strikes")
    parser.add_argument("--seed", type=int, default=2026, help="the same seed strikes the same way")
    parser.add_argument("--photos", type=int, default=6, help="photos on each phone")
    chosen = parser.parse_args(arguments)
    tally: dict[str, list[Result]] = {kind: [] for kind in KINDS}
    for point in range(chosen.points):
        with tempfile.TemporaryDirectory(prefix="clearpost-faults-") as folder:
            struck, result = one_point(Path(folder), chosen.seed * 100_000 + point, chosen.photos)
        tally[struck.kind].append(result)
        verdict = "good" if result.is_good else "BAD"
        print(f"{point + 1:4}  {struck.kind:<21} {struck.words:<36} {result.ended:<10} {verdict}", flush=True)
        for words in (*result.lost, *result.half_done):
            print(f"      {words}", flush=True)
    return _print_table(tally)


def _print_table(tally: dict[str, list[Result]]) -> int:
    print(f"\n{'fault':<22}{'points':>7}{'struck':>8}{'lost or early':>15}{'half done':>11}{'left over':>11}")
    for kind, results in tally.items():
        struck = sum(r.ended != "finished" for r in results)
        lost, half = sum(len(r.lost) for r in results), sum(len(r.half_done) for r in results)
        left = sum(r.remaining for r in results)
        print(f"{kind:<22}{len(results):>7}{struck:>8}{lost:>15}{half:>11}{left:>11}")
    bad = sum(not r.is_good for results in tally.values() for r in results)
    print(
        f"{bad} of {sum(map(len, tally.values()))} points went wrong." if bad else "No photo was lost or removed early."
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
