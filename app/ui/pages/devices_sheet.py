"""What is known of one device, and what can be done about it; sends signals and calls nothing itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from app.domain.device_checks import checks_for
from app.domain.people import Action, Actor
from app.domain.photo import DeviceFamily, DeviceId, DeviceKind
from app.domain.ports import FOLDER_KEY
from app.ui.forms import Ask, Fields
from app.ui.language import Told, phrase, tr, trn
from app.ui.widgets import Button, Label, Panel, Plain, StateChip, clear, field, line_up
from app.ui.words import count, day
from app.workflow.devices import Standing
from consent_db.releases import Receipt
from consent_db.sources import Device

KINDS = Told(
    {
        DeviceKind.SCHOOL: phrase("The school’s"),
        DeviceKind.PERSONAL: phrase("Somebody’s own"),
        DeviceKind.UNKNOWN: phrase("Nobody has said"),
        DeviceKind.DROP: phrase("A colleague’s drop folder"),
    }
)
_FAMILIES = Told(
    {
        DeviceFamily.IPHONE: phrase("iPhone or iPad"),
        DeviceFamily.ANDROID: phrase("Android phone or tablet"),
        DeviceFamily.CAMERA: phrase("Camera"),
        DeviceFamily.CARD: phrase("Card or stick"),
        DeviceFamily.FOLDER: phrase("Folder"),
    }
)
_RECEIPTS_SHOWN = 20


def chip_of(standing: Standing, today: date) -> tuple[str, str]:
    """The state of a device and its words."""
    if standing.left:
        lifted = standing.device.lifted_until
        if lifted is not None and lifted >= today:
            return "needs", tr(
                "{originals} still on it, lifted until {day}",
                originals=count(len(standing.left), "original"),
                day=day(lifted),
            )
        return "withheld", tr("{originals} still on it", originals=count(len(standing.left), "original"))
    if standing.set_aside:
        return "needs", tr("{photos} set aside", photos=count(standing.set_aside, "photo"))
    if standing.device.kind is DeviceKind.DROP:
        return (
            ("shown", tr("owner asked today"))
            if standing.is_checked
            else ("needs", tr("ask its owner before an import"))
        )
    if not standing.is_checked:
        return "needs", tr("bins and clouds not looked at yet")
    if standing.device.kind is DeviceKind.SCHOOL:
        return ("shown", tr("the school’s")) if standing.device.is_confirmed else ("needs", tr("not confirmed"))
    return ("shown", tr("approved")) if standing.approval else ("covered", tr("not approved"))


def _likely_family(device: Device) -> DeviceFamily:
    """What it most likely is, to begin with; the owner knows better."""
    words = device.label.lower()
    if device.key.startswith("volume-"):
        return DeviceFamily.CARD
    if device.key.startswith(FOLDER_KEY):
        return DeviceFamily.FOLDER
    apple = any(name in words for name in ("iphone", "ipad", "apple"))
    return DeviceFamily.IPHONE if apple else DeviceFamily.ANDROID


class DeviceSheet(Plain):
    """Signals:
    described(dict), approved(dict), ended(), lifted(date), clock_said(str): for the one who may.
    list_again(), deleted_by_hand(str), checked(object, list, str): for whoever has the device in hand.
    """

    described, approved, ended = Signal(dict), Signal(dict), Signal()
    lifted, clock_said = Signal(object), Signal(str)
    list_again, deleted_by_hand, checked = Signal(), Signal(str), Signal(object, list, str)

    def __init__(self, actor: Actor) -> None:
        super().__init__(gap=12)
        self._actor = actor
        self._shown: DeviceId | None = None
        self.name = Label(role="title", wraps=True)
        self.chip = StateChip("covered", "")
        self.facts = Label(role="quiet", wraps=True)
        for widget in (self.name, self.chip, self.facts):
            self.box.addWidget(widget)
        self.left = self._build_left()
        self.checks = self._build_checks()
        self.approval = self._build_approval()
        self.whose = self._build_whose()
        self.receipts = Panel(gap=8)
        self.receipt_words = Label(wraps=True)
        self.receipts.box.addWidget(Label(tr("Receipts"), role="heading"))
        self.receipts.box.addWidget(self.receipt_words)
        for panel in (self.left, self.checks, self.approval, self.whose, self.receipts):
            self.box.addWidget(panel)
        self.box.addStretch(1)

    def _build_left(self) -> Panel:
        panel = Panel(gap=8)
        self.left_words = Label(wraps=True)
        self.again = Button(tr("List again"), self.list_again.emit, icon_name="phone")
        self.said_by = QLineEdit()
        self.by_hand = Button(tr("They were deleted by hand"), lambda: self.deleted_by_hand.emit(self.said_by.text()))
        self.until = Fields([Ask("until", tr("Let its photos into posts until"), "day")])
        self.lift_button = Button(tr("Lift it until then"), lambda: self.lifted.emit(self.until.values()["until"]))
        panel.box.addWidget(Label(tr("Still on the device"), role="heading"))
        panel.box.addWidget(self.left_words)
        hint = tr(
            "Delete them on the device itself, plug it in and list again. Without the device, its owner has to say so."
        )
        panel.box.addWidget(Label(hint, role="caption", wraps=True))
        panel.box.addLayout(line_up(self.again, 1))
        panel.box.addLayout(field(tr("Who deleted them and looked that they are gone"), self.said_by))
        panel.box.addLayout(line_up(self.by_hand, 1))
        self.lift_row = Plain(gap=8)
        self.lift_row.box.addWidget(self.until)
        self.lift_row.box.addLayout(line_up(self.lift_button, 1))
        panel.box.addWidget(self.lift_row)
        return panel

    def _build_checks(self) -> Panel:
        panel = Panel(gap=8)
        self.family = QComboBox()
        for family, words in _FAMILIES.items():
            self.family.addItem(words, family)
        self.family.currentIndexChanged.connect(lambda _at: self._fill_checks())
        self.boxes = Plain(gap=4)
        self.ticks: list[QCheckBox] = []
        self.looked = QLineEdit()
        self.check_button = Button(tr("Record that"), self._say_checked, kind="primary")
        panel.box.addWidget(Label(tr("What no program can reach"), role="heading"))
        panel.box.addLayout(field(tr("What it is"), self.family))
        panel.box.addWidget(self.boxes)
        panel.box.addLayout(field(tr("Who looked"), self.looked))
        panel.box.addLayout(line_up(self.check_button, 1))
        self._fill_checks()
        return panel

    def _build_approval(self) -> Panel:
        panel = Panel(gap=8)
        self.approval_words = Label(wraps=True)
        self.days = Fields(
            [
                Ask("owner", tr("Whose it is"), needed=tr("Say whose device it is.")),
                Ask("evidence", tr("Where the writing is kept"), needed=tr("An approval has to be in writing.")),
                Ask("first", tr("First day"), "day", needed=tr("Say from which day it holds.")),
                Ask("last", tr("Last day"), "day", hint=tr("Empty: until somebody ends it")),
            ]
        )
        self.approve_button = Button(tr("Approve it"), self._approve, kind="primary")
        self.end_button = Button(tr("End the approval now"), self.ended.emit, kind="danger")
        panel.box.addWidget(Label(tr("The Headteacher’s approval"), role="heading"))
        panel.box.addWidget(self.approval_words)
        panel.box.addWidget(self.days)
        panel.box.addLayout(line_up(self.approve_button, self.end_button, 1))
        return panel

    def _build_whose(self) -> Panel:
        panel = Panel(gap=8)
        self.days.widgets["owner"].setAccessibleDescription(tr("For the approval"))
        self.details = Fields(
            [
                Ask("label", tr("What people call it"), needed=tr("Give it a name.")),
                Ask("owner", tr("Whose it is")),
                Ask("kind", tr("It is"), "choice"),
            ]
        )
        self.details.offer("kind", list(KINDS.items()))
        self.keep_button = Button(tr("Keep this"), self._describe)
        self.clock = QLineEdit()
        self.clock.setPlaceholderText("2026-09-14 10:30")
        self.clock_words = Label(role="caption", wraps=True)
        clock_button = Button(tr("Correct its clock"), lambda: self.clock_said.emit(self.clock.text()))
        panel.box.addWidget(Label(tr("Whose it is"), role="heading"))
        panel.box.addWidget(self.details)
        panel.box.addLayout(line_up(self.keep_button, 1))
        panel.box.addLayout(field(tr("What its clock shows now"), self.clock))
        panel.box.addWidget(self.clock_words)
        panel.box.addLayout(line_up(clock_button, 1))
        return panel

    # what is shown

    def show_device(self, standing: Standing, receipts: tuple[Receipt, ...], today: date) -> None:
        """Show one device; what this person may not do is not there."""
        device, actor = standing.device, self._actor
        self.name.setText(device.label)
        self.chip.show_state(*chip_of(standing, today))
        owner = f"{device.owner} · " if device.owner else ""
        first = tr(" · first seen {day}", day=day(device.first_seen_at.date())) if device.first_seen_at else ""
        self.facts.setText(
            tr(
                "{owner}{kinds} · {files} came from it{first}",
                owner=owner,
                kinds=KINDS[device.kind],
                files=count(standing.imported, "file"),
                first=first,
            )
        )
        self._show_left(standing)
        if device.id != self._shown:
            self._shown = device.id
            self.family.setCurrentIndex(max(0, self.family.findData(_likely_family(device))))
        self.checks.setVisible(not standing.is_checked and actor.may(Action.IMPORT))
        self._show_approval(standing, today)
        self.whose.setVisible(actor.may(Action.MANAGE_DEVICES))
        self.details.fill({"label": device.label, "owner": device.owner, "kind": device.kind})
        shift = device.clock_shift_s
        said = (
            trn("{n} minute is added.", "{n} minutes are added.", shift // 60)
            if shift > 0
            else trn("{n} minute is taken off.", "{n} minutes are taken off.", -shift // 60)
            if shift
            else tr("It is right.")
        )
        self.clock_words.setText(tr("Now: {said} It holds for photos that come in from now on.", said=said))
        self.receipts.setVisible(bool(receipts))
        self.receipt_words.setText("\n".join(f"{day(r.at.date())}  {r.words}" for r in receipts[:_RECEIPTS_SHOWN]))

    def _show_left(self, standing: Standing) -> None:
        may_remove = self._actor.may(Action.IMPORT)
        self.left.setVisible(bool(standing.left))
        lines = [f"{file.name}: {file.problem or tr('not removed yet')}" for file in standing.left[:12]]
        more = len(standing.left) - 12
        self.left_words.setText("\n".join([*lines, *([tr("and {more} more", more=more)] if more > 0 else [])]))
        for widget in (self.again, self.said_by, self.by_hand):
            widget.setEnabled(may_remove)
        self.lift_row.setVisible(self._actor.may(Action.GRANT_PERMISSION))

    def _show_approval(self, standing: Standing, today: date) -> None:
        may = self._actor.may(Action.GRANT_PERMISSION)
        given = standing.approval
        is_schools = standing.device.is_confirmed
        self.approval.setVisible(not is_schools)
        if given is None:
            self.approval_words.setText(tr("Not approved: its photos are set aside until the Headteacher decides."))
        else:
            until = tr("until {day}", day=day(given.valid_until)) if given.valid_until else tr("until somebody ends it")
            self.approval_words.setText(
                tr(
                    "Approved by {grantor} from {day} {until}.",
                    grantor=given.grantor,
                    day=day(given.valid_from),
                    until=until,
                )
            )
        for widget in (self.days, self.approve_button):
            widget.setVisible(may and given is None)
        self.end_button.setVisible(may and given is not None)
        self.days.fill({"owner": standing.device.owner, "evidence": "", "first": today, "last": None})

    def _fill_checks(self) -> None:
        clear(self.boxes.box)
        self.ticks = []
        for words in checks_for(self.family.currentData()):
            tick = QCheckBox()
            tick.setAccessibleName(words)
            row = line_up(tick)
            row.addWidget(Label(words, wraps=True), 1)
            self.boxes.box.addLayout(row)
            self.ticks.append(tick)

    # what is asked for

    def _say_checked(self) -> None:
        said = [tick.accessibleName() for tick in self.ticks if tick.isChecked()]
        self.checked.emit(self.family.currentData(), said, self.looked.text())

    def _approve(self) -> None:
        if self.days.check():
            self.approved.emit(self.days.values())

    def _describe(self) -> None:
        if self.details.check():
            values: dict[str, Any] = self.details.values()
            self.described.emit(values)
