"""Which column of a list is what: a suggestion from its headings, and the mapping a person makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.consent import ConsentKind, Platform
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor
from app.workflow.consent_lists import targets_of
from app.workflow.workspace import Workspace
from consent_db import platforms
from consent_db.lists.mapping import ColumnMapping, ColumnRef, Target
from consent_db.lists.presets import FIELDS, heading_key, preset_of
from consent_db.lists.school_file import ListSource, first_table, headed_table, suggested_fields

_SHOWN_LINES = 8
_KINDS = {
    ConsentKind.IMAGE: "picture",
    ConsentKind.NAME: "first name",
    ConsentKind.VIDEO: "video",
    ConsentKind.WORK: "school work",
}
Meaning = str | tuple[Target, ...]
"""A field of ours, or what the answers of a column count for."""


@dataclass(frozen=True, slots=True)
class ListColumns:
    """A list as a person sees it before anything is settled.

    Attributes:
        headings: one for each column, empty where it has none.
        sample: the first lines below the headings.
        meanings: what each column seems to be, by its position.
        heading_line: the line of the headings; 0 when none was found.
        preset: the school system whose headings these are.
    """

    name: str
    sheet: str
    headings: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    meanings: Mapping[int, Meaning]
    heading_line: int
    preset: str

    def ref(self, position: int) -> ColumnRef:
        """How a mapping names a column: by its heading, or by its number where that is not clear."""
        keys = [heading_key(heading) for heading in self.headings]
        heading = self.headings[position]
        return heading if heading and keys.count(keys[position]) == 1 else position + 1


def columns_of_list(
    workspace: Workspace, actor: Actor, source: ListSource, *, mapping: ColumnMapping | None = None
) -> ListColumns:
    """Look at the columns of a list; what a kept mapping says comes before what the headings say.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: the list cannot be read at all.
    """
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.read() as connection:
        places = platforms.everything(connection)
    try:
        table, at = headed_table(source, mapping)
    except RegisterError as problem:
        if problem.code != "no-headings":
            raise
        table, at = first_table(source), -1
    below = table.lines[at + 1 :]
    width = max((len(line.cells) for line in table.lines[max(at, 0) :][:200]), default=0)
    head = table.lines[at].cells if at >= 0 else ()
    headings = tuple([*head, *[""] * (width - len(head))][:width])
    shown = tuple(tuple([*line.cells, *[""] * width][:width]) for line in below[:_SHOWN_LINES])
    preset = preset_of(headings)
    columns = ListColumns(
        source.name, table.name if table.name != source.name else "", headings, shown,
        _suggested(headings, places), table.lines[at].number if at >= 0 else 0, preset.name if preset else "",
    )  # fmt: skip
    return columns if mapping is None else _with_mapping(columns, mapping)


def meanings_offered(workspace: Workspace, actor: Actor) -> tuple[tuple[str, Meaning], ...]:
    """What a column can be, with the words for the screen: our fields, then each answer there is to give."""
    actor.require(Action.EDIT_REGISTER)
    with workspace.database.read() as connection:
        places = platforms.everything(connection)
    offered: list[tuple[str, Meaning]] = [(words, field) for field, words in FIELDS.items()]
    for kind, words in _KINDS.items():
        if len(places) > 1:
            everywhere = tuple((kind, place.id) for place in places)
            names = ", ".join(place.name for place in places)
            offered.append((f"Answer: {words} on {names}", everywhere))
        offered += [(f"Answer: {words} on {place.name}", ((kind, place.id),)) for place in places]
    return tuple(offered)


def mapping_of(columns: ListColumns, meanings: Mapping[int, Meaning], *, name: str = "") -> ColumnMapping:
    """The mapping of what a person chose for each column; columns without a meaning are left out.

    Raises:
        RegisterError: two columns are the same thing, or nobody is named by the list.
    """
    chosen = {at: meaning for at, meaning in sorted(meanings.items()) if meaning}
    fields = tuple((_ref(columns, at), meaning) for at, meaning in chosen.items() if isinstance(meaning, str))
    consents = tuple((_ref(columns, at), meaning) for at, meaning in chosen.items() if not isinstance(meaning, str))
    named = {field for _, field in fields}
    if not named & {"upn", "admission_number", "full_name", "legal_forename", "legal_surname"}:
        raise RegisterError("Say which column names the child: a number, or the name.", code="mapping")
    return ColumnMapping(name, fields, consents, heading_line=0 if not columns.heading_line else None,
                         sheet=columns.sheet)  # fmt: skip


def _ref(columns: ListColumns, position: int) -> ColumnRef:
    return columns.ref(position) if columns.heading_line else position + 1


def _suggested(headings: tuple[str, ...], places: tuple[Platform, ...]) -> dict[int, Meaning]:
    suggested: dict[int, Meaning] = dict(suggested_fields(headings))
    targets = targets_of(places)
    taken: set[Target] = set()
    for at, heading in enumerate(headings):
        target = targets.get(heading_key(heading))
        if at not in suggested and target is not None and target not in taken:
            suggested[at] = (target,)
            taken.add(target)
    return suggested


def _with_mapping(columns: ListColumns, mapping: ColumnMapping) -> ListColumns:
    said: dict[ColumnRef, Meaning] = {**dict(mapping.fields), **dict(mapping.consents)}
    keys = {heading_key(ref) if isinstance(ref, str) else ref: meaning for ref, meaning in said.items()}
    meanings = {
        at: meaning
        for at, heading in enumerate(columns.headings)
        if (meaning := keys.get(at + 1) or keys.get(heading_key(heading) or at + 1)) is not None
    }
    return ListColumns(
        columns.name, columns.sheet, columns.headings, columns.sample, meanings, columns.heading_line, columns.preset
    )
