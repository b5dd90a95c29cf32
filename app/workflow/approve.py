"""The Headteacher looks at exactly what would go out, and says yes, not yet, or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from app.approval.rules import expiry_of, is_urgent_alone, require_approver
from app.decision.words import explain_photo, explain_region
from app.domain.consent import Platform, RegisterSnapshot
from app.domain.detection import Presence, PresenceAnswer
from app.domain.errors import NotAllowedError, VerificationError
from app.domain.faults import KillPoint
from app.domain.people import Action, Actor, UserId
from app.domain.photo import Digest, PhotoId
from app.domain.post import Approval, Asked, Finding, Message, MessageKind, Post, PostId, PostState, Rendition
from app.domain.submission import HandedOver
from app.domain.treatment import Decision, Reason, Treatment
from app.posts.checking import check_post
from app.workflow import gates
from app.workflow.corrections import Correction, correct
from app.workflow.licences import words_of
from app.workflow.mark_warnings import mark_findings
from app.workflow.post_bytes import post_bytes
from app.workflow.post_material import Pair, findings_of, judging, material_of
from app.workflow.posts import checks_of, require_nothing_blocks
from app.workflow.questions import answer_question, require_askable, require_may_look
from app.workflow.workspace import Workspace
from consent_db import audit, platforms, posts, submissions, users

__all__ = [
    "ApprovalView", "answer_question", "approval_view", "approve", "hold_post", "reject_post", "return_post",
]  # fmt: skip

_SOMEBODY_SAID = frozenset({Reason.NOT_A_FACE, Reason.NOT_A_MARK, Reason.HARMLESS_TEXT})


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """What the Headteacher sees beside the pictures.

    Attributes:
        digest: of what would be approved; None while a picture is missing.
        shown, covered, held_back: finished lines for each photo and platform.
        answers: the reverse check's answers for each photo, as finished lines.
        handed_over: what the author confirmed.
        licences: the written permission a picture rests on, in words.
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
    messages: tuple[Message, ...] = ()
    handed_over: HandedOver | None = None
    licences: Mapping[PhotoId, str] = field(default_factory=dict)


def approval_view(workspace: Workspace, actor: Actor, post_id: PostId) -> ApprovalView:
    """Everything to judge a post by: who is shown, what is covered and why, answers, warnings, the register's age.

    Raises:
        NotAllowedError: this person neither writes, approves nor publishes posts, and was not asked about this one.
        RegisterError: no such post.
    """
    with workspace.database.read() as connection:
        require_may_look(connection, actor, post_id)
        post = posts.get(connection, post_id)
        judge = judging(workspace, connection, post)
        material = material_of(judge, post)
        today = workspace.clock.today()
        findings = check_post(post, material, snapshot=judge.snapshot, pack=workspace.pack, today=today)
        findings += mark_findings(connection, post, workspace.pack)
        renditions = {(r.photo_id, r.platform_id): r for r in posts.current_renditions(connection, post_id)}
        try:
            digest = post_bytes(workspace, connection, post).digest if post.platforms else None
        except VerificationError:
            digest = None
        approval = posts.standing_approval(connection, post_id)
        messages, handed_over = posts.messages(connection, post_id), submissions.newest(connection, post_id)
        licences = {photo_id: words_of(connection, given) for photo_id, given in material.licences.items()}
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
        messages=messages,
        handed_over=handed_over,
        licences=licences,
    )


def approve(
    workspace: Workspace,
    actor: Actor,
    post_id: PostId,
    *,
    seen: Digest | None = None,
    seen_version: int | None = None,
    is_fitting: bool = True,
    corrected: Correction | None = None,
) -> Approval:
    """Say yes to exactly the pictures and words as they are now, until the approval runs out.

    With `seen`, the digest of the view that was looked at, the yes is refused when something changed since; with
    `seen_version`, the post's version in it, also when that is beside the words, such as the enquiry. With
    `corrected`, words are put right and pictures dropped in the same step; every check runs on what comes out.

    Args:
        workspace: the school's workspace.
        actor: whoever approves.
        post_id: a post that waits.
        seen: of the view that was looked at.
        seen_version: of the post in that view.
        is_fitting: that the post is accurate, positive and relevant, as the approver says.
        corrected: what the approver changes with the yes.

    Raises:
        NotAllowedError: not this person, not this post, or something stands in its way; nothing changes.
        VerificationError: a picture is damaged, or something changed since it was looked at; nothing changes.
    """
    if not is_fitting:
        raise NotAllowedError(
            "A post goes out only when it is accurate, positive and relevant.",
            remedy="Tick that it is, or return it with a note.",
            code="not-fitting",
        )
    with workspace.database.transaction() as connection:
        workspace.look_up_pack(connection)
        post = posts.get(connection, post_id)
        require_approver(actor, post, workspace.pack)
        users.require_current(connection, actor, workspace.clock.today())
        gates.require_ready(workspace, connection, actor, Action.APPROVE, [to.platform_id for to in post.platforms])
        is_changed = seen_version is not None and seen_version != post.version
        if is_changed or (seen is not None and seen != post_bytes(workspace, connection, post).digest):
            raise VerificationError("The post changed while you looked at it.", remedy="Look at it again.")
        if corrected is not None:
            post = correct(connection, actor, post, corrected)
        found = findings_of(judging(workspace, connection, post), post)
        require_nothing_blocks(found)
        _require_reasons(found)
        approval = _say_yes(workspace, connection, actor, post, found)
        workspace.fault(KillPoint.BEFORE_APPROVAL_COMMIT)
    return approval


def _say_yes(
    workspace: Workspace, connection: Connection, actor: Actor, post: Post, found: Iterable[Finding]
) -> Approval:
    digest, now = post_bytes(workspace, connection, post).digest, workspace.clock.now()
    posts.void_approvals(connection, post.id, "It was approved anew.")
    approval_id = posts.add_approval(
        connection,
        post_id=post.id,
        digest=digest,
        approver=actor.user_id,
        at=now,
        expires_at=expiry_of(now, workspace.pack),
        is_fitting=True,
        is_urgent=is_urgent_alone(actor, post, workspace.pack),
    )
    posts.set_state(connection, post, PostState.APPROVED)
    details = checks_of(found) | {"digest": digest, "urgent": is_urgent_alone(actor, post, workspace.pack)}
    audit.append(connection, actor.user_id, "post-approved", subjects=[post.id, approval_id], details=details)
    approval = posts.standing_approval(connection, post.id)
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


def hold_post(
    workspace: Workspace, actor: Actor, post_id: PostId, question: str, *, asked: UserId | None = None
) -> Post:
    """Keep the post waiting for an answer to a question; the author is asked, or somebody who is named."""
    return _answer(workspace, actor, post_id, PostState.ON_HOLD, question, "post-held", asked=asked)


def reject_post(workspace: Workspace, actor: Actor, post_id: PostId, note: str) -> Post:
    """Say no."""
    return _answer(workspace, actor, post_id, PostState.REJECTED, note, "post-rejected")


def _answer(
    workspace: Workspace,
    actor: Actor,
    post_id: PostId,
    state: PostState,
    note: str,
    action: str,
    *,
    asked: UserId | None = None,
) -> Post:
    if not note.strip():
        raise NotAllowedError("A note is missing.", remedy="Write what the author should do.", code="note")
    with workspace.database.transaction() as connection:
        workspace.look_up_pack(connection)
        post = posts.get(connection, post_id)
        require_approver(actor, post, workspace.pack)
        users.require_current(connection, actor, workspace.clock.today())
        gates.require_acknowledged(workspace, connection, actor)
        if asked is not None:
            require_askable(workspace, connection, actor, asked)
        if state is PostState.ON_HOLD:
            posts.add_message(connection, post_id, MessageKind.QUESTION, note.strip(), by=actor.user_id, asked=asked)
        post = posts.set_state(connection, post, state, note=note.strip())
        audit.append(connection, actor.user_id, action, subjects=[post_id, *([asked] if asked is not None else [])])
        return post


def _shown(decision: Decision, snapshot: RegisterSnapshot) -> tuple[str, ...]:
    known = (snapshot.people.get(r.person_id) for r in decision.shown if r.person_id)
    return tuple(sorted(person.name for person in known if person))


def _covered(decision: Decision, snapshot: RegisterSnapshot, platform: Platform, actor: Actor) -> tuple[str, ...]:
    """What is covered and why, with what somebody said was no face, mark or name: the approver looks at those too."""
    told = (r for r in decision.regions if r.treatment is Treatment.COVER or r.reason in _SOMEBODY_SAID)
    sees = actor.may(Action.SEE_REGISTER)
    return tuple(explain_region(r, snapshot=snapshot, platform=platform, sees_register=sees) for r in told)


def _answers(answers: tuple[PresenceAnswer, ...], snapshot: RegisterSnapshot) -> tuple[str, ...]:
    said = {Presence.NOT_IN_PICTURE: "not in the picture", Presence.IN_PICTURE: "in the picture"}
    return tuple(f"{snapshot.people[a.person_id].name}: {said[a.presence]}" for a in answers)
