"""Scenes for measuring: a mark stitched on a garment over a real photo, drawn by other means than those of learning.

The garment is a piece of a cylinder with two waves of folds, its knit is a grid of stitches, the mark stands out in
relief and casts its own shading; then comes the photo's own light, an arm or a lanyard, grain, and JPEG.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from app.analysis.marks.cutouts import Cutout
from app.domain.geometry import Box
from app.domain.photo import RgbImage

_GARMENTS = ((18, 30, 66), (104, 20, 36), (20, 70, 44), (190, 196, 200), (40, 40, 44), (158, 28, 36), (240, 240, 238))
_FINE = 3
"""Garments are drawn so many times finer than they are shown."""


@dataclass(frozen=True)
class Worn:
    """A photo somebody with the mark was put into, and where the mark is."""

    image: RgbImage
    box: Box


def wear(rng: np.random.Generator, mark: Cutout, photo: RgbImage, *, size_px: int, around: Box | None = None) -> Worn:
    """The mark, `size_px` long before it is tilted, on a garment in the photo.

    Args:
        rng: decides the rest.
        mark: what to show.
        photo: left as it was.
        size_px: of the mark's longer side.
        around: a face; the garment then hangs below it.
    """
    garment, ink, shown = _garment(rng, mark, size_px)
    garment, ink, shown = _bent(rng, garment, ink, shown, size_px)
    side = garment.shape[0] // _FINE
    area = cv2.INTER_AREA
    small = cv2.resize(garment, (side, side), interpolation=area)
    alpha = cv2.resize(shown, (side, side), interpolation=area)
    seen = cv2.resize(ink, (side, side), interpolation=area) > 0.5
    rows, columns = np.nonzero(seen)
    height, width = photo.shape[:2]
    left, top = _place(rng, (width, height), (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1), around)
    own = Box(
        left + int(columns.min()), top + int(rows.min()), left + int(columns.max()) + 1, top + int(rows.max()) + 1
    )
    small, alpha = _hidden(rng, small, alpha, seen)
    return Worn(_developed(rng, _laid_on(rng, photo, small, alpha, left, top), own), own)


def _garment(rng: np.random.Generator, mark: Cutout, size_px: int) -> tuple[Any, Any, Any]:
    long = size_px * _FINE
    factor = long / max(mark.pixels.shape[:2])
    size = (round(mark.pixels.shape[1] * factor), round(mark.pixels.shape[0] * factor))
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    picture = cv2.resize(mark.pixels, size, interpolation=way).astype(np.float32)
    cover = np.clip(cv2.resize(mark.cover, size, interpolation=way), 0, 1)
    room = round(long * rng.uniform(0.35, 0.9))
    side = (long + 2 * room) // _FINE * _FINE
    tone = np.array(_GARMENTS[rng.integers(len(_GARMENTS))], np.float32) + rng.normal(0, 12, 3)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    stitch = rng.uniform(1.2, 2.2) * _FINE
    knit = np.abs(np.sin(np.pi * x / stitch)) * np.abs(np.sin(np.pi * (y + 0.4 * np.abs(x % stitch)) / stitch))
    sheet = tone * (0.92 + 0.12 * knit + 0.03 * rng.standard_normal((side, side)))[..., None]
    relief = cv2.GaussianBlur(picture.mean(axis=2), (0, 0), max(0.6, 0.25 * _FINE))
    raised = cv2.Sobel(relief, cv2.CV_32F, 1, 1, ksize=3) * rng.uniform(0, 0.35)
    satin = 1 + rng.uniform(0, 0.12) * np.sign(np.sin(np.pi * np.arange(size[0]) / (0.8 * _FINE)))[None, :]
    picture = (picture * satin[..., None] * rng.uniform(0.8, 1.0) + raised[..., None]) + rng.normal(0, 6, 3)
    top, left = (side - size[1]) // 2, (side - size[0]) // 2
    own = (slice(top, top + size[1]), slice(left, left + size[0]))
    sheet[own] = sheet[own] * (1 - cover[..., None]) + picture * cover[..., None]
    ink = np.zeros((side, side), np.float32)
    ink[own] = cover
    shown = np.zeros((side, side), np.float32)
    if rng.random() < 0.75:
        reach = int(side * rng.uniform(0.40, 0.49))
        cv2.ellipse(shown, (side // 2, side // 2), (reach, reach), 0, 0, 360, 1.0, -1)
    shown = np.maximum(shown, ink)
    return np.clip(sheet, 0, 255).astype(np.float32), ink, shown


def _bent(rng: np.random.Generator, garment: Any, ink: Any, shown: Any, size_px: int) -> tuple[Any, Any, Any]:
    """Round a chest, with two waves of folds and the shade they throw, and leaning."""
    side = garment.shape[0]
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    u, v = x / side - 0.5, y / side - 0.5
    lean = np.radians(rng.uniform(-18, 18))
    u, v = u * np.cos(lean) - v * np.sin(lean), u * np.sin(lean) + v * np.cos(lean)
    radius, yaw = rng.uniform(0.6, 2.5), np.radians(rng.uniform(-32, 32))
    angle = np.arcsin(np.clip(u / radius + np.sin(yaw), -0.985, 0.985))
    source_u, source_v = radius * (angle - yaw), v * (1 + rng.uniform(-0.08, 0.08) * u)
    shade = 0.75 + 0.25 * np.cos(angle - rng.uniform(-0.5, 0.5))
    long = size_px * _FINE / side
    for _ in range(2):
        turn, length = rng.uniform(0, np.pi), long * rng.uniform(0.5, 1.4)
        along = (u * np.cos(turn) + v * np.sin(turn)) * 2 * np.pi / length + rng.uniform(0, 6.3)
        depth = long * rng.uniform(0, 0.022)
        source_u = source_u + depth * np.sin(along) * np.cos(turn)
        source_v = source_v + depth * np.sin(along) * np.sin(turn)
        shade = shade * (1 + rng.uniform(0, 0.12) * np.cos(along))
    map_x = ((source_u + 0.5) * side).astype(np.float32)
    map_y = ((source_v + 0.5) * side).astype(np.float32)
    sheet, inked, seen = (
        cv2.remap(layer, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
        for layer in (garment, ink, shown)
    )
    return sheet * shade[..., None], inked, seen


def _place(
    rng: np.random.Generator, size: tuple[int, int], mark: tuple[int, int, int, int], around: Box | None
) -> tuple[int, int]:
    """Where the garment's corner goes so that the whole mark is in the photo."""
    (width, height), (x0, y0, x1, y1) = size, mark
    if around is not None:
        left = round(around.centre[0] + rng.uniform(-0.8, 0.8) * around.width - (x0 + x1) / 2)
        top = round(around.bottom + rng.uniform(0.3, 1.2) * around.height - y0)
        return int(np.clip(left, -x0, width - x1)), int(np.clip(top, -y0, height - y1))
    return int(rng.integers(-x0, width - x1 + 1)), int(rng.integers(-y0, height - y1 + 1))


def _hidden(rng: np.random.Generator, small: Any, alpha: Any, seen: Any) -> tuple[Any, Any]:
    """On a quarter of the scenes a lanyard across, or a hand over one side; up to a fifth of the mark."""
    if rng.random() > 0.25:
        return small, alpha
    rows, columns = np.nonzero(seen)
    over = np.zeros(seen.shape, np.float32)
    if rng.random() < 0.5:
        x = int(rng.integers(columns.min(), columns.max() + 1))
        slant = int(rng.integers(-8, 9))
        wide = max(2, round(np.ptp(columns) * 0.16))
        cv2.line(over, (x - slant, 0), (x + slant, seen.shape[0] - 1), 1.0, wide, cv2.LINE_AA)
        tone = rng.uniform(20, 230, 3)
    else:
        corner = (int(rng.choice([columns.min(), columns.max()])), int(rng.choice([rows.min(), rows.max()])))
        reach = max(2, round(np.ptp(columns) * 0.4))
        cv2.ellipse(over, corner, (reach, round(reach * 0.8)), 30, 0, 360, 1.0, -1, cv2.LINE_AA)
        tone = np.array([214, 168, 140]) * rng.uniform(0.35, 1.1)
    over *= alpha > 0.05
    return small * (1 - over[..., None]) + tone * over[..., None], np.maximum(alpha, over)


def _laid_on(rng: np.random.Generator, photo: RgbImage, small: Any, alpha: Any, left: int, top: int) -> RgbImage:
    out = photo.copy()
    height, width = out.shape[:2]
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(width, left + small.shape[1]), min(height, top + small.shape[0])
    under = out[y0:y1, x0:x1].astype(np.float32)
    light = np.clip(under.mean() / 128, 0.45, 1.25) ** rng.uniform(0.2, 0.9)
    tint = 1 + rng.normal(0, 0.05, 3)
    share = cv2.GaussianBlur(alpha, (0, 0), 0.8)[y0 - top : y1 - top, x0 - left : x1 - left, None]
    part = small[y0 - top : y1 - top, x0 - left : x1 - left] * light * tint
    out[y0:y1, x0:x1] = np.clip(under * (1 - share) + part * share, 0, 255).astype(np.uint8)
    return out


def _developed(rng: np.random.Generator, image: RgbImage, box: Box) -> RgbImage:
    near = box.grown(sides=0.5, top=0.5, bottom=0.5).clipped(image.shape[1], image.shape[0]) or box
    part = image[near.top : near.bottom, near.left : near.right].astype(np.float32)
    part = cv2.GaussianBlur(part, (0, 0), float(rng.uniform(0.3, 0.9))) + rng.normal(0, rng.uniform(0, 5), part.shape)
    image[near.top : near.bottom, near.left : near.right] = np.clip(part, 0, 255).astype(np.uint8)
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(60, 96))]
    _, data = cv2.imencode(".jpg", np.ascontiguousarray(image[..., ::-1]), quality)
    return np.ascontiguousarray(np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)[..., ::-1])
