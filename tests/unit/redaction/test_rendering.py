"""A rendition: cropped, resized, covered, proven, encoded once; nothing hidden has a part in its bytes."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.consent import PlatformId
from app.domain.detection import RegionId, RegionKind
from app.domain.errors import NotAllowedError, VerificationError
from app.domain.geometry import Box, head_around
from app.domain.photo import PhotoId, RgbImage
from app.domain.treatment import Decision, Outcome, Reason, RegionDecision, Treatment
from app.imaging.metadata import unexpected_blocks
from app.redaction import rendering
from app.redaction.covering import CoverLook
from app.redaction.rendering import Rendered, render


def region(number: int, box: Box, treatment: Treatment, cover_box: Box | None = None) -> RegionDecision:
    reason = Reason.CONSENT_YES if treatment is Treatment.KEEP else Reason.UNNAMED
    return RegionDecision(
        RegionId(str(number)), RegionKind.FACE, box, cover_box or box, treatment, reason, clause="002-17"
    )


def decision(*regions: RegionDecision, outcome: Outcome = Outcome.COVERED) -> Decision:
    return Decision(PhotoId("photo"), PlatformId("website"), outcome, regions)


def covering(boxes: Sequence[Box]) -> Decision:
    return decision(*(region(n, box, Treatment.COVER) for n, box in enumerate(boxes)))


def noise(width: int, height: int, seed: int = 1) -> RgbImage:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def made(
    image: RgbImage, said: Decision, *, edge: int = 200, look: CoverLook = CoverLook.FLAT, crop: Box | None = None
) -> Rendered:
    return render(image, said, max_edge_px=edge, max_bytes=500_000, look=look, crop=crop)


@st.composite
def inner_boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.integers(0, 250)), draw(st.integers(0, 180))
    return Box(left, top, left + draw(st.integers(1, 120)), top + draw(st.integers(1, 90)))


@pytest.mark.parametrize("look", list(CoverLook))
@settings(max_examples=25, deadline=None)
@given(
    boxes=st.lists(inner_boxes(), min_size=1, max_size=3),
    edge=st.integers(40, 320),
    crop=st.one_of(st.none(), st.just(Box(13, 7, 241, 173))),
)
def test_every_byte_is_the_same_whatever_stood_in_the_covered_boxes(
    look: CoverLook, boxes: list[Box], edge: int, crop: Box | None
) -> None:
    one = noise(260, 190)
    other = one.copy()
    for box in boxes:
        other[box.top : box.bottom, box.left : box.right] = 255 - one[box.top : box.bottom, box.left : box.right]
    said = covering([b for b in boxes if b.clipped(260, 190)])
    first, second = made(one, said, edge=edge, look=look, crop=crop), made(other, said, edge=edge, look=look, crop=crop)
    assert first == second


def test_the_boxes_of_a_rendition_lie_where_the_faces_are(shared_data: Path) -> None:
    folder = shared_data / "faces_groups"
    name = "family_5.jpg"
    image = np.asarray(Image.open(folder / "images" / name).convert("RGB"))
    height, width = image.shape[:2]
    faces = [Box.from_xywh(*face) for face in json.loads((folder / "faces.json").read_text())[name]]
    hidden, visible = faces[0], faces[-1]
    said = decision(
        region(0, hidden, Treatment.COVER, head_around(hidden).clipped(width, height)),
        region(1, visible, Treatment.KEEP),
    )
    done = made(image, said, edge=600)
    assert max(done.width, done.height) == 600
    scale = 600 / max(width, height)
    pixels = np.asarray(Image.open(io.BytesIO(done.data)))
    assert pixels.shape == (done.height, done.width, 3)
    (cover,) = done.covered
    assert cover.contains(head_around(hidden).clipped(width, height).scaled(scale, scale))  # type: ignore[union-attr]
    inside = pixels[cover.top + 8 : cover.bottom - 8, cover.left + 8 : cover.right - 8].astype(int)
    assert np.ptp(inside, axis=(0, 1)).max() <= 12
    (shown,) = done.shown
    plain = np.asarray(Image.fromarray(image).resize((done.width, done.height), Image.Resampling.LANCZOS)).astype(int)
    place = (slice(shown.top, shown.bottom), slice(shown.left, shown.right))
    assert np.abs(plain[place] - pixels[place]).mean() < 6


def test_a_crop_moves_the_boxes_and_leaves_out_what_is_outside() -> None:
    image = noise(200, 100)
    said = decision(
        region(0, Box(120, 40, 140, 60), Treatment.COVER),
        region(1, Box(5, 5, 20, 20), Treatment.COVER),
        region(2, Box(160, 40, 170, 60), Treatment.KEEP),
    )
    done = made(image, said, crop=Box(100, 20, 190, 90))
    assert (done.width, done.height) == (90, 70)
    assert done.covered == (Box(20, 20, 40, 40),)
    assert done.shown == (Box(60, 20, 70, 40),)


def test_a_face_behind_somebody_elses_cover_is_not_called_shown() -> None:
    said = decision(region(0, Box(20, 20, 60, 60), Treatment.COVER), region(1, Box(30, 30, 50, 50), Treatment.KEEP))
    assert made(noise(100, 100), said).shown == ()


def test_a_withheld_photo_is_never_rendered() -> None:
    with pytest.raises(NotAllowedError) as refusal:
        made(noise(50, 50), decision(outcome=Outcome.WITHHELD))
    assert refusal.value.code == "withheld"


def test_boxes_of_another_picture_are_refused() -> None:
    with pytest.raises(VerificationError):
        made(noise(50, 50), covering([Box(400, 400, 420, 420)]))
    with pytest.raises(VerificationError):
        made(noise(50, 50), covering([]), crop=Box(60, 60, 70, 70))


def test_a_cover_that_leaks_stops_the_rendition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "cover", lambda image, boxes, look: image.copy())
    with pytest.raises(VerificationError) as refusal:
        made(noise(50, 50), covering([Box(10, 10, 30, 30)]))
    assert refusal.value.code == "cover-leaks"


def test_a_rendition_is_clean_and_says_how_it_was_made() -> None:
    done = made(noise(300, 200), covering([Box(10, 10, 60, 60)]), look=CoverLook.FROSTED)
    assert unexpected_blocks(done.data) == ()
    assert "frosted" in done.recipe
    assert "Pillow" in done.recipe
    assert made(noise(300, 200), covering([Box(10, 10, 60, 60)]), look=CoverLook.FROSTED) == done


def test_a_picture_that_cannot_fit_the_platform_is_refused() -> None:
    with pytest.raises(VerificationError) as refusal:
        render(noise(200, 200), covering([]), max_edge_px=200, max_bytes=300)
    assert refusal.value.code == "too-many-bytes"
