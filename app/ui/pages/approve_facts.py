"""What Approve says beside a picture: whose it is, what it rests on, what its author confirmed."""

from __future__ import annotations

from datetime import date

from app.domain.photo import PhotoId
from app.domain.post import Finding, Post
from app.ui.below import below
from app.ui.language import tr
from app.ui.pages.post_confirm import CONFIRMED
from app.ui.pages.post_pictures import SUITABILITY
from app.ui.words import RIGHTS, moment
from app.workflow.approve import ApprovalView


def whose(post: Post, photo_id: PhotoId | None) -> tuple[str, ...]:
    """Who made a picture and whom it credits, and what its author saw of dress and situation."""
    picture = next((p for p in post.pictures if p.photo_id == photo_id), None)
    if picture is None:
        return ()
    lines = [RIGHTS[picture.rights] if picture.rights else tr("Nobody said who made it")]
    lines += [tr("Credit: {attribution}", attribution=picture.attribution)] if picture.attribution else []
    if picture.suitability:
        lines.append(tr("Dress and situation: {suitability}", suitability=SUITABILITY[picture.suitability]))
    return tuple(lines)


def rests_on(view: ApprovalView, photo_id: PhotoId | None) -> tuple[str, ...]:
    """The written permission a picture rests on."""
    words = view.licences.get(photo_id) if photo_id is not None else None
    return (tr("Permission: {words}", words=words),) if words else ()


def confirmed(view: ApprovalView, today: date) -> tuple[str, ...]:
    """What the author said yes to when the post was handed over, and when."""
    said = view.handed_over
    if said is None:
        return ()
    return (f"{said.by_name}, {moment(said.at, today)}", *(CONFIRMED[point] for point in said.points))


def with_clause(finding: Finding) -> str:
    """A finding with the clause of the school's policy, and the reason why it may stand."""
    reason = tr(" Reason given: {reason}", reason=finding.reason) if finding.reason else ""
    clause = tr(" (policy {clause})", clause=finding.clause) if finding.clause else ""
    return f"{below(finding.words)}{clause}{reason}"
