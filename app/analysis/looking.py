"""What runs inside the process of the networks: build each engine once, then look at picture after picture.

Imports of the libraries happen inside the functions, so that the program itself never loads them.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.analysis.engines.models import face_engine, text_engine
from app.domain.detection import Findings
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.photo import RgbImage
from app.domain.ports import MarkDetector, TextReader

if TYPE_CHECKING:
    from app.analysis.engines.centerface import CenterFaceDetector

_REMEDY = "Ask IT to install ClearPost again; until then no photo can be checked."


Marks = tuple[tuple[str, bytes], ...]
"""Name and learned bytes of each mark a school taught."""


def look(image: RgbImage, only: frozenset[str], marks: Marks = ()) -> Findings:
    """Findings of the engines in `only`; of marks, those that were taught.

    The engines look side by side: while one works on a single core, another has the rest.

    Raises:
        EngineUnavailableError: one of them cannot run; then nothing is reported, since half a look clears nobody.
    """
    height, width = image.shape[:2]
    if image.ndim != 3 or not image.size:
        raise BugError(f"the engines want uint8 RGB, not shape {image.shape}")
    nothing = Findings(width, height)
    with ThreadPoolExecutor(3, thread_name_prefix="look") as side_by_side:
        # What takes longest comes first.
        texts = side_by_side.submit(_texts, image, nothing) if "texts" in only else None
        faces = side_by_side.submit(_faces, image, nothing) if "faces" in only else None
        found = side_by_side.submit(_marks, image, nothing, marks) if "marks" in only and marks else None
    looks = [one.result() if one else nothing for one in (faces, found, texts)]  # what read the words stays last
    engines = tuple(engine for one in looks for engine in one.engines)
    return replace(looks[0], marks=looks[1].marks, texts=looks[2].texts, engines=engines)


def _faces(image: RgbImage, nothing: Findings) -> Findings:
    from app.analysis.clothing import clothes_in

    detector = face_detector()
    faces, hints = detector.detect(image)
    worn = clothes_in(image, [face.box for face in faces])
    faces = tuple(replace(face, clothes=clothes) for face, clothes in zip(faces, worn, strict=True))
    return replace(nothing, faces=faces, hints=hints, engines=(detector.engine,))


def _texts(image: RgbImage, nothing: Findings) -> Findings:
    reader = text_reader()
    return replace(nothing, texts=reader.read(image), engines=(reader.engine,))


def _marks(image: RgbImage, nothing: Findings, marks: Marks) -> Findings:
    finder = mark_detector(marks)
    return replace(nothing, marks=finder.detect(image), engines=(finder.engine,))


def count_faces(image: RgbImage) -> int:
    """About how many faces are in a small picture, for choosing among photos; no decision rests on it.

    Raises:
        EngineUnavailableError: the face finder cannot run.
    """
    return face_detector().count(image)


@cache
def face_detector() -> CenterFaceDetector:
    """The face detector of this process."""
    try:
        from app.analysis.engines.centerface import CenterFaceDetector
    except ImportError as error:
        raise EngineUnavailableError("The face finder is not installed whole.", remedy=_REMEDY) from error
    return CenterFaceDetector()


@lru_cache(maxsize=2)
def mark_detector(marks: Marks) -> MarkDetector:
    """The finder of these marks."""
    from app.analysis.engines.mark_detector import TaughtMarkDetector
    from app.analysis.marks.model import digest, read_mark

    return TaughtMarkDetector([(name, read_mark(data), digest(data)) for name, data in marks])


@cache
def text_reader() -> TextReader:
    """The text reader of this process."""
    try:
        from app.analysis.engines.text_reader import RapidTextReader
    except ImportError as error:
        raise EngineUnavailableError("The text reader is not installed whole.", remedy=_REMEDY) from error
    return RapidTextReader()


def names_of_engines() -> dict[str, str]:
    """Name, version and digest of each engine as in the records, told without loading a network.

    Raises:
        EngineUnavailableError: a package is not installed.
    """
    return {"faces": face_engine(), "texts": text_engine()}
