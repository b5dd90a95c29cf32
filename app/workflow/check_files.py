"""What a platform would show of a file, whether or not it was imported; nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.analysis.merging import merge_regions
from app.analysis.names import judge_texts
from app.decision.words import holds_as_no
from app.domain.consent import PlatformId
from app.domain.detection import PhotoFacts
from app.domain.people import Action, Actor
from app.domain.photo import PhotoId, digest_of
from app.domain.treatment import Decision
from app.workflow.post_material import facts_of, judging
from app.workflow.quick_look import read_file
from app.workflow.teach_mark import marks_to_look_for
from app.workflow.workspace import Workspace
from consent_db import people, photos, platforms, regions

_NOT_IMPORTED = PhotoId("not-imported")


def check_file(
    workspace: Workspace, actor: Actor, path: Path, platform_ids: Sequence[PlatformId]
) -> tuple[Decision, ...]:
    """Decide one file for each platform, by the register as it stands.

    A photo that was imported is known by its content, with the names people gave its faces. Any other is looked at
    now, and since nobody named anybody in it every face is covered. Whoever may not place holds reads one as a no.

    Raises:
        NotAllowedError: this person sees neither photos nor the register.
        PhotoUnreadableError, EngineUnavailableError, RegisterError: it cannot be judged.
    """
    if not actor.may(Action.REVIEW):
        actor.require(Action.SEE_REGISTER)
    data = read_file(path)
    with workspace.database.read() as connection:
        places = [platforms.get(connection, platform_id) for platform_id in platform_ids]
        known = photos.by_sha256(connection, digest_of(data))
        facts = None if known is None else facts_of(connection, known.id)
    facts = facts or _look(workspace, data)
    with workspace.database.read() as connection:
        decisions = tuple(judging(workspace, connection).decide(facts, place) for place in places)
    if actor.may(Action.PLACE_HOLD):
        return decisions
    return tuple(holds_as_no(decision, workspace.pack) for decision in decisions)


def _look(workspace: Workspace, data: bytes) -> PhotoFacts:
    decoded = workspace.decoder.decode(data)
    findings = marks_to_look_for(workspace).analyse(workspace, decoded.pixels)
    with workspace.database.read() as connection:
        judged = judge_texts(findings.texts, people.everybody(connection))
    changes = merge_regions(_NOT_IMPORTED, (), findings, judged, fresh_id=regions.fresh_id)
    return PhotoFacts(_NOT_IMPORTED, findings.width, findings.height, changes.new, is_analysed=True)
