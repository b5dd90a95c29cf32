"""What new findings do to the regions of a photo: they add, and leave alone what a person said."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.analysis.merging import RegionChanges, merge_regions
from app.analysis.names import JudgedText
from app.domain.detection import (
    FaceDetection,
    Findings,
    MarkFinding,
    Region,
    RegionId,
    RegionKind,
    RegionOrigin,
    TextFinding,
    TextKind,
    Verdict,
)  # fmt: skip
from app.domain.geometry import Box
from app.domain.people import PersonId
from app.domain.photo import PhotoId

PHOTO = PhotoId("photo")
FACE = Box(100, 100, 160, 180)


def face(box: Box, score: float = 0.9) -> FaceDetection:
    return FaceDetection(box, box, score)


def text(words: str, kind: TextKind, box: Box, *roster: str) -> JudgedText:
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return JudgedText(TextFinding(corners, words, 0.9, kind), tuple(PersonId(p) for p in roster))


def merge(existing: list[Region], *faces: FaceDetection, texts: tuple[JudgedText, ...] = ()) -> RegionChanges:
    numbers = itertools.count(1)
    findings = Findings(1000, 800, faces=faces, texts=tuple(t.finding for t in texts), engines=("faces 1", "texts 1"))
    return merge_regions(PHOTO, existing, findings, texts, fresh_id=lambda: RegionId(f"new-{next(numbers)}"))


def region(box: Box, **more: object) -> Region:
    base = Region(RegionId(f"r-{box.left}-{box.top}"), PHOTO, RegionKind.FACE, box, RegionOrigin.ENGINE)
    return replace(base, **more)  # type: ignore[arg-type]


def test_a_face_nobody_knew_becomes_a_region_and_reopens_review() -> None:
    changes = merge([], face(FACE))
    assert [(r.box, r.kind, r.origin, r.verdict) for r in changes.new] == [
        (FACE, RegionKind.FACE, RegionOrigin.ENGINE, Verdict.UNNAMED)
    ]
    assert changes.reopens_review
    assert [(e.region_id, e.engine) for e in changes.evidence] == [(changes.new[0].id, "faces 1")]


def test_a_face_at_a_known_place_is_evidence_only() -> None:
    known = region(FACE, verdict=Verdict.NAMED, person_id=PersonId("amara"))
    changes = merge([known], face(FACE.moved(4, 4)))
    assert not changes.reopens_review
    assert [e.region_id for e in changes.evidence] == [known.id]


def test_what_a_person_called_no_face_is_not_found_anew() -> None:
    assert not merge([region(FACE, verdict=Verdict.NOT_A_FACE)], face(FACE)).new


def test_a_face_below_a_box_that_was_taken_away_is_found_anew() -> None:
    taken_away = region(FACE, origin=RegionOrigin.PERSON, removed=True)
    assert merge([taken_away], face(FACE)).new


def test_a_box_that_overlaps_too_little_is_another_face() -> None:
    assert merge([region(FACE)], face(FACE.moved(40, 0))).new


def test_a_mark_does_not_hide_a_face_at_the_same_place() -> None:
    assert merge([region(FACE, kind=RegionKind.MARK)], face(FACE)).new


def test_marks_become_regions_with_their_key() -> None:
    findings = Findings(10, 10, marks=(MarkFinding(Box(1, 1, 5, 5), "own-crest", 0.8),))
    changes = merge_regions(PHOTO, [], findings, (), fresh_id=lambda: RegionId("m"))
    assert [(r.kind, r.text) for r in changes.new] == [(RegionKind.MARK, "own-crest")]


def test_only_flagged_lines_become_regions() -> None:
    lines = (
        text("Exit", TextKind.OTHER, Box(0, 0, 50, 20)),
        text("Amara Okafor", TextKind.NAME, Box(0, 40, 90, 60), "amara"),
    )
    changes = merge([], texts=lines)
    assert [(r.text, r.text_kind, r.roster) for r in changes.new] == [("Amara Okafor", TextKind.NAME, ("amara",))]


def test_a_line_cleared_by_a_person_stays_cleared_when_read_again() -> None:
    place = Box(0, 40, 90, 60)
    cleared = region(
        place, kind=RegionKind.TEXT, text_kind=TextKind.NAME, roster=(PersonId("amara"),), verdict=Verdict.NOT_A_NAME
    )
    assert not merge([cleared], texts=(text("Amara", TextKind.NAME, Box(2, 41, 60, 60), "amara"),)).new


def test_a_cleared_line_that_now_names_a_new_pupil_is_looked_at_again() -> None:
    place = Box(0, 40, 90, 60)
    cleared = region(place, kind=RegionKind.TEXT, text_kind=TextKind.NAME, verdict=Verdict.NOT_A_NAME)
    assert merge([cleared], texts=(text("Amara", TextKind.NAME, place, "amara"),)).new


_BOXES = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.integers(0, 300), st.integers(0, 300), st.integers(5, 120), st.integers(5, 120),
)  # fmt: skip
_REGIONS = st.builds(
    lambda number, box, kind, origin, verdict, removed: Region(
        RegionId(f"r{number}"), PHOTO, kind, box, origin, verdict=verdict, removed=removed
    ),
    st.integers(0, 10**6), _BOXES, st.sampled_from([RegionKind.FACE, RegionKind.OTHER]),
    st.sampled_from(list(RegionOrigin)), st.sampled_from(list(Verdict)), st.booleans(),
)  # fmt: skip


@given(st.lists(_REGIONS, max_size=6, unique_by=lambda r: r.id), st.lists(_BOXES, max_size=8))
def test_every_face_has_a_region_and_no_known_region_changes(existing: list[Region], boxes: list[Box]) -> None:
    before = list(existing)
    changes = merge(existing, *(face(box) for box in boxes))
    assert existing == before
    assert not {r.id for r in changes.new} & {r.id for r in existing}
    standing = [r for r in existing if not r.removed] + list(changes.new)
    assert all(any(r.kind is RegionKind.FACE and r.box.iou(b) >= 0.5 for r in standing) for b in boxes)
    assert len(changes.evidence) == len(boxes)


@given(st.lists(_REGIONS, max_size=4, unique_by=lambda r: r.id), st.lists(_BOXES, max_size=6))
def test_looking_twice_adds_nothing_the_second_time(existing: list[Region], boxes: list[Box]) -> None:
    faces = [face(box) for box in boxes]
    first = merge(existing, *faces)
    assert not merge([*existing, *first.new], *faces).new


def test_what_was_said_of_one_mark_says_nothing_of_another_at_its_place() -> None:
    def found(mark: str, known: tuple[Region, ...]) -> list[str]:
        findings = Findings(90, 90, marks=(MarkFinding(Box(1, 1, 50, 50), mark, 0.8),), engines=("marks 2",))
        return [r.text for r in merge_regions(PHOTO, known, findings, (), fresh_id=lambda: RegionId("new")).new]

    crest = Region(RegionId("a"), PHOTO, RegionKind.MARK, Box(1, 1, 50, 50), RegionOrigin.ENGINE, text="own-crest")
    assert found("own-crest", (crest,)) == []
    assert found("brand", (crest,)) == ["brand"]
    drawn = replace(crest, text="", origin=RegionOrigin.PERSON)
    assert found("brand", (drawn,)) == []
    assert found("brand", (replace(drawn, verdict=Verdict.NOT_A_FACE),)) == ["brand"]
    assert found("brand", (replace(drawn, verdict=Verdict.NOT_A_FACE, always_cover=True),)) == []
