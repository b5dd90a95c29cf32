"""Policies, training, the school's own rules and what is due, from the terminal."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from typing import Any

from app.cli.main import DONE, REFUSED, USAGE
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.days import day_in_words
from app.domain.errors import RegisterError
from app.domain.people import Role
from app.domain.policies import PolicyVersion
from app.domain.school_rules import SCHOOL_RULES
from app.workflow import alerts, policies, school_settings, training
from app.workflow.colleagues import colleague
from app.workflow.workspace import Workspace


def add(arguments: argparse.Namespace) -> int:
    """Record a version of a policy."""
    with signed_in(arguments) as (workspace, actor):
        version = policies.add_version(
            workspace,
            actor,
            name=arguments.name,
            label=arguments.label,
            owner=arguments.owner,
            effective_on=arguments.effective,
            link=arguments.link,
            related=arguments.related,
            consulted=arguments.consulted,
            noticed_on=arguments.noticed,
            governors_approved_on=arguments.governors,
            review_due_on=arguments.review,
        )
        binds = version in policies.binding(workspace)
    say(
        f"{version.title} is recorded. " + ("Everybody has to acknowledge it now." if binds else "It binds nobody yet.")
    )
    return DONE


def note(arguments: argparse.Namespace) -> int:
    """Note dates and people of a version; what is left out stays as it is."""
    with signed_in(arguments) as (workspace, actor):
        known = _version(workspace, arguments.name, arguments.label)
        wanted = {
            "owner": arguments.owner, "noticed_on": arguments.noticed, "governors_approved_on": arguments.governors,
            "review_due_on": arguments.review, "related": tuple(arguments.related), "consulted": arguments.consulted,
        }  # fmt: skip
        changed = replace(known, **{key: value for key, value in wanted.items() if value})
        policies.change_version(workspace, actor, changed)
    say(f"{known.title} is changed.")
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """Every version, and what the person at the keyboard has still to read."""
    with signed_in(arguments) as (workspace, actor):
        found, binding = policies.library(workspace), policies.binding(workspace)
        unread = policies.unread(workspace, actor)
    if arguments.json:
        print_json({"policies": [_as_json(v, in_force=v in binding, unread=v in unread) for v in found]})
        return DONE
    for version in found:
        state = "in force" if version in binding else "not in force"
        mine = "; you have not acknowledged it yet" if version in unread else ""
        print(f"{version.title}, owner {version.owner}, from {day_in_words(version.effective_on)}: {state}{mine}")
    return DONE


def acknowledge(arguments: argparse.Namespace) -> int:
    """Say that one has read a version."""
    with signed_in(arguments) as (workspace, actor):
        version = _version(workspace, arguments.name, arguments.label)
        policies.acknowledge(workspace, actor, version.id)
        left = policies.unread(workspace, actor)
    say(f"You have acknowledged {version.title}." + (f" Next: {left[0].title}." if left else ""))
    return DONE


def train(arguments: argparse.Namespace) -> int:
    """Note that somebody was trained."""
    with signed_in(arguments) as (workspace, actor):
        who = colleague(workspace, actor, arguments.username)
        training.record_training(
            workspace,
            actor,
            user_id=who.id,
            topic=arguments.topic,
            done_on=arguments.done,
            valid_until=arguments.until,
            evidence=arguments.evidence,
        )
    say(f"{who.name}’s training in {arguments.topic} is recorded.")
    return DONE


def trained(arguments: argparse.Namespace) -> int:
    """Who was trained, and who lacks what."""
    if arguments.role and arguments.role.upper() not in Role.__members__:
        say("A role is one of: " + ", ".join(role.value for role in Role))
        return USAGE
    with signed_in(arguments) as (workspace, actor):
        found = training.register_of(workspace, actor, Role(arguments.role.upper()) if arguments.role else None)
    if arguments.json:
        rows = [
            {
                "name": who.name,
                "done": [
                    {"topic": c.topic, "on": c.done_on.isoformat(), "until": _day(c.valid_until)} for c in who.done
                ],
                "missing": [missing.topic for missing in who.missing],
            }
            for who in found
        ]
        print_json({"training": rows})
        return DONE
    for who in found:
        done = ", ".join(course.topic for course in who.done) or "nothing recorded"
        lacks = f"; lacks {', '.join(missing.topic for missing in who.missing)}" if who.missing else ""
        print(f"{who.name}: {done}{lacks}")
    return DONE


def rules(arguments: argparse.Namespace) -> int:
    """Every rule the school may settle, as it holds now."""
    with signed_in(arguments) as (workspace, _actor):
        found = school_settings.all_rules(workspace)
    if arguments.json:
        print_json({"rules": dict(found)})
    else:
        for key, value in found.items():
            print(f"{key}: {json.dumps(value, ensure_ascii=False)}  ({SCHOOL_RULES[key].title})")
    return DONE


def settle(arguments: argparse.Namespace) -> int:
    """Settle a rule anew."""
    try:
        value = json.loads(arguments.value)
    except json.JSONDecodeError:
        say("The value is not JSON: write words in quotation marks, and true, false or null as they are.")
        return USAGE
    with signed_in(arguments) as (workspace, actor):
        school_settings.settle(workspace, actor, arguments.key, value)
    say(f"{SCHOOL_RULES[arguments.key].title}: settled.")
    return DONE


def due(arguments: argparse.Namespace) -> int:
    """What is to be looked at today."""
    with signed_in(arguments) as (workspace, actor):
        found = alerts.due(workspace, actor)
    if arguments.json:
        print_json({"due": [{"kind": a.kind.name, "words": a.words, "day": _day(a.day)} for a in found]})
    else:
        for alert in found:
            print(alert.words)
    return REFUSED if found else DONE


def _version(workspace: Workspace, name: str, label: str) -> PolicyVersion:
    for version in policies.library(workspace):
        if (version.name.casefold(), version.label.casefold()) == (name.casefold(), label.casefold()):
            return version
    raise RegisterError(f"There is no policy {name} {label}.", remedy="See: clearpost policies list.", code="missing")


def _as_json(version: PolicyVersion, *, in_force: bool, unread: bool) -> dict[str, Any]:
    return {
        "name": version.name, "label": version.label, "owner": version.owner, "link": version.link,
        "related": list(version.related), "consulted": version.consulted, "effective": _day(version.effective_on),
        "noticed": _day(version.noticed_on), "governors": _day(version.governors_approved_on),
        "review": _day(version.review_due_on), "in_force": in_force, "unread": unread,
    }  # fmt: skip


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
