"""A PDF file of headings, paragraphs, tables, pictures and bar charts, in letters that every name can be written with.

The one place that knows reportlab. Words are never read as markup.
"""

from __future__ import annotations

import importlib.resources
import io
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

_FONT = "NotoSans"
_INK, _QUIET, _LINE, _BAR = (
    colors.HexColor("#1f2430"),
    colors.HexColor("#5b6475"),
    colors.HexColor("#cfd6e2"),
    "#2456c8",
)
_WIDTH = A4[0] - 40 * mm


@lru_cache(maxsize=1)
def register_font() -> str:
    """Make the letters known to reportlab; returns their name."""
    files = importlib.resources.files("fontpkg_noto_sans") / "files"
    with importlib.resources.as_file(files / "NotoSans[wdth,wght].ttf") as path:
        pdfmetrics.registerFont(TTFont(_FONT, str(path)))
    return _FONT


class PdfPaper:
    """Built from top to bottom, then made into bytes at once.

    Args:
        title: stands at the top and in the file's properties.
        subtitle: below it, for example the school and the day.
        foot: stands at the foot of each page beside its number.
    """

    def __init__(self, title: str, subtitle: str, *, foot: str = "") -> None:
        font = register_font()
        self._title, self._foot = title, foot
        self._styles = {
            "title": ParagraphStyle("title", fontName=font, fontSize=20, leading=26, textColor=_INK),
            "heading": ParagraphStyle(
                "heading", fontName=font, fontSize=13, leading=18, spaceBefore=10, textColor=_INK
            ),
            "words": ParagraphStyle("words", fontName=font, fontSize=9.5, leading=13.5, textColor=_INK),
            "quiet": ParagraphStyle("quiet", fontName=font, fontSize=8.5, leading=12, textColor=_QUIET),
            "cell": ParagraphStyle("cell", fontName=font, fontSize=8.5, leading=11.5, textColor=_INK),
        }
        self._parts: list[Any] = [self._paragraph(title, "title"), self._paragraph(subtitle, "quiet"), Spacer(1, 8)]

    def heading(self, words: str) -> None:
        """A heading of a section."""
        self._parts.append(self._paragraph(words, "heading"))
        self._parts.append(Spacer(1, 3))

    def words(self, *lines: str, quiet: bool = False) -> None:
        """Paragraphs."""
        self._parts += [self._paragraph(line, "quiet" if quiet else "words") for line in lines]
        self._parts.append(Spacer(1, 4))

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], *, shares: Sequence[float] = ()) -> None:
        """A table whose heading is repeated on each page; `shares` of the width, equal without them."""
        if not rows:
            self.words("None.", quiet=True)
            return
        parts = shares or [1.0] * len(headings)
        widths = [_WIDTH * share / sum(parts) for share in parts]
        cells = [[self._paragraph(cell, "cell") for cell in row] for row in (headings, *rows)]
        table = Table(cells, colWidths=widths, repeatRows=1)
        lines = [("LINEBELOW", (0, 0), (-1, 0), 0.8, _INK), ("LINEBELOW", (0, 1), (-1, -1), 0.25, _LINE)]
        table.setStyle(TableStyle([*lines, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 2)]))
        self._parts += [table, Spacer(1, 6)]

    def picture(self, data: bytes, width: int, height: int, caption: str) -> None:
        """A picture no larger than half a page, with its caption."""
        scale = min(_WIDTH / width, 95 * mm / height)
        image = Image(io.BytesIO(data), width * scale, height * scale, hAlign="LEFT")
        self._parts.append(KeepTogether([image, self._paragraph(caption, "quiet"), Spacer(1, 8)]))

    def bars(self, labels: Sequence[str], values: Sequence[int], caption: str) -> None:
        """A bar chart with its numbers written on the bars; the same numbers belong in a table for those who listen."""
        drawing = Drawing(_WIDTH, 58 * mm)
        chart = VerticalBarChart()
        chart.x, chart.y, chart.width, chart.height = 22, 26, _WIDTH - 30, 48 * mm - 20
        chart.data = [tuple(values)]
        chart.categoryAxis.categoryNames = list(labels)
        chart.valueAxis.valueMin = 0
        top = max([*values, 1])
        chart.valueAxis.valueMax = top + max(1, top // 5)
        chart.valueAxis.valueStep = max(1, top // 5)
        chart.bars[0].fillColor = colors.HexColor(_BAR)
        chart.bars[0].strokeColor = None
        chart.barLabelFormat = "%d"
        chart.barLabels.nudge = 7
        for text in (chart.barLabels, chart.categoryAxis.labels, chart.valueAxis.labels):
            text.fontName, text.fontSize, text.fillColor = _FONT, 7.5, _INK
        drawing.add(chart)
        self._parts.append(KeepTogether([self._paragraph(caption, "quiet"), drawing]))

    def to_bytes(self) -> bytes:
        """The whole file."""
        out = io.BytesIO()
        document = SimpleDocTemplate(
            out, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=18 * mm, bottomMargin=18 * mm,
            title=self._title, author="ClearPost", invariant=1,
        )  # fmt: skip
        document.build(self._parts, onFirstPage=self._draw_foot, onLaterPages=self._draw_foot)
        return out.getvalue()

    def _draw_foot(self, canvas: Canvas, _document: Any) -> None:
        canvas.saveState()
        canvas.setFont(_FONT, 7.5)
        canvas.setFillColor(_QUIET)
        canvas.drawString(20 * mm, 10 * mm, self._foot)
        canvas.drawRightString(A4[0] - 20 * mm, 10 * mm, str(canvas.getPageNumber()))
        canvas.restoreState()

    def _paragraph(self, words: str, style: str) -> Paragraph:
        return Paragraph(escape(words).replace("\n", "<br/>"), self._styles[style])
