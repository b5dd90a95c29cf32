"""Import: from a phone, card or folder into the school’s vault, with a receipt for every original removed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.devices.connected import CAMERA, open_camera
from app.devices.folder_device import FolderDevice
from app.domain.people import Action
from app.domain.photo import DeviceKind
from app.domain.ports import SourceDevice, SourceObject
from app.ui import reads
from app.ui.below import below
from app.ui.columns import Across
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.long_task import LongTask
from app.ui.pages.import_end import ImportEnd
from app.ui.pages.import_form import ImportForm
from app.ui.pages.import_progress import CopyProgress
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState, Panel, Plain, line_up, rule, scrolled
from app.ui.words import count
from app.workflow import import_stops
from app.workflow.import_photos import finish_removals, import_photos

Found = tuple[str, SourceDevice, list[SourceObject]]


class ImportPage(Page):
    """Left the source and its questions; right what it holds, then how copying goes, then how it ended."""

    key = "import"
    title = phrase("Import")
    icon_name = "import"
    actions = frozenset({Action.IMPORT})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.device: SourceDevice | None = None
        self.listed: list[SourceObject] = []
        self.task: LongTask | None = None
        self._place = ""
        self._listing: LongTask | None = None
        self._is_removing = False
        self._may_remove: bool | None = None

    def build_pieces(self) -> Iterator[None]:
        form = self.form = ImportForm(self.look, self._choose)
        yield
        self.folder, self.event, self.remove, self.days = form.folder, form.event, form.remove, form.days
        self.looking, self.aside, self.kind_buttons = form.looking, form.aside, form.kind_buttons
        form.answered.connect(self._answered)
        form.typed.connect(self._enable_go)
        form.event.returnPressed.connect(self.begin)
        form.time_chosen.connect(self._show_listed)
        form.choose_kind(DeviceKind.UNKNOWN)
        self.go = Button(tr("Import"), self.begin, icon_name="import", kind="primary")
        self.stop_button = Button(tr("Stop: I saw something"), self._ask_stop, icon_name="stop", kind="danger")
        left = Plain(gap=8)
        area = scrolled(form, tr("Import"))
        card = Panel(margin=0, gap=0)
        card.box.addWidget(area, 1)
        card.box.addWidget(rule())
        form.about.box.setContentsMargins(*[theme().px(16)] * 4)
        card.box.addWidget(form.about)
        left.box.addWidget(card, 1)
        left.box.addLayout(line_up(self.stop_button, 1, self.go))
        yield
        self.end = ImportEnd(self.desk, self.notice.show_problem)
        yield
        self.list, self.summary = self.end.list, self.end.summary
        self.progress = CopyProgress(self.desk)
        self.cancel = Button(
            tr("Cancel"), self.stop, tip=tr("Stop after the photo being copied; what was done stays done")
        )
        self.progress.box.addLayout(line_up(1, self.cancel))
        yield
        self.empty = EmptyState(
            "phone",
            tr("Plug in a phone or card, or choose a folder"),
            tr("Every photo is copied, read back and compared before anything is removed."),
        )
        self.stack = QStackedWidget()
        for part in (self.empty, self.end, self.progress):
            self.stack.addWidget(part)
        self.to_pick = Button(tr("Choose the photos"), self._pick, icon_name="picture", kind="primary")
        self.retry = Button(tr("Try to remove the remaining originals"), self.finish, icon_name="phone")
        right = Plain(gap=8)
        right.box.addWidget(self.stack, 1)
        right.box.addLayout(line_up(self.retry, 1, self.to_pick))
        yield
        columns = Across()
        columns.box.add_side(left, 372)
        columns.box.addWidget(right, 1)
        yield
        self.body.addWidget(columns, 1)
        self.desk.plugged.changed.connect(self._offer_sources)
        self.desk.plugged.start()
        self._offer_sources()
        self._enable()

    # where the photos are

    def _offer_sources(self) -> None:
        self.form.offer(self.desk.plugged.sources, self.use)

    def open(self, what: object) -> None:
        """Use a source another page or the offer names."""
        self.use(str(what))

    def use(self, place: str) -> None:
        """Take photos from here; what it is decides what may be removed."""
        if self.task is None:
            self.folder.setText(place)
            self.look()

    def look(self) -> None:
        """List the photos of the chosen source without copying anything, off the GUI thread."""
        place = self.folder.text().strip()
        if not place or self.task is not None:
            return
        before, self.device, self._place = self.device, None, place
        self.desk.plugged.hold(place.startswith(CAMERA))
        self.desk.plugged.leave_alone(place)
        self.looking.setText(tr("Looking …"))
        self._listing = self.desk.begin(
            tr("Looking at {name}", name=Path(place).name or place),
            lambda: _listed(place, before),
            on_outcome=self._have_listed,
            on_problem=self._cannot_list,
            on_end=self._listing_ended,
        )
        self._enable()

    def _have_listed(self, found: Found) -> None:
        place, device, listed = found
        if place != self._place:  # somebody chose another one meanwhile, or saw something and stopped
            _give_back(device)
            return
        self._listing, self.device, self.listed = None, device, listed
        known = next((d for d in reads.all_devices(self.workspace) if d.key == device.identity.key), None)
        shift = timedelta(seconds=known.clock_shift_s if known else 0)
        self.form.choose_kind(known.kind if known else device.identity.suggested_kind)
        self.form.show_files(listed, shift)
        self._may_remove = None
        self._answered()

    def _listing_ended(self, completed: bool) -> None:
        if not completed and self.device is None:
            self._listing = None
            self.looking.clear()

    def _cannot_list(self, problem: BaseException) -> None:
        self.listed = []
        self.desk.plugged.hold(False)
        self.end.show_listed([])
        self.notice.show_problem(problem)
        self._enable()

    def wanted(self) -> list[SourceObject]:
        """The files of the chosen day and time, or all."""
        return [found for found in self.listed if self.form.is_wanted(found)]

    def _show_listed(self) -> None:
        if self.device is None:
            return
        objects = self.wanted()
        self.end.show_listed(objects)
        megabytes = sum(o.bytes for o in objects) / 1_000_000
        self.looking.setText(
            tr(
                "{label}: {files}, {megabytes} MB",
                label=self.device.identity.label,
                files=count(len(objects), "file"),
                megabytes=f"{megabytes:.0f}" if megabytes >= 10 else f"{max(0.1, megabytes):.1f}",
            )
        )
        self._enable()

    # whose it is

    @property
    def device_kind(self) -> DeviceKind:
        return self.form.device_kind

    def _answered(self) -> None:
        removable = self.device is not None and self.device.identity.removable
        may = removable and self.device_kind in (DeviceKind.PERSONAL, DeviceKind.UNKNOWN)
        if may is not self._may_remove:  # what somebody unticked stays so while the answer is the same
            self._may_remove = may
            self.remove.setChecked(may)
        self.remove.setEnabled(may)
        kept = self.device is not None and not removable
        self.remove.setToolTip(tr("Originals stay where they are in this folder.") if kept else "")
        self.aside.setText(self._aside_words())
        self.aside.setVisible(bool(self.aside.text()))
        self._enable()

    def _aside_words(self) -> str:
        """Whether the photos will wait for the Headteacher."""
        if self.device is None or not self.form.kinds.checkedButton():
            return ""
        key, waits = self.device.identity.key, tr("Its photos are set aside until the Headteacher decides.")
        if self.device_kind is DeviceKind.PERSONAL:
            approved = any(device.key == key for device in reads.approved_devices(self.workspace))
            return "" if approved else tr("The Headteacher has not approved this device. {waits}", waits=waits)
        if self.device_kind is DeviceKind.UNKNOWN:
            return waits
        if self.device_kind is DeviceKind.DROP:
            asked = any(d.key == key for d in reads.drop_folders_asked_today(self.workspace))
            return (
                ""
                if asked
                else tr("Its owner has not said today, on Devices, that no copies are left. {waits}", waits=waits)
            )
        is_place = self.device.identity.suggested_kind is DeviceKind.SCHOOL
        known = is_place or self.actor.may(Action.MANAGE_DEVICES)
        confirmed = any(d.key == key and d.is_confirmed for d in reads.all_devices(self.workspace))
        return "" if known or confirmed else tr("Nobody has confirmed that it is the school’s. {waits}", waits=waits)

    # what is shown

    @property
    def photo_ids(self) -> list[str]:
        """The pictures that came and may be chosen among."""
        return [str(photo_id) for photo_id in self.end.tally.photo_ids()]

    def _enable(self) -> None:
        is_running = self.task is not None
        self._enable_go()
        for part in (self.form, self.form.about):
            part.setEnabled(not is_running)
        has_rows = bool(self.list.rows.rowCount() or self.end.tally.outcomes)
        self.stack.setCurrentWidget(self.progress if is_running else self.end if has_rows else self.empty)
        self.to_pick.setVisible(bool(self.photo_ids) and not is_running and self.actor.may(Action.REVIEW))
        self.go.show_kind("" if self.to_pick.isVisibleTo(self) else "primary")
        left = {device.key for device, _number in reads.originals_left(self.workspace)}
        self.retry.setVisible(self.device is not None and self.device.identity.key in left and not is_running)

    def _enable_go(self) -> None:
        ready = self.device is not None and self.form.kinds.checkedButton() is not None and self.task is None
        self.go.setEnabled(ready and bool(self.event.text().strip()))

    def showEvent(self, event: QShowEvent) -> None:
        """This page shows what is plugged in itself."""
        super().showEvent(event)
        self.desk.plugged.be_quiet(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.desk.plugged.be_quiet(False)

    def start(self) -> QWidget:
        return self.folder

    def refresh(self) -> None:
        self._enable()

    def context(self) -> str:
        return self.event.text().strip()

    # what is done

    def begin(self) -> None:
        """Copy, check and remove; what came is then chosen among."""
        device = self.device
        if device is None or not self.go.isEnabled():
            return
        event, kind, remove = self.event.text().strip(), self.device_kind, self.remove.isChecked()
        wanted = self.wanted()
        only = None if self.form.takes_everything else {o.object_id for o in wanted}
        self.end.show_listed([])
        self._run(
            tr("Copying from {label}", label=device.identity.label),
            lambda: import_photos(
                self.workspace, self.actor, device, event=event, device_kind=kind, remove_originals=remove, only=only
            ),
            {o.object_id: o.bytes for o in wanted},
            is_removing=remove,
        )

    def finish(self) -> None:
        """Try again to remove originals whose copies are checked."""
        device = self.device
        if device is not None:
            self._run(
                tr("Removing originals from {label}", label=device.identity.label),
                lambda: finish_removals(self.workspace, self.actor, device),
                {},
                is_removing=True,
            )

    def _run(self, label: str, work: Any, sizes: dict[str, int], *, is_removing: bool) -> None:
        self._is_removing = is_removing
        self.progress.begin(label, sizes)
        self.cancel.setEnabled(True)
        self.task = self.desk.begin(
            label,
            work,
            total=len(sizes),
            on_outcome=self._show_outcome,
            on_problem=self.notice.show_problem,
            on_end=self._ended,
        )
        self._enable()
        self.cancel.setFocus()

    def stop(self) -> None:
        """Stop after the photo being copied."""
        if self.task is not None:
            self.task.cancel()
            self.cancel.setEnabled(False)

    def _show_outcome(self, outcome: Any) -> None:
        self.end.tally.add(outcome)
        self.progress.add(outcome)

    def _ended(self, completed: bool) -> None:
        self.task = None
        self.desk.plugged.hold(False)
        if self.end.tally.outcomes:
            self.end.show_end(is_complete=completed, is_removing=self._is_removing)
        else:
            self._show_listed()
        self._enable()
        if self.to_pick.isVisible():
            self.to_pick.setFocus()

    def _pick(self) -> None:
        self.desk.go_to.emit("pick", self.event.text().strip())

    def _choose(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, tr("Where are the photos?"), self.folder.text()):
            self.use(chosen)

    # something that must be neither copied nor removed

    def _ask_stop(self) -> None:
        self.stop()
        words = " ".join(import_stops.WHAT_TO_DO)
        self.notice.ask(words, {tr("Record it and tell the safeguarding lead"): self.record_stop}, safe=tr("Go back"))

    def record_stop(self) -> None:
        """Nothing is copied and nothing removed; the safeguarding lead sees it at once."""
        identity = None if self.device is None else self.device.identity
        if self.attempt(lambda: import_stops.stop(self.workspace, self.actor, identity)) is None:
            return
        _give_back(self.device)
        self.device, self.listed, self._place = None, [], ""
        self.end.show_listed([])
        self.looking.clear()
        self.folder.clear()
        self._answered()
        self.written()
        self.notice.tell(
            tr("It is recorded. {what_to_do}", what_to_do=below(import_stops.WHAT_TO_DO[2])), state="needs"
        )


def _listed(place: str, before: SourceDevice | None) -> Iterator[Found]:
    """The device with what is on it; the one that was looked at before is given back first."""
    _give_back(before)
    device: SourceDevice = open_camera(place) if place.startswith(CAMERA) else FolderDevice(Path(place))
    yield place, device, list(device.list_objects())


def _give_back(device: SourceDevice | None) -> None:
    """Let other programs use a camera again."""
    if device is not None and hasattr(device, "close"):
        device.close()
