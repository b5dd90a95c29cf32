"""Gather what decisions and checks need from the register: shared by the workflows of review, posts and publishing.

Everything here takes a connection, so that it can run inside the transaction whose act depends on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from app.decision.decide import decide
from app.decision.fingerprint import fingerprint
from app.decision.reverse_check import children_to_ask
from app.domain.consent import ConsentKind, ConsentStatus, Platform, PlatformId, RegisterSnapshot
from app.domain.detection import PhotoFacts, Presence
from app.domain.geometry import Box
from app.domain.people import Action, Person, PersonId, UserId
from app.domain.permissions import Permission, PermissionKind, Permits
from app.domain.photo import Photo, PhotoId, PhotoState
from app.domain.post import Finding, Post, Rendition
from app.domain.treatment import Decision
from app.policy.pack import PolicyPack
from app.policy.standing import standing_of
from app.posts.checking import PostMaterial, Readiness, check_post
from app.posts.names import NameIndex, names_in, names_to_look_for
from app.posts.words import WordsMaterial, texts_with_names
from app.redaction.cropping import has_shape
from app.workflow import school_settings
from app.workflow.mark_warnings import mark_findings
from app.workflow.workspace import Workspace
from consent_db import consent, devices, holds, people, permissions, photos, platforms, posts, roll, users

Pair = tuple[PhotoId, PlatformId]


def facts_of(connection: Connection, photo_id: PhotoId) -> PhotoFacts:
    """What is known of a photo, with the holds the safeguarding lead has looked into for it."""
    facts = photos.facts(connection, photo_id)
    absent = [a for a in facts.presence if a.presence is Presence.NOT_IN_PICTURE]
    able = {by for by in {a.answered_by for a in absent} if _may_clear_holds(connection, by)}
    return replace(facts, cleared_by_dsl=frozenset(a.person_id for a in absent if a.answered_by in able))


def _may_clear_holds(connection: Connection, user_id: str) -> bool:
    user = users.get(connection, UserId(user_id))
    return user.is_active and user.actor.may(Action.PLACE_HOLD)


@dataclass(frozen=True, slots=True)
class Judging:
    """The register at one moment, to decide several photos by."""

    workspace: Workspace
    connection: Connection
    snapshot: RegisterSnapshot
    permits: Permits

    @property
    def pack(self) -> PolicyPack:
        return self.workspace.pack

    def decide(self, facts: PhotoFacts, platform: Platform) -> Decision:
        """One photo on one platform, today."""
        return decide(
            facts,
            snapshot=self.snapshot,
            pack=self.pack,
            platform=platform,
            today=self.workspace.clock.today(),
            permits=self.permits,
        )

    def refused_work(self, person_id: PersonId, platform: Platform) -> bool:
        """Whether a no to showing this pupil's work stands there."""
        standing = standing_of(
            person_id,
            kind=ConsentKind.WORK,
            snapshot=self.snapshot,
            pack=self.pack,
            platform=platform,
            today=self.workspace.clock.today(),
        )
        return standing.status in (ConsentStatus.NO, ConsentStatus.WITHDRAWN)

    def unanswered(self, facts: PhotoFacts, platform: Platform) -> tuple[Person, ...]:
        """Whom the reviewer still has to look for."""
        return children_to_ask(
            facts, snapshot=self.snapshot, pack=self.pack, platform=platform, today=self.workspace.clock.today()
        )


def judging(workspace: Workspace, connection: Connection, about: Post | PhotoFacts | None = None) -> Judging:
    """The register as it stands in this connection; with a post or what is known of a photo, of those it could show.

    Nothing is kept from one time to the next. Whoever is on hold is always in it, and with a post everybody whose name
    could be in its words; whoever the post or photo does not concern reads as never asked.
    """
    if about is None:
        return Judging(workspace, connection, consent.snapshot(connection), permissions.permits(connection))
    named = _bearers(connection, about) if isinstance(about, Post) else {}
    concerned, held = _concerned(connection, about, named), holds.held(connection)
    known = named | roll.with_ids(connection, (concerned | held) - set(named))
    by_name = sorted(known.values(), key=lambda p: (people.folded(p.surname), people.folded(p.forename), p.id))
    return Judging(
        workspace,
        connection,
        consent.snapshot_of(connection, by_name, answers_of=concerned, held=held),
        permissions.permits(connection),
    )


def _bearers(connection: Connection, post: Post) -> dict[PersonId, Person]:
    """Everybody whose name, or a part of it, could be in the words of a post."""
    texts = [text for text in texts_with_names(post) if text.strip()]
    if not texts:
        return {}
    every = roll.names(connection)
    forenames, surnames = names_to_look_for(texts, forenames=every.forenames, surnames=every.surnames)
    return roll.bearing(connection, roll.Names(forenames, surnames))


def _concerned(
    connection: Connection, about: Post | PhotoFacts, named: Mapping[PersonId, Person]
) -> frozenset[PersonId]:
    if isinstance(about, PhotoFacts):
        return _in_photo(about)
    found: set[PersonId] = set()
    for picture in about.pictures:
        found |= _in_photo(photos.facts(connection, picture.photo_id))
    makers = (p.subject for p in licences_of(connection, about).values() if p.kind is PermissionKind.WORK)
    found |= people.entries_of(connection, [PersonId(maker) for maker in makers])
    index = NameIndex(named)
    found |= {
        person_id for text in texts_with_names(about) for hit in names_in(text, index) for person_id in hit.people
    }
    return frozenset(found)


def _in_photo(facts: PhotoFacts) -> frozenset[PersonId]:
    """Whoever is named in a photo or may be in it."""
    found = {*facts.roster, *facts.refused_here, *(answer.person_id for answer in facts.presence)}
    for region in facts.regions:
        found |= {*region.roster, *([region.person_id] if region.person_id else [])}
    return frozenset(found)


def material_of(judge: Judging, post: Post) -> PostMaterial:
    """All that `check_post` needs for this post."""
    connection = judge.connection
    facts = {picture.photo_id: facts_of(connection, picture.photo_id) for picture in post.pictures}
    places = {wanted.platform_id: platforms.get(connection, wanted.platform_id) for wanted in post.platforms}
    pairs = [(photo, place) for photo in facts for place in places]
    decisions = {(photo, place): judge.decide(facts[photo], places[place]) for photo, place in pairs}
    made, outgrown = made_by(connection, post), _outgrown(connection, post, places)
    licences = licences_of(connection, post)
    return PostMaterial(
        facts=facts,
        platforms=places,
        decisions=decisions,
        unanswered={(photo, place): judge.unanswered(facts[photo], places[place]) for photo, place in pairs},
        readiness={
            pair: Readiness.OUTDATED if pair in outgrown else _readiness(made.get(pair), decisions[pair])
            for pair in pairs
        },
        outstanding=_outstanding(connection, facts, judge.workspace.clock.today()),
        numbers={photo: photos.get(connection, photo).number for photo in facts},
        barred={photo: why for photo in facts if (why := barred(photos.get(connection, photo)))},
        marks=posts.marks_of_photos(connection, list(facts)),
        licences=licences,
        works_refused=_works_refused(judge, licences.values(), places.values()),
        readable={(r.photo_id, r.platform_id): r.readable for r in posts.current_renditions(connection, post.id)},
        words=WordsMaterial(
            lists=school_settings.word_lists(connection),
            reasons=posts.reasons(connection, post.id),
            roster=photos.roster(connection, post.about.event) if post.about.event else (),
            birth_dates=_birth_dates(connection, post),
        ),
    )


def _birth_dates(connection: Connection, post: Post) -> frozenset[date]:
    """Of every child, where words or what can be read in a picture could say one: no date is written without digits."""
    lines = [line for made in posts.current_renditions(connection, post.id) for line in made.readable]
    says_numbers = any(letter.isdigit() for text in (*texts_with_names(post), *lines) for letter in text)
    return roll.birth_dates(connection) if says_numbers else frozenset()


def licences_of(connection: Connection, post: Post) -> dict[PhotoId, Permission]:
    """The written permission each picture rests on, in force or not."""
    named = {p.photo_id: p.licence for p in post.pictures if p.licence is not None}
    known = permissions.by_ids(connection, list(named.values()))
    return {photo_id: known[licence] for photo_id, licence in named.items() if licence in known}


def _works_refused(
    judge: Judging, licences: Iterable[Permission], places: Iterable[Platform]
) -> frozenset[tuple[str, PlatformId]]:
    """Pupils who said no to showing their work somewhere, and everywhere those on hold."""
    makers = {PersonId(p.subject) for p in licences if p.kind is PermissionKind.WORK}
    return frozenset(
        (maker, place.id)
        for maker in makers
        for place in places
        if maker in judge.snapshot.holds or judge.refused_work(maker, place)
    )


def barred(photo: Photo) -> str:
    """Why a photo can be in no post, as the end of a sentence; empty when it can."""
    if photo.state is PhotoState.QUARANTINED:
        return "is set aside until the Headteacher decides"
    return "" if photo.kind.is_picture else "is no picture; take a still of it"


def findings_of(judge: Judging, post: Post) -> tuple[Finding, ...]:
    """What the checks say of this post now."""
    today = judge.workspace.clock.today()
    found = check_post(post, material_of(judge, post), snapshot=judge.snapshot, pack=judge.pack, today=today)
    return found + mark_findings(judge.connection, post, judge.pack)


def made_by(connection: Connection, post: Post) -> dict[Pair, str]:
    """The fingerprint of the decision by which each current rendition of the post was made."""
    return {
        (r.photo_id, r.platform_id): posts.decision_of(connection, r.id)
        for r in posts.current_renditions(connection, post.id)
    }


def _outgrown(connection: Connection, post: Post, places: Mapping[PlatformId, Platform]) -> frozenset[Pair]:
    """Pictures their platform would not take by now, or that show another part of the photo than was chosen."""
    chosen = {(p.photo_id, crop.platform_id): crop.box for p in post.pictures for crop in p.crops}
    return frozenset(
        (r.photo_id, r.platform_id)
        for r in posts.current_renditions(connection, post.id)
        if (place := places.get(r.platform_id)) is not None
        and (
            max(r.width, r.height) > place.max_edge_px
            or r.bytes > place.max_bytes
            or not has_shape(r.width, r.height, narrowest=place.narrowest, widest=place.widest)
            or _shows_another_part(connection, r, chosen.get((r.photo_id, r.platform_id)))
        )
    )


def _shows_another_part(connection: Connection, made: Rendition, chosen: Box | None) -> bool:
    if chosen is None:
        return False
    photo = photos.get(connection, made.photo_id)
    return chosen != (made.crop or Box(0, 0, photo.width, photo.height))


def _readiness(made: str | None, decision: Decision) -> Readiness:
    if made is None:
        return Readiness.MISSING
    return Readiness.READY if made == fingerprint(decision) else Readiness.OUTDATED


def _outstanding(connection: Connection, photo_ids: Collection[PhotoId], today: date) -> dict[PhotoId, str]:
    """Photos of a device that still holds an original it should not, each with the device and how many."""
    held_up = devices.holding_up(connection, photo_ids, today)
    return {photo_id: f"{number} left on {label}" for photo_id, (label, number) in held_up.items()}
