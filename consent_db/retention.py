"""What retention needs to know of records: since when they are there, what uses them, and who is frozen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, func, null, select

from app.domain.detection import Presence
from app.domain.people import PersonId, PersonKind, UserId
from app.domain.photo import PhotoId
from app.domain.post import PostId, PostState, ReleaseState, RenditionId
from consent_db import cases, people, sources
from consent_db.schema import app_user, person
from consent_db.schema_cases import case_record
from consent_db.schema_consent import face_template
from consent_db.schema_imports import import_question
from consent_db.schema_photos import device, photo, presence_answer, receipt, region, source_file, verdict_event
from consent_db.schema_posts import approval, post, post_picture, release, rendition, task
from consent_db.schema_records import audit_event, tombstone


@dataclass(frozen=True, slots=True)
class PostUse:
    """How far a post has come; `is_out` while anything of it was handed out and not taken down."""

    id: PostId
    title: str
    state: PostState
    created_at: datetime
    is_out: bool
    has_open_task: bool
    has_open_case: bool
    approved_until: datetime | None
    last_out_at: datetime | None
    """The last time it was handed out or a task about it was done, which is when it was taken down."""


@dataclass(frozen=True, slots=True)
class PhotoUse:
    """A photo and every post it is, or was, in."""

    id: PhotoId
    number: int
    event: str
    imported_at: datetime
    posts: tuple[PostUse, ...]
    waits_for_removal: bool


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture made for one post and platform."""

    id: RenditionId
    photo_id: PhotoId
    number: int
    made_at: datetime
    is_current: bool
    post: PostUse


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody whose last day is over, or not known; `name` is for those who may see it."""

    id: str
    name: str
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A record that is counted from one instant, and whom it is about where it is about somebody."""

    id: str
    at: datetime
    person_id: PersonId | None = None


def posts_in_use(connection: Connection) -> dict[PostId, PostUse]:
    """Every post with how far it has come."""
    outs: dict[str, list[tuple[str, datetime]]] = defaultdict(list)
    post_of: dict[str, str] = {}
    for out in connection.execute(select(release.c.id, release.c.post_id, release.c.state, release.c.exported_at)):
        outs[out.post_id].append((out.state, out.exported_at))
        post_of[out.id] = out.post_id
    open_tasks: set[str] = set()
    _people, in_question = cases.needed_for(connection)
    in_question_posts = {post_of[release_id] for release_id in in_question}
    done: dict[str, list[datetime]] = defaultdict(list)
    for about in connection.execute(select(task.c.release_id, task.c.done_at).where(task.c.release_id.is_not(None))):
        if about.done_at is None:
            open_tasks.add(post_of[about.release_id])
        else:
            done[post_of[about.release_id]].append(about.done_at)
    valid = (
        select(approval.c.post_id, func.max(approval.c.expires_at).label("until"))
        .where(approval.c.voided_because == "")
        .group_by(approval.c.post_id)
    )
    approved = {given.post_id: given.until for given in connection.execute(valid)}
    found = {}
    for row in connection.execute(select(post.c.id, post.c.title, post.c.state, post.c.created_at)):
        instants = [*(at for _, at in outs[row.id]), *done[row.id]]
        found[PostId(row.id)] = PostUse(
            id=PostId(row.id),
            title=row.title,
            state=PostState(row.state),
            created_at=row.created_at,
            is_out=any(state != ReleaseState.TAKEN_DOWN.value for state, _ in outs[row.id]),
            has_open_task=row.id in open_tasks,
            has_open_case=row.id in in_question_posts,
            approved_until=approved.get(row.id),
            last_out_at=max(instants, default=None),
        )
    return found


def photos_in_use(connection: Connection, ids: Collection[PhotoId] | None = None) -> tuple[PhotoUse, ...]:
    """Photos with the posts they are or were in, by number; all of them when none are named.

    What goes with a photo (its moving half, its raw file) goes when the photo goes, and is not listed by itself.
    """
    known = posts_in_use(connection)
    uses: dict[str, set[PostId]] = defaultdict(set)
    for table in (post_picture, rendition):
        query: Select[tuple[str, str]] = select(table.c.photo_id, table.c.post_id)
        for row in connection.execute(_named(query, table.c.photo_id, ids)):
            uses[row.photo_id].add(PostId(row.post_id))
    leading = func.coalesce(photo.c.goes_with, photo.c.id)
    waiting = (
        select(leading)
        .join(source_file, source_file.c.photo_id == photo.c.id)
        .join(device, device.c.id == source_file.c.device_id)
        .where(sources.should_be_gone())
    )
    on_device = set(connection.execute(_named(waiting, leading, ids)).scalars())
    others = photo.alias()
    alone = photo.c.goes_with.is_(None) | photo.c.goes_with.not_in(select(others.c.id))
    query_photos = (
        select(photo.c.id, photo.c.number, photo.c.event, photo.c.imported_at).where(alone).order_by(photo.c.number)
    )
    return tuple(
        PhotoUse(
            id=PhotoId(row.id),
            number=row.number,
            event=row.event,
            imported_at=row.imported_at,
            posts=tuple(known[post_id] for post_id in sorted(uses[row.id])),
            waits_for_removal=row.id in on_device,
        )
        for row in connection.execute(_named(query_photos, photo.c.id, ids))
    )


def pictures_in_use(connection: Connection, ids: Collection[RenditionId] | None = None) -> tuple[PictureUse, ...]:
    """Pictures made for posts, oldest first; all of them when none are named."""
    known = posts_in_use(connection)
    query = (
        select(rendition.c.id, rendition.c.photo_id, rendition.c.post_id, rendition.c.made_at, rendition.c.is_current,
               photo.c.number)
        .join(photo, photo.c.id == rendition.c.photo_id)
        .order_by(rendition.c.made_at, rendition.c.id)
    )  # fmt: skip
    return tuple(
        PictureUse(RenditionId(r.id), PhotoId(r.photo_id), r.number, r.made_at, r.is_current, known[PostId(r.post_id)])
        for r in connection.execute(_named(query, rendition.c.id, ids))
    )


def photos_of(connection: Connection, people: Collection[PersonId]) -> dict[PhotoId, frozenset[PersonId]]:
    """Photos in which any of these was ever named, read on paper, or pointed at; undone answers count too."""
    found: dict[PhotoId, set[PersonId]] = defaultdict(set)
    wanted = set(people)
    if not wanted:
        return {}
    pointed_at = presence_answer.c.presence == Presence.IN_PICTURE.value
    for query in (
        select(verdict_event.c.photo_id, verdict_event.c.person_id).where(verdict_event.c.person_id.in_(wanted)),
        select(presence_answer.c.photo_id, presence_answer.c.person_id).where(
            pointed_at, presence_answer.c.person_id.in_(wanted)
        ),
    ):
        for row in connection.execute(query):
            found[PhotoId(row.photo_id)].add(PersonId(row.person_id))
    for row in connection.execute(select(region.c.photo_id, region.c.roster).where(region.c.text_kind.is_not(None))):
        for person_id in wanted.intersection(row.roster):
            found[PhotoId(row.photo_id)].add(person_id)
    return {photo_id: frozenset(who) for photo_id, who in found.items()}


def leavers(connection: Connection, today: date, ids: Collection[str] | None = None) -> tuple[Left, ...]:
    """People whose last day on roll is over, and former pupils nobody knows the last day of."""
    query = (
        select(person)
        .where(
            person.c.erased_at.is_(None),
            person.c.id.not_in(people.joined(connection)),
            (person.c.on_roll_until < today)
            | ((person.c.kind == PersonKind.LEAVER.value) & person.c.on_roll_until.is_(None)),
        )
        .order_by(person.c.on_roll_until, person.c.id)
    )
    return tuple(
        Left(row.id, _name(row.preferred_forename or row.legal_forename, row.preferred_surname or row.legal_surname),
             row.on_roll_until)
        for row in connection.execute(_named(query, person.c.id, ids))
    )  # fmt: skip


def former_users(connection: Connection, today: date, ids: Collection[str] | None = None) -> tuple[Left, ...]:
    """Those who may not sign in any more and are not erased yet."""
    gone = select(tombstone.c.subject_id)
    query = select(app_user.c.id, app_user.c.name, app_user.c.until).where(
        (~app_user.c.is_active) | (app_user.c.until < today), app_user.c.id.not_in(gone)
    )
    rows = connection.execute(_named(query.order_by(app_user.c.until, app_user.c.id), app_user.c.id, ids))
    return tuple(Left(UserId(row.id), row.name, row.until) for row in rows)


def settled_questions(connection: Connection, ids: Collection[str] | None = None) -> tuple[Dated, ...]:
    """Questions from lists that a person settled, oldest first."""
    query = (
        select(import_question.c.id, import_question.c.settled_at, import_question.c.person_id)
        .where(import_question.c.settled_at.is_not(None))
        .order_by(import_question.c.settled_at)
    )
    return _dated(connection.execute(_named(query, import_question.c.id, ids)))


def closed_cases(connection: Connection, ids: Collection[str] | None = None) -> tuple[Dated, ...]:
    """Closed complaints, requests, concerns and incidents, oldest first."""
    query = (
        select(case_record.c.id, case_record.c.closed_at, case_record.c.person_id)
        .where(case_record.c.closed_at.is_not(None))
        .order_by(case_record.c.closed_at)
    )
    return _dated(connection.execute(_named(query, case_record.c.id, ids)))


def receipts(connection: Connection, ids: Collection[str] | None = None) -> tuple[Dated, ...]:
    """Receipts, oldest first."""
    query = select(receipt.c.id, receipt.c.at, null()).order_by(receipt.c.at)
    return _dated(connection.execute(_named(query, receipt.c.id, ids)))


def templates(
    connection: Connection, ids: Collection[str] | None = None
) -> tuple[tuple[str, PersonId, date | None], ...]:
    """Stored face features: their id, whose they are, and the last day they may be used."""
    query = select(face_template.c.id, face_template.c.person_id, face_template.c.until).order_by(face_template.c.id)
    rows = connection.execute(_named(query, face_template.c.id, ids))
    return tuple((row.id, PersonId(row.person_id), row.until) for row in rows)


def records_before(connection: Connection, instant: datetime) -> int:
    """How many records of the chain are older."""
    query = select(func.count()).select_from(audit_event).where(audit_event.c.at < instant)
    return connection.execute(query).scalar_one()


def _named(
    query: Select[*tuple[object, ...]], column: ColumnElement[str], ids: Iterable[str] | None
) -> Select[*tuple[object, ...]]:
    return query if ids is None else query.where(column.in_(list(ids)))


def _dated(rows: Iterable[tuple[str, datetime, str | None]]) -> tuple[Dated, ...]:
    return tuple(Dated(i, at, None if about is None else PersonId(about)) for i, at, about in rows)


def _name(forename: str, surname: str) -> str:
    return f"{forename} {surname}".strip()
