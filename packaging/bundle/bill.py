"""The bill of materials (CycloneDX 1.6) and the licences, of what PyInstaller is really putting into the bundle.

`clearpost.spec` calls `write` with its lists of files and modules. Each file is traced to the package it came from; the
libraries that travel inside packages, Python itself, the models and the letters stand as parts of their own.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from bundle import licences, recipe

FOLDER = "resources/bill"
FILE = "bill.cdx.json"
_TEXTS = Path(__file__).resolve().parents[1] / "licences"
_TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)
_INSIDE = re.compile(r"\.libs/|/\.dylibs/|/Qt/lib/libicu|openvino/libs/lib(hwloc|tbb)|opencv_videoio_ffmpeg")
_PYTHON_ARCHIVE = "base_library.zip"
_LIBRARY = re.compile(r"\.(so|dll|dylib)\b", re.IGNORECASE)
# Found in the bytes of an FFmpeg that was built with parts under other licences than the LGPL.
_NOT_LGPL = (b"--enable-gpl", b"--enable-nonfree")

# What learned from pictures: the file's name, what it is, licence as its authors give it.
MODELS = (
    ("centerface.onnx", "CenterFace, the face finder", "MIT"),
    ("PP-OCRv6_det_small.onnx", "PP-OCRv6, the finder of lines", "Apache-2.0"),
    ("PP-OCRv6_rec_small.onnx", "PP-OCRv6, the reader of lines", "Apache-2.0"),
    ("dlib_face_recognition_resnet_model_v1.dat", "dlib's face network", "CC0-1.0"),
    ("shape_predictor_5_face_landmarks.dat", "dlib's five points of a face", "CC0-1.0"),
    ("NotoSans[wdth,wght].ttf", "Noto Sans, the letters of PDF files", "OFL-1.1"),
)


@dataclass(slots=True)
class Part:
    """One line of the bill."""

    name: str
    version: str
    licence: str
    kind: str = "library"
    purl: str = ""
    sha256: str = ""
    files: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def write(
    work: Path,
    packages: Path,
    files: Iterable[tuple[str, str]],
    modules: Iterable[tuple[str, str]],
    facts: Mapping[str, Any],
) -> list[tuple[str, str]]:
    """Write bill and licence texts; returns them as files for the bundle: source and folder.

    Raises:
        SystemExit: a part must not be in the bundle; the sentences name it.
    """
    parts = collect(packages, files, modules)
    if found := problems(parts):
        raise SystemExit("\n".join(found))
    target = work / "bill"
    target.mkdir()
    (target / FILE).write_text(json.dumps(document(parts, facts), indent=1, ensure_ascii=False) + "\n", "utf-8")
    for part in parts:
        (target / _text_file(part)).write_text(text_of(part), "utf-8")
    return [(str(path), FOLDER) for path in sorted(target.iterdir())]


def collect(packages: Path, files: Iterable[tuple[str, str]], modules: Iterable[tuple[str, str]]) -> list[Part]:
    """Every part with its files, by name.

    Args:
        packages: the folder of installed packages.
        files: place in the bundle, and where it came from.
        modules: Python modules by name, and where each came from.
    """
    owners, parts = _owners(packages), {"Python": _python()}
    for place, source in files:
        if not _is_ours(source) or place == _PYTHON_ARCHIVE:
            _take(parts, place.replace("\\", "/"), source, owners.get(os.path.realpath(source)))
    for name, source in modules:
        owner = owners.get(os.path.realpath(source))
        if owner is not None:
            _of_package(parts, owner).files.append(name)
        elif not _is_ours(source):
            part = "Python" if _is_python(source) else name
            parts.setdefault(part, Part(part, "", "")).files.append(name)
    return sorted([*parts.values(), _bootloader()], key=lambda part: part.name.lower())


def _take(parts: dict[str, Part], place: str, source: str, owner: metadata.Distribution | None) -> None:
    """Put one file to the part it belongs to; a file of nobody becomes a part without a licence."""
    name = Path(place).name
    model = next((m for m in MODELS if m[0] == name), None)
    if model is not None:
        part = Part(model[1], owner.version if owner else "", model[2], "machine-learning-model", "", _digest(source))
        part = parts.setdefault(model[1], part)
    elif _is_library_of_its_own(place, owner):
        found = licences.library(name) or (name, "")
        part = parts.setdefault(found[0], Part(found[0], "", found[1]))
        if ("avcodec" in name or "ffmpeg" in name) and any(words in Path(source).read_bytes() for words in _NOT_LGPL):
            part.licence = "GPL-2.0-or-later"
    elif owner is not None:
        part = _of_package(parts, owner)
    elif place == _PYTHON_ARCHIVE or _is_python(source):
        part = parts["Python"]
    else:
        part = parts.setdefault(place, Part(place, "", ""))
    part.files.append(place)


def _of_package(parts: dict[str, Part], owner: metadata.Distribution) -> Part:
    name = owner.metadata["Name"]
    if name not in parts:
        parts[name] = _package(owner)
    return parts[name]


def problems(parts: Iterable[Part]) -> list[str]:
    """What must not be in the bundle, in sentences; nothing when all may be."""
    found = []
    for part in parts:
        example = f" ({part.files[0]})" if part.files else ""
        found += [f"{part.name}{example} {why}." for why in licences.problems(part.licence)]
        found += [f"{place} must never be in the bundle." for place in recipe.forbidden(part.files)]
    return found


def document(parts: Iterable[Part], facts: Mapping[str, Any]) -> dict[str, Any]:
    """CycloneDX 1.6; the same parts and facts give the same bytes."""
    components = [_component(part) for part in parts]
    made = datetime.fromtimestamp(int(facts["time"]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    digest = hashlib.sha256(json.dumps([components, dict(facts)], sort_keys=True).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(digest[:32], version=5)}",
        "version": 1,
        "metadata": {
            "timestamp": made,
            "component": {
                "type": "application",
                "bom-ref": "clearpost",
                "name": "ClearPost",
                "version": str(facts["version"]),
                "licenses": [{"license": {"id": "MIT"}}],
            },
            "properties": [{"name": "clearpost:commit", "value": str(facts["commit"])}],
        },
        "components": components,
        "dependencies": [{"ref": "clearpost", "dependsOn": [c["bom-ref"] for c in components]}],
    }


def text_of(part: Part) -> str:
    """The licence of a part: what its authors ship, then the wording of each licence it names."""
    pieces = [f"{part.name} {part.version}".strip(), f"Licence: {part.licence}", ""]
    for title, words in part.texts.items():
        pieces += [f"---- {title}", "", words.strip(), ""]
    for name in licences.ids(part.licence):
        standard = _TEXTS / f"{name}.txt"
        if standard.is_file():
            pieces += [f"---- {name}", "", standard.read_text("utf-8").strip(), ""]
    return "\n".join(pieces)


def _component(part: Part) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": part.kind,
        "bom-ref": part.purl or f"clearpost/{_slug(part)}",
        "name": part.name,
    }
    if part.version:
        made["version"] = part.version
    if part.purl:
        made["purl"] = part.purl
    if part.sha256:
        made["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    made["licenses"] = [_licence(part.licence)]
    libraries = sorted({Path(place).name for place in part.files if _LIBRARY.search(place)})
    made["properties"] = [
        {"name": "clearpost:files", "value": str(len(part.files))},
        *({"name": "clearpost:library", "value": name} for name in libraries),
        {"name": "clearpost:text", "value": _text_file(part)},
    ]
    return made


def _licence(expression: str) -> dict[str, Any]:
    if " " in expression:
        return {"expression": expression}
    if expression.startswith("LicenseRef-"):
        return {"license": {"name": expression.removeprefix("LicenseRef-")}}
    return {"license": {"id": expression}}


def _owners(packages: Path) -> dict[str, metadata.Distribution]:
    found = {}
    for distribution in metadata.distributions(path=[str(packages)]):
        for file in distribution.files or ():
            found[os.path.realpath(distribution.locate_file(file))] = distribution
    return found


def _package(distribution: metadata.Distribution) -> Part:
    name = distribution.metadata["Name"]
    slug = canonicalize_name(name)
    texts = {}
    for file in sorted(distribution.files or (), key=str):
        inside = "dist-info" in file.parts[0]
        if inside and (_TEXT_NAME.search(file.name) or "licenses" in file.parts) and file.suffix != ".json":
            path = Path(str(distribution.locate_file(file)))
            if path.is_file():
                texts["/".join(file.parts[1:])] = path.read_text("utf-8", "replace")
    purl = f"pkg:pypi/{slug}@{distribution.version}"
    return Part(name, distribution.version, _licence_of(distribution), purl=purl, texts=texts)


def _licence_of(distribution: metadata.Distribution) -> str:
    known = licences.PACKAGES.get(canonicalize_name(distribution.metadata["Name"]))
    return known or distribution.metadata.get("License-Expression") or ""


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    texts = {}
    for place in (Path(sys.base_prefix) / "LICENSE.txt", Path(os.__file__).parent / "LICENSE.txt"):
        if place.is_file():
            texts = {"LICENSE.txt": place.read_text("utf-8", "replace")}
    return Part("Python", version, "PSF-2.0", "platform", f"pkg:generic/cpython@{version}", texts=texts)


def _bootloader() -> Part:
    version = metadata.version("pyinstaller")
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return Part("PyInstaller's bootloader", version, licence, purl=f"pkg:pypi/pyinstaller@{version}")


def _is_library_of_its_own(place: str, owner: metadata.Distribution | None) -> bool:
    if _INSIDE.search(place):
        return True
    if "/" in place or not _LIBRARY.search(place) or place.startswith(("libpython", "python3")):
        return False
    return owner is None or licences.library(place) is not None


def _is_ours(source: str) -> bool:
    path = Path(source)
    inside = path.is_relative_to(recipe.ROOT) and not {".venv", ".uv"} & set(path.relative_to(recipe.ROOT).parts[:1])
    return inside or source == "-" or "PyInstaller" in path.parts


def _is_python(source: str) -> bool:
    places = {Path(os.path.realpath(place)) for place in (sys.base_prefix, Path(os.__file__).parent)}
    return any(Path(os.path.realpath(source)).is_relative_to(place) for place in places)


def _digest(source: str) -> str:
    with open(source, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _slug(part: Part) -> str:
    return re.sub(r"[^a-z0-9]+", "-", part.name.lower()).strip("-")


def _text_file(part: Part) -> str:
    return f"{_slug(part)}.txt"
