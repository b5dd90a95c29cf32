"""Messages about what went wrong: what happened, to which photo, what to do; details one press away, naming nobody."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError
from app.domain.photo import PhotoId
from app.ui.notices import Notice
from app.workflow import review
from tests.gui.conftest import Open
from tests.gui.pages import button, press

WORDS = "Photo 14, Amara Okafor at sports day.jpg, cannot be read."


@pytest.fixture
def notice(open_as: Open) -> Notice:
    """The one of Home."""
    return open_as("office").current.notice


def test_it_says_what_happened_and_what_to_do_and_the_details_name_nobody(notice: Notice, qtbot: QtBot) -> None:
    notice.show_problem(StorageError(WORDS, remedy="Restore it from a back-up.", code="damaged"))
    assert notice.words() == f"{WORDS} Restore it from a back-up."
    assert not button(notice, "Copy details").isVisible()
    press(qtbot, notice.more)
    press(qtbot, button(notice, "Copy details"))
    copied = QGuiApplication.clipboard().text()
    assert "StorageError [damaged]" in copied
    assert not [word for word in ("Amara", "Okafor", "sports", "jpg", "Photo 14") if word in copied]
    press(qtbot, notice.more)
    assert not button(notice, "Copy details").isVisible()


def test_a_fault_of_ours_says_that_nothing_was_lost_and_where_it_was(notice: Notice, qtbot: QtBot) -> None:
    with pytest.raises(AttributeError) as caught:
        review.photo_view(None, None, PhotoId("Amara Okafor"))  # type: ignore[arg-type]
    notice.show_problem(caught.value)
    assert "Nothing was published and nothing was removed." in notice.words()
    press(qtbot, notice.more)
    press(qtbot, button(notice, "Copy details"))
    copied = QGuiApplication.clipboard().text()
    assert "AttributeError" in copied
    assert "app/workflow/review" in copied
    assert "Amara" not in copied


def test_the_next_message_hides_the_details_of_the_last(notice: Notice, qtbot: QtBot) -> None:
    notice.show_problem(StorageError(WORDS))
    press(qtbot, notice.more)
    notice.tell("All is well.")
    assert not button(notice, "Copy details").isVisible()
    notice.show_problem(StorageError(WORDS))
    assert not button(notice, "Copy details").isVisible()


def test_it_says_what_it_was_about_and_a_screen_reader_hears_all_of_it(notice: Notice) -> None:
    problem = StorageError("Photo 1 cannot be read from the vault.", remedy="Restore it from a back-up.")
    notice.show_problem(problem, about="While opening Sports day:")
    said = "While opening Sports day: Photo 1 cannot be read from the vault. Restore it from a back-up."
    assert notice.words() == said
    assert notice.accessibleDescription() == said
