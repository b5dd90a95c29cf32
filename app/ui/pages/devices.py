"""Devices: whose they are, what is still on them, photos that are set aside, and imports that were stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QWidget

from app.devices.connected import plugged_in
from app.domain.errors import DeviceError, RegisterError
from app.domain.people import Action, Role
from app.domain.photo import DeviceFamily, Photo, PhotoId
from app.ui import reads
from app.ui.columns import Across
from app.ui.desk import Desk
from app.ui.language import Told, phrase, tr
from app.ui.long_lists import DeviceList, devices_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import SlicedView
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.devices_aside import SetAsideView, StopsView
from app.ui.pages.devices_films import FilmsView
from app.ui.pages.devices_sheet import DeviceSheet, chip_of
from app.ui.pages.page import Page
from app.ui.pages.sift import TitleSift
from app.ui.room import FrontStack
from app.ui.soon import in_its_turn
from app.ui.thumbnails import thumbnails
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, line_up, scrolled
from app.ui.words import count
from app.workflow import devices, films, import_stops, quarantine
from app.workflow.analyse_photos import analyse_photos
from app.workflow.devices import Standing
from app.workflow.import_photos import finish_removals
from consent_db.devices import SetAside

_FEW = 50
"""Up to so many devices are read at once; each takes a look at its files and receipts."""
_SCHOOL_ZONE = ZoneInfo("Europe/London")
_PARTS = Told(
    {
        "devices": phrase("Devices"),
        "aside": phrase("Set aside"),
        "films": phrase("Films"),
        "stops": phrase("Stopped imports"),
    }
)


class DevicesPage(Page):
    """Three views: the register of devices, the photos that wait, and the imports that were stopped."""

    key = "devices"
    title = phrase("Devices")
    icon_name = "phone"
    actions = frozenset({Action.MANAGE_DEVICES, Action.REVIEW})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._part = "devices"
        self._are_few = True
        self.stack = FrontStack()
        self.views: dict[str, QWidget] = {"devices": self._build_devices()}
        self._aside, self._films = PartAsNeeded(self._build_aside), PartAsNeeded(self._build_films)
        self._stops = PartAsNeeded(self._build_stops)
        if self.actor.may(Action.MANAGE_DEVICES):
            self.views["aside"] = self._aside
        if self.actor.may(Action.REVIEW):
            self.views["films"] = self._films
        if self.actor.roles & {Role.DSL, Role.HEAD}:
            self.views["stops"] = self._stops
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Button] = {}
        for key, view in self.views.items():
            tab = Button(
                _PARTS[key], lambda k=key: self.show_part(k), kind="tab", name=tr("View: {parts}", parts=_PARTS[key])
            )
            self._group.addButton(tab)
            self.tabs[key] = tab
            self.stack.addWidget(view)
        self.body.addLayout(line_up(*self.tabs.values(), 1))
        self.body.addWidget(self.stack, 1)
        self.tabs["devices"].setChecked(True)

    def build_pieces(self) -> Iterator[None]:
        yield
        self.sheet.hide()

    def _build_devices(self) -> QWidget:
        self.list = SlicedView(tr("Devices"), self._row, self.desk, self.notice.show_problem, is_flat=True)
        self.list.turned.connect(lambda _key: self.attempt_quietly(self._show_chosen))
        self.list.filled.connect(lambda: self.attempt_quietly(self._listed))
        self.sift = TitleSift(self.desk, "devices", {}, hint=tr("Type a name or an owner"))
        self.sift.changed.connect(self._show_list)
        self._sheet = PartAsNeeded(self._build_sheet)
        left = Panel(margin=12, gap=8)
        left.box.addWidget(Label(tr("Phones, cameras and cards"), role="heading"))
        left.box.addWidget(self.sift)
        left.box.addWidget(self.list, 1)
        columns = Across()
        columns.box.add_side(left, 340)
        columns.box.addWidget(scrolled(self._sheet, tr("Device")), 1)
        self.columns = columns
        way = Button(tr("Import photos"), lambda: self.desk.go_to.emit("import", None), icon_name="import")
        self.empty = EmptyState(
            "phone", tr("No device yet"), tr("A device is here once photos were imported from it."),
            way if self.actor.may(Action.IMPORT) else None,
        )  # fmt: skip
        holder = Plain(gap=0)
        holder.box.addWidget(columns, 1)
        holder.box.addWidget(self.empty, 1)
        self.empty.hide()  # until the list is there
        return holder

    def _build_sheet(self) -> DeviceSheet:
        sheet = DeviceSheet(self.actor)
        sheet.described.connect(self.describe)
        sheet.approved.connect(self.approve)
        sheet.ended.connect(self._ask_end)
        sheet.lifted.connect(self.lift)
        sheet.clock_said.connect(self.correct_clock)
        sheet.list_again.connect(self.list_again)
        sheet.deleted_by_hand.connect(self.attest)
        sheet.checked.connect(self.record_checks)
        return sheet

    @property
    def sheet(self) -> DeviceSheet:
        """The device in front, built once there is one."""
        return self._sheet.part

    def _build_aside(self) -> SetAsideView:
        aside = SetAsideView(self)
        aside.chosen.connect(self._show_picture)
        aside.released.connect(self._ask_release)
        aside.destroy_wanted.connect(self._ask_destroy)
        aside.give_back_wanted.connect(self._choose_stick)
        return aside

    def _build_films(self) -> FilmsView:
        view = FilmsView(self)
        view.still_wanted.connect(self.take_still)
        return view

    def _build_stops(self) -> StopsView:
        view = StopsView(self.workspace.clock.today())
        view.answered.connect(self._answer_stop)
        return view

    @property
    def aside(self) -> SetAsideView:
        """Photos that wait for the Headteacher, built once somebody looks at them."""
        return self._aside.part

    @property
    def films(self) -> FilmsView:
        """Films, to take a picture out of one."""
        return self._films.part

    @property
    def stops(self) -> StopsView:
        """Imports that were stopped."""
        return self._stops.part

    # way about

    def show_part(self, key: str) -> None:
        """Bring one of the views to the front."""
        if key in self.views:
            self._part, view = key, self.views[key]
            if isinstance(view, PartAsNeeded):
                view.part.show()
            self.stack.setCurrentWidget(view)
            self.tabs[key].setChecked(True)
            self.refresh()

    def open(self, what: object) -> None:
        """A view by its key, or a device by its id."""
        if str(what) in _PARTS:
            self.show_part(str(what))
        else:
            self.show_part("devices")
            self.sift.clear()
            self.list.choose_key(what)
            self._show_chosen()

    def start(self) -> QWidget:
        return self.tabs[self._part]

    # what is shown

    def refresh(self) -> None:
        self._show_list()
        if "aside" in self.views:
            waiting = self.attempt_quietly(lambda: quarantine.number(self.workspace, self.actor)) or 0
            if self._aside.built is not None:
                self.aside.read()
            self.tabs["aside"].setText(tr("Set aside {waiting}", waiting=waiting) if waiting else tr("Set aside"))
        if self._films.built is not None:
            self.films.read()
        if self._stops.built is not None:
            found = self.attempt_quietly(lambda: import_stops.stops(self.workspace, self.actor)) or ()
            self.stops.show_stops(found, reads.user_names(self.workspace))

    def _show_list(self) -> None:
        wanted = DeviceList(self.workspace, self.actor, self.sift.words)
        self._are_few = devices_are_few(self.workspace, _FEW)
        self.list.show_source(wanted, at_once=self._are_few)

    def _listed(self) -> None:
        """The list is there: the device in front stays, else the first comes."""
        keys = self.list.rows.keys
        if self.list.current_key() is None and keys:
            self.list.choose_key(keys[0])
        has_some = bool(keys) or self.sift.is_on
        self.columns.setVisible(has_some)
        self.empty.setVisible(not has_some)
        self.sift.say(len(keys))
        if not keys:
            self._sheet.hide_part()
        elif self._are_few:
            self._show_chosen()
        else:
            in_its_turn(self, lambda: self.attempt_quietly(self._show_chosen))  # a long list is painted first

    def _show_chosen(self) -> None:
        standing = self._chosen()
        if standing is not None:
            told = devices.receipts_of(self.workspace, self.actor, standing.device.id)
            self.sheet.show_device(standing, told, self.workspace.clock.today())
            self.sheet.show()

    def _show_picture(self, one: SetAside) -> None:
        self.aside.picture.show_picture(QPixmap())
        if self.actor.may(Action.GRANT_PERMISSION) and one.photo.kind.is_picture:
            thumbnails(self.desk).want(one.photo.id, self.aside.picture.show_picture)

    def _row(self, standing: Standing) -> Row:
        state, words = chip_of(standing, self.workspace.clock.today())
        return Row(standing.device.label, f"{standing.device.owner or tr('no owner noted')} · {words}", state=state)

    def _chosen(self) -> Standing | None:
        key = self.list.current_key()
        if key is None:
            return None
        found = self.attempt_quietly(lambda: devices.standings(self.workspace, self.actor, [key])) or {}
        return found.get(key)

    # what is done

    def describe(self, said: dict[str, Any]) -> None:
        """Keep whose the device is."""
        self._with_chosen(
            lambda s: devices.describe(
                self.workspace, self.actor, s.device, label=said["label"], owner=said["owner"], kind=said["kind"]
            ),
            tr("That is kept."),
        )

    def approve(self, said: dict[str, Any]) -> None:
        """The Headteacher approves the device."""
        self._with_chosen(
            lambda s: devices.approve(
                self.workspace,
                self.actor,
                s.device,
                owner=said["owner"],
                first=said["first"],
                last=said["last"],
                evidence=said["evidence"],
            ),
            tr("The device is approved. What was set aside before still waits for a decision."),
        )

    def lift(self, until: date | None) -> None:
        """Let its photos into posts until a day."""
        if until is None:
            self.notice.tell(tr("Say until which day."), state="needs")
            return
        self._with_chosen(
            lambda s: devices.lift(self.workspace, self.actor, s.device, until=until),
            tr("Its photos may go into posts until then."),
        )

    def correct_clock(self, words: str) -> None:
        """Work out how far its clock is off from what it shows now."""

        def said() -> datetime:
            try:
                return datetime.fromisoformat(words.strip()).replace(tzinfo=_SCHOOL_ZONE)
            except ValueError as error:
                raise RegisterError(tr("Write what its clock shows like 2026-09-14 10:30.")) from error

        self._with_chosen(
            lambda s: devices.set_clock(
                self.workspace, self.actor, s.device, shift=self.workspace.clock.now() - said()
            ),
            tr("Its clock is corrected for photos that come in from now on."),
        )

    def attest(self, said_by: str) -> None:
        """Record that originals were deleted by hand; a device that is plugged in is looked at first."""
        standing = self._chosen()
        if standing is None:
            return
        self.desk.begin(
            tr("Looking for {label}", label=standing.device.label),
            lambda: self._attest(standing, said_by),
            on_outcome=lambda _number: self.notice.tell(
                tr("It is recorded who says so. ClearPost did not see them go.")
            ),
            on_problem=self.notice.show_problem,
            on_end=lambda _completed: self.written(),
        )

    def _attest(self, standing: Standing, said_by: str) -> Any:
        with plugged_in(standing.device.key) as source:
            ids = [file.id for file in standing.left]
            yield devices.attest_removed(
                self.workspace, self.actor, standing.device.id, ids, said_by=said_by, source=source
            )

    def record_checks(self, family: DeviceFamily, said: list[str], said_by: str) -> None:
        """Record what its owner says about bins and clouds."""
        self._with_chosen(
            lambda s: devices.attest_checks(self.workspace, self.actor, s.device.id, family, said, said_by=said_by),
            tr("That is recorded."),
        )

    def list_again(self) -> None:
        """Find the device among what is plugged in, and take off it what is left."""
        standing = self._chosen()
        if standing is None:
            return
        key, label = standing.device.key, standing.device.label
        self.desk.begin(
            tr("Listing {label} again", label=label),
            lambda: self._finish(key, label),
            on_outcome=self._show_outcome,
            on_problem=self.notice.show_problem,
            on_end=lambda _completed: self.refresh(),
        )

    def _finish(self, key: str, label: str) -> Any:
        with plugged_in(key) as source:
            if source is None:
                raise DeviceError(
                    tr("{label} is not plugged in.", label=label),
                    remedy=tr("Plug it in and unlock it. A folder of this PC is listed again on the Import page."),
                    code="gone",
                )
            yield from finish_removals(self.workspace, self.actor, source)

    def _show_outcome(self, outcome: Any) -> None:
        if outcome.problem is not None:
            self.notice.show_problem(outcome.problem)
        else:
            self.notice.tell(outcome.receipt)

    def _ask_release(self, photo_ids: list[PhotoId]) -> None:
        words = tr("{photos} may be named and go into posts from now on.", photos=count(len(photo_ids), "photo"))
        self.notice.ask(
            tr("{words} They cannot be set aside again.", words=words),
            {tr("Let them be used"): lambda: self.release(photo_ids)},
            safe=tr("Not yet"),
        )

    def release(self, photo_ids: list[PhotoId]) -> None:
        """The Headteacher lets photos be used."""
        freed = self.attempt(lambda: quarantine.release(self.workspace, self.actor, photo_ids))
        if freed is not None:
            self.written()
            self.notice.tell(tr("{photos} may be used.", photos=count(freed, "photo")))

    def _ask_destroy(self, one: SetAside) -> None:
        self.notice.ask(
            tr(
                "Photo {number} is destroyed for good, with what belongs to it. Nobody can bring it back.",
                number=one.photo.number,
            ),
            {tr("Destroy it"): lambda: self._destroy(one.photo.id)},
        )

    def _destroy(self, photo_id: PhotoId) -> None:
        words = self.attempt(lambda: quarantine.destroy(self.workspace, self.actor, photo_id))
        if words is not None:
            self.written()
            self.notice.tell(words)

    def _choose_stick(self, one: SetAside) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, tr("The owner’s card or stick")):
            self.give_back(one, Path(chosen))

    def give_back(self, one: SetAside, folder: Path) -> None:
        """Write a photo that was taken by mistake back for its owner; then it is destroyed here."""
        words = self.attempt(lambda: import_stops.give_back(self.workspace, self.actor, one.photo.id, folder))
        if words is not None:
            self.written()
            self.notice.tell(words)

    def _ask_end(self) -> None:
        self.notice.ask(
            tr("Photos taken with this device are set aside from now on, until it is approved again in writing."),
            {tr("End the approval"): self._end},
        )

    def _end(self) -> None:
        self._with_chosen(
            lambda s: devices.end_approval(self.workspace, self.actor, s.device.id), tr("The approval is over.")
        )

    def take_still(self, film: Photo, at_s: float) -> None:
        """Take a picture out of a film, off the window's thread."""
        self.desk.begin(
            tr("Taking a still from file {number}", number=film.number),
            lambda: iter([films.take_still(self.workspace, self.actor, film.id, at_s=at_s)]),
            on_outcome=self._still_taken,
            on_problem=self.notice.show_problem,
        )

    def _still_taken(self, still: Photo) -> None:
        self.written()
        self.notice.tell(tr("It is photo {number} now.", number=still.number))
        self.desk.begin(
            tr("Looking for faces and names"),
            lambda: analyse_photos(self.workspace, self.actor, [still.id]),
            total=1,
            on_problem=self.notice.show_problem,
        )

    def _answer_stop(self, stop_id: str, words: str) -> None:
        if self.attempt(lambda: (import_stops.answer(self.workspace, self.actor, stop_id, words),)) is not None:
            self.stops.answer.clear()
            self.written()

    def _with_chosen(self, act: Callable[[Standing], object], words: str) -> None:
        standing = self._chosen()
        if standing is not None and self.attempt(lambda: (act(standing),)) is not None:
            self.written()
            self.notice.tell(words)
