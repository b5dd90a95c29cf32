"""Help inside: F1 opens the page for this screen, a search finds others, and hard words explain themselves.

The pages are the Markdown files of `resources/help`, one for each page of the window; `words.md` explains the words.
After them stand the papers for the school, the files of `docs`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser, QWhatsThis, QWidget

from app.ui.about import AboutWindow
from app.ui.language import tr
from app.ui.models.rows import Row, RowsView
from app.ui.reading_order import ReadsInOrder
from app.ui.room import open_at
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, lay, line_up

_ROOT = Path(__file__).resolve().parents[2]
FOLDER = _ROOT / "resources" / "help"
PAPERS = _ROOT / "docs"
WORDS, CONTENTS = "words", "contents"
_FIRST = "home"


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One file of help; `id` is its name, and the key of the page of the window it is about."""

    id: str
    title: str
    text: str

    def tells_of(self, words: str) -> bool:
        """Whether every word that is looked for begins a word here."""
        return all(re.search(rf"\b{re.escape(word)}", self.text, re.IGNORECASE) for word in words.split())


@cache
def help_pages() -> tuple[HelpPage, ...]:
    """Every page, the contents and Home first and the words last."""
    found = [_read(path) for path in FOLDER.glob("*.md")]
    return tuple(sorted(found, key=lambda p: (p.id != CONTENTS, p.id != _FIRST, p.id == WORDS, p.title)))


@cache
def papers() -> tuple[HelpPage, ...]:
    """What IT and the data protection officer read."""
    return tuple(sorted((_read(path) for path in PAPERS.glob("*.md")), key=lambda page: page.title))


def _read(path: Path) -> HelpPage:
    text = path.read_text(encoding="utf-8")
    return HelpPage(path.stem, text.partition("\n")[0].lstrip("# ").strip(), text)


@cache
def hard_words() -> dict[str, str]:
    """What each hard word means, the longest words first."""
    page = next(page for page in help_pages() if page.id == WORDS)
    parts = re.split(r"^## ", page.text, flags=re.MULTILINE)[1:]
    found = {title.strip(): more.strip() for title, _, more in (part.partition("\n") for part in parts)}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))


def explanation(words: str) -> str:
    """What the hard words in these words mean, one after the other; empty when there are none."""
    said = words.casefold()
    return "\n\n".join(
        f"{word.capitalize()}: {meaning}" for word, meaning in hard_words().items() if re.search(rf"\b{word}", said)
    )


class WordHelp(QObject):
    """Answers “What’s this”: after `begin` a click on a hard word anywhere in the program shows what it means."""

    def begin(self) -> None:
        """The next click asks; Esc gives up. Every event is looked at until then, and none afterwards."""
        QApplication.instance().installEventFilter(self)
        QWhatsThis.enterWhatsThisMode()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for such a click, and for the question whether it would be answered."""
        kind = event.type()
        if kind == QEvent.Type.LeaveWhatsThisMode:
            QApplication.instance().removeEventFilter(self)
        elif kind == QEvent.Type.QueryWhatsThis and isinstance(watched, QWidget):
            event.accept()
            return True
        elif kind == QEvent.Type.WhatsThis and isinstance(event, QHelpEvent) and isinstance(watched, QWidget):
            words = _words_at(watched, event.pos())
            QWhatsThis.showText(event.globalPos(), explanation(words) or _no_hard_word(words), watched)
            return True
        return False


def _no_hard_word(words: str) -> str:
    return (
        tr("“{words}”\n\nPress F1 for the help of this page.", words=words)
        if words
        else tr("Press F1 for the help of this page.")
    )


def _words_at(widget: QWidget, at: QPoint) -> str:
    """What can be read under the mouse: a label, a button, a row of a list."""
    text = getattr(widget, "text", None)
    if callable(text) and not isinstance(widget, QLineEdit):
        return str(text()).strip()
    view = widget.parentWidget()
    if isinstance(view, RowsView) and widget is view.viewport():
        return str(view.indexAt(at).data(Qt.ItemDataRole.AccessibleTextRole) or "")
    return widget.accessibleName()


class HelpWindow(ReadsInOrder, QWidget):
    """Left the pages and a search, right the page that is read. It never shows anything of the school."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("role", "window")
        self.setWindowTitle(tr("ClearPost · Help"))
        self.about: AboutWindow | None = None
        self.setMinimumSize(theme().px(420), theme().px(320))
        open_at(self, 900, 640)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Look for …"))
        self.search.setAccessibleName(tr("Look for help"))
        self.search.setClearButtonEnabled(True)
        self.list = RowsView(tr("Pages of help"), lambda page: Row(page.title), is_flat=True)
        self.none = Label(tr("Nothing says that. Try another word."), role="quiet", wraps=True)
        self.text = QTextBrowser()
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its room is there before it is
        self.text.setAccessibleName(tr("Help"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self.follow)
        self.text.setSearchPaths([str(FOLDER)])
        left = Panel(margin=12, gap=8)
        left.setFixedWidth(theme().side_px(220))
        left.box.addWidget(self.search)
        left.box.addWidget(self.none)
        left.box.addWidget(self.list, 1)
        box = lay(self, margin=16, gap=12)
        columns = line_up(left, gap=12)
        columns.addWidget(self.text, 1)
        box.addLayout(columns, 1)
        self.about_button = Button(tr("About ClearPost"), self.show_about, kind="flat")
        box.addLayout(line_up(self.about_button, 1, Button(tr("Close"), self.close)))
        self.search.textChanged.connect(self._look)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._read())
        self._look("")

    def show_page(self, key: str) -> None:
        """The page about this page of the window; Home where there is none."""
        self.search.clear()
        if not self.list.choose(lambda page: page.id == key):
            self.list.choose(lambda page: page.id == _FIRST)
        self.show()

        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_about(self) -> None:
        """Which version this is, and the licences of what is inside."""
        if self.about is None:
            self.about = AboutWindow(self)
        self.about.show()
        self.about.activateWindow()

    @property
    def page(self) -> HelpPage | None:
        """The one that is read."""
        chosen = self.list.chosen()
        return chosen if isinstance(chosen, HelpPage) else None

    def follow(self, link: QUrl) -> None:
        """Go to the page or paper that a link names; the web opens in the browser."""
        if link.scheme() == "https":
            QDesktopServices.openUrl(link)
            return
        self.search.clear()
        self.list.choose(lambda page: page.id == Path(link.path()).stem)

    def _look(self, words: str) -> None:
        found = [page for page in (*help_pages(), *papers()) if page.tells_of(words)]
        self.none.setVisible(not found)
        self.list.rows.show_items(found)
        if found and (self.page is None or self.page not in found):
            self.list.choose(lambda page: page is found[0])

    def _read(self) -> None:
        if self.page is not None:
            self.text.document().setBaseUrl(QUrl.fromLocalFile(str(FOLDER) + "/"))
            self.text.setMarkdown(self.page.text)
            _space_out(self.text.document())
            self._fit_pictures()

    def _fit_pictures(self) -> None:
        fit_pictures(self.text, round(self.text.viewport().width() - 2 * self.text.document().documentMargin()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No picture is wider than the page."""
        super().resizeEvent(event)
        self._fit_pictures()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how wide the page is."""
        super().showEvent(event)
        self._fit_pictures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def fit_pictures(text: QTextBrowser, widest: int) -> None:
    """Show each picture in its own size, or in as much of it as there is room for."""
    document = text.document()
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            pieces += 1
            if piece.charFormat().isImageFormat():
                shape = piece.charFormat().toImageFormat()
                whole = QImage(str(FOLDER / shape.name()))
                shown = whole.scaledToWidth(min(whole.width(), widest), Qt.TransformationMode.SmoothTransformation)
                place = document.baseUrl().resolved(QUrl(shape.name()))
                document.addResource(QTextDocument.ResourceType.ImageResource.value, place, shown)
                shape.setWidth(shown.width())
                shape.setHeight(shown.height())
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(shape)
        block = block.next()


def _space_out(document: QTextDocument) -> None:
    """Room round the text and between its parts; Markdown comes without any."""
    document.setDocumentMargin(theme().px(16))
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        shape.setTopMargin(theme().px(12 if shape.headingLevel() else 0))
        shape.setBottomMargin(theme().px(4 if block.textList() else 8))
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()
