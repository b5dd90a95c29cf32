"""No page of the window says a word of the program's insides: every text that can be read is looked at."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Open

_ROOT = Path(__file__).resolve().parents[2]
_INSIDE = (
    "rendition", "digest", "hash", "sha-?256", "enum", "region", "release", "uuid", "sql", "null", "json", "boolean",
    "workflow", "verdict", "embedding", "tuple", "exception", "traceback", "timestamp", "regex", "index out",
)  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(_INSIDE)})(?:s|es|ed)?\b", re.IGNORECASE)
_CONSTANT = re.compile(r"\b[A-Z]{2,}_[A-Z_]+\b")
_SAYS = {"tr", "trn", "phrase", "phrases"}
_NOT_SHOWN = {"BugError", "ValueError", "TypeError", "RuntimeError", "OSError", "KeyError", "AssertionError"}


def inside_words(text: str) -> list[str]:
    """The words of the program's insides in a text."""
    without_files = re.sub(r"[\w*]*\.\w+", "", text)
    return [*_WORD.findall(without_files), *_CONSTANT.findall(without_files)]


def readable(widget: QWidget) -> Iterator[str]:
    """Everything somebody can read on one widget, or have read to them."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(min(model.rowCount(), 50)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, 0).data(role) or "")


@pytest.mark.parametrize("user", ["head", "data", "it", "office", "dsl", "governor"])
def test_no_page_says_a_word_of_the_programs_insides(open_as: Open, qtbot: QtBot, user: str) -> None:
    window = open_as(user)
    said: dict[str, list[str]] = {}
    looked_at = 0
    for key in window.pages:
        window.show_page(key)
        qtbot.waitUntil(lambda: not window.desk.running, timeout=20_000)
        for widget in [window.pages[key], *window.pages[key].findChildren(QWidget)]:
            for text in readable(widget):
                looked_at += bool(text)
                for word in inside_words(text):
                    said.setdefault(f"{key}: {word}", []).append(text[:90])
    assert said == {}
    assert looked_at > 100


def test_no_text_of_the_window_and_no_message_below_it_says_such_a_word() -> None:
    said = []
    for file in sorted((_ROOT / "app").rglob("*.py")):
        for text in _texts(ast.parse(file.read_text(encoding="utf-8"))):
            said += [f"{file.name}: {word}: {text}" for word in inside_words(re.sub(r"\{[^}]*\}", "", text))]
    assert said == []


def _texts(tree: ast.AST) -> Iterator[str]:
    """The words of translated texts, and of errors that the world causes, with what to do about them."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name not in _SAYS and not (name.endswith("Error") and name not in _NOT_SHOWN):
            continue
        for part in [*call.args, *(word.value for word in call.keywords if word.arg == "remedy")]:
            for inner in ast.walk(part):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


def test_such_a_word_would_be_found() -> None:
    assert inside_words("The rendition’s digest is hashed") == ["rendition", "digest", "hashed"]
    assert inside_words("POSSIBLE_LEAVER") == ["POSSIBLE_LEAVER"]
    assert inside_words("Everybody of the regional choir was kept, nobody left out") == []
