"""Where the long lists of the window come from: keys in order, and what the rows in sight stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.cases import Case, CaseId
from app.domain.people import Actor, Person, PersonId, UserId
from app.domain.permissions import Permission, PermissionId, PermissionKind
from app.domain.photo import DeviceId, Photo, PhotoId
from app.domain.post import PostId, PostState, ReleaseId
from app.ui import reads
from app.workflow import (
    cases,
    devices,
    films,
    import_questions,
    permissions,
    quarantine,
    questions,
    record_slices,
    records,
    takedowns,
    training,
    users,
)
from app.workflow.devices import Standing
from app.workflow.record_slices import Line, Part
from app.workflow.takedowns import Out, Sought
from app.workflow.training import Trained
from app.workflow.workspace import Workspace
from consent_db import case_lists, device_lists, people, photo_lists, post_lists, work_counts
from consent_db import permissions as permission_rows
from consent_db import users as user_rows
from consent_db.case_lists import CaseWord
from consent_db.devices import SetAside
from consent_db.import_questions import ImportQuestion
from consent_db.photo_lists import PhotoLine, PhotosSought
from consent_db.post_lists import PostLine
from consent_db.question_lists import QuestionLine
from consent_db.releases import Receipt
from consent_db.user_lists import UserWord
from consent_db.users import User


@dataclass(frozen=True, slots=True)
class RecordList:
    """The records that fit, the newest first, by number."""

    workspace: Workspace
    actor: Actor
    part: Part

    def keys(self) -> Sequence[int]:
        return record_slices.numbers(self.workspace, self.actor, self.part)

    def first(self, limit: int) -> Sequence[int]:
        """The newest of them: a search through all takes longer than one looks away."""
        return record_slices.numbers(self.workspace, self.actor, self.part, limit=limit)

    def items(self, keys: Sequence[int]) -> dict[int, Line]:
        return record_slices.lines_of(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class ReceiptList:
    """Every receipt, the newest first."""

    workspace: Workspace
    actor: Actor

    def keys(self) -> Sequence[str]:
        return records.receipt_ids(self.workspace, self.actor)

    def items(self, keys: Sequence[str]) -> dict[str, Receipt]:
        return records.receipts_by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class PostsToWrite:
    """Posts that still go somewhere first, then the others; with these words in the title."""

    workspace: Workspace
    words: str = ""
    states: frozenset[PostState] = frozenset()

    def keys(self) -> Sequence[PostId]:
        with self.workspace.database.read() as connection:
            return post_lists.keys(connection, words=self.words, states=self.states)

    def items(self, keys: Sequence[PostId]) -> dict[PostId, PostLine]:
        with self.workspace.database.read() as connection:
            return post_lists.lines(connection, keys)


@dataclass(frozen=True, slots=True)
class PostsToPublish:
    """Posts that are approved or went out, what has to come down first."""

    workspace: Workspace
    words: str = ""

    def keys(self) -> Sequence[PostId]:
        with self.workspace.database.read() as connection:
            return post_lists.keys_to_publish(connection, words=self.words)

    def items(self, keys: Sequence[PostId]) -> dict[PostId, PostLine]:
        with self.workspace.database.read() as connection:
            return post_lists.lines(connection, keys, with_releases=True)


@dataclass(frozen=True, slots=True)
class EverythingOut:
    """What is or was published, what has to come down first."""

    workspace: Workspace
    actor: Actor
    sought: Sought

    def keys(self) -> Sequence[ReleaseId]:
        return takedowns.ids_out(self.workspace, self.actor, self.sought)

    def items(self, keys: Sequence[ReleaseId]) -> dict[ReleaseId, Out]:
        return takedowns.out_by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class People:
    """People who were found, by name."""

    workspace: Workspace
    found: Sequence[PersonId]

    def keys(self) -> Sequence[PersonId]:
        return self.found

    def items(self, keys: Sequence[PersonId]) -> dict[PersonId, Person]:
        with self.workspace.database.read() as connection:
            return {person.id: person for person in people.by_ids(connection, keys)}


@dataclass(frozen=True, slots=True)
class PeopleNamed:
    """People whose names hold every one of these words, by name; for no words nobody."""

    workspace: Workspace
    words: str

    def keys(self) -> Sequence[PersonId]:
        return [person.id for person in reads.search_people(self.workspace, self.words)] if self.words else []

    def items(self, keys: Sequence[PersonId]) -> dict[PersonId, Person]:
        return People(self.workspace, ()).items(keys)


@dataclass(frozen=True, slots=True)
class DeviceList:
    """Every device, those that need somebody first."""

    workspace: Workspace
    actor: Actor
    words: str = ""

    def keys(self) -> Sequence[DeviceId]:
        return devices.ids(self.workspace, self.actor, words=self.words)

    def items(self, keys: Sequence[DeviceId]) -> dict[DeviceId, Standing]:
        return devices.standings(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class QuestionList:
    """Posts that wait for one's answer, the oldest question first."""

    workspace: Workspace
    actor: Actor

    def keys(self) -> Sequence[PostId]:
        return questions.waiting_for(self.workspace, self.actor)

    def items(self, keys: Sequence[PostId]) -> dict[PostId, QuestionLine]:
        return questions.lines_of(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class StaffList:
    """Everybody who can sign in and fits what was typed, by name."""

    workspace: Workspace
    actor: Actor
    words: tuple[UserWord, ...] = ()

    def keys(self) -> Sequence[UserId]:
        return users.ids_of(self.workspace, self.actor, self.words)

    def items(self, keys: Sequence[UserId]) -> dict[UserId, User]:
        return users.users_by_ids(self.workspace, self.actor, keys)


@dataclass(slots=True)
class TrainingList:
    """Whose training may be seen, whoever lacks some first."""

    workspace: Workspace
    actor: Actor
    lacking: int = 0
    """How many lack some, once the order was read."""

    def keys(self) -> Sequence[UserId]:
        order = training.in_order(self.workspace, self.actor)
        self.lacking = order.lacking
        return order.ids

    def items(self, keys: Sequence[UserId]) -> dict[UserId, Trained]:
        return training.trained_by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class CaseList:
    """Requests and incidents that may be opened and fit, what runs out first at the top."""

    workspace: Workspace
    actor: Actor
    words: tuple[CaseWord, ...] = ()
    is_open: bool | None = None

    def keys(self) -> Sequence[CaseId]:
        return cases.ids_of(self.workspace, self.actor, self.words, is_open=self.is_open)

    def items(self, keys: Sequence[CaseId]) -> dict[CaseId, Case]:
        return cases.by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class PermissionList:
    """Permissions of one kind with what they are about, those in force first."""

    workspace: Workspace
    actor: Actor
    kind: PermissionKind
    words: str = ""

    def keys(self) -> Sequence[PermissionId]:
        return permissions.ids_of(self.workspace, self.actor, self.kind, self.words.split())

    def items(self, keys: Sequence[PermissionId]) -> dict[PermissionId, tuple[Permission, str]]:
        return permissions.by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class SetAsideList:
    """Photos that wait for the Headteacher, the oldest first."""

    workspace: Workspace
    actor: Actor

    def keys(self) -> Sequence[PhotoId]:
        return quarantine.ids(self.workspace, self.actor)

    def items(self, keys: Sequence[PhotoId]) -> dict[PhotoId, SetAside]:
        return quarantine.by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class LinesToRead:
    """Lines of imported lists that only a person can read, the oldest first."""

    workspace: Workspace
    actor: Actor

    def keys(self) -> Sequence[str]:
        return import_questions.open_ids(self.workspace, self.actor)

    def items(self, keys: Sequence[str]) -> dict[str, ImportQuestion]:
        return import_questions.by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class MissingPupils:
    """Pupils whom the last list did not name, by name."""

    workspace: Workspace
    actor: Actor

    def keys(self) -> Sequence[PersonId]:
        return [person.id for person in import_questions.possible_leavers(self.workspace, self.actor)]

    def items(self, keys: Sequence[PersonId]) -> dict[PersonId, Person]:
        with self.workspace.database.read() as connection:
            return {person.id: person for person in people.by_ids(connection, keys)}


@dataclass(frozen=True, slots=True)
class FilmList:
    """Films and the moving halves of live photos, the newest first."""

    workspace: Workspace
    actor: Actor

    def keys(self) -> Sequence[PhotoId]:
        return films.ids(self.workspace, self.actor)

    def items(self, keys: Sequence[PhotoId]) -> dict[PhotoId, Photo]:
        return films.by_ids(self.workspace, self.actor, keys)


@dataclass(frozen=True, slots=True)
class PhotosToTake:
    """Pictures that can be in a post, the newest first."""

    workspace: Workspace
    sought: PhotosSought

    def keys(self) -> Sequence[PhotoId]:
        with self.workspace.database.read() as connection:
            return photo_lists.keys(connection, self.sought)

    def items(self, keys: Sequence[PhotoId]) -> dict[PhotoId, PhotoLine]:
        with self.workspace.database.read() as connection:
            return photo_lists.lines(connection, keys)


def photos_are_few(workspace: Workspace, few: int) -> bool:
    """Whether a list of photos is read in no time."""
    with workspace.database.read() as connection:
        return photo_lists.number(connection) <= few


def devices_are_few(workspace: Workspace, few: int) -> bool:
    """The same of devices."""
    with workspace.database.read() as connection:
        return device_lists.number(connection) <= few


def posts_are_few(workspace: Workspace, few: int) -> bool:
    """Whether a list of posts is read in no time."""
    with workspace.database.read() as connection:
        return post_lists.number(connection) <= few


def publications_are_few(workspace: Workspace, few: int) -> bool:
    """The same of what was published."""
    with workspace.database.read() as connection:
        return post_lists.number_out(connection) <= few


def staff_are_few(workspace: Workspace, few: int) -> bool:
    """The same of those who can sign in."""
    with workspace.database.read() as connection:
        return user_rows.count(connection) <= few


def cases_are_few(workspace: Workspace, few: int) -> bool:
    """The same of requests and incidents."""
    with workspace.database.read() as connection:
        return case_lists.number(connection) <= few


def permissions_are_few(workspace: Workspace, few: int) -> bool:
    """The same of written permissions."""
    with workspace.database.read() as connection:
        return permission_rows.number(connection) <= few


def lists_left_little(workspace: Workspace, few: int) -> bool:
    """Whether what imported lists left to a person is read in no time."""
    with workspace.database.read() as connection:
        return work_counts.left_by_lists(connection) <= few
