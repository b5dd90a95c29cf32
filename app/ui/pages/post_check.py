"""The checks of the post in front, off the window's own thread: a great many names and words may be looked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.post import Finding, Post
from app.ui.newest import Newest
from app.workflow import posts

if TYPE_CHECKING:
    from app.ui.pages.page import Page

FELT_AFTER_MS = 200
"""Checks that are done sooner are not said to be under way."""
_PAINTED_MS = 20


class PostCheck(QObject):
    """Signals:
    begun(object): this post is being checked; nothing is known of it yet.
    lasting: that takes long enough to be said.
    known(object, object): the post and its findings; None when it could not be checked.
    """

    begun = Signal(object)
    lasting = Signal()
    known = Signal(object, object)

    def __init__(self, page: Page, is_shown: Callable[[], bool]) -> None:
        """Checks for this page, each once all of the post is on the screen: both at once would hold up the other."""
        super().__init__(page)
        self._page, self._is_shown = page, is_shown
        self._newest = Newest(page.desk)
        self.is_under_way = False
        self._post: Post | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._soon.timeout.connect(self._begin)
        self._felt = QTimer(self, singleShot=True, interval=FELT_AFTER_MS)
        self._felt.timeout.connect(self.lasting)

    def check(self, post: Post) -> None:
        """Look what stands in the way of it by now; an answer about what was asked before is dropped."""
        self._newest.drop()
        self._post, self.is_under_way = post, True
        self.begun.emit(post)
        self._felt.start()
        self._soon.start()

    def _begin(self) -> None:
        page, post = self._page, self._post
        if post is None:
            return
        if not self._is_shown():
            self._soon.start()
            return
        self._newest.ask(
            lambda: posts.check(page.workspace, post.id),
            lambda found: self._tell(post, found),
            lambda problem: page.notice.show_problem(problem) or self._tell(post, None),
        )

    def _tell(self, post: Post, found: tuple[Finding, ...] | None) -> None:
        self._felt.stop()
        self.is_under_way = False
        self.known.emit(post, found)
