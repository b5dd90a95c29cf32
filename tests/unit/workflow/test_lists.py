"""Lists from the school's system: whose line it is, which answer counts, and that reading twice is reading once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.consent import (
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    ConsentStatus,
    Platform,
    PlatformId,
    RegisterSnapshot,
)
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Person, PersonId, PersonKind, Role
from app.workflow import register
from app.workflow.consent_lists import Change, ConsentReading, Turn
from app.workflow.import_undo import compensations
from consent_db import audit, consent, holds, people
from consent_db.consent import NewConsent
from consent_db.lists.school_file import FileRow
from tests.schools import FACEBOOK, WEBSITE, School

TODAY = date(2026, 3, 2)
PLACES = (Platform(FACEBOOK, "Facebook"), Platform(WEBSITE, "Website"))
COLUMNS = {"Facebook": ((ConsentKind.IMAGE, FACEBOOK),), "Facebook name": ((ConsentKind.NAME, FACEBOOK),)}
PUPILS = {
    PersonId(f"p{i}"): Person(PersonId(f"p{i}"), PersonKind.PUPIL, forename, surname)
    for i, (forename, surname) in enumerate((("Amara", "Okafor"), ("Ben", "Tailor")))
}


def preview(school: School, tmp_path: Path, text: str, *, pupils: bool = False) -> register.ImportPreview:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    look = register.preview_pupils if pupils else register.preview_consents
    return look(school.workspace, school.actor(Role.CONSENT_ADMIN), path)


def apply(school: School, seen: register.ImportPreview) -> int:
    return register.apply_import(school.workspace, school.actor(Role.CONSENT_ADMIN), seen)


def status(school: School, forename: str, platform: PlatformId = FACEBOOK) -> ConsentStatus:
    with school.workspace.database.read() as connection:
        snapshot = consent.snapshot(connection)
    today = school.workspace.clock.today()
    kind = ConsentKind.IMAGE
    return snapshot.standing(school.pupils[forename].id, kind=kind, platform_id=platform, today=today).status


def test_free_text_in_one_column_does_not_hide_the_no_in_the_next(school: School, tmp_path: Path) -> None:
    school.say("Amara", WEBSITE, Answer.YES)
    seen = preview(school, tmp_path, "Forename,Surname,Facebook,Website\nAmara,Okafor,no FB please,No\n")
    assert [row.change for row in seen.rows] == [Change.FREE_TEXT, Change.CHANGED]
    apply(school, seen)
    assert status(school, "Amara", WEBSITE) is ConsentStatus.NO
    assert status(school, "Amara", FACEBOOK) is ConsentStatus.NOT_ASKED


@pytest.mark.parametrize("order", [("Yes", "No"), ("No", "Yes")])
def test_a_child_with_a_yes_and_a_no_in_one_file_ends_at_no(
    school: School, tmp_path: Path, order: tuple[str, str]
) -> None:
    lines = "".join(f"Amara,Okafor,{word}\n" for word in order)
    apply(school, preview(school, tmp_path, f"Forename,Surname,Facebook\n{lines}"))
    assert status(school, "Amara") is ConsentStatus.NO


def test_a_yes_by_another_parent_is_noted_but_counts_as_no_change_while_a_no_stands(
    school: School, tmp_path: Path
) -> None:
    seen = preview(
        school,
        tmp_path,
        "Forename,Surname,Platform,Answer,Given by,Date\n"
        "Amara,Okafor,Facebook,No,Mr J. Okafor,01/09/2024\nAmara,Okafor,Facebook,Yes,Mrs A. Okafor,01/09/2025\n",
    )
    assert seen.no_to_yes == 0
    assert "Mr J. Okafor said no" in seen.rows[1].words
    apply(school, seen)
    assert status(school, "Amara") is ConsentStatus.NO


def test_a_yes_dated_after_the_same_parents_no_is_shown_and_counts(school: School, tmp_path: Path) -> None:
    text = (
        "Forename,Surname,Platform,Answer,Given by,Date\n"
        "Amara,Okafor,Facebook,No,Mrs Okafor,01/09/2024\nAmara,Okafor,Facebook,Yes,Mrs Okafor,01/09/2025\n"
    )
    seen = preview(school, tmp_path, text)
    assert seen.no_to_yes == 1
    apply(school, seen)
    assert status(school, "Amara") is ConsentStatus.YES
    assert set(preview(school, tmp_path, text).counts) == {Change.SAME}


def test_a_yes_that_has_run_out_is_not_revived_by_the_same_file_without_the_date(
    school: School, tmp_path: Path
) -> None:
    apply(
        school,
        preview(school, tmp_path, "Forename,Surname,Facebook,Date,Valid until\nBen,Tailor,Yes,01/09/2024,31/07/2025\n"),
    )
    assert status(school, "Ben") is ConsentStatus.EXPIRED
    again = preview(school, tmp_path, "Forename,Surname,Facebook\nBen,Tailor,Yes\n")
    assert set(again.counts) == {Change.SAME}


def test_an_answer_from_a_day_to_come_is_refused(school: School, tmp_path: Path) -> None:
    seen = preview(school, tmp_path, "Forename,Surname,Facebook,Date\nAmara,Okafor,Yes,01/09/2062\n")
    assert "day to come" in seen.problems[0].words


@pytest.mark.parametrize("pupils", [True, False])
def test_one_month_first_date_makes_the_whole_file_doubtful(school: School, tmp_path: Path, pupils: bool) -> None:
    text = "Forename,Surname,DOB,Facebook\nAmara,Okafor,03/04/2017,Yes\nBen,Tailor,12/31/2016,Yes\n"
    with pytest.raises(RegisterError, match="month first"):
        preview(school, tmp_path, text, pupils=pupils)


def test_a_pupil_of_the_same_name_with_another_number_is_somebody_else(school: School, tmp_path: Path) -> None:
    apply(
        school,
        preview(school, tmp_path, "Admission Number,Forename,Surname\n0007,Ben,Tailor\n0008,Ben,Tailor\n", pupils=True),
    )
    with school.workspace.database.read() as connection:
        assert sorted(p.admission_number for p in people.search(connection, "ben tailor")) == ["0007", "0008"]
    both = preview(school, tmp_path, "Forename,Surname,Facebook\nBen,Tailor,Yes\n")
    assert "2 people fit" in both.problems[0].words


def test_two_lines_that_could_be_one_child_are_asked_about(school: School, tmp_path: Path) -> None:
    seen = preview(school, tmp_path, "Forename,Surname\nFemi,Bright\nFemi,Bright\n", pupils=True)
    assert [row.change for row in seen.rows] == [Change.NEW, Change.PROBLEM]


def test_a_number_that_belongs_to_another_name_is_refused(school: School, tmp_path: Path) -> None:
    apply(school, preview(school, tmp_path, "Adno,Forename,Surname\n11,Amara,Okafor\n12,Ben,Tailor\n", pupils=True))
    seen = preview(school, tmp_path, "Adno,Forename,Surname,Facebook\n12,Amara,Okafor,Yes\n")
    assert "belongs to Ben Tailor" in seen.problems[0].words
    assert seen.answers == ()


def test_a_name_in_another_class_is_not_taken_for_the_child(school: School, tmp_path: Path) -> None:
    seen = preview(school, tmp_path, "Forename,Surname,Class,Facebook\nAmara,Okafor,Birch,Yes\n")
    assert "not in the register" in seen.problems[0].words


def test_pupils_missing_from_the_list_are_named_and_left_alone(school: School, tmp_path: Path) -> None:
    seen = preview(school, tmp_path, "Forename,Surname\nAmara,Okafor\n", pupils=True)
    assert [p.forename for p in seen.missing] == ["Dev", "Ella", "Caitlin", "Ben"]
    apply(school, seen)
    assert len(register.find_people(school.workspace, school.actor(Role.CONSENT_ADMIN))) == 5


def test_a_list_looked_at_before_somebody_was_added_must_be_looked_at_again(school: School, tmp_path: Path) -> None:
    seen = preview(school, tmp_path, "Forename,Surname\nFemi,Bright\n", pupils=True)
    school.add_pupil("Femi", "Bright")
    with pytest.raises(RegisterError, match="Look at the file again"):
        apply(school, seen)


def test_a_spreadsheet_is_read_like_a_csv(school: School, tmp_path: Path, shared_workbook: bytes) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(shared_workbook)
    seen = register.preview_consents(school.workspace, school.actor(Role.CONSENT_ADMIN), path)
    assert [(a.answer, a.valid_from) for a in seen.answers] == [(Answer.YES, date(2025, 9, 1))]


@pytest.fixture
def shared_workbook() -> bytes:
    """A workbook of one sheet, written by hand: a date as Excel keeps it, as a number with a date style."""
    import io
    import zipfile

    kind = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kind}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{kind}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{kind}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{kind}/spreadsheetml/2006/main" xmlns:r="{kind}/officeDocument/2006/'
        'relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{kind}/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{kind}/officeDocument/2006/relationships/worksheet" Target="worksheets/s.xml"/>'
        f'<Relationship Id="r2" Type="{kind}/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{kind}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{kind}/spreadsheetml/2006/main"><sheetData>'
        + _line(1, "Forename", "Surname", "Date", "Facebook")
        + _line(2, "Amara", "Okafor", 45901, "Yes")
        + "</sheetData></worksheet>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def _line(number: int, *cells: str | int) -> str:
    def cell(column: str, value: str | int) -> str:
        if isinstance(value, int):
            return f'<c r="{column}{number}" s="1"><v>{value}</v></c>'
        return f'<c r="{column}{number}" t="inlineStr"><is><t>{value}</t></is></c>'

    return f'<row r="{number}">' + "".join(cell(c, v) for c, v in zip("ABCD", cells, strict=True)) + "</row>"


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.CONSENT_ADMIN])
def test_only_the_data_manager_imports_lists(school: School, tmp_path: Path, role: Role) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Forename,Surname,Facebook\nAmara,Okafor,Yes\n", encoding="utf-8")
    for look in (register.preview_pupils, register.preview_consents):
        with pytest.raises(NotAllowedError):
            look(school.workspace, school.actor(role), path)


def test_a_file_without_a_usable_line_is_not_applied_and_leaves_the_consents_as_old_as_they_are(
    school: School, tmp_path: Path
) -> None:
    seen = preview(school, tmp_path, "Forename,Surname,Facebook\nNobody,Known,Yes\n")
    with pytest.raises(RegisterError, match="No line"):
        apply(school, seen)
    with school.workspace.database.read() as connection:
        assert consent.as_of(connection) is None


def test_saying_no_never_makes_the_register_look_fresh(school: School) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    with school.workspace.database.read() as connection:
        before = consent.as_of(connection)
    register.take_consent_away(school.workspace, school.actor(Role.CONTRIBUTOR), school.pupils["Ben"].id)
    with school.workspace.database.read() as connection:
        assert consent.as_of(connection) == before


def test_an_import_is_one_record_and_a_full_register_is_still_verified(school: School, tmp_path: Path) -> None:
    with school.workspace.database.read() as connection:
        before = audit.verify(connection).events
    apply(school, preview(school, tmp_path, "Forename,Surname,Facebook,Website\nAmara,Okafor,Yes,No\nBen,Tailor,Y,N\n"))
    with school.workspace.database.read() as connection:
        after = audit.verify(connection)
    assert after.ok
    assert after.events == before + 1


_DATE = st.dates(date(2024, 1, 1), TODAY).map(lambda d: f"{d:%d/%m/%Y}") | st.just("")
_CELL = st.sampled_from(["Yes", "No", "", "Withdrawn", "no FB", "-"])
_LINES = st.lists(
    st.tuples(st.sampled_from(["p0", "p1"]), _CELL, _CELL, _DATE, st.sampled_from(["", "Mrs O", "child"])), max_size=8
)
_Events = dict[tuple[PersonId, ConsentKind, PlatformId], tuple[ConsentEvent, ...]]
_Lines = list[tuple[str, str, str, str, str]]


def _after(
    events: _Events,
    lines: _Lines,
    today: date = TODAY,
    *,
    batch: str = "batch",
    undone: tuple[str, ...] = (),
    asked: Collection[tuple[PersonId | None, str]] = (),
) -> tuple[_Events, ConsentReading]:
    """The history after an import of these lines on this day, as the register would record it."""
    snapshot = RegisterSnapshot(PUPILS, events)
    reading = ConsentReading(snapshot, COLUMNS, PLACES, today, "file", undone=undone, asked=asked)
    for number, (who, image, name, day, giver) in enumerate(lines, start=2):
        person = PUPILS[PersonId(who)]
        values = {"legal_forename": person.legal_forename, "legal_surname": person.legal_surname, "Facebook": image}
        values |= {"Facebook name": name, "answered_on": day, "giver": giver}
        reading.read(FileRow(number, values))
    reading.finish()
    answers = [replace(answer, source=f"{batch}:{answer.source}") for answer in reading.answers]
    return _recorded(events, answers, today), reading


def _recorded(events: _Events, answers: Iterable[NewConsent], today: date) -> _Events:
    result = dict(events)
    sequence = sum(map(len, events.values()))
    for new in answers:
        sequence += 1
        key = new.person_id, new.kind, new.platform_id
        event = ConsentEvent(
            id=ConsentEventId(str(sequence)), sequence=sequence, person_id=new.person_id, kind=new.kind,
            platform_id=new.platform_id, answer=new.answer, giver=new.giver, relationship="", evidence=new.evidence,
            valid_from=new.valid_from, valid_until=new.valid_until, recorded_by="x", source=new.source,
            recorded_at=datetime.combine(today, time(9), UTC), to_confirm=new.to_confirm, supersedes=new.supersedes,
        )  # fmt: skip
        result[key] = (*result.get(key, ()), event)
    return result


def _statuses(events: _Events, today: date = TODAY) -> dict[object, ConsentStatus]:
    snapshot = RegisterSnapshot(PUPILS, events)
    keys = [(p, kind) for p in PUPILS for kind in (ConsentKind.IMAGE, ConsentKind.NAME)]
    return {(p, k): snapshot.standing(p, kind=k, platform_id=FACEBOOK, today=today).status for p, k in keys}


@settings(max_examples=300, deadline=None)
@given(_LINES, _LINES)
def test_importing_any_file_twice_changes_no_status_the_second_time(first: _Lines, second: _Lines) -> None:
    events, _ = _after({}, first)
    once, reading = _after(events, second)
    twice, _ = _after(once, second, asked={(row.person_id, row.words) for row in reading.rows})
    assert _statuses(twice) == _statuses(once)


@settings(max_examples=300, deadline=None)
@given(_LINES, _LINES)
def test_a_file_that_was_undone_says_the_same_when_it_is_read_again(first: _Lines, second: _Lines) -> None:
    events, _ = _after({}, first, TODAY - timedelta(days=30), batch="first")
    once, _ = _after(events, second, batch="second")
    back = [answer for history in once.values() for answer in compensations(history, "second")]
    undone = _recorded(once, back, TODAY)
    again, _ = _after(undone, second, batch="third", undone=("second",))
    for key, status in _statuses(again).items():
        assert status is _statuses(once)[key] or status is not ConsentStatus.YES
        assert _statuses(undone)[key] is not ConsentStatus.YES or _statuses(once)[key] is ConsentStatus.YES


@settings(max_examples=300, deadline=None)
@given(_LINES, _LINES)
def test_no_undated_line_ever_turns_a_no_into_a_yes(first: _Lines, second: _Lines) -> None:
    events, _ = _after({}, first, TODAY - timedelta(days=30))
    undated = [(who, image, name, "", giver) for who, image, name, _, giver in second]
    after, reading = _after(events, undated)
    assert not [row for row in reading.rows if row.turn is Turn.NO_TO_YES]
    for key, before in _statuses(events).items():
        if before in (ConsentStatus.NO, ConsentStatus.WITHDRAWN):
            assert _statuses(after)[key] is not ConsentStatus.YES


@settings(max_examples=300, deadline=None)
@given(_LINES, _LINES)
def test_an_import_only_adds_to_the_history(first: _Lines, second: _Lines) -> None:
    events, _ = _after({}, first)
    after, _ = _after(events, second)
    for key, history in events.items():
        assert after[key][: len(history)] == history


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["Amara", "Ben"]), st.sampled_from([Answer.NO, Answer.WITHDRAWN]), st.booleans())
@pytest.mark.policy("004-32")
def test_recording_a_refusal_in_the_real_register_never_makes_anything_more_permissive(
    school: School, forename: str, answer: Answer, yes_first: bool
) -> None:
    if yes_first:
        school.say(forename, FACEBOOK, Answer.YES)
    before = {(n, p): status(school, n, p) for n in school.pupils for p in (FACEBOOK, WEBSITE)}
    school.say(forename, FACEBOOK, answer)
    for (name, platform), was in before.items():
        assert status(school, name, platform) is was or status(school, name, platform) is not ConsentStatus.YES
    assert status(school, forename) is not ConsentStatus.YES


@pytest.mark.policy("001-03")
def test_a_hold_outlives_every_yes(school: School) -> None:
    amara = school.pupils["Amara"].id
    register.place_hold(school.workspace, school.actor(Role.DSL), amara)
    school.say("Amara", FACEBOOK, Answer.YES)
    with school.workspace.database.read() as connection:
        assert holds.held(connection) == {amara}
