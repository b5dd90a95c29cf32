"""What pages read to show: quick looks into the register, each through its own connection. Nothing is written here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from app.domain.consent import Platform
from app.domain.errors import RegisterError, StorageError
from app.domain.people import PERMITTED, Action, Actor, Person, PersonId, Role, UserId
from app.domain.photo import DeviceKind, Photo, PhotoId, PhotoState, digest_of
from app.domain.post import Message, Post, PostId, PostState, Release, ReleaseState, Rendition, TaskKind
from app.domain.retention import school_day
from app.ui.language import tr
from app.workflow import questions
from app.workflow.import_records import CHECKLIST
from app.workflow.workspace import Workspace
from consent_db import (
    appearances,
    consent,
    devices,
    holds,
    people,
    permissions,
    photos,
    platforms,
    post_lists,
    posts,
    record_slices,
    releases,
    roll,
    sources,
    users,
    work_counts,
)
from consent_db.releases import Task
from consent_db.sources import Device
from consent_db.work_counts import PostCounts

_AT_ONCE = 400
"""So many ids stand in one question."""
_LONG_USED = 5000
"""From so many records on, what waits is counted aside."""


def is_long_used(workspace: Workspace) -> bool:
    """Whether there is so much that even counting it may be felt; asked before every look at all of it."""
    with workspace.database.read() as connection:
        return record_slices.highest(connection) > _LONG_USED


def all_people(workspace: Workspace) -> tuple[Person, ...]:
    """Everybody on the register, by name."""
    with workspace.database.read() as connection:
        return people.everybody(connection)


def people_are_few(workspace: Workspace, few: int) -> bool:
    """Whether everybody is read in no time."""
    with workspace.database.read() as connection:
        return not people.are_more_than(connection, few)


def people_to_search(workspace: Workspace) -> tuple[people.Entry, ...]:
    """Everybody on the register by name, with no more of them than looking for them takes."""
    with workspace.database.read() as connection:
        return people.index(connection)


def person(workspace: Workspace, person_id: PersonId) -> Person | None:
    """The newest entry of somebody; None when nobody has this id."""
    with workspace.database.read() as connection:
        return next(iter(people.by_ids(connection, [person_id])), None)


def held(workspace: Workspace) -> frozenset[PersonId]:
    """Whom no consent clears; shown to nobody but those who may place a hold."""
    with workspace.database.read() as connection:
        return holds.held(connection)


def search_people(workspace: Workspace, words: str) -> tuple[Person, ...]:
    """People whose names begin like these words."""
    with workspace.database.read() as connection:
        return people.search(connection, words)


def pupils_of(workspace: Workspace, group: str) -> tuple[Person, ...]:
    """The pupils of one class, by name."""
    with workspace.database.read() as connection:
        return people.by_class(connection, group)


def people_with_ids(workspace: Workspace, ids: Iterable[PersonId]) -> dict[PersonId, Person]:
    """Those of these people who are on the register."""
    with workspace.database.read() as connection:
        return roll.with_ids(connection, ids)


def people_of_class(workspace: Workspace, group: str) -> tuple[Person, ...]:
    """Everybody of one class, by name."""
    with workspace.database.read() as connection:
        return roll.in_group(connection, group)


def people_beginning_like(workspace: Workspace, words: str, limit: int) -> tuple[Person, ...]:
    """So many people with a name that begins with each of these words, by name."""
    with workspace.database.read() as connection:
        return roll.beginning_like(connection, words, limit=limit)


def classes(workspace: Workspace) -> tuple[str, ...]:
    """The classes of the school."""
    with workspace.database.read() as connection:
        return people.classes(connection)


def all_platforms(workspace: Workspace) -> tuple[Platform, ...]:
    """Where posts can go."""
    with workspace.database.read() as connection:
        return platforms.everything(connection)


def register_as_of(workspace: Workspace) -> datetime | None:
    """When consents were last brought up to date."""
    with workspace.database.read() as connection:
        return consent.as_of(connection)


def photo_numbered(workspace: Workspace, number: int) -> Photo | None:
    """The photo people call by this number; None when there is none."""
    with workspace.database.read() as connection:
        return photos.with_number(connection, number)


def photos_by_ids(workspace: Workspace, photo_ids: Iterable[PhotoId]) -> dict[PhotoId, Photo]:
    """These photos by id; those that were erased are left out."""
    found: dict[PhotoId, Photo] = {}
    with workspace.database.read() as connection:
        for photo_id in photo_ids:
            with suppress(RegisterError):
                found[photo_id] = photos.get(connection, photo_id)
    return found


def posts_in(workspace: Workspace, states: Iterable[PostState]) -> tuple[Post, ...]:
    """The posts in one of these states, the newest first."""
    with workspace.database.read() as connection:
        return posts.everything(connection, list(states))


def post_ids_in(workspace: Workspace, states: Collection[PostState]) -> frozenset[PostId]:
    """Which posts are in one of these states."""
    with workspace.database.read() as connection:
        return frozenset(post_lists.keys(connection, states=states))


def photos_of(workspace: Workspace, event: str) -> tuple[Photo, ...]:
    """The photos of one event, in the order of their numbers."""
    with workspace.database.read() as connection:
        return tuple(reversed(photos.latest(connection, event=event, limit=100_000)))


def photos_to_go_through(workspace: Workspace, event: str) -> tuple[photos.InEvent, ...]:
    """The photos of one event that nobody left out, in the order of their numbers."""
    with workspace.database.read() as connection:
        return photos.in_event(connection, event)


def event_of(workspace: Workspace, photo_id: PhotoId) -> str:
    """What a photo is of; empty when it is gone."""
    with workspace.database.read() as connection, suppress(RegisterError):
        return photos.get(connection, photo_id).event
    return ""


def first_to_review(workspace: Workspace) -> Photo | None:
    """The first photo with faces to name, else one of the newest event; None without photos."""
    with workspace.database.read() as connection:
        to_name = photos.first_in_state(connection, PhotoState.ANALYSED)
        if to_name is not None:
            return to_name
        newest = [photo.id for event in photos.events(connection)[:1] for photo in photos.in_event(connection, event)]
        return photos.get(connection, newest[0]) if newest else None


def all_events(workspace: Workspace) -> tuple[str, ...]:
    """What photos were imported under, the newest first."""
    with workspace.database.read() as connection:
        return photos.events(connection)


def roster(workspace: Workspace, event: str) -> tuple[PersonId, ...]:
    """Who may be in the photos of this event."""
    with workspace.database.read() as connection:
        return photos.roster(connection, event)


def all_posts(workspace: Workspace) -> tuple[Post, ...]:
    """Every post, the newest first."""
    with workspace.database.read() as connection:
        return posts.everything(connection)


def post(workspace: Workspace, post_id: PostId) -> Post | None:
    """One post; None when it is gone."""
    with workspace.database.read() as connection, suppress(RegisterError):
        return posts.get(connection, post_id)
    return None


def releases_of(workspace: Workspace, post_id: PostId) -> tuple[Release, ...]:
    """What was handed out of one post, oldest first."""
    with workspace.database.read() as connection:
        return releases.of_post(connection, post_id)


def posts_with(workspace: Workspace, person_id: PersonId) -> tuple[Post, ...]:
    """The posts with a photo in which this person is named, the newest first."""
    with workspace.database.read() as connection:
        named = sorted(appearances.photos_naming(connection, person_id))
        found = [
            post
            for at in range(0, len(named), _AT_ONCE)
            for post in posts.with_photos(connection, named[at : at + _AT_ONCE])
        ]
    return tuple(sorted({post.id: post for post in found}.values(), key=lambda post: post.created_at, reverse=True))


def thread(workspace: Workspace, actor: Actor, post: Post) -> tuple[tuple[Message, ...], bool]:
    """What was asked, answered and corrected about a post, and whether this person may answer now."""
    with workspace.database.read() as connection:
        said, asked = posts.messages(connection, post.id), questions.open_question(connection, post)
    return said, asked is not None and actor.user_id == (asked.asked or post.author)


def renditions(workspace: Workspace, post_id: PostId) -> tuple[Rendition, ...]:
    """The pictures of a post as they would go out."""
    with workspace.database.read() as connection:
        return posts.current_renditions(connection, post_id)


def rendition_bytes(workspace: Workspace, rendition: Rendition) -> bytes:
    """The very bytes that would go out.

    Raises:
        StorageError: the vault's copy is damaged, or not the one that was recorded.
    """
    with workspace.database.read() as connection:
        key = photos.wrapped_key(connection, rendition.vault_name)
    data = workspace.vault.read(rendition.vault_name, key)
    if digest_of(data) != rendition.sha256:
        raise StorageError(
            tr("A finished picture is not the one that was checked."), remedy=tr("Prepare the pictures again.")
        )
    return data


def all_releases(workspace: Workspace) -> tuple[Release, ...]:
    """What was handed out, is online or was taken down, oldest first."""
    with workspace.database.read() as connection:
        found = [release for state in ReleaseState for release in releases.in_state(connection, state)]
    return tuple(sorted(found, key=lambda release: release.exported_at))


def words_out(workspace: Workspace, release: Release) -> str | None:
    """The words that went out with it, whatever the post says by now; None when they were not noted."""
    with workspace.database.read() as connection:
        return next(iter(releases.words_of(connection, release.id)), None)


def waits_for_review(workspace: Workspace, post: Post) -> bool:
    """Whether an urgent post waits for somebody else to look at it."""
    with workspace.database.read() as connection:
        return posts.urgent_unreviewed(connection, post.id) is not None


def open_tasks(workspace: Workspace, kind: TaskKind) -> tuple[Task, ...]:
    """What is still to be done, the most urgent first."""
    with workspace.database.read() as connection:
        return releases.open_tasks(connection, kind)


def every_open_task(workspace: Workspace) -> tuple[Task, ...]:
    """What is still to be done of every kind, the most urgent first."""
    with workspace.database.read() as connection:
        return releases.open_tasks(connection)


def photos_to_name(workspace: Workspace) -> int:
    """How many photos have faces that nobody has named yet."""
    with workspace.database.read() as connection:
        return work_counts.photos(connection, PhotoState.ANALYSED)


@dataclass(frozen=True, slots=True)
class PostNumbers:
    """Posts by state, approved ones with a platform left, and packs that are handed out and not online yet."""

    posts: PostCounts
    to_hand_out: int
    handed_out: int


def post_numbers(workspace: Workspace, user_id: UserId) -> PostNumbers:
    """How many posts there are of each kind, as this person sees them."""
    with workspace.database.read() as connection:
        return PostNumbers(
            work_counts.posts(connection, user_id),
            work_counts.approved_with_a_place_left(connection),
            work_counts.releases(connection, ReleaseState.EXPORTED),
        )


def originals_left(workspace: Workspace) -> tuple[tuple[Device, int], ...]:
    """Devices that still hold photos which should be gone, and how many."""
    with workspace.database.read() as connection:
        return sources.devices_with_originals(connection)


def photos_set_aside(workspace: Workspace) -> int:
    """How many photos wait for the Headteacher."""
    with workspace.database.read() as connection:
        return devices.number_waiting(connection)


def stops_open(workspace: Workspace) -> int:
    """How many stopped imports nobody has answered yet."""
    with workspace.database.read() as connection:
        return len(devices.all_stops(connection, only_open=True))


def user_names(workspace: Workspace) -> dict[str, str]:
    """The names of everybody who can sign in, by id."""
    with workspace.database.read() as connection:
        return users.names(connection)


def number_of_staff(workspace: Workspace) -> int:
    """How many people can or could sign in."""
    with workspace.database.read() as connection:
        return users.count(connection)


def posters(workspace: Workspace) -> dict[UserId, str]:
    """Those who may publish, by id: whom it makes sense to name for a platform."""
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        found = users.with_roles(connection, [role for role in Role if Action.PUBLISH in PERMITTED[role]], today)
    return {user.id: user.name for user in found if user.may_sign_in(today) and user.actor.may(Action.PUBLISH)}


def all_devices(workspace: Workspace) -> tuple[Device, ...]:
    """Every phone, card and camera the school knows."""
    with workspace.database.read() as connection:
        return sources.all_devices(connection)


def approved_devices(workspace: Workspace) -> tuple[Device, ...]:
    """Devices the Headteacher has approved for photos that are taken today."""
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        found = sources.all_devices(connection)
        return tuple(d for d in found if permissions.device_permission(connection, d.id, today) is not None)


def drop_folders_asked_today(workspace: Workspace) -> tuple[Device, ...]:
    """Drop folders somebody vouches for, whose owner said today that nothing is left where the photos were taken."""
    today = workspace.clock.today()
    with workspace.database.read() as connection:
        return tuple(
            device
            for device in sources.all_devices(connection)
            if device.kind is DeviceKind.DROP
            and device.is_confirmed
            and any(
                receipt.kind == CHECKLIST and school_day(receipt.at) == today
                for receipt in devices.receipts_about(connection, device.id)
            )
        )
