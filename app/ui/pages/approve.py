"""Approve: the very pictures and words that would go out, large; who is shown, what is covered and why."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QApplication, QButtonGroup, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.consent import Platform
from app.domain.people import Action
from app.domain.post import Approval, Asked, Finding, Post, PostId, PostState, Rendition
from app.ui import reads
from app.ui.below import below
from app.ui.columns import Across, Columns
from app.ui.counts import register_age
from app.ui.desk import Desk
from app.ui.icons import STATE_ICONS
from app.ui.language import phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.newest import Newest
from app.ui.pages.approve_facts import FactGroup, fact_groups
from app.ui.pages.approve_words import WordsPanel
from app.ui.pages.page import Page
from app.ui.pages.picture_label import CloserLabel, finished_picture
from app.ui.pages.post_about import CATEGORIES
from app.ui.pages.post_thread import thread_line
from app.ui.soon import in_its_turn
from app.ui.still import Still
from app.ui.theme import theme
from app.ui.typed import clear_if
from app.ui.widgets import Button, EmptyState, Flowing, IconLabel, Label, Panel, Plain, clear, field, line_up, scrolled
from app.ui.words import POST_STATE, count, moment, sentence
from app.workflow import approve, posts, questions
from app.workflow.approve import ApprovalView

_SCROLLS_FROM = 1.3
"""From this text size on the note scrolls with what there is to know."""
_WAITING = (PostState.SUBMITTED, PostState.ON_HOLD)


class ApprovePage(Page):
    """Left the posts that wait, in the middle the picture as it would go out, right what there is to know."""

    key = "approve"
    title = phrase("Approve")
    icon_name = "approve"
    actions = frozenset({Action.APPROVE})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.post: Post | None = None
        self.view: ApprovalView | None = None
        self.platform_id = ""
        self.number = 0
        self._seen: set[str] = set()
        """The pictures that were on the screen, of any post."""
        self._shown: tuple[Any, ...] | None = None
        self._reading = Newest(desk)
        self._build()
        self._still = Still(self)

    def _build(self) -> None:
        self.list = RowsView(tr("Posts that wait"), self._post_row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        left = Panel(margin=12, gap=8)
        left.box.addWidget(Label(tr("Waiting"), role="heading"))
        left.box.addWidget(self.list, 1)
        self.empty = EmptyState("approve", tr("Nothing waits for you."), tr("Posts that staff submit appear here."))
        self.sheet = Across()
        self.sheet.box.addWidget(self._build_picture())
        self.sheet.box.add_side(self._build_facts(), 320)
        columns = Columns()
        self.left = left
        columns.add_side(left, 220, place=1)
        columns.addWidget(self.empty)
        columns.addWidget(self.sheet, keeps=True, high=300)
        self.body.addLayout(columns, 1)
        for keys, by in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.step(by))

    def _build_picture(self) -> QWidget:
        self.tabs = Flowing()
        self._tab_group = QButtonGroup(self)
        self.picture = CloserLabel(tr("The picture as it would go out"))
        self.closer = Button(
            tr("Look closer"), lambda: self.picture.look_closer(not self.picture.is_closer), icon_name="zoom-in",
            kind="icon", tip=tr("Ctrl+E; arrow keys move it"),
        )  # fmt: skip
        self.closer.setShortcut("Ctrl+E")
        self.back = Button(
            tr("Previous picture"), lambda: self.step(-1), icon_name="previous", kind="icon", tip=tr("Page Up")
        )
        self.forward = Button(
            tr("Next picture"), lambda: self.step(1), icon_name="next", kind="icon", tip=tr("Page Down")
        )
        self.where = Label()
        self.words = WordsPanel()
        self.words.changed.connect(self._name_approve)
        panel = Panel(margin=12, gap=8)
        panel.box.addWidget(self.tabs)
        panel.box.addWidget(self.picture, 1)
        panel.box.addLayout(line_up(self.back, self.where, self.forward, 1, self.closer, self.words.drop))
        panel.box.addWidget(self.words)
        return panel

    def _build_facts(self) -> QWidget:
        inside = Plain(gap=12)
        self.facts = Plain(gap=8)
        inside.box.addWidget(self.facts)
        inside.box.addStretch(1)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme().px(48))
        self.meaning = Label(role="quiet", wraps=True)
        self.fitting = QCheckBox(tr("Accurate, positive and relevant"))
        self.reason_words = Label(wraps=True)
        self.reason_words.setProperty("state", "needs")
        self.reason = QLineEdit()
        self.reason.returnPressed.connect(self._keep_reason)
        self.reason_field = Plain(gap=8)
        self.reason_field.box.addWidget(self.reason_words)
        keep = Button(tr("Keep"), self._keep_reason, name=tr("Keep the reason"))
        self.reason_field.box.addLayout(field(tr("Why it may stand"), self.reason, beside=keep))
        self.approve_button = Button(tr("Approve"), self.approve, icon_name="approve", kind="primary")
        self.return_button = Button(tr("Return"), lambda: self._send_back("return"), name=tr("Return with the note"))
        self.hold_button = Button(tr("Hold"), lambda: self._send_back("hold"), name=tr("Hold with the question"))
        self.reject_button = Button(tr("Reject"), self._ask_reject, kind="danger", name=tr("Reject with the note"))
        for button, tip in (
            (self.return_button, tr("The author gets the note and works on it.")),
            (self.hold_button, tr("Whoever is asked answers the question; the post waits here.")),
            (self.reject_button, tr("It never goes out; the author gets the note.")),
        ):
            button.setToolTip(tip)
        inside.box.insertWidget(1, self.reason_field)
        panel = Panel(margin=12, gap=8)
        panel.box.addWidget(scrolled(inside, tr("What there is to know")), 1)
        asking = inside if theme().scale >= _SCROLLS_FROM else panel
        asking.box.addLayout(field(tr("Note or question"), self.note))
        self.whom = QComboBox()
        self.whom.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whom.setMinimumContentsLength(8)
        asking.box.addLayout(field(tr("Who answers a question"), self.whom))
        panel.box.addWidget(self.fitting)
        panel.box.addWidget(self.meaning)
        panel.box.addWidget(self.approve_button)
        panel.box.addLayout(line_up(self.return_button, self.hold_button, self.reject_button))
        return panel

    # reading

    def context(self) -> str:
        return self.post.title if self.post else ""

    def open(self, what: object) -> None:
        """Show one post by its id."""
        self.post = reads.post(self.workspace, PostId(str(what)))

    def refresh(self) -> None:
        waiting = list(reads.posts_in(self.workspace, _WAITING))
        was = self.post
        self.post = next((p for p in waiting if was is not None and p.id == was.id), None)
        if self.post is None:
            self.post, self.number = (waiting[0] if waiting else None), 0
            self._put_note_away(was)
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.show_items(waiting)
        self.list.choose(lambda p: self.post is not None and p.id == self.post.id)
        model.blockSignals(False)
        self._show_post()

    def _chosen(self) -> None:
        if (post := self.list.chosen()) is not None:
            self.post, self.number = post, 0
            self.note.clear()
            self.fitting.setChecked(False)
            self._show_post()
            self.context_changed.emit()

    def _show_post(self) -> None:
        self.left.setHidden(self.post is None)
        self.empty.setVisible(self.post is None)
        post = self.post
        if post is None:
            self._reading.drop()
            self._have_view(None)
            self._still.let_go()
            return
        if self.view is None or self.view.post.id != post.id:  # never one post's pictures under another's name
            self._still.hold()
            self._have_view(None)
        self._reading.ask(
            lambda: approve.approval_view(self.workspace, self.actor, post.id), self._have_read, self._have_no_view
        )

    def _have_read(self, view: ApprovalView) -> None:
        self._have_view(view)
        in_its_turn(self, self._show_sheet)

    def _show_sheet(self) -> None:
        """Filled, then laid out, then painted: each in a turn of its own."""
        self.sheet.setVisible(self.view is not None)
        in_its_turn(self, self._still.let_go)

    def _have_no_view(self, problem: BaseException) -> None:
        self._have_view(None)
        self._still.let_go()
        self.notice.show_problem(problem)

    def _have_view(self, view: ApprovalView | None) -> None:
        self.view = view
        if self.view is None:
            focus = QApplication.focusWidget()
            if focus is not None and self.sheet.isAncestorOf(focus):  # else Qt takes it to the next button it finds
                (self.list if self.post is not None else self).setFocus()
            self.sheet.hide()
            self._shown = None
            return
        post = self.post = self.view.post  # what is shown, marked and approved is of one moment
        shown = (post, self.view, register_age(self.workspace))
        if shown == self._shown:
            return
        if self._shown is not None and self._shown[0].id == post.id and self._shown[0].version != post.version:
            self.notice.tell(tr("This post was changed meanwhile: this is how it is now."), state="needs")
        self._shown = shown
        self._platforms = [
            p for p in reads.all_platforms(self.workspace) if p.id in {to.platform_id for to in post.platforms}
        ]
        if self.platform_id not in {p.id for p in self._platforms}:
            self.platform_id = self._platforms[0].id if self._platforms else ""
        self._show_whom(post)
        self._show_tabs()
        self._show_facts(post)
        self._show_picture()

    def _show_whom(self, post: Post) -> None:
        """Who can be asked: the author first, then those who know most; the choice stays while the post does."""
        was = self.whom.currentData() if self.whom.property("post") == post.id else None
        self.whom.clear()
        found = self.attempt_quietly(lambda: questions.people_to_ask(self.workspace, self.actor, post.id)) or ()
        for person in found:
            self.whom.addItem(f"{person.name}, {below(person.known_as)}", person.user_id)
        self.whom.setProperty("post", post.id)
        self.whom.setCurrentIndex(max(0, self.whom.findData(was)))

    def _put_note_away(self, was: Post | None) -> None:
        """A note belongs to the post it was written for, and never goes to the next one."""
        note = self.note.toPlainText().strip()
        if was is not None and note:
            self.note.clear()
            self.notice.tell(
                tr("“{title}” does not wait any more. Your note was: {note}", title=was.title, note=note), state="needs"
            )

    def _show_tabs(self) -> None:
        for button in self._tab_group.buttons():
            self._tab_group.removeButton(button)
        clear(self.tabs.box)
        for platform in self._platforms:
            tab = Button(platform.name, lambda p=platform: self.show_platform(p), kind="tab")
            self._tab_group.addButton(tab)
            tab.setChecked(platform.id == self.platform_id)
            self.tabs.box.addWidget(tab)
        self.tabs.box.add_spring()

    def show_platform(self, platform: Platform) -> None:
        """Look at the pictures and words of this platform."""
        self.platform_id = platform.id
        if self.post is not None:
            self._show_facts(self.post)
        self._show_picture()

    @property
    def renditions(self) -> list[Rendition]:
        """The pictures of the platform in front, in the post's order."""
        if self.post is None or self.view is None:
            return []
        order = [p.photo_id for p in self.post.pictures]
        mine = [r for r in self.view.renditions.values() if r.platform_id == self.platform_id]
        return sorted((r for r in mine if r.photo_id in order), key=lambda r: order.index(r.photo_id))

    def step(self, by: int) -> None:
        """Another picture of the post."""
        self.number = min(max(0, self.number + by), max(0, len(self.renditions) - 1))
        self._show_picture()
        if self.post is not None:
            self._show_facts(self.post)

    def _show_picture(self) -> None:
        post, shown = self.post, self.renditions
        if post is None:
            return
        photo_id = shown[min(self.number, len(shown) - 1)].photo_id if shown else None
        self.words.show_post(post, self.platform_id, photo_id)
        self.words.mark(self.view.findings if self.view is not None else ())
        self._name_approve()
        self.back.setEnabled(self.number > 0)
        self.forward.setEnabled(self.number + 1 < len(shown))
        self.picture.show_picture(QPixmap())
        if not shown:
            return
        rendition = shown[min(self.number, len(shown) - 1)]
        self.desk.look(
            lambda: finished_picture(self.workspace, rendition),
            lambda picture: self._have_picture(rendition, picture),
            self.notice.show_problem,
        )

    def _have_picture(self, rendition: Rendition, picture: QImage) -> None:
        shown = self.renditions
        if shown and shown[min(self.number, len(shown) - 1)].id == rendition.id:
            self.picture.show_picture(QPixmap.fromImage(picture))
            self._seen.add(rendition.id)
            self._say_meaning()

    def _show_facts(self, post: Post) -> None:
        clear(self.facts.box)
        today = self.workspace.clock.today()
        _state, state_words = POST_STATE[post.state]
        self._say(
            tr(
                "{words} · by {author_name}, {moment}",
                words=sentence(state_words),
                author_name=post.author_name,
                moment=moment(post.created_at, today),
            ),
            role="quiet",
        )
        about = [CATEGORIES[post.about.category]] if post.about.category else []
        about += [post.about.event] if post.about.event else []
        about += [tr("urgent")] if post.about.is_urgent else []
        self._say(" · ".join(about), role="quiet")
        if post.about.enquiry:
            self._say(tr("The enquiry"), role="heading")
            self._say(post.about.enquiry)
        for message in self.view.messages if self.view is not None else ():
            self.facts.box.addWidget(thread_line(message, reads.user_names(self.workspace)))
        for heading, state, lines in self._fact_groups():
            self._say(heading, role="heading")
            for words in lines:
                self._say(words, state=state)
        age, age_state = register_age(self.workspace)
        self._say(sentence(age), role="quiet", state=age_state)
        self._say_meaning()
        is_mine = post.author == self.actor.user_id
        can = self.view is not None and self.view.digest is not None
        alone = is_mine and post.about.is_urgent and not post.pictures and self.workspace.pack.urgent_words_alone
        self.approve_button.setEnabled((alone or not is_mine) and can)
        self.approve_button.setToolTip(
            tr("Somebody else has to approve what you wrote.") if is_mine and not alone else ""
        )
        asked = self._asked()
        self.reason_field.setVisible(asked is not None)
        self.reason_words.setText(asked.words if asked is not None else "")

    def _say_meaning(self) -> None:
        """What a yes means, and how much of it was on the screen so far."""
        until, every = self.workspace.pack.approval_days, self.view.renditions.values() if self.view is not None else ()
        unseen = len([made for made in every if made.id not in self._seen])
        left = tr(" {pictures} not looked at yet.", pictures=count(unseen, "picture")) if unseen else ""
        self.meaning.setText(
            tr(
                "Approve means: exactly these pictures and words, for {days}.{left}",
                days=count(until, "day"),
                left=left,
            )
        )
        self.meaning.setProperty("state", "needs" if unseen else "")
        self.meaning.style().polish(self.meaning)

    def _asked(self) -> Finding | None:
        """The first thing the approver has to give a reason for."""
        found = self.view.findings if self.view is not None else ()
        return next((f for f in found if f.asks is Asked.APPROVER and not f.reason), None)

    def _name_approve(self) -> None:
        has_changes = self.words.correction() is not None
        self.approve_button.setText(tr("Approve with these corrections") if has_changes else tr("Approve"))
        self.approve_button.setAccessibleName(self.approve_button.text())
        shown = self.renditions
        photo_id = shown[min(self.number, len(shown) - 1)].photo_id if shown else None
        out = tr(" · left out") if self.words.is_dropped(photo_id) else ""
        self.where.setText(
            tr("{number} of {shown}{out}", number=self.number + 1, shown=len(shown), out=out) if shown else ""
        )

    def _fact_groups(self) -> tuple[FactGroup, ...]:
        """For this picture on this platform."""
        view, shown = self.view, self.renditions
        if view is None or self.post is None:
            return ()
        order = [picture.photo_id for picture in self.post.pictures]
        photo_id = shown[min(self.number, len(shown) - 1)].photo_id if shown else order[0] if order else None
        return fact_groups(view, self.post, photo_id, self.platform_id, self.workspace.clock.today())

    def _say(self, words: str, *, role: str = "", state: str = "") -> None:
        label = Label(words, role=role, wraps=True)
        if not state:
            self.facts.box.addWidget(label)
            return
        row = Plain(row=True, gap=8)
        row.box.addWidget(IconLabel(STATE_ICONS[state], tint=state, size=16))
        row.box.addWidget(label, 1)
        self.facts.box.addWidget(row)

    # doing

    def approve(self) -> None:
        """Exactly these pictures and words, until the approval runs out."""
        post, view = self.post, self.view
        if post is None or view is None:
            return
        is_fitting, corrected = self.fitting.isChecked(), self.words.correction()
        self.attempt_aside(
            lambda: approve.approve(
                self.workspace,
                self.actor,
                post.id,
                seen=view.digest,
                seen_version=view.post.version,
                is_fitting=is_fitting,
                corrected=corrected,
            ),
            lambda made: self._approved(post, made),
        )

    def _approved(self, post: Post, made: Approval) -> str:
        if self.post is not None and self.post.id == post.id:  # what was ticked for another one meanwhile stays so
            self.fitting.setChecked(False)
        until = moment(made.expires_at, self.workspace.clock.today())
        return tr("“{title}” is approved until {moment}.", title=post.title, moment=until)

    def _keep_reason(self) -> None:
        post, asked = self.post, self._asked()
        if post is None or asked is None:
            return
        reason = self.reason.text().strip()
        self.attempt_aside(
            lambda: posts.give_reason(self.workspace, self.actor, post.id, asked.key, reason),
            lambda _kept: clear_if(self.reason, reason) or "",
        )

    def _ask_reject(self) -> None:
        if self.post is not None and self._has_note():
            self.notice.ask(
                tr("“{title}” will never go out.", title=self.post.title),
                {tr("Reject it"): lambda: self._send_back("reject")},
                safe=tr("Not now"),
            )

    def _has_note(self) -> bool:
        if self.note.toPlainText().strip():
            return True
        self.notice.tell(tr("Write a note first, so that the author knows what to do."), state="needs")
        self.note.setFocus()
        return False

    def _send_back(self, how: str) -> None:
        post, note = self.post, self.note.toPlainText().strip()
        if post is None or not self._has_note():
            return
        asked = self.whom.currentData()
        acts = {
            "return": approve.return_post,
            "hold": lambda *said: approve.hold_post(*said, asked=None if asked == post.author else asked),
            "reject": approve.reject_post,
        }
        act = acts[how]
        done = {"return": tr("went back to its author"), "hold": tr("is on hold"), "reject": tr("is rejected")}[how]

        def sent(_made: object) -> str:
            clear_if(self.note, note)
            return f"“{post.title}” {done}."

        self.attempt_aside(lambda: act(self.workspace, self.actor, post.id, note), sent)

    def _post_row(self, post: Post) -> Row:
        state, words = POST_STATE[post.state]
        words = tr("waits for you") if post.state is PostState.SUBMITTED else words
        return Row(post.title or tr("Untitled"), f"{post.author_name} · {words}", state=state)
