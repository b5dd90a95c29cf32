"""`clearpost register ...`: read the school's lists, take one back, keep those that come again, read what they left."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.errors import RegisterError
from app.domain.people import Actor
from app.workflow.workspace import Workspace
from consent_db.import_sources import ImportSource
from consent_db.lists.mapping import ColumnMapping


def read_list(arguments: argparse.Namespace) -> int:
    """Show what a file would change, and write it with ``--apply``."""
    from app.workflow.import_sources import look_at
    from app.workflow.register_import import apply_import, preview_consents, preview_pupils

    preview_of = preview_pupils if arguments.kind == "pupils" else preview_consents
    with signed_in(arguments) as (workspace, actor):
        if arguments.list:
            source = _named(workspace, actor, arguments.list)
            if source.kind != arguments.kind:
                raise RegisterError(f"“{source.name}” is a list of {source.kind}.")
            preview = look_at(workspace, actor, source, arguments.file)
        else:
            preview = preview_of(workspace, actor, arguments.file, mapping=_mapping(arguments.mapping))
        if arguments.apply:
            apply_import(workspace, actor, preview)
    if arguments.json:
        print_json(preview.to_json() | {"applied": bool(arguments.apply)})
    else:
        for line in preview.to_words():
            print(line)
        print("Written." if arguments.apply else "Nothing is written yet; add --apply to write it.")
    return REFUSED if preview.problems else DONE


def undo(arguments: argparse.Namespace) -> int:
    """List what was taken over, or take one reading back."""
    from app.workflow.import_undo import past_imports, undo_import

    with signed_in(arguments) as (workspace, actor):
        readings = past_imports(workspace, actor)
        if arguments.reading:
            found = [reading.id for reading in readings if reading.id.startswith(arguments.reading)]
            if len(found) != 1:
                raise RegisterError(f"{len(found)} readings begin with {arguments.reading}.")
            outcome = undo_import(workspace, actor, found[0])
            say(f"{outcome.to_words()}.")
            readings = past_imports(workspace, actor)
    if arguments.json:
        print_json(
            {
                "readings": [
                    {
                        "id": reading.id,
                        "kind": reading.kind,
                        "file": reading.file_name,
                        "at": reading.applied_at.isoformat(),
                        "undone": not reading.can_be_undone,
                    }
                    for reading in readings
                ]
            }
        )
    elif not arguments.reading:
        for reading in readings:
            state = "" if reading.can_be_undone else ", undone"
            at = f"{reading.applied_at:%d %b %Y %H:%M}"
            print(f"{reading.id[:8]}  {at} UTC  {reading.kind}: {reading.file_name} by {reading.applied_by}{state}")
    return DONE


def sources(arguments: argparse.Namespace) -> int:
    """List, keep or stop the lists that come again, or look for new files of them."""
    from app.workflow.import_sources import all_sources, check_sources, keep_source, stop_source

    news = []
    with signed_in(arguments) as (workspace, actor):
        if arguments.keep:
            keep_source(workspace, actor, _wanted(workspace, actor, arguments))
        if arguments.stop:
            stop_source(workspace, actor, _named(workspace, actor, arguments.stop))
        if arguments.check:
            news = list(check_sources(workspace, actor))
        kept = all_sources(workspace, actor)
    if arguments.json:
        print_json({"sources": [_source_json(source) for source in kept], "news": [item.to_words() for item in news]})
        return REFUSED if any(item.problem for item in news) else DONE
    for source in kept:
        age = f"as of {source.as_of:%d %b %Y}" if source.as_of else "never read"
        print(f"{source.name}: {source.kind}, {age}" + ("" if source.is_active else ", no longer used"))
    for item in news:
        print(item.to_words())
    return REFUSED if any(item.problem for item in news) else DONE


def questions(arguments: argparse.Namespace) -> int:
    """List what somebody must read, or note what was made of a line."""
    from app.workflow.import_questions import open_questions, settle_question

    with signed_in(arguments) as (workspace, actor):
        if arguments.settle:
            settle_question(workspace, actor, arguments.settle, outcome=arguments.outcome)
        waiting = open_questions(workspace, actor)
    if arguments.json:
        rows = [{"id": q.id, "person": q.person_id, "line": q.line, "words": q.words, "said": q.said} for q in waiting]
        print_json({"questions": rows})
    else:
        for question in waiting:
            print(f"{question.id}  line {question.line}: {question.words}")
        print(f"{len(waiting)} to read.")
    return DONE


def leavers(arguments: argparse.Namespace) -> int:
    """List pupils who were missing, or say of one that they left or stayed."""
    from app.workflow.import_questions import possible_leavers, say_stayed
    from app.workflow.register import mark_as_left

    with signed_in(arguments) as (workspace, actor):
        if arguments.left:
            if arguments.last_day is None:
                raise RegisterError("Say which day was the last one.", remedy="Add --last-day.")
            mark_as_left(workspace, actor, arguments.left, arguments.last_day)
        if arguments.stayed:
            say_stayed(workspace, actor, arguments.stayed)
        missing = possible_leavers(workspace, actor)
    if arguments.json:
        print_json({"missing": [{"id": p.id, "name": p.name, "class": p.registration_group} for p in missing]})
    else:
        for person in missing:
            print(f"{person.id}  {person.name} {person.registration_group}")
        print(f"{len(missing)} to ask about.")
    return DONE


def _mapping(path: Path | None) -> ColumnMapping | None:
    if path is None:
        return None
    try:
        return ColumnMapping.from_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError(f"The mapping {path.name} cannot be read.") from error


def _named(workspace: Workspace, actor: Actor, name: str) -> ImportSource:
    from app.workflow.import_sources import all_sources

    for source in all_sources(workspace, actor):
        if source.name == name:
            return source
    raise RegisterError(f"No list is kept as “{name}”.", remedy="See `clearpost register sources`.")


def _wanted(workspace: Workspace, actor: Actor, arguments: argparse.Namespace) -> ImportSource:
    from app.workflow.import_sources import all_sources, new_source

    known = next((s for s in all_sources(workspace, actor) if s.name == arguments.keep), None)
    source = known or new_source(arguments.keep, arguments.kind)
    return replace(
        source,
        mapping=_mapping(arguments.mapping) or source.mapping,
        folder=str(arguments.folder.resolve()) if arguments.folder else source.folder,
        pattern=arguments.pattern if arguments.folder else source.pattern,
        refusals_at_once=arguments.refusals_at_once,
        is_active=True,
    )


def _source_json(source: ImportSource) -> dict[str, Any]:
    return {
        "name": source.name,
        "kind": source.kind,
        "folder": source.folder,
        "pattern": source.pattern,
        "as_of": source.as_of.isoformat() if source.as_of else None,
        "active": source.is_active,
    }
