"""Whether the school compares faces: off until everything that has to come first is written down."""

from __future__ import annotations

from dataclasses import replace

from app.domain.matching import MatchingRecord
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, Plain, StateChip, clear, line_up
from app.ui.words import sentence
from app.workflow import matching

_ASKS = (
    Ask("dpia_reference", phrase("Impact assessment"), hint=phrase("Where it is kept")),
    Ask("dpia_date", phrase("Signed on"), "day"),
    Ask("dpo_name", phrase("Data protection officer who was asked")),
    Ask("review_date", phrase("Looked at again by"), "day"),
    Ask("notices", phrase("Where the notices to parents and pupils are")),
    Ask("alternative", phrase("What is done for those who are not compared")),
)


class MatchingPanel(Panel):
    """What is missing, the record, and the switch."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.record = MatchingRecord()
        self._filled: MatchingRecord | None = None
        self.state = StateChip("covered", "")
        self.missing = Plain(gap=4)
        self.form = Fields(_ASKS)
        self.save_button = Button(tr("Save the record"), self._save)
        self.switch = Button(tr("Compare faces"), self._switch)
        self.box.addLayout(line_up(Label(tr("Comparing faces"), role="heading"), 1, self.state))
        words = tr(
            "ClearPost never compares a face unless the school switched it on and that child’s own consent is there."
        )
        self.box.addWidget(Label(words, role="quiet", wraps=True))
        self.box.addWidget(self.missing)
        self.box.addWidget(self.form)
        self.box.addLayout(line_up(self.switch, 1, self.save_button))

    def refresh(self) -> None:
        """Read the record; what is being entered stays."""
        page = self._page
        record = page.attempt_quietly(lambda: matching.matching_record(page.workspace, page.actor))
        if record is None:
            return
        today = page.workspace.clock.today()
        if self._filled is None or (record != self._filled and not self._is_typed()):
            self._filled = record
            self.form.fill({ask.key: getattr(record, ask.key) for ask in _ASKS})
        self.record = record
        on = record.compares(today)
        self.state.show_state("needs" if on else "covered", tr("on") if on else tr("off"))
        clear(self.missing.box)
        for words in record.missing(today):
            self.missing.box.addWidget(StateChip("needs", tr("Missing: {words}", words=words)))
        self.switch.setText(tr("Compare no faces") if record.is_on else tr("Compare faces"))
        self.switch.setEnabled(record.is_on or not record.missing(today))
        self.switch.setToolTip("" if self.switch.isEnabled() else tr("Write down what is missing first."))

    def _is_typed(self) -> bool:
        return any(value != getattr(self._filled, key) for key, value in self.form.values().items())

    def _save(self) -> None:
        page = self._page
        if not self.form.check():
            return
        wanted = replace(self.record, **self.form.values())
        if page.attempt(lambda: matching.record_matching(page.workspace, page.actor, wanted)) is not None:
            self._filled = None
            page.written()
            page.notice.tell(tr("The record is stored. This alone switches nothing on."))

    def _switch(self) -> None:
        page = self._page
        if self.record.is_on:
            page.notice.ask(
                tr("No face is compared from now on, and every child’s features are deleted, with a receipt each."),
                {tr("Compare no faces"): self._off},
            )
            return
        if page.attempt(lambda: matching.switch_matching_on(page.workspace, page.actor)) is not None:
            page.written()
            page.notice.tell(tr("Faces may be compared now, of those alone whose consent is there."))

    def _off(self) -> None:
        page = self._page
        deleted = page.attempt(lambda: matching.switch_matching_off(page.workspace, page.actor))
        if deleted is not None:
            page.written()
            page.notice.tell(
                sentence(tr("no face is compared any more. {deleted} sets of features were deleted.", deleted=deleted))
            )
