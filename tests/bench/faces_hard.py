"""`./run bench faces_hard`: faces that fill photos of 24 and 48 megapixels, far ones, and faces turned by any angle.

All are made from real photos with truth: portraits cut out and enlarged, photos turned about their middle on grey, many
photos on one sheet of 12 megapixels. The truth of a turned face is the box round the ellipse in its box.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from app.analysis.engines.centerface import CenterFaceDetector
from app.analysis.sightings import Thresholds
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from tests.bench.accuracy import DATA, spread
from tests.bench.faces_score import drawn_false, score, wilson
from tests.bench.portraits import class_photo
from tests.bench.truth import Tally, TruePhoto, load_portraits, load_set, tally

ANGLES = (30, 45, 60, 90, 135, 180)
SHARES = (0.3, 0.5, 0.7, 0.9)
SIZES = ((6000, 4000), (8000, 6000))
_GREY = (128, 128, 128)


@dataclass(frozen=True)
class MadePhoto:
    """A picture that was made from a photo, and the faces on it."""

    pixels: RgbImage
    truth: TruePhoto


def turned(photo: TruePhoto, angle: float) -> MadePhoto:
    """The photo turned against the clock by so many degrees, whole, on grey."""
    upright = photo.pixels()
    height, width = upright.shape[:2]
    picture = Image.fromarray(upright).rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=_GREY)

    def moved(box: Box) -> Box:
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        right, down = box.centre[0] - width / 2, box.centre[1] - height / 2
        x = cosine * right + sine * down + picture.width / 2
        y = cosine * down - sine * right + picture.height / 2
        half_width = math.hypot(box.width / 2 * cosine, box.height / 2 * sine)
        half_height = math.hypot(box.width / 2 * sine, box.height / 2 * cosine)
        return Box.from_list((x - half_width, y - half_height, x + half_width, y + half_height))

    faces, ignored = (tuple(map(moved, boxes)) for boxes in (photo.faces, photo.ignored))
    return MadePhoto(np.asarray(picture), TruePhoto(photo.path, faces, ignored))


def close_up(photo: TruePhoto, share: float, width: int, height: int) -> MadePhoto:
    """The photo's largest face so near that it fills `share` of the height of a picture of that size.

    What lies beyond the photo is grey; other people are out of the picture or ignored.
    """
    face = max(photo.faces, key=lambda box: box.area)
    scale = share * height / face.height
    left, top = face.centre[0] - width / scale / 2, face.centre[1] - height / scale / 2
    frame = (left, top, left + width / scale, top + height / scale)
    near = Image.fromarray(photo.pixels()).transform(
        (width, height), Image.Transform.EXTENT, frame, Image.Resampling.BILINEAR, fillcolor=_GREY
    )

    def placed(box: Box) -> Box | None:
        edges = ((box.left - left), (box.top - top), (box.right - left), (box.bottom - top))
        return Box.from_list([edge * scale for edge in edges]).clipped(width, height)

    others = [placed(box) for box in (*photo.faces, *photo.ignored) if box != face]
    true = placed(face) or face
    return MadePhoto(np.asarray(near), TruePhoto(photo.path, (true,), tuple(box for box in others if box)))


def together(photos: Sequence[TruePhoto], width: int, height: int) -> Iterator[MadePhoto]:
    """Photos beside and below each other at their own size, on grey sheets of that size: far faces in large photos."""
    waiting = sorted(photos, key=lambda photo: photo.pixels().shape[0])
    while waiting:
        sheet = np.full((height, width, 3), _GREY[0], np.uint8)
        faces: list[Box] = []
        ignored: list[Box] = []
        left = top = row = 0
        while waiting:
            part = waiting[0].pixels()
            if left + part.shape[1] > width:
                left, top, row = 0, top + row, 0
            if top + part.shape[0] > height:
                break
            sheet[top : top + part.shape[0], left : left + part.shape[1]] = part
            faces += [box.moved(left, top) for box in waiting[0].faces]
            ignored += [box.moved(left, top) for box in waiting.pop(0).ignored]
            left, row = left + part.shape[1], max(row, part.shape[0])
        yield MadePhoto(sheet, TruePhoto(photos[0].path, tuple(faces), tuple(ignored)))


def line(words: str, tallies: Sequence[Tally]) -> str:
    """Recall with its interval and false boxes of one kind of picture."""
    s = score(tallies)
    low, high = wilson(s.found, s.faces)
    least, most = drawn_false(tallies)
    return (
        f"{words:<32}{s.photos:>7}{s.faces:>7}   {s.recall:.3f} ({low:.3f}-{high:.3f})"
        f"   {s.recall_at_half:.3f}   {s.false_per_photo:5.2f} ({least:.2f}-{most:.2f})"
    )


def judged(detector: CenterFaceDetector, made: Iterator[MadePhoto]) -> list[Tally]:
    """What the finder calls a face on each picture, compared with the truth."""
    lowest = Thresholds().face
    return [
        tally(one.truth, [box for box, place in detector.places(one.pixels) if place.evidence >= lowest])
        for one in made
    ]


def measure_angles(detector: CenterFaceDetector, angles: Sequence[int], count: int) -> None:
    """Print recall by angle; every second picture is turned the other way round."""
    groups = spread(load_set(DATA / "faces_groups"), count)
    portraits = spread(load_portraits(DATA / "identify_wild"), count // 2)
    for name, photos in (("group photos", groups), ("portraits", portraits)):
        for angle in angles:
            made = (turned(photo, angle if number % 2 else -angle) for number, photo in enumerate(photos))
            print(line(f"{name} turned by {angle}°", judged(detector, made)), flush=True)


def measure_close_ups(detector: CenterFaceDetector, count: int) -> None:
    """Print recall of faces that fill a share of the height of large photos."""
    photos = spread(load_portraits(DATA / "identify_wild"), count)
    for width, height in SIZES:
        for share in SHARES:
            made = (close_up(photo, share, width, height) for photo in photos)
            words = f"{width * height // 1_000_000} MP, face {share:.0%} of height"
            print(line(words, judged(detector, made)), flush=True)


def measure_far(detector: CenterFaceDetector) -> None:
    """Print recall of the small faces of crowds in photos of 12 megapixels."""
    for name in ("faces_groups", "faces_masks"):
        if (DATA / name).is_dir():
            tallies = judged(detector, together(load_set(DATA / name), 4000, 3000))
            print(line(f"12 MP made of {name}", tallies), flush=True)


def measure_time(detector: CenterFaceDetector) -> None:
    """Print wall and processor seconds for one photo of 12 megapixels, the best of five."""
    for rows, columns in ((2, 3), (5, 6)):
        image = np.asarray(class_photo(rows=rows, columns=columns))
        detector.detect(image)
        took = []
        for _ in range(5):
            wall, processor = time.perf_counter(), time.process_time()
            faces, _ = detector.detect(image)
            took.append((time.perf_counter() - wall, time.process_time() - processor))
        wall, processor = min(took)
        print(f"12 MP with {len(faces)} faces: {wall:.2f} s, {processor:.2f} s of processor", flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when there is no set to make pictures from."""
    parser = argparse.ArgumentParser(prog="./run bench faces_hard", description=__doc__)
    parser.add_argument("--photos", type=int, default=26, help="group photos to turn; half as many portraits")
    parser.add_argument("--close-ups", type=int, default=12, help="portraits to enlarge; each in eight ways")
    parser.add_argument("--angles", type=int, nargs="*", default=ANGLES)
    chosen = parser.parse_args(argv)
    if not (DATA / "faces_groups").is_dir() or not (DATA / "identify_wild").is_dir():
        print(f"There are no photos with truth in {DATA}.")
        return 1
    detector = CenterFaceDetector()
    print(f"{'':<32}{'photos':>7}{'faces':>7}   {'recall at IoU .4':<20}at .5   false boxes a photo")
    if chosen.angles:
        measure_angles(detector, chosen.angles, chosen.photos)
    if chosen.close_ups:
        measure_close_ups(detector, chosen.close_ups)
    measure_far(detector)
    measure_time(detector)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
