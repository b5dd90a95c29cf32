"""A taught mark as it is kept: arrays and a few numbers in one block of bytes, read back without running any code."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.analysis.marks.confirming import View
from app.analysis.marks.learning import Filters, Judge
from app.analysis.marks.windows import Window
from app.domain.errors import EngineUnavailableError

FORMAT = 2
"""2: filters of 8 cells that answer at every other one, and pictures to lay over."""
_ALL_OF_JUDGE = ("mean", "scale", "first", "first_bias", "second", "second_bias")


@dataclass(frozen=True, slots=True)
class TaughtMark:
    """What the finder knows of one mark.

    Attributes:
        coarse, fine: the windows of the search and of the closer look.
        filters: of the search; answers below `lowest_answer` are not looked at.
        judges: of the closer look.
        views: what is laid over a place in the last look.
        lowest_odds: from here on the log odds of both are the mark.
        recall: measured on renderings that were not learned from: size in pixels to the share found.
        false_share: false boxes per background picture in that measurement.
        measured: how many renderings of each size were looked at.
    """

    coarse: Window
    fine: Window
    filters: Filters
    lowest_answer: float
    judges: tuple[Judge, ...]
    views: tuple[View, ...]
    lowest_odds: float
    recall: Mapping[int, float] = field(default_factory=dict)
    false_share: float = 0.0
    measured: int = 0

    def to_bytes(self) -> bytes:
        """For the vault; the same mark gives the same bytes."""
        arrays: dict[str, NDArray[Any]] = {"weights": self.filters.weights, "offsets": self.filters.offsets}
        for number, judge in enumerate(self.judges):
            arrays |= {f"{name}{number}": getattr(judge, name) for name in _ALL_OF_JUDGE}
        for number, view in enumerate(self.views):
            arrays |= {f"pixels{number}": view.pixels, f"cover{number}": view.cover}
        facts = {
            "format": FORMAT,
            "coarse": [self.coarse.rows, self.coarse.columns],
            "fine": [self.fine.rows, self.fine.columns],
            "lowest_answer": self.lowest_answer,
            "lowest_odds": self.lowest_odds,
            "judges": len(self.judges),
            "views": len(self.views),
            "recall": {str(size): share for size, share in self.recall.items()},
            "false_share": self.false_share,
            "measured": self.measured,
        }
        arrays["facts"] = np.frombuffer(json.dumps(facts, sort_keys=True).encode(), np.uint8)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(arrays):
                entry = io.BytesIO()
                kept = arrays[name] if arrays[name].dtype == np.uint8 else arrays[name].astype(np.float16)
                np.lib.format.write_array(entry, kept, allow_pickle=False)
                archive.writestr(zipfile.ZipInfo(f"{name}.npy"), entry.getvalue())
        return buffer.getvalue()


def digest(data: bytes) -> str:
    """The first letters of its SHA-256, for the name of the engine."""
    return hashlib.sha256(data).hexdigest()[:8]


def read_mark(data: bytes) -> TaughtMark:
    """The mark in these bytes.

    Raises:
        EngineUnavailableError: they are damaged, or from a newer version.
    """
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            facts = json.loads(bytes(archive["facts"]))
            if facts["format"] != FORMAT:
                raise _unusable()
            arrays = {name: _as_used(archive[name]) for name in archive.files if name != "facts"}
        mark = TaughtMark(
            coarse=Window(*facts["coarse"]),
            fine=Window(*facts["fine"]),
            filters=Filters(arrays["weights"], arrays["offsets"]),
            lowest_answer=float(facts["lowest_answer"]),
            judges=tuple(Judge(*(arrays[f"{k}{n}"] for k in _ALL_OF_JUDGE)) for n in range(facts["judges"])),
            views=tuple(View(arrays[f"pixels{n}"], arrays[f"cover{n}"]) for n in range(facts["views"])),
            lowest_odds=float(facts["lowest_odds"]),
            recall={int(size): float(share) for size, share in facts["recall"].items()},
            false_share=float(facts["false_share"]),
            measured=int(facts["measured"]),
        )
    except (KeyError, TypeError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise _unusable() from error
    if not _fits(mark):
        raise _unusable()
    return mark


def _fits(mark: TaughtMark) -> bool:
    coarse, fine = mark.coarse.numbers, mark.fine.numbers
    shapes = [mark.filters.weights.shape[1:] == (coarse,), mark.filters.offsets.shape == mark.filters.weights.shape[:1]]
    for judge in mark.judges:
        hidden = judge.second.shape[0]
        shapes += [judge.first.shape == (fine, hidden), judge.mean.shape == (fine,), judge.scale.shape == (fine,)]
        shapes += [judge.first_bias.shape == (hidden,), judge.second_bias.shape == (1,)]
    for view in mark.views:
        shapes += [view.pixels.dtype == np.uint8, view.pixels.shape == (*view.cover.shape, 3), view.cover.ndim == 2]
    return all(shapes) and bool(mark.judges)


def _as_used(kept: NDArray[Any]) -> NDArray[Any]:
    return kept if kept.dtype == np.uint8 else np.asarray(kept, np.float32)


def _unusable() -> EngineUnavailableError:
    return EngineUnavailableError(
        "What was learned of a school mark cannot be read.", remedy="Teach the mark again, or remove it.", code="mark"
    )


def as_kept(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The values as they will be read back, so that what is measured is what is used."""
    return np.asarray(values.astype(np.float16), np.float32)
