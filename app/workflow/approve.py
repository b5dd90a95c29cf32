"""The Headteacher looks at exactly what would go out, and says yes, not yet, or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.approval.rules import expiry_of, require_approver
from app.decision.words import explain_photo, explain_region
from app.domain.consent import Platform, RegisterSnapshot
from app.domain.detection import Presence, PresenceAnswer
from app.domain.errors import NotAllowedError, VerificationError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor
from app.domain.photo import Digest, PhotoId
from app.domain.post import Approval, Asked, Finding, Post, PostId, PostState, Rendition
from app.domain.treatment import Decision, Reason, Treatment
from app.posts.checking import check_post
from app.workflow import gates
from app.workflow.post_bytes import post_bytes
from app.workflow.post_material import Pair, findings_of, judging, material_of
from app.workflow.posts import require_nothing_blocks
from app.workflow.workspace import Workspace
from consent_db import audit, platforms, posts, users

_SOMEBODY_SAID = frozenset({Reason.NOT_A_FACE, Reason.HARMLESS_TEXT})


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """What the Headteacher sees beside the pictures.

    Attributes:
        digest: of what would be approved; None while a picture is missing.
        shown, covered, held_back: finished lines for each photo and platform.
        answers: the reverse check's answers for each photo, as finished lines.
    """

    post: Post
    renditions: Mapping[Pair, Rendition]
    decisions: Mapping[Pair, Decision]
    findings: tuple[Finding, ...]
    consents_as_of: datetime | None
    digest: Digest | None
    approval: Approval | None
    shown: Mapping[Pair, tuple[str, ...]]
    covered: Mapping[Pair, tuple[str, ...]]
    held_back: Mapping[Pair, str]
    answers: Mapping[PhotoId, tuple[str, ...]]


def approval_view(workspace: Workspace, actor: Actor, post_id: PostId) -> ApprovalView:
    """Everything to judge a post by: who is shown, what is covered and why, answers, warnings, the register's age.

    Raises:
        NotAllowedError: this person neither writes, approves nor publishes posts.
        RegisterError: no such post.
    """
    if not (actor.may(Action.APPROVE) or actor.may(Action.PUBLISH)):
        actor.require(Action.WRITE_POST)
    with workspace.database.read() as connection:
        post = posts.get(connection, post_id)
        judge = judging(workspace, connection, post)
        material = material_of(judge, post)
        today = workspace.clock.today()
        findings = check_post(post, material, snapshot=judge.snapshot, pack=workspace.pack, today=today)
        renditions = {(r.photo_id, r.platform_id): r for r in posts.current_renditions(connection, post_id)}
        try:
            digest = post_bytes(workspace, connection, post).digest if post.platforms else None
        except VerificationError:
            digest = None
        approval = posts.standing_approval(connection, post_id)
        places = {key: platforms.get(connection, key) for _photo, key in material.decisions}
    return ApprovalView(
        post=post,
        renditions=renditions,
        decisions=material.decisions,
        findings=findings,
        consents_as_of=judge.snapshot.as_of,
        digest=digest,
        approval=approval,
        shown={pair: _shown(d, judge.snapshot) for pair, d in material.decisions.items()},
        covered={p: _covered(d, judge.snapshot, places[p[1]], actor) for p, d in material.decisions.items()},
        held_back={pair: explain_photo(d, platform=places[pair[1]]) for pair, d in material.decisions.items()},
        answers={photo: _answers(facts.presence, judge.snapshot) for photo, facts in material.facts.items()},
    )


def approve(workspace: Workspace, actor: Actor, post_id: PostId, *, seen: Digest | None = None) -> Approval:
    """Say yes to exactly the pictures and words as they are now, until the approval runs out.

    With `seen`, the digest of the view that was looked at, the yes is refused when something changed since.

    Raises:
        NotAllowedError: not this person, not this post, or something stands in its way; nothing changes.
        VerificationError: a picture is damaged, or something changed since it was looked at; nothing changes.
    """
    with workspace.database.transaction() as connection:
        post = posts.get(connection, post_id)
        require_approver(actor, post, workspace.pack)
        users.require_current(connection, actor, workspace.clock.today())
        gates.require_ready(workspace, connection, actor, Action.APPROVE, [to.platform_id for to in post.platforms])
        found = findings_of(judging(workspace, connection, post), post)
        require_nothing_blocks(found)
        _require_reasons(found)
        digest = post_bytes(workspace, connection, post).digest
        if seen is not None and seen != digest:
            raise VerificationError("The post changed while you looked at it.", remedy="Look at it again.")
        now = workspace.clock.now()
        posts.void_approvals(connection, post_id, "It was approved anew.")
        approval_id = posts.add_approval(
            connection,
            post_id=post_id,
            digest=digest,
            approver=actor.user_id,
            at=now,
            expires_at=expiry_of(now, workspace.pack),
            is_fitting=True,
        )
        posts.set_state(connection, post, PostState.APPROVED)
        audit.append(
            connection, actor.user_id, "post-approved", subjects=[post_id, approval_id], details={"digest": digest}
        )
        workspace.fault(KillPoint.BEFORE_APPROVAL_COMMIT)
        approval = posts.standing_approval(connection, post_id)
    if approval is None:
        raise VerificationError("The approval was not kept.", remedy="Approve the post again.")
    return approval


def _require_reasons(found: Iterable[Finding]) -> None:
    open_ones = [finding for finding in found if finding.asks is Asked.APPROVER and not finding.reason]
    if open_ones:
        raise NotAllowedError(open_ones[0].words, remedy="Give the reason beside the words.", code=open_ones[0].code)


def return_post(workspace: Workspace, actor: Actor, post_id: PostId, note: str) -> Post:
    """Give the post back to its author with a note."""
    return _answer(workspace, actor, post_id, PostState.RETURNED, note, "post-returned")


def hold_post(workspace: Workspace, actor: Actor, post_id: PostId, note: str) -> Post:
    """Keep the post waiting for an answer to a question."""
    return _answer(workspace, actor, post_id, PostState.ON_HOLD, note, "post-held")


def reject_post(workspace: Workspace, actor: Actor, post_id: PostId, note: str) -> Post:
    """Say no."""
    return _answer(workspace, actor, post_id, PostState.REJECTED, note, "post-rejected")


def _answer(workspace: Workspace, actor: Actor, post_id: PostId, state: PostState, note: str, action: str) -> Post:
    if not note.strip():
        raise NotAllowedError("A note is missing.", remedy="Write what the author should do.", code="note")
    with workspace.database.transaction() as connection:
        post = posts.get(connection, post_id)
        require_approver(actor, post, workspace.pack)
        users.require_current(connection, actor, workspace.clock.today())
        gates.require_acknowledged(workspace, connection, actor)
        post = posts.set_state(connection, post, state, note=note.strip())
        audit.append(connection, actor.user_id, action, subjects=[post_id])
        return post


def _shown(decision: Decision, snapshot: RegisterSnapshot) -> tuple[str, ...]:
    known = (snapshot.people.get(r.person_id) for r in decision.shown if r.person_id)
    return tuple(sorted(person.name for person in known if person))


def _covered(decision: Decision, snapshot: RegisterSnapshot, platform: Platform, actor: Actor) -> tuple[str, ...]:
    """What is covered and why, with what somebody said was no face or no name: the approver looks at those too."""
    told = (r for r in decision.regions if r.treatment is Treatment.COVER or r.reason in _SOMEBODY_SAID)
    sees = actor.may(Action.SEE_REGISTER)
    return tuple(explain_region(r, snapshot=snapshot, platform=platform, sees_register=sees) for r in told)


def _answers(answers: tuple[PresenceAnswer, ...], snapshot: RegisterSnapshot) -> tuple[str, ...]:
    said = {Presence.NOT_IN_PICTURE: "not in the picture", Presence.IN_PICTURE: "in the picture"}
    return tuple(f"{snapshot.people[a.person_id].name}: {said[a.presence]}" for a in answers)
