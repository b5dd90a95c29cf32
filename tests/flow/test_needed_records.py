"""What an open request, complaint or incident is about stays until it is closed, whatever its age and its entry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.cases import CaseKind, Step
from app.domain.errors import RegisterError
from app.domain.people import PersonKind, Role
from app.domain.retention import Item, Keep, RecordClass, Subject
from app.workflow import cases, merging, publish, register, retention, subject_access
from app.workflow.erasure import erase_item
from consent_db import people
from tests.clocks import later
from tests.flow.posting import Story
from tests.schools import FACEBOOK

BY_RIGHT = {"asked_by": "Mrs A. Okafor", "standing": "mother, with parental responsibility"}


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def opened(story: Story, kind: CaseKind, forename: str = "Amara", **more: object):
    about = {"person_id": story.school.pupils[forename].id} | BY_RIGHT
    return cases.open_case(story.workspace, story.school.actor(Role.DPO), kind, "a letter came", **about | more)


def kept_photo(story: Story, days: int = 60) -> list[Keep]:
    shown = retention.preview(later(story.workspace, days), story.school.actor(Role.DPO))
    return [keep for kept in shown.kept if kept.item.subject is Subject.PHOTO for keep in kept.why]


@pytest.mark.parametrize("kind", [CaseKind.ACCESS, CaseKind.COMPLAINT, CaseKind.BLACKMAIL, CaseKind.DISCLOSURE])
def test_a_photo_of_somebody_whose_request_or_incident_is_open_outlives_its_time(story: Story, kind: CaseKind) -> None:
    dpo = story.school.actor(Role.DPO)
    case = opened(story, kind)
    assert kept_photo(story) == [Keep.CASE]
    item = Item(RecordClass.UNUSED_PHOTO, Subject.PHOTO, story.photo_id, "Photo 1", None, "past its time", 1)
    with pytest.raises(RegisterError):
        erase_item(later(story.workspace, 60), dpo, item, "past its time")
    [kept] = retention.preview_person(story.workspace, dpo, story.school.pupils["Amara"].id).kept
    assert Keep.CASE in kept.why
    for step in (Step.ACKNOWLEDGED, Step.IDENTITY, *([Step.ICO_SETTLED] if kind.is_breach else [])):
        cases.take_step(story.workspace, dpo, case.id, step, "by letter")
    cases.take_step(story.workspace, story.school.actor(Role.DSL), case.id, Step.DSL_REFUSED)
    cases.close(story.workspace, dpo, case.id, "answered by letter")
    assert kept_photo(story) == []


@pytest.mark.parametrize("kind", [CaseKind.ERASURE, CaseKind.OBJECTION, CaseKind.CORRECTION])
def test_who_asks_for_a_change_is_not_kept_from_it_by_asking(story: Story, kind: CaseKind) -> None:
    opened(story, kind)
    assert kept_photo(story) == []
    shown = retention.preview_person(story.workspace, story.school.actor(Role.DPO), story.school.pupils["Amara"].id)
    assert [item.subject for item in shown.items] == [Subject.PERSON]


def test_a_photo_somebody_found_them_in_is_kept_though_nobody_named_the_face(story: Story) -> None:
    dpo = story.school.actor(Role.DPO)
    case = opened(story, CaseKind.ACCESS, "Ella")
    assert kept_photo(story) == []
    subject_access.answer(story.workspace, dpo, case.id, story.photo_id, is_in=True)
    assert kept_photo(story) == [Keep.CASE]


def test_the_photos_of_a_post_an_incident_is_about_are_kept_though_it_was_taken_down(story: Story, out: Path) -> None:
    post = story.approved()
    release = publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out).release
    case = cases.open_case(
        story.workspace, story.office, CaseKind.WRONG_PICTURE, "Ben is on it.", release_id=release.id
    )
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    assert kept_photo(story, 900) == [Keep.CASE]
    shown = retention.preview(later(story.workspace, 60), story.school.actor(Role.DPO))
    assert [kept.why for kept in shown.kept if kept.item.subject is Subject.PICTURE] == [(Keep.CASE,)] * 2
    cases.take_step(story.workspace, story.head, case.id, Step.ICO_SETTLED, "told by its form")
    cases.close(story.workspace, story.head, case.id, "no harm came of it")
    assert kept_photo(story, 900) == []


def test_a_restriction_keeps_the_records_of_an_entry_that_was_joined_since(story: Story) -> None:
    workspace, data, dpo = story.workspace, story.school.actor(Role.CONSENT_ADMIN), story.school.actor(Role.DPO)
    twice = replace(people.new(PersonKind.PUPIL, "Amaretta", "Okonkwo"), upn="B820200023001")
    register.add_person(workspace, data, twice)
    case = cases.open_case(
        workspace, dpo, CaseKind.RESTRICTION, "Leave it alone.", person_id=story.school.pupils["Amara"].id, **BY_RIGHT
    )
    stays = merging.join_entries(workspace, data, people_of(story, twice.id), people_of(story, "Amara"))
    assert cases.view(workspace, dpo, case.id).case.person_id == stays.id
    [kept] = retention.preview_person(workspace, dpo, stays.id).kept
    assert Keep.FROZEN in kept.why
    assert kept_photo(story) == [Keep.FROZEN]


def test_a_request_about_an_entry_that_was_joined_since_still_finds_its_photos(story: Story) -> None:
    workspace, data, dpo = story.workspace, story.school.actor(Role.CONSENT_ADMIN), story.school.actor(Role.DPO)
    twice = people.new(PersonKind.PUPIL, "Amaretta", "Okonkwo")
    register.add_person(workspace, data, twice)
    case = opened(story, CaseKind.ACCESS)
    merging.join_entries(workspace, data, people_of(story, twice.id), people_of(story, "Amara"))
    assert [photo.id for photo in subject_access.index(workspace, dpo, case.id).named] == [story.photo_id]


def test_a_frozen_entry_stays_frozen_when_it_is_joined_to_another(story: Story) -> None:
    workspace, data, dpo = story.workspace, story.school.actor(Role.CONSENT_ADMIN), story.school.actor(Role.DPO)
    twice = people.new(PersonKind.PUPIL, "Amaretta", "Okonkwo")
    register.add_person(workspace, data, twice)
    retention.freeze_person(workspace, dpo, story.school.pupils["Amara"].id)
    stays = merging.join_entries(workspace, data, people_of(story, twice.id), people_of(story, "Amara"))
    [kept] = retention.preview_person(workspace, dpo, stays.id).kept
    assert kept.why == (Keep.FROZEN,)
    retention.let_go(workspace, dpo, stays.id)
    assert retention.preview_person(workspace, dpo, stays.id).kept == ()


def test_a_closed_case_about_somebody_who_is_frozen_outlives_its_time(story: Story) -> None:
    dpo = story.school.actor(Role.DPO)
    case = opened(story, CaseKind.OBJECTION)
    cases.close(story.workspace, dpo, case.id, "no pictures any more")
    retention.freeze_person(story.workspace, dpo, story.school.pupils["Amara"].id)
    shown = retention.preview(later(story.workspace, 2300), dpo)
    assert [kept.why for kept in shown.kept if kept.item.id == case.id] == [(Keep.FROZEN,)]


def people_of(story: Story, who: str):
    with story.workspace.database.read() as connection:
        return people.get(connection, story.school.pupils[who].id if who in story.school.pupils else who)
