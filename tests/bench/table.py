"""`./run bench`: all measurements in one run, one table after the other."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tests.bench import faces, importing, startup


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 0 when every measurement could be made."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--photos", type=int, default=200, help="for the faces and the peak of memory")
    chosen = parser.parse_args(argv)
    codes = [startup.main([]), importing.main([]), faces.main(["--photos", str(chosen.photos)])]
    return max(codes)
