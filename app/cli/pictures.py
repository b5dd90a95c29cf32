"""``detect`` and ``cover``: look at files without a workspace."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from app.bootstrap import build_tools
from app.cli.main import DONE, REFUSED, USAGE
from app.cli.output import findings_json, print_json, problem_json, refused_json, say
from app.workflow.quick_look import cover_files, detect_files, photo_paths

COVER_MAX_BYTES = 20_000_000


def chosen_paths(arguments: argparse.Namespace) -> list[Path]:
    """The photos named as arguments, in folders, and on standard input."""
    paths: list[Path] = list(arguments.paths)
    if arguments.files_from:
        paths += [Path(line) for line in sys.stdin.read().splitlines() if line.strip()]
    return photo_paths(paths)


def detect(arguments: argparse.Namespace) -> int:
    """Print what is in each photo."""
    if not arguments.paths and not arguments.files_from:
        say("Name at least one photo or folder.")
        return USAGE
    tools = build_tools()
    photos: list[dict[str, Any]] = []
    refused = 0
    try:
        for outcome in detect_files(tools, chosen_paths(arguments), only=arguments.only):
            if outcome.problem is not None:
                refused += 1
                photos.append(refused_json(outcome.path, outcome.problem))
                say(f"{outcome.path}: {outcome.problem}")
                continue
            found = outcome.found
            photos.append(findings_json(outcome.path, found))
            if not arguments.json:
                print(f"{outcome.path}: {len(found.faces)} faces, {len(found.texts)} lines of text")
    finally:
        tools.close()
    if arguments.json:
        print_json({"photos": photos})
    return REFUSED if refused else DONE


def cover(arguments: argparse.Namespace) -> int:
    """Write the covered copies."""
    if not arguments.paths and not arguments.files_from:
        say("Name at least one photo or folder.")
        return USAGE
    tools = build_tools()
    photos: list[dict[str, Any]] = []
    refused = 0
    try:
        outcomes = cover_files(
            tools,
            chosen_paths(arguments),
            arguments.out,
            max_edge_px=arguments.max_edge,
            max_bytes=COVER_MAX_BYTES,
        )
        for outcome in outcomes:
            if outcome.problem is not None:
                refused += 1
                photos.append({"path": str(outcome.path), "problem": problem_json(outcome.problem)})
                say(f"{outcome.path}: {outcome.problem}")
                continue
            boxes = [box.to_list() for box in outcome.covered]
            photos.append({"path": str(outcome.path), "output": str(outcome.output), "covered": boxes})
            if not arguments.json:
                print(f"{outcome.path} -> {outcome.output}: {len(boxes)} covered")
    finally:
        tools.close()
    if arguments.json:
        print_json({"photos": photos})
    return REFUSED if refused else DONE
