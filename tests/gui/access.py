"""What people with other eyes, hands and ears need of a window, measured on the window itself after WCAG 2.2.

Each function walks the widgets of a page as they stand and returns what is wrong with them, in words; nothing is well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from app.ui.reading_order import bring_into_sight
from app.ui.widgets import ElidedLabel

TARGET_PX = 24
"""WCAG 2.5.8: the least side of what is pressed."""
TEXT, LARGE, EDGE = 4.5, 3.0, 3.0
_LARGE_PX, _LARGE_BOLD_PX = 24, 18.66
_ROLES: dict[type[QWidget], tuple[QAccessible.Role, ...]] = {
    QCheckBox: (QAccessible.Role.CheckBox,),
    QRadioButton: (QAccessible.Role.RadioButton,),
    QPushButton: (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.ButtonMenu),
    QLineEdit: (QAccessible.Role.EditableText,),
    QPlainTextEdit: (QAccessible.Role.EditableText,),
    QTextEdit: (QAccessible.Role.EditableText, QAccessible.Role.StaticText),
    QComboBox: (QAccessible.Role.ComboBox,),
    QAbstractSpinBox: (QAccessible.Role.SpinBox,),
    QAbstractItemView: (QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.Tree),
}
_SAYS_NOTHING = {"button", "ok", "click", "…", "...", "x", "icon", "list", "text", "edit", "field"}


# what there is


def stops(root: QWidget) -> list[QWidget]:
    """Everything on the screen that the Tab key should reach."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is root.window()
        and not widget.objectName().startswith("qt_")
        and widget.focusProxy() is None
    ]


def said(widget: QWidget) -> str:
    """The name a screen reader says."""
    described = QAccessible.queryAccessibleInterface(widget)
    return (described.text(QAccessible.Text.Name) if described else "") or widget.accessibleName()


def seen(widget: QWidget) -> str:
    """A widget for a message."""
    parent = widget.parentWidget()
    return f"{type(widget).__name__} “{said(widget)[:40]}” in {type(parent).__name__ if parent else 'nothing'}"


# names and roles


def nameless(root: QWidget) -> list[str]:
    """Controls without a name that says something, or that a screen reader calls something else than they are."""
    wrong = []
    for widget in stops(root):
        name = said(widget).strip()
        if (len(name) < 2 and not name.isalnum()) or name.lower().strip(" .…") in _SAYS_NOTHING:
            wrong.append(f"no name: {seen(widget)}")
        role = QAccessible.queryAccessibleInterface(widget).role()
        wanted = next((roles for kind, roles in _ROLES.items() if isinstance(widget, kind)), ())
        if wanted and role not in wanted:
            wrong.append(f"role {role.name}: {seen(widget)}")
        if isinstance(widget, QPushButton) and not widget.text().strip() and not widget.toolTip():
            wrong.append(f"an icon without a tooltip: {seen(widget)}")
        if not wanted and not isinstance(widget, QScrollArea | QAbstractButton) and not widget.accessibleDescription():
            wrong.append(f"drawn and not described: {seen(widget)}")
    return wrong


def namesakes(root: QWidget) -> list[str]:
    """Controls of one kind with the same name and nothing else that tells them apart."""
    named = Counter((type(w).__name__, said(w), w.accessibleDescription()) for w in stops(root))
    return [f"{number} times {kind} “{name}”" for (kind, name, _more), number in named.items() if number > 1]


def unlike_their_words(root: QWidget) -> list[str]:
    """Buttons whose name does not hold the words that can be read on them (WCAG 2.5.3)."""
    wrong = []
    for button in root.findChildren(QAbstractButton):
        words = button.text().replace("&", "").strip().casefold()
        if (
            button.isVisible()
            and words
            and not any(c.isdigit() for c in words)
            and words not in said(button).casefold()
        ):
            wrong.append(f"“{button.text().strip()}” is called “{said(button)}”")
    return wrong


# keys


def tab_stops(root: QWidget, first: QWidget, *, back: bool = False, most: int = 400) -> list[QWidget]:
    """What Tab (or Shift+Tab) reaches, from a control until it is there again; a field of parts may take it thrice."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first = QApplication.focusWidget()
    reached: list[QWidget] = [first]
    for _press in range(most):
        at = QApplication.focusWidget()
        QTest.keyClick(at, key, held)
        now = QApplication.focusWidget()
        if now is not reached[-1]:
            if now is first or now is None:
                break
            reached.append(now)
        elif len(reached) > 1 and _press > 4 * len(reached) + 4:
            break
    return reached


def press_tab(widget: QWidget) -> None:
    """One press on a widget."""
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def unreached(wanted: Sequence[QWidget], reached: Sequence[QWidget]) -> list[str]:
    """Controls Tab does not come to; of buttons that exclude one another it comes to one, arrows to the others."""
    there = set(reached)
    groups = {_group(button) for button in there if isinstance(button, QAbstractButton)} - {None}
    return [
        seen(widget)
        for widget in wanted
        if widget not in there and not (isinstance(widget, QAbstractButton) and _group(widget) in groups)
    ]


def _group(button: QAbstractButton) -> object:
    if button.group() is not None and button.group().exclusive():
        return button.group()
    return button.parentWidget() if button.autoExclusive() else None


def backward(order: Sequence[QWidget]) -> list[str]:
    """Steps that go up in the same column or left in the same line: not the order of reading."""
    wrong = []
    for here, there in pairwise(order):
        a, b = on_screen(here), on_screen(there)
        if goes_back(a, b):
            wrong.append(f"{seen(here)} -> {seen(there)}")
    return wrong


def goes_back(a: QRect, b: QRect) -> bool:
    """Whether `b` is before `a` for somebody who reads."""
    same_column = min(a.right(), b.right()) - max(a.left(), b.left()) > 0.5 * min(a.width(), b.width())
    same_line = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > 0.5 * min(a.height(), b.height())
    return (same_column and b.bottom() <= a.top()) or (same_line and not same_column and b.right() <= a.left())


def on_screen(widget: QWidget) -> QRect:
    """Where a widget is in its window, also when it is scrolled out of sight."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


# order of a screen reader


def spoken(root: QWidget) -> Iterator[QWidget]:
    """What a screen reader comes to one after the other: everything visible that says something."""
    described = QAccessible.queryAccessibleInterface(root)
    for at in range(described.childCount()):
        child = described.child(at)
        widget = child.object() if child is not None and child.isValid() else None
        if not isinstance(widget, QWidget) or not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        if _is_leaf(widget):
            if said(widget).strip():
                yield widget
        else:
            yield from spoken(widget)


def _is_leaf(widget: QWidget) -> bool:
    kinds = QLabel | QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox | QAbstractItemView
    return isinstance(widget, kinds) or not any(child.isVisible() for child in widget.findChildren(QWidget))


# sizes


def small(root: QWidget) -> list[str]:
    """What is pressed and smaller than a fingertip."""
    return [
        f"{widget.width()}x{widget.height()}: {seen(widget)}"
        for widget in stops(root)
        if min(widget.width(), widget.height()) < TARGET_PX
    ]


def cut(root: QWidget) -> list[str]:
    """Words that have less room than they need; names that end in an ellipsis on purpose say so in a tooltip."""
    wrong = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue
        if label.wordWrap():
            needs = label.heightForWidth(label.width())
            if label.height() < needs - 1:
                wrong.append(f"{label.height()} of {needs} px high: “{label.text()[:50]}”")
        elif label.width() < label.sizeHint().width() - 1:
            wrong.append(f"{label.width()} of {label.sizeHint().width()} px wide: “{label.text()[:50]}”")
    for button in root.findChildren(QAbstractButton):
        if button.isVisible() and button.text().strip():
            needs = button.minimumSizeHint() if not isinstance(button, QPushButton) else button.sizeHint()
            if button.width() < needs.width() - 2 or button.height() < needs.height() - 2:
                wrong.append(f"{button.size().toTuple()} of {needs.toTuple()}: button “{button.text().strip()}”")
    return wrong


def sideways(root: QWidget) -> list[str]:
    """Areas whose content is wider than they are, so that reading a line takes scrolling (WCAG 1.4.10)."""
    return [
        f"{area.widget().width() - area.viewport().width()} px too wide: {seen(area)}"
        for area in root.findChildren(QScrollArea)
        if area.isVisible() and area.widget() is not None and area.widget().width() > area.viewport().width()
    ]


def out_of_reach(root: QWidget) -> list[str]:
    """Controls that are beyond the window and that no scrolling brings in."""
    window = root.window()
    wrong = []
    for widget in stops(root):
        place = on_screen(widget)
        area = _scroller(widget)
        if area is None:
            if not window.rect().contains(place):
                wrong.append(f"{place.getRect()} beyond the window: {seen(widget)}")
            continue
        view = on_screen(area.viewport())
        is_beside = place.left() < view.left() - 1 or place.right() > view.right() + 1
        never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if is_beside and (never or area.horizontalScrollBar().maximum() == 0):
            wrong.append(f"{place.getRect()} beside {view.getRect()}: {seen(widget)}")
        if area.widget() is not None and not area.widget().rect().contains(_inside(widget, area.widget())):
            wrong.append(f"outside what scrolls: {seen(widget)}")
    return wrong


def _inside(widget: QWidget, outer: QWidget) -> QRect:
    return QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size()).adjusted(1, 1, -1, -1)


def _scroller(widget: QWidget) -> QScrollArea | None:
    at = widget.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    return at


# contrast, of what was drawn


def pixels(widget: QWidget, place: QRect | None = None) -> np.ndarray:
    """What is drawn of the window there: uint8, shape (height, width, 3), RGB."""
    image = widget.grab(place if place is not None else widget.rect()).toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def luminance(colours: np.ndarray) -> np.ndarray:
    """Relative luminance of sRGB colours, shape (..., 3) in and (...) out."""
    shade = colours.astype(float) / 255
    linear = np.where(shade <= 0.04045, shade / 12.92, ((shade + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def ratio(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The contrast of luminances, 1 to 21."""
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


def drawn_contrast(drawn: np.ndarray) -> float:
    """The contrast of the ink with the ground, which is the commonest colour."""
    flat = drawn.reshape(-1, 3)
    colours, numbers = np.unique(flat, axis=0, return_counts=True)
    ground = luminance(colours[numbers.argmax()])
    return float(ratio(luminance(colours), ground).max())


def faint_words(root: QWidget) -> list[str]:
    """Words with too little contrast, of labels, buttons, fields and rows of lists, as they are drawn."""
    window = root.window()
    wrong = []
    for widget, place, size_px, is_bold in _worded(root):
        visible = QRect(widget.mapTo(window, place.topLeft()), place.size()) & _visible(widget)
        if visible.width() < 0.6 * place.width() or visible.height() < 0.6 * place.height():
            continue
        found = drawn_contrast(pixels(window, visible))
        is_large = size_px >= _LARGE_PX or (is_bold and size_px >= _LARGE_BOLD_PX)
        if found < (LARGE if is_large else TEXT):
            wrong.append(f"{found:.1f}: {seen(widget)}")
    return wrong


def _worded(root: QWidget) -> Iterator[tuple[QWidget, QRect, float, bool]]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        font = widget.font()
        if isinstance(widget, QLabel) and widget.text():
            yield widget, widget.rect(), font.pixelSize(), font.bold()
        words = widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
        if isinstance(widget.parentWidget(), QAbstractSpinBox):
            continue  # one letter of its own colour; its outline is looked at
        if words.strip() or (isinstance(widget, QLineEdit) and widget.placeholderText()):
            yield widget, widget.rect().adjusted(4, 4, -4, -4), font.pixelSize(), font.bold()


def _round(widget: QWidget) -> QRect:
    """What is seen of it, and a little more."""
    return _visible(widget).adjusted(-3, -3, 3, 3)


def _visible(widget: QWidget) -> QRect:
    """The part of a widget that no scrolling hides, in its window."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))


def faint_edges(root: QWidget) -> list[str]:
    """Fields whose outline cannot be told from what is round them."""
    window = root.window()
    wrong = []
    for widget in root.findChildren(QWidget):
        is_field = isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox)
        if not is_field or not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
            continue
        place = on_screen(widget)
        middle = QRect(place.left() - 3, place.center().y() - 2, 8, 4)
        if not _visible(widget).intersects(middle):
            continue
        line = luminance(pixels(window, middle).astype(float).mean(axis=0))
        if float(ratio(line, line[0]).max()) < EDGE:
            wrong.append(f"{float(ratio(line, line[0]).max()):.1f}: {seen(widget)}")
    return wrong


def unseen_focus(root: QWidget) -> list[str]:
    """Controls that look the same with and without the focus."""
    window = root.window()
    wrong = []
    for widget in stops(root):
        other = next((w for w in stops(root) if w is not widget and not w.isAncestorOf(widget)), None)
        if other is None:
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is not widget:
            continue
        bring_into_sight(widget)
        place = (on_screen(widget).adjusted(-3, -3, 3, 3)) & window.rect() & _round(widget)
        if place.isEmpty():
            continue
        with_focus = luminance(pixels(window, place))
        other.setFocus(Qt.FocusReason.TabFocusReason)
        without = luminance(pixels(window, place))
        changed = int((ratio(with_focus, without) >= EDGE).sum())
        if changed < min(widget.width(), widget.height()):
            wrong.append(f"{changed} px: {seen(widget)}")
    return wrong
