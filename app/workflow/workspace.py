"""What every workflow is handed: the opened workspace of one school. Built in `app.bootstrap`, nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import platformdirs
from sqlalchemy import Connection

from app.domain.detection import Findings
from app.domain.photo import RgbImage
from app.domain.ports import Clock, Decoder, FaceDetector, TextReader
from app.policy.pack import PolicyPack
from app.storage.keys import WorkspaceKey
from app.storage.this_pc import PcKey
from app.storage.vault import Vault
from consent_db import packs
from consent_db.database import Database

if TYPE_CHECKING:
    from app.analysis.embedding_worker import EmbeddingProcess

_PACK_IS_FRESH_S = 1.0
"""So long a window may go on with the pack it read."""

NETWORK_FOLDER = "network"
"""Where a school puts the pack of a face network of its own, inside the workspace's folder."""

EVERYTHING = frozenset({"faces", "texts", "marks"})

STOPPED = "stopped"
"""The code of the refusal for whoever waited for engines that somebody cancelled."""


class Engines(Protocol):
    """The networks, in a process of their own that starts with the first picture."""

    @property
    def faces(self) -> FaceDetector: ...

    @property
    def texts(self) -> TextReader: ...

    def analyse(
        self, image: RgbImage, *, only: frozenset[str] = EVERYTHING, marks: tuple[tuple[str, bytes], ...] = ()
    ) -> Findings:
        """Everything found in one upright picture.

        Raises:
            EngineUnavailableError: an engine could not run, crashed or took too long; nothing was judged.
        """

    def count_faces(self, image: RgbImage) -> int:
        """About how many faces are in a small picture; no decision may rest on it.

        Raises:
            EngineUnavailableError: as `analyse`.
        """

    def cancel(self) -> None:
        """End the picture under way at once; whoever waits for it gets a refusal with the code `STOPPED`."""

    def close(self) -> None: ...


class ClosingDecoder(Decoder, Protocol):
    """A decoder with a process to end."""

    def close(self) -> None: ...


def no_fault(_point: str) -> None:
    """What happens at a kill point in production: nothing."""


@dataclass(frozen=True)
class Tools:
    """What looking at pictures needs, with or without a workspace."""

    decoder: ClosingDecoder
    engines: Engines

    def close(self) -> None:
        """End both processes; safe to call twice."""
        self.decoder.close()
        self.engines.close()


@dataclass(frozen=True)
class Workspace:
    """One school's register, vault and policy pack, opened on this PC.

    Attributes:
        first_pack: counts before the school chose a pack, instead of the one the register began with.
        fault: called with the name of each kill point as it is passed; tests put a fault there, production nothing.
        key: what the register and the vault hang on; backing up, moving and letting PCs in need it.
        pc: this PC's own key pair; None when the workspace was copied here from another PC.
    """

    folder: Path
    school: str
    database: Database
    vault: Vault
    clock: Clock
    tools: Tools
    first_pack: PolicyPack | None = None
    fault: Callable[[str], None] = no_fault
    key: WorkspaceKey | None = field(default=None, repr=False)
    pc: PcKey | None = None
    _read: dict[str, tuple[float, date, PolicyPack]] = field(default_factory=dict, init=False, repr=False)

    @property
    def pack(self) -> PolicyPack:
        """The policy pack that counts today; acts look it up again in their own transaction (`look_up_pack`)."""
        read = self._read.get("pack")
        if read is not None and time.monotonic() - read[0] < _PACK_IS_FRESH_S and read[1] == self.clock.today():
            return read[2]
        with self.database.read() as connection:
            return self.look_up_pack(connection)

    def look_up_pack(self, connection: Connection) -> PolicyPack:
        """Read which pack counts today, over a connection that is open."""
        today = self.clock.today()
        chosen = packs.chosen_on(connection, today)
        pack = self.first_pack or packs.first(connection) if chosen is None else chosen.pack
        self._read["pack"] = (time.monotonic(), today, pack)
        return pack

    @property
    def decoder(self) -> ClosingDecoder:
        return self.tools.decoder

    @property
    def engines(self) -> Engines:
        return self.tools.engines

    @cached_property
    def comparer(self) -> EmbeddingProcess:
        """The process that compares faces, not started yet; only what has passed the matching gates asks for it."""
        from app.analysis.embedding_worker import EmbeddingProcess

        pack = self.folder / NETWORK_FOLDER
        finished = platformdirs.user_cache_path("ClearPost") / "networks"
        return EmbeddingProcess(pack if pack.is_dir() else None, finished)

    def close(self) -> None:
        """End the processes and give the database back; safe to call twice."""
        if "comparer" in self.__dict__:  # never made only to be closed
            self.comparer.close()
        self.tools.close()
        self.database.close()
