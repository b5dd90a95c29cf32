"""The way of one post through the workflows, for tests and the tour that need it to have happened already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.detection import Presence, RegionKind
from app.domain.photo import PhotoId
from app.domain.post import PostAbout, PostCategory, PostId, PostPlatform, RightsSource
from app.domain.submission import Confirmed
from app.workflow import approve as approving
from app.workflow import posts as writing
from app.workflow import publish as publishing
from app.workflow import review
from app.workflow.decide import reverse_check
from app.workflow.workspace import Workspace
from consent_db import photos as photo_rows
from tests.gui import school

NAMED = ("Amara", "Ben", "Caitlin", school.LONG_NAME[0], "Ella")


def photo_ids(workspace: Workspace) -> list[PhotoId]:
    """Every photo, in the order of their numbers."""
    with workspace.database.read() as connection:
        return [p.id for p in reversed(photo_rows.latest(connection))]


def name_faces(workspace: Workspace, photo_id: PhotoId | None = None) -> PhotoId:
    """Name all faces but the last of a photo, and answer the reverse check for whoever is left."""
    office = school.actor(workspace, "office")
    photo_id = photo_id or photo_ids(workspace)[0]
    facts = review.photo_view(workspace, office, photo_id).facts
    faces = sorted(
        (r for r in facts.regions if r.kind is RegionKind.FACE), key=lambda r: (r.box.top // 300, r.box.left)
    )
    for region, forename in zip(faces, NAMED, strict=False):
        review.name_region(workspace, office, region.id, school.person_id(workspace, forename))
    for platform_id in (school.FACEBOOK, school.WEBSITE):
        for person in reverse_check(workspace, photo_id, platform_id):
            review.answer_presence(workspace, office, photo_id, person.id, Presence.NOT_IN_PICTURE)
    return photo_id


def write_post(workspace: Workspace, photo_id: PhotoId | None = None) -> PostId:
    """A post with words for two platforms, its pictures made."""
    office = school.actor(workspace, "office")
    photo_id = photo_id or photo_ids(workspace)[0]
    post = writing.create_post(workspace, office, title="Sports day on the field", photo_ids=(photo_id,))
    pictures = tuple(
        replace(p, alt_text="Children in two rows before a plain wall.", rights=RightsSource.STAFF)
        for p in post.pictures
    )
    platforms = (
        PostPlatform(school.FACEBOOK, "What a sunny sports day. Well done, everybody."),
        PostPlatform(school.WEBSITE, "Oak class at sports day."),
    )
    writing.edit_post(
        workspace,
        office,
        post.id,
        title=post.title,
        pictures=pictures,
        platforms=platforms,
        about=PostAbout(PostCategory.CHILDREN),
    )
    for outcome in writing.render_post(workspace, office, post.id):
        if outcome.problem is not None:
            raise outcome.problem
    return post.id


def submit(workspace: Workspace, post_id: PostId) -> None:
    """Hand it to the Headteacher."""
    writing.submit_post(workspace, school.actor(workspace, "office"), post_id, confirmed=Confirmed)


def approve(workspace: Workspace, post_id: PostId) -> None:
    """The Headteacher says yes."""
    approving.approve(workspace, school.actor(workspace, "head"), post_id)


def export(workspace: Workspace, post_id: PostId, folder: Path) -> None:
    """The Deputy Head hands it out for Facebook."""
    folder.mkdir(parents=True, exist_ok=True)
    publishing.export_release(workspace, school.actor(workspace, "deputy"), post_id, school.FACEBOOK, folder)
