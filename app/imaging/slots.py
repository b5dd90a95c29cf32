"""Nameless shared memory that carries decoded pixels home on Linux; elsewhere they travel as ordinary messages.

A 12-megapixel picture sent as a message costs as much again as decoding it (102 ms alone, 210 ms or more with the
message, 127 ms through a slot). The memory has no name and no file, so nothing is left behind however either process
ends.
"""

from __future__ import annotations

import math
import mmap
import os
import threading
from dataclasses import dataclass
from multiprocessing import reduction

import numpy as np

from app.domain.photo import RgbImage


@dataclass(frozen=True, slots=True)
class Parcel:
    """A picture on its way between two processes: in a slot, or without a free one as it is."""

    shape: tuple[int, ...]
    slot: int | None
    pixels: RgbImage | None = None


class PixelSlots:
    """A few areas of memory both processes see; each holds one picture at a time.

    Survives pickling only while a process is being started with it, as file descriptors are handed over then.
    """

    def __init__(self, descriptors: tuple[int, ...]) -> None:
        self._descriptors = descriptors
        self._free = list(range(len(descriptors)))
        self._lock = threading.Lock()

    @classmethod
    def create(cls, count: int) -> PixelSlots:
        """`count` empty slots, or none where the system has no nameless memory."""
        if not hasattr(os, "memfd_create"):
            return cls(())
        return cls(tuple(os.memfd_create("pixels") for _ in range(count)))

    def take(self) -> int | None:
        """The number of a free slot, or None: then the picture travels as a message."""
        with self._lock:
            return self._free.pop() if self._free else None

    def give_back(self, slot: int | None) -> None:
        """Empty the slot, so that its memory returns to the system, and let the next picture have it."""
        if slot is None:
            return
        with self._lock:
            if self._descriptors:
                os.ftruncate(self._descriptors[slot], 0)
                self._free.append(slot)

    def pack(self, slot: int | None, pixels: RgbImage) -> Parcel:
        """The picture ready for the way, in the slot if there is one."""
        if slot is None or not self._descriptors:
            return Parcel(pixels.shape, None, pixels)
        self.write(slot, pixels)
        return Parcel(pixels.shape, slot)

    def unpack(self, parcel: Parcel) -> RgbImage:
        """The picture that was packed.

        Raises:
            OSError: the slot was emptied meanwhile.
            IndexError: the slots were closed meanwhile.
        """
        if parcel.pixels is not None:
            return parcel.pixels
        if parcel.slot is None:
            raise IndexError("a picture came without pixels")
        return self.read(parcel.slot, parcel.shape)

    def look_into(self, parcel: Parcel) -> RgbImage:
        """The picture that was packed, without a copy where it lies in a slot; good until the slot is emptied or laid.

        Whoever writes on it writes on pages of their own.

        Raises:
            OSError: the slot was emptied meanwhile.
            IndexError: the slots were closed meanwhile.
        """
        if parcel.slot is None:
            return self.unpack(parcel)
        size = math.prod(parcel.shape)
        if not size or os.fstat(self._descriptors[parcel.slot]).st_size < size:
            return self.unpack(parcel)
        pages = mmap.mmap(self._descriptors[parcel.slot], size, access=mmap.ACCESS_COPY)
        return np.frombuffer(pages, np.uint8).reshape(parcel.shape)

    def write(self, slot: int, pixels: RgbImage) -> None:
        view = np.ascontiguousarray(pixels).data.cast("B")
        at = 0
        while at < len(view):
            at += os.pwrite(self._descriptors[slot], view[at:], at)

    def read(self, slot: int, shape: tuple[int, ...]) -> RgbImage:
        """A copy of the picture in the slot.

        Raises:
            OSError: there are fewer bytes than `shape` needs.
        """
        pixels: RgbImage = np.empty(shape, dtype=np.uint8)
        view = pixels.data.cast("B")
        at = 0
        while at < len(view):
            got = os.preadv(self._descriptors[slot], [view[at:]], at)
            if not got:
                raise OSError("the slot holds less than a picture")
            at += got
        return pixels

    def close(self) -> None:
        """Give the memory back; safe to call twice."""
        with self._lock:
            descriptors, self._descriptors, self._free = self._descriptors, (), []
        for descriptor in descriptors:
            os.close(descriptor)

    def __reduce__(self) -> tuple[object, ...]:
        # DupFd hands a descriptor to the process that is being spawned; typeshed leaves it out.
        return _received, tuple(reduction.DupFd(d) for d in self._descriptors)


def _received(*handles: object) -> PixelSlots:
    return PixelSlots(tuple(handle.detach() for handle in handles))  # type: ignore[attr-defined]
