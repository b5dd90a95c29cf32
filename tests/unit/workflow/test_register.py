"""The register through its front door: lists, answers, taking away, holds, sign-in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.consent import Answer, ConsentKind, ConsentStatus, PlatformId
from app.domain.errors import NotAllowedError, RegisterError, SignInError
from app.domain.people import Role
from app.workflow import records, register, users
from app.workflow.register_import import Change
from consent_db import consent, releases
from consent_db.lists.cells import parse_answer, parse_date, upn_is_valid
from consent_db.lists.school_file import read_school_file
from tests.schools import FACEBOOK, PASSWORD, WEBSITE, School


def status(school: School, forename: str, platform: PlatformId, kind: ConsentKind = ConsentKind.IMAGE) -> ConsentStatus:
    with school.workspace.database.read() as connection:
        snapshot = consent.snapshot(connection)
    today = school.workspace.clock.today()
    return snapshot.standing(school.pupils[forename].id, kind=kind, platform_id=platform, today=today).status


def consents(school: School, path: Path) -> register.ImportPreview:
    return register.preview_consents(school.workspace, school.actor(Role.CONSENT_ADMIN), path)


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.policy("001-02")
def test_a_new_platform_starts_with_nobody_asked(school: School) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    school.add_platform(PlatformId("threads"), "Threads")
    assert status(school, "Amara", PlatformId("threads")) is ConsentStatus.NOT_ASKED


@pytest.mark.policy("002-19")
def test_a_yes_for_one_platform_says_nothing_about_another(school: School) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.YES
    assert status(school, "Amara", WEBSITE) is ConsentStatus.NOT_ASKED


@pytest.mark.policy("002-22")
def test_a_yes_for_the_picture_is_no_yes_for_the_name(school: School) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    assert status(school, "Amara", FACEBOOK, ConsentKind.NAME) is ConsentStatus.NOT_ASKED


@pytest.mark.parametrize("role", list(Role))
def test_everybody_can_record_that_a_parent_says_no_and_it_holds_at_once(school: School, role: Role) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    register.take_consent_away(school.workspace, school.actor(role), school.pupils["Amara"].id)
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.NO
    with school.workspace.database.read() as connection:
        assert [task.kind.value for task in releases.open_tasks(connection)] == ["CONFIRM_CONSENT"]


def test_a_child_who_says_no_is_not_overruled_by_a_later_parent(school: School) -> None:
    school_child = school.pupils["Ben"].id
    register.take_consent_away(school.workspace, school.actor(Role.CONTRIBUTOR), school_child, by_child=True)
    school.say("Ben", FACEBOOK, Answer.YES)
    assert status(school, "Ben", FACEBOOK) is ConsentStatus.NO


def test_only_the_data_manager_records_a_yes_and_needs_to_say_where_the_form_is(school: School) -> None:
    from dataclasses import replace

    from consent_db.consent import NewConsent

    today = school.workspace.clock.today()
    answer = NewConsent(
        school.pupils["Amara"].id, ConsentKind.IMAGE, FACEBOOK, Answer.YES, "Mrs Okafor", today, form_version="2026"
    )  # fmt: skip
    with pytest.raises(NotAllowedError):
        register.record_consent(school.workspace, school.actor(Role.HEAD), replace(answer, evidence="form"))
    with pytest.raises(RegisterError, match="where the form is kept"):
        register.record_consent(school.workspace, school.actor(Role.CONSENT_ADMIN), answer)
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.NOT_ASKED


def test_a_hold_is_the_safeguarding_leads_alone_and_nobody_else_sees_it(school: School) -> None:
    amara = school.pupils["Amara"].id
    with pytest.raises(NotAllowedError):
        register.place_hold(school.workspace, school.actor(Role.HEAD), amara)
    register.place_hold(school.workspace, school.actor(Role.DSL), amara)
    assert register.snapshot(school.workspace, school.actor(Role.DSL)).holds == {amara}
    assert register.snapshot(school.workspace, school.actor(Role.HEAD)).holds == frozenset()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_pupil_list_is_read_in_every_shape_schools_export(
    school: School, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    lines = [
        ["Pupils on roll"],
        [],
        ["UPN", "Name", "Reg", "DOB"],
        ["H801200001001", "O'Neill, Zoë", "7A", "14/03/2017"],
    ]
    lines += [["", "", "", ""], ["Total: 1"]]
    text = "\r\n".join(delimiter.join(f'"{c}"' if delimiter in c else c for c in line) for line in lines)
    preview = register.preview_pupils(
        school.workspace, school.actor(Role.CONSENT_ADMIN), write(tmp_path, text, encoding)
    )
    assert [(p.legal_forename, p.legal_surname, p.registration_group) for p in preview.new_people] == [
        ("Zoë", "O'Neill", "7A")
    ]
    assert str(preview.new_people[0].date_of_birth) == "2017-03-14"


def test_a_preview_writes_nothing_and_importing_twice_is_importing_once(school: School, tmp_path: Path) -> None:
    path = write(tmp_path, "Forename,Surname,Facebook,Website\nAmara,Okafor,Yes,No\nBen,Tailor,,Y\n")
    preview = consents(school, path)
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.NOT_ASKED
    assert register.apply_import(school.workspace, school.actor(Role.CONSENT_ADMIN), preview) == 3
    again = consents(school, path)
    assert set(again.counts) == {Change.SAME}
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.YES
    assert status(school, "Ben", FACEBOOK) is ConsentStatus.NOT_ASKED


def test_a_files_yes_never_replaces_a_no_that_was_said_after_it(school: School, tmp_path: Path) -> None:
    register.take_consent_away(school.workspace, school.actor(Role.CONTRIBUTOR), school.pupils["Amara"].id)
    preview = consents(school, write(tmp_path, "Forename,Surname,Date,Facebook\nAmara,Okafor,01/09/2024,Yes\n"))
    assert preview.counts[Change.KEPT_NO] == 1
    register.apply_import(school.workspace, school.actor(Role.CONSENT_ADMIN), preview)
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.NO


def test_a_no_said_between_preview_and_import_stops_the_import(school: School, tmp_path: Path) -> None:
    preview = consents(school, write(tmp_path, "Forename,Surname,Facebook\nAmara,Okafor,Yes\n"))
    register.take_consent_away(school.workspace, school.actor(Role.CONTRIBUTOR), school.pupils["Amara"].id)
    with pytest.raises(RegisterError, match="Look at the file again"):
        register.apply_import(school.workspace, school.actor(Role.CONSENT_ADMIN), preview)
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.NO


def test_every_yes_that_turns_to_no_is_shown_before_it_is_written(school: School, tmp_path: Path) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    preview = consents(school, write(tmp_path, "Forename,Surname,Facebook\nAmara,Okafor,No\n"))
    assert preview.yes_to_no == 1


@pytest.mark.parametrize("text", ["no FB please", "ask first", "x", "Yes/No", "maybe", "YES except swimming"])
def test_free_text_is_never_read_as_an_answer(text: str) -> None:
    with pytest.raises(ValueError, match="neither yes nor no"):
        parse_answer(text)


@given(st.text(max_size=20))
def test_only_the_listed_words_ever_mean_yes(text: str) -> None:
    try:
        answer = parse_answer(text)
    except ValueError:
        return
    known = ("yes", "y", "1", "true", "consented", "granted", "given", "✓", "✔", "tick")
    assert answer != "YES" or text.strip().casefold() in known


@pytest.mark.parametrize("text", ["03/14/2017", "31/02/2017", "14/03/17", "March 2017"])
def test_a_date_that_could_be_anything_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  both our words and the calendar's
        parse_date(text)


def test_dates_are_read_the_uk_way_in_iso_and_from_excel() -> None:
    assert {str(parse_date(t)) for t in ("14/03/2017", "14.3.2017", "2017-03-14", "42808")} == {"2017-03-14"}


@pytest.mark.parametrize("upn", ["H801200001001", "B820200023001", "V888412319001", "P35944002201A"])
def test_a_upn_with_the_right_check_letter_is_taken(upn: str) -> None:
    assert upn_is_valid(upn)
    wrong = "A" if upn[0] != "A" else "B"
    assert not upn_is_valid(wrong + upn[1:])


def test_leading_zeros_lost_by_a_spreadsheet_still_find_the_pupil(school: School, tmp_path: Path) -> None:
    data = school.actor(Role.CONSENT_ADMIN)
    first = register.preview_pupils(
        school.workspace, data, write(tmp_path, "Admission Number,Forename,Surname\n001234,Femi,Bright\n")
    )
    register.apply_import(school.workspace, data, first)
    second = register.preview_pupils(
        school.workspace, data, write(tmp_path, "Admission Number,Forename,Surname,Class\n1234,Femi,Bright,Oak\n")
    )
    assert [p.registration_group for p in second.changed_people] == ["Oak"]
    assert second.new_people == ()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400) | st.text(alphabet="UPN,;\t\"'\n\rForenameSurname0123/é", max_size=300).map(str.encode))
def test_a_malformed_file_is_read_or_refused_but_never_crashes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mutated.csv"
    path.write_bytes(data)
    with suppress(RegisterError):
        assert read_school_file(path).rows is not None


def test_wrong_names_and_wrong_passwords_get_the_same_words_and_are_recorded(school: School) -> None:
    words = set()
    for name, password in (("nobody", PASSWORD), ("head", "wrong")):
        with pytest.raises(SignInError) as refusal:
            users.sign_in(school.workspace, name, password)
        words.add(str(refusal.value))
    assert len(words) == 1
    events = records.audit_events(school.workspace, school.actor(Role.IT), limit=2)
    assert [event.action for event in events] == ["sign-in-failed", "sign-in-failed"]


def test_after_five_wrong_passwords_even_the_right_one_must_wait(school: School) -> None:
    for _ in range(5):
        with pytest.raises(SignInError):
            users.sign_in(school.workspace, "head", "wrong")
    with pytest.raises(SignInError, match="too many wrong passwords"):
        users.sign_in(school.workspace, "head", PASSWORD)


def test_the_records_hold_no_name(school: School) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    bodies = " ".join(e.body for e in records.audit_events(school.workspace, school.actor(Role.IT)))
    assert "Amara" not in bodies
    assert "Okafor" not in bodies
    assert records.verify_audit(school.workspace, school.actor(Role.IT)).ok
