"""The packs of rules a school chose, and which of them counts on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select, update

from app.domain.policies import PolicyVersion, PolicyVersionId, in_force
from app.policy.pack import STRICT, PolicyPack, load_pack, read_pack
from consent_db.rows import new_id, now
from consent_db.schema import school_setting
from consent_db.schema_consent import policy_version
from consent_db.schema_packs import policy_pack as table

POLICY_NAME = "Rules for photos and posts"
"""The one name under which all packs stand among the policies, so that each takes the place of the one before."""

FIRST_PACK = "first_pack"
"""The school's setting with the text of the pack its workspace was made with, where that was not the strict one."""

_ZONE = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class ChosenPack:
    """One choice: the pack, the policy version it became, and where the governors' approval is written down."""

    id: str
    pack: PolicyPack
    version: PolicyVersion
    minute: str
    chosen_at: datetime
    chosen_by: str


def add(connection: Connection, pack: PolicyPack, version_id: PolicyVersionId, *, minute: str, by: str) -> None:
    """Keep a choice; it counts when its policy version does."""
    values = {"id": new_id(), "policy_version_id": version_id, "name": pack.name, "text": pack.text}
    said = {"digest": pack.digest, "minute": minute, "chosen_at": now(), "chosen_by": by}
    connection.execute(insert(table).values(**values, **said))


def note_minute(connection: Connection, version_id: PolicyVersionId, minute: str) -> None:
    """Say where the governors' approval is written down."""
    connection.execute(update(table).where(table.c.policy_version_id == version_id).values(minute=minute))


def everything(connection: Connection) -> tuple[ChosenPack, ...]:
    """Every choice, the latest first day first."""
    versions = (
        policy_version.c.label, policy_version.c.owner, policy_version.c.effective_on, policy_version.c.noticed_on,
        policy_version.c.governors_approved_on, policy_version.c.governors_first, policy_version.c.review_due_on,
        policy_version.c.version,
    )  # fmt: skip
    query = (
        select(table, *versions)
        .join(policy_version, table.c.policy_version_id == policy_version.c.id)
        .order_by(policy_version.c.effective_on.desc(), table.c.chosen_at.desc())
    )
    return tuple(
        ChosenPack(
            id=row["id"],
            pack=read_pack(row["text"], file=f"{row['name']}.toml"),
            version=PolicyVersion(
                id=PolicyVersionId(row["policy_version_id"]), name=POLICY_NAME, label=row["label"], owner=row["owner"],
                effective_on=row["effective_on"], noticed_on=row["noticed_on"], version=row["version"],
                governors_approved_on=row["governors_approved_on"], governors_first=row["governors_first"],
                review_due_on=row["review_due_on"], recorded_at=row["chosen_at"],
            ),
            minute=row["minute"],
            chosen_at=row["chosen_at"],
            chosen_by=row["chosen_by"],
        )
        for row in connection.execute(query).mappings()
    )  # fmt: skip


def chosen_on(connection: Connection, day: date) -> ChosenPack | None:
    """The choice that counts on a day; None before the first one does."""
    choices = everything(connection)
    bound = in_force([choice.version for choice in choices], day)
    return next((choice for choice in choices if bound and choice.version.id == bound[0].id), None)


def in_force_on(connection: Connection, day: date | None = None) -> PolicyPack:
    """The pack that counts on a day, today at school without one; the one the workspace began with until then."""
    chosen = chosen_on(connection, day or datetime.now(_ZONE).date())
    return chosen.pack if chosen is not None else first(connection)


def first(connection: Connection) -> PolicyPack:
    """The pack the school began with."""
    query = select(school_setting.c.value).where(school_setting.c.key == FIRST_PACK)
    text = connection.execute(query).scalar()
    return read_pack(text, file="first.toml") if isinstance(text, str) else load_pack(STRICT)
