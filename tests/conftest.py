"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.schools import School

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real photos with truth files; tests that need it say why they skip when it is not there."""
    folder = Path(os.environ.get("CLEARPOST_TEST_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"the photos with truth files are not here ({folder})")
    return folder


@pytest.fixture(scope="session")
def school_template(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Made once, closed, and copied for each test: hashing ten passwords takes seconds."""
    from tests.schools import make_school

    made = make_school(tmp_path_factory.mktemp("template") / "workspace")
    made.workspace.close()
    return made


@pytest.fixture
def school(tmp_path: Path, school_template: School) -> Iterator[School]:
    """A real workspace in a temporary folder: one user per role, five pupils, two platforms, no answers."""
    from tests.schools import copy_school

    copied = copy_school(school_template, tmp_path / "workspace")
    yield copied
    copied.workspace.close()
