"""Choose the part of a photo that each platform shows, with undo. Covers stay on while cropping."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QButtonGroup, QComboBox

from app.domain.consent import PlatformId
from app.domain.geometry import Box
from app.domain.post import PictureCrop, PostPicture
from app.redaction.cropping import has_shape, shaped_frame
from app.ui.canvas.photo_canvas import pixmap_of
from app.ui.desk import Desk
from app.ui.language import phrase, told, tr
from app.ui.pages.crop_canvas import LARGER, CropCanvas
from app.ui.widgets import Button, Flowing, Label, Panel, Plain, clear, field, line_up
from app.workflow import review
from app.workflow.framing import CropView

_SHAPES = (
    (phrase("Square"), 100),
    (phrase("Upright, 4 to 5"), 80),
    (phrase("Upright, 9 to 16"), 56),
    (phrase("Wide, 16 to 9"), 178),
    (phrase("Wide, 1.91 to 1"), 191),
    (phrase("Wide, 4 to 3"), 133),
)


class CropPanel(Panel):
    """Signals:
    done(tuple): the crops by hand as they are now.
    """

    done = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8)
        self._desk = desk
        self._picture: PostPicture | None = None
        self._view: CropView | None = None
        self._views: dict[PlatformId, CropView] = {}
        self._tabs: dict[PlatformId, Button] = {}
        self._crops: dict[PlatformId, Box] = {}
        self._steps: list[tuple[PlatformId, Box | None]] = []
        self.heading = Label(role="heading", wraps=True)
        self.tabs = Flowing()
        self._group = QButtonGroup(self)
        self.canvas = CropCanvas()
        self.canvas.changed.connect(self._moved)
        self.shape = QComboBox()
        self.shape.activated.connect(self._reshape)
        smaller = Button(
            tr("Smaller part"), lambda: self.canvas.resize_by(1 / LARGER), icon_name="zoom-in", kind="icon", tip="-"
        )
        larger = Button(
            tr("Larger part"), lambda: self.canvas.resize_by(LARGER), icon_name="zoom-out", kind="icon", tip="+"
        )
        self.undo_button = Button(tr("Undo"), self.undo, icon_name="undo", tip="Ctrl+Z")
        self.by_itself = Button(
            tr("By itself"), self.let_be, tip=tr("Around those who are shown, as without a crop by hand")
        )
        go = Button(tr("Done"), self.finish, kind="primary", tip="Escape")
        for keys, act in (("Ctrl+Z", self.undo), ("Escape", self.finish)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.tabs)
        self.box.addWidget(self.canvas, 1)
        self.box.addWidget(
            Label(tr("Drag the frame or use the arrow keys; plus and minus change its size."), role="quiet", wraps=True)
        )
        sizes = Plain(row=True, gap=4)
        sizes.box.addWidget(smaller)
        sizes.box.addWidget(larger)
        sizes.box.addStretch(1)
        self.box.addLayout(field(tr("Shape"), self.shape, beside=sizes))
        self.box.addLayout(line_up(self.undo_button, self.by_itself, 1, go))
        self.hide()

    def begin(self, picture: PostPicture, views: Sequence[CropView]) -> None:
        """Crop one picture for the platforms of these views, the first one first."""
        self._picture, self._steps = picture, []
        self._crops = {crop.platform_id: crop.box for crop in picture.crops}
        self.heading.setText(tr("Which part of photo {number} is shown", number=views[0].photo.number))
        self._views = {view.platform.id: view for view in views}
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self.tabs.box)
        self._tabs = {}
        for key, view in self._views.items():
            name = view.platform.name
            tab = Button(name, lambda k=key: self.show_platform(k), kind="tab", name=tr("Crop for {name}", name=name))
            self._group.addButton(tab)
            self._tabs[key] = tab
            self.tabs.box.addWidget(tab)
        self.tabs.box.add_spring()
        self.canvas.show_picture(QPixmap())
        self.show_platform(views[0].platform.id)
        desk, photo_id = self._desk, picture.photo_id
        desk.look(
            lambda: review.load_picture(desk.workspace, desk.actor, photo_id, max_edge_px=1600),
            lambda pixels: self._have_picture(photo_id, pixels),
        )

    def show_platform(self, platform_id: PlatformId) -> None:
        """The frame of this platform."""
        view = self._view = self._views[platform_id]
        self._tabs[platform_id].setChecked(True)
        self.canvas.show_view(view, self._crops.get(platform_id, view.by_itself))
        self._fill_shapes(view)
        self.undo_button.setEnabled(bool(self._steps))
        self.canvas.setFocus()

    def _have_picture(self, photo_id: str, pixels: object) -> None:
        if self._picture is not None and self._picture.photo_id == photo_id:
            self.canvas.show_picture(pixmap_of(pixels))

    def _fill_shapes(self, view: CropView) -> None:
        photo, limits = view.photo, {"narrowest": view.platform.narrowest, "widest": view.platform.widest}
        self.shape.clear()
        self.shape.addItem(tr("As it is"), 0)
        own = round(100 * photo.width / photo.height)
        shapes = ((tr("As the photo"), own), *told(_SHAPES))
        for words, shape in shapes:
            frame = shaped_frame(view.by_itself, shape, width=photo.width, height=photo.height)
            if has_shape(frame.width, frame.height, **limits):
                self.shape.addItem(words, shape)

    # doing

    def _reshape(self, _index: int) -> None:
        shape, frame = self.shape.currentData(), self.canvas.frame
        if shape and frame is not None and self._view is not None:
            photo = self._view.photo
            self.canvas.put(shaped_frame(frame, shape, width=photo.width, height=photo.height))

    def _moved(self, _before: Box, after: Box) -> None:
        if self._view is not None:
            place = self._view.platform.id
            self._steps.append((place, self._crops.get(place)))
            self._crops[place] = after
            self.undo_button.setEnabled(True)

    def undo(self) -> None:
        """Take the last thing back, on whichever platform it was."""
        if not self._steps:
            return
        place, before = self._steps.pop()
        if before is None:
            self._crops.pop(place, None)
        else:
            self._crops[place] = before
        self.show_platform(place)

    def let_be(self) -> None:
        """No crop by hand on this platform any more."""
        if self._view is not None and self._view.platform.id in self._crops:
            place = self._view.platform.id
            self._steps.append((place, self._crops.pop(place)))
            self.show_platform(place)

    def finish(self) -> None:
        """Back to the post, with the picture as it is now."""
        if self._picture is not None:
            crops = tuple(PictureCrop(key, box) for key, box in sorted(self._crops.items()))
            self.done.emit(crops)
