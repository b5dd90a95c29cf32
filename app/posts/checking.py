"""Check a post as a whole: what needs pictures and words together, before anybody is asked to approve it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.consent import Platform, PlatformId, RegisterSnapshot
from app.domain.detection import PhotoFacts, RegionKind
from app.domain.people import Person
from app.domain.permissions import Permission
from app.domain.photo import PhotoId
from app.domain.post import Finding, Post, PostCategory, PostPicture, RightsSource, Suitability
from app.domain.treatment import Decision, Outcome, Treatment
from app.policy.pack import PolicyPack
from app.policy.standing import register_is_too_old
from app.posts.rights import wrong_here, wrong_in_all
from app.posts.suitability import CODE, close_up, marks_of, prompts, suitability_words
from app.posts.words import WordsMaterial, picture_findings, reason_key, word_findings

MANY = 3
"""From so many faces shown, one that is covered points at that child."""


class Readiness(StrEnum):
    """Of the finished picture for one platform."""

    READY = "ready"
    MISSING = "missing"
    OUTDATED = "outdated"
    """Made before somebody was named, or before an answer changed."""


@dataclass(frozen=True, slots=True)
class PostMaterial:
    """All that `check_post` may know; photos and platforms by id, pairs by both.

    Attributes:
        unanswered: the reverse check's open questions.
        outstanding: why originals could not be removed from their device, for the photos where it is so.
        numbers: the short number people call a photo by.
        words: what checking the words needs besides.
        readable: lines that can be read in the finished pictures.
        marks: what was seen of a photo's suitability in any post.
        barred: why a photo can be in no post at all, as the end of a sentence.
        licences: the written permissions that pictures rest on, in force or not.
        works_refused: pupils whose work may not be shown, by id, and where.
    """

    facts: Mapping[PhotoId, PhotoFacts]
    platforms: Mapping[PlatformId, Platform]
    decisions: Mapping[tuple[PhotoId, PlatformId], Decision]
    unanswered: Mapping[tuple[PhotoId, PlatformId], tuple[Person, ...]]
    readiness: Mapping[tuple[PhotoId, PlatformId], Readiness]
    outstanding: Mapping[PhotoId, str] = field(default_factory=dict)
    numbers: Mapping[PhotoId, int] = field(default_factory=dict)
    words: WordsMaterial = field(default_factory=WordsMaterial)
    readable: Mapping[tuple[PhotoId, PlatformId], tuple[str, ...]] = field(default_factory=dict)
    marks: Mapping[PhotoId, frozenset[Suitability]] = field(default_factory=dict)
    barred: Mapping[PhotoId, str] = field(default_factory=dict)
    licences: Mapping[PhotoId, Permission] = field(default_factory=dict)
    works_refused: frozenset[tuple[str, PlatformId]] = frozenset()

    def called(self, photo_id: PhotoId) -> str:
        """``photo 14``."""
        return f"photo {self.numbers[photo_id]}" if photo_id in self.numbers else "a photo"


def check_post(
    post: Post, material: PostMaterial, *, snapshot: RegisterSnapshot, pack: PolicyPack, today: date
) -> tuple[Finding, ...]:
    """Everything that stops the post or that a person should look at, what blocks first."""
    check = _Check(post, material, snapshot, pack, today)
    findings = dict.fromkeys(check.findings())
    return tuple(sorted(findings, key=lambda f: not f.blocks))


class _Check:
    def __init__(
        self, post: Post, material: PostMaterial, snapshot: RegisterSnapshot, pack: PolicyPack, today: date
    ) -> None:
        self._post, self._material, self._snapshot = post, material, snapshot
        self._pack, self._today = pack, today

    def findings(self) -> Iterator[Finding]:
        yield from self._whole_post()
        for picture in self._post.pictures:
            yield from self._picture(picture)
            for wanted in self._post.platforms:
                yield from self._picture_on(picture, self._material.platforms[wanted.platform_id])
        yield from word_findings(
            self._post,
            facts=self._material.facts,
            platforms=self._material.platforms,
            snapshot=self._snapshot,
            pack=self._pack,
            today=self._today,
            material=self._material.words,
        )
        yield from picture_findings(
            self._post,
            readable={pair: lines for pair, lines in self._material.readable.items() if lines},
            facts=self._material.facts,
            platforms=self._material.platforms,
            snapshot=self._snapshot,
            pack=self._pack,
            today=self._today,
            material=self._material.words,
        )

    def _finding(
        self,
        code: str,
        words: str,
        *,
        blocks: bool = True,
        photo_id: PhotoId | None = None,
        platform_id: PlatformId | None = None,
    ) -> Finding:
        return Finding(code, words, self._pack.clause(code), blocks, photo_id, platform_id)

    def _whole_post(self) -> Iterator[Finding]:
        post = self._post
        if not post.platforms:
            yield self._finding("no-platform", "Choose at least one place where the post is to go.")
        if not post.pictures and not any(p.caption.strip() for p in post.platforms):
            yield self._finding("nothing-to-post", "The post has neither a picture nor words.")
        yield from self._about()
        for platform in (self._material.platforms[wanted.platform_id] for wanted in post.platforms):
            if len(post.pictures) > platform.max_pictures:
                words = f"{platform.name} takes at most {platform.max_pictures} pictures in one post."
                yield self._finding("too-many-pictures", words, platform_id=platform.id)
        if post.pictures and register_is_too_old(self._snapshot, self._pack, self._today):
            yield self._finding(
                "register-old",
                f"The consents are not from the last {self._pack.register_max_age_days} days. "
                "Bring the register up to date first.",
            )

    def _about(self) -> Iterator[Finding]:
        about = self._post.about
        if about.category is None:
            yield self._finding("category-missing", "Say what the post is about.")
        elif about.category is PostCategory.ENQUIRY and not about.enquiry.strip():
            yield self._finding("enquiry-missing", "Put what the school was asked beside the answer.")
        if about.is_urgent and self._post.pictures:
            yield self._finding(
                "urgent-with-pictures", "Only words can go out as urgent. Take the pictures out, or take the usual way."
            )

    def _picture(self, picture: PostPicture) -> Iterator[Finding]:
        called, photo_id = self._material.called(picture.photo_id), picture.photo_id
        if picture.rights is None:
            yield self._finding("rights-missing", f"Say who made {called}.", photo_id=photo_id)
        elif picture.rights is not RightsSource.STAFF:
            yield from self._attribution(picture)
            yield from self._licence(picture)
        if not picture.alt_text.strip():
            words = f"Describe {called} for people who cannot see it."
            yield self._finding("alt-text-missing", words, blocks=False, photo_id=photo_id)
        if photo_id in self._material.barred:
            words = f"{called.capitalize()} {self._material.barred[photo_id]}: leave it out."
            yield self._finding("photo-set-aside", words, photo_id=photo_id)
        yield from self._suitability(picture, called)
        if photo_id in self._material.outstanding:
            why = self._material.outstanding[photo_id].strip().rstrip(".")
            words = f"The original of {called} is still on the phone or card" + (f": {why}." if why else ".")
            yield self._finding("removal-outstanding", words, photo_id=photo_id)

    def _suitability(self, picture: PostPicture, called: str) -> Iterator[Finding]:
        for mark in marks_of(picture, self._material.marks.get(picture.photo_id, ())):
            words, blocks, asks = suitability_words(called, mark)
            key = reason_key(CODE, f"{picture.photo_id} {mark.value}") if asks else ""
            given = self._material.words.reasons.get(key) if asks else None
            reason = f"{given.reason} ({given.given_by_name})" if given else ""
            clause = self._pack.clause(CODE)
            yield Finding(CODE, words, clause, blocks, picture.photo_id, asks=asks, key=key, reason=reason)
        mine = [
            decision
            for (photo_id, _place), decision in self._material.decisions.items()
            if photo_id == picture.photo_id
        ]
        facts = self._material.facts[picture.photo_id]
        for (photo_id, place), decision in self._material.decisions.items():
            if photo_id == picture.photo_id and close_up(picture, decision, place, (facts.width, facts.height)):
                words = f"{called.capitalize()} shows a face close up. Farther away, a group or from behind is safer."
                yield self._finding("close-up", words, blocks=False, photo_id=photo_id, platform_id=place)
        for code, words in prompts(called, picture, mine):
            yield self._finding(code, words, blocks=False, photo_id=picture.photo_id)

    def _licence(self, picture: PostPicture) -> Iterator[Finding]:
        called, photo_id = self._material.called(picture.photo_id).capitalize(), picture.photo_id
        permission = self._material.licences.get(photo_id)
        wrong = wrong_in_all(picture, permission, self._today)
        if wrong is not None:
            yield self._finding(wrong[0], f"{called} {wrong[1]}.", photo_id=photo_id)
            return
        for wanted in self._post.platforms:
            refused = self._material.works_refused
            if wrong := wrong_here(picture, permission, wanted.platform_id, refused):
                words = f"{called} {wrong[1]} {self._material.platforms[wanted.platform_id].name}: leave it out."
                yield self._finding(wrong[0], words, photo_id=photo_id, platform_id=wanted.platform_id)

    def _attribution(self, picture: PostPicture) -> Iterator[Finding]:
        called, credit = self._material.called(picture.photo_id), picture.attribution.strip()
        if not credit:
            yield self._finding("attribution-missing", f"Say whom to credit for {called}.", photo_id=picture.photo_id)
            return
        for wanted in self._post.platforms:
            if credit.casefold() not in wanted.caption.casefold():
                name = self._material.platforms[wanted.platform_id].name
                yield self._finding(
                    "attribution-missing",
                    f"The words for {name} do not credit {called}: add “{credit}”.",
                    photo_id=picture.photo_id,
                    platform_id=wanted.platform_id,
                )

    def _picture_on(self, picture: PostPicture, platform: Platform) -> Iterator[Finding]:
        photo_id, key = picture.photo_id, (picture.photo_id, platform.id)
        called = self._material.called(photo_id)
        decision = self._material.decisions[key]
        if decision.outcome is Outcome.WITHHELD:
            yield self._finding(
                "photo-withheld",
                f"{called.capitalize()} may not go out on {platform.name}: leave it out or take another.",
                photo_id=photo_id,
                platform_id=platform.id,
            )
            return
        yield from self._reverse_check(photo_id, platform, decision)
        yield from self._pointing(photo_id, platform, decision)
        readiness = self._material.readiness.get(key, Readiness.MISSING)
        if readiness is not Readiness.READY:
            state = "is not made yet" if readiness is Readiness.MISSING else "was made before something changed"
            yield self._finding(
                "pictures-not-ready",
                f"The picture of {called} for {platform.name} {state}: prepare the pictures.",
                photo_id=photo_id,
                platform_id=platform.id,
            )

    def _reverse_check(self, photo_id: PhotoId, platform: Platform, decision: Decision) -> Iterator[Finding]:
        called, facts = self._material.called(photo_id), self._material.facts[photo_id]
        for person in self._material.unanswered.get((photo_id, platform.id), ()):
            yield self._finding(
                "reverse-check-open",
                f"Is {person.name} in {called}? They may not be shown on {platform.name}.",
                photo_id=photo_id,
                platform_id=platform.id,
            )
        has_people = any(r.kind is RegionKind.FACE for r in decision.regions)
        if has_people and not facts.roster:
            shows = any(r.person_id for r in decision.shown)
            yield self._finding(
                "roster-missing",
                f"Say which class or children could be in {called}.",
                blocks=shows,
                photo_id=photo_id,
            )

    def _pointing(self, photo_id: PhotoId, platform: Platform, decision: Decision) -> Iterator[Finding]:
        faces = [r for r in decision.regions if r.kind is RegionKind.FACE]
        covered = [r for r in faces if r.treatment is Treatment.COVER]
        shown = [r for r in decision.shown if r.person_id]
        if len(covered) == 1 and len(shown) >= MANY:
            yield self._finding(
                "one-covered-among-many",
                f"{self._material.called(photo_id).capitalize()} for {platform.name}: one covered face among "
                f"{len(faces)} points at that child. Take another photo, crop it, cover everybody or leave it out.",
                blocks=False,
                photo_id=photo_id,
                platform_id=platform.id,
            )
