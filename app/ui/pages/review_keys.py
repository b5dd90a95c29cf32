"""Keys of Review that mean the same wherever the focus is: in the search, the lists or the photo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.reading_order import stops

if TYPE_CHECKING:
    from app.ui.pages.review import ReviewPage

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EVERY = QKeySequence("Ctrl+A")
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class ReviewKeys(QObject):
    """Listens on the parts of the page a person can be in."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._search, self._canvas = page.classes.search, page.canvas
        self._faces = page.faces_panel.list
        self._columns = (self._search, self._canvas, self._faces)
        self._lent = False
        """Whether the search gave the focus to the faces for as long as there is something to answer."""
        self._letters: dict[str, Callable[[], object]] = {
            "c": page.cover,
            "w": page.cover_body,
            "s": page.mark_stranger,
            "x": page.put_names_right,
            "v": page.middle.compare_button.toggle,
        }
        for keys, act in (
            ("Ctrl+Z", page.undo),
            ("Ctrl+Y", page.redo),
            ("Ctrl+Shift+Z", page.redo),
            ("PgUp", lambda: page.step(-1)),
            ("PgDown", lambda: page.step(1)),
            ("F6", self._next_part),
            ("Shift+F6", lambda: self._next_part(back=True)),
            ("Ctrl+M", page.ask),
            ("Alt+C", page.cover),
            ("Alt+W", page.cover_body),
            ("Alt+S", page.mark_stranger),
            ("Alt+X", page.put_names_right),
            ("Alt+V", page.middle.compare_button.toggle),
        ):
            QShortcut(QKeySequence(keys), page).activated.connect(act)
        for widget in (*self._columns, page.classes.people, page.middle.compare.slider):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True when the key was ours."""
        if not isinstance(event, QKeyEvent):
            return False
        typing = watched is self._search and bool(self._search.text())
        if event.type() == QEvent.Type.ShortcutOverride and watched is self._search and not typing:
            return self._is_step(event) or QKeySequence(event.keyCombination()) == _EVERY
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, event, typing=typing)
        if event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._canvas.look_underneath(False)
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent, *, typing: bool) -> bool:
        key, plain = event.key(), event.modifiers() == _NONE
        if watched is self._page.middle.compare.slider:
            return plain and self._one_letter(event.text())
        if (key == Qt.Key.Key_Tab and plain) or key == Qt.Key.Key_Backtab:
            self._page.next_face(back=key == Qt.Key.Key_Backtab)
            self._follow(watched)
            return True
        if not typing and self._editing_key(watched, event):
            return True
        if not typing and watched in self._columns and self._suggestion_key(event):
            return True
        if key == Qt.Key.Key_Space and not typing and watched is not self._canvas:
            self._canvas.look_underneath(True)
        elif key == Qt.Key.Key_Escape and typing:
            self._search.clear()
        elif key == Qt.Key.Key_Down and plain and watched is self._search:
            self.go(self._page.classes.people)
        else:
            return watched is not self._search and plain and self._one_letter(event.text())
        return True

    def _editing_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Delete, Backspace, the steps back and forth, and all faces at once; where nothing is being typed."""
        page, key = self._page, event.key()
        if key == Qt.Key.Key_Delete:
            page.mark_not_a_face()
            self._follow(watched)
        elif key == Qt.Key.Key_Backspace:
            page.take_names_off()
        elif watched is self._search and self._is_step(event):
            redo = event.matches(QKeySequence.StandardKey.Redo) or event.key() == Qt.Key.Key_Y
            (page.redo if redo else page.undo)()
        elif QKeySequence(event.keyCombination()) == _EVERY:
            page.faces_panel.tick_unnamed()
        elif watched is self._search and event.modifiers() == _SHIFT and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            page.faces_panel.tick_next(back=key == Qt.Key.Key_Up)
        else:
            return False
        return True

    @staticmethod
    def _is_step(event: QKeyEvent) -> bool:
        """A line of text would take these for itself."""
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return event.matches(undo) or event.matches(redo) or (control and event.key() == Qt.Key.Key_Y)

    def _follow(self, watched: QObject) -> None:
        """From the search to the list where somebody may be, since one letter answers there; and back at a face."""
        chosen = self._page.chosen
        if chosen is not None and chosen.is_maybe and watched is self._search and not self._search.text():
            self._lent = True
            self.go(self._faces, Qt.FocusReason.TabFocusReason)
        elif self._lent and watched is self._faces and not (chosen is not None and chosen.is_maybe):
            self._lent = False
            self.go(self._search, Qt.FocusReason.TabFocusReason)

    def _suggestion_key(self, event: QKeyEvent) -> bool:
        """? asks who it could be; a number takes a suggestion, Enter a likely one, Esc none of them."""
        page, key = self._page, event.key()
        if self._canvas.is_drawing:
            return False
        if event.text() == "?" and page.suggestions.is_on:
            page.ask()
            return True
        if key in _ENTER:
            return page.take_likely()
        if key == Qt.Key.Key_Escape:
            return page.take_none()
        return event.text().isdecimal() and page.take(int(event.text()))

    def _one_letter(self, letter: str) -> bool:
        """C, W, S, X and V act, B draws, P accepts what may be a person; any other letter begins a name."""
        chosen, letter = self._page.chosen, letter.lower()
        if letter in self._letters:
            self._letters[letter]()
        elif letter == "p" and chosen is not None and chosen.is_maybe:
            self._page.accept()
            self._follow(self._faces)
        elif letter == "b":
            self._page.draw()
        elif letter.isalpha():
            self.go(self._search)
            self._search.insert(letter)
        else:
            return False
        return True

    def _first_platform(self, order: list[QWidget]) -> set[int]:
        tabs = self._page.middle.tabs
        return set([at for at, widget in enumerate(order) if tabs.isAncestorOf(widget)][:1])

    def _parts(self) -> tuple[list[QWidget], list[int]]:
        """What can be reached, and where in it the parts of the page begin: search, those who may not be shown, tools,
        photo, platforms, faces and what can be done with one.
        """
        page = self._page
        order = stops(page)
        classes, middle = page.classes, page.middle
        parts = (
            self._search, classes.groups, classes.people, classes.missing, middle.events, self._canvas,
            middle.compare.slider, middle.compare_button, self._faces, page.faces_panel.nobody_button,
            page.faces_panel.person_button, page.faces_panel.name_button, page.faces_panel.not_face,
        )  # fmt: skip
        there = sorted({order.index(part) for part in parts if part in order} | self._first_platform(order))
        return order, there

    def _next_part(self, *, back: bool = False) -> None:
        """The next part; after the last one the other side, where only one is in front, or the first again."""
        order, there = self._parts()
        now = QApplication.focusWidget()
        at = order.index(now) if now in order else -1
        on = [place for place in there if (place < at if back else place > at)]
        if not on and at >= 0 and self._page.sides.is_folded:
            self._page.sides.turn()
            order, on = self._parts()
        wanted = (on or there)[-1 if back else 0]
        self.go(order[wanted], Qt.FocusReason.TabFocusReason)

    def go(self, part: QWidget, why: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give a part the focus, on the side it is on."""
        self._page.sides.reveal(part)
        part.setFocus(why)
