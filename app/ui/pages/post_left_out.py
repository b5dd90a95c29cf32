"""Pictures that were left out of a post just now, and the button that puts the last of them back where it was."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.language import tr
from app.ui.pages.post_pictures import PictureCard
from app.ui.widgets import Button


class LeftOut(Button):
    """Hidden while nothing was left out; stays through saving, until another post is in front."""

    def __init__(self, on_back: Callable[[PictureCard, int], object]) -> None:
        super().__init__(tr("Put the picture back"), self._back, icon_name="undo")
        self._on_back = on_back
        self._cards: list[tuple[PictureCard, int]] = []
        self.hide()

    def note(self, card: PictureCard, at: int) -> None:
        """Keep a card that was taken out of its place."""
        card.hide()
        self._cards.append((card, at))
        self.show()

    def forget(self) -> None:
        """Another post is shown: what was left out of the one before stays out."""
        for card, _at in self._cards:
            card.deleteLater()
        self._cards.clear()
        self.hide()

    def _back(self) -> None:
        if self._cards:
            card, at = self._cards.pop()
            self.setVisible(bool(self._cards))
            self._on_back(card, at)
