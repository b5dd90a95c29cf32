"""Invented schools of any size, written in bulk: pupils in classes, platforms, answers, and the records of photos."""

from __future__ import annotations

import itertools
import random
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from consent_db.people import folded

FORENAMES = [
    "Amara", "Ben", "Caitlin", "Dev", "Ella", "Farah", "Gethin", "Hana", "Idris", "Jess", "Kofi",
    "Lowri", "Mateo", "Niamh", "Oluwaseun", "Priya", "Quinn", "Rhys", "Sana", "Tomos", "Uma", "Viktor",
    "Wren", "Xanthe", "Yusuf", "Zoë",
]  # fmt: skip
SURNAMES = [
    "Okafor", "Tailor", "Price", "Anand", "Moss", "Haddad", "Rees", "Sato", "Mensah", "Walker",
    "Griffiths", "Ruiz", "O'Neill", "Adeyemi", "Patel", "Hughes", "Featherstonehaugh", "Lewis", "Kaur",
    "Nowak", "Campbell-Reid", "Iqbal",
]  # fmt: skip
PLATFORMS = [
    "facebook", "instagram", "x", "linkedin", "tiktok", "youtube", "website", "newsletter", "whatsapp",
    "blog", "prospectus", "press",
]  # fmt: skip
KINDS = ("IMAGE", "NAME", "VIDEO")
CLASS_SIZE = 30
NOW = datetime(2026, 9, 14, 8, 0, tzinfo=UTC)
Rows = Iterator[dict[str, Any]]
Insert = Callable[[str, list[dict[str, Any]]], None]
"""Takes a table's name and rows; each engine has its quick way."""


def write_school(
    insert: Insert, *, pupils: int, platforms: int = 12, kinds: int = 3, photos: int = 0, seed: int = 1
) -> None:
    """One school: every pupil answered for everything, one answer in twenty is a no, one in thirty was withdrawn."""
    chance = random.Random(seed)
    ids = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(pupils)]
    for name, rows in (
        ("platform", _platforms(platforms)),
        ("person", _people(chance, ids)),
        ("consent_event", _answers(chance, ids, PLATFORMS[:platforms], KINDS[:kinds])),
        *(_photos(chance, ids, photos) if photos else ()),
    ):
        while batch := list(itertools.islice(rows, 5000)):
            insert(name, batch)


def _platforms(count: int) -> Rows:
    for name in PLATFORMS[:count]:
        yield {
            "id": name, "name": name.title(), "account": "", "purpose": "news", "owner": "", "mailbox": "",
            "audience": "", "approved_by": "", "two_step": False, "is_open": True, "max_edge_px": 1350,
            "max_bytes": 5_000_000, "max_pictures": 10, "caption_limit": 2200, "alt_text_limit": 1000,
            "limits_version": "", "version": 1,
        }  # fmt: skip


def _people(chance: random.Random, ids: list[str]) -> Rows:
    for number, person_id in enumerate(ids):
        forename, surname = chance.choice(FORENAMES), chance.choice(SURNAMES)
        group = f"{7 + number // CLASS_SIZE % 7}{'ABCDEFGHIJ'[number // CLASS_SIZE // 7 % 10]}"
        admission = f"{number:06}"
        yield {
            "id": person_id, "kind": "PUPIL", "legal_forename": forename, "legal_surname": surname,
            "preferred_forename": "", "preferred_surname": "", "upn": "", "admission_number": admission,
            "date_of_birth": date(2012, 1 + number % 12, 1 + number % 28), "registration_group": group,
            "year_group": group[:1], "search_key": folded(f"{forename} {surname} {group} {admission}"), "version": 1,
        }  # fmt: skip


def _answers(chance: random.Random, ids: list[str], platforms: list[str], kinds: tuple[str, ...]) -> Rows:
    for person_id, platform, kind in itertools.product(ids, platforms, kinds):
        throw = chance.random()
        answer = "NO" if throw < 0.05 else "WITHDRAWN" if throw < 0.083 else "YES"
        yield {
            "id": str(uuid.UUID(int=chance.getrandbits(128), version=4)), "person_id": person_id, "kind": kind,
            "platform_id": platform, "answer": answer, "giver": "the school's system", "relationship": "",
            "form_version": "2026", "evidence": "list", "valid_from": date(2026, 9, 1), "recorded_at": NOW,
            "recorded_by": "x", "source": "", "to_confirm": False,
        }  # fmt: skip


def _photos(chance: random.Random, ids: list[str], count: int) -> Iterator[tuple[str, Rows]]:
    photos = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(count)]
    names = [f"{chance.getrandbits(256):064x}" for _ in range(count)]
    yield (
        "vault_object",
        ({"name": n, "wrapped_key": b"0" * 60, "sha256": n[::-1], "bytes": 4_000_000, "stored_at": NOW} for n in names),
    )
    yield "photo", (
        {
            "id": photo, "number": number, "sha256": name[::-1], "vault_name": name, "state": "ANALYSED",
            "width": 4032, "height": 3024, "format": "JPEG", "bytes": 4_000_000, "imported_at": NOW,
            "event": f"Event {number // 200}", "is_analysed": True, "engines": "",
        }
        for number, (photo, name) in enumerate(zip(photos, names, strict=True))
    )  # fmt: skip
    yield "region", (
        {
            "id": str(uuid.UUID(int=chance.getrandbits(128), version=4)), "sequence": place, "photo_id": photo,
            "kind": "FACE", "box": [100 * place, 100, 100 * place + 80, 200], "origin": "ENGINE", "score": 0.9,
            "text": "", "roster": [], "touched": False, "made_at": NOW,
        }
        for photo in photos
        for place in (1, 2)
    )  # fmt: skip
