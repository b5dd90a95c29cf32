"""Helpers of the page Posts: whether two versions say the same, and how many letters are left."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPlainTextEdit

from app.domain.consent import Platform
from app.domain.post import Post
from app.ui.language import trn
from app.ui.widgets import Label


def same(first: Post, second: Post) -> bool:
    """Whether two versions say the same; the order of the platforms says nothing."""
    return _said(first) == _said(second)


def _said(post: Post) -> tuple[Any, ...]:
    return post.title, set(post.platforms), post.pictures, post.about


def count_left(edit: QPlainTextEdit, platform: Platform, words: Label) -> None:
    """Say how many letters a platform still takes, or how many there are too many."""
    left = platform.caption_limit - len(edit.toPlainText())
    words.setText(
        trn("{n} character left", "{n} characters left", left)
        if left >= 0
        else trn("{n} character too many", "{n} characters too many", -left)
    )
    words.setProperty("state", "" if left >= 0 else "withheld")
    words.style().polish(words)
