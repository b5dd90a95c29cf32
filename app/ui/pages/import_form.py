"""What Import asks: where the photos are, whose device it is, which of them by the time of the event, and what of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, QTime, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLineEdit, QRadioButton, QTimeEdit

from app.devices.connected import Connected
from app.domain.photo import DeviceKind
from app.domain.ports import SourceObject
from app.ui.language import Told, phrase, tr
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, clear, field
from app.ui.words import count, day

_KINDS = Told(
    {
        DeviceKind.PERSONAL: phrase("Somebody’s own phone or card"),
        DeviceKind.SCHOOL: phrase("The school’s camera, card or PC"),
        DeviceKind.DROP: phrase("A colleague’s drop folder"),
        DeviceKind.UNKNOWN: phrase("Nobody here knows"),
    }
)
_OFFERED = 6
_NAME_PX = 240
"""Room for the name of a device."""
_MIDNIGHT, _LAST_MINUTE = QTime(0, 0), QTime(23, 59)


class ImportForm(Panel):
    """Signals:
    answered(): somebody said whose it is.
    typed(): the event has another name.
    time_chosen(): other files than before fit the time of the event.
    """

    answered = Signal()
    typed = Signal()
    time_chosen = Signal()

    def __init__(self, on_look: Callable[[], object], on_choose: Callable[[], object]) -> None:
        super().__init__()
        self._taken: dict[str, datetime] = {}
        self.box.addWidget(Label(tr("1  Where are the photos?"), role="heading"))
        self.found = Plain(gap=4)
        self.none_found = Label(tr("Nothing is plugged in at the moment."), role="quiet", wraps=True)
        self.folder = QLineEdit()
        self.folder.returnPressed.connect(on_look)
        self.looking = Label(role="quiet", wraps=True)
        self.box.addWidget(self.found)
        self.box.addWidget(self.none_found)
        choose = Button(tr("Choose a folder"), on_choose, icon_name="folder", kind="icon")
        look = Button(tr("Look"), on_look, icon_name="search", kind="icon", tip=tr("Look at what is there (Enter)"))
        beside = Plain(row=True, gap=0)
        for button in (choose, look):
            beside.box.addWidget(button)
        self.box.addLayout(field(tr("Folder, card or stick"), self.folder, beside=beside))
        self.box.addWidget(self.looking)
        self._ask_whose()
        self._ask_when()
        self.box.addStretch(1)
        self.event = QLineEdit()
        self.event.setPlaceholderText(tr("For example Sports day"))
        self.event.textChanged.connect(lambda _words: self.typed.emit())
        self.about = Plain(gap=4)
        """The last question, for the page to put where it is always in sight."""
        self.about.box.addWidget(Label(tr("4  What are the photos of?"), role="heading"))
        self.about.box.addLayout(field(tr("Event"), self.event))

    def _ask_whose(self) -> None:
        self.box.addWidget(Label(tr("2  Whose is it?"), role="heading"))
        self.kinds = QButtonGroup(self)
        choices = Plain(gap=0)
        self.kind_buttons: dict[DeviceKind, QRadioButton] = {}
        for kind, words in _KINDS.items():
            button = QRadioButton(words)
            button.setAccessibleName(words)
            button.toggled.connect(lambda _on: self.answered.emit())
            self.kinds.addButton(button)
            self.kind_buttons[kind] = button
            choices.box.addWidget(button)
        self.box.addWidget(choices)
        self.remove = QCheckBox(tr("Then remove the originals from it"))
        self.remove.setAccessibleName(self.remove.text())
        self.remove.setAccessibleDescription(tr("Each original is removed once its copy was read back and compared."))
        self.aside = Label(wraps=True)
        self.aside.setProperty("state", "needs")
        self.aside.hide()
        self.box.addWidget(self.remove)
        self.box.addWidget(self.aside)

    def _ask_when(self) -> None:
        self.box.addWidget(Label(tr("3  When was the event?"), role="heading"))
        self.days = QComboBox()
        self.days.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.days.currentIndexChanged.connect(lambda _at: self._day_chosen())
        self.box.addLayout(field(tr("Which day"), self.days))
        self.first, self.last = QTimeEdit(), QTimeEdit()
        self.times = Plain(row=True)
        for words, box in ((tr("From"), self.first), (tr("To"), self.last)):
            box.setDisplayFormat("HH:mm")
            box.timeChanged.connect(lambda _time: self.time_chosen.emit())
            self.times.box.addLayout(field(words, box))
        self.times.hide()
        self.box.addWidget(self.times)

    # where

    def offer(self, sources: Sequence[Connected], on_use: Callable[[str], object]) -> None:
        """Show what is plugged in, each with one press to use it."""
        clear(self.found.box)
        for source in sources[:_OFFERED]:
            icon_name = "phone" if source.is_camera else "folder"
            shown = self.fontMetrics().elidedText(source.label, Qt.TextElideMode.ElideRight, theme().side_px(_NAME_PX))
            use = Button(shown, lambda s=source: on_use(s.place), icon_name=icon_name, name=source.label)
            use.setToolTip(f"{source.label}\n{source.place}")
            self.found.box.addWidget(use)
        self.none_found.setVisible(not sources)

    # whose

    @property
    def device_kind(self) -> DeviceKind:
        return next((kind for kind, button in self.kind_buttons.items() if button.isChecked()), DeviceKind.UNKNOWN)

    def choose_kind(self, wanted: DeviceKind) -> None:
        """Preset whose it is; nobody is told."""
        with QSignalBlocker(self):
            self.kinds.setExclusive(False)
            for kind, button in self.kind_buttons.items():
                button.setChecked(kind is wanted)
            self.kinds.setExclusive(True)

    # when

    def show_files(self, objects: Sequence[SourceObject], shift: timedelta) -> None:
        """Offer the days the files are from, by the device's clock put right: all of an event are taken."""
        self._taken = {o.object_id: (o.modified + shift).astimezone() for o in objects if o.modified is not None}
        days = Counter(at.date() for at in self._taken.values())
        with QSignalBlocker(self.days):
            self.days.clear()
            self.days.addItem(tr("All days · {files}", files=count(len(objects), "file")), None)
            for one in sorted(days, reverse=True):
                self.days.addItem(f"{day(one)} · {count(days[one], 'file')}", one)
        self._day_chosen()

    def is_wanted(self, found: SourceObject) -> bool:
        """Whether a file is of the chosen day and time; without a day, every file is."""
        one: date | None = self.days.currentData()
        if one is None:
            return True
        at = self._taken.get(found.object_id)
        if at is None or at.date() != one:
            return False
        return self.first.time() <= QTime(at.hour, at.minute) <= self.last.time()

    @property
    def takes_everything(self) -> bool:
        return self.days.currentData() is None

    def _day_chosen(self) -> None:
        """From the day's first file to its last, until somebody narrows it."""
        one: date | None = self.days.currentData()
        times = [QTime(at.hour, at.minute) for at in self._taken.values() if at.date() == one]
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.first.setTime(min(times, default=_MIDNIGHT))
            self.last.setTime(max(times, default=_LAST_MINUTE))
        self.times.setVisible(one is not None)
        self.time_chosen.emit()
