"""What a failing database means, as a sentence a person can act on."""

from __future__ import annotations

import logging
import re

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from app.domain.errors import RegisterError, StorageError

log = logging.getLogger(__name__)


_NO_SUCH_THING = frozenset({"42P01", "42703", "42883", "42704", "3F000"})
"""PostgreSQL's codes for a table, column, function, other object or schema that is not there."""


def in_plain_words(error: DBAPIError) -> StorageError | RegisterError:
    """The error as people see it; what the engine said stays out of it, since it may hold names."""
    words = str(error.orig).lower()
    if "insert-only" in words:
        return RegisterError("What was recorded cannot be changed or taken out.", code="insert-only")
    if "moved away" in words:
        return StorageError("The school's register has moved.", remedy="Open the workspace again.", code="moved")
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(error, IntegrityError):
        return RegisterError(
            "The register refuses this change because it does not fit what is there.",
            remedy="Open the page again and look what changed meanwhile.",
            code="conflict",
        )
    if state is not None or type(error.orig).__module__.startswith("psycopg"):
        return _of_server(error, state or "", words)
    return _of_file(error, words)


def _of_server(error: DBAPIError, state: str, words: str) -> StorageError | RegisterError:
    if state == "55P03" or "lock timeout" in words:
        return _busy()
    if state in ("40001", "40P01"):
        return RegisterError(
            "Somebody else changed this meanwhile; nothing was written.", remedy="Open the page again.", code="conflict"
        )
    if state == "42501":
        return StorageError(
            "This PC's sign-in to the school's database may not do this.",
            remedy="Ask IT; an administrator of the database can.",
            code="not-allowed-there",
        )
    if state in ("28P01", "28000") or "authentication failed" in words or _is_missing("role", words):
        return StorageError(
            "The school's database does not let this PC in.",
            remedy="Ask IT to approve this PC again.",
            code="server-refuses",
        )
    if state == "3D000" or _is_missing("database", words):
        return StorageError(
            "The server is there, but the school's database is not on it.",
            remedy="Tell IT; it was moved, renamed or has to be restored from a back-up.",
            code="no-database",
        )
    if state in _NO_SUCH_THING:
        return StorageError(
            "Something of the register is missing in the school's database; nothing was written.",
            remedy="Tell IT; it has to be brought up to date (clearpost workspace upgrade) or restored from a back-up.",
            code="no-tables",
        )
    if state in ("53100", "53200", "53300"):
        return StorageError("The school's database has no room left.", remedy="Tell IT.", code="disk-full")
    if isinstance(error, OperationalError) or error.connection_invalidated:
        return StorageError(
            "The school's database cannot be reached; nothing was written.",
            remedy="Check the network, then try again; if others cannot work either, tell IT.",
            code="no-server",
        )
    return _unknown(error)


def _is_missing(thing: str, words: str) -> bool:
    """Whether the server said so while somebody connected; then libpq hands on its words without a code."""
    return re.search(rf'{thing} "[^"]*" does not exist', words) is not None


def _of_file(error: DBAPIError, words: str) -> StorageError | RegisterError:
    if "not a database" in words or "hmac" in words:
        return StorageError(
            "The register cannot be opened: the key is wrong or the file is damaged.",
            remedy="Check the passphrase; if it is right, restore the register from a back-up.",
            code="wrong-key",
        )
    if "full" in words:
        return StorageError(
            "The disk is full; nothing was written.", remedy="Free some space and try again.", code="disk-full"
        )
    if "locked" in words or "busy" in words:
        return _busy()
    if isinstance(error, OperationalError) and (
        "readonly" in words or "unable to open" in words or "disk i/o" in words
    ):
        return StorageError(
            "The register cannot be written.",
            remedy="Check that its folder is there and may be written.",
            code="no-file",
        )
    return _unknown(error)


def _busy() -> StorageError:
    return StorageError(
        "The register is busy: another window of ClearPost is writing.", remedy="Try again.", code="busy"
    )


def _unknown(error: DBAPIError) -> StorageError:
    state = getattr(error.orig, "sqlstate", None) or ""
    log.error("the register failed", extra={"code": f"{type(error.orig).__name__} {state}".strip()})
    return StorageError("The register failed and nothing was written.", remedy="Start ClearPost again.")
