"""Duties stay apart below the window, for everybody alike: staff, agency, volunteers, governors, outsiders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import NotAllowedError, SignInError
from app.domain.people import Actor, EmploymentKind, PersonId, Role
from app.domain.post import Post, PostAbout, PostCategory, PostPicture, PostPlatform, PostState, RightsSource
from app.domain.submission import Confirmed
from app.workflow import approve, posts, publish, register, users
from consent_db.users import Grant
from tests.flow.posting import Story, nothing_written, post_now, releases_of
from tests.schools import FACEBOOK, PASSWORD

EVERYTHING = (Role.CONTRIBUTOR, Role.HEAD, Role.DEPUTY)
DAY = timedelta(days=1)

pytestmark = [pytest.mark.policy(row) for row in ("000-02", "001-01", "002-04", "003-04", "004-04")]


@pytest.fixture
def told(either_story: Story) -> Story:
    """One analysed photo of three named children, on both engines."""
    return either_story


def somebody(story: Story, kind: EmploymentKind, *roles: Role | Grant) -> Actor:
    """A new colleague of this kind, signed in."""
    name = f"{kind.value.lower()}.{len(roles)}"
    users.add_user(
        story.workspace,
        story.school.actor(Role.IT),
        username=name,
        name=f"Robin {kind.value.title()}",
        password=PASSWORD,
        roles=roles,
        employment=kind,
        until=story.workspace.clock.today() + 30 * DAY,
    )
    return users.sign_in(story.workspace, name, PASSWORD)


def submitted_by(story: Story, author: Actor) -> Post:
    post = posts.create_post(
        story.workspace,
        author,
        title="Sports day",
        pictures=[PostPicture(story.photo_id, "Three children on a field.", RightsSource.STAFF)],
        platforms=[PostPlatform(FACEBOOK, "A sunny sports day.")],
        about=PostAbout(PostCategory.CHILDREN),
    )
    assert [o.problem for o in posts.render_post(story.workspace, author, post.id)] == [None]
    return posts.submit_post(story.workspace, author, post.id, confirmed=Confirmed)


@pytest.mark.policy("002-26")
def test_with_every_role_nobody_approves_their_own_post_or_publishes_what_they_approved(told: Story, out: Path) -> None:
    for kind in EmploymentKind:
        robin = somebody(told, kind, *EVERYTHING)
        own = submitted_by(told, robin)
        for answer in (
            lambda who=robin, post=own: approve.approve(told.workspace, who, post.id),
            lambda who=robin, post=own: approve.return_post(told.workspace, who, post.id, "Not yet."),
            lambda who=robin, post=own: approve.hold_post(told.workspace, who, post.id, "Not yet."),
        ):
            with pytest.raises(NotAllowedError, match="wrote this post"):
                answer()
        assert post_now(told, own.id).state is PostState.SUBMITTED, kind
        approve.approve(told.workspace, told.head, own.id)
        with pytest.raises(NotAllowedError, match="wrote this post"):
            publish.export_release(told.workspace, robin, own.id, FACEBOOK, out)

        theirs = submitted_by(told, told.office)
        approve.approve(told.workspace, robin, theirs.id)
        with pytest.raises(NotAllowedError, match="approved this post"):
            publish.export_release(told.workspace, robin, theirs.id, FACEBOOK, out)
        assert releases_of(told, own.id) == releases_of(told, theirs.id) == (), kind
    assert nothing_written(out)


def test_without_the_role_nobody_gets_further_whoever_they_are(told: Story, out: Path) -> None:
    post, pupil = told.submitted(), told.school.pupils["Amara"].id
    for kind in EmploymentKind:
        robin = somebody(told, kind, Role.CONTRIBUTOR)
        for action, gate in _gates(told, robin, post, pupil, out):
            with pytest.raises(NotAllowedError, match=f"may not {action}"):
                gate()
    assert post_now(told, post.id).state is PostState.SUBMITTED
    assert nothing_written(out)


@pytest.mark.policy("002-26")
def test_a_named_cover_publishes_on_its_days_only(told: Story, out: Path) -> None:
    kind = EmploymentKind.AGENCY
    today = told.workspace.clock.today()
    post = told.approved()
    for since, until in ((today + DAY, today + 3 * DAY), (today - 3 * DAY, today - DAY)):
        robin = _covering(told, kind, Grant(Role.CONTRIBUTOR), Grant(Role.DEPUTY, since, until))
        with pytest.raises(NotAllowedError, match="may not publish"):
            publish.export_release(told.workspace, robin, post.id, FACEBOOK, out)
    robin = _covering(told, kind, Grant(Role.CONTRIBUTOR), Grant(Role.DEPUTY, today, today))
    made = publish.export_release(told.workspace, robin, post.id, FACEBOOK, out)
    assert made.release.exported_by == robin.user_id


@pytest.mark.policy("002-26")
def test_a_cover_that_ended_during_the_day_s_work_publishes_no_more(told: Story, out: Path) -> None:
    today = told.workspace.clock.today()
    post = told.approved()
    robin = _covering(told, EmploymentKind.STAFF, Grant(Role.CONTRIBUTOR), Grant(Role.DEPUTY, today, today))
    _covering(told, EmploymentKind.STAFF, Grant(Role.CONTRIBUTOR))
    with pytest.raises(NotAllowedError, match="changed since they signed in"):
        publish.export_release(told.workspace, robin, post.id, FACEBOOK, out)
    users.close_account(told.workspace, told.school.actor(Role.IT), told.head.user_id)
    with pytest.raises(NotAllowedError, match="is closed"):
        approve.approve(told.workspace, told.head, told.submitted().id)
    assert nothing_written(out)


def test_after_their_last_day_they_do_nothing_at_all(told: Story, out: Path) -> None:
    post, it = told.submitted(), told.school.actor(Role.IT)
    for kind in EmploymentKind:
        robin = somebody(told, kind, *EVERYTHING)
        account = next(u for u in users.list_users(told.workspace, it) if u.id == robin.user_id)
        users.change_user(told.workspace, it, replace(account, until=told.workspace.clock.today() - DAY))
        with pytest.raises(NotAllowedError, match="is closed"):
            approve.approve(told.workspace, robin, post.id)
        with pytest.raises(SignInError):
            users.sign_in(told.workspace, account.username, PASSWORD)
    assert post_now(told, post.id).state is PostState.SUBMITTED


def _gates(
    story: Story, who: Actor, post: Post, pupil: PersonId, out: Path
) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Acts that need a role of their own, with the words of their refusal."""
    workspace = story.workspace
    return (
        ("approve a post", lambda: approve.approve(workspace, who, post.id)),
        ("publish a post", lambda: publish.export_release(workspace, who, post.id, FACEBOOK, out)),
        ("place or lift a safeguarding hold", lambda: register.place_hold(workspace, who, pupil)),
        ("see the register", lambda: register.consent_history(workspace, who, pupil)),
        ("manage users", lambda: users.list_users(workspace, who)),
    )


def _covering(story: Story, kind: EmploymentKind, *grants: Grant) -> Actor:
    """Robin, with exactly these roles now; made at the first call."""
    it = story.school.actor(Role.IT)
    known = [u for u in users.list_users(story.workspace, it) if u.username == "robin"]
    if known:
        users.change_user(story.workspace, it, replace(known[0], grants=grants))
    else:
        users.add_user(
            story.workspace, it, username="robin", name="Robin Cover", password=PASSWORD, roles=grants,
            employment=kind, until=story.workspace.clock.today() + 30 * DAY,
        )  # fmt: skip
    return users.sign_in(story.workspace, "robin", PASSWORD)
