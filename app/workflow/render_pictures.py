"""Make the pictures of a post: decide, render, store, read back, attack, record. One outcome per photo and platform.

The bytes that are stored are the bytes that are attacked, and later the bytes that are approved and copied out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.analysis.merging import merge_regions
from app.analysis.names import judge_texts
from app.decision.fingerprint import fingerprint
from app.decision.words import explain_photo
from app.domain.consent import ConsentKind, Platform, PlatformId
from app.domain.detection import (
    Findings,
    PhotoFacts,
    Point,
    Region,
    RegionKind,
    RegionOrigin,
    TextFinding,
    TextKind,
    Verdict,
)
from app.domain.errors import KnownError, NotAllowedError, VerificationError
from app.domain.faults import KillPoint
from app.domain.geometry import Box
from app.domain.people import Actor, Person
from app.domain.photo import Photo, PhotoId, PhotoState, RgbImage, digest_of
from app.domain.post import Post, PostPicture, Rendition
from app.domain.treatment import Decision, Outcome
from app.policy.standing import standing_of
from app.redaction.rendering import Rendered, render
from app.redaction.selfcheck import check_rendition
from app.storage.vault import StoredObject
from app.workflow.fallout import photo_changed
from app.workflow.framing import frame_for
from app.workflow.mark_check import add_marks_still_seen
from app.workflow.post_material import Judging, facts_of, judging
from app.workflow.workspace import Workspace
from consent_db import audit, people, photos, platforms, posts, regions, sources

_DETAILS = frozenset({TextKind.CONTACT, TextKind.DATE_OF_BIRTH, TextKind.UPN})


@dataclass(frozen=True, slots=True)
class RenderOutcome:
    """The finished picture of a photo for a platform, or why there is none."""

    photo_id: PhotoId
    platform_id: PlatformId
    rendition: Rendition | None = None
    problem: KnownError | None = None


@dataclass(frozen=True, slots=True)
class _Order:
    """One picture to be made: everything it depends on, read in one moment."""

    photo: Photo
    platform: Platform
    facts: PhotoFacts
    decision: Decision
    forbidden_names: tuple[str, ...]
    frame: Box | None
    """The part that the platform shows; None for the whole photo."""


def render_pictures(workspace: Workspace, actor: Actor, post: Post) -> Iterator[RenderOutcome]:
    """Make every picture of the post anew; closing the iterator cancels and leaves what was made."""
    for picture in post.pictures:
        pixels: RgbImage | None = None
        for wanted in post.platforms:
            try:
                order = _order(workspace, post, picture, wanted.platform_id)
                if pixels is None:
                    pixels = _pixels(workspace, order.photo)
                rendition = _make(workspace, actor, post, order, pixels)
            except KnownError as problem:
                yield RenderOutcome(picture.photo_id, wanted.platform_id, problem=problem)
                continue
            yield RenderOutcome(picture.photo_id, wanted.platform_id, rendition)


def _order(workspace: Workspace, post: Post, picture: PostPicture, platform_id: PlatformId) -> _Order:
    """Take the old picture out of the way and decide; a withheld photo gets none."""
    photo_id = picture.photo_id
    with workspace.database.transaction() as connection:
        posts.drop_renditions(connection, post.id, photo_id, platform_id)
    with workspace.database.read() as connection:
        photo, platform = photos.get(connection, photo_id), platforms.get(connection, platform_id)
        facts = facts_of(connection, photo_id)
        judge = judging(workspace, connection, facts)
        decision = judge.decide(facts, platform)
        names = tuple(_forbidden_names(judge, facts, platform))
    if decision.outcome is Outcome.WITHHELD:
        words = f"Photo {photo.number}: {explain_photo(decision, platform=platform)}"
        raise NotAllowedError(words, remedy="Leave it out of the post or take another.", code="withheld")
    frame = frame_for(photo, platform, decision, picture.crop_for(platform_id))
    return _Order(photo, platform, facts, decision, names, frame)


def _pixels(workspace: Workspace, photo: Photo) -> RgbImage:
    with workspace.database.read() as connection:
        key = photos.wrapped_key(connection, photo.vault_name)
    return workspace.decoder.decode(workspace.vault.read(photo.vault_name, key)).pixels


def _make(workspace: Workspace, actor: Actor, post: Post, order: _Order, pixels: RgbImage) -> Rendition:
    workspace.fault(KillPoint.BEFORE_RENDER)
    platform = order.platform
    made = render(
        pixels, order.decision, max_edge_px=platform.max_edge_px, max_bytes=platform.max_bytes, crop=order.frame
    )
    workspace.fault(KillPoint.AFTER_RENDER)
    stored, is_new = _store(workspace, made.data)
    try:
        readable = _attack(workspace, actor, order, made, workspace.vault.read(stored.name, stored.wrapped_key))
        return _record(workspace, actor, post, order, made, stored, readable)
    except KnownError:
        if is_new:
            workspace.vault.erase(stored.name, stored.wrapped_key)
        raise


def _whole(order: _Order) -> Box:
    return order.frame or Box(0, 0, order.photo.width, order.photo.height)


def _store(workspace: Workspace, data: bytes) -> tuple[StoredObject, bool]:
    """Put the bytes into the vault, or find the object that holds these very bytes already."""
    sha256 = digest_of(data)
    name = workspace.vault.name_for(sha256)
    with workspace.database.read() as connection:
        known = dict(sources.vault_objects(connection)).get(name)
    stored = StoredObject(name, known, sha256, len(data)) if known else workspace.vault.put(data, workspace.fault)
    try:
        workspace.vault.read_back(stored.name, stored.wrapped_key, sha256)
    except VerificationError:
        # The object of an earlier picture was damaged since: these are its very bytes, so it can be made whole.
        workspace.vault.restore(data, stored)
        workspace.vault.read_back(stored.name, stored.wrapped_key, sha256)
    return stored, known is None


def _attack(workspace: Workspace, actor: Actor, order: _Order, made: Rendered, stored: bytes) -> tuple[str, ...]:
    """Look at the stored bytes as a stranger would; a face nobody knew of reopens the review of the photo.

    Returns:
        The lines that can be read in the finished picture, from top to bottom: the post's checks judge them.
    """
    result = check_rendition(
        stored,
        covered=made.covered,
        shown=made.shown,
        faces=workspace.engines.faces,
        texts=workspace.engines.texts,
        decoder=workspace.decoder,
        forbidden_names=order.forbidden_names,
    )
    number = order.photo.number
    if result.new_faces:
        _add_faces(workspace, actor, order, made, result.new_faces)
        raise VerificationError(
            f"Photo {number}: the finished picture still shows a face nobody has looked at.",
            remedy="Look at the photo again on Review, then prepare the pictures again.",
            code="new-face",
        )
    if _add_words(workspace, actor, order, made, result.lines):
        raise VerificationError(
            f"Photo {number}: words can be read in the finished picture that nobody has looked at.",
            remedy="Look at the photo again on Review, then prepare the pictures again.",
            code="new-words",
        )
    if add_marks_still_seen(workspace, actor, order.photo, made, stored, frame=_whole(order)):
        raise VerificationError(
            f"Photo {number}: a mark the school taught can be seen in the finished picture.",
            remedy="Look at the photo again on Review, then prepare the pictures again.",
            code="new-mark",
        )
    if result.problems:
        raise VerificationError(
            f"Photo {number}: {' '.join(result.problems)}",
            remedy="Cover the place on Review, then prepare the pictures again.",
            code="self-check-failed",
        )
    return tuple(line.text for line in sorted(result.lines, key=lambda line: (line.box.top, line.box.left)))


def _add_faces(workspace: Workspace, actor: Actor, order: _Order, made: Rendered, faces: tuple[Box, ...]) -> None:
    photo, frame = order.photo, _whole(order)
    with workspace.database.transaction() as connection:
        for face in faces:
            sized = face.scaled(frame.width / made.width, frame.height / made.height)
            box = sized.moved(frame.left, frame.top).clipped(photo.width, photo.height)
            if box is None:
                continue
            found = Region(regions.fresh_id(), photo.id, RegionKind.FACE, box, RegionOrigin.ENGINE)
            regions.add(connection, found)
        if photo.state is PhotoState.IDENTIFIED:
            photos.set_state(connection, photo.id, PhotoState.ANALYSED)
        photo_changed(workspace, connection, photo.id)
        audit.append(
            connection, actor.user_id, "self-check-found-faces", subjects=[photo.id], details={"faces": len(faces)}
        )


def _add_words(
    workspace: Workspace, actor: Actor, order: _Order, made: Rendered, lines: tuple[TextFinding, ...]
) -> int:
    """Names of people on the roll today, and personal details, that no region of the photo speaks for; how many.

    The roll may have grown since the photo was looked at, and in another size other lines can be read.
    """
    photo, frame = order.photo, _whole(order)
    across, down = frame.width / made.width, frame.height / made.height
    texts = tuple(replace(line, polygon=_scaled(line.polygon, across, down, frame)) for line in lines)
    with workspace.database.transaction() as connection:
        judged = [
            j
            for j in judge_texts(texts, people.everybody(connection))
            if j.finding.kind in _DETAILS or (j.finding.kind is TextKind.NAME and j.roster)
        ]
        found = Findings(photo.width, photo.height, texts=texts, engines=(workspace.engines.texts.engine,))
        known = regions.of_photo(connection, photo.id)
        changes = merge_regions(photo.id, known, found, judged, fresh_id=regions.fresh_id)
        if not changes.new:
            return 0
        for region in changes.new:
            regions.add(connection, region)
        photo_changed(workspace, connection, photo.id)
        audit.append(
            connection,
            actor.user_id,
            "self-check-found-words",
            subjects=[photo.id],
            details={"lines": len(changes.new)},
        )
        return len(changes.new)


def _scaled(
    corners: tuple[Point, Point, Point, Point], across: float, down: float, frame: Box
) -> tuple[Point, Point, Point, Point]:
    first, second, third, fourth = ((frame.left + round(x * across), frame.top + round(y * down)) for x, y in corners)
    return first, second, third, fourth


def _record(
    workspace: Workspace,
    actor: Actor,
    post: Post,
    order: _Order,
    made: Rendered,
    stored: StoredObject,
    readable: tuple[str, ...],
) -> Rendition:
    """Keep the picture with the decision it was made by, unless something changed while it was made."""
    photo, platform, pack = order.photo, order.platform, workspace.pack
    rendition = Rendition(
        id=posts.new_rendition_id(),
        post_id=post.id,
        photo_id=photo.id,
        platform_id=platform.id,
        sha256=stored.sha256,
        vault_name=stored.name,
        width=made.width,
        height=made.height,
        bytes=stored.bytes,
        crop=order.frame,
        covered=made.covered,
        shown=made.shown,
        recipe=f"{made.recipe}; limits {platform.limits_version or '-'}; policy {pack.name} {pack.version}",
        made_at=workspace.clock.now(),
        readable=readable,
    )
    with workspace.database.transaction() as connection:
        facts = facts_of(connection, photo.id)
        now = judging(workspace, connection, facts).decide(facts, platform)
        if fingerprint(now) != fingerprint(order.decision):
            raise VerificationError(
                f"Photo {photo.number} was changed while its picture was made.", remedy="Prepare the pictures again."
            )
        if stored.name not in dict(sources.vault_objects(connection)):
            sources.add_vault_object(
                connection, name=stored.name, wrapped_key=stored.wrapped_key, sha256=stored.sha256, size=stored.bytes
            )
        posts.add_rendition(connection, rendition, decision=fingerprint(now))
        audit.append(
            connection,
            actor.user_id,
            "picture-made",
            subjects=[post.id, photo.id, platform.id, rendition.id],
            details={"sha256": stored.sha256, "covered": len(made.covered), "shown": len(made.shown)},
        )
    return rendition


def _forbidden_names(judge: Judging, facts: PhotoFacts, platform: Platform) -> Iterator[str]:
    """Names that must not be readable in the finished picture, for everybody who could be in it.

    A surname may never be read beside its first name. A first name alone is looked for where the photo holds a name or
    a certificate at all and the person did not agree to it; words a person read and let stand are left out.
    """
    texts = [r for r in facts.regions if r.kind is RegionKind.TEXT and not r.removed]
    let_stand = " ".join(r.text for r in texts if r.verdict is Verdict.NOT_A_NAME).casefold().split()
    holds_names = any(r.text_kind in (TextKind.NAME, TextKind.CERTIFICATE) for r in texts)
    named = {r.person_id for r in facts.regions if r.person_id is not None and not r.removed}
    possible = named | set(facts.roster) | {person for r in texts for person in r.roster}
    for person in (judge.snapshot.people[p] for p in sorted(possible) if p in judge.snapshot.people):
        yield person.name
        yield f"{person.legal_forename} {person.legal_surname}"
        if holds_names and not _name_agreed(judge, person, platform):
            for name in {person.legal_forename, person.forename}:
                if name.casefold() not in let_stand:
                    yield name


def _name_agreed(judge: Judging, person: Person, platform: Platform) -> bool:
    return standing_of(
        person.id,
        kind=ConsentKind.NAME,
        snapshot=judge.snapshot,
        pack=judge.pack,
        platform=platform,
        today=judge.workspace.clock.today(),
    ).allows
