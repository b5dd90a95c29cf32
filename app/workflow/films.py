"""Films that came with the photos: kept, never shown or posted; a picture out of one is a photo like any other."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, Actor
from app.domain.photo import MAX_IN_MEMORY_BYTES, Photo, PhotoId, PhotoKind, PhotoState
from app.workflow import gates
from app.workflow.workspace import Workspace
from consent_db import audit, devices, photos, sources, users

_CHECK_EDGE_PX = 64
_FILMS = (PhotoKind.FILM, PhotoKind.LIVE)
_EVERY = 1_000_000


def listed(workspace: Workspace, actor: Actor) -> tuple[Photo, ...]:
    """Every film, and the moving half of every live photo, the newest first.

    Raises:
        NotAllowedError: this person does not name faces.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        found = [photo for kind in _FILMS for photo in photos.of_kind(connection, kind, limit=_EVERY)]
    return tuple(sorted(found, key=lambda photo: -photo.number))


def ids(workspace: Workspace, actor: Actor) -> tuple[PhotoId, ...]:
    """Which films `listed` lists; `by_ids` says what they are.

    Raises:
        NotAllowedError: this person does not name faces.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        return photos.ids_of_kinds(connection, _FILMS)


def by_ids(workspace: Workspace, actor: Actor, film_ids: Collection[PhotoId]) -> dict[PhotoId, Photo]:
    """These films by id.

    Raises:
        NotAllowedError: this person does not name faces.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        return photos.by_ids(connection, film_ids)


def take_still(workspace: Workspace, actor: Actor, film_id: PhotoId, *, at_s: float) -> Photo:
    """Take the picture so many seconds into a film; it is looked through, named and judged like every photo.

    Raises:
        NotAllowedError: this person does not import, or the film is set aside.
        RegisterError: it is no film, it is too long, or its device still holds originals it should not.
        PhotoUnreadableError: it cannot be played.
        StorageError: the vault's copy is damaged, or the still cannot be stored.
    """
    actor.require(Action.IMPORT)
    with workspace.database.read() as connection:
        gates.require_acknowledged(workspace, connection, actor)
        film = _film(connection, film_id, workspace)
        if film.bytes > MAX_IN_MEMORY_BYTES:
            raise RegisterError(
                f"Film {film.number} is too long for a still to be taken out of it here.",
                remedy="Take the still on the phone or camera before its film leaves it, or cut the film there.",
                code="too-long",
            )
        key = photos.wrapped_key(connection, film.vault_name)
    data = workspace.decoder.still(workspace.vault.read(film.vault_name, key), at_s)
    decoded = workspace.decoder.decode(data, max_edge_px=_CHECK_EDGE_PX)
    stored = workspace.vault.put(data, workspace.fault)
    workspace.vault.read_back(stored.name, stored.wrapped_key, stored.sha256, workspace.fault)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        film = _film(connection, film_id, workspace)
        known = photos.by_sha256(connection, stored.sha256)
        if known is not None:
            _carry_refusals(connection, film, known.id, by=actor.user_id)
            return known
        sources.add_vault_object(
            connection, name=stored.name, wrapped_key=stored.wrapped_key, sha256=stored.sha256, size=stored.bytes
        )
        still = sources.add_photo(
            connection,
            sha256=stored.sha256,
            vault_name=stored.name,
            state=PhotoState.IMPORTED,
            width=decoded.width,
            height=decoded.height,
            format=decoded.format,
            size=stored.bytes,
            event=film.event,
        )
        _carry_refusals(connection, film, still.id, by=actor.user_id)
        details = {"milliseconds": round(1000 * at_s)}
        audit.append(connection, actor.user_id, "still-taken", subjects=[still.id, film.id], details=details)
    return still


def _carry_refusals(connection: Connection, film: Photo, still_id: PhotoId, *, by: str) -> None:
    """Whoever asked not to appear in a film, or in the photo it belongs to, asked that of its stills too."""
    for source in {film.id, film.goes_with or film.id}:
        for person_id in sorted(photos.refused(connection, source)):
            photos.refuse_appearance(connection, still_id, person_id, by=by)


def _film(connection: Connection, film_id: PhotoId, workspace: Workspace) -> Photo:
    film = photos.get(connection, film_id)
    if film.kind not in _FILMS:
        raise RegisterError(f"File {film.number} is no film.", code="no-film")
    if film.state is PhotoState.QUARANTINED:
        raise NotAllowedError(
            f"Film {film.number} is set aside until the Headteacher decides about it.",
            remedy="Ask the Headteacher to look at it on the Devices page.",
            code="quarantined",
        )
    if devices.holding_up(connection, [film_id], workspace.clock.today()):
        raise RegisterError(
            f"The device film {film.number} came from still holds originals.",
            remedy="Finish the removal on the Devices page first.",
            code="removal-outstanding",
        )
    return film
