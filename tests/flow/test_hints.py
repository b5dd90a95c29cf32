"""“Maybe a person”: covered until somebody says what it is, a face from then on, and never in the way of a face."""

from __future__ import annotations

import pytest

from app.domain.consent import Answer
from app.domain.detection import Hint, Region, RegionKind, Verdict
from app.domain.errors import RegisterError
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import PhotoState
from app.domain.treatment import Outcome, Reason, Treatment
from app.workflow import register, review
from app.workflow.analyse_photos import analyse_photos
from app.workflow.decide import decide_photo
from consent_db import photos
from tests.flow.posting import FACES, Story
from tests.schools import FACEBOOK

BACK_OF_A_HEAD = Box(360, 60, 410, 130)


def look_again(story: Story, *hints: Box) -> None:
    story.engines.hints = tuple(Hint(box, 0.2) for box in hints)
    [outcome] = analyse_photos(story.workspace, story.office, [story.photo_id])
    assert outcome.problem is None


@pytest.fixture
def hint(story: Story) -> Region:
    look_again(story, BACK_OF_A_HEAD)
    [found] = [region for region in story.regions() if region.kind is RegionKind.HINT]
    return found


def standing(story: Story, region: Region) -> Region:
    return next(r for r in story.regions() if r.id == region.id)


def state_of_photo(story: Story) -> PhotoState:
    with story.workspace.database.read() as connection:
        return photos.get(connection, story.photo_id).state


def treatment(story: Story, region: Region) -> tuple[Treatment, Reason]:
    decision = decide_photo(story.workspace, story.photo_id, FACEBOOK)
    return next((r.treatment, r.reason) for r in decision.regions if r.region_id == region.id)


@pytest.mark.policy("002-18")
def test_maybe_a_person_is_covered_until_somebody_says_what_it_is(story: Story, hint: Region) -> None:
    assert treatment(story, hint) == (Treatment.COVER, Reason.MAYBE_A_PERSON)
    covers = decide_photo(story.workspace, story.photo_id, FACEBOOK).covers
    assert any(cover.intersection(BACK_OF_A_HEAD) == BACK_OF_A_HEAD for cover in covers)


def test_a_hint_does_not_keep_a_photo_from_being_named_completely(story: Story, hint: Region) -> None:
    assert state_of_photo(story) is PhotoState.ANALYSED  # something new was found
    amara = story.regions()[0]
    review.name_region(story.workspace, story.office, amara.id, story.school.pupils["Amara"].id)
    assert state_of_photo(story) is PhotoState.IDENTIFIED
    assert treatment(story, hint)[0] is Treatment.COVER


def test_an_accepted_hint_is_a_face_that_can_be_named_and_stays_one_whatever_is_said_next(
    story: Story, hint: Region
) -> None:
    review.accept_hint(story.workspace, story.office, hint.id)
    assert (standing(story, hint).kind, treatment(story, hint)) == (
        RegionKind.FACE,
        (Treatment.COVER, Reason.UNNAMED),
    )
    review.set_always_cover(story.workspace, story.office, hint.id, True)
    review.set_always_cover(story.workspace, story.office, hint.id, False)
    assert standing(story, hint).kind is RegionKind.FACE
    with pytest.raises(RegisterError, match="no “maybe a person”"):
        review.accept_hint(story.workspace, story.office, hint.id)
    assert state_of_photo(story) is PhotoState.ANALYSED
    for _ in range(3):
        review.undo_last(story.workspace, story.office, story.photo_id)
    assert (standing(story, hint).kind, standing(story, hint).verdict) == (RegionKind.HINT, Verdict.UNNAMED)


def test_naming_a_hint_makes_it_that_persons_face(story: Story, hint: Region) -> None:
    amara = story.school.pupils["Amara"].id
    face_of_amara = next(r for r in story.regions() if r.box == FACES[0])
    review.set_verdict(story.workspace, story.office, face_of_amara.id, Verdict.NOT_A_FACE)
    review.name_region(story.workspace, story.office, hint.id, amara)
    assert (standing(story, hint).kind, standing(story, hint).person_id) == (RegionKind.FACE, amara)
    assert treatment(story, hint) == (Treatment.KEEP, Reason.CONSENT_YES)


def test_a_stranger_seen_from_behind_is_a_covered_stranger(story: Story, hint: Region) -> None:
    review.set_verdict(story.workspace, story.office, hint.id, Verdict.STRANGER)
    assert standing(story, hint).kind is RegionKind.FACE
    assert treatment(story, hint) == (Treatment.COVER, Reason.STRANGER)


def test_a_hint_where_nobody_is_stays_visible_and_is_not_asked_about_again(story: Story, hint: Region) -> None:
    review.set_verdict(story.workspace, story.office, hint.id, Verdict.NOT_A_FACE)
    assert treatment(story, hint) == (Treatment.KEEP, Reason.NOT_A_FACE)
    look_again(story, BACK_OF_A_HEAD.moved(3, 2))
    assert [r.id for r in story.regions() if r.kind is RegionKind.HINT] == [hint.id]
    review.undo_last(story.workspace, story.office, story.photo_id)
    assert treatment(story, hint) == (Treatment.COVER, Reason.MAYBE_A_PERSON)


def test_a_hint_on_a_known_face_adds_nothing(story: Story) -> None:
    before = [r.id for r in story.regions()]
    look_again(story, FACES[0].moved(4, 4))
    assert [r.id for r in story.regions()] == before


def test_a_box_drawn_round_a_hint_speaks_for_it_until_it_is_taken_away(story: Story, hint: Region) -> None:
    drawn = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.FACE, BACK_OF_A_HEAD)
    assert hint.id not in {r.id for r in story.regions()}
    review.remove_region(story.workspace, story.office, drawn.id)
    assert treatment(story, hint)[0] is Treatment.COVER


@pytest.mark.policy("001-03")
def test_while_a_child_is_on_hold_maybe_a_person_may_be_that_child(story: Story) -> None:
    register.place_hold(story.workspace, story.school.actor(Role.DSL), story.school.pupils["Ella"].id)
    assert decide_photo(story.workspace, story.photo_id, FACEBOOK).outcome is Outcome.COVERED
    look_again(story, BACK_OF_A_HEAD)
    assert decide_photo(story.workspace, story.photo_id, FACEBOOK).outcome is Outcome.WITHHELD
    [hint] = [region for region in story.regions() if region.kind is RegionKind.HINT]
    review.set_verdict(story.workspace, story.office, hint.id, Verdict.NOT_A_FACE)
    assert decide_photo(story.workspace, story.photo_id, FACEBOOK).outcome is Outcome.COVERED


def test_two_hints_a_little_apart_are_two(story: Story) -> None:
    look_again(story, BACK_OF_A_HEAD, BACK_OF_A_HEAD.moved(60, 0))
    assert len([r for r in story.regions() if r.kind is RegionKind.HINT]) == 2


def test_all_places_where_nobody_is_are_dismissed_at_once_and_taken_back_at_once(story: Story, hint: Region) -> None:
    look_again(story, BACK_OF_A_HEAD, BACK_OF_A_HEAD.moved(60, 0), BACK_OF_A_HEAD.moved(0, 90))
    answered, *others = [region for region in story.regions() if region.kind is RegionKind.HINT]
    review.accept_hint(story.workspace, story.office, answered.id)
    assert review.dismiss_hints(story.workspace, story.office, story.photo_id) == 2
    assert {treatment(story, other) for other in others} == {(Treatment.KEEP, Reason.NOT_A_FACE)}
    assert treatment(story, answered) == (Treatment.COVER, Reason.UNNAMED)
    assert review.dismiss_hints(story.workspace, story.office, story.photo_id) == 0
    review.undo_last(story.workspace, story.office, story.photo_id)
    assert {treatment(story, other) for other in others} == {(Treatment.COVER, Reason.MAYBE_A_PERSON)}
    assert standing(story, answered).kind is RegionKind.FACE
    review.undo_last(story.workspace, story.office, story.photo_id)
    assert standing(story, answered).kind is RegionKind.HINT


def test_a_hint_that_somebody_wants_covered_stays_covered_when_a_face_is_found_there(
    story: Story, hint: Region
) -> None:
    review.set_always_cover(story.workspace, story.office, hint.id, True)
    face = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.FACE, BACK_OF_A_HEAD)
    ella = story.school.pupils["Ella"].id
    story.school.say("Ella", FACEBOOK, Answer.YES)
    review.name_region(story.workspace, story.office, face.id, ella)
    assert treatment(story, face)[0] is Treatment.KEEP
    assert treatment(story, hint)[0] is Treatment.COVER
