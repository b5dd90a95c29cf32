"""The pictures of Review, fetched and cut off the GUI thread: the photo, more of it when zoomed, stamps, the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.errors import KnownError
from app.domain.photo import Photo, PhotoId
from app.ui.below import below
from app.ui.canvas.tiles import Pyramid
from app.ui.language import tr
from app.ui.pages.review_stamps import Stamps
from app.workflow import review, review_many
from app.workflow.review_preview import preview

if TYPE_CHECKING:
    from app.ui.pages.review import ReviewPage

LARGEST_SHOWN_PX = 2400


class ReviewPictures(QObject):
    """Fetches what the middle column shows; what comes too late for the photo in front is let go."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self.stamps = Stamps()
        self._photo: Photo | None = None
        self._shown: object = None
        self._making: object = None
        page.canvas.wants_detail.connect(self._fetch_detail)
        page.canvas.underneath.connect(self._look_underneath)
        page.middle.compared.connect(self._compare)
        page.middle.compare.looked_underneath.connect(page.note_look)

    # the photo

    def fetch(self, photo: Photo) -> None:
        """Another photo is in front."""
        page, self._photo, self._shown = self._page, photo, None
        page.canvas.show_picture(None, width=photo.width, height=photo.height)
        self.stamps.show_picture(None, width=photo.width)
        page.middle.compare.begin(tr("Making the picture …"))

        def show(picture: Pyramid) -> None:
            if page.photo_id == photo.id:
                page.canvas.show_picture(picture, width=photo.width, height=photo.height)
                self.stamps.show_picture(picture, width=photo.width)
                self._note_seen()
                page.faces_panel.show_stamps()

        page.desk.look(lambda: self._load(photo, LARGEST_SHOWN_PX), show, page.notice.show_problem)

    def _load(self, photo: Photo, max_edge_px: int | None) -> Pyramid:
        page = self._page
        return Pyramid(review.load_picture(page.workspace, page.actor, photo.id, max_edge_px=max_edge_px))

    def _fetch_detail(self) -> None:
        page, photo = self._page, self._photo
        if photo is None:
            return

        def show(picture: Pyramid) -> None:
            if page.photo_id == photo.id:
                page.canvas.show_detail(picture)

        page.desk.look(lambda: self._load(photo, None), show, page.notice.show_problem)

    def _note_seen(self) -> None:
        """Faces nobody named are covered on the photo and shown as stamps: that is a view, and views are on record."""
        page = self._page
        if any(face.is_of_somebody and face.needs_a_name for face in page.faces):
            page.attempt_quietly(
                lambda: review_many.note_faces_seen(page.workspace, page.actor, PhotoId(page.photo_id))
            )

    def _look_underneath(self, wanted: bool) -> None:
        self.stamps.looks_underneath = wanted
        self._page.faces_panel.show_stamps()

    # before and after

    def decided(self) -> None:
        """Something else is decided for the photo, perhaps: the result follows while it is looked at."""
        if self._page.middle.is_comparing:
            self._make()

    def _compare(self, wanted: bool) -> None:
        if wanted:
            self._make()
        else:
            self._page.middle.compare.slider.setValue(0)

    def _make(self) -> None:
        page, platform, decision = self._page, self._page.platform, self._page.decision
        if platform is None or decision in (None, self._shown, self._making):
            return
        photo_id, self._making = PhotoId(page.photo_id), decision

        def make() -> tuple[Pyramid, Pyramid]:
            made = preview(page.workspace, page.actor, photo_id, platform.id)
            return Pyramid(made.before), Pyramid(made.after)

        def show(pictures: tuple[Pyramid, Pyramid]) -> None:
            self._making = None
            if page.decision == decision:
                self._shown = decision
                page.middle.compare.show_pictures(*pictures)
            else:
                self.decided()

        def say(problem: BaseException) -> None:
            self._making = None
            if isinstance(problem, KnownError):
                page.middle.compare.begin(below(problem.words))
            else:
                page.notice.show_problem(problem)

        page.desk.look(make, show, say)
