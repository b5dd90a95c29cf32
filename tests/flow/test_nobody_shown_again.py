"""Ways round a no that a careful reader found: each of them must stay closed."""

from __future__ import annotations

import traceback
from dataclasses import replace

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.consent import Answer, ConsentKind, PlatformId
from app.domain.detection import RegionKind, Verdict
from app.domain.errors import KnownError, RegisterError
from app.domain.faults import KillPoint
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import DeviceKind
from app.domain.post import PostPicture, PostState, ReleaseState, RightsSource, TaskKind
from app.domain.submission import Confirmed
from app.domain.treatment import Outcome, Reason, Treatment
from app.workflow import approve, posts, publish, register, review
from app.workflow.analyse_photos import analyse_photos
from app.workflow.check_files import check_file
from app.workflow.decide import decide_photo
from app.workflow.import_photos import import_photos
from consent_db import people, releases
from consent_db import photos as photo_rows
from consent_db import posts as post_rows
from tests.clocks import later
from tests.flow.posting import Story, photo_with_faces, tell
from tests.schools import FACEBOOK, WEBSITE


@pytest.fixture
def story(school, tmp_path) -> Story:
    return tell(school, tmp_path / "camera")


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


class StoppedError(Exception):
    """The program ends here."""


def stopped_before_the_pack_is_visible(story, post, out):
    def fault(point: str) -> None:
        if point == KillPoint.AFTER_COMMIT:
            raise StoppedError

    with pytest.raises(StoppedError):
        publish.export_release(replace(story.workspace, fault=fault), story.deputy, post.id, FACEBOOK, out)
    assert [path.name.startswith(".") for path in out.iterdir()] == [True]


def live_on_website(story, out):
    post = story.approved()
    made = publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://example.org/news/1")
    return post, made.release


def takedowns(story):
    with story.workspace.database.read() as connection:
        return [task.release_id for task in releases.open_tasks(connection, TaskKind.TAKEDOWN)]


def state_of(story, post):
    with story.workspace.database.read() as connection:
        return post_rows.get(connection, post.id).state


def another_photo(story, tmp_path):
    card = tmp_path / "card"
    card.mkdir()
    (card / "IMG_2.JPG").write_bytes(photo_with_faces(seed=8))
    [taken] = import_photos(
        story.workspace, story.office, FolderDevice(card), event="Sports day", device_kind=DeviceKind.SCHOOL,
        remove_originals=False,
    )  # fmt: skip
    assert [o.problem for o in analyse_photos(story.workspace, story.office, [taken.photo_id])] == [None]
    return taken.photo_id


def test_a_pack_left_hidden_by_a_stop_stays_hidden_once_somebody_in_it_said_no(story, out):
    post = story.approved()
    stopped_before_the_pack_is_visible(story, post, out)
    register.take_consent_away(story.workspace, story.office, story.school.pupils["Amara"].id)
    assert publish.finish_exports(story.workspace) == ()
    assert list(out.iterdir()) == []
    [release] = releases_in_folder(story)
    assert takedowns(story) == [release.id]


def test_a_pack_left_hidden_by_a_stop_stays_hidden_once_a_child_has_left(story, out):
    today, amara = story.workspace.clock.today(), story.school.pupils["Amara"]
    register.change_person(story.workspace, story.school.actor(Role.CONSENT_ADMIN), replace(amara, on_roll_until=today))
    post = story.approved()
    stopped_before_the_pack_is_visible(story, post, out)
    tomorrow = later(story.workspace, 1)
    assert publish.finish_exports(tomorrow) == ()
    assert list(out.iterdir()) == []


def releases_in_folder(story):
    with story.workspace.database.read() as connection:
        return releases.in_state(connection, ReleaseState.EXPORTED)


def test_a_picture_edited_out_of_a_live_post_is_still_taken_down(story, out, tmp_path):
    post, release = live_on_website(story, out)
    pictures = [PostPicture(another_photo(story, tmp_path), "A field.", RightsSource.STAFF)]
    posts.edit_post(
        story.workspace, story.office, post.id, title=post.title, pictures=pictures, platforms=post.platforms
    )
    assert register.take_consent_away(story.workspace, story.office, story.school.pupils["Amara"].id) == 1
    assert takedowns(story) == [release.id]


def test_a_child_who_asks_not_to_appear_in_a_live_picture_is_taken_down(story, out):
    _post, release = live_on_website(story, out)
    review.refuse_appearance(story.workspace, story.office, story.photo_id, story.school.pupils["Caitlin"].id)
    assert takedowns(story) == [release.id]


def test_a_name_in_the_words_of_a_live_post_is_taken_down_when_it_may_not_stand_any_more(story, out):
    dev = story.school.pupils["Dev"].id
    story.school.say("Dev", WEBSITE, Answer.YES, ConsentKind.NAME)
    post = story.draft(captions={WEBSITE: "Thank you, Dev, for helping."})
    list(posts.render_post(story.workspace, story.office, post.id))
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    approve.approve(story.workspace, story.head, post.id)
    made = publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)
    publish.note_live(story.workspace, story.deputy, made.release.id, "https://example.org/news/1")
    assert register.take_consent_away(story.workspace, story.office, dev) == 1
    assert takedowns(story) == [made.release.id]


def test_saying_that_an_approved_face_is_none_makes_the_approval_fall(story, out):
    post = story.approved()
    review.set_verdict(story.workspace, story.office, story.regions()[0].id, Verdict.NOT_A_FACE)
    assert state_of(story, post) is PostState.DRAFT


def test_giving_an_approved_face_another_name_makes_the_approval_fall(story):
    post = story.approved()
    story.school.say("Ella", FACEBOOK, Answer.YES)
    story.school.say("Ella", WEBSITE, Answer.YES)
    review.name_region(story.workspace, story.office, story.regions()[0].id, story.school.pupils["Ella"].id)
    assert state_of(story, post) is PostState.DRAFT


def test_words_in_a_picture_that_nobody_read_stay_covered_whoever_they_name(story):
    story.school.say("Amara", WEBSITE, Answer.YES, ConsentKind.NAME)
    box = Box(180, 200, 240, 220)
    drawn = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.TEXT, box)
    review.name_region(story.workspace, story.office, drawn.id, story.school.pupils["Amara"].id)
    decided = {r.region_id: r for r in decide_photo(story.workspace, story.photo_id, WEBSITE).regions}
    assert decided[drawn.id].treatment is Treatment.COVER
    assert decided[drawn.id].reason is Reason.FULL_NAME


@pytest.mark.parametrize("box", [Box(10, 220, 60, 290), Box(288, 98, 292, 102), Box(300, 60, 360, 140)])
def test_a_box_the_program_found_is_neither_carried_off_its_face_nor_made_tiny(story, box):
    ben = story.regions()[1]
    with pytest.raises(RegisterError, match="found"):
        review.move_region(story.workspace, story.office, ben.id, box)
    assert story.regions()[1] == ben
    moved = Box(ben.box.left - 10, ben.box.top - 5, ben.box.right, ben.box.bottom)
    assert review.move_region(story.workspace, story.office, ben.id, moved).box == moved


def test_a_finished_picture_damaged_in_the_vault_can_be_prepared_again(story, out):
    post = story.rendered()
    with story.workspace.database.read() as connection:
        made = post_rows.current_renditions(connection, post.id)
        keys = {m.vault_name: photo_rows.wrapped_key(connection, m.vault_name) for m in made}
    for stored in (p for p in story.workspace.vault.folder.rglob("*") if p.name.split(".")[0] in keys):
        stored.write_bytes(stored.read_bytes()[:-1])
    assert [o.problem for o in posts.render_post(story.workspace, story.office, post.id)] == [None, None]
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    approve.approve(story.workspace, story.head, post.id)
    publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, out)


def test_a_hold_is_a_plain_no_for_whoever_checks_a_file(story, tmp_path):
    dsl, file = story.school.actor(Role.DSL), tmp_path / "camera" / "IMG_1.JPG"
    register.place_hold(story.workspace, dsl, story.school.pupils["Amara"].id)
    [seen] = check_file(story.workspace, story.office, file, [WEBSITE])
    [seen_by_dsl] = check_file(story.workspace, dsl, file, [WEBSITE])
    assert seen.outcome is seen_by_dsl.outcome is Outcome.WITHHELD
    assert Reason.HELD in seen_by_dsl.withheld_because
    assert Reason.HELD not in {*seen.withheld_because, *(r.reason for r in seen.regions)}
    assert set(seen.withheld_because) == {Reason.CONSENT_NO}
    [of_no] = [r.clause for r in seen.regions if r.reason is Reason.CONSENT_NO]
    assert of_no == story.workspace.pack.clause(Reason.CONSENT_NO)


def test_the_headteacher_sees_which_words_somebody_called_harmless(story):
    box = Box(180, 200, 240, 220)
    drawn = review.add_region(story.workspace, story.office, story.photo_id, RegionKind.TEXT, box)
    review.set_verdict(story.workspace, story.office, drawn.id, Verdict.NOT_A_NAME)
    view = approve.approval_view(story.workspace, story.head, story.submitted().id)
    assert "Says nothing about anybody." in view.covered[story.photo_id, WEBSITE]


def test_an_error_of_the_register_carries_no_name_into_the_log(story):
    amara = story.school.pupils["Amara"]
    with pytest.raises(KnownError) as caught, story.workspace.database.transaction() as connection:
        people.add(connection, amara)
    said = "".join(traceback.format_exception(caught.value))
    assert "IntegrityError" in said
    assert "Okafor" not in said


def test_a_no_said_everywhere_holds_on_a_platform_added_later(story):
    amara = story.school.pupils["Amara"].id
    register.take_consent_away(story.workspace, story.office, amara, by_child=True)
    ben = story.school.pupils["Ben"].id
    register.take_consent_away(story.workspace, story.office, ben, platform_ids=[FACEBOOK], by_child=True)
    later = story.school.add_platform(PlatformId("newsletter"), "Newsletter")
    for forename in ("Amara", "Ben", "Caitlin"):
        story.school.say(forename, later, Answer.YES)
    decided = decide_photo(story.workspace, story.photo_id, later).regions
    assert [r.reason for r in decided] == [Reason.CONSENT_NO, Reason.CONSENT_YES, Reason.CONSENT_YES]
