"""Which files belong together, going by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.photo import PhotoKind
from app.domain.ports import SourceObject
from app.intake.groups import grouped, kind_of


def listed(*names: str) -> list[SourceObject]:
    return [SourceObject(name, name.rpartition("/")[2], 1, folder=name.rpartition("/")[0]) for name in names]


def told(*names: str) -> list[list[tuple[str, str]]]:
    return [[(m.found.object_id, m.kind.value) for m in group.members] for group in grouped(listed(*names))]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("IMG_1.HEIC", "IMG_1.MOV"), [[("IMG_1.HEIC", "PICTURE"), ("IMG_1.MOV", "LIVE")]]),
        (("img_1.mov", "IMG_1.jpg"), [[("IMG_1.jpg", "PICTURE"), ("img_1.mov", "LIVE")]]),
        (("A.CR2", "A.JPG", "A.xmp"), [[("A.JPG", "PICTURE"), ("A.CR2", "RAW"), ("A.xmp", "SIDECAR")]]),
        (("A.NEF", "A.NEF.xmp"), [[("A.NEF", "RAW"), ("A.NEF.xmp", "SIDECAR")]]),
        (("IMG_0007.HEIC", "IMG_O0007.AAE"), [[("IMG_0007.HEIC", "PICTURE"), ("IMG_O0007.AAE", "SIDECAR")]]),
        (("M.MP4", "M.THM"), [[("M.MP4", "FILM"), ("M.THM", "SIDECAR")]]),
        (("A.HEIC", "A.JPG"), [[("A.HEIC", "PICTURE")], [("A.JPG", "PICTURE")]]),
        (("1/A.JPG", "2/A.MOV"), [[("1/A.JPG", "PICTURE")], [("2/A.MOV", "FILM")]]),
        (("lost.aae",), [[("lost.aae", "SIDECAR")]]),
    ],
)
def test_files_of_one_name_in_one_folder_belong_together(names, expected):
    assert told(*names) == expected


NAMES = st.builds(
    lambda folder, stem, ending: f"{folder}/{stem}{ending}",
    st.sampled_from(["DCIM", "DCIM/100"]),
    st.sampled_from(["IMG_1", "img_1", "IMG_O0001", "IMG_0001", "b.c"]),
    st.sampled_from([".JPG", ".heic", ".MOV", ".cr2", ".aae", ".xmp", ".CR2.xmp", "", ".thm", ".txt"]),
)


@given(st.lists(NAMES, unique=True, max_size=12))
def test_every_file_is_in_exactly_one_group_and_no_companion_leads(names):
    groups = grouped(listed(*names))
    members = [m for g in groups for m in g.members]
    assert sorted(m.found.object_id for m in members) == sorted(names)
    assert all(m.kind is not PhotoKind.PICTURE for g in groups for m in g.companions)
    assert all(g.main.kind is not PhotoKind.LIVE for g in groups)
    assert all(kind_of(m.found.name) is m.kind or m.kind is PhotoKind.LIVE for m in members)
