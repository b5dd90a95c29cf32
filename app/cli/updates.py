"""``updates check``: is a newer version offered where IT says to look?"""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from app import __version__
from app.cli.main import DONE, REFUSED
from app.cli.output import print_json, say
from app.machine import read_policy
from app.workflow.updates import fits, look_for_update, told


def check(arguments: argparse.Namespace) -> int:
    """Tell what is offered; exit code 1 where nothing can be said, or the file is another one."""
    policy = read_policy()
    for problem in policy.problems:
        say(problem)
    update = look_for_update(replace(policy, update_place=arguments.place or policy.update_place))
    is_one = fits(Path(arguments.file), update) if arguments.file else None
    if arguments.json:
        standing = update.standing().value
        print_json({"current": __version__, "standing": standing, "file_fits": is_one, "offered": asdict(update)})
    else:
        print(told(update))
        for note in update.notes:
            print(f"  {note}")
        for installer in update.installers:
            print(f"  {installer.name}  {installer.sha256}")
        if is_one is not None:
            print(
                f"{arguments.file} is {'one of these files' if is_one else 'none of these files: do not install it'}."
            )
    return REFUSED if is_one is False else DONE
