"""A taught mark that shows in a finished picture, and that nobody looked at, reopens the review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.detection import Findings, MarkFinding, RegionKind, Verdict
from app.domain.errors import VerificationError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import RgbImage
from app.domain.platform_rules import PlatformLimits
from app.workflow import platforms, posts, review
from app.workflow.teach_mark import MarkKind, teach_mark
from app.workflow.workspace import EVERYTHING
from consent_db import audit, regions
from tests.flow.posting import PlannedEngines, tell, with_engines
from tests.schools import FACEBOOK, School
from tests.taught import LITTLE, NAME, crest_picture

PLACE = Box(10, 200, 60, 260)
CROPPED = Box(10, 140, 40, 180)


@dataclass
class SeesCoveredNoMore(PlannedEngines):
    """Finds the mark at its place unless it is covered by one flat colour."""

    def analyse(
        self, image: RgbImage, *, only: frozenset[str] = EVERYTHING, marks: tuple[tuple[str, bytes], ...] = ()
    ) -> Findings:
        seen = image[CROPPED.top : CROPPED.bottom, CROPPED.left : CROPPED.right].std() > 20
        found = tuple(MarkFinding(CROPPED, name, 0.9) for name, _learned in marks if seen)
        return replace(super().analyse(image, only=only), faces=(), marks=found, engines=("marks 2 planned",))


@dataclass
class SeesMark(PlannedEngines):
    """Finds the mark at one place of every picture it is asked about with marks."""

    def analyse(
        self, image: RgbImage, *, only: frozenset[str] = EVERYTHING, marks: tuple[tuple[str, bytes], ...] = ()
    ) -> Findings:
        found = tuple(MarkFinding(PLACE, name, 0.9) for name, _learned in marks)
        return replace(super().analyse(image, only=only), faces=(), marks=found, engines=("marks 2 planned",))


def test_a_mark_in_a_finished_picture_reopens_the_review_once(school: School, tmp_path: Path) -> None:
    story = tell(school, tmp_path / "phone")
    office = school.actor(Role.CONTRIBUTOR)
    post = story.rendered()
    list(teach_mark(story.workspace, office, name=NAME, kind=MarkKind.OWN, pictures=[crest_picture()], effort=LITTLE))
    seeing = with_engines(story.workspace, SeesMark())
    problems = [outcome.problem for outcome in posts.render_post(seeing, office, post.id)]
    assert [p.code for p in problems if isinstance(p, VerificationError)][:1] == ["new-mark"]
    with school.workspace.database.read() as connection:
        marks = [r for r in regions.of_photo(connection, story.photo_id) if r.kind is RegionKind.MARK]
        assert audit.verify(connection).ok
        actions = [event.action for event in audit.latest(connection)]
    assert [(mark.text, mark.box) for mark in marks] == [(NAME, PLACE)]
    assert actions.count("self-check-found-marks") == 1
    assert [outcome.problem for outcome in posts.render_post(seeing, office, post.id)] == [None, None]


def test_a_box_drawn_by_hand_and_called_no_mark_says_nothing_of_a_mark_found_there_later(
    school: School, tmp_path: Path
) -> None:
    story = tell(school, tmp_path / "phone")
    office = school.actor(Role.CONTRIBUTOR)
    drawn = review.add_region(story.workspace, office, story.photo_id, RegionKind.MARK, PLACE)
    review.set_verdict(story.workspace, office, drawn.id, Verdict.NOT_A_FACE)
    post = story.rendered()
    list(teach_mark(story.workspace, office, name=NAME, kind=MarkKind.OWN, pictures=[crest_picture()], effort=LITTLE))
    seeing = with_engines(story.workspace, SeesMark())
    [first, *_] = posts.render_post(seeing, office, post.id)
    assert isinstance(first.problem, VerificationError)
    found = [r for r in story.regions() if r.kind is RegionKind.MARK and r.text == NAME]
    assert [(region.box, region.verdict) for region in found] == [(PLACE, Verdict.UNNAMED)]


def test_without_a_taught_mark_nothing_is_looked_for(school: School, tmp_path: Path) -> None:
    story = tell(school, tmp_path / "phone")
    seeing = with_engines(story.workspace, SeesMark())
    post = story.draft()
    outcomes = list(posts.render_post(seeing, school.actor(Role.CONTRIBUTOR), post.id))
    assert [outcome.problem for outcome in outcomes] == [None, None]


def test_a_mark_in_a_cropped_picture_lands_where_it_is_in_the_photo_and_is_covered(
    school: School, tmp_path: Path
) -> None:
    story = tell(school, tmp_path / "phone")
    limits = PlatformLimits(narrowest=80, widest=100, max_edge_px=200, checked_on=story.workspace.clock.today())
    platforms.record_limits(story.workspace, school.actor(Role.CONSENT_ADMIN), FACEBOOK, limits)
    office = school.actor(Role.CONTRIBUTOR)
    list(teach_mark(story.workspace, office, name=NAME, kind=MarkKind.OWN, pictures=[crest_picture()], effort=LITTLE))
    seeing = with_engines(story.workspace, SeesCoveredNoMore())
    post = story.draft(captions={FACEBOOK: "Sports day."})
    [first] = posts.render_post(seeing, office, post.id)
    assert isinstance(first.problem, VerificationError)
    [mark] = [region for region in story.regions() if region.kind is RegionKind.MARK]
    assert mark.box == Box(155, 210, 200, 270)  # the crop begins at 140 and is shown at two thirds
    [second] = posts.render_post(seeing, office, post.id)
    assert second.rendition is not None
    assert any(cover.intersection(CROPPED) == CROPPED for cover in second.rendition.covered)
