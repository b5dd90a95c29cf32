"""What long lists ask of the register, on both engines: keys in order, and what these few stand for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from app.domain.cases import CaseKind
from app.domain.people import EmploymentKind, Role
from app.domain.permissions import PermissionKind
from app.domain.photo import PhotoState
from app.domain.post import MessageKind, PostState
from app.workflow import cases, devices, permissions, posts, quarantine, questions, training, users
from consent_db import people, photo_lists, photos, roll
from consent_db.case_lists import CaseWord
from consent_db.photo_lists import PhotosSought
from consent_db.roll import Names
from consent_db.tables import metadata
from consent_db.user_lists import UserWord
from tests.schools import School

_AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def _put(school: School, **tables: list[dict[str, object]]) -> None:
    with school.workspace.database.transaction() as connection:
        for name, rows in tables.items():
            connection.execute(insert(metadata.tables[name]), rows)


def test_cases_come_by_their_clocks(either_school: School) -> None:
    head, kinds = either_school.actor(Role.HEAD), list(CaseKind)
    _put(
        either_school,
        case_record=[
            {"id": f"case-{n:02}", "number": n + 1, "kind": kinds[n % len(kinds)].value, "asked_by": "Frau Müller",
             "words": "A picture of the pond.", "recorded_at": _AT, "received_at": _AT, "recorded_by": head.user_id,
             "due_at": _AT + timedelta(days=n * 7 % 60) if n % 3 else None,
             "acknowledge_by": _AT + timedelta(days=n * 5 % 9) if n % 5 else None,
             "acknowledged_at": _AT if n % 2 else None, "paused_on": date(2026, 9, 2) if n % 11 == 0 else None,
             "is_safeguarding": n % 13 == 0, "closed_at": _AT if n % 7 == 0 else None}
            for n in range(60)
        ],
    )  # fmt: skip
    for role in (Role.HEAD, Role.DPO):
        actor = either_school.actor(role)
        listed = [case.id for case in cases.listing(either_school.workspace, actor)]
        assert list(cases.ids_of(either_school.workspace, actor)) == listed
        found = cases.by_ids(either_school.workspace, actor, [f"case-{n:02}" for n in range(60)])
        assert set(found) == set(listed)
    complaint = CaseWord("complaint", frozenset({CaseKind.COMPLAINT}))
    ids = cases.ids_of(either_school.workspace, head, [complaint, CaseWord("POND"), CaseWord("müller")])
    assert ids
    found = cases.by_ids(either_school.workspace, head, ids)
    assert {case.kind for case in found.values()} == {CaseKind.COMPLAINT}
    assert cases.ids_of(either_school.workspace, head, [CaseWord("13")]) == ("case-12",)


def test_staff_are_found_by_name_role_and_kind_and_read_by_id(either_school: School) -> None:
    it, workspace = either_school.actor(Role.IT), either_school.workspace
    every = [user.id for user in users.list_users(workspace, it)]
    assert list(users.ids_of(workspace, it)) == every
    deputy = either_school.actor(Role.DEPUTY).user_id
    assert users.ids_of(workspace, it, [UserWord("deputy head", frozenset({Role.DEPUTY}))]) == (deputy,)
    assert users.ids_of(workspace, it, [UserWord("zebra", employments=frozenset({EmploymentKind.AGENCY}))]) == ()
    assert users.users_by_ids(workspace, it, [deputy])[deputy].roles == {Role.DEPUTY}
    head = either_school.actor(Role.HEAD)
    order = training.in_order(workspace, head)
    assert set(order.ids) == set(training.trained_by_ids(workspace, head, order.ids))


def test_permissions_come_in_force_first_and_by_what_they_are_about(either_school: School) -> None:
    head, workspace = either_school.actor(Role.HEAD), either_school.workspace
    _put(
        either_school,
        permission=[
            {"id": f"p{n}", "kind": "MARK", "subject": f"sponsor {9 - n}", "grantor": "Ruth Alder",
             "grantor_role": "HEAD", "platforms": ["facebook"], "valid_from": date(2020, 1, 1),
             "valid_until": date(2021, 1, 1) if n < 2 else None, "recorded_at": _AT, "recorded_by": head.user_id}
            for n in range(4)
        ],
    )  # fmt: skip
    assert permissions.ids_of(workspace, head, PermissionKind.MARK) == ("p3", "p2", "p1", "p0")
    assert permissions.ids_of(workspace, head, PermissionKind.MARK, ["ALDER", "7"]) == ("p2",)
    assert permissions.by_ids(workspace, head, ["p1"])["p1"][1] == "sponsor 8"
    assert permissions.ids_of(workspace, head, PermissionKind.LICENCE) == ()


def test_a_question_waits_for_whoever_was_asked_last(either_school: School) -> None:
    workspace, dsl = either_school.workspace, either_school.actor(Role.DSL)
    author, head = either_school.actor(Role.CONTRIBUTOR), either_school.actor(Role.HEAD)
    made = [posts.create_post(workspace, author, title=f"Week {n}") for n in range(3)]
    _put(
        either_school,
        post_message=[
            {"id": f"m{n}{at}", "post_id": post.id, "kind": MessageKind.QUESTION.value, "words": "All right?",
             "said_by": head.user_id, "asked": asked, "said_at": _AT + timedelta(minutes=at - n)}
            for n, post in enumerate(made)
            for at, asked in enumerate((None, dsl.user_id) if n else (dsl.user_id, None))
        ],
    )  # fmt: skip
    table = metadata.tables["post"]
    with workspace.database.transaction() as connection:
        connection.execute(table.update().values(state=PostState.ON_HOLD.value))
    assert questions.waiting_for(workspace, dsl) == (made[2].id, made[1].id)
    assert questions.waiting_for(workspace, author) == (made[0].id,)
    assert questions.lines_of(workspace, dsl, [post.id for post in made])[made[2].id].asked_by == head.name
    assert questions.question_about(workspace, dsl, made[0].id) is None


def test_photos_are_found_by_event_number_and_day_and_those_set_aside_wait(either_school: School) -> None:
    names = [f"{n:064x}" for n in range(6)]
    _put(
        either_school,
        device=[{"id": "d", "key": "k", "label": "Phone", "kind": "UNKNOWN", "first_seen_at": _AT}],
        vault_object=[
            {"name": name, "wrapped_key": b"0", "sha256": name, "bytes": 1, "stored_at": _AT} for name in names
        ],
        photo=[
            {"id": f"photo-{n}", "number": n + 1, "sha256": name, "vault_name": name, "width": 4, "height": 3,
             "state": PhotoState.QUARANTINED if n > 3 else PhotoState.SKIPPED if n == 3 else PhotoState.IMPORTED,
             "format": "JPEG", "bytes": 1, "imported_at": _AT, "event": f"Fair {n % 2}", "is_analysed": False,
             "engines": "", "kind": "PICTURE"}
            for n, name in enumerate(names)
        ],
        source_file=[
            {"id": f"f{n}", "photo_id": f"photo-{n}", "device_id": "d", "object_id": f"o{n}", "name": "x", "bytes": 1,
             "state": "VERIFIED", "removal_wanted": False, "updated_at": _AT,
             "taken_at": _AT - timedelta(days=n) if n else None}
            for n in range(6)
        ],
        quarantine=[
            {"id": f"q{n}", "photo_id": f"photo-{n}", "reason": "UNKNOWN_DEVICE", "since": _AT} for n in (4, 5)
        ],
    )  # fmt: skip
    with either_school.workspace.database.read() as connection:

        def found(**sought: object) -> list[str]:
            return [key[-1] for key in photo_lists.keys(connection, PhotosSought(**sought))]  # type: ignore[arg-type]

        assert found() == ["3", "2", "1", "0"]
        assert found(words="FAIR 1") == ["3", "1", "0"], "the event, or the number"
        assert found(event="Fair 0") == ["2", "0"]
        assert found(since=_AT - timedelta(days=1)) == ["1", "0"]
        assert found(before=_AT - timedelta(days=1)) == ["3", "2"]
        assert found(states=frozenset({PhotoState.SKIPPED})) == ["3"]
        lines = photo_lists.lines(connection, ["photo-0", "photo-2"])
        assert [lines[key].at for key in ("photo-0", "photo-2")] == [_AT, _AT - timedelta(days=2)]
        assert [photo.id for photo in photos.in_event(connection, "Fair 0")] == ["photo-0", "photo-2", "photo-4"]
    head, workspace = either_school.actor(Role.HEAD), either_school.workspace
    assert quarantine.ids(workspace, head) == quarantine.ids(workspace, head, "d") == ("photo-4", "photo-5")
    assert quarantine.number(workspace, head) == 2
    assert quarantine.by_ids(workspace, head, ["photo-0", "photo-5"])["photo-5"].device.label == "Phone"
    assert devices.standings(workspace, head, ["d"])["d"].set_aside == 2


def test_a_few_names_bring_those_who_bear_them_and_nobody_who_is_gone(either_school: School) -> None:
    school = either_school
    school.add_pupil("Zoë", "O'Neill", "Ash")
    with school.workspace.database.transaction() as connection:
        zoe = people.get(connection, school.pupils["Zoë"].id)
        people.change(connection, replace(zoe, preferred_surname="Reid", date_of_birth=date(2017, 3, 14)))
    with school.workspace.database.read() as connection:
        every = roll.names(connection)
        assert {"Zoë", "Amara"} <= every.forenames
        assert {"O'Neill", "Reid"} <= every.surnames
        assert list(roll.bearing(connection, Names(frozenset(), frozenset({"Reid"})))) == [zoe.id]
        assert roll.birth_dates(connection) >= {date(2017, 3, 14)}
        assert [p.id for p in roll.beginning_like(connection, "zo rei", limit=5)] == [zoe.id]
        assert [p.id for p in roll.in_group(connection, "Ash")] == [zoe.id]
        assert set(roll.with_ids(connection, [zoe.id, "nobody"])) == {zoe.id}
