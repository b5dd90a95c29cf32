"""The faces one child is compared with: what is kept and until when, more from photos, and who looks like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.domain.detection import RegionId
from app.domain.people import Action, Person
from app.ui.below import below
from app.ui.language import tr, trn
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.face_choice import FaceChoice
from app.ui.pages.look_alikes_part import LookAlikesPart
from app.ui.pages.page import Page
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Panel, Plain, StateChip, clear, line_up
from app.ui.words import count, day
from app.workflow import biometrics, enrolment, enrolment_photos, matching
from app.workflow.enrolment import Enrolment
from app.workflow.enrolment_photos import NamedFace

ENOUGH = 3
"""With fewer faces a child is suggested as "possible" at most."""


class KeptFacesPanel(Panel):
    """Below the gate a sentence says what is missing; inside it faces are added, looked at and taken away."""

    def __init__(self, page: Page) -> None:
        super().__init__(gap=8)
        self._page = page
        self._person: Person | None = None
        self.may_keep = page.actor.may(Action.KEEP_BIOMETRICS)
        self.state = StateChip("covered", "")
        self.gate = Label(role="quiet", wraps=True)
        self.kept = Plain(gap=2)
        self.add = Button(tr("Add from photos"), self._look, icon_name="add")
        self.delete = Button(tr("Delete these faces"), self._ask_delete, kind="danger")
        self._choice = PartAsNeeded(self._build_choice)
        self._alike = PartAsNeeded(lambda: LookAlikesPart(page))
        self.box.addLayout(line_up(Label(tr("Faces to compare with"), role="heading"), 1, self.state))
        for part in (self.gate, self.kept):
            self.box.addWidget(part)
        self.box.addLayout(line_up(self.add, self.delete, 1))
        self.box.addWidget(self._choice)
        self.box.addSpacing(theme().px(8))
        self.box.addWidget(self._alike)

    @property
    def choice(self) -> FaceChoice:
        """Faces to choose among, built once somebody looks for some."""
        return self._choice.part

    @property
    def alike(self) -> LookAlikesPart:
        """Who is often taken for this person."""
        return self._alike.part

    def _build_choice(self) -> FaceChoice:
        choice = FaceChoice()
        choice.wanted.clicked.connect(lambda: self._enrol())
        choice.not_now.clicked.connect(self._close)
        return choice

    # reading

    def show_person(self, person: Person) -> None:
        """What is kept of this person; faces that are being chosen stay."""
        page = self._page
        if self._person is None or self._person.id != person.id:
            self._close()
        self._person = person
        missing = self._missing(person)
        kept = page.attempt_quietly(lambda: enrolment_photos.kept_faces(page.workspace, page.actor, person.id)) or ()
        self.gate.setText(missing)
        self.gate.setVisible(bool(missing))
        self.add.setVisible(self.may_keep)
        self.add.setEnabled(not missing)
        self.delete.setVisible(self.may_keep and bool(kept))
        self.state.show_state(
            "shown" if kept else "covered", tr("{kept} kept", kept=len(kept)) if kept else tr("none kept")
        )
        clear(self.kept.box)
        lines = Counter((face.made_at.date(), face.until) for face in kept)
        for (made, until), number in lines.items():
            ends = tr(", compared until {day} at the latest", day=day(until)) if until else ""
            self.kept.box.addWidget(
                Label(
                    tr("{faces} kept on {day}{ends}.", faces=count(number, "face"), day=day(made), ends=ends),
                    wraps=True,
                )
            )
        if kept and len(kept) < ENOUGH:
            more = tr("{more} and a suggestion can be “likely”.", more=count(ENOUGH - len(kept), "more face"))
            self.kept.box.addWidget(Label(more, role="quiet", wraps=True))
        if missing:
            self._close()
        if self.may_keep and not missing:
            self.alike.show()
            self.alike.show_person(person)
        else:
            self._alike.hide_part()

    def _missing(self, person: Person) -> str:
        """What has to be settled before a face is kept, as one paragraph; empty inside the gate."""
        page = self._page
        record = page.attempt_quietly(lambda: matching.matching_record(page.workspace, page.actor))
        if record is None or not record.compares(page.workspace.clock.today()):
            return tr("The school compares no faces, so none is kept. Everybody is named by hand.")
        standing = page.attempt_quietly(lambda: biometrics.status(page.workspace, page.actor, person.id))
        if standing is None or standing.allows:
            return ""
        return tr("No face is kept until this is settled: {words}", words=" ".join(map(below, standing.words)))

    # choosing

    def _look(self) -> None:
        """Fetch the faces named as this child, one after the other."""
        page, person = self._page, self._person
        if person is None:
            return
        self.choice.begin()
        self.choice.show()

        def fetch() -> Iterator[NamedFace]:
            yield from enrolment_photos.named_faces(page.workspace, page.actor, person.id)

        def offer(face: NamedFace) -> None:
            if self._person is not None and self._person.id == person.id:
                self.choice.offer(face)

        page.desk.begin(
            tr("Looking for photos of {name}", name=person.name),
            fetch,
            on_outcome=offer,
            on_problem=page.notice.show_problem,
            on_end=lambda _completed: self.choice.end(),
        )

    def _enrol(self) -> None:
        page, person = self._page, self._person
        taken = self.choice.taken
        if person is None or not taken:
            return
        self.choice.wanted.setEnabled(False)
        vouched = {number for number, key in enumerate(taken) if key in self.choice.vouched}

        def work() -> Iterator[Enrolment]:
            yield enrolment.enrol(page.workspace, page.actor, person.id, taken, looked_at=vouched)

        page.desk.begin(
            tr("Keeping {faces} of {name}", faces=count(len(taken), "face"), name=person.name),
            work,
            total=1,
            on_outcome=lambda made: self._told(person, taken, made),
            on_problem=page.notice.show_problem,
            on_end=lambda _completed: self.choice.enable(),
        )

    def _told(self, person: Person, taken: list[RegionId], made: Enrolment) -> None:
        if self._person is None or self._person.id != person.id:
            return
        self.choice.show_checks(taken, made.checks)
        if made.stored:
            refused = len(taken) - made.stored
            left_out = trn(" {n} face was left out.", " {n} faces were left out.", refused) if refused else ""
            self._close()
            self._page.notice.tell(
                tr(
                    "{faces} of {name} kept for a year.{left_out}",
                    faces=count(made.stored, "face"),
                    name=person.name,
                    left_out=left_out,
                )
            )
        elif made.in_doubt:
            self._page.notice.tell(tr("Nothing is kept yet: look at the faces that do not fit."), state="needs")
        else:
            self._page.notice.tell(tr("None of these faces can be kept. Each says why."), state="needs")

    def _close(self) -> None:
        if self._choice.built is not None:
            self.choice.hide()
            self.choice.begin()

    # taking away

    def _ask_delete(self) -> None:
        person = self._person
        if person is not None:
            self._page.notice.ask(
                tr(
                    "Every face kept of {name} is deleted, with a receipt. They can be made anew from photos.",
                    name=person.name,
                ),
                {tr("Delete them"): lambda: self._delete(person)},
            )

    def _delete(self, person: Person) -> None:
        page = self._page
        gone = page.attempt(lambda: enrolment_photos.delete_kept_faces(page.workspace, page.actor, person.id))
        if gone is not None:
            page.written()
            page.notice.tell(
                tr("{faces} of {name} deleted, with a receipt.", faces=count(gone, "face"), name=person.name)
            )
