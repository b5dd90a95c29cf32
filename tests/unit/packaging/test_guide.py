"""`./run guide` makes the guides of every role from the files of the help, whole and with working links."""

from __future__ import annotations

import html
import importlib.util
import itertools
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

from app.domain.people import Role

ROOT = Path(__file__).resolve().parents[3]
HELP, DOCS = ROOT / "resources" / "help", ROOT / "docs"
READERS = {
    Role.CONTRIBUTOR: "office-staff",
    Role.EXTERNAL: "office-staff",
    Role.CONSENT_ADMIN: "data-manager",
    Role.DSL: "safeguarding-lead",
    Role.HEAD: "headteacher",
    Role.DEPUTY: "deputy-head",
    Role.DPO: "data-protection-officer",
    Role.GOVERNOR: "data-protection-officer",
    Role.BUSINESS_MANAGER: "data-protection-officer",
    Role.IT: "it",
}


@pytest.fixture(scope="module")
def guide() -> ModuleType:
    spec = importlib.util.spec_from_file_location("guide", ROOT / "packaging" / "guide.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["guide"] = module  # its dataclass looks there for its own module
    places = sys.path.copy()
    spec.loader.exec_module(module)
    sys.path[:] = places  # as a script it looks beside itself; nobody else here should
    return module


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `./run guide --out DIR` writes, PDF and all."""
    out = tmp_path_factory.mktemp("guides")
    command = [sys.executable, str(ROOT / "packaging" / "tasks.py"), "guide", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out


def test_run_hands_each_task_to_the_tasks() -> None:
    packaging = ROOT / "packaging"
    known = set(re.findall(r'^        "(\w+)": ', (packaging / "tasks.py").read_text(encoding="utf-8"), re.MULTILINE))
    handed = re.search(r"^TASKS = \{(.*)\}", (packaging / "setup_env.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert handed is not None
    assert set(re.findall(r'"(\w+)"', handed[1])) == known


def test_every_role_has_its_guide_and_every_page_a_reader(guide: ModuleType) -> None:
    known = {one.id: one for one in guide.guides()}
    assert set(READERS) == set(Role)
    assert set(READERS.values()) == set(known)
    read = {page for one in known.values() for page in one.pages}
    assert {path.stem for path in HELP.glob("*.md")} - read == {"contents"}


def test_each_page_and_paper_stands_in_the_guide_word_for_word(guide: ModuleType, built: Path) -> None:
    for one in guide.guides():
        said = _words((built / f"{one.id}.html").read_text(encoding="utf-8"))
        for path in [HELP / f"{page}.md" for page in one.pages] + [DOCS / f"{name}.md" for name in one.papers]:
            missing = [line for line in _plain_lines(path.read_text(encoding="utf-8")) if line not in said]
            assert missing == [], (one.id, path.name)


def test_no_mark_of_the_source_is_left_over(built: Path) -> None:
    for path in built.glob("*.html"):
        text = re.sub(r"<(pre|code|style)>.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"\*\*|\]\(|^#|^\||`", text, re.MULTILINE), path.name


def test_what_is_opened_is_closed_and_headings_skip_no_level(built: Path) -> None:
    for path in built.glob("*.html"):
        tags = _Tags()
        tags.feed(path.read_text(encoding="utf-8"))
        assert tags.open == [], path.name
        assert tags.headings[0] == 1
        assert all(later - before <= 1 for before, later in itertools.pairwise(tags.headings)), path.name


def test_links_anchors_and_pictures_are_there(built: Path) -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in built.glob("*.html")}
    anchors = {name: set(re.findall(r' id="([^"]+)"', text)) for name, text in pages.items()}
    assert len(pages) == 13
    for name, text in pages.items():
        for target in re.findall(r'(?:href|src)="([^"]+)"', text):
            file, _, place = target.partition("#")
            assert (built / file).is_file() or not file, (name, target)
            assert not place or place in anchors[file or name], (name, target)


def test_each_guide_is_a_pdf_too_with_its_pictures(guide: ModuleType, built: Path) -> None:
    for one in guide.guides():
        data = (built / f"{one.id}.pdf").read_bytes()
        assert data.startswith(b"%PDF-")
        assert data.count(b"/Subtype /Image") >= 3, one.id
        assert len(re.findall(rb"/Type /Page\b", data)) >= len(one.pages), one.id


def test_where_the_guides_cannot_be_written_a_sentence_says_so(
    guide: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file")
    assert guide.main(["--out", str(tmp_path / "taken"), "--no-pdf"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_text_that_looks_like_html_stays_text(guide: ModuleType) -> None:
    made = guide.to_html("# A <b> & c\n\nOne `<i>` and **two**.\n\n| a | b |\n|---|---|\n| 1 | *x* |\n\n1. *y*\n")
    assert "<h1" in made
    assert "A &lt;b&gt; &amp; c" in made
    assert "<code>&lt;i&gt;</code>" in made
    assert "<td><i>x</i></td>" in made
    assert "<ol>\n<li><i>y</i></li>\n</ol>" in made


class _Tags(HTMLParser):
    """Which tags are still open, and the levels of the headings in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("img", "meta", "hr"):
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _words(text: str) -> str:
    """What a reader reads."""
    text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def _plain_lines(text: str) -> list[str]:
    """The lines of Markdown without their marks; a table's cells one by one."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]+)\]\((?:[^)]+)\)", r"\1", text)
    text = re.sub(r"^(#+ |- |\d+\. |```\w*$|---$)", "", text, flags=re.MULTILINE)
    found = []
    for line in text.splitlines():
        for cell in line.strip("|").split("|") if line.startswith("|") else [line]:
            found.append(" ".join(re.sub(r"\*\*|(?<!\w)\*|\*(?!\w)|`", "", cell).split()))
    return [line for line in found if line and not set(line) <= set("-| ")]
