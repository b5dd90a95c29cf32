"""A request or an incident that comes in while a pack is being written: the pack goes, and nothing is ever half out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.cases import CaseKind
from app.domain.errors import NotAllowedError
from app.domain.faults import KillPoint
from app.domain.people import Role
from app.domain.post import PostState
from app.workflow import cases, publish
from consent_db import audit
from tests.flow.posting import Story, nothing_written, post_now, releases_of
from tests.schools import FACEBOOK

POINTS = [KillPoint.BEFORE_PACK, KillPoint.MID_PACK, KillPoint.AFTER_COMMIT, KillPoint.AFTER_PACK]


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


@pytest.mark.parametrize("kind", [CaseKind.OBJECTION, CaseKind.RESTRICTION])
@pytest.mark.parametrize("point", POINTS)
def test_an_objection_or_restriction_during_an_export_removes_the_pack(
    story: Story, out: Path, kind: CaseKind, point: str
) -> None:
    post = story.approved()
    said: list[str] = []

    def fault(at: str) -> None:
        if at == point and not said:
            said.append(at)
            cases.open_case(
                story.workspace, story.school.actor(Role.DPO), kind, "by telephone", asked_by="Mrs A. Okafor",
                person_id=story.school.pupils["Amara"].id, standing="mother, with parental responsibility",
            )  # fmt: skip

    workspace = replace(story.workspace, fault=fault)
    with pytest.raises(NotAllowedError):
        publish.export_release(workspace, story.deputy, post.id, FACEBOOK, out)
    assert said == [point]
    assert nothing_written(out)
    assert post_now(story, post.id).state is PostState.DRAFT
    assert [r for r in releases_of(story, post.id) if r.pack_erased_at is None] == []
    with story.workspace.database.read() as connection:
        assert audit.verify(connection).ok
        assert "export-stopped" in {event.action for event in audit.latest(connection)}
    with pytest.raises(NotAllowedError):
        publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, out)
