"""Column mappings: what a person said a column means holds, and nothing more than that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consent import Answer, ConsentKind, PlatformId
from app.domain.errors import RegisterError
from app.domain.people import Role
from app.workflow import register
from consent_db.lists.mapping import ColumnMapping
from consent_db.lists.presets import FIELDS
from consent_db.lists.school_file import ListSource, headed_table, read_list, suggested_mapping
from tests.schools import FACEBOOK, WEBSITE, School

PHOTO = ColumnMapping(
    name="Photo consent from SIMS",
    fields=(("Forename", "legal_forename"), ("Surname", "legal_surname")),
    consents=(("Photo consent", ((ConsentKind.IMAGE, FACEBOOK), (ConsentKind.IMAGE, WEBSITE))),),
)


def preview(school: School, text: str, mapping: ColumnMapping | None = None) -> register.ImportPreview:
    actor = school.actor(Role.CONSENT_ADMIN)
    return register.preview_consents(school.workspace, actor, ListSource.from_text(text), mapping=mapping)


@pytest.mark.policy("001-02")
@pytest.mark.policy("004-02")
def test_one_column_for_photos_counts_for_the_platforms_a_person_listed_and_for_none_added_later(
    school: School,
) -> None:
    threads = PlatformId("threads")
    school.add_platform(threads, "Photo consent")
    seen = preview(school, "Forename,Surname,Photo consent\nAmara,Okafor,Yes\n", PHOTO)
    assert {(a.kind, a.platform_id, a.answer) for a in seen.answers} == {
        (ConsentKind.IMAGE, FACEBOOK, Answer.YES),
        (ConsentKind.IMAGE, WEBSITE, Answer.YES),
    }


@pytest.mark.policy("002-19")
def test_a_column_for_photos_nobody_has_mapped_counts_for_nothing_and_is_said(school: School) -> None:
    seen = preview(school, "Forename,Surname,Photo consent,Facebook\nAmara,Okafor,Yes,No\n")
    assert [(a.platform_id, a.answer) for a in seen.answers] == [(FACEBOOK, Answer.NO)]
    assert "Photo consent" in seen.notes[0]


def test_a_saved_mapping_wins_over_what_the_headings_seem_to_say(school: School) -> None:
    swapped = ColumnMapping(
        fields=(("Surname", "legal_forename"), ("Forename", "legal_surname")),
        consents=(("Facebook", ((ConsentKind.NAME, WEBSITE),)),),
    )
    seen = preview(school, "Forename,Surname,Facebook,Website\nOkafor,Amara,No,No\n", swapped)
    assert [(a.kind, a.platform_id) for a in seen.answers] == [(ConsentKind.NAME, WEBSITE)]


def test_columns_without_headings_go_by_their_number(school: School) -> None:
    by_number = ColumnMapping(
        fields=((2, "legal_forename"), (1, "legal_surname")),
        consents=((3, ((ConsentKind.IMAGE, FACEBOOK),)),),
        heading_line=0,
    )
    seen = preview(school, "Okafor\tAmara\tNo\nTailor\tBen\tYes\n", by_number)
    assert [(row.line, row.name) for row in seen.rows] == [(1, "Amara Okafor"), (2, "Ben Tailor")]


def test_words_for_a_type_of_consent_count_for_what_a_person_said_they_stand_for(school: School) -> None:
    typed = ColumnMapping(
        fields=(
            ("Name", "full_name"), ("Consent type", "consent_type"), ("Status", "answer"),
        ),
        types=(("Photographs on the web", ((ConsentKind.IMAGE, WEBSITE),)),),
    )  # fmt: skip
    text = (
        'Name,Consent type,Status\n"Okafor, Amara",Photographs on the web,Confirmed\n'
        '"Okafor, Amara",School trips,Confirmed\n'
    )
    seen = preview(school, text, typed)
    assert [(a.platform_id, a.answer) for a in seen.answers] == [(WEBSITE, Answer.YES)]
    assert any("School trips" in note for note in seen.notes)


@pytest.mark.policy("002-22")
def test_a_type_beside_a_platform_says_which_kind_of_consent_it_is(school: School) -> None:
    text = (
        "Forename,Surname,Platform,Consent type,Status\n"
        "Amara,Okafor,Facebook,Name,Yes\nAmara,Okafor,Facebook,Swimming,Yes\n"
    )
    seen = preview(school, text)
    assert [(a.kind, a.platform_id) for a in seen.answers] == [(ConsentKind.NAME, FACEBOOK)]
    assert "Facebook Swimming" in seen.problems[0].words


@pytest.mark.parametrize(
    "text", ["Forename,Surname,Media\nAmara,Okafor,Yes\n", "Forename,Surname,Photo consent,Photo consent\na,b,c,d\n"]
)
def test_an_export_without_a_mapped_column_is_refused_rather_than_read_by_half(school: School, text: str) -> None:
    with pytest.raises(RegisterError, match="saved mapping needs"):
        preview(school, text, PHOTO)


def test_a_mapping_to_a_platform_the_school_does_not_have_is_refused(school: School) -> None:
    gone = ColumnMapping(fields=PHOTO.fields, consents=(("Photo consent", ((ConsentKind.IMAGE, PlatformId("bebo")),)),))
    with pytest.raises(RegisterError, match="bebo"):
        preview(school, "Forename,Surname,Photo consent\nAmara,Okafor,Yes\n", gone)


def test_two_columns_for_one_platform_are_refused(school: School) -> None:
    with pytest.raises(RegisterError, match="two columns"):
        preview(school, "Forename,Surname,Facebook,Facebook\nAmara,Okafor,Yes,No\n")


def test_the_suggestion_for_a_list_reads_it_just_as_it_was_read_without(tmp_path: Path) -> None:
    source = ListSource.from_text("Title\nAdno,Reg,Legal Forename,Legal Surname\n1,7A,Amara,Okafor\n")
    suggested = suggested_mapping(*headed_table(source))
    assert read_list(source, suggested).rows == read_list(source).rows


def test_a_saved_mapping_is_read_back_as_it_was() -> None:
    assert ColumnMapping.from_json(PHOTO.to_json()) == PHOTO


_TARGETS = st.lists(
    st.tuples(st.sampled_from(list(ConsentKind)), st.sampled_from([FACEBOOK, WEBSITE])), min_size=1, unique=True
).map(tuple)
_HEADING = st.text(st.characters(categories=["L"]), min_size=1, max_size=8).map(lambda t: f"h {t}")


@given(st.dictionaries(_HEADING, st.sampled_from(sorted(FIELDS))), st.dictionaries(_HEADING, _TARGETS))
def test_any_mapping_that_can_be_made_survives_being_saved(fields: dict[str, str], consents: dict[str, object]) -> None:
    try:
        made = ColumnMapping("n", tuple(fields.items()), tuple(consents.items()))  # type: ignore[arg-type]
    except RegisterError:
        return
    assert ColumnMapping.from_json(made.to_json()) == made


def _changed(**parts: object) -> str:
    return json.dumps(json.loads(PHOTO.to_json()) | parts)


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "{}", "{", "[" * 100_000, _changed(format=2), _changed(dates="us"), _changed(extra=1),
        _changed(name=3), _changed(heading_line="1"), _changed(heading_line=True), _changed(heading_line=-1),
        _changed(fields="x"), _changed(fields=[{"column": "a", "field": "shoe size"}]),
        _changed(fields=[{"column": True, "field": "upn"}]), _changed(fields=[{"column": 0, "field": "upn"}]),
        _changed(fields=[{"column": "", "field": "upn"}]), _changed(fields=[{"column": "a", "field": []}]),
        _changed(fields=[{"column": "a", "field": "upn"}, {"column": "A", "field": "giver"}]),
        _changed(fields=[{"column": "a", "field": "upn"}, {"column": "b", "field": "upn"}]),
        _changed(consents=[{"column": "a", "for": []}]),
        _changed(consents=[{"column": "a", "for": [{"kind": "IMAGE"}]}]),
        _changed(consents=[{"column": "a", "for": [{"kind": "BABY", "platform": "facebook"}]}]),
        _changed(consents=[{"column": "a", "for": [{"kind": [], "platform": "facebook"}]}]),
        _changed(heading_line=0),
    ],
)  # fmt: skip
def test_a_mapping_that_is_not_quite_one_is_refused(text: str) -> None:
    with pytest.raises(RegisterError, match="mapping cannot be used"):
        ColumnMapping.from_json(text)
