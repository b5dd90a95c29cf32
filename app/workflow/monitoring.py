"""The monitoring report for the Headteacher and the governors: what was posted, overridden, taken down, and is overdue.

Numbers only, no pupil's name: counted from posts, tasks, cases and the records between two days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import Connection

from app.domain.cases import KIND_WORDS, CaseKind
from app.domain.days import day_in_words
from app.domain.errors import NotAllowedError, RegisterError, StorageError
from app.domain.people import ROLE_WORDS, Actor, Role
from app.domain.post import ReleaseState, TaskKind
from app.policy.standing import SCHOOL_ZONE
from app.records.pdf import PdfPaper
from app.workflow.workspace import Workspace
from consent_db import audit, cases, monitoring, platforms, posts, releases, sources
from consent_db.record_slices import Wanted, found, number

READERS = (Role.HEAD, Role.GOVERNOR, Role.DPO, Role.BUSINESS_MANAGER, Role.IT, Role.DSL)
_URGENT = "urgent"
_OVERRIDES = {
    "reason-given": "a warning about words was set aside with a reason",
    _URGENT: "an urgent notice went out on one person’s word",
    "looked-underneath": "somebody looked underneath a cover",
    "quarantine-released": "photos that were set aside were let in",
    "device-lifted": "posts went on although a device still held originals",
    "hold-lifted": "a safeguarding hold was lifted",
}
_ACTS = {
    "post-submitted": "Posts sent for approval",
    "post-approved": "Posts approved",
    "post-returned": "Posts returned",
    "post-rejected": "Posts rejected",
    "approval-fell": "Approvals that fell",
    "post-exported": "Packs handed out",
    "release-live": "Posts that went live",
    "release-taken-down": "Posts taken down",
    "export-stopped": "Exports stopped by a withdrawn consent or another change",
    "original-removed": "Originals removed from devices",
    "consent-taken-away": "Times somebody said no",
}


@dataclass(frozen=True, slots=True)
class Monitoring:
    """What happened from one day to another, both inclusive; `overdue` and `live_now` are of the moment it was made.

    Attributes:
        acts: how often each kind of act was recorded.
        overrides: how often a warning or rule was set aside, by what.
        by_platform: packs handed out for each platform.
        by_month: posts that went live in each month, ``2026-09``.
        by_author: posts written, by author.
        late_takedowns: done after their time or still open past it.
        overdue_removals: originals that still lie on devices.
        checked: what the check of the whole chain of records said.
    """

    school: str
    first: date
    last: date
    made_on: date
    acts: Mapping[str, int]
    overrides: Mapping[str, int]
    by_platform: Mapping[str, int]
    by_month: Mapping[str, int]
    by_author: Mapping[str, int]
    takedowns: int
    late_takedowns: int
    open_takedowns: int
    overdue_removals: int
    live_now: int
    cases: Mapping[CaseKind, int]
    late_cases: int
    checked: str
    head: str


def monitoring_report(workspace: Workspace, actor: Actor, *, first: date, last: date) -> Monitoring:
    """Count what happened between two days.

    Raises:
        NotAllowedError: neither Headteacher, governor, DPO, Business Manager, safeguarding lead nor IT.
        RegisterError: the days are the wrong way round.
    """
    if not actor.roles & set(READERS):
        who = " or ".join(ROLE_WORDS[role] for role in READERS)
        raise NotAllowedError(f"{actor.name} may not read this report.", remedy=f"Ask {who}.")
    if first > last:
        raise RegisterError("The first day is after the last.", remedy="Change the days.", code="date")
    since, before = _midnight(first), _midnight(last + timedelta(days=1))
    now = workspace.clock.now()
    with workspace.database.read() as connection:
        names = {place.id: place.name for place in platforms.everything(connection)}
        out = [r for state in ReleaseState for r in releases.in_state(connection, state)]
        inside = [r for r in out if since <= r.exported_at < before]
        written = [p for p in posts.everything(connection) if since <= p.created_at < before]
        live = found(connection, Wanted(since=since, before=before, action="release-live"))
        months = Counter(f"{record.at.astimezone(SCHOOL_ZONE):%Y-%m}" for record in live)
        raised = monitoring.takedowns(connection, since, before)
        opened = [case for case in cases.everything(connection) if since <= case.received_at < before]
        verified = audit.verify(connection)
        return Monitoring(
            school=workspace.school, first=first, last=last, made_on=workspace.clock.today(),
            acts={a: number(connection, Wanted(since=since, before=before, action=a)) for a in _ACTS},
            overrides={a: _overridden(connection, a, since, before) for a in _OVERRIDES},
            by_platform=Counter(names.get(r.platform_id, str(r.platform_id)) for r in inside),
            by_month={month: months.get(month, 0) for month in _months(first, last)},
            by_author=Counter(p.author_name for p in written),
            takedowns=len(raised),
            late_takedowns=sum(t.was_late(now) for t in raised),
            open_takedowns=len(releases.open_tasks(connection, TaskKind.TAKEDOWN)),
            overdue_removals=sum(left for _device, left in sources.devices_with_originals(connection)),
            live_now=sum(r.state is ReleaseState.LIVE for r in out),
            cases=Counter(case.kind for case in opened),
            late_cases=sum(case.was_late(now) for case in opened),
            checked=verified.words, head=verified.head,
        )  # fmt: skip


def export_report(workspace: Workspace, actor: Actor, path: Path, *, first: date, last: date) -> Monitoring:
    """Write the report as a PDF file with charts; that it was made is recorded.

    Raises:
        NotAllowedError, RegisterError: see `monitoring_report`.
        StorageError: another ending, a file of that name is there, or the folder cannot be written.
    """
    report = monitoring_report(workspace, actor, first=first, last=last)
    if path.suffix.lower() != ".pdf":
        raise StorageError("The report is a PDF file.", remedy="Choose a name that ends in .pdf.")
    data = report_pdf(report)
    try:
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise StorageError(
            f"{path.name} cannot be written: {error.strerror}.", remedy="Choose another name."
        ) from error
    details: dict[str, str | int | bool | None] = {"first": first.isoformat(), "last": last.isoformat()}
    with workspace.database.transaction() as connection:
        audit.append(connection, actor.user_id, "monitoring-report-made", details=details)
    return report


def in_numbers(report: Monitoring) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Every number of the report with what it counts, under its heading; parts without any are left out."""
    told: tuple[tuple[str, list[tuple[str, int]]], ...] = (
        ("Overdue and live now", [
            ("Takedowns open now", report.open_takedowns),
            ("Originals that still lie on devices", report.overdue_removals),
            ("Posts that are live", report.live_now), ("Cases over their statutory time", report.late_cases),
        ]),
        ("What was done", [(_ACTS[key], times) for key, times in report.acts.items()]),
        ("Overrides", [(_OVERRIDES[key].capitalize(), times) for key, times in report.overrides.items()]),
        ("Takedowns", [("Asked for", report.takedowns), ("of them late", report.late_takedowns)]),
        ("Complaints, requests and incidents", [(KIND_WORDS[kind], n) for kind, n in sorted(report.cases.items())]),
        ("Packs handed out, by platform", list(report.by_platform.items())),
        ("Posts written, by author", list(report.by_author.items())),
    )  # fmt: skip
    return tuple((heading, tuple(numbers)) for heading, numbers in told if numbers)


def report_pdf(report: Monitoring) -> bytes:
    """The report on paper: charts, and every number in a table too."""
    paper = PdfPaper(
        f"Photos and posts: monitoring report of {report.school}",
        f"{day_in_words(report.first)} to {day_in_words(report.last)} · made on {day_in_words(report.made_on)}",
        foot=f"{report.school} · records up to {report.head[:16]}",
    )
    paper.heading("Posts")
    paper.bars(list(report.by_month), list(report.by_month.values()), "Posts that went live, by month")
    paper.table(("What", "How often"), [(_ACTS[key], str(times)) for key, times in report.acts.items()], shares=(4, 1))
    paper.words(f"Live today: {report.live_now}.")
    if report.by_platform:
        paper.bars(list(report.by_platform), list(report.by_platform.values()), "Packs handed out, by platform")
    paper.table(("Platform", "Packs"), _rows(report.by_platform), shares=(4, 1))
    paper.heading("Who wrote them")
    paper.table(("Author", "Posts"), _rows(report.by_author), shares=(4, 1))
    paper.heading("Overrides")
    paper.words("Times somebody set a warning or a rule aside. Each is in the records with its reason.", quiet=True)
    rows = [(_OVERRIDES[key].capitalize(), str(times)) for key, times in report.overrides.items()]
    paper.table(("What", "How often"), rows, shares=(4, 1))
    paper.heading("Takedowns and removals")
    paper.bars(
        ["asked for", "late", "open now", "originals left"],
        [report.takedowns, report.late_takedowns, report.open_takedowns, report.overdue_removals],
        "Takedowns asked for and late in this time; what is open at this moment",
    )
    rows = [
        ("Takedowns asked for", str(report.takedowns)),
        ("of them late", str(report.late_takedowns)),
        ("Takedowns open now", str(report.open_takedowns)),
        ("Originals that still lie on devices", str(report.overdue_removals)),
    ]
    paper.table(("What", "Number"), rows, shares=(4, 1))
    paper.heading("Complaints, requests and incidents")
    rows = [(KIND_WORDS[kind], str(times)) for kind, times in sorted(report.cases.items())]
    paper.table(("Kind", "Received"), rows, shares=(4, 1))
    paper.words(f"Over their statutory time: {report.late_cases}.")
    paper.heading("The records")
    paper.words(report.checked, f"Head of the chain: {report.head}")
    return paper.to_bytes()


def _overridden(connection: Connection, action: str, since: datetime, before: datetime) -> int:
    if action != _URGENT:
        return number(connection, Wanted(since=since, before=before, action=action))
    approved = found(connection, Wanted(since=since, before=before, action="post-approved"))
    return sum(record.details.get("urgent") is True for record in approved)


def _rows(counted: Mapping[str, int]) -> list[tuple[str, str]]:
    return [(name, str(times)) for name, times in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]


def _months(first: date, last: date) -> list[str]:
    index = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{at // 12}-{at % 12 + 1:02}" for at in index][-24:]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SCHOOL_ZONE)
