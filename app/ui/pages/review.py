"""Review: name the faces, see at once what each platform would show, and answer for those who may not be shown.

Keys: letters search the class list, Enter names, Tab goes to the next face, Delete says it is no face, C covers,
Ctrl+Z takes the last step back, Space looks underneath, B draws a box, F6 changes the column.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from app.domain.consent import Platform
from app.domain.detection import PhotoFacts, Presence, Region, RegionKind, Verdict
from app.domain.geometry import Box
from app.domain.people import Action, Person, PersonId
from app.domain.photo import Photo, RgbImage
from app.domain.treatment import Decision, Outcome, Treatment
from app.ui import reads
from app.ui.canvas.painting import CanvasBox
from app.ui.canvas.photo_canvas import PhotoCanvas
from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.pages.review_keys import ReviewKeys
from app.ui.pages.review_panels import ClassPanel, Face, FacesPanel, faces_of
from app.ui.pages.says_no import says_no_button
from app.ui.theme import theme
from app.ui.widgets import Button, ElidedLabel, EmptyState, Label, Panel, Plain, StateChip, clear, line_up
from app.ui.words import OUTCOME, place_words, reason_words, state_of
from app.workflow import review
from app.workflow.decide import decide_photo, reverse_check

LARGEST_SHOWN_PX = 2400
SURELY_A_FACE = 0.6
"""From this score of the finder on, "not a face" is asked again before it is believed."""


class ReviewPage(Page):
    """The three columns; the middle one is the picture."""

    key = "review"
    title = "Review"
    icon_name = "review"
    actions = frozenset({Action.REVIEW})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body.setContentsMargins(*[theme().px(12)] * 4)
        self.photos: tuple[Photo, ...] = ()
        self.photo_id = ""
        self.facts: PhotoFacts | None = None
        self.decision: Decision | None = None
        self.faces: tuple[Face, ...] = ()
        self._picture_of = ""
        self._doubted = ""
        self._people: dict[PersonId, Person] = {}
        self._platforms: tuple[Platform, ...] = ()
        self._build()
        self._listen()

    # building

    def _build(self) -> None:
        self.classes = ClassPanel()
        self.classes.setFixedWidth(theme().side_px(216))
        self.name_button = Button("Stranger", self.mark_stranger, tip="A visitor or passer-by: stays covered")
        self.not_face = Button("Not a face", self.mark_not_a_face, tip="Delete")
        self.cover_button = Button("Cover", self.cover, icon_name="shield", tip="C")
        self.undo_button = Button("Undo", self.undo, icon_name="undo", tip="Ctrl+Z")
        self.box_button = Button("Draw a box", self.draw, icon_name="box", tip="B, then drag on the photo")
        self.faces_panel = FacesPanel(
            [self.name_button, self.not_face, self.cover_button, self.undo_button, self.box_button]
        )
        self.faces_panel.setFixedWidth(theme().side_px(250))
        self.says_no = says_no_button(self, self._named, words="Somebody says no")
        self.faces_panel.box.addWidget(self.says_no)
        self.canvas = PhotoCanvas("Photo with faces")
        self.empty = EmptyState(
            "picture",
            "No photos to review",
            "Import some first.",
            Button("Import photos", lambda: self.desk.go_to.emit("import", None)),
        )
        self.columns = Plain(row=True, gap=12)
        self.columns.box.addWidget(self.classes)
        self.columns.box.addWidget(self._build_middle(), 1)
        self.columns.box.addWidget(self.faces_panel)
        self.body.addWidget(self.columns, 1)
        self.body.addWidget(self.empty, 1)

    def _build_middle(self) -> QWidget:
        middle = Panel(margin=8, gap=8)
        self.outcome = StateChip("needs", "")
        self.numbers = ElidedLabel(role="quiet")
        self.because = Label(role="quiet", wraps=True)
        self.back = Button("Previous photo", lambda: self.step(-1), icon_name="previous", kind="icon", tip="Page Up")
        self.forward = Button("Next photo", lambda: self.step(1), icon_name="next", kind="icon", tip="Page Down")
        self.where = Label()
        self.events = QComboBox()
        self.events.setAccessibleName("Event")
        self.tabs = Plain(row=True, gap=4)
        self._tab_group = QButtonGroup(self)
        zoom = [
            Button("Zoom in", lambda: self.canvas.zoom_by(1.25), icon_name="zoom-in", kind="icon", tip="+"),
            Button("Zoom out", lambda: self.canvas.zoom_by(0.8), icon_name="zoom-out", kind="icon", tip="-"),
            Button("Whole photo", self.canvas.fit, icon_name="fit", kind="icon", tip="0"),
        ]
        self.under = Button("Look underneath", icon_name="eye", kind="icon", tip="Look underneath: hold Space")
        self.under.pressed.connect(lambda: self.canvas.look_underneath(True))
        self.under.released.connect(lambda: self.canvas.look_underneath(False))
        self.events.setMinimumWidth(theme().px(110))
        self.events.setMaximumWidth(theme().px(220))
        middle.box.addLayout(line_up(self.events, self.back, self.where, self.forward, 1, *zoom, self.under, gap=4))
        middle.box.addWidget(self.canvas, 1)
        middle.box.addWidget(self.tabs, alignment=Qt.AlignmentFlag.AlignLeft)
        words = line_up(self.outcome, gap=12)
        words.addWidget(self.numbers, 1)
        middle.box.addLayout(words)
        middle.box.addWidget(self.because)
        return middle

    def _listen(self) -> None:
        self.classes.named.connect(self.name)
        self.classes.answered.connect(self.answer)
        self.classes.class_changed.connect(self.use_class)
        self.faces_panel.chosen.connect(self.canvas.choose)
        self.faces_panel.hovered.connect(self.canvas.light)
        self.canvas.chosen.connect(self.faces_panel.choose)
        self.canvas.hovered.connect(lambda key: self.faces_panel.list.light(lambda face: face.region.id == key))
        self.canvas.drawn.connect(self.add_box)
        self.canvas.moved.connect(self.move_box)
        self.canvas.looked_underneath.connect(self._note_look)
        self.events.currentIndexChanged.connect(lambda _index: self._choose_event())
        self.keys = ReviewKeys(self)

    # reading

    def context(self) -> str:
        photo = self.photo
        return f"{photo.event} · photo {photo.number}" if photo else ""

    @property
    def photo(self) -> Photo | None:
        return next((p for p in self.photos if p.id == self.photo_id), None)

    @property
    def platform(self) -> Platform | None:
        return next((p for p in self._platforms if p.id == self.desk.platform_id), None)

    def open(self, what: object) -> None:
        """Show one photo by its id."""
        self.photo_id = str(what)

    def start(self) -> QWidget:
        return self.classes.search

    def refresh(self) -> None:
        """Read photo, people and decision again; the picture only when it is another one."""
        every = reads.all_photos(self.workspace)
        if self.photo_id not in {p.id for p in every}:
            self.photo_id = next((p.id for p in every if p.state != "IDENTIFIED"), every[0].id if every else "")
        self._show_events(every)
        self._platforms = reads.all_platforms(self.workspace)
        if self.platform is None and self._platforms:
            self.desk.platform_id = self._platforms[0].id
        self.columns.setVisible(bool(every))
        self.empty.setVisible(not every)
        if every:
            self._show_photo()

    def _show_events(self, every: tuple[Photo, ...]) -> None:
        chosen = next((p.event for p in every if p.id == self.photo_id), "")
        self.photos = tuple(p for p in every if p.event == chosen)
        names = list(dict.fromkeys(p.event for p in every))
        self.events.blockSignals(True)
        self.events.clear()
        self.events.addItems(names)
        self.events.setCurrentText(chosen)
        self.events.blockSignals(False)

    def _choose_event(self) -> None:
        first = next((p for p in reads.all_photos(self.workspace) if p.event == self.events.currentText()), None)
        if first is not None:
            self._go_to(first.id)

    def _show_photo(self) -> None:
        view = self.attempt_quietly(lambda: review.photo_view(self.workspace, self.actor, self.photo_id))
        if view is None:
            return
        self.facts = view.facts
        self._people = {p.id: p for p in reads.all_people(self.workspace)}
        at = [p.id for p in self.photos].index(self.photo_id)
        self.where.setText(f"{at + 1} of {len(self.photos)}")
        self.back.setEnabled(at > 0)
        self.forward.setEnabled(at + 1 < len(self.photos))
        self._show_tabs()
        self._decide()
        self._show_people()
        if self._picture_of != self.photo_id:
            self._fetch_picture(view.photo)

    def _fetch_picture(self, photo: Photo) -> None:
        self._picture_of = photo.id
        self.canvas.show_picture(None, width=photo.width, height=photo.height)

        def show(pixels: RgbImage) -> None:
            if self.photo_id == photo.id:
                self.canvas.show_picture(pixels, width=photo.width, height=photo.height)

        self.desk.look(
            lambda: review.load_picture(self.workspace, self.actor, photo.id, max_edge_px=LARGEST_SHOWN_PX),
            show,
            self.notice.show_problem,
        )

    def _show_tabs(self) -> None:
        if [b.text() for b in self._tab_group.buttons()] != [p.name for p in self._platforms]:
            for button in self._tab_group.buttons():
                self._tab_group.removeButton(button)
            clear(self.tabs.box)
            for platform in self._platforms:
                tab = Button(platform.name, lambda p=platform: self.show_platform(p), kind="tab")
                self._tab_group.addButton(tab)
                self.tabs.box.addWidget(tab)
        for button, platform in zip(self._tab_group.buttons(), self._platforms, strict=True):
            button.setChecked(platform.id == self.desk.platform_id)

    def show_platform(self, platform: Platform) -> None:
        """See what this platform would show."""
        self.desk.platform_id = platform.id
        self._decide()

    def _decide(self) -> None:
        platform, facts = self.platform, self.facts
        if platform is None or facts is None:
            return
        decision = self.attempt_quietly(lambda: decide_photo(self.workspace, facts.photo_id, platform.id))
        if decision is None:
            return
        self.decision = decision
        chosen = self.chosen.region.id if self.chosen else ""
        self.faces = faces_of(facts, decision, self._people)
        self.canvas.show_boxes([_canvas_box(face) for face in self.faces])
        if chosen not in {f.region.id for f in self.faces}:
            chosen = next(
                (f.region.id for f in self.faces if f.needs_a_name), self.faces[0].region.id if self.faces else ""
            )
        self.faces_panel.show_faces(self.faces, platform.name, chosen)
        self.canvas.choose(chosen)
        self._show_outcome(decision, platform)
        self._show_missing(platform)

    def _show_outcome(self, decision: Decision, platform: Platform) -> None:
        unnamed = sum(1 for f in self.faces if f.needs_a_name)
        named = sum(1 for f in self.faces if f.region.verdict is Verdict.NAMED)
        covered = sum(1 for f in self.faces if f.decision and f.decision.treatment is Treatment.COVER)
        self.outcome.show_state(*OUTCOME[decision.outcome])
        self.numbers.setText(f"{named} named · {unnamed} to name · {covered} covered")
        reasons = dict.fromkeys(reason_words(reason, platform.name) for reason in decision.withheld_because)
        if decision.outcome is Outcome.WITHHELD and not reasons:
            held = (f.decision.reason for f in self.faces if f.decision and f.decision.treatment is Treatment.WITHHOLD)
            reasons = dict.fromkeys(reason_words(reason, platform.name) for reason in held)
        self.because.setText(f"Held back from {platform.name}: {'; '.join(reasons)}." if reasons else "")
        self.because.setVisible(bool(reasons))

    def _show_missing(self, platform: Platform) -> None:
        facts = self.facts
        if facts is None:
            return
        open_ones = reverse_check(self.workspace, facts.photo_id, platform.id)
        answers = {a.person_id: a.presence for a in facts.presence}
        inside = {f.region.person_id for f in self.faces}
        answered = [self._people[i] for i in answers if i in self._people and i not in inside]
        people = {p.id: p for p in [*open_ones, *answered]}
        still_open = {p.id for p in open_ones}
        shown = {i: a for i, a in answers.items() if i not in still_open or a is Presence.IN_PICTURE}
        self.classes.show_missing(list(people.values()), shown, platform.name)

    def _show_people(self) -> None:
        groups = sorted({p.registration_group for p in self._people.values() if p.registration_group})
        self.classes.show_groups(groups, self.classes.group if self.classes.group in groups else "")
        group = self.classes.group
        people = [p for p in self._people.values() if not group or p.registration_group == group]
        inside = frozenset(f.region.person_id for f in self.faces if f.region.person_id)
        self.classes.show_people(sorted(people, key=lambda p: (p.surname, p.forename)), inside)

    # doing

    @property
    def chosen(self) -> Face | None:
        face = self.faces_panel.list.chosen()
        return face if isinstance(face, Face) else None

    def _named(self) -> Person | None:
        """Whose face is chosen; somebody nobody has named yet is found in the class list or on Register."""
        face = self.chosen
        named = self._people.get(face.region.person_id) if face is not None and face.region.person_id else None
        return named or self.classes.people.chosen()

    def name(self, person: Person) -> None:
        """This person is on the chosen face; go on to the next face without a name."""
        face = self.chosen
        if face is None or face.region.kind is not RegionKind.FACE:
            self.notice.tell("Choose a face first.", state="needs")
            return
        self._do(lambda: review.name_region(self.workspace, self.actor, face.region.id, person.id))
        self.next_face(only_unnamed=True)

    def mark_stranger(self) -> None:
        """Somebody who is not on the register: stays covered, needs no name."""
        self._say(Verdict.STRANGER)

    def mark_not_a_face(self) -> None:
        """The engine was wrong, a drawn box goes, harmless words are harmless."""
        face = self.chosen
        if face is None:
            return
        if face.region.kind is RegionKind.FACE:
            if (face.region.score or 0) >= SURELY_A_FACE and self._doubted != face.region.id:
                self._doubted = face.region.id
                self.notice.tell("This looks very much like a face. Press Delete again if it is none.", state="needs")
                return
            self._say(Verdict.NOT_A_FACE)
        elif face.region.kind is RegionKind.TEXT:
            self._say(Verdict.NOT_A_NAME)
        else:
            self._do(lambda: review.remove_region(self.workspace, self.actor, face.region.id))

    def cover(self) -> None:
        """Cover the chosen place whatever the register says; once more lets the register decide again."""
        if (face := self.chosen) is not None:
            wanted = not face.region.always_cover
            self._do(lambda: review.set_always_cover(self.workspace, self.actor, face.region.id, wanted))

    def undo(self) -> None:
        """Take the last step on this photo back."""
        self._do(lambda: review.undo_last(self.workspace, self.actor, self.photo_id))

    def add_box(self, box: Box) -> None:
        """A face nobody saw; named like the others."""
        made = self._do(lambda: review.add_region(self.workspace, self.actor, self.photo_id, RegionKind.FACE, box))
        region_id = made.id if isinstance(made, Region) else made
        if isinstance(region_id, str):
            self.faces_panel.choose(region_id)
            self.canvas.choose(region_id)

    def _note_look(self) -> None:
        """Looking at a covered face is a view, and views are on record."""
        if self.photo is not None:
            self.attempt_quietly(lambda: review.note_look_underneath(self.workspace, self.actor, self.photo_id))

    def move_box(self, region_id: str, box: Box) -> None:
        self._do(lambda: review.move_region(self.workspace, self.actor, region_id, box))

    def use_class(self, group: str) -> None:
        """These children may be in the photos of the event; each who may not be shown has to be answered for."""
        photo = self.photo
        if photo is not None and group:
            people = [p.id for p in self._people.values() if p.registration_group == group]
            self._do(lambda: review.set_roster(self.workspace, self.actor, photo.event, people))
        self._show_people()

    def answer(self, person: Person, presence: Presence | None) -> None:
        """The reverse check's answer for one child."""
        self._do(lambda: review.answer_presence(self.workspace, self.actor, self.photo_id, person.id, presence))

    def next_face(self, *, only_unnamed: bool = False, back: bool = False) -> None:
        """Choose the next face in the list, round and round."""
        keys = [f.region.id for f in self.faces if f.needs_a_name or not only_unnamed]
        if not keys:
            return
        order = [f.region.id for f in self.faces]
        at = order.index(self.chosen.region.id) if self.chosen else -1
        turn = order[at + 1 :] + order[: at + 1] if not back else order[:at][::-1] + order[at:][::-1]
        following = next(key for key in turn if key in keys)
        self.faces_panel.choose(following)
        self.canvas.choose(following)

    def step(self, by: int) -> None:
        """Another photo of the event."""
        at = [p.id for p in self.photos].index(self.photo_id) + by if self.photo else -1
        if 0 <= at < len(self.photos):
            self._go_to(self.photos[at].id)

    def _go_to(self, photo_id: str) -> None:
        self.photo_id = photo_id
        self.refresh()
        self.context_changed.emit()

    def _say(self, verdict: Verdict) -> None:
        if (face := self.chosen) is not None:
            self._do(lambda: review.set_verdict(self.workspace, self.actor, face.region.id, verdict))
            self.next_face(only_unnamed=True)

    def _do(self, work: Callable[[], object]) -> object:
        made = self.attempt(work)
        self.written()
        return made

    def draw(self) -> None:
        """Draw a box with the mouse."""
        self.canvas.begin_drawing()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)


def _canvas_box(face: Face) -> CanvasBox:
    state, _words = state_of(face.decision, face.region)
    label = f"{face.number} {place_words(face.region, face.name)}" if face.name else str(face.number)
    is_kept = face.decision is not None and face.decision.treatment is Treatment.KEEP
    cover = None if is_kept or face.decision is None else face.decision.cover_box
    return CanvasBox(face.region.id, face.region.box, label, state, cover)
