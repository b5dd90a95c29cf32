"""What Approve says beside a picture: who is shown and covered, whose it is, what it rests on, what to look at."""

from __future__ import annotations

from datetime import date

from app.domain.photo import PhotoId
from app.domain.post import Finding, Post
from app.ui.below import below
from app.ui.language import tr
from app.ui.pages.post_confirm import CONFIRMED
from app.ui.pages.post_pictures import SUITABILITY
from app.ui.words import OUTCOME, RIGHTS, moment
from app.workflow.approve import ApprovalView

FactGroup = tuple[str, str, tuple[str, ...]]
"""Heading, state and lines."""


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


def fact_groups(
    view: ApprovalView, post: Post, photo_id: PhotoId | None, platform_id: str, today: date
) -> tuple[FactGroup, ...]:
    """Who is shown, what is covered, who was looked for and what else a person should know, for one picture.

    Groups without lines are left out.
    """
    pair = (photo_id, platform_id)
    here = [f for f in view.findings if f.platform_id in (None, platform_id)]
    told = view.held_back.get(pair, "")
    decision = view.decisions.get(pair)
    state, outcome = OUTCOME[decision.outcome] if decision else ("withheld", tr("Not decided"))
    groups: tuple[FactGroup, ...] = (
        (tr("In the way"), "withheld", tuple(below(f.words) for f in here if f.blocks)),
        (outcome, state, (below(told),) if told else ()),
        (tr("Shown"), "shown", view.shown.get(pair, ()) or (tr("Nobody who could be recognised"),)),
        (tr("Covered"), "covered", tuple(map(below, view.covered.get(pair, ())))),
        (tr("Looked for"), "shown", tuple(map(below, view.answers.get(photo_id, ())))),
        (tr("Whose picture"), "shown", (*whose(post, photo_id), *rests_on(view, photo_id))),
        (tr("The author confirmed"), "shown", confirmed(view, today)),
        (tr("Please look"), "needs", tuple(with_clause(f) for f in here if not f.blocks)),
    )
    return tuple(group for group in groups if group[2])
