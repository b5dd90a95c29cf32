"""Pupil lists and consent lists from the school's system: look first, then write all of it or nothing."""

from __future__ import annotations

from app.workflow.consent_lists import Change, PreviewRow, Turn
from app.workflow.register_import_preview import ImportPreview, preview_consents, preview_pupils
from app.workflow.register_import_writing import apply_import, apply_refusals

__all__ = [
    "Change",
    "ImportPreview",
    "PreviewRow",
    "Turn",
    "apply_import",
    "apply_refusals",
    "preview_consents",
    "preview_pupils",
]
