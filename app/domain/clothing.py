"""What people in a photo wear, as colours, and whether it is a uniform. It says nothing of who somebody is.

Colours are CIE 1976 L*a*b* under D65: lightness 0 to 100, then green to red and blue to yellow.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Lab = tuple[float, float, float]

MOST_COLOURS = 4
_HEX = re.compile(r"#[0-9a-f]{6}")
_D65 = (0.95047, 1.0, 1.08883)
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
"""From linear sRGB, IEC 61966-2-1."""

SAME_COLOUR = 17.0
"""Largest `difference` of two photographs of one cloth in different light (`./run bench uniforms`)."""

WORN_SHARE = 0.35
"""From this part of what is seen below a face on a colour is what somebody wears; the rest is skin, straps, shade."""

_MOST_LIFT = 2.0
"""Light between folds and full light differs about so much in L* + 16; what differs more is another cloth."""

_VIVID = 18.0
"""Chroma from which a colour says something about a group; greys, blacks and whites are worn by anybody."""

_LEAST_ALIKE = 3
"""So many people in one colour look like a group."""


class UniformTag(StrEnum):
    OWN_UNIFORM = "OWN_UNIFORM"
    OTHER_UNIFORM = "OTHER_UNIFORM"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Cloth:
    """One colour of what is seen below a face, as in daylight; `share` is its part of it, 0 to 1."""

    colour: Lab
    share: float


@dataclass(frozen=True, slots=True)
class Uniform:
    """A uniform somebody registered.

    Attributes:
        name: as people call it: ``ours``, ``Brookfield Academy``.
        is_own: whether it is this school's.
        colours: of jumper, polo shirt and so on, each ``#rrggbb``; any one of them is the uniform.
    """

    name: str
    is_own: bool
    colours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dress:
    """What somebody seems to wear; `score` is 0 to 1, `uniform` the registered one it is like, where there is one."""

    tag: UniformTag
    score: float
    uniform: str = ""


NOT_SEEN = Dress(UniformTag.NONE, 0.0)


def is_colour(words: str) -> bool:
    """Whether the words are a colour as `Uniform.colours` holds it."""
    return bool(_HEX.fullmatch(words))


def lab_of(colour: str) -> Lab:
    """The colour ``#rrggbb`` (sRGB) as L*a*b*."""
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    x, y, z = (
        _root(sum(factor * value for factor, value in zip(row, linear, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _D65, strict=True)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def difference(one: Lab, other: Lab) -> float:
    """How different two cloths are, whatever the light fell on them.

    In shade a cloth keeps its hue, and L* + 16, a* and b* shrink together (they are cube roots of light), so the darker
    one is brought half-way up first. The lightness itself counts little; less so for greys, which have nothing else.
    """
    lift = (one[0] + 16) / (other[0] + 16)
    lift = min(_MOST_LIFT, max(1 / _MOST_LIFT, lift)) ** 0.5
    apart = math.hypot(one[1] / lift - other[1] * lift, one[2] / lift - other[2] * lift)
    vivid = min(1.0, max(_chroma(one), _chroma(other)) / _VIVID)
    return math.hypot((0.65 - 0.4 * vivid) * (one[0] - other[0]), apart)


def likeness(clothes: Sequence[Cloth], uniform: Uniform) -> float:
    """How much of what is seen has a colour of the uniform, 0 to 1; 0.5 is the least that counts."""
    colours = [lab_of(colour) for colour in uniform.colours]
    worn = sum(c.share for c in clothes if any(difference(c.colour, colour) <= SAME_COLOUR for colour in colours))
    return min(1.0, 0.5 * worn / WORN_SHARE)


def dress_of(clothes: Sequence[Cloth], uniforms: Sequence[Uniform]) -> Dress:
    """The uniform somebody seems to wear; where two are equally alike, the school's own."""
    ranked = sorted(uniforms, key=lambda u: (likeness(clothes, u), u.is_own), reverse=True)
    if not ranked or (score := likeness(clothes, ranked[0])) < 0.5:
        return Dress(UniformTag.NONE, round(max((likeness(clothes, u) for u in uniforms), default=0.0), 2))
    tag = UniformTag.OWN_UNIFORM if ranked[0].is_own else UniformTag.OTHER_UNIFORM
    return Dress(tag, round(score, 2), ranked[0].name)


def dresses_in(people: Sequence[Sequence[Cloth]], uniforms: Sequence[Uniform]) -> tuple[Dress, ...]:
    """What each of the people of one photo seems to wear.

    Several people in one vivid colour that nobody registered look like a group from elsewhere; a school that registered
    no uniform of its own cannot tell them from its own pupils, so then nobody is told apart that way.
    """
    dresses = [dress_of(clothes, uniforms) for clothes in people]
    if not any(uniform.is_own for uniform in uniforms):
        return tuple(dresses)
    open_ones = [n for n, dress in enumerate(dresses) if dress.tag is UniformTag.NONE]
    for number in open_ones:
        main = _main_colour(people[number])
        alike = [n for n in open_ones if main is not None and _wears(people[n], main)]
        if len(alike) >= _LEAST_ALIKE:
            dresses[number] = Dress(UniformTag.OTHER_UNIFORM, round(min(0.9, 0.4 + 0.1 * len(alike)), 2))
    return tuple(dresses)


def _main_colour(clothes: Sequence[Cloth]) -> Lab | None:
    main = max(clothes, key=lambda c: c.share, default=None)
    if main is None or main.share < WORN_SHARE or _chroma(main.colour) < _VIVID:
        return None
    return main.colour


def _wears(clothes: Sequence[Cloth], colour: Lab) -> bool:
    return sum(c.share for c in clothes if difference(c.colour, colour) <= SAME_COLOUR / 2) >= WORN_SHARE


def _chroma(colour: Lab) -> float:
    return math.hypot(colour[1], colour[2])


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
