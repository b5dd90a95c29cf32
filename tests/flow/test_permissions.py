"""Written permissions on the way of a post: crests, adults, who posts, which device; on both engines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from app.domain.consent import Answer, ConsentKind, PlatformId
from app.domain.detection import MarkFinding, RegionKind
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.geometry import Box
from app.domain.people import Actor, Person, PersonKind, Role
from app.domain.permissions import PermissionKind
from app.domain.post import PostState, TaskKind
from app.domain.treatment import Reason, Treatment
from app.workflow import permissions, publish, records, refresh, register, review, school_settings
from app.workflow.decide import decide_photo
from consent_db import people
from consent_db import permissions as rows
from consent_db.consent import NewConsent
from tests.clocks import later
from tests.flow.posting import PlannedEngines, Story, nothing_written, post_now, releases_of, tasks_open, tell
from tests.schools import FACEBOOK, WEBSITE, School

CREST = Box(20, 220, 80, 280)
KEEP, COVER = Treatment.KEEP, Treatment.COVER


@dataclass
class SeesACrest(PlannedEngines):
    """Finds the school's crest under the three faces."""

    def analyse(self, image, **only):
        return replace(PlannedEngines.analyse(self, image, **only), marks=(MarkFinding(CREST, "own-crest", 0.9),))


@pytest.fixture
def story(either_school: School, tmp_path) -> Story:
    return tell(either_school, tmp_path / "camera", engines=SeesACrest())


def on_day(story: Story, days: int):
    return later(story.workspace, days)


def grant(story: Story, kind: PermissionKind, subject: str, *, actor: Actor | None = None, **more):
    today = story.workspace.clock.today()
    values = {
        "grantor": "Ms Lane", "grantor_role": "HEAD", "valid_from": today, "evidence": "letter, cabinet 2",
    } | more  # fmt: skip
    return permissions.grant(story.workspace, actor or story.head, kind, subject, **values)


def crest_on(story: Story, platform: PlatformId, days: int = 0) -> tuple[Treatment, Reason]:
    decision = decide_photo(on_day(story, days), story.photo_id, platform)
    [mark] = [r for r in decision.regions if r.kind is RegionKind.MARK]
    return mark.treatment, mark.reason


PERMITTED, FORBIDDEN = (KEEP, Reason.MARK_PERMISSION), (COVER, Reason.MARK_WITHOUT_PERMISSION)


@pytest.mark.policy("000-32")
@pytest.mark.policy("002-34")
def test_a_crest_is_covered_without_the_headteachers_written_permission_for_that_platform(story):
    assert crest_on(story, FACEBOOK) == FORBIDDEN
    grant(story, PermissionKind.MARK, "Own-Crest", platform_ids=[FACEBOOK])
    assert crest_on(story, FACEBOOK) == PERMITTED
    assert crest_on(story, WEBSITE) == FORBIDDEN


@pytest.mark.policy("000-32")
@pytest.mark.policy("002-34")
def test_a_permission_that_ran_out_blocks_the_post_that_rests_on_it(story, out):
    today = story.workspace.clock.today()
    grant(story, PermissionKind.MARK, "own-crest", valid_until=today + timedelta(3))
    post = story.approved()
    assert [crest_on(story, FACEBOOK, days) for days in (3, 4)] == [PERMITTED, FORBIDDEN]
    with pytest.raises(NotAllowedError):
        publish.export_release(on_day(story, 4), story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)
    assert post_now(story, post.id).state is PostState.DRAFT
    assert releases_of(story, post.id) == ()


@pytest.mark.policy("001-12")
def test_where_the_chief_executive_permits_marks_the_headteachers_permission_changes_nothing(story):
    school_settings.settle(story.workspace, story.head, "mark_grantor", "CEO")
    grant(story, PermissionKind.MARK, "own-crest", grantor_role="HEAD")
    assert crest_on(story, FACEBOOK) == FORBIDDEN
    grant(story, PermissionKind.MARK, "own-crest", grantor="Dr Noor", grantor_role="CEO")
    assert crest_on(story, FACEBOOK) == PERMITTED


@pytest.mark.policy("001-12")
def test_a_post_approved_under_the_headteachers_permission_does_not_go_out_once_the_chief_executives_is_asked_for(
    story, out
):
    grant(story, PermissionKind.MARK, "own-crest")
    post = story.approved()
    school_settings.settle(story.workspace, story.head, "mark_grantor", "CEO")
    with pytest.raises(NotAllowedError):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert nothing_written(out)


def test_ending_a_permission_lets_every_post_that_rests_on_it_fall_at_once(story, out):
    given = grant(story, PermissionKind.MARK, "own-crest")
    post = story.approved()
    publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert permissions.end(story.workspace, story.head, given.id, version=given.version) == 1
    assert post_now(story, post.id).state is PostState.DRAFT
    assert len(tasks_open(story, TaskKind.REVIEW)) == 1
    assert crest_on(story, FACEBOOK) == FORBIDDEN


def test_the_daily_look_lets_posts_fall_whose_permission_ran_out(story, out):
    refresh.look_ahead(story.workspace)
    grant(story, PermissionKind.MARK, "own-crest", valid_until=story.workspace.clock.today())
    post = story.approved()
    publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    refresh.look_ahead(on_day(story, 1))
    assert post_now(story, post.id).state is PostState.DRAFT
    assert len(tasks_open(story, TaskKind.REVIEW)) == 1


def test_ending_a_permission_leaves_posts_alone_that_another_one_carries(story):
    given = grant(story, PermissionKind.MARK, "own-crest")
    grant(story, PermissionKind.MARK, "own-crest", evidence="a second letter")
    post = story.approved()
    assert permissions.end(story.workspace, story.head, given.id, version=given.version) == 0
    assert post_now(story, post.id).state is PostState.APPROVED


def test_a_permission_for_all_platforms_is_for_those_there_are_and_never_for_a_later_one(story):
    given = grant(story, PermissionKind.MARK, "own-crest")
    assert set(given.platforms) == {FACEBOOK, WEBSITE}
    threads = story.school.add_platform(PlatformId("threads"), "Threads")
    assert crest_on(story, threads) == FORBIDDEN


def adult_in_picture(story: Story, kind: PersonKind = PersonKind.STAFF) -> Person:
    """Ruth Ashworth stands where Caitlin stood."""
    adult = people.new(kind, "Ruth", "Ashworth")
    register.add_person(story.workspace, story.school.actor(Role.CONSENT_ADMIN), adult)
    review.name_region(story.workspace, story.office, face_of(story, "Caitlin"), adult.id)
    return adult


def face_of(story: Story, forename: str):
    wanted = story.school.pupils[forename].id
    return next(region.id for region in story.regions() if region.person_id == wanted)


def shown(story: Story, adult: Person, platform: PlatformId, days: int = 0) -> tuple[Treatment, Reason]:
    decision = decide_photo(on_day(story, days), story.photo_id, platform)
    [face] = [r for r in decision.regions if r.person_id == adult.id]
    return face.treatment, face.reason


SHOWN, HIDDEN = (KEEP, Reason.ADULT_PERMISSION), (COVER, Reason.ADULT_NO_PERMISSION)
ADULTS = (PersonKind.STAFF, PersonKind.PARENT, PersonKind.GOVERNOR, PersonKind.VISITOR)


@pytest.mark.policy("000-35")
@pytest.mark.policy("002-37")
@pytest.mark.parametrize("kind", ADULTS)
def test_an_adult_is_covered_until_they_permit_their_picture_in_writing(school, tmp_path, kind):
    story = tell(school, tmp_path / "camera")
    adult = adult_in_picture(story, kind)
    assert shown(story, adult, FACEBOOK) == HIDDEN
    until = story.workspace.clock.today() + timedelta(5)
    grant(
        story, PermissionKind.ADULT, adult.id,
        grantor=adult.name, grantor_role="SELF", platform_ids=[FACEBOOK], valid_until=until,
    )  # fmt: skip
    assert shown(story, adult, FACEBOOK) == SHOWN
    assert shown(story, adult, WEBSITE) == HIDDEN
    assert [shown(story, adult, FACEBOOK, days) for days in (5, 6)] == [SHOWN, HIDDEN]


@pytest.mark.policy("002-37")
def test_an_adults_no_comes_before_their_permission_whenever_it_was_written(story):
    adult = adult_in_picture(story)
    grant(story, PermissionKind.ADULT, adult.id, grantor=adult.name, grantor_role="SELF")
    register.take_consent_away(story.workspace, story.office, adult.id)
    assert shown(story, adult, FACEBOOK) == HIDDEN
    grant(story, PermissionKind.ADULT, adult.id, grantor=adult.name, grantor_role="SELF")
    assert shown(story, adult, FACEBOOK) == HIDDEN


@pytest.mark.policy("000-35")
def test_an_adults_yes_counts_where_it_can_be_seen(story):
    adult = adult_in_picture(story)
    yes = NewConsent(
        person_id=adult.id, kind=ConsentKind.IMAGE, platform_id=FACEBOOK, answer=Answer.YES, giver=adult.name,
        valid_from=story.workspace.clock.today(), evidence="signed form, staff file", form_version="2026",
    )  # fmt: skip
    register.record_consent(story.workspace, story.school.actor(Role.CONSENT_ADMIN), yes)
    assert shown(story, adult, FACEBOOK) == SHOWN
    assert shown(story, adult, WEBSITE) == HIDDEN


@pytest.mark.policy("002-37")
def test_an_adult_who_takes_the_permission_back_is_taken_down_where_they_were_shown(story, out):
    adult = adult_in_picture(story)
    given = grant(story, PermissionKind.ADULT, adult.id, grantor=adult.name, grantor_role="SELF")
    post = story.approved()
    publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert permissions.end(story.workspace, story.head, given.id, version=given.version) == 1
    assert shown(story, adult, FACEBOOK) == HIDDEN
    assert len(tasks_open(story, TaskKind.TAKEDOWN)) == 1


@pytest.mark.policy("004-09")
@pytest.mark.policy("004-12")
def test_where_the_school_asks_for_it_nobody_publishes_without_a_written_permission_to_post(story, out):
    post = story.approved()
    school_settings.settle(story.workspace, story.head, "posting_permission_required", True)
    with pytest.raises(NotAllowedError, match="no written permission to post on Facebook") as refused:
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
    assert refused.value.code == "no-posting-permission"
    assert nothing_written(out)
    grant(story, PermissionKind.POSTING, story.deputy.user_id, platform_ids=[FACEBOOK], scope="weekly news")
    assert publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).folder.is_dir()
    with pytest.raises(NotAllowedError):
        publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)


@pytest.mark.policy("004-09")
@pytest.mark.policy("004-12")
def test_a_permission_to_post_counts_between_its_days_and_until_it_is_ended(story, out):
    school_settings.settle(story.workspace, story.head, "posting_permission_required", True)
    today = story.workspace.clock.today()
    given = grant(
        story, PermissionKind.POSTING, story.deputy.user_id,
        grantor="Mr Dean", grantor_role="MANAGER", valid_from=today + timedelta(1), valid_until=today + timedelta(2),
    )  # fmt: skip

    def may(days: int) -> bool:
        with story.workspace.database.read() as connection:
            return permissions.may_publish(connection, story.deputy.user_id, FACEBOOK, today + timedelta(days))

    assert [may(days) for days in range(4)] == [False, True, True, False]
    permissions.end(story.workspace, story.head, given.id, version=given.version)
    assert not any(may(days) for days in range(4))


def test_without_that_rule_the_deputy_publishes_as_before(story, out):
    post = story.approved()
    assert publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).folder.is_dir()


def test_a_personal_device_is_permitted_in_advance_by_the_headteacher_between_two_days(story):
    today = story.workspace.clock.today()
    it = story.school.actor(Role.IT)
    phone = permissions.register_device(story.workspace, it, key="usb-4711", label="Mrs Hill’s phone")
    given = grant(story, PermissionKind.DEVICE, phone, valid_from=today, valid_until=today + timedelta(7))
    assert (given.grantor, given.grantor_role, given.platforms) == ("Ms Lane", "HEAD", ())
    with story.workspace.database.read() as connection:
        found = [rows.device_permission(connection, phone, today + timedelta(days)) for days in (-1, 0, 7, 8)]
    assert found == [None, given, given, None]
    with pytest.raises(RegisterError):
        grant(story, PermissionKind.DEVICE, phone, grantor_role="IT")
    with pytest.raises(RegisterError):
        grant(story, PermissionKind.DEVICE, "no such device")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"grantor": " "}, "who gave"),
        ({"grantor_role": ""}, "who gave"),
        ({"evidence": "  "}, "in writing"),
        ({"valid_until": timedelta(-1)}, "before it begins"),
        ({"valid_from": timedelta(-9), "valid_until": timedelta(-1)}, "over already"),
        ({"platform_ids": [PlatformId("nowhere")]}, "not in the register"),
        ({"subject": "  "}, "which logo"),
        ({"grantor_role": "a very long title of somebody important"}, "at most 32"),
    ],
)
def test_a_permission_that_leaves_something_out_is_refused_and_nothing_is_written(school, change, words):
    story = Story(school, PlannedEngines(), school.workspace, None)
    today = school.workspace.clock.today()
    more = {key: today + value if isinstance(value, timedelta) else value for key, value in change.items()}
    with pytest.raises(RegisterError, match=words):
        grant(story, PermissionKind.MARK, more.pop("subject", "own-crest"), **more)
    assert permissions.listed(school.workspace, story.head) == ()


def test_a_permission_may_rest_on_a_scanned_paper_kept_in_the_vault(story):
    given = grant(story, PermissionKind.MARK, "own-crest", evidence="", scan=b"%PDF-1.7 from the brand's owner")
    assert crest_on(story, FACEBOOK) == PERMITTED
    kept = permissions.read_scan(story.workspace, story.head, given)
    assert kept.data == b"%PDF-1.7 from the brand's owner"
    with pytest.raises(NotAllowedError):
        permissions.read_scan(story.workspace, story.school.actor(Role.CONTRIBUTOR), given)


def test_no_permission_shows_a_pupil(school):
    story = Story(school, PlannedEngines(), school.workspace, None)
    with pytest.raises(RegisterError, match="a parent has to agree"):
        grant(story, PermissionKind.ADULT, school.pupils["Amara"].id, grantor_role="SELF")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_nobody_but_the_headteacher_grants_or_ends_a_permission(school, role):
    story = Story(school, PlannedEngines(), school.workspace, None)
    given = grant(story, PermissionKind.MARK, "own-crest")
    with pytest.raises(NotAllowedError):
        grant(story, PermissionKind.MARK, "own-crest", actor=school.actor(role))
    with pytest.raises(NotAllowedError):
        permissions.end(school.workspace, school.actor(role), given.id, version=given.version)
    [(kept, _)] = permissions.listed(school.workspace, story.head)
    assert kept == given


def test_two_people_ending_or_shortening_one_permission_learn_of_each_other(story):
    given = grant(story, PermissionKind.MARK, "own-crest")
    tomorrow = story.workspace.clock.today() + timedelta(1)
    short = permissions.shorten(story.workspace, story.head, given.id, version=given.version, last_day=tomorrow)
    assert (short.valid_until, short.version) == (tomorrow, given.version + 1)
    with pytest.raises(RegisterError, match="changed meanwhile"):
        permissions.end(story.workspace, story.head, given.id, version=given.version)
    assert crest_on(story, FACEBOOK) == PERMITTED
    permissions.end(story.workspace, story.head, given.id, version=short.version)
    with pytest.raises(RegisterError, match="changed meanwhile"):
        permissions.end(story.workspace, story.head, given.id, version=short.version + 1)


def test_a_permission_cannot_be_prolonged_without_a_new_writing(story):
    tomorrow = story.workspace.clock.today() + timedelta(1)
    given = grant(story, PermissionKind.MARK, "own-crest", valid_until=tomorrow)
    for day in (tomorrow, tomorrow + timedelta(30)):
        with pytest.raises(RegisterError, match="ends then already"):
            permissions.shorten(story.workspace, story.head, given.id, version=given.version, last_day=day)


def test_the_list_says_what_each_permission_is_about_and_the_records_name_nobody(story):
    adult = adult_in_picture(story)
    grant(story, PermissionKind.MARK, "own-crest")
    grant(story, PermissionKind.ADULT, adult.id, grantor=adult.name, grantor_role="SELF")
    grant(story, PermissionKind.POSTING, story.deputy.user_id)
    about = {permission.kind: words for permission, words in permissions.listed(story.workspace, story.head)}
    assert about == {
        PermissionKind.MARK: "own-crest",
        PermissionKind.ADULT: "Ruth Ashworth",
        PermissionKind.POSTING: story.deputy.name,
    }
    bodies = "".join(e.body for e in records.audit_events(story.workspace, story.school.actor(Role.DPO)))
    assert "Ashworth" not in bodies
    assert "Lane" not in bodies
