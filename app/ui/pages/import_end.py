"""How an import ended: what was copied, checked and removed, what is still on the device, and what waits for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from app.domain.photo import PhotoId, SourceFileState
from app.domain.ports import SourceObject
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.models.rows import Row
from app.ui.models.sliced import SlicedView
from app.ui.pages.import_progress import state_of
from app.ui.widgets import Button, Label, Plain, line_up
from app.ui.words import count
from app.workflow.import_photos import ImportOutcome

_SAFE = (
    SourceFileState.VERIFIED,
    SourceFileState.REMOVED,
    SourceFileState.REMOVAL_OUTSTANDING,
    SourceFileState.ATTESTED,
)

PARTS: dict[str, Callable[[ImportOutcome], bool]] = {
    phrase("Everything"): lambda _o: True,
    phrase("Copied and checked"): lambda o: o.state in _SAFE,
    phrase("Removed, with a receipt"): lambda o: o.state is SourceFileState.REMOVED,
    phrase("Still on the device"): lambda o: o.state is SourceFileState.REMOVAL_OUTSTANDING,
    phrase("Waits for the Headteacher"): lambda o: o.is_set_aside,
    phrase("Not taken"): lambda o: o.photo_id is None,
}
"""What an end is looked at by."""


@dataclass
class Tally:
    """Every file of an import, by the latest that is known of it."""

    outcomes: dict[str, ImportOutcome] = field(default_factory=dict)

    def add(self, outcome: ImportOutcome) -> None:
        self.outcomes[outcome.object_id] = outcome

    def number(self, part: str) -> int:
        return sum(PARTS[part](outcome) for outcome in self.outcomes.values())

    @property
    def receipts(self) -> list[str]:
        return [outcome.receipt for outcome in self.outcomes.values() if outcome.receipt]

    def photo_ids(self) -> list[PhotoId]:
        """Pictures that may be chosen among."""
        usable = (o for o in self.outcomes.values() if o.photo_id and o.kind.is_picture and not o.is_set_aside)
        return list(dict.fromkeys(o.photo_id for o in usable if o.photo_id is not None))

    def words(self, *, is_complete: bool) -> str:
        """What became of the photos, in one or two sentences."""
        every = self.outcomes.values()
        taken, known = sum(o.photo_id is not None for o in every), sum(o.is_duplicate for o in every)
        parts = [tr("{photos} safe in the school’s vault", photos=count(taken, "photo"))]
        if known:
            parts.append(tr("{known} of them known already", known=known))
        if removed := self.number("Removed, with a receipt"):
            parts.append(tr("{originals} removed, each with a receipt", originals=count(removed, "original")))
        if left := self.number("Still on the device"):
            parts.append(tr("{originals} still on the device", originals=count(left, "original")))
        if aside := self.number("Waits for the Headteacher"):
            parts.append(tr("{aside} set aside for the Headteacher", aside=aside))
        if refused := self.number("Not taken"):
            parts.append(tr("{files} not taken", files=count(refused, "file")))
        words = ", ".join(parts) + "."
        return words if is_complete else tr("Stopped. {words} The rest is untouched.", words=words)


@dataclass(frozen=True, slots=True)
class _Files:
    """Files of a device, or what became of them, by what the device calls each."""

    files: Mapping[str, Any]

    def keys(self) -> Sequence[str]:
        return list(self.files)

    def items(self, keys: Sequence[str]) -> dict[str, Any]:
        return {key: self.files[key] for key in keys if key in self.files}


class ImportEnd(Plain):
    """The list of files with how far each has come; after copying, what became of them in parts."""

    def __init__(self, desk: Desk, on_problem: Callable[[BaseException], object]) -> None:
        super().__init__(gap=8)
        self.tally = Tally()
        self.summary = Label(role="heading", wraps=True)
        self.next = Label(role="quiet", wraps=True)
        self.list = SlicedView(tr("Photos and how far they have come"), row_of, desk, on_problem)
        self.part = QComboBox()
        self.part.setAccessibleName(tr("Which files to show"))
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.part.activated.connect(lambda _at: self._show_part())
        self.copy = Button(tr("Copy the receipts"), self._copy, icon_name="copy")
        self.box.addWidget(self.summary)
        self.box.addWidget(self.next)
        self.box.addLayout(line_up(self.part, self.copy, 1))
        self.box.addWidget(self.list, 1)
        self.show_listed([])

    def show_listed(self, objects: list[SourceObject]) -> None:
        """Files that may be copied; nothing has become of them yet."""
        self.tally = Tally()
        self.summary.clear()
        for part in (self.summary, self.next, self.part, self.copy):
            part.hide()
        self._show({found.object_id: found for found in objects})

    def show_end(self, *, is_complete: bool, is_removing: bool) -> None:
        """What became of the files; the reader begins with what needs a person."""
        self.summary.setText(self.tally.words(is_complete=is_complete))
        left, aside = self.tally.number("Still on the device"), self.tally.number("Waits for the Headteacher")
        self.next.setText(_next_words(left, aside, is_removing=is_removing))
        first = "Still on the device" if left else "Not taken" if self.tally.number("Not taken") else "Everything"
        self.part.clear()
        for name in PARTS:
            if number := self.tally.number(name):
                self.part.addItem(f"{tr(name)} · {number}", name)
        self.part.setCurrentIndex(self.part.findData(first))
        self.copy.setVisible(bool(self.tally.receipts))
        for part in (self.summary, self.next, self.part):
            part.show()
        self._show_part()

    def _show_part(self) -> None:
        holds = PARTS[self.part.currentData() or "Everything"]
        self._show({key: outcome for key, outcome in self.tally.outcomes.items() if holds(outcome)})

    def _show(self, files: Mapping[str, Any]) -> None:
        """All of them are in memory; only those in sight are put into words."""
        self.list.show_source(_Files(files), at_once=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.tally.receipts))


def _next_words(left: int, aside: int, *, is_removing: bool) -> str:
    parts = []
    if left:
        parts.append(tr("Leave the device plugged in and try again, or delete them on it and say so under Devices."))
    elif is_removing:
        parts.append(tr("The device can be taken out. Copies in “Recently deleted” or in a cloud are still there."))
    else:
        parts.append(tr("The device can be taken out; nothing was removed from it."))
    if aside:
        parts.append(tr("What waits for the Headteacher is shown to nobody else until then."))
    return " ".join(parts)


def row_of(item: Any) -> Row:
    """One file of a device, or what became of it; all that is said of the latter is as high, with a note or without."""
    if isinstance(item, SourceObject):
        return Row(item.name, words=tr("{max} MB", max=f"{max(0.1, item.bytes / 1_000_000):.1f}"), icon="picture")
    state, words = state_of(item)
    if item.problem is not None and item.photo_id is None:
        return Row(item.name, str(item.problem), state=state, words=words)
    if item.is_set_aside and item.problem is None:
        words = tr("removed, set aside") if item.state is SourceFileState.REMOVED else tr("copied, set aside")
        return Row(item.name, tr("It waits until the Headteacher decides."), state=state, words=words)
    told = str(item.problem) if item.problem is not None else item.receipt
    return Row(
        item.name, told or (tr("This photo was here already.") if item.is_duplicate else " "), state=state, words=words
    )
