"""The first register: every table, and the triggers that keep what was recorded as it was recorded."""

from __future__ import annotations

from alembic import op

from consent_db import schema_photos, schema_posts  # noqa: F401  their tables join the metadata
from consent_db.schema import INSERT_ONLY, metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables and triggers."""
    connection = op.get_bind()
    metadata.create_all(connection, checkfirst=False)
    for table in INSERT_ONLY:
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
            )
