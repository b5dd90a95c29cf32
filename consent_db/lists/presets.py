"""The headings of school systems, as data. No two schools' reports are alike: a saved mapping has the last word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consent_db.people import folded

FIELDS: Mapping[str, str] = {
    "upn": "UPN",
    "former_upn": "Former UPN",
    "admission_number": "Admission number",
    "legal_forename": "Legal forename",
    "legal_surname": "Legal surname",
    "preferred_forename": "Preferred forename",
    "preferred_surname": "Preferred surname",
    "full_name": "Whole name",
    "registration_group": "Class",
    "year_group": "Year group",
    "date_of_birth": "Date of birth",
    "on_roll_from": "On roll from",
    "on_roll_until": "On roll until",
    "giver": "Who answered",
    "relationship": "Relationship",
    "answered_on": "Answered on",
    "valid_until": "Valid until",
    "platform": "Platform",
    "consent_type": "Type of consent",
    "answer": "Answer",
}
"""What a column can be, with the words of the screen."""

DATE_FIELDS = ("date_of_birth", "on_roll_from", "on_roll_until", "answered_on", "valid_until")

_GENERAL: Mapping[str, tuple[str, ...]] = {
    "upn": ("upn", "unique pupil number", "current upn"),
    "former_upn": ("former upn", "previous upn", "old upn"),
    "admission_number": (
        "adno", "adm no", "admission number", "admission no", "admissions number", "student number", "learnercode",
        "pupil id",
    ),
    "legal_forename": ("legal forename", "legal first name", "forename", "first name", "given name"),
    "legal_surname": ("legal surname", "legal last name", "surname", "last name", "family name"),
    "preferred_forename": (
        "preferred forename", "preferred first name", "known as", "known name", "preferred name", "chosen forename",
    ),
    "preferred_surname": ("preferred surname", "preferred last name", "chosen surname"),
    "full_name": (
        "name", "student name", "pupil name", "legal name", "full name", "legal full name", "student", "pupil",
    ),
    "registration_group": (
        "reg", "reg group", "registration group", "registration form", "registration name", "form", "tutor group",
        "class",
    ),
    "year_group": ("year group", "year", "nc year", "year code", "national curriculum year"),
    "date_of_birth": ("dob", "date of birth", "birth date"),
    "on_roll_from": ("admission date", "date of admission", "on roll from", "doa"),
    "on_roll_until": ("leaving date", "date of leaving", "on roll until", "dol"),
    "giver": ("given by", "giver", "parent", "parent name", "parent/carer", "contact", "signed by", "completed by"),
    "relationship": ("relationship", "relationship to pupil", "relationship to child"),
    "answered_on": ("date", "date given", "consent date", "date of consent", "answered on", "signed on", "date signed"),
    "valid_until": ("valid until", "expires", "expiry", "expiry date"),
    "platform": ("platform", "channel"),
    "consent_type": ("consent", "consent type", "type", "parental consent", "permission"),
    "answer": ("answer", "status", "value", "response", "consent status", "consent given"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Preset:
    """How one system heads its columns.

    Attributes:
        marks: headings by which the system is recognised; the more of them stand there, the surer.
        fields: what its headings mean where that differs from other systems.
        consents: how it names permissions; which platforms they stand for, only a person can say.
    """

    name: str
    marks: frozenset[str]
    fields: Mapping[str, str]
    consents: frozenset[str] = frozenset()


PRESETS = (
    Preset(
        "SIMS",
        frozenset({"adno", "reg", "person id", "legal forename", "reg group", "year taught in", "learnerid"}),
        {"year taught in": "year_group", "chosen name": "preferred_forename"},
        frozenset({"photograph student", "copyright permission", "internet access", "parental consent"}),
    ),
    Preset(
        "Arbor",
        frozenset(
            {"arbor student id", "legal first name", "registration form", "student number", "preferred first name"}
        ),
        {"consent name": "consent_type", "date recorded": "answered_on"},
        frozenset({"photographs", "photos", "video", "consent"}),
    ),
    Preset(
        "Bromcom",
        frozenset({"tutor group", "learnercode", "legal last name", "preferred last name", "admissions number"}),
        {"student code": "admission_number"},
        frozenset({"photo consent", "photograph consent", "media consent"}),
    ),
    Preset(
        "ScholarPack",
        frozenset({"adm no", "nc year", "pupil id", "pupil name", "dob", "standard photo"}),
        {},
        frozenset({"standard photo", "photo", "audio", "video"}),
    ),
)

_ABOUT_CONSENT = re.compile(
    r"photo|picture|image|video|film|audio|consent|permission|website|web site|social|media|newsletter|press|prospectus"
    r"|display|copyright|publicity|facebook|twitter|instagram|youtube"
)


def heading_key(heading: str) -> str:
    """What makes two headings the same: letters and blanks, without case, accents, marks and "(Y/N)"."""
    plain = folded(heading).replace("_", " ")
    plain = re.sub(r"[(\[] *(y ?/ ?n|yes ?/ ?no|dd/mm/yyyy|tick)[^)\]]*[)\]]", " ", plain)
    return " ".join(re.sub(r"[*:?]", " ", plain).split()).rstrip(".")


def preset_of(headings: Iterable[str]) -> Preset | None:
    """The system whose marks stand among the headings, None when none or two equally sure ones do."""
    keys = {heading_key(heading) for heading in headings}
    found = sorted(((len(preset.marks & keys), preset) for preset in PRESETS), key=lambda f: -f[0])
    (most, best), (next_most, _) = found[0], found[1]
    return best if most > next_most else None


def known_headings(preset: Preset | None) -> Mapping[str, str]:
    """The field of every heading that is known, the system's own meaning first."""
    general = {heading_key(heading): field for field, headings in _GENERAL.items() for heading in headings}
    return general | dict(preset.fields) if preset else general


def rank(field: str, heading: str) -> int:
    """How good a name of the field the heading is: of two columns for one class, the better name counts."""
    names = _GENERAL.get(field, ())
    key = heading_key(heading)
    return names.index(key) if key in names else len(names)


def speaks_of_consent(heading: str) -> bool:
    """Whether a column nobody has mapped looks as if it held answers, so that leaving it out must be said loudly."""
    return _ABOUT_CONSENT.search(heading_key(heading)) is not None
