"""What people ask of the school about pictures, and what went wrong, with the clocks the law sets.

UK GDPR article 12 gives a month for an answer, two more where it is hard; parents of a maintained school's pupil have
the education record within 15 school days; article 33 gives 72 hours to tell the ICO of
a breach that may harm somebody; the Data (Use and Access) Act 2025 wants a complaint acknowledged within 30 days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from app.domain.people import PersonId
from app.domain.policies import months_after
from app.domain.post import ReleaseId
from app.domain.school_days import Holiday, school_days_after

CaseId = NewType("CaseId", str)
_SCHOOL_ZONE = ZoneInfo("Europe/London")
_ICO_HOURS = timedelta(hours=72)
_ACKNOWLEDGE = timedelta(days=30)
_EDUCATION_DAYS = 15


class CaseKind(StrEnum):
    COMPLAINT = "COMPLAINT"
    ACCESS = "ACCESS"
    """Somebody asks what is held about them or their child (article 15)."""
    EDUCATION = "EDUCATION"
    """A parent of a maintained school's pupil asks for the education record: 15 school days."""
    CORRECTION = "CORRECTION"
    ERASURE = "ERASURE"
    RESTRICTION = "RESTRICTION"
    """Nothing may be shown or erased of this person until it is settled (article 18)."""
    OBJECTION = "OBJECTION"
    CONCERN = "CONCERN"
    """A question or worry for the Headteacher and the safeguarding lead alone."""
    WRONG_PICTURE = "WRONG_PICTURE"
    """Something was published that may not be: the 72 hours run."""
    DISCLOSURE = "DISCLOSURE"
    """Personal information got out in another way: the 72 hours run."""
    DISPARAGING = "DISPARAGING"
    ABUSE = "ABUSE"
    """Threats, abuse or harassment."""
    BLACKMAIL = "BLACKMAIL"
    """Somebody threatens with pictures of pupils."""

    @property
    def is_request(self) -> bool:
        return self in _REQUESTS

    @property
    def can_wait(self) -> bool:
        """Whether the law lets its time be longer, or stop."""
        return self.is_request and self is not CaseKind.EDUCATION

    @property
    def is_incident(self) -> bool:
        return self in _INCIDENTS

    @property
    def is_breach(self) -> bool:
        """Whether the ICO may have to be told."""
        return self in _BREACHES

    @property
    def is_for_access(self) -> bool:
        """Whether what is held about somebody is handed over."""
        return self in (CaseKind.ACCESS, CaseKind.EDUCATION)

    @property
    def keeps_records(self) -> bool:
        """Whether what is held about the person is needed until this is closed."""
        return self not in _ASK_FOR_A_CHANGE


_REQUESTS = frozenset(
    {
        CaseKind.ACCESS,
        CaseKind.EDUCATION,
        CaseKind.CORRECTION,
        CaseKind.ERASURE,
        CaseKind.RESTRICTION,
        CaseKind.OBJECTION,
    }
)
_ASK_FOR_A_CHANGE = frozenset({CaseKind.CORRECTION, CaseKind.ERASURE, CaseKind.OBJECTION})
_BREACHES = frozenset({CaseKind.WRONG_PICTURE, CaseKind.DISCLOSURE, CaseKind.BLACKMAIL})
_INCIDENTS = _BREACHES | {CaseKind.DISPARAGING, CaseKind.ABUSE}

KIND_WORDS: Mapping[CaseKind, str] = {
    CaseKind.COMPLAINT: "Complaint",
    CaseKind.ACCESS: "Wants to see what is held",
    CaseKind.EDUCATION: "Wants the education record",
    CaseKind.CORRECTION: "Wants something corrected",
    CaseKind.ERASURE: "Wants something erased",
    CaseKind.RESTRICTION: "Wants it left alone for now",
    CaseKind.OBJECTION: "Objects to pictures",
    CaseKind.CONCERN: "Concern for the Headteacher or the safeguarding lead",
    CaseKind.WRONG_PICTURE: "Published by mistake",
    CaseKind.DISCLOSURE: "Personal information got out",
    CaseKind.DISPARAGING: "Disparaging content about the school or its people",
    CaseKind.ABUSE: "Threats, abuse or harassment",
    CaseKind.BLACKMAIL: "Blackmail with pictures",
}


class Step(StrEnum):
    """What was done about a case."""

    ACKNOWLEDGED = "ACKNOWLEDGED"
    IDENTITY = "IDENTITY"
    """Who asks was checked."""
    DSL_CLEARED = "DSL_CLEARED"
    DSL_REFUSED = "DSL_REFUSED"
    EXTENDED = "EXTENDED"
    PAUSED = "PAUSED"
    RESUMED = "RESUMED"
    PACK_MADE = "PACK_MADE"
    TOLD = "TOLD"
    """Somebody who had to be told was told: the ICO, the police, the CEO, the people concerned."""
    ICO_SETTLED = "ICO_SETTLED"
    """The ICO was told of a breach, or it was decided why it need not be; from then on the 72 hours run no more."""
    NOTED = "NOTED"
    EVIDENCE = "EVIDENCE"
    ACTED = "ACTED"
    """What was asked for was done in the register."""
    CLOSED = "CLOSED"


STEP_WORDS: Mapping[Step, str] = {
    Step.ACKNOWLEDGED: "acknowledged",
    Step.IDENTITY: "checked who asks",
    Step.DSL_CLEARED: "the safeguarding lead lets it go out",
    Step.DSL_REFUSED: "the safeguarding lead holds it back",
    Step.EXTENDED: "took two more months",
    Step.PAUSED: "stopped the clock",
    Step.RESUMED: "started the clock again",
    Step.PACK_MADE: "made the pack",
    Step.TOLD: "told",
    Step.ICO_SETTLED: "ICO told, or need not be",
    Step.NOTED: "noted",
    Step.EVIDENCE: "kept a picture of it",
    Step.ACTED: "did what was asked for",
    Step.CLOSED: "closed",
}

TO_DO: Mapping[CaseKind, tuple[str, ...]] = {
    CaseKind.WRONG_PICTURE: (
        "Take the post down now; ask everybody who shared it to do the same.",
        "Tell the safeguarding lead and the data protection officer at once.",
        "Keep a picture of the post with its time, before it goes.",
        "Decide with the data protection officer whether the ICO has to be told; 72 hours from when you knew.",
        "Tell the family what happened and what you did.",
    ),
    CaseKind.DISCLOSURE: (
        "Stop it spreading: take it back, ask for it to be deleted.",
        "Tell the data protection officer at once; 72 hours from when you knew.",
        "Write down who saw what, and talk it over with whoever did it.",
    ),
    CaseKind.DISPARAGING: (
        "Keep a picture of it with its time; do not answer it.",
        "Tell the Headteacher, who decides whether the escalation of your policy applies.",
    ),
    CaseKind.ABUSE: (
        "Keep a picture of it with its time; do not answer it.",
        "Tell the Headteacher and the safeguarding lead at once; where somebody is in danger, the police first.",
        "Report it to the platform.",
    ),
    CaseKind.BLACKMAIL: (
        "Do not pay, do not answer, do not delete anything.",
        "Call the police, and the safeguarding lead at once.",
        "Keep the messages with their times. Never copy, print or forward an indecent picture.",
        "Report pictures of children to the Internet Watch Foundation; a child can use Report Remove.",
        "Take down the pictures it was made from, and look through what else is published.",
        "Tell the data protection officer; the 72 hours run.",
    ),
}
"""What to do, in order, for kinds that cannot wait."""


@dataclass(frozen=True, slots=True)
class Case:
    """One complaint, request, concern or incident.

    Attributes:
        number: what people call it by.
        asked_by: who asks or reports, in words.
        standing: by what right they ask.
        due_at: the end of the statutory time; None where the law sets none.
        acknowledge_by: until when its receipt has to be confirmed.
        acknowledged_at: when it was; of a breach, when it was settled with the ICO.
        tell: whom the school's policy wants told.
        is_safeguarding: touches keeping children safe in education; only the Headteacher and the DSL open it.
    """

    id: CaseId
    number: int
    kind: CaseKind
    words: str
    received_at: datetime
    recorded_at: datetime
    recorded_by: str
    person_id: PersonId | None = None
    release_id: ReleaseId | None = None
    asked_by: str = ""
    standing: str = ""
    due_at: datetime | None = None
    acknowledge_by: datetime | None = None
    acknowledged_at: datetime | None = None
    is_extended: bool = False
    paused_on: date | None = None
    is_safeguarding: bool = False
    tell: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    outcome: str = ""
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_confined(self) -> bool:
        """Whether only the Headteacher and the safeguarding lead may open it."""
        return self.kind is CaseKind.CONCERN or self.is_safeguarding

    def was_late(self, now: datetime) -> bool:
        """Whether the statutory time ended before what it is for was done."""
        done = (self.acknowledged_at if self.kind.is_breach else self.closed_at) or self.closed_at
        return self.due_at is not None and (done or now) > self.due_at

    def next_clock(self) -> datetime | None:
        """The next time that runs out; None when none runs."""
        if not self.is_open or self.paused_on is not None or (self.kind.is_breach and self.acknowledged_at is not None):
            return None
        waiting = self.acknowledge_by if self.acknowledged_at is None else None
        running = [instant for instant in (waiting, self.due_at) if instant is not None]
        return min(running, default=None)


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One thing done about a case, by whom and when."""

    case_id: CaseId
    step: Step
    words: str
    at: datetime
    by: str
    evidence_file: str | None = None


def due_at(
    kind: CaseKind, received_at: datetime, *, extended: bool = False, holidays: Sequence[Holiday] = ()
) -> datetime | None:
    """The end of the statutory time: a calendar month (three when extended), or 72 hours for a breach.

    An education record is owed within 15 school days (the Education (Pupil Information) (England) Regulations 2005),
    which nothing makes longer.
    """
    if kind is CaseKind.EDUCATION:
        return end_of_day(school_days_after(school_day(received_at), _EDUCATION_DAYS, holidays))
    if kind.is_breach:
        return received_at + _ICO_HOURS
    if kind.is_request:
        return end_of_day(months_after(school_day(received_at), 3 if extended else 1))
    return None


def acknowledge_by(kind: CaseKind, received_at: datetime) -> datetime | None:
    """Until when somebody has to hear that their complaint came in."""
    if kind is not CaseKind.COMPLAINT:
        return None
    return end_of_day(school_day(received_at) + _ACKNOWLEDGE)


def end_of_day(day: date) -> datetime:
    """The last minute of a day at school."""
    return datetime.combine(day, time(23, 59), _SCHOOL_ZONE)


def school_day(instant: datetime) -> date:
    """The day it was at school then."""
    return instant.astimezone(_SCHOOL_ZONE).date()
