"""Which part of a photo a platform shows: cropped to its shapes before anything is covered or checked."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.geometry import Box


def shape_frame(width: int, height: int, *, narrowest: int, widest: int, keep: Sequence[Box] = ()) -> Box | None:
    """The largest part of a photo that has one of the platform's shapes; None when the whole photo has.

    It lies where those who may be shown are in its middle, as far as the photo reaches; in the photo's middle when
    nobody is.

    Args:
        width: of the photo.
        height: of the photo.
        narrowest: the least width for 100 of height; 0 for any.
        widest: the most width for 100 of height; 0 for any.
        keep: the faces that are shown, in the photo's pixels.
    """
    wanted_width, wanted_height = width, height
    if widest and width * 100 > height * widest:
        wanted_width = max(1, height * widest // 100)
    elif narrowest and width * 100 < height * narrowest:
        wanted_height = max(1, width * 100 // narrowest)
    if (wanted_width, wanted_height) == (width, height):
        return None
    across = [(box.left + box.right) / 2 for box in keep] or [width / 2]
    down = [(box.top + box.bottom) / 2 for box in keep] or [height / 2]
    left = _placed((min(across) + max(across)) / 2, wanted_width, width)
    top = _placed((min(down) + max(down)) / 2, wanted_height, height)
    return Box(left, top, left + wanted_width, top + wanted_height)


def moved_frame(frame: Box, dx: int, dy: int, *, width: int, height: int) -> Box:
    """The frame moved as far as the photo reaches; its size stays."""
    left = min(max(0, frame.left + dx), width - frame.width)
    top = min(max(0, frame.top + dy), height - frame.height)
    return Box(left, top, left + frame.width, top + frame.height)


def resized_frame(frame: Box, factor: float, *, width: int, height: int, least: int) -> Box:
    """The frame larger or smaller about its middle, in its own shape, inside the photo and no smaller than `least`."""
    ratio = frame.width / frame.height
    smallest = max(least, least * ratio)
    largest = min(width, height * ratio)
    wide = min(max(frame.width * factor, min(smallest, largest)), largest)
    return _about(frame.centre, wide, wide / ratio, width, height)


def shaped_frame(frame: Box, shape: int, *, width: int, height: int) -> Box:
    """The largest frame of another shape (width for 100 of height) about the same middle."""
    wide = min(width, height * shape / 100)
    return _about(frame.centre, wide, wide * 100 / shape, width, height)


def _about(centre: tuple[float, float], wide: float, tall: float, width: int, height: int) -> Box:
    across, down = min(max(1, round(wide)), width), min(max(1, round(tall)), height)
    left, top = _placed(centre[0], across, width), _placed(centre[1], down, height)
    return Box(left, top, left + across, top + down)


def has_shape(width: int, height: int, *, narrowest: int, widest: int) -> bool:
    """Whether a finished picture has one of the platform's shapes, but for the rounding of a pixel."""
    too_wide = bool(widest) and (width - 1) * 100 > (height + 1) * widest
    too_narrow = bool(narrowest) and (width + 1) * 100 < (height - 1) * narrowest
    return not (too_wide or too_narrow)


def _placed(centre: float, length: int, whole: int) -> int:
    return min(max(0, round(centre - length / 2)), whole - length)
