"""The error tree: what the world did wrong (`KnownError`) and what we did wrong (`BugError`).

A `KnownError` is a sentence a school secretary can act on; batches carry it as one photo's outcome and go on.
"""

from __future__ import annotations


class AppError(Exception):
    """Anything this program raises on purpose."""


class KnownError(AppError):
    """The world is at fault; shown to the user, work goes on with the next photo.

    Args:
        words: what happened and to which photo or device, in plain English.
        remedy: what the person can do now; empty when `words` already says so.
        code: a stable short word for scripts and tests, for example ``truncated``.
    """

    default_code = "problem"

    def __init__(self, words: str, *, remedy: str = "", code: str = "") -> None:
        super().__init__(words, remedy, code)  # all three, so that a worker process can send the error home
        self.words = words
        self.remedy = remedy
        self.code = code or self.default_code

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.words, self.remedy, self.code)

    def __str__(self) -> str:
        return f"{self.words} {self.remedy}".strip()


def _rebuild(kind: type[KnownError], words: str, remedy: str, code: str) -> KnownError:
    return kind(words, remedy=remedy, code=code)


class DeviceError(KnownError):
    """A phone, card or folder is gone, locked, full or read-only."""

    default_code = "device"


class PhotoUnreadableError(KnownError):
    """A file is not a photo we can read whole: damaged, truncated, too large, another kind of file."""

    default_code = "unreadable"


class StorageError(KnownError):
    """The vault or the workspace cannot be read or written."""

    default_code = "storage"


class RegisterError(KnownError):
    """The register refuses: an unknown person, a bad file, a row that changed meanwhile."""

    default_code = "register"


class EngineUnavailableError(KnownError):
    """A detector or reader cannot run; nothing it should have judged may clear."""

    default_code = "engine"


class NotAllowedError(KnownError):
    """The person signed in may not do this, or not yet."""

    default_code = "not-allowed"


class SignInError(NotAllowedError):
    """Wrong name or password, or the account is locked for a while."""

    default_code = "sign-in"


class VerificationError(KnownError):
    """A check that must hold did not: bytes differ, a cover leaks, an approval no longer fits."""

    default_code = "verification"


class BugError(AppError):
    """We are at fault: logged with a traceback, the operation stops, nothing is published or wiped."""
