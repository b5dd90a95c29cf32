"""The pictures of the help, made anew from the sample school: ``python -m tests.gui.help_pictures [NAME ...]``.

Everybody in them is invented and every photo is drawn, so they can be handed on.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.bootstrap import Administrator, create_workspace, open_workspace
from app.devices.folder_device import FolderDevice
from app.domain.cases import CaseKind
from app.domain.detection import Presence, RegionKind
from app.domain.people import Actor, Role
from app.domain.permissions import PermissionKind
from app.domain.photo import DeviceKind, PhotoId
from app.domain.post import PostAbout, PostCategory, PostId, PostPlatform, RightsSource
from app.domain.submission import Confirmed
from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.help import FOLDER
from app.ui.main_window import MainWindow
from app.ui.sign_in import SignIn
from app.ui.theme import install_theme
from app.workflow import approve, cases, permissions, posts, publish, register, review, sample_school, takedowns, users
from app.workflow.analyse_photos import analyse_photos
from app.workflow.decide import reverse_check
from app.workflow.demo import school
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace

WIDE_PX = 700
QUALITY = 62
SETTLED_MS = 600
ATTEMPTS = 900
EVENT = "Sports day"
ORDER = ("Amara", "Ben", "Caitlin", "Dev", "Ella", "Femi")
"""Who stands where in the class picture (`app.workflow.sample_school`)."""


class Shooting:
    """One day of the sample school, a picture after each step."""

    def __init__(self, scratch: Path, wanted: Sequence[str]) -> None:
        self._wanted = wanted
        self._folder = scratch / "sample"
        self._out = scratch / "out"
        self._out.mkdir()
        self._workspace: Workspace = sample_school.make(self._folder, create_workspace, Administrator)
        it = self._actor("it")
        for username, name, role in (("dsl", "Sam Whitfield", Role.DSL), ("dpo", "Dilys Powell", Role.DPO)):
            users.add_user(
                self._workspace, it, username=username, name=name, password=sample_school.PASSWORD, roles={role}
            )

    def run(self) -> None:
        """From the phone to the takedown."""
        phone = self._folder / sample_school.PHONE
        self._sign_in()
        self._shoot("office", "import", prepare=lambda window: self._look_at(window, phone))
        ids = self._import(phone)
        self._shoot("office", "pick")
        for outcome in analyse_photos(self._workspace, self._actor("office"), ids):
            assert outcome.problem is None, outcome.problem
        self._name(ids)
        self._shoot("office", "review")
        oak = register.find_people(self._workspace, self._actor("data"), group=school.CLASS)
        amara = next(person for person in oak if person.forename == "Amara")
        self._shoot("data", "register", what=amara.id)
        post_id = self._write(ids[:1])
        self._shoot("office", "home")
        self._shoot("office", "posts", what=post_id)
        posts.submit_post(self._workspace, self._actor("office"), post_id, confirmed=Confirmed)
        self._shoot("head", "approve", what=post_id)
        approve.approve(self._workspace, self._actor("head"), post_id)
        self._shoot("deputy", "publish", what=post_id)
        self._publish(post_id)
        self._shoot("deputy", "published")
        self._shoot("head", "devices")
        cases.open_case(
            self._workspace, self._actor("head"), CaseKind.ACCESS, "Wants every photo of her daughter.",
            person_id=amara.id, asked_by="Mrs Okafor", standing="mother",
        )  # fmt: skip
        self._shoot("head", "cases", prepare=lambda window: window.pages["cases"].list.choose(lambda _case: True))
        for part in ("platforms", "packs", "marks", "rules"):
            self._shoot("head", "school", what=part, name=part, prepare=_another_pack if part == "packs" else None)
        self._shoot("head", "school", what="permissions", name="permissions", prepare=_who_may_post)
        for user, page in (("head", "records"), ("head", "report"), ("dpo", "retention")):
            self._shoot(user, page)
        self._shoot("it", "users", prepare=lambda window: window.pages["users"].list.choose(lambda _user: True))
        self._workspace.close()

    def _actor(self, username: str) -> Actor:
        return users.sign_in(self._workspace, username, sample_school.PASSWORD)

    # the story

    def _import(self, phone: Path) -> tuple[PhotoId, ...]:
        outcomes = import_photos(
            self._workspace, self._actor("office"), FolderDevice(phone), event=EVENT,
            device_kind=DeviceKind.SCHOOL, remove_originals=False,
        )  # fmt: skip
        ids = tuple(outcome.photo_id for outcome in outcomes if outcome.photo_id is not None)
        oak = register.find_people(self._workspace, self._actor("data"), group=school.CLASS)
        review.set_roster(self._workspace, self._actor("office"), EVENT, [person.id for person in oak])
        return ids

    def _name(self, ids: Sequence[PhotoId]) -> None:
        office = self._actor("office")
        oak = {p.forename: p.id for p in register.find_people(self._workspace, self._actor("data"), group="Oak")}
        regions = review.photo_view(self._workspace, office, ids[0]).facts.regions
        faces = [region for region in regions if region.kind is RegionKind.FACE]
        row = max(face.box.height for face in faces) * 2
        faces.sort(key=lambda face: (face.box.top // row, face.box.left))
        for face, forename in list(zip(faces, ORDER, strict=False))[:-1]:
            review.name_region(self._workspace, office, face.id, oak[forename])
        for platform_id in school.PLATFORMS:
            for person in reverse_check(self._workspace, ids[0], platform_id):
                review.answer_presence(self._workspace, office, ids[0], person.id, Presence.NOT_IN_PICTURE)

    def _write(self, ids: Sequence[PhotoId]) -> PostId:
        office = self._actor("office")
        post = posts.create_post(self._workspace, office, title="Sports day on the field", photo_ids=tuple(ids))
        described = tuple(
            replace(picture, alt_text="Children in two rows on the field.", rights=RightsSource.STAFF)
            for picture in post.pictures
        )
        posts.edit_post(
            self._workspace, office, post.id, title=post.title, pictures=described,
            platforms=tuple(
                PostPlatform(platform_id, "What a sunny sports day. Well done, Oak class.")
                for platform_id in school.PLATFORMS
            ),
            about=PostAbout(PostCategory.CHILDREN),
        )  # fmt: skip
        for outcome in posts.render_post(self._workspace, office, post.id):
            assert outcome.problem is None, outcome.problem
        return post.id

    def _publish(self, post_id: PostId) -> None:
        deputy, head = self._actor("deputy"), self._actor("head")
        permissions.grant(
            self._workspace, head, PermissionKind.POSTING, deputy.user_id, grantor="Ruth Ashworth",
            grantor_role="HEAD", valid_from=self._workspace.clock.today(), evidence="letter in the office",
        )  # fmt: skip
        made = publish.export_release(self._workspace, deputy, post_id, school.FACEBOOK, self._out)
        publish.note_live(self._workspace, deputy, made.release.id, "https://social.example/hollybank/posts/1")
        takedowns.order_takedown(
            self._workspace, head, made.release.id, reason="A parent asked for it.", asked_by="Mr Tailor"
        )

    # the pictures

    def _look_at(self, window: MainWindow, phone: Path) -> None:
        page = window.pages["import"]
        page.open(phone)
        _until(lambda: page.device is not None)
        page.kind_buttons[DeviceKind.SCHOOL].click()
        page.event.setText(EVENT)

    def _sign_in(self) -> None:
        ways = {"open_workspace": open_workspace, "create_workspace": create_workspace, "administrator": Administrator}
        settings = Settings(workspace="C:/ClearPost/Hollybank", user="office")
        page = SignIn(settings, run=lambda *_: None, sample=self._out, **ways)
        page.resize(760, 720)
        page.show()
        QTest.qWait(SETTLED_MS)
        self._save(page, "sign-in", wide=420)
        page.deleteLater()

    def _shoot(
        self, user: str, page: str, what: object = None, *, name: str = "",
        prepare: Callable[[MainWindow], object] | None = None,
    ) -> None:  # fmt: skip
        if self._wanted and (name or page) not in self._wanted:
            return
        window = build_main_window(self._workspace, self._actor(user), Settings(theme="light"))
        window.resize(1300, 780)
        window.show()
        window.show_page(page, what)
        QTest.qWait(SETTLED_MS)
        if prepare is not None:
            prepare(window)
        QTest.qWait(SETTLED_MS)
        _until(lambda: not window.desk._quiet)  # pictures on their way
        QTest.qWait(SETTLED_MS)
        self._save(window, name or page)
        window.close()
        window.deleteLater()

    def _save(self, widget: QWidget, name: str, *, wide: int = WIDE_PX) -> None:
        picture: QImage = widget.grab().toImage()
        small = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        if not small.save(str(FOLDER / "pictures" / f"{name}.jpg"), quality=QUALITY):
            raise OSError(name)
        print(name, flush=True)


def _another_pack(window: MainWindow) -> None:
    """A pack that does not count yet, with what it would change."""
    window.pages["school"].parts["packs"].list.choose(lambda pack: True)


def _who_may_post(window: MainWindow) -> None:
    window.pages["school"].parts["permissions"].show_kind(PermissionKind.POSTING)


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(ATTEMPTS):
        if is_so():
            return
        QTest.qWait(SETTLED_MS // 6)
    raise TimeoutError("the window did not come to rest")


def main(wanted: Sequence[str]) -> int:
    """Write them into `resources/help/pictures`; returns the exit code."""
    app = make_application(["clearpost"])
    install_theme(app, choice="light")
    (FOLDER / "pictures").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="clearpost-help-") as scratch:
        Shooting(Path(scratch), wanted).run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
