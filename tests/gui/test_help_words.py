"""The help is true: what it quotes in bold stands in the window, its links lead somewhere, every page has steps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.ui.help import FOLDER

ROOT = Path(__file__).resolve().parents[2]
SPOKEN = (ROOT / "app" / "ui", ROOT / "app" / "domain", ROOT / "app" / "workflow")
"""Where the window's words come from."""
LEAST = 6
"""Fewer letters round what is filled in would fit anything."""
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)")


def _text(page: str) -> str:
    return (FOLDER / f"{page}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_button_and_heading_it_quotes_is_in_the_window(page: str) -> None:
    quoted = {" ".join(words.split()) for words in BOLD.findall(_text(page))}
    assert {words for words in quoted if not _is_said(words)} == set()


def test_the_check_of_quoted_words_can_fail() -> None:
    assert not _is_said("Publish without asking")
    assert not _is_said("Hand")
    assert _is_said("Submit for approval")
    assert _is_said("Approve")
    assert _is_said("Hand out")


@pytest.mark.parametrize("page", PAGES)
def test_its_links_lead_somewhere(page: str) -> None:
    targets = [target for target in LINK.findall(_text(page)) if not target.startswith("https://")]
    assert [target for target in targets if not (FOLDER / target).resolve().is_file()] == []


def test_the_contents_lead_to_every_page_and_every_paper() -> None:
    linked = {(FOLDER / target).resolve() for page in ("contents", "school") for target in LINK.findall(_text(page))}
    papers = set((ROOT / "docs").glob("*.md"))
    assert {*FOLDER.glob("*.md"), *papers} - linked == {FOLDER / "contents.md"}


def _is_said(words: str) -> bool:
    """Whether a text of the window reads so; what it fills in may be anything, also nothing."""
    whole, filled_in = _texts()
    return words in whole or any(pattern.fullmatch(words) for pattern in filled_in)


@cache
def _texts() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """What stands in the code as it is, and patterns for texts with something filled in."""
    whole, filled_in = set(), []
    for node in _nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = " ".join(node.value.partition("\t")[0].split())
            whole.add(words)
            parts: list[str | None] = [*re.split(r"\{\w*\}", words)]
            parts = [part for pair in zip(parts, [None] * len(parts), strict=True) for part in pair][:-1]
        elif isinstance(node, ast.JoinedStr):
            parts = [str(v.value) if isinstance(v, ast.Constant) else None for v in node.values]
        else:
            continue
        said = "".join(part or "" for part in parts)
        if None in parts and len(said.strip()) >= LEAST:
            filled_in.append(re.compile(r"\s*".join(".*" if p is None else re.escape(p.strip()) for p in parts)))
    return frozenset(whole), tuple(filled_in)


def _nodes() -> Iterator[ast.AST]:
    for path in (path for folder in SPOKEN for path in folder.rglob("*.py") if path.name != "help.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))
