"""Invented certificates, photographed: fonts, layouts, and what a camera does to a sheet of paper.

The names are invented. Fonts are looked for where Debian's packages put them (`fonts-dancingscript`,
`fonts-kaushanscript`, `fonts-femkeklaver`, `fonts-ecolier-court`, `fonts-kristi`, `fonts-lobster`,
`fonts-comic-neue`, `fonts-breip`, `fonts-rufscript`); those of matplotlib are always there.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app.domain.people import Person, PersonId, PersonKind
from app.domain.photo import RgbImage

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
_PLAIN = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
_DEBIAN = (Path("/usr/share/fonts/opentype"), Path("/usr/share/fonts/truetype"))
_FONTS = {
    "print": "DejaVuSans.ttf", "print bold": "DejaVuSans-Bold.ttf", "serif italic": "DejaVuSerif-Italic.ttf",
    "Dancing Script": "DancingScript-Regular.otf", "Kaushan Script": "KaushanScript-Regular.otf",
    "Femke Klaver": "femkeklaver.ttf", "Ecolier": "Ecolier-court.ttf", "Kristi": "Kristi.ttf",
    "Lobster": "lobster.otf", "Comic Neue": "ComicNeue-Bold.otf", "Breip": "Breip.ttf", "Rufscript": "Rufscript010.ttf",
}  # fmt: skip
CONDITIONS = ("plain", "perspective", "slanted", "blur", "shake", "noise", "low light", "small", "everything")
_FORENAMES = (
    "Amara", "Benjamin", "Caitlin", "Dev", "Ella", "Farah", "Gethin", "Hana", "Idris", "Jess", "Kofi", "Lowri",
    "Mateo", "Niamh", "Oluwaseun", "Priya", "Quinn", "Rhys", "Sana", "Tomos", "Uma", "Viktor", "Wren", "Xanthe",
    "Yusuf", "Zoë", "Grace", "Hope", "Will", "May", "Summer", "Siân", "José", "Łucja", "Anne-Marie", "Jo",
)  # fmt: skip
_SURNAMES = (
    "Okafor", "Tailor", "Price", "Anand", "Moss", "Haddad", "Rees", "Sato", "Mensah", "Walker", "Griffiths", "Ruiz",
    "O'Neill", "Adeyemi", "Patel", "Hughes", "Featherstonehaugh", "Lewis", "Kaur", "Nowak", "Campbell-Reid", "Iqbal",
    "Young", "Day", "Ng", "MacDonald", "Müller", "Wójcik", "de Souza", "Thornbury",
)  # fmt: skip
_TITLES = ("Certificate of Achievement", "Star of the Week", "Headteacher's Award", "Certificate", "Reader of the Week",
           "Well Done!", "Certificate of Attendance", "Merit Award", "Swimming Certificate")  # fmt: skip
_LEADS = ("presented to", "is awarded to", "This is to certify that", "Awarded to", "This certificate is presented to",
          "Congratulations to", "")  # fmt: skip
_REASONS = ("for excellent effort in maths", "for always being kind and helpful", "has swum 25 metres",
            "for 100% attendance this term", "for a wonderful piece of writing")  # fmt: skip
_PAPERS = ((252, 249, 240), (255, 255, 255), (235, 243, 252), (250, 240, 214), (236, 248, 232))
_INKS = ((25, 25, 30), (20, 40, 120), (110, 20, 30), (70, 60, 20))


@dataclass(frozen=True)
class CertificatePhoto:
    """A photo of one certificate.

    Attributes:
        pixels: uint8 RGB, upright.
        ink: bool, shape (height, width): where the letters of the name are.
        corners: of the sheet, float32, shape (4, 2), from its top left clockwise.
    """

    pixels: RgbImage
    ink: NDArray[np.bool_]
    corners: NDArray[np.float32]
    person: Person
    font: str
    condition: str


def roll_of(count: int = 300, seed: int = 4) -> tuple[Person, ...]:
    """Invented pupils, no two of one name."""
    pairs = list(itertools.product(_FORENAMES, _SURNAMES))
    random.Random(seed).shuffle(pairs)
    return tuple(
        Person(PersonId(f"p{number:04}"), PersonKind.PUPIL, forename, surname)
        for number, (forename, surname) in enumerate(pairs[:count])
    )


def fonts_here() -> dict[str, Path]:
    """The fonts of the table that this machine has, by their plain names."""
    here = {path.name: path for folder in (*_DEBIAN, _PLAIN) if folder.is_dir() for path in folder.rglob("*.[ot]tf")}
    return {name: here[file] for name, file in _FONTS.items() if file in here}


def photographed(
    number: int, roll: Sequence[Person], backgrounds: Sequence[Path], fonts: dict[str, Path]
) -> CertificatePhoto:
    """Certificate `number` of a series: equal numbers give equal photos."""
    chance = random.Random(number)
    person = roll[chance.randrange(len(roll))]
    font = sorted(fonts)[number % len(fonts)]
    condition = CONDITIONS[number // len(fonts) % len(CONDITIONS)]
    sheet, ink = _sheet(chance, f"{person.legal_forename} {person.legal_surname}", fonts[font])
    scene = _background(chance, backgrounds)
    height, width = scene.shape[:2]
    corners = _corners(chance, condition, sheet.shape[1] / sheet.shape[0], width, height)
    target = float(np.linalg.norm(corners[1] - corners[0]))
    if target < sheet.shape[1]:  # shrunk by areas first, or the warp would leave steps in the letters
        size = (round(target), round(sheet.shape[0] * target / sheet.shape[1]))
        sheet, ink = (
            cv2.resize(sheet, size, interpolation=cv2.INTER_AREA),
            cv2.resize(ink, size, interpolation=cv2.INTER_AREA),
        )
    flat = np.array([(0, 0), (sheet.shape[1], 0), (sheet.shape[1], sheet.shape[0]), (0, sheet.shape[0])], np.float32)
    turn = cv2.getPerspectiveTransform(flat, corners)
    shape = (width, height)
    inside = cv2.warpPerspective(np.full(sheet.shape[:2], 255, np.uint8), turn, shape, flags=cv2.INTER_LINEAR)
    warped = cv2.warpPerspective(sheet, turn, shape, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    share = inside[:, :, None].astype(np.float32) / 255
    photo = (scene * (1 - share) + warped * share).astype(np.uint8)
    mask = cv2.warpPerspective(ink, turn, shape, flags=cv2.INTER_LINEAR) > 100
    return CertificatePhoto(_spoiled(chance, condition, photo), mask, corners, person, font, condition)


def _sheet(chance: random.Random, name: str, font: Path) -> tuple[RgbImage, NDArray[np.uint8]]:
    width, height = chance.choice(((1600, 1130), (1600, 1130), (1130, 1600), (1600, 800)))
    paper, ink = Image.new("RGB", (width, height), chance.choice(_PAPERS)), chance.choice(_INKS)
    mask = Image.new("L", (width, height))
    draw, marks = ImageDraw.Draw(paper), ImageDraw.Draw(mask)
    frame = tuple(chance.randrange(60, 200) for _ in range(3))
    draw.rectangle((20, 20, width - 21, height - 21), outline=frame, width=chance.choice((3, 8, 16)))
    title = chance.choice(("DejaVuSerif-Bold.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf"))
    small = chance.choice(("DejaVuSans.ttf", "DejaVuSerif-Italic.ttf"))
    lines = [(chance.choice(_TITLES), _PLAIN / title, 92), (chance.choice(_LEADS), _PLAIN / small, 44),
             (name, font, chance.randrange(90, 130)), (chance.choice(_REASONS), _PLAIN / small, 44),
             ("Signed: Mrs J Penhaligon      Date: 12/06/2026", _PLAIN / small, 32)]  # fmt: skip
    lines = [line for line in lines if line[0]]
    for place, (text, file, size) in enumerate(lines):
        at = (width // 2, int(height * (place + 1) / (len(lines) + 1)))
        sized = ImageFont.truetype(str(file), size)
        while sized.getlength(text) > width * 0.86:
            sized = ImageFont.truetype(str(file), size := size - 4)
        draw.text(at, text, ink, font=sized, anchor="mm")
        if text == name:
            marks.text(at, text, 255, font=sized, anchor="mm")
    return np.asarray(paper), np.asarray(mask)


def _background(chance: random.Random, photos: Sequence[Path]) -> RgbImage:
    width, height = chance.choice(((1600, 1200),) * 6 + ((1200, 1600),) * 3 + ((4000, 3000),))
    if not photos:
        return np.full((height, width, 3), chance.randrange(80, 200), np.uint8)
    with Image.open(photos[chance.randrange(len(photos))]) as image:
        return np.asarray(image.convert("RGB").resize((width, height), Image.Resampling.BILINEAR))


def _corners(chance: random.Random, condition: str, ratio: float, width: int, height: int) -> NDArray[np.float32]:
    """Where the sheet lies: a quarter to six tenths of the photo, a fifth when small; whole in the picture."""
    share = chance.uniform(0.2, 0.25) if condition == "small" else chance.uniform(0.32, 0.62)
    long = share * max(width, height)
    sheet_w, sheet_h = (long, long / ratio) if ratio >= 1 else (long * ratio, long)
    angle = np.radians(
        chance.uniform(-5, 5) if condition != "slanted" else chance.choice((-1, 1)) * chance.uniform(8, 35)
    )
    bend = {"perspective": 0.14, "everything": 0.10}.get(condition, 0.03)
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float64) * (sheet_w / 2, sheet_h / 2)
    corners += [(chance.uniform(-bend, bend) * sheet_w, chance.uniform(-bend, bend) * sheet_h) for _ in range(4)]
    corners = corners @ np.array([(np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))])
    corners *= min(1.0, 0.94 / max(np.ptp(corners[:, 0]) / width, np.ptp(corners[:, 1]) / height))
    low, high = corners.min(axis=0), corners.max(axis=0)
    corners += (chance.uniform(-low[0], width - high[0]), chance.uniform(-low[1], height - high[1]))
    return corners.astype(np.float32)


def _spoiled(chance: random.Random, condition: str, photo: RgbImage) -> RgbImage:
    """What the camera does; strengths grow with the photo, as those of a cheap phone do."""
    unit = max(photo.shape) / 2000
    noise = np.random.default_rng(chance.randrange(1 << 30))
    result = photo.astype(np.float32)
    if condition in ("low light", "everything"):
        result *= chance.uniform(0.16, 0.3) if condition == "low light" else chance.uniform(0.35, 0.6)
    if condition in ("blur", "everything"):
        result = cv2.GaussianBlur(result, (0, 0), unit * (chance.uniform(1.2, 2.6) if condition == "blur" else 1.2))
    if condition == "shake":
        result = cv2.filter2D(result, -1, _shake(chance, unit * chance.uniform(4, 9)))
    if condition in ("noise", "low light", "everything"):
        sigma = {"noise": chance.uniform(14, 28), "low light": 5.0, "everything": 7.0}[condition]
        result += noise.normal(0, sigma, result.shape).astype(np.float32)
    quality = [cv2.IMWRITE_JPEG_QUALITY, chance.randrange(70, 93)]
    coded = cv2.imencode(".jpg", np.clip(result, 0, 255).astype(np.uint8)[:, :, ::-1], quality)[1]
    return np.ascontiguousarray(cv2.imdecode(coded, cv2.IMREAD_COLOR)[:, :, ::-1])


def _shake(chance: random.Random, length: float) -> NDArray[np.float32]:
    size = 2 * int(length / 2 + 1) + 1
    kernel = np.zeros((size, size), np.float32)
    angle, middle = chance.uniform(0, np.pi), size // 2
    reach = np.array((np.cos(angle), np.sin(angle))) * length / 2
    start, end = np.rint(middle - reach).astype(int), np.rint(middle + reach).astype(int)
    cv2.line(kernel, tuple(map(int, start)), tuple(map(int, end)), 1.0)
    return np.asarray(kernel / kernel.sum(), np.float32)
