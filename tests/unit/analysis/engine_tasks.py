"""Functions that stand in for the networks in the engine process; a new process finds them by their module."""

from __future__ import annotations

import os
import time

from app.domain.detection import FaceDetection, Findings
from app.domain.errors import EngineUnavailableError
from app.domain.geometry import Box
from app.domain.photo import RgbImage

CRASH, HANG, REFUSE, BUG = 1, 2, 3, 4
"""What the first pixel asks for."""


def obey_first_pixel(image: RgbImage, only: frozenset[str]) -> Findings:
    """Crash, hang, refuse or answer, as the picture asks; the answer's score tells the process and the pixels' sum."""
    wish = int(image[0, 0, 0])
    if wish == CRASH:
        os.abort()
    if wish == HANG:
        time.sleep(600)
    if wish == REFUSE:
        raise EngineUnavailableError("The model is damaged.", remedy="Install again.")
    if wish == BUG:
        raise ValueError("not foreseen")
    height, width = image.shape[:2]
    box = Box(0, 0, width, height)
    words = (str(os.getpid()), str(int(image.sum(dtype="int64"))), ",".join(sorted(only)))
    return Findings(width, height, faces=(FaceDetection(box, box, 0.5),), engines=words)
