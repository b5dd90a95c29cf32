"""What the pages on marks say of a mark: whose it is, and how well it is found."""

from __future__ import annotations

from app.ui.language import Told, phrase, tr
from app.workflow.teach_mark import KnownMark, MarkKind

KINDS = Told(
    {
        MarkKind.OWN: phrase("ours"),
        MarkKind.OTHER_SCHOOL: phrase("another school’s"),
        MarkKind.SPONSOR: phrase("a sponsor’s"),
    }
)
_SIZES = Told(
    {
        96: phrase("on somebody close to the camera"),
        48: phrase("at the size of a badge in a class photo"),
        32: phrase("on somebody at the back of a hall"),
    }
)
BADGE_PX = 48


def found_words(mark: KnownMark, size_px: int) -> str:
    """``found 93 of 100 at the size of a badge in a class photo``."""
    return tr("found {value} of 100 {sizes}", value=round(100 * mark.recall.get(size_px, 0.0)), sizes=_SIZES[size_px])


def recall_lines(mark: KnownMark) -> tuple[str, ...]:
    """How well the mark is found, the easy sizes first, and how often something else is taken for it."""
    lines = [tr("Measured on scenes drawn for it, which it did not learn from:")]
    lines += [_sentence(found_words(mark, size)) for size in sorted(mark.recall, reverse=True) if size in _SIZES]
    mistaken = round(100 * mark.false_share)
    lines.append(tr("Something else was taken for it in {mistaken} of 100 scenes without it.", mistaken=mistaken))
    return tuple(lines)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
