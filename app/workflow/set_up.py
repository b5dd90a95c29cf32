"""What a new workspace begins with beside its first user: people, platforms and the class list; then a first back-up.

It runs while the workspace is being made, before its card is written: what is refused on the way takes the whole
workspace back, so nothing half-made is left. The records name the set-up, since nobody can have signed in yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.consent import PlatformId
from app.domain.errors import RegisterError
from app.domain.people import SET_UP, Action, Actor, Role
from app.storage.card import require_long_enough
from app.workflow import platforms, users
from app.workflow.backup import back_up
from app.workflow.register_import import apply_import, preview_pupils
from app.workflow.workspace import Workspace
from consent_db.people import folded

ACTOR = Actor(SET_UP, "Set-up", frozenset({Role.IT, Role.CONSENT_ADMIN}))
PURPOSE = "To show families what their children do at school."


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who will sign in, and as what."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody answered in the set-up; whatever was skipped is empty.

    Attributes:
        people: beside the administrator.
        platforms: of the list that comes with the program; the Headteacher agreed to them, and the accounts there
            are the school's. Their names and mailboxes are noted on the page of the platforms.
        pupils: a list as the school's system writes it.
        back_up_to: a folder.
        back_up_passphrase: of the back-up alone.
    """

    people: tuple[Colleague, ...] = ()
    platforms: tuple[PlatformId, ...] = ()
    pupils: Path | None = None
    back_up_to: Path | None = None
    back_up_passphrase: str = ""


@dataclass(frozen=True, slots=True)
class Admitted:
    """How somebody signs in for the first time; the password is for that once and kept nowhere in clear."""

    name: str
    username: str
    password: str


@dataclass(frozen=True, slots=True)
class Begun:
    """What the set-up did.

    Attributes:
        pupils: how many are on the register now.
        unread: lines of the list that a person has to look at; they were left out.
    """

    admitted: tuple[Admitted, ...] = ()
    platforms: tuple[str, ...] = ()
    pupils: int = 0
    unread: int = 0


def begin(workspace: Workspace, plan: Plan) -> Begun:
    """Fill a workspace that is being made.

    Raises:
        KnownError: something in the plan cannot be; the words name it. Whoever makes the workspace takes it back.
    """
    if plan.back_up_to is not None:
        require_long_enough(plan.back_up_passphrase)
    admitted, heads = [], []
    taken = {user.username for user in users.list_users(workspace, ACTOR)}
    for colleague in plan.people:
        username = sign_in_name(colleague.name, taken)
        taken.add(username)
        made = users.admit(workspace, ACTOR, username=username, name=colleague.name, roles={colleague.role})
        admitted.append(Admitted(colleague.name, username, made.password))
        if Actor(made.user_id, colleague.name, frozenset({colleague.role})).may(Action.APPROVE):
            heads.append(made.user_id)
    if plan.platforms and not heads:
        remedy = "Name the Headteacher, or leave the platforms for later."
        raise RegisterError("Platforms need somebody who agreed to them.", remedy=remedy)
    added = [
        platforms.add_from_list(
            workspace, ACTOR, platform_id, purpose=PURPOSE, approved_by=heads[0], owned_by_school=True
        ).name
        for platform_id in plan.platforms
    ]
    pupils, unread = _read(workspace, plan.pupils)
    return Begun(tuple(admitted), tuple(added), pupils, unread)


def first_back_up(workspace: Workspace, plan: Plan) -> Path | None:
    """Write the first back-up once the workspace is made; None where no place was named.

    Raises:
        StorageError: the place or the passphrase does not do; the workspace stays, and can be backed up later.
    """
    if plan.back_up_to is None:
        return None
    steps = list(back_up(workspace, ACTOR, plan.back_up_to, passphrase=plan.back_up_passphrase))
    return next((step.done_with.file for step in reversed(steps) if step.done_with is not None), None)


def sign_in_name(name: str, taken: set[str]) -> str:
    """``Ruth Ashworth`` signs in as ``ruth.ashworth``; with a number when somebody has that name already."""
    wanted = ".".join("".join(filter(str.isalnum, word)) for word in folded(name).split()) or "user"
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}{number}"
    return found


def _read(workspace: Workspace, file: Path | None) -> tuple[int, int]:
    if file is None:
        return 0, 0
    preview = preview_pupils(workspace, ACTOR, file)
    if not preview.new_people:
        raise RegisterError(
            f"No pupil could be read from {file.name}.",
            remedy="Leave the list for later: the Register page shows line by line what is wrong.",
        )
    apply_import(workspace, ACTOR, preview)
    return len(preview.new_people), len(preview.problems)
