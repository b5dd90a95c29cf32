"""One taught mark: whose it is, how well it is found, what it was taught from; and photos not looked at for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.people import Action
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.language import language_in_use, tr, trn
from app.ui.pages.marks_form import TeachingProgress
from app.ui.pages.marks_pictures import PictureRow
from app.ui.pages.marks_words import KINDS, recall_lines
from app.ui.widgets import Button, ElidedLabel, Label, Panel, StateChip, line_up, show_if
from app.ui.words import count, moment
from app.workflow.mark_looks import look_through_again, photos_not_looked_at
from app.workflow.teach_mark import KnownMark, mark_pictures, remove_mark, teach_again

if TYPE_CHECKING:
    from app.ui.pages.page import Page


class MarkSheet(Panel):
    """Signals:
    taught(object): it was learned anew.
    """

    taught = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.mark: KnownMark | None = None
        self.name = ElidedLabel(role="title")
        self.kind = StateChip("shown", "")
        self.who = Label(role="quiet", wraps=True)
        self.recall = Label(wraps=True)
        self.pictures = PictureRow()
        self.again = Button(tr("Teach again"), self.teach_again, icon_name="undo")
        self.remove_button = Button(tr("Remove"), self.remove, kind="danger", icon_name="remove")
        self.progress = TeachingProgress(page)
        head = line_up()
        head.addWidget(self.name, 1)
        head.addWidget(self.kind)
        self.box.addLayout(head)
        for part in (self.who, self.recall, Label(tr("Taught from"), role="heading"), self.pictures):
            self.box.addWidget(part)
        self.box.addLayout(line_up(self.again, self.remove_button, 1))
        for button in (self.again, self.remove_button):
            show_if(button, page.actor.may(Action.SETTLE_RULES))

    def show_mark(self, mark: KnownMark) -> None:
        """Show this one; its pictures come when they are there."""
        is_other = self.mark is None or (self.mark.name, self.mark.version) != (mark.name, mark.version)
        self.mark = mark
        self.name.setText(mark.name)
        self.kind.show_state("shown" if mark.kind.value == "OWN" else "needs", KINDS[mark.kind])
        today = self._page.workspace.clock.today()
        version = tr(", for the {ordinal} time", ordinal=_ordinal(mark.version)) if mark.version > 1 else ""
        self.who.setText(
            tr(
                "Taught {moment} by {taught_by}, from {pictures}{version}.",
                moment=moment(mark.taught_at, today),
                taught_by=mark.taught_by,
                pictures=count(mark.pictures, "picture"),
                version=version,
            )
        )
        self.recall.setText("\n".join(recall_lines(mark)))
        if is_other:
            self.pictures.show_pictures(())
            page = self._page
            page.desk.look(
                lambda: (mark, mark_pictures(page.workspace, page.actor, mark.name)),
                self._show_pictures,
                page.notice.show_problem,
            )

    def teach_again(self) -> None:
        """Learn it anew from the same pictures."""
        mark, page = self.mark, self._page
        if mark is not None:
            self.progress.run(
                tr("Learning “{name}”", name=mark.name),
                lambda: teach_again(page.workspace, page.actor, mark.name),
                self.taught.emit,
            )

    def remove(self) -> None:
        """Ask, then look for it no more."""
        if self.mark is not None:
            self._page.notice.ask(
                tr(
                    "“{name}” is looked for no more, and its pictures are deleted. What it covered in "
                    "photos stays covered until somebody says otherwise.",
                    name=self.mark.name,
                ),
                {tr("Remove it"): self._remove},
            )

    def _remove(self) -> None:
        mark, page = self.mark, self._page
        if mark is None:
            return

        def act() -> bool:
            remove_mark(page.workspace, page.actor, mark.name)
            return True

        if page.attempt(act):
            self.mark = None
            page.written()
            page.notice.tell(tr("“{name}” was removed.", name=mark.name))

    def _show_pictures(self, found: tuple[KnownMark, tuple]) -> None:  # type: ignore[type-arg]
        mark, pictures = found
        if mark == self.mark:
            self.pictures.show_pictures([pixmap_of(picture) for picture in pictures])


class WaitingPhotos(Panel):
    """How many photos were looked through before the marks were taught, and the button to look again."""

    def __init__(self, page: Page) -> None:
        super().__init__(row=True)
        self._page = page
        self.words = Label(wraps=True)
        self.go = Button(tr("Look through them now"), self.look, icon_name="search")
        self.box.addWidget(self.words, 1)
        self.box.addWidget(self.go)
        self.number = 0

    def refresh(self) -> None:
        """Count again."""
        page = self._page
        self.number = len(page.attempt_quietly(lambda: photos_not_looked_at(page.workspace)) or ())
        self.words.setText(
            trn(
                "{n} photo was looked through before a mark was taught. Approvers are warned until it "
                "is looked through again; what people decided stays.",
                "{n} photos were looked through before a mark was taught. Approvers are warned until they "
                "are looked through again; what people decided stays.",
                self.number,
            )
        )
        self.setVisible(self.number > 0)

    def look(self) -> None:
        """Look for the marks in them, and in nothing else."""
        page = self._page
        self.go.setEnabled(False)
        found: list[int] = []
        problems: list[BaseException] = []

        def take(outcome) -> None:  # type: ignore[no-untyped-def]
            if outcome.problem is not None:
                problems.append(outcome.problem)
            found.append(outcome.marks)

        def end(completed: bool) -> None:
            self.go.setEnabled(True)
            page.written()
            if problems:
                page.notice.show_problem(problems[0])
            elif completed:
                seen = sum(1 for marks in found if marks)
                page.notice.tell(
                    tr(
                        "{photos} looked through; a mark was found in {seen}. What was found is covered "
                        "without permission, and waits in Review.",
                        photos=count(len(found), "photo"),
                        seen=seen,
                    )
                )

        page.desk.begin(
            tr("Looking for the school’s marks"),
            lambda: look_through_again(page.workspace, page.actor),
            total=self.number,
            on_outcome=take,
            on_problem=problems.append,
            on_end=end,
        )


def _ordinal(number: int) -> str:
    if language_in_use() != "en":
        return str(number)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
