"""School marks: how many are found, how many boxes are wrong, how long it takes, against SIFT and a homography.

`python -m tests.bench.marks [crests] [logos] [--crests N] [--scenes N]`. Crests are invented, worn over real photos of
`faces_groups` and `text_scenes`; nothing of those photos, nor of the way the scenes are drawn, is learned from. On
`logos` each brand is learned from its reference pictures. Everything is drawn from fixed seeds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from math import sqrt
from pathlib import Path

import cv2
import numpy as np

from app.analysis.engines.mark_detector import Correlator, TaughtMarkDetector
from app.analysis.marks.cutouts import Cutout
from app.analysis.marks.emblems import emblem
from app.analysis.marks.model import TaughtMark
from app.analysis.marks.training import learn_mark
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


def crests(count: int, scenes: int) -> None:
    """Recall by size, false boxes on photos as they are, and the same for SIFT."""
    groups = load_set(DATA / "faces_groups")
    texts = [TruePhoto(p, (), ()) for p in sorted((DATA / "text_scenes" / "images").iterdir())]
    photos = [(photo.pixels(), photo.faces) for photo in (*groups, *texts)]
    found = dict.fromkeys(SIZES_PX, 0)
    sift_found = dict.fromkeys(SIZES_PX, 0)
    shown, sift_shown = dict.fromkeys(SIZES_PX, 0), dict.fromkeys(SIZES_PX, 0)
    points = [SiftFinder(()).points(photo) for photo, _ in photos]
    wrong = sift_wrong = spent = 0.0
    clean_photos = 0
    for number in range(count):
        pictures = [emblem(np.random.default_rng(_SEED + number))]
        mark, seconds = learned(pictures)
        spent += seconds
        finder, sift = TaughtMarkDetector([("crest", mark, "")]), SiftFinder(pictures)
        rng = np.random.default_rng([_SEED, number])
        for size in SIZES_PX:
            for scene in range(scenes):
                photo, faces = photos[(scene + number * 5) % len(photos)]
                large = [f for f in faces if f.width >= size / 2]
                around = large[rng.integers(len(large))] if large and rng.random() < 0.6 else None
                worn = wear(rng, pictures[0], photo, size_px=size, around=around)
                boxes = [f.box for f in finder.detect(worn.image)]
                found[size] += any(b.iou(worn.box) >= HIT_IOU for b in boxes)
                shown[size] += 1
                if scene % SIFT_SEES_ONE_IN == 0:
                    sift_shown[size] += 1
                    sift_found[size] += any(b.iou(worn.box) >= HIT_IOU for b in sift.detect(worn.image))
        wrong += sum(len(finder.detect(photo)) for photo, _ in photos)
        sift_wrong += sum(
            len(sift.match(*known, photo.shape)) for known, (photo, _) in zip(points, photos, strict=True)
        )
        clean_photos += len(photos)
        told = ", ".join(f"{s} px {r:.2f}" for s, r in mark.recall.items())
        at_sizes = ", ".join(f"{s} px {found[s]} of {shown[s]}" for s in SIZES_PX)
        print(f"  so far: {at_sizes}; {wrong:.0f} false boxes in {clean_photos} photos")
        print(f"  crest {number}: learned in {seconds:.0f} s of one core; told the school: {told}", flush=True)
    print(f"{count} invented crests, {scenes} scenes each and size; {clean_photos} looks at photos without a mark")
    print(f"{'size':<8}{'taught':>24}{'SIFT + homography':>24}")
    for size in SIZES_PX:
        print(f"{size:<8}{wilson(found[size], shown[size]):>24}{wilson(sift_found[size], sift_shown[size]):>24}")
    print(f"{'false':<8}{wrong / clean_photos:>24.3f}{sift_wrong / clean_photos:>24.3f}   boxes a photo and mark")
    print(f"learning took {spent / count:.0f} s of one core on average")
    print(_speed(finder))


def _speed(finder: TaughtMarkDetector) -> str:
    rng = np.random.default_rng(1)
    photo = load_set(DATA / "faces_groups")[0].pixels()
    large = np.asarray(cv2.resize(photo, (4000, 3000), interpolation=cv2.INTER_CUBIC), np.uint8)
    noisy = np.clip(large + rng.normal(0, 4, large.shape), 0, 255).astype(np.uint8)
    finder.detect(photo)
    started = time.process_time()
    finder.detect(noisy)
    return f"one mark in 12 megapixels: {time.process_time() - started:.2f} s of processor"


def logos(count: int) -> None:
    """Per brand of `logos`, the first `count` of them: recall and false boxes, beside SIFT."""
    from app.analysis.marks.cutouts import cut_out

    folder = DATA / "logos"
    boxes, labels, references = (_json(folder / f"{n}.json") for n in ("boxes", "labels_only", "references"))
    brands = sorted(set(references.values()))[:count]
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
    import json

    return dict(json.loads(path.read_text()))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when there are no photos to measure on."""
    parser = argparse.ArgumentParser(prog="marks", description=__doc__)
    parser.add_argument("what", nargs="*", default=["crests", "logos"], help="crests, logos or both")
    parser.add_argument("--crests", type=int, default=6)
    parser.add_argument("--scenes", type=int, default=48, help="of each crest and size")
    parser.add_argument("--brands", type=int, default=8)
    chosen = parser.parse_args(argv)
    if not (DATA / "faces_groups").is_dir():
        print(f"There are no photos in {DATA}.")
        return 1
    if "crests" in chosen.what:
        crests(chosen.crests, chosen.scenes)
    if "logos" in chosen.what:
        logos(chosen.brands)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
