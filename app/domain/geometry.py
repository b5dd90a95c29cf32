"""One box type for the whole program: half-open pixels in the upright picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import BugError


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A half-open rectangle: pixels with ``left <= x < right`` and ``top <= y < bottom``, in the upright picture.

    Raises:
        BugError: the box is empty or turned inside out.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        if self.right <= self.left or self.bottom <= self.top:
            raise BugError(f"a box needs a positive size, not {self.left},{self.top},{self.right},{self.bottom}")

    @classmethod
    def from_xywh(cls, x: float, y: float, width: float, height: float) -> Box:
        """The smallest whole-pixel box around corner and size, the convention of OpenCV and most truth files."""
        left, top = math.floor(x), math.floor(y)
        return cls(left, top, max(left + 1, math.ceil(x + width)), max(top + 1, math.ceil(y + height)))

    @classmethod
    def from_list(cls, values: Sequence[float]) -> Box:
        """Read ``[left, top, right, bottom]`` as our JSON writes it."""
        left, top, right, bottom = values
        return cls(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))

    def to_list(self) -> list[int]:
        """``[left, top, right, bottom]``, the shape of our JSON."""
        return [self.left, self.top, self.right, self.bottom]

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def area(self) -> int:
        return self.width * self.height

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def intersection(self, other: Box) -> Box | None:
        """The shared part, or None when the boxes do not overlap."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(left, top, right, bottom) if left < right and top < bottom else None

    def iou(self, other: Box) -> float:
        """Intersection over union, 0 (apart) to 1 (equal)."""
        shared = self.intersection(other)
        return shared.area / (self.area + other.area - shared.area) if shared else 0.0

    def contains_point(self, x: float, y: float) -> bool:
        return self.left <= x < self.right and self.top <= y < self.bottom

    def contains(self, other: Box) -> bool:
        return self.intersection(other) == other

    def clipped(self, width: int, height: int) -> Box | None:
        """The part inside a picture of that size, or None when nothing of it is inside."""
        return self.intersection(Box(0, 0, width, height))

    def grown(self, *, sides: float = 0.0, top: float = 0.0, bottom: float = 0.0) -> Box:
        """A box grown by fractions of its own width (`sides`, each) and height (`top`, `bottom`), rounded outwards."""
        return Box(
            math.floor(self.left - self.width * sides),
            math.floor(self.top - self.height * top),
            math.ceil(self.right + self.width * sides),
            math.ceil(self.bottom + self.height * bottom),
        )

    def scaled(self, factor_x: float, factor_y: float) -> Box:
        """The box after the picture was resized by these factors, rounded outwards so that nothing slips out."""
        left, top = math.floor(self.left * factor_x), math.floor(self.top * factor_y)
        right, bottom = math.ceil(self.right * factor_x), math.ceil(self.bottom * factor_y)
        return Box(left, top, max(left + 1, right), max(top + 1, bottom))

    def moved(self, dx: int, dy: int) -> Box:
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)


def head_around(face: Box) -> Box:
    """The box a cover starts from: the face with its hair, ears and chin.

    At least a quarter is added on every side and more above, where the hair is; the result may reach outside
    the picture, so that moving and clipping stay separate steps.
    """
    return face.grown(sides=0.30, top=0.50, bottom=0.25)


def body_around(face: Box) -> Box:
    """Where somebody who stands or sits upright is below a face, head and shoulders with it; a first guess to correct.

    People are about seven heads tall and, with their arms, three wide: a cover adds half a face at each side of this
    by itself. The result may reach outside the picture.
    """
    return face.grown(sides=0.50, top=0.30, bottom=5.5)
