"""The table of the rules a school chose: each pack as the file said it, with the policy version it became."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from consent_db.columns import Instant, identity, reference
from consent_db.schema import metadata

policy_pack = Table(
    "policy_pack",
    metadata,
    *identity(),
    *reference("policy_version_id", "policy_version.id"),
    Column("name", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("minute", Text, nullable=False, default=""),
    Column("chosen_at", Instant, nullable=False),
    Column("chosen_by", String(64), nullable=False),
)
"""`minute` is where the governors' approval is written down. A pack is in force when its policy version is."""
