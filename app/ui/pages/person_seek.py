"""Somebody of a large register, looked for by the letters that are typed, off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.people import Person
from app.ui import reads
from app.ui.pages.page import Page
from app.ui.pages.register_list import LEAST_LETTERS

FEW_TO_OFFER = 500
"""Up to so many people are offered as one list."""
MOST_FOUND = 50


class PersonSeek(QObject):
    """Signals:
    found(object): the people that the letters typed last could mean, by name; none for too few letters.
    """

    found = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._sought = ""

    @property
    def is_needed(self) -> bool:
        """Whether there are too many people to offer all of them."""
        page = self._page
        return not page.attempt_quietly(lambda: reads.people_are_few(page.workspace, FEW_TO_OFFER))

    def seek(self, words: str) -> None:
        """Look for whom these letters mean; only the last of several searches is answered."""
        page, wanted = self._page, words.strip()
        self._sought = wanted
        if len(wanted) < LEAST_LETTERS:
            self.found.emit(())
            return

        def look() -> tuple[str, tuple[Person, ...]]:
            is_wanted = wanted == self._sought
            return wanted, reads.people_beginning_like(page.workspace, wanted, MOST_FOUND) if is_wanted else ()

        page.desk.read(look, self._have, page.notice.show_problem)

    def _have(self, answer: tuple[str, tuple[Person, ...]]) -> None:
        words, people = answer
        if words == self._sought:
            self.found.emit(people)
