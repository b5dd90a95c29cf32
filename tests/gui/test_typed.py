"""What somebody types while something else is written down stays."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.ui.typed import Field, clear_if


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_is_emptied_once_its_words_were_taken_unless_others_stand_there_by_then(
    kind: type[Field], qtbot: QtBot
) -> None:
    taken, typed_on = kind("The big one. "), kind("The big one. And")
    for field in (taken, typed_on):
        qtbot.addWidget(field)
        clear_if(field, "The big one.")
    words = [f.text() if isinstance(f, QLineEdit) else f.toPlainText() for f in (taken, typed_on)]
    assert words == ["", "The big one. And"]
