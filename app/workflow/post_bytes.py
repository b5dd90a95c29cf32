"""The bytes a post would send out, read from the vault, and the digest computed from them and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from app.approval.digest import approval_digest
from app.domain.consent import Platform, PlatformId
from app.domain.errors import StorageError, VerificationError
from app.domain.photo import Digest, digest_of
from app.domain.post import Post, Rendition
from app.workflow.post_material import Pair
from app.workflow.workspace import Workspace
from consent_db import photos, platforms, posts


@dataclass(frozen=True, slots=True)
class PostBytes:
    """Every finished picture of a post as it lies in the vault, and the approval digest of all that goes out."""

    renditions: Mapping[Pair, Rendition]
    data: Mapping[Pair, bytes]
    platforms: Mapping[PlatformId, Platform]
    digest: Digest


def post_bytes(workspace: Workspace, connection: Connection, post: Post) -> PostBytes:
    """Read the pictures of all platforms and compute the approval digest from the bytes that were read.

    Raises:
        VerificationError: a picture is missing, damaged or not the one that was recorded.
    """
    made = {(r.photo_id, r.platform_id): r for r in posts.current_renditions(connection, post.id)}
    places = {w.platform_id: platforms.get(connection, w.platform_id) for w in post.platforms}
    data: dict[Pair, bytes] = {}
    for pair in ((p.photo_id, w) for p in post.pictures for w in places):
        if pair not in made:
            raise VerificationError(
                f"A picture for {places[pair[1]].name} is missing.", remedy="Prepare the pictures.", code="missing"
            )
        data[pair] = _read(workspace, connection, made[pair])
    digest = approval_digest(
        post,
        renditions={pair: digest_of(read) for pair, read in data.items()},
        platforms=places,
        pack=workspace.pack.digest,
    )
    return PostBytes({pair: made[pair] for pair in data}, data, places, digest)


def _read(workspace: Workspace, connection: Connection, rendition: Rendition) -> bytes:
    key = photos.wrapped_key(connection, rendition.vault_name)
    try:
        data = workspace.vault.read(rendition.vault_name, key)
    except StorageError as error:
        raise VerificationError(
            "A finished picture was damaged after it was made.", remedy="Prepare the pictures again.", code=error.code
        ) from error
    if digest_of(data) != rendition.sha256:
        raise VerificationError(
            "A finished picture is not the one that was checked.", remedy="Prepare the pictures again.", code="changed"
        )
    return data
