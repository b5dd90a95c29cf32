"""A computer that refuses another process gets a sentence, and the photo waits."""

from __future__ import annotations

import pytest

from app.domain.errors import EngineUnavailableError
from app.imaging.worker import DecoderProcess


def test_a_process_that_cannot_be_started_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pebble.ProcessPool.schedule", refuse)
    decoder = DecoderProcess()
    with pytest.raises(EngineUnavailableError, match=r"does not let ClearPost start .*Ask IT"):
        decoder.decode(b"a photo")
    decoder.close()
