"""What has to be read before anything else: one policy at a time, acknowledged by the person who signed in."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.policies import PolicyVersion
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, IconLabel, Label, Panel, Plain, line_up, scrolled
from app.ui.words import day
from app.workflow import policies


class ReadingPage(Page):
    """Stands in front of the other pages while something is unread.

    Signals:
        all_read: nothing is left to read.
    """

    key = "reading"
    title = phrase("Please read first")
    icon_name = "records"

    all_read = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.version: PolicyVersion | None = None
        self._opened = False
        panel = Panel(margin=24, gap=12)
        panel.setMaximumWidth(theme().px(680))
        self.heading = Label(role="title", wraps=True)
        self.facts = Label(role="quiet", wraps=True)
        self.where = Label(wraps=True)
        self.open_button = Button(tr("Open it"), self._open, icon_name="link")
        self.said = QCheckBox(tr("I have read it and will keep to it"))
        self.said.setAccessibleName(self.said.text())
        self.said.toggled.connect(lambda _on: self._enable())
        self.left = Label(role="caption")
        self.go = Button(tr("Acknowledge"), self.acknowledge, kind="primary")
        panel.box.addLayout(line_up(IconLabel("records", tint="accent", size=32), 1))
        why = tr("The school asks everybody to read this before they go on. Saying no for a child works all the same.")
        for widget in (self.heading, self.facts, self.where, Label(why, role="quiet", wraps=True)):
            panel.box.addWidget(widget)
        panel.box.addLayout(line_up(self.open_button, 1))
        panel.box.addWidget(self.said)
        panel.box.addLayout(line_up(self.left, 1, self.go))
        holder = Plain(row=True, gap=0)
        holder.box.addStretch(1)
        holder.box.addWidget(panel, 20, alignment=Qt.AlignmentFlag.AlignTop)
        holder.box.addStretch(1)
        self.body.addWidget(scrolled(holder, tr("What to read first")), 1)

    def unread(self) -> tuple[PolicyVersion, ...]:
        """What this person has still to read."""
        return policies.unread(self.workspace, self.actor)

    def start(self) -> QWidget:
        return self.open_button if self.open_button.isVisibleTo(self) else self.said

    def refresh(self) -> None:
        unread = self.unread()
        first = unread[0] if unread else None
        if first != self.version:
            self.version, self._opened = first, False
            self.said.setChecked(False)
        if first is None:
            return
        self.heading.setText(first.title)
        related = tr(" · read together with {related}", related=", ".join(first.related)) if first.related else ""
        self.facts.setText(
            tr("Owner: {owner} · from {day}{related}", owner=first.owner, day=day(first.effective_on), related=related)
        )
        self.where.setText(tr("It is here: {link}", link=first.link) if first.link else tr("Ask its owner for a copy."))
        self.open_button.setVisible(_is_address(first.link))
        more = len(unread) - 1
        self.left.setText(tr("{more} more to read after this one", more=more) if more else "")
        self._enable()

    def acknowledge(self) -> None:
        """Say that it was read; the next one comes, or the way is free."""
        version = self.version
        if version is None:
            return
        made = self.attempt(lambda: policies.acknowledge(self.workspace, self.actor, version.id) or True)
        if made is None:
            return
        self.refresh()
        if self.version is None:
            self.all_read.emit()

    def _open(self) -> None:
        if self.version is not None:
            QDesktopServices.openUrl(QUrl(self.version.link))
            self._opened = True
            self._enable()

    def _enable(self) -> None:
        """What can be opened here has to be opened before it can have been read."""
        can = self.version is not None and (self._opened or not _is_address(self.version.link))
        self.said.setEnabled(can)
        self.said.setToolTip("" if can else tr("Open it first."))
        self.go.setEnabled(can and self.said.isChecked())


def _is_address(link: str) -> bool:
    return link.startswith(("https://", "http://"))
