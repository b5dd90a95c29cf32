"""`./run bench import`: megabytes per second from a folder into the vault, through the real decoder process."""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from app.devices.folder_device import FolderDevice
from app.domain.photo import DeviceKind
from app.imaging.worker import DecoderProcess
from app.workflow.import_photos import import_photos
from tests.flow.importing import SECRETARY, open_school


@dataclass(frozen=True)
class ImportSpeed:
    """What one import took. `megabytes` are 1,000,000 bytes of the files as they lie on the device."""

    photos: int
    megabytes: float
    seconds: float

    @property
    def megabytes_per_second(self) -> float:
        return self.megabytes / self.seconds


def make_photos(folder: Path, count: int, *, width: int = 4032, height: int = 3024) -> None:
    """Pictures of 12 megapixels and some 3 to 5 MB, each different: soft shapes with a camera's noise."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(12)
    rough = rng.integers(0, 255, (24, 32, 3), dtype=np.uint8)
    base = np.asarray(Image.fromarray(rough).resize((width, height), Image.Resampling.BICUBIC), dtype=np.int16)
    noise = rng.normal(0, 5, (height, width, 1)).astype(np.int16)
    for number in range(count):
        pixels = np.clip(base + np.roll(noise, 97 * number, axis=1), 0, 255).astype(np.uint8)
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, "JPEG", quality=92)
        (folder / f"IMG_{number:04}.JPG").write_bytes(out.getvalue())


def measure_import(photos: Path, *, remove_originals: bool = False) -> ImportSpeed:
    """Import a folder into a fresh workspace on the same disk; the decoder's process is warm.

    Args:
        photos: left as it is; with `remove_originals` a copy is imported and removed.
        remove_originals: measure the whole way, with the second read and the removal.
    """
    with tempfile.TemporaryDirectory(prefix="clearpost-import-", dir=photos.parent) as scratch:
        source = photos
        if remove_originals:
            source = Path(shutil.copytree(photos, Path(scratch) / "phone"))
        size = sum(path.stat().st_size for path in source.rglob("*") if path.is_file())
        with DecoderProcess() as decoder:
            decoder.decode(_tiny_photo())
            workspace = open_school(Path(scratch) / "school", decoder=decoder)
            started = time.perf_counter()
            outcomes = list(
                import_photos(
                    workspace,
                    SECRETARY,
                    FolderDevice(source),
                    event="Sports day",
                    device_kind=DeviceKind.PERSONAL,
                    remove_originals=remove_originals,
                )
            )
            seconds = time.perf_counter() - started
            workspace.close()
    refused = [str(o.problem) for o in outcomes if o.photo_id is None]
    if refused:
        raise RuntimeError(refused[0])
    return ImportSpeed(len(outcomes), size / 1e6, seconds)


def _tiny_photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    return out.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line with and one without removal."""
    parser = argparse.ArgumentParser(prog="./run bench import", description=__doc__)
    parser.add_argument("--photos", type=int, default=30, help="how many photos of 12 megapixels to make")
    parser.add_argument("--folder", type=Path, help="a folder of photos of your own instead")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="clearpost-photos-") as made:
        folder = chosen.folder or Path(made) / "card"
        if chosen.folder is None:
            make_photos(folder, chosen.photos)
        print(f"{'import':<34}{'photos':>7}{'MB':>8}{'seconds':>9}{'MB/s':>8}")
        for words, remove in (("copied, read back", False), ("copied, read back, removed", True)):
            speed = measure_import(folder, remove_originals=remove)
            print(
                f"{words:<34}{speed.photos:>7}{speed.megabytes:>8.0f}{speed.seconds:>9.1f}"
                f"{speed.megabytes_per_second:>8.1f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
