"""Parts of pages are built once somebody needs them, take no room before, and show and hide as any other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.pages.answer_form import WholeForm
from app.ui.pages.as_needed import PartAsNeeded
from app.ui.pages.consent_cell import ConsentCell
from app.ui.pages.page import Page
from app.ui.pages.person_form import PersonForm
from app.ui.pages.person_sheet import PersonSheet
from app.ui.pages.register import RegisterPage
from app.ui.pages.register_grid import ClassGrid
from app.ui.pages.register_import import RegisterImport
from app.ui.widgets import Label, Plain
from tests.gui import school
from tests.gui.conftest import Open

RARE: tuple[type[QWidget], ...] = (ClassGrid, RegisterImport, PersonForm, WholeForm, ConsentCell)


def test_a_place_is_empty_and_hidden_until_its_part_is_shown(qtbot: QtBot) -> None:
    built: list[Label] = []

    def build() -> Label:
        built.append(Label("Signed form"))
        return built[-1]

    page, place = Plain(), PartAsNeeded(build)
    page.box.addWidget(place)
    qtbot.addWidget(page)
    place.hide_part()
    assert (built, place.isHidden(), place.is_shown) == ([], True, False)
    assert place.part is place.part
    assert (len(built), place.isHidden(), place.is_shown) == (1, True, False)
    place.part.show()
    assert place.part.isVisibleTo(page)
    assert place.is_shown
    place.hide_part()
    assert (place.isHidden(), place.is_shown) == (True, False)


def test_the_register_opens_without_what_nobody_asked_for(open_as: Open) -> None:
    window = open_as("data")
    window.show_page("register")
    page = window.pages["register"]
    assert isinstance(page, RegisterPage)
    assert [kind.__name__ for kind in (PersonSheet, *RARE) if page.findChildren(kind)] == []
    page.open(school.person_id(page.workspace, "Ben"))
    assert page.sheet.isVisible()
    assert [kind.__name__ for kind in RARE if page.findChildren(kind)] == []
    page.sheet.form_button.click()
    assert page.sheet.form.isVisible()
    assert {target[1] for target in page.sheet.form.cells} == {p.id for p in page.sheet.form._platforms}
    assert page.sheet.form.cells
    assert page.sheet.form.giver.giver.count() > 0


def test_a_page_that_is_being_built_is_not_seen_before_somebody_goes_there(open_as: Open, qtbot: QtBot) -> None:
    window = open_as("head")
    keys = [key for key in window.pages if not window.pages.is_built(key)]
    assert len(keys) > 10
    for key in keys:
        window._stack.hide()  # as it is until the first page is there
        for _piece in window.pages.pieces(key):
            window._stack.show()
            qtbot.wait(1)
            seen = [page.key for page in window._stack.findChildren(Page) if page.isVisible()]
            assert seen == ["home"]
            window._stack.hide()
    window.show_page("cases")
    assert window.pages["cases"].isVisible()
    assert not window.pages["home"].isVisible()
