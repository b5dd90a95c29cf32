"""A small invented school for tests: a real workspace with users, a class, platforms and answers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.bootstrap import Administrator, build_tools, create_workspace, open_workspace
from app.domain.consent import Answer, ConsentKind, PlatformId
from app.domain.people import Actor, Person, PersonId, PersonKind, Role
from app.storage.this_pc import PcKey
from app.workflow import platforms, register, users
from app.workflow.workspace import Tools, Workspace, no_fault
from consent_db import people
from consent_db.consent import NewConsent
from consent_db.server import ServerAddress

PASSPHRASE = "four words of secret"
PASSWORD = "long enough password"
OWN_PACK = Path(__file__).parent / "hollybank.toml"
FACEBOOK, WEBSITE = PlatformId("facebook"), PlatformId("website")


@dataclass
class School:
    """The workspace with everybody signed in, and the pupils by forename."""

    workspace: Workspace
    actors: dict[Role, Actor]
    pupils: dict[str, Person] = field(default_factory=dict)

    def actor(self, role: Role) -> Actor:
        return self.actors[role]

    def say(self, forename: str, platform: PlatformId, answer: Answer, kind: ConsentKind = ConsentKind.IMAGE) -> None:
        register.record_consent(
            self.workspace,
            self.actor(Role.CONSENT_ADMIN),
            NewConsent(
                person_id=self.pupils[forename].id,
                kind=kind,
                platform_id=platform,
                answer=answer,
                giver=f"parent of {forename}",
                valid_from=self.workspace.clock.today(),
                evidence="paper form, cabinet 3",
                form_version="2026",
            ),
        )

    def add_platform(self, platform: PlatformId, name: str) -> PlatformId:
        platforms.add_platform(
            self.workspace,
            self.actor(Role.CONSENT_ADMIN),
            platform_id=platform,
            name=name,
            purpose="news of the school for its families",
            approved_by=self.actor(Role.HEAD).user_id,
            owned_by_school=True,
        )
        return platform

    def add_pupil(self, forename: str, surname: str, group: str = "Oak") -> PersonId:
        person = replace(people.new(PersonKind.PUPIL, forename, surname), registration_group=group)
        register.add_person(self.workspace, self.actor(Role.CONSENT_ADMIN), person)
        self.pupils[forename] = person
        return person.id


def make_school(
    folder: Path, *, server: ServerAddress | None = None, school_id: str | None = None, pc: PcKey | None = None
) -> School:
    """One user per role, Oak class with five pupils, two platforms, no answers yet."""
    workspace = create_workspace(
        folder, school="Hollybank Primary School", passphrase=PASSPHRASE,
        administrator=Administrator("it", "Sam Hill", PASSWORD), server=server, school_id=school_id, pc=pc,
        pack=str(OWN_PACK),
    )  # fmt: skip
    it = users.sign_in(workspace, "it", PASSWORD)
    actors = {Role.IT: it}
    for role in Role:
        if role is not Role.IT:
            name = role.value.lower()
            users.add_user(workspace, it, username=name, name=name.title(), password=PASSWORD, roles={role})
            actors[role] = users.sign_in(workspace, name, PASSWORD)
    school = School(workspace, actors)
    for platform, name in ((FACEBOOK, "Facebook"), (WEBSITE, "Website")):
        school.add_platform(platform, name)
    for forename, surname in (
        ("Amara", "Okafor"), ("Ben", "Tailor"), ("Caitlin", "Price"), ("Dev", "Anand"), ("Ella", "Moss"),
    ):  # fmt: skip
        school.add_pupil(forename, surname)
    return school


class LentTools(Tools):
    """A decoder and engines for many workspaces, one after another: closing one leaves the processes to the next."""

    @classmethod
    def build(cls) -> LentTools:
        own = build_tools()
        return cls(decoder=own.decoder, engines=own.engines)

    def close(self) -> None:
        """Nothing ends here; `end` does that."""

    def end(self) -> None:
        super().close()


def copy_school(template: School, folder: Path, *, database: str | None = None, tools: Tools | None = None) -> School:
    """A copy of a closed school, opened in its own folder, and from its own database on a server.

    Args:
        template: made once.
        folder: for the copy; not there yet.
        database: the copy of its database on the server.
        tools: what it looks at pictures with, instead of processes of its own.
    """
    shutil.copytree(template.workspace.folder, folder)
    if database is not None:
        card = json.loads((folder / "workspace.json").read_text())
        card["register"]["database"] = database
        (folder / "workspace.json").write_text(json.dumps(card))
    opened = reopen(folder)
    workspace = opened if tools is None else replace(opened, tools=tools)
    return School(workspace, dict(template.actors), dict(template.pupils))


def reopen(folder: Path, fault: Callable[[str], None] = no_fault) -> Workspace:
    """The same workspace as another start of the program finds it."""
    return open_workspace(folder, passphrase=PASSPHRASE, fault=fault)
