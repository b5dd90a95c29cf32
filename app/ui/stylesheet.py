"""The one style sheet, made from the tokens of a theme and the size of the text."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.theme import Tokens

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def stylesheet_of(tokens: Tokens, scale: float) -> str:
    """The style sheet of the whole window; lengths are those of the design times `scale`."""
    lengths = {f"p{n}": str(round(n * scale)) for n in range(1, 49)}
    colours = {name: str(getattr(tokens, name)) for name in tokens.__slots__}
    sheet = Template((_RESOURCES / "window.qss").read_text(encoding="utf-8"))
    icons = (_RESOURCES / "icons").as_posix()
    return sheet.substitute(lengths, **colours, icons=icons, shade="dark" if tokens.is_dark else "light")
