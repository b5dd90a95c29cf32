"""Small photos, registers and answers to decide by."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.consent import (
    Answer,
    ConsentEvent,
    ConsentEventId,
    ConsentKind,
    Platform,
    PlatformId,
    RegisterSnapshot,
)
from app.domain.detection import PhotoFacts, Region, RegionId, RegionKind, RegionOrigin, TextKind, Verdict
from app.domain.geometry import Box
from app.domain.people import Person, PersonId, PersonKind
from app.domain.photo import PhotoId
from app.policy.pack import load_pack
from tests.schools import OWN_PACK

TODAY = date(2026, 6, 21)
AS_OF = datetime(2026, 6, 20, 8, 0, tzinfo=UTC)
PACK = load_pack(OWN_PACK)
FACEBOOK = Platform(PlatformId("facebook"), "Facebook")
WEBSITE = Platform(PlatformId("website"), "School website")
PHOTO = PhotoId("photo")


def person(forename: str, surname: str = "Moss", kind: PersonKind = PersonKind.PUPIL, **more) -> Person:
    return Person(PersonId(forename.lower()), kind, forename, surname, **more)


AMARA, CAITLIN = person("Amara", "Okafor"), person("Caitlin", "Price")
BEN = person("Benjamin", "Tailor", preferred_forename="Ben")
TEACHER = person("Ruth", "Ashworth", PersonKind.STAFF)
LEAVER = person("Dev", "Anand", PersonKind.LEAVER)
EVERYBODY = {p.id: p for p in (AMARA, BEN, CAITLIN, TEACHER, LEAVER)}


def event(
    who: Person,
    answer: Answer = Answer.YES,
    *,
    kind: ConsentKind = ConsentKind.IMAGE,
    platform: Platform = FACEBOOK,
    sequence: int = 1,
    giver: str = "mother",
    valid_from: date = date(2025, 9, 1),
    valid_until: date | None = None,
    to_confirm: bool = False,
) -> ConsentEvent:
    return ConsentEvent(
        ConsentEventId(f"{who.id}-{kind}-{platform.id}-{sequence}"), sequence, who.id, kind, platform.id, answer, giver,
        "parent", "form", valid_from, valid_until, AS_OF, "data", to_confirm=to_confirm,
    )  # fmt: skip


def register(*events: ConsentEvent, holds: tuple[Person, ...] = (), as_of: datetime | None = AS_OF) -> RegisterSnapshot:
    grouped: dict = {}
    for e in events:
        key = (e.person_id, e.kind, e.platform_id)
        grouped[key] = (*grouped.get(key, ()), e)
    return RegisterSnapshot(EVERYBODY, grouped, frozenset(p.id for p in holds), as_of)


def face(
    number: int, who: Person | None = None, verdict: Verdict | None = None, *, always_cover: bool = False
) -> Region:
    left = 40 + 120 * number
    return Region(
        RegionId(f"face-{number}"), PHOTO, RegionKind.FACE, Box(left, 60, left + 40, 110), RegionOrigin.ENGINE, 0.9,
        verdict=verdict or (Verdict.NAMED if who else Verdict.UNNAMED), person_id=who.id if who else None,
        always_cover=always_cover,
    )  # fmt: skip


def text(
    words: str, kind: TextKind | None = TextKind.NAME, *roster: Person, verdict: Verdict = Verdict.UNNAMED
) -> Region:
    return Region(
        RegionId("text"), PHOTO, RegionKind.TEXT, Box(40, 300, 240, 330), RegionOrigin.ENGINE, 0.9, words, kind,
        tuple(p.id for p in roster), verdict,
    )  # fmt: skip


def other(kind: RegionKind) -> Region:
    return Region(RegionId("other"), PHOTO, kind, Box(40, 300, 80, 330), RegionOrigin.PERSON)


def facts(*regions: Region, is_analysed: bool = True, **more) -> PhotoFacts:
    return PhotoFacts(PHOTO, 1000, 500, regions, is_analysed, **more)
