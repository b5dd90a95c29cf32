"""Where a post goes, and its words for each place, with how many letters are left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from app.domain.consent import Platform, PlatformId
from app.domain.post import Finding, Post, PostPlatform
from app.ui.language import tr
from app.ui.marked_words import MarkedEdit
from app.ui.pages.post_fields import count_left
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, clear, line_up, show_if


class PostWords(Plain):
    """Signals:
    changed: something was typed, or another place was ticked.
    pointed(object): the mouse or cursor is on words that a finding is about.
    """

    changed = Signal()
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.captions: dict[PlatformId, MarkedEdit] = {}
        self.boxes: dict[PlatformId, QCheckBox] = {}
        self.takers: dict[PlatformId, Button] = {}
        """By the place that has no words yet: a button to begin with those of another."""

    def fill(self, post: Post, platforms: Iterable[Platform]) -> None:
        """Show the words of another version of a post."""
        clear(self.box)
        self.captions, self.boxes, self.takers = {}, {}, {}
        chosen = {to.platform_id: to.caption for to in post.platforms}
        for platform in platforms:
            self._add(platform, chosen.get(platform.id))
        self._offer_words()

    def _add(self, platform: Platform, words: str | None) -> None:
        box = QCheckBox(platform.name)
        box.setAccessibleName(tr("Post on {name}", name=platform.name))
        box.setChecked(words is not None)
        edit = MarkedEdit(words or "")
        edit.setAccessibleName(tr("Words for {name}", name=platform.name))
        edit.pointed.connect(self.pointed)
        edit.setFixedHeight(theme().px(76))
        left = Label(role="caption")
        take = Button("", lambda: self._take_words(platform.id), kind="flat")
        take.hide()
        for widget in (edit, left):
            show_if(widget, box.isChecked())
        edit.textChanged.connect(lambda: count_left(edit, platform, left))
        edit.textChanged.connect(self.changed)
        box.toggled.connect(self.changed)
        box.toggled.connect(edit.setVisible)
        box.toggled.connect(left.setVisible)
        for signal in (edit.textChanged, box.toggled):
            signal.connect(lambda *_: self._offer_words())
        count_left(edit, platform, left)
        self.captions[platform.id], self.boxes[platform.id], self.takers[platform.id] = edit, box, take
        for widget in (box, edit):
            self.box.addWidget(widget)
        self.box.addLayout(line_up(left, take, 1))

    def _words_elsewhere(self, key: PlatformId) -> PlatformId | None:
        """The first other place that has words, while this one is ticked and has none."""
        if not self.boxes[key].isChecked() or self.captions[key].toPlainText().strip():
            return None
        return next((other for other in self.places() if self.captions[other].toPlainText().strip()), None)

    def _offer_words(self) -> None:
        for key, take in self.takers.items():
            source = self._words_elsewhere(key)
            if source is not None:
                take.setText(tr("Begin with the words for {name}", name=self.boxes[source].text()))
                take.setAccessibleName(f"{self.captions[key].accessibleName()}: {take.text()}")
            take.setVisible(source is not None)

    def _take_words(self, key: PlatformId) -> None:
        """As if they were typed, so that Ctrl+Z takes them back."""
        source = self._words_elsewhere(key)
        if source is not None:
            self.captions[key].insertPlainText(self.captions[source].toPlainText().strip())
            self.captions[key].setFocus()

    def places(self) -> list[PlatformId]:
        """Where it is to go, as it is ticked on the screen."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def platforms(self) -> tuple[PostPlatform, ...]:
        """Where it is to go, with the words as they stand on the screen."""
        return tuple(PostPlatform(key, self.captions[key].toPlainText().strip()) for key in self.places())

    def mark(self, findings: Sequence[Finding]) -> None:
        """Underline what the checks found in the words."""
        for key, edit in self.captions.items():
            edit.mark([f for f in findings if f.marked and f.marked.is_caption and f.platform_id == key])
