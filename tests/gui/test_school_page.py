"""The school's own affairs in the window: platforms, permissions, policies, training and rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.domain.consent import PlatformId
from app.domain.people import Role
from app.domain.permissions import PermissionKind
from app.ui.main_window import MainWindow
from app.ui.pages.page import Page
from app.ui.words import day
from app.workflow import permissions, platforms, policies, school_settings, training
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, type_into, words
from tests.schools import FACEBOOK, School


def _part(window: MainWindow, key: str) -> Page:
    window.show_page("school", key)
    return window.pages["school"].part


@pytest.mark.parametrize(
    ("role", "parts"),
    [
        (Role.HEAD, {"policies", "packs", "training", "platforms", "permissions", "marks", "uniforms", "rules"}),
        (Role.CONSENT_ADMIN, {"policies", "packs", "training", "platforms"}),
        (Role.BUSINESS_MANAGER, {"policies", "packs", "training"}),
        (Role.GOVERNOR, {"policies", "packs", "training"}),
    ],
)
def test_each_role_sees_what_it_may_keep(open_role: OpenRole, role: Role, parts: set[str]) -> None:
    assert set(open_role(role).pages["school"].parts) == parts


# platforms


@pytest.mark.policy("001-21")
def test_a_platform_of_the_list_is_added_with_its_limits(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    page = _part(open_role(Role.HEAD), "platforms")
    press(qtbot, page.new)
    choice = page.pick.widgets["listed"]
    choice.setCurrentIndex(choice.findData("x"))
    press(qtbot, page.save_button)
    assert page.form.problems["purpose"].text() == "A place to post needs a purpose."
    type_into(qtbot, page.form, purpose="news for our families", mailbox="office@hollybank.example")
    page.form.widgets["ours"].setChecked(True)
    press(qtbot, page.save_button)
    assert "everybody is covered on it" in page.notice.words()
    [made] = [p for p in platforms.all_platforms(school.workspace) if p.id == "x"]
    assert (made.caption_limit, made.max_pictures) == (280, 4)
    assert page.platform == made


def test_limits_are_noted_with_the_day_they_were_looked_up(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    page = _part(open_role(Role.HEAD), "platforms")
    page.list.choose(lambda p: p.id == FACEBOOK)
    page.limits.widgets["caption_limit"].setValue(900)
    page.save_limits()
    assert "which day" in page.limits.problems["checked_on"].text()
    today = school.workspace.clock.today()
    type_into(qtbot, page.limits, checked_on=day(today))
    page.save_limits()
    [kept] = [p for p in platforms.all_platforms(school.workspace) if p.id == FACEBOOK]
    assert (kept.caption_limit, kept.limits_checked_on) == (900, today)


def test_a_platform_changed_elsewhere_is_never_written_over(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    head = school.actor(Role.HEAD)
    page = _part(open_role(Role.HEAD), "platforms")
    page.list.choose(lambda p: p.id == FACEBOOK)
    type_into(qtbot, page.form, purpose="mine", owner="Mine")
    platforms.record_privacy_check(school.workspace, head, FACEBOOK)
    page.form.widgets["ours"].setChecked(True)
    press(qtbot, page.save_button)
    assert "changed meanwhile" in page.notice.words()
    assert page.form.values()["owner"] == "Mine"
    press(qtbot, button(page.notice, "Look at theirs"))
    assert page.form.values()["owner"] == ""


@pytest.mark.policy("001-22")
def test_only_those_named_for_a_platform_post_there(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    page = _part(open_role(Role.HEAD), "platforms")
    page.list.choose(lambda p: p.id == FACEBOOK)
    assert "Nobody is named" in words(page.users)
    type_into(qtbot, page.users.form, until=day(school.workspace.clock.today() + timedelta(days=30)))
    page.users.go.click()
    assert "Deputy" in words(page.users)
    assert "may post" in words(page.users)
    [entry] = platforms.users_of(school.workspace, FACEBOOK)
    assert entry.user_id == school.actor(Role.DEPUTY).user_id
    button(page.users, "End today: Deputy").click()
    [entry] = platforms.users_of(school.workspace, FACEBOOK)
    assert entry.until == school.workspace.clock.today()


# permissions


def test_a_logo_is_permitted_in_writing_and_ended_again(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    page = _part(open_role(Role.HEAD), "permissions")
    press(qtbot, page.new)
    page.grant()
    assert page.subject_line.problems["mark"].text() == "Say which logo it is."
    type_into(qtbot, page.subject_line, mark="Acorn Sports")
    page.grant()
    assert "in writing" in page.details.problems["evidence"].text()
    last = school.workspace.clock.today() + timedelta(days=10)
    type_into(qtbot, page.details, grantor="R. Ashworth", evidence="folder 9", valid_until=day(last))
    page.grant()
    assert "tick at least one platform" in page.notice.words()
    page.boxes[FACEBOOK].setChecked(True)
    page.grant()
    assert page.notice.words() == "The permission is recorded."
    [(permission, subject)] = permissions.listed(school.workspace, page.actor, PermissionKind.MARK)
    assert (subject, permission.platforms, permission.valid_until) == ("acorn sports", (FACEBOOK,), last)
    assert f"runs out {day(last)}" in page.list.rows.data(page.list.rows.index(0), 258).note
    page.list.choose(lambda pair: pair[0].id == permission.id)
    press(qtbot, page.end_button)
    press(qtbot, button(page.notice, "End it"))
    [(permission, _subject)] = permissions.listed(school.workspace, page.actor, PermissionKind.MARK)
    assert permission.ended_at is not None


def test_a_licence_and_a_pupils_work_are_recorded_with_whom_they_are_from(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _part(open_role(Role.HEAD), "permissions")
    press(qtbot, page.kind_buttons[PermissionKind.LICENCE])
    press(qtbot, page.new)
    page.grant()
    assert page.licence_line.problems["licence"].text() == "Say whose pictures they are, and which."
    type_into(qtbot, page.licence_line, licence="Jo Lens, portraits")
    type_into(qtbot, page.details, grantor="Jo Lens", evidence="contract 4")
    page.boxes[FACEBOOK].setChecked(True)
    press(qtbot, page.go)
    [(permission, subject)] = permissions.listed(school.workspace, page.actor, PermissionKind.LICENCE)
    assert (subject, permission.grantor_role, permission.platforms) == ("Jo Lens, portraits", "MAKER", (FACEBOOK,))

    press(qtbot, page.kind_buttons[PermissionKind.WORK])
    press(qtbot, page.new)
    offered = page.subject_choice.widgets["subject"]
    names = [offered.itemText(i) for i in range(offered.count())]
    assert "Dev Anand" in names
    assert school.actor(Role.HEAD).name not in names
    offered.setCurrentIndex(names.index("Dev Anand"))
    type_into(qtbot, page.details, grantor="Mrs Anand", evidence="letter 7")
    press(qtbot, page.go)
    [(permission, subject)] = permissions.listed(school.workspace, page.actor, PermissionKind.WORK)
    assert (subject, permission.subject) == ("Dev Anand", school.pupils["Dev"].id)
    assert permission.grantor_role == "PARENT"


# policies and training


def _publish_policy(school: School, *, link: str = "", label: str = "2026") -> None:
    today = school.workspace.clock.today()
    policies.add_version(
        school.workspace, school.actor(Role.HEAD), name="Social media policy", label=label, owner="Headteacher",
        effective_on=today, noticed_on=today, governors_approved_on=today, link=link,
    )  # fmt: skip


@pytest.mark.policy("000-01")
def test_a_new_policy_stands_in_front_of_every_page_until_it_is_acknowledged(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    _publish_policy(school)
    window = open_role(Role.CONTRIBUTOR)
    reading = window.current
    assert "Social media policy 2026" in words(reading)
    window.show_page("posts")
    assert window.current is reading
    assert not reading.go.isEnabled()
    reading.said.setChecked(True)
    press(qtbot, reading.go)
    assert window.current.key == "posts"
    assert policies.unread(school.workspace, school.actor(Role.CONTRIBUTOR)) == ()
    _publish_policy(school, label="2027")
    window.show_page("home")
    assert window.current is reading


def test_saying_no_never_waits_for_reading(open_role: OpenRole, school: School) -> None:
    _publish_policy(school)
    window = open_role(Role.GOVERNOR)
    window.show_page("register")
    assert window.current.key == "register"


def test_what_can_be_opened_has_to_be_opened_first(
    open_role: OpenRole, school: School, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish_policy(school, link="https://hollybank.example/policy.pdf")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    reading = open_role(Role.DEPUTY).current
    assert not reading.said.isEnabled()
    press(qtbot, reading.open_button)
    assert opened == ["https://hollybank.example/policy.pdf"]
    assert reading.said.isEnabled()


def test_a_version_is_added_and_shows_who_has_still_to_read_it(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _part(open_role(Role.BUSINESS_MANAGER), "policies")
    press(qtbot, page.new)
    page.save()
    assert page.form.problems["name"].text() == "A policy needs a name."
    today = day(school.workspace.clock.today())
    type_into(
        qtbot, page.form, name="Acceptable use", label="1.0", owner="Business Manager",
        effective_on=today, governors_approved_on=today,
    )  # fmt: skip
    page.save()
    assert "Acceptable use 1.0 is stored." in page.notice.words()
    assert "10 people have still to read it" in words(page)


def test_training_is_recorded_for_one_person(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    school_settings.settle(
        school.workspace, school.actor(Role.HEAD), "training_required", {"DEPUTY": ["data protection"]}
    )
    page = _part(open_role(Role.BUSINESS_MANAGER), "training")
    assert "missing for 1 person" in page.number.text()
    page.list.choose(lambda p: p.user_id == school.actor(Role.DEPUTY).user_id)
    type_into(qtbot, page.form, topic="data protection", done_on="1 Sep 2026")
    page.record()
    assert page.number.text() == "Nothing is missing"
    kept = training.register_of(school.workspace, page.actor, Role.DEPUTY)
    assert [course.topic for course in kept[0].done] == ["data protection"]


# rules


def test_rules_are_settled_and_what_does_not_fit_is_said_under_its_field(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _part(open_role(Role.HEAD), "rules")
    page.form.widgets["lock_after_minutes"].setValue(0)
    age = page.form.widgets["own_consent_age"]
    age.setCurrentIndex(age.findData(13))
    page.save()
    assert "1 to 60" in page.form.problems["lock_after_minutes"].text()
    settled = school_settings.all_rules(school.workspace)
    assert (settled["own_consent_age"], settled["lock_after_minutes"]) == (13, 10)
    assert "1 rule is settled" in page.notice.words()


def test_faces_are_not_compared_before_everything_is_written_down(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _part(open_role(Role.HEAD), "rules")
    panel = page.matching
    assert not panel.switch.isEnabled()
    assert "Missing: the reference of the impact assessment" in words(panel)
    today = school.workspace.clock.today()
    type_into(
        qtbot, panel.form, dpia_reference="DPIA 4", dpia_date=day(today), dpo_name="D. Officer",
        review_date=day(today + timedelta(days=200)), notices="folder 1", alternative="named by hand",
    )  # fmt: skip
    panel.save_button.click()
    assert "Missing" not in words(panel)
    panel.switch.click()
    assert panel.record.is_on
    panel.switch.click()
    press(qtbot, button(page.notice, "Compare no faces"))
    assert not panel.record.is_on


def test_a_closed_platform_stays_and_can_be_opened_again(open_role: OpenRole, school: School) -> None:
    page = _part(open_role(Role.HEAD), "platforms")
    page.list.choose(lambda p: p.id == PlatformId("facebook"))
    page.close_button.click()
    assert [p.name for p in platforms.open_platforms(school.workspace)] == ["Website"]
    page.close_button.click()
    assert len(platforms.open_platforms(school.workspace)) == 2
