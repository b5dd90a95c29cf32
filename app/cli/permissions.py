"""Written permissions, and consents to comparing faces, from the terminal."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from app.cli.main import DONE
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.consent import PlatformId
from app.domain.days import day_in_words
from app.domain.errors import RegisterError
from app.domain.people import PersonKind
from app.domain.permissions import Permission, PermissionKind
from app.workflow import biometrics, matching, permissions, register


def show(arguments: argparse.Namespace) -> int:
    """Every permission, with whether it is in force today."""
    kind = PermissionKind(arguments.kind.upper()) if arguments.kind else None
    with signed_in(arguments) as (workspace, actor):
        found, today = permissions.listed(workspace, actor, kind), workspace.clock.today()
    if arguments.json:
        print_json({"permissions": [_as_json(permission, about, today) for permission, about in found]})
        return DONE
    for permission, about in found:
        until = day_in_words(permission.valid_until) if permission.valid_until else "somebody ends it"
        state = f"until {until}" if permission.holds(today) else "not in force"
        print(f"{permission.id[:8]}  {permission.kind.value.lower()}: {about}, by {permission.grantor}; {state}")
    return DONE


def grant(arguments: argparse.Namespace) -> int:
    """Record a permission."""
    kind = PermissionKind(arguments.kind.upper())
    with signed_in(arguments) as (workspace, actor):
        given = permissions.grant(
            workspace,
            actor,
            kind,
            permissions.find_subject(workspace, actor, kind, arguments.subject),
            grantor=arguments.by,
            grantor_role=arguments.office,
            valid_from=arguments.first or workspace.clock.today(),
            valid_until=arguments.until,
            platform_ids=[PlatformId(place) for place in arguments.platform],
            scope=arguments.scope,
            evidence=arguments.evidence,
        )
        today = workspace.clock.today()
    if arguments.json:
        print_json(_as_json(given, arguments.subject, today))
    else:
        say(f"The permission is recorded. Its id begins with {given.id[:8]}.")
    return DONE


def end(arguments: argparse.Namespace) -> int:
    """End a permission now."""
    with signed_in(arguments) as (workspace, actor):
        fitting = [p for p, _ in permissions.listed(workspace, actor) if p.id.startswith(arguments.id)]
        if len(fitting) != 1:
            raise RegisterError(
                f"{len(fitting)} permissions begin with {arguments.id}.", remedy="Write more of the id."
            )
        fallen = permissions.end(workspace, actor, fitting[0].id, version=fitting[0].version)
    if arguments.json:
        print_json({"id": fitting[0].id, "fallen": fallen})
    else:
        say(f"The permission is over. Posts that fell or have to be taken down: {fallen}.")
    return DONE


def biometrics_status(arguments: argparse.Namespace) -> int:
    """Whether faces are compared, and what is missing for each pupil."""
    with signed_in(arguments) as (workspace, actor):
        record, today = matching.matching_record(workspace, actor), workspace.clock.today()
        agreed = matching.how_many_agreed(workspace, actor)
        where = matching.jurisdiction(workspace)
        pupils = [p for p in register.find_people(workspace, actor, arguments.name) if p.kind is PersonKind.PUPIL]
        found = [(pupil, biometrics.status(workspace, actor, pupil.id)) for pupil in pupils]
    compares = record.compares(today)
    if arguments.json:
        rows = [{"id": p.id, "name": p.name, "allowed": s.allows, "missing": list(s.words)} for p, s in found]
        whole = {"on": compares, "missing": list(record.missing(today)), "agreed": agreed}
        print_json({"matching": whole, "jurisdiction": where.value, "pupils": rows})
        return DONE
    print(f"Faces are {'compared' if compares else 'not compared'}. Consents in force: {agreed}.")
    for pupil, standing in found:
        print(f"{pupil.name}: {'may be compared.' if standing.allows else ' '.join(standing.words)}")
    return DONE


def _as_json(permission: Permission, about: str, today: date) -> dict[str, Any]:
    return {
        "id": permission.id,
        "kind": permission.kind.value.lower(),
        "about": about,
        "grantor": permission.grantor,
        "office": permission.grantor_role,
        "platforms": list(permission.platforms),
        "from": permission.valid_from.isoformat(),
        "until": permission.valid_until.isoformat() if permission.valid_until else None,
        "scope": permission.scope,
        "evidence": permission.evidence,
        "ended": permission.ended_at is not None,
        "in_force": permission.holds(today),
    }
