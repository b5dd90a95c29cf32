"""Tables of posts: words and pictures, renditions, approvals, releases, and the tasks that follow."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text, UniqueConstraint, text

from app.domain.post import MessageKind, PostState, ReleaseState, TaskKind
from consent_db.columns import Instant, enum_column, identity, one_of, reference, school_column
from consent_db.schema import metadata

post = Table(
    "post",
    metadata,
    *identity(),
    Column("title", String(200), nullable=False),
    enum_column("state", PostState),
    *reference("author", "app_user.id"),
    Column("category", String(32)),
    Column("event", String(200), nullable=False, default=""),
    Column("enquiry", Text, nullable=False, default=""),
    Column("is_urgent", Boolean, nullable=False, default=False),
    Column("note", Text, nullable=False, default=""),
    Column("created_at", Instant, nullable=False),
    Column("version", Integer, nullable=False, default=1),
    one_of("state", PostState),
)

post_picture = Table(
    "post_picture",
    metadata,
    school_column(),
    *reference("post_id", "post.id"),
    Column("position", Integer, nullable=False),
    *reference("photo_id", "photo.id"),
    Column("alt_text", Text, nullable=False, default=""),
    Column("rights", String(32)),
    Column("attribution", Text, nullable=False, default=""),
    Column("suitability", String(32)),
    Column("crops", JSON),
    *reference("licence", "permission.id", required=False),
    UniqueConstraint("post_id", "position", "school_id"),
    UniqueConstraint("post_id", "photo_id", "school_id"),
)

post_platform = Table(
    "post_platform",
    metadata,
    school_column(),
    *reference("post_id", "post.id"),
    Column("position", Integer, nullable=False),
    *reference("platform_id", "platform.id"),
    Column("caption", Text, nullable=False, default=""),
    UniqueConstraint("post_id", "platform_id", "school_id"),
)

finding_reason = Table(
    "finding_reason",
    metadata,
    *identity(),
    *reference("post_id", "post.id"),
    Column("key", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    *reference("given_by", "app_user.id"),
    Column("given_at", Instant, nullable=False),
    UniqueConstraint("post_id", "key", "school_id"),
)

post_confirmation = Table(
    "post_confirmation",
    metadata,
    *identity(),
    *reference("post_id", "post.id"),
    Column("points", JSON, nullable=False),
    *reference("confirmed_by", "app_user.id"),
    Column("confirmed_at", Instant, nullable=False),
)
"""What the author said yes to each time a post was handed over."""

post_message = Table(
    "post_message",
    metadata,
    *identity(),
    *reference("post_id", "post.id"),
    enum_column("kind", MessageKind),
    Column("words", Text, nullable=False),
    *reference("said_by", "app_user.id"),
    *reference("asked", "app_user.id", required=False),
    Column("said_at", Instant, nullable=False),
    one_of("kind", MessageKind),
)

rendition = Table(
    "rendition",
    metadata,
    *identity(),
    *reference("post_id", "post.id"),
    *reference("photo_id", "photo.id"),
    *reference("platform_id", "platform.id"),
    Column("sha256", String(64), nullable=False),
    *reference("vault_name", "vault_object.name"),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("crop", JSON),
    Column("covered", JSON, nullable=False),
    Column("shown", JSON, nullable=False),
    Column("recipe", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("readable", Text, nullable=False, default=""),
    Column("made_at", Instant, nullable=False),
    Column("is_current", Boolean, nullable=False, default=True),
    Index(
        "ix_rendition_current",
        "school_id",
        "post_id",
        "photo_id",
        "platform_id",
        unique=True,
        sqlite_where=text("is_current"),
        postgresql_where=text("is_current"),
    ),
)

approval = Table(
    "approval",
    metadata,
    *identity(),
    *reference("post_id", "post.id"),
    Column("digest", String(64), nullable=False),
    *reference("approver", "app_user.id"),
    Column("approved_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("voided_because", Text, nullable=False, default=""),
    Column("is_fitting", Boolean, nullable=False, default=False),
    Column("is_urgent", Boolean, nullable=False, default=False),
    Column("reviewed_at", Instant),
    Column("reviewed_by", String(64)),
    Column("review_note", Text, nullable=False, default=""),
)

release = Table(
    "release",
    metadata,
    *identity(),
    *reference("post_id", "post.id"),
    *reference("platform_id", "platform.id"),
    enum_column("state", ReleaseState),
    *reference("approval_id", "approval.id"),
    Column("exported_at", Instant, nullable=False),
    *reference("exported_by", "app_user.id"),
    Column("folder", Text, nullable=False),
    Column("live_url", Text, nullable=False, default=""),
    Column("proof", Text, nullable=False, default=""),
    *reference("gone_file", "vault_object.name", required=False),
    Column("pc", String(64), nullable=False, default=""),
    Column("pack_erased_at", Instant),
    Column("pictures", JSON),
    Column("compared_at", Instant),
    Column("comparison", Text, nullable=False, default=""),
    Column("looked_at", Instant),
    Column("looked_by", String(64)),
    one_of("state", ReleaseState),
)

release_words = Table(
    "release_words",
    metadata,
    *identity(),
    *reference("release_id", "release.id"),
    Column("position", Integer, nullable=False),
    Column("words", Text, nullable=False),
)

task = Table(
    "task",
    metadata,
    *identity(),
    enum_column("kind", TaskKind),
    Column("words", Text, nullable=False),
    *reference("release_id", "release.id", required=False),
    *reference("person_id", "person.id", required=False),
    Column("raised_at", Instant, nullable=False),
    Column("due_at", Instant),
    Column("done_at", Instant),
    Column("done_by", String(64)),
    Column("proof", Text, nullable=False, default=""),
    one_of("kind", TaskKind),
)
