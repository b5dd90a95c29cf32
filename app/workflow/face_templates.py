"""Templates as they are kept: each vector sealed for one person and one network, and opened for a run only."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from app.analysis.matching.gallery import Gallery, make_gallery
from app.domain.errors import BugError, StorageError
from app.domain.people import PersonId
from app.storage.keys import seal, unseal
from app.workflow.workspace import Workspace
from consent_db import biometrics

Vectors = NDArray[np.float32]


def seal_vector(workspace: Workspace, person_id: PersonId, network: str, vector: NDArray[np.float32]) -> bytes:
    """A vector as ciphertext that opens for this person and this network only."""
    if workspace.key is None:
        raise BugError("a template needs the workspace's key")
    return seal(workspace.key, _purpose(person_id, network), vector.astype("<f4").tobytes()).encode()


def vectors_by_person(workspace: Workspace, connection: Connection, network: str) -> dict[PersonId, Vectors]:
    """The vectors that may be compared today: consent in force, not expired, made by this network.

    Raises:
        StorageError: one of them was damaged or moved to another person.
    """
    if workspace.key is None:
        raise BugError("a template needs the workspace's key")
    found: dict[PersonId, list[NDArray[np.float32]]] = defaultdict(list)
    for kept in biometrics.comparable(connection, workspace.clock.today(), network):
        try:
            data = unseal(workspace.key, _purpose(kept.person_id, network), kept.sealed.decode("ascii"))
            found[kept.person_id].append(np.frombuffer(data, "<f4").astype(np.float32))
        except (StorageError, ValueError) as error:
            raise StorageError(
                "The features of a face that are kept were damaged, so no faces are compared.",
                remedy="Name the faces by hand, and ask the data manager to enrol anew.",
                code="template-damaged",
            ) from error
    return {person: np.stack(vectors) for person, vectors in found.items()}


def gallery_of(workspace: Workspace, connection: Connection, network: str) -> Gallery:
    """Everybody a face may be compared with today."""
    return make_gallery(vectors_by_person(workspace, connection, network))


def _purpose(person_id: PersonId, network: str) -> str:
    return f"face-template/1/{person_id}/{network}"
