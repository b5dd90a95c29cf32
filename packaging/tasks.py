"""The tasks of the repository, one for each word of ./run (see CONTRIBUTING.md); in the private environment."""

from __future__ import annotations

import importlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WRONG_USAGE = 2
# Two workers, each with whole files; tests/shared_out.py says in which order.
_SHARED_OUT = ("-p", "tests.shared_out", "-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder")
# A benchmark's word on the command line where its module in tests/bench cannot carry the same name.
BENCH_MODULES = {"": "table", "detect": "faces", "memory": "faces", "import": "importing", "identify": "identify_rates"}


def main(words: list[str]) -> int:
    """Run the task that the first word names; the exit code is the task's."""
    tasks: dict[str, Callable[[list[str]], int]] = {
        "test": run_tests,
        "bench": run_bench,
        "measure": run_measure,
        "policy": lambda rest: _call_main("tests.bench.policy", rest),
        "demo": lambda rest: _call_main("tests.bench.demo", rest),
        "tour": lambda rest: _call_main("tests.gui.tour", rest),
        "guide": guide,
        "build": build,
        "lock": write_lock,
        "languages": write_languages,
    }
    try:
        return tasks[words[0]](words[1:])
    except KeyboardInterrupt:
        return 130


def run_tests(rest: list[str]) -> int:
    """Format, lint, types, import contracts and the lock, then pytest, whose summary closes the output."""
    is_long = "--long" in rest
    chosen = [word for word in rest if word != "--long"]
    failed = [name for name, command in _checks() if not _passes(name, command)]
    if failed:
        print(f"\nFAILED before the tests: {', '.join(failed)}", flush=True)
    pytest = [sys.executable, "-m", "pytest", *_SHARED_OUT, "-q"]
    if not is_long and "-m" not in chosen:
        pytest += ["-m", "not long"]
    code = subprocess.call([*pytest, *_seen_from_root(chosen)], cwd=ROOT)
    return code or (1 if failed else 0)


def _checks() -> Sequence[tuple[str, list[str]]]:
    module = [sys.executable, "-m"]
    linter = Path(sys.executable).with_name("lint-imports")
    return (
        ("format", [*module, "ruff", "format", "--check", "--quiet", "."]),
        ("lint", [*module, "ruff", "check", "--quiet", "."]),
        ("types", [*module, "mypy", "--no-error-summary"]),
        ("imports", [str(linter)]),
        ("lock", [sys.executable, str(ROOT / "packaging" / "lock_file.py")]),
    )


def _passes(name: str, command: list[str]) -> bool:
    """Run one check; its output is shown only where it fails."""
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
    )
    print(f"{name}: {'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def _seen_from_root(words: list[str]) -> list[str]:
    """Pytest runs in the root of the repository; a path given from elsewhere is made absolute."""
    if Path.cwd() == ROOT:
        return words
    return [os.path.abspath(word) if Path(word.split("::")[0]).exists() else word for word in words]


def run_bench(rest: list[str]) -> int:
    """Run one benchmark by its name, or the table of all without one."""
    name = rest[0] if rest and not rest[0].startswith("-") else ""
    module = f"tests.bench.{BENCH_MODULES.get(name, name.replace('-', '_'))}"
    if not _exists(module):
        known = sorted(path.stem for path in (ROOT / "tests" / "bench").glob("[a-z]*.py"))
        print(f"There is no benchmark “{name}”. There are: {', '.join(known)}", file=sys.stderr)
        return WRONG_USAGE
    return _call_main(module, rest[1:] if name else rest)


def run_measure(rest: list[str]) -> int:
    """`measure identify`: how well people are told apart, outside the product."""
    if rest[:1] != ["identify"]:
        print("Usage: ./run measure identify --gallery DIR PATH... [--json]", file=sys.stderr)
        return WRONG_USAGE
    return _call_main("tests.bench.identify", rest[1:])


def build(rest: list[str]) -> int:
    """Make the program as a folder, and packages of it; packaging/build.py knows the words."""
    return subprocess.call([sys.executable, str(ROOT / "packaging" / "build.py"), *rest], cwd=ROOT)


def guide(rest: list[str]) -> int:
    """Write the user guides of every role, and the papers, from the files of the help."""
    return subprocess.call([sys.executable, str(ROOT / "packaging" / "guide.py"), *rest])


def write_lock(_rest: list[str]) -> int:
    """Write requirements.lock anew from pyproject.toml; this one task needs the network."""
    return subprocess.call([sys.executable, str(ROOT / "packaging" / "lock_file.py"), "--write"], cwd=ROOT)


def write_languages(_rest: list[str]) -> int:
    """Bring the translators' files in step with the texts of the window, and compile them."""
    return subprocess.call([sys.executable, str(ROOT / "packaging" / "languages.py")], cwd=ROOT)


def _call_main(module: str, words: list[str]) -> int:
    """The module's `main(words)`, with the repository first among the places to import from."""
    if not _exists(module):
        print(f"{module} is not part of this version.", file=sys.stderr)
        return WRONG_USAGE
    return int(importlib.import_module(module).main(words))


def _exists(module: str) -> bool:
    if str(ROOT) not in sys.path[:1]:
        sys.path.insert(0, str(ROOT))
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
