"""A post on its way out, in a real workspace, with engines that find what a test tells them to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from app.devices.folder_device import FolderDevice
from app.domain.consent import Answer, PlatformId
from app.domain.detection import FaceDetection, Findings, Hint, Presence, TextFinding
from app.domain.faults import no_fault
from app.domain.geometry import Box, head_around
from app.domain.people import Actor, Role
from app.domain.photo import DeviceKind, PhotoId, RgbImage
from app.domain.post import Post, PostAbout, PostCategory, PostPicture, PostPlatform, RightsSource, Suitability
from app.domain.submission import Confirmed
from app.imaging.encoding import encode_jpeg
from app.workflow import approve, posts, review
from app.workflow.analyse_photos import analyse_photos
from app.workflow.import_photos import import_photos
from app.workflow.workspace import EVERYTHING, Tools, Workspace
from consent_db import audit, releases
from consent_db import posts as post_rows
from tests.flow.importing import PlainDecoder
from tests.schools import FACEBOOK, WEBSITE, School, reopen

FACES = (Box(60, 60, 120, 140), Box(260, 60, 320, 140), Box(460, 60, 520, 140))
"""Amara, Ben and Caitlin, far enough apart that no cover touches a neighbour."""

EVENT = "Sports day"


@dataclass
class PlannedEngines:
    """Finds the planned faces in an original, and in a finished picture only what `leaks` and `readable` say."""

    planned: tuple[Box, ...] = FACES
    lines: tuple[TextFinding, ...] = ()
    hints: tuple[Hint, ...] = ()
    leaks: list[Box] = field(default_factory=list)
    readable: tuple[TextFinding, ...] = ()
    engine: str = "planned 1"

    @property
    def faces(self) -> PlannedEngines:
        return self

    @property
    def texts(self) -> PlannedEngines:
        return self

    def detect(self, image: RgbImage) -> tuple[tuple[FaceDetection, ...], tuple[Hint, ...]]:
        return tuple(FaceDetection(box, box, 0.9) for box in self.leaks), ()

    def read(self, image: RgbImage) -> tuple[TextFinding, ...]:
        return tuple(line for line in self.readable if _shows(image, line.box))

    def analyse(self, image: RgbImage, *, only: frozenset[str] = EVERYTHING) -> Findings:
        height, width = image.shape[:2]
        faces = tuple(FaceDetection(b, head_around(b).clipped(width, height) or b, 0.9) for b in self.planned)
        return Findings(width, height, faces=faces, hints=self.hints, texts=self.lines, engines=(self.engine,))

    def close(self) -> None:
        pass


def _shows(image: RgbImage, box: Box) -> bool:
    """Whether anything but one flat colour is there: the photos of these tests are noise all over."""
    return bool(image[box.top : box.bottom, box.left : box.right].std() > 20)


def with_engines(workspace: Workspace, engines: PlannedEngines, fault: Callable[[str], None] = no_fault) -> Workspace:
    return replace(workspace, tools=Tools(decoder=PlainDecoder(), engines=engines), fault=fault)


@dataclass
class Story:
    """A school with one analysed photo of three named children, and the people who take a post through."""

    school: School
    engines: PlannedEngines
    workspace: Workspace
    photo_id: PhotoId

    @property
    def office(self) -> Actor:
        return self.school.actor(Role.CONTRIBUTOR)

    @property
    def head(self) -> Actor:
        return self.school.actor(Role.HEAD)

    @property
    def deputy(self) -> Actor:
        return self.school.actor(Role.DEPUTY)

    def regions(self):
        return review.photo_view(self.workspace, self.office, self.photo_id).facts.regions

    def draft(self, *, captions: dict[PlatformId, str] | None = None) -> Post:
        wanted = captions or {FACEBOOK: "A sunny sports day.", WEBSITE: "Our sports day."}
        return posts.create_post(
            self.workspace,
            self.office,
            title="Sports day",
            pictures=[
                PostPicture(
                    self.photo_id, "Three children on a field.", RightsSource.STAFF, suitability=Suitability.FINE
                )
            ],
            platforms=[PostPlatform(platform, words) for platform, words in wanted.items()],
            about=PostAbout(PostCategory.CHILDREN, event=EVENT),
        )

    def rendered(self) -> Post:
        post = self.draft()
        assert [o.problem for o in posts.render_post(self.workspace, self.office, post.id)] == [None, None]
        return post

    def submitted(self) -> Post:
        return posts.submit_post(self.workspace, self.office, self.rendered().id, confirmed=Confirmed)

    def approved(self) -> Post:
        post = self.submitted()
        approve.approve(self.workspace, self.head, post.id)
        return post


def photo_with_faces(*, seed: int = 7) -> bytes:
    """600 by 300 pixels of noise: no detector is needed to tell a covered place from a shown one."""
    pixels = np.random.default_rng(seed).integers(0, 255, (300, 600, 3), dtype=np.uint8)
    return encode_jpeg(pixels, max_bytes=2_000_000)


def tell(school: School, phone: Path, *, engines: PlannedEngines | None = None) -> Story:
    """Import, analyse, name, answer: Amara yes on both, Ben yes on the website only, Caitlin yes on both."""
    engines = engines or PlannedEngines()
    workspace = with_engines(school.workspace, engines)
    phone.mkdir(parents=True, exist_ok=True)
    (phone / "IMG_1.JPG").write_bytes(photo_with_faces())
    office = school.actor(Role.CONTRIBUTOR)
    [outcome] = import_photos(
        workspace, office, FolderDevice(phone), event=EVENT, device_kind=DeviceKind.SCHOOL, remove_originals=False
    )
    assert outcome.photo_id is not None
    assert [o.problem for o in analyse_photos(workspace, office, [outcome.photo_id])] == [None]
    for forename, platform in (("Amara", FACEBOOK), ("Amara", WEBSITE), ("Caitlin", FACEBOOK), ("Caitlin", WEBSITE)):
        school.say(forename, platform, Answer.YES)
    school.say("Ben", WEBSITE, Answer.YES)
    story = Story(school, engines, workspace, outcome.photo_id)
    for region, forename in zip(story.regions(), ("Amara", "Ben", "Caitlin"), strict=False):
        review.name_region(workspace, office, region.id, school.pupils[forename].id)
    review.set_roster(workspace, office, EVENT, [p.id for p in school.pupils.values()])
    for forename in ("Dev", "Ella"):
        review.answer_presence(workspace, office, story.photo_id, school.pupils[forename].id, Presence.NOT_IN_PICTURE)
    return story


def reopened(story: Story, fault: Callable[[str], None] = no_fault) -> Workspace:
    """The workspace as another start of the program finds it."""
    return with_engines(reopen(story.workspace.folder), story.engines, fault)


def post_now(story, post_id):
    with story.workspace.database.read() as connection:
        return post_rows.get(connection, post_id)


def releases_of(story, post_id):
    with story.workspace.database.read() as connection:
        return releases.of_post(connection, post_id)


def tasks_open(story, kind):
    with story.workspace.database.read() as connection:
        return releases.open_tasks(connection, kind)


def audit_length(story):
    with story.workspace.database.read() as connection:
        return audit.verify(connection).events


def nothing_written(folder):
    return list(folder.iterdir()) == []
