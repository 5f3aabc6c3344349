"""The article out of a page dump: which stretches are its body, and what the page says about it.

Offsets are those of the text as given. General rules over lines; knows no page in particular, and no
language model. What is left out: weather boxes, menus, calls to subscribe, follower counts, hashtags,
captions and headlines given twice, comment forms, teasers of other stories after the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.reading.page.cleaned import Cleaned
from geo.reading.page.imprint import find_byline, find_dateline, lone_agency, signature
from geo.reading.page.inset import stretches
from geo.reading.page.lines import (
    Line,
    LineKind,
    ends_sentence,
    is_end,
    is_furniture,
    is_prose,
    is_weather,
    split_lines,
)
from geo.reading.page.published import is_date_line
from geo.reading.page.reflow import reflowed
from geo.reading.page.signs import Imprint

REPEATED_CHARACTERS = 1000
"""Captions and headlines are given twice; what is longer than this is text."""
ENOUGH_CHARACTERS = 280
"""Prose that must stand before a line may end the article."""
TITLE_CHARACTERS = 200
_TEXT = (LineKind.PROSE, LineKind.HEADING)


def clean(text: str) -> Cleaned:
    """Body and imprint of an article. An empty text has an empty body."""
    lines = split_lines(text)
    lines = reflowed(text, lines, [_kind(line) in _TEXT for line in lines])
    kinds = _kinds(lines)
    title = _without_site(lines, _title(lines, kinds))
    kept = _kept(lines, kinds, title)
    body = tuple(span for line in kept for span in stretches(text, *_unsigned(text, line)))
    return Imprint(text, lines, kinds, title, body).cleaned()


def _kinds(lines: Sequence[Line]) -> list[LineKind]:
    kinds = [_kind(line) for line in lines]
    _mark_weather(lines, kinds)
    _mark_repeated(lines, kinds)
    return kinds


def _kind(line: Line) -> LineKind:
    if is_end(line):
        return LineKind.END
    if is_furniture(line):
        return LineKind.FURNITURE
    if is_date_line(line.text) or find_byline(line) or lone_agency(line):
        return LineKind.IMPRINT
    return LineKind.PROSE if is_prose(line.text) else LineKind.HEADING


def _mark_weather(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """A weather box is the block of a thermometer reading: its town and its day go with it."""
    blocks = {line.block for line in lines if is_weather(line)}
    for i, line in enumerate(lines):
        if line.block in blocks and kinds[i] in (LineKind.HEADING, LineKind.FURNITURE):
            kinds[i] = LineKind.FURNITURE


def _mark_repeated(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """Of lines given twice (captions, headlines) the second is furniture."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        key = _folded(line.text[: REPEATED_CHARACTERS + 1])
        if (
            key in seen
            and len(key) > 12
            and len(line.text) <= REPEATED_CHARACTERS
            and kinds[i] in (LineKind.PROSE, LineKind.HEADING)
        ):
            kinds[i] = LineKind.FURNITURE
        seen.add(key)


def _without_site(lines: Sequence[Line], title: int | None) -> int | None:
    """The headline alone, where the first one has the site's name behind it ("Ferry sails | The Post")."""
    if title is None:
        return None
    head, sign, site = lines[title].text.rpartition(" | ")
    if not sign:
        head, sign, site = lines[title].text.rpartition(" - ")
    alone = [i for i, line in enumerate(lines[title + 1 :], start=title + 1) if line.text == head.strip()]
    return alone[0] if sign and site and alone else title


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _title(lines: Sequence[Line], kinds: Sequence[LineKind]) -> int | None:
    """The headline: the first heading of some length above the first prose (that is no menu entry)."""
    for i, line in enumerate(lines):
        if kinds[i] is LineKind.PROSE:
            return i if _is_spoken_title(lines, i) else None
        if (
            kinds[i] is LineKind.HEADING
            and len(line.text.split()) >= 4
            and len(line.text) <= TITLE_CHARACTERS
        ):
            return i
    return None


def _is_spoken_title(lines: Sequence[Line], i: int) -> bool:
    """A first line of prose that stands alone, short, above a longer text: a headline that is a sentence."""
    line = lines[i]
    if len(line.text) > 120 or i + 1 >= len(lines) or find_dateline(line.text):
        return False
    return lines[i + 1].block != line.block and len(lines[i + 1].text) > 1.2 * len(line.text)


def _kept(lines: Sequence[Line], kinds: Sequence[LineKind], title: int | None) -> list[Line]:
    """The lines of the body, in order."""
    first = next((i for i, kind in enumerate(kinds) if kind is LineKind.PROSE), len(lines))
    end = _end(lines, kinds, first if title is None else title)
    body = [i for i in range(first, end) if kinds[i] in _TEXT]
    body = _without_teasers(lines, kinds, body)
    above = [] if title is None else [title]
    top = first if title is None else title + 1
    above += [
        i for i in range(top, first) if kinds[i] is LineKind.HEADING and _is_standfirst(lines, i, above)
    ]
    return [lines[i] for i in sorted({*above, *body})]


def _is_standfirst(lines: Sequence[Line], i: int, above: Sequence[int]) -> bool:
    """A line between headline and text that says something of its own (no rubric, no second headline)."""
    words = set(_folded(lines[i].text).split())
    if len(words) < 5:
        return False
    others = (set(_folded(lines[j].text).split()) for j in above)
    return all(len(words & other) < 0.6 * min(len(words), len(other)) for other in others)


def _end(lines: Sequence[Line], kinds: Sequence[LineKind], first: int) -> int:
    """Where the article is over: the first end sign that has most of the prose before it."""
    prose = [len(line.text) if kind is LineKind.PROSE else 0 for line, kind in zip(lines, kinds, strict=True)]
    total, before = sum(prose[first:]), 0
    for i in range(first, len(lines)):
        if kinds[i] is LineKind.END and before >= ENOUGH_CHARACTERS and 2 * before >= total:
            return i
        before += prose[i]
    return len(lines)


def _without_teasers(lines: Sequence[Line], kinds: Sequence[LineKind], body: list[int]) -> list[int]:
    """The body without what trails it: headings with no text below, and teasers cut off in mid-sentence."""
    body = list(body)
    while len(body) > 1:
        text = lines[body[-1]].text
        cut_off = text.endswith(("...", "…")) and kinds[body[-2]] is LineKind.HEADING
        bare = kinds[body[-1]] is LineKind.HEADING and not (ends_sentence(text) and len(text.split()) > 2)
        if not (cut_off or bare):
            break
        body.pop()
    return body


def _unsigned(text: str, line: Line) -> tuple[int, int]:
    """The span of a paragraph without the signature of an agency at its end."""
    tail = max(line.start, line.end - 60)
    signed = signature(text[tail : line.end])
    cut = line.end if signed is None else tail + signed[0]
    return line.start, cut if cut > line.start else line.end
