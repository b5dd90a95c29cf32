"""A real PostgreSQL for tests: private, in a temporary folder, reached by its socket alone, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg

from consent_db import server_upkeep
from consent_db.database import Database
from consent_db.server import ServerAddress, open_server

MISSING = "PostgreSQL 15 or newer is not installed (Debian: apt-get install postgresql)"
OWNER = "school_it"
PC_PASSWORD = "the password of one PC"


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`: Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parent.parent.name))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


@dataclass(frozen=True)
class Server:
    """A running server; `owner` may make databases and roles."""

    owner: ServerAddress

    def new_database(self, template: str = "") -> ServerAddress:
        """An empty database, or a copy of a template, as its owner reaches it."""
        name = f"t{uuid.uuid4().hex[:16]}"
        with psycopg.connect(autocommit=True, **self.owner.parameters()) as connection:
            connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
        return replace(self.owner, database=name)

    def drop(self, address: ServerAddress) -> None:
        with psycopg.connect(autocommit=True, **self.owner.parameters()) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {address.database} WITH (FORCE)")


@contextmanager
def running() -> Iterator[Server]:
    """Start a server, and stop it at the end; `initdb` refuses to run as root, so root hands it to another user."""
    folder = programs()
    assert folder is not None, MISSING
    with tempfile.TemporaryDirectory(prefix="clearpost-pg-") as place:
        root = Path(place)
        data, run_as = root / "data", _unprivileged()
        if run_as is not None:
            os.chmod(root, 0o700)
            shutil.chown(root, run_as)
        _call(
            run_as, folder / "initdb", "-D", data, "-U", OWNER, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"
        )
        options = f"-k {root} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60"
        _call(run_as, folder / "pg_ctl", "-D", data, "-w", "-s", "-l", root / "log", "-o", options, "start")
        try:
            yield Server(ServerAddress(host=str(root), database="postgres", user=OWNER))
        finally:
            _call(run_as, folder / "pg_ctl", "-D", data, "-s", "-m", "immediate", "stop")


def open_for_pc(owner: ServerAddress, *, school_id: str, pc: str = "office") -> Database:
    """The register as one PC opens it, with a login of its own."""
    login = f"pc_{uuid.uuid4().hex[:12]}"
    server_upkeep.let_in(owner, school_id=school_id, pc=pc, login=login, password=PC_PASSWORD, by="it")
    return open_server(replace(owner, user=login, password=PC_PASSWORD), school_id=school_id)


def _unprivileged() -> str | None:
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _call(run_as: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    prefix = [] if run_as is None else ["setpriv", f"--reuid={run_as}", "--regid", str(pwd.getpwnam(run_as).pw_gid)]
    prefix += ["--clear-groups", "--"] if prefix else []
    done = subprocess.run(prefix + words, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, f"{words[0]} failed: {done.stderr[-2000:]}"
