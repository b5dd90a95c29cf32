"""Films that came with photos: what is there, and a picture taken out of one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.people import Action, Actor
from app.domain.photo import Photo, PhotoKind, PhotoState
from app.ui.language import tr
from app.ui.models.rows import Row, RowsView
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, field, line_up


class FilmsView(Plain):
    """Signals:
    still_wanted(Photo, float): take the picture so many seconds into this film.
    """

    still_wanted = Signal(object, float)

    def __init__(self, actor: Actor) -> None:
        super().__init__(gap=12)
        self._may = actor.may(Action.IMPORT)
        self.list = RowsView(tr("Films"), _row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
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

    def show_films(self, films: tuple[Photo, ...]) -> None:
        """Show these, with the same one chosen."""
        before = self.list.chosen()
        self.list.rows.show_items(films)
        self.panel.setVisible(bool(films))
        self.empty.setVisible(not films)
        if films and not (before is not None and self.list.choose(lambda film: film.id == before.id)):
            self.list.choose(lambda _film: True)
        self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(self._may and self.list.chosen() is not None)

    def _take(self) -> None:
        try:
            at_s = float(self.seconds.text().replace(",", "."))
        except ValueError:
            self.problem.setText(tr("Write a number of seconds, for example 2.5."))
            self.seconds.setFocus()
            return
        self.problem.clear()
        self.still_wanted.emit(self.list.chosen(), at_s)


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
