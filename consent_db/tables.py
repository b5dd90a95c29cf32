"""Every table of the register in one place, and which of them keep what was recorded as it was recorded."""

from __future__ import annotations

from consent_db import (  # noqa: F401  their tables join the metadata
    schema_cases,
    schema_consent,
    schema_devices,
    schema_imports,
    schema_packs,
    schema_photos,
    schema_posts,
    schema_records,
)
from consent_db.schema import metadata

__all__ = ["ERASABLE_BY", "INSERT_ONLY", "NEVER_TAKEN_OUT", "REWORDED", "metadata"]

NEVER_TAKEN_OUT = ("audit_event", "tombstone")
"""Tables whose rows can be neither changed nor taken out, ever."""

ERASABLE_BY = {
    "consent_event": "person_id",
    "hold_event": "person_id",
    "biometric_event": "person_id",
    "verdict_event": "photo_id",
}
"""Tables whose rows are never changed, and taken out only once a tombstone stands for what this column names."""

REWORDED = {
    "consent_event": ("relationship", "evidence"),
    "biometric_event": ("evidence", "reason"),
}
"""Words in events that may be put otherwise once a tombstone stands for the event; what was answered never is."""

INSERT_ONLY = (*NEVER_TAKEN_OUT, *ERASABLE_BY)
"""Tables whose rows triggers protect."""
