"""What still stops a new school's first post, as Home says it."""

from __future__ import annotations

import pytest

from app.bootstrap import Administrator, create_workspace
from app.domain.consent import Answer
from app.domain.people import Role
from app.workflow import first_post, left_off, users
from app.workflow.first_post import Step
from tests.schools import FACEBOOK, PASSPHRASE, PASSWORD, WEBSITE, School


def left(workspace, actor) -> set[Step]:
    return {step.step for step in first_post.still_to_do(workspace, actor) if not step.is_done}


def test_an_empty_workspace_needs_everything(tmp_path) -> None:
    workspace = create_workspace(
        tmp_path / "new", school="Elmwood", passphrase=PASSPHRASE, administrator=Administrator("it", "Sam", PASSWORD)
    )
    it = users.sign_in(workspace, "it", PASSWORD)
    first = {Step.STAFF, Step.RULES, Step.PLATFORMS, Step.PUPILS, Step.ANSWERS, Step.MARKS, Step.PHOTOS}
    assert left(workspace, it) == first
    staff = first_post.still_to_do(workspace, it)[0]
    assert "The Headteacher has no account yet." in staff.words
    assert staff.who == "the Headteacher or IT"
    workspace.close()


def test_strict_rules_ask_for_a_named_and_permitted_publisher(tmp_path) -> None:
    from tests.schools import make_school

    school = make_school(tmp_path / "school")
    workspace, head = school.workspace, school.actor(Role.HEAD)
    assert Step.NAMED not in {s.step for s in first_post.still_to_do(workspace, head)}
    from app.workflow import school_settings

    school_settings.settle(workspace, head, "named_posters_only", True)
    school_settings.settle(workspace, head, "posting_permission_required", True)
    said = {s.step: s for s in first_post.still_to_do(workspace, head)}
    assert not said[Step.NAMED].is_done
    assert said[Step.NAMED].words == "Nobody is named to publish on Facebook and Website."
    assert not said[Step.PERMISSION].is_done
    workspace.close()


def test_steps_are_ticked_as_they_are_done(school: School) -> None:
    head = school.actor(Role.HEAD)
    assert Step.STAFF not in left(school.workspace, head)
    assert Step.PUPILS not in left(school.workspace, head)
    assert Step.ANSWERS in left(school.workspace, head)
    school.say("Amara", FACEBOOK, Answer.YES)
    school.say("Amara", WEBSITE, Answer.NO)
    assert Step.ANSWERS not in left(school.workspace, head)


def test_only_those_who_keep_the_training_read_whose_is_missing(school: School) -> None:
    from app.workflow import school_settings

    head = school.actor(Role.HEAD)
    school_settings.settle(school.workspace, head, "training_required", {"DEPUTY": ["data protection"]})
    said = {s.step: s.words for s in first_post.still_to_do(school.workspace, head)}
    assert said[Step.TRAINING] == "Training is not recorded for Deputy."
    said = {s.step: s.words for s in first_post.still_to_do(school.workspace, school.actor(Role.DEPUTY))}
    assert said[Step.TRAINING] == "Training is not recorded for 1 of the staff."


def test_who_has_no_part_in_it_is_told_nothing(school: School) -> None:
    assert first_post.still_to_do(school.workspace, school.actor(Role.GOVERNOR)) == ()


@pytest.mark.parametrize("subject", ["", "gone", "0f3e1c52-8f5e-4b34-9a39-6d8d4c1f7b11"])
def test_a_place_that_is_gone_is_not_offered(school: School, subject: str) -> None:
    office = school.actor(Role.CONTRIBUTOR)
    for page in (left_off.REVIEW, left_off.POSTS, "somewhere"):
        left_off.note_place(school.workspace, office, page, subject)
        assert left_off.carry_on(school.workspace, office) is None
