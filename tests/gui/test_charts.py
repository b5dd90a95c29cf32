"""Charts: numbers of the register drawn as bars, the same in words, and never who."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.consent import Answer
from app.domain.people import PersonKind, Role
from app.ui.charts import Bar, Bars, Part
from app.workflow import figures as numbers
from app.workflow import register
from app.workflow.figures import Answers, Figures, figures
from consent_db import people
from tests.gui.conftest import OpenRole
from tests.gui.pages import press
from tests.schools import FACEBOOK, WEBSITE, School


@pytest.fixture
def years(school: School) -> School:
    """Six children of Year 4, six of Year 5, one of Year 6; three answers."""
    for at, year in enumerate(["4"] * 6 + ["5"] * 6 + ["6"]):
        person = replace(people.new(PersonKind.PUPIL, f"Pupil{at}", "Test"), registration_group="Elm", year_group=year)
        register.add_person(school.workspace, school.actor(Role.CONSENT_ADMIN), person)
        school.pupils[f"Pupil{at}"] = person
    school.say("Pupil0", FACEBOOK, Answer.YES)
    school.say("Pupil1", FACEBOOK, Answer.YES)
    school.say("Pupil6", FACEBOOK, Answer.NO)
    return school


def counted(school: School, role: Role) -> Figures:
    """The numbers this person sees, once everybody was looked at."""
    *_parts, found = figures(school.workspace, school.actor(role))
    assert found is not None
    return found


def test_answers_are_counted_by_platform_and_year_and_small_years_are_joined(years: School) -> None:
    found = counted(years, Role.CONSENT_ADMIN).answers
    facebook = [line for line in found if line.platform == "Facebook"]
    assert facebook == [
        Answers("Facebook", "Year 4", 2, 0, 4), Answers("Facebook", "Year 5", 0, 1, 5),
        Answers("Facebook", "Others", 0, 0, 6),
    ]  # fmt: skip
    assert {line.platform for line in found} == {"Facebook", "Website"}


def test_counting_in_small_parts_gives_the_same_and_can_be_ended_between_them(
    years: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = counted(years, Role.CONSENT_ADMIN)
    monkeypatch.setattr(numbers, "_AT_ONCE", 5)
    *parts, found = figures(years.workspace, years.actor(Role.CONSENT_ADMIN))
    assert found == whole
    assert len(parts) >= 3
    assert set(parts) == {None}


def test_who_may_not_see_the_register_sees_no_answers(years: School) -> None:
    assert counted(years, Role.GOVERNOR).answers == ()
    assert counted(years, Role.CONTRIBUTOR).answers == ()


def test_home_draws_them_and_says_them_in_words(years: School, open_role: OpenRole, qtbot: QtBot) -> None:
    window = open_role(Role.CONSENT_ADMIN)
    glance = window.pages["home"].glance
    qtbot.waitUntil(glance.answers.isVisible, timeout=20_000)
    described = QAccessible.queryAccessibleInterface(glance.answers.bars).text(QAccessible.Text.Description)
    assert "Year 4: 2 yes, 0 no, 4 open" in described
    press(qtbot, glance.answers.turn)
    assert "Year 5: 0 yes, 1 no, 5 open" in glance.answers.words.text()
    assert not glance.answers.bars.isVisible()
    glance.places.setCurrentText("Website")
    assert "Year 4: 0 yes, 0 no, 6 open" in glance.answers.words.text()
    years.say("Pupil2", WEBSITE, Answer.YES)
    window.desk.changed.emit()
    qtbot.waitUntil(lambda: "Year 4: 1 yes, 0 no, 5 open" in glance.answers.words.text(), timeout=20_000)


def test_each_part_of_a_bar_has_a_pattern_of_its_own(qtbot: QtBot) -> None:
    bars = Bars("May they be shown?", fills=True)
    qtbot.addWidget(bars)
    bars.show_bars([Bar("Year 4", (Part("yes", 10, "shown"), Part("no", 10, "withheld"), Part("open", 10, "covered")))])
    bars.resize(500, bars.sizeHint().height())
    picture = bars.grab().toImage()
    row = picture.height() // 2
    thirds = [range(picture.width() * at // 100, picture.width() * (at + 12) // 100) for at in (20, 48, 76)]
    looks = {tuple(sorted({picture.pixel(x, y) for x in third for y in (row - 2, row, row + 2)})) for third in thirds}
    assert len(looks) == 3
    assert len(min(looks, key=len)) <= 2  # one of them is plain


def test_weeks_without_photos_show_no_chart(school: School) -> None:
    found = counted(school, Role.HEAD)
    assert found.weeks == ()
    assert found.left == ()


def test_a_bar_says_itself() -> None:
    assert Bar(str(date(2026, 9, 7)), (Part("", 4),)).said() == "2026-09-07: 4"
