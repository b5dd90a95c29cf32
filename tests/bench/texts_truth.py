"""Words looked for in pictures and how they are counted; shared by the benches of the text reader."""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image
from rapidfuzz.distance import Levenshtein

from app.analysis.engines.text_reader import FINDER, SPELLER
from app.domain.detection import TextFinding
from app.domain.photo import RgbImage

LOWEST_PX = 16
_SHORTEST_WITH_SLIP = 4


@dataclass(frozen=True)
class Word:
    """A word of the truth; `middle` is None where only the words are known, not their places."""

    text: str
    middle: tuple[float, float] | None
    height: float
    group: str


@dataclass
class Tally:
    """Words looked for: lying in a found line, read letter by letter, read with at most one wrong letter."""

    words: int = 0
    seen: int = 0
    read: int = 0
    nearly: int = 0
    missed: list[str] = field(default_factory=list)


@dataclass
class Spent:
    """What reading some photos cost, and what was flagged in them."""

    photos: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    lines: int = 0
    unspelt: int = 0
    flagged: list[str] = field(default_factory=list)
    sheets: int = 0


def wilson(hits: int, of: int) -> str:
    """The share and its 95 % interval: ``.917 [.880-.943]``."""
    if not of:
        return "-"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.3f} [{max(0.0, middle - half):.3f}-{min(1.0, middle + half):.3f}]"


def read_timed(reader: Any, pixels: RgbImage, spent: Spent) -> tuple[TextFinding, ...]:
    """Read one photo and add the time."""
    start, cpu = time.perf_counter(), time.process_time()
    texts: tuple[TextFinding, ...] = reader.read(pixels)
    spent.seconds += time.perf_counter() - start
    spent.cpu_seconds += time.process_time() - cpu
    spent.photos += 1
    spent.lines += len(texts)
    spent.unspelt += sum(not text.text for text in texts)
    return texts


def count(tallies: dict[str, Tally], words: Sequence[Word], texts: Sequence[TextFinding]) -> None:
    """A word is seen when a line lies over its middle, and read when such a line has all its letters and digits."""
    for word in words:
        tally = tallies.setdefault(word.group, Tally())
        here = [text for text in texts if word.middle is None or _lies_over(text, word.middle)]
        wanted = plain(word.text)
        parts = [plain(part) for text in here for part in (*text.text.split(), text.text)]
        is_read = wanted in parts or (word.middle is not None and any(wanted in plain(t.text) for t in here))
        slips = int(len(wanted) >= _SHORTEST_WITH_SLIP)
        is_near = is_read or any(Levenshtein.distance(wanted, part) <= slips for part in parts)
        tally.words, tally.seen, tally.read = tally.words + 1, tally.seen + bool(here), tally.read + is_read
        tally.nearly += is_near
        if not is_read:
            tally.missed.append(f"{word.text}: {[text.text for text in here] if word.middle else 'not read'}")


def plain(text: str) -> str:
    """Letters and digits alone, small."""
    return re.sub(r"[^\w]|_", "", text.casefold())


def scene_words(quads: Sequence[dict[str, Any]]) -> list[Word]:
    """The words of a street picture that its truth calls legible and that are high enough."""
    words = []
    for entry in quads:
        text, quad = entry["text"], np.array(entry["quad"], float).reshape(4, 2)
        height = (np.linalg.norm(quad[0] - quad[3]) + np.linalg.norm(quad[1] - quad[2])) / 2
        if isinstance(text, str) and plain(text) and height >= LOWEST_PX:
            x, y = quad.mean(axis=0)
            words.append(Word(text, (float(x), float(y)), float(height), "text_scenes"))
    return words


def real_photos(data: Path) -> list[tuple[str, RgbImage, list[Word]]]:
    """The street pictures and the photos of print with their words; group photos, whose words nobody wrote down."""
    scenes = json.loads((data / "text_scenes" / "words.json").read_text())
    found = [("text_scenes", name, scene_words(quads)) for name, quads in sorted(scenes.items())]
    print_ = json.loads((data / "documents" / "expected_text.json").read_text())
    for name, entry in sorted(print_.items()):
        words = [Word(part, None, 0, "documents") for phrase in entry["text"] for part in phrase.split() if plain(part)]
        found.append(("documents", name, words))
    found += [("faces_groups", path.name, []) for path in sorted((data / "faces_groups" / "images").glob("*.jpg"))]
    return [
        (folder, np.asarray(Image.open(data / folder / "images" / name).convert("RGB")), words)
        for folder, name, words in found
    ]


class ReaderAsShipped:
    """RapidOCR's own pipeline with its own settings and the same model files, for comparison."""

    def __init__(self) -> None:
        from rapidocr import EngineType, RapidOCR

        parts = {f"{part}.engine_type": EngineType.OPENVINO for part in ("Det", "Cls", "Rec")}
        paths = {"Det.model_path": str(FINDER.locate()), "Rec.model_path": str(SPELLER.locate())}
        self._ocr = RapidOCR(params={**parts, **paths, "Global.log_level": "critical"})
        self.engine = "rapidocr as shipped"

    def read(self, image: RgbImage) -> tuple[TextFinding, ...]:
        """Its lines as ours."""
        answer = self._ocr(np.ascontiguousarray(image[:, :, ::-1]))
        if answer.boxes is None:
            return ()
        corners = [tuple((round(float(x)), round(float(y))) for x, y in box) for box in answer.boxes]
        return tuple(
            TextFinding(box, text, float(score))  # type: ignore[arg-type]
            for box, text, score in zip(corners, answer.txts, answer.scores, strict=True)
        )


def _lies_over(text: TextFinding, point: tuple[float, float]) -> bool:
    return cv2.pointPolygonTest(np.array(text.polygon, np.float32).reshape(-1, 1, 2), point, False) >= 0
