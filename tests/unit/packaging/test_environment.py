"""The set-up: seen as done only when it was done whole, here, from this lock."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SOURCES = Path(__file__).resolve().parents[3] / "packaging"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(SOURCES))
    import environment

    yield environment
    sys.modules.pop("environment", None)


@pytest.fixture
def project(tmp_path: Path, environment: ModuleType) -> Path:
    """A folder that looks set up."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "uv.requirements").write_text("uv==1\n")
    (tmp_path / "requirements.lock").write_text("numpy==1\n")
    python: Path = environment.python_of(tmp_path)
    python.parent.mkdir(parents=True)
    python.write_text("")
    python.chmod(0o755)
    (tmp_path / ".venv" / environment.STAMP).write_text(json.dumps(environment._recipe(tmp_path)))
    return tmp_path


def test_a_whole_environment_is_ready(environment: ModuleType, project: Path) -> None:
    assert environment.is_ready(project)


def test_a_changed_lock_makes_it_stale_but_not_broken(environment: ModuleType, project: Path) -> None:
    (project / "requirements.lock").write_text("numpy==2\n")
    assert not environment.is_ready(project)
    assert environment._can_be_updated(project / ".venv" / environment.STAMP, project)


def test_a_set_up_that_was_killed_is_done_again_from_nothing(environment: ModuleType, project: Path) -> None:
    (project / ".venv" / environment.STAMP).unlink()
    assert not environment.is_ready(project)
    assert not environment._can_be_updated(project / ".venv" / environment.STAMP, project)


def test_a_moved_project_is_set_up_again(environment: ModuleType, project: Path, tmp_path: Path) -> None:
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    project.rename(moved)
    assert not environment.is_ready(moved)
    assert not environment._can_be_updated(moved / ".venv" / environment.STAMP, moved)


def test_an_environment_that_lost_its_python_is_not_ready(environment: ModuleType, project: Path) -> None:
    environment.python_of(project).unlink()
    assert not environment.is_ready(project)


def test_settings_that_install_elsewhere_are_dropped_and_those_of_the_network_kept(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PIP_TARGET": "/x", "PIP_USER": "1", "PIP_CERT": "/c", "PYTHONPATH": "/p"}.items():
        monkeypatch.setenv(name, value)
    kept = environment._settings("PIP_", environment.PIP_SETTINGS)
    assert "PIP_TARGET" not in kept
    assert "PIP_USER" not in kept
    assert "PYTHONPATH" not in kept
    assert kept["PIP_CERT"] == "/c"


def test_without_a_home_the_cache_stays_in_the_project(
    environment: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "UV_CACHE_DIR", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert environment._uv_settings(project)["UV_CACHE_DIR"] == str(project / ".uv" / "cache")
