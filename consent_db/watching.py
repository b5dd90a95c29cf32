"""Learning that another window or another PC changed the register, without reading all of it again and again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol


class Watch(Protocol):
    """One look-out; used by one thread."""

    def changed(self) -> bool:
        """Whether anything was written since the last time this was asked; cheap enough for twice a second."""

    def close(self) -> None: ...


class FileWatch:
    """Asks the embedded file for its change counter (`PRAGMA data_version`), which other connections' commits move."""

    def __init__(self, connect: Callable[[], Any]) -> None:
        self._connection = connect()
        self._seen = self._version()

    def changed(self) -> bool:
        now = self._version()
        changed, self._seen = now != self._seen, now
        return changed

    def close(self) -> None:
        self._connection.close()

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


class ServerWatch:
    """Listens on the server; the channel carries a school's id and nothing else.

    A lost connection counts as a change (something may have been missed) and is made again with the next question.
    """

    def __init__(self, connect: Callable[[], Any], channel: str, school_id: str) -> None:
        self._connect, self._channel, self._school_id = connect, channel, school_id
        self._connection: Any = None
        self._listen()

    def changed(self) -> bool:
        import psycopg

        if self._connection is None or self._connection.closed:
            with suppress(psycopg.OperationalError):
                self._listen()
            return True
        try:
            heard = [notice.payload for notice in self._connection.notifies(timeout=0)]
        except psycopg.OperationalError:
            self.close()
            return True
        return self._school_id in heard

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _listen(self) -> None:
        self._connection = self._connect()
        self._connection.execute(f"LISTEN {self._channel}")
