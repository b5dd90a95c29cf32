"""``demo``: the whole story on real photos, in a throw-away workspace; the folder named is only read."""

from __future__ import annotations

import argparse
import json
import secrets
import shutil
import tempfile
from pathlib import Path

from app.bootstrap import Administrator, create_workspace
from app.cli.main import DONE, REFUSED, USAGE
from app.cli.output import print_json, say
from app.workflow.demo import school
from app.workflow.demo.story import Story
from app.workflow.workspace import Workspace


def demo(arguments: argparse.Namespace) -> int:
    """Tell the story and leave two packs; exit 0 only if every check it states was made and held."""
    if not arguments.photos.is_dir():
        say(f"There is no folder {arguments.photos}.")
        return USAGE
    out = arguments.out or Path(tempfile.mkdtemp(prefix="clearpost-demo-"))
    if (out / "packs").exists():
        say(f"{out} holds the packs of an earlier demonstration. Name a new folder.")
        return USAGE
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="clearpost-phone-") as scratch:
        phone = Path(scratch) / "phone"
        shutil.copytree(arguments.photos, phone)
        story = Story(open_new=_throw_away_workspace, phone=phone, out=out, scratch=Path(scratch))
        for number, step in enumerate(story.tell(), start=1):
            if not arguments.json:
                print(f"{'✓' if step.ok else '✗'} {number:2}. {step.words}", flush=True)
    document = story.document()
    (out / "demo.json").write_text(json.dumps(document, indent=1), encoding="utf-8")
    if arguments.json:
        print_json(document)
    else:
        print(f"\nThe packs are in {out / 'packs'}.")
    return DONE if story.all_held else REFUSED


def _throw_away_workspace(folder: Path, password: str) -> Workspace:
    return create_workspace(
        folder,
        school=school.NAME,
        passphrase=secrets.token_urlsafe(24),
        administrator=Administrator("it", "Sam Hill", password),
    )
