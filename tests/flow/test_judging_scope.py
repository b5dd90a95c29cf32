"""Reading only the answers that a photo or post concerns judges it just as reading all of them does."""

from __future__ import annotations

from datetime import timedelta

from app.domain.consent import Answer, ConsentKind
from app.domain.people import Role
from app.workflow import refusals, register, review
from app.workflow.post_material import facts_of, findings_of, judging
from consent_db import platforms
from tests.flow.posting import Story
from tests.schools import FACEBOOK, WEBSITE
from tests.unit.workflow.consent_acts import child, office, sign, today


def both(story: Story, post):
    """Decisions and findings from the whole register, and from what the photo and post concern."""
    with story.workspace.database.read() as connection:
        facts = facts_of(connection, story.photo_id)
        places = platforms.everything(connection)
        whole = judging(story.workspace, connection)
        by_photo = judging(story.workspace, connection, story.photo_id)
        by_post = judging(story.workspace, connection, post)
        for judge in (whole, by_photo, by_post):
            yield [judge.decide(facts, place) for place in places], [judge.unanswered(facts, p) for p in places]
        assert findings_of(by_post, post) == findings_of(whole, post)


def test_a_photo_and_a_post_are_judged_alike_from_all_answers_and_from_those_they_concern(story: Story) -> None:
    school, manager = story.school, office(story.school)
    school.add_pupil("Femi", "Bright", "Ash")
    sign(school, "Mrs Bright", {(ConsentKind.NAME, WEBSITE): Answer.YES}, forename="Femi")
    post = story.draft(captions={FACEBOOK: "Well done Dev and Femi Bright!", WEBSITE: "Thank you, Femi."})
    acts = (
        lambda: None,
        lambda: refusals.take_consent_away(story.workspace, manager, child(school, "Ben"), platform_ids=[WEBSITE]),
        lambda: register.mark_as_left(
            story.workspace, manager, child(school, "Caitlin"), today(school) - timedelta(days=1)
        ),
        lambda: review.refuse_appearance(story.workspace, story.office, story.photo_id, child(school, "Dev")),
        lambda: register.place_hold(story.workspace, school.actor(Role.DSL), child(school, "Ella")),
        lambda: register.place_hold(story.workspace, school.actor(Role.DSL), child(school, "Femi")),
    )
    for act in acts:
        act()
        whole, by_photo, by_post = both(story, post)
        assert by_photo == whole
        assert by_post == whole
