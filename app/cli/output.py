"""What the terminal prints: messages for people on standard error, one JSON document on standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from app.domain.detection import Findings
from app.domain.errors import KnownError


def say(words: str) -> None:
    """A message for a person, on standard error so that it never mixes with JSON."""
    print(words, file=sys.stderr)


def print_json(document: Any) -> None:
    """The one document of a command."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    print(flush=True)


def problem_json(problem: KnownError) -> dict[str, str]:
    """``{"code", "text"}``."""
    return {"code": problem.code, "text": str(problem)}


def refused_json(path: Path, problem: KnownError) -> dict[str, Any]:
    """A photo that could not be looked at; `faces` is there and empty so that scripts may loop over it."""
    return {"path": str(path), "problem": problem_json(problem), "faces": []}


def findings_json(path: Path, findings: Findings) -> dict[str, Any]:
    """One photo of ``detect --json``; boxes are ``[left, top, right, bottom]`` in upright pixels."""
    return {
        "path": str(path),
        "width": findings.width,
        "height": findings.height,
        "faces": [
            {
                "box": face.box.to_list(),
                "head": face.head.to_list(),
                "score": round(face.score, 4),
                "quality": None if face.quality is None else round(face.quality, 3),
            }
            for face in findings.faces
        ],
        "hints": [{"box": hint.box.to_list(), "score": round(hint.score, 4)} for hint in findings.hints],
        "texts": [
            {
                "polygon": [list(point) for point in text.polygon],
                "text": text.text,
                "score": round(text.score, 4),
                "kind": text.kind.value,
            }
            for text in findings.texts
        ],
        "marks": [
            {"box": mark.box.to_list(), "mark": mark.mark, "score": round(mark.score, 4)} for mark in findings.marks
        ],
    }
