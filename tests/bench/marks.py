"""School marks: how many are found, how many boxes are wrong, how long it takes, against SIFT and a homography.

`python -m tests.bench.marks [crests] [logos] [--crests N] [--scenes N] [--first N] [--into FILE]`. Crests are invented,
worn over real photos of `faces_groups` and `text_scenes`; nothing of those photos, nor of the way the scenes are drawn,
is learned from. On `logos` each brand is learned from its reference pictures. Everything is drawn from fixed seeds.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from math import log, sqrt
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from app.analysis.engines.mark_detector import Correlator, TaughtMarkDetector
from app.analysis.marks.cutouts import Cutout
from app.analysis.marks.emblems import emblem
from app.analysis.marks.model import TaughtMark
from app.analysis.marks.training import learn_mark
from app.domain.detection import MarkFinding
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from tests.bench.marks_scenes import wear
from tests.bench.marks_sift import SiftFinder
from tests.bench.truth import TruePhoto, load_set

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SIZES_PX = (32, 48, 96)
HIT_IOU = 0.4
SIFT_SEES_ONE_IN = 3
"""SIFT takes more time than all the rest, so it is shown every third of the scenes."""
REACH = 4.0
_SEED = 7100


def wilson(hits: int, of: int) -> str:
    """A share with its 95 % confidence interval."""
    if not of:
        return "-"
    share, z = hits / of, 1.96
    middle = (share + z * z / 2 / of) / (1 + z * z / of)
    reach = z * sqrt(share * (1 - share) / of + z * z / 4 / of / of) / (1 + z * z / of)
    return f"{share:.3f} ({max(0, middle - reach):.2f}-{min(1, middle + reach):.2f})"


def learned(pictures: Sequence[Cutout]) -> tuple[TaughtMark, float]:
    """What the program learns of a mark with the effort it makes for a school, and the seconds of processor."""
    started = time.process_time()
    mark = None
    for step in learn_mark(pictures, Correlator):
        mark = step.mark
    assert mark is not None
    return mark, time.process_time() - started


def pixels_of(path: Path) -> RgbImage:
    """A photo of a set, upright."""
    return TruePhoto(path, (), ()).pixels()


def crests(numbers: Sequence[int], scenes: int, into: Path | None) -> None:
    """Recall by size, false boxes on photos as they are, and the same for SIFT."""
    kept = json.loads(into.read_text()) if into is not None and into.is_file() else {}
    groups = load_set(DATA / "faces_groups")
    texts = [TruePhoto(p, (), ()) for p in sorted((DATA / "text_scenes" / "images").iterdir())]
    photos = [(photo.pixels(), photo.faces) for photo in (*groups, *texts)]
    points = [SiftFinder(()).points(photo) for photo, _ in photos]
    for number in numbers:
        kept[str(number)] = found = crest(number, scenes, photos, points)
        if into is not None:
            into.write_text(json.dumps(kept))
        at_sizes = ", ".join(f"{s} px {_hits(found, s)} of {len(found['marks'][str(s)])}" for s in SIZES_PX)
        told = ", ".join(f"{s} px {r:.2f}" for s, r in found["told"].items())
        print(f"  crest {number}: learned in {found['learned_s']:.0f} s of one core; told the school: {told}")
        print(f"    found at {at_sizes}; {sum(m >= 0 for m in found['false'])} false boxes in {len(photos)} photos")
        print(f"    {found['speed']}", flush=True)
    report(kept)


def crest(number: int, scenes: int, photos: Sequence[tuple[RgbImage, Any]], points: Sequence[Any]) -> dict[str, Any]:
    """One invented crest, learned and looked for; marks are kept as how far above or below the threshold they were."""
    pictures = [emblem(np.random.default_rng(_SEED + number))]
    mark, seconds = learned(pictures)
    easy, sift = easier(mark), SiftFinder(pictures)
    rng = np.random.default_rng([_SEED, number])
    seen: dict[str, list[float]] = {str(size): [] for size in SIZES_PX}
    sifted: dict[str, list[bool]] = {str(size): [] for size in SIZES_PX}
    for size in SIZES_PX:
        for scene in range(scenes):
            photo, faces = photos[(scene + number * 5) % len(photos)]
            large = [f for f in faces if f.width >= size / 2]
            around = large[rng.integers(len(large))] if large and rng.random() < 0.6 else None
            worn = wear(rng, pictures[0], photo, size_px=size, around=around)
            over = [margin(f) for f in easy.detect(worn.image) if f.box.iou(worn.box) >= HIT_IOU]
            seen[str(size)].append(max(over, default=-99.0))
            if scene % SIFT_SEES_ONE_IN == 0:
                sifted[str(size)].append(any(b.iou(worn.box) >= HIT_IOU for b in sift.detect(worn.image)))
    false = [margin(found) for photo, _ in photos for found in easy.detect(photo)]
    sift_false = sum(len(sift.match(*known, photo.shape)) for known, (photo, _) in zip(points, photos, strict=True))
    finder = TaughtMarkDetector([("crest", mark, "")])
    return {
        "marks": seen, "false": false, "photos": len(photos), "sift": sifted, "sift_false": sift_false,
        "told": {str(s): r for s, r in mark.recall.items()}, "learned_s": seconds, "speed": _speed(finder),
    }  # fmt: skip


def easier(mark: TaughtMark) -> TaughtMarkDetector:
    """A finder that also tells what lies up to `REACH` below the threshold, for the curve."""
    return TaughtMarkDetector([("mark", replace(mark, lowest_odds=mark.lowest_odds - REACH), "")])


def margin(found: MarkFinding) -> float:
    """How far above the threshold something told by `easier` lies, in log odds."""
    score = min(max(found.score, 1e-4), 1 - 1e-4)
    return 2 * log(score / (1 - score)) - REACH


def _hits(found: dict[str, Any], size: int, at: float = 0.0) -> int:
    return sum(m >= at for m in found["marks"][str(size)])


def report(kept: dict[str, Any]) -> None:
    """The table over all crests, and the curve of recall against false boxes."""
    every = list(kept.values())
    looks = sum(found["photos"] for found in every)
    shown = {size: sum(len(found["marks"][str(size)]) for found in every) for size in SIZES_PX}
    print(f"{len(every)} invented crests, {shown[48]} scenes of each size; {looks} looks at photos without a mark")
    print(f"{'size':<8}{'taught':>24}{'SIFT + homography':>24}")
    for size in SIZES_PX:
        sifted = [hit for found in every for hit in found["sift"][str(size)]]
        hits = sum(_hits(found, size) for found in every)
        print(f"{size:<8}{wilson(hits, shown[size]):>24}{wilson(sum(sifted), len(sifted)):>24}")
    false = sum(m >= 0 for found in every for m in found["false"])
    sift_false = sum(found["sift_false"] for found in every)
    print(f"{'false':<8}{false / looks:>24.3f}{sift_false / looks:>24.3f}   boxes a photo and mark")
    print("stricter or easier by so many log odds: false boxes a photo, recall at " + ", ".join(map(str, SIZES_PX)))
    for at in (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0):
        wrong = sum(m >= at for found in every for m in found["false"]) / looks
        shares = "  ".join(f"{sum(_hits(found, size, at) for found in every) / shown[size]:.3f}" for size in SIZES_PX)
        print(f"{at:+5.1f}   {wrong:.3f}   {shares}")
    print(f"learning took {np.mean([found['learned_s'] for found in every]):.0f} s of one core on average")


def _speed(finder: TaughtMarkDetector) -> str:
    rng = np.random.default_rng(1)
    photo = load_set(DATA / "faces_groups")[0].pixels()
    large = np.asarray(cv2.resize(photo, (4000, 3000), interpolation=cv2.INTER_CUBIC), np.uint8)
    noisy = np.clip(large + rng.normal(0, 4, large.shape), 0, 255).astype(np.uint8)
    finder.detect(photo)
    started = time.process_time()
    finder.detect(noisy)
    return f"one mark in 12 megapixels: {time.process_time() - started:.2f} s of processor"


def logos(first: int, count: int) -> None:
    """Per brand of `logos`, `count` of them: recall and false boxes, beside SIFT."""
    from app.analysis.marks.cutouts import cut_out

    folder = DATA / "logos"
    boxes, labels, references = (_json(folder / f"{n}.json") for n in ("boxes", "labels_only", "references"))
    brands = sorted(set(references.values()))[first : first + count]
    taught = {}
    for brand in brands:
        paths = sorted(name for name, of in references.items() if of == brand)
        pictures = [cut_out(pixels_of(folder / "references" / name)) for name in paths]
        mark, seconds = learned(pictures)
        print(f"  {brand}: learned from {len(pictures)} pictures in {seconds:.0f} s of one core", flush=True)
        taught[brand] = (TaughtMarkDetector([(brand, mark, "")]), SiftFinder(pictures))
    hits, sift_hits, truth = dict.fromkeys(brands, 0), dict.fromkeys(brands, 0), dict.fromkeys(brands, 0)
    wrong, sift_wrong, without = dict.fromkeys(brands, 0), dict.fromkeys(brands, 0), dict.fromkeys(brands, 0)
    for name in sorted({*boxes, *labels}):
        photo = pixels_of(folder / "photos" / name)
        there = {entry["brand"] for entry in boxes.get(name, [])} | set(labels.get(name, []))
        points, words, factor = taught[brands[0]][1].points(photo)
        for brand in brands:
            finder, sift = taught[brand]
            seen = [f.box for f in finder.detect(photo)]
            sifted = sift.match(points, words, factor, photo.shape)
            real = [Box.from_xywh(*e["box"]) for e in boxes.get(name, []) if e["brand"] == brand]
            truth[brand] += len(real)
            hits[brand] += sum(any(_is_on(b, r) for b in seen) for r in real)
            sift_hits[brand] += sum(any(_is_on(b, r) for b in sifted) for r in real)
            if brand not in there:
                without[brand] += 1
                wrong[brand] += len(seen)
                sift_wrong[brand] += len(sifted)
    print(f"{'brand':<10}{'marks':>6}{'taught':>22}{'SIFT':>22}{'false/photo':>13}{'SIFT':>8}")
    for brand in brands:
        print(
            f"{brand:<10}{truth[brand]:>6}{wilson(hits[brand], truth[brand]):>22}"
            f"{wilson(sift_hits[brand], truth[brand]):>22}"
            f"{wrong[brand] / without[brand]:>13.3f}{sift_wrong[brand] / without[brand]:>8.3f}"
        )
    total, looks = sum(truth.values()), sum(without.values())
    print(
        f"{'all':<10}{total:>6}{wilson(sum(hits.values()), total):>22}{wilson(sum(sift_hits.values()), total):>22}"
        f"{sum(wrong.values()) / looks:>13.3f}{sum(sift_wrong.values()) / looks:>8.3f}"
    )


def _is_on(found: Box, real: Box) -> bool:
    """The published boxes are loose, so what counts is that the centre lies inside and the sizes are alike."""
    return found.iou(real) >= 0.3 or (real.contains_point(*found.centre) and found.area >= 0.2 * real.area)


def _json(path: Path) -> dict[str, list[dict[str, str]]]:
    return dict(json.loads(path.read_text()))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when there are no photos to measure on."""
    parser = argparse.ArgumentParser(prog="marks", description=__doc__)
    parser.add_argument("what", nargs="*", default=["crests", "logos"], help="crests, logos or both")
    parser.add_argument("--crests", type=int, default=6)
    parser.add_argument("--first", type=int, default=0, help="number of the first crest or brand")
    parser.add_argument(
        "--into", type=Path, help="keep what was seen here and add to it, so that it can be run in parts"
    )
    parser.add_argument("--scenes", type=int, default=48, help="of each crest and size")
    parser.add_argument("--brands", type=int, default=8)
    chosen = parser.parse_args(argv)
    if not (DATA / "faces_groups").is_dir():
        print(f"There are no photos in {DATA}.")
        return 1
    if "crests" in chosen.what:
        crests(range(chosen.first, chosen.first + chosen.crests), chosen.scenes, chosen.into)
    if "logos" in chosen.what:
        logos(chosen.first, chosen.brands)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
