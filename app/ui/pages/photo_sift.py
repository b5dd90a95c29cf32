"""A search and filters above the photos of the school: words or a number, one event, the days they were taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.policy.standing import SCHOOL_ZONE
from app.ui.language import tr, trn
from app.ui.pages.user_form import DayOrNone
from app.ui.widgets import Button, Label, Plain, line_up
from consent_db.photo_lists import PhotosSought


class PhotoSift(Plain):
    """Signals:
    changed: another search or filter.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("An event, or the number of a photo"))
        self.search.setAccessibleName(tr("Search photos"))
        self.search.setToolTip("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.events = QComboBox()
        self.events.setAccessibleName(tr("Event"))
        self.events.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.events.setMinimumContentsLength(12)
        self.events.addItem(tr("All events"), "")
        self.first = DayOrNone(tr("Taken from"), tr("Any day"))
        self.last = DayOrNone(tr("Taken until"), tr("Any day"))
        self.number = Label(role="caption", wraps=True)
        self.all_button = Button(tr("Show all photos"), self.clear, icon_name="close", kind="flat")
        words = Plain(row=True, gap=8)
        words.box.addWidget(self.search, 3)
        words.box.addWidget(self.events, 2)
        self.box.addWidget(words)
        days = line_up(
            Label(tr("Taken from"), role="quiet"), self.first, Label(tr("until"), role="quiet"), self.last, 1
        )
        self.box.addLayout(days)
        self.box.addLayout(line_up(self.number, 1, self.all_button))
        self.search.textChanged.connect(lambda _words: self._turn())
        self.events.currentIndexChanged.connect(lambda _i: self._turn())
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _day: self._turn())
        self.all_button.hide()

    def offer(self, events: Sequence[str]) -> None:
        """These events can be chosen; the chosen one stays while there are photos of it. Nothing is emitted."""
        chosen = self.events.currentData()
        with QSignalBlocker(self.events):
            self.events.clear()
            self.events.addItem(tr("All events"), "")
            for event in events:
                self.events.addItem(event, event)
            self.events.setCurrentIndex(max(0, self.events.findData(chosen)))

    @property
    def sought(self) -> PhotosSought:
        """What search and filters ask for; days are the school's, both included."""
        first, last = self.first.day(), self.last.day()
        return PhotosSought(
            words=self.search.text().strip(),
            event=str(self.events.currentData() or ""),
            since=None if first is None else datetime.combine(first, time(), SCHOOL_ZONE),
            before=None if last is None else datetime.combine(last + timedelta(days=1), time(), SCHOOL_ZONE),
        )

    @property
    def is_on(self) -> bool:
        """Whether something may be left out."""
        return self.sought != PhotosSought()

    def clear(self) -> None:
        """Show every photo again."""
        was_on = self.is_on
        parts = (self.search, self.events, self.first, self.last)
        blockers = [QSignalBlocker(part) for part in parts]
        self.search.clear()
        self.events.setCurrentIndex(0)
        self.first.show_day(None)
        self.last.show_day(None)
        del blockers
        if was_on:
            self._turn()

    def say(self, number: int) -> None:
        """How many there are; where nothing fits, what to do about it."""
        nothing = tr("No photo fits. Type less, or show all photos.") if self.is_on else tr("No photos yet.")
        self.number.setText(trn("{n} photo", "{n} photos", number) if number else nothing)

    def _turn(self) -> None:
        self.all_button.setVisible(self.is_on)
        self.changed.emit()
