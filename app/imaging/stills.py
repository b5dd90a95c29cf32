"""One picture out of a film, decoded from memory; runs in the decoder's process alone."""

from __future__ import annotations

import io

from app.domain.errors import PhotoUnreadableError

_QUALITY = 95
_LAST_STEP_S = 0.2


def still_of(film: bytes, at_s: float) -> bytes:
    """The picture `at_s` seconds into the film as a JPEG without metadata; past its end, the last one.

    Raises:
        PhotoUnreadableError: the film cannot be played.
    """
    import cv2

    source = io.BytesIO(film)  # the player does not hold on to what it reads from, so this name must outlive it
    player = cv2.VideoCapture(source, cv2.CAP_FFMPEG, [])  # type: ignore[call-overload]
    try:
        if not player.isOpened():
            raise _unplayable()
        rate, frames = player.get(cv2.CAP_PROP_FPS), player.get(cv2.CAP_PROP_FRAME_COUNT)
        length_s = frames / rate if rate > 0 and frames > 0 else at_s + _LAST_STEP_S
        player.set(cv2.CAP_PROP_POS_MSEC, 1000 * max(0.0, min(at_s, length_s - _LAST_STEP_S)))
        is_there, frame = player.read()
    except cv2.error as error:
        raise _unplayable() from error
    finally:
        player.release()
        source.close()
    if not is_there:
        raise _unplayable()
    is_written, jpeg = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not is_written:
        raise _unplayable()
    return bytes(jpeg.tobytes())


def _unplayable() -> PhotoUnreadableError:
    return PhotoUnreadableError(
        "No picture can be taken out of this film.",
        remedy="Play it on the phone; if it is whole there, take the picture there and import that.",
        code="unplayable",
    )
