"""Reading only the answers that a photo or post concerns judges it just as reading all of them does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.consent import Answer, ConsentKind
from app.domain.people import Role
from app.workflow import merging, refusals, register, review
from app.workflow.post_material import facts_of, findings_of, judging
from consent_db import people, platforms
from tests.flow.posting import Story
from tests.schools import FACEBOOK, WEBSITE
from tests.unit.workflow.consent_acts import child, office, sign, today


def both(story: Story, post):
    """Decisions and findings from the whole register, and from what the photo and post concern."""
    with story.workspace.database.read() as connection:
        facts = facts_of(connection, story.photo_id)
        places = platforms.everything(connection)
        whole = judging(story.workspace, connection)
        by_photo = judging(story.workspace, connection, facts)
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


_NAMING = (
    "Well done FemiBright and #teamZoe!",
    "Z o ë ran, F. Bright jumped and Brights won; thank you O'Neill.",
    "Born 14/03/2017 in May, will Ana María come? #AnaMaríaCampbell",
    "Nobody is named here, whoever may win.",
    "Reids of Campbell-Reid, Dev’s team, BEN",
)


@pytest.mark.parametrize("words", _NAMING)
def test_words_are_checked_against_everybody_though_few_people_are_read(story: Story, words: str) -> None:
    """People no photo concerns, their birth dates, joined entries: all of them are found without reading the roll."""
    school = story.school
    for forename, surname in (("Femi", "Bright"), ("Zoë", "O'Neill"), ("Ana María", "Campbell-Reid"), ("Will", "May")):
        school.add_pupil(forename, surname, "Ash")
    with story.workspace.database.transaction() as connection:
        will = people.get(connection, child(school, "Will"))
        people.change(connection, replace(will, date_of_birth=date(2017, 3, 14), preferred_surname="Reid"))
    post = story.draft(captions={FACEBOOK: words, WEBSITE: words.upper()})
    whole, _by_photo, by_post = both(story, post)
    assert by_post == whole


def test_whoever_no_longer_has_an_entry_is_found_in_no_way(story: Story) -> None:
    school, manager = story.school, office(story.school)
    school.add_pupil("Femi", "Bright", "Ash")
    school.add_pupil("Femi ", "Brightly", "Ash")
    with story.workspace.database.read() as connection:
        stays, goes = (people.get(connection, child(school, name)) for name in ("Femi", "Femi "))
    merging.join_entries(story.workspace, manager, stays, goes)
    post = story.draft(captions={FACEBOOK: "Brightly won.", WEBSITE: "Bright won."})
    with story.workspace.database.read() as connection:
        known = judging(story.workspace, connection, post).snapshot.people
    assert stays.id in known
    assert goes.id not in known
    whole, _by_photo, by_post = both(story, post)
    assert by_post == whole
