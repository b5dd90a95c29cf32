"""Tiles of a large view: every trace is answered for once, and a picture without traces costs nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.focus import FAINTEST, lay_heat, sure_faces, tiles_with_traces, without_faces
from app.analysis.views import tiles_of

SIZES = st.tuples(st.integers(700, 2688), st.integers(200, 2016))


def heat_of(width: int, height: int, traces: list[tuple[float, float]]) -> np.ndarray:
    """The heat map of a view of half the size, with a trace at each place given in shares of the picture."""
    heat = np.full((-(-height // 8), -(-width // 8)), 0.002, np.float32)
    for x, y in traces:
        heat[int(y * (heat.shape[0] - 1)), int(x * (heat.shape[1] - 1))] = FAINTEST
    return heat


SHARES = st.floats(0, 1)


@given(SIZES, st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=30))
def test_every_trace_and_what_is_near_is_answered_for_by_one_tile(
    size: tuple[int, int], traces: list[tuple[float, float]]
) -> None:
    width, height = size
    heat = heat_of(width, height, traces)
    tiles = tiles_with_traces(width, height, heat)
    rows, columns = np.nonzero(heat >= FAINTEST)
    for row, column in zip(rows, columns, strict=True):
        x, y = (column + 0.5) * width / heat.shape[1], (row + 0.5) * height / heat.shape[0]
        for across, down in ((0, 0), (-32, -32), (32, 32)):
            near = min(max(x + across, 0), width - 1), min(max(y + down, 0), height - 1)
            assert sum(tile.own.contains_point(*near) for tile in tiles) == 1


@given(SIZES, st.lists(st.tuples(SHARES, SHARES), max_size=30))
def test_tiles_stay_inside_the_view_and_never_cost_much_more_than_the_whole(
    size: tuple[int, int], traces: list[tuple[float, float]]
) -> None:
    width, height = size
    tiles = tiles_with_traces(width, height, heat_of(width, height, traces))
    for tile in tiles:
        assert 0 <= tile.seen.left < tile.seen.right <= width
        assert 0 <= tile.seen.top < tile.seen.bottom <= height
    whole = tiles_of(width, height)
    assert sum(t.seen.area for t in tiles) <= sum(t.seen.area for t in whole) + 20_000 * len(whole)


def test_where_there_is_no_trace_nothing_is_looked_at() -> None:
    assert tiles_with_traces(2688, 2016, heat_of(2688, 2016, [])) == ()


def test_a_crowd_is_looked_at_as_a_whole() -> None:
    heat = np.full((252, 336), 0.5, np.float32)
    assert tiles_with_traces(2688, 2016, heat) == tiles_of(2688, 2016)


def test_a_single_trace_costs_one_small_tile() -> None:
    [tile] = tiles_with_traces(2688, 2016, heat_of(2688, 2016, [(0.5, 0.5)]))
    assert tile.seen.width <= 256
    assert tile.seen.height <= 256


def test_a_face_that_was_near_and_clear_is_not_looked_at_again_but_its_neighbour_is() -> None:
    sightings = np.array([[400, 300, 440, 350, 0.8], [700, 300, 740, 350, 0.3], [900, 300, 910, 312, 0.9]], np.float32)
    sure = sure_faces(sightings)
    assert sure.tolist() == [[400, 300, 440, 350]]
    heat = heat_of(2688, 2016, [])
    shares = sure / np.array([1344, 1008, 1344, 1008], np.float32)
    heat[81, 105] = 0.9
    assert tiles_with_traces(2688, 2016, without_faces(heat, shares)) == ()
    assert heat[81, 105] == np.float32(0.9)
    heat[81, 180] = 0.04
    assert len(tiles_with_traces(2688, 2016, without_faces(heat, shares))) == 1


def test_what_a_tile_shows_at_its_rim_leaves_no_trace_where_another_tile_sees_it_whole() -> None:
    left, right = tiles_of(1344, 768)
    heat = np.zeros((192, 336), np.float32)
    rim = np.zeros((192, 192), np.float32)
    rim[100, (left.own.right + 40) // 4] = 0.5  # a face cut off by the right rim of the left tile
    rim[50, 20] = 0.25
    lay_heat(heat, rim, left, 4)
    assert np.argwhere(heat).tolist() == [[50, 20]]
    own = np.zeros((192, 192), np.float32)
    own[100, 40] = 0.5
    lay_heat(heat, own, right, 4)
    assert np.argwhere(heat).tolist() == [[50, 20], [100, 40 + right.seen.left // 4]]
