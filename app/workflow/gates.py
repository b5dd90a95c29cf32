"""What everybody has to have done before they act: read the policies, be trained, be allowed on the platform.

Called by the acts themselves, inside their transaction, so that no window, command or second PC gets round it. Taking
consent away, and taking a post down, never pass a gate.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from app.domain.consent import PlatformId
from app.domain.days import day_in_words
from app.domain.errors import NotAllowedError
from app.domain.people import Action, Actor
from app.workflow import school_settings
from app.workflow.permissions import require_posting_permission
from app.workflow.training import missing_of
from app.workflow.workspace import Workspace
from consent_db import packs, platforms, policies


def require_acknowledged(workspace: Workspace, connection: Connection, actor: Actor) -> None:
    """Do nothing when this person has acknowledged every policy in force; without policies there is nothing to do.

    Raises:
        NotAllowedError: naming the first policy to read.
    """
    policies.require_read(connection, actor, workspace.clock.today())


def require_ready(
    workspace: Workspace,
    connection: Connection,
    actor: Actor,
    action: Action,
    platform_ids: Iterable[PlatformId] = (),
) -> None:
    """Do nothing when this person may hand on, approve or publish a post for these platforms today.

    Args:
        workspace: for its clock and its pack.
        connection: of the act's own transaction.
        actor: who is acting.
        action: `Action.WRITE_POST` to submit, `Action.APPROVE` or `Action.PUBLISH`.
        platform_ids: where the post is to go.

    Raises:
        NotAllowedError: the first thing that is missing, with who can put it right.
    """
    workspace.look_up_pack(connection)
    require_acknowledged(workspace, connection, actor)
    _require_trained(workspace, connection, actor)
    if action in (Action.APPROVE, Action.PUBLISH):
        _require_rules_approved(workspace, connection)
    for platform_id in platform_ids:
        require_open(connection, [platform_id])
        if action is not Action.APPROVE:
            _require_within_limits(workspace, connection, actor, platform_id)
        if action is Action.PUBLISH:
            _require_named(workspace, connection, actor, platform_id)
            require_posting_permission(workspace, connection, actor, platform_id)


def require_open(connection: Connection, platform_ids: Iterable[PlatformId]) -> None:
    """Do nothing when new posts may go to all of these.

    Raises:
        NotAllowedError: one was closed.
    """
    for platform_id in platform_ids:
        platform = platforms.get(connection, platform_id)
        if not platform.is_open:
            raise NotAllowedError(
                f"{platform.name} is closed for new posts.", remedy="Choose another place.", code="platform-closed"
            )


def _require_trained(workspace: Workspace, connection: Connection, actor: Actor) -> None:
    missing = missing_of(connection, actor, workspace.clock.today())
    if missing:
        first = missing[0]
        words = f"ran out on {day_in_words(first.ran_out_on)}" if first.ran_out_on else "is not recorded"
        raise NotAllowedError(
            f"{actor.name}’s training in {first.topic} {words}.",
            remedy="Ask the Headteacher or the Business Manager to record the new training.",
            code="not-trained",
        )


def _require_rules_approved(workspace: Workspace, connection: Connection) -> None:
    """The rules this program works by count as a policy with the pack's own title and version."""
    if not school_settings.governors_approve_rules(connection):
        return
    pack, today = workspace.pack, workspace.clock.today()
    chosen = packs.chosen_on(connection, today)
    if chosen is not None and chosen.version.is_approved(today):
        return
    for version in policies.everything(connection):
        if (version.name, version.label) == (pack.title, pack.version) and version.is_approved(today):
            return
    raise NotAllowedError(
        f"The governors have not approved the rules “{pack.title} {pack.version}”.",
        remedy="Record their approval under Policies first.",
        code="rules-not-approved",
    )


def _require_within_limits(workspace: Workspace, connection: Connection, actor: Actor, platform_id: PlatformId) -> None:
    """Somebody named for some platforms may post to those only, between their dates."""
    mine, today = platforms.platforms_of(connection, actor.user_id), workspace.clock.today()
    if not mine or any(note.platform_id == platform_id and note.holds_on(today) for note in mine):
        return
    here = [note for note in mine if note.platform_id == platform_id and note.until is not None]
    over = max((note.until for note in here if note.until and note.until < today), default=None)
    name = platforms.get(connection, platform_id).name
    words = f"could post to {name} until {day_in_words(over)}" if over else f"may not post to {name}"
    raise NotAllowedError(
        f"{actor.name} {words}.", remedy="Ask the data manager or the Headteacher.", code="not-on-platform"
    )


def _require_named(workspace: Workspace, connection: Connection, actor: Actor, platform_id: PlatformId) -> None:
    """Where people are named for a platform, only they publish there."""
    named, today = platforms.users_of(connection, platform_id), workspace.clock.today()
    if not named and not school_settings.named_posters_only(connection):
        return
    if not any(note.user_id == actor.user_id and note.holds_on(today) for note in named):
        name = platforms.get(connection, platform_id).name
        raise NotAllowedError(
            f"{actor.name} is not one of those who publish on {name}.",
            remedy="Ask the data manager or the Headteacher.",
            code="not-on-platform",
        )
