"""Choose the photos of a new post: a list with small pictures, Space or a click takes one in or out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit

from app.domain.people import Actor
from app.domain.photo import Photo, PhotoId
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.models.rows import Row, RowsView
from app.ui.thumbnails import thumbnails
from app.ui.widgets import Button, Label, Panel, field, line_up
from app.ui.words import PHOTO_STATE, count
from app.workflow.workspace import Workspace


class PhotoChoice(Panel):
    """Signals:
    chosen(str, object): a title and the photo ids, in the order they were taken.
    given_up(): no new post after all.
    """

    chosen = Signal(str, object)
    given_up = Signal()

    def __init__(self, workspace: Workspace, actor: Actor, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workspace, self._actor = workspace, actor
        self._taken: list[PhotoId] = []
        self._pictures: dict[PhotoId, QPixmap] = {}
        self._photos: tuple[Photo, ...] = ()
        self.title_line = QLineEdit()
        self.list = RowsView(tr("Photos for the post"), self._row, is_flat=True)
        self.list.clicked.connect(lambda index: self.take(self.list.rows.item(index)))
        self.list.activated.connect(lambda index: self.take(self.list.rows.item(index)))
        self.words = Label(role="quiet")
        self.go = Button(tr("Write the post"), self._go, kind="primary")
        self.box.addWidget(Label(tr("New post"), role="heading"))
        self.box.addLayout(field(tr("Title, for us only"), self.title_line))
        self.box.addWidget(Label(tr("Which photos? Click or press Enter to take one in or out."), role="quiet"))
        self.box.addWidget(self.list, 1)
        self.box.addLayout(line_up(self.words, 1, Button(tr("Not now"), self._give_up), self.go))
        self.title_line.textChanged.connect(lambda _words: self._enable())
        self.title_line.returnPressed.connect(self._go)
        self.hide()

    def preset(self, photo_ids: Sequence[PhotoId]) -> None:
        """Take these photos in."""
        self._taken = list(photo_ids)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Offer these photos, the newest first; their small pictures follow."""
        self._photos = tuple(sorted(photos, key=lambda p: p.number, reverse=True))
        self._fill()
        for photo in self._photos[:60]:
            if photo.id not in self._pictures:
                thumbnails(self._desk).want(photo.id, lambda picture, key=photo.id: self._have(key, picture))
        self.title_line.setFocus()

    def take(self, photo: Photo | None) -> None:
        """Take a photo in or out."""
        if photo is None:
            return
        if photo.id in self._taken:
            self._taken.remove(photo.id)
        else:
            self._taken.append(photo.id)
        self._fill()

    def _fill(self) -> None:
        chosen = self.list.chosen()
        self.list.rows.show_items(self._photos)
        if chosen is not None:
            self.list.choose(lambda p: p.id == chosen.id)
        self._enable()

    def _enable(self) -> None:
        self.words.setText(tr("{photos} taken", photos=count(len(self._taken), "photo")))
        self.go.setEnabled(bool(self._taken) and bool(self.title_line.text().strip()))

    def _have(self, key: PhotoId, picture: QPixmap) -> None:
        self._pictures[key] = picture
        self._fill()

    def _go(self) -> None:
        if self.go.isEnabled():
            taken, self._taken = tuple(self._taken), []
            title = self.title_line.text().strip()
            self.title_line.clear()
            self.chosen.emit(title, taken)

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()

    def _row(self, photo: Photo) -> Row:
        taken = photo.id in self._taken
        _state, words = PHOTO_STATE[photo.state]
        return Row(
            tr("Photo {number}", number=photo.number),
            f"{photo.event} · {words}",
            state="shown" if taken else "",
            words=tr("taken") if taken else "",
            picture=self._pictures.get(photo.id, QPixmap(1, 1)),
        )
