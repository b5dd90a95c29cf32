"""A pack that waits to be posted: its pictures to drag, its words to copy by one key each, the account to open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.domain.consent import Platform
from app.ui.icons import STATE_ICONS
from app.ui.language import tr
from app.ui.pages.picture_label import small_picture
from app.ui.theme import theme
from app.ui.widgets import Button, IconLabel, Label, Plain, line_up, show_if
from app.workflow.packs import PackView

_SIGN_IN = {
    "facebook": "https://www.facebook.com/",
    "instagram": "https://www.instagram.com/",
    "x": "https://x.com/",
    "linkedin": "https://www.linkedin.com/",
    "tiktok": "https://www.tiktok.com/",
    "youtube": "https://www.youtube.com/",
    "whatsapp": "https://web.whatsapp.com/",
}
_NINE = 9
_STACKS_FROM = 1.3


class PackPictures(QListWidget):
    """The pictures of a pack as small pictures that can be dragged into a browser, in the post's order."""

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__()
        self.files = list(files)
        self.setAccessibleName(tr("Pictures of the pack"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setDragEnabled(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        side = theme().px(96)
        self.setIconSize(QSize(side, side))
        self.setFixedHeight(side + theme().px(40))
        for number, path in enumerate(self.files, start=1):
            item = QListWidgetItem(QIcon(small_picture(path, side)), str(number))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.addItem(item)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(item.data(Qt.ItemDataRole.UserRole)) for item in items])
        return mime


class PackCard(Plain):
    """What posting by hand needs, for one platform.

    The words to copy are those that were approved and handed out, whatever the post says by now.

    Args:
        pack: what it holds, looked at just now.
        platform: the account it is for.
    """

    def __init__(self, pack: PackView, platform: Platform) -> None:
        super().__init__(gap=8)
        self.account = account_page(platform)
        self.pictures = PackPictures(pack.files)
        if pack.problem:
            line = Plain(row=True, gap=8)
            line.box.addWidget(IconLabel(STATE_ICONS["withheld"], tint="withheld", size=16))
            line.box.addWidget(Label(pack.problem, wraps=True), 1)
            self.box.addWidget(line)
        if pack.files:
            self.box.addWidget(self.pictures)
        copies = (
            [copy_button(tr("the words for {name}", name=platform.name), pack.caption, "Ctrl+Shift+W")]
            if pack.caption
            else []
        )
        for number, words in enumerate(pack.alt_texts, start=1):
            key = f"Ctrl+Shift+{number}" if number <= _NINE else ""
            copies.append(copy_button(tr("description {number}", number=number), words, key))
        across = 1 if theme().scale >= _STACKS_FROM else 3
        for start in range(0, len(copies), across):
            self.box.addLayout(line_up(*copies[start : start + across], 1))
        if pack.problem:
            return
        show = Button(tr("Open the folder"), lambda: _open(QUrl.fromLocalFile(str(pack.folder))), icon_name="folder")
        go = Button(tr("Open {name}", name=platform.name), lambda: _open(QUrl(self.account)), icon_name="link")
        show_if(go, bool(self.account))
        self.box.addLayout(line_up(show, go, 1))


def copy_button(what: str, words: str, key: str) -> Button:
    """A button, and a key, that put words on the clipboard."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(words)

    button = Button(tr("Copy {what}", what=what), copy, icon_name="copy", tip=key)
    if key:
        shortcut = QShortcut(QKeySequence(key), button)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(copy)
    return button


def account_page(platform: Platform) -> str:
    """Where the account is posted to; empty where nobody knows."""
    account = platform.account.strip()
    if account.startswith(("https://", "http://")):
        return account
    if "." in account and "@" not in account and " " not in account:
        return f"https://{account}"
    return _SIGN_IN.get(str(platform.id), "")


def _open(address: QUrl) -> None:
    QDesktopServices.openUrl(address)
