"""The sentence round the words that report something. Knows article text, not what it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Article, Span

REACH = 700
"""Characters looked at on either side: longer than news sentences, and a bound for one-line files."""
_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]?[A-Z0-9\u0100-\uffff])|\n[ \t\r]*\n\s*")
"""A full stop before a capital, or an empty line; a single line break may be a page's hard wrap."""
_SHORT_FORM = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Rep|Gov|St|No|Jr|Sr|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A sentence of an article, ``start`` its offset there; ``marks`` are offsets into ``text``."""

    article: str
    start: int
    text: str
    marks: tuple[tuple[int, int], ...]


def sentence_bounds(
    text: str, start: int, end: int, *, within: tuple[int, int] | None = None
) -> tuple[int, int]:
    """Offsets of the sentence (or sentences) that hold ``text[start:end]``, without outer white space.

    ``within`` is the paragraph that it does not leave, by default the whole text.
    """
    outer = within or (0, len(text))
    low, high = max(outer[0], start - REACH), min(outer[1], end + REACH)
    first = low if low == outer[0] else _word_start(text, low)
    for match in _END.finditer(text, low, start + 1):  # the look-ahead needs the first letter
        if not _SHORT_FORM.search(text, max(low, match.start() - 8), match.start() + 1):
            first = match.end()
    last = high if high == outer[1] else _word_end(text, high)
    # from one before the end: the span may hold the sentence's own full stop
    for match in _END.finditer(text, max(start, end - 1), high):
        if not _SHORT_FORM.search(text, max(low, match.start() - 8), match.start() + 1):
            last = match.start() + len(match.group().rstrip())
            break
    first, last = min(first, start), max(last, end)
    return first + _leading(text[first:start]), last - _trailing(text[end:last])


def excerpt(article: Article, spans: Sequence[Span]) -> Excerpt:
    """The sentence that holds the first span, with every span that lies within it marked."""
    paragraph = _paragraph(article, spans[0])
    start, end = sentence_bounds(article.text, spans[0].start, spans[0].end, within=paragraph)
    inside = sorted({(span.start, span.end) for span in spans if start <= span.start and span.end <= end})
    marks = tuple((low - start, high - start) for low, high in _merged(inside))
    return Excerpt(article=article.id, start=start, text=article.text[start:end], marks=marks)


def _paragraph(article: Article, span: Span) -> tuple[int, int] | None:
    return next(((low, high) for low, high in article.body if low <= span.start and span.end <= high), None)


def _merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for low, high in ranges:
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _word_start(text: str, at: int) -> int:
    """The next word's start when the reach cut into one."""
    gap = text.find(" ", at, at + 80)
    return gap + 1 if gap >= 0 else at


def _word_end(text: str, at: int) -> int:
    gap = text.rfind(" ", at - 80, at)
    return gap if gap >= 0 else at


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip())


def _trailing(text: str) -> int:
    return len(text) - len(text.rstrip())
