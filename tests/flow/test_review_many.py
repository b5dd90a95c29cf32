"""Several places of a photo in one act, names put right, whole people covered, and steps back and forth again."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.detection import RegionKind, Verdict
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role
from app.domain.treatment import Reason, Treatment
from app.workflow import review, review_many
from app.workflow.decide import decide_photo
from consent_db import audit
from tests.flow.posting import FACES, Story, tell
from tests.schools import FACEBOOK, WEBSITE, School


@pytest.fixture
def story(school: School, tmp_path: Path) -> Story:
    return tell(school, tmp_path / "phone")


def _faces(story: Story):
    faces = [r for r in story.regions() if r.kind is RegionKind.FACE]
    return sorted(faces, key=lambda r: r.box.left)


def _names(story: Story) -> list[str]:
    by_id = {p.id: name for name, p in story.school.pupils.items()}
    return [by_id.get(face.person_id, face.verdict.value) for face in _faces(story)]


def _latest(story: Story) -> str:
    with story.workspace.database.read() as connection:
        return audit.latest(connection, limit=1)[0].action


def _treatments(story: Story) -> list[Treatment]:
    decided = {d.region_id: d.treatment for d in decide_photo(story.workspace, story.photo_id, WEBSITE).regions}
    return [decided[face.id] for face in _faces(story)]


def test_several_faces_become_strangers_in_one_act_and_come_back_with_one_step(story: Story) -> None:
    first, second, _third = _faces(story)
    said = review_many.set_verdicts(story.workspace, story.office, [first.id, second.id], Verdict.STRANGER)
    assert (said, _names(story), _latest(story)) == (2, ["STRANGER", "STRANGER", "Caitlin"], "regions-judged")
    review.undo_last(story.workspace, story.office, story.photo_id)
    assert _names(story) == ["Amara", "Ben", "Caitlin"]
    review.redo_last(story.workspace, story.office, story.photo_id)
    assert _names(story) == ["STRANGER", "STRANGER", "Caitlin"]


def test_names_come_off_several_faces_at_once(story: Story) -> None:
    ids = [face.id for face in _faces(story)]
    review_many.set_verdicts(story.workspace, story.office, ids, Verdict.UNNAMED)
    assert _names(story) == ["UNNAMED"] * 3
    assert review_many.set_verdicts(story.workspace, story.office, ids, Verdict.UNNAMED) == 0


def test_several_faces_are_covered_by_hand_and_released_again(story: Story) -> None:
    ids = [face.id for face in _faces(story)]
    assert _treatments(story) == [Treatment.KEEP] * 3
    review_many.set_always_covers(story.workspace, story.office, ids[:2], True)
    assert _treatments(story) == [Treatment.COVER, Treatment.COVER, Treatment.KEEP]
    assert review_many.set_always_covers(story.workspace, story.office, ids, True) == 1
    review_many.set_always_covers(story.workspace, story.office, ids, False)
    assert _treatments(story) == [Treatment.KEEP] * 3


def test_a_whole_person_is_covered_with_the_face_and_released_with_the_same_word(story: Story) -> None:
    face = _faces(story)[0]
    review_many.cover_bodies(story.workspace, story.office, [face.id])
    [body] = [r for r in story.regions() if r.kind is RegionKind.OTHER]
    assert body.box.contains(FACES[0])
    assert body.box.height > 3 * FACES[0].height or body.box.bottom == 300
    decided = {d.region_id: d for d in decide_photo(story.workspace, story.photo_id, WEBSITE).regions}
    assert decided[face.id].reason is Reason.COVERED_BY_HAND
    assert decided[body.id].treatment is Treatment.COVER
    assert review_many.cover_bodies(story.workspace, story.office, [face.id]) == -1
    assert [r.kind for r in story.regions()] == [RegionKind.FACE] * 3
    assert _treatments(story)[0] is Treatment.KEEP
    review.undo_last(story.workspace, story.office, story.photo_id)
    assert _treatments(story)[0] is Treatment.COVER
    review.undo_last(story.workspace, story.office, story.photo_id)
    assert [r.kind for r in story.regions()] == [RegionKind.FACE] * 3
    review.redo_last(story.workspace, story.office, story.photo_id)
    assert len(story.regions()) == 4


def test_names_on_the_wrong_faces_are_exchanged_in_one_act(story: Story) -> None:
    first, second, _third = _faces(story)
    review_many.swap_names(story.workspace, story.office, first.id, second.id)
    assert _names(story) == ["Ben", "Amara", "Caitlin"]
    review.undo_last(story.workspace, story.office, story.photo_id)
    assert _names(story) == ["Amara", "Ben", "Caitlin"]
    unnamed = [first.id, second.id]
    review_many.set_verdicts(story.workspace, story.office, unnamed, Verdict.UNNAMED)
    with pytest.raises(RegisterError, match="Neither"):
        review_many.swap_names(story.workspace, story.office, *unnamed)


def test_a_name_on_two_faces_is_kept_where_it_is_right(story: Story) -> None:
    first, _second, third = _faces(story)
    review.name_region(story.workspace, story.office, third.id, story.school.pupils["Amara"].id)
    assert _treatments(story) == [Treatment.COVER, Treatment.KEEP, Treatment.COVER]
    assert review_many.keep_name_here(story.workspace, story.office, first.id) == 1
    assert _names(story) == ["Amara", "Ben", "UNNAMED"]
    assert review_many.keep_name_here(story.workspace, story.office, first.id) == 0


def test_steps_go_back_and_forth_until_something_else_is_said(story: Story) -> None:
    workspace, office, photo = story.workspace, story.office, story.photo_id
    ids = [face.id for face in _faces(story)]
    review.set_verdict(workspace, office, ids[0], Verdict.STRANGER)
    review.set_verdict(workspace, office, ids[1], Verdict.STRANGER)
    for _ in range(2):
        review.undo_last(workspace, office, photo)
    assert _names(story) == ["Amara", "Ben", "Caitlin"]
    review.redo_last(workspace, office, photo)
    assert _names(story) == ["STRANGER", "Ben", "Caitlin"]
    review.redo_last(workspace, office, photo)
    assert _names(story) == ["STRANGER", "STRANGER", "Caitlin"]
    assert review.redo_last(workspace, office, photo) is None
    review.undo_last(workspace, office, photo)
    review.undo_last(workspace, office, photo)
    review.redo_last(workspace, office, photo)
    assert _names(story) == ["STRANGER", "Ben", "Caitlin"]
    review.undo_last(workspace, office, photo)
    review.set_verdict(workspace, office, ids[2], Verdict.STRANGER)
    assert review.redo_last(workspace, office, photo) is None
    assert _names(story) == ["Amara", "Ben", "STRANGER"]


@pytest.mark.parametrize("role", [Role.CONSENT_ADMIN, Role.GOVERNOR, Role.IT])
def test_only_those_who_review_say_anything(story: Story, role: Role) -> None:
    ids = [face.id for face in _faces(story)]
    actor = story.school.actor(role)
    for act in (
        lambda: review_many.set_verdicts(story.workspace, actor, ids, Verdict.UNNAMED),
        lambda: review_many.set_always_covers(story.workspace, actor, ids, False),
        lambda: review_many.cover_bodies(story.workspace, actor, ids),
        lambda: review_many.swap_names(story.workspace, actor, ids[0], ids[1]),
        lambda: review_many.keep_name_here(story.workspace, actor, ids[0]),
        lambda: review.redo_last(story.workspace, actor, story.photo_id),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert _names(story) == ["Amara", "Ben", "Caitlin"]
    assert decide_photo(story.workspace, story.photo_id, FACEBOOK).photo_id == story.photo_id
