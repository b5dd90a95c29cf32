"""A quick count of faces for choosing among photos: near enough, and no more than that."""

from __future__ import annotations

import numpy as np
import pytest

from app.analysis.worker import EngineProcess
from tests.bench.portraits import class_photo


@pytest.fixture(scope="module")
def engines():
    with EngineProcess() as process:
        yield process


@pytest.mark.parametrize(("rows", "columns"), [(1, 2), (2, 3)])
def test_the_people_of_a_class_photo_are_counted_in_a_small_copy_of_it(engines, rows, columns):
    picture = np.asarray(class_photo(768, 576, rows=rows, columns=columns))
    assert engines.count_faces(picture) == rows * columns


def test_nobody_is_counted_where_nobody_is(engines):
    assert engines.count_faces(np.full((300, 400, 3), 127, np.uint8)) == 0
