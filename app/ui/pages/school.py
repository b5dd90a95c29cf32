"""School: what the school settled beside its register: platforms, permissions, policies, training, marks, rules."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.pages.as_needed import PagesAsNeeded
from app.ui.pages.marks import MarksPage
from app.ui.pages.packs import PacksPage
from app.ui.pages.page import Page
from app.ui.pages.permissions import PermissionsPage
from app.ui.pages.platforms import PlatformsPage
from app.ui.pages.policies import PoliciesPage
from app.ui.pages.rules import RulesPage
from app.ui.pages.training import TrainingPage
from app.ui.pages.uniforms import UniformsPage
from app.ui.room import FrontStack
from app.ui.theme import theme
from app.ui.widgets import Button, Plain, line_up

KINDS: tuple[type[Page], ...] = (
    PoliciesPage,
    PacksPage,
    TrainingPage,
    PlatformsPage,
    PermissionsPage,
    MarksPage,
    UniformsPage,
    RulesPage,
)


class SchoolPage(Page):
    """A row of tabs, each a page of its own; only those this person may use are there."""

    key = "school"
    title = phrase("School")
    icon_name = "school"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._stack = FrontStack()
        self._group = QButtonGroup(self)
        self.parts = PagesAsNeeded(desk, KINDS, self._stack, self._prepare)
        self.tabs: dict[str, Button] = {}
        row = Plain()
        edge = theme().px(24)
        row.box.setContentsMargins(edge, edge, edge, 0)
        row.box.addLayout(line_up(*(self._tab(kind) for kind in self.parts.kinds.values()), 1))
        self.body.addWidget(row)
        self.body.addWidget(self._stack, 1)

    def build_pieces(self) -> Iterator[None]:
        first = next(iter(self.parts))
        yield from self.parts.pieces(first)
        self.show_part(first)

    def _prepare(self, part: Page) -> None:
        part.context_changed.connect(self.context_changed)
        part.body.setContentsMargins(*[theme().px(24)] * 4)

    def _tab(self, kind: type[Page]) -> Button:
        tab = Button(
            tr(kind.title), lambda: self.show_part(kind.key), kind="tab", name=tr("View: {title}", title=tr(kind.title))
        )
        self._group.addButton(tab)
        self.tabs[kind.key] = tab
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
        return self.part.context() or tr(self.part.title)

    def help_key(self) -> str:
        return self.part.key

    def start(self) -> QWidget | None:
        return self.tabs[self.part.key]

    def open(self, what: object) -> None:
        """Show a part by its key."""
        self.show_part(str(what))

    def refresh(self) -> None:
        self.part.refresh()

    def catch_up(self) -> None:
        self.part.catch_up()
