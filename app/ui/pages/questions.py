"""Questions: posts about which the Headteacher asks somebody who writes none, with all there is to answer by."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPixmap

from app.domain.people import Action, Actor
from app.domain.post import Post, PostId, Rendition
from app.ui import reads
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.long_lists import QuestionList, posts_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.pages.picture_label import PictureLabel, finished_picture
from app.ui.pages.post_thread import PostThread
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, clear, line_up, scrolled
from app.workflow import approve, questions
from app.workflow.questions import Question
from consent_db.question_lists import QuestionLine


class QuestionsPage(Page):
    """Left the posts, right the words, the pictures as they would go out, and the question."""

    key = "questions"
    title = phrase("Questions")
    icon_name = "question"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.post: Post | None = None
        self._pictures: tuple[Rendition, ...] = ()
        self._at = 0
        self._build()

    @classmethod
    def is_for(cls, actor: Actor) -> bool:
        """Whoever writes posts answers on Posts."""
        return not actor.may(Action.WRITE_POST)

    def _build(self) -> None:
        self.list = SlicedView(tr("Posts you are asked about"), _row, self.desk, self.notice.show_problem, is_flat=True)
        self.list.turned.connect(self._chosen)
        self.list.filled.connect(self._listed)
        left = Panel(margin=12, gap=8)
        left.box.addWidget(Label(tr("You are asked"), role="heading"))
        left.box.addWidget(self.list, 1)
        self.empty = EmptyState("question", tr("Nobody asks you anything."), tr("Questions about posts appear here."))
        self.words = Plain(gap=8)
        self.picture = PictureLabel(tr("The picture as it would go out"))
        self.back = Button(tr("Previous picture"), lambda: self.step(-1), icon_name="previous", kind="icon")
        self.forward = Button(tr("Next picture"), lambda: self.step(1), icon_name="next", kind="icon")
        self.where = Label()
        self.picture_field = Plain(gap=8)
        self.picture_field.box.addWidget(self.picture, 1)
        self.picture_field.box.addLayout(line_up(self.back, self.where, self.forward, 1))
        self.thread = PostThread()
        self.thread.answered.connect(self.answer)
        inside = Panel(gap=12)
        self.heading = Label(role="title", wraps=True)
        for widget in (self.heading, self.thread, self.picture_field, self.words):
            inside.box.addWidget(widget, 1 if widget is self.picture_field else 0)
        inside.box.addStretch(1)
        self.sheet = scrolled(inside, tr("The post and the question"))
        inside.setProperty("role", "panel")
        columns = Columns()
        self.left = left
        columns.add_side(left, 260)
        columns.addWidget(self.empty, 1)
        columns.addWidget(self.sheet, 1)
        self.body.addLayout(columns, 1)

    # reading

    def context(self) -> str:
        return self.post.title if self.post else ""

    def refresh(self) -> None:
        few = self.attempt_quietly(lambda: posts_are_few(self.workspace, FEW))
        self.list.show_source(QuestionList(self.workspace, self.actor), at_once=bool(few))

    def _listed(self) -> None:
        """The list is there: the post in front stays while it waits, else the oldest question comes."""
        waiting = self.list.rows.keys
        kept = self.post is not None and self.list.rows.row_of_key(self.post.id) >= 0
        wanted = self.post.id if kept and self.post is not None else next(iter(waiting), None)
        if wanted is not None:
            self.list.choose_key(wanted)
        self._show(self._question(wanted))

    def _question(self, post_id: PostId | None) -> Question | None:
        if post_id is None:
            return None
        return self.attempt_quietly(lambda: questions.question_about(self.workspace, self.actor, post_id))

    def _chosen(self, post_id: PostId) -> None:
        if (question := self._question(post_id)) is not None:
            self._show(question)
            self.context_changed.emit()

    def _show(self, question: Question | None) -> None:
        is_same = question is not None and self.post is not None and question.post.id == self.post.id
        self.post = question.post if question is not None else None
        self.left.setHidden(question is None)
        self.empty.setVisible(question is None)
        self.sheet.setVisible(question is not None)
        if question is None:
            return
        post = question.post
        if not is_same:
            self._at = 0
            self.thread.answer.clear()
        view = self.attempt_quietly(lambda: approve.approval_view(self.workspace, self.actor, post.id))
        self.heading.setText(post.title or tr("Untitled"))
        messages = view.messages if view is not None else (question.asked,)
        self.thread.show_thread(messages, reads.user_names(self.workspace), may_answer=True)
        clear(self.words.box)
        names = {p.id: p.name for p in reads.all_platforms(self.workspace)}
        for place in post.platforms:
            self.words.box.addWidget(
                Label(tr("Words for {names}", names=names.get(place.platform_id, tr("a platform"))), role="heading")
            )
            self.words.box.addWidget(Label(place.caption or tr("No words"), wraps=True))
        made = view.renditions if view is not None else {}
        pairs = [(p.photo_id, to.platform_id) for to in post.platforms for p in post.pictures]
        self._pictures = tuple(made[pair] for pair in pairs if pair in made)
        self.picture_field.setVisible(bool(self._pictures))
        self._names = [names.get(place, "") for _photo, place in pairs if (_photo, place) in made]
        self.step(0)

    def step(self, by: int) -> None:
        """Another picture of the post."""
        self._at = min(max(0, self._at + by), max(0, len(self._pictures) - 1))
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self._pictures))
        self.picture.show_picture(QPixmap())
        if not self._pictures:
            return
        shown = self._pictures[self._at]
        self.where.setText(
            tr(
                "{at} of {pictures}, for {names}",
                at=self._at + 1,
                pictures=len(self._pictures),
                names=self._names[self._at],
            )
        )
        self.desk.look(
            lambda: finished_picture(self.workspace, shown),
            lambda picture: self._have_picture(shown, picture),
            self.notice.show_problem,
        )

    def _have_picture(self, shown: Rendition, picture: QImage) -> None:
        if self._pictures and self._pictures[self._at].id == shown.id:
            self.picture.show_picture(QPixmap.fromImage(picture))

    # doing

    def answer(self, words: str) -> None:
        """The post waits for the Headteacher again, with the answer beside it."""
        post = self.post
        if post is None:
            return
        if self.attempt(lambda: approve.answer_question(self.workspace, self.actor, post.id, words)):
            self.thread.answer.clear()
            self.written()
            self.notice.tell(tr("The answer is with the Headteacher."))


def _row(question: QuestionLine) -> Row:
    return Row(
        question.title or tr("Untitled"), tr("{said_by_name} asks you", said_by_name=question.asked_by), state="needs"
    )
