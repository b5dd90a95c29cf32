"""The bill of materials: made of what is bundled, and stopped by a licence that a school could not use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
FACTS = {"version": "1.2.3", "commit": "abc", "time": 1_700_000_000}


@pytest.fixture
def bill(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from bundle import bill

    monkeypatch.setattr(bill, "_bootloader", lambda: bill.Part("PyInstaller's bootloader", "6", "MIT"))
    yield bill
    for name in [name for name in sys.modules if name.split(".")[0] in {"bundle", "environment"}]:
        del sys.modules[name]


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of installed packages: one with a network and a library of its own inside, one nobody may sell."""
    install(tmp_path, "finder", "2.0", "License-Expression: MIT", ["finder/__init__.py", "finder/centerface.onnx"])
    install(tmp_path, "films", "1.0", "License-Expression: MIT", ["films.libs/libavcodec-c420.so.62"])
    install(tmp_path, "strange", "3.0", "License-Expression: CC-BY-NC-4.0", ["strange/__init__.py"])
    return tmp_path


def install(folder: Path, name: str, version: str, licence: str, files: list[str]) -> None:
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{licence}\n", "utf-8")
    (about / "LICENSE").write_text(f"The licence of {name}.", "utf-8")
    for file in files:
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_bytes(b"content of " + file.encode())
    record = [*files, f"{about.name}/METADATA", f"{about.name}/LICENSE", f"{about.name}/RECORD"]
    (about / "RECORD").write_text("".join(f"{file},,\n" for file in record), "utf-8")


def bundled(packages: Path, *files: str) -> list[tuple[str, str]]:
    return [(file, str(packages / file)) for file in files]


def by_name(parts: list[object]) -> dict[str, object]:
    return {part.name: part for part in parts}  # type: ignore[attr-defined]


def test_the_bill_holds_what_is_bundled_and_nothing_else(bill: ModuleType, packages: Path) -> None:
    parts = by_name(bill.collect(packages, bundled(packages, "finder/centerface.onnx"), []))
    assert set(parts) == {"Python", "PyInstaller's bootloader", "CenterFace, the face finder"}
    parts = by_name(bill.collect(packages, [], [("finder", str(packages / "finder/__init__.py"))]))
    assert parts["finder"].purl == "pkg:pypi/finder@2.0"
    assert "The licence of finder." in bill.text_of(parts["finder"])


def test_a_network_is_a_part_of_its_own_with_its_digest(bill: ModuleType, packages: Path) -> None:
    document = bill.document(bill.collect(packages, bundled(packages, "finder/centerface.onnx"), []), FACTS)
    [network] = [c for c in document["components"] if c["type"] == "machine-learning-model"]
    assert len(network["hashes"][0]["content"]) == 64
    assert network["licenses"] == [{"license": {"id": "MIT"}}]


def test_a_library_inside_a_package_stands_for_itself(bill: ModuleType, packages: Path) -> None:
    parts = by_name(bill.collect(packages, bundled(packages, "films.libs/libavcodec-c420.so.62"), []))
    assert parts["FFmpeg"].licence == "LGPL-2.1-or-later"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in bill.text_of(parts["FFmpeg"])


def test_a_library_of_a_package_beside_the_program_stands_for_itself_too(bill: ModuleType, packages: Path) -> None:
    for place in ("libheif-75127e76.dll", "_pi_heif.cp312-win_amd64.pyd"):
        (packages / place).write_bytes(b"x")
    record = packages / "films-1.0.dist-info" / "RECORD"
    record.write_text(record.read_text() + "libheif-75127e76.dll,,\n_pi_heif.cp312-win_amd64.pyd,,\n")
    files = bundled(packages, "libheif-75127e76.dll", "_pi_heif.cp312-win_amd64.pyd")
    parts = by_name(bill.collect(packages, files, []))
    assert parts["libheif and libde265"].licence == "LGPL-3.0-or-later"
    assert parts["films"].files == ["_pi_heif.cp312-win_amd64.pyd"]


def test_ffmpeg_that_was_built_with_gpl_codecs_is_refused(bill: ModuleType, packages: Path) -> None:
    (packages / "films.libs/libavcodec-c420.so.62").write_bytes(b"configuration: --enable-gpl --enable-libx264")
    parts = bill.collect(packages, bundled(packages, "films.libs/libavcodec-c420.so.62"), [])
    assert "under the GPL" in bill.problems(parts)[0]


def test_what_comes_under_a_licence_against_some_use_stops_the_build(
    bill: ModuleType, packages: Path, tmp_path: Path
) -> None:
    (tmp_path / "work").mkdir()
    with pytest.raises(SystemExit, match=r"strange .*CC-BY-NC-4\.0, which does not allow every use"):
        bill.write(tmp_path / "work", packages, [], [("strange", str(packages / "strange/__init__.py"))], FACTS)
    assert not (tmp_path / "work" / "bill").exists()


def test_a_file_of_nobody_stops_the_build(bill: ModuleType, packages: Path, tmp_path: Path) -> None:
    stray = tmp_path / "elsewhere" / "weights.bin"
    stray.parent.mkdir()
    stray.write_bytes(b"x")
    assert bill.problems(bill.collect(packages, [("weights.bin", str(stray))], [])) == [
        "weights.bin (weights.bin) names no licence."
    ]


def test_the_68_point_file_stops_the_build_whoever_brings_it(bill: ModuleType, packages: Path) -> None:
    place = "finder/shape_predictor_68_face_landmarks.dat"
    (packages / place).write_bytes(b"x")
    record = packages / "finder-2.0.dist-info" / "RECORD"
    record.write_text(record.read_text() + f"{place},,\n")
    assert bill.problems(bill.collect(packages, bundled(packages, place), [])) == [
        f"{place} must never be in the bundle."
    ]


def test_the_same_parts_make_the_same_document_and_it_is_whole(
    bill: ModuleType, packages: Path, tmp_path: Path
) -> None:
    given = (
        packages,
        bundled(packages, "films.libs/libavcodec-c420.so.62"),
        [("finder", str(packages / "finder/__init__.py"))],
    )
    document = bill.document(bill.collect(*given), FACTS)
    assert document == bill.document(bill.collect(*given), FACTS)
    assert document["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    refs = [component["bom-ref"] for component in document["components"]]
    assert len(set(refs)) == len(refs)
    assert document["dependencies"] == [{"ref": "clearpost", "dependsOn": refs}]
    work = tmp_path / "work"
    work.mkdir()
    written = {Path(source).name for source, _folder in bill.write(work, *given, FACTS)}
    texts = {p["value"] for c in document["components"] for p in c["properties"] if p["name"] == "clearpost:text"}
    assert texts | {"bill.cdx.json"} == written


def test_the_window_reads_the_bill_that_the_build_writes(bill: ModuleType, packages: Path, tmp_path: Path) -> None:
    from app.program import foreign_parts

    (tmp_path / "work").mkdir()
    bill.write(tmp_path / "work", packages, [], [("finder", str(packages / "finder/__init__.py"))], FACTS)
    parts = foreign_parts(tmp_path / "work" / "bill")
    assert [part.name for part in parts] == ["finder", "PyInstaller's bootloader", "Python"]
    assert "The licence of finder." in parts[0].text.read_text("utf-8")


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("(MIT OR CC-BY-NC-4.0) AND BSD-3-Clause", True),
        ("MIT AND CC-BY-NC-4.0", False),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("LicenseRef-Non-Commercial-Research", False),
        ("LicenseRef-Qt-Commercial", False),
        ("SSPL-1.0", False),
        ("SomethingNew-1.0", False),
        ("", False),
        ("MIT AND", False),
        ("MIT MIT", False),
    ],
)
def test_licences_are_judged_by_their_expression(bill: ModuleType, expression: str, fits: bool) -> None:
    assert (bill.licences.problems(expression) == []) is fits


def test_every_licence_that_a_library_may_have_is_allowed_or_refused_by_name(bill: ModuleType) -> None:
    refused = {name for _pattern, name, licence in bill.licences.LIBRARIES if bill.licences.problems(licence)}
    assert refused == {"a codec under the GPL"}
    for _pattern, _name, licence in bill.licences.LIBRARIES:
        for one in bill.licences.ids(licence):
            text = ROOT / "packaging" / "licences" / f"{one}.txt"
            assert text.is_file() or one == "Bootloader-exception", one


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("libcrypto-5409cd36.so.1.1.1k", "OpenSSL 1"),
        ("libcrypto-3-x64-2e8f488b.dll", "OpenSSL"),
        ("libssl3-b5783e6f.so", "NSS and NSPR"),
        ("libx264.164.dylib", "a codec under the GPL"),
        ("libgphoto2_port-cdd408cb.so.12.2.0", "libgphoto2"),
        ("msvcp140-a4c2229bdc2a.dll", "Microsoft's runtime"),
        ("libz.1.3.1.zlib-ng.dylib", "zlib"),
        ("VCRUNTIME140_1.dll", "Microsoft's runtime"),
        ("MSVCP140.dll", "Microsoft's runtime"),
        ("opencv_videoio_ffmpeg500_64.dll", "FFmpeg"),
        ("sqlite3.dll", "SQLite"),
        ("libffi-8.dll", "libffi"),
        ("libheif-75127e76.dll", "libheif and libde265"),
    ],
)
def test_libraries_are_known_by_their_names_on_every_system(bill: ModuleType, file: str, name: str) -> None:
    assert bill.licences.library(file)[0] == name
    assert bill.licences.library("libnobodyknows.so.1") is None
