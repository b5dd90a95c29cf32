"""The main story from outside: a real screen, the mouse and keys of an X server, then a look at what was stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.analysis.engines.centerface import CenterFaceDetector
from app.bootstrap import open_workspace
from app.domain.post import PostState, ReleaseState
from app.domain.submission import Confirmed
from app.ui import reads
from app.ui.pages.post_confirm import CONFIRMED
from tests.gui import school
from tests.screen.screen import Screen, missing, x_server

CAPTION = "What a sunny sports day."
ADDRESS = "https://facebook.example/hollybank/1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A school with two photos looked through; nobody in them has a name yet."""
    if why := missing():
        pytest.skip(why)
    school.make_school(tmp_path / "workspace", scratch=tmp_path).close()
    return tmp_path / "workspace"


@pytest.fixture
def screen(folder: Path, tmp_path: Path) -> Iterator[Screen]:
    with x_server() as display:
        shown = Screen(display, folder, tmp_path)
        yield shown
        shown.end()


def test_a_class_photo_is_named_described_approved_and_published_with_mouse_and_keys(
    screen: Screen, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    screen.type_into("Workspace passphrase", school.PASSPHRASE)
    screen.key("Return")
    _sign_in(screen, "office")
    _name(screen)
    _write(screen)
    _sign_out(screen)
    _sign_in(screen, "head")
    _approve(screen)
    _sign_out(screen)
    _sign_in(screen, "deputy")
    _publish(screen, out)
    screen.end()

    workspace = open_workspace(folder, passphrase=school.PASSPHRASE)
    try:
        [release] = reads.all_releases(workspace)
        [post] = reads.all_posts(workspace)
        assert (release.state, release.live_url) == (ReleaseState.LIVE, ADDRESS)
        assert (post.state, post.platforms[0].caption) == (PostState.APPROVED, CAPTION)
        assert list(out.iterdir()) == []  # the pack is erased once the post is online
    finally:
        workspace.close()


def _sign_in(screen: Screen, user: str) -> None:
    screen.type_into("Sign-in name", user)
    screen.type_into("Password", school.PASSWORD)
    screen.key("Return")
    screen.until(lambda: screen.titles() == [f"ClearPost · {school.SCHOOL}"], f"{user} is signed in")


def _sign_out(screen: Screen) -> None:
    screen.click("Sign out")
    screen.until(lambda: f"ClearPost · {school.SCHOOL}" not in screen.titles(), "nobody is signed in")


def _name(screen: Screen) -> None:
    """Five of six faces get their names by typing; the sixth stays covered, and the list of the few is answered."""
    screen.click("Review")
    screen.until_said("1 of 2")
    screen.type_into("Search names", "")
    for at, letters in enumerate(("ama", "ben", "cai", "oluwa", "ell"), start=1):
        screen.type(letters)
        screen.key("Return")
        screen.until_said(f"{at} named")
    while "to answer" in screen.words():
        screen.click("Not here: not in the picture")


def _write(screen: Screen) -> None:
    screen.click("Posts")
    screen.click("New post")
    screen.type_into("Title, for us only", "Sports day on the field")
    screen.tab_to("Photos for the post")
    screen.key("End", "Return")
    screen.until_said("1 photo taken")
    screen.click("Write the post")
    screen.click("Post on Facebook")
    screen.type_into("Words for Facebook", CAPTION)
    screen.choose("What it is about", "Children and their learning")
    screen.type_into("What photo 1 shows", "Children in two rows before a wall.")
    screen.choose("Who made photo 1", "Taken by our own staff")
    screen.choose("Dress and situation in photo 1", "Dressed for it, at ease, the occasion is clear")
    screen.click("Make the pictures")
    screen.until_said("Nothing stands in the way")
    screen.click("Submit for approval")
    screen.until_said("Tick each point that is so.")
    for point in [CONFIRMED[point] for point in Confirmed if CONFIRMED[point] in screen.words()]:
        screen.click(point)
    screen.click("Submit for approval")
    screen.until_said("The post is with the Headteacher.")


def _approve(screen: Screen) -> None:
    """The Headteacher's screen shows the faces that may go out, and no others: a face finder looks at the glass."""
    screen.click("Approve")
    screen.until(lambda: _faces_in(screen, "The picture as it would go out") > 0, "the picture is shown")
    assert _faces_in(screen, "The picture as it would go out") == 4
    screen.click("Accurate, positive and relevant")
    screen.click("Approve")
    screen.until_said("is approved until")


def _publish(screen: Screen, out: Path) -> None:
    screen.click("Publish")
    screen.type_into("Where the pictures go", str(out))
    screen.click("Hand out the pictures for Facebook")
    screen.click("Hand it out")
    screen.until_said("Post them, then note the address")
    [pack] = out.iterdir()
    [picture] = pack.glob("*.jpg")
    assert _faces(Image.open(picture).convert("RGB")) == 4
    screen.type_into("Address on Facebook", ADDRESS)
    screen.click("Note the address on Facebook")
    screen.until(lambda: not any(out.iterdir()), "the pack is gone")


def _faces_in(screen: Screen, name: str) -> int:
    return _faces(screen.picture().crop(screen.box(name)))


def _faces(picture: Image.Image) -> int:
    found, _hints = CenterFaceDetector().detect(np.asarray(picture))
    return len(found)
