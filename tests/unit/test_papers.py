"""The papers in `docs` are true: tests, files and periods they name exist; what a school fills in is marked."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from app.domain.retention import RULES, period_in_words

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
TEST_NAME = re.compile(r"`(test_\w+)`")
MODULE = re.compile(r"`((?:app|consent_db|tests|packaging|resources)/[\w/.]+)`")
TEMPLATES = ("dpia-template", "privacy-notice-parents", "privacy-notice-pupils")


def _text(paper: str) -> str:
    return (DOCS / f"{paper}.md").read_text(encoding="utf-8")


@cache
def _tests_there_are() -> frozenset[str]:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return frozenset(name for text in texts for name in re.findall(r"^\s*def (test_\w+)\(", text, re.MULTILINE))


def _threats() -> list[str]:
    return re.split(r"^### ", _text("threat-model"), flags=re.MULTILINE)[1:]


def test_every_test_the_threat_model_names_exists() -> None:
    assert set(TEST_NAME.findall(_text("threat-model"))) - _tests_there_are() == set()


def test_the_check_of_test_names_can_fail() -> None:
    assert "test_nobody_ever_wrote_this_one" not in _tests_there_are()


@pytest.mark.parametrize("threat", _threats(), ids=lambda threat: threat.partition("\n")[0])
def test_each_threat_says_what_guards_what_is_tested_and_what_remains(threat: str) -> None:
    parts = [threat.find(f"**{word}** ") for word in ("Guards", "Tests", "Remains")]
    assert -1 not in parts
    assert parts == sorted(parts)
    assert len(TEST_NAME.findall(threat)) >= 3


def test_threats_are_numbered_without_gaps() -> None:
    assert [int(threat.partition(".")[0]) for threat in _threats()] == [*range(1, len(_threats()) + 1)]


@pytest.mark.parametrize("paper", sorted(path.stem for path in DOCS.glob("*.md")))
def test_files_it_names_are_there(paper: str) -> None:
    assert [name for name in MODULE.findall(_text(paper)) if not (ROOT / name).exists()] == []


def test_the_assessment_has_the_periods_of_the_program() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", _text("dpia-template"), re.MULTILINE)
    assert {(r.title, period_in_words(r.days), r.counts_from) for r in RULES.values()} <= set(rows)


@pytest.mark.parametrize("paper", TEMPLATES)
def test_what_a_school_fills_in_is_marked(paper: str) -> None:
    text = _text(paper)
    assert "What" in text
    assert len(re.findall(r"\*\*\[.+?\]\*\*", text)) >= 8
    assert not re.search(r"(?<!\*\*)\[(?!Only)[^\]]*\](?!\*\*)(?!\()", text.replace("*[Only", "[Only"))


def test_pupils_can_read_theirs() -> None:
    """Short sentences, and none of the words of lawyers and programmers."""
    text = re.sub(r"\*\*\[.*?\]\*\*|[*#]", "", _text("privacy-notice-pupils").partition("---")[2])
    sentences = [part.split() for part in re.split(r"[.:?]\s|\n\n", text) if len(part.split()) > 1]
    assert sum(map(len, sentences)) / len(sentences) < 14
    assert max(map(len, sentences)) <= 30
    hard = (
        "controller",
        "processing",
        "lawful",
        "biometric",
        "consent",
        "retention",
        "subject",
        "encrypted",
        "pursuant",
    )
    assert [word for word in hard if re.search(rf"\b{word}", text, re.IGNORECASE)] == []
