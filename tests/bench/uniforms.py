"""`./run bench uniforms`: is a uniform told from another one, and from other clothes, in light of many colours?

No photos of real uniforms are at hand. Real group photos get garments of a known colour painted on, with the folds and
shade of what people wore, then the light of the whole picture is changed. People who are left as they are wear no
uniform. Intervals are 95 % (Wilson).
"""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from app.analysis.clothing import clothes_in, torso_below
from app.domain.clothing import Uniform, UniformTag, dresses_in
from app.domain.geometry import Box
from app.domain.photo import RgbImage
from tests.bench.truth import load_set

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "faces_groups"
COLOURS = {
    "navy": "#1f2a4d", "bottle green": "#0f4d2e", "burgundy": "#6b1226", "royal blue": "#1d4fa3", "purple": "#4b2a7b",
    "grey": "#6d7278", "red": "#c3202f", "sky blue": "#7db7e0", "yellow": "#f2c230", "black": "#1b1b1d",
}  # fmt: skip
LIGHTS = {
    "as taken": (1.0, 1.0, 1.0), "warm": (1.2, 1.0, 0.8), "lamp": (1.45, 1.0, 0.6), "cool": (0.85, 1.0, 1.2),
    "blue shade": (0.72, 1.0, 1.4), "dim": (0.5, 0.5, 0.5), "bright": (1.5, 1.5, 1.5),
}  # fmt: skip
DARK_OR_GREY = ("navy", "grey", "black")
"""What many people wear anyway, so that those who were left as they are may really wear it."""
NARROWEST_PX = 24


@dataclass(frozen=True)
class Dressed:
    """A photo with painted garments: the picture, the faces, and for each face its colour or nothing."""

    image: RgbImage
    faces: tuple[Box, ...]
    worn: tuple[str, ...]


def paint(image: RgbImage, face: Box, colour: str, others: Sequence[Box]) -> None:
    """Give whoever has this face a garment, in place; heads in front stay."""
    height, width = image.shape[:2]
    torso = torso_below(face, width, height)
    if torso is None:
        return
    grown = Box(torso.left - face.width // 3, torso.top, torso.right + face.width // 3, torso.bottom + face.height)
    area = grown.clipped(width, height) or torso
    free = np.ones((area.height, area.width), np.float32)
    for other in others:
        margin = other.height // 4
        head = Box(other.left - margin, other.top - margin, other.right + margin, other.bottom + margin)
        if (shared := area.intersection(head)) is not None:
            part = shared.moved(-area.left, -area.top)
            free[part.top : part.bottom, part.left : part.right] = 0
    neck = max(1, face.width // 5)
    middle = (face.left + face.right) // 2 - area.left
    free[: face.height // 4, max(0, middle - neck) : middle + neck] = 0
    soft = cv2.GaussianBlur(free, (0, 0), max(1.0, face.width / 40))[..., None]
    cut = (image[area.top : area.bottom, area.left : area.right] / 255.0) ** 2.2
    shade = cut.mean(axis=2, keepdims=True)
    shade = np.clip(shade / max(float(np.median(shade)), 0.02), 0.45, 1.7)
    cloth = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]) ** 2.2
    mixed = cut * (1 - soft) + np.clip(cloth * shade, 0, 1) * soft
    image[area.top : area.bottom, area.left : area.right] = np.round(mixed ** (1 / 2.2) * 255).astype(np.uint8)


def dress(image: RgbImage, faces: Sequence[Box], ours: str, theirs: str, seed: int) -> Dressed:
    """A half wears ours, a quarter theirs, the rest keeps its own clothes."""
    random = np.random.default_rng(seed)
    height, width = image.shape[:2]
    seen = [f for f in faces if f.width >= NARROWEST_PX and torso_below(f, width, height) is not None]
    worn = tuple(str(c) for c in random.choice([ours, ours, theirs, ""], size=len(seen)))
    painted = image.copy()
    for face, colour in zip(seen, worn, strict=True):
        if colour:
            paint(painted, face, COLOURS[colour], [f for f in faces if f != face])
    return Dressed(painted, tuple(seen), worn)


def lit(image: RgbImage, light: tuple[float, float, float]) -> RgbImage:
    """The picture in light of another colour and strength, as a JPEG keeps it."""
    linear = np.clip((image / 255.0) ** 2.2 * np.array(light), 0, 1) ** (1 / 2.2)
    file = io.BytesIO()
    Image.fromarray(np.round(linear * 255).astype(np.uint8)).save(file, "JPEG", quality=85)
    return np.asarray(Image.open(file).convert("RGB"))


def wilson(hits: int, trials: int) -> str:
    """Share with its 95 % interval."""
    if not trials:
        return "      -"
    share, z = hits / trials, 1.96
    middle = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z * ((share * (1 - share) / trials + z * z / (4 * trials**2)) ** 0.5) / (1 + z * z / trials)
    return f"{share:6.1%} ({middle - half:.1%}-{middle + half:.1%})"


def main(argv: Sequence[str] | None = None) -> int:
    """Print for every light, and for every colour, what was told right."""
    parser = argparse.ArgumentParser(prog="./run bench uniforms", description=__doc__)
    parser.add_argument("--photos", type=int, default=20)
    chosen = parser.parse_args(argv)
    if not DATA.is_dir():
        print(f"There are no photos in {DATA}.")
        return 1
    names = list(COLOURS)
    by_light: Counter[tuple[str, str, UniformTag]] = Counter()
    by_colour: Counter[tuple[str, bool]] = Counter()
    for number, photo in enumerate(load_set(DATA)[: chosen.photos]):
        pixels = photo.pixels()
        ours, theirs = names[number % len(names)], names[(number * 3 + 1 + number // len(names)) % len(names)]
        if ours == theirs:
            theirs = names[(names.index(theirs) + 1) % len(names)]
        dressed = dress(pixels, photo.faces, ours, theirs, seed=number)
        uniforms = [Uniform("ours", True, (COLOURS[ours],)), Uniform("theirs", False, (COLOURS[theirs],))]
        plain = "none" if ours not in DARK_OR_GREY else "dark"
        for light, gains in LIGHTS.items():
            clothes = clothes_in(lit(dressed.image, gains), dressed.faces)
            for worn, seen in zip(dressed.worn, dresses_in(clothes, uniforms), strict=True):
                truth = {ours: "ours", theirs: "theirs", "": plain}[worn]
                by_light[light, truth, seen.tag] += 1
                if truth == "ours":
                    by_colour[ours, seen.tag is UniformTag.OWN_UNIFORM] += 1
    own, other = UniformTag.OWN_UNIFORM, UniformTag.OTHER_UNIFORM
    print(
        f"{'light':<12}"
        + "".join(
            f"{w:>25}"
            for w in ("ours as ours", "theirs as theirs", "theirs as ours", "others as ours", "others as dark ours")
        )
    )
    for light in LIGHTS:
        totals = {t: sum(by_light[light, t, tag] for tag in UniformTag) for t in ("ours", "theirs", "none", "dark")}
        shown = [("ours", own), ("theirs", other), ("theirs", own), ("none", own), ("dark", own)]
        print(f"{light:<12}" + "".join(f"{wilson(by_light[light, t, tag], totals[t]):>25}" for t, tag in shown))
    print("\nours told as ours, by colour")
    for colour in COLOURS:
        hits, misses = by_colour[colour, True], by_colour[colour, False]
        print(f"  {colour:<14}{wilson(hits, hits + misses)}  of {hits + misses}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
