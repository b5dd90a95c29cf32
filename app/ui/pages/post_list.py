"""The posts at the left of Posts: searched by title and state, read in slices, with the way to a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from app.domain.post import PostId, PostState
from app.ui.language import tr
from app.ui.long_lists import PostsToWrite, posts_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.pages.sift import TitleSift
from app.ui.widgets import Button, Panel
from app.ui.words import POST_STATE, count
from app.workflow import questions
from consent_db.post_lists import PostLine


class PostList(Panel):
    """Signals:
    turned(object): the id of the post that somebody made current.
    filled: the list was read, after a search, too.
    """

    turned = Signal(object)
    filled = Signal()

    def __init__(self, page: Page, on_new: Callable[[], object]) -> None:
        super().__init__(margin=12, gap=8)
        self._page = page
        self._asked: set[PostId] = set()
        self.new = Button(tr("New post"), on_new, icon_name="add", kind="primary")
        self.sift = TitleSift(
            page.desk, "posts", {state.value: POST_STATE[state][1] for state in PostState}, before=self.new
        )
        self.list = SlicedView(tr("Posts"), self._row, page.desk, page.notice.show_problem, is_flat=True)
        self.box.addWidget(self.sift)
        self.box.addWidget(self.list, 1)
        self.sift.changed.connect(self._show)
        self.list.turned.connect(self.turned)
        self.list.filled.connect(self._say)

    def read(self) -> None:
        """Read the posts again; search, choice and place stay."""
        page = self._page
        self._asked = set(questions.waiting_for(page.workspace, page.actor))
        self._show()

    def choose(self, post_id: PostId) -> None:
        """Make a post current; nothing is emitted."""
        self.list.choose_key(post_id)

    def _show(self) -> None:
        states = frozenset({PostState(self.sift.state)} if self.sift.state else ())
        workspace = self._page.workspace
        self.list.show_source(PostsToWrite(workspace, self.sift.words, states), at_once=posts_are_few(workspace, FEW))

    def _say(self) -> None:
        number = self.list.rows.rowCount()
        self.sift.say(number)
        for part in (self.sift.search, self.sift.states):  # the button for a new post stands beside them and stays
            part.setVisible(number > 0 or self.sift.is_on)
        self.filled.emit()

    def _row(self, post: PostLine) -> Row:
        state, words = POST_STATE[post.state]
        if post.id in self._asked:
            state, words = "needs", tr("you are asked")
        return Row(post.title or tr("Untitled"), f"{words} · {count(post.pictures, 'picture')}", state=state)
