"""Check the words of a post: names, personal details, lists of words, links; in captions and in descriptions.

Every finding marks the words it is about. What the lists find, a person may let stand by giving a reason.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.consent import ConsentKind, Platform, PlatformId, RegisterSnapshot
from app.domain.detection import PhotoFacts, Verdict
from app.domain.people import Person, PersonId
from app.domain.photo import PhotoId
from app.domain.post import Asked, Finding, FindingReason, Marked, Post
from app.policy.pack import PolicyPack
from app.policy.standing import register_is_too_old, standing_of
from app.policy.word_lists import WordList, WordLists
from app.posts.disguise import borrowed_letters, drawn_letters, hidden_signs, pulled_apart
from app.posts.names import NamedInWords, NameHit, NameIndex, names_in
from app.posts.patterns import dates_and_times, is_below, links_in, personal_details
from app.posts.terms import Span, capitalised, find_terms, sentence_around


@dataclass(frozen=True, slots=True)
class _ListRule:
    which: WordList
    code: str
    said: str
    asks: Asked | None
    needs_somebody: bool = False


_LIST_RULES = (
    _ListRule(WordList.NEVER, "offensive-words", "“{}” may not stand in a post", None),
    _ListRule(WordList.CAREFUL, "careful-words", "“{}” can hurt or be read in two ways", Asked.AUTHOR),
    _ListRule(WordList.SENSITIVE, "sensitive-topic", "“{}” is a topic for inside the school", Asked.AUTHOR),
    _ListRule(WordList.CONFIDENTIAL, "confidential-words", "“{}” sounds confidential", Asked.AUTHOR),
    _ListRule(WordList.OPINIONS, "opinion", "“{}” is a person’s own view, and here the school speaks", Asked.AUTHOR),
    _ListRule(WordList.REFERENCES, "reference", "“{}” reads as a reference for somebody", Asked.AUTHOR, True),
    _ListRule(WordList.DISPARAGING, "disparaging", "“{}” may run somebody down", Asked.APPROVER, True),
)


@dataclass(frozen=True, slots=True)
class WordsMaterial:
    """What checking words needs besides the post.

    Attributes:
        lists: as they count today, with the school's own entries.
        reasons: given so far, by key.
        roster: who may be in the pictures of the post's event: a first name means one of them before anybody else.
        birth_dates: of every child; None takes those of the people that are known.
    """

    lists: WordLists = field(default_factory=WordLists)
    reasons: Mapping[str, FindingReason] = field(default_factory=dict)
    roster: tuple[PersonId, ...] = ()
    birth_dates: frozenset[date] | None = None


def texts_with_names(post: Post) -> Iterator[str]:
    """Every text of a post in which names are looked for."""
    for text in (*(to.caption for to in post.platforms), *(picture.alt_text for picture in post.pictures)):
        words = unicodedata.normalize("NFC", text)
        yield words
        for together, _span in pulled_apart(words):
            yield together.title()


def word_findings(
    post: Post,
    *,
    facts: Mapping[PhotoId, PhotoFacts],
    platforms: Mapping[PlatformId, Platform],
    snapshot: RegisterSnapshot,
    pack: PolicyPack,
    today: date,
    material: WordsMaterial | None = None,
) -> Iterator[Finding]:
    """What stands in the way of these words on these platforms."""
    words = _Words(facts, snapshot, pack, today, material or WordsMaterial(), platforms.values())
    for wanted in post.platforms:
        platform = platforms[wanted.platform_id]
        place = _Place(f"The words for {platform.name}", platform, None)
        yield from words.judge(wanted.caption, place)
        if len(wanted.caption) > platform.caption_limit:
            over = len(wanted.caption) - platform.caption_limit
            said = f"{place.called} are {over} letters too long."
            spans = ((platform.caption_limit, len(wanted.caption)),)
            yield words.finding("caption-too-long", said, place, spans, platform_id=platform.id)
        for number, picture in enumerate(post.pictures, start=1):
            place = _Place(f"The description of picture {number}", platform, picture.photo_id)
            yield from words.judge(picture.alt_text, place)
            if len(picture.alt_text) > platform.alt_text_limit:
                over = len(picture.alt_text) - platform.alt_text_limit
                said = f"{place.called} is {over} letters too long for {platform.name}."
                spans = ((platform.alt_text_limit, len(picture.alt_text)),)
                yield words.finding("alt-text-too-long", said, place, spans, platform_id=platform.id)


def picture_findings(
    post: Post,
    *,
    readable: Mapping[tuple[PhotoId, PlatformId], tuple[str, ...]],
    facts: Mapping[PhotoId, PhotoFacts],
    platforms: Mapping[PlatformId, Platform],
    snapshot: RegisterSnapshot,
    pack: PolicyPack,
    today: date,
    material: WordsMaterial | None = None,
) -> Iterator[Finding]:
    """What stands in the way of words that can be read in the finished pictures, on a banner or a shirt.

    Names there are the photo's own business: they are covered or let stand in review.
    """
    words = _Words(facts, snapshot, pack, today, material or WordsMaterial(), platforms.values())
    for wanted in post.platforms:
        platform = platforms[wanted.platform_id]
        for number, picture in enumerate(post.pictures, start=1):
            lines = readable.get((picture.photo_id, platform.id), ())
            place = _Place(f"Picture {number} for {platform.name}", platform, picture.photo_id, is_picture=True)
            stood = (r for r in facts[picture.photo_id].regions if r.verdict is Verdict.NOT_A_NAME and not r.removed)
            yield from words.judge_picture("\n".join(lines), place, let_stand=" ".join(r.text for r in stood))


@dataclass(frozen=True, slots=True)
class _Place:
    called: str
    platform: Platform
    photo_id: PhotoId | None
    is_picture: bool = False

    def verb(self, stem: str) -> str:
        return stem if self.photo_id is None else f"{stem}s"


class _Words:
    def __init__(
        self,
        facts: Mapping[PhotoId, PhotoFacts],
        snapshot: RegisterSnapshot,
        pack: PolicyPack,
        today: date,
        material: WordsMaterial,
        platforms: Iterable[Platform],
    ) -> None:
        self._snapshot, self._pack, self._today, self._material = snapshot, pack, today, material
        self._in_pictures = _people_of(facts)
        self._near = self._in_pictures | set(material.roster)
        children = (p for p in snapshot.people.values() if p.kind.is_child)
        known = frozenset(p.date_of_birth for p in children if p.date_of_birth)
        self._birth_dates = known if self._material.birth_dates is None else self._material.birth_dates
        self._names = NameIndex(snapshot.people)
        self._too_old = register_is_too_old(snapshot, pack, today)
        accounts = [platform.account.strip() for platform in platforms if platform.account.strip()]
        own = {account.lstrip("@").casefold() for account in accounts if "/" not in account}
        self._handles = frozenset(own | set(material.lists.handles))
        self._links = (*material.lists.of(WordList.LINKS), *(a for a in accounts if "." in a and "@" not in a))

    def finding(
        self,
        code: str,
        words: str,
        place: _Place,
        spans: tuple[Span, ...],
        *,
        blocks: bool = True,
        platform_id: PlatformId | None = None,
        asks: Asked | None = None,
        about: str = "",
    ) -> Finding:
        # Without a platform of its own a finding about a caption is still about that platform's words.
        key = reason_key(code, about) if asks else ""
        given = self._material.reasons.get(key) if asks else None
        reason = f"{given.reason} ({given.given_by_name})" if given else ""
        stops = (asks is Asked.AUTHOR and not reason) if asks else blocks
        here = platform_id or (place.platform.id if place.photo_id is None else None)
        marked = None if place.is_picture else Marked(place.photo_id is None, spans)
        here = place.platform.id if place.is_picture else here
        clause = self._pack.clause(code)
        return Finding(code, words, clause, stops, place.photo_id, here, marked, asks, key, reason)

    def judge(self, text: str, place: _Place) -> Iterator[Finding]:
        """Everything there is to say of one text."""
        words = unicodedata.normalize("NFC", text)
        names = names_in(words, self._names)
        yield from self._disguised(words, place)
        yield from self._details(words, place)
        for named in names:
            yield from self._name(named, place)
        yield from self._links_in(words, place)
        if when := dates_and_times(words):
            told = ", ".join(words[slice(*span)] for span in when)
            said = f"{place.called} {place.verb('say')} {told}: is it what the school told families elsewhere?"
            yield self.finding("date-in-words", said, place, when, blocks=False)
        somebody = [span for named in names if not named.doubtful for span in named.spans]
        for rule in _LIST_RULES:
            yield from self._list(rule, words, place, somebody)

    def judge_picture(self, text: str, place: _Place, *, let_stand: str) -> Iterator[Finding]:
        """The same of what can be read in a picture; details a person let stand in review want the author's reason."""
        words, lists = unicodedata.normalize("NFC", text), self._material.lists
        found = personal_details(words, birth_dates=self._birth_dates, published=lists.contacts, handles=self._handles)
        for detail in found:
            asks = Asked.AUTHOR if detail.text.casefold() in let_stand.casefold() else None
            said = f"{place.called} shows {detail.what}: {detail.text}. Cover it on Review"
            said += ", or say why it may stand." if asks else "."
            yield self.finding(detail.code, said, place, (detail.span,), asks=asks, about=detail.text)
        for rule in _LIST_RULES:
            if rule.which not in (WordList.OPINIONS, WordList.REFERENCES):
                yield from self._list(rule, words, place, [])

    def _disguised(self, words: str, place: _Place) -> Iterator[Finding]:
        """What would be read otherwise than it is, by people or by these checks."""
        if spans := hidden_signs(words):
            said = f"{place.called} {place.verb('hold')} signs that nobody can see. Type the marked place anew."
            yield self.finding("hidden-signs", said, place, spans)
        for span in borrowed_letters(words):
            said = f"{place.called}: “{words[slice(*span)]}” has letters of another alphabet that look like ours."
            yield self.finding("hidden-signs", f"{said} Type it anew.", place, (span,))
        if spans := drawn_letters(words):
            said = f"{place.called} {place.verb('hold')} signs drawn like letters, which nobody hears read aloud."
            yield self.finding("hidden-signs", f"{said} Type plain letters.", place, spans)
        for together, span in pulled_apart(words):
            named = any(not hit.doubtful for hit in names_in(together.title(), self._names))
            if named or find_terms(together, self._material.lists.of(WordList.NEVER), sees_through=True):
                said = f"{place.called}: “{words[slice(*span)]}” may not stand in a post, in one word or apart."
                yield self.finding("hidden-signs", said, place, (span,))

    def _details(self, words: str, place: _Place) -> Iterator[Finding]:
        lists = self._material.lists
        found = personal_details(words, birth_dates=self._birth_dates, published=lists.contacts, handles=self._handles)
        for detail in found:
            said = f"{place.called} {place.verb('hold')} {detail.what}: {detail.text}"
            yield self.finding(detail.code, said, place, (detail.span,))

    def _name(self, named: NamedInWords, place: _Place) -> Iterator[Finding]:
        """A first name may stay where everybody it could mean agreed; a surname of a child never, and no full name."""
        people, platform = self._meant(named), place.platform
        if named.hit is NameHit.FIRST and self._pack.first_name_with_consent:
            if all(self._name_agreed(p, platform) for p in people):
                return
        elif all(not p.kind.is_child and self._name_agreed(p, platform) and not self._shown(p) for p in people):
            return
        code = "full-name-in-words" if named.hit is NameHit.FULL else "name-in-words"
        if named.doubtful:
            sentence = f"{place.called}: is “{named.text}” a person here? Then it may not stay."
        else:
            verb = place.verb("name")
            sentence = f"{place.called} {verb} {named.text}: may not be named on {platform.name}."
        yield self.finding(code, sentence, place, named.spans, blocks=not named.doubtful, platform_id=platform.id)

    def _links_in(self, words: str, place: _Place) -> Iterator[Finding]:
        lists = self._material.lists
        for link in links_in(words):
            if is_below(link.host, lists.of(WordList.SHORTENERS)):
                said = f"{place.called}: nobody can see where {link.text} leads. Put the full address."
                yield self.finding("hidden-link", said, place, (link.span,))
            elif lists.entries and not is_below(link.host, self._links):
                said = f"{place.called}: {link.host} is not on the school’s list of links. Why may it stand?"
                yield self.finding("unlisted-link", said, place, (link.span,), asks=Asked.AUTHOR, about=link.host)

    def _list(self, rule: _ListRule, words: str, place: _Place, somebody: list[Span]) -> Iterator[Finding]:
        found: dict[str, list[Span]] = {}
        never = rule.which is WordList.NEVER
        for span in find_terms(words, self._material.lists.of(rule.which), sees_through=never and not place.is_picture):
            if not rule.needs_somebody or self._somebody_near(words, span, somebody):
                found.setdefault(words[slice(*span)], []).append(span)
        for text, spans in found.items():
            called = f"{place.called}, words that can be read in it" if place.is_picture else place.called
            said = f"{called}: {rule.said.format(text)}."
            if never and place.is_picture:
                said += " Cover them on Review, or leave the picture out."
            if rule.asks is Asked.AUTHOR:
                said += " Take it out, or say why it may stand."
            elif rule.asks is Asked.APPROVER:
                said += " Whoever approves the post has to say why it may stand."
            yield self.finding(rule.code, said, place, tuple(spans), asks=rule.asks, about=text)

    def _somebody_near(self, words: str, span: Span, somebody: Iterable[Span]) -> bool:
        """Whether the same sentence names a person or an organisation, by a name, a capital or a word for one."""
        start, end = sentence_around(words, span[0])
        if any(start <= at < end for at, _end in somebody):
            return True
        sentence = words[start:end]
        if find_terms(sentence, self._material.lists.of(WordList.SOMEBODY)):
            return True
        return any(place[1] <= span[0] or place[0] >= span[1] for place in capitalised(words, (start, end)))

    def _meant(self, named: NamedInWords) -> list[Person]:
        """Those in the pictures or their class, when the name fits one of them; otherwise everybody who bears it."""
        near = [p for p in named.people if p in self._near]
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


def reason_key(code: str, about: str) -> str:
    """What a reason is kept by: the check and the words it marked, in any case, and nothing that can be read."""
    plain = " ".join(unicodedata.normalize("NFC", about).casefold().split())
    return hashlib.sha256(f"{code}\0{plain}".encode()).hexdigest()[:32]


def _people_of(facts: Mapping[PhotoId, PhotoFacts]) -> frozenset[PersonId]:
    named = {r.person_id for f in facts.values() for r in f.regions if r.person_id is not None and not r.removed}
    return frozenset(named) | {person for f in facts.values() for person in f.roster}
