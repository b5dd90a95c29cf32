"""How many faces are found, and how many boxes are no face, on every set of photos with truth.

`python -m tests.bench.accuracy [FOLDER ...]`: each folder holds `images`, `faces.json` and `ignore.json`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from app.analysis.engines.centerface import CenterFaceDetector
from tests.bench.truth import MATCH_IOU, Score, load_set, score_set

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SETS = ("faces_groups", "faces_masks")


def table(scores: dict[str, Score]) -> str:
    """The scores of all sets, one line each."""
    lines = [
        f"{'set':<16}{'photos':>7}{'faces':>7}{f'recall IoU {MATCH_IOU}':>16}{'IoU 0.5':>9}"
        f"{'centre in box':>15}{'false/photo':>13}"
    ]
    lines += [
        f"{name:<16}{s.photos:>7}{s.faces:>7}{s.recall:>16.3f}{s.found_at_half / max(1, s.faces):>9.3f}"
        f"{s.centre_inside / max(1, s.faces):>15.3f}{s.false_per_photo:>13.2f}"
        for name, s in scores.items()
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 1 when there is no set to measure on."""
    parser = argparse.ArgumentParser(prog="accuracy", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    folders = parser.parse_args(argv).folders or [DATA / name for name in SETS if (DATA / name).is_dir()]
    if not folders:
        print(f"There are no photos with truth in {DATA}; name a folder.")
        return 1
    detector = CenterFaceDetector()
    scores = {f.name: score_set(load_set(f), lambda image: [d.box for d in detector.detect(image)[0]]) for f in folders}
    print(detector.engine)
    print(table(scores))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
