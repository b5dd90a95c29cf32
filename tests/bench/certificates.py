"""`./run bench certificates`: how often the name on a photographed certificate is covered and cannot be read any more.

Each photo goes the way of the product: read, judged with a roll of 300, made into regions, covered as `decide` would
have it. Then the covered photo is read again, whole and with the sheet pulled straight. A name counts as covered when
neither reading gives a part of it and at least 97 in 100 pixels of its ink are under covers.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from app.analysis.engines.text_reader import RapidTextReader, ReadingLimits
from app.analysis.merging import merge_regions
from app.analysis.names import judge_texts
from app.analysis.roll import Roll
from app.decision.decide import cover_box
from app.domain.detection import Findings, RegionId, TextKind
from app.domain.geometry import Box
from app.domain.people import Person
from app.domain.photo import PhotoId, RgbImage
from app.redaction.covering import cover
from tests.bench.certificate_photos import CONDITIONS, DATA, CertificatePhoto, fonts_here, photographed, roll_of
from tests.bench.texts_truth import wilson

_INK_HIDDEN = 0.97
_FLAT_PX = 1200


@dataclass(frozen=True)
class Result:
    """Of one certificate.

    Attributes:
        hidden: share of the name's ink under covers.
        unreadable: neither reading afterwards gave the name.
        whole: the whole sheet was covered, since the line of the name was not sure.
        seconds: for reading and judging, one core.
    """

    number: int
    font: str
    condition: str
    name: str
    hidden: float
    unreadable: bool
    whole: bool
    seconds: float
    lines: tuple[str, ...]

    @property
    def is_covered(self) -> bool:
        return self.unreadable and self.hidden >= _INK_HIDDEN


def try_one(
    number: int, photo: CertificatePhoto, reader: RapidTextReader, roll: Sequence[Person]
) -> tuple[Result, RgbImage]:
    """Cover one photographed certificate as the product would, and try to read its name afterwards."""
    start = time.process_time()
    height, width = photo.pixels.shape[:2]
    texts = reader.read(photo.pixels)
    judged = judge_texts(texts, roll)
    seconds = time.process_time() - start
    ids = (RegionId(f"r{n}") for n in range(1 << 20))
    found = Findings(width, height, texts=texts)
    regions = merge_regions(PhotoId("bench"), (), found, judged, fresh_id=lambda: next(ids)).new
    boxes = [cover_box(region, width=width, height=height) for region in regions]
    covered = cover(photo.pixels, boxes)
    whole = any(r.text_kind is TextKind.CERTIFICATE and not r.text for r in regions)
    unreadable = not _is_read(covered, photo, reader)
    lines = tuple(text.text for text in texts)
    name = f"{photo.person.legal_forename} {photo.person.legal_surname}"
    hidden = _hidden(photo, boxes)
    return Result(number, photo.font, photo.condition, name, hidden, unreadable, whole, seconds, lines), covered


def _hidden(photo: CertificatePhoto, boxes: Sequence[Box]) -> float:
    under = np.zeros(photo.ink.shape, bool)
    for box in boxes:
        under[box.top : box.bottom, box.left : box.right] = True
    return float(under[photo.ink].mean())


def _is_read(covered: RgbImage, photo: CertificatePhoto, reader: RapidTextReader) -> bool:
    one = Roll([photo.person])
    long = max(np.linalg.norm(photo.corners[1] - photo.corners[0]), np.linalg.norm(photo.corners[2] - photo.corners[1]))
    scale = _FLAT_PX / float(long)
    size = (
        round(scale * float(np.linalg.norm(photo.corners[1] - photo.corners[0]))),
        round(scale * float(np.linalg.norm(photo.corners[2] - photo.corners[1]))),
    )
    flat = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    turn = cv2.getPerspectiveTransform(photo.corners, flat)
    straight = np.asarray(cv2.warpPerspective(covered, turn, size, flags=cv2.INTER_CUBIC), np.uint8)
    texts = (*reader.read(covered), *reader.read(straight))
    return any(one.named_in(text.text, first_names_count=True) for text in texts)


def table(results: Sequence[Result]) -> str:
    """Shares by font and by condition, and all, with the interval of the share covered."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[f"font {result.font}"].append(result)
        groups[f"photo {result.condition}"].append(result)
    groups["all"] = list(results)
    lines = [
        f"{'certificates':<24}{'photos':>7}  {'covered':<22}{'unreadable':>12}{'ink hidden':>12}{'whole sheet':>13}"
    ]
    for name, part in sorted(groups.items(), key=lambda item: (item[0] == "all", item[0])):
        covered, unreadable = wilson(sum(r.is_covered for r in part), len(part)), np.mean([r.unreadable for r in part])
        hidden, whole = np.mean([r.hidden for r in part]), np.mean([r.whole for r in part])
        lines.append(f"{name:<24}{len(part):>7}  {covered:<22}{unreadable:>12.3f}{hidden:>12.3f}{whole:>13.3f}")
    lines.append(f"read and judged in {np.mean([r.seconds for r in results]):.2f} s of one core each")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table and every certificate whose name was not covered."""
    parser = argparse.ArgumentParser(prog="./run bench certificates", description=__doc__)
    parser.add_argument("--photos", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    parser.add_argument("--step", type=int, default=1, help="take each so-manieth of the series")
    parser.add_argument("--no-roll", action="store_true", help="judge without a roll: names of children nobody knows")
    parser.add_argument("--keep", type=Path, help="a folder for pictures of covered certificates")
    parser.add_argument("--results", type=Path, help="add each result to this file, and print the table of all in it")
    chosen = parser.parse_args(argv)
    folder = DATA / "faces_groups" / "images"
    backgrounds = sorted(folder.glob("*.jpg")) if folder.is_dir() else []
    reader, roll, fonts = RapidTextReader(limits=ReadingLimits(budget_s=300)), roll_of(), fonts_here()
    print(
        f"{reader.engine}; {len(fonts)} fonts, {len(CONDITIONS)} conditions, {len(backgrounds)} photos behind",
        flush=True,
    )
    results = _results_in(chosen.results)
    done = {result.number for result in results}
    for number in range(chosen.first, chosen.first + chosen.photos * chosen.step, chosen.step):
        if number in done:
            continue
        photo = photographed(number, roll, backgrounds, fonts)
        result, covered = try_one(number, photo, reader, () if chosen.no_roll else roll)
        results.append(result)
        if chosen.results:
            with chosen.results.open("a") as file:
                file.write(json.dumps(asdict(result)) + "\n")
        if chosen.keep:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            Image.fromarray(covered).save(chosen.keep / f"{number:03}.jpg", quality=85)
    for result in results:
        if not result.is_covered:
            print(
                f"not covered: {result.number}, {result.font}, {result.condition}, {result.name}, "
                f"ink {result.hidden:.2f}, {'un' if result.unreadable else ''}readable: {list(result.lines)}"
            )
    print(table(results))
    return 0


def _results_in(file: Path | None) -> list[Result]:
    """What an earlier part of the series left."""
    if file is None or not file.is_file():
        return []
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    return [Result(**{**row, "lines": tuple(row["lines"])}) for row in rows]


if __name__ == "__main__":
    raise SystemExit(main())
