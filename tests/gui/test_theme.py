"""Light and dark: text and outlines can be read in both, and everything grows with the text."""

from __future__ import annotations

import pytest

from app.ui.canvas.painting import ACCENT_LINE, DARK_LINE, LIGHT_LINE
from app.ui.icons import FOLDER, pixmap
from app.ui.stylesheet import stylesheet_of
from app.ui.theme import DARK, LIGHT, STATES, Tokens, contrast, install_theme

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "selection", "hover"])
@pytest.mark.parametrize("ink", ["text", "quiet", "accent", *STATES])
def test_words_can_be_read_on_every_ground(tokens: Tokens, ground: str, ink: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES)
def test_words_on_the_main_button_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 4.5


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("ground", ["window", "panel"])
@pytest.mark.parametrize("line", ["edge", "accent"])
def test_outlines_and_focus_rings_can_be_seen(tokens: Tokens, ground: str, line: str) -> None:
    assert contrast(getattr(tokens, line), getattr(tokens, ground)) >= 3


def test_a_box_shows_on_snow_and_on_night() -> None:
    assert contrast(DARK_LINE.name(), "#FFFFFF") >= 3
    assert contrast(LIGHT_LINE.name(), "#000000") >= 3
    assert contrast(LIGHT_LINE.name(), DARK_LINE.name()) >= 3
    assert contrast(ACCENT_LINE.name(), DARK_LINE.name()) >= 3


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_length_grows_with_the_text(scale: float) -> None:
    assert f"font-size: {round(14 * scale)}px" in stylesheet_of(LIGHT, scale)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_icon_draws_something(qapp: object, name: str) -> None:
    image = pixmap(name, 24, "#1B1F27").toImage()
    assert any(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))


def test_icons_and_palette_follow_when_the_theme_changes(qapp: object) -> None:
    theme = install_theme(qapp, choice="light")
    light = qapp.palette().window().color().name()
    theme.choose("dark")
    assert qapp.palette().window().color().name() != light
    theme.choose("light")
