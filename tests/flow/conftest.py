"""A post on its way, for every test that follows one."""

from __future__ import annotations

import pytest

from tests.flow.posting import Story, tell


@pytest.fixture
def story(school, tmp_path) -> Story:
    return tell(school, tmp_path / "camera")


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder
