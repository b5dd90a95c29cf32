"""The part of a photo that is shown is chosen by hand: by keys, by mouse, with undo; covers stay on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.geometry import Box
from app.domain.permissions import PermissionKind
from app.domain.platform_rules import PlatformLimits
from app.domain.post import RightsSource, Suitability
from app.ui import reads
from app.ui.pages.crop_canvas import CropCanvas
from app.ui.pages.post_crop import CropPanel
from app.workflow import permissions, platforms
from app.workflow.workspace import Workspace
from tests.gui import school, story
from tests.gui.conftest import Open
from tests.gui.pages import button, press, wait_till_read


@pytest.fixture
def panel(workspace: Workspace, open_as: Open, qtbot: QtBot) -> CropPanel:
    """The first picture of a post, being cropped for Facebook, which takes squares only."""
    limits = PlatformLimits(narrowest=100, widest=100, checked_on=workspace.clock.today())
    platforms.record_limits(workspace, school.actor(workspace, "data"), school.FACEBOOK, limits)
    story.name_faces(workspace)
    post_id = story.write_post(workspace)
    window = open_as("office")
    window.show_page("posts", post_id)
    page = window.pages["posts"]
    press(qtbot, page.cards[0].crop)
    assert page.editor.isHidden()
    qtbot.waitUntil(lambda: not page.cropper.canvas._pixmap.isNull())
    return page.cropper


def kept(panel: CropPanel) -> dict[str, Box]:
    page = panel.window().pages["posts"]
    post = next(p for p in reads.all_posts(page.workspace) if p.id == page.post.id)
    return {crop.platform_id: crop.box for crop in post.pictures[0].crops}


def moved(before: Box, after: Box) -> tuple[int, int]:
    return after.left - before.left, after.top - before.top


def test_the_frame_moves_by_arrow_keys_grows_by_plus_and_everything_is_undone(panel: CropPanel, qtbot: QtBot) -> None:
    canvas: CropCanvas = panel.canvas
    first = canvas.frame
    assert first.width == first.height
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    small = canvas.frame
    assert small.width == small.height < first.width
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert moved(small, canvas.frame)[0] > 0
    assert "per cent across" in canvas.accessibleDescription()
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.frame == small
    press(qtbot, panel.undo_button)
    assert canvas.frame == first
    assert not panel.undo_button.isEnabled()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert kept(panel) == {}


def test_the_frame_is_dragged_and_its_corner_pulled_with_the_mouse_and_kept_with_the_post(
    panel: CropPanel, qtbot: QtBot
) -> None:
    canvas = panel.canvas
    for _time in range(8):
        qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    before = canvas.frame
    middle, _corner = canvas.on_screen(before)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(-30, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(-30, 0))
    dragged = canvas.frame
    assert moved(before, dragged)[0] < 0
    assert (dragged.width, dragged.height) == (before.width, before.height)
    _middle, corner = canvas.on_screen(dragged)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(canvas, corner + QPoint(-20, -20))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=corner + QPoint(-20, -20))
    pulled = canvas.frame
    assert pulled.width == pulled.height < dragged.width
    press(qtbot, button(panel, "Done"))
    assert kept(panel) == {school.FACEBOOK: pulled}


def test_each_platform_has_its_own_part_and_by_itself_takes_it_back(panel: CropPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Minus)
    mine = panel.canvas.frame
    press(qtbot, button(panel, "Crop for School website"))
    assert panel.canvas.frame != mine
    shapes = [panel.shape.itemText(at) for at in range(panel.shape.count())]
    assert "Wide, 16 to 9" in shapes
    press(qtbot, button(panel, "Crop for Facebook"))
    assert panel.canvas.frame == mine
    assert [panel.shape.itemText(at) for at in range(panel.shape.count())] == ["As it is", "Square"]
    press(qtbot, panel.by_itself)
    assert panel.canvas.frame != mine
    press(qtbot, button(panel, "Done"))
    assert kept(panel) == {}


@pytest.mark.policy("000-29", "004-03")
def test_what_was_seen_of_dress_and_situation_is_said_beside_the_picture(panel: CropPanel, qtbot: QtBot) -> None:
    press(qtbot, button(panel, "Done"))
    page = panel.window().pages["posts"]
    wait_till_read(qtbot, page)
    assert any(finding.code == "suitability-open" for finding in page.findings)
    card = page.cards[0]
    assert card.suitable.accessibleName() or card.suitable.toolTip()
    card.suitable.setFocus()
    qtbot.keyClicks(card.suitable, "Sports")
    press(qtbot, page.save_button)
    wait_till_read(qtbot, page)
    assert [f.code for f in page.findings if f.code.startswith("suitab")] == ["suitability"]
    post = next(p for p in reads.all_posts(page.workspace) if p.id == page.post.id)
    assert post.pictures[0].suitability is Suitability.SPORTS_KIT


@pytest.mark.policy("000-31")
def test_a_picture_of_somebody_else_asks_for_the_written_permission_it_rests_on(
    workspace: Workspace, open_as: Open, qtbot: QtBot
) -> None:
    given = permissions.grant(
        workspace, school.actor(workspace, "head"), PermissionKind.LICENCE, "Jo Lens, portraits", grantor="Jo Lens",
        grantor_role="MAKER", valid_from=workspace.clock.today(), evidence="contract 4",
    )  # fmt: skip
    story.name_faces(workspace)
    post_id = story.write_post(workspace)
    window = open_as("office")
    window.show_page("posts", post_id)
    page = window.pages["posts"]
    card = page.cards[0]
    assert card.licence_field.isHidden()
    card.rights.setCurrentIndex(card.rights.findData(RightsSource.PHOTOGRAPHER))
    assert not card.licence_field.isHidden()
    assert [card.licence.itemText(i) for i in range(card.licence.count())] == ["Please choose", "Jo Lens, portraits"]
    qtbot.keyClicks(card.credit, "Jo Lens")
    press(qtbot, page.save_button)
    wait_till_read(qtbot, page)
    assert "licence-missing" in {finding.code for finding in page.findings}
    card = page.cards[0]
    card.licence.setCurrentIndex(1)
    press(qtbot, page.save_button)
    wait_till_read(qtbot, page)
    assert "licence-missing" not in {finding.code for finding in page.findings}
    post = next(p for p in reads.all_posts(workspace) if p.id == post_id)
    assert post.pictures[0].licence == given.id
    card = page.cards[0]
    card.rights.setCurrentIndex(card.rights.findData(RightsSource.STAFF))
    press(qtbot, page.save_button)
    post = next(p for p in reads.all_posts(workspace) if p.id == post_id)
    assert post.pictures[0].licence is None
