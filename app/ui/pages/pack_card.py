"""A pack that waits to be posted: its pictures to drag, its words to copy by one key each, the account to open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.domain.consent import Platform
from app.domain.post import Post
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, line_up, show_if

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
        self.setAccessibleName("Pictures of the pack")
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setDragEnabled(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        side = theme().px(96)
        self.setIconSize(QSize(side, side))
        self.setFixedHeight(side + theme().px(40))
        for number, path in enumerate(self.files, start=1):
            whole = QPixmap(str(path)).scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            item = QListWidgetItem(QIcon(whole), str(number))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.addItem(item)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(item.data(Qt.ItemDataRole.UserRole)) for item in items])
        return mime


class PackCard(Plain):
    """What posting by hand needs, for one platform.

    Args:
        post: whose pack it is.
        platform: the account it is for.
        folder: where the pack stands on this PC.
    """

    def __init__(self, post: Post, platform: Platform, folder: Path, where: QWidget) -> None:
        super().__init__(gap=8)
        files = pictures_in(folder)
        caption = next((to.caption for to in post.platforms if to.platform_id == platform.id), "")
        self.pictures = PackPictures(files)
        if files:
            self.box.addWidget(self.pictures)
        copies = [copy_button(f"the words for {platform.name}", caption, "Ctrl+Shift+W", where)]
        for number, picture in enumerate(post.pictures, start=1):
            key = f"Ctrl+Shift+{number}" if number <= _NINE else ""
            copies.append(copy_button(f"description {number}", picture.alt_text, key, where))
        across = 1 if theme().scale >= _STACKS_FROM else 3
        for start in range(0, len(copies), across):
            self.box.addLayout(line_up(*copies[start : start + across], 1))
        show = Button("Open the folder", lambda: _open(QUrl.fromLocalFile(str(folder))), icon_name="folder")
        go = Button(f"Open {platform.name}", lambda: _open(QUrl(account_page(platform))), icon_name="link")
        self.account = account_page(platform)
        show_if(go, bool(self.account))
        self.box.addLayout(line_up(show, go, 1))
        if not folder.is_dir():
            self.box.addWidget(Label("The pack is not on this PC.", role="quiet"))


def copy_button(what: str, words: str, key: str, where: QWidget) -> Button:
    """A button, and a key, that put words on the clipboard."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(words)

    button = Button(f"Copy {what}", copy, icon_name="copy", tip=key)
    if key:
        shortcut = QShortcut(QKeySequence(key), button)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(copy)
    return button


def pictures_in(folder: Path) -> list[Path]:
    """The pictures of a pack in the post's order; none when it is not there."""
    try:
        rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["pictures"]
        return [folder / row["file"] for row in rows]
    except (OSError, ValueError, KeyError):
        return []


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
