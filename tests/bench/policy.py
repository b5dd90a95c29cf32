"""`./run policy`: which clauses of the school's policies a passing test proves."""

from __future__ import annotations

import argparse
import contextlib
import csv
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CLAUSES = ROOT / "resources" / "policies" / "clauses.csv"


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

    def result(self, row: str) -> str:
        """A row is proven when it has tests, one passed, and none of them failed or was skipped."""
        tests = {name for name, rows in self.rows_of.items() if row in rows}
        if not tests:
            return "no test"
        return "proven" if tests <= self.passed - self.not_passed else "not proven"


def main(argv: Sequence[str]) -> int:
    """Run the marked tests and print id, clause and result of every row; 1 where a marked test did not pass."""
    parser = argparse.ArgumentParser(prog="./run policy", description="Which clauses of the policies are proven.")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    options = parser.parse_args(list(argv))
    with CLAUSES.open(encoding="utf-8", newline="") as handle:
        clauses = list(csv.DictReader(handle))
    collected = Collected()
    os.chdir(ROOT)
    with contextlib.redirect_stdout(sys.stderr):
        code = pytest.main(["-q", "-m", "policy", "-p", "no:cacheprovider"], plugins=[collected])
    results = {row["id"]: collected.result(row["id"]) for row in clauses}
    unknown = sorted({row for rows in collected.rows_of.values() for row in rows} - results.keys())
    proven = sum(result == "proven" for result in results.values())
    if options.json:
        rows = [{**row, "result": results[row["id"]]} for row in clauses]
        print(json.dumps({"rows": rows, "proven": proven, "of": len(clauses), "unknown": unknown}))
    else:
        for row in clauses:
            print(f"{row['id']}  {row['clause']:<8}  {results[row['id']]}")
        for row in unknown:
            print(f"{row}  is named by a test and is no row of {CLAUSES.name}")
        print(f"{proven} of {len(clauses)} clauses proven")
    acceptable = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
    return 0 if code in acceptable and not unknown and "not proven" not in results.values() else 1
