"""Small pictures of photos, fetched off the GUI thread and kept in a bounded store.

A grid of thousands asks for what is in sight while it is painted. What was asked for last comes first, and what was
scrolled past before its turn is forgotten.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from app.domain.photo import PhotoId, RgbImage
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.desk import Desk
from app.ui.lasting import is_heard
from app.workflow.review import load_picture

EDGE_PX = 480
TILE_PX = 288
"""The long edge of a picture in a grid: enough for text at 150 per cent."""
LARGE_PX = 1200
"""The long edge of a picture that stands beside others."""
KEPT_BYTES = 128_000_000
_WAITING = 160
"""So many pictures of a grid may wait; older wishes were scrolled past."""

Wanted = tuple[PhotoId, int]


class Thumbnails(QObject):
    """Pictures by photo and long edge; asked for once, told to everybody who waits.

    Signals:
        arrived(str): a picture of this photo that `picture` was asked for is there now.
    """

    arrived = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[Wanted, list[Callable[[QPixmap], object]]] = OrderedDict()
        self._unreadable: set[PhotoId] = set()
        self._fetching: Wanted | None = None

    @property
    def kept_bytes(self) -> int:
        """What the pictures that are kept take."""
        return self._bytes

    def want(self, photo_id: PhotoId, show: Callable[[QPixmap], object], *, edge_px: int = EDGE_PX) -> None:
        """Call `show` with the picture, now or when it is there; a photo that cannot be read stays blank."""
        wanted = (photo_id, edge_px)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            show(self._kept[wanted])
            return
        self._waiting.setdefault(wanted, []).append(show)
        self._fetch_next()

    def picture(self, photo_id: PhotoId, *, edge_px: int = TILE_PX) -> QPixmap | None:
        """The picture when it is there; otherwise it is fetched next and `arrived` tells."""
        wanted = (photo_id, edge_px)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        if photo_id not in self._unreadable:
            self._waiting.setdefault(wanted, [])
            self._waiting.move_to_end(wanted)
            self._pass_over_old()
            self._fetch_next()
        return None

    def is_unreadable(self, photo_id: PhotoId) -> bool:
        """Whether the photo was tried and could not be read."""
        return photo_id in self._unreadable

    def forget(self) -> None:
        """Let go of every picture; they are fetched again when they are wanted."""
        self._kept.clear()
        self._unreadable.clear()
        self._bytes = 0

    def _pass_over_old(self) -> None:
        while len(self._waiting) > _WAITING:
            oldest = next((w for w, shows in self._waiting.items() if not shows and w != self._fetching), None)
            if oldest is None:
                return
            del self._waiting[oldest]

    def _fetch_next(self) -> None:
        """One at a time, so that the latest wish is never behind more than one older one."""
        if self._fetching is not None or not self._waiting:
            return
        self._fetching = wanted = next(reversed(self._waiting))
        photo_id, edge_px = wanted
        desk = self._desk
        desk.look(
            lambda: (wanted, load_picture(desk.workspace, desk.actor, photo_id, max_edge_px=edge_px)),
            self._have,
            self._cannot,
        )

    def _have(self, fetched: tuple[Wanted, RgbImage]) -> None:
        wanted, pixels = fetched
        picture = pixmap_of(pixels)
        self._kept[wanted] = picture
        self._bytes += _size(picture)
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            _old, dropped = self._kept.popitem(last=False)
            self._bytes -= _size(dropped)
        self._fetching = None
        for show in self._waiting.pop(wanted, []):
            if is_heard(show):
                show(picture)
        self.arrived.emit(wanted[0])
        self._fetch_next()

    def _cannot(self, _problem: BaseException) -> None:
        wanted, self._fetching = self._fetching, None
        if wanted is None:
            return
        self._unreadable.add(wanted[0])
        self._waiting.pop(wanted, None)
        self.arrived.emit(wanted[0])
        self._fetch_next()


def thumbnails(desk: Desk) -> Thumbnails:
    """The one store of this desk."""
    found = desk.findChild(Thumbnails)
    return found if found is not None else Thumbnails(desk)


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
