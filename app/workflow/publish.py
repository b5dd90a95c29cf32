"""The Deputy Head's export: the approved bytes in a folder ready to post, then the address, then the takedown.

Order of an export: look everything up again; stage the pack in a hidden folder, durable and read back; commit the
release with its audit event; make the pack visible with one rename. Killed before the commit there is no release and
the hidden folder is deleted by the next export; killed after it `finish_exports` makes the recorded pack visible. So a
visible pack always has its release, and nothing is ever visible half-written. Whether it may go out is asked at the
start, in the transaction that records it, and once more when it stands there; a no at any of them removes it.
"""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.approval.digest import approved_words
from app.approval.rules import reasons_it_fell, require_publisher
from app.domain.consent import Platform, PlatformId
from app.domain.errors import KnownError, NotAllowedError, StorageError, VerificationError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor
from app.domain.photo import digest_of
from app.domain.post import Approval, Post, PostId, PostState, Release, ReleaseId, ReleaseState, TaskKind
from app.publishing.checklist import checklist
from app.publishing.pack_files import (
    PackPicture,
    PackWords,
    StagedPack,
    discard_staged,
    publish_staged,
    stage_pack,
    staged_at,
)
from app.workflow import evidence, gates, packs
from app.workflow.fallout import fall, take_back
from app.workflow.later_review import raise_later_review
from app.workflow.pcs import is_registered_pc, require_registered_pc
from app.workflow.post_bytes import PostBytes, post_bytes
from app.workflow.post_material import findings_of, judging
from app.workflow.posts import require_nothing_blocks
from app.workflow.workspace import Workspace
from consent_db import audit, consent, platforms, posts, releases, users

log = logging.getLogger(__name__)

_CAME_DOWN = "It was online and came down; it goes out again only once it is looked at and approved anew."
_NO_LONGER_FITS = frozenset({"photo-withheld", "pictures-not-ready", "photo-set-aside"})


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The release that was recorded, its folder, and the files in it."""

    release: Release
    folder: Path
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A post found fit to go out, with the bytes that were read for it."""

    post: Post
    approval: Approval
    bytes: PostBytes
    words: PackWords


def export_release(
    workspace: Workspace, actor: Actor, post_id: PostId, platform_id: PlatformId, folder: Path
) -> ExportResult:
    """Write the approved pictures and words for one platform into a new folder inside `folder`.

    Consents are looked up again; the approval must stand for the very bytes that are in the vault now.

    Raises:
        NotAllowedError: not this person or PC, no approval, it ran out, or a consent changed; nothing is written. When
            what may be shown changed, the approval falls as well.
        VerificationError: a stored picture or the folder's copy is not what was approved; nothing is left behind.
        StorageError: no room, no folder, no right to write; nothing is left behind.
    """
    require_may_publish(actor)
    require_registered_pc(workspace)
    packs.require_place(workspace, folder)
    with packs.exporting(workspace):
        finish_exports(workspace)
        packs.clear_unrecorded(workspace, folder)
        return _export(workspace, actor, post_id, platform_id, folder)


def require_may_publish(actor: Actor) -> None:
    """Do nothing for those who publish, and for those who approve: an urgent notice of theirs is looked at later.

    Raises:
        NotAllowedError: somebody who does neither.
    """
    if not actor.may(Action.APPROVE):
        actor.require(Action.PUBLISH)


def _export(workspace: Workspace, actor: Actor, post_id: PostId, platform_id: PlatformId, folder: Path) -> ExportResult:
    day, mark = workspace.clock.today().isoformat(), packs.mark_of(workspace)
    name = f"clearpost-{platform_id}-{day}-{mark}{uuid.uuid4().hex[:8]}"
    release_id = releases.new_release_id()
    ready = _prepare(workspace, actor, post_id, platform_id, release_id)
    workspace.fault(KillPoint.BEFORE_PACK)
    pack = stage_pack(folder, name, pictures=_pictures(ready, platform_id), words=ready.words, fault=workspace.fault)
    try:
        release = _commit(workspace, actor, ready, platform_id, release_id, pack)
    except KnownError as problem:
        discard_staged(pack)
        _note_stopped(workspace, actor, post_id, platform_id, problem)
        raise
    workspace.fault(KillPoint.AFTER_COMMIT)
    publish_staged(pack)
    workspace.fault(KillPoint.AFTER_PACK)
    if not _may_still_go_out(workspace, release):
        packs.erase_stopped(workspace, release_id, pack.final, by=actor.user_id)
        raise NotAllowedError(
            "Somebody in this post may no longer be shown. The pack was removed.",
            remedy="Prepare the pictures again and have them approved.",
            code="stopped",
        )
    return ExportResult(release, pack.final, pack.files)


def _note_stopped(
    workspace: Workspace, actor: Actor, post_id: PostId, platform_id: PlatformId, problem: KnownError
) -> None:
    """An export that had begun and was stopped: the hidden pack is gone, and the records say why it was."""
    with workspace.database.transaction() as connection:
        if isinstance(problem, NotAllowedError) and problem.code in _NO_LONGER_FITS:
            fall(connection, posts.get(connection, post_id), because=str(problem))
        details: dict[str, str | int | bool | None] = {"because": problem.code, "erased": True}
        audit.append(connection, actor.user_id, "export-stopped", subjects=[post_id, platform_id], details=details)


def finish_exports(workspace: Workspace) -> tuple[Path, ...]:
    """Make packs visible whose release was recorded just before the program was stopped; returns their folders.

    A pack that may not go out any more is deleted instead: nobody has seen it yet. So is one that is not needed.
    """
    if not is_registered_pc(workspace):
        return ()
    packs.erase_packs(workspace)
    with workspace.database.read() as connection:
        exported = releases.in_state(connection, ReleaseState.EXPORTED)
        folders = [(release, Path(releases.folder_of(connection, release.id))) for release in exported]
    finished = []
    for release, final in folders:
        staged = None if final.exists() else staged_at(final)
        if staged is None:
            continue
        if not _may_still_go_out(workspace, release):
            discard_staged(staged)
            continue
        try:
            finished.append(publish_staged(staged))
        except StorageError as problem:
            log.warning("a recorded pack cannot be made visible yet", exc_info=problem)
    return tuple(finished)


def _may_still_go_out(workspace: Workspace, release: Release) -> bool:
    with workspace.database.read() as connection:
        return not packs.why_unneeded(workspace, connection, release)


def note_live(workspace: Workspace, actor: Actor, release_id: ReleaseId, url: str = "", *, proof: str = "") -> Release:
    """Note where the post can be seen, so that it can be taken down later; its pack is erased from this PC.

    Args:
        workspace: the school's workspace.
        actor: who posted it.
        release_id: which.
        url: the address; empty where there is none.
        proof: how it can be seen instead, for a story, a message or a newsletter.

    Raises:
        NotAllowedError: this person may not publish, there is neither address nor proof, or it was taken down already.
    """
    require_may_publish(actor)
    address, told = url.strip(), proof.strip()
    is_address = address.startswith(("https://", "http://")) and len(address) >= 12
    if (address or not told) and (not is_address or any(c.isspace() for c in address)):
        raise NotAllowedError(
            "That is not the address of a post.",
            remedy="Copy it from the browser; it begins with https://. Where there is none, say how it can be seen.",
            code="url",
        )
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        if releases.get(connection, release_id).state is ReleaseState.TAKEN_DOWN:
            raise NotAllowedError("This post was taken down already.", remedy="Hand it out again first.")
        releases.set_state(connection, release_id, ReleaseState.LIVE, live_url=address, proof=told)
        details: dict[str, str | int | bool | None] = {"url_sha256": digest_of(address.encode()), "proof": bool(told)}
        audit.append(connection, actor.user_id, "release-live", subjects=[release_id], details=details)
    packs.erase_packs(workspace, by=actor.user_id)
    with workspace.database.read() as connection:
        return releases.get(connection, release_id)


def note_taken_down(
    workspace: Workspace, actor: Actor, release_id: ReleaseId, proof: str = "", *, picture: bytes | None = None
) -> Release:
    """Note that somebody saw the post gone; its takedown and review tasks are done.

    Args:
        workspace: the school's workspace.
        actor: who says so.
        release_id: which.
        proof: who looked, and when.
        picture: what they saw, as PDF, JPEG or PNG; kept in the vault.

    Raises:
        NotAllowedError: this person may not publish, it was taken down already, or it was live, or a takedown is
            open, and no proof that it is gone was given.
        RegisterError: the picture is none that can be kept.
    """
    require_may_publish(actor)
    stored = None if picture is None else evidence.put(workspace, picture)
    with workspace.database.transaction() as connection:
        release = releases.get(connection, release_id)
        state = release.state
        if state is ReleaseState.TAKEN_DOWN:
            raise NotAllowedError("This post was taken down already.")
        is_asked_for = any(t.release_id == release_id for t in releases.open_tasks(connection, TaskKind.TAKEDOWN))
        if not proof.strip() and picture is None and (is_asked_for or state is ReleaseState.LIVE):
            raise NotAllowedError(
                "Say how it can be seen that it is gone.",
                remedy="Note the proof on the page Published: who looked, when, or a picture of it.",
                code="proof",
            )
        releases.set_state(connection, release_id, ReleaseState.TAKEN_DOWN)
        if state is ReleaseState.LIVE:
            take_back(connection, posts.get(connection, release.post_id), _CAME_DOWN)
        if picture is not None:
            releases.note_gone(connection, release_id, evidence.add(workspace, connection, picture, stored))
        for task in releases.open_tasks(connection):
            if task.release_id == release_id and task.kind in (TaskKind.TAKEDOWN, TaskKind.REVIEW):
                seen = proof.strip() or f"Seen gone by {actor.name}."
                releases.finish_task(connection, task.id, by=actor.user_id, proof=seen)
        details: dict[str, str | int | bool | None] = {"picture": picture is not None}
        audit.append(connection, actor.user_id, "release-taken-down", subjects=[release_id], details=details)
    packs.erase_packs(workspace, by=actor.user_id)
    with workspace.database.read() as connection:
        return releases.get(connection, release_id)


def _prepare(
    workspace: Workspace, actor: Actor, post_id: PostId, platform_id: PlatformId, release_id: ReleaseId
) -> _Ready:
    """Look everything up again; when what may be shown changed since the approval, the approval falls with it."""
    try:
        with workspace.database.read() as connection:
            return _ready(workspace, connection, actor, post_id, platform_id, release_id)
    except NotAllowedError as refusal:
        if refusal.code in _NO_LONGER_FITS:
            _let_fall(workspace, actor, post_id, str(refusal))
        raise


def _ready(
    workspace: Workspace,
    connection: Connection,
    actor: Actor,
    post_id: PostId,
    platform_id: PlatformId,
    release_id: ReleaseId,
) -> _Ready:
    workspace.look_up_pack(connection)
    post = posts.get(connection, post_id)
    approval = posts.standing_approval(connection, post_id)
    if post.state is not PostState.APPROVED or approval is None:
        why = f" {post.note}" if post.note else ""
        raise NotAllowedError(
            f"This post is not approved.{why}",
            remedy="Only what the Headteacher approved goes out.",
            code="not-approved",
        )
    require_publisher(actor, post, approval, workspace.pack)
    users.require_current(connection, actor, workspace.clock.today())
    if platform_id not in {wanted.platform_id for wanted in post.platforms}:
        raise NotAllowedError("The post was not approved for this platform.", code="platform")
    gates.require_ready(workspace, connection, actor, Action.PUBLISH, [platform_id])
    out = [r for r in releases.of_post(connection, post_id) if r.platform_id == platform_id]
    if any(r.state is not ReleaseState.TAKEN_DOWN for r in out):
        raise NotAllowedError(
            "This post was handed out for this platform already.",
            remedy="If it never went live, note it as taken down first.",
            code="already-out",
        )
    packs.require_no_other(workspace, connection)
    findings = findings_of(judging(workspace, connection, post), post)
    require_nothing_blocks([finding for finding in findings if finding.code in _NO_LONGER_FITS])
    require_nothing_blocks(findings)
    read = post_bytes(workspace, connection, post)
    fell = reasons_it_fell(approval, digest=read.digest, now=workspace.clock.now())
    if fell:
        raise NotAllowedError(" ".join(fell), remedy="Ask the Headteacher to approve it again.", code="approval-fell")
    words = _words(workspace, connection, post, approval, platforms.get(connection, platform_id), release_id)
    return _Ready(post, approval, read, words)


def _let_fall(workspace: Workspace, actor: Actor, post_id: PostId, because: str) -> None:
    with workspace.database.transaction() as connection:
        post = posts.get(connection, post_id)
        fall(connection, post, because=because)
        audit.append(connection, actor.user_id, "approval-fell", subjects=[post_id], details={"at": "export"})


def _words(
    workspace: Workspace,
    connection: Connection,
    post: Post,
    approval: Approval,
    platform: Platform,
    release_id: ReleaseId,
) -> PackWords:
    caption = next(wanted.caption for wanted in post.platforms if wanted.platform_id == platform.id)
    head, as_of = audit.head(connection), consent.as_of(connection)
    return PackWords(
        caption=approved_words(caption),
        checklist=lambda names: checklist(
            platform=platform,
            pictures=names,
            approved_by=approval.approver_name,
            approved_at=approval.approved_at,
            expires_at=approval.expires_at,
            consents_as_of=as_of,
            pack_id=release_id,
            audit_head=head,
        ),
        details={
            "format": "clearpost/pack/1",
            "release": release_id,
            "post": post.id,
            "platform": platform.id,
            "account": platform.account,
            "approval": {"id": approval.id, "digest": approval.digest},
            "policy": {"name": workspace.pack.name, "digest": workspace.pack.digest},
            "audit_head": head,
        },
    )


def _pictures(ready: _Ready, platform_id: PlatformId) -> list[PackPicture]:
    found = []
    for picture in ready.post.pictures:
        pair = (picture.photo_id, platform_id)
        rendition = ready.bytes.renditions[pair]
        found.append(
            PackPicture(
                data=ready.bytes.data[pair],
                sha256=rendition.sha256,
                width=rendition.width,
                height=rendition.height,
                alt_text=approved_words(picture.alt_text),
                rights=picture.rights.value if picture.rights else "",
                attribution=approved_words(picture.attribution) if picture.rights and picture.rights.rests_on else "",
            )
        )
    return found


def _commit(
    workspace: Workspace,
    actor: Actor,
    ready: _Ready,
    platform_id: PlatformId,
    release_id: ReleaseId,
    pack: StagedPack,
) -> Release:
    """Record the release, after looking once more that nothing changed while the pack was written."""
    with workspace.database.transaction() as connection:
        again = _ready(workspace, connection, actor, ready.post.id, platform_id, release_id)
        if again.approval.id != ready.approval.id or again.bytes.digest != ready.bytes.digest:
            raise VerificationError("The post changed while it was handed out.", remedy="Try again.", code="changed")
        releases.add(
            connection,
            release_id=release_id,
            post_id=ready.post.id,
            platform_id=platform_id,
            approval_id=ready.approval.id,
            by=actor.user_id,
            folder=str(pack.final.resolve()),
            pc=packs.pc_of(workspace),
            words=[ready.words.caption, *(approved_words(p.alt_text) for p in ready.post.pictures)],
            pictures=[ready.bytes.renditions[p.photo_id, platform_id].id for p in ready.post.pictures],
        )
        if ready.approval.is_urgent:
            raise_later_review(workspace, connection, ready.post, release_id)
        audit.append(
            connection,
            actor.user_id,
            "post-exported",
            subjects=[release_id, ready.post.id, platform_id, ready.approval.id],
            details={"digest": ready.approval.digest, "files": ",".join(pack.files), "pack": pack.final.name},
        )
        workspace.fault(KillPoint.BEFORE_COMMIT)
        return releases.get(connection, release_id)
