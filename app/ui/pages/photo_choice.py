"""Choose the photos of a new post: every photo of the school, found by event, number or day; Enter or a click takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from app.domain.photo import PhotoId
from app.policy.standing import SCHOOL_ZONE
from app.ui import reads
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.long_lists import PhotosToTake, photos_are_few
from app.ui.models.rows import Row, blank_picture
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.photo_sift import PhotoSift
from app.ui.thumbnails import thumbnails
from app.ui.widgets import Button, Label, Panel, field, line_up
from app.ui.words import PHOTO_STATE, count, day
from consent_db.photo_lists import PhotoLine


class PhotoChoice(Panel):
    """Signals:
    chosen(str, object): a title and the photo ids, in the order they were taken.
    given_up(): no new post after all.
    """

    chosen = Signal(str, object)
    given_up = Signal()

    def __init__(self, desk: Desk, on_problem: Callable[[BaseException], object]) -> None:
        super().__init__()
        self._desk = desk
        self._taken: list[PhotoId] = []
        self.title_line = QLineEdit()
        self.sift = PhotoSift()
        self.sift.changed.connect(self._read)
        self.list = SlicedView(tr("Photos for the post"), self._row, desk, on_problem, is_flat=True)
        self.list.clicked.connect(lambda index: self.take(self.list.rows.item(index)))
        self.list.activated.connect(lambda index: self.take(self.list.rows.item(index)))
        self.list.filled.connect(lambda: self.sift.say(self.list.rows.rowCount()))
        self._small = thumbnails(desk)
        self._small.arrived.connect(self._arrived)
        self.words = Label(role="quiet")
        self.go = Button(tr("Write the post"), self._go, kind="primary")
        self.box.addWidget(Label(tr("New post"), role="heading"))
        self.box.addLayout(field(tr("Title, for us only"), self.title_line))
        self.box.addWidget(Label(tr("Which photos? Click or press Enter to take one in or out."), role="quiet"))
        self.box.addWidget(self.sift)
        self.box.addWidget(self.list, 1)
        self.box.addLayout(line_up(self.words, 1, Button(tr("Not now"), self._give_up), self.go))
        self.title_line.textChanged.connect(lambda _words: self._enable())
        self.title_line.returnPressed.connect(self._go)
        self.hide()

    def preset(self, photo_ids: Sequence[PhotoId]) -> None:
        """Take these photos in; the post is called like their event until somebody says otherwise."""
        self._taken = list(photo_ids)
        if photo_ids:
            self._call_it(reads.event_of(self._desk.workspace, photo_ids[0]))

    def _call_it(self, event: str) -> None:
        if not self.title_line.text().strip():
            self.title_line.setText(event)
            self.title_line.selectAll()

    def begin(self) -> None:
        """Offer every photo, the newest first; their small pictures follow as they come into sight."""
        self.sift.offer(reads.all_events(self._desk.workspace))
        self._read()
        self._enable()
        self.show()
        self.title_line.setFocus()

    def take(self, photo: PhotoLine | None) -> None:
        """Take a photo in or out."""
        if photo is None:
            return
        if photo.id in self._taken:
            self._taken.remove(photo.id)
        else:
            self._taken.append(photo.id)
            self._call_it(photo.event)
        self.list.rows.reword()
        self._enable()

    def _read(self) -> None:
        workspace = self._desk.workspace
        self.list.show_source(PhotosToTake(workspace, self.sift.sought), at_once=photos_are_few(workspace, FEW))

    @Slot(str)
    def _arrived(self, _photo_id: str) -> None:
        self.list.viewport().update()

    def _enable(self) -> None:
        self.words.setText(tr("{photos} taken", photos=count(len(self._taken), "photo")))
        self.go.setEnabled(bool(self._taken) and bool(self.title_line.text().strip()))

    def _go(self) -> None:
        if self.go.isEnabled():
            self.chosen.emit(self.title_line.text().strip(), tuple(self._taken))

    def end(self) -> None:
        """The post is begun: nothing is taken any more."""
        self._taken = []
        self.title_line.clear()
        self.hide()

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()

    def _row(self, photo: PhotoLine) -> Row:
        taken = photo.id in self._taken
        _state, words = PHOTO_STATE[photo.state]
        small = self._small.picture(photo.id)
        waits = small is None and not self._small.is_unreadable(photo.id)
        return Row(
            tr("Photo {number}", number=photo.number),
            f"{photo.event} · {day(photo.at.astimezone(SCHOOL_ZONE).date())} · {words}",
            state="shown" if taken else "",
            words=tr("taken") if taken else "",
            picture=small or blank_picture(),
            is_waiting=waits,
        )
