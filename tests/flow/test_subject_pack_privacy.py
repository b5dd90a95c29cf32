"""A pack of one person that tries to show somebody else: names in titles, papers, events, addresses and records."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.cases import CaseKind, Step
from app.domain.consent import Answer, ConsentKind
from app.domain.detection import Presence, Verdict
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import PersonId, PersonKind, Role
from app.workflow import cases, consents, contacts, posts, register, review, subject_access, subject_report
from app.workflow.subject_pack import make_pack, making_pack
from app.workflow.without_others import WithoutOthers
from consent_db import contacts as contact_rows
from consent_db import people
from consent_db.consent import NewConsent
from tests.flow.posting import FACES, Story
from tests.flow.test_subject_access import asked
from tests.schools import WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def archive_of(folder: Path) -> str:
    """Every word of the archive, which is made from the same sheets as the paper."""
    connection = sqlite3.connect(folder / "records.db")
    try:
        return "\n".join(line for line in connection.iterdump() if line.startswith("INSERT"))
    finally:
        connection.close()


def test_titles_papers_addresses_and_words_name_nobody_else(story: Story, tmp_path: Path) -> None:
    workspace, amara = story.workspace, story.school.pupils["Amara"]
    data = story.school.actor(Role.CONSENT_ADMIN)
    mother = contact_rows.new(amara.id, "Ngozi Eze", "mother", parental_responsibility=True)
    contacts.add_contact(workspace, data, mother)
    answer = NewConsent(
        amara.id, ConsentKind.NAME, WEBSITE, Answer.NO, "Ngozi Eze", workspace.clock.today(), "mother",
        "Letter of Ngozi Eze, who also writes for Caitlin Price, 07700 900123", contact_id=mother.id,
    )  # fmt: skip
    consents.record_consent(workspace, data, answer)
    post = story.draft(captions={WEBSITE: "Ben Tailor hands Amara the cup."})
    posts.edit_post(
        workspace, story.office, post.id, title="Amara Okafor, Ben and Caitlin win", pictures=post.pictures,
        platforms=post.platforms,
    )  # fmt: skip
    made = make_pack(workspace, story.school.actor(Role.DPO), asked(story, "Amara").id, tmp_path / "pack")
    told = archive_of(made.folder)
    assert "Amara Okafor, … and … win" in told
    assert "Letter of …, who also writes for …, …" in told
    assert "'mother'" in told
    assert "… hands Amara the cup." in told
    everybody = ("Ben", "Tailor", "Caitlin", "Price", "Ngozi", "Eze", "07700")
    assert [name for name in everybody if name in told] == []


def test_staff_are_called_by_their_office_and_holds_and_concerns_stay_out(story: Story, tmp_path: Path) -> None:
    workspace, dsl, dpo = story.workspace, story.school.actor(Role.DSL), story.school.actor(Role.DPO)
    amara = story.school.pupils["Amara"].id
    register.place_hold(workspace, dsl, amara)
    register.lift_hold(workspace, dsl, amara)
    concern = cases.open_case(workspace, dsl, CaseKind.CONCERN, "Worried about home.", person_id=amara)
    cases.open_case(workspace, dpo, CaseKind.COMPLAINT, "Ben pushed her.", person_id=amara, asked_by="Mrs A. Okafor")
    made = make_pack(workspace, dpo, asked(story, "Amara").id, tmp_path / "pack")
    told = archive_of(made.folder)
    assert "hold" not in told
    assert "Worried" not in told
    assert concern.id not in told
    assert "… pushed her." in told
    assert "the data manager" in told
    assert [role for role in Role if story.school.actor(role).name in told] == []


def test_what_only_two_people_open_is_not_in_the_index_of_the_data_protection_officer(story: Story) -> None:
    dpo, amara = story.school.actor(Role.DPO), story.school.pupils["Amara"].id
    cases.open_case(story.workspace, story.head, CaseKind.CONCERN, "Worried about home.", person_id=amara)
    found = subject_access.index(story.workspace, dpo, asked(story, "Amara").id)
    assert [case.kind for case in found.cases] == [CaseKind.ACCESS]


def test_a_photo_somebody_only_pointed_at_is_said_and_not_left_out_in_silence(story: Story, tmp_path: Path) -> None:
    review.answer_presence(story.workspace, story.office, story.photo_id, story.school.pupils["Dev"].id,
                           Presence.IN_PICTURE)  # fmt: skip
    made = make_pack(story.workspace, story.school.actor(Role.DPO), asked(story, "Dev").id, tmp_path / "pack")
    assert (made.pictures, made.left_out) == (0, (1,))


def test_a_refusal_of_the_safeguarding_lead_while_the_pack_is_made_stops_it(story: Story, tmp_path: Path) -> None:
    case, target = asked(story, "Amara"), tmp_path / "pack"
    steps = making_pack(story.workspace, story.school.actor(Role.DPO), case.id, target)
    assert next(steps).number == 1
    cases.take_step(story.workspace, story.school.actor(Role.DSL), case.id, Step.DSL_REFUSED)
    with pytest.raises(NotAllowedError, match="safeguarding lead"):
        list(steps)
    assert list(target.iterdir()) == []


def test_a_face_that_is_named_otherwise_while_the_pack_is_made_stops_it(story: Story, tmp_path: Path) -> None:
    case, target = asked(story, "Amara"), tmp_path / "pack"
    steps = making_pack(story.workspace, story.school.actor(Role.DPO), case.id, target)
    next(steps)
    amara = next(region for region in story.regions() if region.box == FACES[0])
    review.set_verdict(story.workspace, story.office, amara.id, Verdict.STRANGER)
    with pytest.raises(RegisterError, match="changed while the pack was made"):
        list(steps)
    assert list(target.iterdir()) == []


def test_a_pack_that_is_cancelled_leaves_nothing_and_no_record(story: Story, tmp_path: Path) -> None:
    case, target, dpo = asked(story, "Amara"), tmp_path / "pack", story.school.actor(Role.DPO)
    steps = making_pack(story.workspace, dpo, case.id, target)
    first = next(steps)
    assert (first.number, first.total, first.done_with) == (1, 2, None)
    steps.close()
    assert list(target.iterdir()) == []
    assert Step.PACK_MADE not in [s.step for s in cases.view(story.workspace, dpo, case.id).steps]


AMARA = replace(people.new(PersonKind.PUPIL, "Amara", "Okafor"), id=PersonId("amara"))
OTHERS = {
    PersonId(str(at)): replace(people.new(PersonKind.PUPIL, *name), id=PersonId(str(at)))
    for at, name in enumerate((("Chioma", "Okafor"), ("Amara", "Smith"), ("Grace", "Hill"), ("Zoë", "O'Brien")))
}


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Amara Okafor wins", "Amara Okafor wins"),
        ("Chioma Okafor and Amara", "… and Amara"),
        ("Amara Smith reads to all of Oak with Amara", "… reads to all of Oak with Amara"),
        ("Amara and Chioma sing", "Amara and … sing"),
        ("Well done, Grace", "Well done, …"),
        ("ZOE’S picture", "…’S picture"),
        ("Call 07700 900123 or mail zoe@home.example", "Call … or mail …"),
        ("Nobody is named here.", "Nobody is named here."),
    ],
)
def test_names_the_person_bears_stay_and_all_others_go(words: str, left: str) -> None:
    without = WithoutOthers(frozenset({"amara", "okafor"}), OTHERS, {})
    assert without.clean(words) == left


def test_the_paper_is_made_from_the_sheets_of_the_archive(story: Story) -> None:
    dpo = story.school.actor(Role.DPO)
    found = subject_access.index(story.workspace, dpo, asked(story, "Amara").id)
    with story.workspace.database.read() as connection:
        names = subject_report.names_of(connection, found)
    written = subject_report.sheets(found, names, WithoutOthers(frozenset(), {}, {}))
    assert [sheet.key for sheet in written][:2] == ["entry", "answers"]
    assert all(len(row) == len(sheet.columns) for sheet in written for row in sheet.on_paper())
