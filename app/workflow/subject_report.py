"""What is written down about one person, as sheets that the paper and the archive of a request are both made from.

Nobody else is named in them: others are called by what they are to the person or to the school.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.cases import KIND_WORDS
from app.domain.days import day_in_words
from app.domain.people import ROLE_WORDS, Role
from app.domain.post import Post, PostId, Release
from app.domain.record_words import words_of
from app.policy.standing import SCHOOL_ZONE
from app.workflow.subject_access import SubjectIndex
from app.workflow.without_others import WithoutOthers
from consent_db import platforms, releases, users

_THEMSELVES, _A_PARENT = "themselves", "a parent or carer"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: rows by column, and the columns the paper shows with their headings and shares of its width."""

    key: str
    title: str
    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, object]]
    shares: Sequence[float] = ()

    def on_paper(self) -> list[list[str]]:
        """The rows as the paper shows them."""
        return [[str(row[column] or "") for column in self.columns] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Names:
    """What platforms and those who sign in are called, and the words of posts, as they were in one reading."""

    platforms: Mapping[str, str]
    offices: Mapping[str, str]
    words: Mapping[PostId, tuple[str, ...]]

    def place(self, identifier: str) -> str:
        return self.platforms.get(identifier, identifier)

    def office(self, user_id: str) -> str:
        """What somebody is to the school; people of the school are not named to others."""
        return self.offices.get(user_id, "the program")


def names_of(connection: Connection, found: SubjectIndex) -> Names:
    """Read what the sheets need besides the index."""
    return Names(
        {str(place.id): place.name for place in platforms.everything(connection)},
        {str(user.id): _office(user.roles) for user in users.everybody(connection)},
        {post.id: _words(connection, post, out) for post, _shown, out in found.posts},
    )


def sheets(found: SubjectIndex, names: Names, without: WithoutOthers) -> tuple[Sheet, ...]:
    """Everything written about the person of a request, without anybody else."""
    return (
        _entry(found, without),
        _answers(found, names, without),
        _comparing(found),
        _photos(found, without),
        _posts(found, names, without),
        _publications(found, names, without),
        _requests(found, without),
        _records(found, names),
    )


def _entry(found: SubjectIndex, without: WithoutOthers) -> Sheet:
    person = found.person
    rows = (
        ("name", "Name", f"{person.legal_forename} {person.legal_surname}"),
        ("known_as", "Known as", person.name),
        ("born", "Born", day_in_words(person.date_of_birth) if person.date_of_birth else "not recorded"),
        ("numbers", "Numbers", ", ".join(n for n in (person.upn, person.admission_number) if n) or "not recorded"),
        ("class", "Class", f"{person.registration_group} {person.year_group}".strip() or "not recorded"),
        ("family", "Parents and carers", ", ".join(without.clean(what) for what in found.family) or "none recorded"),
        ("face_features", "Stored face features", str(found.templates)),
    )
    told = [{"key": key, "what": what, "recorded": said} for key, what, said in rows]
    return Sheet("entry", "In the register", {"what": "What", "recorded": "As recorded"}, told, (1, 3))


def _answers(found: SubjectIndex, names: Names, without: WithoutOthers) -> Sheet:
    rows = [
        {
            "id": e.id, "day": day_in_words(e.valid_from), "about": e.kind.value.lower(),
            "place": names.place(e.platform_id), "answer": e.answer.value,
            "giver": _giver(e.is_own, e.relationship, without), "evidence": without.clean(e.evidence),
        }
        for e in found.consents
    ]  # fmt: skip
    columns = {"day": "Day", "about": "About", "place": "Where", "answer": "Answer", "giver": "Given by",
               "evidence": "Paper"}  # fmt: skip
    return Sheet("answers", "Answers about pictures and names", columns, rows, (1.4, 0.8, 1.2, 1, 1.2, 2))


def _comparing(found: SubjectIndex) -> Sheet:
    rows = [
        {
            "id": e.id, "day": day_in_words(e.on_day), "what": e.fact.value.lower().replace("_", " "),
            "giver": _A_PARENT if e.contact_id else _THEMSELVES,
        }
        for e in found.biometrics
    ]  # fmt: skip
    return Sheet("comparing", "Answers about comparing faces", {"day": "Day", "what": "What", "giver": "About"}, rows)


def _photos(found: SubjectIndex, without: WithoutOthers) -> Sheet:
    rows = [
        {
            "id": p.id, "number": p.number, "event": without.clean(p.event),
            "came": day_in_words(p.imported_at.astimezone(SCHOOL_ZONE).date()),
        }
        for p in found.named
    ]  # fmt: skip
    return Sheet("photos", "Photos", {"number": "Photo", "event": "Of", "came": "Came in on"}, rows, (1, 3, 2))


def _posts(found: SubjectIndex, names: Names, without: WithoutOthers) -> Sheet:
    rows = [
        {
            "id": post.id, "title": without.clean(post.title), "state": post.state.value,
            "how": "in a picture, shown or covered" if shown else "named in the words",
            "words": "\n".join(dict.fromkeys(without.clean(text) for text in names.words.get(post.id, ()))),
        }
        for post, shown, _out in found.posts
    ]  # fmt: skip
    return Sheet(
        "posts", "Posts", {"title": "Post", "how": "Where they are in it", "words": "Words"}, rows, (2, 1.4, 4)
    )


def _publications(found: SubjectIndex, names: Names, without: WithoutOthers) -> Sheet:
    rows = [
        {
            "id": r.id, "post": post.id, "title": without.clean(post.title), "place": names.place(r.platform_id),
            "state": r.state.value.lower().replace("_", " "), "address": without.clean_address(r.live_url),
            "day": day_in_words(r.exported_at.astimezone(SCHOOL_ZONE).date()),
        }
        for post, _shown, out in found.posts
        for r in out
    ]  # fmt: skip
    columns = {"title": "Post", "place": "Where", "day": "Handed out", "state": "State", "address": "Address"}
    return Sheet("publications", "Where it was published", columns, rows, (2, 1, 1.4, 1, 3))


def _requests(found: SubjectIndex, without: WithoutOthers) -> Sheet:
    rows = [
        {
            "id": case.id, "number": case.number, "kind": KIND_WORDS[case.kind],
            "day": day_in_words(case.received_at.astimezone(SCHOOL_ZONE).date()),
            "words": without.clean(case.words), "outcome": without.clean(case.outcome) or "open",
        }
        for case in found.cases
    ]  # fmt: skip
    columns = {"number": "No.", "kind": "What", "day": "Received", "words": "Asked", "outcome": "Outcome"}
    return Sheet("requests", "Requests, complaints and incidents", columns, rows, (0.5, 1.6, 1.3, 2.5, 2))


def _records(found: SubjectIndex, names: Names) -> Sheet:
    rows = [
        {
            "number": r.sequence, "at": f"{r.at.astimezone(SCHOOL_ZONE):%Y-%m-%d %H:%M}",
            "who": names.office(r.actor), "what": words_of(r.action),
        }
        for r in found.records
    ]  # fmt: skip
    return Sheet("records", "What the records say", {"at": "When", "who": "Who", "what": "What"}, rows, (1, 1.2, 3))


def _giver(is_own: bool, relationship: str, without: WithoutOthers) -> str:
    return _THEMSELVES if is_own else without.clean(relationship).strip() or _A_PARENT


def _office(roles: Collection[Role]) -> str:
    return ROLE_WORDS[min(roles, key=list(Role).index)] if roles else "somebody of the school"


def _words(connection: Connection, post: Post, out: Iterable[Release]) -> tuple[str, ...]:
    said = [*(place.caption for place in post.platforms), *(picture.alt_text for picture in post.pictures)]
    said += [text for release in out for text in releases.words_of(connection, release.id)]
    return tuple(dict.fromkeys(text for text in said if text.strip()))
