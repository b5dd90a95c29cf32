"""The list of platforms that comes with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.consent import Platform
from app.domain.errors import RegisterError
from app.domain.platform_rules import require_sensible_limits
from app.policy.platform_list import listed, listed_platforms


def test_every_line_can_be_used_as_it_stands() -> None:
    found = listed_platforms()
    assert len({line.id for line in found}) == len(found) == len({line.name for line in found})
    for line in found:
        limits = line.limits
        require_sensible_limits(
            Platform(
                line.id, line.name, max_edge_px=limits.max_edge_px, max_bytes=limits.max_bytes,
                max_pictures=limits.max_pictures, caption_limit=limits.caption_limit,
                alt_text_limit=limits.alt_text_limit,
            )
        )  # fmt: skip
        assert limits.max_edge_px <= 1350, "lower resolution on purpose"
        assert line.note


def test_a_platform_is_found_by_key_or_name_in_any_case() -> None:
    assert listed("INSTAGRAM") == listed("Instagram")
    assert listed("x (twitter)").id == "x"
    with pytest.raises(RegisterError, match="not on the list"):
        listed("Friendster")


def test_a_school_can_edit_the_list_and_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "platforms.csv"
    head = "key,name,max_edge_px,max_bytes,max_pictures,caption_limit,alt_text_limit,checked_on,note\n"
    path.write_text(head + "bluesky,Bluesky,1000,1000000,4,300,2000,2026-09-04,own line\n", encoding="utf-8")
    assert listed("bluesky", path).limits.version == "2026-09-04"
    for bad in ("bluesky,Bluesky,big,1,1,1,1,,\n", "bluesky,Bluesky,1,1,1,1,1,4 Sep,\n", "bluesky,Bluesky\n"):
        path.write_text(head + bad, encoding="utf-8")
        with pytest.raises(RegisterError, match="Line 2"):
            listed_platforms(path)
    with pytest.raises(RegisterError, match="cannot be read"):
        listed_platforms(tmp_path / "missing.csv")
