"""A package for Debian and Ubuntu out of the built folder: menu entry, icon, man page, what it needs of the system."""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bundle import icons, making
from bundle.making import ROOT, BuildError

LINUX = ROOT / "packaging" / "linux"
HOME = "usr/lib/clearpost"
ICON_SIZES = (16, 32, 48, 64, 128, 256)
# Not named by any file of the bundle: what Qt loads by name, letters for the screen, certificates of the server.
ALSO = ("libgl1", "libegl1", "fonts-dejavu-core | fonts-noto-core", "ca-certificates")
# Only one plugin needs it: printing. The package is recommended instead.
OPTIONAL = {"libcups.so.2"}
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_ABOUT = """\
Publish school photos safely
 ClearPost copies photos from a phone or card into an encrypted vault, finds
 every face and readable name, asks the consent register what each platform
 may show, covers everything else, and has the Headteacher approve exactly
 those pictures and words.
 .
 Everything happens on this computer. Python and the networks are inside.
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """The words of `./run build deb`."""
    parser.add_argument("--revision", default="", help="after the version; the number of commits if not given")


def run(arguments: argparse.Namespace) -> int:
    """Make the package of `dist/clearpost`, which is built if it is not there."""
    bundle = arguments.out / "clearpost"
    if not bundle.is_dir():
        making.build(arguments.out, commit=making.commit_named())
    made = make(bundle, arguments.out, revision=arguments.revision)
    print(f"made {made}, {made.stat().st_size / 1e6:.1f} MB")
    return 0


def make(bundle: Path, out: Path, *, revision: str = "") -> Path:
    """Write `clearpost_VERSION_ARCH.deb`; the same folder gives the same bytes.

    Raises:
        BuildError: this is not Linux with dpkg, or a library of the bundle is of nobody.
    """
    if sys.platform != "linux" or shutil.which("dpkg-deb") is None:
        raise BuildError("a .deb is made on Debian or Ubuntu (dpkg-deb is not here)")
    facts = making.facts_of(bundle)
    version = deb_version(str(facts["version"]), revision or making.commits_before(str(facts["commit"])))
    root = ROOT / "build" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / HOME, symlinks=True)
    _menu_entry(root)
    _man_page(root, version, int(facts["time"]))
    _documents(root, bundle, int(facts["time"]))
    (root / "usr/bin").mkdir()
    (root / "usr/bin/clearpost").symlink_to("../lib/clearpost/clearpost")
    _control(root, version)
    _same_everywhere(root, int(facts["time"]))
    architecture = _said("dpkg", "--print-architecture")
    made = out / f"clearpost_{version}_{architecture}.deb"
    settings = {**os.environ, "SOURCE_DATE_EPOCH": str(facts["time"])}
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(root), str(made)]
    done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"dpkg-deb failed: {done.stderr.strip()}")
    shutil.rmtree(root)
    return made


def deb_version(version: str, revision: str) -> str:
    """``0.1.0`` and ``512`` make ``0.1.0+r512``, so that each commit is newer than the one before."""
    return f"{version}+r{revision}" if revision else version


def needed_libraries(bundle: Path) -> set[str]:
    """The shared libraries that files of the bundle name and that are not in it."""
    inside, wanted = set(), set()
    for path in bundle.rglob("*"):
        if re.search(r"\.so(\.|$)", path.name) or path.name == "clearpost":
            inside.add(path.name)
            if path.is_file() and not path.is_symlink():
                wanted |= set(_NEEDED.findall(_said("objdump", "-p", str(path))))
    return {name for name in wanted - inside - OPTIONAL if not name.startswith("ld-linux")}


def packages_with(libraries: set[str]) -> list[str]:
    """The Debian packages that hold these libraries.

    Raises:
        BuildError: one is on this PC and of no package.
    """
    places = dict(re.findall(r"^\s+(\S+) .* => (\S+)$", _said("ldconfig", "-p"), re.MULTILINE))
    found = set()
    for library in sorted(libraries):
        place = places.get(library)
        if place is None:
            raise BuildError(f"{library} is needed and not on this PC")
        for candidate in dict.fromkeys((os.path.realpath(place), place, place.removeprefix("/usr"))):
            if owner := _said("dpkg-query", "-S", candidate):
                found.add(owner.split(":")[0])
                break
        else:
            raise BuildError(f"{place} is needed and belongs to no package of this PC")
    return sorted(found)


def _menu_entry(root: Path) -> None:
    for name, folder in (
        ("org.clearpost.ClearPost.desktop", "usr/share/applications"),
        ("clearpost.xml", "usr/share/mime/packages"),
        ("org.clearpost.ClearPost.metainfo.xml", "usr/share/metainfo"),
    ):
        (root / folder).mkdir(parents=True)
        shutil.copy(LINUX / name, root / folder / name)
    theme = root / "usr/share/icons/hicolor"
    (theme / "scalable/apps").mkdir(parents=True)
    shutil.copy(icons.DRAWING, theme / "scalable/apps/clearpost.svg")
    for size in ICON_SIZES:
        folder = theme / f"{size}x{size}/apps"
        folder.mkdir(parents=True)
        (folder / "clearpost.png").write_bytes(icons.png(size))


def _man_page(root: Path, version: str, made: int) -> None:
    from app.cli.main import build_parser

    words = [line for action in build_parser()._subparsers._group_actions for line in action._choices_actions]
    commands = "\n".join(f".TP\n.B {_escaped(line.dest)}\n{_escaped(line.help or '')}" for line in words)
    day = datetime.fromtimestamp(made, UTC).strftime("%Y-%m-%d")
    page = (LINUX / "clearpost.1.in").read_text("utf-8")
    for mark, text in (("@DATE@", day), ("@VERSION@", _escaped(version)), ("@COMMANDS@", commands)):
        page = page.replace(mark, text)
    _write_zipped(root / "usr/share/man/man1/clearpost.1.gz", page)


def _documents(root: Path, bundle: Path, made: int) -> None:
    folder = root / "usr/share/doc/clearpost"
    _write_zipped(folder / "changelog.gz", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    own = (ROOT / "LICENSE").read_text("utf-8").strip()
    inside = sorted((bundle / "_internal/resources/bill").glob("*.txt"))
    first_lines = [path.read_text("utf-8").splitlines()[:2] for path in inside]
    parts = "\n".join(f" {name} ({licence.removeprefix('Licence: ')})" for name, licence in first_lines)
    where = f"/{HOME}/_internal/resources/bill"
    text = f"ClearPost\n\n{own}\n\nParts of others inside, with the wording of their licences in {where}:\n{parts}\n"
    (folder / "copyright").write_text(text, "utf-8")


def _control(root: Path, version: str) -> None:
    needed = [*packages_with(needed_libraries(root / HOME)), *ALSO]
    size = sum(p.stat().st_size for p in root.rglob("*") if p.is_file() and not p.is_symlink()) // 1024
    lines = [
        "Package: clearpost",
        f"Version: {version}",
        f"Architecture: {_said('dpkg', '--print-architecture')}",
        "Maintainer: ClearPost <clearpost@clearpost.invalid>",
        f"Installed-Size: {size}",
        f"Depends: {', '.join(dict.fromkeys(needed))}",
        "Recommends: gnome-keyring | kwalletmanager, libcups2, xdg-desktop-portal",
        "Suggests: postgresql-client",
        "Section: graphics",
        "Priority: optional",
        f"Description: {_ABOUT}",
    ]
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text("\n".join(lines), "utf-8")


def _same_everywhere(root: Path, made: int) -> None:
    """Rights and times that do not depend on who builds, and when."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or path == root / HOME / "clearpost"
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (made, made), follow_symlinks=False)


def _write_zipped(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("-", "\\-").replace("\n", " ")


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""
