"""A guarded process carries pictures both ways, and whoever waits for it is released when it is cancelled."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator

import numpy as np
import pytest

from app.domain.errors import BugError, EngineUnavailableError
from app.imaging.confinement import give_memory_back
from app.imaging.guarded import Ending, Guard, GuardedProcess
from tests.unit.imaging.guarded_tasks import add, mirror, own_number, wait_for_ever


def refusal(ending: Ending) -> EngineUnavailableError:
    return EngineUnavailableError(f"It {ending.value}.", code=ending.value)


@pytest.fixture(scope="module", params=[0, 2])
def process(request: pytest.FixtureRequest) -> Iterator[GuardedProcess]:
    guarded = GuardedProcess(Guard("testing", refusal, timeout_s=60, memory_bytes=2_000_000_000, slots=request.param))
    yield guarded
    guarded.close()


def test_a_picture_goes_in_and_comes_back(process: GuardedProcess) -> None:
    picture = np.random.default_rng(1).integers(0, 255, (30, 50, 3), dtype=np.uint8)
    ticket = process.hand_in(mirror, picture)
    try:
        found = process.unpack(process.collect(ticket))
    finally:
        process.finish(ticket)
    assert np.array_equal(found, picture[:, ::-1])
    assert not process.is_busy


def test_arguments_arrive_by_place_and_by_name(process: GuardedProcess) -> None:
    assert process.run(add, None, 2, other=3) == 5


def test_a_task_that_wants_a_picture_and_got_none_is_our_fault(process: GuardedProcess) -> None:
    with pytest.raises(BugError, match="without pixels"):
        process.run(mirror)


def test_cancelling_releases_everybody_who_waits_and_the_next_task_runs(process: GuardedProcess) -> None:
    number = process.run(own_number)
    [worker] = [child for child in multiprocessing.active_children() if child.pid == number]
    said: list[str] = []

    def wait() -> None:
        with pytest.raises(EngineUnavailableError) as refused:
            process.run(wait_for_ever)
        said.append(refused.value.code)

    waiting = [threading.Thread(target=wait) for _ in range(3)]
    for thread in waiting:
        thread.start()
    while len(process._under_way) < 3:
        threading.Event().wait(0.01)
    process.cancel()
    for thread in waiting:
        thread.join(timeout=30)
    assert said == ["stopped"] * 3
    assert not worker.is_alive()
    assert process.run(add, None, 2, other=2) == 4


def test_giving_memory_back_keeps_what_is_in_use() -> None:
    kept = np.arange(5_000_000)
    freed = [np.ones(100_000) for _ in range(50)]
    freed.clear()
    give_memory_back()
    assert int(kept.sum()) == 12_499_997_500_000
