"""A small school to import into: real register, real vault, a decoder in this process."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import numpy as np
from PIL import Image

from app.domain.faults import no_fault
from app.domain.people import Actor, Role, UserId
from app.domain.photo import digest_of
from app.domain.ports import DecodedPhoto
from app.imaging.decoding import DecodeLimits, decode_photo
from app.policy.pack import load_pack
from app.policy.standing import SCHOOL_ZONE
from app.storage.keys import WorkspaceKey
from app.storage.vault import Vault
from app.workflow.workspace import Tools, Workspace
from consent_db.database import Database
from consent_db.embedded import open_database

KEY = WorkspaceKey(bytes(range(32)))
SECRETARY = Actor(UserId("u-secretary"), "Sam Field", frozenset({Role.CONTRIBUTOR}))
HEAD = Actor(UserId("u-head"), "Robin Hale", frozenset({Role.HEAD}))
GOVERNOR = Actor(UserId("u-governor"), "Jo Marsh", frozenset({Role.GOVERNOR}))


class PlainDecoder:
    """Decodes here; the process around it is tested with the decoder itself."""

    def decode(self, data: bytes, *, max_edge_px: int | None = None) -> DecodedPhoto:
        return decode_photo(data, limits=DecodeLimits(), max_edge_px=max_edge_px)

    def close(self) -> None:
        pass


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(SCHOOL_ZONE).date()


def open_school(
    folder: Path, *, fault: Callable[[str], None] = no_fault, decoder: Any = None, database: Database | None = None
) -> Workspace:
    """Open the workspace in `folder`, made when it is not there; its register is a file there unless one is given."""
    folder.mkdir(parents=True, exist_ok=True)
    return Workspace(
        folder=folder,
        school="Hillside Primary",
        database=database or open_database(folder / "register.db", KEY.derive("register")),
        vault=Vault(folder / "vault", KEY),
        first_pack=load_pack("strict"),
        clock=SystemClock(),
        tools=Tools(decoder=decoder or PlainDecoder(), engines=cast(Any, PlainDecoder())),
        fault=fault,
    )


def photo_bytes(seed: int, *, size: tuple[int, int] = (64, 48), format_: str = "JPEG") -> bytes:
    """A small picture; another seed gives other bytes."""
    pixels = np.random.default_rng(seed).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, format_, quality=90)
    return out.getvalue()


def fill_phone(folder: Path, count: int, *, seed: int = 0) -> dict[str, bytes]:
    """Put `count` photos on a pretended phone; object id to bytes."""
    shelf = folder / "DCIM" / "100APPLE"
    shelf.mkdir(parents=True, exist_ok=True)
    photos = {f"DCIM/100APPLE/IMG_{i:04}.JPG": photo_bytes(1000 * seed + i) for i in range(count)}
    for object_id, data in photos.items():
        (folder / object_id).write_bytes(data)
    return photos


@dataclass(frozen=True)
class Row:
    """A source file with what its photo's vault object needs."""

    object_id: str
    state: str
    sha256: str
    vault_name: str
    wrapped_key: bytes


ROWS = """
    SELECT f.object_id, f.state, p.sha256, p.vault_name, o.wrapped_key
    FROM source_file f JOIN photo p ON p.id = f.photo_id JOIN vault_object o ON o.name = p.vault_name
    ORDER BY f.object_id
"""


def rows(workspace: Workspace) -> list[Row]:
    with workspace.database.read() as connection:
        return [Row(*row[:4], bytes(row[4])) for row in connection.exec_driver_sql(ROWS)]


def count(workspace: Workspace, table: str) -> int:
    with workspace.database.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def originals_missing(workspace: Workspace, phone: Path, photos: dict[str, bytes]) -> Iterator[str]:
    """Promise 2: every original is on the phone, or recorded as VERIFIED or further and readable from the vault."""
    recorded = {(row.object_id, row.sha256): row for row in rows(workspace)}
    for object_id, data in photos.items():
        path = phone / object_id
        if path.exists() and path.read_bytes() == data:
            continue
        row = recorded.get((object_id, digest_of(data)))
        if row is None or row.state == "COPIED":
            yield f"{object_id} was removed before its copy was verified"
        elif workspace.vault.read(row.vault_name, row.wrapped_key) != data:  # type: ignore[arg-type]
            yield f"{object_id} is not in the vault as it was"


def inconsistencies(workspace: Workspace) -> Iterator[str]:
    """Half-done records: broken references, photos without files, objects that do not open, a chain that breaks."""
    from consent_db import audit

    with workspace.database.read() as connection:
        if connection.dialect.name == "sqlite":
            yield from (f"reference {tuple(r)}" for r in connection.exec_driver_sql("PRAGMA foreign_key_check"))
            yield from (str(r[0]) for r in connection.exec_driver_sql("PRAGMA integrity_check") if r[0] != "ok")
        for row in connection.exec_driver_sql(
            "SELECT id FROM photo WHERE id NOT IN (SELECT photo_id FROM source_file)"
        ):
            yield f"photo {row[0]} has no file"
        for row in connection.exec_driver_sql(
            "SELECT name FROM vault_object WHERE name NOT IN (SELECT vault_name FROM photo)"
        ):
            yield f"object {row[0]} has no photo"
        removed = "SELECT id FROM source_file WHERE state = 'REMOVED' AND id NOT IN (SELECT subject FROM receipt)"
        yield from (f"file {row[0]} has no receipt" for row in connection.exec_driver_sql(removed))
        verification = audit.verify(connection)
        if not verification.ok:
            yield verification.words
    for row in rows(workspace):
        workspace.vault.read_back(row.vault_name, row.wrapped_key, row.sha256)  # type: ignore[arg-type]
