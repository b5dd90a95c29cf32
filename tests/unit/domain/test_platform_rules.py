"""What makes an account one of the school's, and when a check is due again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consent import Platform, PlatformId
from app.domain.errors import RegisterError
from app.domain.platform_rules import due_for_a_check, overdue_checks, require_role_mailbox, require_sensible

TODAY = date(2026, 9, 4)
GOOD = Platform(
    PlatformId("facebook"), "Facebook", purpose="news for families", approved_by="head", account="@hollybank",
    mailbox="office@hollybank.sch.uk",
)  # fmt: skip


@pytest.mark.policy("001-16", "002-10")
@pytest.mark.parametrize(
    "address",
    [
        "office@hollybank.sch.uk", "social.media@hollybank.sch.uk", "SocialMedia@hollybank.sch.uk",
        "head@hollybank.org", "hollybank.office@hollybank.sch.uk", "news2026@hollybank.sch.uk",
        "info@mail.hollybank.sch.uk",
        "admin@live.hollybank.sch.uk",
    ],
)  # fmt: skip
def test_a_shared_address_of_the_school_is_a_role_mailbox(address: str) -> None:
    assert require_role_mailbox(address) is None


@pytest.mark.policy("001-16", "002-10")
@pytest.mark.parametrize(
    "address",
    [
        "jo.evans@hollybank.sch.uk", "j.evans@hollybank.sch.uk", "jevans@hollybank.sch.uk", "jo@hollybank.sch.uk",
        "john.head@hollybank.sch.uk", "jo_evans@hollybank.sch.uk", "office.jo@hollybank.sch.uk",
        "hollybankoffice@gmail.com", "office@outlook.com", "office@yahoo.co.uk", "media@icloud.com",
        "office@hotmail.co.uk", "office", "office@",
        "@hollybank.sch.uk", "office@hollybank", "office @hollybank.sch.uk", "",
    ],
)  # fmt: skip
def test_a_persons_own_address_is_refused_with_what_to_use_instead(address: str) -> None:
    with pytest.raises(RegisterError) as refused:
        require_role_mailbox(address)
    assert "office@" in refused.value.remedy


@given(
    forename=st.sampled_from(["jo", "amara", "ben", "priya", "ruth", "ian"]),
    surname=st.sampled_from(["evans", "head", "post", "press", "okafor", "media", "school"]),
    mark=st.sampled_from([".", "_", "-"]),
)
def test_a_forename_with_any_surname_is_never_a_role(forename: str, surname: str, mark: str) -> None:
    for local in (f"{forename}{mark}{surname}", f"{surname}{mark}{forename}"):
        with pytest.raises(RegisterError):
            require_role_mailbox(f"{local}@hollybank.sch.uk")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"purpose": "  "}, "purpose"),
        ({"approved_by": ""}, "approver"),
        ({"mailbox": ""}, "mailbox"),
        ({"mailbox": "jo.evans@hollybank.sch.uk"}, "personal-mailbox"),
        ({"account": "https://www.facebook.com/groups/villagechat"}, "audience"),
        ({"max_edge_px": 10}, "limits"),
        ({"max_pictures": 0}, "limits"),
    ],
)
def test_what_is_missing_is_said(change: dict[str, object], code: str) -> None:
    require_sensible(GOOD, owned_by_school=True)
    with pytest.raises(RegisterError) as refused:
        require_sensible(replace(GOOD, **change), owned_by_school=True)  # type: ignore[arg-type]
    assert refused.value.code == code


@pytest.mark.policy("001-07", "003-12")
def test_an_account_that_is_not_the_schools_own_is_refused() -> None:
    with pytest.raises(RegisterError, match="own account"):
        require_sensible(GOOD, owned_by_school=False)


def test_an_address_the_school_named_as_shared_is_one_whatever_it_looks_like() -> None:
    odd = replace(GOOD, mailbox="Oak@hollybank.sch.uk")
    with pytest.raises(RegisterError):
        require_sensible(odd, owned_by_school=True)
    assert require_sensible(odd, owned_by_school=True, role_mailboxes=["oak@hollybank.sch.uk"]) is None


@given(days=st.integers(-800, 800))
def test_a_check_is_trusted_for_a_year_and_never_when_it_lies_ahead(days: int) -> None:
    assert due_for_a_check(TODAY - timedelta(days=days), TODAY) == (not 0 <= days <= 365)
    assert due_for_a_check(None, TODAY)


def test_a_closed_platform_is_not_asked_about() -> None:
    closed = replace(GOOD, is_open=False)
    assert overdue_checks([closed], TODAY) == ()
    assert [kind for kind, _platform, _day in overdue_checks([GOOD], TODAY)] == ["privacy", "limits"]
