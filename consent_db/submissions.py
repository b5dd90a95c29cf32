"""What authors confirmed when they handed a post over."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from app.domain.people import UserId
from app.domain.post import PostId
from app.domain.submission import Confirmed, HandedOver
from consent_db.rows import new_id, now
from consent_db.schema import app_user
from consent_db.schema_posts import post_confirmation as table


def add(connection: Connection, post_id: PostId, points: Iterable[Confirmed], *, by: UserId) -> None:
    """Keep what somebody said yes to; what was confirmed before stays beside it."""
    said = [point.value for point in points]
    values = {"id": new_id(), "post_id": post_id, "points": said, "confirmed_by": by, "confirmed_at": now()}
    connection.execute(insert(table).values(**values))


def newest(connection: Connection, post_id: PostId) -> HandedOver | None:
    """Who confirmed what when the post was handed over last; None when it never was."""
    query = (
        select(table, app_user.c.name.label("by_name"))
        .join(app_user, app_user.c.id == table.c.confirmed_by)
        .where(table.c.post_id == post_id)
        .order_by(table.c.confirmed_at.desc(), table.c.id)
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    points = tuple(Confirmed(point) for point in row["points"])
    return HandedOver(points, UserId(row["confirmed_by"]), row["by_name"], row["confirmed_at"])
