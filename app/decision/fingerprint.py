"""Tell whether a decision would still give the same picture, without keeping what it rests on."""

from __future__ import annotations

import hashlib

import rfc8785

from app.domain.photo import Digest
from app.domain.treatment import Decision, RegionDecision, Treatment


def fingerprint(decision: Decision) -> Digest:
    """A digest of what is shown and covered where, and of who is shown.

    Whom a visible face belongs to counts, since the Headteacher said yes to that child; a face somebody calls none is
    nobody's. Reasons and records are left out on purpose: an import that writes the same answers again changes no
    picture, so an approval given on it stands.
    """
    regions = sorted(
        (
            [r.region_id, r.kind.value, r.treatment.value, _shown(r), r.box.to_list(), r.cover_box.to_list()]
            for r in decision.regions
        ),
        key=lambda r: str(r[0]),
    )
    body = {
        "photo": decision.photo_id,
        "platform": decision.platform_id,
        "outcome": decision.outcome.value,
        "regions": regions,
    }
    return Digest(hashlib.sha256(b"clearpost/decision/2" + rfc8785.dumps(body)).hexdigest())


def _shown(region: RegionDecision) -> str:
    return (region.person_id or "") if region.treatment is Treatment.KEEP else ""
