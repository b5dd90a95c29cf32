"""The tour's pictures where faces are compared: suggestions in Review, the gate in Rules, faces on a child's sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QScrollArea

from app.analysis.embedding_worker import EmbeddingProcess
from app.domain.people import Role
from app.ui.main_window import MainWindow
from tests import schools
from tests.gui.tour_scenes import Scene
from tests.gui.tour_school import Stop
from tests.gui.waiting import settle, until
from tests.unit.workflow.comparing import enrolled, let_compare, prepared, take

_COMPARING = "comparing"
_ROLES = {"office": Role.CONTRIBUTOR, "head": Role.HEAD, "data": Role.CONSENT_ADMIN}


def make_comparing(folder: Path, ends: ExitStack) -> Stop:
    """A school that compares faces, with two children enrolled and a photo of both."""
    made = schools.make_school(folder / "workspace")
    process = ends.enter_context(EmbeddingProcess(cache_folder=folder / "networks"))
    workspace, _watched = prepared(made, process)
    take(made, workspace, folder / "camera", [("Ben", 4), ("Amara", 1)])
    let_compare(made, "Amara", "Ben")
    for forename in ("Amara", "Ben"):
        enrolled(made, workspace, forename)
    places: dict[str, object] = {"amara": made.pupils["Amara"].id}
    return Stop(workspace, places, lambda user: made.actor(_ROLES[user]))


def scenes() -> Iterator[Scene]:
    """Where comparing is on."""
    yield Scene("review-suggestions", "Review: who could this be", "office", "review", _ask, school=_COMPARING)
    yield Scene(
        "register-faces", "Register: faces to compare with", "data", "register", _to_the_end, "amara", _COMPARING
    )
    yield Scene("school-matching", "School: comparing faces", "head", "school", _to_the_end, "rules", _COMPARING)


def _ask(window: MainWindow, _stop: Stop) -> None:
    page = window.pages["review"]
    until(lambda: page.canvas.has_picture)
    page.ask()
    until(lambda: page.faces_panel.suggestions.list.isVisible())


def _to_the_end(window: MainWindow, _stop: Stop) -> None:
    """What stands below."""
    settle(200)
    for area in window.current.findChildren(QScrollArea):
        if area.isVisible():
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
