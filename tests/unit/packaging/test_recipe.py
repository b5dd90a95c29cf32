"""What goes into the built program: the recipe, the check of what came out, and its size."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
OURS = ("environment", "bundle")


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from bundle import recipe

    yield recipe
    forget()


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from bundle import making

    yield making
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder that looks built."""
    (tmp_path / "_internal" / "openvino" / "libs").mkdir(parents=True)
    (tmp_path / "clearpost").write_bytes(b"program")
    (tmp_path / "_internal" / "openvino" / "libs" / "libopenvino.so").write_bytes(bytes(1000))
    return tmp_path


@pytest.mark.parametrize(
    "place",
    [
        "openvino/libs/libopenvino_intel_gpu_plugin.so",
        "openvino\\libs\\openvino_intel_npu_plugin.dll",
        "openvino/libs/libopenvino_pytorch_frontend.so.2641",
        "openvino/libs/openvino_tensorflow_lite_frontend.dll",
        "face_recognition_models/models/shape_predictor_68_face_landmarks.dat",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/plugins/tls/qopensslbackend.dll",
    ],
)
def test_what_no_school_needs_stays_out(recipe: ModuleType, place: str) -> None:
    assert recipe.is_left_out(place)


@pytest.mark.parametrize(
    "place",
    [
        "openvino/libs/libopenvino_intel_cpu_plugin.so",
        "openvino/libs/libopenvino_onnx_frontend.so.2641",
        "face_recognition_models/models/shape_predictor_5_face_landmarks.dat",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "gphoto2/libgphoto2/camlibs/ptp2.so",
        "resources/help/home.md",
    ],
)
def test_what_the_program_stands_on_goes_in(recipe: ModuleType, place: str) -> None:
    assert not recipe.is_left_out(place)


def test_drivers_come_from_the_system_and_libraries_of_packages_do_not(recipe: ModuleType) -> None:
    assert recipe.is_of_the_system("libGL.so.1")
    assert recipe.is_of_the_system("libstdc++.so.6")
    assert not recipe.is_of_the_system("pillow.libs/libxcb-9065bb12.so.1.1.0")
    assert not recipe.is_of_the_system("libffi.so.8")


def test_every_model_the_engines_ask_for_is_put_in(recipe: ModuleType) -> None:
    from app.analysis.engines.dlib_weights import LANDMARKS, NETWORK
    from app.analysis.engines.models import FACE_FINDER, LINE_FINDER, LINE_SPELLER

    packages = Path(str(FACE_FINDER.locate())).parents[1]
    put_in = {Path(source).relative_to(packages).as_posix() for source, _folder in recipe.package_files(packages)}
    assert {model.path for model in (FACE_FINDER, LINE_FINDER, LINE_SPELLER, NETWORK, LANDMARKS)} <= put_in
    assert recipe.forbidden(put_in) == []


def test_a_missing_model_stops_the_build(recipe: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"centerface\.onnx"):
        recipe.package_files(tmp_path)


def test_our_own_files_go_where_the_program_looks_for_them(recipe: ModuleType) -> None:
    put_in = {f"{folder}/{Path(source).name}" for source, folder in recipe.resource_files()}
    assert {"resources/window.qss", "resources/platforms.csv", "resources/policies/strict.toml"} <= put_in
    assert {"resources/help/contents.md", "docs/it-guide.md"} <= put_in
    assert "consent_db/migrations/versions/v0001_first.sql" in put_in


def test_a_whole_bundle_has_no_problems(making: ModuleType, bundle: Path) -> None:
    assert making.problems_of(bundle) == []


def test_the_68_point_file_in_a_bundle_is_a_problem_wherever_it_lies(making: ModuleType, bundle: Path) -> None:
    (bundle / "_internal" / "Shape_Predictor_68_Face_Landmarks.DAT").write_bytes(b"x")
    assert "must never be in the bundle" in making.problems_of(bundle)[0]


def test_a_link_to_nothing_too_many_bytes_and_no_program_are_problems(
    making: ModuleType, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle / "_internal" / "libQt6Gone.so").symlink_to("PySide6/Qt/lib/libQt6Gone.so")
    (bundle / "clearpost").unlink()
    monkeypatch.setattr(making.parts, "MOST_BYTES", 999)
    said = "\n".join(making.problems_of(bundle))
    assert "points to nothing" in said
    assert "more than" in said
    assert "no program" in said


def test_sizes_are_told_by_part_and_links_count_nothing(making: ModuleType, bundle: Path) -> None:
    (bundle / "_internal" / "libopenvino.so").symlink_to("openvino/libs/libopenvino.so")
    found = making.parts.sizes(bundle)
    assert found["OpenVINO"] == 1000
    assert sum(found.values()) == 1000 + len(b"program")
    assert making.parts.table(found).splitlines()[-1].endswith("in all")


def test_the_build_records_version_commit_and_time(making: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    facts = making.build_facts()
    assert facts["time"] == 1_700_000_000
    assert facts["version"] == making.version_of()


def test_a_folder_that_was_not_built_is_refused(making: ModuleType, bundle: Path) -> None:
    with pytest.raises(making.BuildError, match="not a built program"):
        making.facts_of(bundle)
    (bundle / "_internal" / "resources").mkdir()
    (bundle / "_internal" / "resources" / "build.json").write_text('{"commit": "abc"}')
    assert making.facts_of(bundle) == {"commit": "abc"}


def test_build_tools_are_pinned_by_digest_and_apart_from_the_lock() -> None:
    pinned = (ROOT / "packaging" / "build.requirements").read_text("utf-8")
    names = [line.split("==")[0] for line in pinned.splitlines() if "==" in line]
    assert "pyinstaller" in names
    assert pinned.count("--hash=sha256:") >= len(names)
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert [name for name in names if f"\n{name}==" in lock and name != "pywin32-ctypes"] == []
