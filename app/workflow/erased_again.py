"""After a restore: erase again what was erased since the back-up was made, from a list kept outside of it.

The list holds ids, kinds, days and reasons that name nobody, so it can lie beside the back-ups.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.domain.errors import RegisterError, StorageError
from app.domain.people import Action, Actor, PersonId, UserId
from app.domain.photo import PhotoId
from app.domain.retention import Preview
from app.workflow.retention import may_look, preview_requested
from app.workflow.workspace import Workspace
from consent_db import people, retention, tombstones, users
from consent_db.tombstones import Tombstone

_MOST_BYTES = 50_000_000
_EVERY = 10_000_000


def as_json(stones: tuple[Tombstone, ...]) -> dict[str, Any]:
    """What was erased, for a file or the terminal."""
    return {
        "erased": [
            {"subject": s.subject_id, "kind": s.record_class, "reason": s.reason, "by": s.erased_by,
             "at": s.erased_at.isoformat()}
            for s in stones
        ]
    }  # fmt: skip


def save_list(workspace: Workspace, actor: Actor, path: Path) -> int:
    """Write the list of everything erased so far into a new file; returns how many there are.

    Raises:
        NotAllowedError: this person neither erases nor watches.
        StorageError: there is such a file, or it cannot be written.
    """
    may_look(actor)
    with workspace.database.read() as connection:
        stones = tombstones.everything(connection, limit=_EVERY)
    try:
        with path.open("x", encoding="utf-8") as file:
            json.dump(as_json(stones), file, indent=1)
    except OSError as error:
        raise StorageError(
            f"{path.name} cannot be written: {error.strerror}.", remedy="Choose another name."
        ) from error
    return len(stones)


def preview_again(workspace: Workspace, actor: Actor, path: Path) -> Preview:
    """What a list names that is here once more; erase it like anything else that was asked for.

    Raises:
        NotAllowedError: this person may not erase.
        StorageError: the file cannot be read.
        RegisterError: it is no such list, or nothing it names is here.
    """
    actor.require(Action.ERASE)
    named = _read(path)
    with workspace.database.read() as connection:
        asked = [f"{kind} {subject}" for subject, kind in named if _is_back(connection, subject, kind)]
    if not asked:
        raise RegisterError("Nothing of this list is here.", code="nothing")
    return preview_requested(workspace, actor, asked)


def _read(path: Path) -> list[tuple[str, str]]:
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    except OSError as error:
        raise StorageError(f"{path.name} cannot be read: {error.strerror}.") from error
    try:
        lines = json.loads(data)["erased"]
        return list(dict.fromkeys((str(line["subject"]), str(line["kind"])) for line in lines))
    except (ValueError, KeyError, TypeError) as error:
        raise RegisterError(
            f"{path.name} is no list of what was erased.", remedy="Choose the file the page Keeping saved."
        ) from error


def _is_back(connection: Connection, subject: str, kind: str) -> bool:
    """Whether it stands in the register though it was erased once; other kinds go by their own time anyway."""
    if tombstones.stands(connection, subject):
        return False
    if kind == "person":
        return bool(people.by_ids(connection, [PersonId(subject)])) and PersonId(subject) not in people.joined(
            connection
        )
    if kind == "photo":
        return bool(retention.photos_in_use(connection, [PhotoId(subject)]))
    return kind == "user" and UserId(subject) in {user.id for user in users.everybody(connection)}
