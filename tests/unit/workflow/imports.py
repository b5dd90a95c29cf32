"""What the tests of reading lists share: look, take over, and ask what holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.consent import Answer, ConsentKind, ConsentStatus, PlatformId
from app.domain.people import Role
from app.workflow import register
from app.workflow.import_undo import past_imports
from app.workflow.register_import import ImportPreview, apply_import, preview_consents, preview_pupils
from consent_db import audit, consent
from consent_db.lists.school_file import ListSource
from tests.schools import FACEBOOK, School

ADMIN = Role.CONSENT_ADMIN
HEAD = "Forename,Surname,Facebook,Website\n"


def look(school: School, text: str, *, pupils: bool = False) -> ImportPreview:
    read = preview_pupils if pupils else preview_consents
    return read(school.workspace, school.actor(ADMIN), ListSource.from_text(text))


def take(school: School, text: str, *, pupils: bool = False) -> str:
    """Look at a list and take it over; returns the id of the reading."""
    apply_import(school.workspace, school.actor(ADMIN), look(school, text, pupils=pupils))
    return past_imports(school.workspace, school.actor(ADMIN))[0].id


def status(
    school: School, forename: str, platform: PlatformId = FACEBOOK, kind: ConsentKind = ConsentKind.IMAGE
) -> ConsentStatus:
    snapshot = register.snapshot(school.workspace, school.actor(Role.DSL))
    today = school.workspace.clock.today()
    return snapshot.standing(school.pupils[forename].id, kind=kind, platform_id=platform, today=today).status


def say_no_later(school: School, forename: str, day: date, platform: PlatformId = FACEBOOK) -> None:
    """A family's answer by hand, given by the same giver as the school's lists."""
    from consent_db.consent import NewConsent

    answer = NewConsent(
        school.pupils[forename].id, ConsentKind.IMAGE, platform, Answer.NO, "the school's system", day, evidence="form"
    )
    register.record_consent(school.workspace, school.actor(ADMIN), replace(answer))


def records_hold(school: School) -> bool:
    with school.workspace.database.read() as connection:
        return audit.verify(connection).ok


def events(school: School) -> int:
    with school.workspace.database.read() as connection:
        return consent.last_sequence(connection)
