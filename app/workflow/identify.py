"""Suggestions for who is in a photo: inside the school's gates, for a person to look at, and kept nowhere.

A face reaches the network only when the school compares faces, every step before that is written down, and one of two
gates is open. Either somebody ticked this very face. Or the photos are of an event whose list is set, everybody on it
may be compared, and somebody confirms that nobody else is in shot. Faces that somebody spoke about, or wants covered,
never get there. The vectors of a photo live in memory until its suggestions are made. Nothing is named by the program:
a face without a name stays an unknown face.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.analysis.matching.gallery import Gallery
from app.analysis.matching.ranking import Ranked, rank
from app.analysis.matching.thresholds import UNMEASURED, Measurement
from app.domain.biometrics import ALTERNATIVE
from app.domain.detection import Region, RegionId, Verdict
from app.domain.errors import KnownError, NotAllowedError
from app.domain.matching import Candidate, FaceSuggestion, Likeness, PhotoSuggestions, may_be_compared
from app.domain.people import Action, Actor, PersonId
from app.domain.photo import Photo, PhotoId
from app.workflow import look_alikes
from app.workflow.face_templates import gallery_of
from app.workflow.look_alikes import LookAlikes
from app.workflow.workspace import Workspace
from consent_db import audit, biometrics, photos, regions, users

MOST_CANDIDATES = 5
"""How many people are suggested for a face at most."""


@dataclass(frozen=True, slots=True)
class _Look:
    """One photo as the gates let it through: the faces that may be compared, and with whom."""

    photo: Photo
    wrapped_key: bytes
    faces: tuple[Region, ...]
    gallery: Gallery
    measured: Measurement | None


def compares(workspace: Workspace, actor: Actor) -> bool:
    """Whether the school compares faces today; while it does not, nothing is offered and nothing is asked."""
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        return biometrics.matching(connection).compares(workspace.clock.today())


def may_still_be_suggested(workspace: Workspace, actor: Actor) -> frozenset[PersonId]:
    """Whom a face may be compared with at this moment: suggestions of others, made before, are shown no more."""
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        return biometrics.gallery(connection, workspace.clock.today())


def suggest_for_ticked(
    workspace: Workspace, actor: Actor, photo_id: PhotoId, ticked: Collection[RegionId]
) -> PhotoSuggestions:
    """Candidates for the faces that somebody ticked; no other face of the photo is touched.

    Raises:
        NotAllowedError: faces may not be compared, nobody ticked a face, or a ticked face may not be compared.
        EngineUnavailableError, StorageError, PhotoUnreadableError: the photo could not be compared.
    """
    actor.require(Action.REVIEW)
    with workspace.database.transaction() as connection:
        _require_comparing(workspace, connection, actor)
        photo = photos.get(connection, photo_id)
        faces = {region.id: region for region in regions.of_photo(connection, photo_id)}
        chosen = tuple(faces[region_id] for region_id in faces if region_id in set(ticked))
        if not chosen or len(chosen) < len(set(ticked)) or not all(may_be_compared(face) for face in chosen):
            raise NotAllowedError(
                "Only unnamed faces of this photo that nobody wants covered can be compared.",
                remedy="Tick such faces; name the others by hand.",
                code="not-ticked",
            )
        facts = workspace.comparer.facts()
        gallery = gallery_of(workspace, connection, facts.name)
        roster = photos.roster(connection, photo.event)
        narrowed = gallery.narrowed(roster) if roster else gallery
        look = _look(connection, photo, chosen, narrowed, facts.measurement)
        _record(connection, actor, look, gate="ticked")
        alike = look_alikes.known(connection)
    return _suggest(workspace, look, alike)


def suggest_for_event(
    workspace: Workspace, actor: Actor, event: str, *, nobody_else_in_shot: bool
) -> Iterator[PhotoSuggestions]:
    """Candidates for every unnamed face in the photos of an event; one outcome a photo, a bad one with its problem.

    Raises:
        NotAllowedError: faces may not be compared; the event has no list; somebody on it may not be compared; or
            nobody confirmed that no others are in shot.
    """
    actor.require(Action.REVIEW)
    with workspace.database.read() as connection:
        _require_closed_set(workspace, connection, actor, event, nobody_else_in_shot)
        ids = [photo.id for photo in reversed(photos.latest(connection, event=event, limit=100_000))]
    return _suggest_all(workspace, actor, event, ids)


def _suggest_all(workspace: Workspace, actor: Actor, event: str, ids: Sequence[PhotoId]) -> Iterator[PhotoSuggestions]:
    for photo_id in ids:
        try:
            with workspace.database.transaction() as connection:
                # Anew for every photo: an objection of this minute ends the run.
                gallery, measured = _require_closed_set(workspace, connection, actor, event, True)
                photo = photos.get(connection, photo_id)
                faces = tuple(face for face in regions.of_photo(connection, photo_id) if may_be_compared(face))
                look = _look(connection, photo, faces, gallery, measured)
                if faces:
                    _record(connection, actor, look, gate="event")
                alike = look_alikes.known(connection)
            yield _suggest(workspace, look, alike) if faces else PhotoSuggestions(photo_id)
        except NotAllowedError:
            raise
        except KnownError as problem:
            yield PhotoSuggestions(photo_id, problem=problem)


def _require_comparing(workspace: Workspace, connection: Connection, actor: Actor) -> None:
    today = workspace.clock.today()
    users.require_current(connection, actor, today)
    if not biometrics.matching(connection).compares(today):
        raise NotAllowedError("The school compares no faces.", remedy=ALTERNATIVE, code="matching-off")


def _require_closed_set(
    workspace: Workspace, connection: Connection, actor: Actor, event: str, nobody_else_in_shot: bool
) -> tuple[Gallery, Measurement | None]:
    """The gallery of exactly those on the event's list, once all of the gate holds."""
    _require_comparing(workspace, connection, actor)
    roster = set(photos.roster(connection, event))
    if not roster:
        raise _closed("Nobody said who may be in these photos.", "Set the event’s list, or tick single faces.")
    facts = workspace.comparer.facts()
    gallery = gallery_of(workspace, connection, facts.name).narrowed(roster)
    left_out = len(roster - set(gallery.people))
    if left_out:
        who = "1 person" if left_out == 1 else f"{left_out} people"
        raise _closed(f"Of {who} on the event’s list no face may be compared.", "Tick single faces, or name by hand.")
    if not nobody_else_in_shot:
        raise _closed("Somebody has to confirm that nobody else is in shot.", "Tick single faces if others may be.")
    return gallery, facts.measurement


def _look(
    connection: Connection, photo: Photo, faces: tuple[Region, ...], gallery: Gallery, measured: Measurement | None
) -> _Look:
    """Whoever is named in the photo already is not looked for a second time."""
    named = {r.person_id for r in regions.of_photo(connection, photo.id) if r.verdict is Verdict.NAMED}
    others = gallery.narrowed([person for person in gallery.people if person not in named])
    return _Look(photo, photos.wrapped_key(connection, photo.vault_name), faces, others, measured)


def _record(connection: Connection, actor: Actor, look: _Look, *, gate: str) -> None:
    """Before anything is computed; numbers only."""
    details: dict[str, str | int] = {"gate": gate, "faces": len(look.faces), "gallery": len(look.gallery)}
    audit.append(connection, actor.user_id, "faces-compared", subjects=[look.photo.id], details=details)


def _suggest(workspace: Workspace, look: _Look, alike: LookAlikes) -> PhotoSuggestions:
    if not len(look.gallery):
        return PhotoSuggestions(look.photo.id, tuple(FaceSuggestion(face.id, ()) for face in look.faces))
    image = workspace.decoder.decode(workspace.vault.read(look.photo.vault_name, look.wrapped_key)).pixels
    probes = workspace.comparer.vectors(image, [face.box for face in look.faces])
    levels = UNMEASURED
    if look.measured is not None:
        levels = look.measured.levels(len(look.gallery), max(look.gallery.photos))
    ranked = rank(look.gallery, probes, levels)
    with workspace.database.read() as connection:  # somebody may have objected meanwhile
        allowed = biometrics.gallery(connection, workspace.clock.today())
    return PhotoSuggestions(
        look.photo.id,
        tuple(
            FaceSuggestion(face.id, _candidates(candidates, allowed, alike))
            for face, candidates in zip(look.faces, ranked, strict=True)
        ),
    )


def _candidates(ranked: Sequence[Ranked], allowed: Collection[PersonId], alike: LookAlikes) -> tuple[Candidate, ...]:
    kept = [r for r in ranked if r.person_id in allowed]
    shown = max(MOST_CANDIDATES, sum(r.likeness is not Likeness.UNLIKELY for r in kept))
    return tuple(Candidate(r.person_id, r.score, r.likeness, alike.get(r.person_id, ())) for r in kept[:shown])


def _closed(words: str, remedy: str) -> NotAllowedError:
    return NotAllowedError(words, remedy=remedy, code="no-closed-set")
