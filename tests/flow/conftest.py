"""A post on its way, for every test that follows one: told once for each kind of register, and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.workflow.workspace import Tools
from tests.flow.posting import PlannedEngines, Story, tell, with_engines
from tests.postgres import Server
from tests.schools import School, copy_school

CAMERA = "camera"


@pytest.fixture(scope="session")
def told_here(school_template: School, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The story on one PC, closed again."""
    folder = tmp_path_factory.mktemp("told")
    told = tell(copy_school(school_template, folder / "workspace"), folder / CAMERA)
    told.workspace.close()
    return told


@pytest.fixture(scope="session")
def told_on_server(
    server_school_template: tuple[School, str], postgres: Server, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Story, str]:
    """The story with its register on a server, closed again, and the name of its database."""
    folder = tmp_path_factory.mktemp("told_there")
    template, database = server_school_template
    own = postgres.new_database(template=database)
    told = tell(copy_school(template, folder / "workspace", database=own.database), folder / CAMERA)
    told.workspace.close()
    return told, own.database


@pytest.fixture
def story(told_here: Story, tmp_path: Path, shared_tools: Tools) -> Iterator[Story]:
    """This test's own copy of the story, on one PC."""
    copied = _copy(told_here, tmp_path, shared_tools)
    yield copied
    copied.workspace.close()


@pytest.fixture(params=["embedded", "postgresql"])
def either_story(request: pytest.FixtureRequest, tmp_path: Path, shared_tools: Tools) -> Iterator[Story]:
    """This test's own copy of the story, once with an embedded register and once with one on a server."""
    if request.param == "embedded":
        copied = _copy(request.getfixturevalue("told_here"), tmp_path, shared_tools)
        yield copied
        copied.workspace.close()
        return
    told, database = request.getfixturevalue("told_on_server")
    server: Server = request.getfixturevalue("postgres")
    own = server.new_database(template=database)
    copied = _copy(told, tmp_path, shared_tools, database=own.database)
    yield copied
    copied.workspace.close()
    server.drop(own)


def _copy(told: Story, folder: Path, tools: Tools, *, database: str | None = None) -> Story:
    shutil.copytree(told.school.workspace.folder.parent / CAMERA, folder / CAMERA)
    school = copy_school(told.school, folder / "workspace", database=database, tools=tools)
    engines = PlannedEngines()
    return Story(school, engines, with_engines(school.workspace, engines), told.photo_id)


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder
