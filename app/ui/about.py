"""What this program is, of which version, and under which licences the parts of others inside it come."""

from __future__ import annotations

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from app import __version__, program
from app.domain.errors import KnownError
from app.machine import read_policy
from app.program import ForeignPart
from app.ui.below import below
from app.ui.icons import app_icon
from app.ui.language import tr, trn
from app.ui.long_task import LongTask
from app.ui.models.rows import Row, RowsView
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, lay, line_up
from app.workflow.updates import Update, look_for_update, told


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
        self.news = UpdateLine()
        box.addWidget(self.news)
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


class UpdateLine(Plain):
    """A quiet line: what is offered at the place that IT named, once somebody asks; nothing is installed."""

    def __init__(self) -> None:
        super().__init__(row=True, gap=12)
        place = read_policy().update_place
        self.said = Label(_nothing_asked(place), role="quiet", wraps=True)
        self.look = Button(tr("Look for updates"), self.ask, kind="flat")
        self.look.setVisible(False)
        self.box.addWidget(self.said, 1)
        self.box.addWidget(self.look)
        self.look.setVisible(bool(place))
        self._pool = QThreadPool(self)
        self._task: LongTask | None = None

    def ask(self) -> None:
        """Look there, off the window's thread."""
        if self._task is not None:
            return
        self.look.setEnabled(False)
        self.said.setText(tr("Looking for updates …"))
        self._task = LongTask(lambda: iter([look_for_update(read_policy())]), parent=self)
        self._task.advanced.connect(self._tell)
        self._task.failed.connect(self._tell_problem)
        self._task.finished.connect(self._end)
        self._task.start(self._pool)

    def _tell(self, update: Update) -> None:
        self.said.setText("\n".join([below(told(update)), *(f"· {note}" for note in update.notes)]))

    def _tell_problem(self, problem: BaseException) -> None:
        words = [problem.words, problem.remedy] if isinstance(problem, KnownError) else [tr("That did not work.")]
        self.said.setText(" ".join(below(line) for line in words if line))

    def _end(self, _completed: bool) -> None:
        self._task = None
        self.look.setEnabled(True)


def _nothing_asked(place: str) -> str:
    if not place:
        return tr("Updates: IT has named no place to look for them.")
    return tr("Updates: looked for at {place} when you ask, never installed by ClearPost itself.", place=place)


def _told(part: ForeignPart) -> str:
    return f"{part.version} · {part.licence}" if part.version else part.licence


def _build_words() -> str:
    built = program.built()
    if built is None:
        return tr("Run from source.")
    commit = str(built.get("commit", ""))[:10]
    return tr("Built from commit {commit}.", commit=commit) if commit else tr("Built from an unknown commit.")
