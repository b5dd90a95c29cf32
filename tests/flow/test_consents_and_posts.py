"""What answers, leaving, birthdays and joined entries do to photos and posts, seen through decisions and posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.consent import CHILD, SELF, Answer, ConsentKind, PlatformId
from app.domain.detection import Presence
from app.domain.errors import NotAllowedError
from app.domain.people import PersonKind, Role
from app.domain.post import PostState, ReleaseState, TaskKind
from app.domain.treatment import Outcome, Reason, Treatment
from app.workflow import contacts, merging, posts, publish, refresh, refusals, register, review
from app.workflow.decide import decide_photo
from consent_db import contacts as contact_rows
from consent_db import people
from tests import clocks
from tests.flow.posting import EVENT, Story, post_now, releases_of, tasks_open
from tests.schools import FACEBOOK, WEBSITE
from tests.unit.workflow.consent_acts import change, child, office, sign, today

YES, NO = Answer.YES, Answer.NO
IMAGE, NAME = ConsentKind.IMAGE, ConsentKind.NAME


def later(story: Story, days: int):
    return clocks.later(story.workspace, days)


def live(story: Story, out, *platforms: PlatformId):
    """The post approved, exported and online."""
    post = story.approved()
    made = {}
    for platform in platforms:
        made[platform] = publish.export_release(story.workspace, story.deputy, post.id, platform, out).release
        publish.note_live(story.workspace, story.deputy, made[platform].id, f"https://example.org/{platform}")
    return post, made


def why(story: Story, forename: str, platform: PlatformId = FACEBOOK, *, days: int = 0):
    decided = decide_photo(later(story, days), story.photo_id, platform)
    wanted = story.school.pupils[forename].id
    return next((r.treatment, r.reason) for r in decided.regions if r.person_id == wanted)


def to_look_at(story: Story):
    return [task.release_id for task in tasks_open(story, TaskKind.REVIEW)]


@pytest.mark.policy("002-19")
def test_yes_for_facebook_and_no_for_the_website_clears_one_and_covers_the_other(story: Story) -> None:
    sign(story.school, "parent of Amara", {(IMAGE, FACEBOOK): YES, (IMAGE, WEBSITE): NO})
    assert why(story, "Amara", FACEBOOK) == (Treatment.KEEP, Reason.CONSENT_YES)
    assert why(story, "Amara", WEBSITE) == (Treatment.COVER, Reason.CONSENT_NO)


@pytest.mark.policy("002-22")
def test_a_yes_for_the_picture_does_not_let_the_name_stand_in_the_words(story: Story) -> None:
    post = story.draft(captions={WEBSITE: "Well done Amara!"})
    blocking = {f.code for f in posts.check(story.workspace, post.id) if f.blocks}
    assert "name-in-words" in blocking
    sign(story.school, "parent of Amara", {(NAME, WEBSITE): YES})
    assert "name-in-words" not in {f.code for f in posts.check(story.workspace, post.id) if f.blocks}


@pytest.mark.policy("002-03", "001-02", "004-02")
@pytest.mark.parametrize("name", ["Twitter", "LinkedIn", "Blog", "Instagram", "TikTok", "WhatsApp", "Wikipedia"])
def test_nobody_is_shown_on_a_platform_they_were_never_asked_about(story: Story, name: str) -> None:
    place = story.school.add_platform(PlatformId(name.lower()), name)
    decision = decide_photo(story.workspace, story.photo_id, place)
    assert {r.reason for r in decision.regions} == {Reason.CONSENT_NOT_ASKED}
    assert decision.shown == ()


@pytest.mark.policy("003-25", "000-35", "002-37")
@pytest.mark.parametrize("kind", [PersonKind.STAFF, PersonKind.PARENT, PersonKind.GOVERNOR, PersonKind.VISITOR])
def test_an_adult_in_the_picture_is_covered_without_their_own_written_permission(story: Story, kind) -> None:
    adult = people.new(kind, "Ruth", "Ashworth")
    register.add_person(story.workspace, office(story.school), adult)
    story.school.pupils["Ruth"] = adult
    review.name_region(story.workspace, story.office, story.regions()[0].id, adult.id)
    assert why(story, "Ruth") == (Treatment.COVER, Reason.ADULT_NO_PERMISSION)
    sign(story.school, SELF, forename="Ruth")
    assert why(story, "Ruth") == (Treatment.KEEP, Reason.ADULT_PERMISSION)
    refusals.take_consent_away(story.workspace, story.office, adult.id)
    assert why(story, "Ruth") == (Treatment.COVER, Reason.ADULT_NO_PERMISSION)


@pytest.mark.policy("003-25")
def test_video_needs_a_yes_of_its_own(story: Story) -> None:
    with story.workspace.database.read() as connection:
        from consent_db import consent

        known = consent.snapshot(connection)
    amara, day = child(story.school), today(story.school)
    assert known.standing(amara, kind=IMAGE, platform_id=FACEBOOK, today=day).allows
    assert not known.standing(amara, kind=ConsentKind.VIDEO, platform_id=FACEBOOK, today=day).allows


@pytest.mark.policy("004-13")
def test_on_the_sixteenth_birthday_the_face_is_covered_until_the_pupil_agrees(story: Story) -> None:
    birthday = today(story.school) + timedelta(days=5)
    change(story.school, date_of_birth=birthday.replace(year=birthday.year - 16))
    assert why(story, "Amara", days=4) == (Treatment.KEEP, Reason.CONSENT_YES)
    assert why(story, "Amara", days=5) == (Treatment.COVER, Reason.CONSENT_ASK_PUPIL)
    change(story.school, date_of_birth=birthday.replace(year=birthday.year - 17))
    assert why(story, "Amara") == (Treatment.COVER, Reason.CONSENT_ASK_PUPIL)
    sign(story.school, CHILD, {(IMAGE, FACEBOOK): YES}, parent_informed_on=today(story.school))
    assert why(story, "Amara") == (Treatment.KEEP, Reason.CONSENT_YES)
    assert why(story, "Amara", WEBSITE) == (Treatment.COVER, Reason.CONSENT_ASK_PUPIL)


@pytest.mark.policy("003-08")
def test_a_leaver_is_covered_prepared_posts_fall_and_live_ones_are_looked_at_not_taken_down(story: Story, out) -> None:
    post, made = live(story, out, FACEBOOK, WEBSITE)
    waiting = story.submitted()
    yesterday = today(story.school) - timedelta(days=1)
    assert register.mark_as_left(story.workspace, office(story.school), child(story.school), yesterday) == 2
    assert why(story, "Amara") == (Treatment.COVER, Reason.LEFT_SCHOOL)
    assert post_now(story, waiting.id).state is PostState.DRAFT
    assert sorted(to_look_at(story)) == sorted(r.id for r in made.values())
    assert tasks_open(story, TaskKind.TAKEDOWN) == ()
    assert {r.state for r in releases_of(story, post.id)} == {ReleaseState.LIVE}


@pytest.mark.policy("003-08")
def test_live_posts_are_looked_at_on_the_day_after_the_last_day_and_only_once(story: Story, out) -> None:
    _post, made = live(story, out, WEBSITE)
    refresh.look_ahead(story.workspace)
    register.mark_as_left(story.workspace, office(story.school), child(story.school), today(story.school))
    assert to_look_at(story) == []
    assert refresh.look_ahead(later(story, 1)).to_look_at == 1
    assert to_look_at(story) == [made[WEBSITE].id]
    with story.workspace.database.transaction() as connection:
        from consent_db import releases

        releases.finish_task(connection, tasks_open(story, TaskKind.REVIEW)[0].id, by="test", proof="may stay")
    refresh.look_ahead(later(story, 2))
    assert to_look_at(story) == []


def test_a_yes_that_ran_out_on_one_platform_touches_only_what_is_out_there(story: Story, out) -> None:
    soon = today(story.school) + timedelta(days=3)
    sign(story.school, "parent of Amara", {(IMAGE, FACEBOOK): YES}, valid_until=soon)
    _post, made = live(story, out, FACEBOOK, WEBSITE)
    refresh.look_ahead(story.workspace)
    refresh.look_ahead(later(story, 3))
    assert to_look_at(story) == []
    refresh.look_ahead(later(story, 4))
    assert to_look_at(story) == [made[FACEBOOK].id]


def test_an_approved_post_does_not_go_out_after_a_yes_in_it_ran_out(story: Story, out) -> None:
    soon = today(story.school) + timedelta(days=3)
    sign(story.school, "parent of Amara", {(IMAGE, FACEBOOK): YES}, valid_until=soon)
    post = story.approved()
    with pytest.raises(NotAllowedError, match="before something changed"):
        publish.export_release(later(story, 4), story.deputy, post.id, FACEBOOK, out)
    assert list(out.iterdir()) == []


def test_a_no_for_one_platform_takes_down_what_is_there_and_leaves_the_other(story: Story, out) -> None:
    _post, made = live(story, out, FACEBOOK, WEBSITE)
    taken = refusals.take_consent_away(story.workspace, story.office, child(story.school), platform_ids=[FACEBOOK])
    assert taken == 1
    assert [t.release_id for t in tasks_open(story, TaskKind.TAKEDOWN)] == [made[FACEBOOK].id]
    assert why(story, "Amara", WEBSITE) == (Treatment.KEEP, Reason.CONSENT_YES)


@pytest.mark.policy("001-03", "004-32")
@pytest.mark.parametrize("role", list(Role))
def test_a_no_said_to_anybody_covers_at_once_whatever_was_agreed(story: Story, role: Role) -> None:
    assert why(story, "Amara") == (Treatment.KEEP, Reason.CONSENT_YES)
    refusals.take_consent_away(story.workspace, story.school.actor(role), child(story.school), by_child=True)
    sign(story.school, "parent of Amara")
    assert why(story, "Amara") == (Treatment.COVER, Reason.CONSENT_NO)


def test_a_parent_who_loses_responsibility_leaves_a_covered_child_and_a_post_to_look_at(story: Story, out) -> None:
    mother = contact_rows.new(child(story.school), "Mrs Okafor", "mother", parental_responsibility=True)
    contacts.add_contact(story.workspace, office(story.school), mother)
    [event] = {e.giver for e in _history(story)}
    assert event == "parent of Amara"
    sign(story.school, mother, {(IMAGE, WEBSITE): YES})
    _post, made = live(story, out, WEBSITE)
    yesterday = today(story.school) - timedelta(days=1)
    contacts.end_contact(story.workspace, office(story.school), mother.id, yesterday)
    assert to_look_at(story) == [made[WEBSITE].id]


def _history(story: Story):
    from app.workflow import consents

    return consents.consent_history(story.workspace, office(story.school), child(story.school))


def twin_entry(story: Story):
    """A second entry of Amara, named in the picture instead of the first and on the list of the event."""
    twin = replace(people.new(PersonKind.PUPIL, "Amara", "Okafor"), registration_group="Oak")
    register.add_person(story.workspace, office(story.school), twin)
    story.school.pupils["Twin"] = twin
    review.name_region(story.workspace, story.office, story.regions()[0].id, twin.id)
    review.set_roster(story.workspace, story.office, EVENT, [p.id for p in story.school.pupils.values()])
    amara = story.school.pupils["Amara"]
    review.answer_presence(story.workspace, story.office, story.photo_id, amara.id, Presence.NOT_IN_PICTURE)
    return twin


def test_a_face_named_as_the_entry_that_goes_is_judged_by_the_answers_of_both(story: Story) -> None:
    twin = twin_entry(story)
    assert why(story, "Twin") == (Treatment.COVER, Reason.CONSENT_NOT_ASKED)
    merging.join_entries(story.workspace, office(story.school), story.school.pupils["Amara"], twin)
    assert why(story, "Amara") == (Treatment.KEEP, Reason.CONSENT_YES)
    assert twin.id not in {r.person_id for r in story.regions()}
    assert decide_photo(story.workspace, story.photo_id, WEBSITE).outcome is not Outcome.WITHHELD


def test_joining_with_an_entry_that_says_no_covers_and_takes_live_posts_down(story: Story, out) -> None:
    _post, made = live(story, out, WEBSITE)
    twin = replace(people.new(PersonKind.PUPIL, "Amara", "Okafor"), registration_group="Oak")
    register.add_person(story.workspace, office(story.school), twin)
    refusals.take_consent_away(story.workspace, story.office, twin.id)
    assert tasks_open(story, TaskKind.TAKEDOWN) == ()
    merging.join_entries(story.workspace, office(story.school), story.school.pupils["Amara"], twin)
    assert [t.release_id for t in tasks_open(story, TaskKind.TAKEDOWN)] == [made[WEBSITE].id]
    assert why(story, "Amara", WEBSITE) == (Treatment.COVER, Reason.CONSENT_NO)


def test_undoing_a_name_back_to_the_entry_that_went_shows_nobody(story: Story) -> None:
    twin = twin_entry(story)
    merging.join_entries(story.workspace, office(story.school), story.school.pupils["Amara"], twin)
    review.undo_last(story.workspace, story.office, story.photo_id)
    [first, *_rest] = decide_photo(story.workspace, story.photo_id, WEBSITE).regions
    assert first.treatment is Treatment.COVER


@pytest.mark.policy("004-13")
def test_a_live_post_is_looked_at_when_a_pupil_in_it_turns_sixteen(story: Story, out) -> None:
    birthday = today(story.school) + timedelta(days=5)
    change(story.school, date_of_birth=birthday.replace(year=birthday.year - 16))
    _post, made = live(story, out, WEBSITE)
    refresh.look_ahead(later(story, 4))
    assert to_look_at(story) == []
    assert refresh.look_ahead(later(story, 5)).to_ask == 1
    assert to_look_at(story) == [made[WEBSITE].id]
    assert tasks_open(story, TaskKind.TAKEDOWN) == ()
