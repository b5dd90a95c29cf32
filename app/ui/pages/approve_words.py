"""The words of a post on Approve: as they would go out, put right in place, and the pictures left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.consent import PlatformId
from app.domain.photo import PhotoId
from app.domain.post import Finding, Post
from app.ui.language import tr
from app.ui.marked_words import MarkedEdit
from app.ui.theme import theme
from app.ui.widgets import Button, Plain, field
from app.workflow.corrections import Correction


class WordsPanel(Plain):
    """Signals:
    changed: something was put right or left out.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._post: Post | None = None
        self._captions: dict[PlatformId, str] = {}
        self._alts: dict[PhotoId, str] = {}
        self._dropped: set[PhotoId] = set()
        self._platform_id: PlatformId | None = None
        self._photo_id: PhotoId | None = None
        self.caption, self.alt = MarkedEdit(), MarkedEdit()
        self.caption.setFixedHeight(theme().px(60))
        self.alt.setFixedHeight(theme().px(44))
        self.drop = Button(tr("Leave this picture out"), self._toggle_drop, icon_name="remove", kind="icon")
        self.box.addLayout(field(tr("Words"), self.caption))
        self.alt_field = Plain(gap=0)
        self.alt_field.box.addLayout(field(tr("For people who cannot see it"), self.alt))
        self.box.addWidget(self.alt_field)
        self.caption.textChanged.connect(self._typed)
        self.alt.textChanged.connect(self._typed)

    def show_post(self, post: Post, platform_id: PlatformId, photo_id: PhotoId | None) -> None:
        """Show the words for one platform and picture; what was put right before stays while the post is the same."""
        if self._post is None or (post.id, post.version) != (self._post.id, self._post.version):
            self._captions, self._alts, self._dropped = {}, {}, set()
        self._post, self._platform_id, self._photo_id = post, platform_id, photo_id
        caption = next((to.caption for to in post.platforms if to.platform_id == platform_id), "")
        alt = next((p.alt_text for p in post.pictures if p.photo_id == photo_id), "")
        self._fill(self.caption, self._captions.get(platform_id, caption))
        self._fill(self.alt, self._alts.get(photo_id, alt) if photo_id else "")
        self.alt_field.setVisible(photo_id is not None)
        self.drop.setVisible(photo_id is not None)
        self._name_drop()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Underline what the checks found in these words."""
        here = [f for f in findings if f.marked]
        self.caption.mark([f for f in here if f.marked and f.marked.is_caption and f.platform_id == self._platform_id])
        self.alt.mark([f for f in here if f.marked and not f.marked.is_caption and f.photo_id == self._photo_id])

    def correction(self) -> Correction | None:
        """What was put right; None when nothing was."""
        if not (self._captions or self._alts or self._dropped):
            return None
        return Correction(dict(self._captions), dict(self._alts), frozenset(self._dropped))

    def is_dropped(self, photo_id: PhotoId | None) -> bool:
        return photo_id in self._dropped

    def _fill(self, edit: MarkedEdit, words: str) -> None:
        if edit.toPlainText() != words:
            edit.blockSignals(True)
            edit.setPlainText(words)
            edit.blockSignals(False)

    def _typed(self) -> None:
        post = self._post
        if post is None or self._platform_id is None:
            return
        was = next((to.caption for to in post.platforms if to.platform_id == self._platform_id), "")
        _note(self._captions, self._platform_id, self.caption.toPlainText().strip(), was)
        if self._photo_id is not None:
            alt = next((p.alt_text for p in post.pictures if p.photo_id == self._photo_id), "")
            _note(self._alts, self._photo_id, self.alt.toPlainText().strip(), alt)
        self.changed.emit()

    def _toggle_drop(self) -> None:
        if self._photo_id is not None:
            self._dropped ^= {self._photo_id}
            self._name_drop()
            self.changed.emit()

    def _name_drop(self) -> None:
        out = self.is_dropped(self._photo_id)
        words = tr("Take this picture back in") if out else tr("Leave this picture out")
        self.drop.setAccessibleName(words)
        self.drop.setToolTip(words)


def _note(kept: dict[PlatformId, str] | dict[PhotoId, str], key: str, words: str, was: str) -> None:
    """Keep what differs from what the author wrote, and forget what was typed back."""
    if words == was:
        kept.pop(key, None)  # type: ignore[call-overload]
    else:
        kept[key] = words  # type: ignore[index]
