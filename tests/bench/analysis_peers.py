"""`deface`, then `face_recognition` on the same photos: `python -m tests.bench.analysis_peers PHOTO...`.

Each with its own defaults: deface's detector, then face_recognition's detector and its vectors. A line of JSON per
photo; the first photo warms both up.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """The answer, the seconds and the seconds of processor it took."""
    started, spent = time.perf_counter(), time.process_time()
    answer = work()
    return answer, time.perf_counter() - started, time.process_time() - spent


def main(words: list[str]) -> int:
    import face_recognition
    from deface.centerface import CenterFace

    network = CenterFace(backend="auto")
    for path in words:
        pixels, decoding_s, decoding_cpu_s = timed(lambda path=path: np.asarray(Image.open(path).convert("RGB")))
        seen, deface_s, deface_cpu_s = timed(lambda pixels=pixels: network(pixels, threshold=0.2)[0])
        places, finding_s, finding_cpu_s = timed(lambda pixels=pixels: face_recognition.face_locations(pixels))
        _, vectors_s, vectors_cpu_s = timed(
            lambda pixels=pixels, places=places: face_recognition.face_encodings(pixels, places)
        )
        facts = {
            "deface": [[float(value) for value in row[:4]] for row in seen],
            "face_recognition": [[left, top, right, bottom] for top, right, bottom, left in places],
            "decoding": (decoding_s, decoding_cpu_s),
            "deface_took": (deface_s, deface_cpu_s),
            "face_recognition_took": (finding_s + vectors_s, finding_cpu_s + vectors_cpu_s),
        }
        print(json.dumps(facts), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
