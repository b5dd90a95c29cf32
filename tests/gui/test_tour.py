"""The tour goes to every page there is, and what it writes can be leafed through."""

from __future__ import annotations

import json
from pathlib import Path

from app.ui.pages.all_pages import ALL_PAGES
from app.ui.pages.school import KINDS
from tests.gui import tour_bringing_in, tour_comparing
from tests.gui.tour import Shot, main
from tests.gui.tour_index import write_index
from tests.gui.tour_scenes import scenes
from tests.gui.tour_starting import COVERS, DOORS

EVERY_SCENE = (*scenes(), *tour_bringing_in.scenes(), *tour_comparing.scenes())


def test_it_stops_at_every_page_and_every_part_of_the_school() -> None:
    assert {scene.page for scene in EVERY_SCENE} == {page.key for page in ALL_PAGES}
    assert {kind.key for kind in KINDS} <= {scene.what for scene in EVERY_SCENE}


def test_no_two_pictures_have_one_name() -> None:
    names = [scene.name for scene in EVERY_SCENE]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name.startswith((*DOORS, *COVERS))]


def test_the_pages_are_listed_with_their_looks(tmp_path: Path) -> None:
    shots = [Shot("review", "Review </script>", "1366x768", theme, 150) for theme in ("light", "dark")]
    write_index(tmp_path, shots)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    listed = json.loads(page.partition("const shots = ")[2].partition(", names =")[0])
    assert [shot["file"] for shot in listed] == ["review-1366x768-light-150.png", "review-1366x768-dark-150.png"]
    assert "Review </script>" not in page
    assert "http" not in page


def test_single_pictures_are_drawn_in_the_theme_and_size_asked_for(qapp: object, tmp_path: Path) -> None:
    asked = ["--out", str(tmp_path), "--only", "sign-in-new-password", "--theme", "dark", "--text", "200"]
    assert main(asked) == 0
    assert [path.name for path in tmp_path.glob("*.png")] == ["sign-in-new-password-dark-200.png"]
