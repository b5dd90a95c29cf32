"""Pictures of invented children, drawn and not photographed: for the sample school, to practise on.

Every face is made from a few numbers, so no picture resembles anybody. They are shaded enough for the engines to find.
"""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

_SKINS = ((241, 205, 176), (224, 178, 142), (198, 144, 106), (152, 102, 70), (110, 72, 50), (250, 220, 198))
_HAIR = ((40, 28, 22), (92, 60, 36), (160, 112, 58), (206, 168, 98), (24, 22, 24), (120, 54, 30))
_JUMPERS = ((36, 78, 140), (150, 40, 48), (40, 110, 74), (230, 180, 60), (96, 60, 130), (60, 130, 160))
_OVER = 2
"""Drawn so many times larger, then made small: smooth edges."""


def class_picture(seeds: Sequence[int], *, width: int = 1600, height: int = 1066, caption: str = "Sample") -> bytes:
    """A group of drawn children, one for each number, as JPEG bytes; the same number is the same child anywhere.

    Args:
        seeds: who is in the picture, from left to right and from back to front.
        width: of the picture in pixels.
        height: likewise.
        caption: small words at the foot, so that nobody takes it for a photo of a school.
    """
    wide, high = width * _OVER, height * _OVER
    picture = Image.new("RGB", (wide, high), (206, 222, 232))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, int(high * 0.62), wide, high), fill=(134, 168, 110))
    rows = 1 if len(seeds) <= 4 else 2
    per_row = math.ceil(len(seeds) / rows)
    for at, seed in enumerate(seeds):
        row, column = divmod(at, per_row)
        here = min(per_row, len(seeds) - row * per_row)
        size = min(wide / (here + 0.6) * 0.62, high / (rows * 1.9))
        left = wide * (column + 1) / (here + 1)
        top = high * (0.2 if rows == 1 else 0.1 + 0.42 * row) + size * 0.1
        _child(picture, seed, left, top + size / 2, size)
    picture = picture.filter(ImageFilter.GaussianBlur(_OVER * 0.7)).resize((width, height), Image.Resampling.LANCZOS)
    ImageDraw.Draw(picture).text((12, height - 22), caption, fill=(60, 80, 60))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


def _child(picture: Image.Image, seed: int, x: float, y: float, size: float) -> None:
    """One child: body, neck, hair, face; `y` is the middle of the head, `size` its height."""
    choose = random.Random(seed)  # noqa: S311 - a drawing
    skin, hair = choose.choice(_SKINS), choose.choice(_HAIR)
    jumper = choose.choice(_JUMPERS)
    draw = ImageDraw.Draw(picture)
    r = size / 2
    wide = r * choose.uniform(0.74, 0.84)
    draw.rounded_rectangle((x - r * 1.35, y + r * 1.25, x + r * 1.35, y + r * 4.2), r * 0.6, fill=jumper)
    draw.rectangle((x - r * 0.3, y + r * 0.7, x + r * 0.3, y + r * 1.4), fill=_shade(skin, 0.86))
    long = choose.random() < 0.5
    draw.ellipse((x - wide * 1.17, y - r * 1.15, x + wide * 1.17, y + r * 0.35), fill=hair)
    if long:
        for side in (-1, 1):
            middle = x + side * wide * 0.95
            draw.rounded_rectangle((middle - r * 0.24, y - r * 0.5, middle + r * 0.24, y + r * 1.1), r * 0.2, fill=hair)
    for side in (-1, 1):
        ear = x + side * wide
        draw.ellipse((ear - r * 0.13, y - r * 0.12, ear + r * 0.13, y + r * 0.25), fill=_shade(skin, 0.85))
    _face(picture, choose, x, y, wide, r, skin)
    draw.chord((x - wide, y - r * 1.08, x + wide, y + r * 0.1), 198, 342, fill=hair)
    _features(picture, choose, x, y, r, skin, hair)


def _face(
    picture: Image.Image, choose: random.Random, x: float, y: float, wide: float, r: float, skin: tuple[int, int, int]
) -> None:
    """The head, lit from one side, with cheeks."""
    size = (int(wide * 2) + 1, int(r * 2) + 1)
    head = Image.new("RGB", size, skin)
    draw = ImageDraw.Draw(head)
    lit = choose.choice((-1, 1))
    for step in range(24, 0, -1):
        share = step / 24
        at_x, at_y = size[0] / 2 - lit * size[0] * 0.12, size[1] * 0.45
        draw.ellipse(
            (
                at_x - size[0] * 0.75 * share,
                at_y - size[1] * 0.7 * share,
                at_x + size[0] * 0.75 * share,
                at_y + size[1] * 0.7 * share,
            ),
            fill=_shade(skin, 1.08 - 0.3 * share**2),
        )
    for side in (-1, 1):
        cheek_x, cheek_y = size[0] / 2 + side * size[0] * 0.26, size[1] * 0.66
        blush = tuple(int(0.86 * a + 0.14 * b) for a, b in zip(_shade(skin, 0.95), (214, 70, 70), strict=True))
        draw.ellipse((cheek_x - r * 0.17, cheek_y - r * 0.11, cheek_x + r * 0.17, cheek_y + r * 0.11), fill=blush)
    head = head.filter(ImageFilter.GaussianBlur(r * 0.07))
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=255)
    picture.paste(head, (int(x - wide), int(y - r)), mask.filter(ImageFilter.GaussianBlur(r * 0.015)))


def _features(
    picture: Image.Image,
    choose: random.Random,
    x: float,
    y: float,
    r: float,
    skin: tuple[int, int, int],
    hair: tuple[int, int, int],
) -> None:
    draw = ImageDraw.Draw(picture)
    dark = _shade(skin, 0.62)
    apart, eye_y = r * choose.uniform(0.29, 0.34), y + r * choose.uniform(-0.08, 0.0)
    iris = choose.choice(((70, 46, 30), (60, 90, 120), (76, 98, 62), (40, 28, 20)))
    for side in (-1, 1):
        eye = x + side * apart
        draw.ellipse(
            (eye - r * 0.17, eye_y - r * 0.1, eye + r * 0.17, eye_y + r * 0.1),
            fill=(246, 244, 240),
            outline=dark,
            width=max(1, int(r * 0.02)),
        )
        draw.ellipse((eye - r * 0.085, eye_y - r * 0.09, eye + r * 0.085, eye_y + r * 0.09), fill=iris)
        draw.ellipse((eye - r * 0.04, eye_y - r * 0.045, eye + r * 0.04, eye_y + r * 0.045), fill=(16, 12, 12))
        draw.ellipse((eye - r * 0.05, eye_y - r * 0.06, eye - r * 0.01, eye_y - r * 0.02), fill=(255, 255, 255))
        draw.arc(
            (eye - r * 0.19, eye_y - r * 0.15, eye + r * 0.19, eye_y + r * 0.12),
            195,
            345,
            fill=(40, 28, 24),
            width=max(1, int(r * 0.035)),
        )
        draw.arc(
            (eye - r * 0.22, eye_y - r * 0.3, eye + r * 0.22, eye_y + r * 0.05),
            215,
            325,
            fill=_shade(hair, 0.8),
            width=max(2, int(r * 0.06)),
        )
    draw.polygon(
        [(x - r * 0.03, eye_y + r * 0.05), (x - r * 0.12, y + r * 0.34), (x + r * 0.02, y + r * 0.34)],
        fill=_shade(skin, 0.88),
    )
    draw.arc((x - r * 0.13, y + r * 0.22, x + r * 0.13, y + r * 0.4), 20, 160, fill=dark, width=max(1, int(r * 0.035)))
    mouth_y, smile = y + r * 0.5, r * choose.uniform(0.24, 0.32)
    draw.chord(
        (x - smile, mouth_y - r * 0.14, x + smile, mouth_y + r * 0.2),
        10,
        170,
        fill=(176, 70, 70),
        outline=(140, 52, 54),
        width=max(1, int(r * 0.025)),
    )
    draw.chord(
        (x - smile * 0.8, mouth_y - r * 0.04, x + smile * 0.8, mouth_y + r * 0.12), 15, 165, fill=(250, 246, 240)
    )


def _shade(colour: tuple[int, int, int], factor: float) -> tuple[int, int, int]:
    red, green, blue = (min(255, int(value * factor)) for value in colour)
    return red, green, blue
