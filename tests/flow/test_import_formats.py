"""Every kind of file people bring, through the real decoder process."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.devices.folder_device import FolderDevice
from app.domain.photo import DeviceKind
from app.imaging.worker import DecoderProcess
from app.workflow.import_photos import import_photos
from tests.flow.importing import SECRETARY, inconsistencies, open_school, originals_missing, rows

ROOT = Path(__file__).resolve().parents[2]
LIGHT = "import sys, app.workflow.import_photos, app.devices.folder_device; print(*sorted(sys.modules))"


@pytest.fixture(scope="module")
def decoder():
    with DecoderProcess() as decoder:
        yield decoder


def test_every_file_is_taken_whole_or_refused_with_a_reason_and_stays(tmp_path, shared_data, decoder):
    phone = Path(shutil.copytree(shared_data / "formats" / "files", tmp_path / "phone"))
    files = {path.name: path.read_bytes() for path in phone.iterdir()}
    school = open_school(tmp_path / "school", decoder=decoder)
    try:
        outcomes = list(
            import_photos(
                school,
                SECRETARY,
                FolderDevice(phone),
                event="Formats",
                device_kind=DeviceKind.PERSONAL,
                remove_originals=True,
            )
        )
        assert {o.name for o in outcomes} == set(files)
        refused = {o.name for o in outcomes if o.photo_id is None}
        assert {path.name for path in phone.iterdir()} == refused
        assert all(o.problem is not None and o.problem.code and o.problem.remedy for o in outcomes if o.name in refused)
        assert list(originals_missing(school, phone, files)) == []
        assert list(inconsistencies(school)) == []
        assert len(rows(school)) == len(files) - len(refused)
    finally:
        school.close()
    said = json.loads((shared_data / "formats" / "expected.json").read_text(encoding="utf-8"))
    broken = {name for name, entry in said.items() if str(entry["load"]).startswith("open:")}
    assert broken <= refused
    assert {"not_an_image.jpg", "bomb.ico", "empty.heic"} <= refused
    taken = set(files) - refused
    assert {"arrow.heic", "doc_dudley.tiff", "xmp.webp", "xmp_orientation.png", "orient_portrait_6.jpg"} <= taken


def test_importing_loads_no_decoder_no_engine_and_no_window_into_the_program_itself():
    answer = subprocess.run([sys.executable, "-c", LIGHT], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in answer.stdout.split()}
    assert loaded & {"PIL", "pi_heif", "cv2", "openvino", "dlib", "PySide6", "rapidocr"} == set()
    assert "sqlalchemy" in loaded
