"""A photographed certificate goes the whole way with the real engines: imported, read, judged, decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.analysis.worker import EngineProcess
from app.devices.folder_device import FolderDevice
from app.domain.detection import TextKind
from app.domain.geometry import Box
from app.domain.people import Role
from app.domain.photo import DeviceKind, PhotoId
from app.domain.treatment import Treatment
from app.imaging.encoding import encode_jpeg
from app.workflow.analyse_photos import analyse_photos
from app.workflow.decide import decide_photo
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Tools
from consent_db import regions
from tests.bench.certificate_photos import CertificatePhoto, fonts_here, photographed, roll_of
from tests.flow.importing import PlainDecoder
from tests.schools import WEBSITE, School

PLAIN = {name: path for name, path in fonts_here().items() if name in ("print", "print bold", "serif italic")}


@pytest.mark.policy("002-20")
def test_the_name_on_a_certificate_is_covered_for_a_pupil_nobody_knows(school: School, tmp_path: Path) -> None:
    """Three certificates as a phone takes them: straight, slanted, shaken; nobody of this register is on them."""
    certificates = [photographed(number, roll_of(), [], PLAIN) for number in (0, 7, 12)]
    folder = tmp_path / "phone"
    folder.mkdir()
    for number, certificate in enumerate(certificates):
        (folder / f"{number}.jpg").write_bytes(encode_jpeg(certificate.pixels, max_bytes=5_000_000))
    with EngineProcess() as engines:
        workspace = replace(school.workspace, tools=Tools(decoder=PlainDecoder(), engines=engines))
        office = school.actor(Role.CONTRIBUTOR)
        imported = import_photos(
            workspace, office, FolderDevice(folder), event="Assembly", device_kind=DeviceKind.SCHOOL,
            remove_originals=False,
        )  # fmt: skip
        ids = [PhotoId(str(outcome.photo_id)) for outcome in imported]
        outcomes = list(analyse_photos(workspace, office, ids))
    assert [outcome.problem for outcome in outcomes] == [None] * len(certificates)
    for photo_id, certificate in zip(ids, certificates, strict=True):
        with workspace.database.read() as connection:
            found = regions.of_photo(connection, photo_id)
        assert {region.text_kind for region in found} & {TextKind.NAME, TextKind.CERTIFICATE}
        decision = decide_photo(workspace, photo_id, WEBSITE)
        covers = [r.cover_box for r in decision.regions if r.treatment is Treatment.COVER]
        assert _hidden(certificate, covers) > 0.97


def _hidden(certificate: CertificatePhoto, covers: list[Box]) -> float:
    """The share of the name's ink that lies under covers."""
    under = np.zeros(certificate.ink.shape, bool)
    for box in covers:
        under[box.top : box.bottom, box.left : box.right] = True
    return float(under[certificate.ink].mean())
