"""Long lists as people use them: read in slices, found as one types, filters kept, a way on when nothing is there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.domain.people import Role
from app.settings import Settings
from app.ui.application import build_main_window
from app.ui.desk import Desk
from app.ui.kept_filters import keep_choice, keep_typed, kept
from app.ui.main_window import MainWindow
from app.ui.models.rows import Row
from app.ui.models.sliced import FIRST, SLICE, SlicedView
from app.ui.pages import register_list
from app.ui.widgets import Button, EmptyState
from app.workflow import posts
from consent_db.schema_posts import post as post_table
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, wait_for_page
from tests.schools import School


class Numbers:
    """A list of numbers that notes what was read of it; `first` as a source has it whose whole order takes a while."""

    def __init__(self, size: int) -> None:
        self.size, self.read = size, list[tuple[int, int]]()

    def keys(self) -> Sequence[int]:
        return range(self.size)

    def items(self, keys: Sequence[int]) -> dict[int, str]:
        self.read.append((min(keys), len(keys)))
        return {key: f"Row {key}" for key in keys}


@pytest.fixture
def desk(school: School, qapp: object) -> Iterator[Desk]:
    desk = Desk(school.workspace, school.actor(Role.HEAD), Settings())
    yield desk
    desk.close()


@pytest.fixture
def view(desk: Desk, qtbot: QtBot) -> SlicedView:
    problems: list[BaseException] = []
    view = SlicedView("Numbers", Row, desk, problems.append)
    qtbot.addWidget(view)
    view.resize(300, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def _show(view: SlicedView, source: Numbers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.filled, timeout=20_000):
        view.show_source(source, at_once=False)


def test_a_hundred_thousand_rows_are_known_and_only_those_in_sight_are_read(view: SlicedView, qtbot: QtBot) -> None:
    source = Numbers(100_000)
    _show(view, source, qtbot)
    assert view.rows.rowCount() == 100_000
    assert [size for _first, size in source.read] == [FIRST]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: view.rows.row_at(99_999).title == "Row 99999", timeout=20_000)
    assert len(view.rows.items) <= 3 * SLICE
    assert all(size <= 2 * SLICE for _first, size in source.read)


def test_what_was_seen_long_ago_is_let_go_of(view: SlicedView, qtbot: QtBot) -> None:
    _show(view, Numbers(100_000), qtbot)
    for number in range(1, 120):
        view.rows.have(number, dict.fromkeys(range(number * SLICE, (number + 1) * SLICE), "seen"))
    assert len(view.rows.items) <= 51 * SLICE
    assert view.rows.row_at(119 * SLICE).title == "seen"


def test_a_row_far_away_is_chosen_by_its_key_and_stays_chosen_when_the_list_is_read_again(
    view: SlicedView, qtbot: QtBot
) -> None:
    _show(view, Numbers(50_000), qtbot)
    assert view.choose_key(40_000)
    assert view.current_key() == 40_000
    _show(view, Numbers(49_000), qtbot)
    assert view.current_key() == 40_000
    assert not view.choose_key(49_500)


class Without(Numbers):
    """The same numbers but for the first ones, which are gone."""

    def __init__(self, size: int, gone: int) -> None:
        super().__init__(size)
        self.gone = gone

    def keys(self) -> Sequence[int]:
        return range(self.gone, self.size)


@pytest.mark.parametrize("gone", [0, 7])
def test_the_rows_in_sight_are_there_at_once_when_a_list_is_read_again(
    view: SlicedView, qtbot: QtBot, gone: int
) -> None:
    _show(view, Numbers(50_000), qtbot)
    view.scrollTo(view.rows.index(30_000), SlicedView.ScrollHint.PositionAtTop)
    qtbot.waitUntil(lambda: view.rows.row_at(30_000).title == "Row 30000", timeout=20_000)
    again = Without(50_000, gone)
    view.show_source(again, at_once=True)
    assert len(again.read) == 1
    assert again.read[0][1] <= 2 * FIRST
    seen = {str(item) for item in view.rows.items}
    assert {"Row 30000", "Row 30010", f"Row {gone}"} <= seen
    assert all(view.rows.row_at(30_000 + at - gone).title == f"Row {30_000 + at}" for at in range(10))


def test_only_the_last_of_several_searches_is_shown(view: SlicedView, qtbot: QtBot) -> None:
    for size in (3000, 2000, 1000):
        view.show_source(Numbers(size), at_once=False)
    qtbot.waitUntil(lambda: not view.is_reading, timeout=20_000)
    assert view.rows.rowCount() == 1000


class Slow(Numbers):
    """Numbers whose whole order takes a while; `asked` notes what was asked for."""

    def __init__(self, size: int, asked: list[str]) -> None:
        super().__init__(size)
        self.asked = asked

    def first(self, limit: int) -> Sequence[int]:
        self.asked.append("first")
        return range(min(limit, self.size))

    def keys(self) -> Sequence[int]:
        self.asked.append("all")
        return super().keys()


def test_all_that_a_search_finds_is_read_once_nobody_types(view: SlicedView, qtbot: QtBot) -> None:
    asked: list[str] = []
    view.show_source(Slow(9000, asked), at_once=False)
    qtbot.waitUntil(lambda: not view.is_reading, timeout=20_000)
    assert asked == ["first", "all"]
    asked.clear()
    for size in (8000, 7000, 6000):
        view.show_source(Slow(size, asked), at_once=False)
    qtbot.waitUntil(lambda: not view.is_reading, timeout=20_000)
    assert (asked.count("all"), asked[-1]) == (1, "all")
    assert view.rows.rowCount() == 6000


def test_a_short_list_is_there_at_once(view: SlicedView) -> None:
    view.show_source(Numbers(12), at_once=True)
    assert [view.rows.item(view.rows.index(row)) for row in (0, 11)] == ["Row 0", "Row 11"]
    assert view.rows.data(view.rows.index(3), Qt.ItemDataRole.AccessibleTextRole) == "Row 3"


def test_rows_keep_their_height_though_the_last_one_is_not_read_yet(desk: Desk, qtbot: QtBot) -> None:
    view = SlicedView("Numbers", lambda words: Row(words, "a note"), desk, lambda _problem: None)
    qtbot.addWidget(view)
    view.resize(300, 400)
    for size in (20_000, 10_000):
        _show(view, Numbers(size), qtbot)
        view.executeDelayedItemsLayout()
        high = view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.rows.index(0)).height()
        assert view.visualRect(view.rows.index(3)).height() == high


# on the pages


def _many_posts(school: School, number: int) -> None:
    made = posts.create_post(school.workspace, school.actor(Role.CONTRIBUTOR), title="Sports day")
    rows = [
        {"id": f"post-{n:05d}", "title": f"Week {n}", "state": "REJECTED", "author": made.author,
         "created_at": made.created_at}
        for n in range(number)
    ]  # fmt: skip
    with school.workspace.database.transaction() as connection:
        connection.execute(insert(post_table), rows)


def _open(open_role: OpenRole, role: Role, key: str) -> MainWindow:
    window = open_role(role)
    window.show_page(key)
    return window


def test_thousands_of_posts_are_found_by_title_and_state_and_the_search_waits_on_other_pages(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _many_posts(school, 1200)
    window = _open(open_role, Role.CONTRIBUTOR, "posts")
    page = window.pages["posts"]
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 1201, timeout=20_000)
    qtbot.keyClicks(page.left.sift.search, "week 119")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 12, timeout=20_000)
    window.show_page("home")
    window.show_page("posts")
    qtbot.waitUntil(lambda: not page.list.is_reading, timeout=20_000)
    assert page.left.sift.search.text() == "week 119"
    assert page.list.rows.rowCount() == 12
    press(qtbot, page.left.sift.all_button)
    page.left.sift.states.setCurrentIndex(page.left.sift.states.findData("DRAFT"))
    qtbot.waitUntil(lambda: [line.title for line in page.list.rows.items] == ["Sports day"], timeout=20_000)


def test_a_search_that_finds_nothing_says_so_and_offers_everything(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _many_posts(school, 3)
    page = _open(open_role, Role.CONTRIBUTOR, "posts").pages["posts"]
    qtbot.keyClicks(page.left.sift.search, "zebra")
    assert "Nothing fits" in page.left.sift.number.text()
    press(qtbot, page.left.sift.all_button)
    assert page.list.rows.rowCount() == 4


def test_a_large_register_is_read_aside_and_searched_as_one_types(
    open_role: OpenRole, school: School, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_list, "FEW_PEOPLE", 1)
    page = _open(open_role, Role.CONSENT_ADMIN, "register").pages["register"]
    qtbot.waitUntil(lambda: page.list.rows.rowCount() > 3, timeout=20_000)
    everybody = page.list.rows.rowCount()
    qtbot.keyClicks(page.search, "ama")
    assert [person.forename for person in page.list.rows.items] == ["Amara"]
    qtbot.keyClicks(page.search, "zzz")
    assert page.list.rows.rowCount() == 0
    press(qtbot, page.people.nobody)
    assert page.list.rows.rowCount() == everybody


def test_somebody_of_a_large_register_is_found_aside_by_who_may_not_look_through_it_and_enter_waits_for_it(
    open_role: OpenRole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_list, "FEW_PEOPLE", 1)
    page = _open(open_role, Role.GOVERNOR, "register").pages["register"]
    qtbot.keyClicks(page.search, "ama")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert (page.list.rows.rowCount(), page.search.hasFocus()) == (0, True)
    qtbot.waitUntil(lambda: page.list.hasFocus())
    assert [person.forename for person in page.list.rows.items] == ["Amara"]
    assert page.people.current().forename == "Amara"
    page.search.clear()
    assert (page.list.rows.rowCount(), page.people.number.text()) == (0, "Type at least three letters.")


def test_records_are_searched_by_what_was_done_and_every_filter_goes_with_one_press(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _open(open_role, Role.HEAD, "records").pages["records"]
    every = page.events.rows.rowCount()
    said = page.events.rows.items[0].words
    qtbot.keyClicks(page.search, said.upper())
    found = page.events.rows.items
    assert 0 < len(found) < every
    assert {line.words for line in found} == {said}
    qtbot.keyClicks(page.search, "zebra")
    assert page.none_fits.isVisible()
    press(qtbot, button(page, "Show everything"))
    assert page.events.rows.rowCount() >= every


def test_a_chosen_state_is_kept_for_the_next_start_and_what_was_typed_is_not(desk: Desk) -> None:
    written: list[Settings] = []
    desk.settings_changed.connect(written.append)
    keep_typed(desk, "posts", "Amara Okafor")
    keep_choice(desk, "posts", "state", "DRAFT")
    keep_choice(desk, "posts", "state", "DRAFT")
    assert (kept(desk, "posts", "words"), kept(desk, "posts", "state")) == ("Amara Okafor", "DRAFT")
    assert [json.loads(settings.filters) for settings in written] == [{"posts.state": "DRAFT"}]
    later = Desk(desk.workspace, desk.actor, written[0])
    assert (kept(later, "posts", "words"), kept(later, "posts", "state")) == ("", "DRAFT")
    later.close()
    damaged = Desk(desk.workspace, desk.actor, replace(written[0], filters="{not json"))
    assert kept(damaged, "posts", "state") == ""
    damaged.close()


def test_the_next_window_begins_with_the_filter_of_the_last_one(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    first = _open(open_role, Role.CONTRIBUTOR, "posts")
    sift = first.pages["posts"].left.sift
    sift.states.setCurrentIndex(sift.states.findData("RETURNED"))
    window = build_main_window(school.workspace, school.actor(Role.CONTRIBUTOR), first.desk.settings)
    qtbot.addWidget(window)
    window.show_page("posts")
    assert window.pages["posts"].left.sift.state == "RETURNED"
    window.close()


@pytest.mark.parametrize(
    ("role", "page_key", "leads_to"),
    [
        (Role.HEAD, "published", "publish"),
        (Role.HEAD, "publish", "approve"),
        (Role.CONTRIBUTOR, "devices", "import"),
    ],
)
def test_an_empty_page_says_what_to_do_with_a_button_that_leads_there(
    open_role: OpenRole, qtbot: QtBot, role: Role, page_key: str, leads_to: str
) -> None:
    window = _open(open_role, role, page_key)
    page = window.pages[page_key]
    shown = [state for state in page.findChildren(EmptyState) if state.isVisible() and state.findChild(Button)]
    press(qtbot, shown[0].findChild(Button))
    wait_for_page(qtbot, window, leads_to)
