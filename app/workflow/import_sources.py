"""Lists that come again and again: kept with their columns, looked at when a new file lies in their folder.

A new file is looked at and shown; a person takes it over. Only a no may be taken at once, where the school wants so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from app.domain.errors import KnownError, RegisterError
from app.domain.people import Action, Actor
from app.domain.photo import digest_of
from app.workflow.register_import_preview import ImportPreview, preview_consents, preview_pupils
from app.workflow.register_import_writing import apply_refusals
from app.workflow.workspace import Workspace
from consent_db import audit, import_sources, users
from consent_db.import_sources import ImportSource
from consent_db.lists.school_file import ListSource

KINDS = ("pupils", "consents")


@dataclass(frozen=True, slots=True)
class News:
    """A file that was not taken over yet, or why a folder could not be looked into.

    Attributes:
        preview: what the file would change; None when it cannot be read, and then `problem` says why.
        refusals: how many noes were taken over at once.
    """

    source: ImportSource
    path: Path | None
    preview: ImportPreview | None = None
    problem: KnownError | None = None
    refusals: int = 0

    def to_words(self) -> str:
        """One sentence for a notice."""
        if self.problem is not None:
            return f"“{self.source.name}”: {self.problem}"
        name = self.path.name if self.path else ""
        taken = f" {self.refusals} noes hold already." if self.refusals else ""
        return f"“{self.source.name}” has a new file, {name}.{taken} Look at it and take it over."


def all_sources(workspace: Workspace, actor: Actor) -> tuple[ImportSource, ...]:
    """The lists the school keeps, by name, those no longer used too."""
    actor.require(Action.SEE_REGISTER)
    with workspace.database.read() as connection:
        return import_sources.everything(connection)


def new_source(name: str, kind: str) -> ImportSource:
    """A list to be kept with `keep_source`; not stored yet.

    Raises:
        RegisterError: it has no name, or is neither of pupils nor of consents.
    """
    if not name.strip() or len(name) > 200 or kind not in KINDS:
        raise RegisterError("A list needs a name, and is one of pupils or of consents.")
    return import_sources.new(name.strip(), kind)


def keep_source(workspace: Workspace, actor: Actor, source: ImportSource) -> None:
    """Store a list, or changes to one.

    Raises:
        NotAllowedError: the actor does not keep the register.
        RegisterError: its folder is not there, the name is taken, or somebody changed it meanwhile.
    """
    actor.require(Action.EDIT_REGISTER)
    if source.folder and not Path(source.folder).is_dir():
        raise RegisterError(f"There is no folder {source.folder}.", remedy="Choose the folder of the export.")
    if source.folder and (not source.pattern or "/" in source.pattern or "\\" in source.pattern):
        raise RegisterError("Say which files of the folder are the list, such as consents*.csv.")
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        known = {stored.id for stored in import_sources.everything(connection)}
        if source.id in known:
            import_sources.change(connection, source)
        else:
            import_sources.add(connection, source)
        audit.append(
            connection,
            actor.user_id,
            "list-kept",
            subjects=[source.id],
            details={"kind": source.kind, "active": source.is_active, "refusals_at_once": source.refusals_at_once},
        )


def stop_source(workspace: Workspace, actor: Actor, source: ImportSource) -> None:
    """Look for this list no more; it no longer counts for how fresh the consents are."""
    keep_source(workspace, actor, replace(source, is_active=False, folder="", pattern=""))


def look_at(workspace: Workspace, actor: Actor, source: ImportSource, file: Path | ListSource) -> ImportPreview:
    """What a file of this list would change, read with the columns a person gave it."""
    look = preview_pupils if source.kind == "pupils" else preview_consents
    return look(workspace, actor, file, mapping=source.mapping, source_id=source.id)


def check_sources(workspace: Workspace, actor: Actor) -> Iterator[News]:
    """Look into every folder for a file that was not taken over yet; one item for each that needs a person.

    Nothing is written but refusals, and those only for lists the school settled it for.

    Raises:
        NotAllowedError: the actor does not keep the register.
    """
    actor.require(Action.EDIT_REGISTER)
    for source in all_sources(workspace, actor):
        if not (source.is_active and source.folder):
            continue
        path: Path | None = None
        try:
            path = newest_file(source)
            if path is None or digest_of((file := ListSource.from_path(path)).data) == source.last_sha256:
                continue
            preview = look_at(workspace, actor, source, file)
            refusals = 0
            if source.refusals_at_once and preview.kind == "consents":
                refusals = apply_refusals(workspace, actor, preview)
                preview = look_at(workspace, actor, source, file) if refusals else preview
        except KnownError as problem:
            yield News(source, path, problem=problem)
            continue
        yield News(source, path, preview, refusals=refusals)


def newest_file(source: ImportSource) -> Path | None:
    """The file of the folder that was written last.

    Raises:
        RegisterError: the folder cannot be looked into.
    """
    try:
        found = [
            (entry.stat().st_mtime_ns, entry.name, entry)
            for entry in Path(source.folder).iterdir()
            if fnmatch(entry.name.casefold(), source.pattern.casefold()) and entry.is_file() and not entry.is_symlink()
        ]
    except OSError as error:
        raise RegisterError(
            f"The folder of “{source.name}” cannot be looked into.", remedy="Check that the drive is connected."
        ) from error
    return max(found)[2] if found else None
