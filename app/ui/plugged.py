"""What is plugged in, looked for off the GUI thread, and a quiet offer on every page to bring its photos in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QFrame

from app.devices.connected import Connected, connected
from app.domain.errors import KnownError
from app.domain.people import Action
from app.ui.language import tr
from app.ui.long_task import LongTask
from app.ui.widgets import Button, ElidedLabel, IconLabel, lay

if TYPE_CHECKING:
    from app.ui.desk import Desk

PERIOD_S = 2.5
_FIRST_S = 1.0
"""The window is there first."""
Sources = tuple[Connected, ...]


class Plugged(QObject):
    """Asks the system again and again which cards, sticks, cameras and phones are there; lists nothing on them.

    Signals:
        changed(): `sources` is another than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.find: Callable[[], Sources] = connected
        self.also: Sources = ()
        """What is there whatever is plugged in."""
        self.sources: Sources = ()
        self._alone: set[str] = set()
        self._is_quiet = False
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._is_held = False
        self._pool = QThreadPool(self)
        self._task: LongTask | None = None

    def start(self) -> None:
        """Begin to look; once is enough."""
        if self._task is None and not self._stop.is_set():
            self._task = LongTask(self._looks, parent=self)
            self._task.advanced.connect(self._noticed)
            self._task.start(self._pool)

    def look_now(self) -> None:
        """Look again at once, for somebody who just plugged something in."""
        self._wake.set()

    @property
    def offered(self) -> Connected | None:
        """What nobody has looked at or sent away since it was plugged in; None while a page shows it anyway."""
        return (
            None
            if self._is_quiet
            else next((source for source in self.sources if source.place not in self._alone), None)
        )

    def leave_alone(self, place: str) -> None:
        """Somebody uses this source, or does not want it now: offer it no more until it is plugged in again."""
        self._alone.add(place)
        self.changed.emit()

    def be_quiet(self, wanted: bool) -> None:
        """Offer nothing while the page in front lists what is plugged in, nor afterwards what was to be seen there."""
        if wanted or self._is_quiet:
            self._alone |= {source.place for source in self.sources}
        self._is_quiet = wanted
        self.changed.emit()

    def hold(self, wanted: bool) -> None:
        """Leave the bus alone while a camera is being copied from; some drop their session when they are asked."""
        self._is_held = wanted

    def close(self) -> None:
        """Stop; waits for the look under way."""
        self._stop.set()
        self._wake.set()
        self._pool.waitForDone()

    def _looks(self) -> Iterator[Sources]:
        last: Sources = ()
        self._wake.wait(_FIRST_S)
        while not self._stop.is_set():
            self._wake.clear()
            found = last if self._is_held else self._found(last)
            if found != last:
                last = found
                yield found
            self._wake.wait(PERIOD_S)

    def _found(self, last: Sources) -> Sources:
        try:
            return (*self.also, *self.find())
        except KnownError:  # a camera that another program uses just now: what was there is still there
            return last

    def _noticed(self, found: Sources) -> None:
        self.sources = found
        self._alone &= {source.place for source in found}
        self.changed.emit()


class PluggedBar(QFrame):
    """One line with one button: something was plugged in. It goes with the device, when it is closed, or when used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setAccessibleName(tr("Plugged in"))
        self._desk = desk
        self.words = ElidedLabel()
        self.go = Button(tr("Bring in photos"), self._use, icon_name="import")
        box = lay(self, row=True, margin=8, gap=12)
        box.addSpacing(8)
        box.addWidget(IconLabel("phone", tint="accent"))
        box.addWidget(self.words, 1)
        box.addWidget(self.go)
        box.addWidget(Button(tr("Not now"), self._dismiss, icon_name="close", kind="icon"))
        self.hide()
        if desk.may(Action.IMPORT):
            desk.plugged.changed.connect(self._look)
            desk.plugged.start()

    def _look(self) -> None:
        source = self._desk.plugged.offered
        if source is not None:
            what = tr("A camera or phone") if source.is_camera else tr("A card or stick")
            self.words.setText(tr("{what} is plugged in: {label}", what=what, label=source.label))
            self.setAccessibleDescription(self.words.text())
        self.setVisible(source is not None)

    def _use(self) -> None:
        source = self._desk.plugged.offered
        if source is not None:
            self._desk.plugged.leave_alone(source.place)
            self._desk.go_to.emit("import", source.place)

    def _dismiss(self) -> None:
        source = self._desk.plugged.offered
        if source is not None:
            self._desk.plugged.leave_alone(source.place)
