"""What a single cell says: a date, an answer, a number, a name. Whatever could be two things is refused."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "sept", *_MONTHS,
)  # fmt: skip
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})[ -]([a-z]{3,9})\.?[ ,-]+(\d{4})")
_YEARS = range(1900, 2101)
_SERIALS = range(10_000, 73_051)
"""Excel's day numbers from 1927 to 2100."""

_YES = frozenset(
    {
        "yes", "y", "1", "true", "consented", "consent given", "consent granted", "permission given", "granted",
        "given", "agreed", "allowed", "confirmed", "opted in", "tick", "ticked", "✓", "✔", "☑", "✅", "🗸",
    }
)  # fmt: skip
_NO = frozenset(
    {
        "no", "n", "0", "false", "declined", "consent declined", "refused", "consent refused", "denied",
        "consent not given", "permission not given", "no consent", "no permission", "not allowed", "opted out",
        "✗", "✘", "❌",
    }
)  # fmt: skip
"""A bare x is in neither: in a tick box it may mean yes."""
_WITHDRAWN = frozenset({"withdrawn", "consent withdrawn", "revoked", "consent revoked"})
_BLANK = frozenset(
    {
        "", "-", "–", "—", "n/a", "not asked", "pending", "awaiting", "awaiting response", "awaiting reply",
        "no response", "no reply", "not returned", "not received", "null", "#n/a", "☐",
    }
)  # fmt: skip
_ANSWERS = {word: answer for words, answer in ((_YES, "YES"), (_NO, "NO"), (_WITHDRAWN, "WITHDRAWN")) for word in words}

_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "da",
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "dos",
        "du",
        "la",
        "le",
        "mac",
        "mc",
        "o",
        "san",
        "st",
        "te",
        "ten",
        "ter",
        "van",
        "von",
    ]
)
_TWICE_ENCODED = re.compile("[ÃÂÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def parse_date(text: str) -> date | None:
    """A UK date (``dd/mm/yyyy``, ``14 March 2017``), an ISO date, or an Excel day number; None for a blank.

    A year of two digits is refused: 14/03/17 may be a day of 2017 or of 2014.

    Raises:
        ValueError: it is none of these; a month above 12 is refused rather than swapped with the day.
    """
    text = text.strip()
    if not text:
        return None
    day = _TIME.sub("", text)
    if match := re.fullmatch(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})", day):
        return _day(text, int(match[1]), int(match[3]), int(match[4]))
    if match := re.fullmatch(r"(\d{5})(\.\d+)?", day):
        if int(match[1]) in _SERIALS:
            return date.fromordinal(date(1899, 12, 30).toordinal() + int(match[1]))
    elif match := _NUMBERS.fullmatch(day):
        return _day(text, int(match[4]), int(match[3]), int(match[1]))
    elif (match := _IN_WORDS.fullmatch(day.casefold())) and match[2] in _MONTH_NAMES:
        return _day(text, int(match[3]), _MONTHS.index(match[2][:3]) + 1, int(match[1]))
    raise ValueError(f"“{_short(text)}” is not a date such as 14/03/2017")


def is_month_first(text: str) -> bool:
    """Whether a date can only be read month first; one such date makes every other date of its file doubtful."""
    day = re.sub(r"[ T]\d.*$", "", text.strip())
    match = _NUMBERS.fullmatch(day)
    return match is not None and int(match[1]) <= 12 < int(match[3]) <= 31


def parse_answer(text: str) -> str | None:
    """``YES``, ``NO``, ``WITHDRAWN``; None for a blank, which never means no and never means yes.

    Raises:
        ValueError: it is free text; a person must read it.
    """
    word = " ".join(text.casefold().split()).replace("\ufe0f", "").rstrip(".!")
    if word in _BLANK:
        return None
    if re.fullmatch(r"[01]\.0+", word):
        word = word[0]
    if word not in _ANSWERS:
        raise ValueError(f"“{_short(text.strip())}” is neither yes nor no")
    return _ANSWERS[word]


def upn_is_valid(upn: str) -> bool:
    """Whether the check letter fits: weights 2 to 13 on what follows it, modulo 23 (DfE common basic data set).

    The last of the thirteen may be a letter: such a number is a temporary one.
    """
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    if not re.fullmatch(rf"[{letters}][0-9]{{11}}[0-9{letters}]", upn):
        return False
    values = [int(c) if c.isdigit() else letters.index(c) for c in upn[1:]]
    return letters[sum(w * v for w, v in zip(range(2, 14), values, strict=True)) % 23] == upn[0]


def upn_of(text: str) -> str:
    """A UPN as the register writes it; the cell's own text when it is none."""
    return "".join(text.split()).upper()


def admission_key(text: str) -> str:
    """What makes two admission numbers the same: spreadsheets drop leading zeros and may add ``.0``."""
    return re.sub(r"(?<=\d)\.0$", "", text.strip()).casefold().lstrip("0")


def split_name(whole: str) -> tuple[str, str, str]:
    """Forename, surname and known name of a whole name: "Okafor, Amara (Mara)", "Amara Okafor", "Amara"."""
    whole = whole.strip()
    known = ""
    if match := re.fullmatch(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]", whole):
        whole, known = match[1].strip(), match[2].strip()
    surname, comma, forename = (part.strip() for part in whole.partition(","))
    if comma:
        return (forename, surname, known) if forename else (surname, "", known)
    words = whole.split()
    if len(words) < 2:
        return whole, "", known
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:]), known


def checked_text(text: str, *, most: int) -> str:
    """The text, when it can be kept as it is.

    Raises:
        ValueError: too long, letters were lost on the way, or a spreadsheet would run it as a formula.
    """
    if len(text) > most:
        raise ValueError(f"“{_short(text)}” is far too long")
    if text[:1] in "=+@#" and text:
        raise ValueError(f"“{_short(text)}” is a formula or an error of the spreadsheet")
    if "\ufffd" in text or _TWICE_ENCODED.search(text):
        raise ValueError(f"letters were lost in “{_short(text)}”; export the list as CSV UTF-8 or XLSX")
    return text


def checked_number(text: str, *, most: int = 40) -> str:
    """An admission number as it can be kept.

    Raises:
        ValueError: the spreadsheet rounded it, such as ``1.2E+05``, or it is no number anybody gives.
    """
    if re.fullmatch(r"\d+(\.\d+)?[eE]\+?\d+", text) and not re.fullmatch(r"\d{1,3}[eE]\d{1,3}", text):
        raise ValueError(f"the spreadsheet has rounded the number “{_short(text)}”")
    return re.sub(r"(?<=\d)\.0$", "", checked_text(text, most=most))


def _day(text: str, year: int, month: int, day: int) -> date:
    if year not in _YEARS:
        raise ValueError(f"“{_short(text)}” is in no year a school writes of")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"“{_short(text)}” is no day of the calendar; write day, month, year") from None


def _short(text: str) -> str:
    return "".join(islice(text, 60))
