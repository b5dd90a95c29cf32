"""A school that used ClearPost for many years, written in bulk: what `./run bench window` looks through."""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import rfc8785
from sqlalchemy import Connection, insert, select

from app.domain.cases import CaseKind
from app.domain.permissions import PermissionKind
from app.domain.photo import DeviceKind, PhotoState, SourceFileState
from app.domain.post import PostState, ReleaseState, TaskKind
from app.ui import reads
from app.workflow.workspace import Workspace
from consent_db import audit
from consent_db.schema import app_user, user_role
from consent_db.tables import metadata
from tests.bench.register_data import FORENAMES, SURNAMES, write_school

_AT = datetime(2019, 9, 2, 8, tzinfo=UTC)
_STATES = (PostState.APPROVED,) * 17 + (PostState.DRAFT, PostState.RETURNED, PostState.REJECTED)
_ACTIONS = ("photo-imported", "copy-verified", "photo-analysed", "verdict", "consent-recorded", "post-approved")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows of each kind; the defaults are what a large school has after ten years and more."""

    people: int = 100_000
    records: int = 100_000
    posts: int = 10_000
    photos: int = 10_000
    devices: int = 1_000
    users: int = 500
    cases: int = 2_000
    permissions: int = 2_000
    receipts: int = 20_000


def fill(workspace: Workspace, sizes: Sizes) -> None:
    """Write everything into the workspace of `tests.gui.school`; the records stay one chain."""

    def add(name: str, rows: list[dict[str, Any]]) -> None:
        new = [row for row in rows if name != "platform" or row["id"] not in known]
        with workspace.database.transaction() as connection:
            connection.execute(insert(metadata.tables[name]), new)

    known = {platform.id for platform in reads.all_platforms(workspace)}
    write_school(add, pupils=sizes.people, platforms=2, kinds=1, seed=5)
    with workspace.database.read() as connection:
        staff = {row.username: row.id for row in connection.execute(select(app_user.c.username, app_user.c.id))}
    chance = random.Random(11)
    with workspace.database.transaction() as connection:
        _staff(connection, sizes.users, chance)
        _photos(connection, sizes)
        _posts(connection, sizes, staff)
        _others(connection, sizes, staff)
        _records(connection, sizes.records, list(staff.values()))


def _put(connection: Connection, name: str, rows: Iterable[dict[str, Any]]) -> None:
    rows = iter(rows)
    while batch := list(itertools.islice(rows, 5000)):
        connection.execute(insert(metadata.tables[name]), batch)


def _key(kind: str, number: int) -> str:
    return f"{kind}-{number:08d}"


def _name(chance: random.Random) -> str:
    return f"{chance.choice(FORENAMES)} {chance.choice(SURNAMES)}"


def _staff(connection: Connection, count: int, chance: random.Random) -> None:
    _put(connection, app_user.name, (
        {"id": _key("user", n), "username": f"staff{n}", "name": _name(chance),
         "employment": "STAFF", "password_hash": "x", "created_at": _AT}
        for n in range(count)
    ))  # fmt: skip
    _put(connection, user_role.name, (
        {"user_id": _key("user", n), "role": "CONTRIBUTOR", "given_by": "set-up", "seen_by": "x"} for n in range(count)
    ))  # fmt: skip


def _photos(connection: Connection, sizes: Sizes) -> None:
    _put(connection, "device", (
        {"id": _key("device", n), "key": f"key{n}", "label": f"Phone {n}",
         "kind": (DeviceKind.PERSONAL if n % 3 else DeviceKind.SCHOOL).value, "first_seen_at": _AT,
         "owner": f"{FORENAMES[n % len(FORENAMES)]} {SURNAMES[n % len(SURNAMES)]}", "is_confirmed": n % 3 == 0}
        for n in range(sizes.devices)
    ))  # fmt: skip
    _put(connection, "vault_object", (
        {"name": f"{n:064x}", "wrapped_key": b"0" * 60, "sha256": f"{n:064x}", "bytes": 4_000_000, "stored_at": _AT}
        for n in range(sizes.photos)
    ))  # fmt: skip
    _put(connection, "photo", (
        {"id": _key("photo", n), "number": n + 1, "sha256": f"{n:064x}", "vault_name": f"{n:064x}",
         "state": (PhotoState.IDENTIFIED if n % 20 else PhotoState.ANALYSED).value, "width": 4032, "height": 3024,
         "format": "JPEG", "bytes": 4_000_000, "imported_at": _AT + timedelta(hours=n), "event": f"Event {n // 100}",
         "is_analysed": True, "engines": "", "kind": "PICTURE", "sharpness": 9.0, "faces_counted": n % 20}
        for n in range(sizes.photos)
    ))  # fmt: skip
    _put(connection, "region", (
        {"id": f"region-{n:08d}-{place}", "sequence": place, "photo_id": _key("photo", n), "kind": "FACE",
         "box": [100 * place, 100, 100 * place + 80, 200], "origin": "ENGINE", "score": 0.9, "text": "", "roster": [],
         "touched": False, "made_at": _AT}
        for n in range(sizes.photos) for place in (1, 2)
    ))  # fmt: skip
    _put(connection, "source_file", (
        {"id": _key("file", n), "photo_id": _key("photo", n), "device_id": _key("device", n % sizes.devices),
         "object_id": f"o{n}", "name": f"IMG_{n}.JPG", "bytes": 1,
         "state": (SourceFileState.REMOVED if n % 200 else SourceFileState.REMOVAL_OUTSTANDING).value,
         "removal_wanted": True, "updated_at": _AT, "taken_at": _AT}
        for n in range(sizes.photos)
    ))  # fmt: skip


def _posts(connection: Connection, sizes: Sizes, staff: dict[str, str]) -> None:
    at = [_AT + timedelta(hours=n * 7) for n in range(sizes.posts)]
    states = [_STATES[n % len(_STATES)] for n in range(sizes.posts)]
    platforms = ("facebook", "website")
    _put(connection, "post", (
        {"id": _key("post", n), "title": f"{SURNAMES[n % len(SURNAMES)]} House, week {n}", "state": states[n].value,
         "author": staff["office"], "created_at": at[n]}
        for n in range(sizes.posts)
    ))  # fmt: skip
    _put(
        connection,
        "post_picture",
        (
            {
                "post_id": _key("post", n),
                "position": 0,
                "photo_id": _key("photo", n % sizes.photos),
                "alt_text": "A team",
            }
            for n in range(sizes.posts)
        ),
    )
    _put(
        connection,
        "post_platform",
        (
            {"post_id": _key("post", n), "position": 0, "platform_id": platforms[n % 2], "caption": "Well done!"}
            for n in range(sizes.posts)
        ),
    )
    out = [n for n in range(sizes.posts) if states[n] is PostState.APPROVED]
    _put(connection, "approval", (
        {"id": _key("approval", n), "post_id": _key("post", n), "digest": f"{n:064x}", "approver": staff["head"],
         "approved_at": at[n], "expires_at": at[n] + timedelta(days=30), "is_fitting": True}
        for n in out
    ))  # fmt: skip
    _put(connection, "release", (
        {"id": _key("release", n), "post_id": _key("post", n), "platform_id": platforms[n % 2],
         "state": (ReleaseState.LIVE if n % 4 else ReleaseState.TAKEN_DOWN).value, "approval_id": _key("approval", n),
         "exported_at": at[n], "exported_by": staff["deputy"], "folder": "", "live_url": f"https://school.example/{n}",
         "pack_erased_at": at[n], "pictures": []}
        for n in out
    ))  # fmt: skip
    due = [n for n in out if n % 400 == 1]
    _put(connection, "task", (
        {"id": _key("task", n), "kind": TaskKind.TAKEDOWN.value, "words": "Take it down.",
         "release_id": _key("release", n), "raised_at": at[n], "due_at": at[n] + timedelta(days=2)}
        for n in due
    ))  # fmt: skip


def _others(connection: Connection, sizes: Sizes, staff: dict[str, str]) -> None:
    _put(connection, "case_record", (
        {"id": _key("case", n), "number": n + 1, "kind": CaseKind.COMPLAINT.value, "asked_by": "A parent",
         "words": "They ask when a picture was taken.", "received_at": _AT + timedelta(days=n), "recorded_at": _AT,
         "recorded_by": staff["head"], "closed_at": None if n % 50 == 0 else _AT + timedelta(days=n + 5)}
        for n in range(sizes.cases)
    ))  # fmt: skip
    _put(connection, "permission", (
        {"id": _key("permit", n), "kind": list(PermissionKind)[n % 2].value, "subject": f"Sponsor {n}",
         "grantor": "Ruth Ashworth", "grantor_role": "HEAD", "platforms": ["facebook"], "valid_from": date(2019, 9, 2),
         "recorded_at": _AT, "recorded_by": staff["head"], "evidence": "Letter"}
        for n in range(sizes.permissions)
    ))  # fmt: skip
    _put(connection, "receipt", (
        {"id": _key("receipt", n), "kind": "removed", "subject": _key("device", n % sizes.devices),
         "words": f"Photo {n} was removed from the phone.", "at": _AT + timedelta(hours=n), "actor": staff["office"],
         "audit_head": "0" * 16}
        for n in range(sizes.receipts)
    ))  # fmt: skip


def _records(connection: Connection, count: int, users: list[str]) -> None:
    """Events as `audit.append` makes them, without its look at the clock for each."""
    table = metadata.tables["audit_event"]
    last = connection.execute(select(table).order_by(table.c.sequence.desc()).limit(1)).mappings().one()
    sequence, previous, at = last["sequence"], last["hash"], last["at"]

    def rows() -> Iterable[dict[str, Any]]:
        nonlocal sequence, previous
        for n in range(count):
            sequence += 1
            action, user = _ACTIONS[n % len(_ACTIONS)], users[n % len(users)]
            body = rfc8785.dumps({
                "sequence": sequence, "at": at.isoformat(timespec="microseconds"), "actor": user, "action": action,
                "subjects": [_key("photo", n)], "details": {}, "previous": previous,
            }).decode()  # fmt: skip
            digest = hashlib.sha256(body.encode()).hexdigest()
            yield {"sequence": sequence, "at": at, "actor": user, "action": action, "body": body, "previous": previous,
                   "hash": digest}  # fmt: skip
            previous = digest

    _put(connection, "audit_event", rows())
    assert audit.head(connection) == previous
