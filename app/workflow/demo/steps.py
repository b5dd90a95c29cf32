"""What the demonstration tells: one sentence a step, whether its checks held, and the report for scripts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.consent import PlatformId
from app.domain.geometry import Box


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the story; `ok` only if every check its words state was made and held."""

    name: str
    ok: bool
    words: str


@dataclass(frozen=True, slots=True)
class ExportedPicture:
    """One picture in a pack; boxes in its own pixels."""

    photo: str
    platform: PlatformId
    file: Path
    covered: tuple[Box, ...]
    shown: tuple[Box, ...]


def document(pictures: Iterable[ExportedPicture], steps: Iterable[Step], out: Path) -> dict[str, Any]:
    """The report: pictures with what is covered and shown, and the steps. File names are relative to `out`."""
    return {
        "photos": [
            {
                "photo": picture.photo,
                "platform": picture.platform,
                "file": picture.file.relative_to(out).as_posix(),
                "covered": [box.to_list() for box in picture.covered],
                "shown": [box.to_list() for box in picture.shown],
            }
            for picture in pictures
        ],
        "steps": [{"name": step.name, "ok": step.ok, "words": step.words} for step in steps],
    }
