"""The packs that come with the program: five schools' policies, and the strict one that takes the strictest of each."""

from __future__ import annotations

from dataclasses import fields

import pytest

from app.domain.people import Role
from app.policy.pack import PolicyError, PolicyPack, differences, load_pack, read_pack, shipped_packs
from app.policy.settled import PERSONAL_NEVER, SETTINGS

SCHOOLS = ("att", "bay", "cansfield", "invictus", "societas")
_WHAT_IT_IS = {"name", "title", "version", "digest", "text", "clauses"}


def test_the_packs_of_five_schools_come_with_the_program_and_the_strict_one_first() -> None:
    assert shipped_packs() == ("strict", *SCHOOLS)
    assert len({load_pack(name).digest for name in shipped_packs()}) == 6


def test_the_table_of_settings_holds_everything_a_pack_settles() -> None:
    assert {setting.field for setting in SETTINGS} == {f.name for f in fields(PolicyPack)} - _WHAT_IT_IS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.field)
@pytest.mark.parametrize("school", SCHOOLS)
def test_strict_is_at_least_as_strict_as_every_school_in_every_setting(school: str, setting) -> None:
    strict, other = (getattr(load_pack(name), setting.field) for name in ("strict", school))
    if setting.as_strict is None:
        assert setting.field == "owner"  # the only entry of which neither of two can be stricter
    else:
        assert setting.as_strict(strict, other)


def test_each_school_settles_what_its_own_policy_says() -> None:
    packs = {name: load_pack(name) for name in SCHOOLS}
    assert {name: pack.review_months for name, pack in packs.items()} == {
        "invictus": 36, "att": 24, "cansfield": 12, "bay": 24, "societas": 12,
    }  # fmt: skip
    assert packs["att"].mark_grantor == "CEO"
    assert packs["att"].named_posters_only
    assert packs["societas"].posting_permission_required
    assert [name for name, pack in packs.items() if pack.governors_first] == ["cansfield"]
    assert [name for name, pack in packs.items() if pack.first_name_with_consent] == ["cansfield"]
    assert packs["bay"].escalation == ("HEAD", "CEO")
    assert {pack.approver_role for pack in packs.values()} == {Role.HEAD}


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_school_names_its_own_clauses_and_takes_the_others_from_the_strict_pack(name: str) -> None:
    own, strict = load_pack(name), load_pack("strict")
    number = {"invictus": "000", "att": "001", "cansfield": "002", "bay": "003", "societas": "004"}[name]
    assert any(row.startswith(number) for row in own.clauses.values())
    assert set(own.clauses) == set(strict.clauses)
    assert own.clause("not-analysed") == strict.clause("not-analysed")


def test_what_would_change_is_said_in_words_with_which_way_it_goes() -> None:
    found = {d.title: d for d in differences(load_pack("cansfield"), load_pack("att"))}
    grantor = found["Who permits logos and brands"]
    assert (grantor.before, grantor.after, grantor.is_stricter) == ("the Headteacher", "CEO", True)
    age = found["Pupils answer for themselves"]
    assert (age.before, age.after) == ("never, parents answer", "from 16")
    assert found["Months until the next review"].is_stricter is False
    assert found["Who looks after the policy"].is_stricter is None
    assert differences(load_pack("att"), load_pack("att")) == ()


@pytest.mark.parametrize(
    ("old", "new", "line_of", "reason"),
    [
        ("review_months = 24", "review_months = 0", "review_months", "months from 1 to 120"),
        ("escalation =", "escalation = [] #", "escalation", "a list of roles"),
        ('personal = "with-approval"', 'personal = "always"', "personal", "with-approval or never"),
        ("own_consent_age = 16", "own_consent_age = 9", "own_consent_age", "10 to 18"),
        ("LEAVER = 365", "LEAVERS = 365", "retention", "no kind of record"),
        ("takedown_hours = 4", "", "takedown_hours", "missing"),
    ],
)
def test_a_copy_with_a_wrong_entry_is_refused_with_line_and_reason(
    old: str, new: str, line_of: str, reason: str
) -> None:
    text = load_pack("att").text
    assert old in text
    with pytest.raises(PolicyError, match=rf"own\.toml cannot be used: line \d+, {line_of}.*{reason}"):
        read_pack(text.replace(old, new, 1), file="own.toml")


def test_a_trust_may_forbid_personal_devices_in_a_copy_of_its_own() -> None:
    text = load_pack("att").text.replace('personal = "with-approval"', f'personal = "{PERSONAL_NEVER}"')
    own = read_pack(text.replace('name = "att"', 'name = "our-trust"'), file="own.toml")
    assert (own.name, own.personal_devices) == ("our-trust", PERSONAL_NEVER)
