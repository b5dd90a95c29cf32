"""The private environment in `.venv`: whether it is ready, and making it so.

A stamp inside it names what it was made from. It is removed before the first change and written after the last one,
so a set-up that was killed is seen and done again by the next run. Standard library only.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

RECIPE = "1"  # raised when this file makes the environment in a different way
STAMP = "clearpost.json"

# A machine's own way to its packages is respected; settings that would install elsewhere, or other things, are not.
PIP_SETTINGS = {
    "PIP_CERT", "PIP_CLIENT_CERT", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_NO_INDEX",
    "PIP_PROXY", "PIP_TRUSTED_HOST", "PIP_DEFAULT_TIMEOUT", "PIP_TIMEOUT", "PIP_RETRIES", "PIP_CONFIG_FILE",
    "PIP_CACHE_DIR", "PIP_NO_CACHE_DIR", "PIP_KEYRING_PROVIDER",
}  # fmt: skip
UV_SETTINGS = {
    "UV_INDEX", "UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX", "UV_OFFLINE",
    "UV_CACHE_DIR", "UV_HTTP_TIMEOUT", "UV_INSECURE_HOST", "UV_LINK_MODE", "UV_KEYRING_PROVIDER", "UV_CONFIG_FILE",
    "UV_CONCURRENT_DOWNLOADS", "UV_CONCURRENT_BUILDS", "UV_CONCURRENT_INSTALLS",
}  # fmt: skip


class SetupError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def python_of(root: Path) -> Path:
    """The interpreter of the private environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def without_foreign_python(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables without those by which another Python environment would leak into ours."""
    foreign = {"PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV", "CONDA_PREFIX", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in variables.items() if name not in foreign}


def is_ready(root: Path) -> bool:
    """Whether the environment was made whole, from this lock file, by this Python, in this place."""
    try:
        found = json.loads((root / ".venv" / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(found == _recipe(root)) and os.access(python_of(root), os.X_OK)


def prepare(root: Path) -> None:
    """Make the environment, or bring it in step with the lock file.

    Raises:
        SetupError: with the reason and the remedy, where pip, the network or the disk refuse.
    """
    store = root / ".uv"
    try:
        store.mkdir(exist_ok=True)
        with _only_one(store / "lock") as lock:
            if not is_ready(root):
                _make(root, _fetch_uv(root, store, lock), lock)
    except OSError as error:
        raise SetupError(
            f"{error}. The folder {root} must be writable for the first run; it needs 2 GB of free space."
        ) from error


def provide_tools(root: Path, pinned: Path) -> Path:
    """A folder with the packages of a pinned list, fetched when it is not there yet; it appears whole or not at all.

    They are apart from `.venv`: nothing that they bring can be needed by the program or its tests.

    Raises:
        SetupError: with the reason and the remedy.
    """
    store = root / ".uv"
    version = ".".join(map(str, sys.version_info[:2]))
    home = store / hashlib.sha256(pinned.read_bytes() + version.encode()).hexdigest()[:16]
    with _only_one(store / "lock") as lock:
        if home.is_dir():
            return home
        uv, half_made = _fetch_uv(root, store, lock), store / "half-made"
        shutil.rmtree(half_made, ignore_errors=True)
        fetch = [str(uv), "pip", "install", "--quiet", "--system-certs", "--require-hashes", "--no-deps"]
        fetch += ["--only-binary", ":all:", "--python", sys.executable, "--target", str(half_made), "-r", str(pinned)]
        _call(fetch, _uv_settings(root), lock, f"the packages of {pinned.name} could not be fetched")
        half_made.rename(home)
    return home


def _recipe(root: Path) -> dict[str, str]:
    """What the environment depends on, as the stamp records it."""
    digest = hashlib.sha256()
    for name in ("requirements.lock", "packaging/uv.requirements"):
        digest.update((root / name).read_bytes())
    return {
        "recipe": RECIPE,
        "packages": digest.hexdigest(),
        "python": ".".join(map(str, sys.version_info[:3])),
        "base": sys.base_prefix,
        "root": str(root),
    }


@contextlib.contextmanager
def _only_one(path: Path) -> Iterator[int | None]:
    """Hold the set-up lock; a second run waits. Yields the lock's descriptor, which children inherit.

    A child that outlives us keeps the lock, so that a new run never works beside an orphan of a killed one.
    """
    if os.name == "nt":
        import msvcrt

        with path.open("a+b") as handle:
            while True:
                with contextlib.suppress(OSError):  # each try waits 10 s, then fails
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
                    break
            yield None
        return
    import fcntl

    with path.open("a+b") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("another run is setting ClearPost up; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle.fileno()


def _fetch_uv(root: Path, store: Path, lock: int | None) -> Path:
    """The pinned uv, fetched with pip when it is not there yet; it appears whole or not at all."""
    pinned = root / "packaging" / "uv.requirements"
    home = store / hashlib.sha256(pinned.read_bytes()).hexdigest()[:16]
    program = home / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if program.is_file():
        return program
    _say("first run: setting up, this takes a minute or two")
    half_made = store / "half-made"
    shutil.rmtree(half_made, ignore_errors=True)
    pip = [sys.executable, "-m", "pip"]
    settings = _settings("PIP_", PIP_SETTINGS)
    if subprocess.run([*pip, "--version"], env=settings, capture_output=True, check=False).returncode:
        raise SetupError("this Python has no pip. On Debian or Ubuntu: apt-get install python3-pip")
    # What pip's own configuration may demand (per user, only inside an environment) does not fit a target folder.
    settings |= {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    flags = ["--quiet", "--disable-pip-version-check", "--no-input", "--only-binary=:all:", "--no-deps"]
    _call(
        [*pip, "install", *flags, "--require-hashes", "--target", str(half_made), "-r", str(pinned)],
        settings,
        lock,
        "pip could not fetch uv, the tool that installs the rest",
    )
    shutil.rmtree(home, ignore_errors=True)
    half_made.rename(home)
    return program


def _make(root: Path, uv: Path, lock: int | None) -> None:
    """Install exactly what the lock file names, and stamp the result."""
    folder = root / ".venv"
    stamp = folder / STAMP
    settings = _uv_settings(root)
    if not _can_be_updated(stamp, root):
        stamp.unlink(missing_ok=True)
        made = [str(uv), "venv", "--quiet", "--clear", "--no-python-downloads", "--python", sys.executable, str(folder)]
        _call(made, settings, lock, "the private environment could not be made")
    stamp.unlink(missing_ok=True)
    _say("installing the packages of requirements.lock")
    sync = [str(uv), "pip", "sync", "--quiet", "--system-certs", "--require-hashes", "--no-python-downloads"]
    _call(
        [*sync, "--python", str(python_of(root)), str(root / "requirements.lock")],
        settings,
        lock,
        "the packages could not be installed",
    )
    _make_importable(root)
    fresh = stamp.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as handle:
        json.dump(_recipe(root), handle)
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(stamp)
    _say("ready")


def _can_be_updated(stamp: Path, root: Path) -> bool:
    """Whether a whole environment stands there that differs in its packages alone."""
    try:
        found = json.loads(stamp.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and {**found, "packages": ""} == {**_recipe(root), "packages": ""}


def _make_importable(root: Path) -> None:
    """Let the environment find `app`, wherever the user stands, without an environment variable."""
    packages = next((root / ".venv").glob("Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"))
    (packages / "clearpost.pth").write_text(f"{root}\n", "utf-8")


def _settings(prefix: str, kept: set[str]) -> dict[str, str]:
    """Our variables with only the kept settings of one tool."""
    clean = without_foreign_python(os.environ)
    return {name: value for name, value in clean.items() if not name.startswith(prefix) or name in kept}


def _uv_settings(root: Path) -> dict[str, str]:
    """The variables for uv: the machine's own index and certificates, and a cache that can be written."""
    settings = _settings("UV_", UV_SETTINGS)
    settings.setdefault("UV_HTTP_TIMEOUT", "180")
    told = _pip_configuration()
    if not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & settings.keys() and "index-url" in told:
        settings["UV_DEFAULT_INDEX"] = told["index-url"]
    if "SSL_CERT_FILE" not in settings and "cert" in told:
        settings["SSL_CERT_FILE"] = told["cert"]
    if "UV_CACHE_DIR" not in settings and not _can_cache_at_home(settings):
        settings["UV_CACHE_DIR"] = str(root / ".uv" / "cache")
    return settings


def _pip_configuration() -> dict[str, str]:
    """What this machine tells pip about its index and certificates; uv does not read that by itself."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"]
    done = subprocess.run(command, env=_settings("PIP_", PIP_SETTINGS), capture_output=True, text=True, check=False)
    told: dict[str, str] = {}
    for line in done.stdout.splitlines():
        name, _, value = line.partition("=")
        section, _, key = name.partition(".")
        if section in {"global", "install", ":env:"} and key in {"index-url", "cert"}:
            told[key] = value.strip().strip("'\"")
    return told


def _can_cache_at_home(settings: Mapping[str, str]) -> bool:
    """Whether uv's usual cache can be written; a service account or an emptied environment has no home."""
    if os.name == "nt":
        return "LOCALAPPDATA" in settings
    usual = settings.get("XDG_CACHE_HOME") or (settings["HOME"] + "/.cache" if settings.get("HOME") else "")
    if not usual.startswith("/"):
        return False
    place = Path(usual) / "uv"
    while not place.exists():
        place = place.parent
    return os.access(place, os.W_OK)


def _call(command: list[str], settings: dict[str, str], lock: int | None, complaint: str) -> None:
    """Run one step, its output on standard error; raise SetupError with the complaint where it fails."""
    inherited = () if lock is None else (lock,)
    done = subprocess.run(
        command, env=settings, stdin=subprocess.DEVNULL, stdout=sys.stderr, pass_fds=inherited, check=False
    )
    if done.returncode:
        raise SetupError(f"{complaint} (see the lines above). The next run tries again.")


def _say(words: str) -> None:
    print(f"ClearPost: {words}", file=sys.stderr, flush=True)
