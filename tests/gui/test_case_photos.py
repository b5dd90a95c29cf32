"""Looking through photos for a request as pictures, the clocks of a request, and its pack in the background."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.devices.folder_device import FolderDevice
from app.domain.cases import CaseKind, Step
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId
from app.ui.main_window import MainWindow
from app.ui.pages.cases import CasesPage
from app.workflow import cases, review, subject_access
from app.workflow.import_photos import import_photos
from tests.flow.posting import PlannedEngines, photo_with_faces, with_engines
from tests.gui.conftest import OpenRole
from tests.gui.pages import press, type_into
from tests.schools import School

PNG = b"\x89PNG\r\n\x1a\n" + b"the post as it was seen"
EVENTS = ("Sports day", "Fair", "Trip")


@pytest.fixture
def photos(school: School, tmp_path: Path) -> list[PhotoId]:
    """Three photos of three events nobody has looked at yet; the trip was another class's."""
    workspace = with_engines(school.workspace, PlannedEngines())
    found = []
    for at, event in enumerate(EVENTS):
        phone = tmp_path / f"phone-{at}"
        phone.mkdir()
        (phone / "IMG_1.JPG").write_bytes(photo_with_faces(seed=at))
        [outcome] = import_photos(
            workspace, school.actor(Role.CONTRIBUTOR), FolderDevice(phone), event=event,
            device_kind=DeviceKind.SCHOOL, remove_originals=False,
        )  # fmt: skip
        assert outcome.photo_id is not None
        found.append(outcome.photo_id)
    school.add_pupil("Farah", "Khan", "Elm")
    for event, forenames in (("Fair", ("Amara", "Farah")), ("Trip", ("Farah",))):
        review.set_roster(
            workspace, school.actor(Role.CONTRIBUTOR), event, [school.pupils[name].id for name in forenames]
        )
    return found


def _asked(school: School, kind: CaseKind = CaseKind.ACCESS):
    return cases.open_case(
        school.workspace, school.actor(Role.DPO), kind, "Everything, please.", person_id=school.pupils["Amara"].id,
        asked_by="Mrs A. Okafor", standing="mother, with parental responsibility",
    )  # fmt: skip


def _page(window: MainWindow, case_id: str) -> CasesPage:
    window.show_page("cases")
    page = window.pages["cases"]
    assert isinstance(page, CasesPage)
    page.open(case_id)
    return page


def _numbers(page: CasesPage) -> list[int]:
    return [entry.photo.number for entry in page.photos.list.rows.items]


def test_photos_are_looked_through_as_pictures_with_one_key_each(
    open_role: OpenRole, school: School, photos: list[PhotoId], qtbot: QtBot
) -> None:
    page = _page(open_role(Role.DPO), _asked(school).id)
    qtbot.waitUntil(lambda: _numbers(page) == [1, 2] or _numbers(page) == [2, 1])
    gallery = page.photos.list
    first, second = (entry.photo.id for entry in gallery.rows.items)
    qtbot.waitUntil(lambda: gallery.picture_of(gallery.rows.items[0]) is not None)
    gallery.choose(lambda entry: entry.photo.id == first)
    qtbot.waitUntil(lambda: page.photos.large.has_picture)
    assert not page.photos.look_button.isEnabled(), "the data protection officer does not review photos"
    qtbot.keyClick(gallery, Qt.Key.Key_N)
    assert [entry.photo.id for entry in gallery.chosen()] == [second]
    qtbot.keyClick(gallery, Qt.Key.Key_Y)
    assert page.photos.counts.text().endswith("0 photos to look through")
    found = subject_access.index(school.workspace, page.actor, page.case.id)
    assert {entry.photo.id: entry.is_in for entry in found.to_look_through} == {first: False, second: True}


def test_photos_are_sifted_by_event_class_and_day(
    open_role: OpenRole, school: School, photos: list[PhotoId], qtbot: QtBot
) -> None:
    page = _page(open_role(Role.DSL), _asked(school).id)
    qtbot.waitUntil(lambda: len(_numbers(page)) == 2)
    filters, today = page.photos.filters, school.workspace.clock.today()
    filters.widgets["event"].setCurrentIndex(filters.widgets["event"].findData("Fair"))
    assert _numbers(page) == [2]
    filters.widgets["event"].setCurrentIndex(0)
    filters.widgets["group"].setCurrentIndex(filters.widgets["group"].findData("Elm"))
    assert _numbers(page) == [2]
    filters.widgets["group"].setCurrentIndex(0)
    filters.fill({"since": today + timedelta(days=1)})
    assert _numbers(page) == []
    filters.fill({"since": today, "until": today})
    assert len(_numbers(page)) == 2
    page.photos.list.choose(lambda entry: entry.photo.number == 2)
    press(qtbot, page.photos.not_in_button)
    filters.widgets["is_open"].setChecked(True)
    assert _numbers(page) == [1]


def test_a_photo_of_another_class_is_not_shown_for_a_request(school: School, photos: list[PhotoId]) -> None:
    from app.domain.errors import NotAllowedError

    case, dpo = _asked(school), school.actor(Role.DPO)
    workspace = with_engines(school.workspace, PlannedEngines())
    assert subject_access.picture(workspace, dpo, case.id, photos[1], max_edge_px=100).shape[2] == 3
    with pytest.raises(NotAllowedError, match="not one to look through"):
        subject_access.picture(workspace, dpo, case.id, photos[2])
    with pytest.raises(NotAllowedError):
        subject_access.picture(workspace, school.actor(Role.GOVERNOR), case.id, photos[1])


def test_a_request_takes_longer_stops_and_goes_on_and_keeps_a_screenshot(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _page(open_role(Role.DPO), _asked(school).id)
    press(qtbot, page.longer_button)
    assert "Say why it is hard" in page.notice.words()
    type_into(qtbot, page.done_form, words="600 photos, told on the telephone")
    press(qtbot, page.longer_button)
    assert not page.longer_button.isVisible()
    type_into(qtbot, page.done_form, words="asked which school years they mean")
    press(qtbot, page.pause_button)
    assert page.state.words() == "The clock stands still"
    press(qtbot, page.resume_button)
    assert "Runs until" in page.state.words()
    page.picture = PNG
    press(qtbot, page.step_buttons[Step.NOTED])
    step = cases.view(school.workspace, page.actor, page.case.id).steps[-1]
    assert step.step is Step.EVIDENCE
    page.save_picture(step, tmp_path / "copy.png")
    assert (tmp_path / "copy.png").read_bytes() == PNG


def test_an_education_record_cannot_take_longer(open_role: OpenRole, school: School) -> None:
    page = _page(open_role(Role.DPO), _asked(school, CaseKind.EDUCATION).id)
    assert not page.longer_button.isVisible()
    assert not page.pause_button.isVisible()
    assert page.pack_button.isVisible()


def test_the_day_a_letter_came_starts_the_clock(open_role: OpenRole, school: School, qtbot: QtBot) -> None:
    window = open_role(Role.DPO)
    window.show_page("cases")
    page = window.pages["cases"]
    box = page.form.widgets["kind"]
    box.setCurrentIndex(box.findData(CaseKind.DISCLOSURE))
    day = school.workspace.clock.today() - timedelta(days=2)
    type_into(qtbot, page.form, words="A list was sent to the wrong family.", received=day.strftime("%d/%m/%Y"))
    press(qtbot, page.save_button)
    [case] = cases.listing(school.workspace, page.actor)
    assert case.due_at is not None
    assert case.due_at.astimezone(page.workspace.clock.now().tzinfo) - page.workspace.clock.now() < timedelta(days=1)


def test_a_pack_is_made_in_the_background_and_can_be_cancelled(
    open_role: OpenRole, school: School, qtbot: QtBot, tmp_path: Path
) -> None:
    case = _asked(school)
    cases.take_step(school.workspace, school.actor(Role.DPO), case.id, Step.IDENTITY, "passport seen")
    cases.take_step(school.workspace, school.actor(Role.DSL), case.id, Step.DSL_CLEARED)
    window = open_role(Role.DPO)
    page = _page(window, case.id)
    page.make(tmp_path / "out")
    [task] = window.desk.running
    task.cancel()
    qtbot.waitUntil(lambda: not window.desk.running)
    qtbot.waitUntil(lambda: page.pack_button.isEnabled())
    made = tmp_path / "out" / f"request-1-{school.workspace.clock.today().isoformat()}"
    steps = [step.step for step in cases.view(school.workspace, page.actor, case.id).steps]
    assert made.exists() == (Step.PACK_MADE in steps)
