"""What an approval is bound to, and when it falls."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.approval.digest import approval_digest
from app.approval.rules import expiry_of, reasons_it_fell
from app.domain.consent import Platform, PlatformId
from app.domain.errors import BugError
from app.domain.people import UserId
from app.domain.photo import Digest, PhotoId
from app.domain.post import Approval, ApprovalId, Post, PostId, PostPicture, PostPlatform, PostState, RightsSource
from app.policy.pack import load_pack

NOW = datetime(2026, 6, 21, 12, 0, tzinfo=UTC)
A, B = PhotoId("a"), PhotoId("b")
FB, WEB = PlatformId("facebook"), PlatformId("website")
PLATFORMS = {FB: Platform(FB, "Facebook", "@school"), WEB: Platform(WEB, "Website")}
POST = Post(
    PostId("post"), "Title", PostState.SUBMITTED, UserId("author"), "Jo",
    (PostPicture(A, "Café", RightsSource.STAFF), PostPicture(B, "Field", RightsSource.STAFF)),
    (PostPlatform(FB, "Hello\nworld"), PostPlatform(WEB, "Bye")), NOW,
)  # fmt: skip
MADE = {(p, w): Digest(f"{p}{w}") for p in (A, B) for w in (FB, WEB)}


def digest(post=POST, made=None, platforms=None, pack="pack"):
    return approval_digest(post, renditions=made or MADE, platforms=platforms or PLATFORMS, pack=Digest(pack))


CHANGES = {
    "a letter of a caption": {"post": replace(POST, platforms=(PostPlatform(FB, "Hello\nworlD"), POST.platforms[1]))},
    "a space": {"post": replace(POST, platforms=(PostPlatform(FB, "Hello\nworld "), POST.platforms[1]))},
    "a description": {"post": replace(POST, pictures=(replace(POST.pictures[0], alt_text="Cafe"), POST.pictures[1]))},
    "the order": {"post": replace(POST, pictures=POST.pictures[::-1])},
    "a platform less": {"post": replace(POST, platforms=POST.platforms[:1])},
    "a picture less": {"post": replace(POST, pictures=POST.pictures[:1])},
    "the rights": {
        "post": replace(POST, pictures=(replace(POST.pictures[0], rights=RightsSource.PRESS), POST.pictures[1]))
    },
    "the credit": {"post": replace(POST, pictures=(replace(POST.pictures[0], attribution="Jo"), POST.pictures[1]))},
    "a rendition": {"made": {**MADE, (B, WEB): Digest("other")}},
    "the account": {"platforms": {**PLATFORMS, FB: Platform(FB, "Facebook", "@other")}},
    "the policy": {"pack": "another"},
    "another post": {"post": replace(POST, id=PostId("other"))},
}


@pytest.mark.policy("002-25")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_of_what_goes_out_changes_the_digest(change):
    assert digest(**change) != digest()


def test_line_ends_composed_letters_state_and_title_do_not_change_it():
    same = replace(
        POST,
        state=PostState.APPROVED,
        title="Another",
        version=9,
        pictures=(replace(POST.pictures[0], alt_text="Cafe\u0301"), POST.pictures[1]),
        platforms=(POST.platforms[1], PostPlatform(FB, "Hello\r\nworld")),
    )
    assert digest(same) == digest()


def test_a_missing_picture_cannot_be_approved():
    with pytest.raises(BugError):
        digest(made={(A, FB): Digest("x")})


def approval(**more):
    base = Approval(
        ApprovalId("a"), POST.id, digest(), UserId("head"), "Ruth", NOW, expiry_of(NOW, load_pack("strict"))
    )
    return replace(base, **more)


def test_an_approval_stands_until_the_fourteenth_day_ends_it():
    last = NOW + timedelta(days=14) - timedelta(seconds=1)
    assert reasons_it_fell(approval(), digest=digest(), now=last) == ()
    fell = reasons_it_fell(approval(), digest=digest(), now=last + timedelta(seconds=1))
    assert fell == ("The approval ran out on 5 Jul 2026.",)


def test_every_reason_an_approval_fell_is_told():
    fell = reasons_it_fell(approval(voided_because="It was edited."), digest=Digest("x"), now=NOW + timedelta(days=99))
    assert len(fell) == 3
