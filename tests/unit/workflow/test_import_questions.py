"""What a list leaves to a person: free words, lines that fit nobody for certain, and pupils who are missing."""

from __future__ import annotations

import pytest

from app.domain.consent import Answer, ConsentKind, ConsentStatus
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import PersonKind, Role
from app.domain.post import TaskKind
from app.workflow import register
from app.workflow.import_questions import (
    open_questions,
    possible_leavers,
    say_stayed,
    settle_question,
)
from app.workflow.import_undo import undo_import
from app.workflow.register_import import Change, Turn
from consent_db import people, releases
from consent_db.consent import NewConsent
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.workflow.imports import ADMIN, HEAD, events, look, status, take

FREE = f"{HEAD}Amara,Okafor,no FB please,Yes\n"


def tasks(school: School, kind: TaskKind) -> int:
    with school.workspace.database.read() as connection:
        return len(releases.open_tasks(connection, kind))


def answer(school: School, forename: str, said: Answer, giver: str = "Mrs Okafor") -> NewConsent:
    today = school.workspace.clock.today()
    person = school.pupils[forename].id
    return NewConsent(
        person, ConsentKind.IMAGE, FACEBOOK, said, giver, today, evidence="her note in the file", form_version="2026"
    )


@pytest.mark.policy("004-32")
def test_free_words_are_never_a_yes_and_wait_on_a_list_for_a_person(either_school: School) -> None:
    school = either_school
    take(school, FREE)
    assert status(school, "Amara") is ConsentStatus.NOT_ASKED
    assert status(school, "Amara", WEBSITE) is ConsentStatus.YES
    (question,) = open_questions(school.workspace, school.actor(ADMIN))
    assert (question.said, question.heading, question.line) == ("no FB please", "Facebook", 2)
    assert tasks(school, TaskKind.READ_ANSWERS) == 1


def test_free_words_against_a_yes_cover_the_child_until_a_person_has_read_them(either_school: School) -> None:
    school = either_school
    school.say("Amara", FACEBOOK, Answer.YES)
    seen = look(school, FREE)
    assert len(seen.turns(Turn.YES_TO_DOUBT)) == 1
    take(school, FREE)
    assert status(school, "Amara") is ConsentStatus.TO_CONFIRM


def test_reading_the_same_words_again_asks_nobody_twice(school: School) -> None:
    take(school, FREE)
    before = events(school)
    assert set(look(school, FREE).counts) == {Change.SAME}
    take(school, FREE)
    assert events(school) == before
    assert len(open_questions(school.workspace, school.actor(ADMIN))) == 1


def test_what_a_person_reads_in_the_words_is_recorded_as_their_answer_and_is_not_doubted_again(
    school: School,
) -> None:
    take(school, FREE)
    (question,) = open_questions(school.workspace, school.actor(ADMIN))
    settle_question(
        school.workspace, school.actor(ADMIN), question.id, outcome="asked her: yes after all",
        answers=[answer(school, "Amara", Answer.YES)],
    )  # fmt: skip
    assert status(school, "Amara") is ConsentStatus.YES
    assert tasks(school, TaskKind.READ_ANSWERS) == 0
    take(school, FREE)
    assert status(school, "Amara") is ConsentStatus.YES
    with pytest.raises(RegisterError, match="settled this already"):
        settle_question(school.workspace, school.actor(ADMIN), question.id, outcome="again")


def test_a_yes_in_another_line_of_the_file_does_not_outdo_the_words_however_often_it_is_read(school: School) -> None:
    both = f"{HEAD}Amara,Okafor,Yes,\nAmara,Okafor,no FB please,\n"
    for text in (both, both, f"{HEAD}Amara,Okafor,no FB please,\nAmara,Okafor,Yes,\n"):
        take(school, text)
        assert status(school, "Amara") is ConsentStatus.TO_CONFIRM


def test_an_answer_about_another_child_or_without_a_giver_does_not_settle_a_line(school: School) -> None:
    take(school, FREE)
    (question,) = open_questions(school.workspace, school.actor(ADMIN))
    for wrong in (answer(school, "Ben", Answer.YES), answer(school, "Amara", Answer.YES, giver=" ")):
        with pytest.raises(RegisterError):
            settle_question(school.workspace, school.actor(ADMIN), question.id, outcome="x", answers=[wrong])
    with pytest.raises(RegisterError, match="few words"):
        settle_question(school.workspace, school.actor(ADMIN), question.id, outcome=" ")
    assert len(open_questions(school.workspace, school.actor(ADMIN))) == 1


def test_lines_that_fit_several_or_nobody_are_kept_for_a_person_too(school: School) -> None:
    school.add_pupil("Ben", "Tailor", "Birch")
    take(school, f"{HEAD}Amara,Okafor,Yes,\nBen,Tailor,No,No\nNobody,Known,No,No\n")
    words = [question.words for question in open_questions(school.workspace, school.actor(ADMIN))]
    assert any("2 people fit" in line for line in words)
    assert any("not in the register" in line for line in words)


def test_undoing_a_reading_takes_its_questions_off_the_list(school: School) -> None:
    batch = take(school, FREE)
    undo_import(school.workspace, school.actor(ADMIN), batch)
    assert open_questions(school.workspace, school.actor(ADMIN)) == ()
    assert Change.FREE_TEXT in look(school, FREE).counts


@pytest.mark.policy("003-08")
def test_pupils_missing_from_a_list_are_asked_about_and_nothing_changes_until_somebody_answers(
    either_school: School,
) -> None:
    school = either_school
    school.say("Ben", FACEBOOK, Answer.YES)
    take(school, "Forename,Surname\nAmara,Okafor\nCaitlin,Price\nDev,Anand\n", pupils=True)
    actor = school.actor(ADMIN)
    assert {p.forename for p in possible_leavers(school.workspace, actor)} == {"Ben", "Ella"}
    assert status(school, "Ben") is ConsentStatus.YES
    say_stayed(school.workspace, actor, school.pupils["Ella"].id)
    from datetime import timedelta

    yesterday = school.workspace.clock.today() - timedelta(days=1)
    register.mark_as_left(school.workspace, actor, school.pupils["Ben"].id, yesterday)
    assert possible_leavers(school.workspace, actor) == ()
    assert status(school, "Ben") is not ConsentStatus.YES
    with school.workspace.database.read() as connection:
        assert people.get(connection, school.pupils["Ben"].id).kind is PersonKind.LEAVER


def test_a_pupil_named_by_a_later_list_is_no_longer_asked_about(school: School) -> None:
    everybody = "Forename,Surname\nAmara,Okafor\nBen,Tailor\nCaitlin,Price\nDev,Anand\nElla,Moss\n"
    take(school, everybody.replace("Ella,Moss\n", ""), pupils=True)
    assert len(possible_leavers(school.workspace, school.actor(ADMIN))) == 1
    take(school, everybody, pupils=True)
    assert possible_leavers(school.workspace, school.actor(ADMIN)) == ()


def test_a_pupil_who_stayed_is_not_asked_about_again_by_the_next_list(school: School) -> None:
    text = "Forename,Surname\nAmara,Okafor\nBen,Tailor\nCaitlin,Price\nDev,Anand\n"
    take(school, text, pupils=True)
    say_stayed(school.workspace, school.actor(ADMIN), school.pupils["Ella"].id)
    take(school, text, pupils=True)
    assert possible_leavers(school.workspace, school.actor(ADMIN)) == ()


def test_a_list_of_one_class_does_not_ask_about_the_whole_school(school: School) -> None:
    for number in range(6):
        school.add_pupil(f"Child{'abcdef'[number]}", "Birch", "Birch")
    seen = look(school, "Forename,Surname,Class\nAmara,Okafor,Oak\nBen,Tailor,Oak\n", pupils=True)
    assert {p.forename for p in seen.missing} == {"Caitlin", "Dev", "Ella"}


@pytest.mark.parametrize("role", [role for role in Role if role is not ADMIN])
def test_only_the_data_manager_reads_and_settles(school: School, role: Role) -> None:
    take(school, FREE)
    actor = school.actor(role)
    with pytest.raises(NotAllowedError):
        open_questions(school.workspace, actor)
    with pytest.raises(NotAllowedError):
        say_stayed(school.workspace, actor, school.pupils["Ella"].id)
