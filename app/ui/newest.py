"""Reading aside where only the last of several wishes counts, as when somebody goes down a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.ui.desk import Desk
from app.ui.soon import in_its_turn

Found = TypeVar("Found")


class Newest:
    """Tells what was asked for last; what was asked for before is not read any more, or not told."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked = 0

    def ask(
        self,
        work: Callable[[], Found],
        on_found: Callable[[Found], object],
        on_problem: Callable[[BaseException], object],
    ) -> None:
        """Read off the window's thread, and tell in a turn of its own, unless something else was asked for by then."""
        self.drop()
        number = self._asked

        def tell(slot: Callable[[], object]) -> None:
            in_its_turn(self._desk, lambda: slot() if number == self._asked and not self._desk.is_closed else None)

        self._desk.read(
            lambda: [work()] if number == self._asked else [],
            lambda found: tell(lambda: [on_found(one) for one in found]),
            lambda problem: tell(lambda: on_problem(problem)),
        )

    def drop(self) -> None:
        """Nothing is asked for any more."""
        self._asked += 1
