"""Pictures lie in memory both processes see; looking into it copies nothing and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from app.imaging.slots import Parcel, PixelSlots


@pytest.fixture(params=[0, 2])
def slots(request: pytest.FixtureRequest) -> Iterator[PixelSlots]:
    made = PixelSlots.create(request.param)
    yield made
    made.close()


def test_a_picture_is_seen_as_it_was_packed(slots: PixelSlots) -> None:
    picture = np.random.default_rng(3).integers(0, 255, (70, 50, 3), dtype=np.uint8)
    parcel = slots.pack(slots.take(), picture)
    assert np.array_equal(slots.look_into(parcel), picture)
    assert np.array_equal(slots.unpack(parcel), picture)


def test_who_writes_on_what_is_in_a_slot_changes_it_for_nobody_else() -> None:
    slots = PixelSlots.create(1)
    slot = slots.take()
    if slot is None:  # the system has no nameless memory
        assert slots.pack(None, np.zeros((2, 2, 3), np.uint8)).slot is None
        return
    parcel = slots.pack(slot, np.full((40, 30, 3), 7, np.uint8))
    slots.look_into(parcel)[:] = 0
    assert np.all(slots.unpack(parcel) == 7)
    slots.close()


def test_a_slot_that_was_emptied_meanwhile_is_told() -> None:
    slots = PixelSlots.create(1)
    slot = slots.take()
    slots.give_back(slot)
    with pytest.raises((OSError, IndexError)):
        slots.look_into(Parcel((40, 30, 3), slot or 0))
    slots.close()
