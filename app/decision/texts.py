"""Judge a line of text in a picture: names need a consent of their own, personal details never stay."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from rapidfuzz import fuzz

from app.decision.judgement import Judgement
from app.domain.consent import ConsentKind, Platform, RegisterSnapshot
from app.domain.detection import Region, TextKind, Verdict
from app.domain.people import Person, PersonId
from app.domain.treatment import Reason, Treatment
from app.policy.pack import PolicyPack
from app.policy.standing import standing_of

_SURNAME_LIKE = 60.0
"""Of 100: from this likeness a word counts as the surname. Low on purpose: readers of small script miss letters."""

_PERSONAL = frozenset({TextKind.CONTACT, TextKind.DATE_OF_BIRTH, TextKind.UPN})


def judge_text(
    region: Region, *, snapshot: RegisterSnapshot, pack: PolicyPack, platform: Platform, today: date, too_old: bool
) -> Judgement:
    """Keep what says nothing of anybody; a name stays only where every person it could mean agreed to it.

    A TEXT region without a kind was drawn by a person and is taken for a name. With `too_old` nothing may rest on
    the register.
    """
    if region.verdict is Verdict.NOT_A_NAME:
        return Judgement(Treatment.KEEP, Reason.HARMLESS_TEXT)
    if region.text_kind in _PERSONAL:
        return Judgement(Treatment.COVER, Reason.PERSONAL_DETAILS)
    if region.text_kind is TextKind.CERTIFICATE:
        return Judgement(Treatment.COVER, Reason.CERTIFICATE)
    people = possible_people(region)
    if not people and region.text_kind is TextKind.OTHER:
        return Judgement(Treatment.KEEP, Reason.HARMLESS_TEXT)
    if too_old or not people:
        return Judgement(Treatment.COVER, Reason.REGISTER_TOO_OLD if too_old else Reason.NAME_WITHOUT_CONSENT)
    judgements = [_name_of(person_id, region.text, snapshot, pack, platform, today) for person_id in people]
    return next((j for j in judgements if j.treatment is not Treatment.KEEP), judgements[0])


def possible_people(region: Region) -> tuple[PersonId, ...]:
    """Whom a text could name: the one a person said, otherwise everybody on the roll it resembles."""
    if region.verdict is Verdict.NAMED and region.person_id is not None:
        return (region.person_id,)
    return tuple(sorted(set(region.roster)))


def _name_of(
    person_id: PersonId, text: str, snapshot: RegisterSnapshot, pack: PolicyPack, platform: Platform, today: date
) -> Judgement:
    person = snapshot.people.get(person_id)
    if person is None:
        return Judgement(Treatment.COVER, Reason.UNKNOWN_PERSON, person_id)
    if person_id in snapshot.holds:
        return Judgement(Treatment.COVER, Reason.HELD, person_id)
    if person.has_left(today):
        return Judgement(Treatment.COVER, Reason.LEFT_SCHOOL, person_id)
    standing = standing_of(
        person_id, kind=ConsentKind.NAME, snapshot=snapshot, pack=pack, platform=platform, today=today
    )
    record = standing.event.id if standing.event else None
    if not standing.allows or not pack.first_name_with_consent:
        return Judgement(Treatment.COVER, Reason.NAME_WITHOUT_CONSENT, person_id, record)
    if not _words(text) or shows_surname(text, person):  # what nobody could read may hold the surname
        return Judgement(Treatment.COVER, Reason.FULL_NAME, person_id, record)
    return Judgement(Treatment.KEEP, Reason.NAME_CONSENT, person_id, record)


def shows_surname(text: str, person: Person) -> bool:
    """Whether a word of the text could be the person's legal or preferred surname, misread letters included.

    A word that is the person's own first name never counts, so that "Ben" stays beside "Benn".
    """
    forenames = _words(f"{person.legal_forename} {person.preferred_forename}")
    surnames = _words(f"{person.legal_surname} {person.preferred_surname}")
    rest = _words(text) - (forenames - surnames)
    return any(fuzz.ratio(word, surname) >= _SURNAME_LIKE for word in rest for surname in surnames)


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return set(re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c))))
