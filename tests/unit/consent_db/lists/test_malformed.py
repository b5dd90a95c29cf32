"""Ten thousand broken lists at the front door: each is refused with a sentence or previewed, and none writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from app.domain.consent import Answer
from app.domain.errors import RegisterError
from app.domain.people import Role
from app.workflow import register
from consent_db import audit, consent, people
from tests.schools import FACEBOOK, WEBSITE, School
from tests.unit.consent_db.lists.mutations import mutated

_PARTS = 10


def _written(school: School) -> tuple[int, str, object]:
    with school.workspace.database.read() as connection:
        return consent.last_sequence(connection), people.state(connection), audit.verify(connection)


def _look_at(school: School, path: Path, numbers: Iterable[int]) -> Counter[str]:
    """What became of these lists; anything but a refusal or a preview escapes."""
    outcomes: Counter[str] = Counter()
    actor = school.actor(Role.CONSENT_ADMIN)
    for number in numbers:
        path.write_bytes(mutated(number))
        look = register.preview_consents if number % 3 else register.preview_pupils
        try:
            seen = look(school.workspace, actor, path)
        except RegisterError as refusal:
            outcomes["refused" if refusal.words.endswith(".") else f"no sentence: {refusal}"] += 1
        else:
            assert all(isinstance(line, str) for line in seen.to_words())
            assert all(row.words for row in seen.rows), f"list {number}"
            outcomes["previewed"] += 1
    return outcomes


def _check(school: School, path: Path, numbers: range) -> None:
    school.say("Amara", FACEBOOK, Answer.YES)
    school.say("Ben", WEBSITE, Answer.NO)
    before = _written(school)
    outcomes = _look_at(school, path, numbers)
    assert _written(school) == before
    assert set(outcomes) == {"refused", "previewed"}
    assert min(outcomes["refused"], outcomes["previewed"]) > len(numbers) // 20, "the lists are all of one kind"


def test_a_thousand_malformed_lists_are_refused_or_previewed_and_none_writes(school: School, tmp_path: Path) -> None:
    _check(school, tmp_path / "list", range(1_000))


@pytest.mark.long
@pytest.mark.parametrize("part", range(1, _PARTS))
def test_nine_thousand_more_malformed_lists_are_refused_or_previewed(school: School, tmp_path: Path, part: int) -> None:
    _check(school, tmp_path / "list", range(part * 1_000, (part + 1) * 1_000))
