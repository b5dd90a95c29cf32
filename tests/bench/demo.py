"""``./run demo``: the whole story on portraits that come inside the development packages, or on your own photos."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from app.cli import run


def main(argv: Sequence[str] | None = None) -> int:
    """Write the phone, tell the story; the exit code is the story's."""
    parser = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    parser.add_argument("--photos", type=Path, help="a folder of your own photos; it is only read")
    parser.add_argument("--out", type=Path, help="where the packs go")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(argv)
    words = [*(["--out", str(chosen.out)] if chosen.out else []), *(["--json"] if chosen.json else [])]
    if chosen.photos:
        return run(["demo", "--photos", str(chosen.photos), *words])
    from tests.bench.portraits import write_phone

    with tempfile.TemporaryDirectory(prefix="clearpost-portraits-") as folder:
        write_phone(Path(folder))
        return run(["demo", "--photos", folder, *words])


if __name__ == "__main__":
    raise SystemExit(main())
