"""A taught mark is kept encrypted, looked for in every analysis from then on, taught again and removed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.analysis.marks.model import read_mark
from app.analysis.marks.school_name import OWN_NAME
from app.analysis.worker import EngineProcess
from app.domain.detection import RegionKind, TextFinding
from app.domain.errors import NotAllowedError, PhotoUnreadableError, RegisterError
from app.domain.people import Role
from app.domain.post import PostPicture
from app.domain.treatment import Reason
from app.workflow.analyse_photos import analyse_photos
from app.workflow.approve import approval_view
from app.workflow.decide import decide_photo
from app.workflow.mark_looks import look_through_again, photos_not_looked_at
from app.workflow.posts import create_post
from app.workflow.teach_mark import (
    KnownMark,
    MarkKind,
    Teaching,
    known_marks,
    mark_pictures,
    marks_to_look_for,
    remove_mark,
    school_words,
    settle_school_words,
    teach_again,
    teach_mark,
)
from app.workflow.workspace import Tools
from consent_db import audit, regions, vault_objects
from tests.flow.importing import PlainDecoder
from tests.flow.posting import PlannedEngines, with_engines
from tests.schools import WEBSITE, School, reopen
from tests.taught import ENOUGH, LITTLE, NAME, crest_picture, imported, scene


def teach(school: School, role: Role = Role.CONTRIBUTOR, name: str = NAME, **words: object) -> KnownMark:
    arguments = {"kind": MarkKind.OWN, "pictures": [crest_picture()], "effort": LITTLE} | words
    steps = list(teach_mark(school.workspace, school.actor(role), name=name, **arguments))  # type: ignore[arg-type]
    mark = steps[-1].mark
    assert mark is not None
    return mark


def records(school: School) -> list[str]:
    with school.workspace.database.read() as connection:
        assert audit.verify(connection).ok
        return [event.action for event in reversed(audit.latest(connection))]


def test_a_taught_crest_is_looked_for_in_photos_and_covered_and_forgotten_again(school: School, tmp_path: Path) -> None:
    taught = teach(school, effort=ENOUGH)
    assert (taught.name, taught.kind, taught.version, taught.pictures) == (NAME, MarkKind.OWN, 1, 1)
    assert set(taught.recall) == {32, 48, 96}
    assert known_marks(school.workspace) == (taught,)

    shown = scene()
    photo_id = imported(school, tmp_path / "phone", shown.image)
    with EngineProcess() as engines:
        seeing = replace(school, workspace=replace(school.workspace, tools=Tools(PlainDecoder(), engines)))
        office = school.actor(Role.CONTRIBUTOR)
        [outcome] = analyse_photos(seeing.workspace, office, [photo_id], only=frozenset({"marks"}))
    assert (outcome.problem, outcome.marks >= 1) == (None, True)
    with school.workspace.database.read() as connection:
        found = [r for r in regions.of_photo(connection, photo_id) if r.kind is RegionKind.MARK]
    assert any(r.text == NAME and r.box.iou(shown.box) >= 0.4 for r in found)

    again = teach(school, Role.HEAD, name="hollybank  CREST", kind=MarkKind.OWN, pictures=[crest_picture()] * 2)
    assert (again.version, again.pictures) == (2, 2)
    assert known_marks(school.workspace) == (again,)
    with school.workspace.database.read() as connection:
        kept = {row.name for row in vault_objects.everything(connection)}
    [(name, learned)] = marks_to_look_for(school.workspace).learned
    assert name == "hollybank CREST"
    assert read_mark(learned).recall == pytest.approx(dict(again.recall), abs=1e-3)

    remove_mark(school.workspace, school.actor(Role.HEAD), NAME)
    assert known_marks(school.workspace) == ()
    assert marks_to_look_for(school.workspace).learned == ()
    with school.workspace.database.read() as connection:
        left = {row.name for row in vault_objects.everything(connection)}
    assert len(kept - left) == 2  # what was learned, and the one picture that was given twice
    assert [k for k in records(school) if k.startswith("mark-")] == ["mark-taught", "mark-taught", "mark-removed"]


def test_a_mark_is_learned_anew_from_the_pictures_kept_of_it(school: School) -> None:
    first = teach(school, pictures=[crest_picture(), crest_picture(ink=0)])
    office, head = school.actor(Role.CONTRIBUTOR), school.actor(Role.HEAD)
    kept = mark_pictures(school.workspace, office, NAME)
    assert [picture.shape[2] for picture in kept] == [3, 3]
    with pytest.raises(NotAllowedError):
        teach_again(school.workspace, office, NAME)
    again = list(teach_again(school.workspace, head, NAME.upper(), effort=LITTLE))[-1].mark
    assert again is not None
    assert (again.name, again.kind, again.version, again.pictures) == (NAME, first.kind, 2, 2)
    assert [p.tolist() for p in mark_pictures(school.workspace, office, NAME)] != []
    with pytest.raises(RegisterError, match="No mark"):
        teach_again(school.workspace, head, "Elm crest")


def test_photos_analysed_before_a_mark_was_taught_warn_the_approver_until_they_are_looked_through(
    school: School, tmp_path: Path
) -> None:
    photo_id = imported(school, tmp_path / "phone", scene().image)
    office = school.actor(Role.CONTRIBUTOR)
    list(analyse_photos(with_engines(school.workspace, PlannedEngines(planned=())), office, [photo_id]))
    assert photos_not_looked_at(school.workspace) == ()
    teach(school)
    assert photos_not_looked_at(school.workspace) == (photo_id,)
    picture = PostPicture(photo_id, "A crest")
    post = create_post(school.workspace, office, title="Crest", pictures=(picture,), platforms=())
    [warning] = [f for f in approval_view(school.workspace, office, post.id).findings if "mark" in f.code]
    assert (warning.blocks, warning.photo_id) == (False, photo_id)
    with EngineProcess() as engines:
        seeing = replace(school.workspace, tools=Tools(PlainDecoder(), engines))
        assert [outcome.problem for outcome in look_through_again(seeing, office)] == [None]
    assert photos_not_looked_at(school.workspace) == ()
    assert [f for f in approval_view(school.workspace, office, post.id).findings if "mark" in f.code] == []


def test_giving_up_half_way_keeps_nothing(school: School) -> None:
    steps = teach_mark(
        school.workspace, school.actor(Role.CONTRIBUTOR), name=NAME, kind=MarkKind.OWN, pictures=[crest_picture()],
        effort=LITTLE,
    )  # fmt: skip
    first = next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert isinstance(first, Teaching)
    assert known_marks(school.workspace) == ()
    assert "mark-taught" not in records(school)


@pytest.mark.parametrize("role", [Role.GOVERNOR, Role.EXTERNAL, Role.IT, Role.BUSINESS_MANAGER])
def test_who_does_not_review_photos_teaches_nothing(school: School, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        teach(school, role)


@pytest.mark.parametrize(("name", "pictures"), [("", 1), (OWN_NAME, 1), ("x" * 81, 1), (NAME, 0), (NAME, 6)])
def test_a_mark_without_a_name_or_pictures_is_refused(school: School, name: str, pictures: int) -> None:
    with pytest.raises(RegisterError):
        teach(school, name=name, pictures=[crest_picture()] * pictures)


def test_a_file_that_is_no_picture_is_refused(school: School) -> None:
    with pytest.raises(PhotoUnreadableError):
        teach(school, pictures=[b"not a picture"])


def test_only_the_head_removes_marks_or_settles_words(school: School) -> None:
    with pytest.raises(NotAllowedError):
        remove_mark(school.workspace, school.actor(Role.CONTRIBUTOR), NAME)
    with pytest.raises(NotAllowedError):
        settle_school_words(school.workspace, school.actor(Role.DEPUTY), ["HPS"])
    with pytest.raises(RegisterError, match="No mark"):
        remove_mark(school.workspace, school.actor(Role.HEAD), NAME)


def line(words: str, top: int) -> TextFinding:
    return TextFinding(((10, top), (200, top), (200, top + 20), (10, top + 20)), words, 0.9)


def test_the_schools_name_in_a_photo_is_a_mark_that_is_not_shown_without_permission(
    school: School, tmp_path: Path
) -> None:
    settle_school_words(school.workspace, school.actor(Role.HEAD), ["HPS", " HPS ", "Brook Valley"])
    assert school_words(reopen_quietly(school)) == ("HPS", "Brook Valley")
    lines = (line("Ho11ybank Primary", 10), line("HPS Choir", 60), line("Exit", 110))
    photo_id = imported(school, tmp_path / "phone", np.full((300, 600, 3), 120, np.uint8))
    workspace = with_engines(school.workspace, PlannedEngines(lines=lines))
    [outcome] = analyse_photos(workspace, school.actor(Role.CONTRIBUTOR), [photo_id])
    assert outcome.marks == 2
    decision = decide_photo(workspace, photo_id, WEBSITE)
    assert sum(d.reason is Reason.MARK_WITHOUT_PERMISSION for d in decision.regions) == 2


def reopen_quietly(school: School):  # type: ignore[no-untyped-def]
    return reopen(school.workspace.folder)


@pytest.mark.parametrize("words", [["a"], ["x" * 61], [f"word {n}" for n in range(13)]])
def test_words_too_short_too_long_or_too_many_are_refused(school: School, words: list[str]) -> None:
    with pytest.raises(RegisterError):
        settle_school_words(school.workspace, school.actor(Role.HEAD), words)
