"""Our outline icons, tinted by the theme. One SVG per icon in `resources/icons`, drawn with ``currentColor``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.domain.errors import BugError
from app.ui.theme import theme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"

STATE_ICONS = {"shown": "tick", "covered": "shield", "needs": "question", "withheld": "stop"}
"""Every state has a colour, an icon and a word."""


def icon(name: str, tint: str = "text", *, size: int = 18) -> QIcon:
    """The icon in a colour of the theme in use, quiet when disabled; sharp at `size`, a length of the design."""
    tokens = theme().tokens
    return _icon(name, theme().px(size), getattr(tokens, tint), tokens.quiet)


@lru_cache(maxsize=512)
def _icon(name: str, side: int, colour: str, disabled: str) -> QIcon:
    result = QIcon()
    for ratio in (1.0, 2.0):  # for screens of either kind; Qt shrinks the larger one for those between
        result.addPixmap(pixmap(name, side, colour, ratio))
        result.addPixmap(pixmap(name, side, disabled, ratio), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=512)
def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """The icon drawn `size` logical pixels square in ``#RRGGBB``, for a screen of `ratio` device pixels to one."""
    renderer = _drawn(name, colour)
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def app_icon() -> QIcon:
    """The program's own mark."""
    result = QIcon()
    for size in (16, 32, 48, 128):
        result.addPixmap(pixmap("clearpost", size, "#000000"))
    return result


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    try:
        return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BugError(f"there is no icon {name}") from error
