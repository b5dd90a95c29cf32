"""The register of platforms: what a new one needs, who keeps it, what is written down and what never is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.consent import Answer, ConsentKind, ConsentStatus, Platform, PlatformId
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Role, UserId
from app.domain.platform_rules import PlatformLimits
from app.domain.post import PostAbout, PostCategory, PostPlatform
from app.domain.submission import Confirmed
from app.policy.platform_list import listed_platforms
from app.workflow import platforms, posts, register
from consent_db import audit, consent
from tests.schools import FACEBOOK, WEBSITE, School

NEWS = {"purpose": "news for our families", "owned_by_school": True}


def add(school: School, key: str = "x", name: str = "X", **more: object) -> Platform:
    said = NEWS | {"approved_by": school.actor(Role.HEAD).user_id} | more
    return platforms.add_platform(
        school.workspace, school.actor(Role.CONSENT_ADMIN), platform_id=PlatformId(key), name=name, **said
    )  # type: ignore[arg-type]


def stored(school: School, key: str) -> Platform:
    return next(p for p in platforms.all_platforms(school.workspace) if p.id == key)


@pytest.mark.policy("001-21")
def test_a_new_platform_needs_a_purpose_and_somebody_who_may_agree_to_it(either_school: School) -> None:
    before = platforms.all_platforms(either_school.workspace)
    for wrong in (
        {"purpose": ""}, {"purpose": "   "}, {"approved_by": ""}, {"approved_by": "nobody"},
        {"approved_by": either_school.actor(Role.CONTRIBUTOR).user_id},
    ):  # fmt: skip
        with pytest.raises(RegisterError) as refused:
            add(either_school, **wrong)
        assert refused.value.remedy
    assert platforms.all_platforms(either_school.workspace) == before
    made = add(either_school)
    assert stored(either_school, "x") == made
    assert (made.purpose, made.approved_by) == (NEWS["purpose"], either_school.actor(Role.HEAD).user_id)


@pytest.mark.policy("001-07", "003-12")
def test_only_an_account_the_school_owns_becomes_a_place_to_post(either_school: School) -> None:
    for account in ("Jo’s own page", "https://www.facebook.com/groups/villagechat", ""):
        with pytest.raises(RegisterError) as refused:
            add(either_school, account=account, mailbox="office@hollybank.sch.uk", owned_by_school=False)
        assert refused.value.code == "not-ours"
    group = "https://www.facebook.com/groups/hollybank-oak"
    with pytest.raises(RegisterError, match="is a group"):
        add(either_school, account=group, mailbox="office@hollybank.sch.uk")
    add(either_school, account=group, mailbox="office@hollybank.sch.uk", audience="parents of Oak class")
    changed = replace(stored(either_school, "x"), account="@somebody")
    with pytest.raises(RegisterError):
        platforms.change_platform(
            either_school.workspace, either_school.actor(Role.HEAD), changed, owned_by_school=False
        )


@pytest.mark.policy("001-16", "002-10")
def test_an_official_account_is_registered_with_a_role_mailbox(either_school: School) -> None:
    for mailbox, code in (
        ("", "mailbox"), ("jo.evans@hollybank.sch.uk", "personal-mailbox"), ("hollybank@gmail.com", "personal-mailbox"),
    ):  # fmt: skip
        with pytest.raises(RegisterError) as refused:
            add(either_school, account="@hollybank", mailbox=mailbox)
        assert refused.value.code == code
    add(either_school, account="@hollybank", mailbox="media@hollybank.sch.uk")
    assert stored(either_school, "x").mailbox == "media@hollybank.sch.uk"


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.CONSENT_ADMIN, Role.HEAD)])
def test_nobody_else_keeps_platforms(school: School, role: Role) -> None:
    actor, workspace, facebook = school.actor(role), school.workspace, stored(school, FACEBOOK)
    acts = (
        lambda: platforms.add_from_list(workspace, actor, "x", approved_by=actor.user_id, **NEWS),  # type: ignore[arg-type]
        lambda: platforms.change_platform(workspace, actor, facebook, owned_by_school=True),
        lambda: platforms.close_platform(workspace, actor, FACEBOOK),
        lambda: platforms.record_privacy_check(workspace, actor, FACEBOOK),
        lambda: platforms.record_credential_change(workspace, actor, FACEBOOK, two_step=True),
        lambda: platforms.record_limits(workspace, actor, FACEBOOK, PlatformLimits(checked_on=date(2026, 1, 1))),
        lambda: platforms.let_user_post(workspace, actor, FACEBOOK, actor.user_id),
        lambda: platforms.end_user_posting(workspace, actor, FACEBOOK, actor.user_id, last_day=date(2026, 1, 1)),
    )
    for act in acts:
        with pytest.raises(NotAllowedError):
            act()
    assert stored(school, FACEBOOK) == facebook


@pytest.mark.policy("002-03")
def test_the_list_covers_what_policies_name_and_each_has_its_own_consent(either_school: School) -> None:
    keys = {line.id for line in listed_platforms()}
    named = {"facebook", "x", "linkedin", "blog", "instagram", "tiktok", "whatsapp", "wikipedia"}
    assert named <= keys
    workspace, data = either_school.workspace, either_school.actor(Role.CONSENT_ADMIN)
    head = either_school.actor(Role.HEAD).user_id
    for key in sorted(named - {"facebook"}):
        made = platforms.add_from_list(workspace, data, key, approved_by=head, **NEWS)  # type: ignore[arg-type]
        line = next(line for line in listed_platforms() if line.id == key)
        assert (made.caption_limit, made.max_pictures) == (line.limits.caption_limit, line.limits.max_pictures)
        assert made.limits_checked_on == line.limits.checked_on
    either_school.say("Amara", PlatformId("tiktok"), Answer.YES)
    with workspace.database.read() as connection:
        snapshot = consent.snapshot(connection)
    amara, today = either_school.pupils["Amara"].id, workspace.clock.today()
    cleared = {
        key
        for key in named
        if snapshot.standing(amara, kind=ConsentKind.IMAGE, platform_id=PlatformId(key), today=today).status
        is ConsentStatus.YES
    }
    assert cleared == {"tiktok"}


def test_a_consent_list_may_have_a_column_for_every_listed_platform(either_school: School, tmp_path: Path) -> None:
    workspace, data = either_school.workspace, either_school.actor(Role.CONSENT_ADMIN)
    for line in listed_platforms():
        if line.id not in (FACEBOOK, WEBSITE):
            platforms.add_from_list(
                workspace, data, line.id, approved_by=either_school.actor(Role.HEAD).user_id, **NEWS
            )  # type: ignore[arg-type]
    names = [p.name for p in platforms.all_platforms(workspace)]
    answers = ["Yes" if name in ("LinkedIn", "Wikipedia") else "No" for name in names]
    path = tmp_path / "consents.csv"
    lines = [",".join(["Forename", "Surname", "Reg Group", *names]), ",".join(["Amara", "Okafor", "Oak", *answers])]
    path.write_text("\n".join(lines), encoding="utf-8")
    register.apply_import(workspace, data, register.preview_consents(workspace, data, path))
    with workspace.database.read() as connection:
        snapshot = consent.snapshot(connection)
    amara, today = either_school.pupils["Amara"].id, workspace.clock.today()
    said = {
        p.name: snapshot.standing(amara, kind=ConsentKind.IMAGE, platform_id=p.id, today=today).allows
        for p in platforms.all_platforms(workspace)
    }
    assert said == {name: answer == "Yes" for name, answer in zip(names, answers, strict=True)}


@pytest.mark.policy("001-19")
def test_the_register_keeps_when_a_password_changed_and_whether_two_steps_but_never_the_password(
    either_school: School,
) -> None:
    workspace, data = either_school.workspace, either_school.actor(Role.CONSENT_ADMIN)
    yesterday = workspace.clock.today() - timedelta(days=1)
    kept = platforms.record_credential_change(workspace, data, FACEBOOK, two_step=True, on=yesterday)
    assert (kept.credentials_changed_on, kept.two_step) == (yesterday, True)
    assert stored(either_school, FACEBOOK) == kept
    assert not [name for name in Platform.__dataclass_fields__ if "password" in name or "secret" in name]
    with pytest.raises(RegisterError, match="still to come"):
        platforms.record_credential_change(workspace, data, FACEBOOK, two_step=True, on=yesterday + timedelta(days=9))
    with workspace.database.read() as connection:
        assert audit.latest(connection)[0].action == "platform-credentials-changed"


@pytest.mark.policy("001-19")
def test_addresses_and_telephone_numbers_stop_a_post_on_the_schools_account(either_school: School) -> None:
    workspace, office = either_school.workspace, either_school.actor(Role.CONTRIBUTOR)
    for words in ("Ring Mrs Hill on 01632 960123.", "Write to jo.evans@hollybank.sch.uk.", "Meet at 12 Mill Lane."):
        post = posts.create_post(
            workspace,
            office,
            title="News",
            platforms=[PostPlatform(FACEBOOK, words)],
            about=PostAbout(PostCategory.REMINDER),
        )
        with pytest.raises(NotAllowedError) as refused:
            posts.submit_post(workspace, office, post.id, confirmed=Confirmed)
        assert refused.value.code == "contact-in-words", words


def test_a_closed_platform_takes_no_new_posts_and_keeps_its_answers(either_school: School) -> None:
    workspace, office = either_school.workspace, either_school.actor(Role.CONTRIBUTOR)
    words = [PostPlatform(FACEBOOK, "School closes at two.")]
    begun = posts.create_post(
        workspace, office, title="Before", platforms=words, about=PostAbout(PostCategory.REMINDER)
    )
    either_school.say("Amara", FACEBOOK, Answer.YES)
    platforms.close_platform(workspace, either_school.actor(Role.CONSENT_ADMIN), FACEBOOK)
    for act in (
        lambda: posts.create_post(workspace, office, title="After", platforms=words),
        lambda: posts.submit_post(workspace, office, begun.id, confirmed=Confirmed),
    ):
        with pytest.raises(NotAllowedError) as refused:
            act()
        assert refused.value.code == "platform-closed"
    assert [p.id for p in platforms.open_platforms(workspace)] == [WEBSITE]
    with workspace.database.read() as connection:
        snapshot = consent.snapshot(connection)
    today = workspace.clock.today()
    amara = either_school.pupils["Amara"].id
    assert snapshot.standing(amara, kind=ConsentKind.IMAGE, platform_id=FACEBOOK, today=today).allows
    platforms.open_platform_again(workspace, either_school.actor(Role.CONSENT_ADMIN), FACEBOOK)
    posts.submit_post(workspace, office, begun.id, confirmed=Confirmed)


def test_two_people_changing_a_platform_at_once_is_refused_for_the_second(either_school: School) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    seen = stored(either_school, WEBSITE)
    platforms.change_platform(workspace, head, replace(seen, owner="the office"), owned_by_school=True)
    with pytest.raises(RegisterError) as refused:
        platforms.change_platform(workspace, head, replace(seen, owner="the deputy"), owned_by_school=True)
    assert refused.value.code == "conflict"
    now = stored(either_school, WEBSITE)
    assert (now.owner, now.version) == ("the office", seen.version + 1)
    with pytest.raises(RegisterError, match="there already"):
        platforms.change_platform(workspace, head, replace(now, name="Facebook"), owned_by_school=True)


def test_a_change_of_words_leaves_checks_and_limits_as_they_are_stored(either_school: School) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    platforms.record_privacy_check(workspace, head, FACEBOOK)
    today = workspace.clock.today()
    limits = PlatformLimits(max_edge_px=1000, caption_limit=300, checked_on=today)
    kept = platforms.record_limits(workspace, head, FACEBOOK, limits)
    assert (kept.limits_version, kept.limits_checked_on) == (today.isoformat(), today)
    forged = replace(kept, name="Facebook page", max_edge_px=9000, two_step=True, privacy_checked_on=None)
    changed = platforms.change_platform(workspace, head, forged, owned_by_school=True)
    assert changed == replace(kept, name="Facebook page", version=kept.version + 1)
    for wrong in (PlatformLimits(), PlatformLimits(checked_on=today + timedelta(days=1)),
                  PlatformLimits(max_edge_px=5, checked_on=today)):  # fmt: skip
        with pytest.raises(RegisterError):
            platforms.record_limits(workspace, head, FACEBOOK, wrong)
    assert stored(either_school, FACEBOOK) == changed


def test_who_may_post_where_is_kept_with_its_days(either_school: School) -> None:
    workspace, head = either_school.workspace, either_school.actor(Role.HEAD)
    deputy, today = either_school.actor(Role.DEPUTY).user_id, workspace.clock.today()
    platforms.let_user_post(workspace, head, FACEBOOK, deputy)
    assert [(n.user_id, n.starts_on, n.until) for n in platforms.users_of(workspace, FACEBOOK)] == [
        (deputy, today, None)
    ]
    assert platforms.end_user_posting(workspace, head, FACEBOOK, deputy, last_day=today) == 1
    assert platforms.end_user_posting(workspace, head, FACEBOOK, deputy, last_day=today) == 0
    [note] = platforms.users_of(workspace, FACEBOOK)
    assert note.until == today
    assert note.holds_on(today)
    assert not note.holds_on(today + timedelta(days=1))
    with pytest.raises(RegisterError, match="end before it begins"):
        platforms.let_user_post(workspace, head, FACEBOOK, deputy, until=today - timedelta(days=1))
    with pytest.raises(RegisterError):
        platforms.let_user_post(workspace, head, FACEBOOK, UserId("nobody"))
