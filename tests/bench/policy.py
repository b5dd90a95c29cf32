"""`./run policy`: which clauses of the policies a passing test proves, what each asks of the program, where."""

from __future__ import annotations

import argparse
import contextlib
import csv
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CLAUSES = ROOT / "resources" / "policies" / "clauses.csv"
POLICIES = {
    "000": "Invictus Education Trust",
    "001": "ATT academies",
    "002": "Cansfield",
    "003": "The Bay Learning Trust",
    "004": "The Societas Trust",
}
KINDS = {"B": "blocks", "W": "warns", "R": "records"}


@dataclass(eq=False)
class Collected:
    """A pytest plugin: the outcome of every test that names policy rows."""

    rows_of: dict[str, set[str]] = field(default_factory=dict)
    passed: set[str] = field(default_factory=set)
    not_passed: set[str] = field(default_factory=set)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            named = {str(row) for mark in item.iter_markers("policy") for row in mark.args}
            if named:
                self.rows_of[item.nodeid] = named

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.outcome != "passed":
            self.not_passed.add(report.nodeid)
        elif report.when == "call":
            self.passed.add(report.nodeid)

    def tests_of(self, row: str) -> tuple[str, ...]:
        """The tests that name a row."""
        return tuple(sorted(name for name, rows in self.rows_of.items() if row in rows))

    def result(self, row: str) -> str:
        """A row is proven when it has tests, one passed, and none of them failed or was skipped."""
        tests = set(self.tests_of(row))
        if not tests:
            return "no test"
        return "proven" if tests <= self.passed - self.not_passed else "not proven"


def functions_of(tests: Sequence[str]) -> list[str]:
    """The test functions, each once: the same test with other values or on the other engine is one proof."""
    return list(dict.fromkeys(name.partition("[")[0] for name in tests))


def main(argv: Sequence[str]) -> int:
    """Run the marked tests and print what each row asks, its tests and result; 1 where a marked test did not pass."""
    parser = argparse.ArgumentParser(prog="./run policy", description="Which clauses of the policies are proven.")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    options = parser.parse_args(list(argv))
    with CLAUSES.open(encoding="utf-8", newline="") as handle:
        clauses = list(csv.DictReader(handle))
    collected = Collected()
    os.chdir(ROOT)
    with contextlib.redirect_stdout(sys.stderr):
        code = pytest.main(["-q", "-m", "policy", "-p", "no:cacheprovider"], plugins=[collected])
    rows = [
        {**row, "result": collected.result(row["id"]), "tests": functions_of(collected.tests_of(row["id"]))}
        for row in clauses
    ]
    known = {row["id"] for row in clauses}
    unknown = sorted({row for named in collected.rows_of.values() for row in named} - known)
    print_json(rows, unknown) if options.json else print_words(rows, unknown)
    acceptable = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
    failed = any(row["result"] == "not proven" for row in rows)
    return 0 if code in acceptable and not unknown and not failed else 1


def counts(rows: Sequence[Mapping[str, object]]) -> dict[str, tuple[int, int]]:
    """How many rows of each policy are proven, and how many there are."""
    found = {}
    for policy in POLICIES:
        own = [row for row in rows if row["policy"] == policy]
        found[policy] = (sum(row["result"] == "proven" for row in own), len(own))
    return found


def print_json(rows: Sequence[Mapping[str, object]], unknown: Sequence[str]) -> None:
    """One document."""
    proven = sum(row["result"] == "proven" for row in rows)
    policies = {
        policy: {"name": POLICIES[policy], "proven": done, "of": of} for policy, (done, of) in counts(rows).items()
    }
    document = {"rows": rows, "policies": policies, "proven": proven, "of": len(rows), "unknown": unknown}
    print(json.dumps(document, ensure_ascii=False))


def print_words(rows: Sequence[Mapping[str, object]], unknown: Sequence[str]) -> None:
    """A block for each row, a line for each policy, and the sum last."""
    for row in rows:
        kinds = ", ".join(KINDS.get(kind, kind) for kind in str(row["kind"]))
        example = f" Example: {row['example']}." if row["example"] else ""
        print(f"{row['id']}  {row['clause']}  {kinds}  {row['result']}")
        print(f"        {row['behaviour']}.{example}")
        tests = row["tests"]
        for test in tests if isinstance(tests, list) else []:
            print(f"        {test}")
    for row_id in unknown:
        print(f"{row_id}  is named by a test and is no row of {CLAUSES.name}")
    for policy, (done, of) in counts(rows).items():
        print(f"{policy}  {POLICIES[policy]}: {done} of {of} proven")
    print(f"{sum(row['result'] == 'proven' for row in rows)} of {len(rows)} clauses proven")
