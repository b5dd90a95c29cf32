"""Erase one thing for good: a photo, a picture, somebody's entry, a sign-in, a question, a receipt, face features.

Each is one transaction: look again whether it may go, set the tombstone, take the rows and wrapped keys out, record it.
From the commit on nobody can open its files; they are deleted right after. A program that ends in between leaves
ciphertext without a key, which upkeep sweeps.

On a server the old versions of erased rows stay in its files until its next vacuum: PostgreSQL does that by itself,
and IT can run ``VACUUM`` as the owner of the database. The embedded file overwrites them at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.days import day_in_words
from app.domain.errors import NotAllowedError, RegisterError, StorageError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor, PersonId, UserId
from app.domain.photo import PhotoId
from app.domain.post import Post, PostId, RenditionId
from app.domain.retention import Item, RecordClass, Subject
from app.workflow import look_alikes
from app.workflow.consequences import stop_showing
from app.workflow.fallout import PREPARED, fall
from app.workflow.licences import let_licence_fall
from app.workflow.retention_plan import Found, Plan
from app.workflow.scrubbing import Cleaner, cleaner_of, cleaner_of_name
from app.workflow.workspace import Workspace
from consent_db import audit, erasing, people, permissions, photos, posts, releases, settings, tombstones, users
from consent_db.erasing import LostObject
from consent_db.schema_consent import face_template
from consent_db.schema_imports import import_question
from consent_db.schema_photos import receipt
from consent_db.sources import HIGHEST_NUMBER

log = logging.getLogger(__name__)

_NAMED = "The words named somebody whose entry was erased; read them again."


@dataclass
class _Erasure:
    """One erasure under way: what it may touch, and what is to be deleted after its commit."""

    workspace: Workspace
    connection: Connection
    actor: Actor
    item: Item
    lost: list[LostObject] = field(default_factory=list)
    details: dict[str, str | int | bool | None] = field(default_factory=dict)


def erase_item(workspace: Workspace, actor: Actor, item: Item, reason: str) -> None:
    """Erase one thing and leave its tombstone, with `reason`, which names nobody.

    Raises:
        NotAllowedError: this person may not erase.
        RegisterError: it changed since it was looked up, or something keeps it; nothing is erased.
        StorageError: the register cannot be written; nothing is erased.
    """
    actor.require(Action.ERASE)
    with _erasing(workspace, actor, item, reason) as erasure:
        _ACTS[item.subject](erasure)


@contextmanager
def _erasing(workspace: Workspace, actor: Actor, item: Item, reason: str) -> Iterator[_Erasure]:
    with workspace.database.transaction() as connection:
        erasure = _Erasure(workspace, connection, actor, item)
        _require_still_due(erasure)
        tombstones.add(connection, item.id, record_class=item.subject.value, reason=reason, by=actor.user_id)
        yield erasure
        details = {"class": item.record_class.value, "number": item.number} | erasure.details
        audit.append(connection, actor.user_id, f"{item.subject.value}-erased", subjects=[item.id], details=details)
        workspace.fault(KillPoint.BEFORE_COMMIT)
    workspace.fault(KillPoint.AFTER_COMMIT)
    for lost in erasure.lost:
        try:
            workspace.vault.erase(lost.name, lost.wrapped_key)
        except StorageError as problem:  # nobody can open it any more; upkeep sweeps it
            log.warning("the file of an erased object stays for now", exc_info=problem)


def _require_still_due(erasure: _Erasure) -> None:
    item, found = erasure.item, _look_again(erasure)
    if found is None or found.item.key != item.key:
        raise RegisterError(
            f"{item.label} changed meanwhile and was not erased.", remedy="Look at the preview again.", code="conflict"
        )
    if found.why:
        raise RegisterError(f"{item.label} is kept: {found.kept.words}.", code="kept")


def _look_again(erasure: _Erasure) -> Found | None:
    item, clock = erasure.item, erasure.workspace.clock
    names = erasure.actor.may(Action.SEE_REGISTER)
    plan = Plan(erasure.connection, clock.today(), now=clock.now(), names=names)
    if item.record_class is not RecordClass.REQUESTED:
        return next(iter(plan.due(item.subject, [item.id])), None)
    if item.subject is Subject.PHOTO:
        return next(plan.requested_photos([PhotoId(item.id)]), None)
    if item.subject is Subject.PERSON:
        return plan.requested_person(PersonId(item.id))
    return plan.requested_user(UserId(item.id), item.label)


def _photo(erasure: _Erasure) -> None:
    connection, photo_id = erasure.connection, PhotoId(erasure.item.id)
    photo = photos.get(connection, photo_id)
    day = day_in_words(erasure.workspace.clock.today())
    words = f"Photo {photo.number} was erased on {day} and is no longer in this post."
    for post in posts.with_photo(connection, photo_id):
        _send_back(connection, post, words)
    together = [photo.number, *(companion.number for companion in photos.companions(connection, photo_id))]
    highest = max(int(settings.get(connection, HIGHEST_NUMBER, 0)), *together)
    settings.put(connection, HIGHEST_NUMBER, highest, by=erasure.actor.user_id)
    reason = tombstones.get(connection, erasure.item.id).reason
    for companion in photos.companions(connection, photo_id):
        kind = erasure.item.subject.value
        tombstones.add(connection, companion.id, record_class=kind, reason=reason, by=erasure.actor.user_id)
        erasure.lost += erasing.photo_rows(connection, companion.id)
    erasure.lost += erasing.photo_rows(connection, photo_id)
    erasure.details["sha256"] = photo.sha256


def _picture(erasure: _Erasure) -> None:
    erasure.lost += erasing.picture_row(erasure.connection, RenditionId(erasure.item.id))


def _person(erasure: _Erasure) -> None:
    connection, person_id = erasure.connection, PersonId(erasure.item.id)
    if erasing.speaks_for_others(connection, person_id):
        raise RegisterError(
            f"{erasure.item.label} gave answers for a child; they are kept as long as the child’s own entry.",
            remedy="Erase the child’s entry first, when its time has come.",
            code="kept",
        )
    stop_showing(erasure.workspace, connection, person_id)
    entries = people.entries_of(connection, [person_id])
    for permission in permissions.by_ids(connection, permissions.works_of(connection, entries)).values():
        let_licence_fall(erasure.workspace, connection, permission, is_over=True)
    others = erasing.names_of_others(connection, entries)
    for entry in sorted(entries):
        _entry(erasure, entry, others, entries)


def _entry(
    erasure: _Erasure, person_id: PersonId, names_of_others: Sequence[str], entries: Collection[PersonId]
) -> None:
    """One entry of a person: theirs, or one that was joined to it and whose history counts for them."""
    connection, item = erasure.connection, erasure.item
    reason = tombstones.get(connection, item.id).reason
    tombstones.add(connection, person_id, record_class=item.subject.value, reason=reason, by=erasure.actor.user_id)
    person = people.get(connection, person_id)
    former = erasing.former_numbers(connection, person_id)
    cleaner = cleaner_of(person, former, names_of_others)
    words = _clean_words(connection, cleaner) + _clean_events(erasure, cleaner, entries)
    erasure.details["words"] = int(erasure.details.get("words") or 0) + words
    erasing.blank_texts(connection, person_id)
    look_alikes.forget(connection, person_id, by=erasure.actor.user_id)
    for task in releases.open_tasks(connection):
        if task.person_id == person_id:
            releases.finish_task(connection, task.id, by=erasure.actor.user_id, proof="The entry was erased.")
    erasure.lost += erasing.person_rows(connection, person_id)


def _clean_events(erasure: _Erasure, cleaner: Cleaner, entries: Collection[PersonId]) -> int:
    """Take the name out of what was typed beside others' answers, such as a sister's: each leaves a tombstone first."""
    connection, reason = erasure.connection, "Its words named somebody whose entry was erased."
    found = erasing.events_with(connection, cleaner.clean, apart_from=entries)
    for table, event_id, words in found:
        tombstones.add(connection, event_id, record_class="words", reason=reason, by=erasure.actor.user_id)
        erasing.reword(connection, table, event_id, words)
    return len(found)


def _user(erasure: _Erasure) -> None:
    connection, user_id = erasure.connection, UserId(erasure.item.id)
    today = erasure.workspace.clock.today()
    if user_id == erasure.actor.user_id:
        raise NotAllowedError("You cannot erase your own sign-in.", remedy="Ask somebody else who may.")
    others = [u for u in users.everybody(connection) if u.id != user_id and u.is_active]
    if not any(u.actor.may(Action.MANAGE_USERS) and (u.until is None or u.until >= today) for u in others):
        raise NotAllowedError("Nobody else manages users.", remedy="Give somebody that role first.")
    user = users.get(connection, user_id)
    _clean_words(connection, cleaner_of_name(user.name))
    erasing.user_rows(connection, user_id)


def _question(erasure: _Erasure) -> None:
    erasing.one_row(erasure.connection, import_question, erasure.item.id)


def _receipt(erasure: _Erasure) -> None:
    erasing.one_row(erasure.connection, receipt, erasure.item.id)


def _template(erasure: _Erasure) -> None:
    erasing.one_row(erasure.connection, face_template, erasure.item.id)


def _case(erasure: _Erasure) -> None:
    erasure.lost += erasing.case_rows(erasure.connection, erasure.item.id)


_ACTS: dict[Subject, Callable[[_Erasure], None]] = {
    Subject.PHOTO: _photo,
    Subject.PICTURE: _picture,
    Subject.PERSON: _person,
    Subject.USER: _user,
    Subject.QUESTION: _question,
    Subject.CASE: _case,
    Subject.RECEIPT: _receipt,
    Subject.TEMPLATE: _template,
}


def _clean_words(connection: Connection, cleaner: Cleaner) -> int:
    """Take the name out of every free text, and ask the authors of posts that are not out yet to read them again."""
    doubtful = {post.id for post in posts.everything(connection) if _is_doubtful(post, cleaner)}
    changed = erasing.scrub(connection, cleaner.clean, cleaner.look_for)
    for post_id in sorted(doubtful | {PostId(i) for table in _POST_TABLES for i in changed.get(table, ())}):
        if not releases.of_post(connection, post_id):
            _send_back(connection, posts.get(connection, post_id), _NAMED)
    return sum(len(rows) for rows in changed.values())


_POST_TABLES = ("post", "post_picture", "post_platform")


def _is_doubtful(post: Post, cleaner: Cleaner) -> bool:
    words = [post.title, *(p.caption for p in post.platforms), *(p.alt_text for p in post.pictures)]
    return any(cleaner.is_doubtful_in(text) for text in words)


def _send_back(connection: Connection, post: Post, because: str) -> None:
    """Say it on the post; one that was on its way becomes a draft again."""
    if post.state in PREPARED:
        fall(connection, post, because=because)
    else:
        posts.set_state(connection, post, post.state, note=because)
