"""What follows when somebody may no longer be shown: nothing prepared goes out, what is live becomes a task.

A no raises takedowns. What ends by the calendar (a yes that ran out, leaving, a birthday) asks somebody to look again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta

from sqlalchemy import Connection

from app.domain.consent import ConsentKind, PlatformId
from app.domain.detection import Presence, Verdict
from app.domain.people import Person, PersonId
from app.domain.photo import PhotoId
from app.domain.post import Post, Release, ReleaseState
from app.policy.standing import standing_of
from app.posts.names import names_in
from app.workflow.fallout import fall
from app.workflow.post_material import Judging, findings_of, judging
from app.workflow.workspace import Workspace
from consent_db import appearances, people, permissions, photos, platforms, posts, regions, releases

_REASON = "Somebody in the pictures may no longer be shown; prepare the pictures again."
_NAMED = "Somebody named in the words may no longer be named; change the words."
_LAPSED = "A permission for somebody in it has ended; look whether it may stay, and prepare the pictures again."
_NAME_CODES = ("name-in-words", "full-name-in-words", "work-refused")


def stop_showing(
    workspace: Workspace,
    connection: Connection,
    person_id: PersonId,
    platform_ids: Collection[PlatformId] | None = None,
) -> int:
    """Void approvals, drop prepared pictures and raise takedown tasks for every post with this person in it.

    Called inside the transaction that records why, so that there is no moment at which the one holds without the
    other. The words are the same for a plain no and for a hold.

    Args:
        workspace: the school's workspace.
        connection: of the transaction that records it.
        person_id: who may no longer be shown.
        platform_ids: where; everywhere when None.

    Returns:
        How many takedown tasks there are to do for this person's live posts.
    """
    due = workspace.clock.now() + timedelta(hours=workspace.pack.takedown_hours)
    tasks = 0
    for post, is_shown in _posts_with(connection, person_id, platform_ids):
        if is_shown:
            tasks += fall(connection, post, because=_REASON, takedown_by=due, platform_ids=platform_ids)
        elif _is_out(connection, post) and _names_wrongly(workspace, connection, post, person_id):
            tasks += fall(connection, post, because=_NAMED, takedown_by=due, platform_ids=platform_ids)
    return tasks


def let_lapse(
    workspace: Workspace,
    connection: Connection,
    person_id: PersonId,
    platform_ids: Collection[PlatformId] | None = None,
) -> int:
    """The same when a yes ended by itself: prepared pictures fall, and what is live is looked at again.

    Nothing has to be taken down for it: schools' forms differ on posts from before.

    Args:
        workspace: the school's workspace.
        connection: of the transaction that records it.
        person_id: whose yes ended.
        platform_ids: where it did; everywhere when None.

    Returns:
        How many tasks to look again there are for this person's live posts.
    """
    tasks = 0
    for post, is_shown in _posts_with(connection, person_id, platform_ids):
        if is_shown or _is_out(connection, post):
            tasks += fall(connection, post, because=_LAPSED, platform_ids=platform_ids)
    return tasks


def posts_with(connection: Connection, person_id: PersonId) -> tuple[tuple[Post, bool], ...]:
    """Every post that shows the person (True), or only names them or shows their work (False)."""
    return tuple(_posts_with(connection, person_id, None))


def stop_showing_photo(workspace: Workspace, connection: Connection, photo_id: PhotoId) -> int:
    """The same for every post with this photo, whoever is named in it; returns how many takedown tasks there are."""
    due = workspace.clock.now() + timedelta(hours=workspace.pack.takedown_hours)
    affected = [p for p in posts.everything(connection) if photo_id in _pictures_of(connection, p)]
    return sum(fall(connection, post, because=_REASON, takedown_by=due) for post in affected)


def _pictures_of(connection: Connection, post: Post) -> frozenset[PhotoId]:
    """The post's photos, with those an edit took out while what was published may still show them."""
    now = frozenset(picture.photo_id for picture in post.pictures)
    out = [r.exported_at for r in releases.of_post(connection, post.id) if r.state is not ReleaseState.TAKEN_DOWN]
    return now | posts.photos_made_before(connection, post.id, max(out)) if out else now


def _posts_with(
    connection: Connection, person_id: PersonId, platform_ids: Collection[PlatformId] | None
) -> Iterator[tuple[Post, bool]]:
    """Posts that show the person (True), or name them or show their work (False), under any entry joined to theirs."""
    entries = people.entries_of(connection, [person_id])
    known = {person.id: person for person in people.by_ids(connection, entries)}
    candidates, works = appearances.photos_with(connection, entries), permissions.works_of(connection, entries)
    for post in posts.everything(connection):
        if platform_ids is not None and _places_of(connection, post).isdisjoint(platform_ids):
            continue
        if any(_shows(connection, photo_id, entries) for photo_id in _pictures_of(connection, post) & candidates):
            yield post, True
        elif any(picture.licence in works for picture in post.pictures) or _mentions(connection, post, known):
            yield post, False


def _places_of(connection: Connection, post: Post) -> frozenset[PlatformId]:
    """Where the post is to go, and where it is."""
    out = {release.platform_id for release in releases.of_post(connection, post.id)}
    return frozenset(out | {wanted.platform_id for wanted in post.platforms})


def _mentions(connection: Connection, post: Post, known: Mapping[PersonId, Person]) -> bool:
    """Whether its words name somebody: those it has now, and those that went out before it was edited."""
    words = [*(p.caption for p in post.platforms), *(p.alt_text for p in post.pictures)]
    words += [text for release in _out(connection, post) for text in releases.words_of(connection, release.id)]
    return any(names_in(text, known) for text in words)


def _out(connection: Connection, post: Post) -> tuple[Release, ...]:
    return tuple(r for r in releases.of_post(connection, post.id) if r.state is not ReleaseState.TAKEN_DOWN)


def _is_out(connection: Connection, post: Post) -> bool:
    return bool(_out(connection, post))


def _names_wrongly(workspace: Workspace, connection: Connection, post: Post, person_id: PersonId) -> bool:
    """Whether somebody is named in words that may not stand any more: in those it has, or in those that went out."""
    found = findings_of(judging(workspace, connection, post), post)
    if any(finding.blocks and finding.code in _NAME_CODES for finding in found):
        return True
    entries = people.entries_of(connection, [person_id])
    known = {person.id: person for person in people.by_ids(connection, entries)}
    outs = [(r, releases.words_of(connection, r.id)) for r in _out(connection, post)]
    named = [r for r, words in outs if any(not hit.doubtful for text in words for hit in names_in(text, known))]
    if not named:
        return False
    judge = judging(workspace, connection)
    return any(not _may_be_named(judge, entry, release) for release in named for entry in entries)


def _may_be_named(judge: Judging, person_id: PersonId, release: Release) -> bool:
    if person_id in judge.snapshot.holds:
        return False
    return standing_of(
        person_id,
        kind=ConsentKind.NAME,
        snapshot=judge.snapshot,
        pack=judge.pack,
        platform=platforms.get(judge.connection, release.platform_id),
        today=judge.workspace.clock.today(),
    ).allows


def _shows(connection: Connection, photo_id: PhotoId, person_ids: Collection[PersonId]) -> bool:
    """Whether the person was named in the photo, read on paper in it, or pointed at in the reverse check."""
    named = (
        (region.verdict is Verdict.NAMED and region.person_id in person_ids)
        or not set(region.roster).isdisjoint(person_ids)
        for region in regions.of_photo(connection, photo_id)
    )
    pointed_at = (
        answer.person_id in person_ids and answer.presence is Presence.IN_PICTURE
        for answer in photos.presence(connection, photo_id)
    )
    return any(named) or any(pointed_at)
