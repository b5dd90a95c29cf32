"""What every test may ask for."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.workflow.workspace import Tools
    from consent_db.database import Database
    from consent_db.server import ServerAddress
    from tests.postgres import Server
    from tests.schools import School

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # tests leave the developer's own keyring alone

SCHOOL_ID = "0f3e1c52-8f5e-4b34-9a39-6d8d4c1f7b11"
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def quick_locks() -> Iterator[None]:
    """Stretch passwords and passphrases as little as argon2 allows: most tests are about something else.

    Programs that tests start, and tests that ask for `product_locks`, pay what the product pays.
    """
    from argon2 import PasswordHasher

    from app.storage import keys
    from consent_db import passwords

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        patch.setattr(keys, "_ARGON_PASSES", 1)
        patch.setattr(keys, "_ARGON_KIB", 64)
        yield


@pytest.fixture(scope="session", autouse=True)
def log_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Programs that tests start leave the developer's own log alone."""
    os.environ["CLEARPOST_LOG"] = str(tmp_path_factory.mktemp("log"))


@pytest.fixture
def product_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch as the product does."""
    import importlib.util

    from app.storage import keys
    from consent_db import passwords

    for module, names in ((passwords, ("_HASHER",)), (keys, ("_ARGON_PASSES", "_ARGON_KIB"))):
        spec = importlib.util.spec_from_file_location(f"untouched_{module.__name__}", str(module.__file__))
        assert spec is not None
        assert spec.loader is not None
        untouched = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(untouched)
        for name in names:
            monkeypatch.setattr(module, name, getattr(untouched, name))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real photos with truth files; tests that need it say why they skip when it is not there."""
    folder = Path(os.environ.get("CLEARPOST_TEST_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"the photos with truth files are not here ({folder})")
    return folder


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A private PostgreSQL; where it cannot run the tests skip, but never in CI."""
    from tests import postgres as server

    if server.programs() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI runs the register on both engines, and {server.MISSING}")
        pytest.skip(server.MISSING)
    with server.running() as started:
        yield started


@pytest.fixture(scope="session")
def empty_register(postgres: Server) -> ServerAddress:
    """A database with the register's tables and no school, to be copied for each test."""
    from consent_db import server_upkeep

    address = postgres.new_database()
    server_upkeep.make_register(address)
    return address


@pytest.fixture(params=["embedded", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty register, once on each engine."""
    if request.param == "embedded":
        from consent_db.embedded import open_database

        opened = open_database(tmp_path / "register.db", bytes(range(32)))
        yield opened
        opened.close()
        return
    from consent_db import server_upkeep
    from tests.postgres import open_for_pc

    server: Server = request.getfixturevalue("postgres")
    owner = server.new_database(template=request.getfixturevalue("empty_register").database)
    server_upkeep.add_school(owner, school_id=SCHOOL_ID, name="Hollybank Primary School")
    opened = open_for_pc(owner, school_id=SCHOOL_ID)
    yield opened
    opened.close()
    server.drop(owner)


@pytest.fixture(scope="session")
def shared_tools() -> Iterator[Tools]:
    """A decoder and engines whose processes start once and stay: loading the networks anew for each test takes seconds.

    A workspace that is closed leaves them running. Tests about the processes themselves make their own.
    """
    from tests.schools import LentTools

    lent = LentTools.build()
    yield lent
    lent.end()


@pytest.fixture(scope="session")
def school_template(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Made once, closed, and copied for each test: hashing ten passwords takes seconds."""
    from tests.schools import make_school

    made = make_school(tmp_path_factory.mktemp("template") / "workspace")
    made.workspace.close()
    return made


@pytest.fixture
def school(tmp_path: Path, school_template: School, shared_tools: Tools) -> Iterator[School]:
    """A real workspace in a temporary folder: one user per role, five pupils, two platforms, no answers."""
    from tests.schools import copy_school

    copied = copy_school(school_template, tmp_path / "workspace", tools=shared_tools)
    yield copied
    copied.workspace.close()


@pytest.fixture(scope="session")
def server_school_template(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[School, str]:
    """The same school with its register on a server, and the name of its database."""
    from app.storage.this_pc import PcKey
    from consent_db import server_upkeep
    from tests.postgres import PC_PASSWORD
    from tests.schools import make_school

    owner = postgres.new_database()
    server_upkeep.make_register(owner)
    server_upkeep.add_school(owner, school_id=SCHOOL_ID, name="Hollybank Primary School")
    login = f"pc_{uuid.uuid4().hex[:12]}"
    own = PcKey.new()
    server_upkeep.let_in(
        owner, school_id=SCHOOL_ID, pc="office", login=login, password=PC_PASSWORD, public_key=own.public, by="it"
    )
    pc = replace(owner, user=login, password=PC_PASSWORD)
    made = make_school(tmp_path_factory.mktemp("served") / "workspace", server=pc, school_id=SCHOOL_ID, pc=own)
    made.workspace.close()
    return made, owner.database


@pytest.fixture(params=["embedded", "postgresql"])
def either_school(request: pytest.FixtureRequest, tmp_path: Path, shared_tools: Tools) -> Iterator[School]:
    """The school of `school`, once with an embedded register and once with one on a server."""
    from tests.schools import copy_school

    if request.param == "embedded":
        template = request.getfixturevalue("school_template")
        copied = copy_school(template, tmp_path / "workspace", tools=shared_tools)
        yield copied
        copied.workspace.close()
        return
    template, database = request.getfixturevalue("server_school_template")
    server: Server = request.getfixturevalue("postgres")
    own = server.new_database(template=database)
    copied = copy_school(template, tmp_path / "workspace", database=own.database, tools=shared_tools)
    yield copied
    copied.workspace.close()
    server.drop(own)
