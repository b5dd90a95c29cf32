"""`./run bench texts`: how many words are read, by height and direction, beside rapidocr as shipped on real photos.

`labels`: names on plates and cloth over real photos, drawn here, 16 pixels high and more; with `--angles`, at every
fifteen degrees. `documents`: photos of print with phrases typed in by eye. `text_scenes`: street words; the pictures at
hand were blurred on purpose by their publisher while the truth was made on the sharp ones, so that hardly any of its
"legible" words can be read by anybody. What is flagged in the last two is flagged wrongly: nobody of the roll is there.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from app.analysis.engines.text_reader import RapidTextReader, ReadingLimits
from app.analysis.names import judge_texts
from app.domain.detection import TextFinding, TextKind
from app.domain.people import Person
from app.domain.photo import RgbImage
from tests.bench.certificate_photos import DATA, fonts_here, roll_of
from tests.bench.texts_truth import (
    LOWEST_PX,
    ReaderAsShipped,
    Spent,
    Tally,
    Word,
    count,
    read_timed,
    real_photos,
    wilson,
)

_LABELS_PER_PHOTO = 12
_FONTS = ("print", "print bold", "serif italic", "Comic Neue")
_HEIGHTS = {22: "16-23", 30: "24-33", 44: "34-50", 70: "51-"}
_STEP_DEGREES = 15


def labels(
    number: int, backgrounds: Sequence[Path], roll: Sequence[Person], angle: float | None = None
) -> tuple[RgbImage, list[Word]]:
    """A photo with twelve names of the roll on plates or straight on what is there; the truth beside it.

    Args:
        angle: of all of them, on plates, grouped by it; None: most of them level, on photos of 3 and 12 megapixels.
    """
    chance = random.Random(number)
    with Image.open(backgrounds[chance.randrange(len(backgrounds))]) as image:
        size = (2000, 1500) if angle is not None else chance.choice(((2000, 1500), (4000, 3000)))
        photo = image.convert("RGB").resize(size, Image.Resampling.BILINEAR)
    fonts = [path for name, path in fonts_here().items() if name in _FONTS]
    words = []
    for place in range(_LABELS_PER_PHOTO):
        font_px = chance.choice(tuple(_HEIGHTS))
        font = ImageFont.truetype(str(chance.choice(fonts)), font_px)
        name = chance.choice(roll).legal_forename
        text = name.upper() if chance.random() < 0.3 else name
        way = chance.choice((0, 0, 0, chance.uniform(-30, 30), 90, -90, 180)) if angle is None else angle
        if font.getbbox(text)[3] - font.getbbox(text)[1] < LOWEST_PX:
            continue
        turned = _label(text, font, font_px, way, is_plate=angle is not None or chance.random() < 0.7)
        x, y = place % 4 * photo.width // 4, place // 4 * photo.height // 3
        x += chance.randrange(max(1, photo.width // 4 - turned.width))
        y += chance.randrange(max(1, photo.height // 3 - turned.height))
        photo.paste(turned, (x, y), turned)
        lies = "level" if way == 0 else "turned" if way in (90, -90, 180) else "slanted"
        megapixels = round(photo.width * photo.height / 1e6)
        group = f"{megapixels:>2} MP {_HEIGHTS[font_px]} px {lies}" if angle is None else f"{round(angle):>3} degrees"
        words.append(Word(text, (x + turned.width / 2, y + turned.height / 2), font_px, group))
    return np.asarray(photo), words


def _label(text: str, font: ImageFont.FreeTypeFont, size: int, angle: float, *, is_plate: bool) -> Image.Image:
    left, top, right, bottom = font.getbbox(text)
    label = Image.new("RGBA", (int(right - left) + 2 * size, int(bottom - top) + size))
    draw = ImageDraw.Draw(label)
    if is_plate:
        draw.rectangle((0, 0, *label.size), (245, 243, 238))
    ink = (30, 30, 40) if is_plate else (255, 255, 255)
    draw.text((size - left, size / 2 - top), text, ink, font=font, stroke_width=0 if is_plate else 1)
    return label.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)


def flag(texts: Sequence[TextFinding], roll: Sequence[Person], spent: Spent) -> None:
    """Count lines that are flagged, and whole sheets, where nobody of the roll is named."""
    judged = judge_texts(texts, roll)
    spent.flagged += [f"{j.finding.text} ({j.finding.kind})" for j in judged[: len(texts)] if j.is_flagged]
    spent.sheets += sum(j.finding.kind is TextKind.CERTIFICATE for j in judged[len(texts) :])


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when the photos are not here."""
    parser = argparse.ArgumentParser(prog="./run bench texts", description=__doc__)
    parser.add_argument("--labels", type=int, default=40, help="photos with drawn labels")
    parser.add_argument("--angles", type=int, default=0, help="photos with drawn labels for every fifteen degrees")
    parser.add_argument("--no-real", action="store_true", help="leave text_scenes and documents out")
    parser.add_argument("--views", type=int, nargs="+", help="long edges of the views, to compare")
    parser.add_argument("--misses", action="store_true", help="list the words that were not read")
    chosen = parser.parse_args(argv)
    if not (DATA / "faces_groups").is_dir():
        print(f"The photos are not in {DATA}.")
        return 1
    limits = ReadingLimits(tuple(chosen.views), budget_s=300) if chosen.views else ReadingLimits(budget_s=300)
    reader, roll = RapidTextReader(limits=limits), roll_of()
    print(f"{reader.engine}, views {limits.view_edges_px}", flush=True)
    backgrounds = sorted((DATA / "faces_groups" / "images").glob("*.jpg"))
    tallies: dict[str, Tally] = {}
    spent = {" 3 MP": Spent(), "12 MP": Spent()}
    for number in range(chosen.labels):
        pixels, words = labels(number, backgrounds, roll)
        count(tallies, words, read_timed(reader, pixels, spent[f"{round(pixels.size / 3e6):>2} MP"]))
    _print(tallies, spent, "labels, all")
    tallies = {}
    for number in range(chosen.angles):
        for angle in range(0, 360, _STEP_DEGREES):
            pixels, words = labels(1000 + 360 * number + angle, backgrounds, roll, angle)
            count(tallies, words, read_timed(reader, pixels, Spent()))
    _print(tallies, {}, "every direction")
    if chosen.misses:
        print("\n".join(f"{name}: {tally.missed}" for name, tally in sorted(tallies.items())))
    if not chosen.no_real:
        _real(reader, roll, list_misses=chosen.misses)
    return 0


def _real(reader: RapidTextReader, roll: Sequence[Person], *, list_misses: bool) -> None:
    """Real photos, read by us and by rapidocr as shipped."""
    photos = real_photos(DATA)
    readers: tuple[Any, ...] = (reader, ReaderAsShipped())
    for each in readers:
        tallies: dict[str, Tally] = {}
        spent = {"text_scenes": Spent(), "documents": Spent(), "faces_groups": Spent()}
        for folder, pixels, words in photos:
            texts = read_timed(each, pixels, spent[folder])
            count(tallies, words, texts)
            flag(texts, roll, spent[folder])
        print(f"\n{each.engine}")
        _print(tallies, spent, "")
        for folder, cost in spent.items() if each is reader else ():
            print(
                f"{folder}: {len(cost.flagged)} of {cost.lines} lines, {cost.sheets} whole sheets flagged wrongly in "
                f"{cost.photos} photos, {len(cost.flagged) / cost.photos:.2f} lines a photo: {cost.flagged}"
            )
        if list_misses:
            print("\n".join(f"{name}: {tally.missed}" for name, tally in sorted(tallies.items())))


def _print(tallies: dict[str, Tally], spent: dict[str, Spent], total: str) -> None:
    if not tallies:
        return
    print(f"{'words 16 px high and more':<26}{'words':>6}  {'in a line':<22}{'read':<22}{'at most one slip':<22}")
    everything = Tally()
    for name, t in sorted(tallies.items()):
        print(_row(name, t))
        for part in ("words", "seen", "read", "nearly"):
            setattr(everything, part, getattr(everything, part) + getattr(t, part))
    if total:
        print(_row(total, everything))
    for name, cost in spent.items():
        if cost.photos:
            print(
                f"{name}: {cost.photos} photos, {cost.seconds / cost.photos:.2f} s each, "
                f"{cost.cpu_seconds / cost.photos:.2f} s of one core; {cost.lines} lines, {cost.unspelt} not spelt"
            )


def _row(name: str, t: Tally) -> str:
    shares = "".join(f"{wilson(hits, t.words):<22}" for hits in (t.seen, t.read, t.nearly))
    return f"{name:<26}{t.words:>6}  {shares}".rstrip()


if __name__ == "__main__":
    raise SystemExit(main())
