"""`./run bench texts`: how many words are read, by height and by how they lie, and how often a line is wrongly flagged.

Three sets. `labels`: names on plates and cloth over real photos, drawn here, 16 pixels high and more. `documents`:
photos of print with phrases typed in by eye. `text_scenes`: street words; the pictures at hand were blurred on purpose
by their publisher while the truth was made on the sharp ones, so that hardly any of its "legible" words can be read.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.fuzz import partial_ratio

from app.analysis.engines.text_reader import RapidTextReader, ReadingLimits
from app.analysis.names import judge_texts
from app.domain.detection import TextFinding
from app.domain.people import Person
from app.domain.photo import RgbImage
from tests.bench.accuracy import DATA
from tests.bench.certificate_photos import fonts_here, roll_of

LOWEST_PX = 16
_LABELS_PER_PHOTO = 12


@dataclass
class Tally:
    """Words looked for, found as a line, read letter by letter; photos and seconds."""

    words: int = 0
    seen: int = 0
    read: int = 0
    photos: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    flagged: list[str] = field(default_factory=list)
    lines: int = 0
    missed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Word:
    text: str
    middle: tuple[float, float]
    height: float
    group: str


def read_timed(reader: RapidTextReader, pixels: RgbImage, tally: Tally) -> tuple[TextFinding, ...]:
    """Read one photo and add the time to the tally."""
    start, cpu = time.perf_counter(), time.process_time()
    texts = reader.read(pixels)
    tally.seconds += time.perf_counter() - start
    tally.cpu_seconds += time.process_time() - cpu
    tally.photos += 1
    return texts


def count(tallies: dict[str, Tally], words: Sequence[_Word], texts: Sequence[TextFinding]) -> None:
    """A word is seen when a line lies over its middle, and read when such a line has all its letters and digits."""
    for word in words:
        tally = tallies.setdefault(word.group, Tally())
        here = [text for text in texts if _lies_over(text, word.middle)]
        is_read = any(_plain(word.text) in _plain(text.text) for text in here)
        tally.words, tally.seen, tally.read = tally.words + 1, tally.seen + bool(here), tally.read + is_read
        if not is_read:
            tally.missed.append(f"{word.text}: {[text.text for text in here]}")


def labels(number: int, backgrounds: Sequence[Path], roll: Sequence[Person]) -> tuple[RgbImage, list[_Word]]:
    """A photo with twelve names of the roll on plates or straight on what is there; the truth beside it."""
    chance = random.Random(number)
    with Image.open(backgrounds[chance.randrange(len(backgrounds))]) as image:
        photo = image.convert("RGB").resize(chance.choice(((2000, 1500), (4000, 3000))), Image.Resampling.BILINEAR)
    fonts = [
        path for name, path in fonts_here().items() if name in ("print", "print bold", "serif italic", "Comic Neue")
    ]
    words = []
    for place in range(_LABELS_PER_PHOTO):
        size = chance.choice((22, 30, 44, 70))
        font = ImageFont.truetype(str(chance.choice(fonts)), size)
        text = chance.choice(roll).legal_forename
        text = text.upper() if chance.random() < 0.3 else text
        left, top, right, bottom = font.getbbox(text)
        if bottom - top < LOWEST_PX:
            continue
        angle = chance.choice((0, 0, 0, chance.uniform(-30, 30), 90, -90, 180))
        label = Image.new("RGBA", (int(right - left) + 2 * size, int(bottom - top) + size))
        draw = ImageDraw.Draw(label)
        is_plate = chance.random() < 0.7
        if is_plate:
            draw.rectangle((0, 0, *label.size), (245, 243, 238))
        ink = (30, 30, 40) if is_plate else (255, 255, 255)
        draw.text((size - left, size / 2 - top), text, ink, font=font, stroke_width=0 if is_plate else 1)
        turned = label.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
        cell_w, cell_h = photo.width // 4, photo.height // 3
        x = place % 4 * cell_w + chance.randrange(max(1, cell_w - turned.width))
        y = place // 4 * cell_h + chance.randrange(max(1, cell_h - turned.height))
        photo.paste(turned, (x, y), turned)
        way = "level" if angle == 0 else "turned" if angle in (90, -90, 180) else "slanted"
        height = f"{'16-23' if size == 22 else '24-33' if size == 30 else '34-50' if size == 44 else '51-'} px"
        megapixels = round(photo.width * photo.height / 1e6)
        words.append(
            _Word(text, (x + turned.width / 2, y + turned.height / 2), size, f"{megapixels:>2} MP {height} {way}")
        )
    return np.asarray(photo), words


def scene_words(quads: Sequence[dict[str, object]]) -> list[_Word]:
    """The legible words of a street picture that are high enough."""
    words = []
    for entry in quads:
        text, quad = entry["text"], np.array(entry["quad"], float).reshape(4, 2)
        height = (np.linalg.norm(quad[0] - quad[3]) + np.linalg.norm(quad[1] - quad[2])) / 2
        if isinstance(text, str) and _plain(text) and height >= LOWEST_PX:
            x, y = quad.mean(axis=0)
            words.append(_Word(text, (float(x), float(y)), float(height), "text_scenes"))
    return words


def flag(texts: Sequence[TextFinding], roll: Sequence[Person], tally: Tally) -> None:
    """Count lines that the roll flags where no pupil is named."""
    judged = judge_texts(texts, roll)
    tally.lines += sum(bool(text.text) for text in texts)
    tally.flagged += [f"{j.finding.text} ({j.finding.kind})" for j in judged if j.is_flagged]


def _lies_over(text: TextFinding, point: tuple[float, float]) -> bool:
    return cv2.pointPolygonTest(np.array(text.polygon, np.float32).reshape(-1, 1, 2), point, False) >= 0


def _plain(text: str) -> str:
    return re.sub(r"[^\w]|_", "", text.casefold())


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when the photos are not here."""
    parser = argparse.ArgumentParser(prog="./run bench texts", description=__doc__)
    parser.add_argument("--labels", type=int, default=40, help="photos with drawn labels")
    parser.add_argument("--views", type=int, nargs="+", help="long edges of the views, to compare")
    parser.add_argument("--misses", action="store_true", help="list the words that were not read")
    chosen = parser.parse_args(argv)
    if not (DATA / "faces_groups").is_dir():
        print(f"The photos are not in {DATA}.")
        return 1
    limits = ReadingLimits(tuple(chosen.views), budget_s=300) if chosen.views else ReadingLimits(budget_s=300)
    reader, roll = RapidTextReader(limits=limits), roll_of()
    backgrounds = sorted((DATA / "faces_groups" / "images").glob("*.jpg"))
    tallies: dict[str, Tally] = {}
    spent = {name: Tally() for name in (" 3 MP", "12 MP", "text_scenes", "documents")}
    for number in range(chosen.labels):
        pixels, words = labels(number, backgrounds, roll)
        count(tallies, words, read_timed(reader, pixels, spent[f"{round(pixels.size / 3e6):>2} MP"]))
    for name, quads in json.loads((DATA / "text_scenes" / "words.json").read_text()).items():
        pixels = np.asarray(Image.open(DATA / "text_scenes" / "images" / name).convert("RGB"))
        texts = read_timed(reader, pixels, spent["text_scenes"])
        count(tallies, scene_words(quads), texts)
        flag(texts, roll, spent["text_scenes"])
    phrases = found = 0
    for name, entry in json.loads((DATA / "documents" / "expected_text.json").read_text()).items():
        pixels = np.asarray(Image.open(DATA / "documents" / "images" / name).convert("RGB"))
        texts = read_timed(reader, pixels, spent["documents"])
        whole = " ".join(text.text for text in texts).casefold()
        phrases += len(entry["text"])
        found += sum(partial_ratio(phrase.casefold(), whole) >= 90 for phrase in entry["text"])
        flag(texts, roll, spent["documents"])
    _print(reader, limits, tallies, spent, (found, phrases), list_misses=chosen.misses)
    return 0


def _print(
    reader: RapidTextReader,
    limits: ReadingLimits,
    tallies: dict[str, Tally],
    spent: dict[str, Tally],
    phrases: tuple[int, int],
    *,
    list_misses: bool,
) -> None:
    print(f"{reader.engine}, views {limits.view_edges_px}")
    print(f"{'words 16 px high and more':<28}{'words':>7}{'seen':>8}{'read':>8}")
    for name, t in sorted(tallies.items()):
        print(f"{name:<28}{t.words:>7}{t.seen / t.words:>8.3f}{t.read / t.words:>8.3f}")
    drawn = [t for name, t in tallies.items() if name != "text_scenes"]
    total = sum(t.words for t in drawn)
    seen, read = sum(t.seen for t in drawn) / total, sum(t.read for t in drawn) / total
    print(f"{'labels, all':<28}{total:>7}{seen:>8.3f}{read:>8.3f}")
    print(f"documents: {phrases[0]} of {phrases[1]} phrases")
    for name, t in spent.items():
        count_ = max(1, t.photos)
        print(f"{name}: {t.photos} photos, {t.seconds / count_:.2f} s each, {t.cpu_seconds / count_:.2f} s of one core")
    for name in ("text_scenes", "documents"):
        print(f"{name}: {len(spent[name].flagged)} of {spent[name].lines} lines flagged: {spent[name].flagged}")
    if list_misses:
        for name, t in sorted(tallies.items()):
            print(f"{name}: {t.missed}")


if __name__ == "__main__":
    raise SystemExit(main())
