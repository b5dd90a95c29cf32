"""The invented school of the demonstration: its class, their parents' answers, its staff and its platforms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.consent import PlatformId
from app.domain.people import Role

NAME = "Hollybank Primary School"
CLASS = "Oak"
FACEBOOK, WEBSITE = PlatformId("facebook"), PlatformId("website")
PLATFORMS = {FACEBOOK: "Facebook", WEBSITE: "School website"}
PURPOSE = "To show families what their children do at school."


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who signs in."""

    username: str
    name: str
    role: Role


STAFF = (
    Colleague("office", "Jo Evans", Role.CONTRIBUTOR),
    Colleague("data", "Priya Nair", Role.CONSENT_ADMIN),
    Colleague("head", "Ruth Ashworth", Role.HEAD),
    Colleague("deputy", "Martin Lyle", Role.DEPUTY),
)

PUPILS = """UPN,Legal Forename,Legal Surname,Preferred Forename,Date of Birth,Reg Group,Year
H801200001001,Amara,Okafor,,14/03/2017,Oak,4
B820200023001,Benjamin,Tailor,Ben,02/11/2016,Oak,4
V888412319001,Caitlin,Price,,23/07/2017,Oak,4
,Dev,Anand,,09/01/2017,Oak,4
,Ella,Moss,,30/05/2017,Oak,4
,Femi,Bright,,18/08/2017,Oak,4
"""

CONSENTS = """UPN,Forename,Surname,Date of Birth,Facebook,School website,Given by,Date
H801200001001,Amara,Okafor,14/03/2017,Yes,Yes,Mrs Okafor,{day}
B820200023001,Benjamin,Tailor,02/11/2016,No,Yes,Mr Tailor,{day}
V888412319001,Caitlin,Price,23/07/2017,Yes,No,Ms Price,{day}
,Dev,Anand,09/01/2017,,,,{day}
,Ella,Moss,30/05/2017,Yes,Yes,Mrs Moss,{day}
,Femi,Bright,18/08/2017,No,No,Mr Bright,{day}
"""

NAMED_IN_ORDER = ("Amara", "Ben", "Caitlin", "Dev", "Ella")
"""Who the faces of the largest group are said to be, from left to right and top to bottom; Femi is ill that day."""


def write_lists(folder: Path, *, day: str) -> tuple[Path, Path]:
    """The two files the office would export from the school's system; `day` as ``dd/mm/yyyy``."""
    pupils, consents = folder / "pupils.csv", folder / "consents.csv"
    pupils.write_text(PUPILS, encoding="utf-8-sig")
    consents.write_text(CONSENTS.format(day=day), encoding="cp1252")
    return pupils, consents
