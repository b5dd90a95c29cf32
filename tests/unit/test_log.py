"""The log of the program: what went wrong and where, within bounds, and nobody's name."""

from __future__ import annotations

import ast
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import log
from app.cli.main import run
from app.domain.errors import EngineUnavailableError, StorageError
from app.imaging.guarded import Ending, Guard, GuardedProcess
from app.log import BoundedFile, NamelessFormatter, story_of
from app.workflow import review
from tests.unit import failing_tasks

ROOT = Path(__file__).resolve().parents[2]
PUPIL = ("Amara", "Okafor")
WORDS = "Photo 14, Amara Okafor at sports day.jpg, cannot be read."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLEARPOST_LOG", str(tmp_path / "logs"))
    return tmp_path / "logs"


@pytest.fixture
def kept(folder: Path) -> Iterator[BoundedFile]:
    """The file as the program uses it, on the loggers of the program and of libraries."""
    root, ours = logging.getLogger(), logging.getLogger("app")
    handler, before = BoundedFile(folder / log.NAME), ours.level
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    yield handler
    root.removeHandler(handler)
    ours.setLevel(before)


def written(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in sorted(folder.glob("*"))) if folder.is_dir() else ""


def named(text: str) -> list[str]:
    return [word for word in (*PUPIL, *(word.lower() for word in PUPIL), "sports", "jpg") if word in text]


def raised(problem: BaseException, cause: BaseException | None = None) -> BaseException:
    """With a traceback through functions of ours, and after another one."""

    def fail() -> None:
        try:
            review.photo_view(None, None, "Amara Okafor")  # type: ignore[arg-type]
        except AttributeError as fault:
            fault.add_note(WORDS)
            raise problem from cause or fault

    with pytest.raises(type(problem)) as caught:
        fail()
    return caught.value


def test_faults_with_a_pupils_name_leave_kind_code_and_place_and_no_name(kept: BoundedFile, folder: Path) -> None:
    ours, library = logging.getLogger("app.workflow.review"), logging.getLogger("PIL.Image")
    problem = raised(StorageError(WORDS, remedy="Ask Amara Okafor.", code="damaged"))
    ours.warning("a problem was met", exc_info=problem)
    ours.warning("%s was met in %s", "Amara Okafor", Path("Amara Okafor.jpg"))
    ours.error("another one", exc_info=raised(KeyError("Amara Okafor"), ValueError(WORDS)), stack_info=True)
    library.error("cannot read %s", "Amara Okafor.jpg", exc_info=raised(OSError(2, WORDS, "Amara Okafor.jpg")))
    kept.keep("an unexpected fault", raised(UnicodeDecodeError("ascii", WORDS.encode(), 0, 1, WORDS)))
    text = written(folder)
    assert named(text) == []
    lines = text.splitlines()
    assert len(lines) == 5
    assert "WARNING app.workflow.review a problem was met StorageError [damaged]" in lines[0]
    assert "after AttributeError < app/workflow/review" in lines[0]
    assert lines[3].split()[1:4] == ["ERROR", "PIL.Image", "FileNotFoundError"]
    assert "CRITICAL app an unexpected fault UnicodeDecodeError" in lines[4]


def test_a_fault_in_a_process_of_ours_says_where_it_was_and_not_about_whom(kept: BoundedFile, folder: Path) -> None:
    def refusal(_ending: Ending) -> EngineUnavailableError:
        return EngineUnavailableError(WORDS)

    process = GuardedProcess(Guard("looking", refusal, 30.0, 2_000_000_000))
    try:
        for task in (failing_tasks.refuse, failing_tasks.break_down):
            with pytest.raises(EngineUnavailableError):
                process.run(task, None, WORDS)
    finally:
        process.close()
    text = written(folder)
    assert named(text) == []
    assert "a task was refused in its process looking EngineUnavailableError [no-model]" in text
    assert "a task failed in its process looking RuntimeError" in text
    assert "app/imaging/guarded.py" in text


def test_programs_of_their_own_log_refusals_and_crashes_and_name_nobody(folder: Path, tmp_path: Path) -> None:
    photo = tmp_path / "Amara Okafor.jpg"
    photo.write_bytes(b"no photo")
    crash = (
        "import sys, threading\n"
        "from app import log\n"
        "log.begin()\n"
        "def fail(name): raise RuntimeError(name)\n"
        "for name in sys.argv[1:]:\n"
        "    one = threading.Thread(target=fail, args=(name,)); one.start(); one.join()\n"
        "fail(sys.argv[1])\n"
    )
    programs = (
        ["-m", "app", "check", str(photo), "--platform", "facebook", "--workspace", str(tmp_path), "--user", "amara"],
        ["-m", "app", "cover", str(photo), "--out", str(photo)],
        ["-c", crash, WORDS],
    )
    codes = [subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True).returncode for words in programs]
    text = written(folder)
    assert codes == [1, 1, 1]
    assert named(text) == []
    assert text.count("a command was refused") >= 1
    assert "a fault in the background RuntimeError" in text
    assert "CRITICAL app an unexpected fault RuntimeError" in text


def test_what_the_window_says_on_a_pipe_names_nobody_either(folder: Path) -> None:
    program = (
        "import logging, sys\n"
        "from app import log\n"
        "log.begin()\n"
        "try:\n"
        "    raise RuntimeError(sys.argv[1])\n"
        "except RuntimeError as fault:\n"
        "    logging.getLogger('app.ui.long_task').exception('a long task stopped')\n"
    )
    done = subprocess.run([sys.executable, "-c", program, WORDS], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "a long task stopped RuntimeError" in done.stderr
    assert named(done.stderr + written(folder)) == []


def test_three_files_of_a_bounded_size_are_all_there_ever_is(folder: Path) -> None:
    handler = BoundedFile(folder / log.NAME, longest=2_000)
    for number in range(400):
        handler.handle(logging.LogRecord("app", logging.WARNING, "", 0, f"fault {number}", None, None))
    sizes = {file.name: file.stat().st_size for file in folder.iterdir()}
    assert sorted(sizes) == ["clearpost.1.log", "clearpost.2.log", "clearpost.log"]
    assert max(sizes.values()) <= 2_000
    assert "fault 399" in (folder / log.NAME).read_text("utf-8")
    assert log.LONGEST_BYTES * (log.OLDER_FILES + 1) == 3_000_000


def test_what_fails_again_and_again_is_written_once(folder: Path) -> None:
    handler = BoundedFile(folder / log.NAME)
    for _time in range(50):
        handler.keep("an unexpected fault", None)
    handler.keep("another fault", None)
    assert len(written(folder).splitlines()) == 2


def test_several_programs_share_the_file_and_no_line_is_torn(folder: Path) -> None:
    def fail_often(handler: BoundedFile, who: int) -> None:
        for number in range(100):
            handler.keep(f"fault {who} {number} Zoë", None)

    threads = [threading.Thread(target=fail_often, args=(BoundedFile(folder / log.NAME), who)) for who in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = written(folder).splitlines()
    assert len(lines) == 300
    assert all(line.endswith("Zoë") for line in lines)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are told otherwise on Windows")
def test_only_the_user_reads_it_and_a_folder_that_cannot_be_made_stops_nothing(folder: Path, tmp_path: Path) -> None:
    BoundedFile(folder / log.NAME).keep("a fault", None)
    assert (folder / log.NAME).stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0
    (tmp_path / "in the way").write_text("a file")
    BoundedFile(tmp_path / "in the way" / log.NAME).keep("a fault", None)
    assert (tmp_path / "in the way").read_text() == "a file"


def test_a_long_story_of_causes_ends_and_a_ring_of_them_too() -> None:
    first, second = RuntimeError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert story_of(first).count("after") < 10
    assert NamelessFormatter().format(logging.makeLogRecord({"name": "app", "msg": "a\nb"})).endswith("a b")


def test_every_message_of_ours_stands_in_the_source_whole() -> None:
    """Whatever is filled in would be left out; a code goes in `extra`, a fault in `exc_info`."""
    filled = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("app", "consent_db")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"debug", "info", "warning", "error", "exception", "critical", "log"}
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"log", "_log", "logger", "logging"}
        and not _is_whole(node)
    ]
    assert filled == []


def _is_whole(call: ast.Call) -> bool:
    said = call.args[1:] if isinstance(call.func, ast.Attribute) and call.func.attr == "log" else call.args
    return len(said) == 1 and isinstance(said[0], ast.Constant)


def test_doctor_says_where_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from app.cli import doctor

    assert doctor._log() == f"{folder / log.NAME}, nothing noted yet"
    BoundedFile(folder / log.NAME).keep("a fault", None)
    assert doctor._log() == f"{folder / log.NAME}, without names"
    assert run(["--version"]) == 0
    assert "ClearPost" in capsys.readouterr().out


def test_no_line_no_file(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "app", "--version"], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.startswith(b"ClearPost")
    assert not folder.exists()
