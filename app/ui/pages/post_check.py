"""The checks of the post in front: at once in a usual school, aside where a great many names are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.post import Finding, Post
from app.ui import reads
from app.workflow import posts

if TYPE_CHECKING:
    from app.ui.pages.page import Page

FEW_NAMES = 3000
"""Up to so many people their names are looked for at once."""
_Answer = tuple[int, Post, tuple[Finding, ...]]


class PostCheck(QObject):
    """Signals:
    begun(object): this post is being checked; nothing is known of it yet.
    known(object, object): the post and its findings; None when it could not be checked.
    """

    begun = Signal(object)
    known = Signal(object, object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._asked = 0

    def check(self, post: Post) -> None:
        """Look what stands in the way of it by now; an answer about what was asked before is dropped."""
        page = self._page
        self._asked += 1
        number = self._asked
        if reads.people_are_few(page.workspace, FEW_NAMES):
            self.known.emit(post, page.attempt_quietly(lambda: posts.check(page.workspace, post.id)))
            return
        self.begun.emit(post)

        def look() -> _Answer | None:
            is_wanted = number == self._asked  # unless another post came before its turn
            return (number, post, posts.check(page.workspace, post.id)) if is_wanted else None

        page.desk.read(look, self._have, lambda problem: self._cannot(number, post, problem))

    def _have(self, answer: _Answer | None) -> None:
        if answer is not None and answer[0] == self._asked:
            self.known.emit(answer[1], answer[2])

    def _cannot(self, number: int, post: Post, problem: BaseException) -> None:
        if number == self._asked:
            self._page.notice.show_problem(problem)
            self.known.emit(post, None)
