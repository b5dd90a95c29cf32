"""Posts: their words, pictures and platforms, the renditions made for them, and approvals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update
from sqlalchemy.engine.row import RowMapping

from app.domain.consent import PlatformId
from app.domain.errors import RegisterError
from app.domain.geometry import Box
from app.domain.people import UserId
from app.domain.permissions import PermissionId
from app.domain.photo import Digest, PhotoId, VaultName
from app.domain.post import (
    Approval,
    ApprovalId,
    FindingReason,
    Message,
    MessageKind,
    PictureCrop,
    Post,
    PostAbout,
    PostCategory,
    PostId,
    PostPicture,
    PostPlatform,
    PostState,
    Rendition,
    RenditionId,
    RightsSource,
    Suitability,
)
from consent_db.rows import new_id, now, one
from consent_db.schema import app_user
from consent_db.schema_posts import approval as approvals
from consent_db.schema_posts import finding_reason, post_message, post_picture, post_platform
from consent_db.schema_posts import post as table
from consent_db.schema_posts import rendition as renditions


def add(connection: Connection, *, title: str, author: UserId) -> PostId:
    """Store a new draft without pictures or platforms."""
    post_id = PostId(new_id())
    connection.execute(
        insert(table).values(id=post_id, title=title, state=PostState.DRAFT.value, author=author, created_at=now())
    )
    return post_id


def get(connection: Connection, post_id: PostId) -> Post:
    """One post with its words and pictures.

    Raises:
        RegisterError: there is none with this id.
    """
    found = _found(connection, table.c.id == post_id)
    if not found:
        one(connection, select(table.c.id).where(table.c.id == post_id), "This post")
    return found[0]


def by_ids(connection: Connection, post_ids: Collection[PostId]) -> dict[PostId, Post]:
    """Those of these posts that are there, by id."""
    return {post.id: post for post in _found(connection, table.c.id.in_(list(post_ids)))}


def everything(connection: Connection, states: Collection[PostState] | None = None) -> tuple[Post, ...]:
    """Posts, the newest first; only those in one of these states when given."""
    wanted = () if states is None else (table.c.state.in_([state.value for state in states]),)
    return _found(connection, *wanted)


def with_photo(connection: Connection, photo_id: PhotoId) -> tuple[Post, ...]:
    """Posts that use this photo."""
    return _found(connection, table.c.id.in_(select(post_picture.c.post_id).where(post_picture.c.photo_id == photo_id)))


def with_photos(connection: Connection, photo_ids: Collection[PhotoId]) -> tuple[Post, ...]:
    """Posts that use one of these photos, the newest first; a few hundred photos at a time."""
    use = select(post_picture.c.post_id).where(post_picture.c.photo_id.in_(list(photo_ids)))
    return _found(connection, table.c.id.in_(use))


def with_licence(connection: Connection, permission_id: PermissionId) -> tuple[Post, ...]:
    """Posts with a picture that rests on this written permission."""
    query = select(post_picture.c.post_id).where(post_picture.c.licence == permission_id).distinct()
    return tuple(get(connection, PostId(i)) for i in connection.execute(query).scalars())


def change(
    connection: Connection,
    post: Post,
    *,
    title: str,
    pictures: Sequence[PostPicture],
    platforms: Sequence[PostPlatform],
    about: PostAbout | None = None,
) -> Post:
    """Store new words and pictures; `post.version` is the version that was read. The state stays as it is.

    Raises:
        RegisterError: somebody else changed the post meanwhile; nothing is written.
    """
    told = about or post.about
    _next_version(
        connection,
        post,
        title=title,
        category=None if told.category is None else told.category.value,
        event=told.event,
        enquiry=told.enquiry,
        is_urgent=told.is_urgent,
    )
    connection.execute(delete(post_picture).where(post_picture.c.post_id == post.id))
    connection.execute(delete(post_platform).where(post_platform.c.post_id == post.id))
    for position, picture in enumerate(pictures):
        connection.execute(
            insert(post_picture).values(
                post_id=post.id,
                position=position,
                photo_id=picture.photo_id,
                alt_text=picture.alt_text,
                rights=None if picture.rights is None else picture.rights.value,
                attribution=picture.attribution,
                suitability=None if picture.suitability is None else picture.suitability.value,
                crops={crop.platform_id: crop.box.to_list() for crop in picture.crops} or None,
                licence=picture.licence,
            )
        )
    for position, place in enumerate(platforms):
        connection.execute(
            insert(post_platform).values(
                post_id=post.id, position=position, platform_id=place.platform_id, caption=place.caption
            )
        )
    return replace(
        post,
        title=title,
        pictures=tuple(pictures),
        platforms=tuple(platforms),
        version=post.version + 1,
        about=told,
    )


def set_state(connection: Connection, post: Post, state: PostState, *, note: str = "") -> Post:
    """Move the post on; `post.version` is the version that was read.

    Raises:
        RegisterError: somebody else changed the post meanwhile; nothing is written.
    """
    _next_version(connection, post, state=state.value, note=note)
    return replace(post, state=state, note=note, version=post.version + 1)


def _next_version(connection: Connection, post: Post, **values: object) -> None:
    changed = connection.execute(
        update(table)
        .where(table.c.id == post.id, table.c.version == post.version)
        .values(version=post.version + 1, **values)
    )
    if changed.rowcount != 1:
        raise RegisterError(
            f"The post “{post.title}” was changed meanwhile.", remedy="Open it again and look.", code="conflict"
        )


def add_rendition(connection: Connection, rendition: Rendition, *, decision: str) -> None:
    """Store a rendition as the current one of its post, photo and platform; earlier ones stay for the records.

    Args:
        connection: of a write transaction.
        rendition: its vault object is stored already.
        decision: canonical JSON of the decision it was made by.
    """
    drop_renditions(connection, rendition.post_id, rendition.photo_id, rendition.platform_id)
    connection.execute(
        insert(renditions).values(
            id=rendition.id,
            post_id=rendition.post_id,
            photo_id=rendition.photo_id,
            platform_id=rendition.platform_id,
            sha256=rendition.sha256,
            vault_name=rendition.vault_name,
            width=rendition.width,
            height=rendition.height,
            bytes=rendition.bytes,
            crop=None if rendition.crop is None else rendition.crop.to_list(),
            covered=[box.to_list() for box in rendition.covered],
            shown=[box.to_list() for box in rendition.shown],
            recipe=rendition.recipe,
            decision=decision,
            readable="\n".join(" ".join(line.split()) for line in rendition.readable),
            made_at=rendition.made_at,
            is_current=True,
        )
    )


def marks_of_photos(connection: Connection, photo_ids: Collection[PhotoId]) -> dict[PhotoId, frozenset[Suitability]]:
    """What was seen of these photos' suitability in every post they are in."""
    query = select(post_picture.c.photo_id, post_picture.c.suitability).where(
        post_picture.c.photo_id.in_(list(photo_ids)), post_picture.c.suitability.is_not(None)
    )
    found: dict[PhotoId, frozenset[Suitability]] = {}
    for photo_id, said in connection.execute(query):
        found[PhotoId(photo_id)] = found.get(PhotoId(photo_id), frozenset()) | {Suitability(said)}
    return found


def photos_made_before(connection: Connection, post_id: PostId, at: datetime) -> frozenset[PhotoId]:
    """Photos of which a picture was made for the post by then, whether or not it still has them."""
    query = select(renditions.c.photo_id).where(renditions.c.post_id == post_id, renditions.c.made_at <= at)
    return frozenset(PhotoId(i) for i in connection.execute(query).scalars())


def drop_renditions(
    connection: Connection, post_id: PostId, photo_id: PhotoId | None = None, platform_id: PlatformId | None = None
) -> None:
    """Make the renditions of a post (of one photo, on one platform) no longer current."""
    query = update(renditions).where(renditions.c.post_id == post_id).values(is_current=False)
    if photo_id is not None:
        query = query.where(renditions.c.photo_id == photo_id)
    if platform_id is not None:
        query = query.where(renditions.c.platform_id == platform_id)
    connection.execute(query)


def renditions_by_ids(connection: Connection, rendition_ids: Collection[RenditionId]) -> tuple[Rendition, ...]:
    """These renditions, current or not, in no particular order; those erased since are left out."""
    query = select(renditions).where(renditions.c.id.in_(list(rendition_ids)))
    return tuple(_rendition(row) for row in connection.execute(query).mappings())


def current_renditions(connection: Connection, post_id: PostId) -> tuple[Rendition, ...]:
    """The renditions that would go out, in no particular order."""
    query = select(renditions).where(renditions.c.post_id == post_id, renditions.c.is_current)
    return tuple(_rendition(row) for row in connection.execute(query).mappings())


def decision_of(connection: Connection, rendition_id: RenditionId) -> str:
    """The canonical JSON of the decision a rendition was made by."""
    row = one(connection, select(renditions.c.decision).where(renditions.c.id == rendition_id), "This picture")
    return str(row["decision"])


def new_rendition_id() -> RenditionId:
    """An id for a new rendition."""
    return RenditionId(new_id())


def add_approval(
    connection: Connection,
    *,
    post_id: PostId,
    digest: Digest,
    approver: UserId,
    at: datetime,
    expires_at: datetime,
    is_fitting: bool,
    is_urgent: bool = False,
) -> ApprovalId:
    """Store an approval; earlier ones of the post must have been voided."""
    approval_id = ApprovalId(new_id())
    connection.execute(
        insert(approvals).values(
            id=approval_id,
            post_id=post_id,
            digest=digest,
            approver=approver,
            approved_at=at,
            expires_at=expires_at,
            is_fitting=is_fitting,
            is_urgent=is_urgent,
        )
    )
    return approval_id


def standing_approval(connection: Connection, post_id: PostId) -> Approval | None:
    """The approval that was not voided, whether or not it has expired; None when there is none."""
    query = (
        select(approvals, app_user.c.name.label("approver_name"))
        .join(app_user, app_user.c.id == approvals.c.approver)
        .where(approvals.c.post_id == post_id, approvals.c.voided_because == "")
        .order_by(approvals.c.approved_at.desc())
    )
    row = connection.execute(query).mappings().first()
    return None if row is None else _approval(row)


def urgent_unreviewed(connection: Connection, post_id: PostId) -> Approval | None:
    """The newest urgent yes of the post that nobody else has looked at, whether or not it still stands."""
    query = (
        select(approvals, app_user.c.name.label("approver_name"))
        .join(app_user, app_user.c.id == approvals.c.approver)
        .where(approvals.c.post_id == post_id, approvals.c.is_urgent, approvals.c.reviewed_at.is_(None))
        .order_by(approvals.c.approved_at.desc())
    )
    row = connection.execute(query).mappings().first()
    return None if row is None else _approval(row)


def note_reviewed(connection: Connection, approval_id: ApprovalId, *, by: UserId, note: str) -> None:
    """Note that somebody else looked at an urgent notice afterwards."""
    values = {"reviewed_at": now(), "reviewed_by": by, "review_note": note}
    connection.execute(update(approvals).where(approvals.c.id == approval_id).values(**values))


def void_approvals(connection: Connection, post_id: PostId, because: str) -> int:
    """Make every standing approval of the post fall, with the reason; returns how many fell."""
    return connection.execute(
        update(approvals)
        .where(approvals.c.post_id == post_id, approvals.c.voided_because == "")
        .values(voided_because=because)
    ).rowcount


def give_reason(connection: Connection, post_id: PostId, key: str, reason: str, *, by: UserId) -> None:
    """Keep why something the checks ask about may stand; a new reason takes the place of the one before."""
    connection.execute(delete(finding_reason).where(finding_reason.c.post_id == post_id, finding_reason.c.key == key))
    values = {"id": new_id(), "post_id": post_id, "key": key, "reason": reason, "given_by": by, "given_at": now()}
    connection.execute(insert(finding_reason).values(**values))


def reasons(connection: Connection, post_id: PostId) -> dict[str, FindingReason]:
    """Every reason given for this post, by key."""
    query = (
        select(finding_reason, app_user.c.name.label("by_name"))
        .join(app_user, app_user.c.id == finding_reason.c.given_by)
        .where(finding_reason.c.post_id == post_id)
    )
    return {
        r["key"]: FindingReason(r["key"], r["reason"], UserId(r["given_by"]), r["by_name"], r["given_at"])
        for r in connection.execute(query).mappings()
    }


def add_message(
    connection: Connection, post_id: PostId, kind: MessageKind, words: str, *, by: UserId, asked: UserId | None = None
) -> None:
    """Keep a question about a post, or its answer."""
    connection.execute(
        insert(post_message).values(
            id=new_id(), post_id=post_id, kind=kind.value, words=words, said_by=by, asked=asked, said_at=now()
        )
    )


def messages(connection: Connection, post_id: PostId) -> tuple[Message, ...]:
    """Questions and answers about a post, oldest first."""
    query = (
        select(post_message, app_user.c.name.label("by_name"))
        .join(app_user, app_user.c.id == post_message.c.said_by)
        .where(post_message.c.post_id == post_id)
        .order_by(post_message.c.said_at)
    )
    return tuple(
        Message(
            MessageKind(r["kind"]), r["words"], UserId(r["said_by"]), r["by_name"], r["said_at"],
            None if r["asked"] is None else UserId(r["asked"]),
        )
        for r in connection.execute(query).mappings()
    )  # fmt: skip


def _found(connection: Connection, *wanted: ColumnElement[bool]) -> tuple[Post, ...]:
    """The posts that fit, the newest first, in three questions however many there are."""
    posts = select(table, app_user.c.name.label("author_name")).join(app_user, app_user.c.id == table.c.author)
    rows = connection.execute(posts.where(*wanted).order_by(table.c.created_at.desc())).mappings().all()
    if not rows:
        return ()
    ids = select(table.c.id).where(*wanted)
    pictures: dict[str, list[PostPicture]] = {}
    query = select(post_picture).where(post_picture.c.post_id.in_(ids)).order_by(post_picture.c.position)
    for row in connection.execute(query).mappings():
        pictures.setdefault(row["post_id"], []).append(_picture(row))
    places: dict[str, list[PostPlatform]] = {}
    where_to = select(post_platform).where(post_platform.c.post_id.in_(ids)).order_by(post_platform.c.position)
    for row in connection.execute(where_to).mappings():
        places.setdefault(row["post_id"], []).append(PostPlatform(PlatformId(row["platform_id"]), row["caption"]))
    return tuple(_post(row, pictures.get(row["id"], ()), places.get(row["id"], ())) for row in rows)


def _post(row: RowMapping, pictures: Sequence[PostPicture], platforms: Sequence[PostPlatform]) -> Post:
    return Post(
        id=PostId(row["id"]),
        title=row["title"],
        state=PostState(row["state"]),
        author=UserId(row["author"]),
        author_name=row["author_name"],
        pictures=tuple(pictures),
        platforms=tuple(platforms),
        created_at=row["created_at"],
        note=row["note"],
        version=row["version"],
        about=PostAbout(
            category=None if row["category"] is None else PostCategory(row["category"]),
            event=row["event"],
            enquiry=row["enquiry"],
            is_urgent=row["is_urgent"],
        ),
    )


def _picture(row: RowMapping) -> PostPicture:
    crops = sorted((row["crops"] or {}).items())
    return PostPicture(
        PhotoId(row["photo_id"]),
        row["alt_text"],
        None if row["rights"] is None else RightsSource(row["rights"]),
        row["attribution"],
        None if row["suitability"] is None else Suitability(row["suitability"]),
        tuple(PictureCrop(PlatformId(key), Box.from_list(box)) for key, box in crops),
        None if row["licence"] is None else PermissionId(row["licence"]),
    )


def _rendition(row: RowMapping) -> Rendition:
    return Rendition(
        id=RenditionId(row["id"]),
        post_id=PostId(row["post_id"]),
        photo_id=PhotoId(row["photo_id"]),
        platform_id=PlatformId(row["platform_id"]),
        sha256=Digest(row["sha256"]),
        vault_name=VaultName(row["vault_name"]),
        width=row["width"],
        height=row["height"],
        bytes=row["bytes"],
        covered=tuple(Box.from_list(b) for b in row["covered"]),
        shown=tuple(Box.from_list(b) for b in row["shown"]),
        recipe=row["recipe"],
        made_at=row["made_at"],
        crop=None if row["crop"] is None else Box.from_list(row["crop"]),
        readable=tuple(row["readable"].splitlines()),
    )


def _approval(row: RowMapping) -> Approval:
    return Approval(
        id=ApprovalId(row["id"]),
        post_id=PostId(row["post_id"]),
        digest=Digest(row["digest"]),
        approver=UserId(row["approver"]),
        approver_name=row["approver_name"],
        approved_at=row["approved_at"],
        expires_at=row["expires_at"],
        voided_because=row["voided_because"],
        is_urgent=row["is_urgent"],
        reviewed_at=row["reviewed_at"],
    )
