"""`./run guide --out DIR`: the user guides, one for each role, and the papers, from the files of the help.

HTML that needs nothing but its folder, and a PDF of each. Run by tasks.py in the environment.
"""

from __future__ import annotations

import argparse
import html
import importlib.resources
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from markdown_html import to_html

ROOT = Path(__file__).resolve().parents[1]
HELP, DOCS = ROOT / "resources" / "help", ROOT / "docs"
PICTURES = "pictures"
_PICTURE_PX = 560
"""As wide as the text of an A4 page."""
_PICTURE = re.compile(r'<img src="([^"]+)"')
_STYLE = """
body { font-family: "Noto Sans", "Segoe UI", sans-serif; color: #1f2430; line-height: 1.5; }
h1, h2, h3, h4 { color: #16213d; line-height: 1.25; }
code, pre { font-family: Consolas, "DejaVu Sans Mono", monospace; background-color: #eef1f6; }
pre { white-space: pre-wrap; padding: 8px; }
td, th { border: 1px solid #cfd6e2; padding: 4px 8px; text-align: left; vertical-align: top; }
table { border-collapse: collapse; }
"""
_SCREEN = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
img { max-width: 100%; height: auto; border: 1px solid #cfd6e2; }
a { color: #1b49a8; }
h2 { margin-top: 3rem; border-top: 1px solid #cfd6e2; padding-top: 1rem; }
"""


@dataclass(frozen=True, slots=True)
class Guide:
    """What one role reads: pages of the help and papers, by the names of their files."""

    id: str
    title: str
    intro: str
    day: tuple[str, ...]
    pages: tuple[str, ...]
    papers: tuple[str, ...]


def guides() -> tuple[Guide, ...]:
    """Every role's guide."""
    found = tomllib.loads((HELP / "guides.toml").read_text(encoding="utf-8"))["guide"]
    return tuple(
        Guide(g["id"], g["title"], g["intro"], tuple(g["day"]), tuple(g["pages"]), tuple(g["papers"])) for g in found
    )


def papers() -> dict[str, str]:
    """The title of each paper by the name of its file."""
    return {path.stem: _title(path) for path in sorted(DOCS.glob("*.md"))}


def build(out: Path, *, with_pdf: bool) -> list[Path]:
    """Write everything into a folder; what it wrote, the first page first.

    Raises:
        OSError: the folder cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(HELP / PICTURES, out / PICTURES, dirs_exist_ok=True)
    bodies = {guide.id: (f"ClearPost for: {guide.title}", guide_body(guide)) for guide in guides()}
    bodies |= {name: (title, paper_body(name)) for name, title in papers().items()}
    made = [out / "index.html"]
    made[0].write_text(_whole("ClearPost: guides", _index(with_pdf=with_pdf)), encoding="utf-8")
    for name, (title, body) in bodies.items():
        made.append(out / f"{name}.html")
        made[-1].write_text(_whole(title, body), encoding="utf-8")
    if with_pdf:
        made += write_pdfs(out, bodies)
    return made


def guide_body(guide: Guide) -> str:
    """The guide of a role: what it is about, a usual day, contents, then each page."""
    days = "".join(f"<li>{html.escape(step, quote=False)}</li>" for step in guide.day)
    texts = [(page, HELP / f"{page}.md") for page in guide.pages] + [
        (name, DOCS / f"{name}.md") for name in guide.papers
    ]
    contents = "".join(f'<li><a href="#{name}">{html.escape(_title(path))}</a></li>' for name, path in texts)
    made = [
        f"<h1>ClearPost for: {html.escape(guide.title)}</h1>",
        f"<p>{html.escape(guide.intro, quote=False)}</p>",
        f'<h2 id="day">A usual day</h2><ol>{days}</ol>',
        f'<h2 id="contents">Contents</h2><ul>{contents}</ul>',
    ]
    here = {name for name, _path in texts}
    for name, path in texts:
        text = to_html(_read(path), link=lambda to: _link(to, here), deeper=1, prefix=name)
        made.append(text.replace("<h2 ", '<h2 style="page-break-before: always" ', 1))
    return "\n".join(made)


def paper_body(name: str) -> str:
    """One of the papers by itself."""
    return to_html(_read(DOCS / f"{name}.md"), link=lambda to: _link(to, set()))


def _index(*, with_pdf: bool) -> str:
    made = ["<h1>ClearPost: guides</h1>", "<p>The same pages open in the program with F1.</p>", "<h2>By role</h2><ul>"]
    for guide in guides():
        made.append(f"<li>{_door(guide.id, guide.title, with_pdf=with_pdf)}</li>")
    made.append("</ul><h2>Papers for the school</h2><ul>")
    for name, title in papers().items():
        made.append(f"<li>{_door(name, title, with_pdf=with_pdf)}</li>")
    return "\n".join([*made, "</ul>"])


def _door(name: str, title: str, *, with_pdf: bool) -> str:
    more = f' (<a href="{name}.pdf">PDF</a>)' if with_pdf else ""
    return f'<a href="{name}.html">{html.escape(title)}</a>{more}'


def _link(target: str, here: set[str]) -> str | None:
    """A page of the same guide is further down; a paper is a file of its own; other pages are not in this guide."""
    name = Path(target).stem
    if target.startswith("https://") or not target.endswith(".md"):
        return target
    if name in here:
        return f"#{name}"
    return f"{name}.html" if (DOCS / f"{name}.md").is_file() else None


def _whole(title: str, body: str) -> str:
    back = '<p><a href="index.html">All guides</a></p>' if "guides</h1>" not in body else ""
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(title)}</title>\n'
        f"<style>{_STYLE}{_SCREEN}</style>\n</head>\n<body>\n{back}\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def write_pdfs(out: Path, bodies: dict[str, tuple[str, str]]) -> list[Path]:
    """Each body as a PDF with numbered pages.

    Raises:
        ImportError: Qt cannot be used on this machine.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QMarginsF, QUrl
    from PySide6.QtGui import (
        QFont,
        QFontDatabase,
        QGuiApplication,
        QImage,
        QPageLayout,
        QPageSize,
        QPdfWriter,
        QTextDocument,
    )

    _app = QGuiApplication.instance() or QGuiApplication(["guide"])
    letters = importlib.resources.files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(letters.read_bytes()))[0]
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),  # the document has two centimetres of its own
        QPageLayout.Unit.Millimeter,
    )
    made = []
    for name, (title, body) in bodies.items():
        document = QTextDocument()
        document.setDefaultFont(QFont(family, 10))
        for place in set(_PICTURE.findall(body)):
            picture = QImage(str(out / place))
            wide = min(_PICTURE_PX, picture.width())
            high = picture.height() * wide // picture.width()
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(place), picture)
            body = body.replace(f'<img src="{place}"', f'<img width={wide} height={high} src="{place}"')
        document.setHtml(f"<style>{_STYLE}</style>{body}")
        made.append(out / f"{name}.pdf")
        writer = QPdfWriter(str(made[-1]))
        writer.setTitle(title)
        writer.setPageLayout(page)
        document.print_(writer)
        del writer  # writes the end of the file
    return made


def _title(path: Path) -> str:
    return _read(path).partition("\n")[0].lstrip("# ").strip()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask; 0 done, 1 failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="./run guide", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the guides go")
    parser.add_argument("--no-pdf", action="store_true", help="HTML alone, without Qt")
    said = parser.parse_args(words)
    try:
        made = build(said.out.resolve(), with_pdf=not said.no_pdf)
    except (OSError, ImportError) as problem:
        print(f"The guides cannot be written: {problem}", file=sys.stderr)
        return 1
    print(f"{len(made)} files; begin with {made[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
