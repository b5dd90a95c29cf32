"""What this program is, of which version, and under which licences the parts of others inside it come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from app import __version__, program
from app.program import ForeignPart
from app.ui.icons import app_icon
from app.ui.language import tr, trn
from app.ui.models.rows import Row, RowsView
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, lay, line_up


class AboutWindow(QWidget):
    """Above the version, left the parts of others, right the licence of the one that is chosen."""

    def __init__(self, parent: QWidget | None = None, parts: tuple[ForeignPart, ...] | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("role", "window")
        self.setWindowTitle(tr("About ClearPost"))
        self.setMinimumSize(theme().px(420), theme().px(320))
        self.resize(theme().px(860), theme().px(640))
        self.parts = program.foreign_parts() if parts is None else parts
        self.list = RowsView(tr("Parts of others"), lambda part: Row(part.name, _told(part)))
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Licence"))
        box = lay(self, margin=16, gap=12)
        picture = Label()
        picture.setPixmap(app_icon().pixmap(theme().px(48), theme().px(48)))
        words = Label(tr("ClearPost {version}", version=__version__), role="title")
        box.addLayout(line_up(picture, words, 1, gap=12))
        self.build = Label(_build_words(), role="quiet", wraps=True)
        self.build.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(self.build)
        box.addWidget(
            Label(
                tr("No photo and no name leaves this computer except in a pack that was approved. Licence: MIT."),
                wraps=True,
            )
        )
        self.heading = Label(self._heading(), role="heading", wraps=True)
        box.addWidget(self.heading)
        left = Panel(margin=12, gap=8)
        left.setFixedWidth(theme().side_px(280))
        left.box.addWidget(self.list, 1)
        self.columns = QWidget()
        across = lay(self.columns, row=True, gap=12)
        across.addWidget(left)
        across.addWidget(self.text, 1)
        box.addWidget(self.columns, 1)
        self.columns.setVisible(bool(self.parts))  # only now: without a parent it would be a window of its own
        if not self.parts:
            box.addStretch(1)
        hint = tr("Parts under the LGPL are files of their own in the program's folder and may be replaced.")
        box.addWidget(Label(hint if self.parts else "", role="quiet", wraps=True))
        box.addLayout(line_up(1, Button(tr("Close"), self.close)))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._read())
        self.list.rows.show_items(list(self.parts))
        if self.parts:
            self.list.choose(lambda part: part is self.parts[0])

    def _heading(self) -> str:
        if not self.parts:
            return tr("The list of the parts of others is made when the program is built.")
        return trn("{n} part of others is inside", "{n} parts of others are inside", len(self.parts))

    def _read(self) -> None:
        chosen = self.list.chosen()
        if not isinstance(chosen, ForeignPart):
            return
        try:
            self.text.setPlainText(chosen.text.read_text("utf-8"))
        except OSError:
            self.text.setPlainText(tr("Its licence is {licence}; the text is not there.", licence=chosen.licence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _told(part: ForeignPart) -> str:
    return f"{part.version} · {part.licence}" if part.version else part.licence


def _build_words() -> str:
    built = program.built()
    if built is None:
        return tr("Run from source.")
    commit = str(built.get("commit", ""))[:10]
    return tr("Built from commit {commit}.", commit=commit) if commit else tr("Built from an unknown commit.")
