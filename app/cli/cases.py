"""Complaints, requests, incidents, takedowns and the monitoring report, from the terminal."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from app.cli.main import DONE, REFUSED, USAGE
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.cases import KIND_WORDS, STEP_WORDS, TO_DO, Case, CaseId, CaseKind, Step
from app.domain.errors import RegisterError, StorageError
from app.domain.people import Action, Actor, PersonId
from app.domain.post import ReleaseId
from app.workflow import cases, monitoring, subject_access, takedowns
from app.workflow.subject_pack import make_pack
from app.workflow.workspace import Workspace
from consent_db import people


def add(arguments: argparse.Namespace) -> int:
    """Record one."""
    kind = arguments.kind.upper().replace("-", "_")
    if kind not in CaseKind.__members__:
        say("It is one of: " + ", ".join(member.value.lower().replace("_", "-") for member in CaseKind))
        return USAGE
    received = None if arguments.received is None else datetime.combine(arguments.received, time(8), UTC)
    with signed_in(arguments) as (workspace, actor):
        case = cases.open_case(
            workspace,
            actor,
            CaseKind(kind),
            arguments.words,
            received_at=received,
            person_id=_person(workspace, actor, arguments.about),
            asked_by=arguments.asked_by,
            standing=arguments.standing,
            is_safeguarding=arguments.safeguarding,
            picture=_read(arguments.picture),
        )
    say(f"No. {case.number} is recorded." + (f" Tell {case.tell}." if case.tell else ""))
    for line in TO_DO.get(case.kind, ()):
        say(f"- {line}")
    if arguments.json:
        print_json(_case(case))
    return DONE


def listing(arguments: argparse.Namespace) -> int:
    """What this person may open."""
    with signed_in(arguments) as (workspace, actor):
        found = cases.listing(workspace, actor, open_only=not arguments.all)
    if arguments.json:
        print_json({"cases": [_case(case) for case in found]})
        return DONE
    for case in found:
        clock = case.next_clock()
        runs = f", runs until {clock:%Y-%m-%d %H:%M}" if clock else ""
        print(f"{case.number}  {KIND_WORDS[case.kind]}: {case.words}{runs}")
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """One with its steps."""
    with signed_in(arguments) as (workspace, actor):
        seen = cases.view(workspace, actor, _id(workspace, actor, arguments.number))
    steps = [{"step": s.step.value, "words": s.words, "at": s.at.isoformat()} for s in seen.steps]
    if arguments.json:
        print_json(_case(seen.case) | {"steps": steps})
        return DONE
    print(f"No. {seen.case.number}, {KIND_WORDS[seen.case.kind]}: {seen.case.words}")
    for step in seen.steps:
        print(f"  {step.at:%Y-%m-%d %H:%M} {STEP_WORDS[step.step]} {step.words}".rstrip())
    return DONE


def step(arguments: argparse.Namespace) -> int:
    """Note something done."""
    word = arguments.step.upper().replace("-", "_")
    if word not in Step.__members__:
        say("It is one of: " + ", ".join(member.value.lower() for member in Step))
        return USAGE
    with signed_in(arguments) as (workspace, actor):
        cases.take_step(workspace, actor, _id(workspace, actor, arguments.number), Step(word), arguments.words)
    say(f"No. {arguments.number}: {STEP_WORDS[Step(word)]}.")
    return DONE


def extend(arguments: argparse.Namespace) -> int:
    """Take two more months."""
    with signed_in(arguments) as (workspace, actor):
        case = cases.extend(workspace, actor, _id(workspace, actor, arguments.number), arguments.words)
    say(f"No. {case.number} runs until {case.due_at:%Y-%m-%d}.")
    return DONE


def pause(arguments: argparse.Namespace) -> int:
    """Stop the clock."""
    with signed_in(arguments) as (workspace, actor):
        cases.pause(workspace, actor, _id(workspace, actor, arguments.number), arguments.words)
    say(f"The clock of no. {arguments.number} stands still.")
    return DONE


def resume(arguments: argparse.Namespace) -> int:
    """Let the clock go on."""
    with signed_in(arguments) as (workspace, actor):
        case = cases.resume(workspace, actor, _id(workspace, actor, arguments.number))
    say(f"No. {case.number} runs until {case.due_at:%Y-%m-%d}.")
    return DONE


def close(arguments: argparse.Namespace) -> int:
    """Close it."""
    with signed_in(arguments) as (workspace, actor):
        cases.close(workspace, actor, _id(workspace, actor, arguments.number), arguments.words)
    say(f"No. {arguments.number} is closed.")
    return DONE


def held(arguments: argparse.Namespace) -> int:
    """What is held about the person of a request."""
    with signed_in(arguments) as (workspace, actor):
        found = subject_access.index(workspace, actor, _id(workspace, actor, arguments.number))
    looks = [
        {"photo": e.photo.number, "event": e.event, "day": e.day.isoformat(), "unnamed": e.unnamed, "in": e.is_in}
        for e in found.to_look_through
    ]
    if arguments.json:
        print_json(
            {
                "named": [photo.number for photo in found.named],
                "to_look_through": looks,
                "films": [film.number for film in found.films],
                "posts": [post.id for post, _shown, _out in found.posts],
                "answers": len(found.consents),
                "records": len(found.records),
            }
        )
        return DONE
    print(f"Named in photos {', '.join(str(photo.number) for photo in found.named) or 'none'}.")
    if found.films:
        print(f"Films to watch: {', '.join(str(film.number) for film in found.films)}.")
    said = {None: "to look through", True: "in it", False: "not in it"}
    for entry in found.to_look_through:
        print(f"photo {entry.photo.number}, {entry.event}, {entry.day}: {entry.unnamed} unnamed, {said[entry.is_in]}")
    return DONE


def answer(arguments: argparse.Namespace) -> int:
    """Say whether the person is in a photo."""
    with signed_in(arguments) as (workspace, actor):
        case_id = _id(workspace, actor, arguments.number)
        looks = subject_access.index(workspace, actor, case_id).to_look_through
        photo = next((entry.photo for entry in looks if entry.photo.number == arguments.photo), None)
        if photo is None:
            raise RegisterError(f"Photo {arguments.photo} is not one to look through.", code="missing")
        subject_access.answer(workspace, actor, case_id, photo.id, is_in=arguments.answer == "in")
    say(f"Photo {arguments.photo}: {arguments.answer}.")
    return DONE


def pack(arguments: argparse.Namespace) -> int:
    """Write the pack."""
    with signed_in(arguments) as (workspace, actor):
        made = make_pack(workspace, actor, _id(workspace, actor, arguments.number), arguments.out)
    say(f"{made.folder}: report.pdf, records.db and {made.pictures} pictures. The head is {made.head[:16]}.")
    if arguments.json:
        print_json({"folder": str(made.folder), "pictures": made.pictures, "left_out": list(made.left_out)})
    return DONE


def takedowns_due(arguments: argparse.Namespace) -> int:
    """What has to come down."""
    with signed_in(arguments) as (workspace, actor):
        found = takedowns.takedowns(workspace, actor)
    if arguments.json:
        rows = [
            {"release": d.release.id, "platform": d.platform, "url": d.url, "late": d.is_late, "words": d.task.words,
             "due": d.task.due_at.isoformat() if d.task.due_at else None, "steps": list(d.steps)}
            for d in found
        ]  # fmt: skip
        print_json({"takedowns": rows})
    else:
        for due in found:
            print(due.task.words)
            for line in due.steps:
                print(f"  - {line}")
    return REFUSED if found else DONE


def published(arguments: argparse.Namespace) -> int:
    """The audit list."""
    with signed_in(arguments) as (workspace, actor):
        found = takedowns.published(workspace, actor)
    rows = [
        {"release": one.release.id, "post": one.post.title, "platform": one.platform, "pictures": one.pictures,
         "state": one.release.state.value, "url": one.release.live_url, "open": one.is_open, "late": one.is_late,
         "looked_at": one.release.looked_at.isoformat() if one.release.looked_at else None}
        for one in found
    ]  # fmt: skip
    if arguments.json:
        print_json({"published": rows})
        return DONE
    for row in rows:
        print(f"{row['release']}  {row['state']}  {row['platform']}: {row['post']}  {row['url']}")
    return DONE


def order(arguments: argparse.Namespace) -> int:
    """Start a takedown."""
    with signed_in(arguments) as (workspace, actor):
        takedowns.order_takedown(
            workspace, actor, ReleaseId(arguments.release), reason=arguments.reason, asked_by=arguments.asked_by,
            minutes=arguments.minutes,
        )  # fmt: skip
    say("The takedown is started; whoever publishes sees it first on Home.")
    return DONE


def looked(arguments: argparse.Namespace) -> int:
    """Note that somebody looked at what is online."""
    with signed_in(arguments) as (workspace, actor):
        takedowns.look(workspace, actor, ReleaseId(arguments.release))
    say("It is noted that you looked at it today.")
    return DONE


def report(arguments: argparse.Namespace) -> int:
    """Write the monitoring report."""
    with signed_in(arguments) as (workspace, actor):
        last = arguments.last or workspace.clock.today()
        monitoring.export_report(workspace, actor, arguments.file, first=arguments.first, last=last)
    say(f"{arguments.file} is written.")
    return DONE


def _id(workspace: Workspace, actor: Actor, number: int) -> CaseId:
    for case in cases.listing(workspace, actor):
        if case.number == number:
            return case.id
    raise RegisterError(f"There is no no. {number} that you may open.", code="missing")


def _person(workspace: Workspace, actor: Actor, name: str) -> PersonId | None:
    if not name.strip():
        return None
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        found = people.search(connection, name)
    if len(found) != 1:
        words = "Nobody" if not found else f"{len(found)} people"
        raise RegisterError(f"{words} in the register fit “{name}”.", remedy="Say the whole name, or the UPN.")
    return found[0].id


def _read(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError(f"{path.name} cannot be read: {error.strerror}.") from error


def _case(case: Case) -> dict[str, Any]:
    clock = case.next_clock()
    return {
        "number": case.number, "kind": case.kind.value, "words": case.words, "open": case.is_open,
        "received": case.received_at.isoformat(), "due": case.due_at.isoformat() if case.due_at else None,
        "next": clock.isoformat() if clock else None, "tell": case.tell, "outcome": case.outcome,
    }  # fmt: skip
