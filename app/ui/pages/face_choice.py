"""The faces offered for enrolment, each with a word on how good it is and, when it cannot be kept, why."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from app.domain.detection import RegionId
from app.ui.below import below
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.language import Told, phrase, tr
from app.ui.models.rows import Row, RowsView
from app.ui.theme import theme
from app.ui.widgets import Button, Label, Plain, line_up
from app.ui.words import count
from app.workflow import enrolment
from app.workflow.enrolment import PhotoCheck, PhotoProblem
from app.workflow.enrolment_photos import FaceWord, NamedFace

_OUTLIERS = frozenset({PhotoProblem.UNLIKE_THE_OTHERS, PhotoProblem.LIKE_ANOTHER})
_WORDS = Told(
    {
        FaceWord.GOOD: phrase("good"),
        FaceWord.SMALL: phrase("small: less certain"),
        FaceWord.UNSHARP: phrase("unsharp: less certain"),
        FaceWord.TURNED: phrase("turned to the side: less certain"),
    }
)


class FaceChoice(Plain):
    """Enter or a click takes a face in or out; one that does not fit the others is taken out, or vouched for."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._offered: list[NamedFace] = []
        self._pictures: dict[RegionId, QPixmap] = {}
        self._checks: dict[RegionId, PhotoCheck] = {}
        self.taken: list[RegionId] = []
        self.vouched: set[RegionId] = set()
        self.words = Label(role="quiet", wraps=True)
        self.list = RowsView(tr("Faces named as this child"), self._row, is_flat=True)
        self.list.clicked.connect(lambda index: self._toggle(self.list.rows.item(index)))
        self.list.activated.connect(lambda index: self._toggle(self.list.rows.item(index)))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._explain())
        self.doubt = Label(wraps=True)
        self.remove = Button(tr("Take it out"), self._remove, icon_name="remove")
        self.vouch = Button(tr("I looked: it is them"), self._vouch)
        self.wanted = Button(tr("Keep these faces"), kind="primary")
        self.not_now = Button(tr("Not now"))
        self.box.addWidget(self.words)
        self.box.addWidget(self.list)
        self.box.addWidget(self.doubt)
        self.box.addLayout(line_up(self.remove, self.vouch, 1))
        self.box.addLayout(line_up(1, self.not_now, self.wanted))
        self.begin()
        self.hide()

    def begin(self) -> None:
        """Empty, until the first face comes."""
        self._offered, self._pictures, self._checks, self.taken, self.vouched = [], {}, {}, [], set()
        self.words.setText(tr("Looking for faces named as this child …"))
        self._fill()

    def offer(self, face: NamedFace) -> None:
        """One more face; a good one is taken at once, up to five."""
        self._offered.append(face)
        self._pictures[face.region_id] = pixmap_of(face.crop)
        if face.problem is None and face.word is FaceWord.GOOD and len(self.taken) < 5:
            self.taken.append(face.region_id)
        self._fill()

    def end(self) -> None:
        """All of them are there."""
        words = tr("Several photos of different days are best. Click one to take it in or out.")
        self.words.setText(
            words if self._offered else tr("Nobody has named a face as this child yet. Do that in Review.")
        )
        self._fill()

    def enable(self) -> None:
        """Faces can be kept once there are some and every doubt about them is answered."""
        doubted = any(self._is_outlier(face) for face in self._offered if face.region_id in self.taken)
        self.wanted.setEnabled(bool(self.taken) and not doubted)

    def show_checks(self, taken: list[RegionId], checks: tuple[PhotoCheck, ...]) -> None:
        """What was found about each face; the first that does not fit is chosen."""
        self._checks = {key: checks[number] for number, key in enumerate(taken)}
        self.taken = [key for key in taken if self._checks[key].problem in (None, *_OUTLIERS)]
        self._fill()
        self.list.choose(lambda face: self._is_outlier(face))
        self._explain()

    def _is_outlier(self, face: NamedFace | None) -> bool:
        check = self._checks.get(face.region_id) if face is not None else None
        return check is not None and check.problem in _OUTLIERS and face.region_id not in self.vouched

    def _toggle(self, face: NamedFace | None) -> None:
        if face is None or face.problem is not None or self._is_outlier(face):
            return
        if face.region_id in self.taken:
            self.taken.remove(face.region_id)
        else:
            self.taken.append(face.region_id)
        self._fill()

    def _remove(self) -> None:
        """The one that does not fit is left out."""
        face = self.list.chosen()
        if face is not None:
            self.taken = [key for key in self.taken if key != face.region_id]
            self._checks.pop(face.region_id, None)
            self._next()

    def _vouch(self) -> None:
        face = self.list.chosen()
        if face is not None:
            self.vouched.add(face.region_id)
            self._next()

    def _next(self) -> None:
        self._fill()
        self.list.choose(self._is_outlier)
        self._explain()

    def _fill(self) -> None:
        chosen = self.list.chosen()
        self.list.rows.show_items(self._offered)
        if chosen is not None:
            self.list.choose(lambda face: face.region_id == chosen.region_id)
        self.list.setFixedHeight(theme().px(64 * min(4, max(1, len(self._offered))) + 8))
        self.list.setVisible(bool(self._offered))
        self.wanted.setText(tr("Keep {faces}", faces=count(len(self.taken), "face")))
        self.wanted.setAccessibleName(self.wanted.text())
        self.enable()
        self._explain()

    def _explain(self) -> None:
        """Why the chosen face does not fit, with the two ways on."""
        face = self.list.chosen()
        is_outlier = self._is_outlier(face)
        self.doubt.setText(tr("Look at this face. If it is somebody else, correct the name in Review too."))
        for part in (self.doubt, self.remove, self.vouch):
            part.setVisible(is_outlier)

    def _row(self, face: NamedFace) -> Row:
        check = self._checks.get(face.region_id)
        title = tr("Photo {photo_number} · {event}", photo_number=face.photo_number, event=face.event)
        picture = self._pictures.get(face.region_id)
        if self._is_outlier(face):
            return Row(title, below(check.words), state="needs", words=tr("look"), picture=picture)
        problem = face.problem or (check.problem if check and check.problem not in _OUTLIERS else None)
        if problem is not None:
            return Row(
                title, below(enrolment.PROBLEM_WORDS[problem]), state="withheld", words=tr("no"), picture=picture
            )
        taken = face.region_id in self.taken
        return Row(
            title,
            _WORDS[face.word],
            state="shown" if taken else "",
            words=tr("taken") if taken else "",
            picture=picture,
        )
