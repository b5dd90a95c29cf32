"""The decoding process: whatever a file does to it, the program and the next photo go on."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.domain.errors import BugError, PhotoUnreadableError
from app.domain.ports import DecodedPhoto
from app.imaging.decoding import DecodeLimits, decode_photo
from app.imaging.encoding import encode_jpeg
from app.imaging.slots import PixelSlots
from app.imaging.worker import DecoderProcess, WorkerLimits
from tests.unit.imaging.bad_tasks import misbehave

ROOT = Path(__file__).resolve().parents[3]


def a_photo(width: int = 64, height: int = 48) -> bytes:
    ramp = np.linspace(0, 255, width * height * 3).reshape(height, width, 3).astype(np.uint8)
    return encode_jpeg(ramp, max_bytes=1_000_000)


@pytest.fixture(scope="module")
def fragile() -> Iterator[DecoderProcess]:
    with DecoderProcess(WorkerLimits(timeout_s=60.0, memory_bytes=1_500_000_000), task=misbehave) as decoder:
        yield decoder


@pytest.fixture
def impatient() -> Iterator[DecoderProcess]:
    with DecoderProcess(WorkerLimits(timeout_s=4.0), task=misbehave) as decoder:
        yield decoder


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"exit", "crashed"),
        (b"segfault", "crashed"),
        (b"surprise", "damaged"),
        (b"", "empty"),
        (b"no photo", "not-a-photo"),
        pytest.param(
            b"eat memory", "too-large", marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit there")
        ),
    ],
)
def test_a_file_that_harms_its_decoder_is_refused_and_the_next_photo_is_read(
    fragile: DecoderProcess, data: bytes, code: str
) -> None:
    with pytest.raises(PhotoUnreadableError) as refusal:
        fragile.decode(data)
    assert refusal.value.code == code
    assert refusal.value.words.endswith(".")
    assert refusal.value.remedy
    assert fragile.decode(a_photo()).pixels.shape == (48, 64, 3)


def test_a_file_that_never_ends_is_refused_and_the_next_photo_is_read(impatient: DecoderProcess) -> None:
    with pytest.raises(PhotoUnreadableError) as refusal:
        impatient.decode(b"hang")
    assert refusal.value.code == "too-slow"
    assert impatient.decode(a_photo()).pixels.shape == (48, 64, 3)


def test_the_process_gives_the_same_picture_as_decoding_here(fragile: DecoderProcess, shared_data: Path) -> None:
    data = (shared_data / "formats" / "files" / "hdr_canon.jpg").read_bytes()
    there, here = fragile.decode(data), decode_photo(data, limits=DecodeLimits())
    assert (there.width, there.height, there.format) == (here.width, here.height, here.format)
    assert np.array_equal(there.pixels, here.pixels)


def test_many_photos_come_back_in_order_with_their_problems_in_place(fragile: DecoderProcess) -> None:
    sizes = [(20, 10), (30, 10), (40, 10), (50, 10)]
    files = [a_photo(*sizes[0]), b"exit", a_photo(*sizes[1]), b"", a_photo(*sizes[2]), a_photo(*sizes[3])]
    found = list(fragile.decode_many(files, ahead=2))
    words = [f.code if isinstance(f, PhotoUnreadableError) else (f.width, f.height) for f in found]
    assert words[:1] + words[2:] == [sizes[0], sizes[1], "empty", sizes[2], sizes[3]]
    assert words[1] == "crashed"


def test_a_stream_that_is_left_early_leaves_the_decoder_usable(fragile: DecoderProcess) -> None:
    for _ in range(5):
        stream = fragile.decode_many([a_photo()] * 6, ahead=3)
        next(stream)
        stream.close()
    assert fragile.decode(a_photo()).width == 64


def test_many_threads_may_decode_at_once(fragile: DecoderProcess) -> None:
    widths = list(range(16, 136, 8))
    found: dict[int, DecodedPhoto] = {}

    def decode(width: int) -> None:
        found[width] = fragile.decode(a_photo(width, 16))

    threads = [threading.Thread(target=decode, args=(width,)) for width in widths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {w: f.pixels.shape for w, f in found.items()} == {w: (16, w, 3) for w in widths}


def test_the_decoder_cannot_leave_a_core_file(fragile: DecoderProcess) -> None:
    with pytest.raises(PhotoUnreadableError) as refusal:
        fragile.decode(b"leave a core file")
    assert refusal.value.code == "not-a-photo"  # its own assertion held, or it would be "damaged"


def test_the_decoder_says_nothing_on_the_terminal(fragile: DecoderProcess, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PhotoUnreadableError):
        fragile.decode(b"write to the terminal")
    assert "NOISE" not in capfd.readouterr().err


def test_closing_refuses_whoever_still_waits() -> None:
    decoder = DecoderProcess(task=misbehave)
    refused: list[str] = []

    def wait() -> None:
        try:
            decoder.decode(b"hang")
        except PhotoUnreadableError as refusal:
            refused.append(refusal.code)

    decoder.decode(a_photo())
    waiting = threading.Thread(target=wait)
    waiting.start()
    while not decoder.is_busy:
        time.sleep(0.01)
    decoder.close()
    waiting.join(timeout=30)
    assert not waiting.is_alive()
    assert refused == ["stopped"]
    with pytest.raises(BugError):
        decoder.decode(a_photo())


def test_a_decoder_that_never_worked_costs_nothing_and_closes_twice() -> None:
    before = set(multiprocessing.active_children())
    decoder = DecoderProcess()
    decoder.close()
    decoder.close()
    assert set(multiprocessing.active_children()) <= before
    with pytest.raises(BugError):
        decoder.decode(a_photo())


def test_pixels_without_a_slot_travel_as_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PixelSlots, "create", classmethod(lambda cls, _count: cls(())))
    with DecoderProcess() as decoder:
        assert decoder.decode(a_photo()).pixels.shape == (48, 64, 3)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_process_ends_when_the_program_is_killed() -> None:
    script = (
        "import sys; from tests.unit.imaging.test_worker import a_photo\n"
        "from app.imaging.worker import DecoderProcess\n"
        "import multiprocessing, time\n"
        "if __name__ == '__main__':\n"
        "    d = DecoderProcess(); d.decode(a_photo())\n"
        "    print(*[p.pid for p in multiprocessing.active_children()], flush=True); time.sleep(600)\n"
    )
    program = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    with program.stdout:
        children = [int(pid) for pid in program.stdout.readline().split()]
        assert children
        program.send_signal(signal.SIGKILL)
        program.wait()
    deadline = time.monotonic() + 20
    while any(is_running(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(is_running(pid) for pid in children)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(")")[-1].split()[0] != "Z"
