"""The demonstration's own checks, made on what is on the disk and not on what a workflow said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app.domain.consent import PlatformId
from app.domain.errors import VerificationError
from app.domain.photo import Photo, digest_of
from app.domain.post import PostId
from app.imaging.metadata import unexpected_blocks
from app.redaction.selfcheck import check_rendition
from app.workflow.demo.steps import ExportedPicture
from app.workflow.publish import ExportResult
from app.workflow.workspace import Workspace
from consent_db import photos, posts


def prove_kept(workspace: Workspace, kept: Sequence[Photo]) -> None:
    """Read every original back from the vault's disk.

    Raises:
        VerificationError: one is not what was on the phone.
        StorageError: one cannot be read.
    """
    for photo in kept:
        with workspace.database.read() as connection:
            wrapped_key = photos.wrapped_key(connection, photo.vault_name)
        workspace.vault.read_back(photo.vault_name, wrapped_key, photo.sha256)


def exported_pictures(
    workspace: Workspace, post_id: PostId, platform_id: PlatformId, result: ExportResult
) -> list[ExportedPicture]:
    """The pictures of a pack, found by the digest of their bytes among what was approved.

    Raises:
        VerificationError: a picture in the pack is not one that was approved, or one is missing.
    """
    with workspace.database.read() as connection:
        wanted = {r.sha256: r for r in posts.current_renditions(connection, post_id) if r.platform_id == platform_id}
        numbers = {r.photo_id: photos.get(connection, r.photo_id).number for r in wanted.values()}
    found = []
    for file in sorted(result.folder.rglob("*.jpg")):
        rendition = wanted.pop(digest_of(file.read_bytes()), None)
        if rendition is None:
            raise VerificationError(f"{file.name} in the pack is not a picture that was approved.")
        photo = f"photo {numbers[rendition.photo_id]}"
        found.append(ExportedPicture(photo, platform_id, file, rendition.covered, rendition.shown))
    if wanted:
        raise VerificationError(f"{len(wanted)} approved pictures are missing from the pack.")
    return sorted(found, key=lambda picture: picture.photo)


def prove_packs(workspace: Workspace, pictures: Sequence[ExportedPicture]) -> int:
    """Attack the exported files themselves, and compare the platforms.

    Returns:
        How many photos are covered differently from platform to platform.

    Raises:
        VerificationError: a file holds something nobody put there on purpose, or a face that should be covered.
    """
    covers: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for picture in pictures:
        data = picture.file.read_bytes()
        hidden = unexpected_blocks(data)
        if hidden:
            raise VerificationError(f"{picture.file.name} holds {', '.join(hidden)}.")
        check = check_rendition(
            data,
            covered=picture.covered,
            shown=picture.shown,
            faces=workspace.engines.faces,
            texts=None,
            decoder=workspace.decoder,
        )
        if not check.is_clean:
            raise VerificationError(f"A face can be found in {picture.file.name} that should be covered.")
        covers[picture.photo].add(picture.covered)
    return sum(len(different) > 1 for different in covers.values())
