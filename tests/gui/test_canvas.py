"""The photo with its boxes: chosen, drawn, moved and uncovered with mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from skimage.data import astronaut

from app.domain.geometry import Box
from app.ui.canvas.painting import COVER, CanvasBox
from app.ui.canvas.photo_canvas import PhotoCanvas
from app.ui.canvas.tiles import Pyramid
from app.ui.canvas.view import View, box_between, resized

FACE = Box(170, 70, 270, 200)
HEAD = Box(140, 10, 300, 230)


@pytest.fixture
def canvas(qtbot: QtBot) -> PhotoCanvas:
    canvas = PhotoCanvas("Photo")
    canvas.resize(640, 520)
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.show_picture(np.asarray(astronaut()))
    canvas.show_boxes(
        [CanvasBox("a", FACE, "not named", "needs", HEAD), CanvasBox("b", Box(20, 300, 90, 400), "b", "shown")]
    )
    return canvas


def _screen(canvas: PhotoCanvas, key: str) -> QPoint:
    return canvas.place_of(key).center().toPoint()


def _colour_at(canvas: PhotoCanvas, key: str) -> tuple[int, int, int]:
    at = _screen(canvas, key)
    colour = canvas.grab().toImage().pixelColor(at)
    return colour.red(), colour.green(), colour.blue()


def test_a_covered_head_is_drawn_covered_until_space_is_held(canvas: PhotoCanvas, qtbot: QtBot) -> None:
    cover = (COVER.red(), COVER.green(), COVER.blue())
    assert _colour_at(canvas, "a") == cover
    with qtbot.waitSignal(canvas.looked_underneath):
        qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert _colour_at(canvas, "a") != cover
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert _colour_at(canvas, "a") == cover


def test_clicking_a_box_chooses_it(canvas: PhotoCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.chosen) as chosen:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_screen(canvas, "b"))
    assert chosen.args == ["b"]


def test_hovering_tells_which_box_is_under_the_mouse(canvas: PhotoCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.hovered) as hovered:
        qtbot.mouseMove(canvas, _screen(canvas, "b"))
    assert hovered.args == ["b"]


def test_a_box_drawn_with_the_mouse_comes_back_in_pixels_of_the_photo(canvas: PhotoCanvas, qtbot: QtBot) -> None:
    begin, end = canvas._view.to_screen(Box(300, 250, 400, 350)).topLeft(), QPointF()
    end = canvas._view.to_screen(Box(300, 250, 400, 350)).bottomRight()
    canvas.begin_drawing()
    with qtbot.waitSignal(canvas.drawn) as drawn:
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=begin.toPoint())
        qtbot.mouseMove(canvas, end.toPoint())
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end.toPoint())
    assert drawn.args[0].iou(Box(300, 250, 400, 350)) > 0.95


def test_a_chosen_box_moves_and_grows_with_the_arrow_keys(canvas: PhotoCanvas, qtbot: QtBot) -> None:
    canvas.choose("a")
    with qtbot.waitSignal(canvas.moved) as moved:
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert moved.args[1].left > FACE.left
    assert moved.args[1].width == FACE.width
    with qtbot.waitSignal(canvas.moved) as grown:
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert grown.args[1].left == FACE.left
    assert grown.args[1].width > FACE.width


def test_a_corner_can_be_dragged(canvas: PhotoCanvas, qtbot: QtBot) -> None:
    canvas.choose("a")
    corner = canvas.place_of("a").bottomRight().toPoint()
    with qtbot.waitSignal(canvas.moved) as moved:
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
        qtbot.mouseMove(canvas, corner + QPoint(20, 30))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=corner + QPoint(20, 30))
    box = moved.args[1]
    assert (box.left, box.top) == (FACE.left, FACE.top)
    assert box.right > FACE.right
    assert box.bottom > FACE.bottom


def test_a_canvas_that_may_not_be_changed_stays_as_it_is(qtbot: QtBot) -> None:
    canvas = PhotoCanvas("Photo", can_edit=False)
    qtbot.addWidget(canvas)
    canvas.show_picture(np.asarray(astronaut()))
    canvas.show_boxes([CanvasBox("a", FACE, "", "shown")])
    canvas.choose("a")
    before = canvas.place_of("a")
    with qtbot.assertNotEmitted(canvas.moved), qtbot.assertNotEmitted(canvas.drawn):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=before.bottomRight().toPoint())
        qtbot.mouseMove(canvas, before.bottomRight().toPoint() + QPoint(30, 30))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=before.bottomRight().toPoint() + QPoint(30, 30))
        canvas.add_box_with_keys()
    assert canvas.place_of("a") == before


def test_an_empty_canvas_draws_nothing_and_takes_no_box(qtbot: QtBot) -> None:
    canvas = PhotoCanvas("Photo")
    qtbot.addWidget(canvas)
    canvas.show_picture(None)
    canvas.begin_drawing()
    with qtbot.assertNotEmitted(canvas.drawn):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        qtbot.mouseMove(canvas, QPoint(90, 90))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 90))
    assert not canvas.has_picture
    shown = canvas.grab().toImage()
    assert len({shown.pixel(x, 50) for x in range(shown.width())}) == 1


coordinates = st.floats(min_value=0, max_value=400, allow_nan=False)


@given(x=coordinates, y=coordinates, factor=st.floats(0.5, 4), around_x=coordinates, around_y=coordinates)
def test_a_point_survives_there_and_back_at_every_zoom(
    x: float, y: float, factor: float, around_x: float, around_y: float
) -> None:
    view = View(QSizeF(800, 600), QSizeF(400, 400)).zoomed(factor, QPointF(around_x, around_y))
    on_picture = view.to_picture(QPointF(x, y))
    back = on_picture * view.scale + view.offset
    assert back.x() == pytest.approx(x, abs=1e-6)
    assert back.y() == pytest.approx(y, abs=1e-6)


@given(
    a=st.tuples(st.floats(-50, 500), st.floats(-50, 500)),
    b=st.tuples(st.floats(-50, 500), st.floats(-50, 500)),
)
def test_a_drawn_box_always_lies_inside_the_photo(a: tuple[float, float], b: tuple[float, float]) -> None:
    box = box_between(QPointF(*a), QPointF(*b), width=320, height=240)
    assert box is None or box.clipped(320, 240) == box


@given(
    left=st.integers(-300, 300), top=st.integers(-300, 300), right=st.integers(-300, 300), bottom=st.integers(-300, 300)
)
def test_a_resized_box_never_turns_inside_out(left: int, top: int, right: int, bottom: int) -> None:
    box = resized(Box(100, 100, 150, 160), left=left, top=top, right=right, bottom=bottom)
    assert box.width >= 4
    assert box.height >= 4


def test_a_box_chosen_out_of_sight_comes_into_sight(canvas: PhotoCanvas) -> None:
    canvas.choose("b")
    for _ in range(8):
        canvas.zoom_by(1.25)
    assert not canvas.rect().contains(_screen(canvas, "b"))
    canvas.choose("")
    canvas.choose("b")
    assert canvas.rect().contains(_screen(canvas, "b"))


@given(width=st.integers(1, 1500), height=st.integers(1, 1100), scale=st.floats(0.05, 3))
@settings(max_examples=25, deadline=None)
def test_tiles_show_the_picture_that_was_cut(width: int, height: int, scale: float) -> None:
    """Painted in tiles of the fitting size, left half and right half have the colours they have in the picture."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2] = (200, 30, 40)
    pixels[:, width // 2 :] = (20, 160, 90)
    target = QImage(max(8, round(width * scale)), max(8, round(height * scale)), QImage.Format.Format_RGB32)
    painter = QPainter(target)
    place = QRectF(0, 0, target.width(), target.height())
    Pyramid(pixels).paint(painter, place, place)
    painter.end()
    for share, colour in ((0.2, (200, 30, 40)), (0.8, (20, 160, 90))):
        x = int(target.width() * share)
        if abs(x * width / target.width() - width / 2) > 8:
            seen = target.pixelColor(x, target.height() // 2)
            assert (seen.red(), seen.green(), seen.blue()) == colour
