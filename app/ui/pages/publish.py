"""Publish: hand the approved bytes out to a folder, copy the words, note the address, take down again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.domain.consent import Platform
from app.domain.people import Action
from app.domain.post import Post, PostId, PostState, Release, ReleaseState, TaskKind
from app.ui import reads
from app.ui.below import below
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.long_lists import PostsToPublish, posts_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.pack_card import PackCard
from app.ui.pages.page import Page
from app.ui.pages.sift import TitleSift
from app.ui.soon import in_its_turn
from app.ui.still import Still
from app.ui.theme import theme
from app.ui.typed import kept_typing
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, StateChip, clear, field, line_up, scrolled
from app.ui.words import RELEASE_STATE, count, moment
from app.workflow import later_review, live_check, packs, publish
from consent_db.post_lists import PostLine

_SHOWN_MS = 100
"""Then the page is there, and it is looked which packs may not stand any longer."""
_STACKS_FROM = 1.3
"""From this text size on there is no room for every button in one row."""


class PublishPage(Page):
    """Left what is approved or online, right one card per platform with the next step."""

    key = "publish"
    title = phrase("Publish")
    icon_name = "publish"
    actions = frozenset({Action.PUBLISH, Action.APPROVE})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.post: Post | None = None
        self._releases: tuple[Release, ...] = ()
        self._takedowns: frozenset[str] = frozenset()
        self._shown: tuple[Any, ...] | None = None
        self._packs: list[PackCard] = []
        """Those that are being looked at."""
        self._build()
        self._still = Still(self)
        self._sweep = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._sweep.timeout.connect(self._erase_packs)
        self.empty.hide()  # until the list is there

    def _build(self) -> None:
        self.list = SlicedView(tr("Approved posts"), self._post_row, self.desk, self.notice.show_problem, is_flat=True)
        self.list.turned.connect(lambda key: self.attempt_quietly(lambda: self._chosen(key)))
        self.list.filled.connect(lambda: self.attempt_quietly(self._listed))
        self.sift = TitleSift(self.desk, "publish", {})
        self.sift.changed.connect(self._show_list)
        left = Panel(margin=12, gap=8)
        left.box.addWidget(Label(tr("Approved and online"), role="heading"))
        left.box.addWidget(self.sift)
        left.box.addWidget(self.list, 1)
        ways = (("approve", tr("Go to Approve"), Action.APPROVE), ("posts", tr("Go to Posts"), Action.WRITE_POST))
        way = next(((page, words) for page, words, act in ways if self.actor.may(act)), None)
        self.empty = EmptyState(
            "publish", tr("Nothing is approved yet."), tr("Posts appear here once they are approved."),
            Button(way[1], lambda: self.desk.go_to.emit(way[0], None)) if way else None,
        )  # fmt: skip
        inside = Plain(gap=16)
        self.folder = QLineEdit(str(Path.home() / "ClearPost packs"))
        choose = Button(tr("Choose a folder"), self._choose, icon_name="folder")
        where = Panel()
        where.box.addLayout(
            field(
                tr("Where the pictures go"),
                self.folder,
                hint=tr("A new folder is made inside it, and erased once the post is online."),
            )
        )
        where.box.addLayout(line_up(choose, 1))
        inside.box.addWidget(where)
        self.cards = Plain(gap=16)
        inside.box.addWidget(self.cards)
        inside.box.addStretch(1)
        self.sheet = scrolled(inside, tr("Where it goes out"))
        columns = Columns()
        self.left = left
        columns.add_side(left, 260)
        columns.addWidget(self.empty, 1)
        columns.addWidget(self.sheet, 1)
        self.body.addLayout(columns, 1)

    # reading

    def context(self) -> str:
        return self.post.title if self.post else ""

    @property
    def is_busy(self) -> bool:
        return super().is_busy or bool(self._packs)

    def open(self, what: object) -> None:
        """Show one post by its id."""
        self.sift.clear()
        self.post = reads.post(self.workspace, PostId(str(what)))

    def refresh(self) -> None:
        self._read()
        self._sweep.start()

    def _erase_packs(self) -> None:
        self.desk.save(lambda: packs.erase_packs(self.workspace), self._swept, self.notice.show_problem)

    def _swept(self, erased: Sequence[Release]) -> None:
        if erased:
            self._read()
            self.notice.tell(tr("A pack that is not needed any more, or may not go out, was erased."), state="needs")

    def _read(self) -> None:
        self._takedowns = frozenset(
            str(task.release_id) for task in reads.open_tasks(self.workspace, TaskKind.TAKEDOWN)
        )
        self._show_list()

    def _show_list(self) -> None:
        few = posts_are_few(self.workspace, FEW)
        self.list.show_source(PostsToPublish(self.workspace, self.sift.words), at_once=few)

    def _listed(self) -> None:
        """The list is there: the post in front stays while it is one of these, else the first comes."""
        found = self.list.rows
        known = self.post is not None and (found.row_of_key(self.post.id) >= 0 or self.sift.is_on)
        wanted = self.post.id if known else next(iter(found.keys), None)
        self.post = None if wanted is None else reads.post(self.workspace, wanted)
        if self.post is not None:
            self.list.choose_key(self.post.id)
        self.sift.say(found.rowCount())
        self.sift.setVisible(found.rowCount() > 0 or self.sift.is_on)
        self._show_post()
        self.context_changed.emit()

    def _chosen(self, post_id: PostId) -> None:
        if (post := reads.post(self.workspace, post_id)) is not None:
            self.post = post
            self._show_post()
            self.context_changed.emit()

    def _show_post(self) -> None:
        self.left.setHidden(self.post is None and not self.sift.is_on)
        self.empty.setVisible(self.post is None)
        self.sheet.setVisible(self.post is not None)
        platforms = {p.id: p for p in reads.all_platforms(self.workspace)}
        mine = () if self.post is None else reads.releases_of(self.workspace, self.post.id)
        self._releases = mine
        shown = (self.post, tuple(platforms.items()), tuple(mine), self._takedowns)
        if shown == self._shown:
            return
        is_same = self._shown is not None and self._shown[0] is not None and self.post is not None
        with kept_typing(self.cards) if is_same and self._shown[0].id == self.post.id else nullcontext():
            self._fill(mine, platforms)
        self._shown = shown

    def _fill(self, mine: Sequence[Release], platforms: Mapping[str, Platform]) -> None:
        clear(self.cards.box)
        self._packs.clear()
        if self.post is None:
            return
        post = self.post
        if post.author != self.actor.user_id and reads.waits_for_review(self.workspace, post):
            told = Panel()
            told.box.addWidget(
                Label(
                    tr("{author_name} sent this out as urgent. Please look at it.", author_name=post.author_name),
                    wraps=True,
                )
            )
            told.box.addLayout(line_up(1, Button(tr("I looked at it"), lambda: self._look_through(post))))
            self.cards.box.addWidget(told)
        wanted = [to.platform_id for to in self.post.platforms]
        wanted += [r.platform_id for r in mine if r.platform_id not in wanted]
        for platform_id in wanted:
            if platform_id in platforms:
                self.cards.box.addWidget(self._card(self.post, platforms[platform_id]))

    def _card(self, post: Post, platform: Platform) -> Panel:
        release = next(
            (r for r in reversed(self._releases) if r.post_id == post.id and r.platform_id == platform.id), None
        )
        card = Panel()
        state, words = RELEASE_STATE[release.state] if release else ("needs", tr("not handed out yet"))
        if release is not None and release.id in self._takedowns:
            state, words = "withheld", tr("has to be taken down")
        heading = line_up(Label(platform.name, role="heading"), 1, StateChip(state, words))
        card.box.addLayout(heading)
        is_out = release is not None and release.state is not ReleaseState.TAKEN_DOWN
        caption = reads.words_out(self.workspace, release) if is_out else None
        if caption is None:
            caption = next((to.caption for to in post.platforms if to.platform_id == platform.id), "")
        card.box.addWidget(Label(caption or tr("No words"), wraps=True))
        if release is None or release.state is ReleaseState.TAKEN_DOWN:
            self._add_export(card, post, platform, is_allowed=post.state is PostState.APPROVED)
        else:
            if release.state is ReleaseState.EXPORTED:
                card.box.addWidget(self._pack(release, platform))
            self._add_release(card, release, platform)
        return card

    def _pack(self, release: Release, platform: Platform) -> PackCard:
        """What it holds, which shows together with the rest of the page."""
        pack = PackCard(release, platform, self.desk)
        self._packs.append(pack)
        pack.looked.connect(lambda: self._looked_at(pack))
        self._still.hold()
        return pack

    def _looked_at(self, pack: PackCard) -> None:
        if pack in self._packs:
            self._packs.remove(pack)
        if not self._packs:
            in_its_turn(self, self._still.let_go)  # laid out first, then painted

    def _add_export(self, card: Panel, post: Post, platform: Platform, *, is_allowed: bool) -> None:
        go = Button(
            tr("Hand out {pictures}", pictures=count(len(post.pictures), "picture")),
            lambda: self.ask_export(post, platform),
            icon_name="save",
            kind="primary",
            name=tr("Hand out the pictures for {name}", name=platform.name),
        )
        go.setEnabled(is_allowed)
        card.box.addLayout(line_up(1, go))

    def _add_release(self, card: Panel, release: Release, platform: Platform) -> None:
        when = moment(release.exported_at, self.workspace.clock.today())
        card.box.addWidget(Label(tr("Handed out {when}", when=when), role="quiet"))
        url = QLineEdit(release.live_url)
        url.setPlaceholderText("https://")
        card.box.addLayout(field(tr("Address on {name}", name=platform.name), url))
        proof = QLineEdit(release.proof)
        card.box.addLayout(field(tr("Or how it can be seen on {name}", name=platform.name), proof))
        note = Button(
            tr("Note that it is online"),
            lambda: self.note_live(release, url.text().strip(), proof.text().strip()),
            icon_name="link",
            kind="primary" if release.state is ReleaseState.EXPORTED else "",
            name=tr("Note the address on {name}", name=platform.name),
        )
        url.returnPressed.connect(note.click)
        down = Button(
            tr("It is taken down"),
            lambda: self._ask_down(release, platform),
            kind="danger",
            name=tr("It is taken down from {name}", name=platform.name),
        )
        compare = Button(
            tr("Compare a saved copy"),
            lambda: self._choose_copy(release),
            icon_name="eye",
            name=tr("Compare a saved copy from {name}", name=platform.name),
        )
        if release.comparison:
            card.box.addWidget(Label(release.comparison, role="quiet", wraps=True))
        if theme().scale >= _STACKS_FROM:
            card.box.addLayout(line_up(compare, 1))
            card.box.addLayout(line_up(1, down, note))
        else:
            card.box.addLayout(line_up(compare, 1, down, note))

    # doing

    def ask_export(self, post: Post, platform: Platform) -> None:
        """Nobody hands out without having been told what it means, by name."""
        self.notice.ask(
            tr(
                "{name}, you publish this for the school on {platform_name}, and the records say so. "
                "What is online can be read by everybody, copied, and may be impossible to take back.",
                name=self.actor.name,
                platform_name=platform.name,
            ),
            {tr("Hand it out"): lambda: self.export(post, platform)},
            safe=tr("Not now"),
        )

    def export(self, post: Post, platform: Platform) -> None:
        """Write the approved bytes to a folder; one changed byte and nothing is written."""
        folder = Path(self.folder.text().strip())
        self.desk.begin(
            tr("Handing out the pictures for {name}", name=platform.name),
            lambda: iter([publish.export_release(self.workspace, self.actor, post.id, platform.id, folder)]),
            total=1,
            on_outcome=lambda made: self._handed_out(platform, made),
            on_problem=self.notice.show_problem,
        )

    def _handed_out(self, platform: Platform, made: publish.ExportResult) -> None:
        """Every page is told once the work has ended, which is now."""
        self.notice.tell(
            tr(
                "The pictures for {name} are in {folder}. Post them, then note the address.",
                name=platform.name,
                folder=made.folder,
            )
        )

    def note_live(self, release: Release, url: str, proof: str = "") -> None:
        """Where it can be seen, so that it can be taken down later; its pack is erased."""
        self.attempt_aside(
            lambda: publish.note_live(self.workspace, self.actor, release.id, url, proof=proof),
            lambda _noted: tr("It is noted as online, and its pack is erased from this PC."),
        )

    def _choose_copy(self, release: Release) -> None:
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.webp)")
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("A saved copy or screenshot"), str(Path.home()), kinds)
        if chosen:
            self.compare(release, Path(chosen))

    def compare(self, release: Release, saved: Path) -> None:
        """Look whether what is online is what was approved."""
        self.desk.begin(
            tr("Comparing the saved copy"),
            lambda: iter([live_check.compare_live(self.workspace, self.actor, release.id, saved.read_bytes())]),
            total=1,
            on_outcome=self._compared,
            on_problem=self.notice.show_problem,
        )

    def _compared(self, seen: live_check.LiveComparison) -> None:
        self.notice.tell(below(seen.words), state="shown" if seen.is_same else "withheld")

    def _look_through(self, post: Post) -> None:
        self.attempt_aside(
            lambda: later_review.review_urgent(self.workspace, self.actor, post.id),
            lambda _noted: tr("Noted that you looked at it."),
        )

    def _ask_down(self, release: Release, platform: Platform) -> None:
        wanted = any(task.release_id == release.id for task in reads.open_tasks(self.workspace, TaskKind.TAKEDOWN))
        if wanted or release.state is ReleaseState.LIVE:
            self.desk.go_to.emit("published", release.id)  # it wants a proof
            return
        self.notice.ask(
            tr("Say this once the post is gone from {name}; ClearPost cannot remove it there.", name=platform.name),
            {tr("It is gone"): lambda: self._down(release)},
            safe=tr("Not yet"),
        )

    def _down(self, release: Release) -> None:
        self.attempt_aside(
            lambda: publish.note_taken_down(self.workspace, self.actor, release.id),
            lambda _noted: tr("Noted as taken down."),
        )

    def _choose(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, tr("Where the pictures go"), self.folder.text()):
            self.folder.setText(chosen)

    def _post_row(self, post: PostLine) -> Row:
        if any(r.id in self._takedowns for r in post.releases):
            return Row(post.title, tr("has to be taken down"), state="withheld")
        live = sum(1 for r in post.releases if r.state is ReleaseState.LIVE)
        left = len(post.platforms) - len({r.platform_id for r in post.releases})
        if left and post.state is PostState.APPROVED:
            return Row(post.title, tr("{platforms} to go", platforms=count(left, "platform")), state="needs")
        return Row(
            post.title,
            tr("online on {platforms}", platforms=count(live, "platform")) if live else tr("handed out"),
            state="shown",
        )
