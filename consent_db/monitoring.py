"""Numbers for the monitoring report that no other repository asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.post import TaskKind
from consent_db.schema_posts import task


@dataclass(frozen=True, slots=True)
class TakedownTime:
    """When a takedown was asked for, due and done."""

    raised_at: datetime
    due_at: datetime | None
    done_at: datetime | None

    def was_late(self, now: datetime) -> bool:
        """Whether it was done after its time, or is still open past it."""
        return self.due_at is not None and (self.done_at or now) > self.due_at


def takedowns(connection: Connection, since: datetime, before: datetime) -> tuple[TakedownTime, ...]:
    """Every takedown asked for from one instant to before another."""
    query = select(task.c.raised_at, task.c.due_at, task.c.done_at).where(
        task.c.kind == TaskKind.TAKEDOWN.value, task.c.raised_at >= since, task.c.raised_at < before
    )
    return tuple(TakedownTime(*row) for row in connection.execute(query))
