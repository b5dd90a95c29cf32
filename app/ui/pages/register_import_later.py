"""What lists leave behind: lines to read, pupils who were missing, lists that come again, and readings to take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.people import Person
from app.ui.language import Told, phrase, tr
from app.ui.long_lists import LinesToRead, MissingPupils, lists_left_little
from app.ui.models.rows import Row, RowsView
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.answer_form import date_field
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, field, line_up
from app.ui.words import day, moment
from app.workflow import import_questions, import_sources, import_undo, register
from consent_db.import_questions import ImportQuestion
from consent_db.import_sources import ImportSource

if TYPE_CHECKING:
    from app.ui.pages.register import RegisterPage


class ToRead(Plain):
    """Lines only a person can read, and pupils the last list did not name."""

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(gap=12)
        self._page = page
        desk, on_problem = page.desk, page.notice.show_problem
        self.questions = SlicedView(tr("Lines to read"), _question_row, desk, on_problem, is_flat=True)
        self.questions.turned.connect(self._show_chosen)
        self.questions.filled.connect(lambda: self._show_chosen(self.questions.current_key()))
        self.question: ImportQuestion | None = None
        self.said = Label(wraps=True)
        self.outcome = QLineEdit()
        self.outcome.setPlaceholderText(tr("For example: asked her mother, recorded a no for Facebook"))
        self.open_person = Button(tr("Show the child"), self._open, icon_name="person")
        self.settle = Button(tr("It is settled"), self._settle, icon_name="tick")
        self.missing = SlicedView(tr("Pupils missing from the last list"), _missing_row, desk, on_problem, is_flat=True)
        self.last_day = date_field()
        self.last_day.setAccessibleName(tr("Last day at school"))
        self.box.addWidget(Label(tr("Somebody must read these"), role="heading"))
        self.questions.setMinimumHeight(theme().px(150))
        self.missing.setMinimumHeight(theme().px(110))
        self.box.addWidget(self.questions, 2)
        self.box.addWidget(self.said)
        self.box.addLayout(field(tr("What you made of it"), self.outcome))
        self.box.addLayout(line_up(1, self.open_person, self.settle))
        self.box.addWidget(Label(tr("Missing from the last pupil list"), role="heading"))
        self.box.addWidget(self.missing, 1)
        left = Button(tr("Has left"), self._left, icon_name="stop", kind="danger")
        stayed = Button(tr("Is still here"), self._stayed, icon_name="tick")
        self.box.addLayout(line_up(Label(tr("Last day"), role="quiet"), self.last_day, 1, stayed, left))

    def refresh(self) -> None:
        """Read again what waits."""
        page = self._page
        few = bool(page.attempt_quietly(lambda: lists_left_little(page.workspace, FEW)))
        self.questions.show_source(LinesToRead(page.workspace, page.actor), at_once=few)
        self.missing.show_source(MissingPupils(page.workspace, page.actor), at_once=few)

    def _show_chosen(self, question_id: str | None) -> None:
        page, wanted = self._page, question_id or ""
        found = page.attempt_quietly(lambda: import_questions.by_ids(page.workspace, page.actor, [wanted])) or {}
        question = self.question = found.get(wanted)
        self.said.setText(question.words if question else tr("Choose a line to see all of it."))
        self.open_person.setEnabled(question is not None and question.person_id is not None)
        self.settle.setEnabled(question is not None)

    def _open(self) -> None:
        if self.question is not None and self.question.person_id is not None:
            self._page.importer.closed.emit()
            self._page.open(self.question.person_id)

    def _settle(self) -> None:
        question = self.question
        if question is None:
            return
        page, outcome = self._page, self.outcome.text()
        done = page.attempt(
            lambda: import_questions.settle_question(page.workspace, page.actor, question.id, outcome=outcome) or True
        )
        if done:
            self.outcome.clear()
            self._written()

    def _left(self) -> None:
        person: Person | None = self.missing.chosen()
        if person is None:
            return
        page, last_day = self._page, self.last_day.date().toPython()
        words = tr(
            "{name} will be covered everywhere after {day}, and posts that show them go back.",
            name=person.name,
            day=day(last_day),
        )
        page.notice.ask(words, {tr("They have left"): lambda: self._say_left(person, last_day)})

    def _say_left(self, person: Person, last_day: Any) -> None:
        page = self._page
        if page.attempt(lambda: register.mark_as_left(page.workspace, page.actor, person.id, last_day) is not None):
            self._written()

    def _stayed(self) -> None:
        person: Person | None = self.missing.chosen()
        page = self._page
        if person is not None and page.attempt(
            lambda: import_questions.say_stayed(page.workspace, page.actor, person.id) or True
        ):
            self._written()

    def _written(self) -> None:
        self.last_day.setDate(QDate.currentDate())
        self.refresh()
        self._page.written()


class PastReadings(Plain):
    """The lists that were taken over; each can be taken back once, as a whole."""

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(gap=12)
        self._page = page
        self.list = RowsView(tr("Lists that were taken over"), self._row, is_flat=True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.undo = Button(tr("Take it back"), self._ask, icon_name="undo", kind="danger")
        self.box.addWidget(Label(tr("What was taken over"), role="heading"))
        self.box.addWidget(self.list, 1)
        self.box.addLayout(line_up(1, self.undo))

    def refresh(self) -> None:
        """Read again what was taken over."""
        page = self._page
        past = page.attempt_quietly(lambda: import_undo.past_imports(page.workspace, page.actor)) or ()
        chosen = self.list.chosen()
        self.list.rows.show_items(past)
        self.list.choose(lambda reading: chosen is not None and reading.id == chosen.id)
        self._show_chosen()

    def _show_chosen(self) -> None:
        reading: import_undo.ReadList | None = self.list.chosen()
        self.undo.setEnabled(reading is not None and reading.can_be_undone)

    def _ask(self) -> None:
        reading: import_undo.ReadList | None = self.list.chosen()
        if reading is not None:
            self._page.notice.ask(
                tr(
                    "Everything {file_name} brought is taken back. Whoever it hid stays hidden until "
                    "each yes is confirmed again.",
                    file_name=reading.file_name,
                ),
                {tr("Take it back"): lambda: self._undo(reading)},
            )

    def _undo(self, reading: import_undo.ReadList) -> None:
        page = self._page
        undone = page.attempt(lambda: import_undo.undo_import(page.workspace, page.actor, reading.id))
        if undone is not None:
            self.refresh()
            page.written()
            page.notice.tell(
                tr("{file_name} was taken back: {to_words}.", file_name=reading.file_name, to_words=undone.to_words())
            )

    def _row(self, reading: import_undo.ReadList) -> Row:
        when = moment(reading.applied_at, self._page.workspace.clock.today())
        note = tr(
            "{kinds}, {rows} lines, {when}, {applied_by}",
            kinds=_KINDS.get(reading.kind, reading.kind),
            rows=reading.rows,
            when=when,
            applied_by=reading.applied_by,
        )
        words = "" if reading.can_be_undone else tr("taken back")
        return Row(reading.file_name or tr("A list"), note, icon="import", words=words)


class KeptLists(Plain):
    """Lists that come again: their folder is looked into, and a new file waits here until a person takes it over."""

    look_wanted = Signal(object, object)
    found = Signal(int)

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(gap=12)
        self._page = page
        self.list = RowsView(tr("Lists that come again"), _source_row, is_flat=True)
        self.news = RowsView(tr("New files"), _news_row, is_flat=True)
        self.news.activated.connect(lambda _index: self._look())
        self.box.addWidget(Label(tr("Lists that come again"), role="heading"))
        self.box.addWidget(self.list, 1)
        stop = Button(tr("Look for it no more"), self._stop, icon_name="stop")
        self.box.addLayout(line_up(Button(tr("Look for new files"), self.check, icon_name="search"), 1, stop))
        self.box.addWidget(Label(tr("New files"), role="heading"))
        self.box.addWidget(self.news, 1)
        self.box.addLayout(line_up(1, Button(tr("Show what would change"), self._look, kind="primary")))

    def refresh(self) -> None:
        """Read again which lists are kept."""
        page = self._page
        kept = page.attempt_quietly(lambda: import_sources.all_sources(page.workspace, page.actor)) or ()
        self.list.rows.show_items(source for source in kept if source.is_active)

    def check(self) -> None:
        """Look into the folders, off the window's own thread."""
        page = self._page
        page.desk.look(
            lambda: list(import_sources.check_sources(page.workspace, page.actor)),
            self.show_news,
            page.notice.show_problem,
        )

    def show_news(self, news: list[import_sources.News]) -> None:
        """Show which files wait; taken noes change what other pages show."""
        self.news.rows.show_items(news)
        self.found.emit(len(news))
        if any(item.refusals for item in news):
            self._page.written()

    def _look(self) -> None:
        news: import_sources.News | None = self.news.chosen()
        if news is not None and news.path is not None:
            self.look_wanted.emit(news.source, news.path)

    def _stop(self) -> None:
        source: ImportSource | None = self.list.chosen()
        page = self._page
        if source is not None and page.attempt(
            lambda: import_sources.stop_source(page.workspace, page.actor, source) or True
        ):
            self.refresh()
            page.written()


_KINDS = Told({"pupils": phrase("Pupils"), "consents": phrase("Consents"), "refusals": phrase("Noes taken at once")})


def _question_row(question: ImportQuestion) -> Row:
    return Row(question.words, tr("Line {line}", line=question.line), state="needs", words=question.said[:40])


def _missing_row(person: Person) -> Row:
    return Row(person.name, person.registration_group, icon="person")


def _source_row(source: ImportSource) -> Row:
    age = tr("as of {day}", day=day(source.as_of.date())) if source.as_of else tr("never read")
    return Row(source.name, source.folder or tr("chosen by hand"), icon="import", words=age)


def _news_row(news: import_sources.News) -> Row:
    name = news.path.name if news.path else news.source.name
    return Row(name, news.to_words(), state="withheld" if news.problem else "needs", words=news.source.name)
