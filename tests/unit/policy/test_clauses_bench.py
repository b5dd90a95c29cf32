"""What `./run policy` counts and prints."""

from __future__ import annotations

import csv
import json

import pytest

from tests.bench.policy import CLAUSES, POLICIES, Collected, counts, functions_of, print_json, print_words

ROWS = [
    {"id": "000-01", "policy": "000", "clause": "1.4", "kind": "R", "behaviour": "Policy versions",
     "example": "bump version", "result": "proven", "tests": ["tests/a.py::test_versions"]},
    {"id": "000-02", "policy": "000", "clause": "2.1", "kind": "BW", "behaviour": "Same gates", "example": "",
     "result": "no test", "tests": []},
]  # fmt: skip


def test_a_row_is_proven_only_by_tests_that_all_passed() -> None:
    collected = Collected(
        rows_of={"a": {"000-01"}, "b": {"000-01", "000-02"}, "c[1]": {"000-03"}}, passed={"a", "c[1]"}
    )
    assert [collected.result(row) for row in ("000-01", "000-02", "000-03", "000-04")] == [
        "not proven", "not proven", "proven", "no test",
    ]  # fmt: skip
    assert functions_of(["c[1]", "c[2]", "d"]) == ["c", "d"]


def test_every_row_says_its_kind_behaviour_and_tests_and_the_sum_stands_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_words(ROWS, ["009-99"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "000-01  1.4  records  proven"
    assert lines[1].strip() == "Policy versions. Example: bump version."
    assert lines[2].strip() == "tests/a.py::test_versions"
    assert lines[3] == "000-02  2.1  blocks, warns  no test"
    assert "009-99  is named by a test" in lines[5]
    assert "000  Invictus Education Trust: 1 of 2 proven" in lines
    assert lines[-1] == "1 of 2 clauses proven"


def test_the_json_document_holds_the_rows_and_the_count_of_each_policy(capsys: pytest.CaptureFixture[str]) -> None:
    print_json(ROWS, [])
    said = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in said["rows"]] == ["000-01", "000-02"]
    assert (said["proven"], said["of"], said["policies"]["000"]["proven"]) == (1, 2, 1)


def test_the_list_holds_157_clauses_of_five_policies_each_with_what_it_asks() -> None:
    with CLAUSES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 157
    assert {row["policy"] for row in rows} == set(POLICIES)
    assert all(row["behaviour"] and set(row["kind"]) <= set("BWR") for row in rows)
    assert sum(of for _done, of in counts([row | {"result": "no test"} for row in rows]).values()) == 157
