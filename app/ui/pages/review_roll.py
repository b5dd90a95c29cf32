"""Whom Review offers to name: of a usual school everybody, of a large one the event's list, a class, or who is typed.

Only names to choose from live here. Who may be shown is looked up anew for every photo and every step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.people import Person
from app.ui import reads
from app.ui.language import tr
from app.ui.pages.register_list import LEAST_LETTERS

if TYPE_CHECKING:
    from app.ui.pages.review import ReviewPage

FEW_TO_NAME = 2000
"""Up to so many people all of them stand in the class list."""
MOST_FOUND = 200
"""So many are shown of those who were found by a few letters."""


class ReviewRoll(QObject):
    """Signals:
    changed: others can be named.
    found: the search for what is typed is there.
    """

    changed = Signal()
    found = Signal()

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self.groups: tuple[str, ...] = ()
        self.is_large = False
        self._everybody: tuple[Person, ...] = ()
        self._of_class: tuple[str, tuple[Person, ...]] = ("", ())
        self._sought = self._answered = ""
        self._found: tuple[Person, ...] = ()
        self._edition = -1

    def read(self) -> None:
        """Look who there is, unless nothing was written since."""
        page, edition = self._page, self._page.desk.edition
        if self._edition == edition:
            return
        self._edition, self._of_class = edition, ("", ())
        self.is_large = not page.attempt_quietly(lambda: reads.people_are_few(page.workspace, FEW_TO_NAME))
        if self.is_large:
            self._everybody = ()
            page.desk.read(lambda: reads.classes(page.workspace), self._have_groups, page.notice.show_problem)
            return
        self._everybody = page.attempt_quietly(lambda: reads.all_people(page.workspace)) or ()
        self.groups = tuple(sorted({p.registration_group for p in self._everybody if p.registration_group}))

    def note_own_write(self) -> None:
        """What is done on a photo changes nobody's entry: nothing has to be read again for it."""
        self._edition = self._page.desk.edition

    def of(self, group: str) -> tuple[Person, ...]:
        """Who can be named: of this class, or of the whole school when it is empty."""
        if not self.is_large:
            return tuple(p for p in self._everybody if not group or p.registration_group == group)
        if not group:
            return self._found
        if self._of_class[0] != group:
            page = self._page
            self._of_class = group, page.attempt_quietly(lambda: reads.people_of_class(page.workspace, group)) or ()
        return self._of_class[1]

    def hint(self, group: str) -> str:
        """What to do to find the others of a large school; empty when everybody is there."""
        is_all = not self.is_large or group or len(self._sought) >= LEAST_LETTERS
        return "" if is_all else tr("Others: type three letters")

    # searching a large school

    @property
    def is_seeking(self) -> bool:
        """Whether the search for what is typed is on its way."""
        return self._answered != self._sought

    def seek(self, words: str, group: str) -> None:
        """Look for whom these letters mean among a large school's people, off the window's thread."""
        page, wanted = self._page, "" if group or not self.is_large else words.strip()
        if wanted == self._sought:
            return
        self._sought = wanted
        if len(wanted) < LEAST_LETTERS:
            self._found, self._answered = (), wanted
            return

        def look() -> tuple[str, tuple[Person, ...]]:
            is_wanted = wanted == self._sought  # unless somebody typed on before its turn came
            return wanted, reads.people_beginning_like(page.workspace, wanted, MOST_FOUND) if is_wanted else ()

        page.desk.read(look, self._have_found, self._cannot)

    def _have_found(self, found: tuple[str, tuple[Person, ...]]) -> None:
        words, people = found
        if words == self._sought:
            self._answered, self._found = words, people
            self.found.emit()

    def _cannot(self, problem: BaseException) -> None:
        self._answered, self._found = self._sought, ()
        self._page.notice.show_problem(problem)

    def _have_groups(self, groups: tuple[str, ...]) -> None:
        if groups != self.groups:
            self.groups = groups
            self.changed.emit()
