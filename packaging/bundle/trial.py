"""Install, use, upgrade and remove the .deb on a clean system, and print how each step went.

The system is made with debootstrap in a folder; only the X server and `xdotool` are outside of it. A person of that
system, not root, uses the program. Nothing of it is left when the trial is over, but the pictures it took.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bundle import deb, making
from bundle.making import BuildError
from bundle.window_trial import WindowTrial, x_server

SUITE = "bookworm"
USER, UID = "teacher", "1000"
PASSPHRASE, PASSWORD = "a passphrase for the trial", "a password for the trial"
SCHOOL = "Hollybank Trial School"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def add_words(parser: argparse.ArgumentParser) -> None:
    """The words of `./run build trial`."""
    parser.add_argument("--package", type=Path, help="the .deb to try; made of dist/clearpost if not given")
    parser.add_argument(
        "--previous", type=Path, help="the .deb to upgrade from; the same folder as an older one if not given"
    )
    parser.add_argument(
        "--base", type=Path, default=making.ROOT / "build" / f"{SUITE}.tar", help="the clean system, kept"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 when every step went well."""
    missing = [name for name in ("debootstrap", "Xvfb", "xdotool", "dpkg-deb") if shutil.which(name) is None]
    if os.geteuid() != 0 or missing:
        raise BuildError(f"the trial needs root and {', '.join(missing) or 'nothing else'} (Debian packages)")
    bundle = arguments.out / "clearpost"
    previous = arguments.previous or deb.make(bundle, arguments.out, revision="0")
    newest = arguments.package or deb.make(bundle, arguments.out)
    with (
        tempfile.TemporaryDirectory(prefix="clearpost-trial-") as folder,
        clean_system(Path(folder), arguments.base) as root,
    ):
        steps = Steps()
        Trial(root, arguments.out / "trial", steps).story(previous, newest)
    print(f"{len(steps.done)} steps, {len(steps.failed)} failed")
    return 1 if steps.failed else 0


@dataclass
class Steps:
    """What was tried and how it went; each is printed at once."""

    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def take(self, words: str, step: Callable[[], str]) -> bool:
        """Run one step; what it returns is printed behind its words."""
        began = time.monotonic()
        self.done.append(words)
        try:
            said, mark = step(), "ok  "
        except (TrialError, OSError, subprocess.SubprocessError) as problem:
            self.failed.append(words)
            said, mark = str(problem), "FAIL"
        print(f"{mark} {words}: {said} ({time.monotonic() - began:.1f} s)", flush=True)
        return mark == "ok  "


class TrialError(Exception):
    """A step did not do what it should; the text is what was seen."""


@contextmanager
def clean_system(folder: Path, base: Path) -> Iterator[Path]:
    """A fresh Debian in the folder, with its own /proc and /dev; taken down whatever happens."""
    root = folder / "root"
    root.mkdir()
    if not base.is_file():
        base.parent.mkdir(exist_ok=True)
        print(f"making a clean {SUITE} with debootstrap", flush=True)
        _must(["debootstrap", "--variant=minbase", SUITE, str(root)])
        shutil.rmtree(root / "var/cache/apt/archives", ignore_errors=True)
        _must(["tar", "-C", str(root), "-cf", str(base), "."])
    else:
        _must(["tar", "-C", str(root), "-xf", str(base)])
    root.chmod(0o755)
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    (root / "etc/apt/sources.list").write_text(f"deb http://deb.debian.org/debian {SUITE} main\n")
    x_sockets = Path(tempfile.gettempdir()) / ".X11-unix"
    x_sockets.mkdir(mode=0o1777, exist_ok=True)
    mounted: list[Path] = []
    try:
        for place, words in (
            ("proc", ["-t", "proc", "proc"]),
            ("dev", ["-t", "tmpfs", "tmpfs"]),
            ("tmp", ["-t", "tmpfs", "tmpfs"]),
            ("tmp/.X11-unix", ["--bind", str(x_sockets)]),
        ):
            (root / place).mkdir(exist_ok=True)
            _must(["mount", *words, str(root / place)])
            mounted.append(root / place)
        for name, minor in (("null", 3), ("zero", 5), ("full", 7), ("random", 8), ("urandom", 9)):
            os.mknod(root / "dev" / name, 0o666 | stat.S_IFCHR, os.makedev(1, minor))
            (root / "dev" / name).chmod(0o666)
        for name in ("dev/shm", "tmp"):
            (root / name).mkdir(exist_ok=True)
            (root / name).chmod(0o1777)
        yield root
    finally:
        for place in reversed(mounted):
            subprocess.run(["umount", "--lazy", str(place)], check=False, capture_output=True)


class Trial:
    """The steps, one after the other, on one clean system."""

    def __init__(self, root: Path, pictures: Path, steps: Steps) -> None:
        self._root, self._pictures, self._steps = root, pictures, steps
        self._workspace = root / "home" / USER / "workspace"
        pictures.mkdir(parents=True, exist_ok=True)

    def story(self, previous: Path, newest: Path) -> None:
        """From a system that never saw the program to one that has forgotten it."""
        take = self._steps.take
        if not take("clean system", self._is_clean):
            return
        if not take(f"install {previous.name}", lambda: self._install(previous)):
            return
        take("installed files", self._installed_files)
        take("doctor", self._doctor)
        take("look at a photo", self._look_at_a_photo)
        if take("make a workspace", self._make_workspace):
            take("window, first start", lambda: self._window("1-previous", "office"))
        before = self._fingerprint()
        take(f"upgrade to {newest.name}", lambda: self._upgrade(newest))
        take("workspace after the upgrade", lambda: self._is_untouched(before))
        take("records after the upgrade", self._records)
        take("window after the upgrade", lambda: self._window("2-upgraded", ""))
        before = self._fingerprint()
        take("remove", self._remove)
        take("workspace after the removal", lambda: self._is_untouched(before))
        take("install again, open the old workspace", lambda: f"{self._install(newest)}; {self._records()}")
        before = self._fingerprint()
        take("purge", lambda: self._remove("purge"))
        take("workspace after the purge", lambda: self._is_untouched(before))

    def _is_clean(self) -> str:
        count = len(self._inside(["dpkg-query", "-W"]).splitlines())
        if shutil.which("python3", path=str(self._root / "usr/bin")):
            raise TrialError("there is a Python, so this is no clean system")
        self._inside(["useradd", "--create-home", "--uid", UID, USER])
        self._inside(["apt-get", "update", "-q"])
        return f"{count} packages, no Python"

    def _install(self, package: Path) -> str:
        shutil.copy(package, self._root / "var" / package.name)
        before = len(self._inside(["dpkg-query", "-W"]).splitlines())
        self._inside(["apt-get", "install", "-q", "-y", "--no-install-recommends", f"/var/{package.name}"])
        (self._root / "var" / package.name).unlink()
        self._inside(["apt-get", "clean"])
        more = len(self._inside(["dpkg-query", "-W"]).splitlines()) - before - 1
        version = self._inside(["dpkg-query", "-W", "-f", "${Version}", "clearpost"])
        return f"{version}, with {more} packages of the system; {self._as_user(['clearpost', '--version']).strip()}"

    def _installed_files(self) -> str:
        for place in (
            "usr/bin/clearpost",
            "usr/share/applications/org.clearpost.ClearPost.desktop",
            "usr/share/mime/packages/clearpost.xml",
            "usr/share/icons/hicolor/48x48/apps/clearpost.png",
            "usr/share/man/man1/clearpost.1.gz",
            "usr/share/doc/clearpost/copyright",
            "usr/lib/clearpost/_internal/resources/bill/bill.cdx.json",
        ):
            if not (self._root / place).exists():
                raise TrialError(f"/{place} is not there")
        return "menu entry, file type, icon, man page, licences and the list of parts are there"

    def _doctor(self) -> str:
        said = self._as_user(["clearpost", "doctor"])
        notes = [line.split(":")[0].split("  ")[-1] for line in said.splitlines() if line.startswith("note")]
        well = sum(line.startswith("ok") for line in said.splitlines())
        return f"{well} parts work; notes: {', '.join(notes) or 'none'}"

    def _look_at_a_photo(self) -> str:
        from app.imaging.drawn_pictures import class_picture

        photo = self._root / "home" / USER / "class.jpg"
        photo.write_bytes(class_picture((1, 2, 3, 4), width=1200, height=800))
        os.chown(photo, int(UID), int(UID))
        found = self._as_user(["clearpost", "detect", "class.jpg", "--only", "faces", "--json"]).count('"head"')
        if not found:
            raise TrialError("no face was found in a picture of four drawn children")
        self._as_user(["clearpost", "cover", "class.jpg", "--out", "covered"])
        if not (photo.parent / "covered" / "class.jpg").is_file():
            raise TrialError("no covered copy was written")
        return f"{found} of 4 drawn faces found, a covered copy written"

    def _make_workspace(self) -> str:
        words = ["clearpost", "init", "--workspace", "workspace", "--school", SCHOOL, "--administrator", "office"]
        self._as_user([*words, "--passphrase-stdin", "--password-stdin"], f"{PASSPHRASE}\n{PASSWORD}\n")
        return f"{sum(path.is_file() for path in self._workspace.rglob('*'))} files"

    def _window(self, name: str, user: str) -> str:
        with x_server() as display:
            window = WindowTrial(display, self._root, UID, self._pictures / f"{name}.png")
            return window.sign_in(self._workspace, (PASSPHRASE, user, PASSWORD), SCHOOL)

    def _upgrade(self, package: Path) -> str:
        before = self._inside(["dpkg-query", "-W", "-f", "${Version}", "clearpost"])
        return f"from {before} to {self._install(package)}"

    def _records(self) -> str:
        words = ["clearpost", "audit", "verify", "--workspace", "workspace", "--user", "office"]
        said = self._as_user([*words, "--passphrase-stdin", "--password-stdin"], f"{PASSPHRASE}\n{PASSWORD}\n")
        return said.strip().splitlines()[-1]

    def _remove(self, word: str = "remove") -> str:
        files = [
            line for line in self._inside(["dpkg-query", "-L", "clearpost"]).splitlines() if "clearpost" in line.lower()
        ]
        self._inside(["apt-get", word, "-q", "-y", "clearpost"])
        left = [line for line in files if (self._root / line[1:]).exists()]
        if left:
            raise TrialError(f"{len(left)} files stayed, {left[0]} among them")
        return f"{len(files)} files and folders of the package are gone"

    def _fingerprint(self) -> dict[str, str]:
        files = [path for path in (self._root / "home" / USER).rglob("*") if path.is_file()]
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def _is_untouched(self, before: dict[str, str]) -> str:
        if self._fingerprint() != before:
            raise TrialError("a file of the workspace or of the person's folder changed")
        return f"{len(before)} files of the person and the workspace, the same bytes"

    def _inside(self, words: list[str], given: str = "", *, user: str = "") -> str:
        command = ["chroot", *([f"--userspec={user}:{user}"] if user else []), str(self._root), "/usr/bin/env", "-i"]
        home = f"/home/{USER}" if user else "/root"
        command += [f"PATH={_PATH}", f"HOME={home}", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        command += ["/bin/sh", "-c", 'cd "$HOME" && exec "$@"', "sh", *words]
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-3:]
            raise TrialError(f"“{' '.join(words[:3])}” ended with {done.returncode}: {' / '.join(last)}")
        return done.stdout

    def _as_user(self, words: list[str], given: str = "") -> str:
        return self._inside(words, given, user=UID)


def _must(command: list[str]) -> None:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise BuildError(f"{command[0]} failed: {done.stderr.strip()[-300:]}")


if __name__ == "__main__":
    sys.exit("run it as ./run build trial")
