"""Review: name the faces, see at once what each platform would show, and answer for those who may not be shown.

Keys: letters search the class list (first letters, or both initials), Enter names, Tab goes to the next face, 1 to 9
take a suggestion and Enter a likely one, Delete says it is no face, Backspace takes a name off, Ctrl+Z and Ctrl+Y go
back and forth, Space looks underneath, F6 changes the column. On the photo and in the lists C covers, W covers the
whole body, S is a stranger, X puts names right, V shows before and after, B draws a box; with Alt they do so anywhere.
What may be a person comes after the faces: P says it is one, Delete that nobody is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.consent import Platform
from app.domain.detection import PhotoFacts, Presence, RegionId, Verdict
from app.domain.people import Action, Person, PersonId
from app.domain.photo import Photo, PhotoId, PhotoState
from app.domain.treatment import Decision, Outcome, Treatment
from app.ui import reads
from app.ui.announce import announce
from app.ui.below import below
from app.ui.canvas.painting import CanvasBox
from app.ui.desk import Desk
from app.ui.language import phrase, tr
from app.ui.pages.review_acts import ReviewActs
from app.ui.pages.review_classes import ClassPanel
from app.ui.pages.review_faces import MAYBE, Face, FaceActs, FacesPanel, faces_of
from app.ui.pages.review_keys import ReviewKeys
from app.ui.pages.review_picture import PicturePanel
from app.ui.pages.review_pictures import ReviewPictures
from app.ui.pages.review_roll import ReviewRoll
from app.ui.pages.review_sides import Sides
from app.ui.pages.review_suggestions import OFF, Suggested, Suggestions
from app.ui.pages.says_no import says_no_button
from app.ui.theme import theme
from app.ui.widgets import Button, EmptyState
from app.ui.words import OUTCOME, place_words, reason_words, state_of
from app.workflow.review_look import look
from app.workflow.uniforms import uniform_warnings
from consent_db.photos import InEvent


class ReviewPage(ReviewActs):
    """The three columns; the middle one is the picture."""

    key = "review"
    title = phrase("Review")
    icon_name = "review"
    actions = frozenset({Action.REVIEW})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body.setContentsMargins(*[theme().px(12)] * 4)
        self.photos: tuple[InEvent, ...] = ()
        self._photo: Photo | None = None
        self.photo_id = ""
        self.facts: PhotoFacts | None = None
        self.decision: Decision | None = None
        self.faces: tuple[Face, ...] = ()
        self._picture_of = ""
        self._suggested: dict[RegionId, tuple[Suggested, ...]] = {}
        self._people: dict[PersonId, Person] = {}
        self._platforms: tuple[Platform, ...] = ()
        self.roll = ReviewRoll(self)

    # building

    def build_pieces(self) -> Iterator[None]:
        self.classes = ClassPanel()
        yield
        self.middle = PicturePanel(undo=self.undo, redo=self.redo, draw=self.draw)
        yield
        self._build_faces()
        yield
        self._put_together()
        yield
        self.body.addWidget(self.sides, 1)
        self.body.addWidget(self.empty, 1)
        yield
        self._listen()

    def _build_faces(self) -> None:
        acts = FaceActs(
            accept=self.accept,
            stranger=self.mark_stranger,
            not_a_face=self.mark_not_a_face,
            cover=self.cover,
            body=self.cover_body,
            names=self.put_names_right,
            nobody_anywhere=self.nobody_anywhere,
            ask=self.ask,
        )
        self.faces_panel = FacesPanel(acts)
        self.says_no = says_no_button(self, self._named, words=tr("Somebody says no"))
        self.faces_panel.box.addWidget(self.says_no)

    def _put_together(self) -> None:
        self.canvas, self.tabs, self.under = self.middle.canvas, self.middle.tabs, self.middle.under
        self.where, self.numbers = self.middle.where, self.middle.numbers
        self.empty = EmptyState(
            "picture",
            tr("No photos to review"),
            tr("Import some first."),
            Button(tr("Import photos"), lambda: self.desk.go_to.emit("import", None)),
        )
        self.sides = Sides(self.classes, self.middle, self.faces_panel, wides=(216, 250))
        self.sides.name(tr("Class list"), tr("In the picture"))

    def _listen(self) -> None:
        self.classes.named.connect(self.name)
        self.classes.answered.connect(self.answer)
        self.classes.class_changed.connect(self.use_class)
        self.faces_panel.chosen.connect(self.canvas.choose)
        self.faces_panel.hovered.connect(self.canvas.light)
        self.faces_panel.explained.connect(self._describe)
        self.canvas.chosen.connect(self.faces_panel.choose)
        self.canvas.hovered.connect(lambda key: self.faces_panel.list.light(lambda face: face.region.id == key))
        self.canvas.drawn.connect(self.add_box)
        self.canvas.moved.connect(self.move_box)
        self.canvas.looked_underneath.connect(self.note_look)
        self.middle.stepped.connect(self.step)
        self.middle.event_chosen.connect(self._choose_event)
        self.middle.platform_chosen.connect(self.show_platform)
        self.canvas.also_chosen.connect(self.faces_panel.tick_also)
        self.faces_panel.ticks_changed.connect(self._mark_ticked)
        self.faces_panel.reordered.connect(self._decide)
        self.pictures = ReviewPictures(self)
        self.suggestions = Suggestions(self)
        self.suggestions.changed.connect(self._decide)
        self.faces_panel.chosen.connect(lambda _key: self._show_suggestions())
        self.canvas.chosen.connect(lambda _key: self._show_suggestions())
        self.faces_panel.suggestions.taken.connect(self.take)
        self.faces_panel.suggestions.refused.connect(self.take_none)
        self.roll.changed.connect(self._show_people)
        self.roll.found.connect(lambda: self._show_people(is_found=True))
        self.classes.search.textChanged.connect(lambda words: self._seek(words))
        self.keys = ReviewKeys(self)

    # reading

    def context(self) -> str:
        photo = self.photo
        return tr("{event} · photo {number}", event=photo.event, number=photo.number) if photo else ""

    @property
    def photo(self) -> Photo | None:
        return self._photo if self._photo is not None and self._photo.id == self.photo_id else None

    @property
    def platform(self) -> Platform | None:
        return next((p for p in self._platforms if p.id == self.desk.platform_id), None)

    def place(self) -> str:
        return self.photo_id

    def open(self, what: object) -> None:
        """Show one photo by its id."""
        self.photo_id = str(what)

    def start(self) -> QWidget:
        self.sides.reveal(self.classes.search)
        return self.classes.search

    def refresh(self) -> None:
        """Read photo, people and decision again; the picture only when it is another one."""
        if self.is_own_write and self.photo is not None:
            self.roll.note_own_write()
            self._show_photo()
            return
        self.roll.read()
        self._find_photo()
        self.suggestions.keep_only({p.id for p in self.photos})
        self._platforms = reads.all_platforms(self.workspace)
        if self.platform is None and self._platforms:
            self.desk.platform_id = self._platforms[0].id
        self._look_at_gate()
        self.sides.setVisible(bool(self.photos))
        self.empty.setVisible(not self.photos)
        if self.photos:
            self._show_photo()

    def _find_photo(self) -> None:
        """The photo in front with those of its event; else the first with faces to name, else the newest event's."""
        event = reads.event_of(self.workspace, PhotoId(self.photo_id)) if self.photo_id else ""
        if not event:
            first = reads.first_to_review(self.workspace)
            self.photo_id, event = (first.id, first.event) if first is not None else ("", "")
        self.photos = reads.photos_to_go_through(self.workspace, event)
        if self.photo_id not in {p.id for p in self.photos}:
            self.photo_id = self.photos[0].id if self.photos else ""
        self._photo = reads.photos_by_ids(self.workspace, [PhotoId(self.photo_id)]).get(PhotoId(self.photo_id))
        self.middle.show_events(reads.all_events(self.workspace), event)

    def _look_at_gate(self) -> None:
        """Offer comparing faces where the school does that; elsewhere say that it is off, in the menu alone."""
        self.suggestions.look_at_gate()
        self.faces_panel.offer_comparing(self.suggestions.is_on)
        acts = {
            tr("Who could this be?\tCtrl+M"): self.ask,
            tr("Suggest names for this event"): self.suggestions.ask_for_event,
        }
        self.middle.offer(acts if self.suggestions.is_on else {}, tr(OFF))

    def _choose_event(self, event: str) -> None:
        kept = reads.photos_to_go_through(self.workspace, event)
        if kept:
            self._go_to(next((p.id for p in kept if p.state is PhotoState.ANALYSED), kept[0].id))

    def _show_photo(self) -> None:
        photo = self.photo
        if photo is None:
            return
        self.middle.show_place([p.id for p in self.photos].index(photo.id), len(self.photos))
        self.middle.show_platforms(self._platforms, self.desk.platform_id)
        self._decide()
        self._show_people()
        if self._picture_of != photo.id:
            self.suggestions.leave(PhotoId(self._picture_of))
            self._picture_of = photo.id
            self.pictures.fetch(photo)

    def show_platform(self, platform: Platform) -> None:
        """See what this platform would show."""
        self.desk.platform_id = platform.id
        self._decide()

    def _decide(self) -> None:
        platform, photo_id = self.platform, PhotoId(self.photo_id)
        if platform is None:
            return
        looked = self.attempt_quietly(lambda: look(self.workspace, self.actor, photo_id, platform.id))
        if looked is None:
            return
        self.facts, self.decision, self._people = looked.facts, looked.decision, dict(looked.people)
        facts, decision = looked.facts, looked.decision
        chosen = self.chosen.region.id if self.chosen else ""
        self.faces = faces_of(facts, decision, self._people)
        self.canvas.show_boxes([_canvas_box(face) for face in self.faces])
        if chosen not in {f.region.id for f in self.faces}:
            chosen = next(
                (f.region.id for f in self.faces if f.needs_a_name), self.faces[0].region.id if self.faces else ""
            )
        inside = {f.region.person_id for f in self.faces if f.region.person_id}
        self._suggested = self.suggestions.for_photo(facts.photo_id, inside)
        likely = {key: found[0].person.name for key, found in self._suggested.items() if found and found[0].is_likely}
        open_ones = {f.region.id for f in self.faces if f.needs_a_name}
        warned = self.attempt_quietly(lambda: uniform_warnings(self.workspace, facts)) or ()
        self.faces_panel.show_faces(
            self.faces,
            platform.name,
            chosen,
            likely={key: name for key, name in likely.items() if key in open_ones},
            warned={warning.region_id: below(warning.words) for warning in warned},
            records=looked.records,
            stamp_of=self.pictures.stamps.of,
        )
        self.canvas.choose(chosen)
        self._show_suggestions()
        self._show_outcome(decision, platform)
        self._show_missing(platform, looked.asked)
        self.pictures.decided()

    def _show_suggestions(self) -> None:
        """Who the chosen face could be, when somebody asked."""
        busy = self.suggestions.busy_with(PhotoId(self.photo_id))
        self.faces_panel.show_suggestions(self.suggested, busy=busy)

    def _describe(self, chosen: str) -> None:
        """Tell a screen reader what is chosen in the picture, and the keys of the page."""
        keys = tr("Tab goes to the next face, F6 to the next part of the page.")
        self.canvas.setAccessibleDescription(f"{chosen} {keys}")
        self.classes.search.setAccessibleDescription(keys)
        self.faces_panel.list.setAccessibleDescription(keys)
        if not self.faces_panel.list.hasFocus():  # there the row itself is read
            announce(self.canvas, chosen)

    @property
    def suggested(self) -> tuple[Suggested, ...] | None:
        """The candidates of the chosen face as they are numbered, also once it is named; None when nobody asked."""
        face = self.chosen
        return self._suggested.get(face.region.id) if face is not None and not face.region.always_cover else None

    def _show_outcome(self, decision: Decision, platform: Platform) -> None:
        unnamed = sum(1 for f in self.faces if f.needs_a_name)
        named = sum(1 for f in self.faces if f.region.verdict is Verdict.NAMED)
        covered = sum(1 for f in self.faces if f.decision and f.decision.treatment is Treatment.COVER)
        maybe = sum(1 for f in self.faces if f.is_maybe)
        self.middle.outcome.show_state(*OUTCOME[decision.outcome])
        twice = len({f.region.person_id for f in self.faces if f.twice})
        self.numbers.show_numbers(named=named, unnamed=unnamed, maybe=maybe, covered=covered, twice=twice)
        reasons = dict.fromkeys(reason_words(reason, platform.name) for reason in decision.withheld_because)
        if decision.outcome is Outcome.WITHHELD and not reasons:
            held = (f.decision.reason for f in self.faces if f.decision and f.decision.treatment is Treatment.WITHHOLD)
            reasons = dict.fromkeys(reason_words(reason, platform.name) for reason in held)
        self.middle.because.setText(
            tr("Held back from {name}: {reasons}.", name=platform.name, reasons="; ".join(reasons)) if reasons else ""
        )
        self.middle.because.setVisible(bool(reasons))

    def _show_missing(self, platform: Platform, open_ones: Sequence[Person]) -> None:
        facts = self.facts
        if facts is None:
            return
        answers = {a.person_id: a.presence for a in facts.presence}
        done = {f.region.person_id for f in self.faces}
        if not self.actor.may(Action.PLACE_HOLD):  # whoever is asked for beside the list is on hold
            done |= set(answers) - set(facts.roster)
        answered = [self._people[i] for i in answers if i in self._people and i not in done]
        people = {p.id: p for p in [*open_ones, *answered]}
        still_open = {p.id for p in open_ones}
        shown = {i: a for i, a in answers.items() if i not in still_open or a is Presence.IN_PICTURE}
        self.classes.show_missing(list(people.values()), shown, platform.name)

    def _seek(self, words: str) -> None:
        """In a large school whoever is typed is looked for in the whole register."""
        self.roll.seek(words, self.classes.group)
        if self.roll.is_large:
            self._show_people()

    def _show_people(self, *, is_found: bool = False) -> None:
        groups = self.roll.groups
        self.classes.show_groups(groups, self.classes.group if self.classes.group in groups else "")
        group = self.classes.group
        self.roll.seek(self.classes.search.text(), group)
        inside = frozenset(f.region.person_id for f in self.faces if f.region.person_id)
        listed = self.facts.roster if self.facts else ()
        people = {p.id: p for p in self.roll.of(group)}
        if not group:  # in a large school, too; whoever only an answer speaks of may be on hold
            people |= {i: self._people[i] for i in (*listed, *inside) if i in self._people}
        self.classes.show_people(
            sorted(people.values(), key=lambda p: (p.surname, p.forename)),
            inside,
            listed,
            hint=self.roll.hint(group),
            is_seeking=self.roll.is_seeking,
            is_found=is_found,
            with_class=self.roll.is_large,
        )

    def _mark_ticked(self) -> None:
        self.canvas.tick([face.region.id for face in self.faces_panel.ticked(any_kind=True)])

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

    def _choose(self, region_id: str) -> None:
        self.faces_panel.choose(region_id)
        self.canvas.choose(region_id)
        self._show_suggestions()


def _canvas_box(face: Face) -> CanvasBox:
    state, _words = state_of(face.decision, face.region)
    label = f"{face.number} {place_words(face.region, face.name)}" if face.name else str(face.number)
    if face.twice:
        state, label = "needs", tr("{label} · twice", label=label)
    is_kept = face.decision is not None and face.decision.treatment is Treatment.KEEP
    cover = None if is_kept or face.decision is None else face.decision.cover_box
    icon = MAYBE if face.is_maybe else "warning" if face.twice else ""
    return CanvasBox(face.region.id, face.region.box, label, state, cover, icon=icon, is_dashed=face.is_maybe)
