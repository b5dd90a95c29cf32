"""A class photo of thirty, named through the window by somebody who knows the children: every key hit counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.people import Role
from app.ui.application import make_application
from app.ui.pages.review import ReviewPage
from app.ui.theme import install_theme
from tests.gui import two_pcs
from tests.gui.class_of_30 import NAMES, ClassOf30, class_of_30
from tests.schools import School

LONG_MS = 20_000
_MODIFIERS = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)


class Fingers:
    """Somebody at the keyboard: keys go where the focus is, and Ctrl and Shift are keys, too."""

    def __init__(self, qtbot: QtBot, page: ReviewPage, made: ClassOf30) -> None:
        self._qtbot, self._page, self._made = qtbot, page, made
        self.hits = 0

    def hit(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.hits += 1 + sum(bool(modifiers & one) for one in _MODIFIERS)
        where = QApplication.focusWidget()
        if isinstance(key, str):
            self._qtbot.keyClicks(where, key, modifiers)
        else:
            self._qtbot.keyClick(where, key, modifiers)

    @property
    def wanted(self) -> str:
        """Whose face is in front."""
        return self._made.who[self._page.chosen.region.id]

    def type_name(self) -> None:
        """Letters of the first name until the child is the one that Enter takes."""
        wanted = self.wanted
        for letter in wanted.lower():
            if self._page.classes.search.text() and self._page.classes.people.chosen().name == wanted:
                break
            self.hit(letter)
        self.hit(Qt.Key.Key_Return)

    def name_by_suggestion(self) -> None:
        """Enter for a likely one that is right, its number for another, else the name."""
        suggested, wanted = self._page.suggested or (), self.wanted
        if suggested and suggested[0].is_likely and suggested[0].person.name == wanted:
            self.hit(Qt.Key.Key_Return)
        elif number := next((s.number for s in suggested if s.person.name == wanted), 0):
            self.hit(str(number))
        else:
            self.type_name()

    def unnamed(self) -> int:
        return sum(face.needs_a_name for face in self._page.faces)


def _open(made: ClassOf30, qtbot: QtBot, request: pytest.FixtureRequest) -> ReviewPage:
    make_application([])
    install_theme(QApplication.instance(), choice="light")
    window = two_pcs.open_pc(qtbot, made.workspace, made.school.actor(Role.CONTRIBUTOR))
    request.addfinalizer(window.deleteLater)
    request.addfinalizer(window.close)
    window.show_page("review", made.photo_id)
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.canvas.has_picture and QApplication.focusWidget() is not None, timeout=LONG_MS)
    return page


def test_thirty_children_are_named_with_at_most_ninety_keys_while_faces_are_not_compared(
    school: School, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    made = class_of_30(school, tmp_path / "camera")
    page = _open(made, qtbot, request)
    fingers = Fingers(qtbot, page, made)
    while fingers.unnamed():
        fingers.type_name()
    assert sorted(made.stored().values()) == sorted(NAMES)
    assert made.stored() == made.who
    assert fingers.hits <= 90, fingers.hits


def test_thirty_children_are_named_with_at_most_forty_five_keys_with_suggestions_of_which_some_are_wrong(
    school: School, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    made = class_of_30(
        school,
        tmp_path / "camera",
        compares=True,
        mistaken={"Isla Thompson": "Lily Morgan", "Noah Edwards": "Jacob Stein"},
        unclear=("Oscar Bianchi", "Ava Robinson", "Theo Blackwood"),
    )
    page = _open(made, qtbot, request)
    fingers = Fingers(qtbot, page, made)
    fingers.hit(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.faces_panel.ticked()) == len(NAMES)
    fingers.hit("?", Qt.KeyboardModifier.ShiftModifier)
    assert "Only when each of these children may be compared" in page.notice.words()
    assert page.suggestions.busy_with(made.photo_id) == 0
    fingers.hit("?", Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(page.suggested), timeout=LONG_MS)
    assert set(made.stored().values()) == {""}
    likely = [found[0] for found in page._suggested.values() if found and found[0].is_likely]
    assert 25 <= len(likely) < len(NAMES)
    while fingers.unnamed():
        fingers.name_by_suggestion()
    assert made.stored() == made.who
    assert fingers.hits <= 45, fingers.hits


def test_a_wrong_name_is_put_right_with_one_or_two_keys(
    school: School, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    made = class_of_30(school, tmp_path / "camera")
    page = _open(made, qtbot, request)
    fingers = Fingers(qtbot, page, made)
    first = page.chosen.region.id
    qtbot.keyClicks(QApplication.focusWidget(), "aisha")
    fingers.hit(Qt.Key.Key_Return)
    assert made.stored()[first] == "Aisha Begum"
    fingers.hits = 0
    fingers.hit(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (made.stored()[first], page.chosen.region.id, fingers.hits) == ("", first, 2)
    fingers.hit(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert made.stored()[first] == "Aisha Begum"

    page._choose(first)
    fingers.hits = 0
    fingers.hit(Qt.Key.Key_Backspace)
    assert (made.stored()[first], page.chosen.region.id, fingers.hits) == ("", first, 1)

    second = page.faces[1].region.id
    for region_id, letters in ((first, "alf"), (second, "ais")):
        page._choose(region_id)
        qtbot.keyClicks(page.classes.search, letters)
        fingers.hit(Qt.Key.Key_Return)
    page._choose(first)
    qtbot.keyClick(page.classes.search, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    fingers.hits = 0
    qtbot.keyClick(page.canvas, Qt.Key.Key_X)
    assert [made.stored()[i] for i in (first, second)] == ["Aisha Begum", "Alfie Carter"]
