"""The lock is in step with pyproject.toml, names no index, and a change of either is noticed."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def lock_file() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lock_file", ROOT / "packaging" / "lock_file.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture
def lock() -> str:
    return (ROOT / "requirements.lock").read_text("utf-8")


def test_the_lock_is_in_step_with_the_project(lock_file: ModuleType, project: dict[str, Any], lock: str) -> None:
    assert lock_file.problems(project, lock) == []


@pytest.mark.parametrize("name", ["requirements.lock", "packaging/uv.requirements"])
def test_what_is_installed_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text


def test_a_new_dependency_without_a_new_lock_is_noticed(
    lock_file: ModuleType, project: dict[str, Any], lock: str
) -> None:
    project["project"]["dependencies"].append("left-pad>=1")
    found = lock_file.problems(project, lock)
    assert any("was not made from this" in sentence for sentence in found)
    assert any("left-pad" in sentence for sentence in found)


def test_a_pin_outside_its_range_is_noticed(lock_file: ModuleType, project: dict[str, Any], lock: str) -> None:
    changed = lock.replace("pyside6-essentials==6.11.", "pyside6-essentials==6.12.")
    assert any("PySide6-Essentials 6.12." in sentence for sentence in lock_file.problems(project, changed))


def test_a_package_without_a_digest_is_noticed(lock_file: ModuleType, project: dict[str, Any], lock: str) -> None:
    kept = [line for line in lock.splitlines() if "--hash" not in line or "pebble" in line]
    assert any("has no digest" in sentence for sentence in lock_file.problems(project, "\n".join(kept)))


@pytest.mark.parametrize("unwanted", ["dlib", "opencv-python", "pyside6", "pillow-heif"])
def test_a_second_cv2_or_a_package_to_compile_is_noticed(
    unwanted: str, lock_file: ModuleType, project: dict[str, Any], lock: str
) -> None:
    changed = f"{lock}{unwanted}==1.0 \\\n    --hash=sha256:{'0' * 64}\n"
    assert f"{unwanted} must not be in requirements.lock" in lock_file.problems(project, changed)
