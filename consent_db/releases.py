"""Releases (post × platform), the tasks that follow them, and receipts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, or_, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.consent import PlatformId
from app.domain.people import PersonId, UserId
from app.domain.photo import VaultName
from app.domain.post import ApprovalId, PostId, Release, ReleaseId, ReleaseState, RenditionId, TaskId, TaskKind
from consent_db.rows import new_id, now, one
from consent_db.schema_photos import receipt
from consent_db.schema_posts import release as table
from consent_db.schema_posts import release_words as said
from consent_db.schema_posts import task as tasks


@dataclass(frozen=True, slots=True)
class Task:
    """Something a person must do because of what happened; done only with proof."""

    id: TaskId
    kind: TaskKind
    words: str
    release_id: ReleaseId | None
    person_id: PersonId | None
    raised_at: datetime
    due_at: datetime | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that a step was done, with the head of the records at that moment."""

    kind: str
    subject: str
    words: str
    at: datetime
    actor: str
    audit_head: str


def add(
    connection: Connection,
    *,
    release_id: ReleaseId,
    post_id: PostId,
    platform_id: PlatformId,
    approval_id: ApprovalId,
    by: UserId,
    folder: str,
    pc: str = "",
    words: Sequence[str] = (),
    pictures: Sequence[RenditionId] = (),
) -> None:
    """Store that a post was exported for a platform.

    Args:
        connection: of a write transaction.
        release_id: a new one.
        post_id: what.
        platform_id: where to.
        approval_id: by which approval.
        by: who did it.
        folder: where its pack stands.
        pc: the PC on which it does.
        words: what goes out in words, caption first; kept when the post is edited later.
        pictures: what goes out in pictures, in order.
    """
    connection.execute(
        insert(table).values(
            id=release_id,
            post_id=post_id,
            platform_id=platform_id,
            state=ReleaseState.EXPORTED.value,
            approval_id=approval_id,
            exported_at=now(),
            exported_by=by,
            folder=folder,
            pc=pc,
            pictures=list(pictures),
        )
    )
    for position, text in enumerate(words):
        connection.execute(insert(said).values(id=new_id(), release_id=release_id, position=position, words=text))


def words_of(connection: Connection, release_id: ReleaseId) -> tuple[str, ...]:
    """What went out in words: the caption, then the descriptions."""
    query = select(said.c.words).where(said.c.release_id == release_id).order_by(said.c.position)
    return tuple(connection.execute(query).scalars())


def packs_on(connection: Connection, pc: str) -> tuple[tuple[Release, str], ...]:
    """Releases whose pack still stands on this PC, with its folder; those of unknown PCs count."""
    query = (
        select(table).where(table.c.pack_erased_at.is_(None), table.c.pc.in_([pc, ""])).order_by(table.c.exported_at)
    )
    return tuple((_release(row), row["folder"]) for row in connection.execute(query).mappings())


def packs_out(connection: Connection) -> tuple[tuple[Release, str], ...]:
    """Releases that are handed out and not online yet, on whichever PC, each with that PC; the oldest first."""
    query = (
        select(table)
        .where(table.c.pack_erased_at.is_(None), table.c.state == ReleaseState.EXPORTED.value)
        .order_by(table.c.exported_at)
    )
    return tuple((_release(row), row["pc"]) for row in connection.execute(query).mappings())


def note_pack_erased(connection: Connection, release_id: ReleaseId) -> None:
    """Its pack is gone from the PC."""
    connection.execute(update(table).where(table.c.id == release_id).values(pack_erased_at=now()))


def note_looked(connection: Connection, release_id: ReleaseId, *, by: UserId) -> None:
    """Note that somebody looked at it where it is; the records keep every time before."""
    connection.execute(update(table).where(table.c.id == release_id).values(looked_at=now(), looked_by=by))


def note_compared(connection: Connection, release_id: ReleaseId, comparison: str) -> None:
    """What was seen when the live pictures were compared with the approved ones."""
    values = {"compared_at": now(), "comparison": comparison}
    connection.execute(update(table).where(table.c.id == release_id).values(**values))


def new_release_id() -> ReleaseId:
    """An id for a new release."""
    return ReleaseId(new_id())


def get(connection: Connection, release_id: ReleaseId) -> Release:
    """One release.

    Raises:
        RegisterError: there is none with this id.
    """
    return _release(one(connection, select(table).where(table.c.id == release_id), "This publication"))


def folder_of(connection: Connection, release_id: ReleaseId) -> str:
    """Where its pack was written."""
    return str(one(connection, select(table.c.folder).where(table.c.id == release_id), "This publication")["folder"])


def of_post(connection: Connection, post_id: PostId) -> tuple[Release, ...]:
    """Releases of one post, oldest first."""
    query = select(table).where(table.c.post_id == post_id).order_by(table.c.exported_at)
    return tuple(_release(row) for row in connection.execute(query).mappings())


def of_posts(connection: Connection, post_ids: Collection[PostId]) -> tuple[Release, ...]:
    """Releases of these posts, oldest first."""
    query = select(table).where(table.c.post_id.in_(list(post_ids))).order_by(table.c.exported_at)
    return tuple(_release(row) for row in connection.execute(query).mappings())


def by_ids(connection: Connection, release_ids: Collection[ReleaseId]) -> tuple[Release, ...]:
    """These releases, in no particular order; unknown ids are left out."""
    query = select(table).where(table.c.id.in_(list(release_ids)))
    return tuple(_release(row) for row in connection.execute(query).mappings())


def in_state(connection: Connection, state: ReleaseState) -> tuple[Release, ...]:
    """Releases in one state, the newest first."""
    query = select(table).where(table.c.state == state.value).order_by(table.c.exported_at.desc())
    return tuple(_release(row) for row in connection.execute(query).mappings())


def set_state(
    connection: Connection,
    release_id: ReleaseId,
    state: ReleaseState,
    *,
    live_url: str | None = None,
    proof: str | None = None,
) -> None:
    """Move a release on."""
    values = {"state": state.value} | ({} if live_url is None else {"live_url": live_url})
    values |= {} if proof is None else {"proof": proof}
    connection.execute(update(table).where(table.c.id == release_id).values(**values))


def raise_task(
    connection: Connection,
    kind: TaskKind,
    words: str,
    *,
    release_id: ReleaseId | None = None,
    person_id: PersonId | None = None,
    due_at: datetime | None = None,
) -> TaskId:
    """Give people something to do; the same task open twice is one task."""
    same = select(tasks.c.id).where(
        tasks.c.kind == kind.value,
        tasks.c.release_id.is_(None) if release_id is None else tasks.c.release_id == release_id,
        tasks.c.person_id.is_(None) if person_id is None else tasks.c.person_id == person_id,
        tasks.c.done_at.is_(None),
    )
    found = connection.execute(same).scalar()
    if found is not None:
        return TaskId(found)
    return raise_another(connection, kind, words, release_id=release_id, person_id=person_id, due_at=due_at)


def raise_another(
    connection: Connection,
    kind: TaskKind,
    words: str,
    *,
    release_id: ReleaseId | None = None,
    person_id: PersonId | None = None,
    due_at: datetime | None = None,
) -> TaskId:
    """The same, beside others like it."""
    task_id = TaskId(new_id())
    connection.execute(
        insert(tasks).values(
            id=task_id, kind=kind.value, words=words, release_id=release_id, person_id=person_id,
            raised_at=now(), due_at=due_at,
        )
    )  # fmt: skip
    return task_id


def note_gone(connection: Connection, release_id: ReleaseId, gone_file: VaultName) -> None:
    """Keep the picture that shows a publication gone."""
    connection.execute(update(table).where(table.c.id == release_id).values(gone_file=gone_file))


def open_tasks(connection: Connection, kind: TaskKind | None = None) -> tuple[Task, ...]:
    """What is still to be done, the most urgent first."""
    query = select(tasks).where(tasks.c.done_at.is_(None)).order_by(tasks.c.due_at.is_(None), tasks.c.due_at)
    if kind is not None:
        query = query.where(tasks.c.kind == kind.value)
    return tuple(_task(row) for row in connection.execute(query).mappings())


def make_due(connection: Connection, task_id: TaskId, due_at: datetime) -> None:
    """Let a task be due then, unless it is due sooner already."""
    later = or_(tasks.c.due_at.is_(None), tasks.c.due_at > due_at)
    connection.execute(update(tasks).where(tasks.c.id == task_id, later).values(due_at=due_at))


def finish_task(connection: Connection, task_id: TaskId, *, by: str, proof: str) -> None:
    """Note that a task was done, and how that can be seen."""
    connection.execute(update(tasks).where(tasks.c.id == task_id).values(done_at=now(), done_by=by, proof=proof))


def receipts(connection: Connection, *, kind: str | None = None, limit: int = 500) -> tuple[Receipt, ...]:
    """Receipts, the newest first."""
    query = select(receipt).order_by(receipt.c.at.desc()).limit(limit)
    if kind is not None:
        query = query.where(receipt.c.kind == kind)
    return tuple(_receipt(row) for row in connection.execute(query).mappings())


def receipt_ids(connection: Connection) -> tuple[str, ...]:
    """Every receipt, the newest first; `receipts_by_ids` says what they are."""
    query = select(receipt.c.id).order_by(receipt.c.at.desc(), receipt.c.id)
    return tuple(connection.execute(query).scalars())


def receipts_by_ids(connection: Connection, ids: Collection[str]) -> dict[str, Receipt]:
    """These receipts; a few hundred at a time."""
    query = select(receipt).where(receipt.c.id.in_(list(ids)))
    return {row["id"]: _receipt(row) for row in connection.execute(query).mappings()}


def _receipt(row: RowMapping) -> Receipt:
    return Receipt(row["kind"], row["subject"], row["words"], row["at"], row["actor"], row["audit_head"])


def _release(row: RowMapping) -> Release:
    return Release(
        id=ReleaseId(row["id"]),
        post_id=PostId(row["post_id"]),
        platform_id=PlatformId(row["platform_id"]),
        state=ReleaseState(row["state"]),
        approval_id=ApprovalId(row["approval_id"]),
        exported_at=row["exported_at"],
        exported_by=UserId(row["exported_by"]),
        live_url=row["live_url"],
        proof=row["proof"],
        pack_erased_at=row["pack_erased_at"],
        compared_at=row["compared_at"],
        comparison=row["comparison"],
        gone_file=row["gone_file"],
        pictures=tuple(RenditionId(i) for i in row["pictures"] or ()),
        looked_at=row["looked_at"],
        looked_by=None if row["looked_by"] is None else UserId(row["looked_by"]),
    )


def _task(row: RowMapping) -> Task:
    return Task(
        id=TaskId(row["id"]),
        kind=TaskKind(row["kind"]),
        words=row["words"],
        release_id=None if row["release_id"] is None else ReleaseId(row["release_id"]),
        person_id=None if row["person_id"] is None else PersonId(row["person_id"]),
        raised_at=row["raised_at"],
        due_at=row["due_at"],
        done_at=row["done_at"],
    )
