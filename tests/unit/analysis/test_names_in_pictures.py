"""Names and details drawn into pictures, read by the real reader and judged with a roll of invented people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from app.analysis.engines.text_reader import RapidTextReader
from app.analysis.names import JudgedText, judge_texts
from app.domain.detection import TextKind
from app.domain.people import Person, PersonId, PersonKind
from app.domain.photo import RgbImage

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
PRINT, BOLD, ITALIC, SCRIPT = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif-Italic.ttf", "STIXGeneralItalic.ttf"


def person(key: str, forename: str, surname: str, **more: object) -> Person:
    return Person(PersonId(key), PersonKind.PUPIL, forename, surname, **more)  # type: ignore[arg-type]


PEOPLE = (
    person("amara", "Amara", "Okafor", date_of_birth=date(2016, 3, 9), upn="H801200001001"),
    person("ben", "Benjamin", "Tailor", preferred_forename="Ben", preferred_surname="Marlowe"),
    person("sian", "Siân", "O'Neill"),
    person("zoe", "Zoë", "Campbell-Reid"),
    person("anne", "Anne-Marie", "de Souza"),
    person("grace", "Grace", "Young"),
    person("hope", "Hope", "Summer"),
    person("will", "Will", "May"),
)


@pytest.fixture(scope="module")
def reader() -> RapidTextReader:
    return RapidTextReader()


def picture(*lines: str, font: str = PRINT, size: int = 54, degrees: float = 0, gap: float = 1.6) -> RgbImage:
    """Lines below each other on a card that lies on a mottled floor, taken by a slightly unsharp camera."""
    chance = np.random.default_rng(len(lines) + size)
    floor = Image.fromarray(chance.integers(90, 160, (30, 40, 3), np.uint8)).resize(
        (1600, 1200), Image.Resampling.BICUBIC
    )
    card = Image.new("RGBA", (1100, round(size * gap * (len(lines) + 0.6))), (247, 244, 236, 255))
    drawn = ImageFont.truetype(str(FONTS / font), size)
    for place, text in enumerate(lines):
        ImageDraw.Draw(card).text((550, size * gap * (place + 0.8)), text, (30, 32, 60), font=drawn, anchor="mm")
    turned = card.rotate(degrees, expand=True, resample=Image.Resampling.BICUBIC)
    floor.paste(turned, ((1600 - turned.width) // 2, (1200 - turned.height) // 2), turned)
    return np.asarray(floor.filter(ImageFilter.GaussianBlur(0.8)))


def judged(reader: RapidTextReader, image: RgbImage) -> tuple[JudgedText, ...]:
    return judge_texts(reader.read(image), PEOPLE)


def named(reader: RapidTextReader, image: RgbImage) -> set[str]:
    return {str(one) for j in judged(reader, image) if j.finding.kind is TextKind.NAME for one in j.roster}


@pytest.mark.policy("002-21")
@pytest.mark.parametrize(
    ("text", "font", "who"),
    [
        ("Amara Okafor", PRINT, "amara"),
        ("AMARA OKAFOR", ITALIC, "amara"),
        ("AMARA OKAFOR", SCRIPT, "amara"),
        ("A. Okafor", BOLD, "amara"),
        ("Amara", SCRIPT, "amara"),
        ("Ben Marlowe", PRINT, "ben"),
        ("Benjamin Tailor", SCRIPT, "ben"),
        ("B. Tailor", ITALIC, "ben"),
        ("Siân O'Neill", PRINT, "sian"),
        ("SIAN O'NEILL", BOLD, "sian"),
        ("S O'Neill", ITALIC, "sian"),
        ("Zoë Campbell-Reid", ITALIC, "zoe"),
        ("CAMPBELL-REID", BOLD, "zoe"),
        ("Miss Reid", PRINT, "zoe"),
        ("Anne-Marie", PRINT, "anne"),
        ("Anne-Marie de Souza", SCRIPT, "anne"),
        ("by Amara aged 7", ITALIC, "amara"),
        ("Ben's drawing", SCRIPT, "ben"),
        ("Grace Young", SCRIPT, "grace"),
        ("Hope", BOLD, "hope"),
    ],
)
def test_a_name_on_a_card_is_found(reader: RapidTextReader, text: str, font: str, who: str) -> None:
    assert who in named(reader, picture(text, font=font))


@pytest.mark.parametrize("degrees", [90, 180, 270, 40, -25])
def test_a_peg_label_that_hangs_askew_is_found(reader: RapidTextReader, degrees: float) -> None:
    assert "amara" in named(reader, picture("Amara", font=BOLD, degrees=degrees))


@pytest.mark.parametrize(
    "lines",
    [
        ("We will all hope for", "a warm summer in May", "with grace and good will"),
        ("School closed until May", "Young writers wanted", "Summer reading challenge"),
        ("Fire exit", "Keep clear"),
    ],
)
def test_a_notice_of_everyday_words_names_nobody(reader: RapidTextReader, lines: tuple[str, ...]) -> None:
    found = judged(reader, picture(*lines))
    assert len(found) >= len(lines)
    assert [j.finding.text for j in found if j.is_flagged] == []


@pytest.mark.policy("002-20")
@pytest.mark.parametrize(("name", "who"), [("Grace", "grace"), ("Will", "will"), ("Summer", "hope"), ("Siân", "sian")])
def test_a_first_name_alone_on_a_certificate_is_found(reader: RapidTextReader, name: str, who: str) -> None:
    lines = ("Star of the Week", "presented to", name, "for always being kind")
    assert who in named(reader, picture(*lines, font=SCRIPT))


@pytest.mark.policy("002-20")
def test_the_name_of_a_child_nobody_knows_is_covered_on_a_certificate(reader: RapidTextReader) -> None:
    image = picture("Certificate of Merit", "presented to", "Zofia Kwiatek", "for excellent effort", font=ITALIC)
    found = [j for j in judged(reader, image) if j.finding.kind is TextKind.NAME]
    assert any(j.finding.text == "Zofia Kwiatek" for j in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tel. 01632 960 123", TextKind.CONTACT),
        ("office@example.sch.uk", TextKind.CONTACT),
        ("12 Mill Lane, AB1 2CD", TextKind.CONTACT),
        ("Date of birth 09/03/2016", TextKind.DATE_OF_BIRTH),
        ("9th March 2016", TextKind.DATE_OF_BIRTH),
        ("UPN H801200001001", TextKind.UPN),
    ],
)
def test_a_personal_detail_on_a_card_is_found(reader: RapidTextReader, text: str, kind: TextKind) -> None:
    assert kind in [j.finding.kind for j in judged(reader, picture(text, size=48))]
