"""Every page and state of the tour, for people with other eyes, hands and ears: WCAG 2.2, measured on the window.

One test for each picture of the tour and each look: light at 100 %, dark, and text of 200 % on a small laptop.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from app.bootstrap import open_workspace
from app.settings import Settings
from app.ui.application import EFFECTS, make_application
from app.ui.main_window import MainWindow
from app.ui.models.rows import Role, Row, RowsView
from app.ui.theme import install_theme
from tests.gui import access, school
from tests.gui import tour_starting as starting
from tests.gui.tour import open_scene
from tests.gui.tour_scenes import MUCH, Scene, scenes
from tests.gui.tour_school import Stop, let_much_happen
from tests.gui.waiting import come_to_rest

LAPTOP = (1366, 768)
SCENES = [scene for scene in scenes() if scene.school == MUCH]
MAIN = list({(scene.page, scene.what if scene.page == "school" else ""): scene for scene in reversed(SCENES)}.values())
"""One scene of each page."""
CROWDED = [
    s
    for s in SCENES
    if s.name
    in (
        "posts-crop",
        "publish-ask",
        "register-answer",
        "register-form",
        "review-error",
        "register-class",
        "cases-request",
        "devices-aside",
        "school-permissions-new",
    )
]
Visit = Callable[[Scene], MainWindow]
_STOPPED = QAbstractAnimation.State.Stopped

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def stop(school_folder: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Stop]:
    """The school in which much has happened, made once."""
    folder = tmp_path_factory.mktemp("much")
    shutil.copytree(school_folder, folder / "workspace")
    made = Stop(open_workspace(folder / "workspace", passphrase=school.PASSPHRASE))
    let_much_happen(made, folder / "scratch")
    yield made
    made.workspace.close()


@pytest.fixture
def visit(stop: Stop, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open a window of its own at a scene, in the look the test asks for."""
    theme, text = getattr(request, "param", ("light", 100))
    make_application([])
    install_theme(qapp, choice=theme, scale=text / 100)
    opened: list[MainWindow] = []

    def build(scene: Scene) -> MainWindow:
        window = open_scene(scene, stop, Settings(theme=theme, text_size=text), LAPTOP)
        opened.append(window)
        window.activateWindow()
        come_to_rest(window)
        return window

    yield build
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # whole, before Python lets go of its parts
    install_theme(qapp, choice="light", scale=1.0)


Wrong = dict[str, list[str]]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_everybody_can_use_it(scene: Scene, visit: Visit) -> None:
    window = visit(scene)
    page = window.current
    wrong: Wrong = {
        "names and roles": access.nameless(page),
        "told apart": access.namesakes(page),
        "words in names": access.unlike_their_words(window),
        "large enough to press": access.small(page),
        "read out in order": access.backward(list(access.spoken(page))),
        "contrast": access.faint_words(page),
        "room": access.cut(window),
        "reach": access.out_of_reach(window),
        "by colour alone": [
            row.title for row in _rows(window) if row.state and row.spoken == row.title and not row.is_heading
        ],
        "moves": [repr(one) for one in window.findChildren(QAbstractAnimation) if one.state() != _STOPPED],
    }
    assert {what: found for what, found in wrong.items() if found} == {}


@pytest.mark.parametrize("scene", [s for s in (*MAIN, *CROWDED) if s.page != "review"], ids=lambda scene: scene.name)
def test_tab_goes_through_it_in_the_order_of_reading_and_back(scene: Scene, visit: Visit) -> None:
    window = visit(scene)
    page, first = window.current, window.nav_buttons[scene.page]
    order = access.tab_stops(window, first)
    assert access.unreached(access.stops(window), order) == []
    assert access.backward([widget for widget in order if page.isAncestorOf(widget)]) == []
    assert set(access.tab_stops(window, first, back=True)) == set(order)


@pytest.mark.parametrize("scene", [*MAIN, *CROWDED], ids=lambda scene: scene.name)
@pytest.mark.parametrize("visit", [("light", 200), ("light", 150)], indirect=True, ids=["200", "150"])
def test_nothing_is_cut_out_of_reach_or_wider_than_a_small_laptop_with_large_text(scene: Scene, visit: Visit) -> None:
    window = visit(scene)
    assert window.size().toTuple() == LAPTOP
    assert access.cut(window) == []
    assert access.out_of_reach(window) == []
    assert access.sideways(window) == []


@pytest.mark.parametrize(
    ("visit", "scene"),
    [*((("dark", 100), scene) for scene in MAIN), *((("light", 100), scene) for scene in MAIN[::4])],
    indirect=["visit"],
    ids=lambda value: value.name if isinstance(value, Scene) else value[0],
)
def test_words_outlines_and_the_focus_can_be_seen(scene: Scene, visit: Visit) -> None:
    page = visit(scene).current
    wrong: Wrong = {
        "words": access.faint_words(page),
        "outlines": access.faint_edges(page),
        "focus": access.unseen_focus(page),
    }
    assert {what: found for what, found in wrong.items() if found} == {}


@pytest.mark.parametrize("text", [100, 200])
def test_everybody_can_use_the_doors_the_lock_and_the_help(
    text: int, stop: Stop, qapp: QApplication, tmp_path: Path
) -> None:
    make_application([])
    install_theme(qapp, choice="light", scale=text / 100)
    wrong: dict[str, Wrong] = {}
    shown = 0
    for name, _words, widget in chain(starting.doors(tmp_path / "sample"), starting.covers(stop.workspace)):
        widget.resize(min(LAPTOP[0], widget.width() * text // 100), min(LAPTOP[1], widget.height() * text // 100))
        widget.show()
        for _turn in range(3):
            QApplication.processEvents()
        shown += 1
        found: Wrong = {
            "names and roles": access.nameless(widget),
            "told apart": access.namesakes(widget),
            "large enough to press": access.small(widget),
            "read out in order": access.backward(list(access.spoken(widget))),
            "room": access.cut(widget),
            "reach": access.out_of_reach(widget),
            "size": [] if widget.width() <= LAPTOP[0] and widget.height() <= LAPTOP[1] else [str(widget.size())],
        }
        wrong[name] = {what: these for what, these in found.items() if these}
    install_theme(qapp, choice="light", scale=1.0)
    assert shown > 15
    assert {name: found for name, found in wrong.items() if found} == {}


def test_no_part_of_review_is_out_of_reach_of_f6_and_tab(visit: Visit) -> None:
    scene = next(scene for scene in SCENES if scene.name == "review")
    window = visit(scene)
    page = window.current
    parts: list[QWidget] = []
    for _press in range(20):
        page.keys._next_part()
        parts.append(QApplication.focusWidget())
    round_ = parts[: parts.index(parts[0], 1)]
    assert {page.classes.search, page.classes.missing, page.canvas, page.faces_panel.list} - set(round_) <= {
        part for part in (page.classes.missing,) if not part.isVisible()
    }
    reached: set[QWidget] = set()
    for part in round_:
        part.setFocus(Qt.FocusReason.TabFocusReason)
        at = part
        while at not in reached:
            reached.add(at)
            access.press_tab(at)
            at = QApplication.focusWidget()
    assert access.unreached(access.stops(page), list(reached)) == []


@pytest.mark.parametrize("visit", [("light", 200)], indirect=True, ids=["200"])
def test_with_large_text_review_shows_one_side_beside_the_photo_and_its_keys_bring_the_other(visit: Visit) -> None:
    page = visit(next(scene for scene in SCENES if scene.name == "review")).current
    sides, faces, search = page.sides, page.faces_panel.list, page.classes.search
    assert sides.is_folded
    assert (search.isVisible(), faces.isVisible(), page.canvas.isVisible()) == (True, False, True)
    assert page.numbers._line.isVisible()
    assert page.numbers._line.width() > 40
    photo = QRect(page.canvas.mapTo(page.window(), QPoint(0, 0)), page.canvas.size())
    assert page.window().rect().contains(photo)
    seen = set()
    for _press in range(30):
        page.keys._next_part()
        seen.add(QApplication.focusWidget())
    assert {search, faces, page.canvas} <= seen
    page.keys.go(faces)
    assert faces.isVisible()
    before = page.chosen
    QTest.keyClick(faces, Qt.Key.Key_Tab)
    assert page.chosen != before
    QTest.keyClick(faces, Qt.Key.Key_E)  # a letter begins a name, wherever the focus is
    assert search.isVisible()
    assert search.hasFocus()
    assert search.text() == "e"
    assert not faces.isVisible()


def test_a_screen_reader_is_told_which_face_is_chosen_and_what_becomes_of_it(visit: Visit) -> None:
    scene = next(scene for scene in SCENES if scene.name == "review")
    page = visit(scene).current
    said = []
    for _face in page.faces:
        page.next_face()
        said.append(page.canvas.accessibleDescription())
    number = len(page.faces_panel.list.rows.items)
    assert all(f" of {number}. " in words and "F6" in words for words in said)
    assert any("Ben Tailor" in words and "covered" in words.lower() for words in said)
    assert len(set(said)) == len(page.faces)


def test_effects_that_move_are_switched_off(qapp: QApplication) -> None:
    make_application([])
    assert [effect for effect in EFFECTS if QApplication.isEffectEnabled(effect)] == []
    assert Qt.UIEffect.UI_AnimateCombo in EFFECTS


def _rows(window: MainWindow) -> Iterator[Row]:
    for view in window.findChildren(QListView):
        if isinstance(view, RowsView) and view.isVisible():
            for at in range(view.rows.rowCount()):
                yield view.rows.data(view.rows.index(at), Role.ROW)
