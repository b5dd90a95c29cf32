"""Before and after on one picture: the line between them is moved with mouse or keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.domain.photo import RgbImage
from app.ui.canvas.painting import DARK_LINE, LIGHT_LINE
from app.ui.canvas.tiles import Pyramid
from app.ui.canvas.view import View
from app.ui.language import tr
from app.ui.theme import theme
from app.ui.widgets import Label, Plain

_ALL = 100


class CompareView(QWidget):
    """The picture as it goes out, and on the left as much of the photo underneath as is asked for.

    Signals:
        moved(int): the line was dragged to this share of the width, in hundredths.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("As it goes out"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme().px(200), theme().px(140))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self._before: Pyramid | None = None
        self._after: Pyramid | None = None
        self._share = 0
        self._words = ""

    def show_pictures(self, before: Pyramid, after: Pyramid) -> None:
        """Two pictures of one size."""
        self._before, self._after, self._words = before, after, ""
        self.update()

    def show_words(self, words: str) -> None:
        """There is no picture (yet), and why."""
        self._before = self._after = None
        self._words = words
        self.setAccessibleDescription(words)
        self.update()

    def split(self, share: int) -> None:
        """How much of the photo underneath is seen, in hundredths of the width from the left."""
        self._share = share
        self.update()

    @property
    def has_picture(self) -> bool:
        return self._after is not None

    @property
    def words(self) -> str:
        return self._words

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place()
        if self._after is not None and event.buttons() & Qt.MouseButton.LeftButton:
            share = (event.position().x() - place.left()) / place.width()
            self.moved.emit(round(_ALL * min(1.0, max(0.0, share))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._after is None or self._before is None:
            painter.setPen(theme().colour("quiet"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), int(flags), self._words)
            return
        place, ratio = self._place(), self.devicePixelRatioF()
        line = place.left() + place.width() * self._share / _ALL
        self._after.paint(painter, place, QRectF(self.rect()), ratio=ratio)
        if self._share:
            painter.save()
            painter.setClipRect(QRectF(place.left(), place.top(), line - place.left(), place.height()))
            self._before.paint(painter, place, QRectF(self.rect()), ratio=ratio)
            painter.restore()
            for colour, width in ((DARK_LINE, 5), (LIGHT_LINE, 2)):
                painter.setPen(QPen(colour, width))
                painter.drawLine(QPointF(line, place.top()), QPointF(line, place.bottom()))
        self._say(painter, place, tr("Before"), at_left=True, is_said=self._share > 12)
        self._say(painter, place, tr("As it goes out"), at_left=False, is_said=self._share < 88)

    def _say(self, painter: QPainter, place: QRectF, words: str, *, at_left: bool, is_said: bool) -> None:
        if not is_said:
            return
        wide = painter.fontMetrics().horizontalAdvance(words) + theme().px(12)
        left = place.left() + theme().px(8) if at_left else place.right() - wide - theme().px(8)
        chip = QRectF(left, place.top() + theme().px(8), wide, painter.fontMetrics().height() + theme().px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(16, 19, 26, 225))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _place(self) -> QRectF:
        if self._after is None:
            return QRectF(self.rect())
        return View(QSizeF(self._after.width, self._after.height), QSizeF(self.size())).picture_on_screen()


class ComparePane(Plain):
    """The picture as it goes out with the slider below it.

    Signals:
        looked_underneath: some of what is covered came into sight.
    """

    looked_underneath = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.view = CompareView()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _ALL)
        self.slider.setPageStep(25)
        self.slider.setSingleStep(5)
        self.slider.setAccessibleName(tr("Before and after"))
        self.slider.setMinimumHeight(theme().px(24))
        self.slider.setAccessibleDescription(tr("To the left the picture as it goes out, to the right the photo."))
        self.slider.setToolTip(tr("How much of the photo underneath is seen (arrow keys)"))
        self.box.addWidget(self.view, 1)
        row = Plain(row=True, gap=12)
        row.box.addWidget(Label(tr("As it goes out"), role="quiet"))
        row.box.addWidget(self.slider, 1)
        row.box.addWidget(Label(tr("Before"), role="quiet"))
        self.box.addWidget(row)
        self._has_looked = False
        self.slider.valueChanged.connect(self._split)
        self.view.moved.connect(self.slider.setValue)

    def show_pictures(self, before: RgbImage | Pyramid, after: RgbImage | Pyramid) -> None:
        """Two pictures of one size; the line stays where it was."""
        self.view.show_pictures(
            before if isinstance(before, Pyramid) else Pyramid(before),
            after if isinstance(after, Pyramid) else Pyramid(after),
        )

    def begin(self, words: str) -> None:
        """Another photo or platform: nothing of what is underneath is seen until somebody asks."""
        self._has_looked = False
        self.slider.setValue(0)
        self.view.show_words(words)

    def _split(self, share: int) -> None:
        if share and not self._has_looked:
            self._has_looked = True
            self.looked_underneath.emit()
        self.view.split(share)
