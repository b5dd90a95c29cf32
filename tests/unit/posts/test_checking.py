"""What stops a post before anybody is asked to approve it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.decision.decide import decide
from app.domain.consent import PlatformId
from app.domain.permissions import Permission, PermissionId, PermissionKind
from app.domain.photo import PhotoId
from app.domain.post import (
    Post,
    PostAbout,
    PostCategory,
    PostId,
    PostPicture,
    PostPlatform,
    PostState,
    RightsSource,
    Suitability,
)
from app.posts.checking import PostMaterial, Readiness, check_post
from tests.unit.decision.facts import (
    AMARA,
    AS_OF,
    BEN,
    CAITLIN,
    FACEBOOK,
    PACK,
    PHOTO,
    TEACHER,
    TODAY,
    event,
    face,
    facts,
    register,
)  # fmt: skip

PICTURE = PostPicture(PHOTO, "Children on a field.", RightsSource.STAFF, suitability=Suitability.FINE)
LICENCE = Permission(PermissionId("l"), PermissionKind.LICENCE, "Jo Lens", "Jo Lens", "MAKER", (FACEBOOK.id,), TODAY)
ALL_YES = [event(p) for p in (AMARA, BEN, CAITLIN, TEACHER)]
GROUP = facts(face(0, AMARA), face(1, BEN), face(2, CAITLIN), roster=(AMARA.id, BEN.id, CAITLIN.id))


def post(*pictures, caption="A sunny day.", platforms=None):
    places = (PostPlatform(FACEBOOK.id, caption),) if platforms is None else platforms
    about = PostAbout(PostCategory.CHILDREN)
    return Post(PostId("p"), "t", PostState.DRAFT, "a", "A", pictures, places, AS_OF, about=about)  # type: ignore[arg-type]


def codes(wanted, *, photo=GROUP, snapshot=None, **more):
    snapshot = snapshot or register(*ALL_YES)
    decision = decide(photo, snapshot=snapshot, pack=PACK, platform=FACEBOOK, today=TODAY)
    key = (PHOTO, FACEBOOK.id)
    material = PostMaterial(
        facts={PHOTO: photo} if wanted.pictures else {},
        platforms={FACEBOOK.id: FACEBOOK},
        decisions={key: decision},
        unanswered={},
        readiness={key: Readiness.READY},
        numbers={PHOTO: 14},
    )
    found = check_post(wanted, replace(material, **more), snapshot=snapshot, pack=PACK, today=TODAY)
    assert all(f.clause for f in found)
    return [(f.code, f.blocks) for f in found]


def test_a_finished_post_has_nothing_in_its_way():
    assert codes(post(PICTURE)) == []


@pytest.mark.policy("002-24")
def test_words_alone_may_be_a_post():
    assert codes(post(caption="Closed on Friday.")) == []
    assert codes(post(caption=" ")) == [("nothing-to-post", True)]
    assert codes(post(platforms=(), caption="x")) == [("no-platform", True), ("nothing-to-post", True)]


def test_a_platform_takes_only_so_many_pictures():
    other = replace(PICTURE, photo_id=PhotoId("q"))
    key = (other.photo_id, FACEBOOK.id)
    small = replace(FACEBOOK, max_pictures=1)
    decision = decide(GROUP, snapshot=register(*ALL_YES), pack=PACK, platform=FACEBOOK, today=TODAY)
    more = {
        "facts": {PHOTO: GROUP, other.photo_id: GROUP},
        "decisions": {(PHOTO, FACEBOOK.id): decision, key: decision},
        "readiness": {(PHOTO, FACEBOOK.id): Readiness.READY, key: Readiness.READY},
    }
    assert codes(post(PICTURE, other), **more) == []
    assert codes(post(PICTURE, other), platforms={FACEBOOK.id: small}, **more) == [("too-many-pictures", True)]
    assert codes(post(PICTURE), platforms={FACEBOOK.id: small}) == []


@pytest.mark.policy("000-31")
@pytest.mark.policy("000-33")
def test_rights_and_credit_are_asked_for():
    assert codes(post(replace(PICTURE, rights=None))) == [("rights-missing", True)]
    hired, given = replace(PICTURE, rights=RightsSource.PHOTOGRAPHER), {"licences": {PHOTO: LICENCE}}
    assert codes(post(hired), **given) == [("attribution-missing", True)]
    credited = replace(hired, attribution="Jo Lens")
    assert codes(post(credited), **given) == [("attribution-missing", True)]
    assert codes(post(credited, caption="Photo: Jo Lens"), **given) == []


@pytest.mark.policy("000-31", "002-33", "003-24", "004-26")
@pytest.mark.parametrize("source", [source for source in RightsSource if source is not RightsSource.STAFF])
def test_a_picture_of_somebody_else_needs_their_permission_in_force_on_the_platform(source: RightsSource):
    wanted = post(replace(PICTURE, rights=source, attribution="Jo Lens"), caption="Photo: Jo Lens")
    given = replace(LICENCE, kind=source.rests_on)
    assert codes(wanted, licences={PHOTO: given}) == []
    assert codes(wanted) == [("licence-missing", True)]
    of_a_logo = replace(given, kind=PermissionKind.MARK)
    assert codes(wanted, licences={PHOTO: of_a_logo}) == [("licence-missing", True)]
    over = replace(given, valid_until=TODAY - timedelta(days=1))
    to_come = replace(given, valid_from=TODAY + timedelta(days=1))
    for none in (over, to_come, replace(given, ended_at=AS_OF)):
        assert codes(wanted, licences={PHOTO: none}) == [("licence-over", True)]
    elsewhere = replace(given, platforms=(PlatformId("website"),))
    assert codes(wanted, licences={PHOTO: elsewhere}) == [("licence-elsewhere", True)]
    last_day = replace(given, valid_until=TODAY)
    assert codes(wanted, licences={PHOTO: last_day}) == []


def test_the_work_of_a_pupil_who_says_no_to_showing_it_stops_the_post():
    wanted = post(replace(PICTURE, rights=RightsSource.PUPIL_WORK, attribution="Oak class"), caption="By Oak class")
    given = {"licences": {PHOTO: replace(LICENCE, kind=PermissionKind.WORK, subject=BEN.id)}}
    assert codes(wanted, works_refused=frozenset({(BEN.id, FACEBOOK.id)}), **given) == [("work-refused", True)]
    assert codes(wanted, works_refused=frozenset({(BEN.id, PlatformId("website"))}), **given) == []


def test_a_missing_description_warns():
    assert codes(post(replace(PICTURE, alt_text=" "))) == [("alt-text-missing", False)]


@pytest.mark.policy("002-17")
def test_an_original_still_on_a_phone_stops_the_post():
    assert codes(post(PICTURE), outstanding={PHOTO: "the card is read-only"}) == [("removal-outstanding", True)]


def test_a_photo_held_back_stops_the_post():
    held = register(*ALL_YES, holds=(AMARA,))
    assert codes(post(PICTURE), snapshot=held) == [("photo-withheld", True)]


def test_open_questions_of_the_reverse_check_stop_the_post():
    open_ones = {(PHOTO, FACEBOOK.id): (BEN, CAITLIN)}
    assert codes(post(PICTURE), unanswered=open_ones) == [("reverse-check-open", True)] * 2


def test_a_shown_face_without_a_class_to_check_against_stops_the_post_and_a_covered_one_warns():
    assert codes(post(PICTURE), photo=facts(face(0, AMARA))) == [("roster-missing", True), ("lone-child", False)]
    assert codes(post(PICTURE), photo=facts(face(0))) == [("roster-missing", False)]


@pytest.mark.parametrize("state", [Readiness.MISSING, Readiness.OUTDATED])
def test_pictures_that_are_not_made_or_out_of_date_stop_the_post(state):
    assert codes(post(PICTURE), readiness={(PHOTO, FACEBOOK.id): state}) == [("pictures-not-ready", True)]


@pytest.mark.policy("001-06")
@pytest.mark.policy("004-24")
def test_one_covered_child_among_several_is_pointed_out():
    photo = replace(GROUP, regions=(*GROUP.regions, face(3, TEACHER), face(4)))
    assert codes(post(PICTURE), photo=photo) == [("one-covered-among-many", False)]
    two = replace(photo, regions=(*photo.regions, face(5)))
    assert codes(post(PICTURE), photo=two) == []


def test_a_register_that_is_too_old_stops_a_post_with_pictures():
    assert ("register-old", True) in codes(post(PICTURE), snapshot=register(*ALL_YES, as_of=None))
