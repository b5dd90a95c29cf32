"""The pictures a mark is taught from: added by a dialog or dropped, shown small, taken away again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from app.domain.errors import KnownError
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, clear, line_up
from app.workflow.quick_look import read_file
from app.workflow.teach_mark import MOST_PICTURES

_SHOWN_PX = 192
_KINDS = phrase("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)")


class PictureRow(Plain):
    """A row of pictures of one mark, to be looked at only."""

    def __init__(self) -> None:
        super().__init__(row=True, gap=8)
        self.setAccessibleName(tr("Pictures it was taught from"))

    def show_pictures(self, pictures: Sequence[QPixmap]) -> None:
        """Show these, from left to right."""
        clear(self.box)
        for number, picture in enumerate(pictures, 1):
            self.box.addWidget(tile(picture, tr("Picture {number}", number=number)))
        self.box.addStretch(1)


class PicturePicker(Panel):
    """Signals:
    changed: a picture came or went.
    refused(object): a file could not be used, and why.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8)
        self._desk = desk
        self.pictures: list[tuple[bytes, QPixmap]] = []
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Pictures of the mark"))
        self.hint = Label(wraps=True)
        self.add_button = Button(tr("Add pictures"), self.choose, icon_name="add")
        self._row = Plain(row=True, gap=12)
        head = line_up(gap=12)
        head.addWidget(self.hint, 1)
        head.addWidget(self.add_button)
        self.box.addLayout(head)
        self.box.addWidget(self._row)
        self._show()

    def choose(self) -> None:
        """Ask for files."""
        chosen, _kind = QFileDialog.getOpenFileNames(self, tr("Pictures of the mark"), "", tr(_KINDS))
        self.add([Path(name) for name in chosen])

    def add(self, paths: Sequence[Path]) -> None:
        """Take files that hold a picture; what cannot be read is told by `refused`."""
        for path in paths:
            self._desk.look(lambda path=path: self._read(path), self._take, self.refused.emit)

    def forget(self) -> None:
        """Start with none."""
        self.pictures = []
        self._show()

    def remove(self, at: int) -> None:
        """Take one away."""
        del self.pictures[at]
        self._show()
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(paths_of(event.mimeData()))
        event.acceptProposedAction()

    def _read(self, path: Path) -> tuple[bytes, object]:
        data = read_file(path)
        return data, self._desk.workspace.decoder.decode(data, max_edge_px=_SHOWN_PX).pixels

    def _take(self, found: tuple[bytes, object]) -> None:
        data, pixels = found
        if any(data == known for known, _picture in self.pictures):
            return
        if len(self.pictures) >= MOST_PICTURES:
            problem = KnownError(
                tr("{most_pictures} pictures are enough.", most_pictures=MOST_PICTURES),
                remedy=tr("Remove one to put another in its place."),
            )
            self.refused.emit(problem)
            return
        self.pictures.append((data, pixmap_of(pixels)))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        number = len(self.pictures)
        self.hint.setText(
            tr("Drop one to five pictures here that the mark nearly fills: a drawing of it, or photos of it on cloth.")
            if not number
            else tr(
                "{number} of {most_pictures} pictures. Views that differ help: one drawing and a few photos on cloth.",
                number=number,
                most_pictures=MOST_PICTURES,
            )
        )
        self.add_button.setEnabled(number < MOST_PICTURES)
        clear(self._row.box)
        for at, (_data, picture) in enumerate(self.pictures):
            block = Plain(gap=4)
            block.box.addWidget(tile(picture, tr("Picture {at}", at=at + 1)))
            block.box.addWidget(
                Button(tr("Remove"), lambda at=at: self.remove(at), name=tr("Remove picture {at}", at=at + 1))
            )
            self._row.box.addWidget(block)
        self._row.box.addStretch(1)
        self._row.setVisible(bool(number))


def tile(picture: QPixmap, name: str) -> QLabel:
    """One picture in a square of 96, whole."""
    side = theme().px(96)
    label = QLabel()
    label.setAccessibleName(name)
    label.setFixedSize(side, side)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    fits = Qt.AspectRatioMode.KeepAspectRatio
    label.setPixmap(picture.scaled(side, side, fits, Qt.TransformationMode.SmoothTransformation))
    return label


def paths_of(dropped: QMimeData) -> list[Path]:
    """The files that are being dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
