"""Keeping and erasing from the terminal, and parts of the records as evidence."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, problem_json, say
from app.cli.session import signed_in
from app.domain.errors import RegisterError
from app.domain.people import Actor
from app.domain.photo import PhotoId
from app.domain.retention import RULES, Item, Preview, RecordClass
from app.workflow import erased_again, record_slices
from app.workflow import retention as workflow
from app.workflow.workspace import Workspace
from consent_db import photos, users


def preview(arguments: argparse.Namespace) -> int:
    """What would be erased, what is kept past its time, and why."""
    with signed_in(arguments) as (workspace, actor):
        shown = workflow.preview(workspace, actor, arguments.on)
    if arguments.json:
        print_json(_preview_json(shown))
        return DONE
    for record_class, number in shown.counts().items():
        print(f"{_title(record_class)}: {number}")
    for item in shown.items:
        print(f"  erase  {item.label}: {item.reason}")
    for kept in shown.kept:
        count = f" ({kept.count})" if kept.count > 1 else ""
        print(f"  keep   {kept.item.label}{count}: {kept.words}")
    print(f"{len(shown.items)} to erase, {len(shown.kept)} kept past their time. Nothing was erased.")
    return DONE


def erase(arguments: argparse.Namespace) -> int:
    """Erase what the preview lists; `--number` is the confirmation."""
    rows: list[dict[str, Any]] = []
    refused = 0
    with signed_in(arguments) as (workspace, actor):
        shown = _wanted(workspace, actor, arguments)
        say(shown.warning)
        for outcome in workflow.erase(workspace, actor, shown, typed=arguments.number, because=arguments.because):
            row: dict[str, Any] = _item_json(outcome.item) | {"erased": outcome.problem is None}
            if outcome.problem is not None:
                refused += 1
                row["problem"] = problem_json(outcome.problem)
                say(str(outcome.problem))
            rows.append(row)
    if arguments.json:
        print_json({"items": rows})
    else:
        print(f"{len(rows) - refused} of {len(rows)} items are erased for good.")
    return REFUSED if refused else DONE


def log(arguments: argparse.Namespace) -> int:
    """What was erased."""
    with signed_in(arguments) as (workspace, actor):
        stones = workflow.erasure_log(workspace, actor)
    if arguments.json:
        print_json(erased_again.as_json(stones))
        return DONE
    for stone in stones:
        print(f"{stone.erased_at:%Y-%m-%d %H:%M} {stone.record_class} {stone.subject_id}: {stone.reason}")
    return DONE


def audit_export(arguments: argparse.Namespace) -> int:
    """Take a part of the records out."""
    with signed_in(arguments) as (workspace, actor):
        part = record_slices.Part(
            user_id=None if arguments.who is None else _user_id(workspace, arguments.who),
            first=arguments.first,
            last=arguments.last,
            action=arguments.action,
            subject=arguments.subject,
        )
        exported = record_slices.export_part(workspace, actor, part, arguments.out)
    if arguments.json:
        print_json({"file": str(exported.path), "records": exported.records, "head": exported.head})
    else:
        print(exported.note)
    return DONE


def _wanted(workspace: Workspace, actor: Actor, arguments: argparse.Namespace) -> Preview:
    if arguments.again is not None:
        return erased_again.preview_again(workspace, actor, arguments.again)
    return _asked_for(workspace, actor, arguments.photo) if arguments.photo else workflow.preview(workspace, actor)


def _asked_for(workspace: Workspace, actor: Actor, numbers: list[int]) -> Preview:
    with workspace.database.read() as connection:
        ids: dict[int, PhotoId] = {photo.number: photo.id for photo in photos.latest(connection, limit=1_000_000)}
    if missing := [number for number in numbers if number not in ids]:
        raise RegisterError(f"There is no photo {missing[0]}.", remedy="Look at its number on the Review page.")
    return workflow.preview_photos(workspace, actor, [ids[number] for number in numbers])


def _user_id(workspace: Workspace, username: str) -> str:
    with workspace.database.read() as connection:
        found = users.find(connection, username)
    if found is None:
        raise RegisterError(f"Nobody signs in as {username}.", remedy="Look at the list: clearpost users list.")
    return found


def _title(record_class: RecordClass) -> str:
    return RULES[record_class].title if record_class in RULES else "Asked for"


def _item_json(item: Item) -> dict[str, Any]:
    until = None if item.kept_until is None else item.kept_until.isoformat()
    return {"class": item.record_class.value, "id": item.id, "label": item.label, "kept_until": until}


def _preview_json(shown: Preview) -> dict[str, Any]:
    kept = [_item_json(k.item) | {"why": [keep.name for keep in k.why], "count": k.count} for k in shown.kept]
    counts = {record_class.value: number for record_class, number in shown.counts().items()}
    items = [_item_json(item) | {"reason": item.reason} for item in shown.items]
    return {"day": shown.day.isoformat(), "counts": counts, "items": items, "kept": kept}
