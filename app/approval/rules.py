"""Who may approve and publish which post, and whether an approval still stands."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.days import day_in_words
from app.domain.errors import NotAllowedError
from app.domain.people import ROLE_WORDS, Action, Actor
from app.domain.photo import Digest
from app.domain.post import Approval, Post, PostState
from app.policy.pack import PolicyPack


def require_approver(actor: Actor, post: Post, pack: PolicyPack) -> None:
    """Do nothing when this person may say yes or no to this post.

    Raises:
        NotAllowedError: wrong role, their own post, or the post does not wait for an answer.
    """
    actor.require(Action.APPROVE)
    if pack.approver_role not in actor.roles:
        who = ROLE_WORDS[pack.approver_role]
        raise NotAllowedError(f"{actor.name} may not approve a post.", remedy=f"Ask {who}.", code="wrong-role")
    if actor.user_id == post.author and not is_urgent_alone(actor, post, pack):
        raise NotAllowedError(
            f"{actor.name} wrote this post and may not approve it too.",
            remedy="Somebody else has to write it or to approve it.",
            code="own-post",
        )
    if post.state not in (PostState.SUBMITTED, PostState.ON_HOLD):
        raise NotAllowedError("This post does not wait for approval.", code="not-submitted")


def is_urgent_alone(actor: Actor, post: Post, pack: PolicyPack) -> bool:
    """Whether this is an approver's own urgent notice, words only, that the pack lets out on their word alone."""
    return (
        pack.urgent_words_alone
        and post.about.is_urgent
        and post.is_words_only
        and actor.user_id == post.author
        and pack.approver_role in actor.roles
    )


def require_publisher(actor: Actor, post: Post, approval: Approval, pack: PolicyPack) -> None:
    """Do nothing when this person may publish this approved post.

    Raises:
        NotAllowedError: wrong role, the approver's own post, or its author's where the pack keeps them apart.
    """
    if is_urgent_alone(actor, post, pack) and actor.user_id == approval.approver and approval.is_urgent:
        return
    actor.require(Action.PUBLISH)
    if pack.publisher_role not in actor.roles:
        who = ROLE_WORDS[pack.publisher_role]
        raise NotAllowedError(f"{actor.name} may not publish a post.", remedy=f"Ask {who}.", code="wrong-role")
    if actor.user_id == approval.approver:
        raise NotAllowedError(
            f"{actor.name} approved this post and may not publish it too.",
            remedy=f"Ask {ROLE_WORDS[pack.publisher_role]}.",
            code="own-approval",
        )
    if actor.user_id == post.author and not pack.author_may_publish:
        raise NotAllowedError(
            f"{actor.name} wrote this post and may not publish it too.",
            remedy="Somebody else has to write it or to publish it.",
            code="own-post",
        )


def expiry_of(approved_at: datetime, pack: PolicyPack) -> datetime:
    """The instant from which an approval given at `approved_at` no longer counts."""
    return approved_at + timedelta(days=pack.approval_days)


def reasons_it_fell(approval: Approval, *, digest: Digest, now: datetime) -> tuple[str, ...]:
    """Why an approval no longer stands, as finished sentences; empty while it does.

    Args:
        approval: as recorded.
        digest: what would go out now, computed from the stored bytes and words.
        now: the instant, in UTC.
    """
    reasons = []
    if approval.voided_because:
        reasons.append(f"The approval fell: {approval.voided_because}")
    if now >= approval.expires_at:
        reasons.append(f"The approval ran out on {day_in_words(approval.expires_at.date())}.")
    if digest != approval.digest:
        reasons.append("The pictures or the words are not the ones that were approved.")
    return tuple(reasons)
