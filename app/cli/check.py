"""``check``: what a platform would show of a photo, region by region, with reasons."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.main import DONE, REFUSED, USAGE
from app.cli.output import print_json, problem_json, say
from app.cli.pictures import chosen_paths
from app.cli.session import signed_in
from app.domain.consent import PlatformId
from app.domain.errors import KnownError
from app.domain.treatment import Decision, Outcome
from app.workflow.check_files import check_file


def check(arguments: argparse.Namespace) -> int:
    """Decide each photo for each platform named; exit 1 when one is withheld or cannot be read."""
    if not arguments.paths and not arguments.files_from:
        say("Name at least one photo or folder.")
        return USAGE
    rows: list[dict[str, Any]] = []
    with signed_in(arguments) as (workspace, actor):
        for path in chosen_paths(arguments):
            try:
                decisions = check_file(workspace, actor, path, [PlatformId(p) for p in arguments.platform])
            except KnownError as problem:
                rows.append({"path": str(path), "problem": problem_json(problem), "regions": []})
                say(f"{path}: {problem}")
                continue
            rows += [decision_json(path, decision) for decision in decisions]
    if arguments.json:
        print_json({"photos": rows})
    else:
        for row in rows:
            if "platform" in row:
                covered = sum(region["treatment"] == "cover" for region in row["regions"])
                print(f"{row['path']} on {row['platform']}: {row['outcome']}, {covered} covered")
    refused = any("problem" in row or row["outcome"] == Outcome.WITHHELD.value for row in rows)
    return REFUSED if refused else DONE


def decision_json(path: Path, decision: Decision) -> dict[str, Any]:
    """One photo on one platform; boxes in upright pixels of the original."""
    return {
        "path": str(path),
        "platform": decision.platform_id,
        "outcome": decision.outcome.value,
        "regions": [
            {
                "box": region.box.to_list(),
                "treatment": region.treatment.value,
                "reason": region.reason.value,
                "clause": region.clause,
                "record": region.record,
            }
            for region in decision.regions
        ],
        "withheld_because": [reason.value for reason in decision.withheld_because],
    }
