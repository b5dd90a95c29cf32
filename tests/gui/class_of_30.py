"""A class photo of thirty: two public-domain portraits play thirty invented children, whose faces are planned.

The comparing network is planned, too: it gives each child a vector of its own, so that the window is what is tested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from app.analysis.embedding_worker import NetworkFacts, network_facts
from app.devices.folder_device import FolderDevice
from app.domain.consent import Answer
from app.domain.detection import Region, RegionKind
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId, RgbImage
from app.workflow import review
from app.workflow.analyse_photos import analyse_photos
from app.workflow.enrolment import enrol
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from tests.bench.portraits import class_faces, class_photo
from tests.flow.posting import PlannedEngines, with_engines
from tests.schools import FACEBOOK, School
from tests.unit.workflow.comparing import FACE, let_compare, picture_of

SIZE = (2400, 1350)
EVENT = "Class photos"
NAMES = (
    "Aisha Begum", "Alfie Carter", "Amelia Hughes", "Archie Lloyd", "Ava Robinson", "Charlie Dunn", "Chloe Osei",
    "Daisy Mitchell", "Dylan Pritchard", "Elsie Whittaker", "Ethan Roberts", "Freya Lindqvist", "George Adeyemi",
    "Grace Nowak", "Harrison Cole", "Imogen Shaw", "Isla Thompson", "Jacob Stein", "Jasmine Kaur", "Leo Fernandes",
    "Lily Morgan", "Maisie Bell", "Mohammed Rahman", "Noah Edwards", "Olivia Parry", "Oscar Bianchi", "Poppy Sinclair",
    "Rhys Gwyn", "Sofia Petrova", "Theo Blackwood",
)  # fmt: skip
"""As classes are: several that begin alike."""
OTHERS = tuple(
    (first, last)
    for first in ("Aled", "Bella", "Carys", "Dan", "Eva", "Finn", "Gwen", "Hana", "Ivan", "Joe")
    for last in ("Abbott", "Bright", "Castle", "Dale", "Ellis", "Frost")
)
SEED = 20260904


@dataclass
class ClassOf30:
    """The school with its class photo; `who` is the truth, by region."""

    school: School
    workspace: Workspace
    photo_id: PhotoId
    who: dict[str, str] = field(default_factory=dict)

    def faces(self) -> list[Region]:
        facts = review.photo_view(self.workspace, self.school.actor(Role.CONTRIBUTOR), self.photo_id).facts
        return [r for r in facts.regions if r.kind is RegionKind.FACE]

    def stored(self) -> dict[str, str]:
        """Who is on each face by the register, as first name and surname; empty for nobody."""
        names = {person.id: person.name for person in self.school.pupils.values()}
        return {face.id: names.get(face.person_id, "") for face in self.faces()}


class PlannedLikeness:
    """A comparing network that knows each face of the class photo, and mistakes some for others as it is told to.

    Attributes:
        enrolling: whose picture is being enrolled.
        mistaken: children who look like another child: this one's vector is given for theirs.
        unclear: children whose faces say little in this photo.
    """

    def __init__(self, at: Mapping[Box, str], *, mistaken: Mapping[str, str], unclear: Sequence[str]) -> None:
        noise = np.random.default_rng(SEED)
        self._own = {name: _unit(noise.normal(size=128)) for name in NAMES}
        self._noise, self._at = noise, at
        self._mistaken, self._unclear = mistaken, unclear
        self.enrolling = ""

    def facts(self) -> NetworkFacts:
        return network_facts(None)

    def vectors(self, image: RgbImage, faces: Sequence[Box]) -> np.ndarray:
        return np.stack([self._vector(box) for box in faces]).astype(np.float32)

    def close(self) -> None:
        """Nothing runs."""

    def _vector(self, box: Box) -> np.ndarray:
        name = self.enrolling or self._at[box]
        own = self._own[self._mistaken.get(name, name) if not self.enrolling else name]
        blur = 1.6 if name in self._unclear and not self.enrolling else 0.1
        return _unit(own + blur * _unit(self._noise.normal(size=128)))


def class_of_30(
    school: School,
    folder: Path,
    *,
    compares: bool = False,
    mistaken: Mapping[str, str] | None = None,
    unclear: Sequence[str] = (),
) -> ClassOf30:
    """Add the class and the photo to a school; with `compares` all of them are enrolled and faces may be compared."""
    for name in NAMES:
        school.add_pupil(*name.split(" "), group="Elm")
    for first, last in OTHERS:
        school.add_pupil(first, last, group="Ash")
    for name in NAMES[::2]:
        school.say(name.split(" ")[0], FACEBOOK, Answer.YES)
    boxes = class_faces(*SIZE, rows=3, columns=10)
    order = np.random.default_rng(SEED).permutation(len(NAMES))
    at = {box: NAMES[number] for box, number in zip(boxes, order, strict=True)}
    workspace = with_engines(school.workspace, PlannedEngines(planned=(FACE,)))
    if compares:
        likeness = PlannedLikeness(at, mistaken=mistaken or {}, unclear=unclear)
        workspace.__dict__["comparer"] = likeness  # where the property keeps the real one
        _enrol(school, workspace, likeness)
    photo_id = _take(school, workspace, folder, boxes)
    office = school.actor(Role.CONTRIBUTOR)
    review.set_roster(workspace, office, EVENT, [school.pupils[name.split(" ")[0]].id for name in NAMES])
    made = ClassOf30(school, workspace, photo_id)
    made.who = {face.id: at[face.box] for face in made.faces()}
    return made


def _enrol(school: School, workspace: Workspace, likeness: PlannedLikeness) -> None:
    let_compare(school, *(name.split(" ")[0] for name in NAMES))
    pictures = [picture_of("Amara", variant) for variant in (0, 2, 4)]
    for name in NAMES:
        likeness.enrolling = name
        done = enrol(workspace, school.actor(Role.CONSENT_ADMIN), school.pupils[name.split(" ")[0]].id, pictures)
        assert done.kept == len(pictures), done
    likeness.enrolling = ""


def _take(school: School, workspace: Workspace, folder: Path, boxes: tuple[Box, ...]) -> PhotoId:
    (folder / "DCIM").mkdir(parents=True)
    class_photo(*SIZE, rows=3, columns=10).save(folder / "DCIM" / "IMG_0001.JPG", quality=88)
    planned = replace(workspace, tools=replace(workspace.tools, engines=PlannedEngines(planned=boxes)))
    office = school.actor(Role.CONTRIBUTOR)
    [outcome] = import_photos(
        planned, office, FolderDevice(folder), event=EVENT, device_kind=DeviceKind.SCHOOL, remove_originals=False
    )
    assert outcome.photo_id is not None
    assert [o.problem for o in analyse_photos(planned, office, [outcome.photo_id])] == [None]
    return outcome.photo_id


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)
