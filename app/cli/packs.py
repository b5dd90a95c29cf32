"""The rules of the school from the terminal: which packs there are, what one would change, and choosing it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.main import DONE
from app.cli.output import print_json, say
from app.cli.session import signed_in
from app.domain.days import day_in_words
from app.domain.errors import StorageError
from app.policy.pack import Difference, PolicyPack, load_pack
from app.workflow import policy_packs as packs
from app.workflow.policy_packs import Choice


def show(arguments: argparse.Namespace) -> int:
    """Every pack there is, the one that counts, and what was chosen."""
    with signed_in(arguments) as (workspace, _actor):
        found, made, now = packs.shipped(workspace), packs.choices(workspace), workspace.pack
    if arguments.json:
        listed = [{"name": p.name, "title": p.title, "version": p.version, "digest": p.digest} for p in found]
        print_json({"packs": listed, "in_force": now.name, "choices": [_choice(choice) for choice in made]})
        return DONE
    for pack in found:
        print(f"{pack.name}: {pack.title} {pack.version}" + (" (counts now)" if pack.digest == now.digest else ""))
    for choice in made:
        first = day_in_words(choice.chosen.version.effective_on)
        print(f"chosen: {choice.chosen.version.label}, from {first}: {choice.state}")
    return DONE


def compare(arguments: argparse.Namespace) -> int:
    """What choosing a pack would change, entry by entry."""
    with signed_in(arguments) as (workspace, _actor):
        change = packs.preview(workspace, load_pack(arguments.pack))
    if arguments.json:
        print_json(
            {
                "before": change.before.name,
                "after": change.after.name,
                "needs_governors": change.needs_governors,
                "review": change.review_due_on.isoformat(),
                "differences": [_difference(difference) for difference in change.differences],
                "kept": list(change.kept),
            }
        )
        return DONE
    for difference in change.differences:
        print(f"{difference.title}: {difference.before} -> {difference.after}{_way(difference)}")
    for title in change.kept:
        print(f"The school settled this itself and it stays: {title}")
    if change.needs_governors:
        print("It counts once the governors’ approval is recorded.")
    return DONE


def choose(arguments: argparse.Namespace) -> int:
    """Let a pack count from a day on."""
    with signed_in(arguments) as (workspace, actor):
        pack = load_pack(arguments.pack)
        version = packs.choose(
            workspace,
            actor,
            pack,
            effective_on=arguments.effective or workspace.clock.today(),
            noticed_on=arguments.noticed,
            governors_approved_on=arguments.governors,
            minute=arguments.minute,
        )
        state = next(c.state for c in packs.choices(workspace) if c.chosen.version.id == version.id)
    say(f"{version.label}: {state}, from {day_in_words(version.effective_on)}. Everybody acknowledges it first.")
    return DONE


def approve(arguments: argparse.Namespace) -> int:
    """Record the governors' approval of the choice that waits for it."""
    with signed_in(arguments) as (workspace, actor):
        waiting = [c for c in packs.choices(workspace) if c.state is packs.PackState.WAITING]
        if not waiting:
            say("No choice waits for the governors.")
            return DONE
        on = arguments.on or workspace.clock.today()
        version = packs.approve(workspace, actor, waiting[0].chosen.version.id, on=on, minute=arguments.minute)
    say(f"{version.label} is approved by the governors.")
    return DONE


def copy(arguments: argparse.Namespace) -> int:
    """Write a pack into a new file, to be changed into a policy of one's own."""
    pack, target = load_pack(arguments.pack), Path(arguments.file).with_suffix(".toml")
    text = pack.text.replace(f'name = "{pack.name}"', f'name = "{target.stem}"', 1)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror}.", remedy="Choose a new file.") from error
    say(f"{target} is a copy of “{pack.title}”. Change it, then: clearpost policies compare {target}")
    return DONE


def _difference(found: Difference) -> dict[str, Any]:
    return {"title": found.title, "before": found.before, "after": found.after, "stricter": found.is_stricter}


def _choice(choice: Choice) -> dict[str, Any]:
    chosen: PolicyPack = choice.chosen.pack
    version = choice.chosen.version
    governors = version.governors_approved_on
    return {
        "pack": chosen.name, "label": version.label, "effective": version.effective_on.isoformat(),
        "state": choice.state.name, "minute": choice.chosen.minute,
        "governors": governors.isoformat() if governors else None,
    }  # fmt: skip


def _way(difference: Difference) -> str:
    return "" if difference.is_stricter is None else " (stricter)" if difference.is_stricter else " (looser)"
