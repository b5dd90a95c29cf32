"""The pictures of a post in their order: moved, left out and put back, and asked for another part of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal

from app.domain.permissions import Permission
from app.domain.photo import Photo, PhotoId
from app.domain.post import Finding, Post, PostPicture
from app.ui.desk import Desk
from app.ui.pages.post_left_out import LeftOut
from app.ui.pages.post_pictures import PictureCard
from app.ui.soon import in_its_turn
from app.ui.widgets import Plain


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
        self._cards: list[PictureCard] = []
        self._to_come: list[PostPicture] = []
        self._photos: Mapping[PhotoId, Photo] = {}
        self._licences: Sequence[tuple[Permission, str]] = ()
        self._findings: Sequence[Finding] = ()
        self._next = QTimer(self, singleShot=True, interval=1)
        self._next.timeout.connect(self._add_in_turn)
        self.left_out = LeftOut(self._put_back)
        self._holder = Plain(gap=12)
        self.box.addWidget(self._holder)

    @property
    def cards(self) -> list[PictureCard]:
        """A card for each picture, in the post's order; those that were still to come are built now."""
        while self._to_come:
            self._add()
        return self._cards

    @property
    def is_whole(self) -> bool:
        """Whether each picture has its card."""
        return not self._to_come

    def fill(self, post: Post, photos: Mapping[PhotoId, Photo], licences: Sequence[tuple[Permission, str]]) -> None:
        """Show the pictures of another version of a post, each in a turn of its own."""
        self.left_out.forget()
        self._put_away(self._holder)
        self._holder = Plain(gap=12)
        self.box.addWidget(self._holder)
        self._cards, self._findings = [], ()
        self._to_come, self._photos, self._licences = list(post.pictures), photos, licences
        self._next.start()

    def _put_away(self, holder: Plain) -> None:
        """Hidden it is gone for everybody; taking it out of its parent would style each part of it once more."""
        holder.hide()
        self.box.removeWidget(holder)
        in_its_turn(holder, holder.deleteLater)

    def _add_in_turn(self) -> None:
        if self._to_come:
            self._add()
            self._next.start()

    def _add(self) -> None:
        picture = self._to_come.pop(0)
        card = PictureCard(self._desk, picture, self._photos.get(picture.photo_id), self._licences)
        card.changed.connect(self.changed)
        card.alt.pointed.connect(self.pointed)
        card.moved.connect(lambda by: self._move(card, by))
        card.left_out.connect(lambda: self._leave_out(card))
        card.crop_wanted.connect(lambda: self.crop_wanted.emit(card))
        card.rights.activated.connect(lambda _at: self._offer_same(card))
        card.same_wanted.connect(lambda: self._say_the_same(card))
        self._cards.append(card)
        self._mark(card)
        self._holder.box.addWidget(card)
        if not self._to_come and (answered := [card for card in self._cards if card.is_answered]):
            self._offer_same(answered[-1])

    def pictures(self) -> tuple[PostPicture, ...]:
        """The pictures as they stand on the screen; nobody changed those that are still to come."""
        return (*(card.picture() for card in self._cards), *self._to_come)

    def mark(self, findings: Sequence[Finding]) -> None:
        """Underline what the checks found in the descriptions."""
        self._findings = findings
        for card in self._cards:
            self._mark(card)

    def _mark(self, card: PictureCard) -> None:
        card.alt.mark([f for f in self._findings if f.marked and f.photo_id == card.photo_id])

    def _move(self, card: PictureCard, by: int) -> None:
        """Another place in the post's order."""
        at = self.cards.index(card)
        to = min(max(0, at + by), len(self.cards) - 1)
        self.cards.insert(to, self.cards.pop(at))
        self._holder.box.insertWidget(to, card)
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
        self._holder.box.insertWidget(at, card)
        card.show()
        self.changed.emit()
