"""Pages that are built the first time somebody goes there, so that the window is there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget

from app.ui.desk import Desk
from app.ui.pages.page import Page


class PagesAsNeeded(Mapping[str, Page]):
    """The pages this person may use, by key and in order; asking for one builds it and puts it on the stack."""

    def __init__(
        self, desk: Desk, kinds: Sequence[type[Page]], stack: QStackedWidget, on_built: Callable[[Page], object]
    ) -> None:
        self.kinds: dict[str, type[Page]] = {kind.key: kind for kind in kinds if kind.is_for(desk.actor)}
        self._desk, self._stack, self._on_built = desk, stack, on_built
        self._built: dict[str, Page] = {}

    def __getitem__(self, key: str) -> Page:
        page = self._built.get(key)
        if page is None:
            page = self._built[key] = self.kinds[key](self._desk)
            self._on_built(page)
            self._stack.addWidget(page)
        return page

    def __contains__(self, key: object) -> bool:
        return key in self.kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self.kinds)

    def __len__(self) -> int:
        return len(self.kinds)
