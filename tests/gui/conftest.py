"""A signed-in window on a real workspace, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workspace
from app.domain.people import Role
from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.main_window import MainWindow
from app.ui.pages import all_pages
from app.ui.theme import install_theme
from app.workflow.workspace import Tools, Workspace
from tests.gui import school, two_pcs
from tests.schools import School

PATIENCE_MS = 60_000
Open = Callable[[str], MainWindow]
OpenRole = Callable[[Role], MainWindow]

LOADED = all_pages.ALL_PAGES
"""Loaded beforehand, so that no test waits while the program loads its pages behind the sign-in page."""


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    return QApplication


class PatientBot(QtBot):
    """Waits for longer than any busy machine takes; what never comes fails all the same, only later."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
            setattr(self, name, _patient(getattr(self, name)))


def _patient(wait: Callable[..., Any]) -> Callable[..., Any]:
    def wait_long(*given: Any, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return wait(*given, timeout=max(timeout, PATIENCE_MS) if timeout else 0, **more)

    return wait_long


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The one of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def windows_end_with_their_test() -> Iterator[None]:
    """What is to be deleted goes now, and not once some event loop runs: every style sheet would measure it again."""
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def school_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The school with its photos looked through, closed again."""
    folder = tmp_path_factory.mktemp("school")
    school.make_school(folder / "workspace", scratch=folder).close()
    return folder / "workspace"


@pytest.fixture
def workspace(school_folder: Path, tmp_path: Path, shared_tools: Tools) -> Iterator[Workspace]:
    """This test's own copy of the school, open."""
    copy = tmp_path / "workspace"
    shutil.copytree(school_folder, copy)
    opened = replace(open_workspace(copy, passphrase=school.PASSPHRASE), tools=shared_tools)
    yield opened
    opened.close()


@pytest.fixture
def open_as(qtbot: QtBot, qapp: object, workspace: Workspace) -> Iterator[Open]:
    """Open the window for one of the school's staff."""
    make_application([])
    install_theme(qapp, choice="light")
    windows: list[MainWindow] = []

    def build(user: str) -> MainWindow:
        window = build_main_window(workspace, school.actor(workspace, user), Settings())
        window.resize(1366, 768)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield build
    _close(windows)


@pytest.fixture
def open_role(school: School, qtbot: QtBot, qapp: object) -> Iterator[OpenRole]:
    """Open the window for one role of the small school without photos (`tests.schools`)."""
    make_application([])
    install_theme(qapp, choice="light")
    windows: list[MainWindow] = []

    def build(role: Role) -> MainWindow:
        window = two_pcs.open_pc(qtbot, school.workspace, school.actor(role))
        windows.append(window)
        return window

    yield build
    _close(windows)


def _close(windows: list[MainWindow]) -> None:
    for window in windows:
        window.close()
        window.deleteLater()
