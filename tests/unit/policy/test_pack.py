"""Policy packs: the one that comes with the program, and files that are refused."""

from __future__ import annotations

import csv

import pytest

from app.domain.people import Role
from app.domain.treatment import Reason, Treatment
from app.policy.pack import POLICIES, PolicyError, load_pack

STRICT = (POLICIES / "strict.toml").read_text(encoding="utf-8")


def test_strict_names_the_headteacher_the_deputy_head_and_two_weeks():
    pack = load_pack()
    assert (pack.approver_role, pack.publisher_role, pack.approval_days) == (Role.HEAD, Role.DEPUTY, 14)
    assert pack.author_may_publish is False
    assert pack.obscure_every_pupil is False
    assert pack.mark_treatment is Treatment.COVER


def test_every_reason_has_a_clause_of_the_list(shared_data):
    with (shared_data.parent / "policy_rows.csv").open(encoding="utf-8") as file:
        rows = {row["id"] for row in csv.DictReader(file)}
    pack = load_pack()
    assert {pack.clause(reason) for reason in Reason} <= rows
    assert set(pack.clauses.values()) <= rows


def test_line_ends_and_comments_do_not_change_the_digest(tmp_path):
    other = tmp_path / "copy.toml"
    other.write_bytes(STRICT.replace("\n", "\r\n").encode() + b"# a remark\r\n")
    assert load_pack(other).digest == load_pack("strict").digest
    other.write_text(STRICT.replace("approval_days = 14", "approval_days = 13"), encoding="utf-8")
    assert load_pack(other).digest != load_pack("strict").digest


BROKEN = [
    ("approval_days = 14", "approval_days = 0", "approval_days"),
    ("approval_days = 14", "approval_days = true", "approval_days"),
    ('approver = "HEAD"', 'approver = "CONTRIBUTOR"', "cannot approve a post"),
    ('publisher = "DEPUTY"', 'publisher = "HEAD"', "cannot publish a post"),
    ("author_may_publish = false", 'author_may_publish = "no"', "true or false"),
    ('marks = "cover"', 'marks = "keep"', "cover or withhold"),
    ('held = "001-03"', "", "missing"),
    ("obscure_every_pupil = false", "obscure_every_pupil = false\nshow_everybody = true", "no such entry"),
    ('name = "strict"', 'name = ""', "words in quotation marks"),
]


@pytest.mark.parametrize(("old", "new", "reason"), BROKEN, ids=[b[1] or b[0] for b in BROKEN])
def test_a_bad_entry_is_refused_with_its_line_and_the_reason(tmp_path, old, new, reason):
    path = tmp_path / "school.toml"
    changed = STRICT.replace(old, new, 1)
    assert changed != STRICT
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(PolicyError, match=r"school\.toml.*line \d+") as caught:
        load_pack(path)
    assert reason in str(caught.value)


def test_the_line_is_the_line_of_the_entry(tmp_path):
    path = tmp_path / "school.toml"
    path.write_text(STRICT.replace("approval_days = 14", "approval_days = 0"), encoding="utf-8")
    line = next(n for n, words in enumerate(STRICT.splitlines(), start=1) if words.startswith("approval_days"))
    with pytest.raises(PolicyError, match=f"line {line}, approval_days"):
        load_pack(path)


def test_a_file_that_is_no_toml_or_not_there_is_refused(tmp_path):
    path = tmp_path / "school.toml"
    path.write_text("name = \n", encoding="utf-8")
    with pytest.raises(PolicyError, match="line 1"):
        load_pack(path)
    with pytest.raises(PolicyError, match="no policy called"):
        load_pack("lenient")
