"""The product's own analysis in a workspace of its own: `python -m tests.bench.analysis_own FOLDER PHOTOS [--mark]`.

Prints a line of JSON per step. The photos of the folder are imported once and analysed again and again until there
were as many as asked for; then one analysis is cancelled half-way.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from app.analysis.marks.training import Effort
from app.devices.folder_device import FolderDevice
from app.domain.detection import RegionKind
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId
from app.workflow.analyse_photos import analyse_photos
from app.workflow.import_photos import import_photos
from app.workflow.teach_mark import MarkKind, teach_mark
from consent_db import regions
from tests.bench.analysis_photos import crest_picture
from tests.schools import School, make_school

EFFORT = Effort(views=300, looks=1, backgrounds=14, misses=90, rounds=1, measured=6, filters=4, judges=2)
"""Less than a school's, with as many filters and judges: looking takes as long."""


def tell(**facts: object) -> None:
    """One line for whoever watches."""
    print(json.dumps(facts), flush=True)


def teach(school: School) -> None:
    sheet = io.BytesIO()
    crest_picture().save(sheet, "PNG")
    pictures = [sheet.getvalue()]
    actor = school.actor(Role.CONTRIBUTOR)
    for _ in teach_mark(
        school.workspace, actor, name="Bench crest", kind=MarkKind.OWN, pictures=pictures, effort=EFFORT
    ):
        pass
    tell(step="taught")


def imported(school: School, folder: Path) -> list[PhotoId]:
    outcomes = import_photos(
        school.workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(folder), event="Class photo",
        device_kind=DeviceKind.SCHOOL, remove_originals=False,
    )  # fmt: skip
    by_name = {outcome.name: PhotoId(str(outcome.photo_id)) for outcome in outcomes}
    return [by_name[name] for name in sorted(by_name)]


def analyse(school: School, ids: Sequence[PhotoId], count: int) -> None:
    photo_ids = [ids[number % len(ids)] for number in range(count)]
    for outcome in analyse_photos(school.workspace, school.actor(Role.CONTRIBUTOR), photo_ids):
        if outcome.problem is not None:
            raise SystemExit(f"the analysis failed: {outcome.problem}")
        tell(step="photo", faces=outcome.faces, texts=outcome.texts, marks=outcome.marks)
    boxes: dict[str, dict[str, list[list[int]]]] = {}
    with school.workspace.database.read() as connection:
        for number, photo_id in enumerate(ids):
            found = regions.of_photo(connection, photo_id)
            boxes[str(number)] = {kind.value: [r.box.to_list() for r in found if r.kind is kind] for kind in RegionKind}
    tell(step="regions", boxes=boxes)


def cancel(school: School, photo_id: PhotoId) -> None:
    """How long whoever waits for a photo waits on after a cancel, and until the process is gone."""
    is_under_way, refusals, released = threading.Event(), [], []

    def wait() -> None:
        is_under_way.set()
        refusals.extend(analyse_photos(school.workspace, school.actor(Role.CONTRIBUTOR), [photo_id]))
        released.append(time.perf_counter())

    waiting = threading.Thread(target=wait)
    waiting.start()
    is_under_way.wait()
    time.sleep(1.0)  # in the middle of a photo
    before = set(multiprocessing.active_children())
    started = time.perf_counter()
    school.workspace.engines.cancel()
    gone = time.perf_counter()
    waiting.join()
    ended = len(before) - len(before & set(multiprocessing.active_children()))
    tell(step="cancel", released_s=released[0] - started, gone_s=gone - started, ended=ended, outcomes=len(refusals))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="analysis_own")
    parser.add_argument("folder", type=Path)
    parser.add_argument("photos", type=int)
    parser.add_argument("--mark", action="store_true")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="clearpost-bench-school-") as place:
        school = make_school(Path(place) / "school")
        try:
            if chosen.mark:
                teach(school)
            ids = imported(school, chosen.folder)
            tell(step="imported", photos=len(ids))
            analyse(school, ids, chosen.photos)
            cancel(school, ids[0])
        finally:
            school.workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
