"""`./run bench faults --points N`: strike an import at every kill point in every way; what became of the photos?

Each point is a process of its own on a phone of its own, struck once: killed, the phone pulled out, the disk full, a
read error, a file changed on the phone, the clock set wrong. Then everything is looked at, the import is started again,
and everything is looked at once more. Exit code 1 when a photo is lost, removed before its copy was verified, half
recorded, or left over.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.devices.folder_device import FolderDevice
from app.domain.errors import DeviceError, KnownError, StorageError
from app.domain.faults import IMPORT_POINTS, KillPoint, no_fault
from app.domain.photo import DeviceKind
from app.workflow import import_bytes
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from consent_db import audit, devices, photos, sources
from consent_db import rows as shared_rows
from consent_db.server import ServerAddress, open_server
from tests.flow.importing import (
    SECRETARY,
    fill_phone,
    inconsistencies,
    open_school,
    originals_missing,
    photo_bytes,
    rows,
)

KINDS = ("killed", "phone pulled out", "disk full", "read error", "file changed", "clock jumped")
_ON_SERVER = tuple(kind for kind in KINDS if kind != "clock jumped")
"""A server has a clock of its own."""
_SCHOOL = "0f3e1c52-8f5e-4b34-9a39-6d8d4c1f7b11"
_DISK_BYTES = 48_000_000
_AHEAD, _BEHIND = timedelta(days=400), timedelta(hours=-3)
_CHANGED_SEED = 9_000_000
_LONG_BYTES = 2000
"""From this size on a film is long here, so that the ones of the phone go into the vault piece by piece."""
_NOT_NEEDED = ("cv2", "openvino", "dlib", "rapidocr", "PySide6")


@dataclass(frozen=True)
class Strike:
    """One fault: in what way, at which kill point, at its which-th passing."""

    kind: str
    point: KillPoint
    which: int
    jump: timedelta = timedelta()

    @property
    def words(self) -> str:
        jumped = f" ({self.jump.days:+} days)" if self.jump else ""
        return f"{self.point} no. {self.which}{jumped}"


@dataclass(frozen=True)
class Result:
    """What was found after the strike, and after starting again."""

    struck: bool
    ended: str
    lost: tuple[str, ...]
    half_done: tuple[str, ...]
    remaining: int

    @property
    def is_good(self) -> bool:
        return not self.lost and not self.half_done and self.remaining == 0


@dataclass
class Place:
    """Where one point plays: the school's folder on a small disk, the phone beside it."""

    disk: Path
    school: Path
    phone: Path
    is_real_disk: bool
    register: ServerAddress | None = None
    """Where the register is when it is on a server; otherwise it is a file in the school's folder."""
    truth: dict[str, bytes] = field(default_factory=dict)

    def open(self, fault: Callable[[str], None] = no_fault) -> Workspace:
        """The school's workspace."""
        database = None if self.register is None else open_server(self.register, school_id=_SCHOOL)
        return open_school(self.school, fault=fault, database=database)

    @property
    def unplugged(self) -> Path:
        return self.phone.with_name("unplugged")

    @property
    def filler(self) -> Path:
        return self.disk / "filler"

    @property
    def mark(self) -> Path:
        """Written when the strike happened."""
        return self.phone.with_name("struck")


class Struck(FolderDevice):
    """A phone that can answer one reading with an error of its memory."""

    fails = False

    def read(self, object_id: str) -> bytes:
        self._fail(object_id)
        return super().read(object_id)

    def pieces(self, object_id: str) -> Iterator[bytes]:
        yield from super().pieces(object_id)
        self._fail(object_id)  # at the very end, when nearly all of it was stored

    def _fail(self, object_id: str) -> None:
        if self.fails:
            self.fails = False
            raise DeviceError(f"{object_id} cannot be read (error {errno.EIO}).", code="device-error")


def plan(number: int, chance: random.Random, *, on_server: bool = False) -> Strike:
    """The strikes go through every way at every kill point in turn; which passing is chance.

    On a server, where a point takes longer, every kill point comes first in one way, then in the next.
    """
    if on_server:
        kind = _ON_SERVER[number // len(IMPORT_POINTS) % len(_ON_SERVER)]
        point = IMPORT_POINTS[number % len(IMPORT_POINTS)]
    else:
        kind = KINDS[number % len(KINDS)]
        point = IMPORT_POINTS[number // len(KINDS) % len(IMPORT_POINTS)]
    which = 1 if point is KillPoint.AFTER_LISTING else chance.randint(1, 4)
    jump = chance.choice((_AHEAD, _BEHIND)) if kind == "clock jumped" else timedelta()
    return Strike(kind, point, which, jump)


def fill(place: Place, seed: int) -> None:
    """Four photos, one of them twice, a live photo's film and a raw file beside two of them, and a film of its own."""
    place.truth = fill_phone(place.phone, 4, seed=seed)
    shelf = "DCIM/100APPLE/"
    more = {
        shelf + "IMG_0001.MOV": _film(seed),
        shelf + "IMG_0009.MP4": _film(seed + 1),
        shelf + "IMG_0002.CR2": b"II*\0" + bytes([seed % 251]) * 6000,
        "DCIM/copy.jpg": place.truth[shelf + "IMG_0000.JPG"],
    }
    for object_id, data in more.items():
        (place.phone / object_id).write_bytes(data)
    place.truth |= more


def run_import(place: Place, strike: Strike | None, *, clock: timedelta = timedelta()) -> str:
    """Import in a process of its own, struck or not; how it ended."""
    child = os.fork()
    if child == 0:
        code = 3
        try:
            code = _import(place, strike, clock)
        finally:
            os._exit(code)
    _pid, status = os.waitpid(child, 0)
    ending = os.waitstatus_to_exitcode(status)
    return {0: "finished", 1: "said why", -signal.SIGKILL: "killed"}.get(ending, f"exit code {ending}")


def _import(place: Place, strike: Strike | None, clock: timedelta) -> int:
    if clock:
        _set_clock(clock)
    import_bytes.STREAMED_FROM_BYTES = _LONG_BYTES
    try:
        device = Struck(place.phone)
        hook = _hook(place, device, strike) if strike else None
        workspace = place.open(hook or no_fault)
        outcomes = import_photos(
            workspace, SECRETARY, device, event="Sports day", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
        problems = [outcome.problem for outcome in outcomes]
        workspace.close()
    except KnownError:
        return 1
    return 1 if any(isinstance(problem, DeviceError | StorageError) for problem in problems) else 0


def _hook(place: Place, device: Struck, strike: Strike) -> Callable[[str], None]:
    acts: dict[str, Callable[[], None]] = {
        "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
        "phone pulled out": lambda: _pull(place),
        "disk full": lambda: _fill_disk(place),
        "read error": lambda: setattr(device, "fails", True),
        "file changed": lambda: _change_file(place),
        "clock jumped": lambda: _set_clock(strike.jump),
    }
    passed = Counter[str]()

    def fault(at: str) -> None:
        passed[at] += 1
        if at == strike.point and passed[at] == strike.which:
            place.mark.touch()
            acts[strike.kind]()

    return fault


def _pull(place: Place) -> None:
    if place.phone.exists():
        place.phone.rename(place.unplugged)


def _fill_disk(place: Place) -> None:
    """Not a byte more: the small disk is filled up, or, without one, no file of this process may grow."""
    if not place.is_real_disk:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        return
    with place.filler.open("wb") as filler:
        for step in (1 << 20, 1 << 12):
            while True:
                try:
                    os.posix_fallocate(filler.fileno(), filler.seek(0, os.SEEK_END), step)
                except OSError:
                    break


def _change_file(place: Place) -> None:
    """The phone uses the name of its first file that is still there for another photo."""
    first = next((p for p in sorted(place.phone.rglob("*.JPG")) if p.is_file()), None)
    if first is not None:
        first.write_bytes(photo_bytes(_CHANGED_SEED))
        place.mark.write_text(first.relative_to(place.phone).as_posix())


def _set_clock(jump: timedelta) -> None:
    def jumped() -> datetime:
        return datetime.now(UTC) + jump

    for module in (shared_rows, audit, devices, photos, sources):
        if hasattr(module, "now"):
            module.now = jumped


def _put_right(place: Place) -> None:
    """What a person does: plug the phone in again, make room on the disk."""
    if place.unplugged.exists():
        place.unplugged.rename(place.phone)
    place.filler.unlink(missing_ok=True)
    if place.mark.exists() and (changed := place.mark.read_text()):
        place.truth[changed] = photo_bytes(_CHANGED_SEED)  # what the phone's owner wrote over is theirs


def look(place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Photos that are lost or went early, and records that are half done."""
    try:
        workspace = place.open()
    except KnownError as problem:
        return (), (str(problem),)
    try:
        lost = tuple(originals_missing(workspace, place.phone, place.truth))
        return lost, tuple(inconsistencies(workspace))
    except KnownError as problem:
        return (str(problem),), ()
    finally:
        workspace.close()


def one_point(place: Place, strike: Strike, seed: int) -> Result:
    """Strike once, look, start again, look again."""
    fill(place, seed)
    ended = run_import(place, strike)
    struck = place.mark.exists()
    _put_right(place)
    lost, half_done = look(place)
    # Nobody noticed that the clock is ahead; one that was behind stopped the import, and is right again.
    again = run_import(place, None, clock=strike.jump if strike.jump > timedelta() else timedelta())
    if again != "finished":
        half_done += (f"started again, it ended otherwise: {again}",)
    lost_after, half_done_after = look(place)
    workspace = place.open()
    remaining = sum(row.state != "REMOVED" for row in rows(workspace))
    workspace.close()
    remaining += sum(1 for path in place.phone.rglob("*") if path.is_file())
    return Result(struck, ended, lost + lost_after, half_done + half_done_after, remaining)


@contextmanager
def small_disk(folder: Path) -> Iterator[tuple[Path, bool]]:
    """A disk of 48 MB that can really be full, where root may mount one; a plain folder elsewhere."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_DISK_BYTES}", "tmpfs", str(disk)]
    is_real = (
        sys.platform == "linux"
        and os.geteuid() == 0
        and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    )
    try:
        yield disk, is_real
    finally:
        if is_real:
            subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def registers(on_server: bool) -> Iterator[Callable[[], tuple[ServerAddress | None, Callable[[], None]]]]:
    """What gives each point a register of its own, and what takes it away: none, or a database of a private server."""
    if not on_server:
        yield lambda: (None, lambda: None)
        return
    from consent_db import server_upkeep
    from tests import postgres

    with postgres.running() as server:
        owner = server.new_database()
        server_upkeep.make_register(owner)
        server_upkeep.add_school(owner, school_id=_SCHOOL, name="Hillside Primary")
        login = {"login": "pc_faults", "password": postgres.PC_PASSWORD}
        server_upkeep.let_in(owner, school_id=_SCHOOL, pc="office", by="it", **login)

        def fresh() -> tuple[ServerAddress, Callable[[], None]]:
            own = server.new_database(template=owner.database)
            pc = replace(own, user=login["login"], password=login["password"])
            return pc, lambda: server.drop(own)

        yield fresh


def run_points(
    points: int, seed: int, *, quiet: bool = False, on_server: bool = False
) -> tuple[list[tuple[Strike, Result]], bool, float]:
    """Every point; what was found, whether the disk was a real one, and the seconds a point took."""
    found: list[tuple[Strike, Result]] = []
    with ExitStack() as closing:
        scratch = closing.enter_context(tempfile.TemporaryDirectory(prefix="clearpost-faults-"))
        disk, real = closing.enter_context(small_disk(Path(scratch)))
        fresh = closing.enter_context(registers(on_server))
        template = Path(scratch) / "template"
        open_school(template).close()
        started = time.perf_counter()
        for number in range(points):
            chance = random.Random(seed * 100_003 + number)
            strike = plan(number, chance, on_server=on_server)
            here = Path(tempfile.mkdtemp(dir=scratch))
            school = disk / "school"
            shutil.copytree(template, school)
            register, drop = fresh()
            place = Place(disk, school, here / "phone", real, register)
            result = one_point(place, strike, seed=number + 1)
            drop()
            shutil.rmtree(school)
            shutil.rmtree(here)
            found.append((strike, result))
            if not quiet or not result.is_good:
                _print_point(number, strike, result)
        return found, real, (time.perf_counter() - started) / max(points, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Strike N times and print two tables."""
    parser = argparse.ArgumentParser(prog="./run bench faults", description=__doc__)
    parser.add_argument(
        "--points", type=int, default=144, help="how many strikes; 72 are every way at every kill point"
    )
    parser.add_argument("--seed", type=int, default=2026, help="the same seed strikes the same way")
    parser.add_argument("--server", action="store_true", help="with the register on a private PostgreSQL")
    parser.add_argument("--quiet", action="store_true", help="say only what went wrong, and the tables")
    chosen = parser.parse_args(arguments)
    if not hasattr(os, "fork"):
        print("This measurement needs a system that can fork: Linux or macOS.", file=sys.stderr)
        return 2
    found, is_real, seconds = run_points(chosen.points, chosen.seed, quiet=chosen.quiet, on_server=chosen.server)
    heavy = [name for name in _NOT_NEEDED if name in sys.modules]
    _print_tables(found)
    disk = "a small disk that was filled up" if is_real else "a limit on the size of files"
    print(f"{seconds:.2f} s a point, starting again included; disk full: {disk}.")
    print(f"Engines or window loaded: {heavy or 'none'}.")
    bad = sum(not result.is_good for _strike, result in found)
    print(f"{bad} of {len(found)} points went wrong." if bad else "No photo was lost or removed early.")
    return 1 if bad or heavy else 0


def _print_point(number: int, strike: Strike, result: Result) -> None:
    verdict = "good" if result.is_good else "BAD"
    hit = result.ended if result.struck else "not reached"
    print(f"{number + 1:4}  {strike.kind:<17} {strike.words:<46} {hit:<12} {verdict}", flush=True)
    for words in (*result.lost, *result.half_done):
        print(f"      {words}", flush=True)


def _print_tables(found: Sequence[tuple[Strike, Result]]) -> None:
    head = "".join(f"{kind:>18}" for kind in KINDS)
    print(f"\n{'struck at':<30}{head}")
    for point in IMPORT_POINTS:
        cells = ""
        for kind in KINDS:
            here = [result for strike, result in found if (strike.kind, strike.point) == (kind, point)]
            good = sum(result.is_good for result in here)
            cells += f"{f'{good}/{len(here)} good':>18}"
        print(f"{point:<30}{cells}")
    print(f"\n{'fault':<20}{'points':>8}{'struck':>8}{'lost or early':>15}{'half done':>11}{'left over':>11}")
    for kind in KINDS:
        results = [result for strike, result in found if strike.kind == kind]
        lost, half = sum(len(r.lost) for r in results), sum(len(r.half_done) for r in results)
        struck, left = sum(r.struck for r in results), sum(r.remaining for r in results)
        print(f"{kind:<20}{len(results):>8}{struck:>8}{lost:>15}{half:>11}{left:>11}")


def _film(seed: int) -> bytes:
    def box(kind: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4, "big") + kind + content

    return box(b"ftyp", b"qt  " + bytes(4)) + box(b"mdat", seed.to_bytes(8, "big") * 400) + box(b"moov", b"table")


if __name__ == "__main__":
    sys.exit(main())
