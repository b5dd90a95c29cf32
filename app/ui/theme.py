"""Colours, spacing and the one style sheet, for light and dark; follows the system and grows with the text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.domain.errors import BugError
from app.ui.stylesheet import stylesheet_of


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, each ``#RRGGBB``; a test holds text to 4.5:1 and outlines to 3:1."""

    window: str
    panel: str
    raised: str
    line: str
    edge: str
    """Outline of things that can be typed into or pressed: 3:1 against the panel."""
    text: str
    quiet: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    hover: str
    shown: str
    covered: str
    needs: str
    withheld: str
    is_dark: bool


LIGHT = Tokens(
    window="#F6F7F9",
    panel="#FFFFFF",
    raised="#FFFFFF",
    line="#E3E6EB",
    edge="#878F9C",
    text="#1B1F27",
    quiet="#5A6372",
    accent="#2558C7",
    accent_hover="#1D48A6",
    on_accent="#FFFFFF",
    selection="#E2EBFC",
    hover="#EEF1F6",
    shown="#186F44",
    covered="#5A6372",
    needs="#9A5B00",
    withheld="#B3261E",
    is_dark=False,
)
DARK = Tokens(
    window="#16181C",
    panel="#1E2126",
    raised="#262A31",
    line="#343A44",
    edge="#727C8B",
    text="#ECEFF4",
    quiet="#A3ADBB",
    accent="#7EA6FF",
    accent_hover="#A0BDFF",
    on_accent="#10131A",
    selection="#2B3A5C",
    hover="#2A2F37",
    shown="#5FD39A",
    covered="#A3ADBB",
    needs="#F2B45C",
    withheld="#FF8A80",
    is_dark=True,
)

BASE_PX = 14
_ROOMY, _SHARE = 1.5, 0.95
STATES = ("shown", "covered", "needs", "withheld")


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21, after WCAG 2.2 (relative luminance of sRGB)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    shade = QColor(colour)
    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())


class Theme(QObject):
    """The theme in use: its tokens, and the size everything is drawn at.

    `changed` is emitted after palette, font and style sheet are in place, so that icons can be tinted anew.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, choice: str = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self.scale = scale
        self.tokens = LIGHT
        self._applied: tuple[Tokens, float] | None = None
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def choose(self, choice: str, scale: float | None = None) -> None:
        """Use ``light``, ``dark`` or ``system``, and a text size (1.0 to 2.0) when given."""
        self._choice = choice
        self.scale = scale or self.scale
        if self._look() != self._applied:  # a style sheet that is set anew measures every widget there is
            self._apply()

    def px(self, length: float) -> int:
        """A length of the design in pixels at the text size in use."""
        return round(length * self.scale)

    def side_px(self, length: float) -> int:
        """The width of a side column: it grows less than the text, so that the middle keeps its room.

        With the largest text it grows nearly as much, for its buttons; the page scrolls then.
        """
        return round(length * (min(self.scale, 1.35) if self.scale <= _ROOMY else _SHARE * self.scale))

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.tokens, name))

    def _look(self) -> tuple[Tokens, float]:
        return (DARK if self._wants_dark() else LIGHT), self.scale

    def _apply(self) -> None:
        self.tokens, _scale = self._applied = self._look()
        font = QFont(self._app.font())
        font.setPixelSize(self.px(BASE_PX))
        self._app.setFont(font)
        self._app.setPalette(palette_of(self.tokens))
        self._app.setStyleSheet(stylesheet_of(self.tokens, self.scale))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._choice in ("light", "dark"):
            return self._choice == "dark"
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette of a theme, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: tokens.window,
        role.Base: tokens.panel,
        role.AlternateBase: tokens.window,
        role.Button: tokens.raised,
        role.ToolTipBase: tokens.raised,
        role.Text: tokens.text,
        role.WindowText: tokens.text,
        role.ButtonText: tokens.text,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.quiet,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.Mid: tokens.line,
    }.items():
        palette.setColor(where, QColor(colour))
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.quiet))
    return palette


_current: Theme | None = None


def install_theme(app: QApplication, *, choice: str = "system", scale: float = 1.0) -> Theme:
    """Give the application its theme, or change the one it has."""
    global _current
    if _current is None or _current.parent() is not app:
        _current = Theme(app, choice=choice, scale=scale)
    else:
        _current.choose(choice, scale)
    return _current


def theme() -> Theme:
    """The theme in use; made with the defaults when nobody installed one."""
    if _current is not None and isValid(_current):
        return _current
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise BugError("a theme needs a running application")
    return install_theme(app)
