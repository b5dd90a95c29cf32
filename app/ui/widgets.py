"""Small pieces every page is made of, so that spacing, names and buttons agree everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.flow import FlowLayout
from app.ui.icons import STATE_ICONS, icon, pixmap
from app.ui.lasting import until_gone
from app.ui.theme import theme

_TINTS = {"primary": "on_accent", "danger": "withheld", "flat": "accent", "tight": "accent"}
"""The colour of a button's icon, by its kind; that of the text for others."""
_ROOMY = 1.3
"""Up to this text size there is room for things beside each other."""


class Label(QLabel):
    """Plain words; never reads them as HTML. `role` is title, heading, quiet, caption or number."""

    def __init__(self, words: str = "", *, role: str = "", wraps: bool = False) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if role:
            self.setProperty("role", role)


class ElidedLabel(Label):
    """One line that ends in an ellipsis when there is no room; the whole of it is the tooltip."""

    def __init__(self, words: str = "", *, role: str = "") -> None:
        super().__init__(words, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def setText(self, words: str) -> None:
        super().setText(words)
        self._tell()

    def _tell(self) -> None:
        fits = QFontMetrics(self.font()).horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), words)


class Button(QPushButton):
    """A button with an icon that follows the theme. `kind`: primary, danger, flat, icon, nav, tab or plain ("")."""

    def __init__(
        self,
        words: str,
        on_press: Callable[[], object] | None = None,
        *,
        icon_name: str = "",
        kind: str = "",
        tip: str = "",
        name: str = "",
    ) -> None:
        super().__init__("" if kind == "icon" else f" {words}" if icon_name else words)  # the space keeps the icon off
        self._icon_name = icon_name
        self.setProperty("kind", kind)
        self.setAccessibleName(name or words)
        self.setToolTip(tip or (words if kind == "icon" else ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setCheckable(kind in ("nav", "tab"))
        self._token = ""
        theme().changed.connect(self._tint)
        self._tint()
        if on_press:
            self.clicked.connect(lambda _checked=False: on_press())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, as Space does; Qt leaves it to dialogs."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def show_kind(self, kind: str) -> None:
        """Be of another kind from now on, for example the one that comes next."""
        self.setProperty("kind", kind)
        restyle(self)
        self._tint()

    def tint(self, token: str) -> None:
        """Draw the icon in another colour of the theme; none at all without a colour."""
        self._token = token
        if token:
            self._tint()
        else:
            self.setIcon(QIcon())

    def _tint(self) -> None:
        if self._icon_name:
            tint = self._token or _TINTS.get(str(self.property("kind")), "text")
            self.setIcon(icon(self._icon_name, tint))
            self.setIconSize(QSize(theme().px(18), theme().px(18)))


class IconLabel(QLabel):
    """An icon beside words; says nothing by itself."""

    def __init__(self, name: str, *, tint: str = "text", size: int = 18) -> None:
        super().__init__()
        self._name, self._token, self._size = name, tint, size
        theme().changed.connect(self._tint)
        self._tint()

    def show_icon(self, name: str, tint: str) -> None:
        self._name, self._token = name, tint
        self._tint()

    def _tint(self) -> None:
        size = theme().px(self._size)
        self.setPixmap(pixmap(self._name, size, getattr(theme().tokens, self._token), self.devicePixelRatioF()))
        self.setFixedSize(size, size)


class StateChip(QWidget):
    """A state as colour, icon and word together. `state`: shown, covered, needs or withheld."""

    def __init__(self, state: str, words: str) -> None:
        super().__init__()
        self._icon = IconLabel(STATE_ICONS[state], tint=state, size=16)
        self._words = Label(words)
        lay(self, row=True, gap=4).addWidget(self._icon)
        self.layout().addWidget(self._words)
        self.show_state(state, words)

    def show_state(self, state: str, words: str) -> None:
        self._icon.show_icon(STATE_ICONS[state], state)
        self._words.setText(words)
        self._words.setProperty("state", state)
        restyle(self._words)

    def words(self) -> str:
        return self._words.text()


class Panel(QFrame):
    """A raised surface with a thin outline, and its layout as `box`."""

    def __init__(self, *, row: bool = False, margin: int = 16, gap: int = 12) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.box = lay(self, row=row, margin=margin, gap=gap)


class Plain(QWidget):
    """A widget without a look of its own that lines up others; its layout is `box`."""

    def __init__(self, *, row: bool = False, margin: int = 0, gap: int = 8) -> None:
        super().__init__()
        self.box = lay(self, row=row, margin=margin, gap=gap)


class EmptyState(QWidget):
    """What stands on a page when there is nothing to show: a quiet picture, a sentence, perhaps a button."""

    def __init__(self, icon_name: str, words: str, more: str = "", button: QPushButton | None = None) -> None:
        super().__init__()
        box = lay(self, margin=32, gap=8)
        box.addStretch(1)
        box.addWidget(IconLabel(icon_name, tint="quiet", size=48), alignment=Qt.AlignmentFlag.AlignHCenter)
        self.words = Label(words, role="heading", wraps=True)
        self.more = Label(more, role="quiet", wraps=True)
        for label in (self.words, self.more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(label)
        self.more.setVisible(bool(more))
        if button:
            box.addSpacing(8)
            box.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)


def lay(widget: QWidget, *, row: bool = False, margin: int = 0, gap: int = 8) -> QBoxLayout:
    """Give a widget a row or column layout in steps of the design's grid."""
    box: QBoxLayout = QHBoxLayout(widget) if row else QVBoxLayout(widget)
    edge = theme().px(margin)
    box.setContentsMargins(edge, edge, edge, edge)
    box.setSpacing(theme().px(gap))
    return box


def line_up(*parts: QWidget | int | None, gap: int = 8) -> Any:
    """Widgets side by side; a number is a stretch, None is left out. Several buttons go on in the next line if need be.

    Returns a box layout, or for buttons alone a `FlowLayout`.
    """
    widgets = [part for part in parts if isinstance(part, QWidget)]
    if len(widgets) > 1 and all(isinstance(widget, QAbstractButton) for widget in widgets):
        return _flow(parts, theme().px(gap))
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme().px(gap))
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif part is not None:
            box.addStretch(part)
    return box


def flowing(*parts: QWidget | int | None, gap: int = 8) -> FlowLayout:
    """Widgets of any kind side by side, going on in the next line where there is no room."""
    return _flow(parts, theme().px(gap))


class Flowing(QWidget):
    """A widget without a look of its own whose parts go on in the next line; its layout is `box`."""

    def __init__(self, gap: int = 4) -> None:
        super().__init__()
        self.box = FlowLayout(theme().px(gap))
        self.setLayout(self.box)


def _flow(parts: Sequence[QWidget | int | None], gap: int) -> FlowLayout:
    flow = FlowLayout(gap)
    for part in parts:
        if isinstance(part, QWidget):
            flow.addWidget(part)
        elif part is not None:
            flow.add_spring()
    return flow


def field(words: str, widget: QWidget, *, hint: str = "", beside: QWidget | None = None) -> QVBoxLayout:
    """A labelled field: the label above is its buddy and its accessible name."""
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme().px(4))
    label = Label(words, role="quiet", wraps=is_large())
    label.setBuddy(widget)
    widget.setAccessibleName(words)
    if hint:
        widget.setAccessibleDescription(hint)
    box.addWidget(label)
    if beside is None:
        box.addWidget(widget)
    else:
        box.addLayout(line_up(widget, beside))
    if hint:
        box.addWidget(Label(hint, role="caption", wraps=True))
    return box


def is_large() -> bool:
    """Whether the text is so large that words go on in more lines, and rows of things below each other."""
    return theme().scale > _ROOMY


def rule() -> QFrame:
    """A thin line between two groups."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


class _Scrolled(QScrollArea):
    """Scrolls down, never across: it is at least as wide as what is in it."""

    def minimumSizeHint(self) -> QSize:
        least, inner = super().minimumSizeHint(), self.widget()
        if inner is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            least.setWidth(max(least.width(), inner.minimumSizeHint().width() + bar))
        return least

    def event(self, event: QEvent) -> bool:
        """Nobody sees it yet: what is in it is measured when it is shown, not each time it is put somewhere."""
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it may need another width now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolled(widget: QWidget, name: str) -> QScrollArea:
    """The widget in a frame that scrolls when there is too little room."""
    area = _Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    holder = Plain(gap=0)
    for inner in (holder, widget):
        inner.setProperty("role", "scrolled")
    area.setWidget(holder)  # an area measures what it is given at once: all that is in it yet is nothing
    holder.box.addWidget(widget)
    return area


def show_if(widget: QWidget, wanted: bool) -> None:
    """Leave out a part while the page is built; showing one that has no parent yet would open it as a window."""
    if not wanted:
        widget.hide()


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go with the next turn of the event loop."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            until_gone(widget)
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def grid(gap: int = 12) -> QGridLayout:
    """An empty grid without margins."""
    box = QGridLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme().px(gap))
    return box
