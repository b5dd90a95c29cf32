"""The pictures of a post in their order: moved, left out and put back, and asked for another part of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from app.domain.permissions import Permission
from app.domain.photo import Photo, PhotoId
from app.domain.post import Finding, Post, PostPicture
from app.ui.desk import Desk
from app.ui.pages.post_left_out import LeftOut
from app.ui.pages.post_pictures import PictureCard
from app.ui.widgets import Plain, clear


class PictureCards(Plain):
    """Signals:
    changed: something was typed, chosen, moved or left out.
    pointed(object): the mouse or cursor is on words that a finding is about.
    crop_wanted(object): somebody wants to choose which part of this card's picture is shown.
    """

    changed = Signal()
    pointed = Signal(object)
    crop_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=12)
        self._desk = desk
        self.cards: list[PictureCard] = []
        self.left_out = LeftOut(self._put_back)

    def fill(self, post: Post, photos: Mapping[PhotoId, Photo], licences: Sequence[tuple[Permission, str]]) -> None:
        """Show the pictures of another version of a post."""
        self.left_out.forget()
        clear(self.box)
        self.cards = [PictureCard(self._desk, p, photos.get(p.photo_id), licences) for p in post.pictures]
        for card in self.cards:
            card.changed.connect(self.changed)
            card.alt.pointed.connect(self.pointed)
            card.moved.connect(lambda by, c=card: self._move(c, by))
            card.left_out.connect(lambda c=card: self._leave_out(c))
            card.crop_wanted.connect(lambda c=card: self.crop_wanted.emit(c))
            card.rights.activated.connect(lambda _at, c=card: self._offer_same(c))
            card.same_wanted.connect(lambda c=card: self._say_the_same(c))
            self.box.addWidget(card)
        if answered := [card for card in self.cards if card.is_answered]:
            self._offer_same(answered[-1])

    def pictures(self) -> tuple[PostPicture, ...]:
        """The pictures as they stand on the screen."""
        return tuple(card.picture() for card in self.cards)

    def mark(self, findings: Sequence[Finding]) -> None:
        """Underline what the checks found in the descriptions."""
        for card in self.cards:
            card.alt.mark([f for f in findings if f.marked and f.photo_id == card.photo_id])

    def _move(self, card: PictureCard, by: int) -> None:
        """Another place in the post's order."""
        at = self.cards.index(card)
        to = min(max(0, at + by), len(self.cards) - 1)
        self.cards.insert(to, self.cards.pop(at))
        self.box.insertWidget(to, card)
        self.changed.emit()

    def _offer_same(self, answered: PictureCard) -> None:
        """Whose the photos of an event are is mostly one answer."""
        left = [card for card in self.cards if not card.is_answered]
        for card in self.cards:
            card.offer_same(len(left) if card is answered else 0)

    def _say_the_same(self, answered: PictureCard) -> None:
        for card in self.cards:
            if not card.is_answered:
                card.answer_like(answered)
        answered.rights.setFocus()
        self._offer_same(answered)

    def _leave_out(self, card: PictureCard) -> None:
        at = self.cards.index(card)
        self.cards.remove(card)
        self.left_out.note(card, at)
        self.changed.emit()

    def _put_back(self, card: PictureCard, at: int) -> None:
        self.cards.insert(at, card)
        self.box.insertWidget(at, card)
        card.show()
        self.changed.emit()
