"""An invented school in a real workspace, with real portraits, for window tests and for the tour.

Everything is made once, closed, and copied for each test: the folder is the whole of it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.bootstrap import Administrator, create_workspace
from app.devices.folder_device import FolderDevice
from app.domain.consent import Answer, ConsentKind, Platform, PlatformId
from app.domain.detection import Region, RegionId, RegionKind, RegionOrigin
from app.domain.geometry import Box
from app.domain.people import Actor, PersonId, PersonKind, Role
from app.domain.photo import DeviceKind, PhotoId
from app.workflow.analyse_photos import analyse_photos
from app.workflow.import_photos import import_photos
from app.workflow.users import add_user, sign_in
from app.workflow.workspace import Workspace
from consent_db import consent, people, photos, platforms, regions
from consent_db.consent import NewConsent
from tests.bench.portraits import class_photo
from tests.schools import OWN_PACK

SCHOOL = "Hollybank Primary School"
PASSPHRASE = "four plain words together"  # not a secret: the workspace is thrown away
PASSWORD = "long enough for a test"
FACEBOOK, WEBSITE = PlatformId("facebook"), PlatformId("website")
LONG_NAME = ("Oluwaseun-Alexandra", "Featherstonehaugh-Brightwater")
EVENT = "Sports day"
STAFF = {
    "office": ("Jo Evans", Role.CONTRIBUTOR),
    "data": ("Priya Nair", Role.CONSENT_ADMIN),
    "dsl": ("Sam Whitfield", Role.DSL),
    "head": ("Ruth Ashworth", Role.HEAD),
    "deputy": ("Martin Lyle", Role.DEPUTY),
    "governor": ("Gwen Parry", Role.GOVERNOR),
}
PUPILS = (
    # forename, surname, class, Facebook, website
    ("Amara", "Okafor", "Oak", Answer.YES, Answer.YES),
    ("Ben", "Tailor", "Oak", Answer.NO, Answer.YES),
    ("Caitlin", "Price", "Oak", Answer.YES, Answer.NO),
    ("Dev", "Anand", "Oak", None, None),
    ("Ella", "Moss", "Oak", Answer.YES, Answer.YES),
    (*LONG_NAME, "Oak", Answer.YES, Answer.YES),
    ("Zofia", "Kowalska", "Elm", Answer.YES, None),
)


def make_school(folder: Path, *, with_photos: bool = True, scratch: Path | None = None) -> Workspace:
    """Make the workspace with its staff, class, answers and platforms; with photos looked through when wanted."""
    workspace = create_workspace(
        folder,
        school=SCHOOL,
        passphrase=PASSPHRASE,
        administrator=Administrator(username="it", name="Ida Turing", password=PASSWORD),
        pack=str(OWN_PACK),
    )
    it = sign_in(workspace, "it", PASSWORD)
    for username, (name, role) in STAFF.items():
        add_user(workspace, it, username=username, name=name, password=PASSWORD, roles={role})
    _fill_register(workspace)
    if with_photos:
        add_photos(workspace, make_phone((scratch or folder.parent) / "phone"))
    return workspace


def make_phone(folder: Path, *, number: int = 2) -> Path:
    """A folder that plays a phone, with class photos of public-domain portraits."""
    (folder / "DCIM").mkdir(parents=True)
    for at in range(number):
        rows, columns = (2, 3) if at == 0 else (1, 2 + at % 3)
        picture = class_photo(1500, 1125 if rows == 2 else 700, rows=rows, columns=columns)
        picture.save(folder / "DCIM" / f"IMG_{at + 1:04}.jpg", quality=88)
    return folder


def add_photos(workspace: Workspace, phone: Path) -> tuple[PhotoId, ...]:
    """Import and look through every photo of the phone, by the office."""
    office = actor(workspace, "office")
    outcomes = import_photos(
        workspace,
        office,
        FolderDevice(phone),
        event=EVENT,
        device_kind=DeviceKind.SCHOOL,
        remove_originals=False,
    )
    ids = tuple(dict.fromkeys(o.photo_id for o in outcomes if o.photo_id is not None))
    for outcome in analyse_photos(workspace, office, ids):
        if outcome.problem is not None:
            raise outcome.problem
    return ids


def add_maybe(workspace: Workspace, photo_id: PhotoId, *boxes: Box, quality: float | None = None) -> list[RegionId]:
    """Places of a photo where the program thinks somebody may be, as an analysis leaves them."""
    ids = [regions.fresh_id() for _ in boxes]
    with workspace.database.transaction() as connection:
        for region_id, box in zip(ids, boxes, strict=True):
            found = Region(region_id, photo_id, RegionKind.HINT, box, RegionOrigin.ENGINE, score=0.2, quality=quality)
            regions.add(connection, found)
    return ids


def actor(workspace: Workspace, username: str) -> Actor:
    """Sign somebody of the school in."""
    return sign_in(workspace, username, PASSWORD)


def person_id(workspace: Workspace, forename: str) -> PersonId:
    """The id of a pupil."""
    with workspace.database.read() as connection:
        return next(p.id for p in people.everybody(connection) if p.forename == forename)


def _fill_register(workspace: Workspace) -> None:
    today = datetime.now(UTC).date() - timedelta(days=30)
    with workspace.database.transaction() as connection:
        platforms.add(connection, Platform(FACEBOOK, "Facebook", account="Hollybank Primary"))
        platforms.add(connection, Platform(WEBSITE, "School website", account="hollybank.example"))
        roster = []
        for forename, surname, group, *answers in PUPILS:
            person = people.new(PersonKind.PUPIL, forename, surname)
            person = _in_class(person, group)
            people.add(connection, person)
            if group == "Oak":
                roster.append(person.id)
            for platform_id, answer in zip((FACEBOOK, WEBSITE), answers, strict=True):
                if answer is not None:
                    new = NewConsent(
                        person.id,
                        ConsentKind.IMAGE,
                        platform_id,
                        answer,
                        f"Parent of {forename}",
                        today,
                        evidence="form",
                    )
                    consent.record(connection, new, by="set-up")
        photos.set_roster(connection, EVENT, roster)


def _in_class(person: object, group: str) -> object:
    from dataclasses import replace

    return replace(person, registration_group=group, year_group="4")
