"""Written permissions as the Headteacher records and ends them: marks, devices, posting, adults, works, licences.

Nothing is permitted beyond what is written: for each platform by name, between its days, by whoever may give it. Ending
one works at once, and every post that rests on it falls in the same transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import Connection

from app.domain.consent import PlatformId
from app.domain.detection import Region, RegionKind
from app.domain.errors import NotAllowedError, RegisterError
from app.domain.people import Action, Actor, PersonId, Role, UserId
from app.domain.permissions import (
    MAY_GRANT_POSTING,
    OF_PARENT,
    OF_THEMSELVES,
    Permission,
    PermissionId,
    PermissionKind,
    mark_name,
    same_office,
)
from app.domain.photo import DeviceId, DeviceKind, PhotoId
from app.domain.school_rules import POSTING_PERMISSION_REQUIRED
from app.policy.settled import PERSONAL_NEVER
from app.workflow import evidence as evidence_kept
from app.workflow.consequences import stop_showing
from app.workflow.evidence import Evidence
from app.workflow.fallout import photo_changed
from app.workflow.licences import let_licence_fall
from app.workflow.workspace import Workspace
from consent_db import audit, people, permissions, platforms, posts, regions, roll, settings, sources, users

_LONGEST_OFFICE = 32
_FOR_PICTURES = (PermissionKind.MARK, PermissionKind.ADULT)
_FOR_MAKERS = (PermissionKind.WORK, PermissionKind.LICENCE)


def grant(
    workspace: Workspace,
    actor: Actor,
    kind: PermissionKind,
    subject: str,
    *,
    grantor: str,
    grantor_role: str,
    valid_from: date,
    valid_until: date | None = None,
    platform_ids: Collection[PlatformId] = (),
    scope: str = "",
    evidence: str = "",
    scan: bytes | None = None,
) -> Permission:
    """Record a permission that somebody gave in writing.

    Args:
        workspace: where it is recorded.
        actor: the Headteacher, who records it.
        kind: what it is about.
        subject: a mark's name, whose pictures and which, or the id of a device, a user or a person in the register.
        grantor: the name of who gave it.
        grantor_role: their office, like ``HEAD`` or ``CEO``; ``SELF`` for an adult's picture, or ``PARENT`` for a work.
        valid_from: its first day.
        valid_until: its last day; None until somebody ends it.
        platform_ids: where it holds; none means on all there are today, and never on one added later.
        scope: what it is for, in words.
        evidence: where the paper is kept.
        scan: the paper as PDF, JPEG or PNG, to be kept in the vault; then `evidence` may stay empty.

    Raises:
        NotAllowedError: this person records no permissions.
        RegisterError: who gave it, the writing, a day or the subject is missing or does not fit.
    """
    actor.require(Action.GRANT_PERMISSION)
    today = workspace.clock.today()
    _check_words(grantor, grantor_role, evidence, scan)
    _check_days(valid_from, valid_until, today)
    _check_device(workspace, kind, valid_from, today)
    _check_office(kind, grantor_role)
    stored = None if scan is None else evidence_kept.put(workspace, scan)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, today)
        permission = Permission(
            id=permissions.fresh_id(),
            kind=kind,
            subject=_known_subject(connection, kind, subject, today),
            grantor=grantor.strip(),
            grantor_role=grantor_role.strip(),
            platforms=_platforms(connection, kind, platform_ids),
            valid_from=valid_from,
            valid_until=valid_until,
            scope=scope.strip(),
            evidence=evidence.strip(),
            evidence_file=None if scan is None else evidence_kept.add(workspace, connection, scan, stored),
        )
        permissions.add(connection, permission, by=actor.user_id)
        _note_granted(connection, actor, permission)
        return permissions.get(connection, permission.id)


def end(workspace: Workspace, actor: Actor, permission_id: PermissionId, *, version: int) -> int:
    """End a permission now; posts that rest on it fall at once.

    Returns:
        How many posts fell, or for an adult, a work or a licence how many published posts must be taken down.

    Raises:
        NotAllowedError: this person ends no permissions.
        RegisterError: it was changed or ended meanwhile.
    """
    actor.require(Action.GRANT_PERMISSION)
    with workspace.database.transaction() as connection:
        permission = permissions.get(connection, permission_id)
        permissions.end(connection, permission_id, version=version, by=actor.user_id)
        fallen = _let_fall(workspace, connection, permission)
        details = {"kind": permission.kind.value, "fallen": fallen}
        audit.append(connection, actor.user_id, "permission-ended", subjects=_subjects(permission), details=details)
    return fallen


def shorten(
    workspace: Workspace, actor: Actor, permission_id: PermissionId, *, version: int, last_day: date
) -> Permission:
    """Let a permission end sooner than it says; to prolong one, a new writing is needed.

    Raises:
        NotAllowedError: this person changes no permissions.
        RegisterError: it was changed meanwhile, or the day is over or not sooner.
    """
    actor.require(Action.GRANT_PERMISSION)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today(), even_unread=True)
        permission = permissions.get(connection, permission_id)
        if permission.valid_until is not None and last_day >= permission.valid_until:
            raise RegisterError("This permission ends then already.", remedy="To prolong it, record a new one.")
        _check_days(permission.valid_from, last_day, workspace.clock.today())
        permissions.shorten(connection, permission_id, version=version, last_day=last_day)
        details = {"kind": permission.kind.value, "until": last_day.isoformat()}
        audit.append(connection, actor.user_id, "permission-shortened", subjects=_subjects(permission), details=details)
        return permissions.get(connection, permission_id)


def listed(
    workspace: Workspace, actor: Actor, kind: PermissionKind | None = None
) -> tuple[tuple[Permission, str], ...]:
    """Every permission ever recorded, each with what or whom it is about in words."""
    _may_look(actor)
    with workspace.database.read() as connection:
        return _with_subjects(connection, permissions.everything(connection, kind))


def of_adult(workspace: Workspace, actor: Actor, person_id: PersonId) -> tuple[Permission, ...]:
    """Every permission somebody gave for pictures of themselves, oldest first."""
    _may_look(actor)
    with workspace.database.read() as connection:
        return permissions.of_subject(connection, PermissionKind.ADULT, person_id)


def ids_of(
    workspace: Workspace, actor: Actor, kind: PermissionKind, words: Sequence[str] = ()
) -> tuple[PermissionId, ...]:
    """The permissions of a kind, those in force first, then by what they are about; `by_ids` says what they are.

    Args:
        workspace: where they are recorded.
        actor: who looks.
        kind: of this kind alone.
        words: each is in what it is about, or in who gave it, whatever the case.
    """
    today, wanted = workspace.clock.today(), [word.casefold() for word in words]
    found = [
        (permission, subject.casefold())
        for permission, subject in listed(workspace, actor, kind)
        if all(word in f"{subject} {permission.grantor}".casefold() for word in wanted)
    ]
    return tuple(p.id for p, _subject in sorted(found, key=lambda pair: (not pair[0].holds(today), pair[1])))


def by_ids(
    workspace: Workspace, actor: Actor, permission_ids: Collection[PermissionId]
) -> dict[PermissionId, tuple[Permission, str]]:
    """These permissions, each with what or whom it is about in words."""
    _may_look(actor)
    with workspace.database.read() as connection:
        found = permissions.by_ids(connection, permission_ids).values()
        return {permission.id: (permission, subject) for permission, subject in _with_subjects(connection, found)}


def read_scan(workspace: Workspace, actor: Actor, permission: Permission) -> Evidence:
    """The scanned paper a permission rests on; who looked at it is recorded.

    Raises:
        NotAllowedError: the actor sees no permissions.
        RegisterError: there is no scan.
        StorageError, VerificationError: the vault's copy is gone, damaged, or another file.
    """
    _may_look(actor)
    subjects = _subjects(permission)
    return evidence_kept.read_kept(
        workspace, actor, permission.evidence_file, paper=permission.evidence, subjects=subjects
    )


def find_subject(workspace: Workspace, actor: Actor, kind: PermissionKind, words: str) -> str:
    """What `grant` calls the one somebody means: a sign-in name, a person's name, or what a device says of itself.

    Raises:
        RegisterError: nothing fits the words, or more than one does.
    """
    _may_look(actor)
    if kind.is_in_words:
        return words
    with workspace.database.read() as connection:
        found = _meant(connection, kind, words)
    if len(found) != 1:
        raise RegisterError(
            f"“{words}” fits {len(found) or 'nobody and nothing'}.", remedy="Write it more exactly.", code="subject"
        )
    return found[0]


def register_device(workspace: Workspace, actor: Actor, *, key: str, label: str) -> DeviceId:
    """Note a personal device before its first photo, so that the Headteacher can permit it in advance."""
    actor.require(Action.MANAGE_DEVICES)
    if not key.strip() or not label.strip():
        raise RegisterError("A device needs its own mark and a name.", remedy="For example: Mrs Hill’s phone.")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        if sources.device_by_key(connection, key.strip()) is not None:
            raise RegisterError("This device is in the register already.")
        device = sources.save_device(connection, key=key.strip(), label=label.strip(), kind=DeviceKind.PERSONAL)
        audit.append(connection, actor.user_id, "device-registered", subjects=[device.id])
    return device.id


def let_run_out(workspace: Workspace, connection: Connection, *, since: date | None) -> int:
    """Let posts fall whose permission the calendar ended since a day; called in the transaction of the daily look.

    Nothing goes out on such a permission before that, since every use asks for the permission of the day. Returns how
    many fell.
    """
    today, fallen = workspace.clock.today(), 0
    for permission in permissions.everything(connection):
        last_day = permission.valid_until
        if permission.ended_at is not None or last_day is None:
            continue
        if last_day < today and (since is None or since <= last_day):
            fallen += let_licence_fall(workspace, connection, permission, is_over=False)
            pictures = _pictures_of(connection, permission)
            fallen += sum(photo_changed(workspace, connection, photo_id) for photo_id in pictures)
    return fallen


def may_publish(connection: Connection, user_id: UserId, platform_id: PlatformId, today: date) -> bool:
    """Whether the school's rule on written permissions lets this user publish there today."""
    if not settings.get(connection, POSTING_PERMISSION_REQUIRED, False):
        return True
    return permissions.posting_permission(connection, user_id, platform_id, today) is not None


def require_posting_permission(
    workspace: Workspace, connection: Connection, actor: Actor, platform_id: PlatformId
) -> None:
    """Do nothing when this person may publish there, as far as written permissions go.

    Raises:
        NotAllowedError: the school asks for one, and none is in force for them on this platform today.
    """
    if not may_publish(connection, actor.user_id, platform_id, workspace.clock.today()):
        name = platforms.get(connection, platform_id).name
        raise NotAllowedError(
            f"{actor.name} has no written permission to post on {name} today.",
            remedy="Ask the Headteacher to record one.",
            code="no-posting-permission",
        )


def _may_look(actor: Actor) -> None:
    if not actor.may(Action.GRANT_PERMISSION):
        actor.require(Action.SEE_REGISTER)


def _meant(connection: Connection, kind: PermissionKind, words: str) -> list[str]:
    if kind.is_about_person:
        wants_child = kind is PermissionKind.WORK
        return [person.id for person in people.search(connection, words) if person.kind.is_child == wants_child]
    if kind is PermissionKind.POSTING:
        user_id = users.find(connection, words)
        return [] if user_id is None else [user_id]
    device = sources.device_by_key(connection, words)
    return [] if device is None else [device.id]


def _let_fall(workspace: Workspace, connection: Connection, permission: Permission) -> int:
    if permission.kind is PermissionKind.ADULT:
        return stop_showing(workspace, connection, PersonId(permission.subject))
    if permission.kind in _FOR_MAKERS:
        return let_licence_fall(workspace, connection, permission, is_over=True)
    return sum(photo_changed(workspace, connection, photo_id) for photo_id in _pictures_of(connection, permission))


def _pictures_of(connection: Connection, permission: Permission) -> list[PhotoId]:
    """The pictures of posts that could rest on a permission."""
    if permission.kind not in _FOR_PICTURES:
        return []
    pictures = {picture.photo_id for post in posts.everything(connection) for picture in post.pictures}
    return [
        photo_id
        for photo_id in sorted(pictures)
        if any(_is_about(permission, region) for region in regions.of_photo(connection, photo_id))
    ]


def _is_about(permission: Permission, region: Region) -> bool:
    if permission.kind is PermissionKind.MARK:
        return region.kind is RegionKind.MARK and mark_name(region.text) == permission.subject
    return region.kind is RegionKind.FACE and region.person_id == permission.subject


def _check_words(grantor: str, grantor_role: str, evidence: str, scan: bytes | None) -> None:
    if not grantor.strip() or not grantor_role.strip():
        raise RegisterError("Say who gave this permission, and in which office.", code="incomplete")
    if len(grantor_role.strip()) > _LONGEST_OFFICE:
        raise RegisterError(f"Write the office in at most {_LONGEST_OFFICE} letters.", code="incomplete")
    if not evidence.strip() and scan is None:
        raise RegisterError(
            "A permission has to be in writing.", remedy="Say where the paper is kept.", code="not-written"
        )


def _check_days(valid_from: date, valid_until: date | None, today: date) -> None:
    if valid_until is not None and valid_until < valid_from:
        raise RegisterError("This permission would end before it begins.", remedy="Check the two dates.")
    if valid_until is not None and valid_until < today:
        raise RegisterError("This permission would be over already.", remedy="Check its last day.")


def _note_granted(connection: Connection, actor: Actor, permission: Permission) -> None:
    details = {
        "kind": permission.kind.value,
        "platforms": len(permission.platforms),
        "grantor_role": permission.grantor_role,
    }
    audit.append(connection, actor.user_id, "permission-granted", subjects=_subjects(permission), details=details)


def _check_device(workspace: Workspace, kind: PermissionKind, valid_from: date, today: date) -> None:
    if kind is not PermissionKind.DEVICE:
        return
    if valid_from < today:
        raise RegisterError(
            "A device is approved in advance, from today on at the earliest.",
            remedy="Decide about photos taken before on their own, under “Set aside”.",
            code="backdated",
        )
    if workspace.pack.personal_devices == PERSONAL_NEVER:
        raise NotAllowedError(
            f"Under “{workspace.pack.title}” no personal device may be used for photos.",
            remedy="Use a device of the school.",
            code="personal-device",
        )


def _check_office(kind: PermissionKind, office: str) -> None:
    """A mark's grantor is the school's own rule and is looked at whenever a picture is judged."""
    wanted = {
        PermissionKind.ADULT: ((OF_THEMSELVES,), "An adult permits their own picture themselves."),
        PermissionKind.POSTING: (MAY_GRANT_POSTING, "The Headteacher or a manager permits posting."),
        PermissionKind.DEVICE: ((Role.HEAD.value,), "The Headteacher permits a device."),
        PermissionKind.WORK: ((OF_THEMSELVES, OF_PARENT), "A pupil’s work is theirs: they or a parent permit it."),
    }
    offices, words = wanted.get(kind, ((office,), ""))
    if not any(same_office(office, one) for one in offices):
        raise RegisterError(words, remedy=f"Record it as given by {' or '.join(offices)}.", code="grantor")


def _known_subject(connection: Connection, kind: PermissionKind, subject: str, today: date) -> str:
    if kind is PermissionKind.MARK:
        if not mark_name(subject):
            raise RegisterError("Say which logo or brand it is.", code="incomplete")
        return mark_name(subject)
    if kind is PermissionKind.LICENCE:
        if not subject.strip():
            raise RegisterError("Say whose pictures they are, and which.", code="incomplete")
        return subject.strip()
    if kind is PermissionKind.WORK:
        if not people.get(connection, PersonId(subject)).kind.is_child:
            raise RegisterError(
                "This is for the work of pupils.", remedy="Record another’s pictures as a licence.", code="no-pupil"
            )
        return subject
    if kind is PermissionKind.ADULT:
        if people.get(connection, PersonId(subject)).kind.is_child:
            raise RegisterError(
                "For a pupil a parent has to agree.", remedy="Record it as a consent instead.", code="child"
            )
        return subject
    if kind is PermissionKind.POSTING:
        users.get(connection, UserId(subject), today)
        return subject
    permissions.device_label(connection, DeviceId(subject))
    return subject


def _platforms(connection: Connection, kind: PermissionKind, wanted: Collection[PlatformId]) -> tuple[PlatformId, ...]:
    if not kind.is_for_platforms:
        return ()
    if not wanted:
        return tuple(platform.id for platform in platforms.everything(connection))
    return tuple(platforms.get(connection, platform_id).id for platform_id in dict.fromkeys(wanted))


def _subjects(permission: Permission) -> list[str]:
    """The ids for the records; words are none."""
    return [permission.id] if permission.kind.is_in_words else [permission.id, permission.subject]


def _with_subjects(connection: Connection, found: Iterable[Permission]) -> tuple[tuple[Permission, str], ...]:
    """Each with what or whom it is about in words; asked once for each kind."""
    every = tuple(found)
    about = {kind: {p.subject for p in every if p.kind is kind} for kind in PermissionKind}
    meant = {PersonId(subject) for kind in PermissionKind if kind.is_about_person for subject in about[kind]}
    people_names = {str(p.id): p.name for p in roll.of_ids(connection, meant)}
    staff = users.names(connection) if about[PermissionKind.POSTING] else {}
    labels = permissions.device_labels(connection) if about[PermissionKind.DEVICE] else {}

    def words(permission: Permission) -> str:
        if permission.kind.is_about_person:
            return people_names.get(permission.subject, "somebody erased")
        if permission.kind is PermissionKind.POSTING:
            return staff[permission.subject]
        return labels[permission.subject] if permission.kind is PermissionKind.DEVICE else permission.subject

    return tuple((permission, words(permission)) for permission in every)
