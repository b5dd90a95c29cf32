"""Where somebody can be seen or read of outside the school, and which photos show them."""

from __future__ import annotations

from sqlalchemy import Connection

from app.domain.detection import Presence, Verdict
from app.domain.people import Person, PersonId
from app.domain.photo import PhotoId
from app.domain.post import Post, PostId, ReleaseState
from app.posts.names import names_in
from consent_db import people, photos, posts, regions, releases, retention


def live_places(connection: Connection, person: Person) -> tuple[str, ...]:
    """The posts that are out with this person in a picture or in the words, as sentences parts: “Sports day” on …"""
    out = [release for state in ReleaseState if state is not ReleaseState.TAKEN_DOWN
           for release in releases.in_state(connection, state)]  # fmt: skip
    if not out:
        return ()
    shown = shown_in(connection, person.id)
    found: dict[PostId, bool] = {}
    places = []
    for release in sorted(out, key=lambda r: (r.exported_at, r.id)):
        post = posts.get(connection, release.post_id)
        if post.id not in found:
            pictures = {p.photo_id for p in post.pictures} | posts.photos_made_before(
                connection, post.id, release.exported_at
            )
            found[post.id] = bool(shown & pictures) or _named(connection, post, person)
        if found[post.id]:
            places.append(f"“{post.title}” on {release.platform_id}")
    return tuple(dict.fromkeys(places))


def shown_in(connection: Connection, person_id: PersonId) -> frozenset[PhotoId]:
    """Photos in which this person is named, read on paper, or pointed at, as things stand now."""
    entries = people.entries_of(connection, [person_id])
    candidates = retention.photos_of(connection, entries)
    return frozenset(photo_id for photo_id in candidates if _shows(connection, photo_id, entries))


def _shows(connection: Connection, photo_id: PhotoId, entries: frozenset[PersonId]) -> bool:
    named = (
        (region.verdict is Verdict.NAMED and region.person_id in entries) or not entries.isdisjoint(region.roster)
        for region in regions.of_photo(connection, photo_id)
    )
    pointed_at = (
        answer.person_id in entries and answer.presence is Presence.IN_PICTURE
        for answer in photos.presence(connection, photo_id)
    )
    return any(named) or any(pointed_at)


def _named(connection: Connection, post: Post, person: Person) -> bool:
    """A name that is an ordinary word too, alone in the words, does not make a post about somebody."""
    words = [post.title, *(p.caption for p in post.platforms), *(p.alt_text for p in post.pictures)]
    for release in releases.of_post(connection, post.id):
        words += [*releases.words_of(connection, release.id), release.live_url.replace("_", " ")]
    return any(not hit.doubtful for text in words for hit in names_in(text, {person.id: person}))
