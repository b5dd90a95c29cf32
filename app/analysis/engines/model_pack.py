"""A face network that a school or a vendor brings: a folder with `pack.toml`, an ONNX file and its licence.

    name = "Example 512"
    file = "network.onnx"        # faces of 112 by 112 pixels as (1, 3, 112, 112), vectors out
    sha256 = "..."               # of that file
    licence = "LICENCE.txt"
    colours = "rgb"              # or "bgr"
    mean = 127.5                 # a pixel goes in as (pixel - mean) * scale
    scale = 0.0078125
    thresholds = "unmeasured"    # or a table: scores = [[0.01, 0.21], [0.001, 0.28]], more = [[3, 0.01]]

Whatever does not fit is refused with a sentence; without measured thresholds nobody is ever more than "possible".
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.analysis.matching.thresholds import Measurement, checked_scores
from app.domain.errors import EngineUnavailableError

PACK_FILE = "pack.toml"
_REMEDY = "Ask whoever provided the network for a whole pack, or remove its folder."
_LONGEST_NAME = 60
_LARGEST = 2_000_000_000


@dataclass(frozen=True, slots=True)
class ModelPack:
    """A pack whose parts are there and are what it says.

    Attributes:
        licence: the text.
        is_bgr: whether the network wants blue first.
        measurement: what its scores mean; None when nobody measured it.
    """

    name: str
    file: Path
    sha256: str
    licence: str
    is_bgr: bool
    mean: float
    scale: float
    measurement: Measurement | None

    @property
    def engine(self) -> str:
        """Name and digest, as templates and records carry them."""
        return f"{self.name} {self.sha256[:16]}"


def read_pack(folder: Path) -> ModelPack:
    """The pack in this folder, every part of it checked; the network itself is not loaded.

    Raises:
        EngineUnavailableError: ``bad-pack``, with a sentence about the first thing that is wrong.
    """
    told = _told(folder)
    name = _text(told, "name")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise _bad(f"The name of the face network is longer than {_LONGEST_NAME} letters or not printable.")
    colours = _text(told, "colours")
    if colours not in ("rgb", "bgr"):
        raise _bad(f"The face network “{name}” wants colours in the order “{colours}”; only rgb and bgr are known.")
    scale = _number(told, "scale")
    if scale <= 0:
        raise _bad(f"The face network “{name}” has a scale that is not above 0.")
    return ModelPack(
        name=name,
        file=_network_file(folder, told, name),
        sha256=_text(told, "sha256").lower(),
        licence=_licence(folder, told, name),
        is_bgr=colours == "bgr",
        mean=_number(told, "mean"),
        scale=scale,
        measurement=_measurement(told, name),
    )


def _told(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / PACK_FILE).read_text("utf-8"))
    except OSError as error:
        raise _bad(f"The folder of the face network has no {PACK_FILE} that can be read.") from error
    except ValueError as error:
        raise _bad(f"The {PACK_FILE} of the face network is not written as TOML.") from error


def _network_file(folder: Path, told: dict[str, Any], name: str) -> Path:
    path = _beside(folder, _text(told, "file"))
    wanted = _text(told, "sha256").lower()
    try:
        if path.stat().st_size > _LARGEST:
            raise _bad(f"The file of the face network “{name}” is larger than 2 GB.")
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _bad(f"The file of the face network “{name}” is missing or cannot be read.") from error
    if found != wanted:
        raise _bad(f"The file of the face network “{name}” is damaged or was replaced: its SHA-256 is another one.")
    return path


def _licence(folder: Path, told: dict[str, Any], name: str) -> str:
    path = _beside(folder, _text(told, "licence"))
    try:
        text = path.read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        raise _bad(f"The licence of the face network “{name}” is missing or cannot be read.") from error
    if not text:
        raise _bad(f"The licence of the face network “{name}” is an empty file.")
    return text


def _measurement(told: dict[str, Any], name: str) -> Measurement | None:
    thresholds = told.get("thresholds")
    if thresholds == "unmeasured":
        return None
    try:
        if not isinstance(thresholds, dict):
            raise TypeError("no table")
        scores = checked_scores([(float(rate), float(score)) for rate, score in thresholds["scores"]])
        more = tuple((int(photos), float(shift)) for photos, shift in thresholds.get("more", ()))
    except (KeyError, TypeError, ValueError) as error:
        words = f"The thresholds of the face network “{name}” are neither measured pairs nor “unmeasured”."
        raise _bad(words) from error
    return Measurement(_text(told, "sha256").lower(), scores, more)


def _beside(folder: Path, name: str) -> Path:
    if Path(name).name != name or name in (".", "..") or "\\" in name:
        raise _bad(f"The {PACK_FILE} of the face network names a file outside its folder.")
    return folder / name


def _text(told: dict[str, Any], key: str) -> str:
    value = told.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _bad(f"The {PACK_FILE} of the face network does not say “{key}”.")
    return value.strip()


def _number(told: dict[str, Any], key: str) -> float:
    value = told.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _bad(f"The {PACK_FILE} of the face network does not say “{key}” as a number.")
    return float(value)


def _bad(words: str) -> EngineUnavailableError:
    return EngineUnavailableError(words, remedy=_REMEDY, code="bad-pack")
