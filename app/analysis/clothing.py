"""The colours of what people wear below their faces, as they would be in daylight; pixels in, colours out.

The light is judged from the whole picture and from the faces in it: skin of every tone has nearly the same place
between red and blue, so a picture in which all faces are orange was taken in orange light.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from app.domain.clothing import Cloth
from app.domain.geometry import Box
from app.domain.photo import RgbImage

Floats = NDArray[np.float32]

SMALLEST_FACE_PX = 16
_PATCH_PX = 48
_COLOURS = 3
_NORM = 6
"""Shades of grey (Finlayson and Trezzi, 2004): the mean of this norm over a picture is taken for the light's colour."""

_SKIN = np.array([0.455, 0.315, 0.230], np.float32)
"""Mean share of red, green and blue in linear light of faces under daylight, over portraits of all skin tones."""

_FACES_COUNT = 0.6
_STRONGEST = 1.8
"""No light of a school moves a channel by more; beyond it the picture itself is of one colour."""

_SKIN_DISTANCE = 11.0
_LEAST_SEEN = 0.25
_LEAST_CLOTH, _LEAST_SHARE = 0.12, 0.08


def clothes_in(image: RgbImage, faces: Sequence[Box]) -> tuple[tuple[Cloth, ...], ...]:
    """For each face the colours below it, largest first; none where too little of a body can be seen.

    Args:
        image: uint8, shape (height, width, 3), RGB, upright.
        faces: every face of the picture; whoever stands in front hides what others wear.
    """
    if not faces:
        return ()
    gains = light_gains(image, faces)
    return tuple(_clothes(image, face, faces, gains) for face in faces)


def light_gains(image: RgbImage, faces: Sequence[Box]) -> Floats:
    """What red, green and blue have to be multiplied by, in linear light, to look as in daylight; green stays.

    Args:
        image: uint8 RGB.
        faces: in the picture; without any the picture alone is judged.
    """
    small = cv2.resize(image, (128, 96), interpolation=cv2.INTER_AREA)
    values = _linear(np.asarray(small, np.uint8)).reshape(-1, 3)
    unclipped = values[(values < 0.97).all(axis=1)]
    light = np.power(np.mean(np.power(unclipped if len(unclipped) else values, _NORM), axis=0), 1 / _NORM)
    grey = _as_gains(light / max(float(light.sum()), 1e-6) * 3)
    skins = [_skin_share(image, face) for face in faces]
    if not skins:
        return grey
    skin = np.median(np.stack(skins), axis=0) / _SKIN
    mixed = np.exp((1 - _FACES_COUNT) * np.log(grey) + _FACES_COUNT * np.log(_as_gains(skin)))
    return np.asarray(mixed, np.float32)


def torso_below(face: Box, width: int, height: int) -> Box | None:
    """Where chest and shoulders of an upright person are, inside a picture of that size; None where too little is."""
    wide, high = face.width, face.height
    middle = (face.left + face.right) // 2
    wanted = Box(
        round(middle - 0.85 * wide), face.bottom + round(0.35 * high),
        round(middle + 0.85 * wide), face.bottom + round(1.6 * high),
    )  # fmt: skip
    seen = wanted.clipped(width, height)
    return seen if seen is not None and seen.area >= _LEAST_SEEN * wanted.area else None


def _clothes(image: RgbImage, face: Box, faces: Sequence[Box], gains: Floats) -> tuple[Cloth, ...]:
    height, width = image.shape[:2]
    torso = torso_below(face, width, height)
    if torso is None or min(face.width, face.height) < SMALLEST_FACE_PX:
        return ()
    patch, is_cloth = _patch(image, torso), _free(torso, face, faces)
    colours = _lab(patch, gains)
    is_cloth &= ~_is_skin(colours, _lab(_patch(image, _middle(face)), gains))
    chosen = colours[is_cloth]
    if len(chosen) < _LEAST_CLOTH * is_cloth.size:
        return ()
    return _largest(chosen)


def _largest(colours: Floats) -> tuple[Cloth, ...]:
    """The colours in up to three groups; the middle of each group, not its mean, so that stripes do not mix."""
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    weighted = colours * np.array([0.5, 1.0, 1.0], np.float32)
    cv2.setRNGSeed(7)
    _error, labels, _centres = cv2.kmeans(weighted, _COLOURS, None, ends, 1, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    groups = [colours[labels[:, 0] == number] for number in range(_COLOURS)]
    found = [(np.median(group, axis=0), len(group) / len(colours)) for group in groups if len(group)]
    clothes = [
        Cloth((round(float(c[0]), 1), round(float(c[1]), 1), round(float(c[2]), 1)), round(share, 3))
        for c, share in found
        if share >= _LEAST_SHARE
    ]
    return tuple(sorted(clothes, key=lambda cloth: -cloth.share))


def _free(torso: Box, face: Box, faces: Sequence[Box]) -> NDArray[np.bool_]:
    """The part of the patch that no other head hides."""
    free = np.ones((_PATCH_PX, _PATCH_PX), bool)
    across, down = _PATCH_PX / torso.width, _PATCH_PX / torso.height
    for other in faces:
        if other == face:
            continue
        margin = other.height // 3
        shared = torso.intersection(
            Box(other.left - margin, other.top - margin, other.right + margin, other.bottom + margin)
        )
        if shared is not None:
            part = shared.moved(-torso.left, -torso.top).scaled(across, down)
            free[part.top : part.bottom, part.left : part.right] = False
    return free


def _is_skin(colours: Floats, face: Floats) -> NDArray[np.bool_]:
    """Neck and arms: near the face's own colour, a little lighter or darker."""
    skin = np.median(face.reshape(-1, 3), axis=0)
    apart = colours - skin
    distance = np.sqrt((0.35 * apart[..., 0]) ** 2 + apart[..., 1] ** 2 + apart[..., 2] ** 2)
    return np.asarray(distance < _SKIN_DISTANCE, np.bool_)


def _skin_share(image: RgbImage, face: Box) -> Floats:
    values = _linear(_patch(image, _middle(face))).reshape(-1, 3)
    middle = np.median(values, axis=0)
    return np.asarray(np.maximum(middle, 1e-3) / max(float(middle.sum()), 3e-3), np.float32)


def _middle(face: Box) -> Box:
    """Cheeks and nose, without hair and background."""
    return Box(
        face.left + face.width // 4, face.top + round(0.4 * face.height),
        max(face.left + face.width // 4 + 1, face.right - face.width // 4),
        max(face.top + round(0.4 * face.height) + 1, face.bottom - round(0.2 * face.height)),
    )  # fmt: skip


def _patch(image: RgbImage, box: Box) -> RgbImage:
    height, width = image.shape[:2]
    inside = box.clipped(width, height) or Box(0, 0, width, height)
    cut = np.ascontiguousarray(image[inside.top : inside.bottom, inside.left : inside.right])
    way = cv2.INTER_AREA if min(inside.width, inside.height) > _PATCH_PX else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(cut, (_PATCH_PX, _PATCH_PX), interpolation=way), np.uint8)


def _as_gains(light: Floats) -> Floats:
    """The light's colour to what undoes it, green left alone, and never more than lamps and shade explain."""
    gains = light[1] / np.maximum(light, 1e-3)
    return np.asarray(np.clip(gains, 1 / _STRONGEST, _STRONGEST), np.float32)


def _linear(image: RgbImage) -> Floats:
    return _LINEAR[image]


def _lab(image: RgbImage, gains: Floats) -> Floats:
    """L*a*b* (D65) after the gains, float32, same shape."""
    linear = np.clip(_linear(image) * gains, 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * np.power(linear, 1 / 2.4) - 0.055)
    return np.asarray(cv2.cvtColor(encoded.astype(np.float32), cv2.COLOR_RGB2Lab), np.float32)


_STEPS = np.arange(256) / 255
_LINEAR = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4).astype(np.float32)


def main_colours(image: RgbImage, most: int = 6) -> tuple[str, ...]:
    """What a picture is made of, ``#rrggbb``, largest part first; colours hardly different are one.

    Args:
        image: uint8 RGB.
        most: how many colours at most.
    """
    small = np.asarray(cv2.resize(image, (_PATCH_PX, _PATCH_PX), interpolation=cv2.INTER_AREA), np.uint8)
    values = small.reshape(-1, 3).astype(np.float32)
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 1.0)
    cv2.setRNGSeed(7)
    _error, labels, _centres = cv2.kmeans(values, most, None, ends, 2, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    groups = sorted((values[labels[:, 0] == n] for n in range(most)), key=len, reverse=True)
    found: list[tuple[int, ...]] = []
    for group in groups:
        if not len(group):
            continue
        colour = tuple(round(float(v)) for v in np.median(group, axis=0))
        if all(max(abs(a - b) for a, b in zip(colour, known, strict=True)) > 24 for known in found):
            found.append(colour)
    return tuple("#{:02x}{:02x}{:02x}".format(*colour) for colour in found)
