"""Check the words of a post: names, personal details, length; captions per platform, descriptions on all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.consent import ConsentKind, Platform, PlatformId, RegisterSnapshot
from app.domain.detection import PhotoFacts
from app.domain.people import Person, PersonId
from app.domain.photo import PhotoId
from app.domain.post import Finding, Post
from app.policy.pack import PolicyPack
from app.policy.standing import register_is_too_old, standing_of
from app.posts.names import NamedInWords, NameHit, names_in
from app.posts.patterns import personal_details


def word_findings(
    post: Post,
    *,
    facts: Mapping[PhotoId, PhotoFacts],
    platforms: Mapping[PlatformId, Platform],
    snapshot: RegisterSnapshot,
    pack: PolicyPack,
    today: date,
) -> Iterator[Finding]:
    """What stands in the way of these words on these platforms."""
    words = _Words(facts, snapshot, pack, today)
    for wanted in post.platforms:
        platform = platforms[wanted.platform_id]
        place = f"The words for {platform.name}"
        yield from words.judge(wanted.caption, place, platform, None)
        if len(wanted.caption) > platform.caption_limit:
            over = len(wanted.caption) - platform.caption_limit
            yield words.finding("caption-too-long", f"{place} are {over} letters too long.", platform_id=platform.id)
        for number, picture in enumerate(post.pictures, start=1):
            place = f"The description of picture {number}"
            yield from words.judge(picture.alt_text, place, platform, picture.photo_id)
            if len(picture.alt_text) > platform.alt_text_limit:
                over = len(picture.alt_text) - platform.alt_text_limit
                yield words.finding(
                    "alt-text-too-long",
                    f"{place} is {over} letters too long for {platform.name}.",
                    photo_id=picture.photo_id,
                    platform_id=platform.id,
                )


class _Words:
    def __init__(
        self, facts: Mapping[PhotoId, PhotoFacts], snapshot: RegisterSnapshot, pack: PolicyPack, today: date
    ) -> None:
        self._snapshot, self._pack, self._today = snapshot, pack, today
        self._in_pictures = _people_of(facts)
        self._birth_dates = frozenset(
            p.date_of_birth for p in snapshot.people.values() if p.kind.is_child and p.date_of_birth
        )
        self._too_old = register_is_too_old(snapshot, pack, today)

    def finding(
        self,
        code: str,
        words: str,
        *,
        blocks: bool = True,
        photo_id: PhotoId | None = None,
        platform_id: PlatformId | None = None,
    ) -> Finding:
        return Finding(code, words, self._pack.clause(code), blocks, photo_id, platform_id)

    def judge(self, text: str, place: str, platform: Platform, photo_id: PhotoId | None) -> Iterator[Finding]:
        for detail in personal_details(text, birth_dates=self._birth_dates):
            verb = "hold" if place.startswith("The words") else "holds"
            yield self.finding(detail.code, f"{place} {verb} {detail.what}: {detail.text}", photo_id=photo_id)
        for named in names_in(text, self._snapshot.people):
            yield from self._name(named, place, platform, photo_id)

    def _name(self, named: NamedInWords, place: str, platform: Platform, photo_id: PhotoId | None) -> Iterator[Finding]:
        """A first name may stay where everybody it could mean agreed; a surname of a child never, and no full name."""
        people = self._meant(named)
        if named.hit is NameHit.FIRST and self._pack.first_name_with_consent:
            if all(self._name_agreed(p, platform) for p in people):
                return
        elif all(not p.kind.is_child and self._name_agreed(p, platform) and not self._shown(p) for p in people):
            return
        code = "full-name-in-words" if named.hit is NameHit.FULL else "name-in-words"
        verb = "name" if place.startswith("The words") else "names"
        if named.doubtful:
            sentence = f"{place}: is “{named.text}” a person here? Then it may not stay."
        else:
            sentence = f"{place} {verb} {named.text}: may not be named on {platform.name}."
        yield self.finding(code, sentence, blocks=not named.doubtful, photo_id=photo_id, platform_id=platform.id)

    def _meant(self, named: NamedInWords) -> list[Person]:
        """Those in the pictures or their class, when the name fits one of them; otherwise everybody who bears it."""
        near = [p for p in named.people if p in self._in_pictures]
        return [self._snapshot.people[p] for p in (near or named.people)]

    def _shown(self, person: Person) -> bool:
        return person.id in self._in_pictures

    def _name_agreed(self, person: Person, platform: Platform) -> bool:
        if self._too_old or person.id in self._snapshot.holds or person.has_left(self._today):
            return False
        return standing_of(
            person.id,
            kind=ConsentKind.NAME,
            snapshot=self._snapshot,
            pack=self._pack,
            platform=platform,
            today=self._today,
        ).allows


def _people_of(facts: Mapping[PhotoId, PhotoFacts]) -> frozenset[PersonId]:
    named = {r.person_id for f in facts.values() for r in f.regions if r.person_id is not None and not r.removed}
    return frozenset(named) | {person for f in facts.values() for person in f.roster}
