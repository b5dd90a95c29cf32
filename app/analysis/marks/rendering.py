"""A mark as a camera might see it on cloth: tilted, folded, stitched, lit, blurred, partly hidden. To learn from."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.analysis.marks.cutouts import Cutout
from app.analysis.marks.textures import cloth, cloth_colour, lit, smooth_noise
from app.domain.geometry import Box
from app.domain.photo import RgbImage

Floats = NDArray[np.float32]
TILT_DEGREES = 24.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and where the mark is in it."""

    image: RgbImage
    box: Box


def render(rng: np.random.Generator, mark: Cutout, backdrop: RgbImage, *, size_px: float) -> Scene:
    """The mark, about `size_px` long, somewhere on the backdrop, which is left as it was.

    Args:
        rng: decides everything else.
        mark: what to show.
        backdrop: at least twice as wide and high as the mark.
        size_px: of the longer side before it is tilted.
    """
    side = round(size_px * 1.7) + 8
    inks, cover = _warped(rng, mark, side, size_px)
    inside = cover > 0.5
    rows, columns = np.nonzero(inside)
    height, width = backdrop.shape[:2]
    left = int(rng.integers(-columns.min(), width - columns.max()))
    top = int(rng.integers(-rows.min(), height - rows.max()))
    box = Box(
        left + int(columns.min()), top + int(rows.min()), left + int(columns.max()) + 1, top + int(rows.max()) + 1
    )
    room = round(size_px * rng.uniform(0.1, 1.2)) if rng.random() < 0.75 else 0
    patch, alpha = _on_cloth(rng, inks, cover, room)
    patch, alpha = _partly_hidden(rng, patch, alpha, cover, room)
    patch = lit(rng, np.asarray(np.clip(patch, 0, 255), np.uint8), amount=0.3).astype(np.float32)
    return Scene(_finished(rng, _laid(backdrop, patch, alpha, left - room, top - room), box), box)


def _warped(rng: np.random.Generator, mark: Cutout, side: int, size_px: float) -> tuple[Floats, Floats]:
    """The mark in perspective and on folds, in a square of `side`: its colours, and its cover."""
    fit = size_px / max(mark.pixels.shape[:2])
    source, cover = _stitched(rng, mark, fit)
    height, width = source.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    turned = _turned(rng, corners - corners.mean(axis=0), max(width, height), size_px) + side / 2
    back = cv2.getPerspectiveTransform(turned.astype(np.float32), corners)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    fold = size_px * float(rng.choice([0.0, 0.01, 0.025, 0.04]))
    period = size_px / rng.uniform(1.2, 3.5)
    x = x + smooth_noise(rng, side, side, period=period) * fold
    y = y + smooth_noise(rng, side, side, period=period) * fold
    w = back[2, 0] * x + back[2, 1] * y + back[2, 2]
    map_x = ((back[0, 0] * x + back[0, 1] * y + back[0, 2]) / w - 0.5).astype(np.float32)
    map_y = ((back[1, 0] * x + back[1, 1] * y + back[1, 2]) / w - 0.5).astype(np.float32)
    inks = cv2.remap(source, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    whole = cv2.remap(cover, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=0)
    if fold:
        shade = 1 + smooth_noise(rng, side, side, period=period) * rng.uniform(0, 0.14)
        inks = inks * shade[..., None]
    return np.asarray(inks, np.float32), np.asarray(whole, np.float32)


def _turned(rng: np.random.Generator, corners: Floats, longest: float, size_px: float) -> Floats:
    """The corners after turning in space and looking from a few lengths away."""
    tilt = np.radians(np.clip(rng.normal(0, 10), -TILT_DEGREES, TILT_DEGREES))
    yaw, pitch = np.radians(np.clip(rng.normal(0, 20, 2), -42, 42)) * [1, 0.6]
    points = corners / longest
    points = points @ np.array([[np.cos(tilt), np.sin(tilt)], [-np.sin(tilt), np.cos(tilt)]])
    depth = points[:, 0] * np.sin(yaw) + points[:, 1] * np.sin(pitch)
    flat = np.stack([points[:, 0] * np.cos(yaw), points[:, 1] * np.cos(pitch)], axis=1)
    distance = rng.uniform(2.5, 8)
    flat = flat * (distance / (distance + depth))[:, None]
    return np.asarray(flat * size_px, np.float32)


def _stitched(rng: np.random.Generator, mark: Cutout, fit: float) -> tuple[Floats, Floats]:
    """Shrunk to half as fine again as it will be shown, and at times made of threads."""
    factor = min(1.0, 1.5 * fit)
    size = (max(8, round(mark.pixels.shape[1] * factor)), max(8, round(mark.pixels.shape[0] * factor)))
    inks = cv2.resize(mark.pixels, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    cover = np.asarray(cv2.resize(mark.cover, size, interpolation=cv2.INTER_AREA), np.float32)
    if rng.random() < 0.5:
        period = max(2.0, max(size) / rng.uniform(18, 45))
        angle = rng.uniform(0, np.pi)
        y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
        threads = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
        inks = inks * (1 + threads * rng.uniform(0.03, 0.16))[..., None]
        inks = inks + rng.standard_normal((size[1], size[0], 1)).astype(np.float32) * rng.uniform(0, 12)
    # Dyes differ from the drawing: paler, duller, of another tone.
    grey = inks.mean(axis=2, keepdims=True)
    inks = grey + (inks - grey) * rng.uniform(0.6, 1.15)
    inks = (inks - 128) * rng.uniform(0.6, 1.1) + 128 + rng.normal(0, 8, 3)
    return np.asarray(np.clip(inks, 0, 255), np.float32), cover


def _on_cloth(rng: np.random.Generator, inks: Floats, cover: Floats, room: int) -> tuple[Floats, Floats]:
    """The mark on a piece of cloth `room` pixels wider on each side; without room, on whatever lies behind."""
    if not room:
        return inks, cover
    side = inks.shape[0] + 2 * room
    sheet = cloth(rng, side, side, cloth_colour(rng))
    own = slice(room, room + inks.shape[0])
    share = cover[..., None]
    sheet[own, own] = sheet[own, own] * (1 - share) + inks * share
    edge = np.zeros((side, side), np.float32)
    axes = (round(side * rng.uniform(0.42, 0.62)), round(side * rng.uniform(0.42, 0.62)))
    cv2.ellipse(edge, (side // 2, side // 2), axes, float(rng.uniform(0, 180)), 0, 360, 1.0, -1, cv2.LINE_AA)
    edge[own, own] = np.maximum(edge[own, own], cover)
    return sheet, np.asarray(cv2.GaussianBlur(edge, (0, 0), 1.0), np.float32)


def _partly_hidden(
    rng: np.random.Generator, patch: Floats, alpha: Floats, cover: Floats, room: int
) -> tuple[Floats, Floats]:
    """At times an arm, hair or a lanyard lies over up to a quarter of the mark."""
    if rng.random() > 0.3:
        return patch, alpha
    side = patch.shape[0]
    over = np.zeros((side, side), np.float32)
    rows, columns = np.nonzero(cover > 0.5)
    turn = rng.uniform(0, 2 * np.pi)
    along = columns * np.cos(turn) + rows * np.sin(turn)
    limit = np.quantile(along, 1 - rng.uniform(0.05, 0.27))
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) - room
    over[x * np.cos(turn) + y * np.sin(turn) > limit] = 1.0
    over = np.asarray(cv2.GaussianBlur(over, (0, 0), 0.7), np.float32)
    colour = np.array([205, 160, 130], np.float32) * rng.uniform(0.3, 1.1) if rng.random() < 0.5 else cloth_colour(rng)
    sheet = cloth(rng, side, side, np.asarray(colour, np.float32))
    return patch * (1 - over[..., None]) + sheet * over[..., None], np.maximum(alpha, over * (alpha > 0.02))


def _laid(backdrop: RgbImage, patch: Floats, alpha: Floats, left: int, top: int) -> RgbImage:
    out = backdrop.copy()
    height, width = out.shape[:2]
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(width, left + patch.shape[1]), min(height, top + patch.shape[0])
    part = patch[y0 - top : y1 - top, x0 - left : x1 - left]
    share = alpha[y0 - top : y1 - top, x0 - left : x1 - left, None]
    out[y0:y1, x0:x1] = np.clip(out[y0:y1, x0:x1] * (1 - share) + part * share, 0, 255).astype(np.uint8)
    return out


def _finished(rng: np.random.Generator, image: RgbImage, box: Box) -> RgbImage:
    """Through a lens and into a file: blur, motion, JPEG; only near the mark, since that is what is looked at."""
    near = box.grown(sides=0.6, top=0.6, bottom=0.6).clipped(image.shape[1], image.shape[0]) or box
    part = image[near.top : near.bottom, near.left : near.right]
    part = np.asarray(cv2.GaussianBlur(part, (0, 0), float(rng.uniform(0.2, 1.1))), np.uint8)
    if rng.random() < 0.2:
        length = int(rng.integers(2, 5))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, int(rng.integers(length))), (length - 1, int(rng.integers(length))), 1.0)
        part = np.asarray(cv2.filter2D(part, -1, kernel / kernel.sum()), np.uint8)
    if rng.random() < 0.7:
        _, data = cv2.imencode(".jpg", part, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(45, 96))])
        part = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
    image[near.top : near.bottom, near.left : near.right] = part
    return image
