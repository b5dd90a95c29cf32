"""Films that came with photos: what is there, and a picture taken out of one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.people import Action
from app.domain.photo import Photo, PhotoKind, PhotoState
from app.ui.language import tr
from app.ui.long_lists import FilmList, photos_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.page import Page
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, field, line_up
from app.workflow import films


class FilmsView(Plain):
    """Signals:
    still_wanted(Photo, float): take the picture so many seconds into this film.
    """

    still_wanted = Signal(object, float)

    def __init__(self, page: Page) -> None:
        super().__init__(gap=12)
        self._page = page
        self._may = page.actor.may(Action.IMPORT)
        self.list = SlicedView(tr("Films"), _row, page.desk, page.notice.show_problem, is_flat=True)
        self.list.turned.connect(lambda _film_id: self._enable())
        self.list.filled.connect(self._listed)
        self.seconds = QLineEdit("0")
        self.problem = Label(role="caption", wraps=True)
        self.go = Button(tr("Take a still"), self._take, icon_name="picture", kind="primary")
        self.empty = EmptyState(
            "picture", tr("No film came with the photos."), tr("Films are kept here and never posted.")
        )
        self.panel = Panel(gap=8)
        words = tr(
            "Films are never shown or posted. A still taken from one is looked through and named like every photo."
        )
        self.panel.box.addWidget(Label(words, role="quiet", wraps=True))
        self.panel.box.addWidget(self.list, 1)
        self.panel.box.addLayout(field(tr("How many seconds into the film"), self.seconds))
        self.panel.box.addWidget(self.problem)
        self.panel.box.addLayout(line_up(self.go, 1))
        self.box.addWidget(self.panel, 1)
        self.box.addWidget(self.empty, 1)

    def read(self) -> None:
        """Look which there are by now; the chosen one stays so."""
        page = self._page
        few = page.attempt_quietly(lambda: photos_are_few(page.workspace, FEW))
        self.list.show_source(FilmList(page.workspace, page.actor), at_once=bool(few))

    def _listed(self) -> None:
        keys = self.list.rows.keys
        self.panel.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        if keys and self.list.current_key() is None:
            self.list.choose_key(keys[0])
        self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(self._may and self.list.current_key() is not None)

    def _take(self) -> None:
        try:
            at_s = float(self.seconds.text().replace(",", "."))
        except ValueError:
            self.problem.setText(tr("Write a number of seconds, for example 2.5."))
            self.seconds.setFocus()
            return
        self.problem.clear()
        page, film_id = self._page, self.list.current_key()
        found = page.attempt_quietly(lambda: films.by_ids(page.workspace, page.actor, [film_id])) or {}
        if film_id in found:
            self.still_wanted.emit(found[film_id], at_s)


def _row(film: Photo) -> Row:
    what = tr("moving half of a live photo") if film.kind is PhotoKind.LIVE else tr("film")
    aside = film.state is PhotoState.QUARANTINED
    note = tr("{event} · {what} · {bytes} MB", event=film.event, what=what, bytes=f"{film.bytes / 1_000_000:.1f}")
    return Row(
        tr("File {number}", number=film.number),
        note,
        state="needs" if aside else "",
        words=tr("set aside") if aside else "",
        icon="picture",
    )
