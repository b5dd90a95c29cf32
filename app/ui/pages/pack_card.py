"""A pack that waits to be posted: its pictures to drag, its words to copy by one key each, the account to open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon, QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.domain.consent import Platform
from app.domain.errors import KnownError
from app.domain.post import Release
from app.ui.below import below
from app.ui.desk import Desk
from app.ui.icons import STATE_ICONS
from app.ui.language import tr
from app.ui.pages.picture_label import small_picture
from app.ui.theme import theme
from app.ui.widgets import Button, IconLabel, Label, Plain, line_up, show_if
from app.workflow.packs import PackView, handed_out

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
_LAID_OUT_MS = 20
_STACKS_FROM = 1.3


class PackPictures(QListWidget):
    """The pictures of a pack as small pictures that can be dragged into a browser, in the post's order.

    They can be dragged at once; what they look like is read aside, one after the other.
    """

    def __init__(self, files: Sequence[Path], desk: Desk) -> None:
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
        waits = QIcon(_blank(side))
        for number, path in enumerate(self.files, start=1):
            item = QListWidgetItem(waits, str(number))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.addItem(item)
            desk.look(lambda at=number - 1, path=path: (at, small_picture(path, side)), self._have, self._cannot)

    def _have(self, read: tuple[int, QImage]) -> None:
        at, picture = read
        self.item(at).setIcon(QIcon(QPixmap.fromImage(picture)))

    def _cannot(self, _problem: BaseException) -> None:
        """A picture that cannot be read keeps its place and number; what is wrong with a pack is said beside it."""

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(item.data(Qt.ItemDataRole.UserRole)) for item in items])
        return mime


def _blank(side: int) -> QPixmap:
    """The place of a picture until it is there."""
    blank = QPixmap(side, side)
    blank.fill(theme().colour("hover"))
    return blank


class PackCard(Plain):
    """What posting by hand needs, for one platform; looked at aside, and empty until then.

    The words to copy are those that were approved and handed out, whatever the post says by now.

    Signals:
        looked: what the pack holds is there, or why there is nothing.

    Args:
        release: what was handed out.
        platform: the account it is for.
        desk: looks at the pack.
    """

    looked = Signal()

    def __init__(self, release: Release, platform: Platform, desk: Desk) -> None:
        super().__init__(gap=8)
        self._platform, self._desk = platform, desk
        self.account = account_page(platform)
        soon = QTimer(self, singleShot=True, interval=_LAID_OUT_MS)  # both at once would hold the page up
        soon.timeout.connect(lambda: desk.look(lambda: handed_out(desk.workspace, release), self._have, self._cannot))
        soon.start()

    def _have(self, pack: PackView) -> None:
        if pack.problem:
            self._say(below(pack.problem))
        if pack.files:
            self.box.addWidget(PackPictures(pack.files, self._desk))
        self._add_copies(pack)
        if not pack.problem:
            self._add_ways(pack.folder)
        self.looked.emit()

    def _cannot(self, problem: BaseException) -> None:
        known = isinstance(problem, KnownError)
        self._say(below(problem.words) if known else tr("The pack could not be looked at. Open this page again."))
        self.looked.emit()

    def _say(self, problem: str) -> None:
        line = Plain(row=True, gap=8)
        line.box.addWidget(IconLabel(STATE_ICONS["withheld"], tint="withheld", size=16))
        line.box.addWidget(Label(problem, wraps=True), 1)
        self.box.addWidget(line)

    def _add_copies(self, pack: PackView) -> None:
        named = tr("the words for {name}", name=self._platform.name)
        copies = [copy_button(named, pack.caption, "Ctrl+Shift+W")] if pack.caption else []
        for number, words in enumerate(pack.alt_texts, start=1):
            key = f"Ctrl+Shift+{number}" if number <= _NINE else ""
            copies.append(copy_button(tr("description {number}", number=number), words, key))
        across = 1 if theme().scale >= _STACKS_FROM else 3
        for start in range(0, len(copies), across):
            self.box.addLayout(line_up(*copies[start : start + across], 1))

    def _add_ways(self, folder: Path) -> None:
        show = Button(tr("Open the folder"), lambda: _open(QUrl.fromLocalFile(str(folder))), icon_name="folder")
        named = tr("Open {name}", name=self._platform.name)
        go = Button(named, lambda: _open(QUrl(self.account)), icon_name="link")
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
