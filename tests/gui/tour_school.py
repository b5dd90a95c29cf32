"""The tour's school: one with something in every state, and the photos it was made of."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PIL import Image

from app.devices.folder_device import FolderDevice
from app.domain.cases import CaseKind
from app.domain.clothing import Uniform
from app.domain.errors import DeviceError
from app.domain.people import Actor, PersonKind, Role
from app.domain.permissions import PermissionKind
from app.domain.photo import DeviceKind
from app.domain.post import PostAbout, PostCategory, PostId, PostPlatform
from app.workflow import (
    approve,
    cases,
    contacts,
    import_stops,
    older_posts,
    permissions,
    posts,
    publish,
    refusals,
    register,
    takedowns,
    training,
    uniforms,
)
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from consent_db import contacts as contact_rows
from consent_db import people
from tests.bench.portraits import class_photo
from tests.gui import school, story

REAL = ("scouts_5.jpg", "steps_14.jpg", "lawn_4.jpg", "cheer_4.jpg", "family_6.jpg", "bench_5.jpg")
"""Group photos of the folder of real photos; the first of them are named and published."""
LONG_OWNER = "Mrs Oluwaseun-Alexandra Featherstonehaugh-Brightwater"


@dataclass(slots=True)
class Stop:
    """The school of the tour and what its pages are opened on, by a word."""

    workspace: Workspace
    places: dict[str, object] = field(default_factory=dict)
    sign_in: Callable[[str], Actor] | None = None

    def actor(self, user: str) -> Actor:
        """Somebody of its staff, signed in."""
        return self.sign_in(user) if self.sign_in else school.actor(self.workspace, user)


def real_photos() -> list[Path]:
    """The real photos, where they are; the tour draws its own where they are not."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "data"
    folder = Path(os.environ.get("CLEARPOST_TEST_DATA", beside)) / "faces_groups" / "images"
    return [folder / name for name in REAL if (folder / name).is_file()]


def fill_phone(folder: Path) -> Path:
    """A folder that plays a phone: real photos where they are, else the public-domain portraits."""
    (folder / "DCIM").mkdir(parents=True)
    found = real_photos()
    pictures = [Image.open(path).convert("RGB") for path in found[:2]] or [
        class_photo(1500, 1125, rows=2, columns=3), class_photo(1500, 700, rows=1, columns=3)
    ]  # fmt: skip
    for at, picture in enumerate(pictures, start=1):
        picture.save(folder / "DCIM" / f"IMG_{at:04}.jpg", quality=90)
    return folder


def make_empty(folder: Path) -> Stop:
    """A school with its register and without photos."""
    return Stop(school.make_school(folder / "workspace", with_photos=False))


def make_stop(folder: Path) -> Stop:
    """A school with its photos looked through, one of them named."""
    workspace = school.make_school(folder / "workspace", with_photos=False)
    school.add_photos(workspace, fill_phone(folder / "phone"))
    return Stop(workspace)


def let_much_happen(stop: Stop, scratch: Path) -> Stop:
    """Posts in every state, a takedown, requests, devices, permissions and what else pages have to show."""
    workspace = stop.workspace
    story.name_faces(workspace)
    _families(workspace)
    _school(workspace)
    _posts(stop, scratch)
    _devices(workspace, scratch)
    _requests(stop)
    stop.places["named"], *_others = story.photo_ids(workspace)
    return stop


def _posts(stop: Stop, scratch: Path) -> None:
    workspace, places = stop.workspace, stop.places
    deputy = school.actor(workspace, "deputy")
    live = _post(workspace, "New bike shed", "The new bike shed is open.")
    story.submit(workspace, live)
    story.approve(workspace, live)
    made = publish.export_release(workspace, deputy, live, school.FACEBOOK, _folder(scratch / "live"))
    url = "https://facebook.com/hollybank/posts/1"
    places["live"] = publish.note_live(workspace, deputy, made.release.id, url).id
    down = _post(workspace, "Bake sale on Friday", "Cakes at the gate on Friday, from three o’clock.")
    story.submit(workspace, down)
    story.approve(workspace, down)
    made = publish.export_release(workspace, deputy, down, school.FACEBOOK, _folder(scratch / "down"))
    gone = publish.note_live(workspace, deputy, made.release.id, "https://facebook.com/hollybank/posts/2")
    dsl = school.actor(workspace, "dsl")
    takedowns.order_takedown(workspace, dsl, gone.id, reason="a family asked", asked_by="the family", minutes=30)
    places["takedown"] = gone.id
    older_posts.order_older_down(
        workspace, school.actor(workspace, "head"), "https://x.com/hollybank/7", reason="full names under the picture",
        asked_by="the audit",
    )  # fmt: skip
    places["approved"] = story.write_post(workspace)
    story.submit(workspace, places["approved"])
    story.approve(workspace, places["approved"])
    places["submitted"] = story.write_post(workspace)
    story.submit(workspace, places["submitted"])
    asked = _post(workspace, "Meet our new caretaker", "Say hello to our new caretaker at the gate.")
    story.submit(workspace, asked)
    head, lead = school.actor(workspace, "head"), school.actor(workspace, "dsl")
    approve.hold_post(workspace, head, asked, "May we say which gate?", asked=lead.user_id)
    back = _post(workspace, "Snow on the field", "The field is white this morning.")
    story.submit(workspace, back)
    approve.return_post(workspace, head, back, "Please say when school opens, and for whom: families asked us twice.")
    places["returned"] = back
    places["draft"] = story.write_post(workspace)
    places["findings"] = _post(workspace, "Sports day results", "Well done Amara Okafor of Oak. Call 01632 960 123.")


def _post(workspace: Workspace, title: str, words: str) -> PostId:
    """A post of words alone for Facebook."""
    return posts.create_post(
        workspace, school.actor(workspace, "office"), title=title, platforms=(PostPlatform(school.FACEBOOK, words),),
        about=PostAbout(PostCategory.REMINDER),
    ).id  # fmt: skip


class Stubborn(FolderDevice):
    """A phone that does not let its photos be removed."""

    def remove(self, object_id: str) -> None:
        raise DeviceError("The phone does not allow deleting.", code="not-allowed-by-device")


def _devices(workspace: Workspace, scratch: Path) -> None:
    office = school.actor(workspace, "office")
    for name, kind in ((LONG_OWNER, DeviceKind.PERSONAL), ("Card of the camera", DeviceKind.UNKNOWN)):
        folder = _folder(scratch / name)
        for at, (rows, columns) in enumerate(((1, 2), (1, 3))):
            picture = class_photo(900, 600, rows=rows, columns=columns)
            picture.rotate(at + len(name) % 5).save(folder / f"IMG_{at}.JPG", quality=80)
        device = Stubborn(folder)
        list(import_photos(workspace, office, device, event="Trip", device_kind=kind, remove_originals=True))
    import_stops.stop(
        workspace, office, FolderDevice(_folder(scratch / "phone of a parent")).identity, note="a message on it"
    )


def _families(workspace: Workspace) -> None:
    zofia, data = school.person_id(workspace, "Zofia"), school.actor(workspace, "data")
    parent = contact_rows.new(zofia, "Mrs Katarzyna-Aleksandra Kowalska-Wojciechowska", "mother",
                              parental_responsibility=True)  # fmt: skip
    contacts.add_contact(workspace, data, parent)
    refusals.take_consent_away(workspace, school.actor(workspace, "governor"), zofia)
    register.add_person(workspace, data, people.new(PersonKind.STAFF, "Grace", "Lowe"))


def _school(workspace: Workspace) -> None:
    head, today = school.actor(workspace, "head"), workspace.clock.today()
    uniforms.settle_uniforms(workspace, head, [
        Uniform("Our uniform", True, ("#0f4d2e", "#f4f4f2")), Uniform("St Joseph’s", False, ("#6b1226",)),
    ])  # fmt: skip
    permissions.grant(
        workspace, head, PermissionKind.MARK, "Hollybank crest", grantor="Ruth Ashworth", grantor_role=Role.HEAD.value,
        valid_from=today, valid_until=today + timedelta(days=300), platform_ids=(school.FACEBOOK,),
        evidence="letter in the office",
    )  # fmt: skip
    for user in ("deputy", "office"):
        training.record_training(
            workspace,
            head,
            user_id=school.actor(workspace, user).user_id,
            topic="Safeguarding and pictures",
            done_on=today,
        )


def _requests(stop: Stop) -> None:
    workspace, dsl = stop.workspace, school.actor(stop.workspace, "dsl")
    case = cases.open_case(
        workspace, dsl, CaseKind.ACCESS, "Everything, please.", asked_by="Mrs A. Okafor",
        person_id=school.person_id(workspace, "Zofia"), standing="mother, with parental responsibility",
    )  # fmt: skip
    stop.places["request"] = case.id
    stop.places["incident"] = cases.open_case(
        workspace, dsl, CaseKind.WRONG_PICTURE, "A picture of the wrong class was online for an hour."
    ).id


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path
