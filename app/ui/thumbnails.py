"""Small pictures of photos, fetched off the GUI thread and kept in a bounded store."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from app.domain.photo import PhotoId
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.desk import Desk
from app.workflow.review import load_picture

EDGE_PX = 480
_KEPT = 120


class Thumbnails(QObject):
    """Pictures by photo; asked for once, told to everybody who waits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: OrderedDict[PhotoId, QPixmap] = OrderedDict()
        self._waiting: dict[PhotoId, list[Callable[[QPixmap], object]]] = {}

    def want(self, photo_id: PhotoId, show: Callable[[QPixmap], object]) -> None:
        """Call `show` with the picture, now or when it is there; a photo that cannot be read stays blank."""
        if photo_id in self._kept:
            self._kept.move_to_end(photo_id)
            show(self._kept[photo_id])
            return
        waiting = self._waiting.setdefault(photo_id, [])
        waiting.append(show)
        if len(waiting) > 1:
            return
        desk = self._desk
        desk.look(
            lambda: load_picture(desk.workspace, desk.actor, photo_id, max_edge_px=EDGE_PX),
            lambda pixels: self._have(photo_id, pixmap_of(pixels)),
            lambda _problem: self._waiting.pop(photo_id, None),
        )

    def forget(self) -> None:
        """Let go of every picture; they are fetched again when they are wanted."""
        self._kept.clear()

    def _have(self, photo_id: PhotoId, picture: QPixmap) -> None:
        self._kept[photo_id] = picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        for show in self._waiting.pop(photo_id, []):
            show(picture)


def thumbnails(desk: Desk) -> Thumbnails:
    """The one store of this desk."""
    found = desk.findChild(Thumbnails)
    return found if found is not None else Thumbnails(desk)
