"""The tour's stops: every page and its main states, for whom, and what is opened or pressed first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.consent import ConsentKind
from app.domain.errors import StorageError
from app.domain.geometry import Box
from app.ui import reads
from app.ui.main_window import MainWindow
from app.ui.pages.says_no import ask_who
from tests.gui import school, story
from tests.gui.tour_school import Stop
from tests.gui.waiting import until

Prepare = Callable[[MainWindow, Stop], Any]
MUCH = "much"
"""The school in which much has happened; the others are `nothing` and `photos`."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of the window.

    Attributes:
        words: what is on it, for the index.
        user: who sits in front.
        what: what the page is opened on, a key of the stop's places or the thing itself.
        school: nothing, photos (nobody is named yet) or much.
    """

    name: str
    words: str
    user: str
    page: str
    prepare: Prepare | None = None
    what: object = None
    school: str = MUCH


def scenes() -> Iterator[Scene]:
    """All of them, in the order of the day."""
    yield from _EMPTY
    yield from _UNNAMED
    for user in ("office", "data", "dsl", "head", "deputy", "governor", "it"):
        yield Scene(f"home-{user}", f"Home of {user}", user, "home")
    yield from _DAY
    yield from _KEEPING
    for part in ("policies", "packs", "training", "platforms", "permissions", "marks", "uniforms", "rules"):
        yield Scene(f"school-{part}", f"School: {part}", "head", "school", what=part)
    for part in ("policies", "platforms", "permissions", "uniforms", "marks"):
        yield Scene(f"school-{part}-new", f"School: {part}, a new one", "head", "school", _begin_part, what=part)


# what is pressed


def _begin_part(window: MainWindow, _stop: Stop) -> None:
    window.current.part.begin()


def _error(window: MainWindow, _stop: Stop) -> None:
    window.current.notice.show_problem(
        StorageError("Photo 2 cannot be read from the vault: its file is damaged.", remedy="Restore it from a back-up.")
    )
    window.current.notice.more.click()


def _maybe(window: MainWindow, stop: Stop) -> None:
    photo_id = story.photo_ids(stop.workspace)[1]  # of the first one there are posts, which it would stop
    if "maybe" not in stop.places:
        stop.places["maybe"] = school.add_maybe(
            stop.workspace, photo_id, Box(390, 30, 440, 95), Box(890, 600, 909, 620)
        )
        window.refresh()
    window.show_page("review", photo_id)
    page = window.pages["review"]
    page.faces_panel.list.choose(lambda face: face.is_maybe)


def _before_and_after(window: MainWindow, _stop: Stop) -> None:
    page = window.pages["review"]
    until(lambda: page.canvas.has_picture)
    QTest.keyClick(page.canvas, Qt.Key.Key_V)
    until(lambda: page.middle.is_comparing)


def _crop(window: MainWindow, _stop: Stop) -> None:
    page = window.pages["posts"]
    page.cards[0].crop.click()
    until(lambda: not page.cropper.canvas._pixmap.isNull())


def _choose_photos(window: MainWindow, _stop: Stop) -> None:
    page = window.pages["posts"]
    page.begin()
    until(lambda: page.choice.list.rows.rowCount() > 0)
    page.choice.take(page.choice.list.rows.item(page.choice.list.rows.index(0)))


def _ask_export(window: MainWindow, _stop: Stop) -> None:
    page = window.pages["publish"]
    platform = next(p for p in reads.all_platforms(page.workspace) if p.id == school.FACEBOOK)
    page.ask_export(page.post, platform)


def _class(window: MainWindow, _stop: Stop) -> None:
    page = window.pages["register"]
    page.show_view(page.grid)
    page.grid.show_class("Oak")
    page.grid.open_cell(school.person_id(page.workspace, "Ben"), school.FACEBOOK)


def _long_name(window: MainWindow, _stop: Stop) -> None:
    window.pages["register"].list.choose(lambda person: person.forename == school.LONG_NAME[0])


def _form(window: MainWindow, stop: Stop) -> None:
    _long_name(window, stop)
    window.pages["register"].sheet.form_button.click()


def _one_answer(window: MainWindow, stop: Stop) -> None:
    _long_name(window, stop)
    window.pages["register"].sheet.open_cell(school.FACEBOOK, ConsentKind.IMAGE)


def _no(window: MainWindow, stop: Stop) -> None:
    _long_name(window, stop)
    page = window.pages["register"]
    ask_who(page, page.person)


def _read_list(window: MainWindow, stop: Stop) -> None:
    page = window.pages["register"]
    file = stop.workspace.folder.parent / "consents_2026-03-01.csv"
    file.write_text(
        "Forename,Surname,Facebook,School website\nAmara,Okafor,No,Yes\nDev,Anand,Yes,\n"
        "Ella,Moss,no FB please,Yes\nNobody,Known,Yes,Yes\n",
        encoding="utf-8",
    )
    page.import_button.click()
    page.importer.consents.setChecked(True)
    page.importer.file.setText(str(file))
    page.importer.look()
    until(lambda: page.importer.preview is not None)


def _new_user(window: MainWindow, _stop: Stop) -> None:
    window.pages["users"].add_somebody()


def _part(name: str) -> Prepare:
    return lambda window, _stop: window.current.show_part(name)


_EMPTY = (
    Scene("empty-home", "Home of a new school", "office", "home", school="nothing"),
    Scene("empty-home-head", "Home of a new school's Headteacher", "head", "home", school="nothing"),
    *(
        Scene(f"empty-{page}", f"{page.title()} without anything", user, page, school="nothing")
        for user, page in (
            ("office", "import"), ("office", "pick"), ("office", "review"), ("office", "posts"), ("head", "approve"),
            ("deputy", "publish"), ("deputy", "published"), ("dsl", "questions"), ("office", "devices"),
            ("dsl", "cases"),
        )
    ),
)  # fmt: skip
_UNNAMED = (
    Scene("review-unnamed", "Review: nobody is named yet", "office", "review", school="photos"),
)  # fmt: skip
_DAY = (
    Scene("review", "Review", "office", "review", what="named"),
    Scene("review-maybe", "Review: maybe somebody is there", "office", "review", _maybe),
    Scene("review-before-after", "Review: before and after", "office", "review", _before_and_after, "named"),
    Scene("review-error", "Review: an error with its details", "office", "review", _error, "named"),
    Scene("posts", "Posts: a draft", "office", "posts", what="draft"),
    Scene("posts-findings", "Posts: words that stand in the way", "office", "posts", what="findings"),
    Scene("posts-returned", "Posts: given back with a note", "office", "posts", what="returned"),
    Scene("posts-new", "Posts: the photos of a new one", "office", "posts", _choose_photos),
    Scene("posts-crop", "Posts: the part of a photo that is shown", "office", "posts", _crop, what="draft"),
    Scene("approve", "Approve", "head", "approve", what="submitted"),
    Scene("questions", "Questions", "dsl", "questions"),
    Scene("publish", "Publish", "deputy", "publish", what="approved"),
    Scene("publish-ask", "Publish: the question before", "deputy", "publish", _ask_export, what="approved"),
    Scene("published", "Published: a live post", "head", "published", what="live"),
    Scene("published-takedown", "Published: a takedown against the clock", "deputy", "published", what="takedown"),
)  # fmt: skip
_KEEPING = (
    Scene("register", "Register: somebody's own sheet", "data", "register", _long_name),
    Scene("register-answer", "Register: one answer with its history", "data", "register", _one_answer),
    Scene("register-form", "Register: a whole form", "data", "register", _form),
    Scene("register-class", "Register: a class as a table", "data", "register", _class),
    Scene("register-no", "Register: somebody says no", "data", "register", _no),
    Scene("register-read", "Register: a list, before it is taken over", "data", "register", _read_list),
    Scene("register-settle", "Register: a no of a parent to settle", "data", "register",
          lambda w, s: w.current.open(school.person_id(s.workspace, "Zofia"))),
    Scene("register-ask-again", "Register: whom to ask again", "data", "register", what="ask again"),
    Scene("register-safeguarding", "Register: the safeguarding lead's", "dsl", "register", _long_name),
    Scene("register-governor", "Register: a governor's", "governor", "register"),
    Scene("devices", "Devices", "head", "devices"),
    Scene("devices-aside", "Devices: set aside for the Headteacher", "head", "devices", _part("aside")),
    Scene("devices-stops", "Devices: stopped because of what somebody saw", "dsl", "devices", _part("stops")),
    Scene("devices-films", "Devices: films", "office", "devices", _part("films")),
    Scene("cases", "Cases: report something", "office", "cases"),
    Scene("cases-request", "Cases: a request, photo by photo", "dsl", "cases", what="request"),
    Scene("cases-incident", "Cases: an incident", "dsl", "cases", what="incident"),
    Scene("records", "Records", "it", "records"),
    Scene("retention", "Keeping", "head", "retention"),
    Scene("report", "Report", "governor", "report"),
    Scene("users", "Staff", "it", "users"),
    Scene("users-new", "Staff: somebody new", "it", "users", _new_user),
)  # fmt: skip
