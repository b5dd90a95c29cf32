"""The help is true and whole: what it quotes in bold is in the window, and what decides something is in the help."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.ui.help import FOLDER, hard_words
from app.ui.pages.all_pages import ALL_PAGES
from app.ui.pages.page import Page
from app.ui.pages.reading import ReadingPage
from app.ui.pages.school import KINDS

ROOT = Path(__file__).resolve().parents[2]
SPOKEN = (ROOT / "app" / "ui", ROOT / "app" / "domain", ROOT / "app" / "workflow")
"""Where the window's words come from."""
LEAST = 6
"""Fewer letters round what is filled in would fit anything."""
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))
_KINDS: tuple[type[Page], ...] = (*ALL_PAGES, *KINDS, ReadingPage)
MODULES = {kind.key: kind.__module__ for kind in _KINDS} | {"sign-in": "app.ui.sign_in"}
"""The module of each page that has help."""
OF_PAGES = ("app.ui.pages.", "app.ui.sign_in", "app.ui.set_up", "app.ui.lock_page")
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


def test_every_button_that_decides_something_is_explained() -> None:
    """The blue and the red ones, each on a page that has it."""
    told = {page: _text(page) for page in MODULES}
    pages_of: dict[Path, set[str]] = {}
    for page, start in MODULES.items():
        for path in _own_modules(start):
            pages_of.setdefault(path, set()).add(page)
    missing = {
        (words, path.stem)
        for path, pages in pages_of.items()
        for words, kind in _buttons(path)
        if kind in ("primary", "danger") and not any(f"**{words}" in told[page] for page in pages)
    }
    assert missing == set()


def test_the_check_of_buttons_finds_them() -> None:
    found = {words for module in _own_modules(MODULES["posts"]) for words, _kind in _buttons(module)}
    assert {"Submit for approval", "Make the pictures", "Crop", "Done"} <= found


@pytest.mark.parametrize("word", hard_words())
def test_every_hard_word_can_be_met_in_the_window(word: str) -> None:
    whole, _filled_in = _texts()
    assert any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for text in whole)


@pytest.mark.parametrize("page", PAGES)
def test_its_links_lead_somewhere(page: str) -> None:
    targets = [target for target in LINK.findall(_text(page)) if not target.startswith("https://")]
    assert [target for target in targets if not (FOLDER / target).resolve().is_file()] == []


def test_the_contents_lead_to_every_page_and_every_paper() -> None:
    linked = {(FOLDER / target).resolve() for page in ("contents", "school") for target in LINK.findall(_text(page))}
    papers = set((ROOT / "docs").glob("*.md"))
    assert {*FOLDER.glob("*.md"), *papers} - linked == {FOLDER / "contents.md"}


def _own_modules(start: str) -> set[Path]:
    """The module of a page and those it is made of, but not other pages."""
    others = set(MODULES.values()) - {start}
    found: set[Path] = set()
    to_do = [start]
    while to_do:
        path = ROOT / (to_do.pop().replace(".", "/") + ".py")
        if path in found:
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OF_PAGES):
                to_do += [] if node.module in others else [str(node.module)]
    return found


def _buttons(path: Path) -> Iterator[tuple[str, str]]:
    """What stands on each button, up to whatever is filled in, and which kind it is."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Button"):
            continue
        said = node.args[0] if node.args else None
        if isinstance(said, ast.Call) and said.args:
            said = said.args[0]
        kinds = [k.value.value for k in node.keywords if k.arg == "kind" and isinstance(k.value, ast.Constant)]
        if isinstance(said, ast.Constant) and isinstance(said.value, str) and len(said.value) > 1:
            yield said.value.partition("{")[0].strip(), str(*kinds)


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
