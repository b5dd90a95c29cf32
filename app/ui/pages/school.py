"""School: what the school settled beside its register: platforms, permissions, policies, training, its own rules."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.pages.permissions import PermissionsPage
from app.ui.pages.platforms import PlatformsPage
from app.ui.pages.policies import PoliciesPage
from app.ui.pages.rules import RulesPage
from app.ui.pages.training import TrainingPage
from app.ui.theme import theme
from app.ui.widgets import Button, Plain

_KINDS: tuple[type[Page], ...] = (PoliciesPage, TrainingPage, PlatformsPage, PermissionsPage, RulesPage)


class SchoolPage(Page):
    """A row of tabs, each a page of its own; only those this person may use are there."""

    key = "school"
    title = "School"
    icon_name = "school"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self.parts: dict[str, Page] = {}
        self.tabs: dict[str, Button] = {}
        row = Plain(row=True, gap=8)
        edge = theme().px(24)
        row.box.setContentsMargins(edge, edge, edge, 0)
        for kind in _KINDS:
            if kind.is_for(desk.actor):
                row.box.addWidget(self._add(kind))
        row.box.addStretch(1)
        self.body.addWidget(row)
        self.body.addWidget(self._stack, 1)
        self.show_part(next(iter(self.parts)))

    def _add(self, kind: type[Page]) -> Button:
        part = kind(self.desk)
        part.context_changed.connect(self.context_changed)
        part.body.setContentsMargins(*[theme().px(24)] * 4)
        tab = Button(kind.title, lambda: self.show_part(kind.key), kind="tab", name=f"View: {kind.title}")
        self._group.addButton(tab)
        self.parts[kind.key], self.tabs[kind.key] = part, tab
        self._stack.addWidget(part)
        return tab

    @property
    def part(self) -> Page:
        """The page in front."""
        part = self._stack.currentWidget()
        assert isinstance(part, Page)  # noqa: S101 - the stack holds nothing else
        return part

    def show_part(self, key: str) -> None:
        """Bring one of the pages to the front."""
        if key in self.parts:
            self._stack.setCurrentWidget(self.parts[key])
            self.tabs[key].setChecked(True)
            self.part.refresh()
            self.context_changed.emit()

    def context(self) -> str:
        return self.part.context() or self.part.title

    def start(self) -> QWidget | None:
        return self.tabs[self.part.key]

    def open(self, what: object) -> None:
        """Show a part by its key."""
        self.show_part(str(what))

    def refresh(self) -> None:
        self.part.refresh()

    def catch_up(self) -> None:
        self.part.catch_up()
