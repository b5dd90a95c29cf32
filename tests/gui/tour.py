"""A tour of every page in both themes and two text sizes, as pictures (``--out DIR``). For looking at."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Administrator, create_workspace, open_workspace
from app.domain.cases import CaseKind
from app.domain.geometry import Box
from app.settings import Settings
from app.ui.application import build_main_window, make_application
from app.ui.main_window import MainWindow
from app.ui.sign_in import SignIn
from app.ui.theme import install_theme
from app.workflow import cases, contacts, policies, refusals
from app.workflow.workspace import Workspace
from consent_db import contacts as contact_rows
from tests.gui import school, story
from tests.gui import tour_bringing_in as coming_in
from tests.gui import tour_starting as starting

SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080)}
SETTLED_MS = 400
"""Until pictures and lists have come."""
LOOKS = (("light", 100), ("dark", 100), ("light", 150))


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tour", description="Pictures of every page.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--size", choices=[*SIZES, "all"], default="1366x768")
    wanted = parser.parse_args(argv)
    wanted.out.mkdir(parents=True, exist_ok=True)
    app = make_application(["clearpost"])
    with tempfile.TemporaryDirectory(prefix="clearpost-tour-") as scratch:
        Tour(app, Path(scratch), wanted.out, SIZES if wanted.size == "all" else {wanted.size: SIZES[wanted.size]}).run()
    print(f"{len(list(wanted.out.glob('*.png')))} pictures in {wanted.out}")
    return 0


class Tour:
    """Goes through the story once and stops at every page for pictures."""

    def __init__(self, app: QApplication, scratch: Path, out: Path, sizes: dict[str, tuple[int, int]]) -> None:
        self._app, self._scratch, self._out, self._sizes = app, scratch, out, sizes

    def run(self) -> None:
        """The whole way of one post, empty first."""
        self._sign_in()
        empty = school.make_school(self._scratch / "empty", with_photos=False)
        for page in ("home", "review", "posts"):
            self._pictures(empty, "office", page, f"empty-{page}")
        self._bringing_in(empty)
        empty.close()
        full = school.make_school(self._scratch / "full")
        self._pictures(full, "office", "review", "review-unnamed")
        story.name_faces(full)
        self._pictures(full, "office", "review", "review")
        school.add_maybe(full, story.photo_ids(full)[0], Box(390, 30, 440, 95), Box(1390, 1000, 1409, 1020))
        self._pictures(full, "office", "review", "review-maybe", _choose_maybe)
        self._pictures(full, "office", "review", "error-review", _show_error)
        self._pictures(full, "data", "register", "register", _choose_long_name)
        self._pictures(full, "governor", "register", "register-governor")
        self._register(full)
        self._school(full)
        self._pictures(full, "it", "users", "staff")
        post_id = story.write_post(full)
        self._pictures(full, "office", "home", "home")
        self._pictures(full, "office", "posts", "posts", what=post_id)
        story.submit(full, post_id)
        self._pictures(full, "head", "home", "home-head")
        self._pictures(full, "head", "approve", "approve", what=post_id)
        story.approve(full, post_id)
        self._pictures(full, "deputy", "publish", "publish", what=post_id)
        story.export(full, post_id, self._scratch / "packs")
        self._pictures(full, "deputy", "publish", "publish-out", what=post_id)
        self._pictures(full, "it", "records", "records")
        self._pictures(full, "governor", "report", "report")
        self._pictures(full, "dsl", "cases", "request", _ask_for_everything)
        full.close()

    def _bringing_in(self, empty: Workspace) -> None:
        """What is plugged in, copying and its end, and choosing among what came."""
        phone, camera = coming_in.make_devices(self._scratch / "devices")
        self._pictures(empty, "office", "pick", "empty-pick")
        self._pictures(empty, "office", "home", "plugged-in", lambda w: coming_in.plug_in(w, phone))
        self._pictures(empty, "office", "import", "import", lambda w: coming_in.look_at_phone(w, phone))
        self._pictures(empty, "office", "import", "import-running", lambda w: coming_in.copy_from_phone(w, phone))
        self._pictures(empty, "office", "import", "import-end", lambda w: coming_in.end_of_import(w, phone))
        coming_in.bring_in(empty, (phone, camera))
        self._pictures(empty, "office", "pick", "pick", coming_in.choose)
        self._pictures(empty, "office", "pick", "pick-side-by-side", coming_in.side_by_side)

    def _register(self, full: Workspace) -> None:
        """A class as a table, a form, somebody's own sheet, and whom to ask again."""
        _let_a_family_say_no(full)
        self._pictures(full, "data", "register", "register-class", _open_class)
        self._pictures(full, "data", "register", "register-form", _begin_form)
        self._pictures(full, "data", "register", "register-settle", what=school.person_id(full, "Zofia"))
        self._pictures(full, "data", "register", "register-ask-again", what="ask again")
        self._pictures(full, "dsl", "register", "register-safeguarding", _choose_long_name)
        self._pictures(full, "data", "home", "home-data")

    def _school(self, full: Workspace) -> None:
        """The school's own affairs, empty and with a form open, and what has to be read first."""
        for part in ("policies", "training", "platforms", "permissions", "rules"):
            self._pictures(full, "head", "school", f"school-{part}", what=part)
        for part in ("policies", "platforms", "permissions"):
            self._pictures(full, "head", "school", f"school-{part}-new", lambda w: w.current.part.begin(), what=part)
        today = full.clock.today()
        policies.add_version(
            full, school.actor(full, "head"), name="Social media policy", label="2026", owner="Headteacher",
            effective_on=today, noticed_on=today, governors_approved_on=today, link="https://hollybank.example/policy",
        )  # fmt: skip
        self._pictures(full, "office", "home", "reading-first")
        self._pictures(full, "head", "school", "school-policies-one", what="policies")
        for user in (*school.STAFF, "it"):
            for version in policies.unread(full, school.actor(full, user)):
                policies.acknowledge(full, school.actor(full, user), version.id)

    def _sign_in(self) -> None:
        doors = {"open_workspace": open_workspace, "create_workspace": create_workspace, "administrator": Administrator}
        for theme, size in LOOKS:
            install_theme(self._app, choice=theme, scale=size / 100)
            page = SignIn(Settings(workspace="C:/ClearPost/Hollybank"), run=lambda *_: None, **doors)
            page.resize(760, 720)
            self._shoot(page, f"sign-in-{theme}-{size}")
            page.open_form.new_wanted.emit()
            self._shoot(page, f"sign-in-new-{theme}-{size}")
            for name in starting.steps(page):
                self._shoot(page, f"{name}-{theme}-{size}")
            self._shoot(starting.help_page(page), f"help-{theme}-{size}")
            page.deleteLater()

    def _pictures(
        self,
        workspace: Workspace,
        user: str,
        page: str,
        name: str,
        prepare: Callable[[MainWindow], Any] | None = None,
        *,
        what: object = None,
    ) -> None:
        actor = school.actor(workspace, user)
        for size, (width, height) in self._sizes.items():
            for theme, text in LOOKS:
                install_theme(self._app, choice=theme, scale=text / 100)
                window = build_main_window(workspace, actor, Settings(theme=theme, text_size=text))
                window.resize(width, height)
                window.show()
                window.show_page(page, what)
                if prepare is not None:
                    prepare(window)
                self._shoot(window, f"{name}-{size}-{theme}-{text}")
                window.close()
                window.deleteLater()

    def _shoot(self, widget: QWidget, name: str) -> None:
        widget.show()
        coming_in.settle(SETTLED_MS)
        widget.grab().save(str(self._out / f"{name}.png"))


def _ask_for_everything(window: MainWindow) -> None:
    """A request with photos to look through."""
    page = window.pages["cases"]
    case = cases.open_case(
        page.workspace, page.actor, CaseKind.ACCESS, "Everything, please.", asked_by="Mrs A. Okafor",
        person_id=school.person_id(page.workspace, "Zofia"), standing="mother, with parental responsibility",
    )  # fmt: skip
    page.open(case.id)


def _show_error(window: MainWindow) -> None:
    from app.domain.errors import StorageError

    window.current.notice.show_problem(
        StorageError("Photo 2 cannot be read from the vault: its file is damaged.", remedy="Restore it from a back-up.")
    )


def _let_a_family_say_no(workspace: Workspace) -> None:
    zofia = school.person_id(workspace, "Zofia")
    long_name = "Mrs Katarzyna-Aleksandra Kowalska-Wojciechowska"
    parent = contact_rows.new(zofia, long_name, "mother", parental_responsibility=True)
    contacts.add_contact(workspace, school.actor(workspace, "data"), parent)
    refusals.take_consent_away(workspace, school.actor(workspace, "governor"), zofia)


def _choose_maybe(window: MainWindow) -> None:
    page = window.pages["review"]
    page.faces_panel.list.choose(lambda face: face.is_maybe)


def _open_class(window: MainWindow) -> None:
    page = window.pages["register"]
    page.show_view(page.grid)
    page.grid.show_class("Oak")
    page.grid.open_cell(school.person_id(page.workspace, "Ben"), school.FACEBOOK)


def _begin_form(window: MainWindow) -> None:
    _choose_long_name(window)
    window.pages["register"].sheet.form_button.click()


def _choose_long_name(window: MainWindow) -> None:
    page = window.pages["register"]
    page.list.choose(lambda person: person.forename == school.LONG_NAME[0])


if __name__ == "__main__":
    sys.exit(main())
