"""Import: from a phone, card or folder into the school's vault, with a receipt for every original removed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QFileDialog, QLineEdit, QRadioButton, QWidget

from app.devices.connected import CAMERA, Connected, connected, open_camera
from app.devices.folder_device import FolderDevice
from app.domain.people import Action
from app.domain.photo import DeviceKind, SourceFileState
from app.domain.ports import SourceDevice, SourceObject
from app.ui import reads
from app.ui.desk import Desk
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, clear, field, line_up, scrolled
from app.ui.words import SOURCE_STATE, count, day
from app.workflow import import_stops
from app.workflow.analyse_photos import analyse_photos
from app.workflow.import_photos import finish_removals, import_photos

_KINDS = {
    DeviceKind.PERSONAL: "Somebody’s own phone or card",
    DeviceKind.SCHOOL: "The school’s camera, card or PC",
    DeviceKind.DROP: "A colleague’s drop folder",
    DeviceKind.UNKNOWN: "Nobody here knows",
}


_OFFERED = 6


class ImportPage(Page):
    """Left the source and its questions, right every photo with how far it has come."""

    key = "import"
    title = "Import"
    icon_name = "import"
    actions = frozenset({Action.IMPORT})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.device: SourceDevice | None = None
        self.listed: list[SourceObject] = []
        self.task: Any = None
        self.photo_ids: list[str] = []
        self._tally: dict[str, int] = {}
        self._build()

    def _build(self) -> None:
        self.folder = QLineEdit()
        self.folder.returnPressed.connect(self.look)
        self.event = QLineEdit()
        self.event.setPlaceholderText("For example Sports day")
        self.event.textChanged.connect(lambda _words: self._enable())
        self.remove = QCheckBox("Then remove the originals from it")
        self.remove.setAccessibleName(self.remove.text())
        self.remove.setAccessibleDescription("Each original is removed once its copy was read back and compared.")
        self.go = Button("Import", self.begin, icon_name="import", kind="primary")
        self.cancel = Button("Cancel", self.stop)
        self.looking = Label(role="quiet", wraps=True)
        self.aside = Label(wraps=True)
        self.aside.setProperty("state", "needs")
        self.aside.hide()
        self.days = QComboBox()
        self.days.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.days.currentIndexChanged.connect(lambda _at: self._show_listed())
        self.stop_button = Button("Stop: I saw something", self._ask_stop, icon_name="stop", kind="danger")
        form = Panel()
        form.box.addWidget(Label("1  Where are the photos?", role="heading"))
        self.found = Plain(gap=4)
        form.box.addWidget(self.found)
        form.box.addLayout(line_up(Button("Look for phones and cards", self._offer_sources, icon_name="phone"), 1))
        form.box.addLayout(field("Folder, card or stick", self.folder))
        choose = Button("Choose a folder", self._choose, icon_name="folder")
        form.box.addLayout(line_up(choose, Button("Look", self.look), 1))
        form.box.addLayout(field("Which day", self.days))
        form.box.addWidget(self.looking)
        form.box.addWidget(Label("2  Whose is it?", role="heading"))
        self.kinds = QButtonGroup(self)
        self.kind_buttons: dict[DeviceKind, QRadioButton] = {}
        for kind, words in _KINDS.items():
            button = QRadioButton(words)
            button.setAccessibleName(words)
            button.toggled.connect(lambda _on: self._kind_chosen())
            self.kinds.addButton(button)
            self.kind_buttons[kind] = button
            form.box.addWidget(button)
        form.box.addWidget(self.remove)
        form.box.addWidget(self.aside)
        form.box.addWidget(Label("3  What are the photos of?", role="heading"))
        form.box.addLayout(field("Event", self.event))
        form.box.addStretch(1)
        form.box.addLayout(line_up(1, self.cancel, self.go))
        form.box.addLayout(line_up(self.stop_button, 1))
        self.list = RowsView("Photos and how far they have come", _row)
        self.summary = Label(role="heading", wraps=True)
        self.to_review = Button("Name the faces", self._review, icon_name="review", kind="primary")
        self.retry = Button("Try to remove the remaining originals", self.finish, icon_name="phone")
        self.empty = EmptyState(
            "phone",
            "Plug in a phone or card, or choose a folder",
            "Every photo is copied, read back and compared before anything is removed.",
        )
        right = Plain(gap=8)
        right.box.addWidget(self.empty, 1)
        right.box.addWidget(self.list, 1)
        right.box.addWidget(self.summary)
        right.box.addLayout(line_up(self.retry, 1, self.to_review))
        columns = Plain(row=True, gap=16)
        left = scrolled(form, "Import")
        left.setFixedWidth(theme().px(360))
        form.setProperty("role", "panel")
        columns.box.addWidget(left)
        columns.box.addWidget(right, 1)
        self.body.addWidget(columns, 1)
        self._offer_sources()
        self._enable()

    # what is asked

    def _offer_sources(self) -> None:
        clear(self.found.box)
        nothing: tuple[Connected, ...] = ()
        for source in (self.attempt_quietly(connected) or nothing)[:_OFFERED]:
            icon_name = "phone" if source.is_camera else "folder"
            self.found.box.addWidget(
                Button(source.label, lambda s=source: self.use(s.place), icon_name=icon_name, tip=source.place)
            )

    def open(self, what: object) -> None:
        """Use a folder another page or a test names."""
        self.use(str(what))

    def use(self, place: str) -> None:
        """Take photos from here; what it is decides what may be removed."""
        self.folder.setText(place)
        self.look()

    def look(self) -> None:
        """List the photos of the chosen folder without copying anything."""
        folder = self.folder.text().strip()
        if not folder:
            return
        _give_back(self.device)
        found = self.attempt(lambda: _listed(folder))
        if found is None:
            self.device = None
            self._enable()
            return
        self.device, self.listed = found
        identity = self.device.identity
        known = {device.key: device.kind for device in reads.all_devices(self.workspace)}
        self._offer_days()
        self.summary.clear()
        self.kinds.setExclusive(False)
        for kind, button in self.kind_buttons.items():
            button.setChecked(kind is known.get(identity.key, identity.suggested_kind))
        self.kinds.setExclusive(True)
        self._kind_chosen()

    def _offer_days(self) -> None:
        """The days the device's files are from: photos are taken by the day of the event, all of them."""
        days = Counter(o.modified.astimezone().date() for o in self.listed if o.modified is not None)
        with QSignalBlocker(self.days):
            self.days.clear()
            self.days.addItem(f"All days · {count(len(self.listed), 'file')}", None)
            for one in sorted(days, reverse=True):
                self.days.addItem(f"{day(one)} · {count(days[one], 'file')}", one)
        self._show_listed()

    def wanted(self) -> list[SourceObject]:
        """The files of the chosen day, or all."""
        one = self.days.currentData()
        return [o for o in self.listed if one is None or (o.modified and o.modified.astimezone().date() == one)]

    def _show_listed(self) -> None:
        objects, label = self.wanted(), self.device.identity.label if self.device else ""
        self.list.rows.show_items(objects)
        megabytes = sum(o.bytes for o in objects) / 1_000_000
        self.looking.setText(f"{label}: {count(len(objects), 'file')}, {megabytes:.0f} MB")
        self._enable()

    @property
    def device_kind(self) -> DeviceKind:
        return next((kind for kind, button in self.kind_buttons.items() if button.isChecked()), DeviceKind.UNKNOWN)

    def _kind_chosen(self) -> None:
        removable = self.device is not None and self.device.identity.removable
        may = removable and self.device_kind in (DeviceKind.PERSONAL, DeviceKind.UNKNOWN)
        self.remove.setEnabled(may)
        self.remove.setChecked(may)
        kept = self.device is not None and not removable
        self.aside.setText(self._aside_words())
        self.aside.setVisible(bool(self.aside.text()))
        self.remove.setToolTip("Originals stay where they are in this folder." if kept else "")
        self._enable()

    def _aside_words(self) -> str:
        """Whether the photos will wait for the Headteacher."""
        if self.device is None or not self.kinds.checkedButton():
            return ""
        key, waits = self.device.identity.key, "Its photos are set aside until the Headteacher decides."
        if self.device_kind is DeviceKind.PERSONAL:
            approved = any(device.key == key for device in reads.approved_devices(self.workspace))
            return "" if approved else f"The Headteacher has not approved this device. {waits}"
        if self.device_kind is DeviceKind.UNKNOWN:
            return waits
        if self.device_kind is DeviceKind.DROP:
            asked = any(d.key == key for d in reads.drop_folders_asked_today(self.workspace))
            return "" if asked else f"Its owner has not said today, on Devices, that no copies are left. {waits}"
        is_place = self.device.identity.suggested_kind is DeviceKind.SCHOOL
        known = is_place or self.actor.may(Action.MANAGE_DEVICES)
        confirmed = any(d.key == key and d.is_confirmed for d in reads.all_devices(self.workspace))
        return "" if known or confirmed else f"Nobody has confirmed that it is the school’s. {waits}"

    def _enable(self) -> None:
        is_running = self.task is not None
        ready = self.device is not None and self.kinds.checkedButton() is not None
        self.go.setEnabled(ready and bool(self.event.text().strip()) and not is_running)
        self.cancel.setVisible(is_running)
        has_rows = bool(self.list.rows.rowCount())
        self.empty.setVisible(not has_rows)
        self.list.setVisible(has_rows)
        self.to_review.setVisible(bool(self.photo_ids) and not is_running and self.actor.may(Action.REVIEW))
        left = {device.key for device, _number in reads.originals_left(self.workspace)}
        self.retry.setVisible(self.device is not None and self.device.identity.key in left and not is_running)

    def start(self) -> QWidget:
        return self.folder

    def refresh(self) -> None:
        self._enable()

    def context(self) -> str:
        return self.event.text().strip()

    # what is done

    def begin(self) -> None:
        """Copy, check, remove, then look for faces; both can be cancelled between two photos."""
        device = self.device
        if device is None:
            return
        event, kind, remove = self.event.text().strip(), self.device_kind, self.remove.isChecked()
        wanted = self.wanted()
        only = None if self.days.currentData() is None else {o.object_id for o in wanted}
        self.list.rows.show_items([])
        self.photo_ids, self._tally = [], {}
        self.task = self.desk.begin(
            f"Copying from {device.identity.label}",
            lambda: import_photos(
                self.workspace, self.actor, device, event=event, device_kind=kind, remove_originals=remove, only=only
            ),
            total=len(wanted),
            on_outcome=self._show_outcome,
            on_problem=self.notice.show_problem,
            on_end=self._imported,
        )
        self._enable()

    def finish(self) -> None:
        """Try again to remove originals whose copies are checked."""
        device = self.device
        if device is None:
            return
        self.list.rows.show_items([])
        self._tally = {}
        self.task = self.desk.begin(
            f"Removing originals from {device.identity.label}",
            lambda: finish_removals(self.workspace, self.actor, device),
            on_outcome=self._show_outcome,
            on_problem=self.notice.show_problem,
            on_end=self._imported,
        )
        self._enable()

    def stop(self) -> None:
        """Stop after the photo being copied."""
        if self.task is not None:
            self.task.cancel()
            self.cancel.setEnabled(False)

    def _show_outcome(self, outcome: Any) -> None:
        self.list.rows.add_item(outcome)
        self.list.setVisible(True)
        self.empty.setVisible(False)
        self.list.scrollToBottom()
        refused = outcome.problem is not None and outcome.photo_id is None
        for word, holds in (
            ("refused", refused),
            ("known", outcome.is_duplicate),
            ("removed", outcome.state is SourceFileState.REMOVED),
            ("outstanding", outcome.state is SourceFileState.REMOVAL_OUTSTANDING),
            ("copied", not refused),
            ("aside", outcome.is_set_aside),
        ):
            self._tally[word] = self._tally.get(word, 0) + int(holds)
        is_usable = outcome.photo_id is not None and outcome.kind.is_picture and not outcome.is_set_aside
        if is_usable and outcome.photo_id not in self.photo_ids:
            self.photo_ids.append(outcome.photo_id)

    def _imported(self, completed: bool) -> None:
        self.task = None
        self.cancel.setEnabled(True)
        self.summary.setText(summary_words(self._tally, is_complete=completed))
        self._enable()
        if self.photo_ids and self.actor.may(Action.REVIEW):
            self._find_faces()

    def _find_faces(self) -> None:
        ids = tuple(self.photo_ids)
        self.desk.begin(
            "Looking for faces and names",
            lambda: analyse_photos(self.workspace, self.actor, ids),
            total=len(ids),
            on_outcome=self._analysed,
            on_problem=self.notice.show_problem,
            interrupt=lambda: self.workspace.engines.cancel(),
        )

    def _analysed(self, outcome: Any) -> None:
        if outcome.problem is not None:
            self.notice.show_problem(outcome.problem)

    def _review(self) -> None:
        self.desk.go_to.emit("review", self.photo_ids[0])

    def _choose(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, "Where are the photos?", self.folder.text()):
            self.use(chosen)

    # something that must be neither copied nor removed

    def _ask_stop(self) -> None:
        self.stop()
        words = " ".join(import_stops.WHAT_TO_DO)
        self.notice.ask(words, {"Record it and tell the safeguarding lead": self.record_stop}, safe="Go back")

    def record_stop(self) -> None:
        """Nothing is copied and nothing removed; the safeguarding lead sees it at once."""
        identity = None if self.device is None else self.device.identity
        if self.attempt(lambda: import_stops.stop(self.workspace, self.actor, identity)) is None:
            return
        _give_back(self.device)
        self.device, self.listed = None, []
        self.list.rows.show_items([])
        self.looking.clear()
        self.folder.clear()
        self._enable()
        self.written()
        self.notice.tell(f"It is recorded. {import_stops.WHAT_TO_DO[2]}", state="needs")


def summary_words(tally: dict[str, int], *, is_complete: bool) -> str:
    """What became of the photos, in one or two sentences."""
    parts = [f"{count(tally.get('copied', 0), 'photo')} safe in the school’s vault"]
    if tally.get("known"):
        parts.append(f"{tally['known']} of them known already")
    if tally.get("removed"):
        parts.append(f"{count(tally['removed'], 'original')} removed, each with a receipt")
    if tally.get("outstanding"):
        parts.append(f"{count(tally['outstanding'], 'original')} still on the device")
    if tally.get("aside"):
        parts.append(f"{tally['aside']} set aside for the Headteacher")
    if tally.get("refused"):
        parts.append(f"{count(tally['refused'], 'file')} not taken")
    words = ", ".join(parts) + "."
    return words if is_complete else f"Stopped. {words} The rest is untouched."


def _listed(place: str) -> tuple[SourceDevice, list[SourceObject]]:
    device: SourceDevice = open_camera(place) if place.startswith(CAMERA) else FolderDevice(Path(place))
    return device, list(device.list_objects())


def _give_back(device: SourceDevice | None) -> None:
    """Let other programs use a camera again."""
    if device is not None and hasattr(device, "close"):
        device.close()


def _row(item: Any) -> Row:
    if isinstance(item, SourceObject):
        return Row(item.name, words=f"{item.bytes / 1_000_000:.1f} MB", icon="picture")
    if item.problem is not None and item.photo_id is None:
        return Row(item.name, str(item.problem), state="withheld", words="not taken")
    if item.is_set_aside and item.problem is None:
        words = "removed, set aside" if item.state is SourceFileState.REMOVED else "copied, set aside"
        return Row(item.name, "It waits until the Headteacher decides.", state="needs", words=words)
    state, words = SOURCE_STATE[item.state] if item.state is not None else ("shown", "in the vault")
    note = (
        str(item.problem) if item.problem is not None else "This photo was here already." if item.is_duplicate else ""
    )
    return Row(item.name, note, state=state, words=words)
