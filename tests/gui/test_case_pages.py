"""Requests, incidents and what is published, in the window."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.cases import CaseKind, Step
from app.domain.people import Action, Role
from app.domain.post import PostAbout, PostCategory, PostPlatform, ReleaseId
from app.domain.submission import Confirmed
from app.ui.main_window import MainWindow
from app.ui.pages.cases import CasesPage
from app.ui.pages.published import PublishedPage
from app.ui.pages.report import ReportPage
from app.workflow import approve, cases, posts, publish, takedowns
from consent_db import releases
from tests.gui.conftest import OpenRole
from tests.gui.pages import button, press, type_into, wait_for_words, words
from tests.schools import FACEBOOK, School


def _cases(window: MainWindow) -> CasesPage:
    window.show_page("cases")
    page = window.pages["cases"]
    assert isinstance(page, CasesPage)
    return page


def _say_kind(page: CasesPage, kind: CaseKind) -> None:
    box = page.form.widgets["kind"]
    box.setCurrentIndex(box.findData(kind))


def test_everybody_reports_a_concern_and_only_those_who_keep_the_registers_see_the_list(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    page = _cases(open_role(Role.CONTRIBUTOR))
    assert not page.list.isVisible()
    _say_kind(page, CaseKind.CONCERN)
    page.save()
    assert page.form.problems["words"].text() == "Say what happened."
    type_into(qtbot, page.form, words="A colleague keeps pictures on a private phone.")
    press(qtbot, page.save_button)
    assert "No. 1 is recorded" in page.notice.words()
    [case] = cases.listing(school.workspace, school.actor(Role.DSL))
    assert case.kind is CaseKind.CONCERN


def test_a_request_is_worked_on_until_its_pack_is_made_and_it_is_closed(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _cases(open_role(Role.DPO))
    _say_kind(page, CaseKind.ACCESS)
    type_into(qtbot, page.form, words="Everything, please.", about="Amara", asked_by="Mrs Okafor")
    page.save()
    assert "by what right" in page.notice.words()
    type_into(qtbot, page.form, standing="mother")
    press(qtbot, page.save_button)
    assert page.case is not None
    assert "Runs until" in page.state.words()
    qtbot.waitUntil(lambda: "0 photos to look through" in words(page))
    page.make(tmp_path)
    qtbot.waitUntil(lambda: "Nobody checked who asks" in page.notice.words())
    type_into(qtbot, page.done_form, words="passport seen at the office")
    press(qtbot, page.step_buttons[Step.IDENTITY])
    cases.take_step(school.workspace, school.actor(Role.DSL), page.case.id, Step.DSL_CLEARED)
    page.refresh()
    page.make(tmp_path)
    qtbot.waitUntil(lambda: "0 pictures of this person alone" in page.notice.words())
    qtbot.waitUntil(lambda: "made the pack" in words(page))
    type_into(qtbot, page.done_form, words="sent by registered post")
    press(qtbot, page.close_button)
    assert "closed for good" in page.notice.words()
    press(qtbot, button(page.notice, "Close it for good"))
    assert page.state.words() == "Closed"


def test_an_incident_shows_what_to_do_first_and_whom_to_tell(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    page = _cases(open_role(Role.DSL))
    _say_kind(page, CaseKind.BLACKMAIL)
    type_into(qtbot, page.form, words="A message came.")
    press(qtbot, page.save_button)
    assert "1. Do not pay" in words(page)
    assert "Tell the Headteacher, the safeguarding lead, the CEO." in page.notice.words()
    assert not page.dsl_button.isVisible()
    assert not page.step_buttons[Step.IDENTITY].isVisible()


@pytest.mark.parametrize("role", list(Role))
def test_who_may_look_at_what_is_published_sees_the_page(open_role: OpenRole, role: Role) -> None:
    window = open_role(role)
    wanted = {Action.APPROVE, Action.PUBLISH, Action.PLACE_HOLD, Action.KEEP_CASES}
    assert ("published" in window.pages) == any(window.desk.actor.may(action) for action in wanted)
    assert "cases" in window.pages


def test_an_empty_list_says_so(open_role: OpenRole, school: School) -> None:
    window = open_role(Role.HEAD)
    window.show_page("published")
    page = window.pages["published"]
    assert isinstance(page, PublishedPage)
    assert page.empty.isVisible()
    assert takedowns.published(school.workspace, page.actor) == ()
    with school.workspace.database.read() as connection:
        assert releases.open_tasks(connection) == ()


def _live(school: School, out: Path) -> ReleaseId:
    post = posts.create_post(
        school.workspace, school.actor(Role.CONTRIBUTOR), title="Closed tomorrow", pictures=[],
        platforms=[PostPlatform(FACEBOOK, "School is closed tomorrow.")], about=PostAbout(PostCategory.REMINDER),
    )  # fmt: skip
    posts.submit_post(school.workspace, school.actor(Role.CONTRIBUTOR), post.id, confirmed=Confirmed)
    approve.approve(school.workspace, school.actor(Role.HEAD), post.id)
    out.mkdir()
    made = publish.export_release(school.workspace, school.actor(Role.DEPUTY), post.id, FACEBOOK, out)
    url = "https://facebook.com/hollybank/1"
    return publish.note_live(school.workspace, school.actor(Role.DEPUTY), made.release.id, url).id


def test_whoever_looks_through_what_is_online_notes_it_with_one_button(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    release_id = _live(school, tmp_path / "out")
    window = open_role(Role.HEAD)
    window.show_page("published", release_id)
    page = window.pages["published"]
    assert isinstance(page, PublishedPage)
    assert "not looked at since" in page.facts.text()
    press(qtbot, page.looked_button)
    assert page.facts.text().endswith(f"by {page.actor.name}")
    assert "looked at on" in page.facts.text()


def test_the_safeguarding_lead_starts_an_urgent_takedown_and_the_deputy_ends_it_with_a_proof(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    release_id = _live(school, tmp_path / "out")
    window = open_role(Role.DSL)
    window.show_page("published")
    page = window.pages["published"]
    assert isinstance(page, PublishedPage)
    assert page.state.words() == "Live"
    press(qtbot, page.urgent_button)
    assert "Say why" in page.form.problems["reason"].text()
    type_into(qtbot, page.form, reason="safety", asked_by="the safeguarding lead")
    press(qtbot, page.urgent_button)
    assert page.state.words().startswith("Take down by")
    assert "Move to bin" in words(page)
    assert not page.gone_button.isVisible()

    other = open_role(Role.DEPUTY)
    other.show_page("publish")
    done = other.pages["published"]
    assert isinstance(done, PublishedPage)
    other.show_page("published", release_id)
    type_into(qtbot, done.form, reason="looked at it signed out, 10:42")
    press(qtbot, done.gone_button)
    assert done.state.words() == "Taken down"
    with school.workspace.database.read() as connection:
        assert releases.open_tasks(connection) == ()


def test_what_was_published_by_mistake_is_an_incident_and_comes_down_in_minutes(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    release_id = _live(school, tmp_path / "out")
    window = open_role(Role.DEPUTY)
    window.show_page("published")
    page = window.pages["published"]
    assert isinstance(page, PublishedPage)
    press(qtbot, page.mistake_button)
    assert takedowns.takedowns(school.workspace, page.actor) == ()
    type_into(qtbot, page.form, reason="The date is of another school.")
    press(qtbot, page.mistake_button)
    assert "No. 1 is recorded" in page.notice.words()
    assert page.state.words().startswith("Take down by")
    [case] = cases.listing(school.workspace, school.actor(Role.DPO))
    assert (case.kind, case.release_id) == (CaseKind.WRONG_PICTURE, release_id)


@pytest.mark.parametrize("role", list(Role))
def test_governors_and_those_who_watch_read_the_report(open_role: OpenRole, role: Role) -> None:
    readers = {Role.HEAD, Role.GOVERNOR, Role.DPO, Role.BUSINESS_MANAGER, Role.IT, Role.DSL}
    assert ("report" in open_role(role).pages) == (role in readers)


def test_a_governor_reads_the_numbers_and_saves_them_with_charts(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    _live(school, tmp_path / "out")
    window = open_role(Role.GOVERNOR)
    window.show_page("report")
    page = window.pages["report"]
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: ("Posts that are live", "1") in page.list.rows.items)
    assert ("Posts that went live", "1") in page.list.rows.items
    page.save(tmp_path / "report.pdf")
    wait_for_words(qtbot, page, "The report is in")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    page.form.fill({"last": school.workspace.clock.today() - timedelta(days=7)})
    qtbot.waitUntil(lambda: ("Posts that went live", "0") in page.list.rows.items)


def test_a_post_from_before_is_taken_down_from_its_address_with_a_proof(
    open_role: OpenRole, school: School, qtbot: QtBot
) -> None:
    window = open_role(Role.HEAD)
    window.show_page("published")
    page = window.pages["published"]
    assert isinstance(page, PublishedPage)
    type_into(qtbot, page.older.form, address="https://x.com/hollybank/7", reason="full names", asked_by="the audit")
    press(qtbot, page.older.order_button)
    [task] = page.older.list.rows.items
    assert "https://x.com/hollybank/7" in task.words
    page.older.list.choose(lambda one: one.id == task.id)
    press(qtbot, page.older.gone_button)
    assert "how it can be seen" in page.notice.words()
    type_into(qtbot, page.older.form, reason="seen gone, 10:42")
    press(qtbot, page.older.gone_button)
    assert page.older.list.rows.items == []
