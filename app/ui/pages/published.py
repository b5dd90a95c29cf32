"""Published: everything that is or was out, what has to come down against the clock, and what to look at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.domain.cases import CaseKind
from app.domain.people import Action, Role
from app.domain.photo import RgbImage
from app.domain.post import ReleaseId, ReleaseState
from app.ui import reads
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.columns import Columns
from app.ui.desk import Desk
from app.ui.files import read_file, write_file
from app.ui.forms import Ask, Fields
from app.ui.language import Told, phrase, tr
from app.ui.long_lists import EverythingOut, publications_are_few
from app.ui.models.rows import Row
from app.ui.models.sliced import FEW, SlicedView
from app.ui.pages.older_posts import OlderPosts
from app.ui.pages.page import Page
from app.ui.pages.picture_label import PictureLabel
from app.ui.pages.sift import TitleSift
from app.ui.widgets import Button, EmptyState, Label, Panel, Plain, StateChip, clear, line_up, scrolled, show_if
from app.ui.words import count, moment
from app.workflow import cases, publish, takedowns
from app.workflow.takedowns import URGENT_MINUTES, Due, Out, Sought

_STATES = Told(
    {
        ReleaseState.LIVE: ("shown", phrase("Live")),
        ReleaseState.EXPORTED: ("covered", phrase("In its folder")),
        ReleaseState.TAKEN_DOWN: ("withheld", phrase("Taken down")),
    }
)
_EDGE_PX = 480
_ACROSS = 3
_ASKS = (
    Ask("reason", phrase("Why, or the proof that it is gone"), needed=phrase("Say why, or who saw it gone and when.")),
    Ask("asked_by", phrase("Who asks for it"), hint=phrase("Needed for a takedown")),
)


class PublishedPage(Page):
    """Left the audit list, right one publication with its steps and what can be done about it."""

    key = "published"
    title = phrase("Published")
    icon_name = "eye"
    actions = frozenset({Action.APPROVE, Action.PUBLISH, Action.PLACE_HOLD, Action.KEEP_CASES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.one: Out | None = None
        self._due: dict[str, Due] = {}
        self._looks: dict[str, Due] = {}
        self._steps_of: object = None
        self._pictures_of: object = None
        self.picture: bytes | None = None

    def build_pieces(self) -> Iterator[None]:
        self.older = OlderPosts(self)
        one = self._one_publication()
        yield
        every = self._everything_out()
        yield
        inside = Plain(gap=16)
        inside.box.addWidget(one)
        inside.box.addWidget(self.older)
        inside.box.addStretch(1)
        columns = Columns()
        columns.add_side(every, 360)
        columns.addWidget(scrolled(inside, tr("Publication")), 1)
        self.body.addLayout(columns, 1)
        for part in (self.empty, self.panel):  # until the list is there
            part.hide()

    def _everything_out(self) -> Panel:
        """The list, sifted, or a word of what would be in it."""
        desk = self.desk
        self.list = SlicedView(tr("Published"), self._row, desk, self.notice.show_problem, is_flat=True)
        self.list.turned.connect(lambda key: self.attempt_quietly(lambda: self._chosen(key)))
        self.list.filled.connect(lambda: self.attempt_quietly(self._listed))
        self.sift = TitleSift(desk, "published", {one.value: words for one, (_s, words) in _STATES.items()})
        self.sift.changed.connect(self._show_list)
        way = Button(tr("Go to Publish"), lambda: desk.go_to.emit("publish", None), icon_name="publish")
        self.empty = EmptyState(
            "publish", tr("Nothing is published yet"),
            tr("Everything that goes out is listed here. Hand out an approved post under Publish."),
            way if self.actor.may(Action.PUBLISH) or self.actor.may(Action.APPROVE) else None,
        )  # fmt: skip
        left = Panel(margin=12, gap=8)
        left.box.addWidget(self.sift)
        left.box.addWidget(self.list, 1)
        left.box.addWidget(self.empty, 1)
        return left

    def _one_publication(self) -> Panel:
        """What is known of the chosen one, its steps, and the buttons for what may be done about it."""
        self.heading = Label(role="title", wraps=True)
        self.state = StateChip("shown", "")
        self.facts = Label(role="quiet", wraps=True)
        self.pictures = Plain(gap=8)
        self.steps = Plain(gap=4)
        self.form = Fields(_ASKS)
        self.picture_words = Label(role="quiet")
        self._make_buttons()
        self.panel = Panel(gap=8)
        for widget in (self.heading, self.state, self.facts, self.pictures, self.steps, self.form):
            self.panel.box.addWidget(widget)
        self.panel.box.addLayout(line_up(self.attach_button, self.copy_button, self.picture_words, 1))
        self.panel.box.addLayout(line_up(self.open_button, self.looked_button, 1, self.stays_button, self.gone_button))
        self.panel.box.addLayout(line_up(self.mistake_button, 1, self.order_button, self.urgent_button))
        orders = bool(self.actor.roles & {Role.DSL, Role.HEAD, Role.DEPUTY})
        for button in (self.urgent_button, self.order_button):
            show_if(button, orders)
        return self.panel

    def _make_buttons(self) -> None:
        self.open_button = Button(tr("Open it in the browser"), self._open, icon_name="link")
        self.urgent_button = Button(
            tr("Take it down within {urgent_minutes} minutes", urgent_minutes=URGENT_MINUTES),
            self.urgent,
            kind="danger",
        )
        self.order_button = Button(tr("Ask for a takedown"), self.order)
        self.mistake_button = Button(
            tr("Published by mistake"), self.mistake, tip=tr("Say above what is wrong with it")
        )
        self.attach_button = Button(tr("Add a picture of it gone"), self._ask_picture, icon_name="import")
        self.copy_button = Button(tr("Save the proof"), self._ask_copy, icon_name="save")
        self.looked_button = Button(
            tr("I looked at it"), self.look, icon_name="eye", tip=tr("It is online as it should be; the day is kept")
        )
        self.stays_button = Button(tr("It may stay"), self.stays)
        self.gone_button = Button(tr("It is gone"), self.gone, kind="primary", tip=tr("Say above who looked, and when"))

    def refresh(self) -> None:
        due = self.attempt_quietly(lambda: takedowns.takedowns(self.workspace, self.actor)) or ()
        looks = self.attempt_quietly(lambda: takedowns.to_look_at(self.workspace, self.actor)) or ()
        self._due = {one.release.id: one for one in due}
        self._looks = {one.release.id: one for one in looks}
        self.older.refresh()
        self._show_list()

    def _show_list(self) -> None:
        state = ReleaseState(self.sift.state) if self.sift.state else None
        wanted = EverythingOut(self.workspace, self.actor, Sought(self.sift.words, state))
        few = self.attempt_quietly(lambda: publications_are_few(self.workspace, FEW))
        self.list.show_source(wanted, at_once=bool(few))

    def _listed(self) -> None:
        """The list is there: the one in front stays, else the most urgent comes."""
        found = self.list.rows
        shown = self._read(self.one.release.id) if self.one is not None else None
        self.one = shown or next(iter(found.items), None)
        if self.one is not None:
            self.list.choose_key(self.one.release.id)
        has_some = found.rowCount() > 0
        self.sift.say(found.rowCount())
        self.list.setVisible(has_some)
        self.sift.setVisible(has_some or self.sift.is_on)
        self.empty.setVisible(not has_some and not self.sift.is_on)
        self._show()

    def _read(self, release_id: ReleaseId) -> Out | None:
        found = self.attempt_quietly(lambda: takedowns.out_by_ids(self.workspace, self.actor, [release_id])) or {}
        return found.get(release_id)

    def urgent(self) -> None:
        """Start a takedown that is a matter of minutes."""
        self._take_down(URGENT_MINUTES)

    def order(self) -> None:
        """Start a takedown within the policy's hours."""
        self._take_down(None)

    def gone(self) -> None:
        """Somebody saw that it is gone; what they say is the proof."""
        one = self.one
        if one is None or (self.picture is None and not self.form.check()):
            return
        proof, picture = self.form.values()["reason"], self.picture
        if self.attempt(
            lambda: publish.note_taken_down(self.workspace, self.actor, one.release.id, proof, picture=picture)
        ):
            self._after()

    def open(self, what: object) -> None:
        """Show the publication with this id, or the one a takedown with this id is about."""
        due = next(
            (d for d in takedowns.takedowns(self.workspace, self.actor) if what in (d.task.id, d.release.id)), None
        )
        self.sift.clear()
        self.one = self._read(due.release.id if due else ReleaseId(str(what))) or self.one
        self.refresh()

    def stays(self) -> None:
        """Somebody looked, and the post may stay."""
        look = self._looks.get(self.one.release.id) if self.one else None
        if look is None or not self.form.check():
            return

        def keep() -> bool:
            takedowns.stays(self.workspace, self.actor, look.task.id, self.form.values()["reason"])
            return True

        if self.attempt(keep):
            self._after()

    def mistake(self) -> None:
        """Record that this should not have been published: an incident, and a takedown in a matter of minutes."""
        one = self.one
        if one is None or not self.form.check():
            return
        words = self.form.values()["reason"]
        made = self.attempt(
            lambda: cases.open_case(
                self.workspace, self.actor, CaseKind.WRONG_PICTURE, words, release_id=one.release.id
            )
        )
        if made is not None:
            self._after()
            self.notice.tell(
                tr(
                    "No. {number} is recorded, and the post has to come down now. Tell {tell}.",
                    number=made.number,
                    tell=made.tell,
                )
            )

    def _take_down(self, minutes: int | None) -> None:
        one = self.one
        if one is None or not self.form.check():
            return
        said = self.form.values()
        done = self.attempt(
            lambda: takedowns.order_takedown(
                self.workspace, self.actor, one.release.id, reason=said["reason"], asked_by=said["asked_by"],
                minutes=minutes,
            )
        )  # fmt: skip
        if done is not None:
            self._after()

    def save_proof(self, path: Path) -> None:
        """Write the picture that shows it gone into a file."""
        one = self.one
        if one is None:
            return

        def write() -> bool:
            kept = takedowns.picture_of_gone(self.workspace, self.actor, one.release.id)
            return write_file(path, kept.data)

        if self.attempt(write):
            self.notice.tell(tr("The picture is in {path}.", path=path))

    def _ask_copy(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, tr("Save the proof"), "gone", tr("Picture or PDF (*.png *.jpg *.pdf)")
        )
        if name:
            self.save_proof(Path(name))

    def _ask_picture(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, tr("A picture of it gone"), "", tr("Picture or PDF (*.png *.jpg *.pdf)")
        )
        if name:
            self.picture = self.attempt(lambda: read_file(Path(name)))
            self.picture_words.setText(Path(name).name if self.picture else "")

    def _after(self) -> None:
        self.form.fill({"reason": "", "asked_by": ""})
        self._drop_picture()
        self.written()
        self.refresh()

    def _drop_picture(self) -> None:
        self.picture = None
        self.picture_words.setText("")

    def _show(self) -> None:
        one = self.one
        self.panel.setVisible(one is not None)
        if one is None:
            return
        today = self.workspace.clock.today()
        self.heading.setText(f"{one.post.title} · {one.platform}")
        self.state.show_state(*self._state(one))
        said = [
            tr("handed out {moment}", moment=moment(one.release.exported_at, today)),
            count(one.pictures, "picture"),
        ]
        self.facts.setText(" · ".join([*said, one.release.live_url or tr("no address noted"), self._looked(one)]))
        self.looked_button.setVisible(one.release.state is ReleaseState.LIVE)
        self._show_pictures(one)
        self.open_button.setVisible(bool(one.release.live_url))
        is_down = one.release.state is ReleaseState.TAKEN_DOWN
        self.stays_button.setVisible(one.release.id in self._looks and self.actor.may(Action.APPROVE))
        for button in (self.urgent_button, self.order_button, self.gone_button, self.mistake_button):
            button.setEnabled(not is_down)
        self.gone_button.setVisible(self.actor.may(Action.PUBLISH))
        self.attach_button.setVisible(self.actor.may(Action.PUBLISH) and not is_down)
        self.copy_button.setVisible(one.release.gone_file is not None)
        due = self._due.get(one.release.id)
        steps = due.steps if due else ()
        if self._steps_of != (one.release.id, steps):
            self._steps_of = (one.release.id, steps)
            clear(self.steps.box)
            for at, line in enumerate(steps, start=1):
                self.steps.box.addWidget(Label(f"{at}. {line}", wraps=True))

    def _looked(self, one: Out) -> str:
        """Who last looked at it where it is, and when."""
        if one.release.looked_at is None:
            return tr("not looked at since")
        when = moment(one.release.looked_at, self.workspace.clock.today())
        who = reads.user_names(self.workspace).get(one.release.looked_by or "", tr("somebody"))
        return tr("looked at on {when} by {who}", when=when, who=who)

    def look(self) -> None:
        """Somebody looked at it where it is, and all is well."""
        one = self.one
        if one is not None and self.attempt(lambda: takedowns.look(self.workspace, self.actor, one.release.id)):
            self._after()

    def _show_pictures(self, one: Out) -> None:
        """The very pictures that went out, fetched once for each publication."""
        if self._pictures_of == one.release.id:
            return
        self._pictures_of = release_id = one.release.id
        clear(self.pictures.box)
        self.pictures.setVisible(one.pictures > 0)
        if not one.pictures:
            return
        self.desk.look(
            lambda: takedowns.pictures_out(self.workspace, self.actor, release_id, max_edge_px=_EDGE_PX),
            lambda found: self._have(release_id, found),
            self.notice.show_problem,
        )

    def _have(self, release_id: ReleaseId, found: Sequence[RgbImage]) -> None:
        if self._pictures_of != release_id:
            return
        for start in range(0, len(found), _ACROSS):
            labels = []
            for number, pixels in enumerate(found[start : start + _ACROSS], start + 1):
                label = PictureLabel(tr("Picture {number} as it went out", number=number), width=200, height=150)
                label.show_picture(pixmap_of(pixels))
                labels.append(label)
            self.pictures.box.addLayout(line_up(*labels, 1))
        if not found:
            self.pictures.box.addWidget(Label(tr("The pictures were erased since."), role="quiet"))

    def _state(self, one: Out) -> tuple[str, str]:
        due = self._due.get(one.release.id)
        if due is not None and due.task.due_at is not None:
            when = moment(due.task.due_at, self.workspace.clock.today())
            return "withheld", tr("Overdue since {when}", when=when) if due.is_late else tr(
                "Take down by {when}", when=when
            )
        if one.release.id in self._looks:
            return "needs", tr("Look at it again")
        return _STATES[one.release.state]

    def _row(self, one: Out) -> Row:
        state, words = self._state(one)
        return Row(one.post.title, f"{one.platform} · {count(one.pictures, 'picture')}", state=state, words=words)

    def _chosen(self, release_id: ReleaseId) -> None:
        if (one := self._read(release_id)) is not None:
            self.one = one
            self._drop_picture()
            self._show()

    def _open(self) -> None:
        if self.one is not None:
            QDesktopServices.openUrl(QUrl(self.one.release.live_url))
