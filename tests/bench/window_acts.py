"""The acts by which a photo becomes a post, one at a time as people do them, with what kept the window from answering.

Each act waits until what it began is done and shown; so the longest time without an answer is that of the act alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.devices.folder_device import FolderDevice
from app.domain.people import Actor
from app.domain.photo import DeviceKind, PhotoId
from app.domain.post import PostCategory, RightsSource
from app.settings import Settings
from app.ui import reads
from app.ui.application import build_main_window
from app.ui.main_window import MainWindow
from app.ui.pages.home import read_home
from app.ui.turns import style
from app.ui.watchdog import Stall, Watchdog
from app.ui.widgets import Button
from app.workflow import posts
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from tests.bench.portraits import class_photo
from tests.gui import school
from tests.gui.story import NAMED, photo_ids
from tests.gui.waiting import come_to_rest, settle, until

SETTLED_MS = 400
_TITLE = "Sports day {number}"
_MANY = 10
_ADDRESS = "https://facebook.example/hollybank/{number}"


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did, and the times over the limit meanwhile, the longest first."""

    words: str
    stalls: tuple[Stall, ...]


class Story:
    """The windows of those who bring a photo to the public, one after the other."""

    def __init__(self, workspace: Workspace, out: Path) -> None:
        self._workspace, self._out = workspace, out
        self._window: MainWindow | None = None
        self._read: object = None

    def of(self, number: int) -> Iterator[Act]:
        """One post after the other with the same photo; at the second nothing is new to the window any more."""
        for user, acts in (("office", self._write), ("head", self._approve), ("deputy", self._publish)):
            self._close()
            actor = school.actor(self._workspace, user)
            self._read = read_home(self._workspace, actor)
            yield self._watch(f"sign in ({user})", lambda actor=actor: self._sign_in(actor))
            for post in range(number):
                yield from acts(post)
            if user == "office":
                yield from self._turn_over()
        self._close()

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    # what they do

    def _write(self, post: int) -> Iterator[Act]:
        window = self.window
        yield self._watch("review a photo", lambda: self._go("review", photo_ids(self._workspace)[0]))
        review = window.pages["review"]
        until(lambda: review.canvas.has_picture)
        for name in () if post else NAMED:
            yield self._watch("type a name", lambda name=name: QTest.keyClicks(review.classes.search, name[:3].lower()))
            yield self._watch("name a face", lambda: QTest.keyClick(review.classes.search, Qt.Key.Key_Return))
        while any(p.id not in review.classes._answers for p in review.classes.missing.rows.items):
            yield self._watch("not here", lambda: QTest.keyClick(review.classes.missing, Qt.Key.Key_Return))
        yield self._watch("go to posts", lambda: self._go("posts"))
        page = window.pages["posts"]
        yield self._watch("new post", lambda: _press(page.new))
        yield self._watch("its title", lambda: page.choice.title_line.setText(_TITLE.format(number=post + 1)))
        yield self._watch("choose a photo", lambda: _choose(page.choice.list))
        yield self._watch("begin the post", lambda: _press(page.choice.go))
        yield self._watch("choose a platform", lambda: page.boxes[school.FACEBOOK].click())
        caption = page.captions[school.FACEBOOK]
        for word in ("What ", "a ", "sunny ", "day."):
            yield self._watch("type a word", lambda word=word: QTest.keyClicks(caption, word))
        category = page.about.category
        yield self._watch("its kind", lambda: category.setCurrentIndex(category.findData(PostCategory.CHILDREN)))
        card = page.cards[0]
        yield self._watch("describe it", lambda: QTest.keyClicks(card.alt, "Children before a wall."))
        yield self._watch("whose it is", lambda: card.rights.setCurrentIndex(card.rights.findData(RightsSource.STAFF)))
        yield self._watch("make the pictures", lambda: _press(page.render_button))
        assert page.right.heading.text() == "Nothing stands in the way", [f.words for f in page.findings]
        yield self._watch("ask to submit", lambda: _press(page.submit_button))
        for box in page.confirming.boxes.values():
            yield self._watch("confirm", lambda box=box: QTest.keyClick(box, Qt.Key.Key_Space))
        yield self._watch("submit", lambda: _press(page.confirming.go))
        assert page.notice.words() == "The post is with the Headteacher."

    def _turn_over(self) -> Iterator[Act]:
        """From a post of one picture to one of many, and back and forth."""
        office = school.actor(self._workspace, "office")
        ids = _bring(self._workspace, self._out / "camera", _MANY)
        made = posts.create_post(self._workspace, office, title="Album", photo_ids=ids)
        others = [one.id for one in reads.all_posts(self._workspace) if one.id != made.id]
        yield self._watch("go to home", lambda: self._go("home"))
        for wanted, words in ((made.id, f"go to a post of {_MANY} pictures"), (others[0], "go to one of 1")) * 2:
            yield self._watch(words, lambda wanted=wanted: self._go("posts", wanted))
        assert len(self.window.pages["posts"].cards) == 1

    def _approve(self, _post: int) -> Iterator[Act]:
        yield self._watch("go to approve", lambda: self._go("approve"))
        page = self.window.pages["approve"]
        until(lambda: page.picture.has_picture)
        yield self._watch("it fits", lambda: page.fitting.setChecked(True))
        yield self._watch("approve", lambda: _press(page.approve_button))
        assert "is approved until" in page.notice.words()

    def _publish(self, post: int) -> Iterator[Act]:
        wanted = next(one.id for one in reads.all_posts(self._workspace) if one.title == _TITLE.format(number=post + 1))
        yield self._watch("go to publish", lambda: self._go("publish", wanted))
        page = self.window.pages["publish"]
        out = self._out / str(post)
        out.mkdir()
        page.folder.setText(str(out))
        yield self._watch("hand out", lambda: _press(_button(page, "Hand out the pictures for Facebook")))
        yield self._watch("yes, hand out", lambda: _press(_button(page.notice, "Hand it out")))
        until(lambda: "Post them, then note the address" in page.notice.words())
        url = next(e for e in page.findChildren(QLineEdit) if e.accessibleName() == "Address on Facebook")
        yield self._watch("its address", lambda: QTest.keyClicks(url, _ADDRESS.format(number=post)))
        yield self._watch("it is online", lambda: _press(_button(page, "Note the address on Facebook")))

    # how it is watched

    def _watch(self, words: str, act: Callable[[], Any]) -> Act:
        settle(SETTLED_MS)
        dog = Watchdog()
        dog.begin()
        settle(0)
        act()
        settle(SETTLED_MS)
        come_to_rest(self.window)
        settle(SETTLED_MS)
        return Act(words, dog.end())

    def _go(self, key: str, what: object = None) -> None:
        self.window.go(key, what)
        until(lambda: self.window.current.key == key and self.window.current.isVisible(), step_ms=1)

    def _sign_in(self, actor: Actor) -> None:
        """As the program does it, but for the secret and what Home says, which are looked up aside."""
        window = build_main_window(self._workspace, actor, Settings(), is_at_once=False)
        window.resize(1366, 768)
        self._window = window
        settle(0)
        style(window)
        settle(0)
        window.show()
        settle(0)
        window.begin(self._read)
        until(lambda: all(window.pages.is_built(key) for key in window.pages))

    def _close(self) -> None:
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None


def _bring(workspace: Workspace, folder: Path, number: int) -> tuple[PhotoId, ...]:
    """Photos from a camera, not looked through yet."""
    folder.mkdir()
    for at in range(number):
        class_photo(1500, 700, rows=1, columns=2 + at % 3).save(folder / f"IMG_{at:04}.jpg", quality=70 + at)
    office = school.actor(workspace, "office")
    outcomes = import_photos(
        workspace, office, FolderDevice(folder), event="Album", device_kind=DeviceKind.SCHOOL, remove_originals=False
    )
    return tuple(dict.fromkeys(one.photo_id for one in outcomes if one.photo_id is not None))


def _press(button: QWidget) -> None:
    assert button.isEnabled(), f"{button.accessibleName()} cannot be pressed"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _choose(view: Any) -> None:
    view.setCurrentIndex(view.rows.index(view.rows.rowCount() - 1))
    QTest.keyClick(view, Qt.Key.Key_Return)


def _button(where: QWidget, name: str) -> Button:
    return next(b for b in reversed(where.findChildren(Button)) if b.accessibleName() == name)


def tell(workspace: Workspace, out: Path, limit_ms: int) -> None:
    """Print how many acts kept the window from answering for too long, and which."""
    acts = list(Story(workspace, out).of(2))
    over = [act for act in acts if act.stalls]
    print(f"{f'acts of two posts with a time over {limit_ms} ms (0)':<44}{len(over):>12}{len(acts):>12} acts")
    for act in over:
        first = act.stalls[0]
        print(f"    {first.ms:>5} ms ({first.own_ms} computing)  {act.words}: {first.where}")
