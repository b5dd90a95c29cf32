"""Keep what somebody is typing while a part of a page is built anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Field = QLineEdit | QPlainTextEdit


@contextmanager
def kept_typing(part: QWidget) -> Iterator[None]:
    """Put typed words, cursor and focus back into the fields that have the same accessible name afterwards."""
    typed = {f.accessibleName(): _words(f) for f in _fields(part) if _is_modified(f)}
    at = {f.accessibleName(): f.cursorPosition() for f in part.findChildren(QLineEdit)}
    focus = QApplication.focusWidget()
    focused = focus.accessibleName() if focus is not None and part.isAncestorOf(focus) else ""
    yield
    for field in _fields(part):
        name = field.accessibleName()
        if name in typed:
            _put(field, typed[name])
        if isinstance(field, QLineEdit) and name in at:
            field.setCursorPosition(at[name])
    again = next((w for w in part.findChildren(QWidget) if focused and w.accessibleName() == focused), None)
    if again is not None:
        # New widgets show with the next turn of the event loop, and cannot have the focus before.
        QTimer.singleShot(0, again, lambda: again.setFocus(Qt.FocusReason.OtherFocusReason))


def clear_if(field: Field, words: str) -> None:
    """Empty a field whose words were taken, unless somebody typed on meanwhile."""
    if _words(field).strip() == words.strip():
        field.clear()


def _fields(part: QWidget) -> list[Field]:
    return [*part.findChildren(QLineEdit), *part.findChildren(QPlainTextEdit)]


def _is_modified(field: Field) -> bool:
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()


def _words(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put(field: Field, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(words)
        field.setModified(True)
    else:
        field.setPlainText(words)
        field.document().setModified(True)
