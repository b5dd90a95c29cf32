"""Take rows out for good: the last step of an erasure, inside its transaction and after its tombstone.

Events about people and photos leave only once their tombstone stands; triggers see to that. Nothing here decides
whether something may go.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Column, Connection, String, Table, delete, func, or_, select, update

from app.domain.people import PersonId, UserId
from app.domain.photo import PhotoId, VaultName
from app.domain.post import ReleaseState, RenditionId
from app.domain.school_rules import (
    LISTED_CONTACTS,
    LISTED_HANDLES,
    LISTED_LINKS,
    ROLE_MAILBOXES,
    SIGN_IN_NOTICE,
    WORDS_CAREFUL,
    WORDS_NEVER,
)
from consent_db import settings
from consent_db.rows import now
from consent_db.schema import app_user, contact, person, person_alias, school_setting, user_role
from consent_db.schema_cases import case_photo, case_record, case_step
from consent_db.schema_consent import (
    biometric_event,
    consent_event,
    face_template,
    hold_event,
    permission,
    platform,
    policy_version,
    training,
)
from consent_db.schema_devices import import_stop, quarantine
from consent_db.schema_imports import import_batch, import_change, import_question, import_source
from consent_db.schema_packs import policy_pack
from consent_db.schema_photos import (
    device,
    evidence,
    photo,
    photo_refusal,
    presence_answer,
    receipt,
    region,
    roster_entry,
    source_file,
    vault_object,
    verdict_event,
)
from consent_db.schema_posts import (
    approval,
    finding_reason,
    post,
    post_message,
    post_picture,
    post_platform,
    release,
    release_words,
    rendition,
    task,
)
from consent_db.tables import REWORDED, metadata

_ERASED_USER = "Erased sign-in"


@dataclass(frozen=True, slots=True)
class LostObject:
    """A vault object nobody can open any more; its file is to be deleted once this is committed."""

    name: VaultName
    wrapped_key: bytes


_WORDS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (post, ("title", "note", "event", "enquiry")),
    (post_picture, ("alt_text", "attribution")),
    (post_platform, ("caption",)),
    (approval, ("voided_because", "review_note")),
    (finding_reason, ("reason",)),
    (post_message, ("words",)),
    (rendition, ("readable",)),
    (release, ("proof", "comparison")),
    (release_words, ("words",)),
    (task, ("words", "proof")),
    (receipt, ("words",)),
    (source_file, ("name", "object_id", "problem")),
    (photo, ("event",)),
    (device, ("label", "owner")),
    (import_stop, ("device_label", "note", "answer")),
    (region, ("text",)),
    (contact, ("relationship",)),
    (import_batch, ("file_name",)),
    (import_source, ("name", "folder")),
    (import_question, ("words", "said", "outcome")),
    (permission, ("subject", "grantor", "scope", "evidence")),
    (platform, ("owner", "mailbox", "purpose", "account")),
    (policy_version, ("owner",)),
    (policy_pack, ("minute",)),
    (case_record, ("asked_by", "standing", "words", "outcome")),
    (case_step, ("words",)),
    (training, ("evidence",)),
)
"""Where people may have typed somebody's name. Events are not among them: they are never changed."""

_TYPED_RULES = (
    WORDS_NEVER,
    WORDS_CAREFUL,
    LISTED_LINKS,
    LISTED_CONTACTS,
    LISTED_HANDLES,
    ROLE_MAILBOXES,
    SIGN_IN_NOTICE,
)


def photo_rows(connection: Connection, photo_id: PhotoId) -> tuple[LostObject, ...]:
    """Take out a photo with everything found and said about it; returns the vault objects nothing needs any more."""
    names = [connection.execute(select(photo.c.vault_name).where(photo.c.id == photo_id)).scalar_one()]
    names += connection.execute(select(rendition.c.vault_name).where(rendition.c.photo_id == photo_id)).scalars()
    regions = select(region.c.id).where(region.c.photo_id == photo_id)
    connection.execute(delete(verdict_event).where(verdict_event.c.photo_id == photo_id))
    connection.execute(delete(evidence).where(evidence.c.region_id.in_(regions)))
    for table in (presence_answer, photo_refusal, region, rendition, post_picture, source_file, quarantine, case_photo):
        connection.execute(delete(table).where(table.c.photo_id == photo_id))
    connection.execute(delete(photo).where(photo.c.id == photo_id))
    return drop_unneeded(connection, names)


def picture_row(connection: Connection, rendition_id: RenditionId) -> tuple[LostObject, ...]:
    """Take out one picture made for a post."""
    query = select(rendition.c.vault_name).where(rendition.c.id == rendition_id)
    names = list(connection.execute(query).scalars())
    connection.execute(delete(rendition).where(rendition.c.id == rendition_id))
    return drop_unneeded(connection, names)


def person_rows(connection: Connection, person_id: PersonId) -> tuple[LostObject, ...]:
    """Take out all that was recorded about a person and leave an entry without a name, so that references hold."""
    names = [
        name
        for table in (consent_event, biometric_event)
        for name in connection.execute(
            select(table.c.evidence_file).where(table.c.person_id == person_id, table.c.evidence_file.is_not(None))
        ).scalars()
    ]
    theirs = permission.c.subject == person_id
    works = select(permission.c.id).where(theirs)
    connection.execute(update(post_picture).where(post_picture.c.licence.in_(works)).values(licence=None))
    names += connection.execute(
        select(permission.c.evidence_file).where(theirs, permission.c.evidence_file.is_not(None))
    ).scalars()
    connection.execute(delete(permission).where(theirs))
    names += _case_pictures(connection, person_id)
    for table in (consent_event, hold_event, biometric_event, face_template, contact, person_alias, roster_entry,
                  presence_answer, photo_refusal, import_change, import_question):  # fmt: skip
        connection.execute(delete(table).where(table.c.person_id == person_id))
    connection.execute(delete(contact).where(contact.c.contact_person_id == person_id))
    blank = {
        column.name: "" if isinstance(column.type, String) else None
        for column in person.c
        if column.name not in ("id", "school_id", "kind", "on_roll_until", "erased_at", "version")
    }
    connection.execute(
        update(person)
        .where(person.c.id == person_id)
        .values(**blank, on_roll_until=None, erased_at=now(), version=person.c.version + 1)
    )
    return drop_unneeded(connection, names)


def _case_pictures(connection: Connection, person_id: PersonId) -> list[str]:
    """Let go of what was kept with the cases about a person: screenshots, and which photos they were found in."""
    about = select(case_record.c.id).where(case_record.c.person_id == person_id)
    of_them = case_step.c.case_id.in_(about)
    kept = select(case_step.c.evidence_file).where(of_them, case_step.c.evidence_file.is_not(None))
    names = list(connection.execute(kept).scalars())
    connection.execute(update(case_step).where(of_them).values(evidence_file=None))
    connection.execute(delete(case_photo).where(case_photo.c.case_id.in_(about)))
    return [name for name in names if name]


def case_rows(connection: Connection, case_id: str) -> tuple[LostObject, ...]:
    """Take out a case with everything done about it, and the pictures kept with it."""
    kept = select(case_step.c.evidence_file).where(
        case_step.c.case_id == case_id, case_step.c.evidence_file.is_not(None)
    )
    names = [str(name) for name in connection.execute(kept).scalars()]
    for table in (case_step, case_photo):
        connection.execute(delete(table).where(table.c.case_id == case_id))
    connection.execute(delete(case_record).where(case_record.c.id == case_id))
    return drop_unneeded(connection, names)


def user_rows(connection: Connection, user_id: UserId) -> None:
    """Take somebody's sign-in, name, roles and training away; their id stays what the records know them by."""
    for table in (user_role, training):
        connection.execute(delete(table).where(table.c.user_id == user_id))
    connection.execute(delete(school_setting).where(school_setting.c.key == settings.left_off(user_id)))
    connection.execute(
        update(app_user)
        .where(app_user.c.id == user_id)
        .values(
            username=f"erased-{user_id}",
            name=_ERASED_USER,
            password_hash="",
            is_active=False,
            version=app_user.c.version + 1,
        )
    )


def one_row(connection: Connection, table: Table, identifier: str) -> int:
    """Take out one row that nothing refers to; how many there were."""
    return connection.execute(delete(table).where(table.c.id == identifier)).rowcount


def former_numbers(connection: Connection, person_id: PersonId) -> tuple[str, ...]:
    """Numbers the person had before."""
    query = select(person_alias.c.value).where(person_alias.c.person_id == person_id)
    return tuple(connection.execute(query).scalars())


def names_of_others(connection: Connection, entries: Collection[PersonId]) -> tuple[str, ...]:
    """Every name that belongs to somebody else who stays: people, their parents and carers, and those who sign in."""
    columns = (person.c.legal_forename, person.c.legal_surname, person.c.preferred_forename, person.c.preferred_surname)
    others = connection.execute(select(*columns).where(person.c.erased_at.is_(None), person.c.id.not_in(entries)))
    carers = connection.execute(select(contact.c.name).where(contact.c.person_id.not_in(entries))).scalars()
    signing_in = connection.execute(select(app_user.c.name)).scalars()
    return (*(name for row in others for name in row), *carers, *signing_in)


def speaks_for_others(connection: Connection, person_id: PersonId) -> bool:
    """Whether answers that are kept for somebody else were given by this person."""
    as_contact = select(contact.c.id).where(contact.c.contact_person_id == person_id, contact.c.person_id != person_id)
    return any(
        connection.execute(select(table.c.id).where(table.c.contact_id.in_(as_contact)).limit(1)).first() is not None
        for table in (consent_event, biometric_event)
    )


def drop_unneeded(connection: Connection, names: Iterable[str]) -> tuple[LostObject, ...]:
    """Drop the wrapped keys of those objects that no row refers to any more: from here on nobody can open them."""
    lost = []
    for name in sorted(set(names)):
        if any(_refers(connection, column, name) for column in _referring()):
            continue
        query = select(vault_object.c.wrapped_key).where(vault_object.c.name == name)
        lost.append(LostObject(VaultName(name), bytes(connection.execute(query).scalar_one())))
        connection.execute(delete(vault_object).where(vault_object.c.name == name))
    return tuple(lost)


def scrub(connection: Connection, clean: Callable[[str], str], look_for: Collection[str]) -> dict[str, set[str]]:
    """Pass every free text that holds one of the words through `clean`; returns the posts and tables it changed.

    Args:
        connection: of a write transaction.
        clean: gives the same text back when it has nothing to take out.
        look_for: small letters without accents; a text without any of them is not looked at.

    Returns:
        By table name, the ids of the rows (of the posts, for the words of a post) that came out otherwise.
    """
    changed: dict[str, set[str]] = {}
    for table, names in _WORDS:
        for name in names:
            for key in _rows_to_clean(connection, table, table.c[name], clean, look_for):
                changed.setdefault(table.name, set()).add(key)
    _clean_rosters(connection, clean)
    _clean_settings(connection, clean)
    _clean_addresses(connection, clean)
    return changed


def events_with(
    connection: Connection, clean: Callable[[str], str], *, apart_from: Collection[PersonId]
) -> tuple[tuple[Table, str, dict[str, str]], ...]:
    """Events about other people whose words come out otherwise: the table, the event's id and its words as they may be.

    What was answered, by whom and when stays as it was recorded; only what was typed beside it is put otherwise.
    """
    found = []
    for name, columns in REWORDED.items():
        table = metadata.tables[name]
        query = select(table.c.id, *(table.c[column] for column in columns))
        for row in connection.execute(query.where(table.c.person_id.not_in(list(apart_from)))).all():
            words = {column: clean(said) for column, said in zip(columns, row[1:], strict=True)}
            if tuple(words.values()) != tuple(row[1:]):
                found.append((table, str(row[0]), words))
    return tuple(found)


def reword(connection: Connection, table: Table, event_id: str, words: dict[str, str]) -> None:
    """Put the words of one event otherwise; refused by the register unless a tombstone stands for the event."""
    connection.execute(update(table).where(table.c.id == event_id).values(**words))


def _rows_to_clean(
    connection: Connection, table: Table, column: Column[str], clean: Callable[[str], str], look_for: Collection[str]
) -> Iterable[str]:
    keys = [c for c in table.primary_key if c.name != "school_id"] or [
        c for c in table.c if c.name in ("post_id", "position")
    ]
    # Small letters on SQLite are those of English only, so words with others are looked for in every row.
    plain = all(word.isascii() for word in look_for)
    holds = or_(*(func.lower(column).contains(word, autoescape=True) for word in look_for)) if plain else column != ""
    rows = connection.execute(select(*keys, column).where(holds)).all()
    for row in rows:
        words = clean(row[-1])
        if words != row[-1]:
            where = [key == value for key, value in zip(keys, row[:-1], strict=True)]
            connection.execute(update(table).where(*where).values({column.name: words}))
            yield str(row[0])


def _clean_rosters(connection: Connection, clean: Callable[[str], str]) -> None:
    """The list of an event goes by the event's words; they change together with those of its photos."""
    for event in connection.execute(select(roster_entry.c.event).distinct()).scalars().all():
        if (words := clean(event)) == event:
            continue
        there = select(roster_entry.c.person_id).where(roster_entry.c.event == words)
        doubled = roster_entry.c.person_id.in_(connection.execute(there).scalars().all())
        connection.execute(delete(roster_entry).where(roster_entry.c.event == event, doubled))
        connection.execute(update(roster_entry).where(roster_entry.c.event == event).values(event=words))


def _clean_settings(connection: Connection, clean: Callable[[str], str]) -> None:
    """Lists and words the school settled; an entry of a list that holds the name goes as a whole."""
    wanted = select(school_setting.c.key, school_setting.c.value).where(school_setting.c.key.in_(_TYPED_RULES))
    for row in connection.execute(wanted).all():
        listed = isinstance(row.value, list)
        value = [one for one in row.value if clean(one) == one] if listed else clean(row.value)
        if value != row.value:
            connection.execute(update(school_setting).where(school_setting.c.key == row.key).values(value=value))


def _clean_addresses(connection: Connection, clean: Callable[[str], str]) -> None:
    """Addresses of what was taken down; those of what is live are needed to take it down."""
    down = select(release.c.id, release.c.live_url).where(release.c.state == ReleaseState.TAKEN_DOWN.value)
    for row in connection.execute(down).all():
        if (address := clean(row.live_url)) != row.live_url:
            connection.execute(update(release).where(release.c.id == row.id).values(live_url=address))


def blank_texts(connection: Connection, person_id: PersonId) -> int:
    """Forget what was read where this person's name was; the place stays covered. Returns how many there were."""
    rows = connection.execute(select(region.c.id, region.c.roster).where(region.c.text_kind.is_not(None))).all()
    found = [row.id for row in rows if person_id in row.roster]
    named = select(verdict_event.c.region_id).where(verdict_event.c.person_id == person_id)
    theirs = or_(region.c.id.in_(found), region.c.id.in_(named))
    return connection.execute(update(region).where(theirs, region.c.text != "").values(text="")).rowcount


def _referring() -> list[Column[str]]:
    """Every column anywhere that names a vault object."""
    return [
        key.parent
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column is vault_object.c.name
    ]


def _refers(connection: Connection, column: Column[str], name: str) -> bool:
    return connection.execute(select(column).where(column == name).limit(1)).first() is not None
