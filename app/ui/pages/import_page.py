"""Import: from a phone, card or folder into the school's vault, with a receipt for every original removed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFileDialog, QLineEdit, QRadioButton, QWidget

from app.devices.finding import find_sources
from app.devices.folder_device import FolderDevice
from app.domain.people import Action
from app.domain.photo import DeviceKind, SourceFileState
from app.domain.ports import SourceObject
from app.ui import reads
from app.ui.desk import Desk
from app.ui.models.rows import Row, RowsView
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, field, line_up, scrolled
from app.ui.words import SOURCE_STATE, count
from app.workflow.analyse_photos import analyse_photos
from app.workflow.import_photos import finish_removals, import_photos

_KINDS = {
    DeviceKind.PERSONAL: "Somebody’s own phone or card",
    DeviceKind.SCHOOL: "The school’s camera, card or PC",
}


class ImportPage(Page):
    """Left the source and its questions, right every photo with how far it has come."""

    key = "import"
    title = "Import"
    icon_name = "import"
    actions = frozenset({Action.IMPORT})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.device: FolderDevice | None = None
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
        form = Panel()
        form.box.addWidget(Label("1  Where are the photos?", role="heading"))
        self.found = Plain(gap=4)
        form.box.addWidget(self.found)
        form.box.addLayout(field("Folder, card or stick", self.folder))
        choose = Button("Choose a folder", self._choose, icon_name="folder")
        form.box.addLayout(line_up(choose, Button("Look", self.look), 1))
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
        form.box.addWidget(Label("3  What are the photos of?", role="heading"))
        form.box.addLayout(field("Event", self.event))
        form.box.addStretch(1)
        form.box.addLayout(line_up(1, self.cancel, self.go))
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
        for source in find_sources()[:4]:
            icon_name = "phone" if source.has_camera_folder else "folder"
            self.found.box.addWidget(
                Button(source.label, lambda s=source: self.use(s.folder), icon_name=icon_name, tip=str(source.folder))
            )

    def open(self, what: object) -> None:
        """Use a folder another page or a test names."""
        self.use(Path(str(what)))

    def use(self, folder: Path) -> None:
        """Take photos from here; what it is decides what may be removed."""
        self.folder.setText(str(folder))
        self.look()

    def look(self) -> None:
        """List the photos of the chosen folder without copying anything."""
        folder = self.folder.text().strip()
        if not folder:
            return
        found = self.attempt(lambda: _listed(FolderDevice(Path(folder))))
        if found is None:
            self.device = None
            self._enable()
            return
        self.device, objects = found
        identity = self.device.identity
        self.list.rows.show_items(objects)
        megabytes = sum(o.bytes for o in objects) / 1_000_000
        self.looking.setText(f"{identity.label}: {count(len(objects), 'file')}, {megabytes:.0f} MB")
        self.summary.clear()
        self.kinds.setExclusive(False)
        for kind, button in self.kind_buttons.items():
            button.setChecked(kind is identity.suggested_kind)
        self.kinds.setExclusive(True)
        self._kind_chosen()

    @property
    def device_kind(self) -> DeviceKind:
        return next((kind for kind, button in self.kind_buttons.items() if button.isChecked()), DeviceKind.UNKNOWN)

    def _kind_chosen(self) -> None:
        removable = self.device is not None and self.device.identity.removable
        may = removable and self.device_kind is DeviceKind.PERSONAL
        self.remove.setEnabled(may)
        self.remove.setChecked(may)
        kept = self.device is not None and not removable
        self.remove.setToolTip("Originals stay where they are in this folder." if kept else "")
        self._enable()

    def _enable(self) -> None:
        is_running = self.task is not None
        ready = self.device is not None and self.device_kind is not DeviceKind.UNKNOWN
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
        total = self.list.rows.rowCount()
        self.list.rows.show_items([])
        self.photo_ids, self._tally = [], {}
        self.task = self.desk.begin(
            f"Copying from {device.identity.label}",
            lambda: import_photos(
                self.workspace, self.actor, device, event=event, device_kind=kind, remove_originals=remove
            ),
            total=total,
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
        ):
            self._tally[word] = self._tally.get(word, 0) + int(holds)
        if outcome.photo_id is not None and outcome.photo_id not in self.photo_ids:
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
        )

    def _analysed(self, outcome: Any) -> None:
        if outcome.problem is not None:
            self.notice.show_problem(outcome.problem)

    def _review(self) -> None:
        self.desk.go_to.emit("review", self.photo_ids[0])

    def _choose(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, "Where are the photos?", self.folder.text()):
            self.use(Path(chosen))


def summary_words(tally: dict[str, int], *, is_complete: bool) -> str:
    """What became of the photos, in one or two sentences."""
    parts = [f"{count(tally.get('copied', 0), 'photo')} safe in the school’s vault"]
    if tally.get("known"):
        parts.append(f"{tally['known']} of them known already")
    if tally.get("removed"):
        parts.append(f"{count(tally['removed'], 'original')} removed, each with a receipt")
    if tally.get("outstanding"):
        parts.append(f"{count(tally['outstanding'], 'original')} still on the device")
    if tally.get("refused"):
        parts.append(f"{count(tally['refused'], 'file')} not taken")
    words = ", ".join(parts) + "."
    return words if is_complete else f"Stopped. {words} The rest is untouched."


def _listed(device: FolderDevice) -> tuple[FolderDevice, list[SourceObject]]:
    return device, list(device.list_objects())


def _row(item: Any) -> Row:
    if isinstance(item, SourceObject):
        return Row(item.name, words=f"{item.bytes / 1_000_000:.1f} MB", icon="picture")
    if item.problem is not None and item.photo_id is None:
        return Row(item.name, str(item.problem), state="withheld", words="not taken")
    state, words = SOURCE_STATE[item.state] if item.state is not None else ("shown", "in the vault")
    note = (
        str(item.problem) if item.problem is not None else "This photo was here already." if item.is_duplicate else ""
    )
    return Row(item.name, note, state=state, words=words)
