"""The register of devices from the terminal."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.cli.importing import tell
from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.devices.connected import open_source, plugged_in
from app.domain.device_checks import checks_for
from app.domain.errors import DeviceError, RegisterError
from app.domain.people import Actor
from app.domain.photo import DeviceFamily, DeviceKind, PhotoId
from app.domain.ports import SourceIdentity
from app.workflow import devices, import_stops, quarantine
from app.workflow import films as film_workflow
from app.workflow.devices import Standing
from app.workflow.import_photos import finish_removals
from app.workflow.workspace import Workspace
from consent_db import photos
from consent_db.devices import SetAside

_SCHOOL_ZONE = ZoneInfo("Europe/London")


def listing(arguments: argparse.Namespace) -> int:
    """Every device."""
    with signed_in(arguments) as (workspace, actor):
        found = devices.listed(workspace, actor)
    if arguments.json:
        print_json({"devices": [_as_json(standing) for standing in found]})
        return DONE
    for standing in found:
        device, left = standing.device, len(standing.left)
        whose = device.owner or device.kind.value.lower()
        still = f"; {left} originals still on it" if left else ""
        aside = f"; {standing.set_aside} photos set aside" if standing.set_aside else ""
        approved = "; approved" if standing.approval else ""
        print(f"{device.id[:8]}  {device.label} ({whose}){approved}{still}{aside}")
    return DONE


def add(arguments: argparse.Namespace) -> int:
    """Note a device that is plugged in."""
    with signed_in(arguments) as (workspace, actor), open_source(arguments.source) as source:
        kind = DeviceKind(arguments.kind.upper())
        device = devices.add(
            workspace, actor, key=source.identity.key, label=arguments.label, kind=kind, owner=arguments.owner
        )
    return _done(
        arguments, {"id": device.id}, f"{device.label} is in the register. Its id begins with {device.id[:8]}."
    )


def approve(arguments: argparse.Namespace) -> int:
    """The Headteacher approves a device."""
    with signed_in(arguments) as (workspace, actor):
        given = devices.approve(
            workspace,
            actor,
            _meant(workspace, actor, arguments.device).device,
            owner=arguments.owner,
            first=arguments.first or workspace.clock.today(),
            last=arguments.until,
            evidence=arguments.evidence,
        )
    return _done(arguments, {"permission": given.id}, "The device is approved from that day on.")


def end(arguments: argparse.Namespace) -> int:
    """End a device's approval."""
    with signed_in(arguments) as (workspace, actor):
        ended = devices.end_approval(workspace, actor, _meant(workspace, actor, arguments.device).device.id)
    return _done(arguments, {"ended": ended}, f"{ended} approvals are over.")


def lift(arguments: argparse.Namespace) -> int:
    """Let posts go on until a day."""
    with signed_in(arguments) as (workspace, actor):
        device = _meant(workspace, actor, arguments.device).device
        changed = devices.lift(workspace, actor, device, until=arguments.until)
    return _done(arguments, {"until": arguments.until.isoformat()}, f"{changed.label} holds nothing up until then.")


def clock(arguments: argparse.Namespace) -> int:
    """Say how far a camera's clock is off, from what it shows now."""
    try:
        shows = datetime.fromisoformat(arguments.shows).replace(tzinfo=_SCHOOL_ZONE)
    except ValueError as error:
        raise RegisterError("Write what the clock shows like 2026-09-14T10:30.") from error
    with signed_in(arguments) as (workspace, actor):
        device = _meant(workspace, actor, arguments.device).device
        changed = devices.set_clock(workspace, actor, device, shift=workspace.clock.now() - shows)
    return _done(
        arguments, {"shift_s": changed.clock_shift_s}, f"{changed.clock_shift_s} seconds are added from now on."
    )


def finish(arguments: argparse.Namespace) -> int:
    """Try again to remove what is left."""
    with signed_in(arguments) as (workspace, actor), open_source(arguments.source) as source:
        rows, _unsafe, problems = tell(finish_removals(workspace, actor, source))
    _done(arguments, {"photos": rows}, f"{len(rows) - problems} of {len(rows)} originals are gone.")
    return REFUSED if problems else DONE


def attest(arguments: argparse.Namespace) -> int:
    """Record that originals were deleted by hand."""
    with signed_in(arguments) as (workspace, actor):
        standing = _meant(workspace, actor, arguments.device)
        ids = [file.id for file in standing.left]
        with plugged_in(standing.device.key) as source:
            number = devices.attest_removed(
                workspace, actor, standing.device.id, ids, said_by=arguments.said_by, source=source
            )
    return _done(arguments, {"attested": number}, f"{number} originals are recorded as deleted by hand.")


def check(arguments: argparse.Namespace) -> int:
    """Record the owner's answers about bins and clouds, or print what has to be asked."""
    family = DeviceFamily(arguments.family.upper())
    asked = checks_for(family)
    if not arguments.yes:
        return _done(arguments, {"ask": list(asked)}, "\n".join(asked))
    with signed_in(arguments) as (workspace, actor):
        device = _meant(workspace, actor, arguments.device).device
        words = devices.attest_checks(workspace, actor, device.id, family, asked, said_by=arguments.said_by)
    return _done(arguments, {"receipt": words}, words)


def receipts(arguments: argparse.Namespace) -> int:
    """Every receipt about a device."""
    with signed_in(arguments) as (workspace, actor):
        device = _meant(workspace, actor, arguments.device).device
        found = devices.receipts_of(workspace, actor, device.id)
    rows = [{"kind": r.kind, "at": r.at.isoformat(), "words": r.words, "audit_head": r.audit_head} for r in found]
    return _done(arguments, {"receipts": rows}, "\n".join(f"{r.at:%Y-%m-%d %H:%M}  {r.words}" for r in found))


def waiting(arguments: argparse.Namespace) -> int:
    """Photos that are set aside."""
    with signed_in(arguments) as (workspace, actor):
        found = quarantine.waiting(workspace, actor)
    rows = [
        {
            "number": one.photo.number,
            "photo": one.photo.id,
            "reason": one.reason.value,
            "device": one.device.label,
            "taken_at": one.taken_at.isoformat() if one.taken_at else None,
        }
        for one in found
    ]
    words = [f"{one.photo.number}  {one.reason.value.replace('_', ' ').lower()}: {one.device.label}" for one in found]
    return _done(arguments, {"waiting": rows}, "\n".join(words) or "No photo is set aside.")


def films(arguments: argparse.Namespace) -> int:
    """Films that came with photos."""
    with signed_in(arguments) as (workspace, actor):
        found = film_workflow.listed(workspace, actor)
    rows = [{"number": f.number, "film": f.id, "event": f.event, "bytes": f.bytes} for f in found]
    words = [f"{f.number}  {f.event}, {f.bytes / 1e6:.1f} MB" for f in found]
    return _done(arguments, {"films": rows}, "\n".join(words) or "There is no film.")


def still(arguments: argparse.Namespace) -> int:
    """Take a picture out of a film."""
    with signed_in(arguments) as (workspace, actor):
        fitting = [f for f in film_workflow.listed(workspace, actor) if arguments.film in (str(f.number), f.id)]
        if len(fitting) != 1:
            raise RegisterError(f"{len(fitting)} films fit “{arguments.film}”.", remedy="Write its number.")
        taken = film_workflow.take_still(workspace, actor, fitting[0].id, at_s=arguments.at)
    return _done(arguments, {"photo": taken.id, "number": taken.number}, f"It is photo {taken.number} now.")


def stop(arguments: argparse.Namespace) -> int:
    """Record that an import was stopped."""
    with signed_in(arguments) as (workspace, actor), ExitStack() as closing:
        identity: SourceIdentity | None = None
        if arguments.source:
            try:
                identity = closing.enter_context(open_source(arguments.source)).identity
            except DeviceError as problem:
                say(str(problem))  # recorded all the same, without saying which device it is
        stop_id = import_stops.stop(workspace, actor, identity, note=arguments.note)
    return _done(arguments, {"id": stop_id}, "\n".join(("It is recorded.", *import_stops.WHAT_TO_DO)))


def hand_back(arguments: argparse.Namespace) -> int:
    """Take a photo out of the vault whose original is still on its device."""
    with signed_in(arguments) as (workspace, actor), open_source(arguments.source) as source:
        words = import_stops.hand_back(workspace, actor, source, _photo(workspace, arguments.photo))
    return _done(arguments, {"receipt": words}, words)


def give_back(arguments: argparse.Namespace) -> int:
    """Write a photo back for its owner, then destroy it in the vault."""
    with signed_in(arguments) as (workspace, actor):
        words = import_stops.give_back(workspace, actor, _photo(workspace, arguments.photo), arguments.to)
    return _done(arguments, {"receipt": words}, words)


def release(arguments: argparse.Namespace) -> int:
    """Let a photo be used."""
    with signed_in(arguments) as (workspace, actor):
        freed = quarantine.release(workspace, actor, [_aside(workspace, actor, arguments.photo).photo.id])
    return _done(arguments, {"released": freed}, "The photo may be used.")


def destroy(arguments: argparse.Namespace) -> int:
    """Destroy a photo that is set aside."""
    with signed_in(arguments) as (workspace, actor):
        words = quarantine.destroy(workspace, actor, _aside(workspace, actor, arguments.photo).photo.id)
    return _done(arguments, {"receipt": words}, words)


def _done(arguments: argparse.Namespace, document: dict[str, Any], words: str) -> int:
    if arguments.json:
        print_json(document)
    elif words:
        print(words)
    else:
        say("There is nothing.")
    return DONE


def _meant(workspace: Workspace, actor: Actor, words: str) -> Standing:
    known = devices.listed(workspace, actor)
    found = [s for s in known if words.casefold() == s.device.label.casefold()]
    if not found:
        found = [s for s in known if s.device.id.startswith(words)]
    if len(found) != 1:
        raise RegisterError(f"{len(found)} devices fit “{words}”.", remedy="Write the first letters of its id.")
    return found[0]


def _photo(workspace: Workspace, words: str) -> PhotoId:
    with workspace.database.read() as connection:
        fitting = [p.id for p in photos.latest(connection, limit=1_000_000) if words in (str(p.number), p.id)]
    if len(fitting) != 1:
        raise RegisterError(f"{len(fitting)} photos fit “{words}”.", remedy="Write its number.")
    return fitting[0]


def _aside(workspace: Workspace, actor: Actor, words: str) -> SetAside:
    waiting = quarantine.waiting(workspace, actor)
    found = [one for one in waiting if words == str(one.photo.number)]
    if not found:  # an id may well begin with the digits of another photo's number
        found = [one for one in waiting if one.photo.id.startswith(words)]
    if len(found) != 1:
        raise RegisterError(f"{len(found)} photos that are set aside fit “{words}”.", remedy="Write its number.")
    return found[0]


def _as_json(standing: Standing) -> dict[str, Any]:
    device, approval = standing.device, standing.approval
    return {
        "id": device.id,
        "label": device.label,
        "kind": device.kind.value.lower(),
        "owner": device.owner,
        "confirmed": device.is_confirmed,
        "approved_by": approval.grantor if approval else None,
        "from": approval.valid_from.isoformat() if approval else None,
        "until": approval.valid_until.isoformat() if approval and approval.valid_until else None,
        "clock_shift_s": device.clock_shift_s,
        "left": [{"name": file.name, "problem": file.problem} for file in standing.left],
        "lifted_until": device.lifted_until.isoformat() if device.lifted_until else None,
        "imported": standing.imported,
        "set_aside": standing.set_aside,
        "checked": standing.is_checked,
    }
