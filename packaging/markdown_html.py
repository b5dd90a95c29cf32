"""The Markdown of the help and the papers as HTML: what stands in them and no more.

Headings, paragraphs, lists, tables, fenced code, pictures, rules across the page; bold, italic, code and links within.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

_INLINE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)]+)\)|\[(?P<words>[^\]]+)\]\((?P<to>[^)]+)\)|`(?P<code>[^`]+)`"
    r"|\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*]+)\*"
)
_ITEM = re.compile(r"^(?:- |\d+\. )")
Link = Callable[[str], str | None]
"""Where a link leads; None for words without a link."""


def to_html(text: str, *, link: Link = lambda target: target, deeper: int = 0, prefix: str = "") -> str:
    """The text as HTML.

    Args:
        text: Markdown.
        link: asked for every link.
        deeper: by how many levels headings go down.
        prefix: of the anchors, where several texts stand in one file; a text's own title is the prefix alone.
    """
    return "\n".join(_Blocks(text.splitlines(), link, deeper, prefix).all())


def anchor(words: str) -> str:
    """The name by which a heading is reached."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")


class _Blocks:
    def __init__(self, lines: list[str], link: Link, deeper: int, prefix: str) -> None:
        self._lines, self._link, self._deeper, self._prefix = lines, link, deeper, prefix
        self._at = 0

    def all(self) -> list[str]:
        """One piece of HTML for each block."""
        made = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip():
                self._at += 1
            elif line.startswith("#"):
                self._at += 1
                made.append(self._heading(line))
            elif line.startswith("```"):
                made.append(self._code())
            elif line.startswith("|"):
                made.append(self._table())
            elif re.fullmatch(r"-{3,}", line):
                self._at += 1
                made.append("<hr>")
            elif _ITEM.match(line):
                made.append(self._list())
            else:
                made.append(f"<p>{self._inline(' '.join(self._paragraph()))}</p>")
        return made

    def _heading(self, line: str) -> str:
        marks, words = line.split(" ", 1)
        level = min(len(marks) + self._deeper, 6)
        name = self._prefix if len(marks) == 1 and self._prefix else f"{self._prefix}-{anchor(words)}".strip("-")
        return f'<h{level} id="{name}">{self._inline(words)}</h{level}>'

    def _code(self) -> str:
        end = next(at for at in range(self._at + 1, len(self._lines)) if self._lines[at].startswith("```"))
        words = "\n".join(self._lines[self._at + 1 : end])
        self._at = end + 1
        return f"<pre>{html.escape(words)}</pre>"

    def _table(self) -> str:
        rows = [self._cells(line) for line in self._while(lambda line: line.startswith("|"))]
        head, body = rows[0], rows[2:]
        made = ["<table>"]
        if any(head):
            made.append(self._row(head, "th"))
        return "\n".join([*made, *(self._row(cells, "td") for cells in body), "</table>"])

    @staticmethod
    def _cells(line: str) -> list[str]:
        return [cell.strip() for cell in line.strip().strip("|").split("|")]

    def _row(self, cells: list[str], tag: str) -> str:
        opening = '<th scope="col">' if tag == "th" else "<td>"
        return "<tr>" + "".join(f"{opening}{self._inline(cell)}</{tag}>" for cell in cells) + "</tr>"

    def _list(self) -> str:
        tag = "ol" if self._lines[self._at][0].isdigit() else "ul"
        lines = self._while(lambda line: bool(_ITEM.match(line)) and line[0].isdigit() == (tag == "ol"))
        items = (f"<li>{self._inline(_ITEM.sub('', line))}</li>" for line in lines)
        return "\n".join([f"<{tag}>", *items, f"</{tag}>"])

    def _paragraph(self) -> list[str]:
        return self._while(lambda line: bool(line.strip()) and not line.startswith(("#", "|", "```")))

    def _while(self, fits: Callable[[str], bool]) -> list[str]:
        first = self._at
        while self._at < len(self._lines) and fits(self._lines[self._at]):
            self._at += 1
        return self._lines[first : self._at]

    def _inline(self, words: str) -> str:
        made, at = [], 0
        for found in _INLINE.finditer(words):
            made += [html.escape(words[at : found.start()], quote=False), self._marked(found)]
            at = found.end()
        return "".join([*made, html.escape(words[at:], quote=False)])

    def _marked(self, found: re.Match[str]) -> str:
        if found["src"]:
            return f'<img src="{html.escape(found["src"])}" alt="{html.escape(found["alt"])}">'
        if found["words"]:
            target = self._link(found["to"])
            words = self._inline(found["words"])
            return words if target is None else f'<a href="{html.escape(target)}">{words}</a>'
        if found["code"]:
            return f"<code>{html.escape(found['code'], quote=False)}</code>"
        return f"<b>{self._inline(found['bold'])}</b>" if found["bold"] else f"<i>{self._inline(found['italic'])}</i>"
