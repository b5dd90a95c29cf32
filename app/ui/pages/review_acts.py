"""What a person does on Review: names, answers, covers and boxes, each kept at once, and every step back and forth."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.domain.detection import Presence, Region, RegionId, RegionKind, RegionOrigin, Verdict
from app.domain.geometry import Box
from app.domain.people import Action, Person
from app.domain.photo import PhotoId, PhotoState
from app.ui import reads
from app.ui.language import joined, tr, trn
from app.ui.pages.page import Page
from app.ui.pages.review_faces import Face
from app.ui.pages.review_steps import REGIONS, Answered, Listed, Step, Steps
from app.ui.soon import in_its_turn
from app.ui.still import Still
from app.ui.words import count
from app.workflow import review, review_many

if TYPE_CHECKING:
    from app.ui.desk import Desk

SURELY_A_FACE = 0.6
"""From this score of the finder on, "not a face" is asked again before it is believed."""


class ReviewActs(Page):
    """The doing of Review; reading and showing is the page's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps = Steps()
        self._doubted = ""
        self._still = Still(self)
        self.is_own_write = False
        """While every page is told of what was done here: then other photos, platforms and gates are as they were."""

    # names

    def name(self, person: Person) -> None:
        """This person is on the chosen face; go on to the next face without a name."""
        face = self.chosen
        if face is None or face.region.kind not in (RegionKind.FACE, RegionKind.HINT):
            self.notice.tell(tr("Choose a face first."), state="needs")
            return
        if self._do(lambda: review.name_region(self.workspace, self.actor, face.region.id, person.id)):
            self._tell_if_done()
            self._tell_if_twice(face.region.id, person)
        self.next_face(only_unnamed=True)

    def _tell_if_done(self) -> None:
        """Nothing in the picture waits for an answer any more: what comes next."""
        facts = self.facts
        if not self.faces or facts is None or any(face.needs_a_name or face.is_maybe for face in self.faces):
            return
        asked = self.classes.to_answer
        if asked:
            who = tr("{children} below the class list", children=count(asked, "child", "children"))
            self.notice.tell(
                tr("Every face is answered. Now say of {who} whether they are in the photo (F6).", who=who)
            )
        elif not facts.roster and self.roll.groups:
            self.notice.tell(
                tr(
                    "Every face is answered. Now choose the class above the names: then those of it who may not be "
                    "shown are asked about."
                ),
                state="needs",
            )
        else:
            self._tell_where_next()

    def _tell_where_next(self) -> None:
        """The next photo, one that was passed over, or the post that can be written now."""
        ids = [photo.id for photo in self.photos]
        left = [p.id for p in self.photos if p.state is PhotoState.ANALYSED and p.id != self.photo_id]
        if left and ids[-1] != self.photo_id:
            self.notice.tell(tr("Every face is answered. Page Down goes to the next photo."))
        elif left:
            words = trn(
                "Every face is answered. {n} photo before this one still has faces to name.",
                "Every face is answered. {n} photos before this one still have faces to name.",
                len(left),
            )
            self.notice.offer(words, {tr("Go there"): lambda: self._go_to(left[0])})
        elif self.photo is not None:
            words = tr("Every face in the photos of {event} is answered.", event=self.photo.event)
            write = {tr("Write a post with them"): lambda: self.desk.go_to.emit("posts", tuple(ids))}
            self.notice.offer(words, write if self.desk.may(Action.WRITE_POST) else {}, state="shown")

    def _tell_if_twice(self, region_id: RegionId, person: Person) -> None:
        bearers = [f for f in self.faces if f.region.person_id == person.id and f.region.kind is RegionKind.FACE]
        if len(bearers) > 1:
            numbers = joined(str(f.number) for f in bearers)
            here = next(f.number for f in bearers if f.region.id == region_id)
            self.notice.offer(
                tr("{name} is on faces {numbers} now, so both are covered.", name=person.name, numbers=numbers),
                {
                    tr("It is face {here}", here=here): lambda: self._keep_here(region_id),
                    tr("Take the last step back"): self.undo,
                },
            )

    def _keep_here(self, region_id: RegionId) -> None:
        self._do(lambda: review_many.keep_name_here(self.workspace, self.actor, region_id))
        self._choose(region_id)

    def put_names_right(self) -> None:
        """Two chosen faces exchange their names; one chosen face keeps a name that is on another, too."""
        faces = [face for face in self.faces_panel.ticked() if face.region.kind is RegionKind.FACE]
        if len(faces) == 2:
            first, second = (face.region.id for face in faces)
            self._do(lambda: review_many.swap_names(self.workspace, self.actor, first, second))
        elif len(faces) == 1 and self.twice(faces[0]):
            self._keep_here(faces[0].region.id)
        else:
            words = tr("Choose two faces to exchange their names, or a face whose name is on another, too.")
            self.notice.tell(words, state="needs")

    def twice(self, face: Face) -> tuple[int, ...]:
        """The numbers of the other faces with the same name."""
        return next((f.twice for f in self.faces if f.region.id == face.region.id), ())

    def take_names_off(self) -> None:
        """Whoever the chosen faces were said to be, they are not: to be named again."""
        faces = [f for f in self.faces_panel.ticked() if f.region.verdict is not Verdict.UNNAMED]
        if faces:
            self._say_all([f.region.id for f in faces], Verdict.UNNAMED)
            self._choose(faces[0].region.id)

    def ask(self) -> None:
        """Who could the chosen faces be? Only where the school compares faces."""
        self.suggestions.ask()

    def take(self, number: int) -> bool:
        """The n-th suggestion is right: name the face. False when there is no such suggestion."""
        face, suggested = self.chosen, self.suggested or ()
        if face is None or not 0 < number <= len(suggested):
            return False
        self.suggestions.take(face.region.id, suggested[number - 1], self.name)
        return True

    def take_likely(self) -> bool:
        """The first suggestion is right, when it is a likely one; False when nothing is suggested."""
        face = self.chosen
        if not self.suggested or face is None or not face.needs_a_name:
            return False
        if self.suggested[0].is_likely:
            self.take(1)
        else:
            self.notice.tell(tr("None of these is likely. Press the number of the right one, or Esc."), state="needs")
        return True

    def take_none(self) -> bool:
        """None of the suggestions is right; False when nothing is suggested."""
        if (face := self.chosen) is None or self.suggested is None:
            return False
        self.suggestions.refuse(PhotoId(self.photo_id), face.region.id)
        return True

    # what a place is

    def accept(self) -> None:
        """What may be a person is one: named like the faces, covered until then."""
        if (face := self.chosen) is not None and face.is_maybe:
            self._do(lambda: review.accept_hint(self.workspace, self.actor, face.region.id))
            self._next_maybe(after=face.number)

    def nobody_anywhere(self) -> None:
        """Nobody is where somebody may be; one step back takes all of it back."""
        number = self._do(lambda: review.dismiss_hints(self.workspace, self.actor, self.photo_id))
        if number:
            words = tr(
                "{places} marked: nobody there. What was covered there is shown now.", places=count(number, "place")
            )
            self.notice.offer(words, {tr("Take it back"): self.undo})
            self.next_face(only_unnamed=True)

    def mark_stranger(self) -> None:
        """Somebody who is not on the register: stays covered, needs no name."""
        faces = [
            f for f in self.faces_panel.ticked(any_kind=True) if f.region.kind in (RegionKind.FACE, RegionKind.HINT)
        ]
        if faces:
            self._say_all([face.region.id for face in faces], Verdict.STRANGER)
            self.next_face(only_unnamed=True)

    def mark_not_a_face(self) -> None:
        """The engine was wrong, a drawn box goes, harmless words are harmless; several at once when they are faces."""
        face, faces = self.chosen, self.faces_panel.ticked()
        if face is None:
            return
        if len(faces) > 1 or face.region.kind is RegionKind.FACE:
            self._deny_faces(faces)
        elif face.region.kind is RegionKind.HINT:
            self._do(lambda: review.set_verdict(self.workspace, self.actor, face.region.id, Verdict.NOT_A_FACE))
            self._next_maybe(after=face.number)
        elif face.region.kind is RegionKind.TEXT:
            self._say_all([face.region.id], Verdict.NOT_A_NAME)
            self.next_face(only_unnamed=True)
        elif face.region.kind is RegionKind.MARK and face.region.origin is RegionOrigin.ENGINE:
            self._say_all([face.region.id], Verdict.NOT_A_FACE)
            self.next_face(only_unnamed=True)
        else:
            self._do(lambda: review.remove_region(self.workspace, self.actor, face.region.id))

    def _deny_faces(self, faces: list[Face]) -> None:
        """What looks very much like a face is believed to be none only when it is said twice."""
        ids = [face.region.id for face in faces]
        sure = any((face.region.score or 0) >= SURELY_A_FACE for face in faces)
        if sure and self._doubted != " ".join(ids):
            self._doubted = " ".join(ids)
            looks = tr("This looks very much like a face. Press Delete again if it is none.")
            many = tr("Some of these look very much like faces. Press Delete again if they are none.")
            self.notice.tell(looks if len(faces) == 1 else many, state="needs")
            return
        self._say_all(ids, Verdict.NOT_A_FACE)
        self.next_face(only_unnamed=True)

    # covers and boxes

    def cover(self) -> None:
        """Cover the chosen places whatever the register says; once more lets the register decide again."""
        faces = self.faces_panel.ticked(any_kind=True)
        if faces:
            wanted = not all(face.region.always_cover for face in faces)
            ids = [face.region.id for face in faces]
            self._do(lambda: review_many.set_always_covers(self.workspace, self.actor, ids, wanted))

    def cover_body(self) -> None:
        """Cover the chosen people from head to foot; once more takes that back."""
        ids = [face.region.id for face in self.faces_panel.ticked(any_kind=True)]
        if ids and (number := self._do(lambda: review_many.cover_bodies(self.workspace, self.actor, ids))):
            self._choose(ids[0])
            if int(number) > 0:
                words = trn(
                    "The whole person is covered. Drag the box’s corners where it does not fit.",
                    "{n} people are covered. Drag the boxes’ corners where they do not fit.",
                    int(number),
                )
                self.notice.tell(words, state="info")

    def draw(self) -> None:
        """Draw a box with the mouse."""
        self.canvas.begin_drawing()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_box(self, box: Box) -> None:
        """A face nobody saw; named like the others."""
        made = self._do(lambda: review.add_region(self.workspace, self.actor, self.photo_id, RegionKind.FACE, box))
        if isinstance(made, Region):
            self._choose(made.id)

    def move_box(self, region_id: str, box: Box) -> None:
        self._do(lambda: review.move_region(self.workspace, self.actor, region_id, box))

    def note_look(self) -> None:
        """Looking at a covered face is a view, and views are on record."""
        if self.photo is not None:
            self.attempt_quietly(lambda: review.note_look_underneath(self.workspace, self.actor, self.photo_id))

    # the class and the reverse check

    def use_class(self, group: str) -> None:
        """These children may be in the photos of the event; each who may not be shown has to be answered for."""
        photo = self.photo
        if photo is not None and group:
            people = [p.id for p in self.attempt_quietly(lambda: reads.people_of_class(self.workspace, group)) or ()]
            before = reads.roster(self.workspace, photo.event)
            self._do(
                lambda: (review.set_roster(self.workspace, self.actor, photo.event, people), True)[1],
                Listed(photo.event, before, tuple(people)),
            )
            self._tell_if_done()
        self._show_people()

    def answer(self, person: Person, presence: Presence | None) -> None:
        """The reverse check's answer for one child."""
        facts = self.facts
        before = next((a.presence for a in facts.presence if a.person_id == person.id), None) if facts else None
        if self._do(lambda: self._answer(person.id, presence), Answered(person.id, before, presence)):
            self._tell_if_done()

    def _answer(self, person_id: str, presence: Presence | None) -> bool:
        review.answer_presence(self.workspace, self.actor, self.photo_id, person_id, presence)
        return True

    # back and forth

    def undo(self) -> None:
        """Take the last step on this photo back, whatever it was, and go where it was."""
        self._step(self.steps.last(self.photo_id), back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self.steps.next(self.photo_id), back=False)

    def _step(self, step: Step, *, back: bool) -> None:
        workspace, actor, photo_id = self.workspace, self.actor, self.photo_id
        if isinstance(step, Answered):
            done = self._do(lambda: self._answer(step.person_id, step.before if back else step.after), None)
        elif isinstance(step, Listed):
            people = step.before if back else step.after
            done = self._do(lambda: (review.set_roster(workspace, actor, step.event, people), True)[1], None)
        else:
            move = review.undo_last if back else review.redo_last
            done = self._do(lambda: move(workspace, actor, photo_id), None)
        if done:
            self.steps.went(photo_id, step, back=back)
        elif done is None and not self.notice.words():
            self.notice.tell(
                tr("Nothing more to take back on this photo.")
                if back
                else tr("Nothing more to do again on this photo."),
                state="info",
            )
        if isinstance(done, Region) and done.id in {face.region.id for face in self.faces}:
            self._choose(done.id)

    # going about

    def next_face(self, *, only_unnamed: bool = False, back: bool = False) -> None:
        """Choose the next face in the list, round and round."""
        order = [f.region.id for f in self.faces_panel.in_order()]
        wanted = {f.region.id for f in self.faces if f.needs_a_name or not only_unnamed}
        if not wanted:
            return
        at = order.index(self.chosen.region.id) if self.chosen else -1
        turn = order[at + 1 :] + order[: at + 1] if not back else order[:at][::-1] + order[at:][::-1]
        self._choose(next(key for key in turn if key in wanted))

    def _next_maybe(self, *, after: int) -> None:
        """The next place to say something about, or a face without a name once all of them are answered."""
        maybe = [f for f in self.faces if f.is_maybe]
        if maybe:
            self._choose(next((f for f in maybe if f.number >= after), maybe[0]).region.id)
        else:
            self.next_face(only_unnamed=True)

    def step(self, by: int) -> None:
        """Another photo of the event."""
        at = [p.id for p in self.photos].index(self.photo_id) + by if self.photo else -1
        if 0 <= at < len(self.photos):
            self._go_to(self.photos[at].id)

    def _go_to(self, photo_id: str) -> None:
        """What was said was of the photo before; what went wrong stays until somebody has read it."""
        self.notice.pass_by()
        self.photo_id = photo_id
        self.refresh()
        self.context_changed.emit()

    # inside

    def _say_all(self, region_ids: list[RegionId], verdict: Verdict) -> None:
        if self._do(lambda: review_many.set_verdicts(self.workspace, self.actor, region_ids, verdict)):
            self._tell_if_done()

    def _do(self, work: Callable[[], object], step: Step | None = REGIONS) -> object:
        """Do something that is kept at once; what changed something can be taken back with the `step`.

        All that follows from it is known when this returns, for the next key; it is painted in a turn of its own.
        """
        self._still.hold()
        in_its_turn(self, self._still.let_go)
        made = self.attempt(work)
        if made and step is not None:
            self.steps.did(self.photo_id, step)
        self.is_own_write = True
        with ExitStack() as after:
            after.callback(setattr, self, "is_own_write", False)
            self.written()
        return made
