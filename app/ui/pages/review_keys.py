"""Keys of Review that mean the same wherever the focus is: in the search, the lists or the photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

if TYPE_CHECKING:
    from app.ui.pages.review import ReviewPage


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
        for keys, act in (
            ("Ctrl+Z", page.undo),
            ("PgUp", lambda: page.step(-1)),
            ("PgDown", lambda: page.step(1)),
            ("F6", self._next_column),
            ("Ctrl+M", page.ask),
        ):
            QShortcut(QKeySequence(keys), page).activated.connect(act)
        for widget in (*self._columns, page.classes.people):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True when the key was ours."""
        if not isinstance(event, QKeyEvent):
            return False
        typing = watched is self._search and bool(self._search.text())
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, event, typing=typing)
        if event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._canvas.look_underneath(False)
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent, *, typing: bool) -> bool:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if (key == Qt.Key.Key_Tab and plain) or key == Qt.Key.Key_Backtab:
            self._page.next_face(back=key == Qt.Key.Key_Backtab)
            self._follow(watched)
        elif key == Qt.Key.Key_Delete and not typing:
            self._page.mark_not_a_face()
            self._follow(watched)
        elif not typing and watched in self._columns and self._suggestion_key(event):
            return True
        elif key == Qt.Key.Key_Space and not typing and watched is not self._canvas:
            self._canvas.look_underneath(True)
        elif key == Qt.Key.Key_Down and watched is self._search:
            self._page.classes.people.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return watched is not self._search and plain and self._one_letter(event.text())
        return True

    def _follow(self, watched: QObject) -> None:
        """From the search to the list where somebody may be, since one letter answers there; and back at a face."""
        chosen = self._page.chosen
        if chosen is not None and chosen.is_maybe and watched is self._search and not self._search.text():
            self._lent = True
            self._faces.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._lent and watched is self._faces and not (chosen is not None and chosen.is_maybe):
            self._lent = False
            self._search.setFocus(Qt.FocusReason.TabFocusReason)

    def _suggestion_key(self, event: QKeyEvent) -> bool:
        """? asks who it could be; a number takes a suggestion, Enter a likely one, Esc none of them."""
        page, key = self._page, event.key()
        if event.text() == "?" and page.suggestions.is_on:
            page.ask()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return page.take_likely()
        if key == Qt.Key.Key_Escape:
            return not self._canvas.is_drawing and page.take_none()
        return event.text().isdecimal() and page.take(int(event.text()))

    def _one_letter(self, letter: str) -> bool:
        """C covers, B draws, P accepts what may be a person; any other letter begins a name."""
        chosen = self._page.chosen
        if letter.lower() == "c":
            self._page.cover()
        elif letter.lower() == "p" and chosen is not None and chosen.is_maybe:
            self._page.accept()
            self._follow(self._faces)
        elif letter.lower() == "b":
            self._page.draw()
        elif letter.isalpha():
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
            self._search.insert(letter)
        else:
            return False
        return True

    def _next_column(self) -> None:
        at = next((n for n, widget in enumerate(self._columns) if widget.hasFocus()), -1)
        self._columns[(at + 1) % len(self._columns)].setFocus(Qt.FocusReason.TabFocusReason)
