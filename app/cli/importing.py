"""Bring photos in from the terminal, and say what is plugged in."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, problem_json, say
from app.cli.session import signed_in
from app.devices.connected import connected, open_source
from app.domain.photo import DeviceKind
from app.domain.ports import SourceDevice
from app.domain.retention import school_day
from app.workflow.import_photos import ImportOutcome, import_photos
from app.workflow.import_records import known_device
from app.workflow.workspace import Workspace


def bring_in(arguments: argparse.Namespace) -> int:
    """Copy photos from a source; remove the originals only when that was asked for in so many words."""
    said = {
        DeviceKind.PERSONAL: arguments.personal, DeviceKind.UNKNOWN: arguments.unknown, DeviceKind.DROP: arguments.drop
    }  # fmt: skip
    kind = next((kind for kind, is_said in said.items() if is_said), DeviceKind.SCHOOL)
    with signed_in(arguments) as (workspace, actor), open_source(arguments.folder) as source:
        outcomes = import_photos(
            workspace,
            actor,
            source,
            event=arguments.event,
            device_kind=kind,
            remove_originals=arguments.remove_originals,
            only=None if arguments.day is None else _of_day(workspace, source, arguments.day),
        )
        rows, unsafe, problems = tell(outcomes)
    if arguments.json:
        print_json({"photos": rows})
    else:
        print(f"{len(rows) - unsafe} of {len(rows)} files are safe in the vault.")
        aside = sum(row["set_aside"] for row in rows)
        if aside:
            print(f"{aside} of them are set aside until the Headteacher decides.")
    return REFUSED if problems else DONE


def _of_day(workspace: Workspace, source: SourceDevice, day: date) -> frozenset[str]:
    """Every file of a day, by the device's clock as it was corrected; one without a time is of no day."""
    known = known_device(workspace, source.identity)
    shift = timedelta(seconds=known.clock_shift_s if known else 0)
    return frozenset(
        found.object_id
        for found in source.list_objects()
        if found.modified is not None and school_day(found.modified + shift) == day
    )


def tell(outcomes: Iterable[ImportOutcome]) -> tuple[list[dict[str, Any]], int, int]:
    """Print what went wrong as it happens; a row for each file, how many are not safe, and how many problems."""
    rows: list[dict[str, Any]] = []
    unsafe = problems = 0
    for outcome in outcomes:
        row: dict[str, Any] = {"name": outcome.object_id, "photo": outcome.photo_id, "kind": outcome.kind.value.lower()}
        row["state"] = outcome.state.value if outcome.state else None
        row["duplicate"], row["set_aside"] = outcome.is_duplicate, outcome.is_set_aside
        unsafe += outcome.photo_id is None
        if outcome.problem is not None:
            problems += 1
            row["problem"] = problem_json(outcome.problem)
            say(f"{outcome.object_id}: {outcome.problem}")
        rows.append(row)
    return rows, unsafe, problems


def show_sources(arguments: argparse.Namespace) -> int:
    """Cards, sticks, cameras and phones that are there now."""
    found = connected()
    if arguments.json:
        print_json({"sources": [{"place": one.place, "label": one.label} for one in found]})
        return DONE
    for one in found:
        print(f"{one.place}  {one.label}")
    if not found:
        print("Nothing is plugged in that photos could come from.")
    return DONE
