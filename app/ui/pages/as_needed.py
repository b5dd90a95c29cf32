"""Pages, and parts of them, that are built the first time somebody goes there, so that the window is there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.widgets import Plain

Part = TypeVar("Part", bound=QWidget)


class PagesAsNeeded(Mapping[str, Page]):
    """The pages this person may use, by key and in order; asking for one builds it and puts it on the stack."""

    def __init__(
        self, desk: Desk, kinds: Sequence[type[Page]], stack: QStackedWidget, on_built: Callable[[Page], object]
    ) -> None:
        self.kinds: dict[str, type[Page]] = {kind.key: kind for kind in kinds if kind.is_for(desk.actor)}
        self._desk, self._stack, self._on_built = desk, stack, on_built
        self._built: dict[str, Page] = {}
        self._begun: dict[str, tuple[Page, Iterator[None]]] = {}

    def __getitem__(self, key: str) -> Page:
        for _piece in self.pieces(key):
            pass
        return self._built[key]

    def pieces(self, key: str) -> Iterator[None]:
        """Build a page piece by piece, or go on where another one stopped; the window may answer wherever this yields.

        Raises:
            KeyError: this person has no such page.
        """
        while key not in self._built:
            if key not in self._begun:
                self._desk.room = self._stack
                page = self.kinds[key](self._desk)
                rest = self._rest_of(page)
            else:
                page, rest = self._begun.pop(key)  # put back below: what stopped in the middle is begun anew
                if next(rest, self) is self:
                    return
            self._begun[key] = page, rest
            yield

    def _rest_of(self, page: Page) -> Iterator[None]:
        yield from page.build_pieces()
        yield
        self._on_built(page)
        self._stack.addWidget(page)
        self._built[page.key] = page

    def is_built(self, key: str) -> bool:
        """Whether somebody asked for this one before."""
        return key in self._built

    def __contains__(self, key: object) -> bool:
        return key in self.kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self.kinds)

    def __len__(self) -> int:
        return len(self.kinds)


class PartAsNeeded(Plain, Generic[Part]):
    """The place of a part that most visits do without, such as a form: built when first asked for, hidden at first.

    The place shows and hides with its part, so that it takes no room and no gap meanwhile.
    """

    def __init__(self, build: Callable[[], Part]) -> None:
        super().__init__(gap=0)
        self._build = build
        self.built: Part | None = None
        """The part, once somebody needed it."""
        self.hide()

    @property
    def part(self) -> Part:
        """The part, built now if nobody needed it before."""
        if self.built is None:
            self.built = self._build()
            self.built.hide()
            self.built.installEventFilter(self)
            self.box.addWidget(self.built)
        return self.built

    @property
    def is_shown(self) -> bool:
        """Whether the part is there and was not hidden."""
        return self.built is not None and not self.built.isHidden()

    def hide_part(self) -> None:
        """Hide the part, if it is there."""
        if self.built is not None:
            self.built.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
