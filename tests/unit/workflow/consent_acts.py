"""Short words for the acts of the consent tests, each through the front door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.domain.consent import Answer, ConsentKind, ConsentStatus, PlatformId
from app.domain.contacts import Contact
from app.domain.people import Actor, PersonId, Role
from app.domain.post import TaskKind
from app.workflow import consents, contacts, refusals, register
from app.workflow.consents import SignedForm
from app.workflow.workspace import Workspace
from consent_db import audit, releases
from consent_db import contacts as contact_rows
from consent_db.releases import Task
from tests.clocks import later
from tests.schools import FACEBOOK, WEBSITE, School

IMAGE, NAME, VIDEO, WORK = ConsentKind
FORM = {(kind, place): Answer.YES for kind in (IMAGE, NAME) for place in (FACEBOOK, WEBSITE)}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"


def days_later(school: School, days: int) -> Workspace:
    return later(school.workspace, days)


def office(school: School) -> Actor:
    return school.actor(Role.CONSENT_ADMIN)


def today(school: School) -> date:
    return school.workspace.clock.today()


def child(school: School, forename: str = "Amara") -> PersonId:
    return school.pupils[forename].id


def parent(
    school: School, name: str, relationship: str = "mother", *, forename: str = "Amara", responsible: bool = True
) -> Contact:
    """A contact of the child, in the register."""
    made = contact_rows.new(child(school, forename), name, relationship, parental_responsibility=responsible)
    contacts.add_contact(school.workspace, office(school), made)
    return made


def form_of(school: School, by: Contact | str, answers=None, *, forename: str = "Amara", **more: object) -> SignedForm:
    """A signed form in folder 3 with these answers."""
    form = SignedForm(
        child(school, forename), answers or FORM, "2026", today(school), kept_where="folder 3, page 12",
        giver=by if isinstance(by, str) else "", contact_id=None if isinstance(by, str) else by.id,
    )  # fmt: skip
    return replace(form, **more)  # type: ignore[arg-type]


def sign(school: School, by: Contact | str, answers=None, *, forename: str = "Amara", **more: object):
    """The form recorded."""
    form = form_of(school, by, answers, forename=forename, **more)
    return consents.record_form(school.workspace, office(school), form)


def says_no(school: School, forename: str = "Amara", *, role: Role = Role.CONTRIBUTOR, **more: object) -> int:
    return refusals.take_consent_away(school.workspace, school.actor(role), child(school, forename), **more)


def status(
    school: School,
    platform: PlatformId = FACEBOOK,
    kind: ConsentKind = IMAGE,
    *,
    forename: str = "Amara",
    days: int = 0,
) -> ConsentStatus:
    """What is in force, by the very snapshot that photos are decided by."""
    known = consents.snapshot(school.workspace, school.actor(Role.DSL))
    day = today(school) + timedelta(days=days)
    return known.standing(child(school, forename), kind=kind, platform_id=platform, today=day).status


def history(school: School, forename: str = "Amara"):
    return consents.consent_history(school.workspace, office(school), child(school, forename))


def tasks(school: School, kind: TaskKind | None = None) -> tuple[Task, ...]:
    with school.workspace.database.read() as connection:
        return releases.open_tasks(connection, kind)


def records_hold(school: School) -> bool:
    with school.workspace.database.read() as connection:
        return audit.verify(connection).ok


def person_of(school: School, forename: str = "Amara"):
    found = register.find_people(school.workspace, office(school))
    return next(p for p in found if p.id == child(school, forename))


def change(school: School, forename: str = "Amara", **details: object):
    changed = register.change_person(
        school.workspace,
        office(school),
        replace(person_of(school, forename), **details),  # type: ignore[arg-type]
    )
    school.pupils[forename] = changed
    return changed
