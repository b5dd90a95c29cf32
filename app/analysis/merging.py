"""What new findings do to the regions of a photo: more evidence for a known place, or a new region.

Nothing here moves, changes or removes a region: not those a person touched, which are theirs, and not the others, since
a face an engine once saw stays covered until a person says otherwise. A new region is reported, so that decisions,
renditions and approvals that rest on the photo can be voided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.analysis.names import JudgedText
from app.domain.clothing import Cloth
from app.domain.detection import SAME_PLACE_IOU, Findings, Region, RegionId, RegionKind, RegionOrigin, TextKind
from app.domain.geometry import Box
from app.domain.people import PersonId
from app.domain.photo import PhotoId

SAME_TEXT_SHARE = 0.8
"""A line read again comes longer or shorter; this much of it inside a known line of the same kind is the same line."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an engine found at a region that is known already."""

    region_id: RegionId
    engine: str
    box: Box
    score: float


@dataclass(frozen=True, slots=True)
class RegionChanges:
    """What to write down.

    Attributes:
        new: regions to add; any of them voids what rests on the photo.
        evidence: for known and new regions, one entry per finding.
    """

    new: tuple[Region, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def reopens_review(self) -> bool:
        return bool(self.new)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: RegionKind
    engine: str
    box: Box
    score: float
    text: str = ""
    text_kind: TextKind | None = None
    roster: tuple[PersonId, ...] = ()
    quality: float | None = None
    clothes: tuple[Cloth, ...] = ()


def merge_regions(
    photo_id: PhotoId,
    existing: Sequence[Region],
    findings: Findings,
    judged: Sequence[JudgedText],
    *,
    fresh_id: Callable[[], RegionId],
) -> RegionChanges:
    """Compare findings with the regions of the photo.

    Args:
        photo_id: of the photo looked at.
        existing: the photo's regions; a removed one decides nothing, so what it covered is found anew.
        findings: of one look; a hint at the place of a known face is evidence for that face.
        judged: the lines of `findings.texts` after judging; only flagged ones become regions.
        fresh_id: gives the id of a new region.
    """
    known = [region for region in existing if not region.removed]
    new: list[Region] = []
    evidence: list[Evidence] = []
    for found in _all_found(findings, judged):
        region = next((r for r in known if _is_covered_by(found, r)), None)
        if region is None:
            region = _region(fresh_id(), photo_id, found)
            new.append(region)
            known.append(region)
        evidence.append(Evidence(region.id, found.engine, found.box, found.score))
    return RegionChanges(tuple(new), tuple(evidence))


def _all_found(findings: Findings, judged: Iterable[JudgedText]) -> list[_Found]:
    faces = [
        _Found(RegionKind.FACE, _engine(findings, 0), f.box, f.score, quality=f.quality, clothes=f.clothes)
        for f in findings.faces
    ]
    hints = [_Found(RegionKind.HINT, _engine(findings, 0), h.box, h.score) for h in findings.hints]
    finder = next((name for name in findings.engines if name.startswith("marks ")), _engine(findings, -1))
    marks = [_Found(RegionKind.MARK, finder, m.box, m.score, text=m.mark) for m in findings.marks]
    texts = [
        _Found(
            RegionKind.TEXT,
            _engine(findings, -1),
            j.finding.box.clipped(findings.width, findings.height) or j.finding.box,
            j.finding.score,
            j.finding.text,
            j.finding.kind,
            j.roster,
        )
        for j in judged
        if j.is_flagged
    ]
    return faces + hints + marks + texts


def _engine(findings: Findings, index: int) -> str:
    return findings.engines[index] if findings.engines else ""


def _is_covered_by(found: _Found, region: Region) -> bool:
    """Whether the region speaks for what was found: the same kind at the same place, and the same people or mark.

    A line that now names somebody the region does not know of is a new region: its old verdict was about other words.
    So is another mark: what was said or allowed of one crest says nothing of the next.
    """
    is_answered_hint = found.kind is RegionKind.HINT and region.kind is RegionKind.FACE
    if region.kind is not found.kind and not is_answered_hint:
        return False
    if found.kind is RegionKind.MARK and not region.speaks_for_mark(found.text):
        return False
    if found.kind is not RegionKind.TEXT:
        return region.box.iou(found.box) >= SAME_PLACE_IOU
    shared = region.box.intersection(found.box)
    is_same_line = shared is not None and shared.area >= SAME_TEXT_SHARE * found.box.area
    if not (is_same_line or region.box.iou(found.box) >= SAME_PLACE_IOU):
        return False
    return region.text_kind is None or (region.text_kind is found.text_kind and set(found.roster) <= set(region.roster))


def _region(region_id: RegionId, photo_id: PhotoId, found: _Found) -> Region:
    return Region(
        id=region_id,
        photo_id=photo_id,
        kind=found.kind,
        box=found.box,
        origin=RegionOrigin.ENGINE,
        score=found.score,
        text=found.text,
        text_kind=found.text_kind,
        roster=found.roster,
        quality=found.quality,
        clothes=found.clothes,
    )
