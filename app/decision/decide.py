"""Decide what one platform may show of one photo: for every region keep, cover or withhold, with a reason.

Pure: equal arguments give an equal decision. Only a standing YES ever leads to a person shown; whatever is unknown is
covered. Words beside pictures are not judged here but in `app.posts.checking`.

Where a face that may be shown overlaps the head of one that may not, the cover wins: the shown face stays `keep` in
the decision, and the cover box of its neighbour, painted last and whole, takes what it needs of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from app.decision.judgement import Judgement
from app.decision.people import adult_standing, held_around, pupil_standing
from app.decision.texts import judge_text
from app.domain.consent import Platform, RegisterSnapshot
from app.domain.detection import PhotoFacts, Region, RegionKind, Verdict
from app.domain.errors import BugError
from app.domain.geometry import Box, head_around
from app.domain.people import PersonId
from app.domain.permissions import NOTHING_PERMITTED, Permits
from app.domain.treatment import Decision, Outcome, Reason, RegionDecision, Treatment
from app.policy.pack import PolicyPack
from app.policy.standing import register_is_too_old

_SURELY_A_FACE = 0.6
"""From this score of the finder on, "not a face" does not count as an answer while a child of the class is on hold."""

_PEOPLE = (RegionKind.FACE, RegionKind.HINT)
_COVER, _KEEP, _WITHHOLD = Treatment.COVER, Treatment.KEEP, Treatment.WITHHOLD


def decide(
    facts: PhotoFacts,
    *,
    snapshot: RegisterSnapshot,
    pack: PolicyPack,
    platform: Platform,
    today: date,
    permits: Permits = NOTHING_PERMITTED,
) -> Decision:
    """The treatment of every region of a photo on a platform, and whether the photo may go there at all.

    Regions a person took away decide nothing; people whom the snapshot does not hold are unknown and covered;
    `today` is the day in the school's zone. Without `permits` no mark is shown, and no adult by a permission.

    Raises:
        BugError: a region lies outside its picture.
    """
    judge = _Judge(facts, snapshot, pack, platform, today, permits)
    standing = sorted((r for r in facts.regions if not r.removed), key=lambda r: (r.box.top, r.box.left, r.id))
    regions = tuple(_region_decision(region, judge.judge(region), facts, pack) for region in standing)
    withheld = tuple(dict.fromkeys(judge.reasons_to_withhold()))
    if withheld or any(r.treatment is _WITHHOLD for r in regions):
        outcome = Outcome.WITHHELD
    else:
        outcome = Outcome.COVERED if any(r.treatment is _COVER for r in regions) else Outcome.CLEAR
    clauses = {r.clause for r in regions} | {pack.clause(reason) for reason in withheld}
    return Decision(facts.photo_id, platform.id, outcome, regions, withheld, tuple(sorted(clauses - {""})))


def cover_box(region: Region, *, width: int, height: int) -> Box:
    """What a cover of the region must reach, inside a picture of that size.

    For a face, or what may be one, the whole head with hair, ears and chin; for anything else the box with a margin
    of a quarter of its smaller side, since letters and crests reach past the boxes drawn round them.

    Raises:
        BugError: the region lies outside the picture.
    """
    if region.kind in _PEOPLE:
        wanted = head_around(region.box)
    else:
        margin = max(2, (min(region.box.width, region.box.height) + 3) // 4)
        box = region.box
        wanted = Box(box.left - margin, box.top - margin, box.right + margin, box.bottom + margin)
    inside = wanted.clipped(width, height)
    if inside is None:
        raise BugError(f"region {region.id} lies outside its picture of {width} by {height} pixels")
    return inside


def _region_decision(region: Region, judgement: Judgement, facts: PhotoFacts, pack: PolicyPack) -> RegionDecision:
    return RegionDecision(
        region_id=region.id,
        kind=region.kind,
        box=region.box,
        cover_box=cover_box(region, width=facts.width, height=facts.height),
        treatment=judgement.treatment,
        reason=judgement.reason,
        clause=pack.clause(judgement.reason),
        person_id=judgement.person_id,
        record=judgement.record,
    )


class _Judge:
    """The rules for one photo on one platform on one day."""

    def __init__(
        self,
        facts: PhotoFacts,
        snapshot: RegisterSnapshot,
        pack: PolicyPack,
        platform: Platform,
        today: date,
        permits: Permits,
    ) -> None:
        self._facts, self._snapshot, self._pack = facts, snapshot, pack
        self._platform, self._today, self._permits = platform, today, permits
        self._faces = [r for r in facts.regions if r.kind is RegionKind.FACE and not r.removed]
        self._hints = [r for r in facts.regions if r.kind is RegionKind.HINT and not r.removed]
        self._named = Counter(r.person_id for r in self._faces if r.verdict is Verdict.NAMED and r.person_id)
        self._too_old = register_is_too_old(snapshot, pack, today)

    def judge(self, region: Region) -> Judgement:
        """The treatment of one region; a hold on a named person comes before everything else."""
        if region.kind is RegionKind.FACE:
            return self._face(region)
        if region.kind is RegionKind.HINT:
            return _hint(region)
        if region.always_cover:
            return Judgement(_COVER, Reason.COVERED_BY_HAND)
        if region.kind is RegionKind.TEXT:
            return judge_text(
                region,
                snapshot=self._snapshot,
                pack=self._pack,
                platform=self._platform,
                today=self._today,
                too_old=self._too_old,
            )
        if region.kind is RegionKind.MARK:
            return self._mark(region)
        return Judgement(_COVER, Reason.COVERED_BY_HAND)

    def _mark(self, region: Region) -> Judgement:
        if region.verdict is Verdict.NOT_A_FACE:
            return Judgement(_KEEP, Reason.NOT_A_MARK)
        permission = self._permits.for_mark(region.text, self._platform.id, self._today)
        if permission is None:
            return Judgement(self._pack.mark_treatment, Reason.MARK_WITHOUT_PERMISSION)
        return Judgement(_KEEP, Reason.MARK_PERMISSION, record=permission.id)

    def _face(self, region: Region) -> Judgement:
        named = region.person_id if region.verdict is Verdict.NAMED else None
        if named in self._snapshot.holds:
            return Judgement(_WITHHOLD, Reason.HELD, named)
        if named in self._facts.refused_here:
            return Judgement(_WITHHOLD, Reason.ASKED_NOT_TO_APPEAR, named)
        if region.always_cover:
            return Judgement(_COVER, Reason.COVERED_BY_HAND, named)
        if region.verdict is Verdict.NOT_A_FACE:
            return Judgement(_KEEP, Reason.NOT_A_FACE)
        if region.verdict is Verdict.STRANGER:
            return Judgement(_COVER, Reason.STRANGER)
        return self._named_face(named) if named else Judgement(_COVER, Reason.UNNAMED)

    def _named_face(self, person_id: PersonId) -> Judgement:
        person = self._snapshot.people.get(person_id)
        if person is None:
            return Judgement(_COVER, Reason.UNKNOWN_PERSON, person_id)
        if self._named[person_id] > 1:
            return Judgement(_COVER, Reason.NAMED_TWICE, person_id)
        if person.has_left(self._today):
            return Judgement(_COVER, Reason.LEFT_SCHOOL, person_id)
        if person.kind.is_child and self._pack.obscure_every_pupil:
            return Judgement(_COVER, Reason.EVERY_PUPIL_COVERED, person_id)
        if not person.kind.is_child and self._pack.obscure_every_adult:
            return Judgement(_COVER, Reason.ADULT_NO_PERMISSION, person_id)
        if self._too_old:
            return Judgement(_COVER, Reason.REGISTER_TOO_OLD, person_id)
        known = (person_id, self._snapshot, self._pack, self._platform, self._today)
        return pupil_standing(*known) if person.kind.is_child else adult_standing(*known, permits=self._permits)

    def reasons_to_withhold(self) -> Iterator[Reason]:
        """What keeps the whole photo back, whatever its regions say."""
        if not self._facts.is_analysed:
            yield Reason.NOT_ANALYSED
        if self._facts.refused_here:
            yield Reason.ASKED_NOT_TO_APPEAR
        if self._somebody_held_may_be_here():
            yield Reason.HELD

    def _somebody_held_may_be_here(self) -> bool:
        """Somebody on hold is named here, is said to be here, or could be one of the unnamed.

        A cover does not hide a child from those who look for it, so while a child of the event or class is on hold
        only the safeguarding lead clears a picture with unnamed people, by finding that the child is not in it.
        """
        if any(person in self._snapshot.holds for person in self._named):
            return True
        answered = {answer.person_id for answer in self._facts.presence}
        looked_for = held_around(self._facts, self._snapshot) | (self._snapshot.holds & answered)
        open_holds = looked_for - self._facts.cleared_by_dsl
        return bool(open_holds) and any(self._is_unnamed(r) for r in (*self._faces, *self._hints))

    def _is_unnamed(self, face: Region) -> bool:
        if face.verdict is Verdict.NOT_A_FACE:
            return (face.score or 0.0) >= _SURELY_A_FACE
        return face.verdict is not Verdict.NAMED or face.person_id not in self._snapshot.people


def _hint(region: Region) -> Judgement:
    """Shown only when somebody looked and found nobody there; a hint that is a person becomes a face first."""
    if region.verdict is Verdict.NOT_A_FACE and not region.always_cover:
        return Judgement(_KEEP, Reason.NOT_A_FACE)
    return Judgement(_COVER, Reason.MAYBE_A_PERSON)
