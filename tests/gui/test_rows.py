"""A row of a list as it is painted."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.ui.models.rows import Row, RowsView


def _painted(qtbot: QtBot, row: Row) -> QImage:
    view = RowsView("Files", lambda item: item)
    qtbot.addWidget(view)
    view.rows.show_items([row])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, 52)
    image = QImage(400, 52, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.rows.index(0))
    painter.end()
    return image


def test_a_row_as_high_as_one_with_a_note_has_its_title_in_the_middle(qtbot: QtBot) -> None:
    without = _painted(qtbot, Row("IMG_0001.JPG", words="copied and checked", state="shown"))
    assert _painted(qtbot, Row("IMG_0001.JPG", " ", words="copied and checked", state="shown")) == without
    assert _painted(qtbot, Row("IMG_0001.JPG", "here already", words="copied and checked", state="shown")) != without
