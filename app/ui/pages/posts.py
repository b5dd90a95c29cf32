"""Posts: choose photos, write the words for each platform, see what stands in the way, hand it over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.consent import PlatformId
from app.domain.people import Action
from app.domain.photo import PhotoId
from app.domain.post import Asked, Finding, PictureCrop, Post, PostId, PostState
from app.domain.submission import Confirmed
from app.ui import reads
from app.ui.columns import Across, Columns
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.marked_words import MarkedEdit
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.page import Page
from app.ui.pages.photo_choice import PhotoChoice
from app.ui.pages.post_about import AboutFields
from app.ui.pages.post_cards import PictureCards
from app.ui.pages.post_check import PostCheck
from app.ui.pages.post_confirm import ConfirmPanel
from app.ui.pages.post_crop import CropPanel
from app.ui.pages.post_fields import same
from app.ui.pages.post_findings import FindingsPanel
from app.ui.pages.post_list import PostList
from app.ui.pages.post_pictures import PictureCard
from app.ui.pages.post_thread import PostThread
from app.ui.pages.post_words import PostWords
from app.ui.typed import clear_if
from app.ui.widgets import Button, EmptyState, Label, Panel, field, scrolled
from app.ui.words import POST_STATE, moment, sentence
from app.workflow import approve, framing, handing_over, licences, posts

_BEING_WRITTEN = (PostState.DRAFT, PostState.RETURNED)
_OPEN = (PostState.DRAFT, PostState.RETURNED, PostState.APPROVED, PostState.SUBMITTED, PostState.ON_HOLD)
SAVED_AFTER_MS = 3000
"""How long after the last letter a draft is kept by itself."""


class PostsPage(Page):
    """Left the posts, in the middle the words and pictures, right what stands in the way."""

    key = "posts"
    title = phrase("Posts")
    icon_name = "posts"
    actions = frozenset({Action.WRITE_POST})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.post: Post | None = None
        self._cropping: PictureCard | None = None
        self._shown: Post | None = None
        """What the fields were filled from, which is never done over what somebody is typing."""
        self._told: tuple[PostId, int] | None = None
        self.checks = PostCheck(self, lambda: self.pictures.is_whole)
        self.checks.begun.connect(self._being_checked)
        self.checks.known.connect(self._fill_findings)
        self._soon = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._soon.timeout.connect(self._save_draft)

    def build_pieces(self) -> Iterator[None]:
        self.left = PostList(self, self.begin)
        self.list, self.new = self.left.list, self.left.new
        self.left.turned.connect(lambda key: self.attempt_quietly(lambda: self._chosen(key)))
        self.left.filled.connect(lambda: self.attempt_quietly(self._listed))
        self._choice = PartAsNeeded(self._build_choice)
        self._cropper = PartAsNeeded(self._build_cropper)
        self._confirming = PartAsNeeded(self._build_confirming)
        way = Button(tr("Write a new post"), self.begin, icon_name="add")
        self.empty = EmptyState("posts", tr("No post chosen"), tr("Write a new one, or choose one on the left."), way)
        yield
        self.editor = Across()
        self._build_editor()
        yield
        columns = Columns()
        columns.add_side(self.left, 240)
        for widget in (self._choice, self.empty, self.editor, self._cropper, self._confirming):
            columns.addWidget(widget, keeps=True)
        self.body.addLayout(columns, 1)
        self.editor.hide()

    @property
    def choice(self) -> PhotoChoice:
        """Where the photos of a new post are chosen."""
        return self._choice.part

    def _build_choice(self) -> PhotoChoice:
        choice = PhotoChoice(self.desk, self.notice.show_problem)
        choice.chosen.connect(self._make)
        choice.given_up.connect(self._show_post)
        return choice

    @property
    def cropper(self) -> CropPanel:
        """Where the part of a picture is chosen that each platform shows."""
        return self._cropper.part

    def _build_cropper(self) -> CropPanel:
        cropper = CropPanel(self.desk)
        cropper.done.connect(self._cropped)
        return cropper

    @property
    def confirming(self) -> ConfirmPanel:
        """The school's checklist, before a post is handed over."""
        return self._confirming.part

    def _build_confirming(self) -> ConfirmPanel:
        confirming = ConfirmPanel()
        confirming.confirmed.connect(self._hand_over)
        confirming.given_up.connect(lambda: confirming.hide() or self._show_post())
        return confirming

    def _build_editor(self) -> None:
        self.heading = QLineEdit()
        self.state_words = Label(role="quiet", wraps=True)
        self.note_words = Label(wraps=True)
        self.note_words.setProperty("state", "needs")
        self.about = AboutFields()
        self.about.changed.connect(self._soon.start)
        self.heading.textEdited.connect(lambda _words: self._soon.start())
        self.words = PostWords()
        self.pictures = PictureCards(self.desk)
        self.left_out = self.pictures.left_out
        for part in (self.words, self.pictures):
            part.changed.connect(self._soon.start)
            part.pointed.connect(lambda finding: self.right.choose(finding))
        self.pictures.crop_wanted.connect(self._crop)
        form = Panel()
        form.box.addLayout(field(tr("Title, for us only"), self.heading))
        form.box.addWidget(self.state_words)
        form.box.addWidget(self.note_words)
        self.thread = PostThread()
        self.thread.answered.connect(self.answer_question)
        form.box.addWidget(self.thread)
        form.box.addWidget(self.about)
        form.box.addWidget(Label(tr("Words"), role="heading"))
        form.box.addWidget(self.words)
        form.box.addWidget(Label(tr("Pictures"), role="heading"))
        form.box.addWidget(self.pictures)
        form.box.addWidget(self.left_out)
        form.box.addStretch(1)
        middle = scrolled(form, tr("The post"))
        form.setProperty("role", "panel")
        self.right = FindingsPanel(self.give_reason, Asked.AUTHOR)
        self.checks.lasting.connect(self.right.say_checking)
        self.right.chosen.connect(self._point_at)
        self.right.list.activated.connect(lambda _i: self._point_at(self.right.list.chosen(), go=True))
        self.save_button = Button(tr("Save"), self.save, tip="Ctrl+S")
        self.save_button.setShortcut("Ctrl+S")
        self.render_button = Button(tr("Make the pictures"), self.render, icon_name="picture")
        self.submit_button = Button(tr("Submit for approval"), self.submit, icon_name="approve", kind="primary")
        for button in (self.save_button, self.render_button, self.submit_button):
            self.right.box.addWidget(button)
        self.editor.box.addWidget(middle)
        self.editor.box.add_side(self.right, 300)

    def answer_question(self, words: str) -> None:
        """Answer what the Headteacher asked; the post waits for them again, with the answer beside it."""
        if (post := self.post) is None:
            return
        self.attempt_aside(
            lambda: approve.answer_question(self.workspace, self.actor, post.id, words),
            lambda _given: clear_if(self.thread.answer, words) or tr("The answer is with the Headteacher."),
        )

    @property
    def cards(self) -> list[PictureCard]:
        return self.pictures.cards

    @property
    def captions(self) -> dict[PlatformId, MarkedEdit]:
        return self.words.captions

    @property
    def boxes(self) -> dict[PlatformId, QCheckBox]:
        return self.words.boxes

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks say of the post in front."""
        return self.right.findings

    # reading

    def context(self) -> str:
        return self.post.title if self.post else ""

    def place(self) -> str:
        return self.post.id if self.post is not None else ""

    @property
    def is_busy(self) -> bool:
        return super().is_busy or self.checks.is_under_way

    def start(self) -> QWidget | None:
        """The title of a new post while its photos are chosen."""
        return self.choice.title_line if self._choice.is_shown else None

    def open(self, what: object) -> None:
        """Show one post by its id, or begin one from photo ids."""
        if isinstance(what, tuple):
            self.choice.preset(what)
            self.begin()
        else:
            self.left.sift.clear()
            self._choice.hide_part()  # the photos taken so far stay taken
            self.post = reads.post(self.workspace, PostId(str(what)))

    def refresh(self) -> None:
        self.left.read()

    def _listed(self) -> None:
        """The list is there: the post in front stays, as it is now."""
        self.post = reads.post(self.workspace, self.post.id) if self.post is not None else None
        if self.post is not None:
            self.left.choose(self.post.id)
        if not self._choice.is_shown:
            self._show_post()

    def _chosen(self, post_id: PostId) -> None:
        post = reads.post(self.workspace, post_id)
        if post is None or not self._may_leave(post):
            return
        self.post = post
        self._show_post()
        self.context_changed.emit()

    def _may_leave(self, other: Post) -> bool:
        """Whether another post may be shown: what was typed is kept first, or somebody decides about it."""
        shown = self._shown
        if shown is None or other.id == shown.id or not self._is_typed() or self._save_draft():
            return True
        self.left.choose(shown.id)
        ways = {
            tr("Save them"): lambda: self.save() and self._go_to(other.id),
            tr("Throw them away"): lambda: self._throw_away(other.id),
        }
        self.notice.offer(tr("“{title}” has changes that are not saved.", title=shown.title), ways)
        return False

    def _go_to(self, post_id: PostId) -> None:
        self.notice.dismiss()
        self.left.choose(post_id)
        self._chosen(post_id)

    def _throw_away(self, post_id: PostId) -> None:
        self._shown = None
        self._go_to(post_id)

    def _is_typed(self) -> bool:
        mine = self.edited()
        return mine is not None and self._shown is not None and not same(mine, self._shown)

    def _save_draft(self) -> bool:
        """Keep what was typed into one's own draft; an approval never falls by itself."""
        self._soon.stop()
        shown = self._shown
        if shown is None or shown.author != self.actor.user_id or shown.state not in _BEING_WRITTEN:
            return not self._is_typed()
        if self.post is not None and self.post.id == shown.id and self.post.version != shown.version:
            return False
        return not self._is_typed() or self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._save_draft()

    def _show_post(self) -> None:
        self._choice.hide_part()
        for over in (self._cropper, self._confirming):
            if over.is_shown and self._shown is not None:
                if self.post is not None and self.post.id == self._shown.id:
                    return  # somebody is cropping or confirming: the post is shown again once they are done
                over.hide_part()
        self.empty.setVisible(self.post is None)
        self.editor.setVisible(self.post is not None)
        if self.post is None:
            return
        post = self.post
        if post != self._shown and not self._is_overtaken(post):
            self._fill(post)
        _state, words = POST_STATE[post.state]
        self.state_words.setText(
            tr(
                "{words} · by {author_name}, {moment}",
                words=sentence(words),
                author_name=post.author_name,
                moment=moment(post.created_at, self.workspace.clock.today()),
            )
        )
        self.note_words.setText(tr("Note: {note}", note=post.note) if post.note else "")
        self.note_words.setVisible(bool(post.note))
        said, may_answer = reads.thread(self.workspace, self.actor, post)
        self.thread.show_thread(said, reads.user_names(self.workspace) if said else {}, may_answer=may_answer)
        self.checks.check(post)

    def _fill(self, post: Post) -> None:
        """Put the post into the fields, where they do not say the same already."""
        was, self._shown = self._shown, post
        if was is not None and was.id != post.id:
            self.notice.pass_by()
        if was is None or was.id != post.id or not same(was, post):
            self.heading.setText(post.title)
            self._fill_about(post)
            self.words.fill(post, reads.all_platforms(self.workspace))
            self._fill_pictures(post)
        self.left_out.forget()
        self._soon.stop()

    def _is_overtaken(self, post: Post) -> bool:
        """Whether somebody else wrote this post while words are being typed here; says so, and leaves the words."""
        mine = self.edited()
        if self._shown is None or mine is None or self._shown.id != post.id or same(mine, self._shown):
            return False
        if self._told != (post.id, post.version) or not self.notice.words():
            self._told = (post.id, post.version)
            self.notice.offer(tr("This post was changed meanwhile. What you typed is still here."), self._ways())
        return True

    def _ways(self) -> dict[str, Callable[[], object]]:
        return {tr("Look at theirs"): self._look_at_theirs, tr("Copy my words"): self._copy_mine}

    def _look_at_theirs(self) -> None:
        self._shown = None
        self.notice.dismiss()
        self.refresh()

    def _copy_mine(self) -> None:
        if (mine := self.edited()) is not None:
            words = [mine.title, *(to.caption for to in mine.platforms), *(p.alt_text for p in mine.pictures)]
            QGuiApplication.clipboard().setText("\n\n".join(part for part in words if part))

    def _fill_about(self, post: Post) -> None:
        may_be_urgent = self.workspace.pack.urgent_words_alone and self.actor.may(Action.APPROVE) and not post.pictures
        self.about.show_about(post, reads.all_events(self.workspace), may_be_urgent=may_be_urgent)

    def _fill_pictures(self, post: Post) -> None:
        photos = reads.photos_by_ids(self.workspace, [picture.photo_id for picture in post.pictures])
        given = self.attempt_quietly(lambda: licences.to_choose(self.workspace, self.actor)) or ()
        self.pictures.fill(post, photos, given)

    def _crop(self, card: PictureCard) -> None:
        """Choose the part of a picture that each platform shows."""
        places = self.words.places()
        if not places:
            self.notice.tell(tr("Choose first where the post is to go."), state="needs")
            return
        views = self.attempt(lambda: framing.crop_views(self.workspace, self.actor, card.photo_id, places))
        if views:
            self._cropping = card
            self.editor.hide()
            self.cropper.show()
            self.cropper.begin(card.picture(), views)

    def _cropped(self, crops: tuple[PictureCrop, ...]) -> None:
        self.cropper.hide()
        self.editor.setVisible(self.post is not None)
        if self._cropping in self.cards:
            self._cropping.set_crops(crops)
            self._cropping.crop.setFocus()
            self._save_draft()

    def _being_checked(self, post: Post) -> None:
        """Nothing is known yet: what was said of it before stays to be read, and nothing can be handed over."""
        self.right.wait_for(post.id)
        self._allow(post, is_clear=False)

    def _fill_findings(self, post: Post, found: tuple[Finding, ...] | None) -> None:
        self.right.show_findings(found or ())
        for part in (self.words, self.pictures):
            part.mark(self.findings)
        self._allow(post, is_clear=found is not None and not any(f.blocks for f in found))

    def _allow(self, post: Post, *, is_clear: bool) -> None:
        is_mine = post.author == self.actor.user_id
        may_edit = is_mine and post.state in _OPEN
        is_mine_to_submit = is_mine and post.state in _BEING_WRITTEN
        self.save_button.setEnabled(may_edit)
        self.render_button.setEnabled(is_mine_to_submit)
        self.submit_button.setEnabled(is_mine_to_submit and is_clear)

    def _point_at(self, finding: Finding | None, *, go: bool = False) -> None:
        """Show in its field what a finding is about, and go there when it was pressed."""
        if finding is None or finding.marked is None or self.list.hasFocus():
            return
        edits = [self.captions.get(finding.platform_id)] if finding.marked.is_caption else []
        edits += [card.alt for card in self.cards if card.photo_id == finding.photo_id]
        for edit in edits:
            if edit is not None:
                edit.choose(finding, take_focus=go)

    # doing

    def give_reason(self, finding: Finding, reason: str) -> None:
        """Why words may stand that the checks ask about; the approver reads it."""
        if self.post is None or not self.save():
            return
        post_id = self.post.id
        if self.attempt(lambda: posts.give_reason(self.workspace, self.actor, post_id, finding.key, reason) or True):
            self.written()

    def begin(self) -> None:
        """Choose photos for a new post; what was typed for the one in front is kept first."""
        if self._is_typed() and not self._save_draft():
            self.notice.tell(tr("Save the changes of this post first."), state="needs")
            return
        self.empty.hide()
        self.editor.hide()
        self.choice.begin()

    def _make(self, title: str, photo_ids: tuple[PhotoId, ...]) -> None:
        self.attempt_aside(
            lambda: posts.create_post(self.workspace, self.actor, title=title, photo_ids=photo_ids), self._begun
        )

    def _begun(self, post: Post) -> str:
        self.post = post
        self.setFocus()  # else Qt looks for another place on what goes
        self._show_post()
        self.choice.end()
        self.about.category.setFocus(Qt.FocusReason.OtherFocusReason)
        return ""

    def edited(self) -> Post | None:
        """The post as it stands on the screen."""
        if self._shown is None:
            return None
        return replace(
            self._shown,
            title=self.heading.text().strip(),
            platforms=self.words.platforms(),
            pictures=self.pictures.pictures(),
            about=self.about.about(),
        )

    def save(self) -> bool:
        """Keep what is on the screen; an approved post becomes a draft again."""
        wanted = self.edited()
        if wanted is None:
            return False
        if wanted == self._shown and self._shown == self.post:
            return True
        made = self.attempt(
            lambda: posts.edit_post(
                self.workspace,
                self.actor,
                wanted.id,
                title=wanted.title,
                pictures=wanted.pictures,
                platforms=wanted.platforms,
                seen=wanted.version,
                about=wanted.about,
            ),
            ways=self._ways(),
        )
        if made is not None:
            self.post = self._shown = made
            self.written()
        return made is not None

    def render(self) -> None:
        """Make each picture as each platform would show it, and check it; shown on Approve as it is."""
        if self.post is None or not self.save():
            return
        post = self.post
        self.desk.begin(
            tr("Making the pictures of {title}", title=post.title),
            lambda: posts.render_post(self.workspace, self.actor, post.id),
            total=len(post.pictures) * len(post.platforms),
            on_outcome=lambda made: made.problem is None or self.notice.show_problem(made.problem),
            on_problem=self.notice.show_problem,
        )

    def submit(self) -> None:
        """Ask for the school's checklist first."""
        if self.post is None or not self.save():
            return
        post = self.post
        points = self.attempt(lambda: handing_over.checklist(self.workspace, self.actor, post.id))
        if points:
            self.editor.hide()
            self.confirming.show()
            self.confirming.begin(post.title, points)

    def _hand_over(self, points: tuple[Confirmed, ...]) -> None:
        """Hand it over; from here the bytes and words are what the Headteacher sees."""
        if (post := self.post) is not None:
            self.attempt_aside(
                lambda: posts.submit_post(self.workspace, self.actor, post.id, confirmed=points),
                lambda _post: tr("The post is with the Headteacher."),
                on_end=lambda: self._confirming.hide_part() or self.editor.show(),
            )
