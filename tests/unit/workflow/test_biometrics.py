"""Biometric consent through its front door, on both engines: what is refused, what holds at once, what is deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from app.domain.biometrics import BiometricFact, Jurisdiction, Lack
from app.domain.consent import Answer
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.matching import MatchingRecord
from app.domain.people import Actor, PersonId, PersonKind, Role
from app.domain.post import TaskKind
from app.workflow import biometrics, matching, records, refresh, register
from app.workflow import contacts as contact_acts
from app.workflow.workspace import Workspace
from consent_db import biometrics as rows
from consent_db import contacts, people, releases
from tests.schools import FACEBOOK, School

SEALED = b"\x00sealed elsewhere\xff"
NETWORK = "sface 2021 ab12"


@dataclass
class Family:
    """Amara, eight years old, with both parents in the register."""

    school: School
    child: PersonId
    mother: str
    father: str

    @property
    def workspace(self) -> Workspace:
        return self.school.workspace

    @property
    def today(self) -> date:
        return self.workspace.clock.today()

    @property
    def data(self) -> Actor:
        return self.school.actor(Role.CONSENT_ADMIN)

    def tell(self, *parents: str) -> None:
        for parent in parents:
            biometrics.record_notice(
                self.workspace, self.data, self.child, parent, on_day=self.today, evidence="letter by post"
            )

    def agree(self, parent: str | None) -> None:
        biometrics.record_yes(
            self.workspace, self.data, self.child, parent, on_day=self.today, in_writing=True, evidence="form 3"
        )

    def enrol(self, number: int = 2) -> None:
        for _ in range(number):
            biometrics.store_template(
                self.workspace, self.data, self.child, network=NETWORK, sealed=SEALED, quality=0.8
            )

    def lacks(self) -> list[Lack]:
        return [m.lack for m in biometrics.status(self.workspace, self.data, self.child).missing]

    def templates(self) -> int:
        with self.workspace.database.read() as connection:
            return len(rows.templates_of(connection, self.child))

    def gallery(self, day: date | None = None) -> frozenset[PersonId]:
        with self.workspace.database.read() as connection:
            return rows.gallery(connection, day or self.today)

    def receipts(self) -> list[str]:
        head = self.school.actor(Role.HEAD)
        return [r.words for r in records.receipts(self.workspace, head, kind=biometrics.RECEIPT_KIND)]


def complete_record(today: date) -> MatchingRecord:
    return MatchingRecord(
        dpia_reference="DPIA 12", dpia_date=today, dpo_name="Kim Reed", review_date=today + timedelta(300),
        notices="Letters in the office, school website", alternative="Names are typed from the class list",
    )  # fmt: skip


def switch_on(school: School) -> None:
    head = school.actor(Role.HEAD)
    matching.record_matching(school.workspace, head, complete_record(school.workspace.clock.today()))
    matching.switch_matching_on(school.workspace, head)


def family_of(school: School, forename: str, born: date) -> Family:
    child = replace(school.pupils[forename], date_of_birth=born)
    school.pupils[forename] = register.change_person(school.workspace, school.actor(Role.CONSENT_ADMIN), child)
    parents = [
        contacts.new(child.id, f"{title} {child.surname}", parental_responsibility=True) for title in ("Mrs", "Mr")
    ]
    with school.workspace.database.transaction() as connection:
        for parent in parents:
            contacts.add(connection, parent, by="data")
    return Family(school, child.id, parents[0].id, parents[1].id)


@pytest.fixture
def family(either_school: School) -> Family:
    return family_of(either_school, "Amara", either_school.workspace.clock.today() - timedelta(8 * 366))


@pytest.fixture
def enrolled(family: Family) -> Family:
    """Both parents told, the mother agreed, the school compares faces, two templates are kept."""
    switch_on(family.school)
    family.tell(family.mother, family.father)
    family.agree(family.mother)
    family.enrol()
    return family


def test_a_child_is_in_the_gallery_once_all_parents_were_told_and_one_agreed_in_writing(family: Family) -> None:
    switch_on(family.school)
    family.tell(family.mother)
    family.agree(family.mother)
    assert (family.lacks(), family.gallery()) == ([Lack.NOT_TOLD], frozenset())
    family.tell(family.father)
    assert (family.lacks(), family.gallery()) == ([], {family.child})


def test_a_yes_to_photos_is_no_yes_to_comparing_the_face(family: Family) -> None:
    switch_on(family.school)
    family.tell(family.mother, family.father)
    family.school.say("Amara", FACEBOOK, Answer.YES)
    assert family.lacks() == [Lack.NO_YES]


def test_an_excused_parent_need_not_be_told_when_reason_and_decider_are_written_down(family: Family) -> None:
    family.tell(family.mother)
    family.agree(family.mother)
    for reason, decided_by in ((" ", "Ms Lane, Headteacher"), ("cannot be found", "")):
        with pytest.raises(RegisterError):
            biometrics.excuse(
                family.workspace, family.data, family.child, family.father,
                reason=reason, decided_by=decided_by, on_day=family.today,
            )  # fmt: skip
    assert family.lacks() == [Lack.NOT_TOLD]
    biometrics.excuse(
        family.workspace, family.data, family.child, family.father,
        reason="cannot be found", decided_by="Ms Lane, Headteacher", on_day=family.today,
    )  # fmt: skip
    assert family.lacks() == []


def test_a_spoken_yes_cannot_be_saved_nor_one_that_nobody_can_see(family: Family) -> None:
    for in_writing, evidence in ((False, "said on the telephone"), (True, "  ")):
        with pytest.raises(RegisterError) as refused:
            biometrics.record_yes(
                family.workspace, family.data, family.child, family.mother,
                on_day=family.today, in_writing=in_writing, evidence=evidence,
            )  # fmt: skip
        assert refused.value.remedy
    assert biometrics.history(family.workspace, family.data, family.child) == ()


def test_nothing_dated_in_the_future_and_nothing_of_another_childs_parent_is_saved(family: Family) -> None:
    other = family_of(family.school, "Ben", date(2018, 1, 1))
    with pytest.raises(RegisterError, match="still to come"):
        biometrics.record_notice(
            family.workspace, family.data, family.child, family.mother,
            on_day=family.today + timedelta(1), evidence="letter",
        )  # fmt: skip
    with pytest.raises(RegisterError, match="another child"):
        family.agree(other.mother)
    assert biometrics.history(family.workspace, family.data, family.child) == ()


def test_an_objection_deletes_the_templates_at_once_and_the_receipt_says_how_many_and_why(enrolled: Family) -> None:
    assert enrolled.templates() == 2
    deleted = biometrics.record_objection(
        enrolled.workspace, enrolled.school.actor(Role.GOVERNOR), enrolled.child, contact_id=enrolled.father
    )
    assert (deleted, enrolled.templates(), enrolled.gallery()) == (2, 0, frozenset())
    assert enrolled.lacks() == [Lack.OBJECTED]
    [receipt] = records.receipts(enrolled.workspace, enrolled.school.actor(Role.DPO), kind=biometrics.RECEIPT_KIND)
    assert receipt.words.startswith("2 face templates were deleted on ")
    assert receipt.words.endswith("because a parent objected.")
    assert receipt.subject == enrolled.child
    checked = records.verify_audit(enrolled.workspace, enrolled.school.actor(Role.DPO), against=receipt.audit_head)
    assert checked.ok, checked.words


@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_signs_in_can_record_a_no_and_it_needs_no_paper(school: School, role: Role) -> None:
    family = family_of(school, "Amara", date(2018, 1, 1))
    biometrics.record_objection(school.workspace, school.actor(role), family.child, giver="a parent, at the gate")
    biometrics.record_child_refusal(school.workspace, school.actor(role), family.child)
    assert {Lack.OBJECTED, Lack.CHILD_REFUSED} <= set(family.lacks())
    with school.workspace.database.read() as connection:
        [task] = releases.open_tasks(connection, TaskKind.CONFIRM_CONSENT)
    assert task.person_id == family.child
    assert len(family.receipts()) == 2, "each no leaves a receipt, also when nothing was kept"


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.CONSENT_ADMIN, Role.DSL)])
def test_only_the_data_manager_and_the_safeguarding_lead_record_what_can_lead_to_a_yes(
    school: School, role: Role
) -> None:
    family = family_of(school, "Amara", date(2018, 1, 1))
    actor, day = school.actor(role), family.today
    acts = [
        lambda: biometrics.record_notice(
            school.workspace, actor, family.child, family.mother, on_day=day, evidence="letter"
        ),
        lambda: biometrics.record_yes(
            school.workspace, actor, family.child, family.mother, on_day=day, in_writing=True, evidence="form"
        ),
        lambda: biometrics.record_child_agrees(school.workspace, actor, family.child, on_day=day, evidence="said so"),
        lambda: biometrics.excuse(
            school.workspace, actor, family.child, family.father, reason="gone", decided_by="Head", on_day=day
        ),
        lambda: biometrics.store_template(
            school.workspace, actor, family.child, network=NETWORK, sealed=SEALED, quality=1.0
        ),
    ]
    for act in acts:
        with pytest.raises(NotAllowedError):
            act()
    assert biometrics.history(school.workspace, family.data, family.child) == ()


def test_the_same_parents_new_written_yes_lifts_their_objection_and_nobody_elses_does(enrolled: Family) -> None:
    biometrics.record_objection(enrolled.workspace, enrolled.data, enrolled.child, contact_id=enrolled.father)
    enrolled.agree(enrolled.mother)
    assert enrolled.lacks() == [Lack.OBJECTED]
    enrolled.agree(enrolled.father)
    assert enrolled.lacks() == []
    assert enrolled.templates() == 0, "what was deleted does not come back"


def test_the_childs_own_no_comes_before_both_parents_until_the_child_agrees_again(enrolled: Family) -> None:
    biometrics.record_child_refusal(enrolled.workspace, enrolled.school.actor(Role.CONTRIBUTOR), enrolled.child)
    enrolled.agree(enrolled.mother)
    enrolled.agree(enrolled.father)
    assert enrolled.lacks() == [Lack.CHILD_REFUSED]
    with pytest.raises(RegisterError):
        biometrics.record_child_agrees(
            enrolled.workspace, enrolled.data, enrolled.child, on_day=enrolled.today, evidence=""
        )
    biometrics.record_child_agrees(
        enrolled.workspace, enrolled.data, enrolled.child, on_day=enrolled.today, evidence="told Mrs Hill"
    )
    assert enrolled.lacks() == []


def test_a_child_of_a_sixth_form_cannot_agree_alone_and_an_adult_can(family: Family) -> None:
    with pytest.raises(RegisterError, match="Until 18"):
        family.agree(None)
    grown = family_of(family.school, "Ben", family.today - timedelta(18 * 366))
    grown.agree(None)
    assert grown.lacks() == []


def test_a_template_is_kept_only_while_the_consent_allows_it(family: Family) -> None:
    switch_on(family.school)
    family.tell(family.mother, family.father)
    with pytest.raises(NotAllowedError, match="No parent has agreed in writing") as refused:
        family.enrol()
    assert "by hand" in refused.value.remedy
    assert family.templates() == 0


def leave(family: Family) -> None:
    with family.workspace.database.read() as connection:
        person = people.get(connection, family.child)
    register.change_person(family.workspace, family.data, replace(person, kind=PersonKind.LEAVER))


def hold(family: Family) -> None:
    register.place_hold(family.workspace, family.school.actor(Role.DSL), family.child)


def switch_off(family: Family) -> None:
    matching.switch_matching_off(family.workspace, family.school.actor(Role.HEAD))


def forget_the_review(family: Family) -> None:
    record = replace(complete_record(family.today), review_date=None)
    matching.record_matching(family.workspace, family.school.actor(Role.HEAD), record)


@pytest.mark.parametrize("ended_by", [leave, hold, switch_off, forget_the_review])
def test_whatever_ends_it_deletes_the_templates_in_the_same_moment(enrolled: Family, ended_by) -> None:
    ended_by(enrolled)
    assert (enrolled.templates(), enrolled.gallery()) == (0, frozenset())
    [receipt] = enrolled.receipts()
    assert receipt.startswith("2 face templates were deleted")
    assert "hold" not in receipt, "why somebody is protected stands nowhere"


def test_a_hold_is_a_plain_no_to_everybody_but_the_safeguarding_lead(enrolled: Family) -> None:
    hold(enrolled)
    for role, expected in ((Role.CONSENT_ADMIN, Lack.OBJECTED), (Role.HEAD, Lack.OBJECTED), (Role.DSL, Lack.HELD)):
        found = biometrics.status(enrolled.workspace, enrolled.school.actor(role), enrolled.child)
        assert [missing.lack for missing in found.missing] == [expected]
        assert found.words == ("A no stands for them.",)


def test_another_network_leaves_no_templates_of_the_one_before(enrolled: Family) -> None:
    assert biometrics.delete_other_networks(enrolled.workspace, enrolled.data, NETWORK) == 0
    assert biometrics.delete_other_networks(enrolled.workspace, enrolled.data, "sface 2027 cd34") == 2
    assert enrolled.templates() == 0
    [receipt] = enrolled.receipts()
    assert receipt.endswith("because another network compares faces now.")


def test_a_correction_that_ends_nothing_deletes_nothing(enrolled: Family) -> None:
    with enrolled.workspace.database.read() as connection:
        person = people.get(connection, enrolled.child)
    register.change_person(enrolled.workspace, enrolled.data, replace(person, registration_group="Elm"))
    assert (enrolled.templates(), enrolled.receipts()) == (2, [])


def test_a_template_is_given_out_only_of_its_network_and_until_its_last_day(enrolled: Family) -> None:
    year = enrolled.today + timedelta(biometrics.TEMPLATE_DAYS)
    head = enrolled.school.actor(Role.HEAD)
    record = replace(complete_record(enrolled.today), review_date=year + timedelta(30))
    matching.record_matching(enrolled.workspace, head, record)
    with enrolled.workspace.database.read() as connection:
        for day, network, expected in (
            (enrolled.today, NETWORK, 2), (enrolled.today, "another network", 0),
            (year, NETWORK, 2), (year + timedelta(1), NETWORK, 0),
        ):  # fmt: skip
            found = rows.comparable(connection, day, network)
            assert len(found) == expected
            assert all(template.sealed == SEALED and template.until == year for template in found)


def test_no_template_is_given_out_while_the_school_compares_no_faces_or_its_review_is_due(enrolled: Family) -> None:
    review = complete_record(enrolled.today).review_date
    assert review is not None
    with enrolled.workspace.database.read() as connection:
        assert len(rows.comparable(connection, review - timedelta(1), NETWORK)) == 2
        assert rows.comparable(connection, review, NETWORK) == ()
        assert rows.in_force(connection, review) == {enrolled.child}


@dataclass
class Calendar:
    """A clock that tests set to another day."""

    clock: object
    day: date

    def today(self) -> date:
        return self.day

    def now(self):
        return self.clock.now()


def test_what_only_the_calendar_ends_is_not_given_out_and_is_deleted_by_the_daily_look(enrolled: Family) -> None:
    birthday = enrolled.today.replace(day=1) + timedelta(11 * 366)
    with enrolled.workspace.database.read() as connection:
        assert rows.in_force(connection, birthday) == frozenset()
    later = replace(enrolled.workspace, clock=Calendar(enrolled.workspace.clock, birthday))
    refresh.look_ahead(later)
    assert (enrolled.templates(), len(enrolled.receipts())) == (0, 1)


def test_templates_past_their_last_day_are_deleted_while_the_consent_goes_on(enrolled: Family) -> None:
    tomorrow = enrolled.today + timedelta(1)
    biometrics.store_template(
        enrolled.workspace, enrolled.data, enrolled.child,
        network=NETWORK, sealed=SEALED, quality=0.9, until=enrolled.today,
    )  # fmt: skip
    refresh.look_ahead(replace(enrolled.workspace, clock=Calendar(enrolled.workspace.clock, tomorrow)))
    assert enrolled.templates() == 2
    [receipt] = enrolled.receipts()
    assert receipt.startswith("1 face template was deleted")


def test_comparing_faces_is_off_until_everything_is_written_down_and_the_headteacher_switches_it_on(
    either_school: School,
) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    with pytest.raises(NotAllowedError) as refused:
        matching.switch_matching_on(workspace, head)
    for words in MatchingRecord().missing(workspace.clock.today()):
        assert words in refused.value.words
    kept = matching.record_matching(workspace, head, replace(complete_record(workspace.clock.today()), is_on=True))
    assert not kept.is_on, "writing it down switches nothing on"
    assert matching.switch_matching_on(workspace, head).is_on
    assert matching.matching_record(workspace, head) == replace(kept, is_on=True)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_nobody_but_the_headteacher_settles_whether_faces_are_compared(school: School, role: Role) -> None:
    actor = school.actor(role)
    for act in (
        lambda: matching.record_matching(school.workspace, actor, MatchingRecord()),
        lambda: matching.switch_matching_on(school.workspace, actor),
        lambda: matching.switch_matching_off(school.workspace, actor),
        lambda: matching.set_jurisdiction(school.workspace, actor, Jurisdiction.SCOTLAND),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_schools_in_scotland_and_northern_ireland_are_held_to_the_same_gate(family: Family) -> None:
    expected = family.lacks()
    for where in Jurisdiction:
        matching.set_jurisdiction(family.workspace, family.school.actor(Role.HEAD), where)
        assert matching.jurisdiction(family.workspace) is where
        assert family.lacks() == expected == [Lack.NOT_TOLD, Lack.NOT_TOLD, Lack.NO_YES]


def test_a_yes_may_rest_on_a_scanned_paper_kept_in_the_vault(family: Family) -> None:
    family.tell(family.mother, family.father)

    def agree(scan: bytes) -> None:
        biometrics.record_yes(
            family.workspace, family.data, family.child, family.mother,
            on_day=family.today, in_writing=True, scan=scan,
        )  # fmt: skip

    with pytest.raises(RegisterError, match="PDF"):
        agree(b"no picture of a form")
    assert family.lacks() == [Lack.NO_YES]
    agree(b"%PDF-1.7 signed by Mrs Okafor")
    assert family.lacks() == []
    event = biometrics.history(family.workspace, family.data, family.child)[-1]
    kept = biometrics.read_scan(family.workspace, family.data, event)
    assert (kept.data, kept.media_type) == (b"%PDF-1.7 signed by Mrs Okafor", "application/pdf")


def test_a_parent_added_later_has_to_be_told_before_the_face_is_compared_again(enrolled: Family) -> None:
    late = contacts.new(enrolled.child, "Ms Late", parental_responsibility=True)
    contact_acts.add_contact(enrolled.workspace, enrolled.data, late)
    assert enrolled.lacks() == [Lack.NOT_TOLD]
    assert (enrolled.templates(), enrolled.gallery()) == (0, frozenset())


def test_a_no_said_under_an_entry_that_was_joined_to_another_still_stands(enrolled: Family) -> None:
    twice = family_of(enrolled.school, "Ben", enrolled.today - timedelta(8 * 366))
    biometrics.record_child_refusal(enrolled.workspace, enrolled.data, twice.child)
    with enrolled.workspace.database.transaction() as connection:
        people.join(connection, twice.child, into=enrolled.child)
        contacts.move(connection, of=twice.child, to=enrolled.child)
    assert enrolled.templates() == 2, "joining by hand, as the test does, deletes nothing"
    assert biometrics.record_child_refusal(enrolled.workspace, enrolled.data, twice.child) == 2
    assert Lack.CHILD_REFUSED in enrolled.lacks()
    assert enrolled.gallery() == frozenset()


def test_what_was_recorded_is_never_changed_and_the_records_hold_no_name(enrolled: Family) -> None:
    before = biometrics.history(enrolled.workspace, enrolled.data, enrolled.child)
    biometrics.record_objection(
        enrolled.workspace, enrolled.data, enrolled.child, contact_id=enrolled.father, giver="Mr Okafor"
    )
    after = biometrics.history(enrolled.workspace, enrolled.data, enrolled.child)
    assert after[: len(before)] == before
    assert [e.fact for e in after] == [*(e.fact for e in before), BiometricFact.OBJECTION]
    bodies = "".join(e.body for e in records.audit_events(enrolled.workspace, enrolled.school.actor(Role.DPO)))
    assert "Okafor" not in bodies


def test_the_embedded_file_overwrites_what_is_deleted_from_it(school: School) -> None:
    with school.workspace.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
