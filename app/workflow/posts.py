"""Posts: write them, make their pictures for each platform, check them, hand them to the Headteacher."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from app.approval.rules import is_urgent_alone
from app.domain.errors import NotAllowedError
from app.domain.people import Action, Actor
from app.domain.photo import PhotoId
from app.domain.post import Asked, Finding, Post, PostAbout, PostId, PostPicture, PostPlatform, PostState
from app.domain.submission import Confirmed
from app.policy.pack import PolicyPack
from app.posts.suitability import CODE as SUITABILITY
from app.workflow import gates
from app.workflow.fallout import PREPARED
from app.workflow.framing import require_crops
from app.workflow.handing_over import require_confirmed
from app.workflow.post_material import barred, findings_of, judging
from app.workflow.render_pictures import RenderOutcome, render_pictures
from app.workflow.workspace import Workspace
from consent_db import audit, permissions, photos, posts, users

__all__ = ["RenderOutcome", "check", "create_post", "edit_post", "give_reason", "render_post", "submit_post"]

_EDITED = "The post was edited after it was handed over; prepare and submit it again."


def create_post(
    workspace: Workspace,
    actor: Actor,
    *,
    title: str,
    photo_ids: Sequence[PhotoId] = (),
    pictures: Sequence[PostPicture] = (),
    platforms: Sequence[PostPlatform] = (),
    about: PostAbout | None = None,
) -> Post:
    """Begin a post with these photos, or with pictures that carry their words already.

    Raises:
        NotAllowedError: this person may not write posts.
        RegisterError: a photo or platform is not there.
    """
    actor.require(Action.WRITE_POST)
    wanted = tuple(pictures) or tuple(PostPicture(photo_id) for photo_id in dict.fromkeys(photo_ids))
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        _require_known(connection, wanted, platforms)
        post = posts.get(connection, posts.add(connection, title=title.strip(), author=actor.user_id))
        wanted, platforms = _composed(wanted, platforms)
        post = posts.change(connection, post, title=post.title, pictures=wanted, platforms=platforms, about=about)
        audit.append(connection, actor.user_id, "post-created", subjects=[post.id, *(p.photo_id for p in wanted)])
        return post


def edit_post(
    workspace: Workspace,
    actor: Actor,
    post_id: PostId,
    *,
    title: str,
    pictures: Sequence[PostPicture],
    platforms: Sequence[PostPlatform],
    seen: int | None = None,
    about: PostAbout | None = None,
) -> Post:
    """Replace the words, pictures and platforms; the post is a draft again and any approval of it falls.

    With `seen`, the version that was on the screen, nothing is written over what somebody else did meanwhile. Without
    `about`, what it is about stays.

    Only its author edits a post, so that nobody approves or publishes their own words. Pictures that were made for
    photos and platforms that stay are kept; whether they still fit is checked at every step from the bytes.

    Raises:
        NotAllowedError: this person may not write posts, or somebody else wrote this one.
        RegisterError: no such post, photo or platform, or it was changed meanwhile (code ``conflict``).
    """
    actor.require(Action.WRITE_POST)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        post = posts.get(connection, post_id)
        post = post if seen is None else replace(post, version=seen)
        if post.author != actor.user_id:
            raise NotAllowedError(
                f"{post.author_name} wrote this post.",
                remedy=f"Ask {post.author_name} to change it, or write a new one.",
                code="not-author",
            )
        _require_known(connection, pictures, platforms)
        _drop_left_out(connection, post, pictures, platforms)
        if post.state is not PostState.DRAFT:
            posts.void_approvals(connection, post.id, _EDITED)
            post = posts.set_state(connection, post, PostState.DRAFT)
        pictures, platforms = _composed(pictures, platforms)
        _drop_cropped_otherwise(connection, post, pictures)
        changed = posts.change(
            connection, post, title=title.strip(), pictures=pictures, platforms=platforms, about=about
        )
        audit.append(connection, actor.user_id, "post-edited", subjects=[post.id])
        return changed


def render_post(workspace: Workspace, actor: Actor, post_id: PostId) -> Iterator[RenderOutcome]:
    """Make and attack the picture of every photo for every platform; one outcome each, in the post's order.

    Raises:
        NotAllowedError: this person may not write posts, or the post was handed over already.
        RegisterError: no such post.
    """
    actor.require(Action.WRITE_POST)
    with workspace.database.read() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        post = posts.get(connection, post_id)
    if post.state in PREPARED:
        raise NotAllowedError("This post was handed over already.", remedy="Edit it first; then it is a draft again.")
    return render_pictures(workspace, actor, post)


def check(workspace: Workspace, post_id: PostId) -> tuple[Finding, ...]:
    """What stands in the way of this post, and what a person should look at; what blocks comes first.

    Raises:
        RegisterError: no such post.
    """
    with workspace.database.read() as connection:
        post = posts.get(connection, post_id)
        return findings_of(judging(workspace, connection, post), post)


def give_reason(workspace: Workspace, actor: Actor, post_id: PostId, key: str, reason: str) -> None:
    """Say why something the checks ask about may stand; the approver sees it with the words it is about.

    Raises:
        NotAllowedError: no reason, nothing asks for this one, or somebody else has to give it.
        RegisterError: no such post.
    """
    if not reason.strip():
        raise NotAllowedError("A reason is missing.", remedy="Say why the words may stand.", code="reason")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        post = posts.get(connection, post_id)
        asking = [f for f in findings_of(judging(workspace, connection, post), post) if f.asks and f.key == key]
        if not asking:
            raise NotAllowedError("Nothing in this post asks for that reason.", remedy="Check it again.", code="reason")
        _require_reason_of(actor, post, asking[0], workspace.pack)
        if post.state is PostState.APPROVED:
            raise NotAllowedError("This post is approved already.", remedy="Edit it first.", code="reason")
        posts.give_reason(connection, post_id, key, reason.strip(), by=actor.user_id)
        details = {"check": asking[0].code, "clause": asking[0].clause}
        audit.append(connection, actor.user_id, "reason-given", subjects=[post_id], details=details)


def _require_reason_of(actor: Actor, post: Post, finding: Finding, pack: PolicyPack) -> None:
    if finding.asks is Asked.APPROVER:
        if not (finding.code == SUITABILITY and actor.may(Action.PLACE_HOLD)):
            actor.require(Action.APPROVE)
        if actor.user_id == post.author and not is_urgent_alone(actor, post, pack):
            raise NotAllowedError(
                f"{actor.name} wrote this post.", remedy="Somebody else has to decide.", code="own-post"
            )
        return
    actor.require(Action.WRITE_POST)
    if actor.user_id != post.author:
        raise NotAllowedError(
            f"{post.author_name} wrote this post.", remedy=f"Ask {post.author_name} for the reason.", code="not-author"
        )


def submit_post(workspace: Workspace, actor: Actor, post_id: PostId, *, confirmed: Iterable[Confirmed] = ()) -> Post:
    """Hand the post to the Headteacher, with the points of the checklist that its author says yes to.

    Raises:
        NotAllowedError: this person may not or is not ready to, the post is no draft, something stands in the way, or
            a point of `handing_over.checklist` was not confirmed; nothing changes.
        RegisterError: no such post.
    """
    actor.require(Action.WRITE_POST)
    with workspace.database.transaction() as connection:
        post = posts.get(connection, post_id)
        if post.state not in (PostState.DRAFT, PostState.RETURNED):
            raise NotAllowedError("This post is not a draft.", remedy="Edit it first.", code="not-a-draft")
        users.require_current(connection, actor, workspace.clock.today())
        gates.require_ready(workspace, connection, actor, Action.WRITE_POST, [to.platform_id for to in post.platforms])
        found = findings_of(judging(workspace, connection, post), post)
        require_nothing_blocks(found)
        said = require_confirmed(workspace, connection, actor, post, confirmed)
        post = posts.set_state(connection, post, PostState.SUBMITTED)
        details = checks_of(found) | {"confirmed": ",".join(said)}
        audit.append(connection, actor.user_id, "post-submitted", subjects=[post.id], details=details)
        return post


def checks_of(found: Iterable[Finding]) -> dict[str, str | int | bool | None]:
    """What the checks said, for the records: their codes and how many had a reason, no words."""
    known = tuple(found)
    codes = ",".join(sorted({finding.code for finding in known}))
    return {"checks": codes, "reasons": len({finding.key for finding in known if finding.reason})}


def require_nothing_blocks(findings: Sequence[Finding]) -> None:
    """Do nothing when nothing blocks.

    Raises:
        NotAllowedError: with the first three things that do.
    """
    blocking = [finding for finding in findings if finding.blocks]
    if not blocking:
        return
    said = " ".join(finding.words for finding in blocking[:3])
    more = f" And {len(blocking) - 3} more." if len(blocking) > 3 else ""
    raise NotAllowedError(f"The post cannot go on yet. {said}{more}", code=blocking[0].code)


def _composed(
    pictures: Sequence[PostPicture], platforms: Sequence[PostPlatform]
) -> tuple[tuple[PostPicture, ...], tuple[PostPlatform, ...]]:
    """Every letter in one form (NFC), so that a mark set by a check stands at the same letters on every screen."""
    return (
        tuple(
            replace(
                p,
                alt_text=_nfc(p.alt_text),
                attribution=unicodedata.normalize("NFC", p.attribution),
                licence=p.licence if p.rights is not None and p.rights.rests_on is not None else None,
            )
            for p in pictures
        ),
        tuple(replace(p, caption=_nfc(p.caption)) for p in platforms),
    )


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n"))


def _require_known(connection: Connection, pictures: Sequence[PostPicture], places: Sequence[PostPlatform]) -> None:
    for photo in (photos.get(connection, picture.photo_id) for picture in pictures):
        if why := barred(photo):
            raise NotAllowedError(f"Photo {photo.number} {why}.", remedy="Take another photo.", code="photo-set-aside")
    for licence in (picture.licence for picture in pictures if picture.licence is not None):
        permissions.get(connection, licence)
    require_crops(connection, pictures)
    gates.require_open(connection, [place.platform_id for place in places])


def _drop_cropped_otherwise(connection: Connection, post: Post, pictures: Sequence[PostPicture]) -> None:
    """A picture shows the part that was chosen when it was made; another part is another picture."""
    was = {picture.photo_id: picture for picture in post.pictures}
    for picture in pictures:
        before = was.get(picture.photo_id, picture)
        for place in {crop.platform_id for crop in (*before.crops, *picture.crops)}:
            if before.crop_for(place) != picture.crop_for(place):
                posts.drop_renditions(connection, post.id, picture.photo_id, place)


def _drop_left_out(
    connection: Connection, post: Post, pictures: Sequence[PostPicture], places: Sequence[PostPlatform]
) -> None:
    """Renditions of photos and platforms that the post no longer has are not current any more."""
    kept_photos, kept_places = {p.photo_id for p in pictures}, {p.platform_id for p in places}
    for made in posts.current_renditions(connection, post.id):
        if made.photo_id not in kept_photos or made.platform_id not in kept_places:
            posts.drop_renditions(connection, post.id, made.photo_id, made.platform_id)
