"""`clearpost marks ...`: list, teach and remove crests and logos, and look for them in earlier photos."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.people import Actor
from app.workflow.teach_mark import KnownMark, MarkKind, Teaching
from app.workflow.workspace import Workspace


def show(arguments: argparse.Namespace) -> int:
    """List the marks with their recall by size."""
    from app.workflow.mark_looks import photos_not_looked_at
    from app.workflow.teach_mark import known_marks

    with signed_in(arguments) as (workspace, _actor):
        marks = known_marks(workspace)
        waiting = len(photos_not_looked_at(workspace))
    if arguments.json:
        print_json({"marks": [_json_of(mark) for mark in marks], "not_looked_at": waiting})
        return DONE
    for mark in marks:
        print(f"{mark.name}: {_found(mark)}; taught {mark.taught_at:%d %b %Y} by {mark.taught_by}")
    if not marks:
        print("No mark is taught yet.")
    if waiting:
        print(f"{waiting} photos were looked through before a mark was taught; see `clearpost marks look`.")
    return DONE


def teach(arguments: argparse.Namespace) -> int:
    """Learn a mark from pictures, or anew from those that are kept of it."""
    mark: KnownMark | None = None
    told = 0
    with signed_in(arguments) as (workspace, actor):
        for step in _steps(workspace, actor, arguments):
            mark = step.mark
            if not arguments.json and int(step.share * 10) > told:
                told = int(step.share * 10)
                say(f"{told * 10} of 100 learned")
    if mark is None:
        return REFUSED
    if arguments.json:
        print_json({"mark": _json_of(mark)})
    else:
        print(f"{mark.name} is learned: {_found(mark)}.")
    return DONE


def remove(arguments: argparse.Namespace) -> int:
    """Look for a mark no more."""
    from app.workflow.teach_mark import remove_mark

    with signed_in(arguments) as (workspace, actor):
        remove_mark(workspace, actor, arguments.name)
    if arguments.json:
        print_json({"removed": arguments.name})
    else:
        print(f"{arguments.name} is looked for no more.")
    return DONE


def look(arguments: argparse.Namespace) -> int:
    """Look for the marks in photos that were looked through before they were taught."""
    from app.workflow.mark_looks import look_through_again

    rows: list[dict[str, Any]] = []
    with signed_in(arguments) as (workspace, actor):
        for outcome in look_through_again(workspace, actor):
            if outcome.problem is not None:
                say(str(outcome.problem))
            rows.append({"photo": outcome.photo_id, "marks": outcome.marks, "ok": outcome.problem is None})
    failed = sum(not row["ok"] for row in rows)
    if arguments.json:
        print_json({"photos": rows})
    else:
        print(f"{len(rows) - failed} photos looked through; a mark was found in {sum(bool(r['marks']) for r in rows)}.")
    return REFUSED if failed else DONE


def _steps(workspace: Workspace, actor: Actor, arguments: argparse.Namespace) -> Iterator[Teaching]:
    from app.workflow.quick_look import read_file
    from app.workflow.teach_mark import teach_again, teach_mark

    if not arguments.pictures:
        return teach_again(workspace, actor, arguments.name)
    kind = MarkKind(arguments.kind.upper().replace("-", "_"))
    pictures = [read_file(path) for path in arguments.pictures]
    return teach_mark(workspace, actor, name=arguments.name, kind=kind, pictures=pictures)


def _found(mark: KnownMark) -> str:
    return "found " + ", ".join(f"{share:.0%} at {size} pixels" for size, share in sorted(mark.recall.items()))


def _json_of(mark: KnownMark) -> dict[str, Any]:
    return {
        "name": mark.name,
        "kind": mark.kind.value.lower().replace("_", "-"),
        "version": mark.version,
        "recall": {str(size): share for size, share in sorted(mark.recall.items())},
        "measured": mark.measured,
        "pictures": mark.pictures,
        "taught_at": mark.taught_at.isoformat(),
        "taught_by": mark.taught_by,
    }
