"""What a process of ours is given to fail at; it must be found by name there."""

from __future__ import annotations

from app.domain.errors import EngineUnavailableError
from app.imaging.guarded import Lane


def refuse(_lane: Lane, words: str) -> None:
    try:
        raise ValueError(words)
    except ValueError as fault:
        raise EngineUnavailableError(words, code="no-model") from fault


def break_down(_lane: Lane, words: str) -> None:
    raise RuntimeError(f"{words}\n{words}: Error\nAmara Okafor Error: {words}")
